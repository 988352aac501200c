"""XOR with one unit (never all four corners), and with a second unit and a bend."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from course_utils.activations import relu
from course_utils.figures import draw_xor

from .canvas import Canvas, new_figure
from .controls import Choice, Range
from .front import Frame, Panel, Table
from .words import fixed, short

CORNERS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
TARGETS = np.array([0, 1, 1, 0])
PLAIN, BENT = "none", "ReLU"
GRID = np.linspace(-0.6, 1.6, 111)
PLANE = np.stack(np.meshgrid(GRID, GRID), axis=-1)
EDGE = 6.0


def xor_by_hand() -> Panel:
    """Set the weights of one unit, or of two; the first sees both inputs, the second too.

    The output is f(z) + v·f(z₂) with z = w₁a + w₂b + bias and z₂ = w₁a + w₂b + bias 2, where f is
    nothing or ReLU. It says class 1 where the output is above 0.

    Returns
    -------
    Panel
        Controls: w1, w2, bias, v (the weight of the second unit; 0 leaves one unit), bias2, bend.
    """
    controls = [
        Range("w1", "w₁", 1.0, -2.0, 2.0, 0.5),
        Range("w2", "w₂", 1.0, -2.0, 2.0, 0.5),
        Range("bias", "bias", -0.5, -2.0, 2.0, 0.5),
        Range("v", "second unit's weight v", 0.0, -3.0, 3.0, 0.5),
        Range("bias2", "second unit's bias", -1.5, -2.0, 2.0, 0.5),
        Choice("bend", "bend f", (PLAIN, BENT), PLAIN, kind="radio"),
    ]
    picture = _Picture()
    size = picture.canvas.width, picture.canvas.height
    return Panel("xor_by_hand", "XOR by hand", controls, picture, size)


def _output(places: np.ndarray, values: Mapping[str, Any]) -> np.ndarray:
    """What the network gives at places of shape (..., 2)."""
    s = places @ np.array([values["w1"], values["w2"]])
    f = relu if values["bend"] == BENT else np.asarray
    return np.asarray(f(s + values["bias"])) + values["v"] * np.asarray(f(s + values["bias2"]))


class _Picture:
    def __init__(self) -> None:
        figure = new_figure(540, 250)
        axes = tuple(figure.subplots(1, 2, width_ratios=(1, 1.25)))
        self.artists = draw_xor(axes)
        self.canvas = Canvas(figure, self._moving())

    def _moving(self) -> list[Any]:
        drawn = self.artists
        lines = [drawn["region"], drawn["first"], drawn["second"]]
        return [*lines, *drawn["corners"], *drawn["outputs"], drawn["wrong"]]

    def __call__(self, values: Mapping[str, Any]) -> Frame:
        outputs = _output(CORNERS, values)
        says = (outputs > 0).astype(int)
        right = int((says == TARGETS).sum())
        self._move(values, outputs, says != TARGETS)
        formula = _formula(values)
        sentence = f"Output {formula}: {right} of 4 corners are right. {_comment(values, right)}"
        alt = (
            "Left, the four corners of XOR over the regions where the network says 0 and 1. Right, "
            f"its output {formula} at each corner: "
            + ", ".join(
                f"{_corner(corner)} {short(float(output))}"
                for corner, output in zip(CORNERS, outputs, strict=True)
            )
            + f". Right are {right} of 4."
        )
        rows = tuple(
            (_corner(corner), str(target), short(float(output)), str(said))
            for corner, target, output, said in zip(CORNERS, TARGETS, outputs, says, strict=True)
        )
        table = Table("The four corners", ("(a, b)", "XOR", "output", "says"), rows)
        return Frame(self.canvas.png(), alt, sentence, table)

    def _move(self, values: Mapping[str, Any], outputs: np.ndarray, wrong: np.ndarray) -> None:
        drawn = self.artists
        drawn["region"].set_data(_output(PLANE, values) > 0)
        w = np.array([values["w1"], values["w2"]])
        for name, bias in (("first", values["bias"]), ("second", values["bias2"])):
            drawn[name].set_data(*_line(w, bias))
        shown = np.clip(outputs, -EDGE, EDGE)
        for mark, x in zip(drawn["outputs"], shown, strict=True):
            mark.set_xdata([x])
        drawn["wrong"].set_data(shown[wrong], np.arange(4)[::-1][wrong])


def _line(w: np.ndarray, bias: float) -> tuple[np.ndarray, np.ndarray]:
    """Two far points of the line w·x + bias = 0; none where w is 0."""
    if not w.any():
        return np.array([]), np.array([])
    foot, along = -bias * w / (w @ w), np.array([-w[1], w[0]])
    x, y = (foot + 9 * np.array([[-1.0], [1.0]]) * along).T
    return x, y


def _corner(corner: np.ndarray) -> str:
    return f"({corner[0]:.0f}, {corner[1]:.0f})"


def _formula(values: Mapping[str, Any]) -> str:
    sums = [
        f"{fixed(values['w1'], 1)}a {_signed(values['w2'])}b {_signed(values[bias])}"
        for bias in ("bias", "bias2")
    ]
    first, second = (f"relu({s})" if values["bend"] == BENT else f"({s})" for s in sums)
    return f"{first} {_signed(values['v'])}·{second}"


def _signed(value: float) -> str:
    return f"{'−' if value < 0 else '+'} {abs(value):.1f}"


def _comment(values: Mapping[str, Any], right: int) -> str:
    if right == len(TARGETS):
        return "All of them."
    if values["v"] == 0:
        return "A single unit: the second one has weight 0."
    if values["bend"] == PLAIN:
        return "Two units without a bend make one straight line again."
    return "Two bent units: four can be reached."
