"""Grading a single file, for services that bring one submission at a time."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from course_utils.catalog import SHEETS
from course_utils.checking.verdict import Status
from course_utils.errors import CourseError
from course_utils.grading.bench import Limits
from course_utils.grading.gradescope import results
from course_utils.grading.run import PATIENCE, graded
from course_utils.grading.submissions import named_sheet, read, sheet_by_content
from course_utils.grading.work import Benches, Task, timed_out
from course_utils.words import one_line


@dataclass(frozen=True, slots=True)
class One:
    """What is said of one submission."""

    results: dict[str, Any]
    lines: list[str]
    all_passed: bool
    fault: bool


def grade_file(path: Path, sheet: str, seed: int, trusted: bool) -> One:
    """Grade one notebook, behind the same trust line as a whole class.

    Raises
    ------
    CourseError
        If it cannot be read, its sheet is unknown, or this machine has no protection.
    """
    task = Task(0, *_read(path, sheet), seed)
    benches = Benches(trusted)
    try:
        limits = Limits()
        marked = benches.grade(task, limits)
        if timed_out(marked):
            marked = benches.grade(task, limits.scaled(PATIENCE))
    finally:
        benches.close()
    grades = graded(task, marked)
    statuses = [each.verdict.status for each in grades]
    width = max(len(each.verdict.exercise) for each in grades)
    lines = [
        f"{each.verdict.exercise:<{width}}  {each.verdict.status.value.replace('_', ' '):<13}  "
        f"{one_line(each.verdict.message)}".rstrip()
        for each in grades
    ]
    return One(
        results(grades, marked.notes),
        lines,
        all(status is Status.PASSED for status in statuses),
        Status.GRADER_ERROR in statuses,
    )


def _read(path: Path, sheet: str) -> tuple[str, bytes]:
    if sheet and sheet not in SHEETS:
        raise CourseError(f'there is no sheet "{sheet}"; the sheets are {", ".join(SHEETS)}')
    if not path.is_file():
        raise CourseError(f"{path} does not exist, or is not a file; name a notebook")
    data = read(path)
    found = sheet or named_sheet(path.stem) or sheet_by_content(data)
    if not found:
        raise CourseError(f"{path} defines no exercise of a sheet; name the sheet with --sheet")
    return found, data
