"""Whether a learner could read a solution in the sheets or lessons."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from nbformat import NotebookNode

from course_utils.authoring.assemble import read_notebook
from course_utils.authoring.findings import Finding

# A line that is shorter (`return z`, `else:`) or boilerplate says nothing about a solution.
SHORTEST_TELLING = 12
_BOILERPLATE = re.compile(
    r"return [\w, ]+|(?:import|from) .+|\W*"
    r"|(\w+) = np\.asarray\(\1(?:, (?:dtype=)?(?:np\.)?float(?:64)?)?\)"
)


def find_leaks(root: Path, secrets: Mapping[str, Path]) -> Iterator[Finding]:
    """Secret lines (each with the source it is from) that occur in exercises/ or notebooks/."""
    telling = {line: source for line, source in secrets.items() if is_telling(line)}
    for folder in ("exercises", "notebooks"):
        for path in sorted((root / folder).glob("*.ipynb")):
            for number, cell in enumerate(read_notebook(path).cells, start=1):
                for line in sorted(_shown_lines(cell) & telling.keys()):
                    yield Finding(
                        path.relative_to(root),
                        f"cell {number} shows a line of a solution: {line}",
                        f"reword it there or in {telling[line].as_posix()}",
                    )


def is_telling(line: str) -> bool:
    """Whether a line of code, stripped, would give something of a solution away."""
    return len(line) >= SHORTEST_TELLING and not _BOILERPLATE.fullmatch(line)


def _shown_lines(cell: NotebookNode) -> set[str]:
    texts = [cell.source]
    for output in cell.get("outputs", []):
        texts.append(output.get("text", ""))
        texts += [text for kind, text in output.get("data", {}).items() if kind.startswith("text/")]
    return {line.strip() for text in texts for line in text.splitlines()}
