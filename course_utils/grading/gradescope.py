"""One submission's result in the format that Gradescope reads from results.json.

Source: Gradescope's documentation of autograder specifications, section "Output Format": a total
``score`` and a list of ``tests``, each with score, max_score, status, name, output and visibility.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from course_utils.catalog import EXERCISES
from course_utils.catalog.reading import reading
from course_utils.checking.verdict import Status
from course_utils.grading.record import Graded
from course_utils.words import clean

VISIBLE = "visible"


def results(grades: Sequence[Graded], notes: Sequence[str]) -> dict[str, Any]:
    """The results of one submission, ready to be written as JSON.

    Where the grader itself failed there is no score at all: Gradescope then reports that the
    autograder failed, and an instructor can run it again; nobody gets 0 points for our fault.
    """
    points = [each.points for each in grades]
    found: dict[str, Any] = {
        "output": "\n".join(clean(note, 2000) for note in notes),
        "output_format": "text",
        "visibility": VISIBLE,
        "stdout_visibility": "hidden",
        "tests": [_test(each) for each in grades],
    }
    if None not in points:
        found["score"] = sum(p for p in points if p is not None)
    return found


def _test(each: Graded) -> dict[str, Any]:
    verdict, exercise = each.verdict, EXERCISES[each.verdict.exercise]
    passed = verdict.status is Status.PASSED
    test: dict[str, Any] = {
        "name": f"{exercise.name}: {exercise.title}",
        "name_format": "text",
        "max_score": each.max_points,
        "status": "passed" if passed else "failed",
        "output": _output(each),
        "output_format": "text",
        "visibility": VISIBLE,
        "tags": [tag for tag in (verdict.status.value, verdict.misconception) if tag],
    }
    if each.points is not None:
        test["score"] = each.points
    return test


def _output(each: Graded) -> str:
    verdict = each.verdict
    lines = [clean(verdict.message, 2000, 12), verdict.question]
    if verdict.status not in (Status.PASSED, Status.GRADER_ERROR):
        again = reading(verdict.exercise, verdict.status, verdict.misconception)
        lines.append(f"Read again: {again}")
    return "\n".join(line for line in lines if line)
