"""The checkpoints within lesson 01: marked at once, not graded."""

from __future__ import annotations

import numpy as np

from course_utils.catalog.values import (
    filled,
    filled_with,
    judge_blanks,
    judge_number,
    said,
    value_exercise,
)
from course_utils.checking.exercise import Case, Exercise, Mistake

LESSON = "lesson_01"

BATCH = value_exercise(
    "batch_by_hand",
    LESSON,
    "A batch by hand",
    judge_blanks({"rows of Z": 3, "columns of Z": 4, "Z[0, 1]": 13}),
    mistakes=(
        Mistake(
            "L2",
            filled_with({"rows of Z": 4, "columns of Z": 3}),
            "Rows are samples. How many samples are there?",
        ),
        Mistake(
            "L39",
            filled_with({"rows of Z": 2}),
            "2 is the number of features, over which is summed. What is there one of per sample?",
        ),
        Mistake("L3", filled_with({"Z[0, 1]": 3}), "That is w·x. What does unit 1 add to it?"),
        Mistake(
            "L4",
            filled_with({"Z[0, 1]": 8}),
            "You added 5, the bias of unit 0. Which unit does column 1 of Z belong to?",
        ),
        Mistake(
            "L40",
            filled_with({"Z[0, 1]": 9}),
            "That is Z[1, 0]: sample 1, unit 0. Which index is the sample?",
        ),
    ),
    hints=(
        "Z has one row per sample and one column per unit.",
        "Z[0, 1] belongs to sample 0, (1, 2), and unit 1: column 1 of W, (-1, 2).",
        "1·(-1) + 2·2 + 10.",
    ),
)


def _layer_cases(generator: np.random.Generator) -> list[Case]:
    def draw(*shape: int) -> np.ndarray:
        return generator.uniform(-3, 3, shape)

    V = np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])
    return [
        Case((np.array([[1.0, 0.0]]), V, np.zeros(3)), "one sample, (1, 0), and no bias"),
        Case((np.array([[1.0, 0.0], [0.0, 1.0]]), V, np.array([10.0, 20.0, 30.0])), "two samples"),
        Case((draw(4, 3), draw(2, 3), draw(2)), "four samples, three inputs, two units"),
        Case((draw(3, 2), draw(2, 2), draw(2)), "as many units as inputs"),
        Case((np.array([[1, 2]]), np.array([[3, 4]]), np.array([5])), "whole numbers"),
    ]


LAYER = Exercise(
    "repaired_layer",
    LESSON,
    "A layer from another library, repaired",
    0,
    ("X", "V", "b"),
    _layer_cases,
    lambda X, V, b: X @ V.T + b,
    mistakes=(
        Mistake(
            "L41",
            lambda X, V, b: X @ V.reshape(X.shape[1], -1) + b,
            "The shape fits, the numbers are scrambled. Row 0 of V belongs to unit 0: in which "
            "column of W must it stand?",
        ),
        Mistake(
            "L2",
            lambda X, V, b: X @ V + b,
            "V is stored (units, inputs). Which of the two must meet the columns of X?",
        ),
        Mistake("L3", lambda X, V, b: X @ V.T, "The weights are right. What is still to be added?"),
    ),
    hints=(
        "V has one row per unit; W has one column per unit.",
        "reshape reads the same numbers on, row by row, into other rows. Which operation turns "
        "rows into columns?",
        "The transpose of V is `V.T`.",
    ),
)

SHADOW = value_exercise(
    "shadow",
    LESSON,
    "A score, a length and a shadow",
    judge_blanks({"w·x": 10, "‖w‖": 5, "shadow": 2}),
    mistakes=(
        Mistake("L25", filled_with({"‖w‖": 7}), "Pythagoras: what is the root of 3² + 4²?"),
        Mistake("L23", filled_with({"‖w‖": 25}), "That is ‖w‖². And ‖w‖?"),
        Mistake(
            "L7",
            filled_with({"shadow": 10}),
            "That is ‖w‖ times the shadow. What must it be divided by?",
        ),
        Mistake(
            "L27",
            filled_with({"shadow": 10 / 5**0.5}),
            "You divided by the length of x. On whose direction does the shadow fall?",
        ),
        Mistake(
            "L23",
            filled_with({"shadow": 0.4}),
            "You divided by ‖w‖². How often does ‖w‖ stand in w·x = ‖w‖ times the shadow?",
        ),
    ),
    hints=(
        "w·x = 3·2 + 4·1.",
        "‖w‖ is the root of 3² + 4².",
        "w·x is ‖w‖ times the shadow: divide.",
    ),
)

DISTANCES = value_exercise(
    "line_facts",
    LESSON,
    "A line, its distances, and both doubled",
    judge_blanks(
        {
            "distance of (0, 0)": -2,
            "distance of (6, 3)": 4,
            "score of (6, 3), doubled": 40,
            "distance of (6, 3), doubled": 4,
        }
    ),
    mistakes=(
        Mistake(
            "L9",
            filled_with({"distance of (0, 0)": 2}),
            "How far is right. On which side of the line is the origin: what is the sign of its "
            "score?",
        ),
        Mistake(
            "L7",
            filled_with({"distance of (0, 0)": -10}),
            "That is the score. What must a score be divided by?",
        ),
        Mistake(
            "L7",
            filled_with({"distance of (6, 3)": 20}),
            "That is the score. What must a score be divided by?",
        ),
        Mistake(
            "L42",
            filled_with({"distance of (6, 3), doubled": 8}),
            "The line has not moved, nor has the point. Can their distance have changed?",
        ),
        Mistake(
            "L42",
            filled_with({"score of (6, 3), doubled": 20}),
            "The line has not moved, but the score is not a distance. What is 2w·x + 2b?",
        ),
    ),
    hints=(
        "The score of (6, 3) is 3·6 + 4·3 - 10.",
        "‖w‖ = 5, and a distance is a score divided by ‖w‖.",
        "Doubling w and b doubles every score and ‖w‖ as well.",
    ),
)

COLLAPSED = value_exercise(
    "collapsed_pair",
    LESSON,
    "Two layers of one unit, as one",
    judge_blanks({"W": 6, "b": -2}),
    mistakes=(
        Mistake(
            "L11", filled(b=-4), "The 1 of the first layer passes through the second. As what?"
        ),
        Mistake("L28", filled(b=-5), "With x = 0 the first layer gives 1. And the second, then?"),
        Mistake("L31", filled(W=5), "The layers are chained, not added. By what is 2x multiplied?"),
    ),
    hints=(
        "Put h = 2x + 1 into z = 3h - 5.",
        "3(2x + 1) - 5: multiply out.",
        "6x + 3 - 5.",
    ),
)

XOR_SUMS = value_exercise(
    "xor_sums",
    LESSON,
    "Adding up XOR's inequalities",
    judge_blanks({"A": 2, "B": 2}),
    mistakes=(
        Mistake(
            "L43", filled(A=1), "Each of the two inequalities holds c once. How often in their sum?"
        ),
        Mistake("L43", filled(B=1), "c ≤ 0 has one c, w₁ + w₂ + c ≤ 0 another. How many together?"),
        Mistake(
            "L43", filled(A=0), "Nothing cancels here: each of the two has + c. How many together?"
        ),
    ),
    hints=(
        "Left sides are added to left sides.",
        "(w₁ + c) + (w₂ + c): how often does c occur?",
        "c + (w₁ + w₂ + c): how often does c occur?",
    ),
)

TWO_BENDS = value_exercise(
    "two_bends",
    LESSON,
    "XOR as a curve over s",
    judge_blanks({"k": 1, "v": -2}),
    mistakes=(
        Mistake(
            "L32",
            filled(k=1, v=-1),
            "After the bend the slope is 1 + v. Must the curve stay level there, or come down?",
        ),
        Mistake("L33", filled(k=2), "At s = 2 it must have come down already. Where is its top?"),
        Mistake("L33", filled(k=0), "Bent at 0 it never comes up. Where must it be 1?"),
        Mistake("L33", filled(k=-1), "relu(s - k) bends at s = k. Where is the curve's top?"),
        Mistake("L44", filled(v=2), "That bends it upwards. Which sign brings it down?"),
    ),
    hints=(
        "The curve has to be 0 at s = 0, 1 at s = 1 and 0 at s = 2.",
        "relu(s) rises with slope 1. At its top, at s = 1, the slope must change to -1.",
        "1 + v = -1.",
    ),
)

HINGES = value_exercise(
    "four_knots",
    LESSON,
    "Hinges through four knots",
    judge_blanks({"y0": 1, "c0": 1, "c1": -3, "c2": 3.5}),
    mistakes=(
        Mistake(
            "L15",
            filled(c1=-2),
            "-2 is the slope of the second piece. Which slope is there already, from hinge 0?",
        ),
        Mistake(
            "L15",
            filled(c2=1.5),
            "1.5 is the slope of the third piece. Which slope is there already, from hinges 0 "
            "and 1?",
        ),
        Mistake(
            "L36", filled(c2=5), "From t = 2 to t = 4 it rises by 3. How steep is that, per unit?"
        ),
        Mistake("L35", filled(y0=0), "At t = 0 every hinge is 0. Which value must be there?"),
        Mistake("L37", filled(c1=-1), "Sums of slopes, or differences? m₁ - m₀ is asked for."),
    ),
    hints=(
        "The slopes of the three pieces are 1, -2 and 3/2.",
        "c[0] is the first slope; after that, each c is a change of slope.",
        "c[1] = -2 - 1 and c[2] = 3/2 - (-2).",
    ),
)

PIECES = value_exercise(
    "pieces_for_a_thousandth",
    LESSON,
    "How many pieces for an error of a thousandth",
    judge_number(71),
    mistakes=(
        Mistake(
            "L45", said(70), "70 pieces are just too wide: h²/8 is 0.001007. What is the next one?"
        ),
        Mistake("L46", said(72), "Those are the knots. How many pieces lie between them?"),
        Mistake(
            "L47",
            said(6284),
            "The error goes with the square of h: h need not be 0.001. What must h²/8 be?",
        ),
    ),
    hints=(
        "h²/8 must be at most 0.001. How large may h be?",
        "h may be at most the root of 0.008, about 0.0894.",
        "How many pieces of 0.0894 are needed for 2π ≈ 6.2832? Round up.",
    ),
)

TENTS = value_exercise(
    "a_thousand_pieces",
    LESSON,
    "A thousand pieces, deep and wide",
    judge_blanks({"layers": 10, "folding ReLUs": 20, "ReLUs in one layer": 999}),
    mistakes=(
        Mistake("L48", filled(layers=9), "2⁹ = 512. Is that a thousand yet?"),
        Mistake(
            "L48",
            filled(layers=500),
            "Each layer doubles the pieces, it does not add two. How many doublings are needed?",
        ),
        Mistake(
            "L49",
            filled_with({"ReLUs in one layer": 1000}),
            "One bend makes two pieces. How many bends make 1000 pieces?",
        ),
        Mistake(
            "L49",
            filled_with({"folding ReLUs": 10}),
            "That is the number of layers. How many ReLUs has each?",
        ),
    ),
    hints=(
        "L layers make 2^L pieces. Which is the first power of 2 that is at least 1000?",
        "2¹⁰ = 1024; each layer has two ReLUs.",
        "In one layer each ReLU adds one bend, and n bends make n + 1 pieces.",
    ),
)

EXERCISES: tuple[Exercise, ...] = (
    BATCH,
    LAYER,
    SHADOW,
    DISTANCES,
    COLLAPSED,
    XOR_SUMS,
    TWO_BENDS,
    HINGES,
    PIECES,
    TENTS,
)
