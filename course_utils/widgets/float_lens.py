"""The sigmoid in finite precision: where the naive formula fails, and where 1 is reached."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from course_utils.experiments.rounding import PRECISIONS, Rounded, sigmoid_in_precision
from course_utils.figures import draw_float_lens

from .canvas import Canvas, new_figure
from .controls import Choice, Range
from .front import Frame, Panel, Table
from .words import fixed, short

SIZES = (
    *(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 16, 17, 18, 20, 25, 30, 35, 36, 37, 38, 40, 60),
    *(80, 88, 89, 100, 103, 104, 150, 200, 300, 400, 500, 600, 700, 709, 710, 740, 745, 746, 800),
)
STOPS = (*(-float(z) for z in reversed(SIZES)), 0.0, *(float(z) for z in SIZES))
EDGES = {"float16": (-18, 12), "float32": (-120, 24), "float64": (-800, 48)}


def float_lens() -> Panel:
    """The naive and the stable sigmoid, computed wholly in a precision to choose.

    Returns
    -------
    Panel
        Controls: precision ("float16", "float32" or "float64") and z, from −800 to 800 over
        stops that lie close where something happens.
    """
    lens = _Lens()
    controls = [
        Choice("precision", "precision", PRECISIONS, "float32", kind="radio"),
        Range("z", "z", -89.0, stops=STOPS, decimals=0),
    ]
    canvas = lens.scenes["float32"].canvas
    size = canvas.width, canvas.height
    return Panel("float_lens", "The sigmoid through a float lens", controls, lens, size)


class _Scene:
    """The picture for one precision, drawn once."""

    def __init__(self, precision: str) -> None:
        self.precision = precision
        low, high = EDGES[precision]
        z_left, z_right = np.linspace(low, 0, 801), np.linspace(0, high, 801)
        left = sigmoid_in_precision(z_left, precision)
        right = sigmoid_in_precision(z_right, precision)
        figure = new_figure(560, 300)
        self.axes = tuple(figure.subplots(1, 2))
        self.artists = draw_float_lens(
            self.axes,
            (z_left, left.naive, left.stable),
            (z_right, right.naive_distance, right.stable_distance),
        )
        fine = np.linspace(0, high, 100 * high + 1)
        self.first_one = float(fine[np.argmax(sigmoid_in_precision(fine, precision).naive == 1)])
        self.largest_exponent = float(np.log(np.finfo(precision).max))
        self.canvas = Canvas(figure, self.artists["moving"])

    def draw(self, z: float, at: Rounded) -> bytes:
        """Mark z in the half it belongs to, at the edge where it lies beyond."""
        sides = (
            (z < 0, self.axes[0], at.naive, at.stable),
            (z >= 0, self.axes[1], at.naive_distance, at.stable_distance),
        )
        for i, (here, ax, naive, stable) in enumerate(sides):
            bottom = ax.get_ylim()[0]
            place = float(np.clip(z, *ax.get_xlim()))
            for idea, value in (("naive", naive), ("stable", stable)):
                point = self.artists[f"{idea}_points"][i]
                point.set_data([place], [max(float(value), bottom)])
                point.set_visible(here)
            self.artists["rules"][i].set_xdata([place, place])
            self.artists["rules"][i].set_visible(here)
        return self.canvas.png()


class _Lens:
    def __init__(self) -> None:
        self.scenes = {precision: _Scene(precision) for precision in PRECISIONS}

    def __call__(self, values: Mapping[str, Any]) -> Frame:
        z, precision = values["z"], values["precision"]
        scene = self.scenes[precision]
        at = sigmoid_in_precision(z, precision)
        png = scene.draw(z, at)
        naive, stable = short(float(at.naive)), short(float(at.stable))
        limits = (
            f"exp overflows beyond {scene.largest_exponent:.1f}; "
            f"σ(z) is exactly 1 from about z = {scene.first_one:.1f}"
        )
        sentence = f"{precision} at z = {fixed(z, 0)}: {_story(at)} In {precision} {limits}."
        alt = (
            f"Two log plots in {precision}: left of 0 the value of the sigmoid, right of 0 its "
            f"distance from 1, each by the naive and the stable formula. At z = {fixed(z, 0)} the "
            f"naive value is {naive}, the stable value {stable}."
        )
        rows = (
            ("exponential", short(float(at.exponential)), short(float(at.decay))),
            ("overflow", "yes" if at.overflows else "no", "no"),
            ("σ(z)", naive, stable),
            ("exactly 1", _yes(at.naive == 1), _yes(at.stable == 1)),
            ("1 − σ(z)", short(float(at.naive_distance)), short(float(at.stable_distance))),
        )
        table = Table(f"{precision}, z = {fixed(z, 0)}", ("quantity", "naive", "stable"), rows)
        return Frame(png, alt, sentence, table)


def _yes(flag: Any) -> str:
    return "yes" if flag else "no"


def _story(at: Rounded) -> str:
    naive, stable = float(at.naive), float(at.stable)
    if at.overflows and stable > 0:
        return f"exp(−z) overflows, so the naive form says 0; the stable form says {short(stable)}."
    if at.overflows:
        return "exp(−z) overflows and the naive form says 0; so small a value is 0 in both forms."
    if naive == 1:
        return (
            "both forms round to exactly 1; only σ(−z) still knows the distance, "
            f"{short(float(at.stable_distance))}."
        )
    return f"both forms say {short(stable)}."
