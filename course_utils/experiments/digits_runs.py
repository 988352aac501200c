"""Short training runs of networks with many layers of 64 units on the digits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from course_utils.data import Split, split_digits
from course_utils.layers import xavier_std

Array = NDArray[np.float64]
Labels = NDArray[np.int64]

UNITS = 64  # as many as a digit has pixels, so that every hidden layer's matrix is square
BATCH = 32
LEAK = 0.01


class FromOutput(NamedTuple):
    """An activation function, and its slope computed from its output."""

    function: Callable[[Array], Array]
    slope: Callable[[Array], Array]


ACTIVATIONS = {
    "sigmoid": FromOutput(lambda z: 0.5 + 0.5 * np.tanh(0.5 * z), lambda a: a * (1 - a)),
    "tanh": FromOutput(np.tanh, lambda a: 1 - a * a),
    "relu": FromOutput(lambda z: np.maximum(z, 0.0), lambda a: (a > 0).astype(np.float64)),
    "leaky_relu": FromOutput(
        lambda z: np.maximum(z, LEAK * z), lambda a: np.where(a > 0, 1.0, LEAK)
    ),
}


@np.errstate(over="ignore", invalid="ignore")
def digits_accuracies(
    activation: str,
    hidden_layers: int,
    gain: float,
    rate: float,
    *,
    momentum: float = 0.0,
    epochs: int = 20,
    target: float | None = None,
    seed: int = 0,
    forget_transpose: bool = False,
) -> tuple[float, ...]:
    """Accuracy on 360 test digits before training and after each epoch.

    Parameters
    ----------
    activation : str
        Of all hidden layers: "sigmoid", "tanh", "relu" or "leaky_relu" (slope 0.01).
    hidden_layers : int
        Each of 64 units; ten logits and cross-entropy follow.
    gain : float
        The hidden layers' weights start normal with gain * xavier_std, the output layer's with
        xavier_std, biases at 0. For these square layers a gain of sqrt(2) is He's start.
    rate, momentum : float
        Of gradient descent on batches of 32.
    epochs : int
        Passes over the 1437 training images.
    target : float, optional
        Stop after the epoch that reaches this accuracy.
    seed : int
        Of the weights and of the order of the images; the split is always the same.
    forget_transpose : bool
        Carry delta through W instead of its transpose between hidden layers: a wrong backward
        pass, to see what it does.

    Returns
    -------
    tuple of float, (epochs + 1,) or shorter where the target was reached

    Notes
    -----
    Like `training.train`, with the passes written out and without the checks of
    `course_utils.layers`: the lesson makes a hundred such runs, and this is eight times as fast.
    Where numbers overflow the run goes on, and its accuracy is that of chance.
    """
    (X, y), (X_test, y_test) = digits_split()
    generator = np.random.default_rng(seed)
    network = _Network(ACTIVATIONS[activation], hidden_layers, gain, generator, forget_transpose)
    velocities = [np.zeros_like(parameter) for parameter in network.parameters]
    found = [network.accuracy(X_test, y_test)]
    for _ in range(epochs):
        order = generator.permutation(len(X))
        for start in range(0, len(X), BATCH):
            rows = order[start : start + BATCH]
            gradients = network.gradients(X[rows], y[rows])
            for parameter, velocity, gradient in zip(
                network.parameters, velocities, gradients, strict=True
            ):
                velocity *= momentum
                velocity -= rate * gradient
                parameter += velocity
        found.append(network.accuracy(X_test, y_test))
        if target is not None and found[-1] >= target:
            break
    return tuple(found)


def epochs_to_reach(
    target: float, activation: str, hidden_layers: int, gain: float, rate: float, *, most: int = 25
) -> int | None:
    """The first epoch after which the accuracy reaches the target, the median of three seeds.

    None where fewer than two of the three runs reach it within ``most`` epochs.
    """
    needed = []
    for seed in range(3):
        run = digits_accuracies(
            activation, hidden_layers, gain, rate, epochs=most, target=target, seed=seed
        )
        needed.append(len(run) - 1 if run[-1] >= target else most + 1)
    median = sorted(needed)[1]
    return median if median <= most else None


class _Network:
    """Weights and biases, and the passes through them."""

    def __init__(
        self,
        activation: FromOutput,
        hidden_layers: int,
        gain: float,
        generator: np.random.Generator,
        forget_transpose: bool,
    ) -> None:
        sizes = (UNITS, *[UNITS] * hidden_layers, 10)
        gains = [gain] * hidden_layers + [1.0]
        self.weights = [
            factor * generator.normal(0.0, xavier_std(inputs, units), (inputs, units))
            for factor, (inputs, units) in zip(gains, pairwise(sizes), strict=True)
        ]
        self.biases = [np.zeros(units) for units in sizes[1:]]
        self.parameters = [*self.weights, *self.biases]
        self.activation = activation
        self.forget_transpose = forget_transpose

    def forward(self, X: Array) -> list[Array]:
        """The inputs, the activations of every hidden layer, and the logits."""
        layers = [X]
        for W, b in zip(self.weights[:-1], self.biases[:-1], strict=True):
            layers.append(self.activation.function(layers[-1] @ W + b))
        return [*layers, layers[-1] @ self.weights[-1] + self.biases[-1]]

    def gradients(self, X: Array, labels: Labels) -> Sequence[Array]:
        """Gradients of the mean cross-entropy, in the order of the parameters."""
        *layers, logits = self.forward(X)
        probabilities = np.exp(logits - logits.max(axis=1, keepdims=True))
        probabilities /= probabilities.sum(axis=1, keepdims=True)
        probabilities[np.arange(len(X)), labels] -= 1
        delta = probabilities / len(X)
        dWs, dbs = [layers[-1].T @ delta], [delta.sum(axis=0)]
        for i in range(len(layers) - 1, 0, -1):
            W = self.weights[i]
            square = i < len(layers) - 1
            through = W if self.forget_transpose and square else W.T
            delta = (delta @ through) * self.activation.slope(layers[i])
            dWs.insert(0, layers[i - 1].T @ delta)
            dbs.insert(0, delta.sum(axis=0))
        return [*dWs, *dbs]

    def accuracy(self, X: Array, labels: Labels) -> float:
        """The share of samples whose largest logit is the right one."""
        return float(np.mean(self.forward(X)[-1].argmax(axis=1) == labels))


@lru_cache(maxsize=1)
def digits_split() -> Split:
    """The digits: 1437 images to train on, 360 held out as the test set.

    Pixels from 0 to 1, as elsewhere in the course, each with its mean subtracted. Pixels that
    hardly ever change stay small, as they would not if standardised.
    """
    return split_digits("mean")
