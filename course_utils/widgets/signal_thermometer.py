"""How large signals and gradients are in each layer of a deep network, before any training."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import numpy as np

from course_utils.experiments.signal_flow import (
    WIDTH,
    Signal,
    measured,
    pre_activations,
    random_network,
    send_back,
)
from course_utils.figures import draw_signal_thermometer

from .canvas import Canvas, new_figure
from .controls import Choice, Range
from .front import Frame, Panel, Table
from .words import fixed, short

DEEPEST = 30
LIMITS = (1e-16, 1e10)
ACTIVATIONS = ("sigmoid", "tanh", "relu", "leaky_relu")
SPOKEN = {"sigmoid": "sigmoid", "tanh": "tanh", "relu": "ReLU", "leaky_relu": "Leaky ReLU"}
GAINS = (
    *(0.08, 0.25, 0.5, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3, math.sqrt(2), 1.5, 5 / 3),
    *(2.0, 2.5, 3.0, 3.5, 4.0, 5.0, 6.0, 8.0),
)
VANISHED, EXPLODED = 1e-3, 1e3


def signal_thermometer() -> Panel:
    """Choose activation, weight gain and depth; see the signal in every layer, both ways.

    Returns
    -------
    Panel
        Controls: activation; gain, the factor on Xavier's standard deviation, over stops from 0.08
        (a standard deviation of 0.01) to 8; depth, 1 to 30 layers of 64 units.
    """
    controls = [
        Choice("activation", "activation", ACTIVATIONS, "sigmoid"),
        Range("gain", "weight gain (1 is Xavier)", 1.0, stops=GAINS, decimals=2),
        Range("depth", "layers", 20, 1, DEEPEST, 1, decimals=0),
    ]
    thermometer = _Thermometer()
    size = thermometer.canvas.width, thermometer.canvas.height
    return Panel("signal_thermometer", "Signal thermometer", controls, thermometer, size)


class _Thermometer:
    def __init__(self) -> None:
        self.inputs, self.upstream, self.weights = random_network(DEEPEST)
        figure = new_figure(560, 290)
        self.artists = draw_signal_thermometer(tuple(figure.subplots(1, 2)), DEEPEST, LIMITS)
        self.canvas = Canvas(figure, self.artists.values())
        self.signal = lru_cache(maxsize=1024)(self._measure)

    def _measure(self, activation: str, gain: float, depth: int) -> Signal:
        weights = gain * self.weights[:depth]
        Zs = pre_activations(self.inputs, weights, np.zeros((depth, WIDTH)), activation)
        return measured(Zs, send_back(self.upstream, weights, Zs, activation))

    def __call__(self, values: Mapping[str, Any]) -> Frame:
        activation, gain, depth = values["activation"], values["gain"], round(values["depth"])
        signal = self.signal(activation, gain, depth)
        shares = signal.delta_norms / signal.delta_norms[-1]
        layers = np.arange(1, depth + 1)
        for name, heights in (
            ("spread", signal.z_spread),
            ("samples", signal.sample_spread),
            ("delta", shares),
        ):
            self.artists[name].set_data(layers, np.clip(heights, *LIMITS))
        words = f"{SPOKEN[activation]}, gain {fixed(gain, 2)}, {depth} layer{'s' * (depth > 1)}"
        first, last = signal.z_spread[0], signal.z_spread[-1]
        sentence = (
            f"{words}: the standard deviation of z goes from {short(first, 2)} to "
            f"{short(last, 2)}; δ arrives in layer 1 with {short(shares[0], 2)} of its size. "
            f"{_verdict(signal, shares[0], depth)}"
        )
        alt = (
            f"Two plots over the layers, on log axes, for {words}. Left, the standard deviation of "
            f"z, from {short(first, 2)} to {short(last, 2)}, and the part of it that tells samples "
            f"apart, {short(signal.sample_spread[-1], 2)} at the end. Right, the norm of delta "
            f"relative to the last layer's, {short(shares[0], 2)} in layer 1."
        )
        return Frame(self.canvas.png(), alt, sentence, _table(signal, shares, depth))


def _verdict(signal: Signal, share: float, depth: int) -> str:
    if depth == 1:
        return "A single layer: nothing to pass on."
    if signal.sample_spread[-1] < VANISHED * signal.sample_spread[0]:
        return "The last layer hardly tells one sample from another" + (
            ", and the gradient has vanished." if share < VANISHED else "."
        )
    if share < VANISHED:
        return "The gradient has vanished."
    if share > EXPLODED:
        return "The gradient has exploded."
    return "Signals get through both ways."


def _table(signal: Signal, shares: np.ndarray, depth: int) -> Table:
    places = sorted({round(place) for place in np.linspace(1, depth, 4)})
    rows = tuple(
        (
            str(layer),
            short(float(signal.z_spread[layer - 1]), 2),
            short(float(signal.sample_spread[layer - 1]), 2),
            short(float(shares[layer - 1]), 2),
        )
        for layer in places
    )
    head = ("layer", "all of z", "between samples", "‖δ‖ / last")
    return Table("Layer by layer", head, rows)
