"""Data that are generated from a seed: two spirals, two moons, XOR. And parts of the digits."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Features = NDArray[np.float64]
Labels = NDArray[np.int64]

DIGITS_HELD_OUT = 360
CENTRINGS = ("none", "mean", "standard")


def spirals(
    samples: int = 400, noise: float = 0.05, turns: float = 0.8, seed: int = 0
) -> tuple[Features, Labels]:
    """Two spirals that wind around each other, one for each class.

    Parameters
    ----------
    samples : int
        Points in all, half of them of each class.
    noise : float
        Standard deviation of the Gaussian noise added to both coordinates; the spirals end at a
        distance of 1 from the middle.
    turns : float
        How often each spiral goes around.
    seed : int

    Returns
    -------
    (X, y) : ndarrays, (samples, 2) of float64 and (samples,) of int64
        Class 0 first. Class 1 is class 0 turned by half a circle, apart from the noise.
    """
    generator = np.random.default_rng(seed)
    sizes = samples - samples // 2, samples // 2
    arms = [_spiral(size, turns, np.pi * k) for k, size in enumerate(sizes)]
    X = np.concatenate(arms)
    return X + generator.normal(0.0, noise, X.shape), np.repeat(np.arange(2), sizes)


def _spiral(samples: int, turns: float, angle: float) -> Features:
    """Points at even distances from the middle, from 0.1 to 1, the arm turned by an angle."""
    radius = np.linspace(0.1, 1.0, samples)
    angles = angle + 2 * np.pi * turns * radius
    return np.stack([radius * np.cos(angles), radius * np.sin(angles)], axis=1)


def moons(samples: int = 400, noise: float = 0.1, seed: int = 0) -> tuple[Features, Labels]:
    """Two half circles of radius 1 that reach into each other, one for each class.

    Parameters
    ----------
    samples : int
        Points in all, half of them of each class.
    noise : float
        Standard deviation of the Gaussian noise added to both coordinates.
    seed : int

    Returns
    -------
    (X, y) : ndarrays, (samples, 2) of float64 and (samples,) of int64
        Class 0 first: the upper half circle, around (0, 0). Class 1 is around (1, 0.5).
    """
    generator = np.random.default_rng(seed)
    sizes = samples - samples // 2, samples // 2
    upper, lower = (np.linspace(0.0, np.pi, size) for size in sizes)
    X = np.concatenate(
        [
            np.stack([np.cos(upper), np.sin(upper)], axis=1),
            np.stack([1.0 - np.cos(lower), 0.5 - np.sin(lower)], axis=1),
        ]
    )
    return X + generator.normal(0.0, noise, X.shape), np.repeat(np.arange(2), sizes)


def xor(samples: int = 4, noise: float = 0.0, seed: int = 0) -> tuple[Features, Labels]:
    """The four corners of the unit square, class 1 where exactly one coordinate is 1.

    Parameters
    ----------
    samples : int
        Points in all; the corners (0, 0), (0, 1), (1, 0), (1, 1) take turns.
    noise : float
        Standard deviation of the Gaussian noise added to both coordinates.
    seed : int

    Returns
    -------
    (X, y) : ndarrays, (samples, 2) of float64 and (samples,) of int64
    """
    corners = np.arange(samples) % 4
    bits = np.stack([corners // 2, corners % 2], axis=1)
    noises = np.random.default_rng(seed).normal(0.0, noise, bits.shape)
    return bits + noises, (bits.sum(axis=1) % 2).astype(np.int64)


class Samples(NamedTuple):
    """Features, one sample per row, and the class of each sample."""

    X: Features
    y: Labels


class Split(NamedTuple):
    """A data set in two parts: one to train on, and one held out to measure on."""

    training: Samples
    held_out: Samples


def split(X: Features, y: Labels, held_out: int, seed: int = 0) -> Split:
    """Shuffle the samples and hold so many of them out."""
    order = np.random.default_rng(seed).permutation(len(X))
    training, rest = order[held_out:], order[:held_out]
    return Split(Samples(X[training], y[training]), Samples(X[rest], y[rest]))


def centred(parts: Split, centring: str = "mean") -> Split:
    """Both parts, moved by what the training part alone says.

    Parameters
    ----------
    parts : Split
    centring : str
        "none" changes nothing; "mean" subtracts the mean of each feature; "standard" also divides
        by its standard deviation (a feature that never changes is left at 0).

    Raises
    ------
    ValueError
        If the centring is none of the three.
    """
    if centring not in CENTRINGS:
        raise ValueError(f"centred: centring is {centring!r}; use one of {', '.join(CENTRINGS)}.")
    if centring == "none":
        return parts
    X = parts.training.X
    middle = X.mean(axis=0)
    spread = X.std(axis=0) if centring == "standard" else np.ones(X.shape[1])
    spread = np.where(spread > 0, spread, 1.0)
    training, held_out = (Samples((part.X - middle) / spread, part.y) for part in parts)
    return Split(training, held_out)


def pooled(X: Features, side: int = 8) -> Features:
    """Images of side x side pixels, one per row, with each 2 x 2 block replaced by its mean."""
    half = side // 2
    return X.reshape(-1, half, 2, half, 2).mean(axis=(2, 4)).reshape(-1, half * half)
