"""Known mistakes of sheet 01: each wrong idea as code, and the question that helps."""

from __future__ import annotations

import numpy as np

from course_utils.checking.exercise import Mistake

WEIGHTED_SUM = (
    Mistake("L3", lambda x, w, b: x @ w, "Yours is off by the same number each time. Which one?"),
    Mistake("L16", lambda x, w, b: x * w + b, "One number is asked for. Who adds the products up?"),
    Mistake("L16", lambda x, w, b: x * w, "One number is asked for. Who adds the products up?"),
    Mistake("L17", lambda x, w, b: np.mean(x * w) + b, "A sum, or a mean? Try two equal features."),
    Mistake("L18", lambda x, w, b: x @ w - b, "With x = 0 the result is b. What is yours?"),
    Mistake("L19", lambda x, w, b: np.sum(x * w + b), "How often is b added: once, or once each?"),
    Mistake("L20", lambda x, w, b: np.sum(x + w) + b, "Is a feature added to its weight?"),
    Mistake("L21", lambda x, w, b: (x + b) @ w, "With x = 0 the result is b. What is yours?"),
    Mistake(
        "L51", lambda x, w, b: x[0] * w[0] + b, "Only the first product is in it. Where is return?"
    ),
    Mistake(
        "L51",
        lambda x, w, b: x[:-1] @ w[:-1] + b,
        "The last product is missing. At which index does your loop end?",
    ),
    Mistake(
        "L51",
        lambda x, w, b: x[1:] @ w[1:] + b,
        "The first product is missing. At which index does your loop begin?",
    ),
    Mistake(
        "L52",
        lambda x, w, b: np.maximum(0, x @ w + b),
        "Your score is never negative. Is an activation function asked for here already?",
    ),
    Mistake(
        "L52",
        lambda x, w, b: 1 / (1 + np.exp(-(x @ w + b))),
        "Yours lies between 0 and 1. Is an activation function asked for here already?",
    ),
)

AFFINE = (
    Mistake(
        "L1",
        lambda X, W, b: X * W + b,
        "`*` multiplies entry by entry. Which shape is the result to have: (n,d)@(d,k)?",
    ),
    Mistake(
        "L2",
        lambda X, W, b: (X @ W + b).T,
        "Rows are samples. Does row 0 of your result depend on sample 0 alone?",
    ),
    Mistake(
        "L2",
        lambda X, W, b: W.T @ X.T + b[:, None],
        "Rows are samples. Does row 0 of your result depend on sample 0 alone?",
    ),
    Mistake(
        "L2",
        lambda X, W, b: W.T @ X.T + b,
        "Rows are samples. Does row 0 of your result depend on sample 0 alone?",
    ),
    Mistake(
        "L2", lambda X, W, b: X @ W.T + b, "W is (inputs, units) here. What does W.T stand for?"
    ),
    Mistake(
        "L3",
        lambda X, W, b: X @ W,
        "Yours differs from the truth by the same row every time. What constant is that?",
    ),
    Mistake(
        "L4",
        lambda X, W, b: X @ W + b[:, None],
        "b has one entry per unit. Along which axis do the units lie?",
    ),
    Mistake("L18", lambda X, W, b: X @ W - b, "With X = 0 every row is b. What is yours?"),
    Mistake("L21", lambda X, W, b: (X + b) @ W, "b belongs to the units. Have the inputs a bias?"),
    Mistake("L22", lambda X, W, b: X @ W + b.sum(), "Each unit has its own bias. Which one?"),
    Mistake("L22", lambda X, W, b: X @ W + b[0], "Each unit has its own bias. Which one?"),
)

SIGNED_DISTANCE = (
    Mistake(
        "L7",
        lambda X, w, b: X @ w + b,
        "Double w and b: the line is the same line. Should the distance change?",
    ),
    Mistake(
        "L9",
        lambda X, w, b: np.abs(X @ w + b) / np.linalg.norm(w),
        "On which side of the line is the point? What has become of that?",
    ),
    Mistake(
        "L23",
        lambda X, w, b: (X @ w + b) / (w @ w),
        "‖w‖² is 25 for w = (3, 4). And ‖w‖?",
    ),
    Mistake(
        "L24",
        lambda X, w, b: X @ w / np.linalg.norm(w) + b,
        "Double w and b: the line is the same line. Which part of yours changes?",
    ),
    Mistake(
        "L24",
        lambda X, w, b: X @ w + b / np.linalg.norm(w),
        "Python divides before it adds: only b is divided. What should be?",
    ),
    Mistake(
        "L24", lambda X, w, b: X @ w / np.linalg.norm(w), "Where has the line gone that b shifts?"
    ),
    Mistake(
        "L25",
        lambda X, w, b: (X @ w + b) / np.abs(w).sum(),
        "How long is the arrow w = (3, 4)? By Pythagoras, not by adding up.",
    ),
    Mistake(
        "L25",
        lambda X, w, b: (X @ w + b) / w.sum(),
        "How long is the arrow w = (3, 4)? By Pythagoras, not by adding up.",
    ),
    Mistake(
        "L26",
        lambda X, w, b: -(X @ w + b) / np.linalg.norm(w),
        "The side that w points to is the positive one. What sign has yours there?",
    ),
    Mistake(
        "L26", lambda X, w, b: (X @ w - b) / np.linalg.norm(w), "Which points have w·x + b = 0?"
    ),
    Mistake(
        "L27",
        lambda X, w, b: (X @ w + b) / np.linalg.norm(X, axis=1),
        "The length of w is meant. What did you divide by?",
    ),
)

COLLAPSE = (
    Mistake(
        "L10",
        lambda W1, b1, W2, b2: (W2 @ W1, b1 @ W2 + b2),
        "Apply it to a row vector: which matrix touches x first?",
    ),
    Mistake(
        "L10",
        lambda W1, b1, W2, b2: (W2 @ W1, W2 @ b1 + b2),
        "Apply it to a row vector: which matrix touches x first?",
    ),
    Mistake(
        "L11",
        lambda W1, b1, W2, b2: (W1 @ W2, b1 + b2),
        "b1 also passes through the second layer. What does that do to it?",
    ),
    Mistake("L28", lambda W1, b1, W2, b2: (W1 @ W2, b2), "With X = 0, what reaches the output?"),
    Mistake(
        "L28", lambda W1, b1, W2, b2: (W1 @ W2, b1 @ W2), "With X = 0, what reaches the output?"
    ),
    Mistake(
        "L29",
        lambda W1, b1, W2, b2: (W1 @ W2, W2 @ b1 + b2),
        "b1 is a row and stands on the left of W2. Is W2 @ b1 the same?",
    ),
    Mistake(
        "L30",
        lambda W1, b1, W2, b2: (b1 @ W2 + b2, W1 @ W2),
        "Which of the two is asked for first, W or b?",
    ),
    Mistake("L31", lambda W1, b1, W2, b2: (W1 + W2, b1 + b2), "Are the layers added or chained?"),
)

ONES = np.ones((2, 2))
XOR_NETWORK = (
    Mistake(
        "L32",
        lambda: (ONES, np.array([0.0, -1.0]), np.array([1.0, -1.0]), 0.0),
        "At [1, 1] yours is 1: that is OR. How much must be taken away once the sum passes 1?",
    ),
    Mistake(
        "L33",
        lambda: (ONES, np.array([0.0, 1.0]), np.array([1.0, -2.0]), 0.0),
        "relu(s + 1) bends at s = -1. Where should the second hinge bend?",
    ),
    Mistake(
        "L14",
        lambda: (np.eye(2), np.zeros(2), np.array([1.0, 1.0]), 0.0),
        "For inputs of 0 and 1 neither hinge bends anything: your network is linear there. What "
        "does collapse() say about linear layers?",
    ),
    Mistake(
        "L34",
        lambda: (np.zeros((2, 2)), np.zeros(2), np.zeros(2), 0.0),
        "Yours gives 0 at every corner. What do the hidden units see of the inputs?",
    ),
)


def _slopes(knots, values):
    return np.diff(values) / np.diff(knots)


HINGE_FIT = (
    Mistake(
        "L15",
        lambda knots, values: (values[0], _slopes(knots, values)),
        "Each hinge adds to the slope that is already there. How much must it add?",
    ),
    Mistake(
        "L35",
        lambda knots, values: (
            0.0,
            np.concatenate([_slopes(knots, values)[:1], np.diff(_slopes(knots, values))]),
        ),
        "At the first knot every hinge is 0. Which value must be there?",
    ),
    Mistake(
        "L36",
        lambda knots, values: (
            values[0],
            np.concatenate([np.diff(values)[:1], np.diff(np.diff(values))]),
        ),
        "A rise is not a slope: by what must it be divided where the knots are not 1 apart?",
    ),
    Mistake("L36", lambda knots, values: (values[0], np.diff(values)), "Rise, or slope?"),
    Mistake(
        "L53",
        lambda knots, values: (values[0], np.diff(_slopes(knots, values))),
        "One weight is missing. Which slope does the curve have on its first piece?",
    ),
    Mistake(
        "L53",
        lambda knots, values: (
            values[0],
            np.concatenate([[0.0], np.diff(_slopes(knots, values))]),
        ),
        "Your first hinge has weight 0. Which slope does the curve have on its first piece?",
    ),
    Mistake(
        "L54",
        lambda knots, values: (
            values[0],
            np.concatenate([_slopes(knots, values)[:1], -np.diff(_slopes(knots, values))]),
        ),
        "A change is new minus old. Which way round did you subtract?",
    ),
    Mistake(
        "L55",
        lambda knots, values: (
            values[0],
            np.diff(np.diff(knots) / np.diff(values), prepend=0.0),
        ),
        "A slope is rise over run. Which of the two stands on top in yours?",
    ),
    Mistake(
        "L35",
        lambda knots, values: (knots[0], np.diff(_slopes(knots, values), prepend=0.0)),
        "y0 is a height, and yours is a place. Which value does the curve have at its start?",
    ),
    Mistake(
        "L37",
        lambda knots, values: (values[0], np.cumsum(_slopes(knots, values))),
        "Sums of slopes, or differences? The hinges add up by themselves.",
    ),
    Mistake(
        "L38",
        lambda knots, values: (values[0], np.diff(_slopes(knots, values), prepend=0.0)[::-1]),
        "Which hinge begins at the first knot: the first or the last?",
    ),
)
