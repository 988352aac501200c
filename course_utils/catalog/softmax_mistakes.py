"""Known mistakes of sheet 04: each wrong idea as code, and the question that helps."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.activations import log_softmax, logsumexp, sigmoid, softmax
from course_utils.catalog.values import answered
from course_utils.checking.exercise import Mistake


def _normalised(e: Any, axis: int) -> Any:
    return e / e.sum(axis=axis, keepdims=True)


def _naive(z: Any, axis: int = -1, t: float = 1.0) -> Any:
    return _normalised(np.exp(z / t), axis)


def _shifted_by(pick: Any) -> Any:
    """Softmax with another shift than the row's own maximum."""

    def wrong(z: Any, axis: int = -1, t: float = 1.0) -> Any:
        z = z / t
        return _normalised(np.exp(z - pick(z, axis)), axis)

    return wrong


def _with_epsilon(epsilon: float) -> Any:
    def wrong(z: Any, axis: int = -1, t: float = 1.0) -> Any:
        e = np.exp(z / t - np.max(z / t, axis=axis, keepdims=True))
        return e / (e.sum(axis=axis, keepdims=True) + epsilon)

    return wrong


def _in_place(z: Any, axis: int = -1, t: float = 1.0) -> Any:
    z -= z.max(axis=axis, keepdims=True)
    return softmax(z, axis, t)


def _shifted(z: Any, axis: int, t: float) -> Any:
    return np.exp((z - z.max(axis=axis, keepdims=True)) / t)


def _softmax_along_one(z: Any, t: float = 1.0) -> Any:
    """Softmax along axis 1, whatever is asked for."""
    return _normalised(_shifted(z, 1, t), 1)


def _log_sum(z: Any, axis: int) -> Any:
    return np.expand_dims(logsumexp(np.float64(z), axis), axis)


def _plain_log_sum(z: Any, axis: int) -> Any:
    """As in the lesson: the digits that log1p keeps are lost."""
    largest = np.float64(z).max(axis=axis, keepdims=True)
    return largest + np.log(np.exp(z - largest).sum(axis=axis, keepdims=True))


def _picked(P: Any, labels: Any) -> Any:
    return P[np.arange(len(labels)), labels]


def _one_hot(P: Any, labels: Any) -> Any:
    return np.eye(P.shape[1])[labels]


EPSILONS = (1e-3, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-12, 1e-15)
# Added to a sum of at least 1; smaller ones a fingerprint cannot tell from the reference.
ADDED_TO_SUM = (1e-3, 1e-4, 1e-5)
OWN_MAXIMUM = "softmax(z) = softmax(z - c). Which c keeps every exponential of a row at most 1?"
PUT_BACK = "Beside 1e17, log 2 is lost to rounding. Must the maximum be put back at all?"
NO_LOG_OF_ZERO = (
    "The probability underflows before its logarithm is taken. What is the logarithm of the "
    "quotient, written as a difference?"
)

SOFTMAX = (
    Mistake(
        "X1",
        lambda z, axis=0, t=1.0: softmax(z, 0, t),
        "Your columns sum to 1. Which way lie the classes of one sample?",
    ),
    Mistake(
        "X2",
        lambda z, axis=-1, t=1.0: np.exp(z / t) / np.exp(z / t).sum(),
        "All entries together sum to 1. And each row?",
    ),
    Mistake(
        "X3",
        lambda z, axis=-1, t=1.0: np.exp(z / t) / np.exp(z / t).sum(axis=axis),
        "The sums have shape (samples,), which lines up with the columns. What keeps the axis?",
    ),
    Mistake(
        "X3",
        lambda z, axis=-1, t=1.0: _shifted(z, axis, t) / _shifted(z, axis, t).sum(axis=axis),
        "The sums have shape (samples,), which lines up with the columns. What keeps the axis?",
    ),
    Mistake(
        "X4",
        lambda z, axis=-1, t=1.0: _normalised(np.exp(z / t - (z / t).max(axis=axis)), axis),
        "Subtracting different numbers within a row is not a shift. What keeps the axis?",
    ),
    Mistake("X5", _naive, OWN_MAXIMUM),
    Mistake("X6", _shifted_by(lambda z, axis: z.max()), "One shift for all rows, or one per row?"),
    Mistake(
        "X7",
        _shifted_by(lambda z, axis: np.maximum(z.max(axis=axis, keepdims=True), 0)),
        "What happens to a row of very negative logits? Which number is its own maximum?",
    ),
    Mistake("X8", _shifted_by(lambda z, axis: z.min(axis=axis, keepdims=True)), OWN_MAXIMUM),
    Mistake("X9", _shifted_by(lambda z, axis: z.mean(axis=axis, keepdims=True)), OWN_MAXIMUM),
    Mistake("X10", lambda z, axis=-1, t=1.0: _normalised(z / t, axis), "And negative scores?"),
    Mistake(
        "X11",
        lambda z, axis=-1, t=1.0: _normalised(2.0 ** (z / t), axis),
        "That is softmax at the temperature 1/ln 2. Which base is asked for?",
    ),
    Mistake(
        "X11",
        lambda z, axis=-1, t=1.0: _normalised(10.0 ** (z / t), axis),
        "That is softmax at the temperature 1/ln 10. Which base is asked for?",
    ),
    Mistake(
        "X13",
        lambda z, axis=-1, t=1.0: sigmoid(z / t),
        "Each entry for itself: what do your rows sum to? Classes compete.",
    ),
    Mistake(
        "X14",
        _in_place,
        "The caller's logits were compared before and after the call. Whose array do you change?",
    ),
    Mistake(
        "X15",
        lambda z, axis=-1, t=1.0: softmax(z, axis, t).astype(z.dtype),
        "Whole numbers cannot hold probabilities. Which type has the array that you fill?",
    ),
    Mistake(
        "X16",
        lambda z, axis=-1, t=1.0: _softmax_along_one(z, t),
        "A single row has no axis 1. Which number always names the last axis?",
    ),
    *(
        Mistake("X17", _with_epsilon(epsilon), "After the shift the sum is at least 1. Why add?")
        for epsilon in ADDED_TO_SUM
    ),
    *(
        Mistake(
            "X82",
            lambda z, axis=-1, t=1.0, most=most: _naive(np.clip(z / t, -most, most), axis),
            "Clipping makes far logits equal. Which change of a row changes no probability?",
        )
        for most in (100, 500, 700)
    ),
    Mistake("X81", lambda z, axis=-1, t=1.0: np.exp(z / t - _log_sum(z / t, axis)), PUT_BACK),
    Mistake(
        "X20",
        lambda z, axis=-1, t=1.0: softmax(z * t, axis),
        "A hot softmax is flat. Does yours get flatter when the temperature rises?",
    ),
    Mistake(
        "X21",
        lambda z, axis=-1, t=1.0: softmax(z, axis) / t,
        "What do your rows sum to? The temperature belongs to the logits.",
    ),
    Mistake(
        "X21",
        lambda z, axis=-1, t=1.0: softmax(z, axis),
        "The temperature changes nothing here. Where must it act so that it does not cancel?",
    ),
    Mistake(
        "X22",
        lambda z, axis=-1, t=1.0: softmax(softmax(z, axis, t), axis),
        "Softmax has been applied twice. How large can a probability then become?",
    ),
    Mistake(
        "X24",
        lambda z, axis=-1, t=1.0: log_softmax(z, axis, t),
        "These are logarithms of probabilities. What is still to be done to them?",
    ),
    Mistake("X40", lambda z, axis=-1, t=1.0: np.exp(z / t), "Positive, but what do they sum to?"),
    Mistake(
        "X41",
        lambda z, axis=-1, t=1.0: _normalised(np.square(z / t), axis),
        "Squares sum to 1 too, but a logit of -5 should be less likely than one of 0.",
    ),
    Mistake(
        "X41",
        lambda z, axis=-1, t=1.0: _normalised(np.abs(z / t), axis),
        "A logit of -5 should be less likely than one of 0. Is it?",
    ),
)

LOGSUMEXP = (
    Mistake("X5", lambda z, axis=-1: np.log(np.exp(z).sum(axis=axis)), OWN_MAXIMUM),
    Mistake(
        "X6",
        lambda z, axis=-1: np.log(np.exp(z - z.max()).sum(axis=axis)) + z.max(),
        "One shift for all rows, or one per row?",
    ),
    Mistake(
        "X42",
        lambda z, axis=-1: np.log(np.exp(z - z.max(axis=axis, keepdims=True)).sum(axis=axis)),
        "What was taken out of the exponent must come back. By how much does LSE(z + c) differ?",
    ),
    Mistake(
        "X43",
        lambda z, axis=-1: np.log(np.exp(z).sum(axis=axis, keepdims=True)),
        "One number per row: which axis is to be gone?",
    ),
    Mistake(
        "X44", lambda z, axis=-1: z.max(axis=axis), "The maximum is a bound. By how much more?"
    ),
    Mistake("X45", lambda z, axis=-1: np.exp(z).sum(axis=axis), "Where is the logarithm?"),
    Mistake("X46", lambda z, axis=-1: np.log(np.exp(z).mean(axis=axis)), "Sum or mean?"),
    Mistake("X47", lambda z, axis=-1: np.log(np.exp(z)).sum(axis=axis), "log of a sum, or sum?"),
    Mistake("X28", lambda z, axis=-1: np.log10(np.exp(z).sum(axis=axis)), "Which logarithm?"),
    Mistake("X28", lambda z, axis=-1: np.log2(np.exp(z).sum(axis=axis)), "Which logarithm?"),
    Mistake("X1", lambda z, axis=-1: np.log(np.exp(z).sum(axis=0)), "Along which axis?"),
    Mistake("X2", lambda z, axis=-1: np.log(np.exp(z).sum()), "One number per row, or one in all?"),
)

LOG_SOFTMAX = (
    Mistake("X81", lambda z, axis=-1: z - _log_sum(z, axis), PUT_BACK),
    Mistake("X81", lambda z, axis=-1: z - _plain_log_sum(z, axis), PUT_BACK),
    Mistake("X31", lambda z, axis=-1: np.log(softmax(z, axis)), NO_LOG_OF_ZERO),
    Mistake("X31", lambda z, axis=-1: np.log(_naive(z, axis)), NO_LOG_OF_ZERO),
    *(
        Mistake("X31", lambda z, axis=-1, e=e: np.log(softmax(z, axis) + e), NO_LOG_OF_ZERO)
        for e in EPSILONS
    ),
    Mistake(
        "X5",
        lambda z, axis=-1: z - np.log(np.exp(z).sum(axis=axis, keepdims=True)),
        OWN_MAXIMUM,
    ),
    Mistake(
        "X44",
        lambda z, axis=-1: z - z.max(axis=axis, keepdims=True),
        "The exponentials of these do not sum to 1 yet. What is missing?",
    ),
    Mistake("X48", lambda z, axis=-1: softmax(z, axis), "These are the probabilities themselves."),
    Mistake("X49", lambda z, axis=-1: -log_softmax(z, axis), "A log-probability is at most 0."),
    Mistake(
        "X28", lambda z, axis=-1: log_softmax(z, axis) / np.log(2), "Which logarithm is natural?"
    ),
    Mistake(
        "X28", lambda z, axis=-1: log_softmax(z, axis) / np.log(10), "Which logarithm is natural?"
    ),
    Mistake("X1", lambda z, axis=-1: log_softmax(z, 0), "Which way lie the classes of a sample?"),
    Mistake(
        "X50",
        lambda z, axis=-1: np.log(sigmoid(z)),
        "Each entry for itself. Do the exponentials of a row sum to 1?",
    ),
)

SOFTMAX_JACOBIAN = (
    Mistake(
        "X23",
        lambda z: np.diag(softmax(z) * (1 - softmax(z))),
        "Raising z₀ lowers every other p. What do the rows of your matrix sum to?",
    ),
    Mistake(
        "X23",
        lambda z: softmax(z) * (1 - softmax(z)),
        "One number per class is the diagonal only. How does p₁ answer to z₀?",
    ),
    Mistake(
        "X51",
        lambda z: np.diag(softmax(z)) + np.outer(softmax(z), softmax(z)),
        "Raising z₀ lowers every other p. What sign have your entries off the diagonal?",
    ),
    Mistake("X52", lambda z: np.outer(softmax(z), softmax(z)), "Where is the p on the diagonal?"),
    Mistake("X52", lambda z: -np.outer(softmax(z), softmax(z)), "Where is the p on the diagonal?"),
    Mistake(
        "X53",
        lambda z: np.outer(softmax(z), softmax(z)) - np.diag(softmax(z)),
        "Raising z₀ raises p₀. What sign has your diagonal?",
    ),
    Mistake(
        "X83",
        lambda z: softmax(z) - np.outer(softmax(z), softmax(z)),
        "In p - outer(p, p) every row gets p. In which entries alone does p stand?",
    ),
    Mistake(
        "X83",
        lambda z: np.diag(softmax(z)) - softmax(z) @ softmax(z),
        "For one-dimensional p, p @ p is a single number. What gives a table of all products?",
    ),
    Mistake("X54", lambda z: np.eye(len(z)) - np.outer(softmax(z), softmax(z)), "1 or p in δ?"),
    Mistake("X55", lambda z: np.outer(softmax(z), 1 - softmax(z)), "Only the diagonal is p(1-p)."),
    Mistake("X5", lambda z: np.diag(_naive(z)) - np.outer(_naive(z), _naive(z)), OWN_MAXIMUM),
)

SOFTMAX_VJP = (
    Mistake(
        "X23",
        lambda p, g: p * (1 - p) * g,
        "That uses the diagonal of the Jacobian only. What does an upstream of ones give?",
    ),
    Mistake("X56", lambda p, g: p * g, "An upstream of ones must give zeros. What does yours?"),
    Mistake(
        "X57",
        lambda p, g: p * g - (p * g).sum(axis=1, keepdims=True),
        "The mean p·g is subtracted from g, inside the bracket. What multiplies it then?",
    ),
    Mistake(
        "X58",
        lambda p, g: p * (g - g.sum(axis=1, keepdims=True)),
        "Which mean of g is meant: weighted by what?",
    ),
    Mistake(
        "X58",
        lambda p, g: p * (g - g.mean(axis=1, keepdims=True)),
        "Which mean of g is meant: weighted by what?",
    ),
    Mistake("X59", lambda p, g: p * ((p * g).sum(axis=1, keepdims=True) - g), "Which sign?"),
    Mistake("X60", lambda p, g: p * (g - (p * g).sum()), "One number for all samples, or each?"),
    Mistake(
        "X1",
        lambda p, g: p * (g - (p * g).sum(axis=0)),
        "The classes of one sample lie in a row. Along which axis did you sum?",
    ),
    Mistake("X3", lambda p, g: p * (g - (p * g).sum(axis=1)), "Which shape has the sum per row?"),
    Mistake(
        "X84",
        lambda p, g: g * (p - (p * g).sum(axis=1, keepdims=True)),
        "Have the two arguments changed places? First come the probabilities.",
    ),
    Mistake(
        "X22",
        lambda p, g: softmax(p) * (g - (softmax(p) * g).sum(axis=1, keepdims=True)),
        "Softmax has been applied once more: the probabilities are given. What is left to do?",
    ),
    Mistake("X61", lambda p, g: g - (p * g).sum(axis=1, keepdims=True), "What stands before it?"),
    Mistake(
        "X62", lambda p, g: p * (g + (p * g).sum(axis=1, keepdims=True)), "An upstream of ones?"
    ),
)

CROSS_ENTROPY = (
    Mistake(
        "X25",
        lambda z, y: -log_softmax(z)[:, y].mean(),
        "That picks whole columns. How is row i paired with its own label?",
    ),
    Mistake(
        "X26",
        lambda z, y: -_picked(log_softmax(z), y).sum(),
        "Twice the batch, twice the loss? Sum or mean?",
    ),
    Mistake(
        "X28",
        lambda z, y: -_picked(log_softmax(z), y).mean() / np.log(10),
        "For ten equal logits it should be 2.3026. Which logarithm?",
    ),
    Mistake(
        "X28",
        lambda z, y: -_picked(log_softmax(z), y).mean() / np.log(2),
        "For two equal logits it should be 0.693. Which logarithm?",
    ),
    Mistake("X29", lambda z, y: -np.log(_picked(z, y)).mean(), "The logarithm of what?"),
    Mistake("X30", lambda z, y: -log_softmax(z).sum(axis=1).mean(), "Only the true class counts."),
    Mistake("X31", lambda z, y: -np.log(_picked(softmax(z), y)).mean(), NO_LOG_OF_ZERO),
    Mistake("X31", lambda z, y: -np.log(_picked(_naive(z), y)).mean(), NO_LOG_OF_ZERO),
    *(
        Mistake("X31", lambda z, y, e=e: -np.log(_picked(softmax(z), y) + e).mean(), NO_LOG_OF_ZERO)
        for e in EPSILONS
    ),
    *(
        Mistake(
            "X31",
            lambda z, y, e=e, c=c: -np.log(np.clip(_picked(softmax(z), y), e, 1 - c)).mean(),
            NO_LOG_OF_ZERO,
        )
        for e in EPSILONS
        for c in (0.0, e)
    ),
    Mistake(
        "X5",
        lambda z, y: (np.log(np.exp(z).sum(axis=1)) - _picked(z, y)).mean(),
        OWN_MAXIMUM,
    ),
    Mistake(
        "X18",
        lambda z, y: -_picked(log_softmax(softmax(z)), y).mean(),
        "Softmax has been applied twice. Does your formula expect logits or probabilities?",
    ),
    Mistake("X81", lambda z, y: (logsumexp(z) - _picked(z, y)).mean(), PUT_BACK),
    Mistake("X63", lambda z, y: _picked(log_softmax(z), y).mean(), "A loss is never negative."),
    Mistake("X64", lambda z, y: -_picked(softmax(z), y).mean(), "Where is the logarithm?"),
    Mistake("X64", lambda z, y: (1 - _picked(softmax(z), y)).mean(), "Where is the logarithm?"),
    Mistake("X65", lambda z, y: -_picked(log_softmax(z), y), "One loss per sample. And in all?"),
    Mistake(
        "X66",
        lambda z, y: -(_one_hot(z, y) * log_softmax(z)).mean(),
        "That divides by the number of classes too. How many samples are there?",
    ),
    Mistake("X67", lambda z, y: -_picked(z, y).mean(), "That is the logit. Which part is missing?"),
)

CROSS_ENTROPY_GRADIENT = (
    Mistake(
        "X32",
        lambda z, y: (_one_hot(z, y) - softmax(z)) / len(y),
        "One step against your gradient makes the loss grow. Which sign?",
    ),
    Mistake(
        "X33",
        lambda z, y: softmax(z) - _one_hot(z, y),
        "That is the gradient of the sum. The loss is a mean: over how many?",
    ),
    Mistake(
        "X34",
        lambda z, y: (softmax(z) - _one_hot(z, y)) * softmax(z) * (1 - softmax(z)) / len(y),
        "The slope of softmax is already in p - y: it cancelled. What did you multiply again?",
    ),
    Mistake(
        "X68",
        lambda z, y: (softmax(z) - _one_hot(z, y)) / z.size,
        "How many terms has the mean: one per sample, or one per entry?",
    ),
    Mistake("X69", lambda z, y: softmax(z) / len(y), "Which entry has 1 subtracted?"),
    Mistake("X5", lambda z, y: (_naive(z) - _one_hot(z, y)) / len(y), OWN_MAXIMUM),
    Mistake("X1", lambda z, y: (softmax(z, 0) - _one_hot(z, y)) / len(y), "Do your rows sum to 0?"),
    Mistake("X70", lambda z, y: (z - _one_hot(z, y)) / len(y), "p minus y, or z minus y?"),
    Mistake(
        "X71",
        lambda z, y: -_one_hot(z, y) / softmax(z) / len(y),
        "That is the gradient with respect to p. And through softmax, to z?",
    ),
    Mistake("X33", lambda z, y: (softmax(z) - _one_hot(z, y)).mean(axis=0), "One row per sample."),
    Mistake(
        "X25",
        lambda z, y: (softmax(z) - np.isin(np.arange(z.shape[1]), y)) / len(y),
        "That changes whole columns. How is row i paired with its own label?",
    ),
    Mistake(
        "X85",
        lambda z, y: (softmax(z) - np.asarray(y)[:, np.newaxis]) / len(y),
        "A label is the number of a class. Which row of 0s and one 1 stands for it?",
    ),
)

SMOOTH_LABELS = (
    Mistake(
        "X72",
        lambda y, k, e: np.where(np.eye(k)[y] == 1, 1 - e, e / (k - 1)),
        "There ε goes to the other classes only. Over how many classes is it spread here?",
    ),
    Mistake(
        "X73", lambda y, k, e: np.eye(k)[y] + e / k, "What do your rows sum to? Who gives up ε?"
    ),
    Mistake("X74", lambda y, k, e: (1 - e) * np.eye(k)[y], "What do your rows sum to?"),
    Mistake("X75", lambda y, k, e: (1 - e) * np.eye(k)[y] + e, "What do your rows sum to?"),
    Mistake("X76", lambda y, k, e: np.eye(k)[y], "That is one-hot. Where is the doubt?"),
    Mistake(
        "X77", lambda y, k, e: e * np.eye(k)[y] + (1 - e) / k, "Which part is small, ε or 1-ε?"
    ),
    Mistake(
        "X78",
        lambda y, k, e: np.where(np.eye(k)[y] == 1, 1 - e, e / k),
        "What do your rows sum to? The true class gets its share of ε as well.",
    ),
)

OUTPUT_HEADS = (
    Mistake(
        "X19",
        answered("tumour", "SOFTMAX"),
        "tumour: softmax over one unit is e^z/e^z. What does it give for every sample?",
    ),
    Mistake(
        "X13",
        answered("digit", "SIGMOIDS"),
        "digit: an image shows one digit. What should become of the others when one rises?",
    ),
    Mistake(
        "X13",
        answered("word", "SIGMOIDS"),
        "word: one word comes next. What should become of the others when one rises?",
    ),
    Mistake(
        "X38",
        answered("film", "SOFTMAX"),
        "film: a film is a comedy and a western. Can softmax give both 0.9?",
    ),
    Mistake(
        "X38",
        answered("xray", "SOFTMAX"),
        "xray: can softmax say that there is nothing at all to be seen?",
    ),
    Mistake(
        "X86",
        answered("film", "SIGMOID"),
        "film: a single unit gives one number. How many genres are there to answer for?",
    ),
    Mistake(
        "X86",
        answered("xray", "SIGMOID"),
        "xray: a single unit gives one number. How many findings are there to answer for?",
    ),
    Mistake("R33", answered("temperature", "SOFTPLUS"), "temperature: can your output say -5 °C?"),
    Mistake("R33", answered("balance", "SOFTPLUS"), "balance: can your output report a loss?"),
    Mistake("X79", answered("waiting", "IDENTITY"), "waiting: can a mean be -3 minutes?"),
    Mistake("X79", answered("spread", "IDENTITY"), "spread: can a standard deviation be -3?"),
    Mistake("X80", answered("waiting", "SIGMOID"), "waiting: can your output say 12 minutes?"),
    Mistake("X80", answered("spread", "SIGMOID"), "spread: can your output say 12?"),
)
