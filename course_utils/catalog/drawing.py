"""Drawing the inputs of cases: small simple numbers first, then shapes, types and layouts."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from course_utils.checking.exercise import Case, Tolerance

ORDINARY = 12.0  # up to this magnitude an input is ordinary: exercises.md, common rules


def elementwise_cases(
    generator: np.random.Generator,
    simple: Sequence[float],
    interval: tuple[float, float],
    *,
    whole: Sequence[int] = (),
    numbers: Sequence[float] = (),
) -> list[Case]:
    """Ordinary cases for a function of one array of any shape: a few per type, shape and layout.

    ``simple`` are numbers worth showing to a person, ``interval`` bounds the random ones,
    ``whole`` are whole numbers for an integer array, ``numbers`` plain Python numbers.
    """
    low, high = interval

    def draw(*shape: int) -> np.ndarray:
        return generator.uniform(low, high, shape)

    evenly = np.linspace(low, high, 8)[1:-1].reshape(2, 3)
    cases = [Case((np.array(simple, np.float64),), "a few simple numbers")]
    cases += [Case((number,), "a plain number, not an array") for number in numbers]
    if whole:
        cases.append(Case((np.array(whole, np.int64),), "whole numbers (an integer array)"))
    cases += [
        Case((draw(3, 2),), "a two-dimensional array"),
        Case((draw(2, 1, 3),), "a three-dimensional array"),
        Case((draw(4, 6)[:, ::2],), "every second column of a larger array"),
        Case((np.asfortranarray(evenly),), "an array stored column by column"),
        Case((read_only(draw(5)),), "an array that must not be changed (read-only)"),
        Case((draw(6).astype(np.float32),), "single precision (float32)"),
    ]
    return cases


def extreme_cases(
    values: Sequence[float], idea: str, tolerance: Tolerance | None = None
) -> list[Case]:
    """One extreme case per value, so that the message can name the value that breaks an answer."""
    return [Case((np.array([value]),), idea, True, tolerance) for value in values]


def read_only(values: np.ndarray) -> np.ndarray:
    """The same array, closed for writing."""
    values.setflags(write=False)
    return values
