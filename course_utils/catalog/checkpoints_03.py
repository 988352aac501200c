"""The checkpoints within lesson 03: marked at once, not graded."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.activations import leaky_relu
from course_utils.catalog.drawing import elementwise_cases
from course_utils.catalog.values import (
    filled,
    filled_with,
    judge_blanks,
    judge_number,
    judge_order,
    read_number,
    said,
    value_exercise,
)
from course_utils.checking.exercise import Case, Exercise, Mistake

LESSON = "lesson_03"

SUBGRADIENTS = value_exercise(
    "subgradients",
    LESSON,
    "Subgradients at a kink",
    judge_blanks(
        {
            "|z|, smallest": -1,
            "|z|, largest": 1,
            "Leaky 0.1, smallest": 0.1,
            "Leaky 0.1, largest": 1,
        }
    ),
    mistakes=(
        Mistake(
            "RC1",
            filled_with({"|z|, smallest": 0}),
            "|z| falls left of 0. With which slope? A line as steep as that still stays below.",
        ),
        Mistake(
            "RC2",
            filled_with({"Leaky 0.1, smallest": 0}),
            "At z = -1 the level line is at 0, and Leaky at -0.1. Does the line stay below it?",
        ),
        Mistake(
            "RC3",
            filled_with({"Leaky 0.1, largest": 0.1}),
            "A line through 0 with slope 0.5: is it above Leaky anywhere, left or right?",
        ),
    ),
    hints=(
        "The subgradients at a kink are all the slopes between the one on its left and the one "
        "on its right.",
        "|z| has slope -1 left of 0. Which one has it on the right?",
        "Leaky with 0.1 has slope 0.1 on the left and 1 on the right.",
    ),
)

DEAD_OR_OFF = value_exercise(
    "dead_or_off",
    LESSON,
    "Off or dead?",
    judge_blanks({"units off for the first sample": 3, "dead units": 1}),
    mistakes=(
        Mistake(
            "R24",
            filled_with({"dead units": 4}),
            "A unit that is off for some sample is only off. Which column has no positive entry?",
        ),
        Mistake(
            "RC4",
            filled_with({"units off for the first sample": 2}),
            "z = 0 gives the activation 0, and our slope there is 0. Is that on?",
        ),
        Mistake(
            "R26",
            filled_with({"dead units": 0}),
            "The third column holds a 0 and no positive number. Does any gradient pass at 0?",
        ),
        Mistake(
            "RC5",
            filled_with({"dead units": 3}),
            "Rows are samples, columns are units. Which column is never positive?",
        ),
    ),
    hints=(
        "Rows are samples, columns are units. On means z > 0.",
        "The first row is -1, 2, 0, -3: three of these are not positive.",
        "Dead is a column without a positive number. Look at the third.",
    ),
)


def _starts_wrong(*lines: float) -> Any:
    """A predicate for a known wrong order: it begins with one of these lines."""

    def matches(value: Any) -> bool:
        return isinstance(value, (list, tuple)) and bool(value) and read_number(value[0]) in lines

    return matches


FIXED_POINT = value_exercise(
    "fixed_point",
    LESSON,
    "Why a dead unit stays dead",
    judge_order([3, 1, 5, 2, 4]),
    mistakes=(
        Mistake(
            "RC6",
            _starts_wrong(4, 2),
            "That is what is to be shown. What do we know of the unit before anything is trained?",
        ),
    ),
    hints=(
        "Begin with what dead means.",
        "Then: the slopes, then the gradient, which is built from the slopes.",
        "What follows from the gradient comes last: first the step, then the next step.",
    ),
)

LEAKY_FORMS = value_exercise(
    "leaky_forms",
    LESSON,
    "Leaky ReLU with slope 0.2, in two forms",
    judge_blanks({"A": 0.8, "B": 0.2, "C": 0.6, "D": 0.4}),
    mistakes=(
        Mistake(
            "R15",
            filled(A=1),
            "Right of 0 your first form has the slope A + B. Which slope must it have?",
        ),
        Mistake(
            "RC7",
            filled(C=1.2),
            "Right of 0 the second form has the slope C + D. Which should it be? Mind the half.",
        ),
        Mistake(
            "R16",
            filled(B=-0.2),
            "Left of 0 the first form is B·z. Must it rise or fall there?",
        ),
    ),
    hints=(
        "Right of 0 both relu(z) and |z| are z, and the slopes must add up to 1.",
        "Left of 0 relu(z) is 0 and |z| is -z, and the slopes must add up to 0.2.",
        "For the second form: C + D = 1 and C - D = 0.2.",
    ),
)


def _repair_cases(generator: np.random.Generator) -> list[Case]:
    slopes = [
        Case((np.array([-2.0, -0.5, 0.0, 0.5, 2.0]), slope), f"a slope of {slope:g}")
        for slope in (0.1, 0.0, 1.0, 2.0, -0.5)
    ]
    plain = elementwise_cases(generator, (-2.0, -0.5, 0.0, 0.5, 2.0), (-5, 5), numbers=(-1.5,))
    return [*slopes, *(Case((*case.arguments, 0.25), case.idea) for case in plain)]


REPAIRED_LEAKY = Exercise(
    "repaired_leaky",
    LESSON,
    "Leaky ReLU, repaired",
    0,
    ("z", "negative_slope"),
    _repair_cases,
    leaky_relu,
    elementwise=True,
    mistakes=(
        Mistake(
            "R20",
            lambda z, negative_slope: np.maximum(negative_slope * np.asarray(z), z),
            "Try z = 1 with a slope of 2: the larger of 2 and 1 is 2. Which should come out?",
        ),
        Mistake(
            "RC8",
            lambda z, negative_slope: np.minimum(negative_slope * np.asarray(z), z),
            "Now it is right for slopes of 1 and more. And for 0.1 at z = 1?",
        ),
        Mistake(
            "R15",
            lambda z, negative_slope: np.maximum(z, 0) + negative_slope * np.asarray(z),
            "At z = 1 with a slope of 2 yours gives 3. Which part should be silent there?",
        ),
        Mistake(
            "R16",
            lambda z, negative_slope: (
                np.maximum(z, 0) + negative_slope * np.maximum(-np.asarray(z), 0)
            ),
            "At z = -1 with a slope of 2 yours gives 2. Which sign should it have?",
        ),
        Mistake(
            "RC9",
            lambda z, negative_slope: np.where(np.asarray(z) > 0, z, 0.01 * np.asarray(z)),
            "The slope is given as an argument. Where does yours use it?",
        ),
    ),
    hints=(
        "Which of the four forms of the lesson holds for every slope?",
        "Two lines meet at 0. Decide by the sign of z which one holds, not by which is larger.",
        "relu(z) - negative_slope·relu(-z) is one way, and a choice with `np.where` another.",
    ),
)

SLOPE_NAMES = value_exercise(
    "slope_names",
    LESSON,
    "Three slopes that have a name",
    judge_blanks({"absolute value": -1, "ReLU": 0, "collapse": 1}),
    mistakes=(
        Mistake(
            "RC10",
            filled_with({"collapse": 0}),
            "With α = 0 the curve has a kink, so the layers stay apart. When is there no kink?",
        ),
        Mistake(
            "RC11",
            filled_with({"absolute value": 1}),
            "At z = -2 that gives -2. Which slope gives 2 there?",
        ),
    ),
    hints=(
        "Put z = -1 in: it becomes -α.",
        "|−1| = 1 and relu(−1) = 0.",
        "Layers collapse where the activation is f(z) = z.",
    ),
)

SECOND_MOMENTS = value_exercise(
    "second_moments",
    LESSON,
    "What is left of the spread",
    judge_blanks({"relu": 4.5, "leaky 1/3": 5, "std": 0.2}),
    mistakes=(
        Mistake(
            "RC12",
            filled(relu=9),
            "9 is E[z²] itself. Which half of the samples still contributes?",
        ),
        Mistake(
            "RC13",
            filled(relu=2.25),
            "Half of the samples keep the whole of their square. Is that a quarter of the sum?",
        ),
        Mistake(
            "R30",
            filled_with({"leaky 1/3": 6}),
            "In the negative half every z is multiplied by α. By what is its square multiplied?",
        ),
        Mistake(
            "R28",
            filled(std=0.04),
            "That is the variance of a weight. What is its standard deviation?",
        ),
    ),
    hints=(
        "E[relu²] is half the variance, E[leaky²] is (1 + α²) times that half.",
        "For α = 1/3: (1 + 1/9)·9/2.",
        "He's standard deviation is √(2/n), with n = 50.",
    ),
)

FAMILY_SLOPES = value_exercise(
    "family_slopes",
    LESSON,
    "The slopes at 0",
    judge_blanks({"GELU": 0.5, "SiLU": 0.5, "softplus": 0.5, "ELU": 1}),
    mistakes=(
        Mistake("RC14", filled(GELU=0), "GELU′ = Φ(z) + zφ(z). What is Φ(0)?"),
        Mistake("RC15", filled(SiLU=0.25), "That is σ′(0). In SiLU′ it is multiplied by z."),
        Mistake("RC16", filled(softplus=0.25), "That is σ′(0). Softplus′ is σ itself."),
        Mistake("RC17", filled(ELU=0), "Left of 0 ELU is e^z - 1. How steep is e^z at 0?"),
    ),
    hints=(
        "Put z = 0 into the three derivatives: every term with a factor z goes away.",
        "σ(0) and Φ(0) are both ½.",
        "For ELU look from both sides: e⁰ on the left, 1 on the right.",
    ),
)

PRODUCTS = value_exercise(
    "products_per_activation",
    LESSON,
    "Multiplications for one activation",
    judge_number(512),
    mistakes=(
        Mistake("RC18", said(262144), "That is for one sample's whole layer. And for one unit?"),
        Mistake("RC19", said(1), "z = w·x + b: how many products does w·x have?"),
        Mistake("RC20", said(64 * 512), "That is one unit over the whole batch. Per activation?"),
    ),
    hints=(
        "Each unit computes w·x + b from its 512 inputs, for each sample.",
        "w·x is a sum of products, one for each input.",
        "As many as the unit has inputs.",
    ),
)

EXERCISES: tuple[Exercise, ...] = (
    SUBGRADIENTS,
    DEAD_OR_OFF,
    FIXED_POINT,
    LEAKY_FORMS,
    REPAIRED_LEAKY,
    SLOPE_NAMES,
    SECOND_MOMENTS,
    FAMILY_SLOPES,
    PRODUCTS,
)
