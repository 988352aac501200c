"""The record of a class: every attempt that was graded, in one SQLite file that is only added to.

Write-ahead logging with synchronous=FULL: what was recorded is on the disk, one transaction for
each submission. The connection holds the file for itself: two gradings cannot work on one record.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from course_utils.checking.verdict import Difference, Status, Verdict
from course_utils.errors import CourseError
from course_utils.grading.pictures import Picture
from course_utils.grading.submissions import Student

FILE = "grades.sqlite"
LAYOUT = 1
APPLICATION = 0x41435447  # "ACTG": tells this record from any other SQLite file
SCHEMA = """
CREATE TABLE students (student TEXT PRIMARY KEY, name TEXT, number TEXT, origin TEXT);
CREATE TABLE attempts (
    id INTEGER PRIMARY KEY, student TEXT, sheet TEXT, file TEXT, sha256 TEXT, seed INTEGER,
    course TEXT, protection TEXT, complete INTEGER, notes TEXT, time TEXT);
CREATE INDEX attempts_by_key ON attempts (student, sheet, sha256, seed, course);
CREATE TABLE grades (
    attempt INTEGER REFERENCES attempts, position INTEGER, exercise TEXT, status TEXT,
    points REAL, max_points REAL, misconception TEXT, message TEXT, question TEXT,
    difference TEXT, picture TEXT, answer TEXT, PRIMARY KEY (attempt, position)) WITHOUT ROWID;
CREATE TABLE latest (
    student TEXT, sheet TEXT, attempt INTEGER REFERENCES attempts, PRIMARY KEY (student, sheet)
) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Key:
    """What a verdict depends on: the same key is never graded twice."""

    student: str
    sheet: str
    sha256: str
    seed: int
    course: str


@dataclass(frozen=True, slots=True)
class Grade:
    """One row of the gradebook: one exercise of one student, of the latest attempt.

    ``points`` is None where the grader itself failed: not graded, never 0. ``answer`` is a hash of
    the answer's text, ``picture`` the curve of a function of one variable, where there is one.
    """

    student: str
    sheet: str
    exercise: str
    status: Status
    points: float | None
    max_points: float
    misconception: str
    message: str
    question: str
    difference: Difference | None
    picture: Picture | None
    answer: str
    file: str
    sha256: str
    seed: int
    course: str
    protection: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Graded:
    """One exercise as it goes into the record."""

    verdict: Verdict
    max_points: float
    answer: str = ""
    picture: Picture | None = None

    @property
    def points(self) -> float | None:
        """The points earned, None where the grader failed."""
        score = self.verdict.score
        return None if score is None else score * self.max_points


class GradeRecord:
    """The record in a folder; made where there is none. Close it, or use it in a ``with``.

    Raises
    ------
    CourseError
        If the file cannot be used: another program's, another version's, in use, not writable.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE
        with self._explained():
            self._db = sqlite3.connect(self.path, timeout=1.0, isolation_level=None)
            try:
                self._open()
            except BaseException:
                self._db.close()
                raise

    def __enter__(self) -> GradeRecord:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def _open(self) -> None:
        self._db.execute("PRAGMA locking_mode = EXCLUSIVE")
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = FULL")
        self._db.execute("BEGIN IMMEDIATE")
        application, layout = self._pragma("application_id"), self._pragma("user_version")
        empty = not self._db.execute("SELECT 1 FROM sqlite_master").fetchone()
        if not empty and application != APPLICATION:
            raise CourseError(f"{self.path} is not a record of grades; name another folder")
        if not empty and layout != LAYOUT:
            raise CourseError(
                f"{self.path} was written by another version of the course (layout {layout}, this "
                f"one writes {LAYOUT}); grade into another folder"
            )
        if empty:
            for statement in SCHEMA.split(";"):
                self._db.execute(statement)
            self._db.execute(f"PRAGMA application_id = {APPLICATION}")
            self._db.execute(f"PRAGMA user_version = {LAYOUT}")
        self._db.execute("COMMIT")

    def _pragma(self, name: str) -> int:
        return int(self._db.execute(f"PRAGMA {name}").fetchone()[0])

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as error:
            text = str(error)
            why = "is another grading at work there?" if "locked" in text else text
            raise CourseError(f"{self.path} cannot be used: {why}") from error
        except sqlite3.DatabaseError as error:
            raise CourseError(
                f"{self.path} is not a record of grades, or it is damaged ({error}); it was left "
                "as it is; grade into another folder"
            ) from error

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with self._explained():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")

    def graded(self, key: Key) -> int | None:
        """The attempt with this key, if every exercise of it was graded."""
        row = self._db.execute(
            "SELECT id FROM attempts WHERE complete AND student = ? AND sheet = ? AND sha256 = ? "
            "AND seed = ? AND course = ? ORDER BY id DESC",
            (key.student, key.sheet, key.sha256, key.seed, key.course),
        ).fetchone()
        return row and int(row[0])

    def keep(self, student: Student, sheet: str, attempt: int) -> None:
        """Say that an attempt on record is (again) the latest of its student and sheet."""
        with self._transaction():
            self._latest(student, sheet, attempt)

    def add(
        self,
        student: Student,
        key: Key,
        file: str,
        protection: str,
        notes: Sequence[str],
        grades: Sequence[Graded],
    ) -> int:
        """Add an attempt, and make it the latest of its student and sheet; returns its number."""
        complete = all(each.points is not None for each in grades)
        time = datetime.now(timezone.utc).isoformat(timespec="seconds")
        row = (*asdict(key).values(), file, protection, complete, json.dumps(list(notes)), time)
        with self._transaction():
            done = self._db.execute(
                "INSERT INTO attempts (student, sheet, sha256, seed, course, file, protection, "
                "complete, notes, time) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row,
            )
            attempt = int(done.lastrowid or 0)
            self._db.executemany(
                f"INSERT INTO grades VALUES ({', '.join('?' * 12)})",
                [_row(attempt, position, each) for position, each in enumerate(grades)],
            )
            self._latest(student, key.sheet, attempt)
        return attempt

    def _latest(self, student: Student, sheet: str, attempt: int) -> None:
        self._db.execute(
            "INSERT OR REPLACE INTO students VALUES (?, ?, ?, ?)",
            (student.key, student.name, student.number, student.origin),
        )
        self._db.execute(
            "INSERT OR REPLACE INTO latest VALUES (?, ?, ?)", (student.key, sheet, attempt)
        )

    def students(self) -> list[Student]:
        """Everybody with an attempt on record, by key."""
        rows = self._db.execute("SELECT * FROM students ORDER BY student").fetchall()
        return [Student(*row) for row in rows]

    def sheets(self) -> list[str]:
        """The sheets with an attempt on record, by name."""
        rows = self._db.execute("SELECT DISTINCT sheet FROM latest ORDER BY sheet").fetchall()
        return [row[0] for row in rows]

    def attempts(self) -> int:
        """How many attempts there are on record, earlier ones included."""
        return int(self._db.execute("SELECT count(*) FROM attempts").fetchone()[0])

    def grades(self, student: str = "", sheet: str = "") -> Iterator[Grade]:
        """The grades of the latest attempts, by student, sheet and place within the sheet.

        Of everybody, or of one student and sheet, found without a look at the others.
        """
        wanted = {"l.student = ?": student, "l.sheet = ?": sheet}
        conditions = " AND ".join(condition for condition, value in wanted.items() if value)
        only = f"WHERE {conditions} " if conditions else ""
        rows = self._db.execute(
            "SELECT a.student, a.sheet, g.exercise, g.status, g.points, g.max_points, "
            "g.misconception, g.message, g.question, g.difference, g.picture, g.answer, a.file, "
            "a.sha256, a.seed, a.course, a.protection, a.notes FROM latest l "
            "JOIN attempts a ON a.id = l.attempt JOIN grades g ON g.attempt = a.id "
            f"{only}ORDER BY l.student, l.sheet, g.position",
            [value for value in wanted.values() if value],
        )
        return map(_grade, rows)


def _row(attempt: int, position: int, each: Graded) -> tuple[Any, ...]:
    verdict = each.verdict
    return (
        attempt,
        position,
        verdict.exercise,
        verdict.status.value,
        each.points,
        each.max_points,
        verdict.misconception,
        verdict.message,
        verdict.question,
        None if verdict.difference is None else json.dumps(asdict(verdict.difference)),
        None if each.picture is None else json.dumps(each.picture),
        each.answer,
    )


def _grade(row: Sequence[Any]) -> Grade:
    fields = list(row)
    fields[3] = Status(fields[3])
    if fields[9] is not None:
        found = json.loads(fields[9])
        index = found.pop("index")
        fields[9] = Difference(**found, index=None if index is None else tuple(index))
    fields[10] = None if fields[10] is None else json.loads(fields[10])
    fields[17] = tuple(json.loads(fields[17]))
    return Grade(*fields)
