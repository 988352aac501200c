"""The negative slope from −1 to 1: |z|, ReLU, the identity, and what each makes of two spirals."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from course_utils.activations import leaky_relu
from course_utils.experiments.slopes import SLOPES, stored_accuracies
from course_utils.figures import draw_slope_and_data

from .canvas import Canvas, new_figure
from .controls import Range
from .front import Frame, Panel, Table
from .words import fixed, percent

Z = np.array([-3.0, 0.0, 3.0])
NAMED = {-1.0: "the absolute value |z|", 0.0: "ReLU", 1.0: "the identity, f(z) = z"}


def slope_sweep() -> Panel:
    """A slider turns the left half of the curve; the accuracy on two spirals follows.

    Returns
    -------
    Panel
        One control: slope, the negative slope α from −1 to 1.
    """
    sweep = _Sweep()
    slider = Range("slope", "negative slope α", 0.0, -1.0, 1.0, 0.05, decimals=2)
    size = sweep.canvas.width, sweep.canvas.height
    return Panel("slope_sweep", "From |z| over ReLU to the identity", [slider], sweep, size)


class _Sweep:
    def __init__(self) -> None:
        self.accuracies = dict(zip(SLOPES, stored_accuracies(), strict=True))
        figure = new_figure(560, 290)
        axes = tuple(figure.subplots(1, 2, width_ratios=(1, 1.15)))
        self.artists = draw_slope_and_data(axes, Z, SLOPES, stored_accuracies())
        self.canvas = Canvas(figure, (self.artists["curve"], self.artists["point"]))

    def __call__(self, values: Mapping[str, Any]) -> Frame:
        slope = values["slope"]
        reached = self.accuracies[slope]
        middle = float(np.median(reached))
        self.artists["curve"].set_ydata(leaky_relu(Z, slope))
        self.artists["point"].set_data([slope], [middle])
        name = NAMED.get(slope, f"Leaky ReLU with slope {fixed(slope, 2)}")
        low, high = percent(float(reached.min())), percent(float(reached.max()))
        span = f"{low}" if low == high else f"{low} to {high}"
        sentence = f"α = {fixed(slope, 2)} is {name}. On the spirals, three runs reach {span}."
        alt = (
            f"Left, the curve: slope 1 right of 0 and {fixed(slope, 2)} left of it, with ReLU in "
            f"grey. Right, the accuracy on two spirals over α, marked at {percent(middle)}."
        )
        rows = (
            ("f(−2)", fixed(float(leaky_relu(-2.0, slope)), 2)),
            ("left slope", fixed(slope, 2)),
            ("bend, 1 − α", fixed(1 - slope, 2)),
            *((f"run {i}", percent(float(r))) for i, r in enumerate(reached, start=1)),
        )
        table = Table(f"At α = {fixed(slope, 2)}", ("what", "value"), rows)
        return Frame(self.canvas.png(), alt, sentence, table)
