"""The experiments of all lessons against what was expected of them, a table in the file beside."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest

from course_utils.activations import sigmoid, sigmoid_derivative
from course_utils.data import spirals, split_digits
from course_utils.experiments import dead_units, overconfidence, slopes
from course_utils.experiments.deep_sigmoid import accuracy_with_gain
from course_utils.experiments.digits_runs import epochs_to_reach
from course_utils.experiments.gradient_check import PLACES, difference_errors
from course_utils.experiments.pieces import largest_error, random_piece_counts
from course_utils.experiments.sign_agreement import share_of_one_sign
from course_utils.experiments.signal_flow import (
    measured,
    pre_activations,
    random_network,
    send_back,
    send_signal,
)
from course_utils.experiments.training import leaky, train
from course_utils.experiments.wrong_start import train_from_wrong_starts
from course_utils.numerics import central_difference

TABLE = Path(__file__).with_name("expected_figures.md")
ROOT_2 = 2**0.5
RATES = (0.1, 0.3, 1.0, 3.0)


class Row(NamedTuple):
    """A line of the table, as it is written."""

    lesson: str
    experiment: str
    expected: str
    agrees: str
    found: str
    give: str
    why: str

    @property
    def is_as_expected(self) -> bool:
        low, high = self.agrees.split(" to ")
        return float(low) <= float(self.found) <= float(high)

    def still_holds(self, value: float) -> bool:
        """Whether a value is what the line says was found."""
        half_a_digit = 0.5 * 10.0 ** Decimal(self.found).as_tuple().exponent
        allowed = float(self.give) if self.give else half_a_digit
        return abs(value - float(self.found)) <= allowed * (1 + 1e-9)


def rows() -> list[Row]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [
        Row(*(cell.strip() for cell in line[1:-1].split("|")))
        for line in lines
        if line[:3] == "| 0"
    ]


def spirals_accuracy(*hidden: int) -> float:
    return train(*spirals(), hidden, rate=0.3, momentum=0.9, epochs=60).accuracies[-1]


def digits_accuracy(*hidden: int) -> float:
    """The mean over the five divisions of lesson 01."""
    found = []
    for seed in range(5):
        training, held_out = split_digits(centring="standard", seed=seed)
        run = train(*training, hidden, momentum=0.9, held_out=held_out, seed=seed)
        found.append(run.held_out_accuracies[-1])
    return float(np.mean(found))


@cache
def wrong_starts() -> tuple[np.ndarray, np.ndarray]:
    """Accuracies after cross-entropy and squared error; means over the divisions of lesson 02."""
    runs = [train_from_wrong_starts([0, 1, 3, 10], seed=seed) for seed in range(5)]
    bce = np.mean([run.bce_accuracy[-1] for run in runs], axis=0)
    return bce, np.mean([run.mse_accuracy[-1] for run in runs], axis=0)


def absolute_error(precision: str, h: float) -> float:
    z = PLACES.astype(precision)
    estimate = central_difference(sigmoid, z, h).astype(float)
    return float(np.median(np.abs(estimate - sigmoid_derivative(z.astype(float)))))


@cache
def deadly_rate(slope: float) -> tuple[float, float]:
    """Units that are never positive, and accuracy: means of three runs at rate 2, uncentred."""
    runs = [dead_units.train_on_digits(2.0, False, slope, seed) for seed in range(3)]
    pairs = [(run.always_negative[-1], run.accuracies[-1]) for run in runs]
    return tuple(np.mean(pairs, axis=0))


def most_dead_when_centred() -> int:
    runs = dead_units.stored_runs()
    keys = [dead_units.key(rate, True, 0.0) for rate in dead_units.RATES if rate < 8]
    return max(int(runs[key].always_negative[-1]) for key in keys)


def slopes_after_100_steps(alpha: float) -> float:
    """As `slopes.accuracy_on_spirals`, a third as long; the mean of three seeds."""
    X, y = spirals(turns=0.8)
    how = {"rate": slopes.RATE, "momentum": slopes.MOMENTUM, "epochs": 100, "batch": None}
    runs = [train(X, y, slopes.HIDDEN, leaky(alpha), seed=seed, **how) for seed in slopes.SEEDS]
    return float(np.mean([run.accuracies[-1] for run in runs]))


@cache
def few_digits() -> overconfidence.Logits:
    return overconfidence.digits_logits()


def temperature() -> float:
    return overconfidence.chosen_temperature(few_digits())


def sureness(T: float = 1.0, part: slice = slice(None)) -> overconfidence.Sureness:
    return overconfidence.sureness(few_digits().test[part], few_digits().test_labels[part], T)


def error_on_300() -> float:
    parts = [slice(first, first + 300) for first in range(0, 1200, 300)]
    return float(np.mean([sureness(temperature(), part).calibration_error for part in parts]))


def full_digits_error() -> float:
    full = overconfidence.digits_logits(images=1137, side=8)
    return overconfidence.sureness(full.test, full.test_labels).calibration_error


def smaller_inputs(scale: float) -> float:
    inputs, upstream, weights = random_network(20)
    Zs = pre_activations(scale * inputs, weights, np.zeros((20, 64)), "tanh")
    return measured(Zs, send_back(upstream, weights, Zs, "tanh")).ratio


@cache
def epochs(activation: str, gain: float, rate: float) -> float:
    return epochs_to_reach(0.95, activation, 2, gain, rate, most=25) or np.inf


def fewest_epochs(activation: str, gain: float, rates: tuple[float, ...] = RATES) -> float:
    return min(epochs(activation, gain, rate) for rate in rates)


def hinges(n: int) -> float:
    return largest_error(np.sin, 0, 2 * np.pi, n)


def ratio(activation: str, gain: float) -> float:
    return send_signal(activation, gain, 20).ratio


def slope(alpha: float) -> float:
    return float(slopes.stored_accuracies()[slopes.SLOPES.index(alpha)].min())


MEASURES: dict[str, Callable[[], float]] = {
    "spirals, linear, accuracy": lambda: spirals_accuracy(),
    "spirals, 2×32 ReLU, accuracy": lambda: spirals_accuracy(32, 32),
    "digits, linear, accuracy": lambda: digits_accuracy(),
    "digits, 64 ReLU, accuracy": lambda: digits_accuracy(64),
    "sin by 4 hinges, largest error": lambda: hinges(4),
    "sin by 8 hinges, largest error": lambda: hinges(8),
    "sin by 16 hinges, largest error": lambda: hinges(16),
    "sin by 32 hinges, largest error": lambda: hinges(32),
    "sin by 64 hinges, largest error": lambda: hinges(64),
    "pieces, one layer of 24": lambda: np.mean(random_piece_counts([24])),
    "pieces, six layers of 4": lambda: np.mean(random_piece_counts([4] * 6)),
    "neutral start, BCE less MSE": lambda: wrong_starts()[0][0] - wrong_starts()[1][0],
    "wrong start c = 1, BCE": lambda: wrong_starts()[0][1],
    "wrong start c = 1, MSE": lambda: wrong_starts()[1][1],
    "wrong start c = 3, BCE": lambda: wrong_starts()[0][2],
    "wrong start c = 3, MSE": lambda: wrong_starts()[1][2],
    "wrong start c = 10, BCE": lambda: wrong_starts()[0][3],
    "wrong start c = 10, MSE": lambda: wrong_starts()[1][3],
    "one sign, σ, one sample": lambda: share_of_one_sign("sigmoid", 1),
    "one sign, σ, batch of 64": lambda: share_of_one_sign("sigmoid", 64),
    "one sign, tanh, batch of 64": lambda: share_of_one_sign("tanh", 64),
    "difference, float64, h = 1e-5": lambda: difference_errors("float64", [1e-5])[0],
    "the same, absolute": lambda: absolute_error("float64", 1e-5),
    "difference, float32, h = 1e-2": lambda: difference_errors("float32", [1e-2])[0],
    "the same in float32, absolute": lambda: absolute_error("float32", 1e-2),
    "rate 2, ReLU, dead units of 64": lambda: deadly_rate(0.0)[0],
    "rate 2, ReLU, accuracy": lambda: deadly_rate(0.0)[1],
    "rate 2, Leaky .01, never positive": lambda: deadly_rate(0.01)[0],
    "rate 2, Leaky .01, accuracy": lambda: deadly_rate(0.01)[1],
    "centred, rates below 8, dead units": most_dead_when_centred,
    "spirals, α = .5, lowest accuracy": lambda: slope(0.5),
    "spirals, α = .8, lowest accuracy": lambda: slope(0.8),
    "spirals, α = .8, after 100 steps": lambda: slopes_after_100_steps(0.8),
    "spirals, α = .95, accuracy": lambda: np.mean(slopes.stored_accuracies()[-2]),
    "spirals, α = 1, accuracy": lambda: slope(1.0),
    "few digits, accuracy": lambda: sureness().accuracy,
    "few digits, mean confidence": lambda: sureness().confidence,
    "few digits, ECE": lambda: sureness().calibration_error,
    "few digits, temperature": temperature,
    "few digits, ECE after it": lambda: sureness(temperature()).calibration_error,
    "the same, mean over 300 at a time": error_on_300,
    "full digits, ECE": full_digits_error,
    "‖δ₁‖/‖δ₂₀‖, σ, Xavier": lambda: ratio("sigmoid", 1),
    "‖δ₁‖/‖δ₂₀‖, tanh, Xavier": lambda: ratio("tanh", 1),
    "the same, inputs a quarter as large": lambda: smaller_inputs(0.25),
    "‖δ₁‖/‖δ₂₀‖, ReLU, Xavier": lambda: ratio("relu", 1),
    "‖δ₁‖/‖δ₂₀‖, ReLU, He": lambda: ratio("relu", ROOT_2),
    "‖δ₁‖/‖δ₂₀‖, ReLU, std .01": lambda: ratio("relu", 0.08),
    "eight layers of σ, gain 1": lambda: accuracy_with_gain(1),
    "eight layers of σ, gain 2": lambda: accuracy_with_gain(2),
    "eight layers of σ, gain 3": lambda: accuracy_with_gain(3),
    "eight layers of σ, gain 4": lambda: accuracy_with_gain(4),
    "epochs to 95 %, tanh": lambda: fewest_epochs("tanh", 1),
    "epochs to 95 %, ReLU": lambda: fewest_epochs("relu", ROOT_2),
    "epochs to 95 %, Leaky ReLU": lambda: fewest_epochs("leaky_relu", ROOT_2),
    "epochs to 95 %, σ": lambda: fewest_epochs("sigmoid", 1),
    "the same, rates up to 1": lambda: fewest_epochs("sigmoid", 1, RATES[:3]),
}


def test_every_line_has_a_measure_and_every_measure_a_line():
    assert {row.experiment for row in rows()} == set(MEASURES)
    assert len(rows()) == len(MEASURES)


EACH = pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row.lesson}, {row.experiment}")


@pytest.fixture(scope="module")
def found() -> dict[str, float]:
    return {name: float(measure()) for name, measure in MEASURES.items()}


@EACH
def test_a_figure_is_what_the_table_says_was_found(row, found):
    value = found[row.experiment]
    assert row.still_holds(value), f"found {value:.4g} where the table says {row.found}"


@EACH
def test_a_figure_is_as_expected_or_has_a_reason_and_never_both(row):
    assert row.is_as_expected == (row.why == "")


def test_the_table(found, record_property):
    lines = [
        f"{row.lesson}  {row.experiment:36s} expected {row.expected:14s} "
        f"found {found[row.experiment]:<9.3g} {row.why}"
        for row in rows()
    ]
    agreeing = sum(row.is_as_expected for row in rows())
    record_property("table", "\n".join([*lines, f"{agreeing} of {len(lines)} as expected"]))
    assert agreeing >= len(lines) / 2


@pytest.mark.parametrize(
    ("found", "give", "value", "holds"),
    [
        ("0.96", "", 0.9649, True),
        ("0.96", "", 0.966, False),
        ("1e-12", "", 1.4e-12, True),
        ("1e-12", "", 1.6e-12, False),
        ("64", "2", 62, True),
        ("64", "2", 61, False),
    ],
)
def test_a_figure_that_drifts_is_noticed(found, give, value, holds):
    assert Row("01", "", "", "", found, give, "").still_holds(value) is holds
