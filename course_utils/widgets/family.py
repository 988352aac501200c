"""The relatives of ReLU: their curves, their slopes, and how far each is from what it resembles."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from course_utils import activations
from course_utils.figures import draw_family

from .canvas import Canvas, new_figure
from .controls import Choice, Range
from .front import Frame, Panel, Table
from .words import fixed, short

Z = np.linspace(-4, 4, 321)
FINE = np.linspace(-8, 8, 3201)
REACH = 1.2


@dataclass(frozen=True)
class _Relative:
    function: Callable[..., Any]
    derivative: Callable[..., Any]
    formula: str


def _relative(name: str, formula: str, **changes: float) -> _Relative:
    function, derivative = (getattr(activations, f"{name}{end}") for end in ("", "_derivative"))
    return _Relative(partial(function, **changes), partial(derivative, **changes), formula)


RELATIVES = {
    "Leaky ReLU, slope 0.1": _relative("leaky_relu", "max(z, 0.1z)", negative_slope=0.1),
    "PReLU, slope learned: 0.25": _relative("prelu", "max(z, 0.25z)", slope=0.25),
    "ELU": _relative("elu", "z, and e^z − 1 left of 0"),
    "GELU, exact": _relative("gelu", "z·Φ(z)"),
    "GELU, tanh form": _relative("gelu_tanh", "z·½(1 + tanh(√(2/π)(z + 0.044715z³)))"),
    "SiLU": _relative("silu", "z·σ(z)"),
    "softplus": _relative("softplus", "log(1 + e^z)"),
}


def family() -> Panel:
    """One relative of ReLU at a time, with its slope at a marker and its distances.

    Returns
    -------
    Panel
        Controls: relative (which function), z (the marker).
    """
    picture = _Family()
    controls = [
        Choice("relative", "function", tuple(RELATIVES), "GELU, exact"),
        Range("z", "at z", -1.0, -4.0, 4.0, 0.1, decimals=1),
    ]
    size = picture.canvas.width, picture.canvas.height
    return Panel("family", "Relatives of ReLU", controls, picture, size)


class _Family:
    def __init__(self) -> None:
        figure = new_figure(560, 290)
        axes = tuple(figure.subplots(1, 2, width_ratios=(1.15, 1)))
        relu = activations.relu(Z), activations.relu_derivative(Z)
        self.artists = draw_family(axes, Z, relu)
        self.canvas = Canvas(figure, self.artists.values())
        exact = activations.gelu(FINE)
        self.facts = {
            name: _facts(relative, exact if "GELU" in name or name == "SiLU" else None)
            for name, relative in RELATIVES.items()
        }
        self.curves = {name: (r.function(Z), r.derivative(Z)) for name, r in RELATIVES.items()}

    def __call__(self, values: Mapping[str, Any]) -> Frame:
        name, z = values["relative"], values["z"]
        relative = RELATIVES[name]
        value, slope = float(relative.function(z)), float(relative.derivative(z))
        self._move(name, z, value, slope)
        sentence = (
            f"{name}, {relative.formula}: at z = {fixed(z, 1)} its value is {fixed(value, 3)} and "
            f"its slope {fixed(slope, 3)}."
        )
        alt = (
            f"Left, {name} over z, ReLU in grey, and a tangent at ({fixed(z, 1)}, "
            f"{fixed(value, 3)}). Right, its slope, {fixed(slope, 3)} at the marker. "
            f"{self.facts[name][0][0]}: {self.facts[name][0][1]}."
        )
        rows = (
            (f"value at {fixed(z, 1)}", fixed(value, 3)),
            (f"slope at {fixed(z, 1)}", fixed(slope, 3)),
            *self.facts[name],
        )
        return Frame(self.canvas.png(), alt, sentence, Table(name, ("what", "value"), rows))

    def _move(self, name: str, z: float, value: float, slope: float) -> None:
        artists = self.artists
        artists["curve"].set_ydata(self.curves[name][0])
        artists["slope"].set_ydata(self.curves[name][1])
        artists["point"].set_data([z], [value])
        artists["slope_point"].set_data([z], [slope])
        ends = np.array([-REACH, REACH])
        artists["tangent"].set_data(z + ends, value + slope * ends)


def _facts(relative: _Relative, gelu: Any) -> tuple[tuple[str, str], ...]:
    """Least value, slopes and distances over z from −8 to 8."""
    values, slopes = relative.function(FINE), relative.derivative(FINE)
    lowest = int(np.argmin(values))
    least = (f"{fixed(float(values[lowest]), 3)} at z = {fixed(float(FINE[lowest]), 2)}",)
    far = float(np.max(np.abs(values - activations.relu(FINE))))
    facts = [
        ("least value, |z| ≤ 8", *least),
        ("slopes", f"{fixed(float(slopes.min()), 3)} to {fixed(float(slopes.max()), 3)}"),
        ("farthest from ReLU, |z| ≤ 8", fixed(far, 3)),
    ]
    if gelu is not None:
        apart = float(np.max(np.abs(values - gelu)))
        facts.append(("farthest from exact GELU", "0" if apart == 0 else short(apart, 2)))
    return tuple(facts)
