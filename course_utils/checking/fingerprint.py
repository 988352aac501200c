"""Recognising a known mistake: an answer that does what the wrong idea does, case by case."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from course_utils.checking import once
from course_utils.checking.arguments import has_float32
from course_utils.checking.compare import NotNumbersError, difference, plain
from course_utils.checking.exercise import Case, Exercise, Mistake
from course_utils.checking.verdict import Outcome


def recognise(
    exercise: Exercise, cases: Sequence[Case], outcomes: Sequence[Outcome], extremes: bool
) -> Mistake | None:
    """The known mistake whose numbers the answer reproduces, or None.

    A wrong answer is compared in the ordinary cases only; one that is right there (``extremes``)
    in all of them, flags included where its values are finite, since that is where unstable ideas
    differ from one another. Single precision is left out: whether an answer widens it is a
    matter of style.
    """
    if exercise.kind == "value":
        value = outcomes[0].value
        return next((m for m in exercise.mistakes if m.wrong(value)), None)
    observed = [
        (case, outcome)
        for case, outcome in zip(cases, outcomes, strict=False)
        if (extremes or not case.extreme) and not has_float32(case.arguments)
    ]
    # An answer may hold the wrong idea and ignore its optional arguments besides.
    fewest = min((len(case.arguments) for case, _ in observed), default=0)
    plainest = [pair for pair in observed if len(pair[0].arguments) == fewest]
    return next(
        (
            mistake
            for compared in (observed, plainest)
            for mistake in exercise.mistakes
            if reproduces(exercise, mistake, compared, extremes)
        ),
        None,
    )


def reproduces(
    exercise: Exercise,
    mistake: Mistake,
    observed: Sequence[tuple[Case, Outcome]],
    extremes: bool,
) -> bool:
    """Whether the wrong idea does in every case what the answer did, and is wrong in one."""
    wrong_somewhere = False
    for case, outcome in observed:
        wrong = once.wrong(mistake, case)
        if not alike(exercise, case, outcome, wrong, extremes):
            return False
        wrong_somewhere = wrong_somewhere or _is_wrong(exercise, case, wrong, extremes)
    return wrong_somewhere


def _is_wrong(exercise: Exercise, case: Case, outcome: Outcome, extremes: bool) -> bool:
    if outcome.kind != "returned" or outcome.modified or (extremes and outcome.flags):
        return True
    return difference(exercise, case, once.truth(exercise, case), outcome.value) is not None


def alike(exercise: Exercise, case: Case, answer: Outcome, wrong: Outcome, extremes: bool) -> bool:
    """Whether two calls did the same: the same numbers, or the same exception."""
    if answer.kind != wrong.kind or answer.modified != wrong.modified:
        return False
    if answer.kind == "raised":
        return (answer.error, answer.message) == (wrong.error, wrong.message)
    if answer.kind != "returned":
        return True
    if answer.value is None or wrong.value is None:
        return answer.value is wrong.value
    one, other = _numbers(exercise, case, answer), _numbers(exercise, case, wrong)
    if one is None or other is None or len(one) != len(other):
        return one is other  # neither consists of numbers
    if extremes and all(np.isfinite(part).all() for part in one) and answer.flags != wrong.flags:
        return False
    atol = 1e-300 if extremes else 1e-12
    return all(_same_numbers(a, b, atol) for a, b in zip(one, other, strict=True))


def _numbers(exercise: Exercise, case: Case, outcome: Outcome) -> list[Any] | None:
    """The plain arrays in a result (what it does, for exercises up to behaviour)."""
    value = outcome.value
    try:
        if exercise.behaviour is not None:
            several = isinstance(value, (list, tuple))
            parts = tuple(plain(part) for part in value) if several else plain(value)
            with np.errstate(all="ignore"):
                return [np.asarray(exercise.behaviour(case.arguments, parts))]
        if isinstance(value, tuple):
            return [plain(part) for part in value]
        return [plain(value)]
    except (NotNumbersError, ValueError):
        return None


def _same_numbers(one: Any, other: Any, atol: float) -> bool:
    one, other = one.astype(float), other.astype(float)
    return one.shape == other.shape and np.allclose(
        one, other, rtol=1e-6, atol=atol, equal_nan=True
    )
