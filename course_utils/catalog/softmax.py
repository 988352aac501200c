"""Sheet 04: softmax, its logarithm, its Jacobian, and the loss that goes with it."""

from __future__ import annotations

from functools import partial

import numpy as np

from course_utils import activations, losses
from course_utils.catalog import softmax_mistakes as mistakes
from course_utils.catalog.drawing import read_only
from course_utils.catalog.values import judge_words, value_exercise
from course_utils.checking.exercise import Case, Exercise, Tolerance

SHEET = "04_softmax"
POINTS = 10.0
ROWS = np.array([[0.0, 1.0, 2.0], [3.0, 1.0, 1.0]])
SQUARE = np.array([[0.0, 3.0], [1.0, 1.0]])
IN_THE_TAIL = Tolerance(atol=1e-300, rtol=1e-6)
HEADS = ("sigmoid", "softmax", "sigmoids", "identity", "softplus")


def _logit_cases(generator: np.random.Generator) -> list[Case]:
    """Logits of many shapes, with and without an axis."""
    draw = partial(generator.uniform, -5, 5)
    return [
        Case((ROWS,), "two samples and three classes"),
        Case((SQUARE,), "as many samples as classes"),
        Case((np.array([1.0, 2.0, 4.0]),), "a single row (one dimension)"),
        Case((draw(size=(1, 4)),), "a batch of one sample"),
        Case((draw(size=(3, 1)),), "a single class"),
        Case((np.array([[1, 0, -2], [5, 5, 3]]),), "whole numbers (an integer array)"),
        Case((draw(size=(2, 3, 4)),), "three dimensions"),
        Case((draw(size=(4, 6))[:, ::2],), "every second column of a larger array"),
        Case((np.asfortranarray(draw(size=(3, 4))),), "an array stored column by column"),
        Case((read_only(draw(size=(2, 5))),), "an array that must not be changed"),
        Case((draw(size=(3, 4)).astype(np.float32),), "single precision (float32)"),
        Case((np.array([1.0, 2.0, 4.0]), 0), "a single row with axis=0"),
        Case((draw(size=(3, 2)), 0), "along axis 0"),
        Case((draw(size=(2, 3, 2)), 1), "along the middle axis of three"),
        Case((draw(size=(2, 3, 2)), -2), "along axis -2"),
    ]


def _far_logits(tail: Tolerance | None = None) -> list[Case]:
    """Rows that overflow a naive exponential, one idea each."""
    mixed = np.array([[0.0, 1.0], [800.0, 801.0]])
    return [
        Case((np.array([[1000.0, 1001.0]]),), "large logits", True),
        Case((np.array([[-1001.0, -1000.0]]),), "logits that are all very negative", True),
        Case((mixed,), "rows of very different size", True),
        Case(
            (np.array([[0.0, -100.0, -690.0]]),), "a class that is all but impossible", True, tail
        ),
        Case((np.array([[0.0, 1000.0, -1000.0]]),), "a row of wide spread", True),
        Case((np.array([[1e300, -1e300, 0.0]]),), "logits of enormous magnitude", True),
        Case((np.array([[-1e300, -1e300]]),), "enormous and negative", True),
        Case((np.array([[1e17, 1e17]]),), "enormous and equal", True),
        Case((np.array([[500, -500]]),), "large whole numbers", True),
        Case((np.array([[100.0, -100.0]], np.float32),), "large in single precision", True),
        Case((np.array([[0.0, 1000.0], [1.0, -1000.0]]), 0), "large logits along axis 0", True),
    ]


def _tempered(generator: np.random.Generator) -> list[Case]:
    draw = partial(generator.uniform, -5, 5)
    hot = np.array([[0.0, 1.0, 1e3]])
    return [
        Case((ROWS, -1, 2.0), "a temperature of 2"),
        Case((draw(size=(3, 4)), -1, 0.5), "a temperature of one half"),
        Case((np.array([[1, 0, 2], [4, 4, 1]]), 1, 2), "whole numbers and a temperature of 2"),
        Case((draw(size=(3, 2)), 0, 3.0), "a temperature of 3 along axis 0"),
        Case((hot, -1, 1e3), "a temperature of 1000", True),
        Case((ROWS, -1, 1e-3), "a temperature of 0.001", True),
        Case((ROWS / 1000, -1, 1e-3), "small logits and a temperature of 0.001", True),
        Case((np.array([[1e300, -1e300]]), -1, 1e-3), "enormous logits, a tiny temperature", True),
    ]


def _softmax_cases(generator: np.random.Generator) -> list[Case]:
    return [*_logit_cases(generator), *_tempered(generator), *_far_logits(IN_THE_TAIL)]


def _row_cases(generator: np.random.Generator) -> list[Case]:
    draw = partial(generator.uniform, -3, 3)
    return [
        Case((np.array([0.0, 1.0, 2.0]),), "three classes"),
        Case((np.array([0.0, 0.0]),), "two equal logits"),
        Case((draw(size=5),), "five classes"),
        Case((np.array([2, 0, 1, -1]),), "whole numbers (an integer array)"),
        Case((draw(size=8)[::2],), "every second entry of a larger array"),
        Case((read_only(draw(size=4)),), "an array that must not be changed"),
        Case((draw(size=3).astype(np.float32),), "single precision (float32)"),
        Case((np.array([1.5]),), "a single class"),
        Case((np.array([1000.0, 1001.0]),), "large logits", True),
        Case((np.array([-1e6, 0.0, 1e6]),), "a row of wide spread", True),
    ]


def _probabilities(generator: np.random.Generator, *shape: int) -> np.ndarray:
    return activations.softmax(generator.uniform(-2, 2, shape))


def _vjp_cases(generator: np.random.Generator) -> list[Case]:
    draw = partial(generator.uniform, -3, 3)
    rows = partial(_probabilities, generator)
    P = np.array([[0.2, 0.3, 0.5], [0.6, 0.3, 0.1]])
    whole = np.array([[1, 0, 2]])
    single = rows(3, 4).astype(np.float32), draw(size=(3, 4)).astype(np.float32)
    return [
        Case((P, np.array([[1.0, 0.0, 2.0], [-1.0, 3.0, 0.5]])), "two samples and three classes"),
        Case((P[:1], np.array([[1.0, 1.0, 1.0]])), "an upstream gradient of ones"),
        Case((rows(4, 2), draw(size=(4, 2))), "four samples and two classes"),
        Case((rows(3, 3), draw(size=(3, 3))), "as many samples as classes"),
        Case((P[1:], whole), "an upstream gradient of whole numbers"),
        Case((np.array([[0, 1], [1, 0]]), draw(size=(2, 2))), "certain classes: 0 and 1"),
        Case((np.repeat(rows(3, 3), 2, axis=1)[:, ::2], draw(size=(3, 3))), "part of an array"),
        Case((read_only(rows(2, 4)), read_only(draw(size=(2, 4)))), "read-only arrays"),
        Case(single, "single precision (float32)"),
        Case((rows(2, 10_000), draw(size=(2, 10_000))), "ten thousand classes"),
    ]


def _labelled_cases(generator: np.random.Generator) -> list[Case]:
    draw = partial(generator.uniform, -5, 5)

    def labels(samples: int, classes: int) -> np.ndarray:
        return generator.integers(0, classes, samples)

    return [
        Case((ROWS, np.array([2, 0])), "two samples and three classes"),
        Case((np.array([[0.0, 0.0]]), np.array([1])), "one sample, two equal logits"),
        Case((SQUARE, np.array([1, 0])), "as many samples as classes"),
        Case((np.array([[1, 0, 3], [2, 2, 0]]), np.array([0, 2])), "whole-number logits"),
        Case((draw(size=(5, 4)), labels(5, 4)), "five samples and four classes"),
        Case((draw(size=(4, 6))[:, ::2], labels(8, 3)[::2]), "parts of larger arrays"),
        Case((np.asfortranarray(draw(size=(3, 2))), labels(3, 2)), "stored column by column"),
        Case((read_only(draw(size=(3, 5))), read_only(labels(3, 5))), "read-only arrays"),
        Case((draw(size=(4, 3)).astype(np.float32), labels(4, 3)), "single precision (float32)"),
        Case((np.array([[1000.0, 0.0]]), np.array([1])), "a confident mistake", True),
        Case((np.array([[1000.0, 0.0]]), np.array([0])), "confident and right", True),
        Case((np.array([[-1000.0, -1001.0]]), np.array([1])), "all very negative", True),
        Case((np.array([[0.0, 1.0], [800.0, 801.0]]), np.array([0, 1])), "mixed sizes", True),
        Case((np.array([[1e300, -1e300, 0.0]]), np.array([0])), "enormous logits", True),
        Case((np.array([[1e17, 1e17]]), np.array([1])), "enormous logits, all equal", True),
        Case((np.array([[100.0, -100.0]], np.float32), np.array([1])), "large in float32", True),
    ]


def _smoothing_cases(generator: np.random.Generator) -> list[Case]:
    return [
        Case((np.array([2, 0]), 3, 0.1), "two labels, three classes, ε = 0.1"),
        Case((np.array([1]), 2, 0.2), "one label, two classes, ε = 0.2"),
        Case((np.array([0, 1, 2]), 3, 0.0), "ε = 0: one-hot"),
        Case((generator.integers(0, 5, 6), 5, 0.3), "six labels and five classes"),
        Case((np.array([0, 0, 1]), 4, 0.5), "classes that never occur"),
        Case((read_only(np.array([3, 1])), 4, 0.05), "labels that must not be changed"),
        Case((np.array([1, 0, 2, 1])[::2], 3, 0.9), "every second label, ε = 0.9"),
    ]


TASKS = {
    "tumour": "sigmoid",
    "digit": "softmax",
    "film": "sigmoids",
    "temperature": "identity",
    "waiting": "softplus",
    "word": "softmax",
    "xray": "sigmoids",
    "balance": "identity",
    "spread": "softplus",
}

EXERCISES: tuple[Exercise, ...] = (
    Exercise(
        "softmax",
        SHEET,
        "Softmax, stable and along any axis",
        POINTS,
        ("logits", "axis", "temperature"),
        _softmax_cases,
        activations.softmax,
        mistakes=mistakes.SOFTMAX,
        hints=(
            "softmax(z) = softmax(z - c) for every c. Which c keeps the exponential small?",
            "Take [1000, 1001] and subtract the row's own maximum: [-1, 0]. Each row its own; "
            "`keepdims=True` lets the maxima line up with the rows.",
            "z = logits / temperature; e = exp(z - z.max(axis, keepdims=True)); "
            "e / e.sum(axis, keepdims=True).",
        ),
    ),
    Exercise(
        "logsumexp",
        SHEET,
        "The smooth maximum",
        POINTS,
        ("logits", "axis"),
        lambda generator: [*_logit_cases(generator), *_far_logits()],
        activations.logsumexp,
        mistakes=mistakes.LOGSUMEXP,
        hints=(
            "LSE(z + c) = LSE(z) + c. Which c makes all exponentials harmless?",
            "For [1000, 1001]: take 1001 out; log(e^(-1) + e^0) + 1001.",
            "With m the maximum along axis: m + log(exp(logits - m).sum(axis)); mind the shapes.",
        ),
    ),
    Exercise(
        "log_softmax",
        SHEET,
        "The logarithm of softmax",
        POINTS,
        ("logits", "axis"),
        lambda generator: [*_logit_cases(generator), *_far_logits()],
        activations.log_softmax,
        mistakes=mistakes.LOG_SOFTMAX,
        hints=(
            "Where a probability underflows to 0, its logarithm is still a modest number. Which?",
            "log(e^z / Σ e^z): write the logarithm of the quotient as a difference first.",
            "With z = logits - their maximum along axis: z - log(exp(z).sum(axis)), keepdims=True "
            "both times. Do not put the maximum back.",
        ),
    ),
    Exercise(
        "softmax_jacobian",
        SHEET,
        "How every probability answers to every logit",
        POINTS,
        ("logits",),
        _row_cases,
        activations.softmax_jacobian,
        mistakes=mistakes.SOFTMAX_JACOBIAN,
        hints=(
            "Raising one logit lowers every other probability. So what sign have the entries off "
            "the diagonal?",
            "Every row of the matrix adds up to 0. For two equal logits it is [[.25, -.25], "
            "[-.25, .25]].",
            "diag(p) - outer(p, p).",
        ),
    ),
    Exercise(
        "softmax_vjp",
        SHEET,
        "Backwards through softmax without the matrix",
        POINTS,
        ("probabilities", "upstream"),
        _vjp_cases,
        activations.softmax_vjp,
        mistakes=mistakes.SOFTMAX_VJP,
        hints=(
            "Write g·(diag(p) - p pᵀ) and multiply out: which part needs no matrix?",
            "An upstream gradient of ones must give zeros, since probabilities always sum to 1.",
            "p * (g - (p * g).sum(axis=1, keepdims=True)).",
        ),
    ),
    Exercise(
        "cross_entropy",
        SHEET,
        "Cross-entropy from logits",
        POINTS,
        ("logits", "labels"),
        _labelled_cases,
        losses.cross_entropy,
        mistakes=mistakes.CROSS_ENTROPY,
        hints=(
            "Only the true class of each sample counts. Which entry of row i is it?",
            "Per sample the loss is -log p of the true class, and log_softmax gives log p without "
            "a logarithm of 0.",
            "log_softmax(logits)[np.arange(n), labels], the mean of it, and a minus.",
        ),
    ),
    Exercise(
        "cross_entropy_gradient",
        SHEET,
        "p minus y",
        POINTS,
        ("logits", "labels"),
        _labelled_cases,
        losses.cross_entropy_gradient,
        mistakes=mistakes.CROSS_ENTROPY_GRADIENT,
        hints=(
            "The gradient of one sample's loss is p - y, with y one-hot. And of the mean over n?",
            "Each row of the gradient adds up to 0; only the true class has a negative entry.",
            "softmax(logits), subtract 1 at [np.arange(n), labels], divide by n.",
        ),
    ),
    Exercise(
        "smooth_labels",
        SHEET,
        "Labels with a little doubt",
        POINTS,
        ("labels", "classes", "epsilon"),
        _smoothing_cases,
        losses.smooth_labels,
        mistakes=mistakes.SMOOTH_LABELS,
        hints=(
            "ε is spread over all classes, the true one included.",
            "For three classes and ε = 0.3: 0.8 for the true class, 0.1 for each other.",
            "(1 - epsilon) * np.eye(classes)[labels] + epsilon / classes.",
        ),
    ),
    value_exercise(
        "output_heads",
        SHEET,
        "Which output for which task?",
        judge_words(TASKS, HEADS),
        points=POINTS,
        mistakes=mistakes.OUTPUT_HEADS,
        hints=(
            "Ask of each task: is the answer one of several, some of several, yes or no, or a "
            "number? And may that number be negative?",
            "Classes that exclude one another share one probability; labels that may occur "
            "together need one each.",
            "One of several: softmax. Some of several: sigmoids. Yes or no: sigmoid. Any number: "
            "identity. A positive number: softplus.",
        ),
    ),
)
