"""What uncentred inputs do to gradients: they all share a sign, and descent goes in a zigzag."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_utils.activations import ACTIVATIONS, sigmoid
from course_utils.data import load_breast_cancer
from course_utils.layers import xavier_std

HIDDEN = (16, 8)


def share_of_one_sign(activation: str, batch: int, networks: int = 200, seed: int = 0) -> float:
    """How often all gradients of a unit's incoming weights share a sign, between 0 and 1.

    Networks with layers of 30, 16, 8 and 1 units, started with Xavier's standard deviation and
    without biases, see a batch of the breast cancer data (standardised). For each of the 8 units
    of the second layer it is noted whether its 16 weights have gradients of one sign.

    Parameters
    ----------
    activation : str
        Of both hidden layers: "sigmoid" or "tanh". The output is a sigmoid with cross-entropy.
    batch : int
        Samples over which a gradient is averaged.
    networks : int
        Random networks to try, each on a batch of its own.
    seed : int

    Returns
    -------
    float
        The share among networks times 8 units.
    """
    data = load_breast_cancer()
    X = (data.X - data.X.mean(axis=0)) / data.X.std(axis=0)
    generator = np.random.default_rng(seed)
    shares = []
    for _ in range(networks):
        rows = generator.choice(len(X), size=batch, replace=False)
        gradient = _second_layer_gradient(X[rows], data.y[rows], activation, generator)
        shares.append(np.mean(np.all(gradient > 0, axis=0) | np.all(gradient < 0, axis=0)))
    return float(np.mean(shares))


def _second_layer_gradient(
    X: NDArray[np.float64], y: NDArray[np.int64], activation: str, generator: np.random.Generator
) -> NDArray[np.float64]:
    """Gradient of the mean cross-entropy with respect to the 16 x 8 weights of a random network."""
    f, derivative = ACTIVATIONS[activation]
    sizes = (X.shape[1], *HIDDEN, 1)
    W1, W2, w3 = (
        generator.normal(0.0, xavier_std(inputs, units), (inputs, units))
        for inputs, units in pairwise(sizes)
    )
    first = f(X @ W1)
    z = first @ W2
    delta = (sigmoid(f(z) @ w3) - y[:, None]) / len(X)
    return first.T @ ((delta @ w3.T) * derivative(z))


def descent_path(
    activation: str,
    start: ArrayLike = (-1.0, 1.0),
    target: ArrayLike = (1.0, -1.0),
    steps: int = 60,
    rate: float = 0.5,
    seed: int = 0,
) -> NDArray[np.float64]:
    """The way of two weights from start towards target, one sample for each step.

    The unit is linear, w·a, with squared error; its inputs a are the activation of standard
    normal numbers, and its targets are those of a unit with the target's weights.

    Returns
    -------
    ndarray of float64, (steps + 1, 2)
        The weights, the start first.
    """
    f = ACTIVATIONS[activation].function
    inputs = f(np.random.default_rng(seed).normal(size=(steps, 2)))
    path = [np.asarray(start, dtype=np.float64)]
    for a in inputs:
        error = a @ (path[-1] - np.asarray(target, dtype=np.float64))
        path.append(path[-1] - rate * error * a)
    return np.array(path)
