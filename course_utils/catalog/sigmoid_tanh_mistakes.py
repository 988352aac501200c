"""Known mistakes of sheet 02: each wrong idea as code, and the question that helps.

The code is written as a learner would write it, naive where the learner is naive. Ids beginning
with S are those of the course's list of misconceptions; O, T, B, P and Q continue it here.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from course_utils.activations import sigmoid, softplus
from course_utils.catalog.values import answered
from course_utils.checking.exercise import Mistake


def naive(z: Any) -> Any:
    """The sigmoid as the formula is written."""
    return 1 / (1 + np.exp(-z))


def _ratio(z: Any) -> Any:
    return np.exp(z) / (1 + np.exp(z))


def _both_branches(z: Any) -> Any:
    return np.where(z >= 0, naive(z), _ratio(z))


def _clipped(bound: float) -> Callable[[Any], Any]:
    return lambda z: naive(np.clip(z, -bound, bound))


def _log_loss(guard: Callable[[Any], Any], squash: Callable[[Any], Any] = sigmoid) -> Any:
    """Cross-entropy by way of the probability, which a guard keeps from 0 and 1."""

    def loss(logits: Any, targets: Any) -> Any:
        p = guard(squash(logits))
        return -np.mean(targets * np.log(p) + (1 - targets) * np.log(1 - p))

    return loss


def _log_loss_with_epsilon(epsilon: float) -> Any:
    def loss(logits: Any, targets: Any) -> Any:
        p = sigmoid(logits)
        return -np.mean(targets * np.log(p + epsilon) + (1 - targets) * np.log(1 - p + epsilon))

    return loss


def _mean_loss(z: Any, y: Any) -> Any:
    return np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))))


EXP_OF_NEGATIVE = (
    "The exponential overflows for large arguments. Can you arrange that exp only ever sees "
    "numbers that are not positive?"
)
EPSILONS = (1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-12, 1e-15)
NEVER_LOG_OF_ZERO = (
    "The probability is rounded to 0 or 1 (or clipped) before its logarithm is taken, and with it "
    "goes how wrong the model is. What is -log σ(z) for z = -800, written with softplus?"
)

WITHOUT_EPSILON = (
    "Something has been added to p, or cut off it. Nothing here is exactly 0 or 1: is it needed, "
    "and what does it do to p = 1e-12?"
)


def _clipped_logit(epsilon: float) -> Callable[[Any], Any]:
    def clipped(p: Any) -> Any:
        kept = np.clip(p, epsilon, 1 - epsilon)
        return np.log(kept / (1 - kept))

    return clipped


ODDS_TO_PROBABILITY = (
    Mistake(
        "O1",
        lambda odds: 1 / (1 + odds),
        "That is the probability against. At odds of 3, which happens more often: for or against?",
    ),
    Mistake(
        "O2",
        lambda odds: odds / (1 - odds),
        "That turns a probability into odds. Which way round is asked for?",
    ),
    Mistake("O3", lambda odds: odds + 0.0, "Odds of 3 are not a probability. Out of how many?"),
    Mistake(
        "O10", lambda odds: odds / 1 + odds, "Python reads odds/1 first. Where do brackets go?"
    ),
    Mistake(
        "O4",
        lambda odds: 1 / (1 + np.exp(-odds)),
        "The sigmoid expects log-odds. Has the logarithm been taken here?",
    ),
    Mistake(
        "O5",
        lambda odds: 1 / (1 + 1 / odds),
        "Right wherever odds > 0. What happens at 0, where 1/odds and log(odds) are infinite?",
    ),
)

LOGIT = (
    Mistake("S14", lambda p: np.log10(p / (1 - p)), "Is σ(logit(0.9)) = 0.9? Which base has e?"),
    Mistake("S14", lambda p: np.log2(p / (1 - p)), "Is σ(logit(0.9)) = 0.9? Which base has e?"),
    Mistake("S14", lambda p: np.log(p), "Is σ(logit(p)) = p again? What became of 1 - p?"),
    Mistake(
        "S14",
        lambda p: np.log((1 - p) / p),
        "A likely event must have a positive logit. What sign does yours have at p = 0.9?",
    ),
    Mistake("O6", lambda p: p / (1 - p), "These are the odds. What is still to be done to them?"),
    Mistake("O7", lambda p: np.log(p / (1 + p)), "At p = 1/2 the odds are 1. What are yours?"),
    Mistake("O8", naive, "That is the sigmoid, the way back. Which function does it undo?"),
    Mistake("O10", lambda p: np.log(p / 1 - p), "Python reads p/1 first. Where do brackets go?"),
    *(
        Mistake("O11", lambda p, e=e: np.log((p + e) / (1 - p + e)), WITHOUT_EPSILON)
        for e in EPSILONS
    ),
    *(Mistake("O11", _clipped_logit(epsilon), WITHOUT_EPSILON) for epsilon in EPSILONS),
)

SIGMOID = (
    Mistake("S1", lambda z: 1 / (1 + np.exp(z)), "σ increases. What should σ(2) be close to?"),
    Mistake("S2", lambda z: 1 / 1 + np.exp(-z), "Python reads 1/1 first. Where do brackets go?"),
    Mistake("S3", lambda z: z / (1 + np.exp(-z)), "That is SiLU, z·σ(z). What is σ(0)?"),
    Mistake("S4", lambda z: 1 / (1 + 10.0 ** (-z)), "e, not 10: is your value at 1 0.7311?"),
    Mistake("S4", lambda z: 1 / (1 + 2.0 ** (-z)), "e, not 2: is your value at 1 0.7311?"),
    Mistake("S5", lambda z: np.tanh(z), "That is tanh, from -1 to 1. Where does σ start?"),
    Mistake(
        "S32",
        lambda z: 1 / (1 + np.exp(-np.abs(z))),
        "Yours is the same at z and at -z. For which sign of z is this form right?",
    ),
    Mistake(
        "S32",
        lambda z: np.exp(-np.abs(z)) / (1 + np.exp(-np.abs(z))),
        "Yours is the same at z and at -z. For which sign of z is this form right?",
    ),
    Mistake(
        "S33",
        lambda z: np.exp(z) / np.sum(np.exp(z)),
        "That divides by a sum over all entries, as softmax does. Should one z depend on another?",
    ),
    Mistake("S6", lambda z: np.clip(z, 0, 1) + 0.0, "σ has no corners. Is σ(0.5) = 0.6225?"),
    Mistake("S6", lambda z: np.clip(0.2 * z + 0.5, 0, 1), "σ has no corners. Is σ(2) = 0.8808?"),
    Mistake("S6", lambda z: np.clip(z / 6 + 0.5, 0, 1), "σ has no corners. Is σ(2) = 0.8808?"),
    Mistake("S7", naive, EXP_OF_NEGATIVE),
    Mistake("S7", lambda z: 1 - 1 / (1 + np.exp(z)), EXP_OF_NEGATIVE),
    Mistake("S8", _ratio, "e^z/(1 + e^z) becomes inf/inf for large z. For which z is it safe?"),
    Mistake(
        "S9",
        _both_branches,
        "np.where computes both branches for every entry. Which number could exp be given that "
        "is never positive, whatever the sign of z?",
    ),
    *(
        Mistake(
            "S10",
            _clipped(bound),
            f"Beyond ±{bound} every input gives the same output. Is log σ(-690) still -690?",
        )
        for bound in (15, 20, 30, 36, 50, 60, 88, 100, 250, 500)
    ),
    Mistake(
        "S12",
        lambda z: (1 + np.tanh(np.asarray(z) / 2)) / 2,
        "In the tail yours is exactly 0. What is σ(-100), really, and what rounds it away?",
    ),
    Mistake(
        "S13",
        lambda z: 1 / (1 + math.exp(-z)),
        "math.exp takes one number only. Which exponential takes arrays?",
    ),
)

SIGMOID_DERIVATIVE = (
    Mistake(
        "S15",
        lambda z: z * (1 - z),
        "A rising curve has no negative slope. Is z here already σ(z), or still to be squashed?",
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
    Mistake(
        "S34",
        lambda z: sigmoid(z) * 1 - sigmoid(z),
        "Python multiplies first, and a·1 - a is 0. Where do brackets go?",
    ),
    Mistake("S7", lambda z: naive(z) * (1 - naive(z)), EXP_OF_NEGATIVE),
    Mistake("S8", lambda z: np.exp(-z) / (1 + np.exp(-z)) ** 2, EXP_OF_NEGATIVE),
    Mistake("S8", lambda z: np.exp(z) / (1 + np.exp(z)) ** 2, EXP_OF_NEGATIVE),
    Mistake("S17", sigmoid, "That is the height of the curve. What is its slope at 0?"),
    Mistake(
        "S18", lambda z: 1 - sigmoid(z), "That is 1 - σ, one of two factors. Which is missing?"
    ),
    Mistake("S23", lambda z: 1 - np.tanh(z) ** 2, "That is the slope of tanh. Which peak has σ?"),
)

TANH_FROM_SIGMOID = (
    Mistake(
        "S20",
        lambda z: 2 * sigmoid(z) - 1,
        "tanh 2 is 0.964, and yours is 0.762: too flat. What must z be multiplied by?",
    ),
    Mistake(
        "T18",
        lambda z: 2 * sigmoid(2 * z - 1),
        "tanh 0 = 0. To what does your -1 belong: z, or 2σ?",
    ),
    Mistake(
        "T18", lambda z: 2 * (sigmoid(2 * z) - 1), "tanh 0 = 0, and yours is -1. What is doubled?"
    ),
    Mistake(
        "S21",
        lambda z: (np.exp(z) + np.exp(-z)) / (np.exp(z) - np.exp(-z)),
        "tanh 0 = 0. Which of the two sums is 0 there, and does it stand on top?",
    ),
    Mistake(
        "S22",
        lambda z: (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z)),
        "e^z is beyond the floats at z = 1000. Which form needs no large exponential?",
    ),
    Mistake("S22", lambda z: (np.exp(2 * z) - 1) / (np.exp(2 * z) + 1), EXP_OF_NEGATIVE),
    Mistake("S7", lambda z: 2 * naive(2 * z) - 1, EXP_OF_NEGATIVE),
    Mistake("T1", lambda z: sigmoid(2 * z), "It runs from 0 to 1. How is 0..1 brought to -1..1?"),
    Mistake("T2", lambda z: 2 * sigmoid(2 * z), "tanh 0 = 0, and yours is 1. What shifts it?"),
    Mistake(
        "T3",
        lambda z: 2 * sigmoid(z / 2) - 1,
        "tanh 2 is 0.964, and yours is 0.462: too flat. Is z to be halved or doubled?",
    ),
    Mistake("T4", lambda z: 1 - 2 * sigmoid(2 * z), "tanh increases. Does yours?"),
    Mistake("T5", sigmoid, "That is the sigmoid itself. What is tanh at 0?"),
)

TANH_DERIVATIVE = (
    Mistake("S24", lambda z: 1 - z**2, "1 minus the square of what: z, or the output tanh z?"),
    Mistake("S24", lambda z: 1 - np.tanh(z), "Yours is 1 - tanh z. What is squared?"),
    Mistake(
        "S24",
        lambda z: np.tanh(z) * (1 - np.tanh(z)),
        "a(1 - a) is the rule of σ. Which rule has tanh, whose outputs may be negative?",
    ),
    Mistake(
        "S25",
        lambda z: 2 * sigmoid(2 * z) * (1 - sigmoid(2 * z)),
        "The peak is ½ instead of 1. In 2σ(2z) - 1, how often does a factor 2 come out?",
    ),
    Mistake(
        "S25",
        lambda z: 2 * sigmoid(z) * (1 - sigmoid(z)),
        "The peak is ½ instead of 1. In 2σ(2z) - 1, which factor does the inner 2z contribute, and "
        "at which argument is σ′ taken?",
    ),
    Mistake("T6", np.tanh, "That is tanh itself. What is its slope at 0?"),
    Mistake("T7", lambda z: sigmoid(z) * (1 - sigmoid(z)), "That is the slope of σ: peak ¼."),
    Mistake(
        "T8",
        lambda z: 4 * sigmoid(z) * (1 - sigmoid(z)),
        "The peak is right, the width is not. At which argument is σ′ needed?",
    ),
    Mistake(
        "T9",
        lambda z: 1 / np.cosh(z) ** 2,
        "cosh z, or its square, overflows for large z. Which form does not?",
    ),
    Mistake(
        "T9", lambda z: 4 / (np.exp(z) + np.exp(-z)) ** 2, "e^z overflows. Which form does not?"
    ),
    Mistake("T10", lambda z: 1 + np.tanh(z) ** 2, "tanh flattens out. Does your slope fall to 0?"),
    Mistake("T19", lambda z: 1 - np.tanh(z**2), "What is squared in yours: z, or tanh z?"),
    Mistake("T19", lambda z: (1 - np.tanh(z)) ** 2, "What is squared in yours: tanh, or 1 - tanh?"),
)

TO_TANH_LAYER = (
    Mistake(
        "T11",
        lambda W1, b1, w2, b2: (W1, b1, w2, b2),
        "These are the old weights. Is tanh(u) the same as σ(u)?",
    ),
    Mistake(
        "T12",
        lambda W1, b1, w2, b2: (2 * W1, 2 * b1, w2 / 2, b2 + w2.sum() / 2),
        "σ(u) = ½ + ½ tanh(u/2): is u doubled or halved?",
    ),
    Mistake(
        "T12",
        lambda W1, b1, w2, b2: (W1, b1, w2 / 2, b2 + w2.sum() / 2),
        "σ(u) = ½ + ½ tanh(u/2): what does your tanh see, u or u/2?",
    ),
    Mistake(
        "T13",
        lambda W1, b1, w2, b2: (W1 / 2, b1 / 2, w2 / 2, b2),
        "Far to the left σ gives 0 and tanh gives -1. Which constant makes up for it?",
    ),
    Mistake(
        "T14",
        lambda W1, b1, w2, b2: (W1 / 2, b1, w2 / 2, b2 + w2.sum() / 2),
        "u = XW1 + b1 is halved as a whole. What happens to b1?",
    ),
    Mistake(
        "T15",
        lambda W1, b1, w2, b2: (W1 / 2, b1 / 2, w2, b2 + w2.sum() / 2),
        "tanh rises by 2 where σ rises by 1. What happens to w2?",
    ),
    Mistake(
        "T16",
        lambda W1, b1, w2, b2: (W1 / 2, b1 / 2, w2 / 2, b2 + w2.sum()),
        "σ = ½ + ½ tanh: how much of each w2 stays behind as a constant?",
    ),
    Mistake(
        "T16",
        lambda W1, b1, w2, b2: (W1 / 2, b1 / 2, w2 / 2, b2 + 0.5),
        "Each unit leaves half of its own w2 behind. What do they add up to?",
    ),
    Mistake(
        "T17",
        lambda W1, b1, w2, b2: (2 * W1, 2 * b1, 2 * w2, b2 - w2.sum()),
        "That rewrites a tanh network with σ. Which way round is asked for?",
    ),
)

BINARY_CROSS_ENTROPY = (
    Mistake(
        "S27",
        lambda logits, targets: _mean_loss(sigmoid(logits), targets),
        "The sigmoid has been applied twice. Does your formula expect logits or probabilities?",
    ),
    Mistake(
        "S28",
        lambda logits, targets: _mean_loss(logits, 1 - targets),
        "Confident and right should cost about 0. Which of y and 1 - y goes with log σ(z)?",
    ),
    Mistake("S29", _log_loss(lambda p: p), NEVER_LOG_OF_ZERO),
    Mistake("S29", _log_loss(lambda p: p, naive), NEVER_LOG_OF_ZERO),
    *(
        Mistake("S29", _log_loss(lambda p, e=e: np.clip(p, e, 1 - e), squash), NEVER_LOG_OF_ZERO)
        for e in EPSILONS
        for squash in (sigmoid, naive)
    ),
    *(Mistake("S29", _log_loss_with_epsilon(epsilon), NEVER_LOG_OF_ZERO) for epsilon in EPSILONS),
    Mistake(
        "S31",
        lambda z, y: np.mean(np.log(1 + np.exp(-z)) * y + np.log(1 + np.exp(z)) * (1 - y)),
        EXP_OF_NEGATIVE,
    ),
    Mistake("S31", lambda z, y: np.mean(np.log(1 + np.exp(z)) - z * y), EXP_OF_NEGATIVE),
    Mistake("S31", lambda z, y: np.mean(np.log1p(np.exp(z)) - z * y), EXP_OF_NEGATIVE),
    Mistake(
        "B1",
        lambda z, y: len(z) * _mean_loss(z, y),
        "Yours grows with the number of samples. Sum or mean?",
    ),
    Mistake(
        "B2", lambda z, y: _mean_loss(z, y) / np.log(2), "At z = 0: is it 0.693? These are bits."
    ),
    Mistake("B2", lambda z, y: _mean_loss(z, y) / np.log(10), "At z = 0: is it log 2 = 0.693?"),
    Mistake("B3", lambda z, y: -_mean_loss(z, y), "A loss is never negative. Which sign is lost?"),
    Mistake(
        "B4",
        lambda z, y: np.mean(y * softplus(-z)),
        "A sample with target 0 costs nothing here. Which term counts those?",
    ),
    Mistake(
        "B5",
        lambda z, y: np.mean(np.where(np.asarray(y) == 1, softplus(-z), softplus(z))),
        "A target of 0.7 is treated as 0. How do both terms share it?",
    ),
    Mistake(
        "B6",
        lambda z, y: np.mean((sigmoid(z) - y) ** 2),
        "That is the squared error. What does the logarithm of the probability say?",
    ),
    Mistake(
        "B8",
        lambda z, y: _mean_loss(y, z),
        "Logits come first, targets second. In which order did you take them?",
    ),
    Mistake(
        "B9",
        lambda z, y: np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-z))),
        "Right for z ≥ 0 only. Which exponent in log1p is the same for z and -z?",
    ),
    Mistake(
        "B9",
        lambda z, y: np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(np.abs(z)))),
        "For a sure and right sample the loss must be about 0. Which sign has the exponent?",
    ),
    Mistake(
        "B10",
        lambda z, y: np.mean(np.maximum(z, 0) + z * y + np.log1p(np.exp(-np.abs(z)))),
        "At z = 800 with target 1 the loss must be 0. What has to cancel max(z, 0)?",
    ),
    Mistake(
        "B7",
        lambda z, y: np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))),
        "One loss per sample. Which one number stands for all of them?",
    ),
)

PREDICT_LABEL = (
    Mistake("S30", lambda z: z > 0.5, "½ is a threshold for probabilities. Which logit has σ = ½?"),
    Mistake("P1", lambda z: z < 0, "A positive logit speaks for class 1. Does yours say so?"),
    Mistake("P2", sigmoid, "These are probabilities. Which side of ½ are they on: 0 or 1?"),
    Mistake("P3", lambda z: np.sign(z), "Labels are 0 and 1. What stands for the negative class?"),
    Mistake(
        "P5", lambda z: z > 1, "The threshold 1 belongs to nothing here. Which logit has σ = ½?"
    ),
    Mistake(
        "P6",
        lambda z: sigmoid(sigmoid(z)) > 0.5,
        "Yours says 1 every time. What is compared with which threshold: logits, or probabilities?",
    ),
    Mistake("S7", lambda z: (naive(z) > 0.5).astype(int), EXP_OF_NEGATIVE),
)

QUIZ_SIGMOID = (
    Mistake(
        "S26",
        answered("range", "A", "B", "D"),
        "range: ½(1 + sin z) falls again as z grows. What would make a number a probability: its "
        "range, or what it says about how often something happens?",
    ),
    Mistake(
        "S16",
        answered("slope", "B"),
        "slope: 0.206 is σ′(0.9). Is 0.9 a pre-activation, to be squashed, or the activation?",
    ),
    Mistake("S17", answered("slope", "C"), "slope: 0.9 is the height. Can a slope of σ exceed ¼?"),
    Mistake("Q1", answered("slope", "D"), "slope: what does σ(1 - σ) need to know: z, or σ(z)?"),
    Mistake("S30", answered("labels", "A"), "labels: which logit has the probability ½?"),
    Mistake("P5", answered("labels", "C"), "labels: σ(0.8) = 0.69. Is that over ½?"),
    Mistake("Q2", answered("labels", "D"), "labels: σ(-0.3) = 0.43. Is that over ½?"),
    Mistake(
        "Q3",
        answered("tanh", "A", "B", "C"),
        "tanh: σ(u) = ½ + ½ tanh(u/2). Which weights and biases turn one network into the other?",
    ),
    Mistake("Q4", answered("forty", "A", "B"), "forty: 1 - σ(40) = 4e-18. Which float is nearest?"),
    Mistake("Q5", answered("forty", "D"), "forty: has float32 more digits than float64, or fewer?"),
    Mistake(
        "Q6",
        answered("loss", "A", "C", "D"),
        "loss: put p = 0.001 and y = 1 into p - y and into (p - y)p(1 - p). Which is large?",
    ),
)
