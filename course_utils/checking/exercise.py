"""What an exercise is: its cases, its reference, its known mistakes. Values only, no behaviour."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from course_utils.checking.verdict import Difference


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far an answer may be from the truth: ``|got - truth| <= atol + rtol * |truth|``.

    The first pair serves float64 (and integer) arguments, the second pair any float32 argument.
    """

    atol: float = 1e-12
    rtol: float = 1e-9
    atol32: float = 1e-6
    rtol32: float = 1e-5


@dataclass(frozen=True, slots=True)
class Case:
    """One call: the arguments by position, and the idea that it probes, in the learner's words.

    An answer that is right in every ordinary case but wrong in an extreme one is unstable, not
    wrong. A tolerance given here takes precedence over the exercise's own.
    """

    arguments: tuple[Any, ...]
    idea: str
    extreme: bool = False
    tolerance: Tolerance | None = None


@dataclass(frozen=True, slots=True)
class Between:
    """A truth that is a closed interval, entry by entry: every subgradient at a kink is right."""

    low: Any
    high: Any


@dataclass(frozen=True, slots=True)
class Either:
    """A truth with two right values, entry by entry: at a tie both labels are right."""

    one: Any
    other: Any


@dataclass(frozen=True, slots=True)
class Mistake:
    """A known wrong idea: an implementation of it (or a wrong value) and the question that helps.

    Where an answer reproduces what ``wrong`` returns, the learner is shown ``question``.
    """

    id: str
    wrong: Any
    question: str


@dataclass(frozen=True, slots=True)
class Exercise:
    """Everything that is needed to mark one answer and to help the one who wrote it.

    ``cases`` draws fresh inputs from a generator; ``reference`` gives the truth for one case's
    arguments: numbers, a tuple of them, a ``Between`` or an ``Either``. ``behaviour`` turns the
    arguments and an answer's value into the numbers that are compared, for exercises where
    only what the answer does counts, and ``probe`` gives the inputs (one per row) on which it
    is observed, to be shown in messages. ``judge_value`` replaces the comparison altogether, for
    answers that are not numbers (a quiz); it returns None where the value is right.
    ``results`` names the parts of an answer of several, for messages.
    ``curve`` is the interval on which a function of one variable is drawn for the learner.
    """

    name: str
    sheet: str
    title: str
    points: float
    parameters: tuple[str, ...]
    cases: Callable[[np.random.Generator], Sequence[Case]]
    reference: Callable[..., Any]
    kind: Literal["function", "value"] = "function"
    tolerance: Tolerance = Tolerance()
    behaviour: Callable[[tuple[Any, ...], Any], Any] | None = None
    probe: Callable[[tuple[Any, ...]], Any] | None = None
    judge_value: Callable[[Any], Difference | None] | None = None
    elementwise: bool = False
    results: tuple[str, ...] = ()
    curve: tuple[float, float] | None = None
    mistakes: tuple[Mistake, ...] = ()
    hints: tuple[str, ...] = ()
