"""The eight-layer sigmoid network of lesson 05, started with one weight gain or another."""

from __future__ import annotations

import math
from functools import lru_cache

from course_utils.experiments.digits_runs import digits_accuracies

HIDDEN_LAYERS = 7  # of 64 sigmoids each; with the layer of logits, eight layers of weights
RATE, MOMENTUM, EPOCHS = 0.1, 0.9, 20


def accuracy_with_gain(gain: float) -> float:
    """Accuracy on the digits test set, after training, of the network started with this gain.

    Parameters
    ----------
    gain : float
        The hidden layers' weights start with the standard deviation gain * xavier_std.

    Returns
    -------
    float
        Between 0 and 1. Everything but the gain is fixed: data, seed, rate, number of epochs.

    Raises
    ------
    ValueError
        If the gain is not a finite number.

    Notes
    -----
    Takes about half a second; a gain asked for again is remembered.
    """
    return accuracies_with_gain(gain)[-1]


def accuracies_with_gain(gain: float) -> tuple[float, ...]:
    """The accuracy on the test set before training and after each of the 20 epochs.

    Parameters and errors are those of `accuracy_with_gain`.
    """
    number = float(gain)
    if not math.isfinite(number):
        raise ValueError(f"accuracy_with_gain: gain is {number}; it must be a finite number.")
    return _accuracies(number)


@lru_cache(maxsize=64)
def _accuracies(gain: float) -> tuple[float, ...]:
    return digits_accuracies("sigmoid", HIDDEN_LAYERS, gain, RATE, momentum=MOMENTUM, epochs=EPOCHS)
