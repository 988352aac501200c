"""A small network that learns from few digits: often right, and more sure than it should be."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from course_utils.activations import softmax
from course_utils.calibration import best_temperature, expected_calibration_error
from course_utils.data import centred, load_digits, pooled, split
from course_utils.experiments.training import train

Array = NDArray[np.float64]
Labels = NDArray[np.int64]

SET_ASIDE = 300  # images to choose the temperature by; the rest is measured on

# A learner who does not exist: confidences and whether each was right, for those who have skipped
# the predictions, so that the diagram of lesson 04 has something to show.
EXAMPLE_LEARNER: tuple[tuple[float, bool], ...] = (
    *((0.5, True),) * 3,
    *((0.5, False),) * 2,
    *((0.6, True),) * 4,
    *((0.6, False),) * 4,
    *((0.7, True),) * 5,
    *((0.7, False),) * 4,
    *((0.8, True),) * 5,
    *((0.8, False),) * 3,
    *((0.9, True),) * 5,
    *((0.9, False),) * 2,
    *((1.0, True),) * 2,
    *((1.0, False),) * 1,
)


class Logits(NamedTuple):
    """The logits of a trained network, and the labels, for two parts of the held-out images.

    set_aside, set_aside_labels : 300 images, to choose a temperature by
    test, test_labels : all others, to measure on
    """

    set_aside: Array
    set_aside_labels: Labels
    test: Array
    test_labels: Labels


class Sureness(NamedTuple):
    """How often a network is right, and how sure it is, at one temperature."""

    accuracy: float
    confidence: float
    calibration_error: float


@lru_cache(maxsize=8)
def digits_logits(images: int = 150, side: int = 4, seed: int = 0) -> Logits:
    """Train on some digits, standardised, and return the logits of all others.

    Parameters
    ----------
    images : int
        How many to train on; the course's 150 are few for ten classes.
    side : int
        4 for images pooled to 4 x 4 pixels, 8 for the digits as they are.
    seed : int
        Of the split and of the weights.

    Notes
    -----
    One hidden layer of 32 ReLUs, He's start, 300 steps on all training images together at rate
    0.1 with momentum 0.9.
    """
    digits = load_digits()
    X = pooled(digits.X) if side == 4 else digits.X
    parts = centred(split(X, digits.y, len(X) - images, seed), "standard")
    trained = train(
        *parts.training, (32,), rate=0.1, momentum=0.9, epochs=300, batch=None, seed=seed
    )
    logits = trained.network.logits(parts.held_out.X)
    labels = parts.held_out.y
    return Logits(logits[:SET_ASIDE], labels[:SET_ASIDE], logits[SET_ASIDE:], labels[SET_ASIDE:])


def confidences(logits: Array, labels: Labels, temperature: float = 1.0) -> tuple[Array, Array]:
    """The largest probability of each row, and whether its class is the label."""
    probabilities = softmax(logits, temperature=temperature)
    return probabilities.max(axis=1), probabilities.argmax(axis=1) == labels


def sureness(logits: Array, labels: Labels, temperature: float = 1.0) -> Sureness:
    """Accuracy, mean confidence and expected calibration error (ten bins)."""
    sure, right = confidences(logits, labels, temperature)
    error = expected_calibration_error(sure, right)
    return Sureness(float(right.mean()), float(sure.mean()), error)


def chosen_temperature(found: Logits) -> float:
    """The temperature with the smallest cross-entropy on the images set aside."""
    return best_temperature(found.set_aside, found.set_aside_labels)
