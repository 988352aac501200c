"""Sigmoid and tanh: value and slope at a marker, and how one becomes the other in two steps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from course_utils.activations import sigmoid, sigmoid_derivative, tanh, tanh_derivative
from course_utils.figures import draw_explorer

from .canvas import Canvas, new_figure
from .controls import Choice, Range
from .front import Frame, Panel, Table
from .words import fixed

Z = np.linspace(-6, 6, 241)
REACH = 1.6
CURVES = ("sigmoid", "tanh", "morph")


def sigmoid_tanh_explorer() -> Panel:
    """A marker with its tangent on sigmoid, tanh or the morph between them.

    Returns
    -------
    Panel
        Controls: curve (which one carries the marker), z (the marker), morph (from 0, the
        sigmoid, over 1, stretched to 2σ(z) − 1, to 2, squeezed to 2σ(2z) − 1).
    """
    explorer = _Explorer()
    controls = [
        Choice("curve", "marker on", CURVES, "morph"),
        Range("z", "at z", 1.0, -6.0, 6.0, 0.1, decimals=1),
        Range("morph", "morph, in two steps", 1.0, 0.0, 2.0, 0.1, decimals=1),
    ]
    size = explorer.canvas.width, explorer.canvas.height
    return Panel("sigmoid_tanh_explorer", "Sigmoid and tanh", controls, explorer, size)


def _morph(z: Any, stretch: float, squeeze: float) -> tuple[Any, Any]:
    """The curve (1 + a) σ((1 + b) z) − a and its slope, for a = stretch and b = squeeze."""
    inner = (1 + squeeze) * z
    value = (1 + stretch) * sigmoid(inner) - stretch
    return value, (1 + stretch) * (1 + squeeze) * sigmoid_derivative(inner)


def _formula(stretch: float, squeeze: float) -> str:
    height = f"{1 + stretch:.1f}".removesuffix(".0").removeprefix("1" if stretch == 0 else "")
    inner = f"{1 + squeeze:.1f}".removesuffix(".0") if squeeze else ""
    lowered = f" − {stretch:.1f}".removesuffix(".0") if stretch else ""
    return f"{height}σ({inner}z){lowered}"


def _stage(stretch: float, squeeze: float) -> str:
    formula = _formula(stretch, squeeze)
    if squeeze == 1:
        return f"Both steps done: {formula} is tanh z."
    if squeeze > 0:
        return f"Step 2, squeezing towards z = 0: the morph is {formula}."
    if stretch == 1:
        return f"Step 1 done, stretched to run from −1 to 1: the morph is {formula}."
    if stretch > 0:
        return f"Step 1, stretching upwards and downwards: the morph is {formula}."
    return "The morph has not begun: it is the sigmoid."


class _Explorer:
    def __init__(self) -> None:
        figure = new_figure(560, 300)
        curves = {
            "sigmoid": (sigmoid(Z), sigmoid_derivative(Z)),
            "tanh": (tanh(Z), tanh_derivative(Z)),
            "morph": _morph(Z, 0.0, 0.0),
        }
        axes = figure.subplots(1, 2, width_ratios=(1.15, 1))
        self.artists = draw_explorer(tuple(axes), Z, curves)
        self.canvas = Canvas(figure, self.artists.values())

    def __call__(self, values: Mapping[str, Any]) -> Frame:
        z, curve = values["z"], values["curve"]
        stretch, squeeze = min(values["morph"], 1.0), round(max(values["morph"] - 1.0, 0.0), 9)
        points = {
            "sigmoid": (float(sigmoid(z)), float(sigmoid_derivative(z))),
            "tanh": (float(tanh(z)), float(tanh_derivative(z))),
            "morph": tuple(float(x) for x in _morph(z, stretch, squeeze)),
        }
        value, slope = points[curve]
        self._move(z, value, slope, _morph(Z, stretch, squeeze))
        stage = _stage(stretch, squeeze)
        sentence = (
            f"At z = {fixed(z, 1)} the {curve} is {fixed(value, 3)} with slope {fixed(slope, 3)}. "
            f"{stage}"
        )
        alt = (
            "Left, sigmoid, tanh and the morph over z, with a marker and its tangent on the "
            f"{curve} at ({fixed(z, 1)}, {fixed(value, 3)}). Right, their slopes; the marker "
            f"stands at {fixed(slope, 3)}. {stage}"
        )
        rows = tuple((name, *(fixed(x, 3) for x in points[name])) for name in CURVES)
        table = Table(f"At z = {fixed(z, 1)}", ("curve", "value", "slope"), rows)
        return Frame(self.canvas.png(), alt, sentence, table)

    def _move(self, z: float, value: float, slope: float, morph: tuple[Any, Any]) -> None:
        artists = self.artists
        artists["morph"].set_ydata(morph[0])
        artists["morph_slope"].set_ydata(morph[1])
        artists["point"].set_data([z], [value])
        artists["slope_point"].set_data([z], [slope])
        ends = np.array([-REACH, REACH])
        artists["tangent"].set_data(z + ends, value + slope * ends)
