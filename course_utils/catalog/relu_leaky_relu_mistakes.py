"""Known mistakes of sheet 03: each wrong idea as code, and the question that helps."""

from __future__ import annotations

import numpy as np

from course_utils.catalog.values import answered
from course_utils.checking.exercise import Mistake

ENTRY_BY_ENTRY = "The largest entry, or each entry against 0? Which NumPy function compares?"


def _in_place(z):
    z[z < 0] = 0
    return z


RELU = (
    Mistake("R1", lambda z: np.max(z, 0), ENTRY_BY_ENTRY),
    Mistake("R1", lambda z: np.max(z), ENTRY_BY_ENTRY),
    Mistake("R2", lambda z: max(0, z), ENTRY_BY_ENTRY),
    Mistake("R2", lambda z: max(z, 0), ENTRY_BY_ENTRY),
    Mistake("R2", lambda z: np.max(0, z), ENTRY_BY_ENTRY),
    Mistake(
        "R2",
        lambda z: z if z > 0 else 0,
        "`if` decides once, for the whole array. Which function decides entry by entry?",
    ),
    Mistake(
        "R3",
        lambda z: z * (z > 0),
        "At an infinite z: which step makes 0·∞ or ∞ - ∞? Which form needs neither?",
    ),
    Mistake(
        "R4",
        _in_place,
        "The caller's array was compared before and after the call. Whose array do you change?",
    ),
    Mistake(
        "R4",
        lambda z: np.maximum(z, 0, out=z),
        "The caller's array was compared before and after the call. Whose array do you change?",
    ),
    Mistake(
        "R6",
        lambda z: np.trunc(np.clip(z, 0, 2.0**62)),
        "What became of 0.5? Which type of number keeps it?",
    ),
    Mistake(
        "R5", lambda z: np.where(z > 0, 1, 0), "That is the slope. What is the value at z = 2?"
    ),
    Mistake("R70", lambda z: np.abs(z), "What is relu(-2)? Yours folds the left side up."),
    Mistake("R71", lambda z: np.minimum(z, 0), "The smaller of the two, or the larger?"),
    Mistake("R72", lambda z: np.clip(z, 0, 1), "ReLU has no ceiling. What is relu(2)?"),
    Mistake("R73", lambda z: np.log1p(np.exp(z)), "That is softplus. What is relu(0)?"),
    Mistake("R74", lambda z: np.where(z > 0, z, 0.01 * z), "That leaks. What is relu(-2)?"),
)

RELU_BACKWARD = (
    Mistake(
        "R7",
        lambda upstream, z: upstream * (np.maximum(z, 0) >= 0),
        "Yours lets every gradient pass (relu(z) >= 0 is always True). Which sign of z stops it?",
    ),
    Mistake(
        "R9",
        lambda upstream, z: upstream * np.maximum(z, 0),
        "Right of 0 the slope of ReLU is 1, not z. What is then passed on?",
    ),
    Mistake(
        "R9",
        lambda upstream, z: upstream * z,
        "The slope of ReLU is 1 or 0, not z. On which side is it 0?",
    ),
    Mistake("R40", lambda upstream, z: (z > 0) * 1.0, "Where has the gradient from above gone?"),
    Mistake(
        "R41",
        lambda upstream, z: np.maximum(upstream, 0) + 0.0,
        "Negative gradients matter too. Which of the two arrays decides, upstream or z?",
    ),
    Mistake(
        "R41",
        lambda upstream, z: upstream * (np.asarray(upstream) > 0),
        "Negative gradients matter too. Which of the two arrays decides, upstream or z?",
    ),
    Mistake("R42", lambda upstream, z: upstream * (z < 0), "On which side is ReLU switched on?"),
    Mistake(
        "R78",
        lambda upstream, z: z * (np.asarray(upstream) > 0),
        "The two arguments have changed places: upstream comes first. Which one is masked?",
    ),
    Mistake(
        "R43", lambda upstream, z: -upstream * (z > 0), "ReLU's slope is +1. Whose minus is it?"
    ),
)

LEAKY_RELU = (
    Mistake(
        "R15",
        lambda z, a=0.01: np.maximum(z, 0) + a * z,
        "Your positive side has the slope 1 + α. On which side should α count?",
    ),
    Mistake(
        "R16",
        lambda z, a=0.01: np.maximum(z, 0) - a * np.minimum(z, 0),
        "A negative z with a positive slope gives a negative value. What sign has yours?",
    ),
    Mistake(
        "R17", lambda z, a=0.01: np.where(z > 0, z, a), "α, or α times z? What is it at z = -2?"
    ),
    Mistake(
        "R20",
        lambda z, a=0.01: np.maximum(a * z, z),
        "max(αz, z) is Leaky ReLU for α ≤ 1 only. What does it give for α = 2, z = -2?",
    ),
    Mistake(
        "R21",
        lambda z, a=0.01: np.where(z > 0, z, 0.01 * z),
        "The slope does not change when negative_slope does. Where is it written down?",
    ),
    Mistake(
        "R6",
        lambda z, a=0.01: np.where(z > 0, z, a * z).astype(np.asarray(z).dtype),
        "Whole numbers came in. Which type of number holds -0.02?",
    ),
    Mistake("R44", lambda z, a=0.01: np.maximum(z, 0), "That is ReLU. What is left of z = -2?"),
    Mistake("R45", lambda z, a=0.01: np.where(z > 0, a * z, z), "Which side is the scaled one?"),
    Mistake("R46", lambda z, a=0.01: np.where(z > 0, 1.0, a), "That is the slope, not the value."),
    Mistake("R47", lambda z, a=0.01: np.where(z > 0, z, z / a if a else z), "Times α, or over α?"),
    Mistake("R48", lambda z, a=0.01: np.maximum(z, a), "max(z, α) bends at α. Where is the kink?"),
)

LEAKY_RELU_DERIVATIVE = (
    Mistake(
        "R22",
        lambda z, a=0.01: np.where(z > 0, 1.0, a * z),
        "The derivative of αz with respect to z: does it still contain z?",
    ),
    Mistake(
        "R22",
        lambda z, a=0.01: np.where(z > 0, z, a),
        "Right of 0 the function is z. Is its derivative z?",
    ),
    Mistake(
        "R22",
        lambda z, a=0.01: np.where(z > 0, 1.0, 0.0),
        "That is ReLU's slope. Which slope has Leaky ReLU left of 0?",
    ),
    Mistake(
        "R23",
        lambda z, a=0.01: np.where(np.where(z > 0, z, a * z) > 0, 1.0, a),
        "With a negative slope a negative z has a positive output. Which of them tells the side?",
    ),
    Mistake(
        "R21",
        lambda z, a=0.01: np.where(z > 0, 1.0, 0.01),
        "The slope is given as an argument. Where does yours use it?",
    ),
    Mistake(
        "R6",
        lambda z, a=0.01: np.where(z > 0, 1.0, a).astype(np.asarray(z).dtype),
        "Whole numbers came in. Which type of number holds 0.01?",
    ),
    Mistake(
        "R46",
        lambda z, a=0.01: np.where(z > 0, z, a * z),
        "That is the value of the function. What is its slope there?",
    ),
    Mistake("R45", lambda z, a=0.01: np.where(z > 0, a, 1.0), "On which side is the slope 1?"),
    Mistake(
        "R49",
        lambda z, a=0.01: np.where(z > 0, 1.0, -a),
        "The line αz has the slope α. Which sign has yours?",
    ),
    Mistake(
        "R50",
        lambda z, a=0.01: np.where(z > 0, 1 + a, a),
        "Right of 0 the function is z. What is its slope there?",
    ),
)

DEAD_UNITS = (
    Mistake(
        "R24",
        lambda Z: (Z <= 0).any(axis=0),
        "Off once is not dead. For how many samples must a dead unit be off?",
    ),
    Mistake(
        "R26",
        lambda Z: (Z < 0).all(axis=0),
        "At z = 0 the output is 0 and so is the gradient (by our convention). Is that unit alive?",
    ),
    Mistake(
        "R51", lambda Z: (Z <= 0).all(axis=1), "Units are columns. Which axis are the samples?"
    ),
    Mistake("R52", lambda Z: (Z > 0).any(axis=0), "These are the living ones. Which are dead?"),
    Mistake(
        "R52",
        lambda Z: (Z > 0).all(axis=0),
        "Yours is True where a unit is always on. When is it dead?",
    ),
    Mistake("R53", lambda Z: (Z <= 0).all(), "One answer for all. Which units are dead?"),
    Mistake("R53", lambda Z: Z <= 0, "That says off or on for each sample. And for each unit?"),
    Mistake("R54", lambda Z: (Z <= 0).all(axis=0).sum(), "How many, or which?"),
    Mistake(
        "R54",
        lambda Z: np.flatnonzero((Z <= 0).all(axis=0)),
        "These are the numbers of the dead units. How do you say True or False for each?",
    ),
    Mistake(
        "R55",
        lambda Z: Z.mean(axis=0) <= 0,
        "A mean below 0 may hide a positive sample. What must hold for every one?",
    ),
    Mistake(
        "R55",
        lambda Z: Z.sum(axis=0) <= 0,
        "A sum below 0 may hide a positive sample. What must hold for every one?",
    ),
    Mistake(
        "R56",
        lambda Z: (Z == 0).all(axis=0),
        "These are pre-activations, not activations. Which of them does ReLU make 0?",
    ),
)

SPARSITY = (
    Mistake("R57", lambda Z: np.mean(np.asarray(Z) < 0), "What does ReLU make of exactly 0?"),
    Mistake("R58", lambda Z: np.mean(np.asarray(Z) == 0), "Zeros before, or after ReLU?"),
    Mistake(
        "R59",
        lambda Z: np.mean(np.asarray(Z) > 0),
        "That is the share that stays on. How large is the share of zeros?",
    ),
    Mistake("R60", lambda Z: np.sum(np.asarray(Z) <= 0), "How many, or which fraction?"),
    Mistake(
        "R60",
        lambda Z: np.sum(np.asarray(Z) <= 0) / len(np.atleast_1d(Z)),
        "Divided by the number of rows? How many entries are there in all?",
    ),
    Mistake("R61", lambda Z: 100 * np.mean(np.asarray(Z) <= 0), "Percent, or a fraction of 1?"),
    Mistake("R62", lambda Z: np.asarray(Z) <= 0, "True and False for each. Which fraction?"),
    Mistake("R63", lambda Z: np.mean(np.maximum(Z, 0)), "That is the mean. How many are zero?"),
)

HE_STD = (
    Mistake(
        "R28",
        lambda n, a=0.0: 2 / ((1 + a**2) * n),
        "That is the variance. How does a standard deviation come out of it?",
    ),
    Mistake(
        "R30",
        lambda n, a=0.0: np.sqrt(2 / ((1 + a) * n)),
        "E[leaky²] is (1 + α²)/2: which power of α is in it?",
    ),
    Mistake(
        "R64",
        lambda n, a=0.0: np.sqrt(2 / n),
        "A leak passes more on. Where does yours use negative_slope?",
    ),
    Mistake(
        "R65",
        lambda n, a=0.0: np.sqrt(1 / n),
        "ReLU halves the mean square. What in yours makes up for that?",
    ),
    Mistake(
        "R65",
        lambda n, a=0.0: np.sqrt(1 / ((1 + a**2) * n)),
        "ReLU halves the mean square. What in yours makes up for that?",
    ),
    Mistake(
        "R66", lambda n, a=0.0: np.sqrt(2 * n), "More inputs need smaller weights. Yours grow."
    ),
    Mistake("R67", lambda n, a=0.0: 2 / np.sqrt((1 + a**2) * n), "Is the 2 under the root?"),
    Mistake(
        "R68",
        lambda n, a=0.0: np.sqrt(2 / (1 + a**2) * n),
        "More inputs need smaller weights. On which side of the fraction must fan_in stand?",
    ),
    Mistake(
        "R69",
        lambda n, a=0.0: np.sqrt(2 * (1 + a**2) / n),
        "A leak passes more on. So the weights may be smaller, or must they be larger?",
    ),
)

QUIZ_RELU = (
    Mistake(
        "R24",
        answered("off", "A", "C"),
        "off: one sample has z = 0.2. What gradient do the unit's weights get from that one?",
    ),
    Mistake(
        "R27",
        answered("off", "D"),
        "off: the batch lacks the one sample. And the next batch?",
    ),
    Mistake(
        "R11",
        answered("kink", "A", "B", "D"),
        "kink: the slopes from left and right are 0 and 1. Which numbers lie between them?",
    ),
    Mistake("R20", answered("form", "A"), "form: what does max(2z, z) give at z = 1?"),
    Mistake("R15", answered("form", "B"), "form: what does relu(z) + 2z give at z = 1?"),
    Mistake("R16", answered("form", "C"), "form: which sign has relu(z) + 2 relu(-z) at z = -1?"),
    Mistake(
        "R75",
        answered("alpha", "B", "C", "D"),
        "alpha: with a slope of 1 on both sides, what does the activation do to z?",
    ),
    Mistake(
        "R76",
        answered("leaky", "A", "C", "D"),
        "leaky: the units stay negative, as the question says. What do they pass on all the same?",
    ),
    Mistake(
        "R77",
        answered("spread", "A", "B", "D"),
        "spread: half of the samples are zeroed, the others keep z². What is left of the mean 4?",
    ),
)
