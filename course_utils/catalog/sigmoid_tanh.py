"""Sheet 02: the sigmoid, tanh, and the loss that goes with them."""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np

from course_utils import activations, losses
from course_utils.catalog import sigmoid_tanh_mistakes as mistakes
from course_utils.catalog.drawing import elementwise_cases, extreme_cases, read_only
from course_utils.catalog.values import judge_letters, value_exercise
from course_utils.checking.exercise import Between, Case, Either, Exercise, Tolerance

SHEET = "02_sigmoid_tanh"
POINTS = 10.0
P5 = (-2.0, -0.5, 0.0, 0.5, 2.0)
WHOLE = (-3, -1, 0, 2, 5)
IN_THE_TAIL = Tolerance(atol=1e-300, rtol=1e-6)
TIE = 1e-9  # logits as close to 0 as this may be labelled either way


def _pre_activations(
    generator: np.random.Generator, farthest: float, tail: Tolerance | None = None
) -> list[Case]:
    """Cases for a function of the pre-activation, out to a magnitude of ``farthest``."""
    far = [z for z in (20.0, 100.0, 690.0) if z <= farthest]
    beyond = [z for z in (1000.0, 1e6, 1e300) if z <= farthest]
    return [
        *elementwise_cases(generator, P5, (-8, 8), whole=WHOLE, numbers=(0.5, -2)),
        Case((generator.uniform(-12, 12, (4, 5)),), "many numbers between -12 and 12"),
        *extreme_cases([-z for z in far], "a strongly negative z: the tail is information", tail),
        *extreme_cases(far, "a strongly positive z"),
        *extreme_cases([s * z for z in beyond for s in (-1, 1)], "a z of enormous magnitude"),
        Case((np.array([-200.0, 200.0], np.float32),), "large numbers in single precision", True),
        Case((np.array([-1000, 1000]),), "large whole numbers", True),
        Case((np.array([[-800.0, 1.0], [0.0, 800.0]]),), "large and small numbers together", True),
    ]


def _odds_cases(generator: np.random.Generator) -> list[Case]:
    simple = (0.0, 0.25, 1.0, 3.0, 9.0)
    spread = 10.0 ** generator.uniform(-6, 1, (3, 3))
    return [
        *elementwise_cases(generator, simple, (0, 12), whole=(0, 1, 2, 9), numbers=(3, 0.25)),
        Case((spread,), "odds from one in a million up to ten"),
        *extreme_cases((1e3, 1e6), "very long odds"),
    ]


def _probability_cases(generator: np.random.Generator) -> list[Case]:
    simple = (0.1, 0.25, 0.5, 0.75, 0.9)
    near_one = [1 - 2.0**-k for k in (20, 30, 40)]
    return [
        *elementwise_cases(generator, simple, (0.05, 0.95), numbers=(0.5, 0.9)),
        Case((generator.uniform(1e-4, 1e-3, 4),), "probabilities near 0"),
        Case((1 - generator.uniform(1e-4, 1e-3, 4),), "probabilities near 1"),
        *extreme_cases((1e-9, 1e-17, 1e-100, 1e-300), "a probability extremely close to 0"),
        *extreme_cases(near_one, "a probability extremely close to 1"),
        Case((np.array([1e-30, 0.5], np.float32),), "near 0 in single precision", True),
    ]


def _logit(p: Any) -> Between:
    """The logit, give or take what rounding p itself does near 1."""
    truth = np.asarray(activations.logit(p))
    rounding = 8 * np.finfo(np.float64).eps / (1 - np.asarray(p, np.float64))
    return Between(truth - rounding, truth + rounding)


def _loss_cases(generator: np.random.Generator) -> list[Case]:
    def logits(count: int) -> np.ndarray:
        return generator.uniform(-8, 8, count)

    def labels(count: int) -> np.ndarray:
        return generator.permutation(np.arange(count) % 2)

    idea = "a sample that is wrong with enormous confidence"
    return [
        Case((np.array([2.0]), np.array([1.0])), "one sample, right and fairly sure"),
        Case((np.array([2.0, 0.0, -3.0]), np.array([1.0, 1.0, 0.0])), "three samples"),
        Case((logits(5), labels(5)), "five samples with whole-number targets"),
        Case((logits(4), generator.uniform(0, 1, 4)), "targets between 0 and 1"),
        Case((np.array([-2, 0, 3]), np.array([0, 1, 1])), "whole numbers (integer arrays)"),
        Case((logits(12)[::2], labels(6).astype(float)), "every second entry of an array"),
        Case((read_only(logits(3)), read_only(labels(3))), "arrays that must not be changed"),
        Case((logits(6).astype(np.float32), labels(6).astype(np.float32)), "float32"),
        Case((np.array([-800.0]), np.array([1.0])), idea, True),
        Case((np.array([800.0]), np.array([0.0])), idea, True),
        Case((np.array([40.0, -40.0]), np.array([0.0, 1.0])), "two confident mistakes", True),
        Case((np.array([800.0, -800.0]), np.array([1.0, 0.0])), "confident and right", True),
        Case((np.array([-50.0, 3.0, 900.0]), np.array([0.3, 0.6, 0.5])), "soft targets", True),
        Case((np.array([1e300, -1e300]), np.array([0.0, 0.0])), "enormous logits", True),
        Case((np.array([-200.0, 200.0], np.float32), np.array([1, 0])), "large in float32", True),
    ]


def _label_cases(generator: np.random.Generator) -> list[Case]:
    simple = (-0.3, 0.2, 0.4, 0.8)
    return [
        *elementwise_cases(generator, simple, (-3, 3), whole=(-2, -1, 1, 3), numbers=(0.3, -1)),
        Case((np.array([-1.0, 0.0, 1.0]),), "a logit of exactly 0, where either label is right"),
        Case((np.array([-1e-6, 1e-6]),), "logits very close to 0"),
        *extreme_cases((-1e3, 1e3, -1e6, 1e6), "a very confident logit"),
    ]


def _label(logits: Any) -> Either:
    z = np.asarray(logits, np.float64)
    label = (z > 0).astype(float)
    return Either(label, np.where(np.abs(z) <= TIE, 1 - label, label))


def _layer_cases(generator: np.random.Generator) -> list[Case]:
    def layer(inputs: int, units: int) -> tuple[Any, ...]:
        draw = partial(generator.uniform, -2, 2)
        return draw(size=(inputs, units)), draw(size=units), draw(size=units), float(draw())

    W, b, w, last = layer(3, 2)
    single = tuple(a.astype(np.float32) for a in layer(2, 2)[:3])
    whole = (np.array([[1, -3], [2, 1]]), np.array([1, -1]), np.array([3, 5]), 2)
    return [
        Case((np.array([[2.0]]), np.array([0.0]), np.array([4.0]), 1.0), "one unit, one input"),
        Case(layer(2, 3), "two inputs and three units"),
        Case((np.asfortranarray(W), b, w, last), "three inputs and two units"),
        Case((read_only(W.copy()), read_only(b.copy()), read_only(w.copy()), last), "read-only"),
        Case(whole, "whole numbers (integer arrays)"),
        Case((*single, 0.5), "single precision (float32)"),
    ]


def _probe(inputs: int) -> np.ndarray:
    """Inputs on which two networks are compared."""
    return np.random.default_rng(inputs).normal(0, 1.5, (12, inputs)).round(1)


def _sigmoid_network(W1: Any, b1: Any, w2: Any, b2: Any) -> Any:
    return activations.sigmoid(_probe(len(W1)) @ W1 + b1) @ w2 + b2


def _tanh_network(arguments: tuple[Any, ...], value: Any) -> Any:
    """What an answer's network computes on the probe; ValueError says what does not fit."""
    if not isinstance(value, tuple) or len(value) != 4:
        raise ValueError("four results are asked for: V1, c1, v2, c2")
    V1, c1, v2, c2 = value
    inputs = len(arguments[0])
    if V1.ndim != 2 or V1.shape[0] != inputs:
        raise ValueError(f"V1 has shape {V1.shape}; its rows must be the {inputs} inputs")
    if v2.shape != V1.shape[1:]:
        raise ValueError(f"v2 has shape {v2.shape} where V1 has {V1.shape[1]} units")
    if c1.shape not in ((), v2.shape):
        raise ValueError(f"c1 has shape {c1.shape} where V1 has {V1.shape[1]} units")
    if c2.size != 1:
        raise ValueError(f"c2 has shape {c2.shape}; it is a single number")
    return np.tanh(_probe(inputs) @ V1 + c1) @ v2 + c2.reshape(())


QUIZ = {"range": "C", "slope": "A", "labels": "B", "tanh": "D", "forty": "C", "loss": "B"}

EXERCISES: tuple[Exercise, ...] = (
    Exercise(
        "odds_to_probability",
        SHEET,
        "From odds to a probability",
        POINTS,
        ("odds",),
        _odds_cases,
        lambda odds: odds / (1 + np.asarray(odds, np.float64)),
        elementwise=True,
        curve=(0, 10),
        mistakes=mistakes.ODDS_TO_PROBABILITY,
        hints=(
            "Odds of 3 mean: three times for, one time against. Out of how many times in all?",
            "So odds of 3 are a probability of 3/4. What is it for odds of 1, and for odds of 0?",
            "The number of times for is `odds`, the number of all times `1 + odds`: divide them.",
        ),
    ),
    Exercise(
        "logit",
        SHEET,
        "From a probability to its log-odds",
        POINTS,
        ("p",),
        _probability_cases,
        _logit,
        elementwise=True,
        curve=(0.01, 0.99),
        mistakes=mistakes.LOGIT,
        hints=(
            "The logit is the natural logarithm of the odds. What are the odds when p = 0.9?",
            "Try p = 1/2: the odds are 1 and the logit must be 0. Try p = 0.9 and p = 0.1: they "
            "must be each other's negative.",
            "The odds are p/(1 - p); take `np.log` of them. `np.log1p(-p)` is log(1 - p) without "
            "losing digits when p is small.",
        ),
    ),
    Exercise(
        "sigmoid",
        SHEET,
        "The sigmoid, stable at every size",
        POINTS,
        ("z",),
        lambda generator: _pre_activations(generator, 1e300, IN_THE_TAIL),
        activations.sigmoid,
        elementwise=True,
        curve=(-8, 8),
        mistakes=mistakes.SIGMOID,
        hints=(
            "1/(1 + e^(-z)) is right on paper. For which z does e^(-z) grow beyond every float?",
            "Take z = -1000. Multiply numerator and denominator by e^z: now only e^z occurs, "
            "which is tiny. Which form suits which sign of z?",
            "Let t = np.exp(-np.abs(z)), which never exceeds 1. For z >= 0 the answer is "
            "1/(1 + t), for z < 0 it is t/(1 + t); `np.where` may choose, since neither overflows.",
        ),
    ),
    Exercise(
        "sigmoid_derivative",
        SHEET,
        "The slope of the sigmoid",
        POINTS,
        ("z",),
        lambda generator: _pre_activations(generator, 1e300),
        activations.sigmoid_derivative,
        elementwise=True,
        curve=(-8, 8),
        mistakes=mistakes.SIGMOID_DERIVATIVE,
        hints=(
            "The argument is the pre-activation z. The formula σ(1 - σ) needs the activation.",
            "At z = 0: σ = 1/2, so the slope is 1/2 · 1/2 = 1/4. It is never negative, and never "
            "larger than that.",
            "Compute a = sigmoid(z) with your stable sigmoid, then a times (1 - a).",
        ),
    ),
    Exercise(
        "tanh_from_sigmoid",
        SHEET,
        "tanh by way of the sigmoid",
        POINTS,
        ("z",),
        lambda generator: _pre_activations(generator, 1e300),
        activations.tanh,
        tolerance=Tolerance(atol=1e-12, rtol=0.0),
        elementwise=True,
        curve=(-4, 4),
        mistakes=mistakes.TANH_FROM_SIGMOID,
        hints=(
            "σ runs from 0 to 1, tanh from -1 to 1: stretch by 2, then shift by -1. Is that all?",
            "Compare at z = 2: tanh 2 = 0.964, but 2σ(2) - 1 = 0.762. tanh rises faster: by how "
            "much must z be multiplied?",
            "tanh z = 2σ(2z) - 1. With a stable sigmoid this is stable too.",
        ),
    ),
    Exercise(
        "tanh_derivative",
        SHEET,
        "The slope of tanh",
        POINTS,
        ("z",),
        lambda generator: _pre_activations(generator, 1e6),
        activations.tanh_derivative,
        elementwise=True,
        curve=(-4, 4),
        mistakes=mistakes.TANH_DERIVATIVE,
        hints=(
            "1 - tanh² z: the output is squared, not z.",
            "At z = 0, tanh is 0 and its slope 1. Far out, tanh is ±1 and its slope 0.",
            "Compute t = np.tanh(z), then 1 minus t times t.",
        ),
    ),
    Exercise(
        "to_tanh_layer",
        SHEET,
        "A sigmoid network rewritten with tanh",
        POINTS,
        ("W1", "b1", "w2", "b2"),
        _layer_cases,
        _sigmoid_network,
        behaviour=_tanh_network,
        probe=lambda arguments: _probe(len(arguments[0])),
        mistakes=mistakes.TO_TANH_LAYER,
        hints=(
            "Solve tanh(v) = 2σ(2v) - 1 for σ: what is σ(u) in terms of tanh(u/2)?",
            "One unit: σ(u)·w + b with σ(u) = 1/2 + 1/2 tanh(u/2). Multiply out: which part "
            "depends on u, and which is a constant?",
            "V1 = W1/2 and c1 = b1/2, so that tanh sees u/2; v2 = w2/2; and every unit leaves a "
            "constant w2/2 behind, so c2 = b2 + w2.sum()/2.",
        ),
    ),
    Exercise(
        "binary_cross_entropy",
        SHEET,
        "Cross-entropy from logits",
        POINTS,
        ("logits", "targets"),
        _loss_cases,
        losses.binary_cross_entropy,
        mistakes=mistakes.BINARY_CROSS_ENTROPY,
        hints=(
            "Do not compute the probability first: log(σ(z)) is the logarithm of 0 for very "
            "negative z. Write the loss in z itself.",
            "One sample with y = 1: the loss is -log σ(z) = log(1 + e^(-z)) = softplus(-z). At "
            "z = -800 that is 800, and no exponential is needed to see it.",
            "Per sample: max(z, 0) - z·y + log1p(e^(-|z|)). Then the mean over the samples.",
        ),
    ),
    Exercise(
        "predict_label",
        SHEET,
        "From logits to labels",
        POINTS,
        ("logits",),
        _label_cases,
        _label,
        elementwise=True,
        mistakes=mistakes.PREDICT_LABEL,
        hints=(
            "The threshold 1/2 is one for probabilities. Which logit has the probability 1/2?",
            "σ(0) = 1/2, and σ increases: so the probability is over 1/2 exactly where z is...",
            "Compare the logits with 0 and turn the result into whole numbers.",
        ),
    ),
    value_exercise(
        "quiz_sigmoid",
        SHEET,
        "Six questions",
        judge_letters(QUIZ),
        points=POINTS,
        mistakes=mistakes.QUIZ_SIGMOID,
        hints=(
            "Each wrong option has a small calculation that refutes it: try z = 0, or two values "
            "of z with the same output.",
            "For 'slope' and 'loss', put the numbers into σ(1 - σ) and σ - y. For 'forty', ask "
            "which float lies nearest to the true value.",
            "For 'range', ask what would have to be true for the number to be a frequency. For "
            "'tanh', remember to_tanh_layer.",
        ),
    ),
)
