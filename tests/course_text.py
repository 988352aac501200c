"""The built notebooks as a reader meets them: cells, prose and links, in order.

For the tests of texts. What is read is what learners open, not the sources it was built from.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
LESSONS = sorted((ROOT / "notebooks").glob("*.ipynb"))
NOTEBOOKS = [
    path
    for folder in ("notebooks", "exercises", "solutions")
    for path in sorted((ROOT / folder).glob("*.ipynb"))
]
NOT_PROSE = re.compile(r"```.*?```|`[^`\n]*`|\$\$.*?\$\$|\$[^$]*\$", re.DOTALL)
MARKDOWN_LINK = re.compile(r"\[([^\]]*)\]\(([^)\s]+)\)")
HTML_LINK = re.compile(r'<(?:a|img)\b[^>]*?\b(?:href|src)="([^"]+)"')


def cells(path: Path) -> list[dict]:
    """The cells of a notebook; the source of each is one string."""
    found = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [cell | {"source": "".join(cell["source"])} for cell in found]


def prose(text: str) -> str:
    """Markdown without its code and formulas, which are replaced by a space each."""
    return NOT_PROSE.sub(" ", text)


def links(text: str) -> list[str]:
    """The targets of all links and pictures in a piece of Markdown."""
    text = prose(text)
    return [target for _, target in MARKDOWN_LINK.findall(text)] + HTML_LINK.findall(text)


def notebook_links(path: Path) -> list[tuple[int, str]]:
    """(cell, target) of every link of a notebook, in its texts and in its outputs."""
    found = []
    for index, cell in enumerate(cells(path)):
        if cell["cell_type"] == "markdown":
            found += [(index, target) for target in links(cell["source"])]
        for output in cell.get("outputs", ()):
            markup = "".join(output.get("data", {}).get("text/html", ()))
            found += [(index, target) for target in HTML_LINK.findall(markup)]
    return found
