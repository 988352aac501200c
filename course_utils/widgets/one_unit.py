"""One unit over a cloud of data: on, off or dead, and what is left of its gradient."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from course_utils.activations import leaky_relu, leaky_relu_derivative
from course_utils.figures import draw_unit_over_cloud

from .canvas import Canvas, new_figure
from .controls import Choice, Range
from .front import Frame, Panel, Table
from .words import fixed, short

REACH = 3.0
SLOPES = {"ReLU": 0.0, "Leaky ReLU, slope 0.01": 0.01, "Leaky ReLU, slope 0.1": 0.1}


def one_unit() -> Panel:
    """Turn and shift one unit over forty samples, and see when it dies.

    Its loss is the mean of (activation − target)²/2 over the samples.

    Returns
    -------
    Panel
        Controls: angle (of the weights, whose length is 1), b (the bias), activation.
    """
    unit = _Unit()
    controls = [
        Range("b", "bias b", 0.5, -4.0, 4.0, 0.25, decimals=2),
        Range("angle", "direction of w", 30.0, -180.0, 180.0, 10.0, unit="°", decimals=0),
        Choice("activation", "activation", tuple(SLOPES), "ReLU"),
    ]
    size = unit.canvas.width, unit.canvas.height
    return Panel("one_unit", "One unit over a cloud of data", controls, unit, size)


def cloud() -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Forty samples around (1, 0.6) with target 1 and around (−0.8, −0.5) with target 0."""
    targets = np.repeat([1, 0], 20)
    middles = np.array([[-0.8, -0.5], [1.0, 0.6]])[targets]
    noise = np.random.default_rng(3).normal(0.0, 0.55, (40, 2))
    return np.clip(middles + noise, -2.6, 2.6), targets


class _Unit:
    def __init__(self) -> None:
        self.X, self.targets = cloud()
        figure = new_figure(560, 300)
        axes = tuple(figure.subplots(1, 2))
        self.artists = draw_unit_over_cloud(axes, self.X, self.targets, REACH)
        still = ("ones", "zeros")
        moving = (artist for name, artist in self.artists.items() if name not in still)
        self.canvas = Canvas(figure, moving)

    def __call__(self, values: Mapping[str, Any]) -> Frame:
        b, degrees, name = values["b"], values["angle"], values["activation"]
        slope = SLOPES[name]
        w = np.array([np.cos(np.radians(degrees)), np.sin(np.radians(degrees))])
        z = self.X @ w + b
        error = leaky_relu(z, slope) - self.targets
        delta = error * leaky_relu_derivative(z, slope) / len(z)
        gradient = float(np.linalg.norm([*(delta @ self.X), delta.sum()]))
        loss = float(np.mean(error**2) / 2)
        on = int(np.sum(z > 0))
        state = _state(on, len(z), slope)
        self.artists["normal"].set_marker((3, 0, degrees - 90))
        self._move(w, b, z, slope, state)
        size = "exactly 0" if gradient == 0 else short(gradient)
        sentence = (
            f"{name}: the unit is on for {on} of {len(z)} samples, {state}. "
            f"Its loss is {fixed(loss, 3)}, the norm of its gradient {size}."
        )
        alt = (
            f"Left, forty samples and the line z = 0 of a unit with bias {fixed(b, 2)} and weights "
            f"of length 1 at {fixed(degrees, 0)} degrees; it is on for {on} of them. Right, the "
            f"samples on the curve of its activation, {name}, between z = {fixed(z.min(), 1)} and "
            f"z = {fixed(z.max(), 1)}. A badge says: {state}."
        )
        rows = (
            ("on (z > 0)", str(on)),
            ("off (z ≤ 0)", str(len(z) - on)),
            ("state", state),
            ("loss", fixed(loss, 3)),
            ("norm of the gradient", size),
        )
        table = Table("The unit over all samples", ("what", "value"), rows)
        return Frame(self.canvas.png(), alt, sentence, table)

    def _move(
        self, w: NDArray[np.float64], b: float, z: NDArray[np.float64], slope: float, state: str
    ) -> None:
        artists, chosen = self.artists, self.targets == 1
        foot, along = -b * w, np.array([-w[1], w[0]]) * 12
        ends = np.array([foot - along, foot + along])
        artists["boundary"].set_data(*ends.T)
        artists["normal"].set_data(*np.array([foot, foot + w]).T)
        artists["on_side"].set_xy(np.concatenate([ends, ends[::-1] + 12 * w]))
        edges = np.array([-7.0, 0.0, 7.0])
        artists["curve"].set_data(edges, leaky_relu(edges, slope))
        for group, mask in (("ones_on_curve", chosen), ("zeros_on_curve", ~chosen)):
            artists[group].set_data(z[mask], leaky_relu(z[mask], slope))
        artists["badge"].set_text(state)


def _state(on: int, samples: int, slope: float) -> str:
    if on:
        return "alive" if on < samples else "alive, and linear here"
    return "dead" if slope == 0 else "never on, not dead"
