"""What a layer's matrix product costs, and what an activation function after it costs."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

# Written plainly: the functions of course_utils.activations also check and convert their input.
PLAIN: Mapping[str, Callable[[Array], Array]] = {
    "relu": lambda z: np.maximum(z, 0),
    "leaky_relu": lambda z: np.maximum(z, 0.01 * z),
    "tanh": np.tanh,
    "silu": lambda z: z / (1 + np.exp(-z)),
}


def seconds_per_layer(units: int = 1024, rounds: int = 5, seed: int = 0) -> dict[str, float]:
    """Seconds for XW with square X and W of so many rows, and for each activation of the result.

    Each is timed several times, and the shortest time counts: the others were disturbed by
    whatever else the computer was doing.
    """
    X, W = np.random.default_rng(seed).normal(size=(2, units, units)) / units**0.25
    Z = X @ W
    jobs: dict[str, Callable[[], Array]] = {"matrix product": lambda: X @ W}
    jobs |= {name: lambda f=f: f(Z) for name, f in PLAIN.items()}  # type: ignore[misc]
    return {name: _shortest(job, rounds) for name, job in jobs.items()}


def _shortest(job: Callable[[], Array], rounds: int) -> float:
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        job()
        times.append(time.perf_counter() - start)
    return min(times)
