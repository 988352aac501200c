"""A class that was graded, without anything being run."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_grades import REVERSED, add, grades

from course_utils.checking.verdict import Status
from course_utils.grading.record import GradeRecord


@pytest.fixture
def record(tmp_path: Path):
    with GradeRecord(tmp_path) as record:
        yield record


@pytest.fixture
def graded_class(record: GradeRecord) -> GradeRecord:
    """Four students: all right, half right by instability, all wrong, nothing tried."""
    add(record, "ada", grades(Status.PASSED))
    add(record, "ben", grades(Status.UNSTABLE))
    wrong = {
        "exercise": "sigmoid",
        "message": "For z = [-2, 0, 2]: expected 0.119203, got 0.880797.",
        "question": "Must it rise or fall?",
        "misconception": "S1",
        "difference": REVERSED,
    }
    add(record, "cleo", grades(Status.FAILED, **wrong))
    add(record, "dan", grades(Status.NOT_ATTEMPTED))
    return record
