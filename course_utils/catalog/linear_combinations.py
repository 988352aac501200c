"""Sheet 01: weighted sums, affine layers, and what they can and cannot express."""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np

from course_utils import layers
from course_utils.activations import relu
from course_utils.catalog import linear_combinations_mistakes as mistakes
from course_utils.catalog.drawing import read_only
from course_utils.catalog.values import judge_order, value_exercise
from course_utils.checking.exercise import Between, Case, Exercise

SHEET = "01_linear_combinations"
POINTS = 10.0
CORNERS = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
AT_LEAST, AT_MOST = 0.75, 0.25


def _draw(generator: np.random.Generator, *shape: int) -> np.ndarray:
    return generator.uniform(-3, 3, shape)


def _single(generator: np.random.Generator, *shape: int) -> np.ndarray:
    """Single precision, and of one sign, so that nothing cancels."""
    return generator.uniform(0.5, 1.5, shape).astype(np.float32)


def _sum_cases(generator: np.random.Generator) -> list[Case]:
    draw, single = partial(_draw, generator), partial(_single, generator)
    return [
        Case((np.array([1.0, 2.0]), np.array([3.0, -1.0]), 0.5), "two features"),
        Case((np.array([4.0]), np.array([-2.0]), 1.0), "a single feature"),
        Case((np.array([1, 0, 2]), np.array([2, 5, -1]), 3), "whole numbers (integer arrays)"),
        Case((np.array([1, -2]), np.array([0.5, 1.5]), 0.5), "whole features, fractional weights"),
        Case((np.array([2.5, 1.0]), np.array([0.0, 3.0]), 1.0), "a weight of 0"),
        Case((draw(5), draw(5), -1.25), "five features"),
        Case((draw(8)[::2], draw(12)[::3], 0.0), "every second entry of a larger array"),
        Case((read_only(draw(3)), read_only(draw(3)), 2.0), "arrays that must not be changed"),
        Case((single(4), single(4), 0.5), "single precision (float32)"),
        Case((1e5 * draw(3), draw(3), 1e6), "large numbers", True),
    ]


def _affine_cases(generator: np.random.Generator) -> list[Case]:
    draw, single = partial(_draw, generator), partial(_single, generator)
    X = np.array([[1.0, 2.0], [3.0, 4.0], [0.0, 1.0]])
    W = np.array([[1.0, 0.0, -1.0], [2.0, 1.0, 0.0]])
    whole = (np.array([[1, 2, 0]]), np.array([[1, 0], [2, 1], [5, 5]]), np.array([10, 20]))
    return [
        Case((X, W, np.array([10.0, 20.0, 30.0])), "three samples, two inputs, three units"),
        Case((draw(1, 4), draw(4, 2), draw(2)), "a batch of one sample"),
        Case((draw(5, 3), draw(3, 1), draw(1)), "a layer of one unit"),
        Case((draw(2, 2), draw(2, 2), draw(2)), "as many samples as inputs and units"),
        Case(whole, "whole numbers (integer arrays)"),
        Case((whole[0], draw(3, 2), draw(2)), "whole features, fractional weights"),
        Case((draw(2, 3), whole[1], draw(2)), "fractional features, whole weights"),
        Case((np.asfortranarray(draw(4, 3)), draw(3, 5), draw(5)), "stored column by column"),
        Case((draw(6, 4)[::2], draw(4, 6)[:, ::3], draw(2)), "parts of larger arrays"),
        Case(tuple(map(read_only, (draw(2, 3), draw(3, 4), draw(4)))), "read-only arrays"),
        Case((single(3, 2), single(2, 4), single(4)), "single precision (float32)"),
    ]


def _distance_cases(generator: np.random.Generator) -> list[Case]:
    draw, single = partial(_draw, generator), partial(_single, generator)
    X = np.array([[4.0, 3.0], [1.0, -1.0], [-1.0, 0.5]])
    return [
        Case((X, np.array([3.0, 4.0]), -4.0), "three points and a line with ‖w‖ = 5"),
        Case((X, np.array([6.0, 8.0]), -8.0), "the same line, with w and b doubled"),
        Case((draw(4, 1), np.array([-2.0]), 1.0), "one feature, and a negative weight"),
        Case((draw(5, 3), draw(3), 0.75), "three features: a plane"),
        Case((np.array([[0.0, 0.0], [1.0, 2.0]]), draw(2), 0.5), "a point at the origin"),
        Case((np.array([[1, 2], [0, 5]]), draw(2), 2), "whole features, fractional weights"),
        Case((draw(1, 2), draw(2), -1.5), "a single point"),
        Case((np.array([[1, 2], [0, 5], [3, 3]]), np.array([1, -2]), 2), "whole numbers"),
        Case((np.asfortranarray(draw(4, 2)), draw(2), 0.0), "stored column by column"),
        Case((read_only(draw(3, 2)), read_only(draw(2)), 1.0), "arrays that must not be changed"),
        Case((single(3, 2), single(2), 0.5), "single precision (float32)"),
        Case((1e5 * draw(3, 2), 1e3 * draw(2), 1e6), "large numbers", True),
    ]


def _collapse_cases(generator: np.random.Generator) -> list[Case]:
    draw, single = partial(_draw, generator), partial(_single, generator)
    W1, W2 = np.array([[1.0, 2.0], [0.0, 1.0]]), np.array([[1.0, 0.0], [3.0, 1.0]])
    whole = (np.array([[1, 2, 0]]), np.array([1, 1, 2]), np.array([[1], [0], [3]]), np.array([5]))
    return [
        Case((W1, np.array([1.0, -1.0]), W2, np.array([0.5, 4.0])), "two layers of two units"),
        Case((draw(2, 3), draw(3), draw(3, 4), draw(4)), "2 inputs, 3 units, 4 units"),
        Case((draw(4, 3), draw(3), draw(3, 2), draw(2)), "4 inputs, 3 units, 2 units"),
        Case((draw(3, 1), draw(1), draw(1, 2), draw(2)), "a middle layer of one unit"),
        Case(whole, "whole numbers (integer arrays)"),
        Case(
            (*whole[:2], draw(3, 2), draw(2)), "a first layer of whole numbers, a fractional second"
        ),
        Case((draw(2, 1), draw(1), np.array([[2, 1]]), np.array([0, 3])), "the other way round"),
        Case((np.asfortranarray(draw(2, 3)), draw(3), draw(3, 2), draw(2)), "column by column"),
        Case(
            tuple(map(read_only, (draw(2, 3), draw(3), draw(3, 2), draw(2)))),
            "arrays that must not be changed",
        ),
        Case((single(2, 3), single(3), single(3, 2), single(2)), "single precision (float32)"),
    ]


def _collapse(W1: Any, b1: Any, W2: Any, b2: Any) -> tuple[Any, Any]:
    return W1 @ W2, b1 @ W2 + b2


def _xor_behaviour(arguments: tuple[Any, ...], value: Any) -> Any:
    """What an answer's network gives at the four corners; ValueError says what does not fit."""
    if not isinstance(value, tuple) or len(value) != 4:
        raise ValueError("four results are asked for: W1, b1, w2, b2")
    W1, b1, w2, b2 = value
    for name, array, shape in (("W1", W1, (2, 2)), ("b1", b1, (2,)), ("w2", w2, (2,))):
        if array.shape != shape:
            raise ValueError(f"{name} has shape {array.shape} where {shape} is asked for")
    if b2.shape:
        raise ValueError(f"b2 has shape {b2.shape} where a number is asked for")
    return relu(CORNERS @ W1 + b1) @ w2 + b2


def _xor_truth() -> Between:
    one = np.array([False, True, True, False])
    return Between(np.where(one, AT_LEAST, -np.inf), np.where(one, np.inf, AT_MOST))


def _hinge_cases(generator: np.random.Generator) -> list[Case]:
    def knots(count: int) -> np.ndarray:
        return generator.uniform(-2, 0) + np.cumsum(generator.uniform(0.3, 1.5, count))

    draw = partial(_draw, generator)
    single = np.array([0.0, 1.0, 1.5, 3.0], np.float32)
    return [
        Case((np.array([0.0, 1.0, 3.0]), np.array([1.0, 3.0, 2.0])), "three knots"),
        Case((np.array([-1.0, 1.0]), np.array([2.0, -1.0])), "two knots: one straight piece"),
        Case((np.array([0, 1, 3, 4]), np.array([0, 2, 0, 5])), "whole numbers (integer arrays)"),
        Case((np.array([0.0, 0.5, 2.0]), np.array([1, 2, 0])), "fractional knots, whole values"),
        Case((np.array([0, 2, 3]), np.array([0.5, 1.5, 0.25])), "whole knots, fractional values"),
        Case((knots(6), draw(6)), "six knots at uneven distances"),
        Case((knots(12)[::2], draw(12)[::2]), "every second entry of a larger array"),
        Case((read_only(knots(5)), read_only(draw(5))), "arrays that must not be changed"),
        Case((single, _single(generator, 4)), "single precision (float32)"),
    ]


def _hinges(knots: Any, values: Any) -> tuple[Any, Any]:
    slopes = np.diff(values) / np.diff(knots)
    return values[0], np.concatenate([slopes[:1], np.diff(slopes)])


XOR_ARGUMENT = (3, 1, 5, 2, 4)

EXERCISES: tuple[Exercise, ...] = (
    Exercise(
        "weighted_sum",
        SHEET,
        "One sample, one unit",
        POINTS,
        ("x", "w", "b"),
        _sum_cases,
        lambda x, w, b: x @ w + b,
        mistakes=mistakes.WEIGHTED_SUM,
        hints=(
            "Multiply each feature by its weight, add the products up, then add b once.",
            "With x = [1, 2], w = [3, -1] and b = 0.5: 1·3 + 2·(-1) + 0.5 = 1.5.",
            "`x @ w` multiplies entry by entry and adds up; add b to that number.",
        ),
    ),
    Exercise(
        "affine",
        SHEET,
        "A batch through a layer",
        POINTS,
        ("X", "W", "b"),
        _affine_cases,
        layers.affine,
        mistakes=mistakes.AFFINE,
        hints=(
            "Rows of X are samples, columns of W are units. Which shape must the result have?",
            "(samples, inputs) @ (inputs, units) gives (samples, units); b has one entry per unit.",
            "`X @ W` is the product; adding b adds it to every row.",
        ),
    ),
    Exercise(
        "signed_distance",
        SHEET,
        "How far, and on which side",
        POINTS,
        ("X", "w", "b"),
        _distance_cases,
        lambda X, w, b: (X @ w + b) / np.sqrt((w.astype(float) ** 2).sum()),
        mistakes=mistakes.SIGNED_DISTANCE,
        hints=(
            "The score w·x + b grows when w and b are doubled, the distance must not. What "
            "doubles along with the score?",
            "For w = (3, 4) the length is ‖w‖ = 5; a score of 10 is a distance of 2.",
            "Compute `X @ w + b`, and divide by `np.linalg.norm(w)`. The sign stays.",
        ),
    ),
    Exercise(
        "collapse",
        SHEET,
        "Two affine layers are one",
        POINTS,
        ("W1", "b1", "W2", "b2"),
        _collapse_cases,
        _collapse,
        mistakes=mistakes.COLLAPSE,
        hints=(
            "Write (XW1 + b1)W2 + b2 and multiply out. Which part contains X?",
            "X stands on the left: W1 touches it first. And b1 goes through the second layer too.",
            "W = W1 @ W2, and b = b1 @ W2 + b2.",
        ),
    ),
    Exercise(
        "xor_network",
        SHEET,
        "XOR with two hinges",
        POINTS,
        (),
        lambda generator: [Case((), "the corners [0,0], [0,1], [1,0], [1,1], in this order")],
        _xor_truth,
        behaviour=_xor_behaviour,
        probe=lambda arguments: CORNERS,
        mistakes=mistakes.XOR_NETWORK,
        hints=(
            "Let both hidden units see the sum of the two inputs: 0, 1, 1 or 2.",
            "You need a curve of the sum that is low at 0, high at 1 and low again at 2: up, then "
            "down. One hinge goes up from 0; where must the second bend it down?",
            "relu(s) - 2·relu(s - 1), where s is the sum: W1 holds ones, b1 is [0, -1], w2 is "
            "[1, -2], and b2 is 0.",
        ),
    ),
    Exercise(
        "hinge_fit",
        SHEET,
        "A curve out of hinges",
        POINTS,
        ("knots", "values"),
        _hinge_cases,
        _hinges,
        mistakes=mistakes.HINGE_FIT,
        hints=(
            "At the first knot every hinge is still 0. What must y0 be?",
            "Between knots k and k + 1 the slope is the sum of c[0] to c[k]. What does c[k] add?",
            "With m the slopes of the pieces: c[0] = m[0], and c[k] = m[k] - m[k-1].",
        ),
    ),
    value_exercise(
        "xor_argument",
        SHEET,
        "Why one unit cannot",
        judge_order(XOR_ARGUMENT),
        points=POINTS,
        hints=(
            "A proof by contradiction begins with what is to be refuted.",
            "Then come the four inequalities, then what adding them up gives.",
            "Line 5 speaks of 'these': the four inequalities come before it. Line 2 draws on it.",
        ),
    ),
)
