"""Sheet 03: ReLU, Leaky ReLU, dead units, and the spread that keeps a signal alive."""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np

from course_utils import activations, layers
from course_utils.catalog import relu_leaky_relu_mistakes as mistakes
from course_utils.catalog.drawing import elementwise_cases, extreme_cases, read_only
from course_utils.catalog.values import judge_letters, value_exercise
from course_utils.checking.exercise import Between, Case, Exercise

SHEET = "03_relu_leaky_relu"
POINTS = 10.0
P5 = (-2.0, -0.5, 0.0, 0.5, 2.0)
WHOLE = (-3, -1, 0, 2, 5)
SLOPES = (0.1, 0.0, 1.0, 2.0, -0.5)


def _relu_cases(generator: np.random.Generator) -> list[Case]:
    return [
        *elementwise_cases(generator, P5, (-5, 5), whole=WHOLE, numbers=(1.5, -2, 0)),
        Case((generator.uniform(-12, 12, (20, 6)),), "many numbers between -12 and 12"),
        Case((np.array([-3.0, -1.0]),), "no number that is positive"),
        *extreme_cases((-1e6, 1e6), "a large number"),
        *extreme_cases((-np.inf, np.inf), "an infinite number"),
        Case((np.array([-np.inf, 1.0, np.inf, -1.0]),), "infinite numbers among others", True),
    ]


def _pairs(generator: np.random.Generator) -> list[Case]:
    """Upstream gradients and pre-activations of the same shape."""
    draw = partial(generator.uniform, -3, 3)
    upstream = np.array([1.0, -2.0, 3.0, 4.0, -5.0])
    single = draw(size=(2, 4)).astype(np.float32)
    return [
        Case((upstream, np.array(P5)), "a few simple numbers"),
        Case((np.array([0.5, -0.5, 1.0]), np.zeros(3)), "at the kink"),
        Case((2.0, 0.5), "plain numbers"),
        Case((np.array([3, -1, 2]), np.array([-2, 4, 0])), "whole numbers (integer arrays)"),
        Case((draw(size=3), np.array([-1, 0, 2])), "fractional gradients at whole numbers"),
        Case((np.array([1, 2]), draw(size=2)), "whole gradients at fractional numbers"),
        Case((draw(size=(3, 2)), draw(size=(3, 2))), "two-dimensional arrays"),
        Case((draw(size=(2, 1, 3)), draw(size=(2, 1, 3))), "three-dimensional arrays"),
        Case((draw(size=(3, 4))[:, ::2], draw(size=(3, 4))[:, ::2]), "parts of larger arrays"),
        Case((read_only(draw(size=4)), read_only(draw(size=4))), "read-only arrays"),
        Case((single[0], single[1]), "single precision (float32)"),
        Case((np.array([1e6, 1e6]), np.array([-1e6, 1e6])), "large numbers", True),
    ]


def _relu_backward(upstream: Any, z: Any) -> Between:
    """Any subgradient: at z = 0 everything between 0 and the upstream gradient is right."""
    up, z = np.asarray(upstream, float), np.asarray(z, float)
    passed = np.where(z > 0, up, 0.0)
    at_kink = z == 0
    return Between(
        np.where(at_kink, np.minimum(up, 0), passed), np.where(at_kink, np.maximum(up, 0), passed)
    )


def _slope_cases(generator: np.random.Generator) -> list[Case]:
    draw = partial(generator.uniform, -5, 5)
    with_slopes = [
        Case((np.array(P5), slope), f"a negative slope of {slope:g}") for slope in SLOPES
    ]
    return [
        *elementwise_cases(generator, P5, (-5, 5), whole=WHOLE, numbers=(1.5, -2)),
        *with_slopes,
        Case((draw(size=(2, 3)), 0.3), "a two-dimensional array and a slope of 0.3"),
        Case((np.array([-4, 3, -1]), 0.25), "whole numbers and a slope of 0.25"),
        Case((-2.0, 0.2), "plain numbers"),
        Case((np.array([1e-4, -1e-4, 0.02, -0.02, 9.0, -11.0]), 0.3), "numbers close to the kink"),
        Case((draw(size=(20, 5)), -1.5), "many numbers and a slope of -1.5"),
        Case((draw(size=4).astype(np.float32), 0.2), "single precision (float32)"),
        Case((np.array([-1e6, 1e6]), 0.1), "large numbers", True),
    ]


def _leaky_relu_derivative(z: Any, negative_slope: float = 0.01) -> Between:
    """Any subgradient: at z = 0 everything between the two slopes is right."""
    z = np.asarray(z, float)
    slope = np.where(z > 0, 1.0, negative_slope)
    low, high = min(1.0, negative_slope), max(1.0, negative_slope)
    return Between(np.where(z == 0, low, slope), np.where(z == 0, high, slope))


def _unit_cases(generator: np.random.Generator) -> list[Case]:
    draw = partial(generator.uniform, -3, 3)
    Z = np.array([[-1.0, 2.0, -3.0, 0.0], [-2.0, -1.0, -0.5, -4.0], [1.0, -2.0, -1.0, 0.0]])
    partly = draw(size=(6, 5)) - np.array([4.0, 0.0, 4.0, 2.0, -4.0])
    return [
        Case((Z,), "three samples and four units, two of them dead"),
        Case((np.array([[-1.0, 0.0, 2.0]]),), "a single sample"),
        Case((np.array([[-1.0], [-2.0], [0.5]]),), "a single unit that lives"),
        Case((np.array([[-2.0], [-1.0]]),), "a single unit that is dead"),
        Case((np.array([[0, -1, 3], [-2, -5, 0]]),), "whole numbers (an integer array)"),
        Case((np.zeros((2, 3)),), "nothing but zeros"),
        Case((_once_on(20),), "twenty samples; each unit is on for one of them at most"),
        Case((np.array([[-1.0, -1.0], [1e-9, 0.0]]),), "a unit that is on by very little"),
        Case((partly,), "six samples and five units"),
        Case((np.asfortranarray(Z),), "an array stored column by column"),
        Case((read_only(draw(size=(4, 3)) - 1.5),), "an array that must not be changed"),
        Case(((draw(size=(5, 4)) - 1.5).astype(np.float32),), "single precision (float32)"),
        Case((draw(size=(2, 2)) - 1.0,), "as many samples as units"),
    ]


def _once_on(samples: int) -> np.ndarray:
    """Units that are on for the first, the last, one in between, and no sample."""
    Z = -np.ones((samples, 4))
    Z[[0, -1, samples // 2], [0, 1, 2]] = 2.0
    return Z


def _sparsity_cases(generator: np.random.Generator) -> list[Case]:
    return [
        *elementwise_cases(generator, (-2.0, 0.0, 1.0, 3.0), (-3, 3), whole=(-1, 0, 0, 2, 5)),
        Case((np.array([1.0, 2.0]),), "nothing that is zeroed"),
        Case((np.array([1e-9, -1.0, 0.5]),), "a number just above 0"),
        Case((generator.uniform(-3, 3, (11, 7)),), "many numbers"),
        Case((np.array([[-1.0], [-2.0], [0.0]]),), "everything zeroed"),
        Case((2.0,), "a plain positive number"),
        Case((-1,), "a plain negative number"),
        Case((np.array([-1e6, 1e6, 1e-6, -1e-6]),), "large and tiny numbers"),
    ]


def _spread_cases(generator: np.random.Generator) -> list[Case]:
    return [
        Case((200,), "200 inputs"),
        Case((2,), "two inputs"),
        Case((1,), "a single input"),
        Case((50, 0.1), "50 inputs and a negative slope of 0.1"),
        Case((64, 1.0), "a slope of 1: the identity"),
        Case((3, -0.5), "a slope of -0.5"),
        Case((784, 2), "a slope of 2"),
        Case((int(generator.integers(10, 1000)), 0.01), "a slope of 0.01"),
        Case((1_000_000,), "a million inputs", True),
    ]


QUIZ = {"off": "B", "kink": "C", "form": "D", "alpha": "A", "leaky": "B", "spread": "C"}

EXERCISES: tuple[Exercise, ...] = (
    Exercise(
        "relu",
        SHEET,
        "ReLU",
        POINTS,
        ("z",),
        _relu_cases,
        activations.relu,
        elementwise=True,
        curve=(-3, 3),
        mistakes=mistakes.RELU,
        hints=(
            "Entry by entry: the larger of the entry and 0.",
            "relu([-2, 0.5]) is [0, 0.5]. NumPy has two functions with 'max' in their names: one "
            "looks for the largest entry, the other compares entry with entry.",
            "`np.maximum(z, 0)` compares each entry with 0.",
        ),
    ),
    Exercise(
        "relu_backward",
        SHEET,
        "The gradient through ReLU",
        POINTS,
        ("upstream", "z"),
        _pairs,
        _relu_backward,
        elementwise=True,
        mistakes=mistakes.RELU_BACKWARD,
        hints=(
            "Right of 0 the slope is 1, left of it 0. What becomes of the gradient from above?",
            "With upstream = 3: at z = 2 it stays 3, at z = -2 it becomes 0.",
            "Multiply upstream by the mask `z > 0`.",
        ),
    ),
    Exercise(
        "leaky_relu",
        SHEET,
        "Leaky ReLU for any slope",
        POINTS,
        ("z", "negative_slope"),
        _slope_cases,
        activations.leaky_relu,
        elementwise=True,
        mistakes=mistakes.LEAKY_RELU,
        hints=(
            "Two straight lines that meet at 0: which one holds on which side?",
            "With a slope of 0.1: -2 becomes -0.2, and 2 stays 2. With a slope of 2, -2 gives -4.",
            "`np.where(z > 0, z, negative_slope * z)` says just that, for every slope.",
        ),
    ),
    Exercise(
        "leaky_relu_derivative",
        SHEET,
        "The slope of Leaky ReLU",
        POINTS,
        ("z", "negative_slope"),
        _slope_cases,
        _leaky_relu_derivative,
        elementwise=True,
        mistakes=mistakes.LEAKY_RELU_DERIVATIVE,
        hints=(
            "The derivative of negative_slope·z is a number that does not contain z.",
            "With a slope of 0.1: at z = -2 the derivative is 0.1, at z = 2 it is 1.",
            "`np.where(z > 0, 1.0, negative_slope)`.",
        ),
    ),
    Exercise(
        "dead_units",
        SHEET,
        "Which units are dead?",
        POINTS,
        ("Z",),
        _unit_cases,
        lambda Z: ~(Z > 0).any(axis=0),
        mistakes=mistakes.DEAD_UNITS,
        hints=(
            "Dead means: off for every sample. Off for one sample is only off.",
            "Each column is a unit. A column with one positive entry lives; a 0 does not help.",
            "`(Z <= 0).all(axis=0)` goes through the samples of each unit.",
        ),
    ),
    Exercise(
        "sparsity",
        SHEET,
        "How much is silenced?",
        POINTS,
        ("Z",),
        _sparsity_cases,
        lambda Z: np.mean(np.asarray(Z) <= 0),
        mistakes=mistakes.SPARSITY,
        hints=(
            "Which pre-activations become exactly 0? Zero itself is one of them.",
            "For [-2, 0, 1, 3] two of the four become 0: the fraction is 0.5.",
            "The mean of `Z <= 0` counts each True as 1.",
        ),
    ),
    Exercise(
        "he_std",
        SHEET,
        "The spread of He's initialisation",
        POINTS,
        ("fan_in", "negative_slope"),
        _spread_cases,
        layers.he_std,
        mistakes=mistakes.HE_STD,
        hints=(
            "The formula in the lesson gives a variance. A standard deviation is asked for.",
            "For 200 inputs and a slope of 0: the variance is 2/200 = 0.01, the deviation 0.1.",
            "√(2/((1 + negative_slope²)·fan_in)).",
        ),
    ),
    value_exercise(
        "quiz_relu",
        SHEET,
        "Six questions",
        judge_letters(QUIZ),
        points=POINTS,
        mistakes=mistakes.QUIZ_RELU,
        hints=(
            "Every wrong option is refuted by one small calculation: try z = -1, z = 0 and z = 2.",
            "Ask of each statement: for one sample, or for all? For which slopes?",
            "The lesson has an experiment for each question: look at its figure again.",
        ),
    ),
)
