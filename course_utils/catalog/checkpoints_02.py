"""The checkpoints within lesson 02: marked at once, not graded."""

from __future__ import annotations

import math

from course_utils.activations import sigmoid, sigmoid_derivative
from course_utils.catalog.drawing import elementwise_cases
from course_utils.catalog.values import (
    filled,
    filled_with,
    judge_blanks,
    judge_number,
    said,
    value_exercise,
)
from course_utils.checking.exercise import Exercise, Mistake

LESSON = "lesson_02"

LADDER = value_exercise(
    "ladder_rungs",
    LESSON,
    "Three rungs of the ladder",
    judge_blanks({"odds at p = 0.8": 4, "p at odds 1/3": 0.25, "z at p = 0.5": 0}),
    mistakes=(
        Mistake(
            "O1",
            filled_with({"odds at p = 0.8": 0.25}),
            "Odds are for against not. At p = 0.8, how many times as often does it happen as not?",
        ),
        Mistake(
            "O3",
            filled_with({"odds at p = 0.8": 0.8}),
            "That is the probability itself. By what must 0.8 be divided to compare for with not?",
        ),
        Mistake(
            "O3",
            filled_with({"p at odds 1/3": 1 / 3}),
            "Odds of 1/3 mean one time for, three times against. Out of how many times in all?",
        ),
        Mistake(
            "O6",
            filled_with({"z at p = 0.5": 1}),
            "At p = 0.5 the odds are 1. What is the logarithm of 1?",
        ),
        Mistake(
            "O9",
            filled_with({"z at p = 0.5": 0.5}),
            "That is the probability. What are the odds there, and what is their logarithm?",
        ),
    ),
    hints=(
        "Odds are p/(1 - p): put 0.8 in.",
        "The way back is p = odds/(1 + odds): put 1/3 in.",
        "z is the logarithm of the odds, and at p = 0.5 the odds are 1.",
    ),
)

GAUSSIANS = value_exercise(
    "gaussian_line",
    LESSON,
    "The log-odds of two Gaussians",
    judge_blanks({"w": 0.75, "b": -1.875}),
    mistakes=(
        Mistake(
            "G1",
            filled(w=1.5),
            "A Gaussian's exponent divides by the variance. What is the variance when s = 2?",
        ),
        Mistake(
            "G2",
            filled(w=0.75, b=1.875),
            "Halfway between the means, at x = 2.5, neither class is favoured. What is w·x + b "
            "there?",
        ),
        Mistake(
            "G3",
            filled(w=-0.75),
            "Far to the right the class with mean 4 is likelier. Should the log-odds rise or fall?",
        ),
        Mistake(
            "G4",
            filled(w=0.75, b=-3.75),
            "At x = 2.5 the log-odds must be 0. What does your line give there?",
        ),
    ),
    hints=(
        "The slope is w = (mu1 - mu0)/s².",
        "The line is 0 halfway between the means, at x = 2.5.",
        "So b = -w · 2.5.",
    ),
)

SLOPE_PEAK = value_exercise(
    "slope_peak",
    LESSON,
    "The steepest slope of the sigmoid",
    judge_number(0.25),
    mistakes=(
        Mistake(
            "G5",
            said(0.5),
            "That is the height σ(0). From z = 0 to z = 0.1 the curve rises by about 0.025: how "
            "steep is that?",
        ),
        Mistake(
            "G6",
            said(1),
            "That is the slope of tanh at 0. σ rises from 0.5 to 0.731 as z goes from 0 to 1: can "
            "its slope have been 1?",
        ),
        Mistake("G7", said(0), "That is where the peak is. How high is it?"),
    ),
    hints=(
        "σ′ = σ(1 - σ). Which activation a between 0 and 1 makes a(1 - a) largest?",
        "Try a = 0.1, a = 0.3 and a = 0.5.",
        "1/4 - a(1 - a) = (1/2 - a)², which is never negative.",
    ),
)

REPAIRED_SLOPE = Exercise(
    "repaired_slope",
    LESSON,
    "The slope, repaired",
    0,
    ("z",),
    lambda generator: elementwise_cases(
        generator, (-2.0, -0.5, 0.0, 0.5, 2.0), (-8, 8), whole=(-3, 0, 2), numbers=(0.5,)
    ),
    sigmoid_derivative,
    elementwise=True,
    curve=(-6, 6),
    mistakes=(
        Mistake(
            "S15",
            lambda z: z * (1 - z),
            "A rising curve has no negative slope, and yours is -2 at z = 2. What must be "
            "multiplied by one minus itself: z, or σ(z)?",
        ),
        Mistake(
            "S16",
            lambda z: sigmoid(sigmoid(z)) * (1 - sigmoid(sigmoid(z))),
            "Yours stays between 0.19 and 0.25. How often has z been squashed?",
        ),
        Mistake(
            "S19",
            lambda z: -sigmoid(z) * (1 - sigmoid(z)),
            "All slopes are negative, and σ increases. What does the derivative of -z contribute?",
        ),
    ),
    hints=(
        "z(1 - z) is right only if z is already the activation.",
        "Name the activation first: a = sigmoid(z).",
        "Then use a in both places.",
    ),
)

TANH_BLANKS = value_exercise(
    "tanh_blanks",
    LESSON,
    "tanh as a stretched sigmoid",
    judge_blanks(
        {"A": 2, "B": 2, "C": -1, "D": 4},
        {"A": -2, "B": -2, "C": 1, "D": 4},  # the same curve, since σ(-z) = 1 - σ(z)
    ),
    mistakes=(
        Mistake(
            "S20",
            filled(A=2, B=1, C=-1),
            "Compare at z = 2: tanh 2 = 0.964, and 2σ(2) - 1 = 0.762. Which one rises faster?",
        ),
        Mistake("S20", filled(B=0.5), "That widens the curve. Is tanh wider than σ, or steeper?"),
        Mistake(
            "S25",
            filled(D=2),
            "The outer factor is 2. What does the chain rule make of the 2z inside?",
        ),
        Mistake("T2", filled(C=0), "tanh 0 = 0, and A·σ(0) = 1. What makes up the difference?"),
    ),
    hints=(
        "σ runs from 0 to 1, tanh from -1 to 1: a stretch of 2 and a shift of -1.",
        "Multiply numerator and denominator of (e^z - e^(-z))/(e^z + e^(-z)) by e^(-z).",
        "By the chain rule D = A·B.",
    ),
)

TANH_TWIN = value_exercise(
    "tanh_twin",
    LESSON,
    "One sigmoid unit rewritten with tanh",
    judge_blanks(
        {"V1": 3, "c1": -1, "v2": 5, "c2": 6},
        {"V1": -3, "c1": 1, "v2": -5, "c2": 6},  # the same function, since tanh is odd
    ),
    mistakes=(
        Mistake(
            "T12",
            filled(V1=12),
            "σ(u) = 1/2 + 1/2 tanh(u/2): is u = 6x - 2 doubled or halved?",
        ),
        Mistake(
            "T12",
            filled(V1=6),
            "σ(u) = 1/2 + 1/2 tanh(u/2): does your tanh see u = 6x - 2, or half of it?",
        ),
        Mistake(
            "T13",
            filled(V1=3, c2=1),
            "Far left σ gives 0 and tanh gives -1. Does your network still end at 1 there?",
        ),
    ),
    hints=(
        "Solve tanh(v) = 2σ(2v) - 1 for σ.",
        "Then put u = 6x - 2 into σ(u) = 1/2 + 1/2 tanh(u/2).",
        "Multiply out 10·(1/2 + 1/2 tanh(3x - 1)) + 1.",
    ),
)

SURPRISE = value_exercise(
    "surprise",
    LESSON,
    "The cost of being wrong with confidence",
    judge_number(800),
    mistakes=(
        Mistake(
            "S29",
            said(math.inf),
            "σ(-800) is not 0, only too small for a float. What is softplus(-z), which never takes "
            "the logarithm of 0?",
        ),
        Mistake("S28", said(0), "Confident and wrong should cost a lot. Which term has y = 1?"),
        Mistake("S29", said(16.118095650958319), "The clip hides how wrong it is. Without it?"),
        Mistake("B3", said(-800), "A loss is never negative. Which sign was lost?"),
    ),
    hints=(
        "The loss is max(z, 0) - z·y + log1p(e^(-|z|)).",
        "The last term is about e^(-800): nothing.",
        "What remains is 0 - (-800)·1.",
    ),
)

GRADIENT_PAIR = value_exercise(
    "gradient_pair",
    LESSON,
    "Two gradients at the same place",
    judge_blanks({"cross-entropy": -0.9, "squared error": -0.081}),
    mistakes=(
        Mistake(
            "G8",
            filled_with({"squared error": -0.162}),
            "The loss is half of (p - y)². What comes down from the square, and what is left?",
        ),
        Mistake(
            "G9",
            filled_with({"squared error": -0.9}),
            "That is the slope with respect to p. How does p in turn depend on z?",
        ),
        Mistake(
            "G10",
            filled_with({"cross-entropy": 0.9}),
            "Raising z lowers this loss. Which sign has its gradient?",
        ),
        Mistake(
            "G11",
            filled_with({"cross-entropy": -0.081}),
            "Here σ′ has been multiplied in again. With what did it cancel?",
        ),
    ),
    hints=(
        "For the cross-entropy the gradient is p - y.",
        "For half the squared error it is (p - y)·p(1 - p).",
        "Here p = 0.1 and y = 1.",
    ),
)

LAYERS = value_exercise(
    "layers_to_a_millionth",
    LESSON,
    "How many layers to a millionth",
    judge_number(10),
    mistakes=(
        Mistake("G12", said(9), "(1/4)⁹ is 3.8e-6. Is that small enough?"),
        Mistake("G13", said(20), "½ is the largest height. What is the largest slope?"),
        Mistake("G14", said(6), "That would be a tenth per layer. What is it at most, per layer?"),
    ),
    hints=(
        "4⁵ = 1024, so five layers scale by about a thousandth.",
        "A millionth is a thousandth of a thousandth.",
        "Twice five.",
    ),
)

EXERCISES: tuple[Exercise, ...] = (
    LADDER,
    GAUSSIANS,
    SLOPE_PEAK,
    REPAIRED_SLOPE,
    TANH_BLANKS,
    TANH_TWIN,
    SURPRISE,
    GRADIENT_PAIR,
    LAYERS,
)
