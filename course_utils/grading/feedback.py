"""One page for each student and sheet: the verdicts, and for each the one thing that helps."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

from course_utils.catalog import EXERCISES
from course_utils.catalog.misconceptions import idea_of
from course_utils.catalog.reading import reading
from course_utils.checking.verdict import Status
from course_utils.grading.files import safe_name, write_text
from course_utils.grading.gradebook import possible
from course_utils.grading.pictures import svg
from course_utils.grading.record import Grade
from course_utils.words import as_html, clean

if TYPE_CHECKING:
    from jinja2 import Environment

FOLDER = "feedback"
MOST_NAMED = 10  # students named in one place; of the others it is said how many they are
# A sign and words, so that nothing is said by colour alone.
VERDICTS = {
    Status.PASSED: ("✓", "passed"),
    Status.UNSTABLE: ("◐", "right on ordinary inputs only: half of the points"),
    Status.FAILED: ("✗", "not right yet"),
    Status.ERRORED: ("✗", "stopped with an error"),
    Status.TIMED_OUT: ("✗", "took too long"),
    Status.CRASHED: ("✗", "ended the process"),
    Status.NOT_ATTEMPTED: ("○", "not attempted"),
    Status.GRADER_ERROR: ("?", "not graded: a fault of the grader, not yours"),
}


@cache
def pages() -> Environment:
    """The templates; everything put into them is escaped."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup, escape

    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "pages"),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
    )
    environment.filters["svg"] = svg
    environment.filters["lines"] = lambda text: Markup("<br>").join(
        escape(line) for line in clean(text, 2000, 12).split("\n")
    )
    environment.filters["prose"] = lambda text: Markup(as_html(clean(text, 2000, 12)))
    environment.filters["named"] = named
    return environment


def named(students: Sequence[str]) -> str:
    """The first of some students, and how many more there are."""
    first, more = ", ".join(students[:MOST_NAMED]), len(students) - MOST_NAMED
    return f"{first} and {more} more" if more > 0 else first


def page_path(out: Path, student: str, sheet: str) -> Path:
    """Where the page of one student and sheet stands."""
    return out / FOLDER / safe_name(student) / f"{sheet}.html"


def write_feedback(out: Path, grades: Sequence[Grade]) -> Path:
    """Write the page of one attempt, all of whose grades are given; returns its path."""
    first = grades[0]
    points = [grade.points for grade in grades]
    text = (
        pages()
        .get_template("feedback.html.j2")
        .render(
            student=clean(first.student),
            sheet_title=sheet_title(first.sheet),
            file=clean(first.file),
            total=None if None in points else sum(p for p in points if p is not None),
            possible=possible(first.sheet),
            notes=[clean(note, 2000) for note in first.notes],
            exercises=[_shown(grade) for grade in grades],
            course=first.course,
            seed=first.seed,
            sha256=first.sha256,
        )
    )
    path = page_path(out, first.student, first.sheet)
    write_text(path, text)
    return path


def shows(path: Path, grade: Grade) -> bool:
    """Whether a page stands there and is of the attempt that a grade belongs to."""
    if not path.is_file():
        return False
    text = path.read_text(encoding="utf-8", errors="replace")
    return all(part in text for part in (grade.sha256, grade.course, f"seed {grade.seed} "))


def sheet_title(sheet: str) -> str:
    """A sheet's name for people: "sheet 02, sigmoid tanh"."""
    number, _, words = sheet.partition("_")
    return f"sheet {number}, {words.replace('_', ' ')}"


def _shown(grade: Grade) -> SimpleNamespace:
    exercise = EXERCISES[grade.exercise]
    symbol, words = VERDICTS[grade.status]
    short = grade.status not in (Status.PASSED, Status.GRADER_ERROR)
    earned = "no points yet" if grade.points is None else f"{grade.points:g}"
    return SimpleNamespace(
        name=exercise.name,
        title=exercise.title,
        status=grade.status.value,
        symbol=symbol,
        verdict=words,
        points=f"{earned} of {grade.max_points:g}",
        message=grade.message,
        difference=grade.difference,
        picture=grade.picture,
        idea=idea_of(grade.misconception),
        misconception=grade.misconception,
        question=grade.question,
        hint=exercise.hints[0] if short and exercise.hints and not grade.question else "",
        reading=reading(exercise.name, grade.status, grade.misconception) if short else "",
    )
