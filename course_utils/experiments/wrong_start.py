"""Training that starts out confidently wrong: cross-entropy against squared error."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_utils.activations import sigmoid, softplus
from course_utils.data import Samples, Split, centred, load_breast_cancer, split
from course_utils.losses import (
    binary_cross_entropy_gradient,
    squared_error_after_sigmoid_gradient,
)

Array = NDArray[np.float64]

HELD_OUT = 114  # a fifth of the 569 tumours
STEPS, EVERY = 200, 4
RATE = 1.0


@dataclass(frozen=True, eq=False)
class WrongStart:
    """What happened to each start: losses on 455 training samples, accuracy on 114 held-out ones.

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


def train_from_wrong_starts(scales: ArrayLike, rate: float = RATE, seed: int = 0) -> WrongStart:
    """Logistic regression on the breast cancer data, started at -c times good weights.

    A fifth of the data is held out, 114 samples; features are standardised with the mean and
    deviation of the other 455. The good weights w* come from 200 steps of gradient descent on the
    cross-entropy at rate 1, from 0. Every run starts at the weights -c w* and a bias of 0, and
    takes 200 steps over all 455 samples, on the cross-entropy or on the halved squared error.

    The division makes little difference. The rate makes a great one for squared error: from c = 1
    it ends anywhere between 0.01 and 1, from c = 3 it stays below 0.06 at rates up to 1, from
    c = 10 at rates up to 10. The lesson says so, and tests try it.

    Parameters
    ----------
    scales : array_like of finite numbers, (runs,)
        The factors c; 0 is a neutral start.
    rate : float
        Of the descent on either loss.
    seed : int
        Of the division into training and held-out samples; nothing else is random.

    Returns
    -------
    WrongStart
        Measured every 4 steps.
    """
    c = np.asarray(scales, dtype=np.float64)
    tumours = load_breast_cancer()
    parts = centred(split(tumours.X, tumours.y, HELD_OUT, seed), "standard")
    neutral = np.zeros((tumours.X.shape[1], 1))
    good, _ = _descend(parts.training, neutral, _cross_entropy_slope, RATE, STEPS)
    starts = -good * c
    steps = np.arange(0, STEPS + 1, EVERY)
    bce = _record(parts, starts, _cross_entropy_slope, rate, _cross_entropy)
    mse = _record(parts, starts, _squared_error_slope, rate, _squared_error)
    return WrongStart(c, steps, bce[0], mse[0], bce[1], mse[1])


def _cross_entropy_slope(logits: Array, targets: Array) -> Array:
    """Gradient of the mean over samples, for each column (a run of its own)."""
    return binary_cross_entropy_gradient(logits, targets) * logits.shape[1]


def _squared_error_slope(logits: Array, targets: Array) -> Array:
    """Gradient of the mean over samples, for each column (a run of its own)."""
    return squared_error_after_sigmoid_gradient(logits, targets) * logits.shape[1]


def _cross_entropy(logits: Array, targets: Array) -> Array:
    return np.mean(softplus(logits) - targets * logits, axis=0)


def _squared_error(logits: Array, targets: Array) -> Array:
    return np.mean(np.square(sigmoid(logits) - targets), axis=0) / 2


def _descend(
    samples: Samples,
    weights: Array,
    slope: Callable[[Array, Array], Array],
    rate: float,
    steps: int,
    bias: Array | None = None,
) -> tuple[Array, Array]:
    """Gradient descent over all training samples; columns of the weights are separate runs."""
    bias = np.zeros(weights.shape[1]) if bias is None else bias
    targets = np.broadcast_to(samples.y[:, None], (len(samples.y), weights.shape[1]))
    for _ in range(steps):
        upstream = slope(samples.X @ weights + bias, targets)
        weights = weights - rate * samples.X.T @ upstream
        bias = bias - rate * upstream.sum(axis=0)
    return weights, bias


def _record(
    parts: Split,
    weights: Array,
    slope: Callable[[Array, Array], Array],
    rate: float,
    loss: Callable[[Array, Array], Array],
) -> tuple[Array, Array]:
    """Train, and note loss and held-out accuracy at the start and after every 4 steps."""
    (X, y), held_out = parts
    bias = np.zeros(weights.shape[1])
    losses, accuracies = [], []
    for step in range(0, STEPS + 1, EVERY):
        if step:
            weights, bias = _descend(parts.training, weights, slope, rate, EVERY, bias)
        losses.append(loss(X @ weights + bias, y[:, None]))
        guessed = held_out.X @ weights + bias > 0
        accuracies.append(np.mean(guessed == held_out.y[:, None], axis=0))
    return np.array(losses), np.array(accuracies)
