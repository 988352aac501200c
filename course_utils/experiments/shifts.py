"""Softmax of a batch by the formula with a shift, for right and wrong shifts, in float64."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]
SHIFTS = ("none", "largest of the batch", "largest of the row", "smallest of the row")
LARGEST_EXPONENT = float(np.log(np.finfo(np.float64).max))
SMALLEST_EXPONENT = float(np.log(np.finfo(np.float64).smallest_subnormal))


@dataclass(frozen=True, eq=False)
class Shifted:
    """What the formula exp(z - c) / sum exp(z - c) makes of a batch, step by step.

    exponents : z - c
    exponentials : exp(z - c), inf where it overflows
    sums : (samples,), their sums along each row
    probabilities : nan where a row has come to inf / inf or 0 / 0
    """

    exponents: Array
    exponentials: Array
    sums: Array
    probabilities: Array

    @property
    def broken(self) -> NDArray[np.bool_]:
        """The rows whose probabilities are not all numbers, (samples,)."""
        return np.asarray(np.any(~np.isfinite(self.probabilities), axis=1), dtype=np.bool_)


def shifted_softmax(logits: ArrayLike, shift: str) -> Shifted:
    """Softmax along the rows of a matrix, with nothing or something subtracted first.

    Parameters
    ----------
    logits : array_like of real numbers, (samples, classes)
    shift : str
        What is subtracted, one of SHIFTS.

    Returns
    -------
    Shifted
        No warning is raised.

    Raises
    ------
    ValueError
        If the shift is not one of SHIFTS.
    """
    z = np.asarray(logits, dtype=np.float64)
    shifts = {
        "none": np.zeros((1, 1)),
        "largest of the batch": z.max(keepdims=True),
        "largest of the row": z.max(axis=1, keepdims=True),
        "smallest of the row": z.min(axis=1, keepdims=True),
    }
    if shift not in shifts:
        raise ValueError(f"shifted_softmax: shift is {shift!r}; use one of {', '.join(SHIFTS)}.")
    exponents = z - shifts[shift]
    with np.errstate(over="ignore", invalid="ignore", divide="ignore", under="ignore"):
        exponentials = np.exp(exponents)
        sums = exponentials.sum(axis=1)
        probabilities = exponentials / sums[:, np.newaxis]
    return Shifted(exponents, exponentials, sums, probabilities)
