"""Softmaxes for the exercise "break the checker": right ones in honest styles, and wrong ones.

Each is a function of (logits, axis, temperature), all by position. The wrong ones are the known
mistakes of sheet 04, one for each wrong idea, simple ones first, and two more.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from course_utils.catalog.softmax_mistakes import SOFTMAX

Softmax = Callable[[Any, int, float], Any]


@dataclass(frozen=True, slots=True)
class Right:
    """A right softmax, and its style in words: "a right softmax that ..."."""

    style: str
    function: Softmax


@dataclass(frozen=True, slots=True)
class Wrong:
    """A wrong softmax and the id of its idea; what it does is found out by calling it."""

    id: str
    function: Softmax


def _by_the_book(logits: Any, axis: int, temperature: float) -> Any:
    z = np.asarray(logits, np.float64)
    e = np.exp((z - z.max(axis=axis, keepdims=True)) / temperature)
    return e / e.sum(axis=axis, keepdims=True)


def _axis_moved(logits: Any, axis: int, temperature: float) -> Any:
    z = np.moveaxis(np.asarray(logits, np.float64), axis, -1)
    e = np.exp((z - z.max(axis=-1)[..., None]) / temperature)
    return np.moveaxis(e / e.sum(axis=-1)[..., None], -1, axis)


def _by_log_softmax(logits: Any, axis: int, temperature: float) -> Any:
    z = np.asarray(logits, np.float64)
    z = (z - z.max(axis=axis, keepdims=True)) / temperature
    return np.exp(z - np.logaddexp.reduce(z, axis=axis, keepdims=True))


def _pairwise(logits: Any, axis: int, temperature: float) -> Any:
    z = np.moveaxis(np.asarray(logits, np.float64), axis, -1)
    with np.errstate(over="ignore"):  # 1 over infinity is 0, which is right
        ratios = np.exp((z[..., None, :] - z[..., :, None]) / temperature)
        return np.moveaxis(1 / ratios.sum(axis=-1), -1, axis)


def _nested_lists(logits: Any, axis: int, temperature: float) -> Any:
    z = np.moveaxis(np.asarray(logits), axis, -1)
    p = np.zeros(z.shape)
    for index in np.ndindex(z.shape[:-1]):
        row = [float(value) for value in z[index]]
        e = [math.exp((value - max(row)) / float(temperature)) for value in row]
        p[index] = [value / math.fsum(e) for value in e]
    return np.moveaxis(p, -1, axis).tolist()


def _single_stays_single(logits: Any, axis: int, temperature: float) -> Any:
    single = np.asarray(logits).dtype == np.float32
    return _by_the_book(logits, axis, temperature).astype(np.float32 if single else np.float64)


def _rounds_its_own_way(logits: Any, axis: int, temperature: float) -> Any:
    z = np.asarray(logits, np.float64)
    e = np.exp((z - z.max(axis=axis, keepdims=True)) / temperature)
    return e / (e.sum(axis=axis, keepdims=True) + 1e-12)


def _overflows_on_the_way(logits: Any, axis: int, temperature: float) -> Any:
    z = np.moveaxis(np.asarray(logits, np.float64), axis, -1)
    ratios = np.exp((z[..., None, :] - z[..., :, None]) / temperature)
    return np.moveaxis(1 / ratios.sum(axis=-1), -1, axis)


def _forgets_the_temperature(logits: Any, axis: int, temperature: float) -> Any:
    return _by_the_book(logits, axis, 1.0)


RIGHT: tuple[Right, ...] = (
    Right("shifts by the maximum and divides", _by_the_book),
    Right("moves the axis to the end and back", _axis_moved),
    Right("takes the exponential of log-softmax", _by_log_softmax),
    Right("divides 1 by sums of ratios", _pairwise),
    Right("returns nested lists", _nested_lists),
    Right("returns float32 where the logits are float32", _single_stays_single),
    Right("differs in the thirteenth digit, by rounding", _rounds_its_own_way),
)


def _one_of_each(ids: str) -> tuple[Wrong, ...]:
    """The first known mistake of each of these ids."""
    first = {mistake.id: mistake.wrong for mistake in reversed(SOFTMAX)}
    return tuple(Wrong(id, first[id]) for id in ids.split())


# Named one by one: a mistake added to the sheet does not change the numbers of the lesson.
WRONG: tuple[Wrong, ...] = (
    *_one_of_each("X1 X2 X3 X4 X5 X6 X7 X8 X9 X10 X11 X13 X14 X15 X16 X17 X20 X21 X22 X24 X40 X41"),
    Wrong("X21, temperature forgotten", _forgets_the_temperature),
    Wrong("overflow on the way", _overflows_on_the_way),
)
