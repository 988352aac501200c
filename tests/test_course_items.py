"""Every item of the course exists: the list item, notebook, cell is resolved and printed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from course_text import LESSONS, cells

LIST = Path(__file__).parent / "course_items.txt"
KINDS = ("objective", "derivation", "widget", "experiment", "claim", "form")


@dataclass(frozen=True)
class Item:
    """One thing that the course promises, and what its cell is found by."""

    lesson: str
    kind: str
    words: str
    locator: str


def read_items(text: str) -> list[Item]:
    items, lesson, kind = [], "", ""
    for line in filter(None, map(str.strip, text.splitlines())):
        if heading := re.fullmatch(r"\[(\d\d) (\w+)\]", line):
            lesson, kind = heading.groups()
        elif not line.startswith("#"):
            words, locator = line.split(" :: ")
            items.append(Item(lesson, kind, words, locator))
    return items


def is_in(locator: str, cell: dict) -> bool:
    if locator.startswith("tag:"):
        return locator.removeprefix("tag:") in cell["metadata"].get("tags", ())
    return locator in " ".join(cell["source"].split())


def found(item: Item) -> list[int]:
    """The cells of the lesson that the locator finds; first those that consist of it."""
    lesson = NOTEBOOKS[item.lesson]
    whole = [i for i, cell in enumerate(lesson) if cell["source"] == item.locator]
    return whole or [i for i, cell in enumerate(lesson) if is_in(item.locator, cell)]


ITEMS = read_items(LIST.read_text(encoding="utf-8"))
PATHS = {path.stem[:2]: path for path in LESSONS}
NOTEBOOKS = {number: cells(path) for number, path in PATHS.items()}


class TestTheItems:
    def test_stand_in_one_cell_each(self, record_property):
        places = {item: found(item) for item in ITEMS}
        wrong = [f"{i.lesson} {i.kind}: {i.words}: {p}" for i, p in places.items() if len(p) != 1]
        assert wrong == []
        record_property("table", table({item: place[0] for item, place in places.items()}))

    def test_are_listed_once(self):
        names = [(item.lesson, item.kind, item.words) for item in ITEMS]
        assert sorted(set(names)) == sorted(names)

    @pytest.mark.parametrize("lesson", ["01", "02", "03", "04", "05"])
    def test_are_of_every_kind_in_the_lessons_that_teach(self, lesson):
        assert {item.kind for item in ITEMS if item.lesson == lesson} >= set(KINDS)

    @pytest.mark.parametrize("lesson", sorted(PATHS))
    def test_hold_every_widget_checkpoint_and_claim_of_a_lesson(self, lesson):
        """What stands in a lesson and not in the list was forgotten in the list."""
        sought = r'^(?:check|ask)\("[^"]+"\)|^(?:explorer = )?widgets\.\w+\(\)'
        listed = {i for item in ITEMS if item.lesson == lesson for i in found(item)}
        forgotten = [
            match[0]
            for index, cell in enumerate(NOTEBOOKS[lesson])
            for match in re.finditer(sought, cell["source"], re.MULTILINE)
            if cell["cell_type"] == "code" and index not in listed
        ]
        assert forgotten == []
        tags = {t for cell in NOTEBOOKS[lesson] for t in cell["metadata"].get("tags", ())}
        claims = {f"tag:{tag}" for tag in tags if tag.startswith("claim:")}
        assert claims <= {item.locator for item in ITEMS if item.lesson == lesson}


def table(places: dict[Item, int]) -> str:
    lines = [f"items of the course: {len(places)}", "kind         notebook                cell  id"]
    for item, index in places.items():
        path, cell = PATHS[item.lesson], NOTEBOOKS[item.lesson][index]
        place = f"{path.stem:24s}{index:4d}  {cell['id']}"
        lines.append(f"{item.kind:12s} {place}  {item.words}")
    return "\n".join(lines)
