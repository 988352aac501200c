"""The figures in the lessons' words that no cell prints and no formula holds, with their sources.

An entry is a phrase of the lesson and, for each figure in it, where the figure comes from: an
expression that is computed and must round to it; one that is true, for a bound; or GIVEN, for what
is stipulated where it stands: the data of an example, a setting, a figure that somebody claims.
"""

from __future__ import annotations

import inspect
import math
import re
from collections.abc import Callable
from functools import cache

import numpy as np
from course_text import ROOT, cells

from course_utils.catalog.gradient_flow import GOOD_ACCURACY
from course_utils.data import load_breast_cancer, load_digits, spirals, split_digits
from course_utils.experiments import dead_units, output_heads, overconfidence, slopes
from course_utils.experiments.gradient_check import difference_errors
from course_utils.experiments.pieces import random_piece_counts
from course_utils.experiments.sign_agreement import share_of_one_sign
from course_utils.experiments.signal_flow import send_signal
from course_utils.experiments.wrong_start import HELD_OUT
from course_utils.figures.gradient_flow import HEALTHY

GIVEN = None
Source = Callable[[], float | bool] | None
NAMES = {path.stem[:2]: path for path in sorted((ROOT / "notebooks").glob("*.ipynb"))}


def sigmoid(z: float) -> float:
    return 1 / (1 + np.exp(-z))


@cache
def printed(lesson: str, pattern: str) -> list[float]:
    """The numbers that a lesson's cells print, where lines match; nbval compares those lines."""
    outputs = [o for cell in cells(NAMES[lesson]) for o in cell.get("outputs", ())]
    text = "\n".join("".join(output.get("text", "")) for output in outputs)
    found = [float(n) for match in re.findall(pattern, text) for n in np.atleast_1d(match)]
    assert found, f"lesson {lesson} prints nothing like {pattern}"
    return found


def default(function: Callable, name: str) -> float:
    return inspect.signature(function).parameters[name].default


@cache
def training_images() -> int:
    return len(split_digits().training.y)


@cache
def held_out_images() -> int:
    return len(split_digits().held_out.y)


def few_images() -> float:
    return default(overconfidence.digits_logits, "images")


@cache
def other_images() -> int:
    return len(overconfidence.digits_logits().test)


@cache
def learner() -> np.ndarray:
    return np.array(overconfidence.EXAMPLE_LEARNER, dtype=float).T


def silu_dip() -> tuple[float, float]:
    """The lowest value of SiLU, and where it is."""
    z = np.linspace(-3, 0, 30_001)
    silu = z * sigmoid(z)
    return silu.min(), z[silu.argmin()]


@cache
def gelu_errors() -> tuple[float, float]:
    """The largest errors of the tanh form and of the sigmoid form."""
    z = np.linspace(-6, 6, 12_001)
    exact = z * np.array([(1 + math.erf(v / 2**0.5)) / 2 for v in z])
    tanh = z * (1 + np.tanh(np.sqrt(2 / np.pi) * (z + 0.044715 * z**3))) / 2
    return np.abs(tanh - exact).max(), np.abs(z * sigmoid(1.702 * z) - exact).max()


@cache
def softmax_runs() -> output_heads.TwoRuns:
    return output_heads.softmax_once_and_twice()


def leaky_at_the_deadly_rate() -> dead_units.Run:
    return dead_units.stored_runs()[dead_units.key(2.0, False, 0.01)]


LINEAR, BENT = r"mean +linear ([\d.]+)", r"mean +linear .* ReLUs ([\d.]+)"

SMALL, OWN = r"2 hidden .* std 0.01 ([\d.]+)", r"2 hidden .* own start ([\d.]+)"

DECLARED: dict[str, tuple[tuple[str | Source, ...], ...]] = {
    "01": (
        ("a batch of 100 samples", GIVEN),
        ("the length √2, about 1.41", lambda: np.sqrt(2)),
        ("to length 1 it gives 4.95", lambda: np.dot([3, 4], [1, 1]) / np.sqrt(2)),
        ("the layers 101 units draw", lambda: 50 + 50 + 1),
        ("all weights by 1000 moves", GIVEN),
        ("0.2 would become 0.04, then 0.0016", GIVEN, lambda: 0.2**2, lambda: 0.2**4),
        ("at least 1000 straight pieces", GIVEN),
        ("200 random networks", lambda: default(random_piece_counts, "networks")),
        ("give 1024 pieces", lambda: 2**10),
        ("400 points in the plane, 200 of", lambda: len(spirals()[1]), lambda: spirals()[1].sum()),
        ("1797 handwritten digits", lambda: len(load_digits().y)),
        ("1437 images", training_images),
        ("360 others", held_out_images),
        ("about 96 of 100 new images", lambda: 100 * printed("01", LINEAR)[0], GIVEN),
        ("About one image in 100", lambda: 1 / (printed("01", BENT)[0] - printed("01", LINEAR)[0])),
        ("360 held-out images", held_out_images),
        ("a linear model labels 96.9 %", GIVEN),
        ("a network 97.6 %", GIVEN),
    ),
    "02": (
        ("3 out of 4 is p = 0.75", lambda: 3, lambda: 3 / 4),
        ("For p = 0.75 the odds are 3", lambda: 3 / 4),
        ("log 3 ≈ 1.099", lambda: np.log(3)),
        ("½ + 0.4·sin z", GIVEN),
        ("it is 5500 times smaller", lambda: 0.25 / (sigmoid(10) * sigmoid(-10))),
        ("the error is about 10⁻³", lambda: difference_errors("float64", [0.1])[0]),
        ("for steps h from 1 down to 10⁻¹²", GIVEN),
        ("1 is 1 − 1.1·10⁻¹⁶", lambda: np.finfo(float).epsneg),
        ("below z ≈ −745", lambda: np.log(2) * 1075),  # half of the smallest number, 2^-1074
        ("for u > 709.8", lambda: np.log(np.finfo(np.float64).max)),
        ("for u > 11.1", lambda: np.log(float(np.finfo(np.float16).max))),
        ("At z = −1000", GIVEN),
        ("At z = 1000", GIVEN),
        ("569 breast tumours", lambda: len(load_breast_cancer().y)),
        ("learns from 455 of them", lambda: len(load_breast_cancer().y) - HELD_OUT),
        ("on the other 114", lambda: HELD_OUT),
        ("never below -0.15", lambda: -min((p - 1) * p * (1 - p) for p in np.linspace(0, 1, 301))),
        ("200 random networks", lambda: default(share_of_one_sign, "networks")),
        ("to about 1e-9 at 15 layers", lambda: 0.25**15),
        ("gives p = 0.001 to a sample of class 1", GIVEN),
        ("about −0.001 for half the squared error", lambda: 0.999 * 0.001 * 0.999),
        ("−1·0.001", GIVEN),
        ("cross-entropy is about −1000 there", lambda: 1 / 0.001),
        ("p − y is −0.999", lambda: 1 - 0.001),
        ("p(1 − p) is −0.000998", lambda: 0.999 * 0.001 * 0.999),
        ("(1/4)¹⁰ = 9.5e-7", lambda: 0.25**10),
    ),
    "03": (
        ("for 990 of 1000 training samples", GIVEN, GIVEN),
        ("(1/4)¹⁰ = 9.5e-7", lambda: 0.25**10),
        ("a slope of 1.2 would rise", GIVEN),
        ("on the right, one with −0.2", GIVEN),
        ("1797 images", lambda: len(load_digits().y)),
        ("of which 360 are held out", held_out_images),
        ("around −0.25, where the loss is smallest", GIVEN),  # tests/test_lesson_03.py tries all
        ("100 %, 100 % and about 70 %", GIVEN, GIVEN, lambda: slopes.stored_accuracies()[-1, 0]),
        ("about 70 % is what a straight line", lambda: slopes.stored_accuracies()[-1, 0]),
        ("400 points; two layers", lambda: len(spirals()[1])),
        ("300 steps", lambda: slopes.STEPS),
        ("over 40 of the 64", lambda: leaky_at_the_deadly_rate().always_negative[-1] > 40),
        ("gets to over 90 %", lambda: leaky_at_the_deadly_rate().accuracies[-1] > 0.9),
        ("not centred, α = 0.1 or 0.3", GIVEN, GIVEN),
        ("−0.28 at z = −1.28", lambda: -silu_dip()[0], lambda: -silu_dip()[1]),
        ("log 2 ≈ 0.693", lambda: np.log(2)),
        ("of at most 0.0005", lambda: gelu_errors()[0]),
        ("off by 0.0005 at most", lambda: gelu_errors()[0]),
        ("two dips of 0.02", lambda: gelu_errors()[1]),
        ("the sigmoid form by 0.02", lambda: gelu_errors()[1]),
        ("512 inputs and 512 units", GIVEN, GIVEN),
    ),
    "04": (
        ("for 990 of 1000 training samples", GIVEN, GIVEN),
        ("e², about 7.4 times", lambda: np.exp(2)),
        ("the probabilities 0.2 and 0.8", GIVEN, GIVEN),
        ("to 90 %", lambda: 9 / 10),
        ("9/(9 + 0 + 1) is 0.9", lambda: 9 / 10),
        ("from near 0 to 0.94", lambda: np.exp(4) / (np.exp(4) + 1 + np.e)),
        ("from 0.94 at -4", lambda: 16 / 17),
        ("(0, 1) and (800, 801)", GIVEN, GIVEN),
        ("becomes (−801, −800)", GIVEN, GIVEN),
        ("What is e^(−800)", GIVEN),
        ("e^(−800) and e^(−801) are too small", GIVEN, GIVEN),
        ("A 0.6, B 0.3, C 0.1", GIVEN, GIVEN, GIVEN),
        ("−0.6·0.3 and −0.6·0.1", GIVEN, GIVEN, GIVEN, GIVEN),
        ("p = (0.5, 0.3, 0.2)", GIVEN, GIVEN, GIVEN),
        ("whose output is 0.5", lambda: sigmoid(0)),
        ("64·10⁴ numbers", lambda: 64 * 10_000),
        ("64·10⁴·10⁴ numbers", lambda: 64 * 10_000, lambda: 10_000),
        ("10⁸ numbers.", lambda: 10_000**2),
        ("2.30 for ten classes", lambda: np.log(10)),
        ("the loss stays above 1.4", lambda: np.log(1 + 9 / np.e) > 1.4),
        (
            "Softmax of (1, 0, 0) is (0.58, 0.21, 0.21)",
            lambda: np.e / (np.e + 2),
            lambda: 1 / (np.e + 2),
            lambda: 1 / (np.e + 2),
        ),
        ("a dashed line at 1.46", lambda: np.log(1 + 9 / np.e)),
        ("once, above 0.95 after 20 steps", lambda: softmax_runs().once_accuracy[20] > 0.95),
        (
            "0.55 for three classes and 1.46 for ten",
            lambda: np.log(1 + 2 / np.e),
            lambda: np.log(1 + 9 / np.e),
        ),
        ("its pull request 562", GIVEN),
        ("gets 0.91, each other 0.01", lambda: 0.9 + 0.1 / 10, lambda: 0.1 / 10),
        ("The best answer is p = 0.91", lambda: 0.9 + 0.1 / 10),
        ("pays for the 0.01 of", lambda: 0.1 / 10),
        ("the target is 0.91", lambda: 0.9 + 0.1 / 10),
        ("90 % sure, 90 % are", GIVEN, GIVEN),
        ("likewise for 60 %", GIVEN),
        ("learns from 150 of them", few_images),
        ("remaining 1347", other_images),
        ("from 150 images", few_images),
        ("its 150 images", few_images),
        ("instead of all 1347", other_images),
        ("99 % confidence", GIVEN),
        ("gave with 80 %, are 80 % right", GIVEN, GIVEN),
        ("in bins of 10 %", GIVEN),
        ("is right in 25 %", lambda: 1 / 4),
        ("right in 60 % of 40 answers", lambda: learner()[1].mean()),
        ("on average 73 % sure", lambda: learner()[0].mean()),
        ("from the truth by 0.15", lambda: np.sqrt(0.7 * 0.3 / 8) > 0.15),  # one deviation
        ("always says 50 %", GIVEN),
    ),
    "05": (
        ("0.462, and tanh 1 is 0.762", lambda: np.tanh(0.5), lambda: np.tanh(1)),
        ("(¼)¹⁹ = 4·10⁻¹²", lambda: 0.25**19),
        ("½ to the power 19 is 2·10⁻⁶", lambda: 0.5**19),
        ("gain 2 means 0.25", lambda: 2 * np.sqrt(2 / 128)),
        ("a factor of 10⁴", GIVEN),
        ("runs from 0.1 to 10", lambda: HEALTHY[0]),
        ("100 inputs with E[h²] = 0.16", GIVEN, GIVEN),
        ("falls below 1e-4", lambda: send_signal("relu", 1, 30).z_spread[-1] < 1e-4),
        ("For α = 0.5 and n = 100", GIVEN, GIVEN),
        ("√½ ≈ 0.71", lambda: np.sqrt(0.5)),
        ("with gain 0.08 it is 0.08·0.71", lambda: 0.08, lambda: 0.08, lambda: np.sqrt(0.5)),
        ("about 10 %", lambda: 1 / 10),
        ("just gets over 0.95", lambda: printed("05", r"gain 3 .* ([\d.]+)")[0] > GOOD_ACCURACY),
        ("reaches 95 % at any", lambda: GOOD_ACCURACY),
        ("the product is 0.06", lambda: 0.08 * np.sqrt(0.5)),
        ("gets 95 % right", GIVEN),
        ("or 0.06, for each layer", lambda: np.sqrt(64 / 2) * 0.01),
        ("a factor of 0.7 a layer", lambda: np.sqrt(0.5)),
        ("With (0.06)⁶ of the gradient", lambda: 0.08 * np.sqrt(0.5)),
    ),
    "06": (
        ("64 ReLUs learn 1437 digits", training_images),
        ("more than 10¹⁸ numbers", lambda: 2 * 1023 * 2**52 > 1e18),
        ("make 1024 pieces, for which one layer needs 1023", lambda: 2**10, lambda: 2**10 - 1),
        ("saw 150 small images", few_images),
        ("of 1347 others", other_images),
        ("saw 150 pooled digits, on 1347 others", few_images, other_images),
        ("chosen on 300 more", lambda: overconfidence.SET_ASIDE),
        ('says "99 %"', GIVEN),
        (
            "lie between 0.95 and 0.98",
            lambda: min(printed("06", SMALL)) > 0.95,
            lambda: max(printed("06", OWN)),
        ),
        ("a relative accuracy of 10⁻⁶ (", GIVEN),
        ("(10⁻⁵ for", GIVEN),
        ("above 10⁻³⁰", GIVEN),
        ("up to ±10³⁰⁰", GIVEN),
        ("with 360 held-out images", held_out_images),
        ("One got 351 of them right, the other 349", GIVEN, GIVEN),
        ("Two images in 360", held_out_images),
    ),
}
