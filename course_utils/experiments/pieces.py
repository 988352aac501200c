"""Piecewise-linear curves: sums of hinges, folded tents, and the pieces of random networks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_utils.activations import relu
from course_utils.layers import affine, he_std

Array = NDArray[np.float64]

SAME_SLOPE = 1e-9


def hinge_weights(knots: ArrayLike, values: ArrayLike) -> tuple[float, Array]:
    """The start and the weights of the hinges whose sum goes through all knots, straight between.

    Parameters
    ----------
    knots : array_like, (n,), increasing
    values : array_like, (n,)

    Returns
    -------
    (y0, c) : float and ndarray (n - 1,)
        The curve is y0 + sum over k of c[k] * relu(t - knots[k]).
    """
    heights = np.asarray(values, dtype=np.float64)
    steps = np.diff(heights) / np.diff(np.asarray(knots, dtype=np.float64))
    return float(heights[0]), np.diff(steps, prepend=0.0)


def hinge_sum(t: ArrayLike, knots: ArrayLike, start: float, weights: ArrayLike) -> Array:
    """The curve start + sum over k of weights[k] * relu(t - knots[k]), for t of shape (m,)."""
    c = np.asarray(weights, dtype=np.float64)
    bends = np.asarray(knots, dtype=np.float64)[: c.size]
    return start + np.asarray(relu(np.asarray(t, dtype=np.float64)[:, None] - bends)) @ c


def fit_hinges(
    f: Callable[[Array], Array], low: float, high: float, hinges: int, t: ArrayLike
) -> Array:
    """At t, the sum of so many evenly spaced hinges that agrees with f at all of its knots."""
    knots = np.linspace(low, high, hinges + 1)
    start, weights = hinge_weights(knots, f(knots))
    return hinge_sum(t, knots, start, weights)


def largest_error(f: Callable[[Array], Array], low: float, high: float, hinges: int) -> float:
    """The largest distance between f and its hinges, over 4001 places from low to high."""
    t = np.linspace(low, high, 4001)
    return float(np.max(np.abs(f(t) - fit_hinges(f, low, high, hinges, t))))


def fold(x: ArrayLike, layers: int) -> Array:
    """The tent map 2 relu(x) - 4 relu(x - 1/2), applied so many times, each time by two ReLUs."""
    h = np.asarray(x, dtype=np.float64)
    for _ in range(layers):
        h = 2 * np.asarray(relu(h)) - 4 * np.asarray(relu(h - 0.5))
    return h


def pieces(x: ArrayLike, y: ArrayLike) -> int:
    """The number of straight pieces of the polygon through (x, y), x increasing."""
    slopes = np.diff(np.asarray(y, np.float64)) / np.diff(np.asarray(x, np.float64))
    bends = np.abs(np.diff(slopes)) > SAME_SLOPE * max(1.0, float(np.abs(slopes).max()))
    return 1 + int(bends.sum())


def random_curve(
    layers: Sequence[int],
    generator: np.random.Generator,
    low: float = -3.0,
    high: float = 3.0,
) -> tuple[Array, Array]:
    """The output of a random ReLU network of one input, exactly: every place where it may bend.

    Parameters
    ----------
    layers : sequence of int
        ReLUs per layer. Weights are normal with He's standard deviation, biases standard normal;
        the output is a weighted sum of the last layer with standard normal weights.
    generator : np.random.Generator
    low, high : float
        The curve is followed between these inputs.

    Returns
    -------
    (x, y) : ndarrays of the same length
        The ends and the bends of the curve; between them it is straight.
    """
    x = np.array([low, high])
    H = x[:, None]
    for units in layers:
        W = generator.normal(0.0, he_std(H.shape[1]), (H.shape[1], units))
        Z = np.asarray(affine(H, W, generator.normal(size=units)))
        crossings = [_crossings(x, z) for z in Z.T]
        bends = np.unique(np.concatenate([x, *crossings]))
        H = np.asarray(relu(np.column_stack([np.interp(bends, x, z) for z in Z.T])))
        x = bends
    return x, H @ generator.normal(size=H.shape[1])


def _crossings(x: Array, z: Array) -> Array:
    """Where the polygon through (x, z) passes through 0 between two of its corners."""
    (left,) = np.nonzero(z[:-1] * z[1:] < 0)
    share = z[left] / (z[left] - z[left + 1])
    return x[left] + share * (x[left + 1] - x[left])


def random_piece_counts(layers: Sequence[int], networks: int = 200, seed: int = 0) -> list[int]:
    """The number of pieces between -3 and 3 of so many random networks; see `random_curve`."""
    generator = np.random.default_rng(seed)
    return [pieces(*random_curve(layers, generator)) for _ in range(networks)]
