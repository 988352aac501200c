"""Learning rates that kill units: rate, centring and negative slope against what they leave."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from course_utils.experiments.dead_units import EPOCHS, RATES, SLOPES, UNITS, key, stored_runs
from course_utils.figures import draw_killer

from .canvas import Canvas, new_figure
from .controls import Choice, Range
from .front import Frame, Panel, Table
from .words import fixed, percent

PIXELS = ("as they are", "centred")


def learning_rate_killer() -> Panel:
    """How 64 hidden units fare on the digits, for one of 64 training runs made in advance.

    Returns
    -------
    Panel
        Controls: rate (the learning rate), pixels (as they are or centred), slope (α; 0 is ReLU).
    """
    killer = _Killer()
    controls = [
        Range("rate", "learning rate", 0.5, RATES[0], RATES[-1], decimals=2, stops=RATES),
        Choice("pixels", "pixels", PIXELS, "as they are"),
        Range("slope", "negative slope α", 0.0, SLOPES[0], SLOPES[-1], decimals=2, stops=SLOPES),
    ]
    size = killer.canvas.width, killer.canvas.height
    return Panel("learning_rate_killer", "Learning rates that kill", controls, killer, size)


class _Killer:
    def __init__(self) -> None:
        self.runs = stored_runs()
        figure = new_figure(560, 280)
        self.artists = draw_killer(tuple(figure.subplots(1, 2)), EPOCHS, UNITS)
        self.canvas = Canvas(figure, self.artists.values())

    def __call__(self, values: Mapping[str, Any]) -> Frame:
        rate, pixels, slope = values["rate"], values["pixels"], values["slope"]
        run = self.runs[key(rate, pixels == "centred", slope)]
        counts = np.where(run.finite, run.always_negative, np.nan)
        accuracies = np.where(run.finite, run.accuracies, np.nan)
        self.artists["dead"].set_ydata(counts)
        self.artists["accuracy"].set_ydata(accuracies)
        name = "ReLU" if slope == 0 else f"Leaky ReLU with α = {slope:g}"
        what = "dead" if slope == 0 else "never positive"
        last = int(run.finite.sum()) - 1
        if last < EPOCHS:
            result = (
                f"the run blows up in epoch {last + 1}: its numbers overflow, and no unit can be "
                "said to do anything"
            )
            ending = "both lines break off"
        else:
            reached = percent(float(accuracies[-1]))
            result = f"{int(counts[-1])} of {UNITS} units are {what}, and the accuracy is {reached}"
            ending = f"after {EPOCHS} epochs it is {int(counts[-1])} of {UNITS} and {reached}"
        sentence = f"Rate {rate:g}, pixels {pixels}, {name}: {result}."
        alt = (
            "Left, how many units are never positive, over 30 epochs; right, the accuracy on "
            f"held-out digits. Rate {rate:g}, pixels {pixels}, {name}: {ending}."
        )
        table = Table("Over the epochs", ("epoch", "never > 0", "accuracy"), _rows(run))
        return Frame(self.canvas.png(), alt, sentence, table)


def _rows(run: Any) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (fixed(epoch, 0), str(run.always_negative[epoch]), percent(float(run.accuracies[epoch])))
        if run.finite[epoch]
        else (fixed(epoch, 0), "overflow", "overflow")
        for epoch in (0, 1, 5, 10, EPOCHS)
    )
