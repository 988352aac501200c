"""The class report: where the class stands, which mistakes it makes, and whom to talk to first."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from course_utils.catalog import EXERCISES, SHEETS
from course_utils.catalog.misconceptions import idea_of
from course_utils.checking.verdict import Status
from course_utils.grading.charts import histogram, share_bar
from course_utils.grading.feedback import pages, sheet_title
from course_utils.grading.files import write_text
from course_utils.grading.gradebook import possible, totals
from course_utils.grading.record import Grade, GradeRecord
from course_utils.words import counted

FILE = "report.html"
WRONG = (Status.FAILED, Status.ERRORED, Status.TIMED_OUT, Status.CRASHED)
GROUPS: Mapping[str, tuple[Status, ...]] = {
    "passed": (Status.PASSED,),
    "unstable": (Status.UNSTABLE,),
    "failed": WRONG,
    "never tried": (Status.NOT_ATTEMPTED,),
    "not graded": (Status.GRADER_ERROR,),
}
MOST_TALKS = 12
MOST_SHOWN = 8  # misconceptions with their example; the others stand in a table
LOW = 0.5  # of a sheet's points: below it somebody should be talked to
FEWEST_ALIKE = 2
UNREADABLE = "is not a notebook"  # as the reader of notebooks says it


@dataclass
class Standing:
    """One exercise: how many students are in each group."""

    exercise: str
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(GROUPS, 0))


@dataclass
class Misconception:
    """One known mistake: its idea, who shows it, an example in numbers, the hint that helps."""

    id: str
    idea: str
    exercise: str
    example: str
    hint: str
    students: list[str] = field(default_factory=list)


@dataclass
class Alike:
    """Wrong answers with the same text: a lead to look at, never a verdict."""

    exercise: str
    misconception: str
    idea: str
    students: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Talk:
    """A student to talk to first, and why."""

    student: str
    sheet: str
    points: float | None
    reason: str


@dataclass
class ClassReport:
    """Everything that the report says."""

    students: int
    sheets: list[str]
    standings: dict[str, dict[str, Standing]]
    misconceptions: list[Misconception]
    alike: list[Alike]
    talks: list[Talk]
    scores: dict[str, list[float]]
    faults: list[str]
    incidents: list[tuple[str, str, str]]
    protections: list[str]


def class_report(record: GradeRecord) -> ClassReport:
    """Read the latest grades of a class once, and sum them up."""
    sheets = record.sheets()
    standings = {s: {e.name: Standing(e.name) for e in SHEETS[s]} for s in sheets}
    misconceptions: dict[tuple[str, str], Misconception] = {}
    alike: dict[tuple[str, str], Alike] = {}
    tried: dict[tuple[str, str], Counter[str]] = {}
    faults, protections, incidents = [], set(), {}
    for grade in record.grades():
        group = _group(grade.status)
        standings[grade.sheet][grade.exercise].counts[group] += 1
        tried.setdefault((grade.student, grade.sheet), Counter())[group] += 1
        protections.add(grade.protection)
        if grade.notes:
            incidents[grade.student, grade.sheet] = " ".join(grade.notes)
        if grade.status is Status.ERRORED and UNREADABLE in grade.message:
            tried[grade.student, grade.sheet][UNREADABLE] += 1
        _note_mistake(grade, misconceptions, alike)
        if grade.status is Status.GRADER_ERROR:
            faults.append(f"{grade.student}, {grade.exercise}: {grade.message}")
    points = totals(record)
    return ClassReport(
        len(points),
        sheets,
        standings,
        sorted(misconceptions.values(), key=lambda m: (-len(m.students), m.exercise, m.id)),
        _groups(alike.values()),
        _talks(points, tried),
        {s: _scores(points, s) for s in sheets},
        faults,
        [(student, sheet, note) for (student, sheet), note in incidents.items()],
        sorted(protections),
    )


def _group(status: Status) -> str:
    return next(name for name, statuses in GROUPS.items() if status in statuses)


def _note_mistake(
    grade: Grade,
    misconceptions: dict[tuple[str, str], Misconception],
    alike: dict[tuple[str, str], Alike],
) -> None:
    id, idea = grade.misconception, _idea(grade.misconception)
    if id:
        found = misconceptions.setdefault(
            (grade.exercise, id),
            Misconception(id, idea, grade.exercise, grade.message, grade.question),
        )
        found.students.append(grade.student)
    if grade.status in WRONG and grade.answer:
        same = alike.setdefault((grade.exercise, grade.answer), Alike(grade.exercise, id, idea))
        same.students.append(grade.student)


def _idea(id: str) -> str:
    return id and (idea_of(id) or "a mistake that this version of the course does not describe")


def _groups(found: Iterable[Alike]) -> list[Alike]:
    shared = [each for each in found if len(each.students) >= FEWEST_ALIKE]
    return sorted(shared, key=lambda a: (bool(a.misconception), -len(a.students), a.exercise))


def _scores(points: Mapping[str, Mapping[str, float | None]], sheet: str) -> list[float]:
    found = (by_sheet.get(sheet) for by_sheet in points.values())
    return sorted(p for p in found if p is not None)


def _talks(
    points: Mapping[str, Mapping[str, float | None]],
    tried: Mapping[tuple[str, str], Counter[str]],
) -> list[Talk]:
    """The lowest first; within reach of half of the points nobody is listed."""
    found = []
    for student, by_sheet in points.items():
        for sheet, reached in by_sheet.items():
            if reached is None or reached >= LOW * possible(sheet):
                continue
            found.append(Talk(student, sheet, reached, _reason(tried[student, sheet])))
    found.sort(key=lambda t: ((t.points or 0.0) / possible(t.sheet), t.student, t.sheet))
    return found[:MOST_TALKS]


def _reason(counts: Counter[str]) -> str:
    total = sum(counts[group] for group in GROUPS)
    if counts[UNREADABLE]:
        return "the file could not be read: ask for it again"
    if counts["never tried"] == total:
        return "handed in without an answer"
    if counts["failed"] > counts["never tried"]:
        return f"tried, and {counts['failed']} of {total} are not right: needs a conversation"
    return f"{counts['never tried']} of {total} never tried: what stands in the way?"


def write_report(report: ClassReport, out: Path) -> Path:
    """Write the page; returns its path."""
    sheets = [_sheet(report, sheet) for sheet in report.sheets]
    text = (
        pages()
        .get_template("report.html.j2")
        .render(
            report=report,
            sheets=sheets,
            most_shown=MOST_SHOWN,
            titles={s: sheet_title(s) for s in report.sheets},
        )
    )
    path = out / FILE
    write_text(path, text)
    return path


def _sheet(report: ClassReport, sheet: str) -> dict[str, object]:
    scores, most = report.scores[sheet], possible(sheet)
    return {
        "title": sheet_title(sheet),
        "exercises": [
            {
                "name": name,
                "title": EXERCISES[name].title,
                "counts": [standing.counts[group] for group in GROUPS],
                "bar": share_bar(standing.counts, tuple(GROUPS)),
            }
            for name, standing in report.standings[sheet].items()
        ],
        "histogram": histogram(scores, most) if scores else "",
        "spread": spread(scores, most),
    }


def spread(scores: Sequence[float], most: float) -> str:
    """A distribution in a sentence."""
    if not scores:
        return "Nothing has been graded yet."
    middle = statistics.median(scores)
    return (
        f"{counted(len(scores), 'student')}, from {scores[0]:g} to {scores[-1]:g} of {most:g} "
        f"points; half of them have {middle:g} or more."
    )


def summary(report: ClassReport) -> list[str]:
    """The report in lines for a terminal."""
    lines = [f"{counted(report.students, 'student')}, {counted(len(report.sheets), 'sheet')}"]
    for sheet in report.sheets:
        lines += ["", f"{sheet}: {spread(report.scores[sheet], possible(sheet))}"]
        width = max(map(len, report.standings[sheet]))
        for name, standing in report.standings[sheet].items():
            said = ", ".join(f"{standing.counts[g]} {g}" for g in GROUPS if standing.counts[g])
            lines.append(f"  {name:<{width}}  {said}")
    if report.misconceptions:
        lines += ["", "Most common misconceptions"]
    for found in report.misconceptions[:5]:
        lines.append(f"  {len(found.students):3d}  {found.exercise}: {found.idea} ({found.id})")
        lines.append(f"       ask: {found.hint}")
    if report.faults:
        lines += ["", f"{len(report.faults)} answers could not be graded: see {FILE}"]
    return lines
