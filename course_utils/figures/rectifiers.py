"""ReLU and its relatives: subgradients, one unit over a cloud of data, dead units, slopes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from .style import GREY, INK, QUIET, RULE, TEXT_SIZE, colour, dress, line, marker, say

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from numpy.typing import ArrayLike

Artists = dict[str, Any]


def draw_subgradients(ax: Axes, slopes: Sequence[float]) -> Artists:
    """ReLU, and straight lines through the kink that nowhere rise above it.

    Returns
    -------
    dict with the line "relu", the list of lines "supports" and "texts"
    """
    z = np.array([-2.0, 0.0, 2.0])
    supports = [ax.plot(z, g * z, **line("derivative", linewidth=1.5))[0] for g in slopes]
    (relu,) = ax.plot(z, np.maximum(z, 0), **line("relu", linewidth=3.2))
    dress(ax, "z", "")
    ax.set_xlim(-2, 2.75)
    ax.set_ylim(-2.1, 2.2)
    texts = [
        say(ax, 2, 2 * g, f"slope {g:g}", "derivative", offset=(5, 0), va="center") for g in slopes
    ]
    texts.append(say(ax, -1.9, 0.12, "ReLU (thick)", "relu", va="bottom"))
    return {"relu": relu, "supports": supports, "texts": texts}


def draw_slope_and_data(
    axes: tuple[Axes, Axes], z: ArrayLike, slopes: ArrayLike, accuracies: ArrayLike
) -> Artists:
    """Left, leaky ReLU with one slope; right, what every slope achieved on the spirals.

    Parameters
    ----------
    axes : (Axes, Axes)
    z : array_like, shape (n,)
    slopes : array_like, shape (m,)
    accuracies : array_like, shape (m, runs)

    Returns
    -------
    dict with the moving artists "curve" and "point", and the lists "runs" and "texts"
    """
    left, right = axes
    z = np.asarray(z, dtype=float)
    left.plot(z, np.maximum(z, 0), color=GREY, linewidth=1.2)
    (curve,) = left.plot(z, np.maximum(z, 0), **line("leaky_relu", linewidth=3.2))
    left.set_xlim(z[0], z[-1])
    left.set_ylim(-3.2, 3.2)
    dress(left, "z", "", "Leaky ReLU")
    runs = right.plot(slopes, accuracies, **line("leaky_relu", linewidth=1.2))
    (point,) = right.plot([0], [1], **marker("tangent", markersize=9))
    right.set_xlim(-1.08, 1.08)
    right.set_ylim(0.47, 1.04)
    right.axhline(0.5, color=QUIET, linewidth=0.8)
    right.axvline(0, color=QUIET, linewidth=0.8)
    dress(right, "negative slope α", "", "accuracy on two spirals")
    texts = [
        say(left, z[-1], 3, "slope 1", ha="right", va="top", offset=(-26, 0)),
        say(right, -1, 0.505, "guessing", va="bottom"),
        say(right, -1, 0.975, "|z|", va="top", ha="center"),
        say(right, 0, 0.975, "ReLU", va="top", ha="center"),
        say(right, 0.84, 0.69, "identity", va="center", ha="right"),
    ]
    return {"curve": curve, "point": point, "runs": runs, "texts": texts}


def draw_unit_over_cloud(
    axes: tuple[Axes, Axes], X: ArrayLike, targets: ArrayLike, reach: float = 3.0
) -> Artists:
    """One unit: left, its line among the samples; right, its activation over z.

    Parameters
    ----------
    axes : (Axes, Axes)
    X : array_like, (samples, 2)
    targets : array_like, (samples,)
        1 or 0; the markers differ.
    reach : float
        The left panel runs from -reach to reach on both axes.

    Returns
    -------
    dict with the samples "ones" and "zeros", and the moving artists "on_side" (a polygon),
    "boundary", "normal", "curve", "ones_on_curve", "zeros_on_curve" and "badge"
    """
    left, right = axes
    X, chosen = np.asarray(X, dtype=float), np.asarray(targets) == 1
    (on_side,) = left.fill([0, 1, 1], [0, 0, 1], color=colour("relu"), alpha=0.16, linewidth=0)
    (boundary,) = left.plot([0, 1], [0, 1], **line("boundary", linewidth=1.8))
    head = {"marker": (3, 0, -45), "markersize": 11, "markevery": [1]}  # an arrow's, turned with w
    (normal,) = left.plot([0, 1], [0, 1], **line("normal", linewidth=2.6), **head)
    (ones,) = left.plot(*X[chosen].T, **marker("one", markersize=5))
    (zeros,) = left.plot(*X[~chosen].T, **marker("zero", markersize=5))
    left.set_xlim(-reach, reach)
    left.set_ylim(-reach, reach)
    left.set_aspect("equal")
    dress(left, "x₁", "x₂")
    z = np.linspace(-7, 7, 3)
    (curve,) = right.plot(z, np.maximum(z, 0), **line("relu", linewidth=2.6))
    (ones_on_curve,) = right.plot([], [], **marker("one", markersize=5))
    (zeros_on_curve,) = right.plot([], [], **marker("zero", markersize=5))
    right.set_xlim(-7, 7)
    right.set_ylim(-1.2, 8.6)
    right.axvline(0, color=QUIET, linewidth=0.8)
    dress(right, "pre-activation z", "", "activation")
    box = {"boxstyle": "round,pad=0.45", "facecolor": "white", "edgecolor": INK, "linewidth": 1.4}
    badge = right.text(-6.3, 7.4, "on", fontsize=12, fontweight="bold", color=INK, bbox=box)
    return {
        "on_side": on_side,
        "boundary": boundary,
        "normal": normal,
        "ones": ones,
        "zeros": zeros,
        "curve": curve,
        "ones_on_curve": ones_on_curve,
        "zeros_on_curve": zeros_on_curve,
        "badge": badge,
    }


def draw_killer(axes: tuple[Axes, Axes], epochs: int, units: int) -> Artists:
    """Empty axes and two lines: units that are never positive, and accuracy, over the epochs.

    Returns
    -------
    dict with the moving lines "dead" and "accuracy"
    """
    left, right = axes
    level = np.arange(epochs + 1), np.zeros(epochs + 1)
    (dead,) = left.plot(*level, **line("dead", linewidth=2.8))
    (accuracy,) = right.plot(*level, **line("leaky_relu", linewidth=2.8))
    left.set_ylim(-1.5, units + 2.5)
    left.set_yticks(np.linspace(0, units, 5))
    right.set_ylim(-0.03, 1.04)
    right.axhline(0.1, color=QUIET, linewidth=0.8)
    say(right, epochs, 0.11, "guessing", ha="right", va="bottom")
    dress(left, "epoch", "", f"units of {units} never positive")
    dress(right, "epoch", "", "accuracy, held-out digits")
    for ax in axes:
        ax.set_xlim(0, epochs)
    return {"dead": dead, "accuracy": accuracy}


def draw_runs(
    axes: tuple[Axes, Axes], runs: Mapping[str, tuple[ArrayLike, ArrayLike]], units: int
) -> Artists:
    """Several finished runs: units that are never positive, and accuracy, each named at its end.

    Parameters
    ----------
    axes : (Axes, Axes)
    runs : dict of idea ("relu", "leaky_relu", ...) to (counts, accuracies), (epochs + 1,) each
    units : int

    Returns
    -------
    dict with the lists "counts", "accuracies" (lines) and "texts"
    """
    left, right = axes
    counts, accuracies, texts = [], [], []
    for idea, (count, accuracy) in runs.items():
        epochs = np.arange(len(np.asarray(count)))
        name = _WORDS.get(idea, idea)
        for ax, y, lines in ((left, count, counts), (right, accuracy, accuracies)):
            lines.extend(ax.plot(epochs, y, **line(idea)))
            place = epochs[-1], float(np.asarray(y)[-1])
            texts.append(say(ax, *place, name, idea, offset=(5, 0), va="center"))
    left.set_ylim(-1.5, units + 2.5)
    left.set_yticks(np.linspace(0, units, 5))
    right.set_ylim(-0.03, 1.04)
    dress(left, "epoch", "", f"units of {units} never positive")
    dress(right, "epoch", "", "accuracy, held-out digits")
    return {"counts": counts, "accuracies": accuracies, "texts": texts}


_WORDS = {"relu": "ReLU", "leaky_relu": "Leaky 0.01"}


def draw_family(
    axes: tuple[Axes, Axes], z: ArrayLike, relu: tuple[ArrayLike, ArrayLike]
) -> Artists:
    """ReLU in grey and one relative over it: left the curves, right their slopes.

    Parameters
    ----------
    axes : (Axes, Axes)
    z : array_like, shape (n,)
    relu : (values, slopes) of ReLU

    Returns
    -------
    dict with the moving artists "curve", "slope", "tangent", "point" and "slope_point"
    """
    left, right = axes
    z = np.asarray(z, dtype=float)
    for ax, y in zip(axes, relu, strict=True):
        ax.plot(z, y, color=GREY, linewidth=1.4)
        ax.axhline(0, color=QUIET, linewidth=0.8)
        ax.axvline(0, color=QUIET, linewidth=0.8)
        ax.set_xlim(z[0] - 0.2, z[-1] + 0.2)  # room for the whole marker at either end
    (curve,) = left.plot(z, relu[0], **line("relative", linewidth=2.8))
    (tangent,) = left.plot([-1, 1], [0, 1], color=INK, linewidth=1.4)
    (point,) = left.plot([0], [0], **marker("tangent"))
    (slope,) = right.plot(z, relu[1], **line("derivative", linewidth=2.8))
    (slope_point,) = right.plot([0], [0], **marker("tangent"))
    left.set_ylim(-1.4, 4.1)
    right.set_ylim(-0.25, 1.25)
    dress(left, "z", "", "value")
    dress(right, "z", "", "slope")
    say(left, -3.8, 3.6, "ReLU: grey line", color=QUIET)
    return {
        "curve": curve,
        "slope": slope,
        "tangent": tangent,
        "point": point,
        "slope_point": slope_point,
    }


def draw_gelu_errors(axes: tuple[Axes, Axes], z: ArrayLike, errors: Mapping[str, Any]) -> Artists:
    """What two short formulas for GELU get wrong, each on a scale of its own.

    Parameters
    ----------
    axes : (Axes, Axes)
    z : array_like, shape (n,)
    errors : dict of label to array_like of shape (n,), two of them

    Returns
    -------
    dict with the list of "lines" and "texts" (the largest error of each)
    """
    z = np.asarray(z, dtype=float)
    lines, texts = [], []
    for ax, (label, error) in zip(axes, errors.items(), strict=True):
        error = np.asarray(error, dtype=float)
        lines.extend(ax.plot(z, error, **line("relative", linewidth=1.8)))
        ax.axhline(0, color=QUIET, linewidth=0.8)
        worst = float(np.abs(error).max())
        ax.set_ylim(-1.35 * worst, 1.35 * worst)
        ax.ticklabel_format(axis="y", style="sci", scilimits=(-2, 2))
        dress(ax, "z", "", label)
        style = {"xycoords": "axes fraction", "va": "bottom", "offset": (5, 4)}
        texts.append(say(ax, 0, 0, f"largest: {worst:.1g}", **style))
    return {"lines": lines, "texts": texts}


def draw_halves(ax: Axes, z: ArrayLike, density: ArrayLike, share: float) -> Artists:
    """A symmetric density of z, its negative half hatched: what ReLU silences.

    Returns
    -------
    dict with "kept", "silenced" (filled regions) and "texts"
    """
    z, density = np.asarray(z, dtype=float), np.asarray(density, dtype=float)
    positive = z >= 0
    kept = ax.fill_between(z[positive], density[positive], color=colour("relu"), alpha=0.35)
    silenced = ax.fill_between(
        z[~positive], density[~positive], facecolor=RULE, edgecolor=GREY, hatch="//"
    )
    dress(ax, "pre-activation z", "density")
    ax.set_ylim(0, 1.3 * float(density.max()))
    top = 1.12 * float(density.max())
    texts = [
        say(ax, -1.4, top, f"silenced: {share:.0%}".replace("%", " %"), ha="center"),
        say(ax, 1.4, top, "passed on", "relu", ha="center"),
    ]
    ax.tick_params(labelsize=TEXT_SIZE - 0.5)
    return {"kept": kept, "silenced": silenced, "texts": texts}
