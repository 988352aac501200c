"""The sigmoid with its tangent at a marker, and the slope beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from course_utils.activations import sigmoid, sigmoid_derivative
from course_utils.figures import draw_tangent

from .canvas import Canvas, new_figure
from .controls import Range
from .front import Frame, Panel, Table
from .words import fixed

Z = np.linspace(-6, 6, 241)
REACH = 1.6


def sigmoid_slope() -> Panel:
    """A marker on the sigmoid with its tangent; beside it the slope at the same z.

    Returns
    -------
    Panel
        One control: z, the place of the marker, from −6 to 6.
    """
    slider = Range("z", "at z", 1.0, -6.0, 6.0, 0.2, decimals=1)
    marker = _Marker()
    size = marker.canvas.width, marker.canvas.height
    return Panel("sigmoid_slope", "The sigmoid and its slope", [slider], marker, size)


class _Marker:
    def __init__(self) -> None:
        figure = new_figure(560, 300)
        axes = figure.subplots(1, 2, width_ratios=(1.15, 1))
        self.artists = draw_tangent(tuple(axes), Z, sigmoid(Z), sigmoid_derivative(Z))
        self.canvas = Canvas(figure, self.artists.values())

    def __call__(self, values: Mapping[str, Any]) -> Frame:
        z = values["z"]
        value, slope = float(sigmoid(z)), float(sigmoid_derivative(z))
        ends = np.array([-REACH, REACH])
        self.artists["tangent"].set_data(z + ends, value + slope * ends)
        self.artists["point"].set_data([z], [value])
        self.artists["slope_point"].set_data([z], [slope])
        sentence = (
            f"At z = {fixed(z, 1)} the sigmoid is {fixed(value, 3)} and its slope is "
            f"{fixed(slope, 3)}."
        )
        alt = (
            "Left, the sigmoid over z with a marker and its tangent at "
            f"({fixed(z, 1)}, {fixed(value, 3)}). Right, its slope, a bump around z = 0; the "
            f"marker stands at {fixed(slope, 3)}."
        )
        rows = (("value", fixed(value, 3)), ("slope", fixed(slope, 3)))
        table = Table("The marker", ("what", f"at z = {fixed(z, 1)}"), rows)
        return Frame(self.canvas.png(), alt, sentence, table)
