"""Signals through deep networks: what goes forwards, what comes back, what training makes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.ticker import LogLocator, MaxNLocator, NullLocator

from .style import (
    DASH,
    DASH_DOT,
    DOT,
    GREY,
    LONG_DASH,
    QUIET,
    TEXT_SIZE,
    TITLE_SIZE,
    colour,
    dress,
    line,
    marker,
    say,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from numpy.typing import ArrayLike

Artists = dict[str, Any]

HEALTHY = (0.1, 10.0)
BAND = "#eef3ea"
HALF = 0.5
RUNS = ("-", DASH, DOT, LONG_DASH, DASH_DOT)


def draw_signal_thermometer(
    axes: Sequence[Axes], layers: int = 30, limits: tuple[float, float] = (1e-16, 1e10)
) -> Artists:
    """Two log scales over the layers: left the signal going forwards, right the gradient returning.

    Returns
    -------
    dict with the lines "spread" (of z), "samples" (what tells samples apart) and "delta", all
    level at 1
    """
    left, right = axes
    level = np.arange(1, layers + 1), np.ones(layers)
    for ax in (left, right):
        ax.set_yscale("log")
        ax.set_ylim(*limits)
        ax.set_xlim(0.2, layers + 0.8)
        ax.axhspan(*HEALTHY, color=BAND, zorder=0)
        ax.yaxis.set_major_locator(LogLocator(numticks=7))
        ax.yaxis.set_minor_locator(NullLocator())
        ax.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=6))
    dress(left, "layer (forwards →)", "", "standard deviation of z")
    dress(right, "layer (← backwards)", "", "‖δ‖, of the last layer's")
    drawn: Artists = {}
    for ax, idea in ((left, "spread"), (left, "samples"), (right, "delta")):
        shape = marker(idea)["marker"]
        (drawn[idea],) = ax.plot(*level, **line(idea, linewidth=1.4), marker=shape, markersize=4)
    for ax in (left, right):  # the names of the lines stand between title and axes, off the data
        ax.set_title(ax.get_title(loc="left"), loc="left", fontsize=TITLE_SIZE, pad=22)
    above = {"transform": left.transAxes, "clip_on": False}
    for place, idea, words in ((0.03, "spread", "all of z"), (0.42, "samples", "between samples")):
        left.plot([place], [1.06], **marker(idea, markersize=6), **above)
        style = {"color": colour(idea), "fontsize": TEXT_SIZE, "va": "center", **above}
        left.text(place + 0.05, 1.06, words, **style)
    return drawn


def draw_gradient_norms(
    ax: Axes, runs: Mapping[str, ArrayLike], ideas: Mapping[str, str] | None = None
) -> Artists:
    """The norm of delta in each layer relative to the last, one line for each run, on a log axis.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
    runs : dict of name to array_like, shape (layers,)
        Norms, the first layer first. All runs have the same number of layers.
    ideas : dict of name to idea, optional
        Whose colour a run has; runs of one idea differ in their line style.

    Returns
    -------
    dict with one line for each name, and "texts"
    """
    drawn, texts, used = {}, [], []
    ends = []
    for name, norms in runs.items():
        idea = (ideas or {}).get(name, name)
        relative = np.asarray(norms, dtype=float) / np.asarray(norms, dtype=float)[-1]
        layer = np.arange(1, relative.size + 1)
        again = used.count(idea)
        style = line(idea, linestyle=RUNS[again]) if again else line(idea)
        used.append(idea)
        (drawn[name],) = ax.plot(layer, relative, **style)
        ends.append((relative[0], name, idea))
    ax.set_yscale("log")
    ax.set_xlim(-0.24 * len(layer), len(layer) + 0.5)
    ax.set_ylim(top=20 * ax.get_ylim()[1])
    ax.set_xticks([1, *range(5, len(layer) + 1, 5)])
    dress(ax, "layer", "‖δ‖, of the last layer's")
    low, high = np.log(ax.get_ylim())
    least, place = 0.075 * (high - low), -np.inf
    for value, name, idea in sorted(ends):
        place = max(np.log(value), place + least)
        style = {"ha": "right", "va": "center"}
        texts.append(say(ax, 0.6, float(np.exp(place)), name, idea, **style))
    return {**drawn, "texts": texts}


def draw_spread_by_gain(
    ax: Axes, measured: Mapping[str, ArrayLike], predicted: Mapping[str, ArrayLike], idea: str
) -> Artists:
    """Measured standard deviations per layer (points) on the predicted ones (lines), log axis.

    Returns
    -------
    dict with "points" and "lines", dicts by name, and "texts"
    """
    points, lines, texts = {}, {}, []
    for i, (name, values) in enumerate(measured.items()):
        layer = np.arange(1, len(np.asarray(values)) + 1)
        (lines[name],) = ax.plot(layer, predicted[name], color=GREY, linewidth=1.6)
        (points[name],) = ax.plot(layer, values, **marker(idea, markersize=4.5))
        end = float(np.asarray(predicted[name])[-1])
        texts.append(say(ax, layer[-1], end, name, idea, offset=(7, 0), va="center"))
        if i == 0:
            middle = layer.size // 2
            height = float(np.asarray(predicted[name])[middle])
            style = {"offset": (-6, 4), "color": QUIET, "ha": "right", "va": "bottom"}
            texts.append(say(ax, layer[middle], height, "lines: predicted", **style))
    ax.set_yscale("log")
    ax.xaxis.set_major_locator(MaxNLocator(integer=True))
    dress(ax, "layer", "standard deviation of z")
    return {"points": points, "lines": lines, "texts": texts}


def draw_accuracy_by_gain(
    ax: Axes, runs: Mapping[float, ArrayLike], idea: str = "sigmoid", target: float = 0.95
) -> Artists:
    """Accuracy after each epoch, one line for each gain, and the accuracy to be reached.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
    runs : dict of gain to array_like, shape (epochs + 1,)
        Accuracies between 0 and 1, the first one before training. At most five runs.

    Returns
    -------
    dict with the dict "lines" by gain, "target" and "texts"
    """
    lines: dict[float, Any] = {}
    rising, level = [], []
    for style, (gain, accuracy) in zip(RUNS, runs.items(), strict=False):
        values = np.asarray(accuracy, dtype=float)
        (lines[gain],) = ax.plot(np.arange(values.size), values, **line(idea, linestyle=style))
        if values.max() > HALF:
            rising.append((_first_above(values, HALF), values, gain))
        else:
            level.append((values, gain))
    goal = ax.axhline(target, **line("bound", linewidth=1.2))
    texts = [say(ax, 0, target, f"{target:.0%}".replace("%", " %"), offset=(0, 4))]
    for place, (_, values, gain) in enumerate(sorted(rising, key=lambda run: run[0])):
        height = 0.55 - 0.12 * place
        side = {"offset": (7, 0), "ha": "left"} if place else {"offset": (-7, 0), "ha": "right"}
        where = _first_above(values, height), height
        texts.append(say(ax, *where, f"gain {gain:g}", idea, va="center", **side))
    if level:
        names = " and ".join(f"{gain:g}" for _, gain in level)
        middle = len(level[0][0]) // 2
        words = f"gain{'s' * (len(level) > 1)} {names}"
        texts.append(say(ax, middle, float(level[0][0][middle]), words, idea, offset=(0, 9)))
    ax.set_ylim(0, 1.03)
    ax.xaxis.set_major_locator(MaxNLocator(integer=True))
    dress(ax, "epochs", "accuracy on the test set")
    return {"lines": lines, "target": goal, "texts": texts}


def _first_above(values: Any, height: float) -> float:
    """Where a broken line over 0, 1, 2, ... first reaches a height, between two of its points."""
    last = int(np.argmax(values >= height))
    if last == 0:
        return 0.0
    before, after = values[last - 1], values[last]
    return last - 1 + float((height - before) / (after - before))
