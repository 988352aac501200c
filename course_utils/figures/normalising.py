"""Softmax in floats, the smooth maximum, and the losses that belong to softmax or do not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from .simplex import CLASSES, HATCHES
from .style import GREY, QUIET, colour, dress, line, marker, say

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from numpy.typing import ArrayLike

Artists = dict[str, Any]

ROWS = (1.0, 0.0)
NARROW = 0.24
RISES = (NARROW, 0.0, -NARROW)
PALE = "#e9b48f"


def draw_overflow_lens(
    axes: tuple[Axes, Axes], overflow: float, underflow: float, reach: float
) -> Artists:
    """The exponents of a batch of two rows, with the zones where exp fails; beside it what results.

    Parameters
    ----------
    axes : (Axes, Axes)
    overflow, underflow : float
        exp is inf above the one and 0 below the other.
    reach : float
        The exponents shown run from -reach to reach.

    Returns
    -------
    dict with the moving artists "points" (three lines, one per class, a point for each row),
    "bars" (six, the first row first) and "broken" (two texts)
    """
    exponents, results = axes
    zone = {"ymax": 0.83, "linewidth": 0}  # below the words that name the zones
    exponents.axvspan(overflow, reach, facecolor="#fbe3d3", edgecolor=PALE, hatch="//", **zone)
    exponents.axvspan(-reach, underflow, facecolor="#e8eaed", **zone)
    for x, words, ha, shade in (
        (reach, "exp is inf", "right", colour("naive")),
        (-reach, "exp is 0", "left", QUIET),
    ):
        say(exponents, x, 1.62, words, ha=ha, color=shade, fontweight="bold")
    points = [
        exponents.plot([0, 0], [y + rise for y in ROWS], **marker(idea, clip_on=False))[0]
        for idea, rise in zip(CLASSES, RISES, strict=True)
    ]
    dress(exponents, "exponent: logit minus shift", "", "what goes into exp")
    exponents.axvline(0, color=QUIET, linewidth=1)
    exponents.set_xlim(-reach, reach)
    exponents.set_ylim(-0.6, 2.0)
    exponents.set_yticks(ROWS, ["row 1", "row 2"])
    places = [y + shift for y in ROWS for shift in RISES]
    bars = results.barh(places, [0.0] * 6, height=0.85 * NARROW)
    for bar, idea, hatch in zip(bars, CLASSES * 2, HATCHES * 2, strict=True):
        bar.set(facecolor=colour(idea), hatch=hatch, edgecolor="white")
    broken = [
        say(results, 0.5, y, "not a number", "naive", ha="center", va="center", fontweight="bold")
        for y in ROWS
    ]
    dress(results, "probability", "", "what comes out")
    results.grid(axis="y", visible=False)
    results.set_xlim(0, 1)
    results.set_ylim(-0.6, 2.0)
    results.set_yticks(ROWS, ["row 1", "row 2"])
    say(results, 0.02, 1.62, "from the top: A, B, C")
    return {"points": points, "bars": list(bars), "broken": broken}


def draw_smooth_maximum(ax: Axes, z: ArrayLike, smooth: ArrayLike, largest: ArrayLike) -> Artists:
    """log-sum-exp of z and 0 between the maximum and the maximum plus log 2.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
    z, smooth, largest : array_like, (n,)

    Returns
    -------
    dict with the lines "smooth", "largest" and "above", and "texts"
    """
    z, smooth, largest = (np.asarray(a, dtype=float) for a in (z, smooth, largest))
    (low,) = ax.plot(z, largest, color=GREY, linewidth=2.2)
    (high,) = ax.plot(z, largest + np.log(2), **line("bound", linewidth=1.5))
    (middle,) = ax.plot(z, smooth, **line("softmax"))
    dress(ax, "z, the other logit being 0", "nats")
    at = int(0.2 * len(z))
    texts = [
        say(ax, z[0], largest[0], "maximum", offset=(2, -14), color=QUIET),
        say(ax, z[0], largest[0] + np.log(2), "maximum + log 2", offset=(2, 5)),
        say(ax, z[at], smooth[at], "LSE", "softmax", offset=(0, 6), ha="center"),
    ]
    ax.set_ylim(-0.7, float(largest.max() + 0.9))
    return {"smooth": middle, "largest": low, "above": high, "texts": texts}


def draw_softmax_twice(
    axes: tuple[Axes, Axes],
    losses: Mapping[str, ArrayLike],
    accuracies: Mapping[str, ArrayLike],
    floor: float,
) -> Artists:
    """Loss and accuracy over the steps of training, with softmax applied once and twice.

    Parameters
    ----------
    axes : (Axes, Axes)
    losses, accuracies : dict with "once" and "twice", each array_like of (steps + 1,)
    floor : float
        The smallest loss that is possible with softmax applied twice.

    Returns
    -------
    dict with "losses" and "accuracies" (two lines each), "floor" and "texts"
    """
    looks = {"once": "softmax", "twice": "naive"}
    drawn: Artists = {"losses": [], "accuracies": [], "texts": []}
    panels = (("losses", losses, axes[0]), ("accuracies", accuracies, axes[1]))
    for name, values, ax in panels:
        for key, idea in looks.items():
            height = np.asarray(values[key], dtype=float)
            drawn[name] += ax.plot(height, **line(idea))
            early = name == "accuracies" and key == "once"  # where the other curve is far below
            at = len(height) // (8 if early else 3)
            place = {"offset": (4, 5)} if name == "losses" else {"offset": (6, -14)}
            drawn["texts"].append(say(ax, at, height[at], key, idea, **place))
    drawn["floor"] = axes[0].axhline(floor, **line("bound", linewidth=1.5))
    drawn["texts"].append(say(axes[0], 0, floor, f"lowest possible: {floor:.2f}", offset=(24, -14)))
    dress(axes[0], "step", "", "cross-entropy (nats)")
    dress(axes[1], "step", "", "accuracy, held-out digits")
    axes[0].set_ylim(0, None)
    axes[1].set_ylim(0, 1.03)
    return drawn


def draw_smoothing(ax: Axes, gaps: ArrayLike, losses: Mapping[float, ArrayLike]) -> Artists:
    """Loss of one sample over the lead of its class, for labels smoothed by several epsilons.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
    gaps : array_like, (n,)
        Logit of the true class minus the logit that all others share.
    losses : dict of epsilon to array_like, (n,)

    Returns
    -------
    dict with "curves" (one per epsilon), "lowest" (points) and "texts"
    """
    gaps = np.asarray(gaps, dtype=float)
    looks = ("softmax", "squares", "spread")
    drawn: Artists = {"curves": [], "lowest": [], "texts": []}
    for (epsilon, values), idea in zip(losses.items(), looks, strict=False):
        values = np.asarray(values, dtype=float)
        drawn["curves"] += ax.plot(gaps, values, **line(idea))
        best = int(np.argmin(values))
        text = "ε = 0: lower and lower" if epsilon == 0 else f"ε = {epsilon:g}"
        drawn["texts"].append(
            say(ax, gaps[-1], values[-1], text, idea, offset=(-2, 6), ha="right", va="bottom")
        )
        if epsilon > 0:
            drawn["lowest"] += ax.plot([gaps[best]], [values[best]], **marker(idea, markersize=9))
    dress(ax, "lead of the true class over each other class", "loss (nats)")
    ax.set_ylim(-0.08, None)
    return drawn
