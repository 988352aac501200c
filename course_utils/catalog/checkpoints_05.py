"""The checkpoints within lesson 05: marked at once, not graded."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from course_utils.catalog.drawing import read_only
from course_utils.catalog.values import (
    filled,
    judge_blanks,
    judge_number,
    said,
    value_exercise,
)
from course_utils.checking.exercise import Case, Exercise, Mistake
from course_utils.layers import xavier_std

LESSON = "lesson_05"

SPREAD = value_exercise(
    "spread_of_z",
    LESSON,
    "The standard deviation of a pre-activation",
    judge_number(1.2),
    mistakes=(
        Mistake("VI1", said(1.44), "That is the variance of z. What is asked for is its root."),
        Mistake(
            "VI2",
            said(math.sqrt(4.8)),
            "The variance of the weights is asked for in the formula. What is it, if their "
            "standard deviation is 0.3?",
        ),
        Mistake("VI3", said(0.12), "That is the share of a single input. How many of them add up?"),
        Mistake(
            "VI4",
            said(0.48),
            "0.16 is the mean of h² already. Does it have to be squared once more?",
        ),
        Mistake("VI5", said(12), "Do the standard deviations of 100 inputs add up, or variances?"),
    ),
    hints=(
        "Var(z) = n·Var(w)·E[h²].",
        "The variance of the weights is 0.3² = 0.09.",
        "100 · 0.09 · 0.16 = 1.44, and z has the root of that.",
    ),
)

HE_BLANKS = value_exercise(
    "he_blanks",
    LESSON,
    "He's initialisation for Leaky ReLU",
    judge_blanks({"A": 2, "B": 2, "C": 0.016}),
    mistakes=(
        Mistake(
            "R30",
            filled(C=2 / 150),
            "Yours has 1 + α under the bar. The negative half of z is multiplied by α: what "
            "happens to its square?",
        ),
        Mistake(
            "R28",
            filled(C=math.sqrt(0.016)),
            "That is the standard deviation. C is the variance.",
        ),
        Mistake(
            "VI6",
            filled(C=0.02),
            "That is He's variance for ReLU. What does the slope 0.5 on the left let through?",
        ),
        Mistake(
            "VI7",
            filled(A=1),
            "z² is shared out between the two sides of 0. Which share does each side have?",
        ),
        Mistake("VI8", filled(B=1), "Put A = 2 into n·v·(1 + α²)/A = 1 and solve for v."),
    ),
    hints=(
        "Each side of 0 holds half of E[z²]; the left half is multiplied by α².",
        "So E[h²] = (1 + α²)/2 · E[z²], and n·v·(1 + α²)/2 has to be 1.",
        "v = 2/((1 + α²)·n), here with α² = 0.25 and n = 100.",
    ),
)


def _delta_cases(generator: np.random.Generator) -> list[Case]:
    def draw(*shape: int) -> np.ndarray:
        return generator.normal(0, 1, shape)

    W = np.array([[1.0, 3.0], [-1.0, 2.0], [0.0, 1.0]])
    simple = (np.array([[1.0, 2.0]]), W, np.array([[0.0, 0.5, -1.0]]))
    return [
        Case(simple, "one sample, three units and then two"),
        Case((draw(4, 3), draw(3, 3), draw(4, 3)), "four samples, three units in each layer"),
        Case((draw(3, 2), draw(5, 2), draw(3, 5)), "five units, then two"),
        Case((draw(2, 4), draw(3, 4), draw(2, 3)), "three units, then four"),
        Case(tuple(map(read_only, (draw(2, 2), draw(3, 2), draw(2, 3)))), "read-only arrays"),
    ]


def _delta(delta: Any, W: Any, z: Any) -> Any:
    return (delta @ W.T) * (1 - np.tanh(z) ** 2)


REPAIRED_DELTA = Exercise(
    "repaired_delta",
    LESSON,
    "One layer backwards, repaired",
    0,
    ("delta", "W", "z"),
    _delta_cases,
    _delta,
    mistakes=(
        Mistake(
            "VB11",
            lambda delta, W, z: (delta @ W) * (1 - np.tanh(z) ** 2),
            "Three units feed two: delta has 2 columns, the result needs 3. Which way round does "
            "W, of shape (3, 2), have to stand?",
        ),
        Mistake(
            "VB12",
            lambda delta, W, z: (delta @ W.T) * (1 - z**2),
            "1 - z² is right only if z is already the activation. What is tanh′ in terms of z?",
        ),
        Mistake(
            "VB13",
            lambda delta, W, z: delta @ W.T,
            "The gradient has come through the weights. What does it still have to pass?",
        ),
        Mistake(
            "VB14",
            lambda delta, W, z: (delta @ W.T) * np.tanh(z),
            "That multiplies by the activation. By what does the chain rule multiply?",
        ),
    ),
    hints=(
        "Unit i of the lower layer feeds every unit j above it, through w_ij: sum over j.",
        "Write the shapes: (samples, above) times (above, below) gives (samples, below).",
        "The matrix with above rows and below columns is W.T.",
    ),
)

BOUND = value_exercise(
    "delta_bound",
    LESSON,
    "How much can be left after ten layers",
    judge_number(1 / 512),
    mistakes=(
        Mistake(
            "VG15",
            said(0.25**9),
            "That leaves the weights out. By how much can W make δ longer at each step?",
        ),
        Mistake(
            "VG16",
            said(1 / 1024),
            "From layer 10 down to layer 1: how many times does δ go through a W and a slope?",
        ),
        Mistake("VG17", said(512), "Those are the weights alone. What is the slope at most?"),
        Mistake("VG18", said(0.5), "That is one step. How many are there?"),
    ),
    hints=(
        "One step down multiplies the length by at most ‖W‖ · ¼.",
        "Here that is 2 · ¼ = ½.",
        "From layer 10 to layer 1 there are 9 steps: (½)⁹.",
    ),
)

GAIN_BLANKS = value_exercise(
    "gain_blanks",
    LESSON,
    "A tanh layer rewritten with sigmoids",
    judge_blanks({"A": 4, "B": -2, "C": 0.5}),
    mistakes=(
        Mistake(
            "VI9",
            filled(A=2),
            "A 2 comes from tanh(z) = 2σ(2z) - 1 on the inside. The input of this layer is such "
            "a tanh as well: which factor does it bring?",
        ),
        Mistake(
            "VI10",
            filled(A=4, B=2),
            "A sigmoid's outputs lie around ½. Must the bias add to that, or take it away?",
        ),
        Mistake(
            "VI11",
            filled(A=4, B=-1),
            "The input is t = 2s - 1, and the sigmoid sees twice the sum of w·t + c. What becomes "
            "of the -1?",
        ),
        Mistake(
            "VI12",
            filled(C=0.125),
            "That is Xavier's standard deviation for tanh. Which factor do the weights of the "
            "sigmoid layer have?",
        ),
    ),
    hints=(
        "Put t = 2s - 1 into 2(w·t + c).",
        "2(w(2s - 1) + c) = 4ws - 2w + 2c.",
        "Xavier's deviation is √(2/128) = 0.125; the weights are A times as large.",
    ),
)


def _spread_cases(generator: np.random.Generator) -> list[Case]:
    sizes = [(64, 64), (100, 50), tuple(int(n) for n in generator.integers(5, 500, 2))]
    names = ("sigmoid", "tanh", "relu")
    return [
        Case((name, *size), f"{name}, {size[0]} inputs and {size[1]} units")
        for name in names
        for size in sizes
    ]


def _std_with(gains: Sequence[float]) -> Any:
    table = dict(zip(("sigmoid", "tanh", "relu"), gains, strict=True))
    return lambda activation, fan_in, fan_out: table[activation] * xavier_std(fan_in, fan_out)


REPAIRED_STD = Exercise(
    "repaired_std",
    LESSON,
    "The table of gains, repaired",
    0,
    ("activation", "fan_in", "fan_out"),
    _spread_cases,
    _std_with((4, 5 / 3, math.sqrt(2))),
    mistakes=(
        Mistake(
            "VI13",
            _std_with((1, 5 / 3, math.sqrt(2))),
            "With gain 1 every σ layer takes a factor of about 4 from the gradient. Which gain "
            "gives it back?",
        ),
        Mistake(
            "VI14",
            _std_with((0.25, 5 / 3, math.sqrt(2))),
            "The slope of σ is at most ¼. Does the gain have to repeat that, or make up for it?",
        ),
        Mistake(
            "VI15",
            _std_with((2, 5 / 3, math.sqrt(2))),
            "2 makes up for half of the steps: what is 2 times ¼?",
        ),
        Mistake(
            "VI16",
            _std_with((4 * 5 / 3, 5 / 3, math.sqrt(2))),
            "That takes the gain of tanh along. Gain times slope at 0 should be 1: for a slope of "
            "¼, which gain is it?",
        ),
    ),
    hints=(
        "Only one of the three numbers has to change.",
        "Gain times the slope at 0 should be 1. What is σ′(0)?",
        "σ′(0) = ¼.",
    ),
)

SHRINK = value_exercise(
    "factor_per_layer",
    LESSON,
    "What small weights leave of a gradient",
    judge_number(0.05),
    mistakes=(
        Mistake(
            "VI17",
            said(0.0025),
            "That is what is left of the square. What is left of the length?",
        ),
        Mistake(
            "VI18",
            said(math.sqrt(0.0032)),
            "That is for 64 units. This layer has 50.",
        ),
        Mistake(
            "VI19",
            said(math.sqrt(0.005)),
            "That leaves out the slopes of ReLU. For how many of the units is the slope 0?",
        ),
        Mistake(
            "VI20",
            said(0.5),
            "The formula asks for the variance of the weights. What is it for a deviation of 0.01?",
        ),
    ),
    hints=(
        "The factor on the square of the length is n·Var(w)·E[f′²].",
        "For ReLU E[f′²] = ½: half of the slopes are 1, the others 0.",
        "The root of 50 · 0.0001 · ½.",
    ),
)

EXERCISES: tuple[Exercise, ...] = (
    SPREAD,
    HE_BLANKS,
    REPAIRED_DELTA,
    BOUND,
    GAIN_BLANKS,
    REPAIRED_STD,
    SHRINK,
)
