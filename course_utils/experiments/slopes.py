"""What the negative slope of leaky ReLU does to a network that has to tell two spirals apart."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from course_utils.data import spirals
from course_utils.experiments.training import leaky, train

HIDDEN, STEPS, RATE, MOMENTUM = (32, 32), 300, 0.1, 0.9
SLOPES = tuple(round(-1 + 0.05 * i, 2) for i in range(41))
SEEDS = (0, 1, 2)
STORED = "slopes.json"


def accuracy_on_spirals(negative_slope: float, seed: int = 0, turns: float = 0.8) -> float:
    """Accuracy of two layers of 32 leaky ReLU units on the 400 points they were trained on.

    Parameters
    ----------
    negative_slope : float
        From -1 (absolute value) over 0 (ReLU) to 1 (identity).
    seed : int
        Of the weights; the points are always the same.
    turns : float
        How often each spiral goes around.
    """
    X, y = spirals(turns=turns)
    done = train(
        X,
        y,
        HIDDEN,
        leaky(negative_slope),
        rate=RATE,
        momentum=MOMENTUM,
        epochs=STEPS,
        batch=None,
        seed=seed,
    )
    return float(done.accuracies[-1])


@lru_cache(maxsize=1)
def stored_accuracies() -> NDArray[np.float64]:
    """`accuracy_on_spirals` for all SLOPES (rows) and SEEDS (columns); `run_all` made them."""
    file = resources.files("course_utils.experiments").joinpath(STORED)
    return np.array(json.loads(file.read_text(encoding="utf-8"))["right"]) / 400


def run_all() -> str:
    """Train everything that `stored_accuracies` holds; the text of its file."""
    right = [[round(400 * accuracy_on_spirals(a, seed)) for seed in SEEDS] for a in SLOPES]
    return json.dumps({"slopes": SLOPES, "seeds": SEEDS, "right": right}) + "\n"
