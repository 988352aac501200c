"""The way through the course: minutes that agree everywhere, and a thread from lesson to lesson."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from course_text import LESSONS, ROOT, cells, links
from lesson_form import spoken

README = (ROOT / "README.md").read_text(encoding="utf-8")
START, *LESSONS_PROPER = LESSONS
SHEETS = sorted((ROOT / "exercises").glob("*.ipynb"))
pairs = pytest.mark.parametrize(
    ("lesson", "following"),
    list(pairwise(LESSONS)),
    ids=lambda path: path.stem,
)


def texts(path: Path) -> list[str]:
    """The Markdown cells of a notebook."""
    return [cell["source"] for cell in cells(path) if cell["cell_type"] == "markdown"]


def only(found: list[str], what: str) -> str:
    assert len(found) == 1, f"{len(found)} places with {what}"
    return found[0]


class TestTheMinutes:
    @pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
    def test_of_a_lesson_are_those_in_the_readme(self, path):
        row = only(re.findall(rf"^.*\(notebooks/{path.name}\).*$", README, re.MULTILINE), path.name)
        minutes = int(row.split("|")[2])
        said = f"about {minutes} minutes" if path == START else f"| **{spoken(minutes)}** |"
        assert any(said in text for text in texts(path))

    @pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
    def test_of_a_sheet_are_the_sum_of_its_exercises(self, path):
        opening, *exercises = texts(path)
        total = only(re.findall(r"about (\d+) minutes", opening), "the minutes of the sheet")
        sections = [text for text in exercises if re.match(r"## \d+\. ", text)]
        each = [re.search(r"^\*(\d+) minutes\.\*", text, re.MULTILINE) for text in sections]
        assert sum(int(minutes[1]) for minutes in each) == int(total)
        assert f"*{len(sections)} exercises, " in opening


# Learners measure their own predictions, and ask for no further one; and watch a trial held by us.
NO_CIRCLE = {("04", "10"), ("06", "1")}


def sections(path: Path) -> dict[str, set[str]]:
    """Each numbered section of a lesson, with those of the three parts of the circle it has."""
    parts, number = {}, ""
    for cell in cells(path):
        if heading := re.search(r"^## (?:(\d+)\.)?", cell["source"], re.MULTILINE):
            number = heading[1] or ""
        found = parts.setdefault(number, set())
        if calls := re.findall(r"^(predict|check|ask)\(", cell["source"], re.MULTILINE):
            found |= {"prediction" if call == "predict" else "marked at once" for call in calls}
        if "your-words" in cell["metadata"].get("tags", ()):
            found.add("in one line")
    parts.pop("")
    return parts


class TestTheCircle:
    @pytest.mark.parametrize("path", LESSONS_PROPER, ids=lambda path: path.stem)
    def test_each_section_predicts_is_marked_and_is_said_in_one_line(self, path):
        circle = {"prediction", "marked at once", "in one line"}
        lacking = {
            number: circle - found
            for number, found in sections(path).items()
            if found != circle and (path.stem[:2], number) not in NO_CIRCLE
        }
        assert lacking == {}


class TestTheThread:
    @pytest.mark.parametrize("path", LESSONS_PROPER, ids=lambda path: path.stem)
    def test_a_lesson_says_what_it_needs_and_links_to_the_lessons_among_it(self, path):
        """Lesson 01 needs none, and links to the start page."""
        opening = texts(path)[0]
        needs = opening.split("**You need**")[1]
        linked = {target for target in links(needs) if (path.parent / target) in LESSONS}
        named = {f"{int(number):02d}" for number in re.findall(r"lessons? (\d\d)", needs)}
        assert linked
        assert named <= {target[:2] for target in linked}
        assert all(target < path.name for target in linked)

    @pairs
    def test_a_lesson_ends_with_its_sheet_and_the_lesson_after_it(self, lesson, following):
        end = only([t for t in texts(lesson) if re.search(r"\*\*(Next:|Begin)", t)], "what is next")
        sheet = ROOT / "exercises" / lesson.name
        assert following.name in links(end)
        assert not sheet.exists() or f"../exercises/{sheet.name}" in links(end)

    @pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
    def test_a_sheet_leads_back_to_its_lesson(self, path):
        assert f"../notebooks/{path.name}" in links(texts(path)[0])

    def test_the_start_page_and_the_readme_lead_to_everything(self):
        files = [path.relative_to(ROOT).as_posix() for path in [*LESSONS_PROPER, *SHEETS]]
        start = [target for text in texts(START) for target in links(text)]
        assert set(files) <= {f"notebooks/{t}".replace("notebooks/../", "") for t in start}
        assert {*files, "notebooks/00_start_here.ipynb"} <= set(links(README))
