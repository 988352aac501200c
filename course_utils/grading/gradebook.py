"""The tables of a class: grades, gradebook, and the files that Moodle and Canvas import.

Sources for the columns: Moodle's importer of offline grading worksheets (it wants Identifier, Grade
and Last modified (grade)) and Canvas's importer of gradebooks (Student, ID, SIS User ID, SIS Login
ID, Section, then one column for each assignment, and a second row with the points possible).
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from course_utils.catalog import SHEETS
from course_utils.grading.files import write_csv
from course_utils.grading.record import Grade, GradeRecord
from course_utils.grading.submissions import Left, Student

GRADES = (
    *("student", "sheet", "exercise", "status", "points", "max_points", "misconception", "message"),
    *("question", "file", "sha256", "seed", "course_version", "protection"),
)
MOODLE = ("Identifier", "Full name", "Grade", "Maximum Grade", "Last modified (grade)")
MOODLE_COMMENTS = "Feedback comments"
CANVAS = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
CANVAS_POINTS = "    Points Possible"

# By student, then by sheet: the points reached; None where something could not be graded.
Totals = Mapping[str, Mapping[str, "float | None"]]


def write_tables(record: GradeRecord, left: Sequence[Left], out: Path) -> list[Path]:
    """Write every table of a class into a folder; returns their paths."""
    sheets, students, points = record.sheets(), record.students(), totals(record)
    paths = [out / name for name in ("grades.csv", "gradebook.csv", "moodle.csv", "canvas.csv")]
    write_csv(paths[0], GRADES, (_row(grade) for grade in record.grades()))
    rows = [(s.key, *_line(points[s.key], sheets)) for s in students]
    write_csv(paths[1], ("student", *sheets, "total"), rows)
    write_csv(paths[2], ("Username", *sheets, "Total"), rows)
    write_csv(paths[3], (*CANVAS, *sheets), _canvas(students, points, sheets))
    for sheet in sheets:
        worksheet = list(_worksheet(record, students, points, sheet))
        if worksheet:
            paths.append(out / "moodle" / f"{sheet}.csv")
            write_csv(paths[-1], (*MOODLE, MOODLE_COMMENTS), worksheet)
    paths.append(out / "left.csv")
    write_csv(paths[-1], ("file", "reason"), ((each.file, each.reason) for each in left))
    return paths


def possible(sheet: str) -> float:
    """The most points that a sheet can earn."""
    return sum(exercise.points for exercise in SHEETS[sheet])


def totals(record: GradeRecord) -> dict[str, dict[str, float | None]]:
    """The points of every student and sheet on record."""
    found: dict[str, dict[str, float | None]] = {}
    for (student, sheet), grades in groupby(record.grades(), lambda g: (g.student, g.sheet)):
        found.setdefault(student, {})[sheet] = _sum(grade.points for grade in grades)
    return found


def _sum(points: Iterator[float | None]) -> float | None:
    each = list(points)
    return None if None in each else sum(p for p in each if p is not None)


def _row(grade: Grade) -> tuple[object, ...]:
    return (
        *(grade.student, grade.sheet, grade.exercise, grade.status.value, grade.points),
        *(grade.max_points, grade.misconception, grade.message, grade.question, grade.file),
        *(grade.sha256, grade.seed, grade.course, grade.protection),
    )


def _line(points: Mapping[str, float | None], sheets: Sequence[str]) -> list[float | None]:
    """One student's points by sheet (None where nothing was handed in), and their total."""
    total = _sum(iter(points.values()))
    return [*(points.get(sheet) for sheet in sheets), total]


def _canvas(
    students: Sequence[Student], points: Totals, sheets: Sequence[str]
) -> Iterator[tuple[object, ...]]:
    yield (CANVAS_POINTS, "", "", "", "", *(possible(sheet) for sheet in sheets))
    for student in students:
        known = student.origin == "canvas"
        login = "" if known else student.key
        scores = (points[student.key].get(sheet) for sheet in sheets)
        yield (student.name, student.number if known else "", "", login, "", *scores)


def _worksheet(
    record: GradeRecord, students: Sequence[Student], points: Totals, sheet: str
) -> Iterator[tuple[object, ...]]:
    """Moodle's rows for one sheet: of the students whose files came from there."""
    for student in students:
        if student.origin == "moodle" and sheet in points[student.key]:
            comments = "<br>".join(_comment(g) for g in record.grades(student.key, sheet))
            yield (
                *(f"Participant {student.number}", student.name, points[student.key][sheet]),
                *(possible(sheet), "", comments),
            )


def _comment(grade: Grade) -> str:
    status = grade.status.value.replace("_", " ")
    return html.escape(f"{grade.exercise}: {status}. {grade.message}")
