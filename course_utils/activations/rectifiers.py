"""ReLU and its kin with a kink or a bend at 0: leaky ReLU, PReLU and ELU. All act elementwise."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from course_utils.arrays import (
    Float64Array,
    FloatArray,
    elementwise,
    finite_number,
    first_index,
    read_real,
)


@elementwise
def relu(z: Float64Array) -> FloatArray:
    """Rectified linear unit, elementwise: max(0, z).

    Parameters
    ----------
    z : array_like of real numbers, any shape
        Pre-activations.

    Returns
    -------
    ndarray, same shape as z; float32 where z is float32, else float64
        Activations of at least 0.

    Raises
    ------
    ValueError
        If z does not hold real numbers.

    Notes
    -----
    Not differentiable at 0; `relu_derivative` returns 0 there. -inf gives 0; nan stays nan.
    Source: Nair and Hinton (2010), "Rectified linear units improve restricted Boltzmann
    machines".
    """
    return np.maximum(z, 0.0)


@elementwise
def relu_derivative(z: Float64Array) -> FloatArray:
    """Derivative of ReLU at the pre-activation z, elementwise: 1 where z > 0, else 0.

    Parameters
    ----------
    z : array_like of real numbers, any shape
        Pre-activations.

    Returns
    -------
    ndarray, same shape as z; float32 where z is float32, else float64
        Slopes, each 0 or 1.

    Raises
    ------
    ValueError
        If z does not hold real numbers.

    Notes
    -----
    At the kink every slope from 0 to 1 is a subgradient; this function returns 0. nan stays nan.
    Source: Glorot, Bordes and Bengio (2011), "Deep sparse rectifier neural networks".
    """
    return np.heaviside(z, 0.0)


@elementwise
def leaky_relu(z: Float64Array, negative_slope: float = 0.01) -> FloatArray:
    """Leaky rectified linear unit, elementwise: z where z > 0, else negative_slope * z.

    Parameters
    ----------
    z : array_like of real numbers, any shape
        Pre-activations.
    negative_slope : float
        Slope left of zero, dimensionless, any finite number: 0 gives ReLU, 1 gives the identity,
        -1 gives |z|.

    Returns
    -------
    ndarray, same shape as z; float32 where z is float32, else float64

    Raises
    ------
    ValueError
        If z does not hold real numbers, or negative_slope is not one finite number.

    Notes
    -----
    Not differentiable at 0; `leaky_relu_derivative` returns negative_slope there. nan stays nan.
    Source: Maas, Hannun and Ng (2013), "Rectifier nonlinearities improve neural network acoustic
    models".
    """
    slope = finite_number(negative_slope, "leaky_relu: negative_slope")
    return np.maximum(z, 0.0) + slope * np.minimum(z, 0.0)


@elementwise
def leaky_relu_derivative(z: Float64Array, negative_slope: float = 0.01) -> FloatArray:
    """Derivative of leaky ReLU at z, elementwise: 1 where z > 0, else negative_slope.

    Parameters
    ----------
    z : array_like of real numbers, any shape
        Pre-activations.
    negative_slope : float
        Slope left of zero, dimensionless, any finite number.

    Returns
    -------
    ndarray, same shape as z; float32 where z is float32, else float64
        Slopes, each 1 or negative_slope.

    Raises
    ------
    ValueError
        If z does not hold real numbers, or negative_slope is not one finite number.

    Notes
    -----
    At the kink every slope between negative_slope and 1 would do; this function returns
    negative_slope. nan stays nan.
    Source: Maas, Hannun and Ng (2013), "Rectifier nonlinearities improve neural network acoustic
    models".
    """
    slope = finite_number(negative_slope, "leaky_relu_derivative: negative_slope")
    positive = np.heaviside(z, 0.0)
    return positive + slope * (1.0 - positive)


@elementwise
def prelu(z: Float64Array, slope: ArrayLike) -> FloatArray:
    """Parametric rectified linear unit, elementwise: z where z > 0, else slope * z.

    Parameters
    ----------
    z : array_like of real numbers, any shape
        Pre-activations.
    slope : array_like of finite numbers that broadcasts to z's shape
        Slopes left of zero, dimensionless: one number, or for z of (samples, units) one per unit.

    Returns
    -------
    ndarray, same shape as z; float32 where z is float32, else float64

    Raises
    ------
    ValueError
        If z or slope does not hold real numbers, a slope is not finite, or slope does not
        broadcast to z's shape.

    Notes
    -----
    A leaky ReLU whose slopes are learned; the derivative with respect to a slope is min(z, 0).
    Not differentiable at z = 0; `prelu_derivative` returns slope there. nan in z stays nan.
    Source: He, Zhang, Ren and Sun (2015), "Delving deep into rectifiers: surpassing human-level
    performance on ImageNet classification".
    """
    return np.maximum(z, 0.0) + _slopes(z, slope, "prelu") * np.minimum(z, 0.0)


@elementwise
def prelu_derivative(z: Float64Array, slope: ArrayLike) -> FloatArray:
    """Derivative of PReLU with respect to z, elementwise: 1 where z > 0, else slope.

    Parameters
    ----------
    z : array_like of real numbers, any shape
        Pre-activations.
    slope : array_like of finite numbers that broadcasts to z's shape
        Slopes left of zero, dimensionless.

    Returns
    -------
    ndarray, same shape as z; float32 where z is float32, else float64

    Raises
    ------
    ValueError
        If z or slope does not hold real numbers, a slope is not finite, or slope does not
        broadcast to z's shape.

    Notes
    -----
    At the kink every slope between slope and 1 would do; this function returns slope. nan in z
    stays nan.
    Source: He, Zhang, Ren and Sun (2015), "Delving deep into rectifiers: surpassing human-level
    performance on ImageNet classification".
    """
    positive = np.heaviside(z, 0.0)
    return positive + _slopes(z, slope, "prelu_derivative") * (1.0 - positive)


@elementwise
def elu(z: Float64Array, alpha: float = 1.0) -> FloatArray:
    """Exponential linear unit, elementwise: z where z > 0, else alpha * (exp(z) - 1).

    Parameters
    ----------
    z : array_like of real numbers, any shape
        Pre-activations.
    alpha : float
        Any finite number; the activation tends to -alpha far left of zero.

    Returns
    -------
    ndarray, same shape as z; float32 where z is float32, else float64
        Activations above -alpha, for positive alpha.

    Raises
    ------
    ValueError
        If z does not hold real numbers, or alpha is not one finite number.

    Notes
    -----
    Differentiable at 0 only for alpha = 1; `elu_derivative` returns alpha there. nan stays nan.
    Source: Clevert, Unterthiner and Hochreiter (2016), "Fast and accurate deep network learning
    by exponential linear units (ELUs)".
    """
    alpha = finite_number(alpha, "elu: alpha")
    return np.maximum(z, 0.0) + alpha * np.expm1(np.minimum(z, 0.0))


@elementwise
def elu_derivative(z: Float64Array, alpha: float = 1.0) -> FloatArray:
    """Derivative of ELU at the pre-activation z, elementwise: 1 where z > 0, else alpha * exp(z).

    Parameters
    ----------
    z : array_like of real numbers, any shape
        Pre-activations.
    alpha : float
        Any finite number, as in `elu`.

    Returns
    -------
    ndarray, same shape as z; float32 where z is float32, else float64
        Slopes; for alpha = 1 from 0 to 1.

    Raises
    ------
    ValueError
        If z does not hold real numbers, or alpha is not one finite number.

    Notes
    -----
    At 0 the slope from the left is returned, alpha. nan stays nan.
    Source: Clevert, Unterthiner and Hochreiter (2016), "Fast and accurate deep network learning
    by exponential linear units (ELUs)".
    """
    alpha = finite_number(alpha, "elu_derivative: alpha")
    return np.where(z > 0, 1.0, alpha * np.exp(np.minimum(z, 0.0)))


def _slopes(z: Float64Array, slope: ArrayLike, where: str) -> Float64Array:
    slopes, _ = read_real(slope, f"{where}: slope")
    if not np.all(np.isfinite(slopes)):
        index = first_index(~np.isfinite(slopes))
        raise ValueError(f"{where}: slope must be finite, got {slopes[index]} at index {index}.")
    try:
        fits = np.broadcast_shapes(z.shape, slopes.shape) == z.shape
    except ValueError:
        fits = False
    if not fits:
        raise ValueError(
            f"{where}: slope of shape {slopes.shape} does not broadcast to z of shape {z.shape}; "
            "give one number, or one slope per unit (last axis)."
        )
    return slopes
