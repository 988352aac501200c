"""Softmax of a batch in floats: which shift keeps the exponential out of trouble."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from course_utils.experiments.shifts import (
    LARGEST_EXPONENT,
    SHIFTS,
    SMALLEST_EXPONENT,
    Shifted,
    shifted_softmax,
)
from course_utils.figures import draw_overflow_lens

from .canvas import Canvas, new_figure
from .controls import Choice, Control, Range
from .front import Frame, Panel, Table
from .words import fixed, short

PLACES = (-1000.0, -750.0, -700.0, -100.0, 0.0, 100.0, 700.0, 750.0, 1000.0)
SPREADS = (2.0, 10.0, 100.0, 700.0, 720.0, 1000.0)
REACH = 2200.0  # no choice of place, spread and shift leads to an exponent outside
CLASSES = ("A", "B", "C")


def overflow_lens() -> Panel:
    """A batch of two rows, (0, 1, 2) and one to choose, and the shift that is subtracted first.

    Returns
    -------
    Panel
        Controls: shift (one of SHIFTS in experiments.shifts), start (where row 2 begins) and
        spread (its largest logit less its smallest).
    """
    controls: list[Control] = [
        Choice("shift", "subtract", SHIFTS, SHIFTS[0]),
        Range("start", "row 2 starts at", 700.0, stops=PLACES, decimals=0),
        Range("spread", "spread of row 2", 2.0, stops=SPREADS, decimals=0),
    ]
    lens = _Lens()
    size = lens.canvas.width, lens.canvas.height
    return Panel("overflow_lens", "Softmax through an overflow lens", controls, lens, size)


def _batch(start: float, spread: float) -> np.ndarray:
    return np.array([[0.0, 1.0, 2.0], [start, start + spread / 2, start + spread]])


class _Lens:
    def __init__(self) -> None:
        figure = new_figure(560, 260)
        axes = tuple(figure.subplots(1, 2, width_ratios=(1.6, 1)))
        self.artists = draw_overflow_lens(axes, LARGEST_EXPONENT, SMALLEST_EXPONENT, REACH)
        drawn = self.artists
        self.canvas = Canvas(figure, [*drawn["bars"], *drawn["points"], *drawn["broken"]])

    def __call__(self, values: Mapping[str, Any]) -> Frame:
        shift = values["shift"]
        z = _batch(values["start"], values["spread"])
        found = shifted_softmax(z, shift)
        self._move(found)
        subtracted = "nothing" if shift == SHIFTS[0] else f"the {shift}"
        second = ", ".join(fixed(float(v), 0) for v in z[1])
        stories = " ".join(_story(found, i) for i in range(2))
        sentence = f"Subtracting {subtracted}, row 2 = ({second}): {stories}"
        alt = (
            "Left, the exponents of two rows of three logits on an axis with the zones where exp "
            f"is inf and where it is 0. Right, the probabilities. Subtracted is {subtracted}; row "
            f"2 is ({second}). {stories}"
        )
        head = ("row", "exponent", "exp", "p")
        return Frame(self.canvas.png(), alt, sentence, Table("Step by step", head, _rows(found)))

    def _move(self, found: Shifted) -> None:
        drawn = self.artists
        heights = np.nan_to_num(found.probabilities, nan=0.0).ravel()
        for bar, height in zip(drawn["bars"], heights, strict=True):
            bar.set_width(height)
        for k, point in enumerate(drawn["points"]):
            point.set_xdata(found.exponents[:, k])
        for text, broken in zip(drawn["broken"], found.broken, strict=True):
            text.set_visible(bool(broken))


def _rows(found: Shifted) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (
            f"{i + 1} {name}",
            fixed(float(found.exponents[i, k]), 0),
            short(float(found.exponentials[i, k])),
            short(float(found.probabilities[i, k])),
        )
        for i in range(2)
        for k, name in enumerate(CLASSES)
    )


def _story(found: Shifted, row: int) -> str:
    name = f"Row {row + 1}"
    if np.isinf(found.exponentials[row]).any():
        return f"{name} overflows, and inf/inf is not a number."
    if np.isinf(found.sums[row]):
        return f"{name} has a sum that overflows, so all its shares are 0."
    if found.sums[row] == 0:
        return f"{name} has become 0 everywhere, and 0/0 is not a number."
    if found.sums[row] < np.finfo(float).tiny:
        return f"{name} has lost most of its digits."
    return f"{name} comes out right."
