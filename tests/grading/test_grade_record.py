"""The record: nothing lost, nothing twice, nobody else's file touched."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from made_grades import REVERSED, SHEET, add, grades

from course_utils.checking.verdict import Status
from course_utils.errors import CourseError
from course_utils.grading.record import GradeRecord, Key
from course_utils.grading.submissions import Student

KEY = Key("ada", SHEET, "a", 0, "0.1.0+test")


def alter(path: Path, statement: str) -> None:
    """Change a record as another program would."""
    other = sqlite3.connect(path)
    other.execute(statement)
    other.commit()
    other.close()


class TestAttempts:
    def test_are_found_again_by_everything_a_verdict_depends_on(self, record):
        attempt = add(record, "ada", grades(Status.PASSED))
        assert record.graded(KEY) == attempt
        for other in ({"sha256": "b"}, {"seed": 1}, {"course": "x"}, {"student": "ben"}):
            assert record.graded(replace(KEY, **other)) is None

    def test_that_the_grader_failed_on_are_to_be_graded_again(self, record):
        add(record, "ada", grades(Status.GRADER_ERROR))
        assert record.graded(KEY) is None
        assert all(grade.points is None for grade in record.grades())

    def test_before_the_latest_stay_on_record(self, record):
        add(record, "ada", grades(Status.FAILED), sha="a")
        add(record, "ada", grades(Status.PASSED), sha="b")
        assert {grade.sha256 for grade in record.grades()} == {"b"}
        assert record.attempts() == 2

    def test_may_become_the_latest_again(self, record):
        first = add(record, "ada", grades(Status.FAILED), sha="a")
        add(record, "ada", grades(Status.PASSED), sha="b")
        record.keep(Student("ada", "ada"), SHEET, first)
        assert {grade.sha256 for grade in record.grades()} == {"a"}

    def test_come_back_as_they_were(self, record):
        add(record, "ada", grades(Status.FAILED, exercise="sigmoid", difference=REVERSED))
        (found,) = [grade for grade in record.grades() if grade.exercise == "sigmoid"]
        assert found.difference == REVERSED
        assert found.points == 0.0


class TestAFile:
    def test_of_another_program_is_left_alone(self, tmp_path):
        path = tmp_path / "grades.sqlite"
        alter(path, "CREATE TABLE mine (x)")
        with pytest.raises(CourseError, match="not a record of grades"):
            GradeRecord(tmp_path)
        other = sqlite3.connect(path)
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("mine",)]
        other.close()

    def test_of_another_version_is_left_alone(self, tmp_path):
        GradeRecord(tmp_path).close()
        alter(tmp_path / "grades.sqlite", "PRAGMA user_version = 99")
        with pytest.raises(CourseError, match="another version"):
            GradeRecord(tmp_path)

    def test_that_is_no_database_is_left_alone(self, tmp_path):
        path = tmp_path / "grades.sqlite"
        path.write_text("a shopping list\n" * 100, encoding="utf-8")
        with pytest.raises(CourseError, match="was left as it is"):
            GradeRecord(tmp_path)
        assert path.read_text(encoding="utf-8").startswith("a shopping list")

    def test_that_another_grading_works_on_is_said_so(self, record, tmp_path):
        add(record, "ada", grades(Status.PASSED))
        with pytest.raises(CourseError, match="another grading"):
            GradeRecord(tmp_path)


KILLED = """
import os, sys
from pathlib import Path
sys.path[:0] = {path!r}
from made_grades import add, grades
from course_utils.checking.verdict import Status
from course_utils.grading.record import GradeRecord
record = GradeRecord(Path({folder!r}))
for number in range(7):
    add(record, f"student {{number}}", grades(Status.PASSED))
record._db.execute("BEGIN")
record._db.execute("DELETE FROM grades")
os.kill(os.getpid(), 9)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a process is killed by a signal here")
class TestAKilledProcess:
    def test_loses_nothing_that_was_recorded(self, tmp_path):
        path = [str(Path(__file__).parent), *sys.path]
        code = KILLED.format(path=path, folder=str(tmp_path))
        done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)
        assert done.returncode == -9, done.stderr.decode()
        with GradeRecord(tmp_path) as record:
            assert len(record.students()) == 7
            assert sum(grade.status is Status.PASSED for grade in record.grades()) == 70
