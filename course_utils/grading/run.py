"""Grading a folder: what is missing on the record is graded, recorded, and shown to everybody."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from course_utils.catalog import EXERCISES
from course_utils.checking.verdict import Status
from course_utils.errors import CourseError
from course_utils.grading import work
from course_utils.grading.bench import Limits, Marked
from course_utils.grading.engines import Engine
from course_utils.grading.feedback import page_path, shows, write_feedback
from course_utils.grading.gradebook import write_tables
from course_utils.grading.pictures import Picture, picture
from course_utils.grading.record import Graded, GradeRecord, Key
from course_utils.grading.submissions import Found, Placed, read
from course_utils.grading.version import course_version
from course_utils.grading.work import Task

PATIENCE = 3.0  # times the limits for the second try of what ran out of time

Watch = Callable[[list[Status]], None]


@dataclass
class Summary:
    """What a grading did."""

    graded: int = 0
    known: int = 0
    not_graded: int = 0
    files: list[Path] = field(default_factory=list)


@dataclass
class ClassGrading:
    """One grading of one class: where to, with what, and who is told of every submission."""

    found: Found
    out: Path
    engine: Engine
    seed: int
    watch: Watch
    limits: Limits = field(default_factory=Limits)

    def run(self) -> Summary:
        """Grade what is missing, and write every table and page.

        Raises
        ------
        CourseError
            If the folder cannot be written to, or nothing can be graded on this machine.
        """
        summary = Summary()
        with GradeRecord(prepared(self.out)) as record:
            again: list[int] = []
            for task, marked in self.engine.run(self._missing(record, summary), self.limits):
                if work.timed_out(marked):
                    again.append(task.number)
                else:
                    self._keep(record, task, marked, summary)
            patient = self.limits.scaled(PATIENCE)
            tasks = (self._task(self.found.placed[number], number) for number in again)
            for task, marked in self.engine.run(tasks, patient, alone=True):
                self._keep(record, task, marked, summary)
            summary.files = write_tables(record, self.found.left, self.out)
        return summary

    def _missing(self, record: GradeRecord, summary: Summary) -> Iterator[Task]:
        """The submissions without a complete attempt on record; the others are confirmed."""
        for number, placed in enumerate(self.found.placed):
            task = self._task(placed, number)
            attempt = record.graded(self._key(placed, task))
            if attempt is None:
                yield task
                continue
            record.keep(placed.student, placed.sheet, attempt)
            summary.known += 1
            grades = list(record.grades(placed.student.key, placed.sheet))
            if not shows(page_path(self.out, placed.student.key, placed.sheet), grades[0]):
                write_feedback(self.out, grades)
            self.watch([grade.status for grade in grades])

    def _task(self, placed: Placed, number: int) -> Task:
        return Task(number, placed.sheet, read(placed.path), self.seed)

    def _key(self, placed: Placed, task: Task) -> Key:
        digest = hashlib.sha256(task.data).hexdigest()
        return Key(placed.student.key, placed.sheet, digest, self.seed, course_version())

    def _keep(self, record: GradeRecord, task: Task, marked: Marked, summary: Summary) -> None:
        """Record one result; its page is written once it is on the record."""
        placed = self.found.placed[task.number]
        grades = graded(task, marked)
        protection, key = marked.protection, self._key(placed, task)
        record.add(placed.student, key, placed.file, protection, marked.notes, grades)
        write_feedback(self.out, list(record.grades(placed.student.key, placed.sheet)))
        summary.graded += 1
        summary.not_graded += any(each.points is None for each in grades)
        self.watch([each.verdict.status for each in grades])


def graded(task: Task, marked: Marked) -> list[Graded]:
    """The verdicts of one submission with what is kept of each answer."""
    return [
        Graded(
            verdict,
            EXERCISES[verdict.exercise].points,
            marked.texts.get(verdict.exercise, ""),
            _picture(verdict.exercise, marked),
        )
        for verdict in marked.verdicts
    ]


def _picture(name: str, marked: Marked) -> Picture | None:
    curves = marked.curves.get(name)
    return None if curves is None else picture(EXERCISES[name], curves)


def prepared(out: Path) -> Path:
    """The folder for the results, made where there is none; CourseError where it cannot be."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise CourseError(f"{out} is a file; name a folder for the results") from None
    except OSError as error:
        raise CourseError(f"{out} cannot be made: {error.strerror or error}") from error
    return out
