"""Three answers to the exercise ``sigmoid``, one for each of the verdicts that matter most."""

import numpy as np


def stable_sigmoid(z):
    t = np.exp(-np.abs(z))
    return np.where(np.asarray(z) >= 0, 1 / (1 + t), t / (1 + t))


def reversed_sigmoid(z):
    return 1 / (1 + np.exp(z))


def naive_sigmoid(z):
    return 1 / (1 + np.exp(-np.asarray(z, float)))
