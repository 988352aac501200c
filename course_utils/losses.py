"""Losses computed from logits, and their gradients. Natural logarithms; means over the samples."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_utils.activations import log_softmax, sigmoid, sigmoid_derivative, softmax, softplus
from course_utils.arrays import (
    Float64Array,
    FloatArray,
    FloatType,
    check_same_shape,
    finite_number,
    first_index,
    read_real,
    round_number,
    round_to,
    whole_number,
)


def binary_cross_entropy(logits: ArrayLike, targets: ArrayLike) -> np.floating[Any]:
    """Mean binary cross-entropy from logits: mean of -y log s(z) - (1 - y) log(1 - s(z)).

    Parameters
    ----------
    logits : array_like of real numbers, (samples,) or any other shape
        Log-odds z of the class 1, in nats (not probabilities: the sigmoid is applied here).
    targets : array_like of real numbers in [0, 1], same shape
        Labels 0 and 1, or probabilities y.

    Returns
    -------
    NumPy scalar; float32 where logits are float32, else float64
        Mean loss over all entries, in nats, at least 0.

    Raises
    ------
    ValueError
        If an argument does not hold real numbers, the shapes differ, there is no entry, or a
        target is outside [0, 1].

    Notes
    -----
    Both logarithms are taken through softplus, so the loss of a confident mistake is about |z|,
    never inf; for finite z it equals max(z, 0) - z y + log1p(exp(-|z|)). nan or an infinite logit
    gives nan.
    Source: Bishop (2006), "Pattern Recognition and Machine Learning", section 4.3.2.
    """
    z, y, dtype = _read_targets(logits, targets, "binary_cross_entropy")
    return round_number(np.mean(y * softplus(-z) + (1.0 - y) * softplus(z)), dtype)


def binary_cross_entropy_gradient(logits: ArrayLike, targets: ArrayLike) -> FloatArray:
    """Gradient of `binary_cross_entropy` with respect to the logits: (s(z) - y) / entries.

    Parameters
    ----------
    logits : array_like of real numbers, (samples,) or any other shape
        Log-odds z of the class 1, in nats.
    targets : array_like of real numbers in [0, 1], same shape
        Labels 0 and 1, or probabilities y.

    Returns
    -------
    ndarray, same shape as logits; float32 where logits are float32, else float64
        Each entry at most 1 / (number of entries) in size.

    Raises
    ------
    ValueError
        If an argument does not hold real numbers, the shapes differ, there is no entry, or a
        target is outside [0, 1].

    Notes
    -----
    s(z) - y is written (1 - y) s(z) - y s(-z), which stays accurate where s(z) is nearly y = 1.
    nan stays nan.
    Source: Bishop (2006), "Pattern Recognition and Machine Learning", section 4.3.2.
    """
    z, y, dtype = _read_targets(logits, targets, "binary_cross_entropy_gradient")
    return round_to(((1.0 - y) * sigmoid(z) - y * sigmoid(-z)) / z.size, dtype)


def squared_error_after_sigmoid(logits: ArrayLike, targets: ArrayLike) -> np.floating[Any]:
    """Half the mean squared error of the sigmoid's output: mean of (s(z) - y)^2 / 2.

    Parameters
    ----------
    logits : array_like of real numbers, (samples,) or any other shape
        Log-odds z of the class 1, in nats (the sigmoid is applied here).
    targets : array_like of real numbers in [0, 1], same shape
        Labels 0 and 1, or probabilities y.

    Returns
    -------
    NumPy scalar; float32 where logits are float32, else float64
        Mean over all entries, dimensionless, from 0 to 1/2.

    Raises
    ------
    ValueError
        If an argument does not hold real numbers, the shapes differ, there is no entry, or a
        target is outside [0, 1].

    Notes
    -----
    The half makes the gradient per sample (s(z) - y) s'(z): cross-entropy's own s(z) - y, times
    the slope of the sigmoid. nan gives nan.
    Source: Goodfellow, Bengio and Courville (2016), "Deep Learning", section 6.2.2.2.
    """
    z, y, dtype = _read_targets(logits, targets, "squared_error_after_sigmoid")
    return round_number(np.mean(np.square((1.0 - y) * sigmoid(z) - y * sigmoid(-z))) / 2.0, dtype)


def squared_error_after_sigmoid_gradient(logits: ArrayLike, targets: ArrayLike) -> FloatArray:
    """Gradient of `squared_error_after_sigmoid` with respect to logits: (s(z) - y) s'(z) / entries.

    Parameters
    ----------
    logits : array_like of real numbers, (samples,) or any other shape
        Log-odds z of the class 1, in nats.
    targets : array_like of real numbers in [0, 1], same shape
        Labels 0 and 1, or probabilities y.

    Returns
    -------
    ndarray, same shape as logits; float32 where logits are float32, else float64
        Close to 0 wherever the sigmoid saturates, also where it is confidently wrong.

    Raises
    ------
    ValueError
        If an argument does not hold real numbers, the shapes differ, there is no entry, or a
        target is outside [0, 1].

    Notes
    -----
    s' is `sigmoid_derivative`. nan stays nan.
    Source: Goodfellow, Bengio and Courville (2016), "Deep Learning", section 6.2.2.2.
    """
    z, y, dtype = _read_targets(logits, targets, "squared_error_after_sigmoid_gradient")
    error = (1.0 - y) * sigmoid(z) - y * sigmoid(-z)
    return round_to(error * sigmoid_derivative(z) / z.size, dtype)


def cross_entropy(logits: ArrayLike, labels: ArrayLike) -> np.floating[Any]:
    """Mean softmax cross-entropy from logits: mean of logsumexp(z) - z_label.

    Parameters
    ----------
    logits : array_like of real numbers, (samples, classes)
        Unnormalised log-probabilities z, in nats (the softmax is applied here).
    labels : array_like of integers from 0 to classes - 1, (samples,)
        The true classes.

    Returns
    -------
    NumPy scalar; float32 where logits are float32, else float64
        Mean loss over the samples, in nats, at least 0.

    Raises
    ------
    ValueError
        If logits are not a matrix of real numbers with at least one sample, or labels are not
        integers, are out of range, or differ in number from the samples.

    Notes
    -----
    Finite also where the probability of the true class underflows to 0. nan gives nan.
    Source: Bishop (2006), "Pattern Recognition and Machine Learning", section 4.3.4.
    """
    z, classes, dtype = _read_labelled(logits, labels, "cross_entropy")
    return round_number(-np.mean(log_softmax(z)[np.arange(classes.size), classes]), dtype)


def cross_entropy_gradient(logits: ArrayLike, labels: ArrayLike) -> FloatArray:
    """Gradient of `cross_entropy` with respect to the logits: (softmax(z) - one_hot) / samples.

    Parameters
    ----------
    logits : array_like of real numbers, (samples, classes)
        Unnormalised log-probabilities z, in nats.
    labels : array_like of integers from 0 to classes - 1, (samples,)
        The true classes.

    Returns
    -------
    ndarray, (samples, classes); float32 where logits are float32, else float64
        Every row sums to 0; each entry is at most 1 / samples in size.

    Raises
    ------
    ValueError
        If logits are not a matrix of real numbers with at least one sample, or labels are not
        integers, are out of range, or differ in number from the samples.

    Notes
    -----
    nan gives a row of nan.
    Source: Bishop (2006), "Pattern Recognition and Machine Learning", section 4.3.4.
    """
    z, classes, dtype = _read_labelled(logits, labels, "cross_entropy_gradient")
    return round_to((softmax(z) - _one_hot(classes, z.shape[1])) / classes.size, dtype)


def smooth_labels(labels: ArrayLike, classes: int, epsilon: float) -> FloatArray:
    """Smoothed one-hot targets: (1 - epsilon) * one_hot + epsilon / classes.

    Parameters
    ----------
    labels : array_like of integers from 0 to classes - 1, (samples,)
        The true classes.
    classes : int
        Number of classes, at least 1.
    epsilon : float
        Share of the probability that is spread evenly over all classes, 0 <= epsilon < 1.

    Returns
    -------
    ndarray of float64, (samples, classes)
        Probabilities; every row sums to 1.

    Raises
    ------
    ValueError
        If labels are not integers or are out of range, classes is not an integer of at least 1,
        or epsilon is not in [0, 1) (nan included).

    Notes
    -----
    The true class keeps (1 - epsilon) + epsilon / classes, since it has its share as well.
    Source: Szegedy, Vanhoucke, Ioffe, Shlens and Wojna (2016), "Rethinking the Inception
    architecture for computer vision".
    """
    if whole_number(classes, "smooth_labels: classes") < 1:
        raise ValueError(f"smooth_labels: classes must be at least 1, got {classes}.")
    share = finite_number(epsilon, "smooth_labels: epsilon")
    if not 0 <= share < 1:
        raise ValueError(f"smooth_labels: epsilon must be in [0, 1), got {epsilon!r}.")
    one_hot = _one_hot(_read_labels(labels, classes, "smooth_labels"), classes)
    return (1.0 - share) * one_hot + share / classes


def _one_hot(labels: NDArray[np.intp], classes: int) -> Float64Array:
    one_hot = np.zeros((labels.size, classes))
    one_hot[np.arange(labels.size), labels] = 1.0
    return one_hot


def _read_targets(
    logits: ArrayLike, targets: ArrayLike, where: str
) -> tuple[Float64Array, Float64Array, FloatType]:
    z, dtype = read_real(logits, f"{where}: logits")
    y, _ = read_real(targets, f"{where}: targets")
    check_same_shape(z, "logits", y, "targets", where)
    if z.size == 0:
        raise ValueError(f"{where}: got no samples (shape {z.shape}); a mean needs at least one.")
    outside = (y < 0) | (y > 1)
    if np.any(outside):
        index = first_index(outside)
        raise ValueError(
            f"{where}: targets must be in [0, 1], got {y[index]:g} at index {index}; "
            "code the two classes as 0 and 1."
        )
    return z, y, dtype


def _read_labelled(
    logits: ArrayLike, labels: ArrayLike, where: str
) -> tuple[Float64Array, NDArray[np.intp], FloatType]:
    z, dtype = read_real(logits, f"{where}: logits")
    if z.ndim != 2 or z.size == 0:
        raise ValueError(
            f"{where}: logits must have shape (samples, classes), at least one of each, "
            f"got {z.shape}."
        )
    classes = _read_labels(labels, z.shape[1], where)
    if classes.size != z.shape[0]:
        raise ValueError(
            f"{where}: logits have {z.shape[0]} samples (shape {z.shape}) but there are "
            f"{classes.size} labels; each sample needs one."
        )
    return z, classes, dtype


def _read_labels(labels: ArrayLike, classes: int, where: str) -> NDArray[np.intp]:
    values = np.asarray(labels)
    if values.dtype.kind not in "biu" and values.size > 0:
        raise ValueError(
            f"{where}: labels must be integers, got dtype {values.dtype}; "
            "if they are whole numbers, convert them with labels.astype(int)."
        )
    if values.ndim != 1:
        raise ValueError(
            f"{where}: labels must have shape (samples,), got {values.shape}; "
            "give class numbers, not one-hot rows."
        )
    outside = (values < 0) | (values >= classes)
    if np.any(outside):
        index = first_index(outside)
        raise ValueError(
            f"{where}: labels must be from 0 to {classes - 1} for {classes} classes, got "
            f"{values[index]} at index {index}."
        )
    return values.astype(np.intp)
