"""The checkpoints within lesson 04: marked at once, not graded."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from course_utils.activations import softmax
from course_utils.catalog.drawing import read_only
from course_utils.catalog.values import (
    filled,
    filled_with,
    judge_blanks,
    judge_number,
    judge_order,
    said,
    value_exercise,
)
from course_utils.checking.exercise import Case, Exercise, Mistake

LESSON = "lesson_04"

SHARES = value_exercise(
    "shares_from_log_odds",
    LESSON,
    "From log-odds to three probabilities",
    judge_blanks({"p(A)": 0.25, "p(B)": 0.625, "p(C)": 0.125}),
    mistakes=(
        Mistake(
            "XO1",
            filled_with({"p(A)": 2 / 7}),
            "For each time that C happens, A happens twice and B five times. How many times is "
            "that in all?",
        ),
        Mistake(
            "XO23",
            filled_with({"p(A)": 2}),
            "Those are odds against C. What must three probabilities sum to?",
        ),
        Mistake(
            "XO24",
            filled_with({"p(A)": 25}),
            "That is in percent. What do probabilities sum to, if they are plain numbers?",
        ),
        Mistake(
            "X13",
            filled_with({"p(A)": 2 / 3}),
            "2/3 is right if there are only A and C. Which third class takes its share?",
        ),
        Mistake(
            "XO2",
            filled_with({"p(C)": 0}),
            "The log-odds of C against itself are 0. What are its odds against itself?",
        ),
        Mistake(
            "X10",
            filled_with({"p(A)": math.log(2) / math.log(10)}),
            "Those are shares of the log-odds. What undoes the logarithm first?",
        ),
    ),
    hints=(
        "Undo the logarithms: A is 2 times as probable as C, B is 5 times.",
        "So the three are as 2 : 5 : 1.",
        "Divide by the sum, 8.",
    ),
)

TWO_CLASSES = value_exercise(
    "two_classes",
    LESSON,
    "Softmax over two classes",
    judge_blanks({"A": 1, "B": -1, "C": 0.5}),
    mistakes=(
        Mistake(
            "XO3",
            filled(A=-1, B=1),
            "Should p₁ rise or fall with its own logit? Divide above and below by e^(z₁).",
        ),
        Mistake("XO4", filled(B=0), "Raise z₀ alone: does p₁ stay where it is?"),
        Mistake(
            "X20", filled(C=2), "At a high temperature p is flatter. Does 2·(z₁ - z₀) flatten it?"
        ),
    ),
    hints=(
        "Divide numerator and denominator of e^(z₁)/(e^(z₀) + e^(z₁)) by e^(z₁).",
        "1/(1 + e^(-u)) is σ(u). Which u stands there?",
        "With a temperature every logit is divided by T, here 2.",
    ),
)

TEMPERATURE = value_exercise(
    "two_temperatures",
    LESSON,
    "The same logits, hot and cold",
    judge_blanks({"T = 2": 2 / 3, "T = 1/2": 16 / 17, "T to infinity": 0.5}),
    mistakes=(
        Mistake(
            "X20",
            filled_with({"T = 2": 16 / 17}),
            "Is that flatter than 0.8, or sharper? Hot is flat.",
        ),
        Mistake(
            "X21",
            filled_with({"T = 2": 0.8}),
            "T divides the logits, before exp. Odds of 4 are e^z: what is e^(z/2)?",
        ),
        Mistake(
            "X21",
            filled_with({"T = 2": 0.4}),
            "That divides the probability, and then nothing sums to 1. What does T divide?",
        ),
        Mistake("XO5", filled_with({"T to infinity": 0}), "The two must still sum to 1."),
        Mistake(
            "XO5",
            filled_with({"T to infinity": 1}),
            "That is for T towards 0. What becomes of the difference of the logits here?",
        ),
    ),
    hints=(
        "At T = 1 the odds are 4 = e^z, with z the difference of the logits.",
        "At T = 2 they are e^(z/2), the root of 4; at T = 1/2 they are 4².",
        "p is odds/(1 + odds).",
    ),
)

BOLTZMANN = value_exercise(
    "boltzmann_order",
    LESSON,
    "Softmax from maximum entropy, in order",
    judge_order((4, 2, 5, 1, 3)),
    hints=(
        "It begins with the function that is made as large as possible, conditions included.",
        "Then comes its slope, which must be 0.",
        "Solve it for p, and only then use that the p sum to 1.",
    ),
)

CANCEL = value_exercise(
    "cancel_order",
    LESSON,
    "p - y through the Jacobian, in order",
    judge_order((3, 5, 1, 4, 2)),
    hints=(
        "It begins with the loss, written so that it has a slope along every probability.",
        "Then come those slopes, and only then their mean.",
        "Section 6 needs both, the slopes and the mean; what is left is to multiply out.",
    ),
)


def _sum_of_all(z: Any) -> Any:
    e = np.exp(z - np.max(z))
    return e / e.sum()


def _own_sum_shared_shift(z: Any) -> Any:
    e = np.exp(z - np.max(z))
    return e / e.sum(axis=1, keepdims=True)


def _along_columns(z: Any) -> Any:
    return softmax(z, axis=0)


def _unshifted(z: Any) -> Any:
    e = np.exp(z)
    return e / e.sum(axis=1, keepdims=True)


def _batches(generator: np.random.Generator) -> list[Case]:
    def draw(*shape: int) -> np.ndarray:
        return generator.uniform(-4, 4, shape)

    return [
        Case((np.array([[0.0, 1.0, 2.0], [3.0, 1.0, 1.0]]),), "two rows of three logits"),
        Case((np.array([[3.0, 1.0, 0.2]]),), "a single row"),
        Case((draw(4, 2),), "four rows of two logits"),
        Case((draw(3, 3),), "as many rows as classes"),
        Case((read_only(draw(2, 5)),), "an array that must not be changed"),
        Case((np.array([[0.0, 1.0], [800.0, 801.0]]),), "rows of very different size", True),
    ]


REPAIRED_SOFTMAX = Exercise(
    "repaired_softmax",
    LESSON,
    "Softmax for a batch, repaired",
    0,
    ("logits",),
    _batches,
    softmax,
    mistakes=(
        Mistake(
            "X2",
            _sum_of_all,
            "All entries together sum to 1, so the rows do not. Which sum belongs to row 0?",
        ),
        Mistake(
            "X6",
            _own_sum_shared_shift,
            "The rows (0, 1) and (800, 801) share one shift here. What is e^(-800) in a float?",
        ),
        Mistake("X1", _along_columns, "Your columns sum to 1. What does one row stand for?"),
        Mistake(
            "X5",
            _unshifted,
            "Without a shift 801 overflows. Which number may be subtracted from a whole row?",
        ),
    ),
    hints=(
        "One row is one distribution: it needs its own maximum and its own sum.",
        "`axis=1` takes them row by row, and gives shape (rows,).",
        "`keepdims=True` keeps the shape (rows, 1), which lines up with the rows.",
    ),
)

LSE = value_exercise(
    "lse_blanks",
    LESSON,
    "Two numbers that a naive formula loses",
    judge_blanks({"LSE(1000, 1000)": 1000 + math.log(2), "log p(B)": -2000}),
    mistakes=(
        Mistake(
            "XO6",
            filled_with({"LSE(1000, 1000)": math.inf}),
            "e^1000 is inf in floats. Take the 1000 out before the exponential.",
        ),
        Mistake(
            "XO7",
            filled_with({"LSE(1000, 1000)": 1000}),
            "That is the maximum. There are two such logits: what does LSE(0, 0) give?",
        ),
        Mistake(
            "XO8",
            filled_with({"LSE(1000, 1000)": 2000}),
            "The exponentials are added up, not the logits: e^1000 + e^1000 = 2·e^1000.",
        ),
        Mistake(
            "X31",
            filled_with({"log p(B)": -math.inf}),
            "p(B) is not 0, only too small for a float. What is z(B) - LSE(z)?",
        ),
        Mistake("XO9", filled_with({"log p(B)": 0}), "p(B) is close to 0. And its logarithm?"),
    ),
    hints=(
        "LSE(z + c) = LSE(z) + c: take c = 1000.",
        "LSE(0, 0) = log 2. You may write `1000 + np.log(2)`.",
        "log p(B) = z(B) - LSE(z), and LSE(0, -2000) is 0 to within e^(-2000).",
    ),
)

JACOBIAN = value_exercise(
    "jacobian_blanks",
    LESSON,
    "Four numbers of a Jacobian",
    judge_blanks(
        {"p(A) along z(A)": 0.25, "p(A) along z(B)": -0.15, "p(B) along z(C)": -0.06, "row sum": 0}
    ),
    mistakes=(
        Mistake(
            "X23",
            filled_with({"p(A) along z(B)": 0}),
            "Raising z(B) makes p(B) grow. Who gives up what it gains?",
        ),
        Mistake(
            "XO10",
            filled_with({"p(A) along z(B)": 0.15}),
            "Raising z(B) makes p(B) grow. Can p(A) grow as well?",
        ),
        Mistake(
            "XO11",
            filled_with({"p(A) along z(A)": 0.5}),
            "That is p(A). Its slope along its own logit is p(1 - p).",
        ),
        Mistake(
            "XO12",
            filled_with({"row sum": 1}),
            "The probabilities sum to 1. Adding the same to all logits changes nothing: what do "
            "the slopes sum to?",
        ),
    ),
    hints=(
        "On the diagonal: p(1 - p). Elsewhere: minus the product of the two probabilities.",
        "0.5·0.5, then -0.5·0.3, then -0.3·0.2.",
        "Add up the first row: 0.25 - 0.15 - 0.10.",
    ),
)

VJP = value_exercise(
    "vjp_blanks",
    LESSON,
    "Backwards through softmax by hand",
    judge_blanks({"A": 0.05, "B": -0.27, "C": 0.22}),
    mistakes=(
        Mistake(
            "XO13",
            filled(A=0.5, B=0, C=0.4),
            "That is p times g. Which number has to be subtracted from every g first?",
        ),
        Mistake("XO14", filled(A=0.1, B=-0.9), "That is g less its mean. Times which p?"),
        Mistake(
            "X23",
            filled(A=0.25, B=0),
            "That uses the diagonal of J alone. What becomes of the entries beside it?",
        ),
        Mistake(
            "XO15",
            filled(A=0, B=-0.3),
            "You subtracted the plain mean of g. Which mean belongs here, weighted by what?",
        ),
    ),
    hints=(
        "First the mean of g, weighted by p: 0.5·1 + 0.3·0 + 0.2·2.",
        "That is 0.9. Subtract it from every g.",
        "Then multiply by p, entry by entry. The three must sum to 0.",
    ),
)

GRADIENT_ROW = value_exercise(
    "gradient_row",
    LESSON,
    "The gradient of one sample",
    judge_blanks({"A": 0.5, "B": -0.7, "C": 0.2}),
    mistakes=(
        Mistake(
            "X32",
            filled(A=-0.5, B=0.7),
            "A step against this gradient would lower z(B), the logit of the right class. Sign?",
        ),
        Mistake(
            "X71",
            filled(A=0, B=-1 / 0.3),
            "That is the gradient with respect to p. What does J make of it?",
        ),
        Mistake(
            "X34",
            filled(A=0.125),
            "Here p(1 - p) has been multiplied in once more. Has it not cancelled?",
        ),
        Mistake("X69", filled(B=0.3), "That is p. Which entry has 1 subtracted?"),
    ),
    hints=("The gradient is p - y.", "y is 0, 1, 0.", "Subtract, entry by entry."),
)

LOWEST_LOSS = value_exercise(
    "lowest_loss",
    LESSON,
    "How low a doubled softmax can get",
    judge_number(math.log(1 + 3 / math.e)),
    mistakes=(
        Mistake(
            "X18",
            said(0),
            "For that the second softmax would have to say 1. Its inputs are 1, 0, 0, 0: what "
            "does it say?",
        ),
        Mistake(
            "XO16",
            said(math.log(4)),
            "That is for four equal probabilities. The best inputs are 1, 0, 0, 0.",
        ),
        Mistake("XO17", said(math.log(1 + 2 / math.e)), "That is for three classes. And four?"),
        Mistake(
            "XO18",
            said(math.e / (math.e + 3)),
            "That is the largest probability. And its loss?",
        ),
        Mistake("XO17", said(math.log(1 + 4 / math.e)), "How many *other* classes are there?"),
    ),
    hints=(
        "The first softmax gives at best 1, 0, 0, 0.",
        "The second makes e/(e + 3) of the 1. You may write `np.e`.",
        "Minus the logarithm of that.",
    ),
)

SMOOTHED = value_exercise(
    "smoothed_target",
    LESSON,
    "The best lead for smoothed labels",
    judge_blanks({"target of the true class": 0.8, "each other": 0.1, "e to the best lead": 8}),
    mistakes=(
        Mistake(
            "X72",
            filled_with({"target of the true class": 0.7}),
            "ε is spread over all three classes, the true one included. What does it get back?",
        ),
        Mistake(
            "X72",
            filled_with({"each other": 0.15}),
            "ε = 0.3 is spread over how many classes?",
        ),
        Mistake(
            "XO19",
            filled_with({"e to the best lead": math.log(8)}),
            "That is the lead itself. What is asked for is e to that power.",
        ),
    ),
    hints=(
        "Each class gets ε/3; the true one keeps 1 - ε besides.",
        "At the best lead p is equal to the targets.",
        "The lead is the difference of two logits, so the logarithm of the ratio of two p.",
    ),
)

ECE = value_exercise(
    "ece_by_hand",
    LESSON,
    "A calibration error by hand",
    judge_number(0.2),
    mistakes=(
        Mistake(
            "XO20",
            said(0.275),
            "That is the plain mean of the two gaps. How many predictions stand behind each?",
        ),
        Mistake(
            "XO21",
            said(0.04),
            "Too sure in one bin, not sure enough in the other: may the two cancel?",
        ),
        Mistake(
            "XO21",
            said(-0.04),
            "Too sure in one bin, not sure enough in the other: may the two cancel?",
        ),
        Mistake("XO24", said(20), "That is in percent. Which plain number is it?"),
        Mistake("XO22", said(0.55), "Those are the gaps added up. Which share has each bin?"),
    ),
    hints=(
        "The gaps are |0.75 - 0.9| and |1 - 0.6|.",
        "8 of 10 predictions are in the one bin, 2 of 10 in the other.",
        "0.8·0.15 + 0.2·0.4.",
    ),
)

EXERCISES: tuple[Exercise, ...] = (
    SHARES,
    TWO_CLASSES,
    TEMPERATURE,
    BOLTZMANN,
    REPAIRED_SOFTMAX,
    LSE,
    JACOBIAN,
    VJP,
    CANCEL,
    GRADIENT_ROW,
    LOWEST_LOSS,
    SMOOTHED,
    ECE,
)
