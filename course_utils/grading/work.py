"""Grading one submission: the one function that every engine calls, here or on another machine."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import cache

from course_utils.catalog import SHEETS
from course_utils.checking.verdict import Status, Verdict
from course_utils.errors import CourseError
from course_utils.grading.bench import Bench, Limits, Marked
from course_utils.grading.protection import Protection, best, missing
from course_utils.grading.version import course_version


@dataclass(frozen=True, slots=True)
class Task:
    """What is needed to grade one submission, and nothing else: no path, no name."""

    number: int
    sheet: str
    data: bytes
    seed: int


class Benches:
    """The benches of one process: one for the usual limits and one for each second try's.

    Raises
    ------
    CourseError
        If this machine has no protection, and the submissions are not trusted.
    """

    def __init__(self, trusted: bool) -> None:
        self._of_limits: dict[Limits, Bench] = {}
        self._lock = threading.Lock()
        self.protection = best(trusted, self._obstacle)

    def _obstacle(self, kind: Protection) -> str:
        """Why no bench can be had under a protection; else it is kept, and not started again."""
        lacks = missing(kind)
        if lacks:
            return lacks
        try:
            bench = Bench(kind, Limits())
            self._of_limits[Limits()] = bench
            bench.try_out()
        except CourseError as reason:
            self.close()
            self._of_limits.clear()
            return str(reason)
        return ""

    def grade(self, task: Task, limits: Limits) -> Marked:
        """Grade a submission; where that is not possible through a fault of ours, say so."""
        try:
            return self._bench(limits).grade(task.data, SHEETS[task.sheet], task.seed)
        except CourseError:
            raise
        except Exception as fault:
            return not_graded(task, f"{type(fault).__name__}: {fault}")

    def _bench(self, limits: Limits) -> Bench:
        with self._lock:
            if limits not in self._of_limits:
                self._of_limits[limits] = Bench(self.protection, limits)
            return self._of_limits[limits]

    def close(self) -> None:
        """End every process that a bench keeps, also those at work."""
        with self._lock:
            for bench in self._of_limits.values():
                bench.close()


def grade_there(task: Task, limits: Limits, trusted: bool, course: str) -> Marked:
    """Grade a submission on another machine, whose benches stay warm from task to task.

    Raises
    ------
    CourseError
        If that machine has no protection (and the submissions are not trusted), or another
        version of the course.
    """
    if course != course_version():
        raise CourseError(
            f"a worker has the course's version {course_version()}, not {course}; install the same "
            "one on all machines"
        )
    return _benches_there(trusted).grade(task, limits)


@cache
def _benches_there(trusted: bool) -> Benches:
    return Benches(trusted)


def not_graded(task: Task, why: str) -> Marked:
    """What is said where the grader itself failed: no points are given, and none are lost."""
    text = f"Not graded, through a fault of the grader ({why}). Run the grading again."
    verdicts = tuple(
        Verdict(exercise.name, Status.GRADER_ERROR, None, text) for exercise in SHEETS[task.sheet]
    )
    return Marked(verdicts=verdicts, notes=(), protection="")


def timed_out(marked: Marked) -> bool:
    """Whether something ran out of time, so that it deserves a second try alone."""
    return any(verdict.status is Status.TIMED_OUT for verdict in marked.verdicts)
