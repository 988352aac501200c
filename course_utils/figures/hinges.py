"""Curves made of straight pieces: hinges added up, tents folded, pieces counted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.ticker import FixedLocator, NullFormatter, NullLocator, ScalarFormatter

from .style import GREY, QUIET, RULE, dress, line, marker, say

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from numpy.typing import ArrayLike

Artists = dict[str, Any]


def draw_hinges(
    ax: Axes, t: ArrayLike, hinges: Mapping[str, ArrayLike], total: ArrayLike, over: str = "t"
) -> Artists:
    """Single hinges (thin) and their sum (thick).

    Parameters
    ----------
    ax : matplotlib.axes.Axes
    t : array_like, (m,)
    hinges : dict of str to array_like, (m,)
        Each weighted hinge by the formula to be written at its end.
    total : array_like, (m,)
        Their sum, with the start.
    over : str
        The name of the horizontal axis.

    Returns
    -------
    dict with "hinges", "total" and "texts"
    """
    drawn = []
    texts = []
    last = float(np.asarray(t)[-1])
    for formula, hinge in hinges.items():
        drawn += ax.plot(t, hinge, color=GREY, linewidth=1.3)
        end = float(np.asarray(hinge)[-1])
        texts.append(say(ax, last, end, formula, offset=(6, -4), color=QUIET))
    (whole,) = ax.plot(t, total, **line("relu", linestyle="-", linewidth=2.8))
    end = float(np.asarray(total)[-1])
    texts.append(say(ax, last, end, "sum", "relu", offset=(6, -4)))
    dress(ax, over, "value")
    return {"hinges": drawn, "total": whole, "texts": texts}


def draw_hinge_builder(
    axes: tuple[Axes, Axes], t: ArrayLike, target: ArrayLike, counts: ArrayLike, bound: ArrayLike
) -> Artists:
    """A curve and the hinges that follow it; beside it their largest error against h²/8.

    Parameters
    ----------
    axes : (Axes, Axes)
    t, target : array_like, (m,)
        The curve to be followed.
    counts, bound : array_like, (n,)
        Numbers of hinges, and the bound on the error that belongs to each.

    Returns
    -------
    dict with the moving artists "sum", "knots", "gap", "errors" and "error"
    """
    curve, errors = axes
    curve.plot(t, target, **line("expected", linewidth=6))
    (total,) = curve.plot(t, target, **line("relu", linestyle="-"))
    (knots,) = curve.plot([0], [0], **marker("relu", markersize=5))
    (gap,) = curve.plot([1, 1], [-1, 1], **line("normal", linewidth=3))
    dress(curve, "x", "", "sin x, and a sum of hinges")
    curve.set_xlim(-0.2, 2 * np.pi + 0.2)
    curve.set_ylim(-1.25, 1.25)
    curve.set_xticks([0, np.pi, 2 * np.pi], ["0", "π", "2π"])
    curve.set_yticks([-1, 0, 1])
    errors.plot(counts, bound, **line("bound", linewidth=1.5))
    (before,) = errors.plot(counts, bound, **marker("relu", markersize=4, alpha=0.5))
    (now,) = errors.plot(counts, bound, **marker("relu", markersize=9))
    errors.set_xscale("log", base=2)
    errors.set_yscale("log")
    errors.xaxis.set_major_locator(FixedLocator([2, 4, 8, 16, 32, 64]))
    errors.xaxis.set_major_formatter(ScalarFormatter())
    errors.xaxis.set_minor_locator(NullLocator())
    errors.yaxis.set_minor_formatter(NullFormatter())
    dress(errors, "hinges", "", "largest error")
    errors.set_ylim(5e-4, 3)
    place = len(np.asarray(counts)) // 3
    at = float(np.asarray(counts)[place]), float(np.asarray(bound)[place])
    say(errors, *at, "h²/8", "bound", offset=(8, 6))
    return {"sum": total, "knots": knots, "gap": gap, "errors": before, "error": now}


def draw_depth_folder(axes: tuple[Axes, Axes], deepest: int) -> Artists:
    """The folded tent; beside it the pieces of folding against those of one layer.

    Returns
    -------
    dict with the moving artists "before" (the curve one layer earlier), "curve", "deep" and
    "wide" (marks at the present number of layers)
    """
    curve, counts = axes
    (before,) = curve.plot([0, 1], [0, 1], color=RULE, linewidth=4)
    (now,) = curve.plot([0, 1], [0, 1], **line("relu", linestyle="-", linewidth=1.8))
    dress(curve, "x", "", "output of the last layer")
    curve.set_xlim(-0.02, 1.02)
    curve.set_ylim(-0.05, 1.05)
    curve.set_xticks([0, 0.5, 1])
    curve.set_yticks([0, 0.5, 1])
    layers = np.arange(1, deepest + 1)
    counts.plot(layers, 2.0**layers, **line("relu", linestyle="-", linewidth=1.4))
    counts.plot(layers, 2.0 * layers + 1, **line("bound", linewidth=1.4))
    (deep,) = counts.plot([], [], **marker("relu", markersize=10))
    (wide,) = counts.plot([], [], **marker("bound", markersize=14, markeredgewidth=3))
    counts.set_yscale("log", base=2)
    counts.yaxis.set_major_formatter(ScalarFormatter())
    counts.set_xticks(layers)
    dress(counts, "layers of two ReLUs", "", "straight pieces")
    say(counts, deepest - 2, 2.0 ** (deepest - 2), "folded", "relu", offset=(-8, 8), ha="right")
    say(counts, deepest, 5.6, "one layer, at most", "bound", ha="right", va="top")
    return {"before": before, "curve": now, "deep": deep, "wide": wide}


def draw_piece_counts(ax: Axes, counts: Mapping[str, ArrayLike]) -> Artists:
    """For each kind of network a row: how many networks have how many pieces, and their mean.

    Returns
    -------
    dict with "rows" (containers of bars), "means" and "texts"
    """
    rows, means, texts = [], [], []
    names = list(counts)
    tallies = {name: np.unique(np.asarray(counts[name]), return_counts=True) for name in names}
    scale = 0.75 / max(int(often.max()) for _, often in tallies.values())
    for height, name in zip(range(len(names) - 1, -1, -1), names, strict=True):
        found, often = tallies[name]
        bars = {"color": line("relu")["color"], "alpha": 0.55, "width": 0.8}
        rows.append(ax.bar(found, scale * often, bottom=height, **bars))
        mean = float(np.mean(np.asarray(counts[name], dtype=float)))
        means += ax.plot([mean, mean], [height, height + 0.8], **line("tangent"))
        texts.append(say(ax, mean, height + 0.68, f"mean {mean:.1f}", offset=(5, 2)))
    dress(ax, "straight pieces between −3 and 3")
    ax.set_yticks(range(len(names) - 1, -1, -1), names)
    ax.set_ylim(-0.1, len(names) - 0.05)
    return {"rows": rows, "means": means, "texts": texts}
