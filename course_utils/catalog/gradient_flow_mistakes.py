"""Known mistakes of sheet 05: each wrong idea as code, and the question that helps."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.activations import ACTIVATIONS, softmax
from course_utils.catalog.values import said
from course_utils.checking.exercise import Mistake

XAVIER_STD = (
    Mistake(
        "R28",
        lambda n, m: 2 / (n + m),
        "That is the variance. How does a standard deviation come out of it?",
    ),
    Mistake("I1", lambda n, m: np.sqrt(1 / (n + m)), "A mean of two numbers divides by 2. Where?"),
    Mistake(
        "I2",
        lambda n, m: np.sqrt(6 / (n + m)),
        "That is the bound of a uniform draw. What is its standard deviation?",
    ),
    Mistake("I3", lambda n, m: np.sqrt(2 / n), "That is He's. Which role has fan_out here?"),
    Mistake("I3", lambda n, m: np.sqrt(2 / m), "Which role has fan_in here?"),
    Mistake("I3", lambda n, m: np.sqrt(1 / m), "Backwards only. Which role has fan_in here?"),
    Mistake("I3", lambda n, m: np.sqrt(1 / n), "Forwards only. Which role has fan_out here?"),
    Mistake("I4", lambda n, m: np.sqrt(2 / (n * m)), "Is the mean of two numbers their product?"),
    Mistake(
        "I5", lambda n, m: np.sqrt((n + m) / 2), "More inputs need smaller weights. Yours grow."
    ),
    Mistake("I6", lambda n, m: 2 / np.sqrt(n + m), "Is the 2 under the root?"),
)


def _relu(z: Any) -> Any:
    return np.maximum(z, 0)


FORWARD = (
    Mistake(
        "I7",
        lambda X, W1, b1, W2, b2: (X @ W1 + b1) @ W2 + b2,
        "Without something between them two affine maps are one. What belongs between?",
    ),
    Mistake(
        "R33",
        lambda X, W1, b1, W2, b2: _relu(_relu(X @ W1 + b1) @ W2 + b2),
        "Negative logits carry information too. What comes after the last map?",
    ),
    Mistake(
        "I8",
        lambda X, W1, b1, W2, b2: softmax(_relu(X @ W1 + b1) @ W2 + b2),
        "Logits are asked for. Who turns them into probabilities?",
    ),
    Mistake(
        "L3",
        lambda X, W1, b1, W2, b2: _relu(X @ W1) @ W2 + b2,
        "With X = 0, what do the hidden units see in yours?",
    ),
    Mistake("L3", lambda X, W1, b1, W2, b2: _relu(X @ W1 + b1) @ W2, "Which constant is missing?"),
    Mistake("L3", lambda X, W1, b1, W2, b2: _relu(X @ W1) @ W2, "Where have both biases gone?"),
    Mistake(
        "I9",
        lambda X, W1, b1, W2, b2: (_relu(X @ W1) + b1) @ W2 + b2,
        "Before or after the bend: where is b1 added?",
    ),
    Mistake(
        "I10",
        lambda X, W1, b1, W2, b2: np.tanh(X @ W1 + b1) @ W2 + b2,
        "Which activation is asked for?",
    ),
    Mistake(
        "I10",
        lambda X, W1, b1, W2, b2: 1 / (1 + np.exp(-(X @ W1 + b1))) @ W2 + b2,
        "Which activation is asked for?",
    ),
)


def _naive_softmax(logits: Any) -> Any:
    powers = np.exp(logits)
    return powers / powers.sum(axis=1, keepdims=True)


def _gradients(
    mean: bool = True,
    mask: Any = lambda z: z > 0,
    bias_mean: bool = False,
    sign: float = 1.0,
    slope_again: bool = False,
    one_hot: Any = lambda labels, classes: np.eye(classes)[labels],
    probabilities: Any = softmax,
    order: tuple[int, ...] = (0, 1, 2, 3),
) -> Any:
    """The gradients with one thing done wrongly."""

    def wrong(X: Any, labels: Any, W1: Any, b1: Any, W2: Any, b2: Any) -> Any:
        n = len(X)
        z = X @ W1 + b1
        hidden = _relu(z)
        p = probabilities(hidden @ W2 + b2)
        delta = sign * (p - one_hot(labels, W2.shape[1]))
        if slope_again:
            delta = delta * p * (1 - p)
        if mean:
            delta = delta / n
        through = (delta @ W2.T) * mask(z)
        add = np.mean if bias_mean else np.sum
        found = X.T @ through, add(through, axis=0), hidden.T @ delta, add(delta, axis=0)
        return tuple(found[k] for k in order)

    return wrong


BACKWARD = (
    Mistake("X33", _gradients(mean=False), "That is the gradient of the sum. How many samples?"),
    Mistake(
        "I11",
        _gradients(mask=np.ones_like),
        "What stops a gradient at a unit that is off? dW1 and db1 need it.",
    ),
    Mistake(
        "I12",
        _gradients(bias_mean=True),
        "The mean over the samples is already in delta. Sum or mean for the biases?",
    ),
    Mistake(
        "X32", _gradients(sign=-1.0), "One step against yours makes the loss grow. Which sign?"
    ),
    Mistake("X34", _gradients(slope_again=True), "The slope of softmax has cancelled. Why again?"),
    Mistake(
        "I22", _gradients(mask=_relu), "The slope of ReLU is 1 or 0, not its value. Which where?"
    ),
    Mistake(
        "X25",
        _gradients(one_hot=lambda labels, classes: np.isin(np.arange(classes), labels)),
        "p[:, labels] changes whole columns. How do you pair row i with labels[i]?",
    ),
    Mistake(
        "X5",
        _gradients(probabilities=_naive_softmax),
        "exp of a large logit overflows. What may be subtracted from a row without changing p?",
    ),
    Mistake(
        "I23",
        _gradients(one_hot=lambda labels, classes: 0),
        "These are the probabilities p. What is taken from them?",
    ),
    Mistake(
        "I24",
        _gradients(order=(0, 2, 1, 3)),
        "The order asked for is dW1, db1, dW2, db2. Which is yours?",
    ),
    Mistake(
        "I24",
        _gradients(order=(2, 3, 0, 1)),
        "The order asked for is dW1, db1, dW2, db2. Which is yours?",
    ),
)


def _naive_slope(z: Any) -> Any:
    s = 1 / (1 + np.exp(-z))
    return s * (1 - s)


def _both_slopes(z: Any) -> Any:
    """The slope of tanh from a table that is computed for every activation, sigmoid included."""
    return {"sigmoid": _naive_slope(z), "tanh": 1 - np.tanh(z) ** 2}["tanh"]


STABLE_SIGMOID = "exp(-z) overflows for z = -1000. Which form of the sigmoid avoids that?"


def _flow(
    through_f: bool = True,
    transposed: bool = True,
    reverse: bool = True,
    of_output: bool = False,
    before_weights: bool = True,
    squared: bool = False,
    from_first: bool = False,
    slopes: Any = None,
) -> Any:
    """The norms with one thing done wrongly."""

    def wrong(Ws: Any, Zs: Any, delta: Any, activation: str) -> Any:
        f, slope = ACTIVATIONS[activation]
        slope = (slopes or {}).get(activation, slope)
        norms: list[Any] = []
        for W, Z in list(zip(Ws, Zs, strict=True))[:: 1 if from_first else -1]:
            if not before_weights:
                delta = delta @ W.T
            through = delta * slope(f(Z) if of_output else Z) if through_f else delta
            norms.append(np.sum(through**2) if squared else np.sqrt(np.sum(through**2)))
            delta = through
            if before_weights:
                delta = through @ (W.T if transposed else W)
        return np.array(norms[::-1] if reverse else norms)

    return wrong


DELTA_NORMS = (
    Mistake("I13", _flow(reverse=False), "Which layer comes first in your result, the last?"),
    Mistake("I14", _flow(through_f=False), "What does the bend do to the gradient: where is f'?"),
    Mistake(
        "I15",
        _flow(transposed=False),
        "Forwards h goes through W. Through which matrix does a gradient go back?",
    ),
    Mistake("S16", _flow(of_output=True), "f' is taken at the pre-activation. At what is yours?"),
    Mistake(
        "I16",
        _flow(before_weights=False),
        "delta is given at the last layer's output. Does it pass that layer's W before Z?",
    ),
    Mistake("I17", _flow(squared=True), "A norm is a root. Of what?"),
    Mistake(
        "I25",
        _flow(from_first=True, reverse=False),
        "delta is given at the output of the last layer. At which layer does yours begin?",
    ),
    Mistake("S7", _flow(slopes={"sigmoid": _naive_slope}), STABLE_SIGMOID),
    Mistake("S7", _flow(slopes={"sigmoid": _naive_slope, "tanh": _both_slopes}), STABLE_SIGMOID),
)

REPAIRED_GAIN = (
    Mistake(
        "I18",
        said(1),
        "That is Xavier as it stands. σ′ is at most ¼: what becomes of a gradient in eight layers?",
    ),
    Mistake(
        "I19",
        said(2**0.5),
        "√2 makes up for the half that ReLU zeroes. What must be made up for with σ?",
    ),
    Mistake(
        "I20", said(0.25), "That shrinks the weights. σ′ shrinks by ¼ already: what undoes it?"
    ),
    Mistake("I21", said(0), "With weights of 0 all units are alike. Which of them learns first?"),
)
