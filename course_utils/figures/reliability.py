"""Reliability diagrams: what was claimed against what came true."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.ticker import MaxNLocator

from .style import BLUE, INK, QUIET, VERMILLION, dress, line, say

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from course_utils.calibration import Reliability

Artists = dict[str, Any]


def draw_reliability(axes: tuple[Axes, Axes], bins: int, most: int, start: float = 0.0) -> Artists:
    """An empty reliability diagram over a chart of counts, to be filled by `fill_reliability`.

    Parameters
    ----------
    axes : (Axes, Axes)
        The diagram and, below it, the counts.
    bins : int
        Bins of equal width from 0 to 1.
    most : int
        The largest count that has to fit.
    start : float
        Where the axis of confidence begins.

    Returns
    -------
    dict with the moving artists "accuracy", "gaps" and "counts" (bins bars each)
    """
    diagram, counts = axes
    centres = (np.arange(bins) + 0.5) / bins
    width = 0.9 / bins
    accuracy = diagram.bar(centres, 0 * centres, width, color=BLUE)
    gaps = diagram.bar(
        centres, 0 * centres, width, facecolor="none", edgecolor=VERMILLION, hatch="////", lw=1.3
    )
    diagram.plot([0, 1], [0, 1], **line("bound", linewidth=1.5))
    dress(diagram, "", "share that is right")
    diagram.set_ylim(0, 1.02)
    for words, drop, shade in (
        ("solid: right", 0, BLUE),
        ("hatched: the gap", -18, VERMILLION),
        ("dashed: as claimed", -36, INK),
    ):
        say(diagram, 1, 1, words, offset=(10, drop), color=shade, va="top")
    numbers = counts.bar(centres, 0 * centres, width, color=QUIET)
    dress(counts, "confidence", "how many")
    counts.set_ylim(0, most)
    counts.yaxis.set_major_locator(MaxNLocator(2, integer=True))
    for ax in axes:
        ax.set_xlim(start, 1)
        ax.grid(axis="x", visible=False)
    diagram.set_xticklabels([])
    return {"accuracy": list(accuracy), "gaps": list(gaps), "counts": list(numbers)}


def fill_reliability(artists: Artists, found: Reliability) -> None:
    """Set the bars of a diagram to what was found; bins that hold nothing are left empty."""
    bins = len(artists["accuracy"])
    for name in ("accuracy", "gaps", "counts"):
        for bar in artists[name]:
            bar.set(height=0.0, y=0.0, visible=False)
    for low, count, confidence, accuracy in zip(
        found.low, found.count, found.confidence, found.accuracy, strict=True
    ):
        k = round(low * bins)
        for name in ("accuracy", "gaps", "counts"):
            artists[name][k].set_visible(True)
        artists["accuracy"][k].set_height(accuracy)
        artists["gaps"][k].set(y=min(accuracy, confidence), height=abs(accuracy - confidence))
        artists["counts"][k].set_height(count)
