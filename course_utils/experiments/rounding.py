"""The sigmoid computed entirely in one precision, by the obvious formula and by a stable one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

PRECISIONS = ("float16", "float32", "float64")


@dataclass(frozen=True, eq=False)
class Rounded:
    """Values of sigmoid(z) in one precision, all of it computed in that precision.

    exponential : exp(-z), the intermediate value of the naive formula; inf where it overflows
    decay : exp(-|z|), the intermediate value of the stable formula; at most 1
    naive : 1 / (1 + exp(-z))
    stable : computed from decay, by whichever formula does not overflow
    naive_distance : 1 - naive
    stable_distance : sigmoid(-z), which is 1 - sigmoid(z) without the cancellation
    overflows : where exp(-z) is not finite
    """

    exponential: NDArray[np.floating]
    decay: NDArray[np.floating]
    naive: NDArray[np.floating]
    stable: NDArray[np.floating]
    naive_distance: NDArray[np.floating]
    stable_distance: NDArray[np.floating]
    overflows: NDArray[np.bool_]


def sigmoid_in_precision(z: ArrayLike, precision: str) -> Rounded:
    """The sigmoid at z, with every step rounded to the given precision.

    `course_utils.activations.sigmoid` always computes in float64; this shows what it spares.

    Parameters
    ----------
    z : array_like of real numbers, any shape
        Pre-activations.
    precision : str
        "float16", "float32" or "float64".

    Returns
    -------
    Rounded
        Arrays of the shape of z. No warning is raised; `overflows` tells where one would be.

    Raises
    ------
    ValueError
        If the precision is not one of the three.
    """
    if precision not in PRECISIONS:
        raise ValueError(
            f"sigmoid_in_precision: precision is {precision!r}; use one of {', '.join(PRECISIONS)}."
        )
    z = np.asarray(z).astype(precision)
    one = np.ones((), dtype=precision)
    with np.errstate(over="ignore", under="ignore"):
        exponential = np.exp(-z)
        naive = one / (one + exponential)
        decay = np.exp(-np.abs(z))
        large, small = one / (one + decay), decay / (one + decay)
    return Rounded(
        exponential=exponential,
        decay=decay,
        naive=naive,
        stable=np.where(z >= 0, large, small),
        naive_distance=one - naive,
        stable_distance=np.where(z >= 0, small, large),
        overflows=np.isinf(exponential),
    )
