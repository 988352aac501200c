"""The one glossary: every term of the course, what it means, and the lesson that introduces it.

A lesson introduces a term in bold, with its meaning beside it; a test compares the lessons with
this list. Learners read it with ``glossary()`` and ``glossary("term")``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """One term; ``forms`` are other ways to write it, besides its plural with an s."""

    name: str
    lesson: str
    meaning: str
    forms: tuple[str, ...] = ()

    def pattern(self) -> re.Pattern[str]:
        """What finds the term in a text, in any of its forms, with small or capital letters."""
        ways = sorted((self.name, *self.forms), key=len, reverse=True)
        return re.compile(
            rf"(?<![\w-])(?:{'|'.join(map(re.escape, ways))})s?(?![\w-])", re.IGNORECASE
        )


_BY_LESSON: dict[str, dict[str, str]] = {
    "00": {
        "activation function": "A curve between the layers of a network: a unit's number goes in, "
        "its output comes out.",
        "cell": "A piece of a notebook that holds text or code. Shift+Enter runs it.",
        "checkpoint": "A short exercise within a lesson, marked at once and not graded.",
        "sheet": "The graded exercises that go with a lesson, in a notebook of their own.",
    },
    "01": {
        "sample": "One thing that is described by numbers; a row of X.",
        "feature": "One of the numbers that describe a sample; a column of X.",
        "unit": "It multiplies each feature by a weight, adds up, and adds its bias; an activation "
        "function may follow. Also called a neuron.",
        "weight": "The number by which a unit multiplies one of its inputs.",
        "bias": "The number that a unit adds to its weighted sum, whatever the sample.",
        "linear combination": "A sum of numbers, each multiplied by a weight of its own.",
        "dot product": "w·x = w₁x₁ + … + wₙxₙ, the sum of the products of two lists of numbers.",
        "affine": "A linear combination plus a constant: w·x + b, or XW + b for a batch.",
        "score": "The number w·x + b of a unit, as long as nothing comes after it.",
        "pre-activation": "z = w·x + b, the number that goes into an activation function.",
        "layer": "Several units that look at the same inputs.",
        "network": "Layers one after the other: what one puts out, the next takes in.",
        "batch": "Several samples that go through a network together.",
        "norm": "The length of a vector: the root of the sum of the squares of its entries.",
        "projection": "The shadow of one arrow on the direction of another, under light that falls "
        "at right angles to the latter.",
        "hyperplane": "What a line is in two dimensions and a plane in three: the places with "
        "w·x + b = 0 in any number of dimensions.",
        "normal": "An arrow at a right angle to a line or a hyperplane. w is the normal of "
        "w·x + b = 0.",
        "signed distance": "The distance from a line, counted as negative on the side that the "
        "normal points away from: (w·x + b)/‖w‖.",
        "ReLU": "The rectified linear unit, relu(z) = max(0, z): it passes positive numbers on and "
        "turns negative ones into 0.",
        "XOR": "Exclusive or: of two inputs, each 0 or 1, exactly one is 1.",
        "hinge": "relu(t − k): level up to k, and from there rising with slope 1.",
        "knot": "A place where a curve of straight pieces may bend.",
        "rank": "How many really different columns a matrix has: none of them a linear combination "
        "of the others.",
        "tent map": "Up from 0 to 1 on the first half of the interval, down to 0 on the second: it "
        "folds the interval.",
        "accuracy": "The share of samples that are labelled rightly.",
        "held out": "Kept away from training, so that what was learned can be measured on it.",
    },
    "02": {
        "activation": "The output of a unit: its activation function at its pre-activation.",
        "probability": "The share of cases in which something happens, from 0 to 1.",
        "odds": "p/(1 − p): how many times something happens for each time that it does not.",
        "log-odds": "The natural logarithm of the odds, log(p/(1 − p)), from −∞ to ∞.",
        "logit": "Log-odds, as the number that goes into a sigmoid; with several classes, one of "
        "the numbers that go into softmax: the logarithm of a probability, up to a constant.",
        "sigmoid": "σ(z) = 1/(1 + e^(−z)): from log-odds to probability. Also called the logistic "
        "function.",
        "entropy": "How much probabilities leave open, in nats: minus the sum of p log p over all "
        "outcomes.",
        "maximum entropy": "Of all probabilities that agree with what is known, take those with "
        "the largest entropy; they claim least beyond it.",
        "Lagrange multiplier": "A factor for each condition: at a maximum under conditions, the "
        "slopes of what is maximised are a combination of the slopes of the conditions.",
        "loss": "The number that says how wrong an answer of a network is; training makes it "
        "small.",
        "saturated": "Working where the activation function is nearly level, so that a change of "
        "the pre-activation hardly changes the output.",
        "central difference": "(f(z + h) − f(z − h))/(2h), a slope measured by numbers.",
        "relative error": "An error divided by the size of what it is an error of.",
        "machine epsilon": "The distance from 1 to the next float: 2·10⁻¹⁶ in float64.",
        "hyperbolic tangent": "tanh z = 2σ(2z) − 1: the sigmoid's curve, from −1 to 1.",
        "float": "A number as a computer keeps it, with a fixed number of binary digits.",
        "overflow": "To become larger than the largest float; the result is infinite.",
        "stable": "Giving the right value without overflow, whatever float goes in.",
        "softplus": "log(1 + e^u): ReLU with its corner rounded; its slope is the sigmoid.",
        "binary cross-entropy": "The loss for two classes: minus the logarithm of the probability "
        "that was given to what then happened.",
        "cross-entropy": "The loss for any number of classes: minus the logarithm of the "
        "probability that was given to the true class.",
        "squared error": "The loss (p − y)², often with a half in front.",
        "gradient": "The slopes of a loss with respect to several numbers, taken together.",
        "learning rate": "The factor by which the gradient is multiplied to give a step.",
        "δ": "Delta: the slope of the loss with respect to a pre-activation, or of a layer, all "
        "of these slopes.",
        "maximum likelihood": "Choosing the weights under which what was observed is most "
        "probable.",
        "zero-centred": "Lying on both sides of 0, as the outputs of tanh do.",
        "gradient descent": "Training in small steps, each against the gradient of the loss.",
        "vanishing gradient": "A gradient that has been multiplied by small slopes, layer by "
        "layer, until almost nothing is left.",
    },
    "03": {
        "subgradient": "The slope of a line that touches a curve at a corner and is nowhere above "
        "it. For ReLU at 0: any number from 0 to 1.",
        "subdifferential": "The set of all subgradients at a point.",
        "sparsity": "The share of activations that are exactly 0.",
        "epoch": "One pass over all training samples.",
        "off": "Of a unit, for one sample: its pre-activation is not positive.",
        "dead": "Of a unit: off for every sample of the training set, so that no gradient reaches "
        "its weights.",
        "momentum": "A part of the step before that is kept in each step of gradient descent.",
        "weight decay": "Making all weights a little smaller at each step.",
        "centring": "Taking the mean away from each feature.",
        "Leaky ReLU": "z right of 0 and αz left of it.",
        "negative slope": "α, the slope of Leaky ReLU left of 0; in code negative_slope.",
        "ELU": "z right of 0 and e^z − 1 left of it.",
        "mean square": "The mean of the squares; for numbers with the mean 0 it is the variance.",
        "He's initialisation": "Random first weights with the variance 2/fan-in, because ReLU "
        "keeps half of the mean square; for Leaky ReLU 2/((1 + α²)·fan-in).",
        "fan-in": "The number of inputs of a unit.",
        "PReLU": "Leaky ReLU with a negative slope that is learned like a weight.",
        "SiLU": "z·σ(z), also called swish.",
        "GELU": "z·Φ(z), with Φ(z) the share of a standard normal distribution that lies below z.",
        "tanh form": "A formula with tanh in place of Φ, off from the exact GELU by 0.0005 at "
        "most.",
        "sigmoid form": "z·σ(1.702 z), off from the exact GELU by 0.02 at most.",
    },
    "04": {
        "softmax": "From one logit per class to probabilities that sum to 1: e^z of each class, "
        "divided by the sum of all.",
        "simplex": "All ways to share a probability of 1 among classes; for three, a triangle.",
        "shift invariant": "Not changed by adding the same number to all inputs.",
        "temperature": "A number T by which logits are divided before softmax: hot is more even, "
        "cold more decided.",
        "underflow": "To become smaller than the smallest float above 0; the result is 0.",
        "argmax": "The place of the largest entry.",
        "Boltzmann distribution": "In a gas, states with a probability proportional to e^(−E/T): "
        "softmax of −E at the temperature T.",
        "log-sum-exp": "LSE(z), the logarithm of the sum of all e^z: a maximum with its corner "
        "rounded.",
        "Jacobian": "The matrix of all slopes of several outputs with respect to several inputs.",
        "positive semidefinite": "Of a matrix J: vᵀJv is not negative, whatever the vector v.",
        "vector-Jacobian product": "The slopes of the loss with respect to the outputs, carried "
        "back to the inputs: g times J, computed without the matrix.",
        "one-hot": "Of a label: written as a vector with a 1 for the true class and 0 elsewhere.",
        "label smoothing": "Taking a little from the label's 1 and spreading it over all classes.",
        "tag": "A label that does not exclude the others; choosing any number of them is "
        "multi-label classification.",
        "calibrated": "Of probabilities: of all answers given with 90 %, 90 % are right, and "
        "likewise for every other number.",
        "confidence": "The largest probability of a prediction.",
        "reliability diagram": "The accuracy of predictions over their confidence, in bins.",
        "expected calibration error": "The mean gap between confidence and accuracy over the bins "
        "of a reliability diagram.",
        "temperature scaling": "Dividing logits, after training, by the one temperature with the "
        "smallest loss on data set aside.",
    },
    "05": {
        "gain": "How many times Xavier's standard deviation the first weights are given.",
        "fan-out": "The number of units of a layer.",
        "Xavier's initialisation": "Random first weights with the variance 2/(fan-in + fan-out).",
    },
    "06": {
        "exhibit": "An experiment that decides about a claim: it would have come out otherwise if "
        "the verdict were not right.",
        "mutation score": "The share of wrong programs that a set of tests rejects.",
    },
}
_FORMS: dict[str, tuple[str, ...]] = {
    "accuracy": ("accuracies",),
    "batch": ("batches",),
    "bias": ("biases",),
    "centring": ("centred", "centre the pixels"),
    "dead": ("dead unit", "die", "dying"),
    "entropy": ("entropies",),
    "expected calibration error": ("ECE",),
    "He's initialisation": ("initialisation of He", "He's standard deviation"),
    "hyperbolic tangent": ("tanh",),
    "log-sum-exp": ("LSE",),
    "maximum entropy": ("principle of maximum entropy",),
    "off": ("off for a sample", "is off"),
    "overflow": ("overflows", "overflowed"),
    "probability": ("probabilities",),
    "ReLU": ("rectified linear unit",),
    "saturated": ("saturation", "saturate"),
    "sparsity": ("sparse",),
    "stable": ("stably",),
    "underflow": ("underflows",),
    "Xavier's initialisation": ("Xavier's start",),
    "zero-centred": ("zero-centring",),
    "calibrated": ("calibration",),
    "vanishing gradient": ("gradient vanishes",),
}

TERMS: tuple[Term, ...] = tuple(
    Term(name, lesson, meaning, _FORMS.get(name, ()))
    for lesson, terms in _BY_LESSON.items()
    for name, meaning in terms.items()
)


def find(word: str) -> Term | None:
    """The term that a word or phrase is a form of, or None."""
    return next((term for term in TERMS if term.pattern().fullmatch(word.strip())), None)
