"""The sigmoid and what belongs to it: logit, tanh and softplus. All act elementwise."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from course_utils.arrays import (
    Float64Array,
    FloatArray,
    elementwise,
    first_index,
    read_real,
    round_to,
)


@elementwise
def sigmoid(z: Float64Array) -> FloatArray:
    """Logistic sigmoid, elementwise: 1 / (1 + exp(-z)).

    Parameters
    ----------
    z : array_like of real numbers, any shape
        Pre-activations or logits (log-odds, in nats).

    Returns
    -------
    ndarray, same shape as z; float32 where z is float32, else float64
        Probabilities from 0 to 1. In floating point the ends are reached: float64 rounds to 1
        from about z = 37, and underflows to 0 below about z = -745.

    Raises
    ------
    ValueError
        If z does not hold real numbers.

    Notes
    -----
    sigmoid(0) is exactly 1/2. Only exp(-|z|) is computed, which cannot overflow, so the small
    values keep their relative accuracy. nan stays nan.
    Source: Goodfellow, Bengio and Courville (2016), "Deep Learning", section 3.10.
    """
    decay = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, decay) / (1.0 + decay)


@elementwise
def sigmoid_derivative(z: Float64Array) -> FloatArray:
    """Derivative of the sigmoid at the pre-activation z, elementwise: s(z) (1 - s(z)).

    Parameters
    ----------
    z : array_like of real numbers, any shape
        Pre-activations (not activations: the sigmoid is applied here).

    Returns
    -------
    ndarray, same shape as z; float32 where z is float32, else float64
        Slopes from 0 to 1/4, the largest at z = 0.

    Raises
    ------
    ValueError
        If z does not hold real numbers.

    Notes
    -----
    1 - s(z) is written s(-z), which keeps its relative accuracy on both sides. nan stays nan.
    Source: Goodfellow, Bengio and Courville (2016), "Deep Learning", section 3.10.
    """
    return sigmoid(z) * sigmoid(-z)


def logit(p: ArrayLike) -> FloatArray:
    """Log-odds of a probability, elementwise: log(p / (1 - p)), the inverse of the sigmoid.

    Parameters
    ----------
    p : array_like of real numbers with 0 < p < 1, any shape
        Probabilities.

    Returns
    -------
    ndarray, same shape as p; float32 where p is float32, else float64
        Log-odds in nats; 0 at p = 1/2.

    Raises
    ------
    ValueError
        If p does not hold real numbers, or one of them is not strictly between 0 and 1.

    Notes
    -----
    Near p = 1/2 the quotient is rounded beside 1, which its logarithm magnifies; from 1/4 to 3/4
    the same value is computed as 2 artanh(2p - 1). nan stays nan.
    Source: Berkson (1944), "Application of the logistic function to bio-assay".
    """
    values, dtype = read_real(p, "logit: p")
    outside = (values <= 0) | (values >= 1)
    if np.any(outside):
        index = first_index(outside)
        raise ValueError(
            f"logit: p must lie strictly between 0 and 1, got {values[index]:g} at index {index}; "
            "the log-odds of a certain or impossible event are infinite."
        )
    middle = np.clip(values, 0.25, 0.75)
    near_half = 2.0 * np.arctanh(2.0 * middle - 1.0)
    return round_to(np.where(values == middle, near_half, np.log(values / (1.0 - values))), dtype)


@elementwise
def tanh(z: Float64Array) -> FloatArray:
    """Hyperbolic tangent, elementwise: (exp(z) - exp(-z)) / (exp(z) + exp(-z)).

    Parameters
    ----------
    z : array_like of real numbers, any shape
        Pre-activations.

    Returns
    -------
    ndarray, same shape as z; float32 where z is float32, else float64
        Activations from -1 to 1, centred on 0; equal to 2 sigmoid(2z) - 1.

    Raises
    ------
    ValueError
        If z does not hold real numbers.

    Notes
    -----
    tanh(0) = 0, and tanh(z) keeps its relative accuracy near 0. nan stays nan.
    Source: LeCun, Bottou, Orr and Müller (1998), "Efficient BackProp".
    """
    return np.tanh(z)


@elementwise
def tanh_derivative(z: Float64Array) -> FloatArray:
    """Derivative of tanh at the pre-activation z, elementwise: 1 - tanh(z)^2 = 1 / cosh(z)^2.

    Parameters
    ----------
    z : array_like of real numbers, any shape
        Pre-activations (not activations: tanh is applied here).

    Returns
    -------
    ndarray, same shape as z; float32 where z is float32, else float64
        Slopes from 0 to 1, the largest at z = 0.

    Raises
    ------
    ValueError
        If z does not hold real numbers.

    Notes
    -----
    1 - tanh(z)^2 cancels to 0 from about |z| = 19; 1 / cosh(z) = 2 exp(-|z|) / (1 + exp(-2|z|))
    does not. nan stays nan.
    Source: LeCun, Bottou, Orr and Müller (1998), "Efficient BackProp".
    """
    decay = np.exp(-np.abs(z))
    return np.square(2.0 * decay / (1.0 + decay * decay))


@elementwise
def softplus(z: Float64Array) -> FloatArray:
    """Softplus, a smooth ReLU, elementwise: log(1 + exp(z)).

    Parameters
    ----------
    z : array_like of real numbers, any shape
        Pre-activations.

    Returns
    -------
    ndarray, same shape as z; float32 where z is float32, else float64
        Activations of at least 0; log 2 at z = 0, and close to relu(z) far from 0.

    Raises
    ------
    ValueError
        If z does not hold real numbers.

    Notes
    -----
    Computed as max(z, 0) + log1p(exp(-|z|)), which cannot overflow. log sigmoid(z) is
    -softplus(-z). nan stays nan.
    Source: Dugas, Bengio, Bélisle, Nadeau and Garcia (2001), "Incorporating second-order
    functional knowledge for better option pricing".
    """
    return np.maximum(z, 0.0) + np.log1p(np.exp(-np.abs(z)))


@elementwise
def softplus_derivative(z: Float64Array) -> FloatArray:
    """Derivative of softplus at the pre-activation z, elementwise: sigmoid(z).

    Parameters
    ----------
    z : array_like of real numbers, any shape
        Pre-activations.

    Returns
    -------
    ndarray, same shape as z; float32 where z is float32, else float64
        Slopes from 0 to 1; 1/2 at z = 0.

    Raises
    ------
    ValueError
        If z does not hold real numbers.

    Notes
    -----
    Smooth everywhere. nan stays nan.
    Source: Dugas, Bengio, Bélisle, Nadeau and Garcia (2001), "Incorporating second-order
    functional knowledge for better option pricing".
    """
    return sigmoid(z)
