"""What to read again after a graded exercise: the section of a lesson that has what was missing."""

from __future__ import annotations

from collections.abc import Mapping

from course_utils.catalog import EXERCISES
from course_utils.checking.verdict import Status

# Where the idea of the exercise is; of a quiz about everything, where everything is summed up.
SECTIONS: Mapping[str, str] = {
    "weighted_sum": "1. A batch through a layer",
    "affine": "1. A batch through a layer",
    "signed_distance": "3. A line and its normal",
    "collapse": "4. Two layers are one",
    "xor_network": "5. XOR by hand",
    "xor_argument": "5. XOR by hand",
    "hinge_fit": "6. Curves out of hinges",
    "odds_to_probability": "1. From odds to the sigmoid",
    "logit": "1. From odds to the sigmoid",
    "sigmoid": "1. From odds to the sigmoid",
    "sigmoid_derivative": "4. The slope",
    "tanh_from_sigmoid": "6. tanh is a sigmoid on another ruler",
    "tanh_derivative": "6. tanh is a sigmoid on another ruler",
    "to_tanh_layer": "6. tanh is a sigmoid on another ruler",
    "binary_cross_entropy": "7. The numbers a computer has",
    "predict_label": "1. From odds to the sigmoid",
    "quiz_sigmoid": "What was learned",
    "relu": "1. Two lines and a corner",
    "relu_backward": "2. What is silent, and what is passed on",
    "leaky_relu": "5. Leaky ReLU, in four forms",
    "leaky_relu_derivative": "5. Leaky ReLU, in four forms",
    "dead_units": "3. Off, and dead",
    "sparsity": "2. What is silent, and what is passed on",
    "he_std": "7. Half of the spread",
    "quiz_relu": "What was learned",
    "softmax": "1. From log-odds to softmax",
    "logsumexp": "4. The numbers a computer has",
    "log_softmax": "4. The numbers a computer has",
    "softmax_jacobian": "5. How p answers to z",
    "softmax_vjp": "6. Backwards without the matrix",
    "cross_entropy": "7. The loss that belongs to softmax",
    "cross_entropy_gradient": "7. The loss that belongs to softmax",
    "smooth_labels": "8. A little doubt, and more than one label",
    "output_heads": "8. A little doubt, and more than one label",
    "xavier_std": "2. How large is z?",
    "forward": "4. One layer backwards",
    "backward": "4. One layer backwards",
    "delta_norms": "5. Many layers backwards",
    "repaired_gain": "7. Why σ wants the gain 4",
}

# Where a known mistake in the exercise leads elsewhere: the section of the same lesson.
MISTAKES: Mapping[str, Mapping[str, str]] = {
    "binary_cross_entropy": {"B6": "8. Which loss?"},
    "quiz_sigmoid": {
        "S26": "3. Why a straight line? Claim as little as possible",
        **dict.fromkeys(("S16", "S17", "Q1"), "4. The slope"),
        **dict.fromkeys(("S30", "P5", "Q2"), "1. From odds to the sigmoid"),
        "Q3": "6. tanh is a sigmoid on another ruler",
        **dict.fromkeys(("Q4", "Q5"), "7. The numbers a computer has"),
        "Q6": "8. Which loss?",
    },
    "quiz_relu": {
        **dict.fromkeys(("R24", "R27"), "3. Off, and dead"),
        "R11": "1. Two lines and a corner",
        **dict.fromkeys(("R20", "R15", "R16"), "5. Leaky ReLU, in four forms"),
        **dict.fromkeys(("R75", "R76"), "6. Which slope, and what it can cure"),
        "R77": "7. Half of the spread",
    },
    "softmax": {
        **dict.fromkeys(("X1", "X2", "X3", "X4", "X6"), "4. The numbers a computer has"),
        **dict.fromkeys(("X20", "X21"), "2. Hot and cold"),
    },
}
# Where it is said how to stay right at every magnitude: lesson and section, by sheet or exercise.
STABLE: Mapping[str, tuple[str, str]] = {
    "02_sigmoid_tanh": ("02", "7. The numbers a computer has"),
    "04_softmax": ("04", "4. The numbers a computer has"),
    "backward": ("04", "4. The numbers a computer has"),
    "delta_norms": ("02", "7. The numbers a computer has"),
}


def reading(exercise: str, status: Status, misconception: str = "") -> str:
    """Where to read on after a verdict, such as "lesson 02, section 4. The slope"."""
    sheet = EXERCISES[exercise].sheet
    lesson, section = sheet[:2], SECTIONS[exercise]
    if status is Status.UNSTABLE:
        lesson, section = STABLE.get(exercise) or STABLE.get(sheet) or (lesson, section)
    else:
        section = MISTAKES.get(exercise, {}).get(misconception, section)
    return f"lesson {lesson}, " + (f"section {section}" if section[0].isdigit() else f"“{section}”")
