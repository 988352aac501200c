"""Started out confidently wrong: what cross-entropy and squared error make of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from course_utils.experiments.wrong_start import train_from_wrong_starts
from course_utils.figures import draw_wrong_and_confident

from .canvas import Canvas, new_figure
from .controls import Range
from .front import Frame, Panel, Table
from .words import fixed, percent, short

LOSS_LIMITS = (0.004, 300.0)


def wrong_and_confident() -> Panel:
    """A slider sets how confidently wrong the first weights are; two training runs follow.

    Making it trains 51 pairs of runs, which takes a few tenths of a second.

    Returns
    -------
    Panel
        One control: c, the start is −c times good weights; from 0 (neutral) to 10.
    """
    slider = Range("c", "scale c of the wrong start", 1.0, 0.0, 10.0, 0.2, decimals=1)
    runs = _Runs(slider.positions())
    size = runs.canvas.width, runs.canvas.height
    return Panel("wrong_and_confident", "Wrong and confident", [slider], runs, size)


class _Runs:
    def __init__(self, scales: tuple[float, ...]) -> None:
        self.column = {scale: column for column, scale in enumerate(scales)}
        self.runs = train_from_wrong_starts(scales)
        figure = new_figure(560, 290)
        axes = tuple(figure.subplots(1, 2))
        self.artists = draw_wrong_and_confident(axes, self.runs.steps, LOSS_LIMITS)
        self.canvas = Canvas(figure, self.artists.values())

    def __call__(self, values: Mapping[str, Any]) -> Frame:
        c = values["c"]
        column = self.column[c]
        measured = {name: getattr(self.runs, name)[:, column] for name in self.artists}
        for name, line in self.artists.items():
            line.set_ydata(measured[name])
        first = {name: float(y[0]) for name, y in measured.items()}
        last = {name: float(y[-1]) for name, y in measured.items()}
        accuracies = percent(last["bce_accuracy"]), percent(last["mse_accuracy"])
        start = (
            "From a neutral start" if c == 0 else f"Started at −{fixed(c, 1)} times good weights"
        )
        sentence = (
            f"{start}, 200 steps on cross-entropy reach an accuracy of {accuracies[0]}, "
            f"200 steps on squared error {accuracies[1]}."
        )
        alt = (
            "Left, training loss on a log axis against gradient steps: cross-entropy goes from "
            f"{short(first['bce_loss'])} to {short(last['bce_loss'])}, squared error from "
            f"{short(first['mse_loss'])} to {short(last['mse_loss'])}. Right, accuracy on "
            f"held-out samples: {accuracies[0]} and {accuracies[1]} at the end."
        )
        return Frame(self.canvas.png(), alt, sentence, _table(first, last))


def _table(first: Mapping[str, float], last: Mapping[str, float]) -> Table:
    rows = tuple(
        (f"{name}, {when}", short(at[f"{loss}_loss"]), percent(at[f"{loss}_accuracy"]))
        for loss, name in (("bce", "cross-entropy"), ("mse", "squared error"))
        for when, at in (("start", first), ("end", last))
    )
    return Table("Before and after 200 steps", ("run", "loss", "accuracy"), rows)
