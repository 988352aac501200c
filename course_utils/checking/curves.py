"""A function of one variable as the learner wrote it, and the reference: two curves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from course_utils.checking.compare import NotNumbersError, plain
from course_utils.checking.exercise import Between, Either, Exercise
from course_utils.checking.verdict import Outcome

POINTS = 401
WIDER = 200.0  # an unstable answer parts from the reference far out
VISIBLE = 0.005  # of the picture's height; smaller differences cannot be seen

Call = Callable[[tuple[Any, ...]], Outcome]
Curves = tuple[NDArray[Any], NDArray[Any], NDArray[Any]]


def visible_curves(exercise: Exercise, call: Call) -> Curves | None:
    """Inputs, the learner's values and the reference's, where a picture would show a difference."""
    if exercise.curve is None:
        return None
    low, high = exercise.curve
    spans = [(low, high)]
    if low < 0 < high:
        spans.append((WIDER * low, WIDER * high))
    for span in spans:
        curves = _curves(exercise, call, *span)
        if curves is not None and _differ(*curves[1:]):
            return curves
    return None


def _curves(exercise: Exercise, call: Call, low: float, high: float) -> Curves | None:
    z = np.linspace(low, high, POINTS)
    outcome = call((z,))
    if outcome.kind != "returned":
        return None
    try:
        yours = plain(outcome.value).astype(float)
    except NotNumbersError:
        return None
    if yours.shape != z.shape:
        return None
    with np.errstate(all="ignore"):
        truth = exercise.reference(z)
    if isinstance(truth, Between):
        truth = truth.low
    if isinstance(truth, Either):
        truth = truth.one
    return z, yours, np.asarray(truth, float)


def _differ(yours: NDArray[Any], expected: NDArray[Any]) -> bool:
    finite = expected[np.isfinite(expected)]
    height = float(np.ptp(finite)) if finite.size else 0.0
    gap = np.isfinite(expected) & ~np.isfinite(yours)
    apart = np.isfinite(yours) & (np.abs(yours - expected) > VISIBLE * (height or 1.0))
    return bool((gap | apart).any())


def alternative(
    exercise: Exercise, z: NDArray[Any], yours: NDArray[Any], expected: NDArray[Any]
) -> str:
    """The picture in words: where the two curves are farthest apart, or yours has no values."""
    text = f"Your {exercise.name} and the expected one for inputs from {z[0]:g} to {z[-1]:g}."
    missing = np.isfinite(expected) & ~np.isfinite(yours)
    if missing.any():
        first, last = z[missing][0], z[missing][-1]
        where = f"at {first:.3g}" if first == last else f"between {first:.3g} and {last:.3g}"
        text += f" Yours has no finite value {where}."
    both = np.isfinite(yours) & np.isfinite(expected)
    if both.any():
        gap = np.where(both, np.abs(np.where(both, yours - expected, 0.0)), -1.0)
        place = int(np.argmax(gap))
        mine, truth = f"{yours[place]:.3g}", f"{expected[place]:.3g}"
        if mine == truth:
            text += " Where both have values, no difference can be seen."
        else:
            text += f" They are farthest apart at {z[place]:.3g}: yours {mine}, expected {truth}."
    return text
