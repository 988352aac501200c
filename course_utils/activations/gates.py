"""Units that multiply z by a smooth gate between 0 and 1: SiLU and GELU. All act elementwise."""

from __future__ import annotations

import math

import numpy as np

from course_utils.activations.sigmoids import sigmoid
from course_utils.arrays import Float64Array, FloatArray, elementwise, erfc

SQRT_2 = math.sqrt(2.0)
SQRT_2_PI = math.sqrt(2.0 * math.pi)
TANH_SCALE = math.sqrt(2.0 / math.pi)
TANH_CUBIC = 0.044715
# Beyond these |z| the gate is exactly 0 or 1 in float64; clipping there keeps z^2 and z^3 finite.
GAUSS_END = 40.0
TANH_END = 30.0


@elementwise
def silu(z: Float64Array) -> FloatArray:
    """Sigmoid linear unit (SiLU), elementwise: z * sigmoid(z).

    Parameters
    ----------
    z : array_like of real numbers, any shape
        Pre-activations.

    Returns
    -------
    ndarray, same shape as z; float32 where z is float32, else float64
        Activations of at least about -0.2785, reached at about z = -1.2785.

    Raises
    ------
    ValueError
        If z does not hold real numbers.

    Notes
    -----
    Also known as swish with beta = 1. nan stays nan, and -inf gives nan (-inf times 0).
    Source: Elfwing, Uchibe and Doya (2018), "Sigmoid-weighted linear units for neural network
    function approximation in reinforcement learning".
    """
    return z * sigmoid(z)


@elementwise
def silu_derivative(z: Float64Array) -> FloatArray:
    """Derivative of SiLU at the pre-activation z, elementwise: s(z) (1 + z (1 - s(z))).

    Parameters
    ----------
    z : array_like of real numbers, any shape
        Pre-activations.

    Returns
    -------
    ndarray, same shape as z; float32 where z is float32, else float64
        Slopes from about -0.0998 to about 1.0998; 1/2 at z = 0.

    Raises
    ------
    ValueError
        If z does not hold real numbers.

    Notes
    -----
    1 - s(z) is written s(-z), which keeps its relative accuracy. nan stays nan, and either
    infinity gives nan.
    Source: Elfwing, Uchibe and Doya (2018), "Sigmoid-weighted linear units for neural network
    function approximation in reinforcement learning".
    """
    return sigmoid(z) * (1.0 + z * sigmoid(-z))


@elementwise
def gelu(z: Float64Array) -> FloatArray:
    """Gaussian error linear unit (exact GELU), elementwise: z * Phi(z).

    Phi(z) = erfc(-z / sqrt(2)) / 2 is the probability that a standard normal variable is below z.

    Parameters
    ----------
    z : array_like of real numbers, any shape
        Pre-activations.

    Returns
    -------
    ndarray, same shape as z; float32 where z is float32, else float64
        Activations of at least about -0.1700, reached at about z = -0.7518.

    Raises
    ------
    ValueError
        If z does not hold real numbers.

    Notes
    -----
    erfc rather than 1 + erf, which cancels far left of zero. Slow beside `gelu_tanh`: NumPy has
    no erfc, so Python's is called once per entry. nan stays nan, and -inf gives nan.
    Source: Hendrycks and Gimpel (2016), "Gaussian error linear units (GELUs)".
    """
    return z * _normal_cdf(z)


@elementwise
def gelu_derivative(z: Float64Array) -> FloatArray:
    """Derivative of exact GELU at the pre-activation z, elementwise: Phi(z) + z * phi(z).

    Phi is the standard normal distribution function, phi(z) = exp(-z^2 / 2) / sqrt(2 pi) its
    density.

    Parameters
    ----------
    z : array_like of real numbers, any shape
        Pre-activations.

    Returns
    -------
    ndarray, same shape as z; float32 where z is float32, else float64
        Slopes from about -0.1289 (z = -sqrt(2)) to about 1.1289 (z = sqrt(2)); 1/2 at z = 0.

    Raises
    ------
    ValueError
        If z does not hold real numbers.

    Notes
    -----
    Smooth everywhere. nan stays nan.
    Source: Hendrycks and Gimpel (2016), "Gaussian error linear units (GELUs)".
    """
    near = np.clip(z, -GAUSS_END, GAUSS_END)
    density = np.exp(-near * near / 2.0) / SQRT_2_PI
    return _normal_cdf(z) + near * density


@elementwise
def gelu_tanh(z: Float64Array) -> FloatArray:
    """Tanh form of GELU, elementwise: z / 2 * (1 + tanh(sqrt(2 / pi) (z + 0.044715 z^3))).

    Parameters
    ----------
    z : array_like of real numbers, any shape
        Pre-activations.

    Returns
    -------
    ndarray, same shape as z; float32 where z is float32, else float64
        Activations within about 0.0005 of exact `gelu`.

    Raises
    ------
    ValueError
        If z does not hold real numbers.

    Notes
    -----
    (1 + tanh(u)) / 2 is written sigmoid(2u), which does not cancel far left of zero. nan stays
    nan, and -inf gives nan.
    Source: Hendrycks and Gimpel (2016), "Gaussian error linear units (GELUs)".
    """
    near = np.clip(z, -TANH_END, TANH_END)
    return z * sigmoid(2.0 * TANH_SCALE * near * (1.0 + TANH_CUBIC * near**2))


@elementwise
def gelu_tanh_derivative(z: Float64Array) -> FloatArray:
    """Derivative of the tanh form of GELU at z, elementwise: s(v) (1 + z v' (1 - s(v))).

    Here v = 2 sqrt(2 / pi) (z + 0.044715 z^3), v' is its derivative and s the sigmoid.

    Parameters
    ----------
    z : array_like of real numbers, any shape
        Pre-activations.

    Returns
    -------
    ndarray, same shape as z; float32 where z is float32, else float64
        Slopes from about -0.129 to about 1.129; 1/2 at z = 0.

    Raises
    ------
    ValueError
        If z does not hold real numbers.

    Notes
    -----
    The derivative of the approximation, not an approximation of the derivative. nan stays nan.
    Source: Hendrycks and Gimpel (2016), "Gaussian error linear units (GELUs)".
    """
    near = np.clip(z, -TANH_END, TANH_END)
    v = 2.0 * TANH_SCALE * near * (1.0 + TANH_CUBIC * near**2)
    v_slope = 2.0 * TANH_SCALE * (1.0 + 3.0 * TANH_CUBIC * near**2)
    return sigmoid(v) * (1.0 + near * v_slope * sigmoid(-v))


def _normal_cdf(z: Float64Array) -> Float64Array:
    return 0.5 * erfc(-z / SQRT_2)
