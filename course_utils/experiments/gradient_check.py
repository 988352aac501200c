"""How wrong a central difference of the sigmoid is, for one step after another."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_utils.activations import sigmoid, sigmoid_derivative
from course_utils.numerics import central_difference

PLACES = np.linspace(-4, 4, 81)


def difference_errors(precision: str, steps: ArrayLike) -> NDArray[np.float64]:
    """Median relative error of the central difference of the sigmoid, for each step.

    Parameters
    ----------
    precision : str
        "float64" or "float32": the type in which the sigmoid is evaluated.
    steps : array_like of positive numbers, (n,)
        Steps h, in units of z.

    Returns
    -------
    ndarray of float64, (n,)
        The median over 81 places from -4 to 4 of |estimate - slope| / slope. A step too small to
        change z gives 1: the estimate is 0 everywhere.
    """
    z = PLACES.astype(precision)
    slope = sigmoid_derivative(z.astype(np.float64))

    def median_error(h: float) -> float:
        estimate = central_difference(sigmoid, z, float(h)).astype(np.float64)
        return float(np.median(np.abs(estimate - slope) / slope))

    return np.array([median_error(h) for h in np.asarray(steps, dtype=np.float64)])
