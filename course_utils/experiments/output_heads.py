"""What becomes of a network whose output and loss do not fit: softmax twice, softmax for tags."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from course_utils.activations import sigmoid, softmax, softmax_vjp
from course_utils.data import split_digits
from course_utils.experiments.training import start_network
from course_utils.layers import backward, forward
from course_utils.losses import cross_entropy

Array = NDArray[np.float64]
Upstream = Callable[[Array], Array]
SIZES = (64, 32, 10)
TAGS = ("even", "over 4", "has a loop")
WITH_A_LOOP = (0, 6, 8, 9)


class TwoRuns(NamedTuple):
    """The same network trained with softmax once and twice, before training and at each step.

    once, twice : (steps + 1,), the loss that is descended
    once_accuracy, twice_accuracy : (steps + 1,), on the held-out digits
    """

    once: Array
    twice: Array
    once_accuracy: Array
    twice_accuracy: Array


class Tagged(NamedTuple):
    """How a head does on tags: per image all three right, and by the number of true tags.

    all_right : share of images whose three tags are all right
    by_count : the same among the images with 0, 1, 2, 3 true tags; nan where there are none
    """

    all_right: float
    by_count: tuple[float, ...]


@lru_cache(maxsize=1)
def softmax_once_and_twice(steps: int = 200, rate: float = 0.5) -> TwoRuns:
    """Train on the digits with logits, and with probabilities, given to the same cross-entropy.

    Parameters
    ----------
    steps : int
        Of gradient descent on all 1437 training images together.
    rate : float

    Returns
    -------
    TwoRuns
    """
    (X, y), (X_test, y_test) = split_digits("mean", scale=6.0)
    one_hot = np.eye(10)[y]

    def once(z: Array) -> Array:
        return (softmax(z) - one_hot) / len(y)

    def twice(z: Array) -> Array:
        p = softmax(z)
        return np.asarray(softmax_vjp(p, (softmax(p) - one_hot) / len(y)))

    found: list[Array] = []
    for upstream, prepare in ((once, np.asarray), (twice, softmax)):
        logits = _train(X, SIZES, upstream, steps, rate, also=X_test)
        found.append(np.array([cross_entropy(prepare(z), y) for z, _ in logits]))
        found.append(np.array([np.mean(z.argmax(axis=1) == y_test) for _, z in logits]))
    return TwoRuns(found[0], found[2], found[1], found[3])


@lru_cache(maxsize=2)
def tag_digits(head: str, steps: int = 300, rate: float = 0.5) -> Tagged:
    """Tag digits as even, over 4, with a loop: none, one or several of these may be true.

    Parameters
    ----------
    head : str
        "sigmoids" (three, each with its binary cross-entropy) or "softmax" (one over the three
        tags, trained towards equal shares for the true ones; images without a tag are left out
        of its training). A tag is given where its probability is over 1/2, or for softmax
        over half of the largest probability of the image, which can never give no tag.
    steps, rate
        Of gradient descent on all training images together.

    Returns
    -------
    Tagged
        On the held-out digits.
    """
    (X, y), (X_test, y_test) = split_digits("mean", scale=6.0)
    tags, tags_test = digit_tags(y), digit_tags(y_test)
    if head == "sigmoids":
        (*_, (_, z)) = _train(
            X, (64, 32, 3), lambda z: (sigmoid(z) - tags) / len(z), steps, rate, also=X_test
        )
        said = sigmoid(z) > 0.5
    elif head == "softmax":
        used = tags.any(axis=1)
        shares = tags[used] / tags[used].sum(axis=1, keepdims=True)
        (*_, (_, z)) = _train(
            X[used], (64, 32, 3), lambda z: (softmax(z) - shares) / len(z), steps, rate, also=X_test
        )
        p = softmax(z)
        said = p > 0.5 * p.max(axis=1, keepdims=True)
    else:
        raise ValueError(f"tag_digits: head is {head!r}; use sigmoids or softmax.")
    right = (said == tags_test).all(axis=1)
    counts = tags_test.sum(axis=1)
    by_count = tuple(float(right[counts == k].mean()) for k in range(len(TAGS) + 1))
    return Tagged(float(right.mean()), by_count)


def digit_tags(digits: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which of the tags are true of each digit, (digits, 3)."""
    return np.stack([digits % 2 == 0, digits > 4, np.isin(digits, WITH_A_LOOP)], axis=1)


def _train(
    X: Array, sizes: tuple[int, ...], upstream: Upstream, steps: int, rate: float, *, also: Array
) -> list[tuple[Array, Array]]:
    """The logits of X and of `also` before training and after each step of gradient descent."""
    network = start_network(sizes, "relu", "he", seed=0)
    found = []
    for step in range(steps + 1):
        logits, caches = forward(X, network.weights, network.biases, "relu")
        z = np.asarray(logits, dtype=np.float64)
        found.append((z, network.logits(also)))
        if step < steps:
            slopes = backward(upstream(z), caches, network.weights, "relu")
            for W, dW in zip(network.weights, slopes.weights, strict=True):
                W -= rate * dW
            for b, db in zip(network.biases, slopes.biases, strict=True):
                b -= rate * db
    return found
