"""Calibration: whether what was said with confidence c comes true in a share c of the cases."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_utils.arrays import check_same_shape, read_real
from course_utils.losses import cross_entropy

Array = NDArray[np.float64]
TEMPERATURES = tuple(round(0.5 + 0.05 * k, 2) for k in range(91))


@dataclass(frozen=True, eq=False)
class Reliability:
    """Predictions gathered into bins of equal width by their confidence, empty bins left out.

    low, high : (bins,), the edges of each bin
    count : (bins,), how many predictions lie in it, at least 1
    confidence : (bins,), their mean confidence
    accuracy : (bins,), the share of them that is right
    """

    low: Array
    high: Array
    count: NDArray[np.int64]
    confidence: Array
    accuracy: Array

    @property
    def gap(self) -> Array:
        """Accuracy minus confidence per bin: negative where too much was claimed."""
        return self.accuracy - self.confidence


def reliability_bins(confidences: ArrayLike, right: ArrayLike, bins: int = 10) -> Reliability:
    """Gather predictions into bins of equal width from 0 to 1.

    Parameters
    ----------
    confidences : array_like of numbers in [0, 1], (predictions,)
        For a network: the largest probability of each row.
    right : array_like of 0 and 1 or bool, (predictions,)
        Whether each prediction came true.
    bins : int
        At least 1. A confidence on an edge belongs to the bin above it, 1 to the last bin.

    Raises
    ------
    ValueError
        If the shapes differ, there is no prediction, or a confidence is outside [0, 1].

    Notes
    -----
    Source: DeGroot and Fienberg (1983), "The comparison and evaluation of forecasters".
    """
    c, hit = _read(confidences, right, "reliability_bins")
    if bins < 1:
        raise ValueError(f"reliability_bins: bins must be at least 1, got {bins}.")
    edges = np.arange(bins + 1) / bins
    place = np.clip(np.searchsorted(edges, c, side="right") - 1, 0, bins - 1)
    count = np.bincount(place, minlength=bins)
    used = count > 0
    mean_c, mean_hit = (
        np.bincount(place, weights=values, minlength=bins)[used] / count[used]
        for values in (c, hit)
    )
    return Reliability(edges[:-1][used], edges[1:][used], count[used], mean_c, mean_hit)


def expected_calibration_error(confidences: ArrayLike, right: ArrayLike, bins: int = 10) -> float:
    """Mean over the predictions of |accuracy - confidence| in their bin (ECE).

    Parameters
    ----------
    confidences, right, bins
        As in `reliability_bins`.

    Returns
    -------
    float
        From 0 (every bin holds what it claims) to 1.

    Notes
    -----
    Never negative, so chance alone makes it positive: with few predictions per bin it is too large.
    Source: Naeini, Cooper and Hauskrecht (2015), "Obtaining well calibrated probabilities using
    Bayesian binning".
    """
    found = reliability_bins(confidences, right, bins)
    return float(np.abs(found.gap) @ found.count / found.count.sum())


def best_temperature(
    logits: ArrayLike, labels: ArrayLike, temperatures: ArrayLike = TEMPERATURES
) -> float:
    """The temperature, among those offered, with the smallest cross-entropy on these samples.

    Parameters
    ----------
    logits : array_like of real numbers, (samples, classes)
        Of samples that were not trained on.
    labels : array_like of integers, (samples,)
    temperatures : array_like of numbers above 0
        By default 0.5 to 5 in steps of 0.05.

    Notes
    -----
    Source: Guo, Pleiss, Sun and Weinberger (2017), "On calibration of modern neural networks".
    """
    offered = np.asarray(temperatures, dtype=np.float64)
    losses = [cross_entropy(np.asarray(logits) / temperature, labels) for temperature in offered]
    return float(offered[np.argmin(losses)])


def _read(confidences: ArrayLike, right: ArrayLike, where: str) -> tuple[Array, Array]:
    c, _ = read_real(confidences, f"{where}: confidences")
    hit: Any = np.asarray(right, dtype=np.float64)
    check_same_shape(c, "confidences", hit, "right", where)
    if c.ndim != 1 or c.size == 0:
        raise ValueError(
            f"{where}: confidences must be a row of at least one number, got shape {c.shape}."
        )
    if not np.all((c >= 0) & (c <= 1)):
        raise ValueError(
            f"{where}: confidences must be from 0 to 1, got {c.min():g} to {c.max():g}."
        )
    return c.astype(np.float64), hit
