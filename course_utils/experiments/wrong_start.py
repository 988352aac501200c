"""Training that starts out confidently wrong: cross-entropy against squared error."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_utils.activations import sigmoid, softplus
from course_utils.data import load_breast_cancer
from course_utils.losses import (
    binary_cross_entropy_gradient,
    squared_error_after_sigmoid_gradient,
)

Array = NDArray[np.float64]

TRAINING_SAMPLES = 400
GOOD_STEPS, GOOD_RATE = 250, 1.0
STEPS, EVERY = 200, 4
RATE = 0.5


@dataclass(frozen=True, eq=False)
class WrongStart:
    """What happened to each start: losses on 400 training samples, accuracy on 169 held-out ones.

    scales : (runs,), the factors c of the starts -c w*
    steps : (records,), the gradient steps after which was measured, the first of them 0
    bce_loss, mse_loss : (records, runs), mean cross-entropy in nats, mean halved squared error
    bce_accuracy, mse_accuracy : (records, runs), between 0 and 1
    """

    scales: Array
    steps: NDArray[np.int64]
    bce_loss: Array
    mse_loss: Array
    bce_accuracy: Array
    mse_accuracy: Array


@dataclass(frozen=True, eq=False)
class _Split:
    inputs: Array
    targets: Array
    held_out_inputs: Array
    held_out_targets: Array


def train_from_wrong_starts(scales: ArrayLike, rate: float = RATE, seed: int = 0) -> WrongStart:
    """Logistic regression on the breast cancer data, started at -c times good weights.

    The data are shuffled with the seed; 400 samples train, 169 are held out; features are
    standardised with the mean and deviation of the training part. The good weights w* come from
    250 steps of gradient descent on the cross-entropy at rate 1, from 0. Every run starts at the
    weights -c w* and a bias of 0, and takes 200 steps over all 400 samples. Cross-entropy and
    (s(z) - y)^2 are descended at the same rate; the losses returned have the half in front.

    The seed makes little difference. The rate makes none from c = 3 on, where squared error ends
    below 0.05 at every rate from 0.125 to 1, and all the difference from c = 1, where it ends
    anywhere between 0.05 and 0.98. The lesson says so, and tests try it.

    Parameters
    ----------
    scales : array_like of finite numbers, (runs,)
        The factors c; 0 is a neutral start.
    rate : float
        The step size of both losses.
    seed : int
        Which samples are held out.

    Returns
    -------
    WrongStart
        Measured every 4 steps.
    """
    c = np.asarray(scales, dtype=np.float64)
    split = _split(seed)
    good, _ = _descend(split, np.zeros((split.inputs.shape[1], 1)), _cross_entropy_slope, GOOD_RATE)
    starts = -good * c
    steps = np.arange(0, STEPS + 1, EVERY)
    bce = _record(split, starts, _cross_entropy_slope, rate, _cross_entropy)
    mse = _record(split, starts, _squared_error_slope, rate, _squared_error)
    return WrongStart(c, steps, bce[0], mse[0], bce[1], mse[1])


def _split(seed: int) -> _Split:
    data = load_breast_cancer()
    order = np.random.default_rng(seed).permutation(len(data.X))
    training, held_out = order[:TRAINING_SAMPLES], order[TRAINING_SAMPLES:]
    X = data.X - data.X[training].mean(axis=0)
    X /= data.X[training].std(axis=0)
    y = data.y.astype(np.float64)[:, None]
    return _Split(X[training], y[training], X[held_out], y[held_out])


def _cross_entropy_slope(logits: Array, targets: Array) -> Array:
    """Gradient of the mean over samples, for each column (a run of its own)."""
    return binary_cross_entropy_gradient(logits, targets) * logits.shape[1]


def _squared_error_slope(logits: Array, targets: Array) -> Array:
    """Gradient of the mean of (s(z) - y)^2 over samples, for each column (a run of its own)."""
    return 2 * squared_error_after_sigmoid_gradient(logits, targets) * logits.shape[1]


def _cross_entropy(logits: Array, targets: Array) -> Array:
    return np.mean(softplus(logits) - targets * logits, axis=0)


def _squared_error(logits: Array, targets: Array) -> Array:
    return np.mean(np.square(sigmoid(logits) - targets), axis=0) / 2


def _descend(
    split: _Split,
    weights: Array,
    slope: Callable[[Array, Array], Array],
    rate: float,
    steps: int = GOOD_STEPS,
    bias: Array | None = None,
) -> tuple[Array, Array]:
    """Gradient descent over all training samples; columns of the weights are separate runs."""
    bias = np.zeros(weights.shape[1]) if bias is None else bias
    targets = np.broadcast_to(split.targets, (len(split.targets), weights.shape[1]))
    for _ in range(steps):
        upstream = slope(split.inputs @ weights + bias, targets)
        weights = weights - rate * split.inputs.T @ upstream
        bias = bias - rate * upstream.sum(axis=0)
    return weights, bias


def _record(
    split: _Split,
    weights: Array,
    slope: Callable[[Array, Array], Array],
    rate: float,
    loss: Callable[[Array, Array], Array],
) -> tuple[Array, Array]:
    """Train, and note loss and held-out accuracy at the start and after every 4 steps."""
    bias = np.zeros(weights.shape[1])
    losses, accuracies = [], []
    for step in range(0, STEPS + 1, EVERY):
        if step:
            weights, bias = _descend(split, weights, slope, rate, EVERY, bias)
        losses.append(loss(split.inputs @ weights + bias, split.targets))
        guessed = split.held_out_inputs @ weights + bias > 0
        accuracies.append(np.mean(guessed == (split.held_out_targets > 0.5), axis=0))
    return np.array(losses), np.array(accuracies)
