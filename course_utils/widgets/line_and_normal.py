"""A unit's line in the plane: its normal, and the scores and distances of five points."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from course_utils.figures import draw_line_and_normal

from .canvas import Canvas, new_figure
from .controls import Choice, Range
from .front import Frame, Panel, Table
from .words import fixed

NAMES = ("A", "B", "C", "D", "E")
POINTS = np.array([[3.0, 1.0], [0.0, 3.5], [-3.0, 1.5], [-2.0, -2.5], [2.5, -2.0]])
AS_SET, DOUBLED = "as set", "both doubled"
FAR = 15.0


def line_and_normal() -> Panel:
    """Turn, stretch and shift a line by w and b; five points keep their scores and distances.

    Returns
    -------
    Panel
        Controls: angle (of w, in degrees), length (of w), b, and doubling ("as set", or both w
        and b doubled, which moves no line).
    """
    controls = [
        Range("angle", "angle of w", 30.0, -180.0, 180.0, 15.0, unit="°", decimals=0),
        Range("length", "‖w‖", 1.0, 0.5, 2.0, 0.25, decimals=2),
        Range("b", "b", -1.0, -3.0, 3.0, 0.5, decimals=1),
        Choice("doubling", "w and b", (AS_SET, DOUBLED), AS_SET, kind="radio"),
    ]
    picture = _Picture()
    size = picture.canvas.width, picture.canvas.height
    return Panel("line_and_normal", "A line and its normal", controls, picture, size)


class _Picture:
    def __init__(self) -> None:
        figure = new_figure(560, 280)
        axes = tuple(figure.subplots(1, 2, width_ratios=(1, 1.05)))
        self.artists = draw_line_and_normal(axes, POINTS, NAMES)
        letters = self.artists.pop("letters")
        self.canvas = Canvas(figure, [*self.artists.values(), *letters])

    def __call__(self, values: Mapping[str, Any]) -> Frame:
        angle = np.deg2rad(values["angle"])
        factor = 2.0 if values["doubling"] == DOUBLED else 1.0
        direction = np.array([np.cos(angle), np.sin(angle)])
        length, b = factor * values["length"], factor * values["b"]
        scores = POINTS @ (length * direction) + b
        distances = scores / length
        self._move(direction, length, b, distances)
        self.artists["scores"].set_xdata(scores)
        self.artists["distances"].set_xdata(distances)
        positive = [name for name, score in zip(NAMES, scores, strict=True) if score > 0]
        side = f"{', '.join(positive) or 'no point'} on the side that w points to"
        from_origin = f"|b|/‖w‖ = {fixed(abs(b) / length, 2)}"
        sentence = (
            f"w = ({fixed(length * direction[0], 2)}, {fixed(length * direction[1], 2)}), "
            f"‖w‖ = {fixed(length, 2)}, b = {fixed(b, 1)}: the line passes the origin at the "
            f"distance {from_origin}, with {side}."
        )
        alt = (
            f"Left, a plane with five points and the line w·x + b = 0; its normal w has the angle "
            f"{fixed(values['angle'], 0)}° and the length {fixed(length, 2)}, b is {fixed(b, 1)}. "
            "Right, score and distance of each point: "
            + "; ".join(
                f"{name} {fixed(score, 2)} and {fixed(distance, 2)}"
                for name, score, distance in zip(NAMES, scores, distances, strict=True)
            )
            + "."
        )
        rows = tuple(
            (
                f"{name} ({fixed(point[0], 1)}, {fixed(point[1], 1)})",
                fixed(score, 2),
                fixed(distance, 2),
            )
            for name, point, score, distance in zip(NAMES, POINTS, scores, distances, strict=True)
        )
        table = Table("Five points", ("point", "score", "distance"), rows)
        return Frame(self.canvas.png(), alt, sentence, table)

    def _move(self, direction: np.ndarray, length: float, b: float, distances: np.ndarray) -> None:
        """Put line, half-plane, arrow and drops where w and b say."""
        foot = -b / length * direction
        along = np.array([-direction[1], direction[0]])
        ends = foot + np.array([[-FAR], [FAR]]) * along
        self.artists["line"].set_data(*ends.T)
        corners = np.vstack([ends, ends[::-1] + 2 * FAR * direction])
        self.artists["side"].set_xy(corners)
        self.artists["arrow"].set_offsets(foot)
        self.artists["arrow"].set_UVC(*(length * direction[:, None]))
        feet = POINTS - distances[:, None] * direction
        gaps = np.full_like(POINTS, np.nan)
        self.artists["drops"].set_data(*np.stack([POINTS, feet, gaps], axis=1).reshape(-1, 2).T)
