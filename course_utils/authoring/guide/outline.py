"""The outline of a lesson: its sections with their minutes, and what happens in each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from course_utils.authoring.source import SourceCell
from course_utils.errors import CourseError

ROW = re.compile(r"^\| (?!\*\*)(.+?) \| (\d+) min \| (\d+) min \|$", re.MULTILINE)
CAPTION = re.compile(r"^\*\*Figure (\d+\.\d+)\.\*\* (.+?)(?:\n\n|\Z)", re.MULTILINE | re.DOTALL)
CALL = re.compile(r'^(predict|ask|check)\("([^"]+)"\)$', re.MULTILINE)
WIDGET = re.compile(r"^widgets\.(\w+)\(\)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure by its number: what it is, and what its caption says to notice."""

    number: str
    title: str
    notice: str


@dataclass(frozen=True, slots=True)
class Section:
    """One row of the lesson's table, and what the cells below its heading ask and show.

    ``key`` is what plans call it: its number, "W" for the warm-up, "L" for what was learned.
    """

    key: str
    title: str
    alone: int
    in_class: int
    predictions: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    checkpoints: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    widgets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """A lesson as its guide sees it."""

    title: str
    sections: tuple[Section, ...]

    def minutes(self, pace: str) -> int:
        """All minutes of the lesson, "alone" or "in_class"."""
        return sum(getattr(section, pace) for section in self.sections)

    def section(self, key: str) -> Section:
        """The section that plans call so; CourseError where there is none."""
        for section in self.sections:
            if section.key == key:
                return section
        keys = ", ".join(section.key for section in self.sections)
        raise CourseError(f"{self.title}: no section {key!r} (there are {keys})")


def outline_of(cells: Iterable[SourceCell]) -> Outline:
    """The outline of a lesson's cells; CourseError where table and headings disagree."""
    cells = tuple(cells)
    whole = "\n\n".join(cell.text for cell in cells if cell.kind == "markdown")
    title = re.search(r"^# (.+)$", whole, re.MULTILINE)
    rows = ROW.findall(whole)
    blocks = dict(_blocks(cells))
    if title is None or not rows:
        raise CourseError(f"{cells[0].path.as_posix()}: no title, or no table of minutes")
    sections = tuple(_section(row, blocks) for row in rows)
    return Outline(title[1], sections)


def _blocks(cells: Iterable[SourceCell]) -> Iterator[tuple[str, str]]:
    """The text below each heading of the second level, by heading."""
    heading, texts = "", []
    for cell in cells:
        if cell.kind == "markdown" and cell.text.startswith("## "):
            yield heading, "\n\n".join(texts)
            heading, texts = cell.text[3:].partition("\n")[0], []
        texts.append(cell.text)
    yield heading, "\n\n".join(texts)


def _section(row: tuple[str, str, str], blocks: dict[str, str]) -> Section:
    title, alone, in_class = row
    found = [text for heading, text in blocks.items() if heading.startswith(title)]
    if len(found) != 1:
        raise CourseError(f"the table has a section {title!r}, and {len(found)} headings fit it")
    calls = CALL.findall(found[0])

    def called(verb: str) -> tuple[str, ...]:
        return tuple(name for what, name in calls if what == verb)

    return Section(
        key_of(title),
        title,
        int(alone),
        int(in_class),
        predictions=called("predict"),
        questions=called("ask"),
        checkpoints=called("check"),
        figures=tuple(_figure(*caption) for caption in CAPTION.findall(found[0])),
        widgets=tuple(WIDGET.findall(found[0])),
    )


def key_of(title: str) -> str:
    """What plans call a section: "3" for "3. Off, and dead"."""
    number = re.match(r"(\d+)\. ", title)
    if number:
        return number[1]
    return "W" if title == "Warm-up" else "L"


def _figure(number: str, caption: str) -> Figure:
    words = " ".join(caption.split())
    title, _, notice = words.partition(" Notice ")
    return Figure(number, title, notice)
