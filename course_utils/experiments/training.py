"""Training of a small network by gradient descent, with any activation, and what it left behind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_utils.activations import (
    Activation,
    leaky_relu,
    leaky_relu_derivative,
    softmax,
)
from course_utils.layers import backward, forward, he_std, xavier_std
from course_utils.losses import cross_entropy, cross_entropy_gradient

Array = NDArray[np.float64]
Start = str | float | Callable[[int, int], float]
STARTS: dict[str, Callable[[int, int], float]] = {
    "he": lambda fan_in, fan_out: he_std(fan_in),
    "xavier": xavier_std,
}


@dataclass(eq=False)
class Network:
    """Weights, biases and the activation of the hidden layers; the last layer gives logits."""

    weights: list[Array]
    biases: list[Array]
    activation: str | Activation

    def logits(self, X: ArrayLike) -> Array:
        """One row of logits per sample."""
        return np.asarray(forward(X, self.weights, self.biases, self.activation)[0])

    def pre_activations(self, X: ArrayLike) -> list[Array]:
        """z of every layer, (samples, units) each, the first layer first, the logits last."""
        _, caches = forward(X, self.weights, self.biases, self.activation)
        return [np.asarray(cache.z) for cache in caches]

    def probabilities(self, X: ArrayLike) -> Array:
        """The softmax of the logits."""
        return np.asarray(softmax(self.logits(X)))

    def accuracy(self, X: ArrayLike, y: ArrayLike) -> float:
        """The share of samples whose largest logit is that of their class."""
        return float(np.mean(np.argmax(self.logits(X), axis=1) == np.asarray(y)))

    def copy(self) -> Network:
        """The network as it is now, unmoved by further training."""
        return Network(
            [W.copy() for W in self.weights], [b.copy() for b in self.biases], self.activation
        )


@dataclass(eq=False)
class Training:
    """A trained network, and what was measured before training and after every epoch.

    network : as training left it
    losses : (epochs + 1,), mean cross-entropy over the training samples, in nats
    accuracies : (epochs + 1,), on the training samples
    held_out_accuracies : (epochs + 1,), on the held-out samples; empty if none were given
    recorded : for each name given to `train`, what its function returned, epochs + 1 times
    """

    network: Network
    losses: Array
    accuracies: Array
    held_out_accuracies: Array
    recorded: dict[str, list[Any]] = field(default_factory=dict)


def leaky(negative_slope: float) -> Activation:
    """Leaky ReLU of a given slope, any finite number, to be given as an activation."""
    return Activation(
        lambda z: leaky_relu(z, negative_slope), lambda z: leaky_relu_derivative(z, negative_slope)
    )


IDENTITY = Activation(np.asarray, np.ones_like)


def start_network(
    sizes: Sequence[int], activation: str | Activation, start: Start = "he", seed: int = 0
) -> Network:
    """A network with normal random weights and biases of 0.

    Parameters
    ----------
    sizes : sequence of int
        Inputs, units of each hidden layer, classes.
    activation : str or Activation
        Of the hidden layers.
    start : str, float or callable
        The standard deviation of the weights: "he", "xavier", a number for all layers, or a
        function of fan-in and fan-out.
    seed : int
    """
    if isinstance(start, str) and start not in STARTS:
        raise ValueError(f"start_network: start is {start!r}; use one of {', '.join(STARTS)}.")
    generator = np.random.default_rng(seed)
    weights = [
        generator.normal(0.0, _deviation(start, fan_in, fan_out), (fan_in, fan_out))
        for fan_in, fan_out in pairwise(sizes)
    ]
    return Network(weights, [np.zeros(units) for units in sizes[1:]], activation)


def _deviation(start: Start, fan_in: int, fan_out: int) -> float:
    if isinstance(start, str):
        return STARTS[start](fan_in, fan_out)
    return start(fan_in, fan_out) if callable(start) else float(start)


def train(
    X: ArrayLike,
    y: ArrayLike,
    hidden: Sequence[int] = (32, 32),
    activation: str | Activation = "relu",
    *,
    held_out: tuple[ArrayLike, ArrayLike] | None = None,
    start: Start = "he",
    rate: float = 0.1,
    momentum: float = 0.0,
    epochs: int = 20,
    batch: int | None = 64,
    seed: int = 0,
    record: Mapping[str, Callable[[Network], Any]] | None = None,
) -> Training:
    """Train a network on classes with softmax and cross-entropy, by gradient descent.

    Parameters
    ----------
    X, y : array_like, (samples, features) and (samples,)
        Samples and their classes, integers from 0.
    hidden : sequence of int
        Units of each hidden layer; empty for a linear classifier.
    activation : str or Activation
        A name in ACTIVATIONS, `leaky(0.2)`, IDENTITY, or any pair of function and derivative.
    held_out : (X, y), optional
        Samples that are only measured on.
    start : str, float or callable
        See `start_network`.
    rate, momentum : float
        Each step is velocity <- momentum * velocity - rate * gradient; weights += velocity.
    epochs : int
        Passes through the training samples.
    batch : int or None
        Samples per step, in a new order each epoch; None takes all of them at each step.
    seed : int
        Of the weights and the order of the samples.
    record : dict of name to function of the Network, optional
        Called before training and after each epoch.

    Returns
    -------
    Training

    Raises
    ------
    ValueError
        If shapes do not fit, or the activation or the start is unknown.
    """
    X, y = np.asarray(X, dtype=np.float64), np.asarray(y)
    sizes = (X.shape[1], *hidden, int(y.max()) + 1)
    network = start_network(sizes, activation, start, seed)
    velocity = [np.zeros_like(p) for p in (*network.weights, *network.biases)]
    generator = np.random.default_rng((seed, 1))
    diary = _Diary(network, (X, y), held_out, dict(record or {}))
    diary.write()
    # A run that diverges ends in inf and nan, which the record shows; a warning would repeat it.
    with np.errstate(over="ignore", invalid="ignore"):
        for _ in range(epochs):
            for rows in batches(len(X), batch, generator):
                step(network, velocity, X[rows], y[rows], rate, momentum)
            diary.write()
    return diary.training()


def batches(
    samples: int, batch: int | None, generator: np.random.Generator
) -> Iterator[slice | NDArray[np.intp]]:
    """The rows of each batch of one epoch: all of them, or a new order cut into pieces."""
    if batch is None:
        yield slice(None)
        return
    order = generator.permutation(samples)
    for first in range(0, samples, batch):
        yield order[first : first + batch]


def step(
    network: Network,
    velocity: Sequence[Array],
    X: Array,
    y: NDArray[Any],
    rate: float,
    momentum: float = 0.0,
) -> None:
    """One step of gradient descent, which changes the network and the velocity in place."""
    logits, caches = forward(X, network.weights, network.biases, network.activation)
    upstream = cross_entropy_gradient(logits, y)
    gradients = backward(upstream, caches, network.weights, network.activation)
    parameters = (*network.weights, *network.biases)
    slopes = (*gradients.weights, *gradients.biases)
    for parameter, slope, speed in zip(parameters, slopes, velocity, strict=True):
        speed *= momentum
        speed -= rate * slope
        parameter += speed


@dataclass(eq=False)
class _Diary:
    network: Network
    training_samples: tuple[Array, NDArray[Any]]
    held_out: tuple[ArrayLike, ArrayLike] | None
    record: dict[str, Callable[[Network], Any]]

    def __post_init__(self) -> None:
        self.losses: list[float] = []
        self.accuracies: list[float] = []
        self.held_out_accuracies: list[float] = []
        self.recorded: dict[str, list[Any]] = {name: [] for name in self.record}

    def write(self) -> None:
        X, y = self.training_samples
        logits = self.network.logits(X)
        self.losses.append(float(cross_entropy(logits, y)))
        self.accuracies.append(float(np.mean(np.argmax(logits, axis=1) == y)))
        if self.held_out is not None:
            self.held_out_accuracies.append(self.network.accuracy(*self.held_out))
        for name, measure in self.record.items():
            self.recorded[name].append(measure(self.network))

    def training(self) -> Training:
        return Training(
            self.network,
            np.array(self.losses),
            np.array(self.accuracies),
            np.array(self.held_out_accuracies),
            self.recorded,
        )
