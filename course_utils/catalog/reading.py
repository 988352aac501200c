"""What to read again for each graded exercise: the section of its lesson, by its number."""

from __future__ import annotations

from course_utils.catalog import EXERCISES

SECTIONS = {
    "weighted_sum": "1. A batch through a layer",
    "affine": "1. A batch through a layer",
    "signed_distance": "3. A line and its normal",
    "collapse": "4. Two layers are one",
    "xor_network": "5. XOR by hand",
    "xor_argument": "5. XOR by hand",
    "hinge_fit": "6. Curves out of hinges",
    "odds_to_probability": "1. From odds to the sigmoid",
    "logit": "1. From odds to the sigmoid",
    "sigmoid": "7. The numbers a computer has",
    "sigmoid_derivative": "4. The slope",
    "tanh_from_sigmoid": "6. tanh is a sigmoid on another ruler",
    "tanh_derivative": "6. tanh is a sigmoid on another ruler",
    "to_tanh_layer": "6. tanh is a sigmoid on another ruler",
    "binary_cross_entropy": "8. Which loss?",
    "predict_label": "1. From odds to the sigmoid",
    "quiz_sigmoid": "9. In the middle of a network",
    "relu": "1. Two lines and a corner",
    "relu_backward": "2. What is silent, and what is passed on",
    "leaky_relu": "5. Leaky ReLU, in four forms",
    "leaky_relu_derivative": "5. Leaky ReLU, in four forms",
    "dead_units": "3. Off, and dead",
    "sparsity": "2. What is silent, and what is passed on",
    "he_std": "7. Half of the spread",
    "quiz_relu": "6. Which slope, and what it can cure",
    "softmax": "4. The numbers a computer has",
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


def reading(exercise: str) -> str:
    """Where to read on, such as "lesson 02, section 4. The slope"; "" for an unknown name."""
    if exercise not in SECTIONS:
        return ""
    return f"lesson {EXERCISES[exercise].sheet[:2]}, section {SECTIONS[exercise]}"
