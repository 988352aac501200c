"""Learning rates that kill ReLU units on the digits, and how long the killing takes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_utils.data import Samples, split_digits
from course_utils.experiments.training import Network, leaky, train

UNITS, EPOCHS, BATCH = 64, 30, 32
RATES = (0.1, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0)
SLOPES = (0.0, 0.01, 0.1, 0.3)
STORED = "dead_units.json"


@dataclass(frozen=True, eq=False)
class Run:
    """One training run: what was counted before it and after each of its 30 epochs.

    always_negative : (31,), hidden units with z <= 0 for all 1437 training images
    accuracies : (31,), share of the 360 held-out images that were labelled rightly
    finite : (31,), whether the network's numbers are still finite; once they are not, the other
        two counts say nothing more
    """

    always_negative: NDArray[np.int64]
    accuracies: NDArray[np.float64]
    finite: NDArray[np.bool_]


def always_negative(Z: ArrayLike) -> int:
    """How many units (columns) have z <= 0 for every sample (row); with ReLU, the dead ones."""
    return int(np.sum(np.all(np.asarray(Z) <= 0, axis=0)))


def train_on_digits(rate: float, centred: bool, negative_slope: float = 0.0, seed: int = 0) -> Run:
    """Train 64 leaky ReLU units on the digits, in batches of 32, for 30 epochs.

    Parameters
    ----------
    rate : float
        Of plain gradient descent.
    centred : bool
        Whether each pixel's mean is subtracted. Pixels run from 0 to 1 before that.
    negative_slope : float
        0 is ReLU.
    seed : int
        Of the weights (He's standard deviation) and of the order of the images; the images held
        out are always the same.
    """
    training, held_out = _digits(centred)

    def measure(network: Network) -> tuple[int, bool]:
        hidden, logits = network.pre_activations(training.X)
        return always_negative(hidden), bool(np.isfinite(logits).all())

    done = train(
        *training,
        (UNITS,),
        leaky(negative_slope),
        held_out=held_out,
        rate=rate,
        epochs=EPOCHS,
        batch=BATCH,
        seed=seed,
        record={"measured": measure},
    )
    counts, finite = zip(*done.recorded["measured"], strict=True)
    return Run(np.array(counts), done.held_out_accuracies, np.array(finite))


@lru_cache(maxsize=2)
def _digits(centred: bool) -> tuple[Samples, Samples]:
    return split_digits("mean" if centred else "none")


def key(rate: float, centred: bool, negative_slope: float) -> str:
    """The name under which a run is stored."""
    return f"{'centred' if centred else 'as they are'}, rate {rate:g}, slope {negative_slope:g}"


@lru_cache(maxsize=1)
def stored_runs() -> dict[str, Run]:
    """`train_on_digits` with seed 0 for all RATES, both ways of centring and all SLOPES, by `key`.

    They ship with the course, since training them takes half a minute: `run_all` made them.
    """
    file = resources.files("course_utils.experiments").joinpath(STORED)
    stored = json.loads(file.read_text(encoding="utf-8"))
    return {
        name: Run(
            np.array(run["always_negative"]),
            np.array(run["right"]) / stored["held_out"],
            np.arange(EPOCHS + 1) < run["finite_for"],
        )
        for name, run in stored["runs"].items()
    }


def run_all() -> str:
    """Train everything that `stored_runs` holds; the text of its file."""
    held_out = len(_digits(False)[1].y)
    runs = {}
    for centred in (False, True):
        for rate in RATES:
            for slope in SLOPES:
                run = train_on_digits(rate, centred, slope)
                right = np.rint(run.accuracies * held_out).astype(int)
                runs[key(rate, centred, slope)] = {
                    "always_negative": run.always_negative.tolist(),
                    "right": right.tolist(),
                    "finite_for": int(run.finite.sum()),
                }
    lines = ",\n".join(f"{json.dumps(name)}: {json.dumps(run)}" for name, run in runs.items())
    return f'{{"held_out": {held_out}, "runs": {{\n{lines}\n}}}}\n'
