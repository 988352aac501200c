"""Truths to some hundred digits, by mpmath: the formulas as a textbook writes them.

mpmath neither overflows nor underflows, so nothing here is rearranged for stability. 700 digits
hold 1 - 1e-300 exactly enough to take a difference from it.
"""

from collections.abc import Callable, Iterable

import mpmath
import numpy as np
from mpmath import mpf

DIGITS = 700

FORMULAS: dict[str, Callable] = {
    "sigmoid": lambda z: 1 / (1 + mpmath.exp(-z)),
    "tanh": lambda z: (1 - mpmath.exp(-2 * z)) / (1 + mpmath.exp(-2 * z)),
    "relu": lambda z: max(z, mpf(0)),
    "leaky_relu": lambda z: z if z > 0 else mpf(0.01) * z,
    "elu": lambda z: z if z > 0 else mpmath.exp(z) - 1,
    "softplus": lambda z: mpmath.log(1 + mpmath.exp(z)),
    "silu": lambda z: z / (1 + mpmath.exp(-z)),
    "gelu": lambda z: z * normal_cdf(z),
    "gelu_tanh": lambda z: z * tanh_gate(z),
}


def normal_cdf(z: mpf) -> mpf:
    """Phi(z); beyond 1e4 it is 0 or 1 to twenty million digits, which mpmath does not try."""
    if abs(z) > 10_000:
        return mpf(z > 0)
    return mpmath.erfc(-z / mpmath.sqrt(2)) / 2


def tanh_gate(z: mpf) -> mpf:
    """(1 + tanh u) / 2 = 1 / (1 + exp(-2u)); beyond 1e4 it is 0 or 1 to ten billion digits."""
    if abs(z) > 10_000:
        return mpf(z > 0)
    u = mpmath.sqrt(2 / mpmath.pi) * (z + mpf("0.044715") * z**3)
    return 1 / (1 + mpmath.exp(-2 * u))


def exact(formula: Callable, points: Iterable[float]) -> list[mpf]:
    with mpmath.workdps(DIGITS):
        return [formula(mpf(float(point))) for point in points]


def exact_derivative(formula: Callable, points: Iterable[float]) -> list[mpf]:
    """Central differences with a step so small, and digits so many, that they are the truth."""
    with mpmath.workdps(DIGITS):
        h = mpf(10) ** -330
        return [(formula(x + h) - formula(x - h)) / (2 * h) for x in map(mpf, map(float, points))]


def worst_relative_error(got: np.ndarray, truth: list[mpf]) -> float:
    """Largest |got - truth| / |truth|; what is below 1e-300 on both sides counts as equal."""
    worst = mpf(0)
    with mpmath.workdps(DIGITS):
        for value, true in zip(np.ravel(got), truth, strict=True):
            if abs(true) < mpf(10) ** -300 and abs(value) < 1e-300:
                continue
            assert np.isfinite(value), f"got {value}, truth {mpmath.nstr(true, 10)}"
            error = abs(mpf(float(value)) - true)
            worst = max(worst, error / abs(true) if true else error)
    return float(worst)
