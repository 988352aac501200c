"""Lines, normals and regions: what a unit, and a small network, make of the plane."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.colors import ListedColormap
from matplotlib.ticker import MultipleLocator

from .style import GREY, INK, QUIET, dress, line, marker, say

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from numpy.typing import ArrayLike

Artists = dict[str, Any]

REACH = 5.0
PALE_ZERO, PALE_ONE = "#fbf4e4", "#bcdfd1"  # one clearly darker, so that print shows the border
CORNERS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
TARGETS = np.array([0, 1, 1, 0])


def draw_projection(ax: Axes, w: ArrayLike, x: ArrayLike) -> Artists:
    """Two arrows from the origin, and the shadow of x on the direction of w.

    Returns
    -------
    dict with "shadow" (the thick line from the origin), "drop" (from x down to it) and "texts"
    """
    w, x = np.asarray(w, dtype=float), np.asarray(x, dtype=float)
    foot = (w @ x) / (w @ w) * w
    (shadow,) = ax.plot(
        [0, foot[0]], [0, foot[1]], **line("distance", linestyle="-", linewidth=8, alpha=0.45)
    )
    (drop,) = ax.plot([x[0], foot[0]], [x[1], foot[1]], color=GREY, linewidth=1.4)
    back, up = (0.18 * v / np.linalg.norm(v) for v in (-foot, x - foot))
    ax.plot(*np.transpose([foot + back, foot + back + up, foot + up]), color=GREY, linewidth=1.2)
    turns = np.linspace(np.arctan2(w[1], w[0]), np.arctan2(x[1], x[0]), 40)
    ax.plot(0.7 * np.cos(turns), 0.7 * np.sin(turns), color=INK, linewidth=1.2)
    middle = turns.mean()
    for tip, idea in ((w, "normal"), (x, "score")):
        arrow = {"arrowstyle": "-|>", "color": line(idea)["color"], "linewidth": 2.0}
        ax.annotate("", tip, (0, 0), arrowprops={**arrow, "shrinkA": 0, "shrinkB": 0})
    dress(ax, "x₁", "x₂")
    ax.set_aspect("equal")
    high = np.maximum(np.maximum(w, x), 0) + 0.8
    ax.set_xlim(-0.5, high[0])
    ax.set_ylim(-0.5, high[1])
    ax.xaxis.set_major_locator(MultipleLocator(1))
    ax.yaxis.set_major_locator(MultipleLocator(1))
    texts = [
        say(ax, *w, "w", "normal", offset=(6, -2)),
        say(ax, *x, "x", "score", offset=(6, -4)),
        say(ax, *(foot / 2), "‖x‖ cos θ", "distance", offset=(4, -9), va="top"),
        say(ax, 0.85 * np.cos(middle), 0.85 * np.sin(middle), "θ", va="center"),
    ]
    return {"shadow": shadow, "drop": drop, "texts": texts}


def draw_line_and_normal(
    axes: tuple[Axes, Axes], points: ArrayLike, names: Sequence[str]
) -> Artists:
    """A plane with a unit's line, its normal and labelled points; beside it a row for each point.

    Parameters
    ----------
    axes : (Axes, Axes)
        The plane, and the scores and distances of the points.
    points : array_like, (n, 2)
    names : sequence of str
        One letter for each point.

    Returns
    -------
    dict with the moving artists "side" (the half-plane), "line", "drops", "arrow", "points",
    "letters" (a list), "scores" and "distances", in this order
    """
    plane, rows = axes
    points = np.asarray(points, dtype=float)
    (side,) = plane.fill([0, 1, 1], [0, 0, 1], color=PALE_ONE, linewidth=0)
    (border,) = plane.plot([], [], **line("boundary"))
    (drops,) = plane.plot([], [], **line("distance", linewidth=1.8))
    arrow = plane.quiver([0], [0], [1], [1], angles="xy", scale_units="xy", scale=1, width=0.013)
    arrow.set_color(line("normal")["color"])
    (dots,) = plane.plot(*points.T, **marker("tangent"))
    letters = [
        say(plane, *point, name, offset=(6, 4), fontweight="bold")
        for point, name in zip(points, names, strict=True)
    ]
    dress(plane, "x₁", "x₂")
    plane.set_aspect("equal")
    plane.set_xlim(-REACH, REACH)
    plane.set_ylim(-REACH, REACH)
    plane.set_xticks([-4, -2, 0, 2, 4])
    plane.set_yticks([-4, -2, 0, 2, 4])
    height = np.arange(len(points))[::-1]
    (scores,) = rows.plot(0 * height, height + 0.14, **marker("score"))
    (distances,) = rows.plot(0 * height, height - 0.14, **marker("distance", markersize=6))
    dress(rows)
    rows.axvline(0, color=QUIET, linewidth=1)
    rows.set_xlim(-21, 21)
    rows.set_ylim(-0.6, len(points) + 0.1)
    rows.set_yticks(height, names, fontweight="bold")
    for x, words, idea, place in (
        (-20.5, "■ score", "score", "left"),
        (20.5, "◆ distance", "distance", "right"),
    ):
        say(rows, x, len(points) - 0.35, words, idea, ha=place)
    return {
        "side": side,
        "line": border,
        "drops": drops,
        "arrow": arrow,
        "points": dots,
        "letters": letters,
        "scores": scores,
        "distances": distances,
    }


def draw_xor(axes: tuple[Axes, Axes]) -> Artists:
    """The four corners of XOR over the regions of a network; beside them its output at each.

    Returns
    -------
    dict with the moving artists "region" (an image), "first" and "second" (the units' lines),
    "corners", "outputs" and "wrong", in this order
    """
    plane, rows = axes
    edges = (-0.6, 1.6)
    region = plane.imshow(
        np.zeros((2, 2)),
        cmap=ListedColormap([PALE_ZERO, PALE_ONE]),
        vmin=0,
        vmax=1,
        extent=(*edges, *edges),
        origin="lower",
        interpolation="nearest",
    )
    (first,) = plane.plot([], [], **line("boundary"))
    (second,) = plane.plot([], [], **line("spread", linewidth=1.4))
    drawn = []
    for cls, idea in ((0, "zero"), (1, "one")):
        drawn += plane.plot(*CORNERS[cls == TARGETS].T, **marker(idea, markersize=11))
    dress(plane, "a", "b")
    plane.grid(False)
    plane.set_aspect("equal")
    plane.set_xlim(*edges)
    plane.set_ylim(*edges)
    plane.set_xticks([0, 1])
    plane.set_yticks([0, 1])
    height = np.arange(4)[::-1]
    ideas = ["one" if cls else "zero" for cls in TARGETS]
    outputs = [
        rows.plot([0], [y], **marker(idea, markersize=10, clip_on=False))[0]
        for y, idea in zip(height, ideas, strict=True)
    ]
    cross = marker("yours", markersize=15, markeredgewidth=2.2, color=INK, clip_on=False)
    (wrong,) = rows.plot([], [], **cross, in_layout=False)
    dress(rows)
    rows.axvline(0, color=QUIET, linewidth=1)
    rows.axvspan(-9, 0, color=PALE_ZERO, zorder=0)
    rows.axvspan(0, 9, color=PALE_ONE, zorder=0)
    rows.set_xlim(-6.3, 6.3)
    rows.set_ylim(-0.6, 4.1)
    names = [f"({a:.0f}, {b:.0f})" for a, b in CORNERS]
    rows.set_yticks(height, names)
    rows.grid(False)
    say(rows, -6, 3.6, "output ≤ 0: says 0", "zero")
    say(rows, 6, 3.6, "> 0: says 1", "one", ha="right")
    return {
        "region": region,
        "first": first,
        "second": second,
        "corners": drawn,
        "outputs": outputs,
        "wrong": wrong,
    }


def draw_regions(
    ax: Axes,
    X: ArrayLike,
    y: ArrayLike,
    xs: ArrayLike,
    ys: ArrayLike,
    labels: ArrayLike,
    title: str,
) -> Artists:
    """Two classes of samples over what a classifier says of every place of a grid.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
    X, y : array_like, (samples, 2) and (samples,) of 0 and 1
    xs, ys : array_like, (columns,) and (rows,)
        The places of the grid.
    labels : array_like, (rows, columns)
        What the classifier says there, 0 or 1.

    Returns
    -------
    dict with "region" and the points "zero" and "one"
    """
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    region = ax.pcolormesh(
        xs, ys, labels, cmap=ListedColormap([PALE_ZERO, PALE_ONE]), vmin=0, vmax=1
    )
    (zero,) = ax.plot(*X[y == 0].T, **marker("zero", markersize=3))
    (one,) = ax.plot(*X[y == 1].T, **marker("one", markersize=3))
    dress(ax, "x₁", "x₂", title)
    ax.grid(False)
    ax.set_aspect("equal")
    return {"region": region, "zero": zero, "one": one}


def draw_straight_walk(ax: Axes, t: ArrayLike, curves: dict[str, ArrayLike]) -> Artists:
    """Outputs of networks along a straight walk through their inputs, one line for each name."""
    drawn, texts = {}, []
    ideas = dict(zip(curves, ("boundary", "relu"), strict=False))
    for name, values in curves.items():
        (drawn[name],) = ax.plot(t, values, **line(ideas[name]))
        end = float(np.asarray(values)[-1])
        texts.append(say(ax, float(np.asarray(t)[-1]), end, name, ideas[name], offset=(6, -4)))
    dress(ax, "how far along the walk", "output")
    return {**drawn, "texts": texts}
