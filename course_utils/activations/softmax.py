"""Softmax and its logarithm: vector functions, whose entries are coupled along one axis."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from course_utils.arrays import (
    Float64Array,
    FloatArray,
    check_axis,
    check_same_shape,
    first_index,
    positive_number,
    read_real,
    round_to,
)


def softmax(logits: ArrayLike, axis: int = -1, temperature: float = 1.0) -> FloatArray:
    """Softmax along an axis: exp(z_i / T) / sum_j exp(z_j / T).

    Parameters
    ----------
    logits : array_like of real numbers, at least one dimension
        Unnormalised log-probabilities z, in nats.
    axis : int
        The axis of the classes.
    temperature : float
        T > 0, dimensionless: below 1 sharpens, above 1 flattens.

    Returns
    -------
    ndarray, same shape as logits; float32 where logits are float32, else float64
        Probabilities from 0 to 1 that sum to 1 along axis.

    Raises
    ------
    ValueError
        If logits do not hold real numbers, have no such axis or no entry along it, or temperature
        is not a finite number above 0.

    Notes
    -----
    Each row's own maximum is subtracted first, which changes nothing but the size of the
    exponentials: none exceeds 1. Equal maxima share the probability. A logit of -inf rules a class
    out; nan, or a row without a finite maximum, gives a row of nan.
    Source: Bridle (1990), "Probabilistic interpretation of feedforward classification network
    outputs, with relationships to statistical pattern recognition"; temperature: Hinton, Vinyals
    and Dean (2015), "Distilling the knowledge in a neural network".
    """
    z, dtype = read_real(logits, "softmax: logits")
    check_axis(z, axis, "softmax")
    T = positive_number(temperature, "softmax: temperature")
    # A gap beyond the largest float becomes -inf, and its exponential 0, which is right.
    with np.errstate(over="ignore"):
        exponentials = np.exp(_below_maximum(z, axis, T))
    return round_to(exponentials / exponentials.sum(axis=axis, keepdims=True), dtype)


def log_softmax(logits: ArrayLike, axis: int = -1, temperature: float = 1.0) -> FloatArray:
    """Logarithm of softmax along an axis: z_i / T - log sum_j exp(z_j / T).

    Parameters
    ----------
    logits : array_like of real numbers, at least one dimension
        Unnormalised log-probabilities z, in nats.
    axis : int
        The axis of the classes.
    temperature : float
        T > 0, dimensionless.

    Returns
    -------
    ndarray, same shape as logits; float32 where logits are float32, else float64
        Log-probabilities in nats, at most 0; finite where the probability itself underflows.

    Raises
    ------
    ValueError
        If logits do not hold real numbers, have no such axis or no entry along it, or temperature
        is not a finite number above 0.

    Notes
    -----
    The row's maximum is subtracted first. A log-probability beyond the type's range (about -1.8e308
    in float64) overflows to -inf. nan, or a row without a finite maximum, gives a row of nan.
    Source: Blanchard, Higham and Higham (2021), "Accurately computing the log-sum-exp and softmax
    functions".
    """
    z, dtype = read_real(logits, "log_softmax: logits")
    check_axis(z, axis, "log_softmax")
    T = positive_number(temperature, "log_softmax: temperature")
    below = _below_maximum(z, axis, T)
    return round_to(below - _log_sum_exp_below(below, axis), dtype)


def logsumexp(logits: ArrayLike, axis: int = -1) -> FloatArray:
    """Log-sum-exp along an axis: log sum_j exp(z_j), a smooth maximum.

    Parameters
    ----------
    logits : array_like of real numbers, at least one dimension
        Unnormalised log-probabilities z, in nats.
    axis : int
        The axis that is summed.

    Returns
    -------
    ndarray, the shape of logits without axis; float32 where logits are float32, else float64
        Values in nats, from the maximum to the maximum plus log(number of entries).

    Raises
    ------
    ValueError
        If logits do not hold real numbers, have no such axis or no entry along it.

    Notes
    -----
    Computed as max + log sum exp(z - max). The gradient is softmax(logits, axis). nan, or a row
    without a finite maximum, gives nan.
    Source: Blanchard, Higham and Higham (2021), "Accurately computing the log-sum-exp and softmax
    functions".
    """
    z, dtype = read_real(logits, "logsumexp: logits")
    check_axis(z, axis, "logsumexp")
    # A gap beyond the largest float becomes -inf, and its exponential 0, which is right.
    with np.errstate(over="ignore"):
        log_sum = _log_sum_exp_below(_below_maximum(z, axis, 1.0), axis)
    return round_to((z.max(axis=axis, keepdims=True) + log_sum).squeeze(axis), dtype)


def softmax_jacobian(logits: ArrayLike, temperature: float = 1.0) -> FloatArray:
    """Jacobian of softmax at one vector of logits: dp_i/dz_j = p_i (delta_ij - p_j) / T.

    Parameters
    ----------
    logits : array_like of real numbers, (classes,)
        Unnormalised log-probabilities z, in nats.
    temperature : float
        T > 0, dimensionless.

    Returns
    -------
    ndarray, (classes, classes); float32 where logits are float32, else float64
        Row i is the gradient of p_i. Symmetric, positive semidefinite, every row sums to 0.

    Raises
    ------
    ValueError
        If logits are not a vector of real numbers with at least one entry, or temperature is not
        a finite number above 0.

    Notes
    -----
    For many classes or samples use `softmax_vjp`, which never builds the matrix. nan gives nan.
    Source: Bridle (1990), "Training stochastic model recognition algorithms as networks can lead
    to maximum mutual information estimation of parameters".
    """
    z, dtype = read_real(logits, "softmax_jacobian: logits")
    if z.ndim != 1:
        raise ValueError(
            f"softmax_jacobian: logits must have shape (classes,), got {z.shape}; "
            "take one row at a time, or use softmax_vjp for a batch."
        )
    check_axis(z, 0, "softmax_jacobian")
    T = positive_number(temperature, "softmax_jacobian: temperature")
    p = softmax(z, temperature=T)
    return round_to(p[:, np.newaxis] * (np.eye(p.size) - p) / T, dtype)


def softmax_vjp(
    probabilities: ArrayLike, upstream: ArrayLike, axis: int = -1, temperature: float = 1.0
) -> FloatArray:
    """Vector-Jacobian product of softmax: p * (g - sum_j p_j g_j) / T along an axis.

    Parameters
    ----------
    probabilities : array_like of real numbers, at least one dimension
        p = softmax(logits, axis, temperature), for example (samples, classes).
    upstream : array_like of real numbers, same shape
        g, the gradient of the loss with respect to the probabilities.
    axis : int
        The axis of the classes.
    temperature : float
        T > 0, dimensionless, as given to `softmax`.

    Returns
    -------
    ndarray, same shape; float32 where both arguments are float32, else float64
        Gradient of the loss with respect to the logits; it sums to 0 along axis.

    Raises
    ------
    ValueError
        If the shapes differ, the axis does not exist, probabilities are outside [0, 1] or do not
        sum to 1 (within 0.01, so that low precision passes), or temperature is not above 0.

    Notes
    -----
    Costs as much as softmax itself: no (classes, classes) matrix is built. nan stays nan.
    Source: Baydin, Pearlmutter, Radul and Siskind (2018), "Automatic differentiation in machine
    learning: a survey", on vector-Jacobian products.
    """
    p, g, T, dtypes = _read_vjp(probabilities, upstream, axis, temperature, "softmax_vjp")
    return round_to(p * (g - (p * g).sum(axis=axis, keepdims=True)) / T, *dtypes)


def log_softmax_vjp(
    probabilities: ArrayLike, upstream: ArrayLike, axis: int = -1, temperature: float = 1.0
) -> FloatArray:
    """Vector-Jacobian product of log-softmax: (g - p * sum_j g_j) / T along an axis.

    Parameters
    ----------
    probabilities : array_like of real numbers, at least one dimension
        p = softmax(logits, axis, temperature): probabilities, not their logarithms.
    upstream : array_like of real numbers, same shape
        g, the gradient of the loss with respect to the log-probabilities.
    axis : int
        The axis of the classes.
    temperature : float
        T > 0, dimensionless, as given to `log_softmax`.

    Returns
    -------
    ndarray, same shape; float32 where both arguments are float32, else float64
        Gradient of the loss with respect to the logits; it sums to 0 along axis.

    Raises
    ------
    ValueError
        If the shapes differ, the axis does not exist, probabilities are outside [0, 1] or do not
        sum to 1 (within 0.01, so that low precision passes), or temperature is not above 0.

    Notes
    -----
    With g = -1 at the true class and 0 elsewhere this is p minus one-hot, the gradient of
    cross-entropy. nan stays nan.
    Source: Baydin, Pearlmutter, Radul and Siskind (2018), "Automatic differentiation in machine
    learning: a survey", on vector-Jacobian products.
    """
    p, g, T, dtypes = _read_vjp(probabilities, upstream, axis, temperature, "log_softmax_vjp")
    return round_to((g - p * g.sum(axis=axis, keepdims=True)) / T, *dtypes)


def _below_maximum(z: Float64Array, axis: int, temperature: float) -> Float64Array:
    """(z - max) / T: at most 0, and exactly 0 at the maximum."""
    below: Float64Array = (z - z.max(axis=axis, keepdims=True)) / temperature
    return below


def _log_sum_exp_below(below: Float64Array, axis: int) -> Float64Array:
    """log sum exp of entries whose maximum is 0: log1p of the sum without that maximum's 1."""
    others = np.exp(below)
    np.put_along_axis(others, below.argmax(axis=axis, keepdims=True), 0.0, axis)
    log_sum: Float64Array = np.log1p(others.sum(axis=axis, keepdims=True))
    return log_sum


def _read_vjp(
    probabilities: ArrayLike, upstream: ArrayLike, axis: int, temperature: float, where: str
) -> tuple[Float64Array, Float64Array, float, tuple[np.dtype, np.dtype]]:
    p, p_type = read_real(probabilities, f"{where}: probabilities")
    g, g_type = read_real(upstream, f"{where}: upstream")
    check_same_shape(p, "probabilities", g, "upstream", where)
    check_axis(p, axis, where)
    wrong = (p < 0) | (p > 1) | (np.abs(p.sum(axis=axis, keepdims=True) - 1) > 0.01)
    if np.any(wrong):
        index = first_index(wrong)
        raise ValueError(
            f"{where}: probabilities must lie in [0, 1] and sum to 1 along axis {axis}, which "
            f"fails at index {index} (value {p[index]:g}); pass softmax(logits), not the logits."
        )
    return p, g, positive_number(temperature, f"{where}: temperature"), (p_type, g_type)
