"""How far a signal gets in a deep random network, forwards and backwards, before any training."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from course_utils.activations import ACTIVATIONS
from course_utils.layers import xavier_std

Array = NDArray[np.float64]
Layers = Sequence[Array] | Array

WIDTH, SAMPLES = 64, 64


@dataclass(frozen=True, eq=False)
class Signal:
    """What was measured in each layer of a network, the first layer first.

    z_spread : standard deviation of all pre-activations of the layer
    sample_spread : what of it tells samples apart: the deviation from the unit's mean over samples
    delta_norms : Frobenius norm of the loss's gradient with respect to the pre-activations
    """

    z_spread: Array
    sample_spread: Array
    delta_norms: Array

    @property
    def ratio(self) -> float:
        """The norm of delta in the first layer over that in the last."""
        return float(self.delta_norms[0] / self.delta_norms[-1])


def send_signal(activation: str, gain: float = 1.0, depth: int = 20, seed: int = 0) -> Signal:
    """Send 64 samples through a network of 64 units a layer, and a random gradient back.

    Parameters
    ----------
    activation : str
        A name in `course_utils.activations.ACTIVATIONS`.
    gain : float
        The weights are normal with standard deviation gain * Xavier's, here gain / 8. Biases are 0.
    depth : int
        Number of layers, each H <- f(HW + b).
    seed : int
        Of the inputs (standard normal), the gradient at the last activation and the weights.
        The same seed gives the same weights, apart from the gain.

    Returns
    -------
    Signal
    """
    inputs, upstream, weights = random_network(depth, seed)
    weights = gain * weights
    Zs = pre_activations(inputs, weights, np.zeros((depth, WIDTH)), activation)
    deltas = send_back(upstream, weights, Zs, activation)
    return measured(Zs, deltas)


def random_network(depth: int, seed: int = 0) -> tuple[Array, Array, Array]:
    """Inputs and a gradient to send back, (64, 64) each, and Xavier weights (depth, 64, 64)."""
    generator = np.random.default_rng(seed)
    inputs, upstream = generator.normal(size=(2, SAMPLES, WIDTH))
    return inputs, upstream, generator.normal(0.0, xavier_std(WIDTH, WIDTH), (depth, WIDTH, WIDTH))


def measured(Zs: Sequence[Array], deltas: Sequence[Array]) -> Signal:
    """The standard deviations and norms of what went forwards and came back."""
    return Signal(
        z_spread=np.array([Z.std() for Z in Zs]),
        sample_spread=np.array([np.sqrt(Z.var(axis=0).mean()) for Z in Zs]),
        delta_norms=np.array([np.linalg.norm(delta) for delta in deltas]),
    )


def pre_activations(
    inputs: Array,
    weights: Sequence[Array] | Array,
    biases: Sequence[Array] | Array,
    activation: str,
) -> list[Array]:
    """The pre-activations of every layer, (samples, units) each, for H <- f(HW + b)."""
    f = ACTIVATIONS[activation].function
    Zs: list[Array] = []
    H: Array = inputs
    for W, b in zip(weights, biases, strict=True):
        Zs.append(H @ W + b)
        H = np.asarray(f(Zs[-1]), dtype=np.float64)
    return Zs


def send_back(
    upstream: Array, weights: Layers, Zs: Sequence[Array], activation: str
) -> list[Array]:
    """The gradient with respect to every layer's pre-activations, first layer first.

    ``upstream`` is the gradient with respect to the last activation.
    """
    slope = ACTIVATIONS[activation].derivative
    deltas: list[Array] = []
    arriving = upstream
    for W, Z in zip(weights[::-1], Zs[::-1], strict=True):
        deltas.insert(0, arriving * slope(Z))
        arriving = deltas[0] @ W.T
    return deltas
