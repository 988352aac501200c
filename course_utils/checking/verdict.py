"""What a check finds: what one call did, how it differs from the truth, and the verdict."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any, Literal


class Status(str, Enum):
    """Where an answer stands. Only PASSED earns all points, UNSTABLE half, the others none."""

    PASSED = "passed"
    UNSTABLE = "unstable"
    FAILED = "failed"
    ERRORED = "errored"
    TIMED_OUT = "timed_out"
    CRASHED = "crashed"
    NOT_ATTEMPTED = "not_attempted"
    GRADER_ERROR = "grader_error"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one call of an answer did: it returned a value, or how it failed to.

    ``error`` is the exception's class name, ``message`` its text and ``where`` the learner's
    own line that raised it. ``flags`` names the floating-point conditions that were not
    silenced ("overflow", "invalid", "divide"); ``modified`` the positions of arguments that the
    call changed.
    """

    kind: Literal["returned", "raised", "missing", "signature", "timed_out", "crashed"]
    value: Any = None
    error: str = ""
    message: str = ""
    where: str = ""
    flags: frozenset[str] = frozenset()
    modified: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """The first place where an answer's value differs from the truth.

    ``stage`` is the first check that it fails, in the order of the one message. ``index`` is the
    entry within the result (None for a whole result); ``arguments``, ``expected`` and ``got``
    are short texts, ready to be shown. ``share`` is the part of the mark that is earned all the
    same, where the exercise counts (None where it does not).
    """

    stage: Literal["none", "shape", "dtype", "modified", "values", "stability"]
    observed: str
    index: tuple[int, ...] | None = None
    arguments: str = ""
    expected: str = ""
    got: str = ""
    idea: str = ""
    share: float | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """The result of checking one answer.

    ``message`` is the one thing to read, ``question`` what to think about next, ``misconception``
    the id of the known mistake whose numbers the answer reproduces ("" where none does), and
    ``difference`` the smallest counterexample, where there is one. ``score`` lies in 0 to 1, and
    is None for a grader_error, which must never count as 0.
    """

    exercise: str
    status: Status
    score: float | None
    message: str
    question: str = ""
    misconception: str = ""
    difference: Difference | None = None
