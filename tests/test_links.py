"""Every link leads somewhere, wherever the page that holds it is read.

A notebook is read in JupyterLab, on GitHub and as an exported page. The three agree on relative
paths. They do not agree on the headings of a notebook: JupyterLab and the export keep a heading's
capitals and full stops and put hyphens for spaces, and GitHub shows notebooks in a frame of its own
and does not follow links to their headings at all. So notebooks link to notebooks and name the
section in words. Markdown pages may link to headings; GitHub's rule for these is written down here.

What becomes of the links in exported pages is tried in tests/browser/test_exported_html.py.
"""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from course_text import LESSONS, NOTEBOOKS, ROOT, cells, links, notebook_links, prose

PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    *sorted((ROOT / "docs").glob("*.md")),
    ROOT / "course_utils" / "data" / "README.md",
    ROOT / "tests" / "corpus" / "README.md",
]


def page_links(path: Path) -> list[tuple[int, str]]:
    """(place, target) of every link of a notebook or a Markdown page."""
    if path.suffix == ".ipynb":
        return notebook_links(path)
    return [(0, target) for target in links(path.read_text(encoding="utf-8"))]


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def split(target: str) -> tuple[str, str]:
    """The path and the heading of a local link; ("", "") for a link to the outside."""
    parts = urlsplit(target)
    return ("", "") if parts.scheme or parts.netloc else (unquote(parts.path), parts.fragment)


def is_in_repository(place: Path) -> bool:
    return place.exists() and place.resolve().is_relative_to(ROOT)


def github_headings(text: str) -> set[str]:
    """The anchors that GitHub gives to a Markdown page: small letters, no punctuation, hyphens."""
    titles = re.findall(r"^#{1,6} (.+?)\s*$", prose(text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


everything = pytest.mark.parametrize("path", [*NOTEBOOKS, *PAGES], ids=shown)


class TestALink:
    @everything
    def test_leads_to_a_file_of_the_repository(self, path):
        lost = [
            f"{shown(path)}, cell {place}: {target}"
            for place, target in page_links(path)
            if (local := split(target)[0]) and not is_in_repository(path.parent / local)
        ]
        assert lost == []

    @everything
    def test_to_the_outside_is_a_whole_and_safe_address(self, path):
        addresses = [target for _, target in page_links(path) if split(target) == ("", "")]
        assert [a for a in addresses if not re.fullmatch(r"https://[\w.-]+\.\w+(/\S*)?", a)] == []

    @pytest.mark.parametrize("path", NOTEBOOKS, ids=shown)
    def test_in_a_notebook_leads_to_a_notebook_and_not_to_a_heading(self, path):
        """No heading can be reached in all three places, and only notebooks are exported."""
        local = [(place, *split(target)) for place, target in notebook_links(path)]
        assert [(place, heading) for place, _, heading in local if heading] == []
        assert [(place, to) for place, to, _ in local if to and not to.endswith(".ipynb")] == []

    @pytest.mark.parametrize("path", LESSONS, ids=shown)
    def test_in_a_lesson_does_not_lead_to_solutions(self, path):
        """They are neither exported nor part of what learners are given."""
        assert [at for at in notebook_links(path) if "solutions/" in at[1]] == []

    @pytest.mark.parametrize("path", PAGES, ids=shown)
    def test_in_a_page_to_a_heading_finds_it(self, path):
        for _, target in page_links(path):
            local, heading = split(target)
            if heading:
                page = path.parent / local if local else path
                assert heading in github_headings(page.read_text(encoding="utf-8")), target

    @everything
    def test_says_where_it_leads(self, path):
        """A screen reader lists links by their words alone."""
        texts = [cell["source"] for cell in cells(path)] if path.suffix == ".ipynb" else []
        texts = texts or [path.read_text(encoding="utf-8")]
        words = [w for text in texts for w in re.findall(r"(?<!!)\[([^\]]*)\]\(", prose(text))]
        assert [w for w in words if w.strip().lower() in ("", "here", "link", "this")] == []


class TestTheRules:
    """The two rules above, on small examples: they must be able to say no."""

    def test_code_and_formulas_hold_no_links(self):
        assert links("`[a](b)` $[c](d)$ [e](f.ipynb) ![g](h.png)") == ["f.ipynb", "h.png"]

    def test_headings_as_github_makes_them(self):
        text = "# Add an exercise: one value\n\n```bash\n# no heading\n```\n\n## Start\n"
        assert github_headings(text) == {"add-an-exercise-one-value", "start"}

    def test_a_file_outside_the_repository_is_not_found(self):
        assert not is_in_repository(ROOT / ".." / "anything")
        assert not is_in_repository(ROOT / "no_such_file.ipynb")
