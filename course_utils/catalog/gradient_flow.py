"""Sheet 05: initialisation, a network forwards and backwards, and gradients layer by layer."""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np

from course_utils import layers, losses
from course_utils.activations import ACTIVATIONS
from course_utils.catalog import gradient_flow_mistakes as mistakes
from course_utils.catalog.drawing import read_only
from course_utils.catalog.values import read_number, short_text, value_exercise
from course_utils.checking.exercise import Case, Exercise
from course_utils.checking.verdict import Difference
from course_utils.experiments.deep_sigmoid import accuracy_with_gain

SHEET = "05_gradient_flow"
POINTS = 10.0
GOOD_ACCURACY = 0.95
NAMES = ("sigmoid", "tanh", "relu")


def _spread_cases(generator: np.random.Generator) -> list[Case]:
    random = tuple(int(n) for n in generator.integers(10, 1000, 2))
    return [
        Case((100, 100), "as many inputs as outputs"),
        Case((3, 5), "three inputs and five outputs"),
        Case((2, 5), "two inputs and five outputs"),
        Case((784, 10), "784 inputs and ten outputs"),
        Case((1, 1), "one input and one output"),
        Case(random, "some other numbers"),
        Case((1, 1_000_000), "one input and a million outputs", True),
    ]


def _network(
    generator: np.random.Generator, samples: int, inputs: int, units: int, classes: int
) -> tuple[np.ndarray, ...]:
    draw = partial(generator.normal, 0, 1)
    return (
        draw(size=(samples, inputs)),
        draw(size=(inputs, units)),
        draw(size=units),
        draw(size=(units, classes)),
        draw(size=classes),
    )


def _forward_cases(generator: np.random.Generator) -> list[Case]:
    network = partial(_network, generator)
    X = np.array([[1.0, -1.0], [2.0, 0.5]])
    W1, b1 = np.array([[1.0, 0.0, -1.0], [0.0, 1.0, 2.0]]), np.array([0.0, 0.5, 1.0])
    W2, b2 = np.array([[1.0, 2.0], [0.0, -1.0], [3.0, 0.0]]), np.array([0.1, -2.5])
    whole = (np.array([[1, -2]]), np.array([[1, 0, 2], [0, 1, 1]]), np.array([0, 5, 1]))
    single = tuple(abs(a.astype(np.float32)) / 2 for a in network(3, 2, 4, 2))
    X4, *rest = network(4, 3, 5, 2)
    return [
        Case((X, W1, b1, W2, b2), "two samples, three hidden units, two classes"),
        Case(network(1, 3, 4, 2), "a batch of one sample"),
        Case(network(5, 4, 6, 3), "five samples, six hidden units, three classes"),
        Case(network(3, 3, 3, 3), "all sizes equal"),
        Case((*whole, np.array([[1], [2], [0]]), np.array([4])), "whole numbers"),
        Case((whole[0], *network(1, 2, 3, 2)[1:]), "whole inputs, fractional weights"),
        Case((np.asfortranarray(X4), *rest), "inputs stored column by column"),
        Case(tuple(map(read_only, network(2, 3, 2, 4))), "arrays that must not be changed"),
        Case(single, "single precision (float32)"),
    ]


def _forward(X: Any, W1: Any, b1: Any, W2: Any, b2: Any) -> Any:
    return np.maximum(X @ W1 + b1, 0) @ W2 + b2


def _backward_cases(generator: np.random.Generator) -> list[Case]:
    def case(idea: str, *sizes: int, change: Any = lambda a: a, extreme: bool = False) -> Case:
        X, *weights = map(change, _network(generator, *sizes))
        labels = generator.integers(0, sizes[-1], sizes[0])
        return Case((X, labels, *weights), idea, extreme)

    X = np.array([[1.0, -1.0], [2.0, 0.5]])
    W1, b1 = np.array([[1.0, 0.5, -1.0], [0.3, 1.0, 2.0]]), np.array([0.1, 0.7, 1.2])
    W2, b2 = np.array([[1.0, 2.0], [0.5, -1.0], [3.0, 0.2]]), np.array([0.1, -0.2])
    up = 10 * np.eye(2)
    steep = (np.ones((1, 2)), np.array([1]), up, np.zeros(2), np.array([[20.0, 10.0], [0.0, 0.5]]))
    steep = (*steep, np.zeros(2))
    return [
        Case((X, np.array([0, 1]), W1, b1, W2, b2), "two samples, three hidden units, two classes"),
        case("a single sample", 1, 2, 3, 2),
        case("six samples, four hidden units, three classes", 6, 5, 4, 3),
        case("all sizes equal", 3, 3, 3, 3),
        case("arrays stored column by column", 4, 3, 5, 2, change=np.asfortranarray),
        case("arrays that must not be changed", 3, 2, 4, 3, change=read_only),
        case("single precision (float32)", 4, 3, 4, 2, change=lambda a: a.astype(np.float32)),
        case("large logits", 3, 2, 4, 3, change=lambda a: 100 * a, extreme=True),
        Case(steep, "two large logits, the smaller one's class", True),
    ]


def _backward(X: Any, labels: Any, W1: Any, b1: Any, W2: Any, b2: Any) -> tuple[Any, ...]:
    z = X @ W1 + b1
    hidden = np.maximum(z, 0)
    delta = losses.cross_entropy_gradient(hidden @ W2 + b2, labels)
    through = (delta @ W2.T) * (z > 0)
    return X.T @ through, through.sum(axis=0), hidden.T @ delta, delta.sum(axis=0)


def _flow_cases(generator: np.random.Generator) -> list[Case]:
    def case(
        idea: str, depth: int, samples: int, units: int, name: str, scale: float = 1.0, **more: bool
    ) -> Case:
        draw = partial(generator.normal, 0, 1)
        Ws = [draw(size=(units, units)) for _ in range(depth)]
        Zs = [scale * draw(size=(samples, units)) for _ in range(depth)]
        return Case((Ws, Zs, draw(size=(samples, units)), name), idea, **more)

    example = ([np.array([[2.0]]), np.array([[3.0]])], [np.array([[1.0]]), np.array([[2.0]])])
    return [
        *(
            Case((*example, np.array([[5.0]]), name), f"two layers of one unit, {name}")
            for name in ("relu", "tanh")
        ),
        *(case(f"one layer of {name}", 1, 2, 3, name) for name in NAMES),
        *(case(f"three layers of {name}", 3, 4, 2, name) for name in NAMES),
        case("as many samples as units", 2, 3, 3, "tanh"),
        case("a single sample", 4, 1, 5, "sigmoid"),
        case("ten layers", 10, 3, 4, "relu"),
        case("thirty layers, at whose start hardly anything is left", 30, 3, 2, "sigmoid"),
        case("strongly saturated units", 2, 3, 2, "sigmoid", 1e3, extreme=True),
        case("strongly saturated units", 2, 3, 2, "tanh", 1e3, extreme=True),
    ]


def _delta_norms(Ws: Any, Zs: Any, delta: Any, activation: str) -> Any:
    derivative = ACTIVATIONS[activation].derivative
    norms = []
    for W, Z in zip(reversed(Ws), reversed(Zs), strict=True):
        through = delta * derivative(Z)
        norms.append(np.sqrt(np.sum(through**2)))
        delta = through @ W.T
    return np.array(norms[::-1])


def _judge_gain(value: Any) -> Difference | None:
    """Train the lesson's network with this gain: what counts is how well it does.

    See `deep_sigmoid.accuracy_with_gain` on how gains are kept from hanging on a single image.
    """
    gain = read_number(value)
    if gain is None or not np.isfinite(gain):
        text = f"A single finite number is asked for; this is {short_text(value)}."
        return Difference("dtype", text)
    accuracy = accuracy_with_gain(gain)
    if accuracy >= GOOD_ACCURACY:
        return None
    text = (
        f"With a gain of {gain:g} the network gets to {100 * accuracy:.1f} % of the test images; "
        f"{100 * GOOD_ACCURACY:.0f} % are asked for."
    )
    return Difference("values", text, got=f"{accuracy:.3f}")


EXERCISES: tuple[Exercise, ...] = (
    Exercise(
        "xavier_std",
        SHEET,
        "The spread of Xavier's initialisation",
        POINTS,
        ("fan_in", "fan_out"),
        _spread_cases,
        layers.xavier_std,
        mistakes=mistakes.XAVIER_STD,
        hints=(
            "Forwards the variance should be 1/fan_in, backwards 1/fan_out. What lies between?",
            "For 100 inputs and 100 outputs: the variance is 2/200 = 0.01, the deviation 0.1.",
            "√(2/(fan_in + fan_out)).",
        ),
    ),
    Exercise(
        "forward",
        SHEET,
        "A network forwards",
        POINTS,
        ("X", "W1", "b1", "W2", "b2"),
        _forward_cases,
        _forward,
        mistakes=mistakes.FORWARD,
        hints=(
            "Two affine maps with a ReLU between them. What comes after the second?",
            "The results are logits, which may be negative: nothing comes after the second map.",
            "H = relu(X @ W1 + b1), then H @ W2 + b2.",
        ),
    ),
    Exercise(
        "backward",
        SHEET,
        "The same network backwards",
        POINTS,
        ("X", "labels", "W1", "b1", "W2", "b2"),
        _backward_cases,
        _backward,
        results=("dW1", "db1", "dW2", "db2"),
        mistakes=mistakes.BACKWARD,
        hints=(
            "Start at the logits with (p - y)/n, and walk back one layer at a time.",
            "Every gradient has the shape of what it belongs to: dW2 is H.T @ delta, and db2 adds "
            "delta up over the samples.",
            "D = (delta @ W2.T) * (Z1 > 0); then dW1 = X.T @ D and db1 = D.sum(axis=0).",
        ),
    ),
    Exercise(
        "delta_norms",
        SHEET,
        "How large the gradient is at every layer",
        POINTS,
        ("Ws", "Zs", "delta", "activation"),
        _flow_cases,
        _delta_norms,
        mistakes=mistakes.DELTA_NORMS,
        hints=(
            "Begin at the last layer: the gradient at its output is given. How does it reach Z?",
            "One layer: the norm of delta * f'(Z). For the layer below, the result goes through "
            "this layer's W.T first.",
            "Backwards: d = delta * f'(Zs[l]); note np.linalg.norm(d); delta = d @ Ws[l].T. At the "
            "end turn the list round.",
        ),
    ),
    value_exercise(
        "repaired_gain",
        SHEET,
        "Repair the network",
        _judge_gain,
        points=POINTS,
        mistakes=mistakes.REPAIRED_GAIN,
        hints=(
            "At gain 1 the signal shrinks from layer to layer. By which factor is the slope of σ "
            "at 0 smaller than that of tanh?",
            "The largest slope of σ is 1/4. Which gain makes gain × slope equal to 1?",
            "Call accuracy_with_gain for 2, 3 and 4, and look.",
        ),
    ),
)
