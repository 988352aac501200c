"""Three probabilities that sum to 1: points of a triangle, bars, curves over the temperature."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.colors import ListedColormap
from numpy.typing import NDArray

from .style import GREY, INK, LONG_DASH, QUIET, RULE, colour, dress, line, marker, say

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from numpy.typing import ArrayLike

Artists = dict[str, Any]

CLASSES = ("first", "second", "third")
HATCHES = ("", "///", "...")
# From negative over 0 to positive, all of them light enough for dark text.
SIGNED = (
    *("#e0a33a", "#edc47d", "#f5dfb8", "#faf0de"),
    "#ffffff",
    *("#efe3f0", "#dcc3e0", "#c49fcc", "#ab7bb8"),
)
STEEPEST = 0.25
CORNERS = np.array([[0.0, 0.0], [1.0, 0.0], [0.5, np.sqrt(0.75)]])


def place(probabilities: ArrayLike) -> NDArray[np.float64]:
    """Where rows of three probabilities lie in the triangle: the corners' weighted mean."""
    return np.asarray(np.asarray(probabilities, dtype=float) @ CORNERS)


def draw_simplex(axes: tuple[Axes, Axes], names: Sequence[str]) -> Artists:
    """The triangle of all ways to share a probability of 1 among three classes, and bars.

    Parameters
    ----------
    axes : (Axes, Axes)
        The triangle, and the three bars.
    names : sequence of str
        The classes, in the order of the probabilities.

    Returns
    -------
    dict with the moving artists "path" (all temperatures), "before" (a hollow point), "step"
    (from there to the point), "point" and "bars" (a list)
    """
    triangle, bars = axes
    _draw_triangle(triangle, names)
    (path,) = triangle.plot([], [], color=GREY, linewidth=1.6, linestyle=LONG_DASH)
    (step,) = triangle.plot([], [], **line("boundary", linestyle="-", linewidth=1.4))
    (before,) = triangle.plot([], [], **marker("tangent", markersize=13, markerfacecolor="none"))
    (point,) = triangle.plot([], [], **marker("tangent", markersize=9))
    drawn = bars.bar(names, [1 / 3] * 3, width=0.62)
    for bar, idea, hatch in zip(drawn, CLASSES, HATCHES, strict=True):
        bar.set(facecolor=colour(idea), hatch=hatch, edgecolor="white")
    dress(bars, "", "", "probability")
    bars.grid(axis="x", visible=False)
    bars.set_ylim(0, 1)
    return {"path": path, "before": before, "step": step, "point": point, "bars": list(drawn)}


def _draw_triangle(ax: Axes, names: Sequence[str]) -> None:
    for share in (0.25, 0.5, 0.75):
        for k in range(3):
            ends = np.zeros((2, 3))
            ends[:, k] = share
            ends[0, (k + 1) % 3] = ends[1, (k + 2) % 3] = 1 - share
            ax.plot(*place(ends).T, color=RULE, linewidth=0.8)
    ax.plot(*place(np.eye(3)[[0, 1, 2, 0]]).T, color=QUIET, linewidth=1.4)
    spots = ((-2, -5, "left", "top"), (2, -5, "right", "top"), (0, 4, "center", "bottom"))
    for corner, name, idea, (dx, dy, ha, va) in zip(CORNERS, names, CLASSES, spots, strict=True):
        text = f"surely {name}"
        x, y = corner
        say(ax, x, y, text, idea, offset=(dx, dy), ha=ha, va=va, fontweight="bold")
    ax.set_aspect("equal")
    ax.set_xlim(-0.06, 1.06)
    ax.set_ylim(-0.12, 0.99)
    ax.axis("off")


def draw_temperature(
    axes: tuple[Axes, Axes],
    temperatures: ArrayLike,
    probabilities: ArrayLike,
    entropies: ArrayLike,
    names: Sequence[str],
) -> Artists:
    """Three probabilities (left) and their entropy (right) against the temperature, a log axis.

    Parameters
    ----------
    axes : (Axes, Axes)
    temperatures : array_like, (n,)
    probabilities : array_like, (n, 3)
    entropies : array_like, (n,)
    names : sequence of str

    Returns
    -------
    dict with "curves" (three lines), "entropy" (a line) and "texts"
    """
    left, right = axes
    T, p = np.asarray(temperatures, dtype=float), np.asarray(probabilities, dtype=float)
    curves = [left.plot(T, p[:, k], **line(idea))[0] for k, idea in enumerate(CLASSES)]
    (entropy,) = right.plot(T, entropies, **line("entropy"))
    dress(left, "temperature T", "probability")
    dress(right, "temperature T", "entropy (nats)")
    for ax, height, text in ((left, 1 / 3, "1/3"), (right, np.log(3), "log 3")):
        ax.set_xscale("log")
        ax.axhline(height, color=QUIET, linewidth=0.8)
        say(ax, T[0], height, text, offset=(3, 3), color=QUIET)
    spots = ((0.42, (8, 4), "left"), (0.3, (-6, 8), "right"), (0.5, (10, -14), "left"))
    texts = []
    for k, (name, idea, (share, offset, ha)) in enumerate(zip(names, CLASSES, spots, strict=True)):
        at = int(share * len(T))
        texts.append(say(left, T[at], p[at, k], name, idea, offset=offset, ha=ha))
    right.set_ylim(-0.05, 1.2)
    return {"curves": curves, "entropy": entropy, "texts": texts}


def draw_rivals(ax: Axes, z: ArrayLike, softmax: ArrayLike, squares: ArrayLike) -> Artists:
    """Probability of one class over its own logit, the others fixed, for two ways to normalise.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
    z, softmax, squares : array_like, (n,)

    Returns
    -------
    dict with the lines "softmax" and "squares", and "texts"
    """
    z, soft, square = (np.asarray(a, dtype=float) for a in (z, softmax, squares))
    (first,) = ax.plot(z, soft, **line("softmax"))
    (second,) = ax.plot(z, square, **line("squares", linewidth=2.8))
    dress(ax, "logit of class A; the others stay at 0 and 1", "share of class A")
    ax.set_ylim(-0.03, 1.06)
    left = int(0.17 * len(z))
    texts = [
        say(ax, z[left], soft[left], "softmax", "softmax", offset=(0, 7), ha="center"),
        say(ax, z[left], square[left], "squares", "squares", offset=(-4, -16), ha="right"),
    ]
    return {"softmax": first, "squares": second, "texts": texts}


def draw_jacobian(axes: tuple[Axes, Axes], names: Sequence[str]) -> Artists:
    """Bars for three probabilities, and the nine slopes of the Jacobian as cells with their text.

    Parameters
    ----------
    axes : (Axes, Axes)
    names : sequence of str

    Returns
    -------
    dict with the moving artists "bars" (a list), "cells" (a mesh) and "texts" (three lists of
    three)
    """
    bars, table = axes
    drawn = bars.barh([2, 1, 0], [1 / 3] * 3, height=0.6)
    for bar, idea, hatch in zip(drawn, CLASSES, HATCHES, strict=True):
        bar.set(facecolor=colour(idea), hatch=hatch, edgecolor="white")
    dress(bars, "", "", "probability")
    bars.grid(axis="y", visible=False)
    bars.set_xlim(0, 1)
    bars.set_ylim(-0.5, 2.5)
    bars.set_yticks([2, 1, 0], [f"p({name})" for name in names])
    edges = np.arange(-0.5, 3)
    cells = table.pcolormesh(
        *(edges, edges, np.linspace(-STEEPEST, STEEPEST, 9).reshape(3, 3)),
        cmap=ListedColormap(SIGNED),
        vmin=-STEEPEST,
        vmax=STEEPEST,
        edgecolor=RULE,
    )
    dress(table, "", "", "slope of p(row) along z(column)")
    table.grid(False)
    table.set_xticks([0, 1, 2], [f"z({name})" for name in names])
    table.set_yticks([2, 1, 0], [f"p({name})" for name in names])
    table.tick_params(length=0)
    for side in ("left", "bottom"):
        table.spines[side].set_visible(False)
    texts = [
        [
            table.text(j, 2 - i, "", ha="center", va="center", fontsize=13, color=INK)
            for j in range(3)
        ]
        for i in range(3)
    ]
    return {"bars": list(drawn), "cells": cells, "texts": texts}
