"""Whether a value is the truth: shape before dtype before values, on plain copies of the numbers.

Nothing here asks the value anything: its class, ``__eq__`` and ``__array__`` are never consulted.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from course_utils.checking.arguments import (
    arguments_text,
    array_text,
    entry_text,
    has_float32,
    number_text,
)
from course_utils.checking.exercise import Between, Case, Either, Exercise, Tolerance
from course_utils.checking.verdict import Difference

DEEPEST_NESTING = 8
NEARLY = 1e-4  # a relative difference below this looks like lost digits, not a wrong idea


class NotNumbersError(Exception):
    """A value cannot be read as real numbers; ``stage`` says whether by its shape or its type."""

    def __init__(self, stage: str, text: str) -> None:
        super().__init__(text)
        self.stage = stage


def plain(value: Any, depth: int = 0) -> NDArray[Any]:
    """A fresh, plain array of the real numbers in a value.

    Accepts numbers, arrays (a subclass loses its class) and lists or tuples of these.
    Raises NotNumbersError for anything else: text, complex numbers, objects, ragged lists.
    """
    if isinstance(value, (bool, np.bool_)):
        return np.array(bool(value))
    if isinstance(value, int):
        return _whole_number(value)
    if isinstance(value, (float, np.generic, np.ndarray)):
        return _real(np.array(value, copy=True, subok=False))
    if isinstance(value, (list, tuple)):
        if depth == DEEPEST_NESTING:
            raise NotNumbersError("shape", "a list nested more than 8 deep")
        base: Any = list if isinstance(value, list) else tuple
        entries = [plain(entry, depth + 1) for entry in base.__iter__(value)]
        if len({entry.shape for entry in entries}) > 1:
            raise NotNumbersError("shape", "a list whose entries have different lengths")
        return np.array(entries) if entries else np.zeros(0)
    if value is None:
        raise NotNumbersError("dtype", "None among the numbers")
    raise NotNumbersError("dtype", f"{article(type(value).__name__)}, which is not a number")


def _whole_number(value: int) -> NDArray[Any]:
    try:
        return np.array(float(int.__index__(value)))
    except OverflowError:
        raise NotNumbersError("dtype", "a whole number beyond the range of float64") from None


def _real(values: NDArray[Any]) -> NDArray[Any]:
    if values.dtype.kind not in "biuf":
        what = {"c": "complex numbers", "O": "objects", "U": "text", "S": "bytes"}
        kind = what.get(values.dtype.kind, f"entries of type {values.dtype}")
        raise NotNumbersError("dtype", f"an array of {kind} (dtype {values.dtype})")
    return values


def article(noun: str) -> str:
    """The noun with "a" or "an" before it."""
    noun = "array" if noun == "ndarray" else noun
    return f"an {noun}" if noun[:1].lower() in "aeiou" else f"a {noun}"


def tolerance_for(exercise: Exercise, case: Case) -> tuple[float, float]:
    """The absolute and relative tolerance of one case."""
    tolerance: Tolerance = case.tolerance or exercise.tolerance
    if has_float32(case.arguments):
        return tolerance.atol32, tolerance.rtol32
    return tolerance.atol, tolerance.rtol


def close(got: NDArray[Any], truth: Any, atol: float, rtol: float) -> NDArray[np.bool_]:
    """Entry by entry, whether ``|got - truth| <= atol + rtol * |truth|``; nan never is."""
    got = got.astype(np.float64)
    with np.errstate(all="ignore"):
        if isinstance(truth, Either):
            return close(got, truth.one, atol, rtol) | close(got, truth.other, atol, rtol)
        if isinstance(truth, Between):
            low, high = (np.asarray(bound, np.float64) for bound in (truth.low, truth.high))
            above = got >= low - (atol + rtol * np.abs(low))
            below = got <= high + (atol + rtol * np.abs(high))
            return np.asarray(above & below)
        truth = np.asarray(truth, np.float64)
        same = got == truth  # infinities
        near = np.abs(got - truth) <= atol + rtol * np.abs(truth)
        return np.asarray(same | (near & np.isfinite(truth)))


def shape_of(truth: Any) -> tuple[int, ...]:
    """The shape of a truth, also of an interval or a pair of right values."""
    if isinstance(truth, Between):
        return np.shape(truth.low)
    if isinstance(truth, Either):
        return np.shape(truth.one)
    return np.shape(truth)


def difference(exercise: Exercise, case: Case, truth: Any, value: Any) -> Difference | None:
    """The first way in which a value differs from the truth, or None where it is right."""
    if value is None:
        missing = "returned None (is a return missing, or a print in its place?)"
        return Difference("none", missing, idea=case.idea)
    try:
        if exercise.behaviour is not None:
            return _behaviour_difference(exercise, case, truth, value)
        if isinstance(truth, tuple):
            return _parts_difference(exercise, case, truth, value)
        return _array_difference(exercise, case, truth, plain(value))
    except NotNumbersError as error:
        stage: Any = error.stage
        return Difference(stage, f"returned {error}", idea=case.idea)


def _behaviour_difference(
    exercise: Exercise, case: Case, truth: Any, value: Any
) -> Difference | None:
    assert exercise.behaviour is not None
    several = isinstance(value, (list, tuple))
    numbers = tuple(plain(part) for part in value) if several else plain(value)
    try:
        with np.errstate(all="ignore"):
            behaves = exercise.behaviour(case.arguments, numbers)
    except ValueError as error:
        return Difference("shape", str(error), idea=case.idea)
    found = _array_difference(exercise, case, truth, np.asarray(behaves))
    if found is None or not found.index or exercise.probe is None:
        return found
    at = f"x = {array_text(np.asarray(exercise.probe(case.arguments))[found.index[0]])}"
    shown = f"{found.arguments}, at {at}" if found.arguments else at
    return replace(found, arguments=shown, observed=found.observed.partition(" at index")[0])


def _parts_difference(
    exercise: Exercise, case: Case, truth: tuple[Any, ...], value: Any
) -> Difference | None:
    if not isinstance(value, (list, tuple)) or len(value) != len(truth):
        got = f"{len(value)}" if isinstance(value, (list, tuple)) else article(type(value).__name__)
        named = f" ({', '.join(exercise.results)})" if exercise.results else ""
        text = f"returned {got} where {len(truth)} results are asked for{named}"
        return Difference("shape", text)
    names = exercise.results or tuple(f"result {k + 1}" for k in range(len(truth)))
    found = [
        _array_difference(exercise, case, part, plain(got), f"{name}: ")
        for name, part, got in zip(names, truth, value, strict=True)
    ]
    shapes_first = [d for d in found if d is not None and d.stage == "shape"]
    return next((d for d in [*shapes_first, *found] if d is not None), None)


def _array_difference(
    exercise: Exercise, case: Case, truth: Any, got: NDArray[Any], part: str = ""
) -> Difference | None:
    shape = shape_of(truth)
    if got.shape != shape:
        shown = arguments_text(exercise.parameters, case.arguments)
        observed = f"{part}expected {shape_text(shape)}, got {shape_text(got.shape)}"
        return Difference(
            "shape", observed, None, shown, shape_text(shape), shape_text(got.shape), case.idea
        )
    right = close(got, truth, *tolerance_for(exercise, case))
    if right.all():
        return None
    index = tuple(int(i) for i in np.argwhere(~right)[0])
    shown = (
        entry_text(exercise.parameters, case.arguments, index, shape)
        if exercise.elementwise
        else arguments_text(exercise.parameters, case.arguments)
    )
    expected, answer = number_pair(truth, got, index)
    place = f" at index {index if len(index) > 1 else index[0]}" if index else ""
    place = "" if exercise.elementwise else place  # there the argument itself is shown
    observed = f"{part}expected {expected}, got {answer}{place}{nearly(truth, got, index, case)}"
    return Difference("values", observed, index, shown, expected, answer, case.idea)


def nearly(truth: Any, got: NDArray[Any], index: tuple[int, ...], case: Case) -> str:
    """A word on a value that is nearly right: single precision, or a loss of digits."""
    if isinstance(truth, (Between, Either)):
        return ""
    with np.errstate(all="ignore"):
        expected, answer = np.asarray(truth, np.float64)[index], got.astype(np.float64)[index]
        apart = float(np.abs(answer - expected) / np.abs(expected))
    if not 0 < apart < NEARLY:
        return ""
    if got.dtype == np.float32 and not has_float32(case.arguments):
        return f" (a relative difference of {apart:.0e}: your result is float32)"
    return f" (a relative difference of {apart:.0e}, more than rounding explains)"


def shape_text(shape: tuple[int, ...]) -> str:
    """A shape in words: "a single number" for the empty one."""
    return f"shape {shape}" if shape else "a single number"


def number_pair(truth: Any, got: NDArray[Any], index: tuple[int, ...]) -> tuple[str, str]:
    """Expected and given number as texts, with enough digits to tell them apart."""
    answer = got[index]
    if isinstance(truth, Between):
        low, high = (np.asarray(bound)[index] for bound in (truth.low, truth.high))
        if number_text(low) == number_text(high):
            return number_pair(low, got, index)
        return interval_text(low, high), number_text(answer)
    if isinstance(truth, Either):
        one, other = (np.asarray(side)[index] for side in (truth.one, truth.other))
        same = number_text(one) == number_text(other)
        text = number_text(one) if same else f"{number_text(one)} or {number_text(other)}"
        return text, number_text(answer)
    expected = np.asarray(truth)[index] if np.ndim(truth) else np.asarray(truth)[()]
    if number_text(expected) != number_text(answer):
        return number_text(expected), number_text(answer)
    return f"{float(expected):.17g}", f"{float(answer):.17g}"


def interval_text(low: Any, high: Any) -> str:
    """A closed interval in words; an infinite end is left out."""
    if np.isneginf(low):
        return f"at most {number_text(high)}"
    if np.isposinf(high):
        return f"at least {number_text(low)}"
    return f"between {number_text(low)} and {number_text(high)}"


def value_text(value: Any) -> str:
    """A value as it is shown beside the expected one."""
    try:
        return array_text(plain(value))
    except NotNumbersError as error:
        return str(error)
