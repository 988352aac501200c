"""A sine built of hinges: the more of them, the smaller the gap, and by how much."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from course_utils.experiments.pieces import fit_hinges, largest_error
from course_utils.figures import draw_hinge_builder

from .canvas import Canvas, new_figure
from .controls import Range
from .front import Frame, Panel, Table
from .words import fixed, short

STOPS = (*range(2, 17), 18, 20, 24, 28, 32, 40, 48, 56, 64)
LOW, HIGH = 0.0, 2 * np.pi
X = np.linspace(LOW, HIGH, 1201)


def hinge_builder() -> Panel:
    """Follow the sine with 2 to 64 evenly spaced hinges, and compare the error with h²/8.

    Returns
    -------
    Panel
        One control: hinges.
    """
    stops = tuple(float(n) for n in STOPS)
    slider = Range("hinges", "hinges", 4.0, stops=stops, decimals=0)
    builder = _Builder()
    size = builder.canvas.width, builder.canvas.height
    return Panel("hinge_builder", "A curve out of hinges", [slider], builder, size)


def _bound(hinges: float) -> float:
    """h²/8 times the largest curvature of the sine, which is 1."""
    return ((HIGH - LOW) / hinges) ** 2 / 8


class _Builder:
    def __init__(self) -> None:
        self.errors = {n: largest_error(np.sin, LOW, HIGH, n) for n in STOPS}
        counts = np.array(STOPS, dtype=float)
        figure = new_figure(560, 280)
        axes = tuple(figure.subplots(1, 2, width_ratios=(1.25, 1)))
        self.artists = draw_hinge_builder(axes, X, np.sin(X), counts, _bound(counts))
        self.canvas = Canvas(figure, self.artists.values())

    def __call__(self, values: Mapping[str, Any]) -> Frame:
        hinges = round(values["hinges"])
        total = fit_hinges(np.sin, LOW, HIGH, hinges, X)
        knots = np.linspace(LOW, HIGH, hinges + 1)
        worst = int(np.argmax(np.abs(np.sin(X) - total)))
        error, bound, h = self.errors[hinges], _bound(hinges), (HIGH - LOW) / hinges
        drawn = self.artists
        drawn["sum"].set_data(X, total)
        drawn["knots"].set_data(knots, np.sin(knots))
        drawn["gap"].set_data([X[worst]] * 2, [total[worst], np.sin(X[worst])])
        shown = [n for n in STOPS if n <= hinges]
        drawn["errors"].set_data(shown, [self.errors[n] for n in shown])
        drawn["error"].set_data([hinges], [error])
        sentence = (
            f"{hinges} hinges, {fixed(h, 3)} apart: the largest error is {short(error, 2)}, and "
            f"h²/8 is {short(bound, 2)}."
        )
        alt = (
            f"Left, the sine from 0 to 2π and a sum of {hinges} hinges that meets it at "
            f"{hinges + 1} knots. Right, on log axes, the largest error against the number of "
            f"hinges, below the line h²/8. At {hinges} hinges the error is {short(error, 2)}."
        )
        rows = (
            ("hinges", str(hinges)),
            ("distance h of knots", fixed(h, 4)),
            ("largest error", short(error, 2)),
            ("h²/8", short(bound, 2)),
        )
        return Frame(self.canvas.png(), alt, sentence, Table("Now", ("what", "value"), rows))
