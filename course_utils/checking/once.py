"""What is the same for every answer to an exercise, worked out once: cases, truths, known mistakes.

Exercises and cases are compared by identity: they are values that live as long as the program.
"""

from __future__ import annotations

import threading
import zlib
from functools import lru_cache
from typing import Any

import numpy as np

from course_utils.checking.arguments import in_double_precision
from course_utils.checking.exercise import Case, Exercise, Mistake
from course_utils.checking.local import local_call
from course_utils.checking.verdict import Outcome

# Warnings are recorded for the whole process, so that only one thread at a time may judge.
JUDGING = threading.RLock()


class Same:
    """A key that is equal to another where both hold the very same object."""

    __slots__ = ("it",)

    def __init__(self, it: Any) -> None:
        self.it = it

    def __hash__(self) -> int:
        return id(self.it)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.it is other.it


def drawn(exercise: Exercise, seed: int) -> tuple[Case, ...]:
    """The cases of one seed; nobody changes their arguments."""
    return _drawn(Same(exercise), seed)


@lru_cache(maxsize=256)
def _drawn(exercise: Same, seed: int) -> tuple[Case, ...]:
    generator = np.random.default_rng([seed, zlib.crc32(exercise.it.name.encode())])
    cases = tuple(exercise.it.cases(generator))
    if exercise.it.kind == "value":
        return cases
    again = cases[0]
    return (*cases, Case(again.arguments, "a second call gives the same answer", again.extreme))


def truth(exercise: Exercise, case: Case) -> Any:
    """What the reference gives for a case."""
    return _truth(Same(exercise), Same(case))


@lru_cache(maxsize=8192)
def _truth(exercise: Same, case: Same) -> Any:
    return exercise.it.reference(*in_double_precision(case.it.arguments))


def wrong(mistake: Mistake, case: Case) -> Outcome:
    """What a known wrong idea does in a case."""
    return _wrong(Same(mistake), Same(case))


@lru_cache(maxsize=65536)
def _wrong(mistake: Same, case: Same) -> Outcome:
    return local_call(mistake.it.wrong)(case.it.arguments)
