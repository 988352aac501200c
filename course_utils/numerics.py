"""Derivatives by central differences, and the relative error that judges them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_utils.arrays import FloatArray, check_same_shape, positive_number, read_real


def central_difference(
    f: Callable[[Any], ArrayLike], x: ArrayLike, h: float | None = None
) -> FloatArray:
    """Derivative of an elementwise function by central differences: (f(x+h) - f(x-h)) / (2h).

    Parameters
    ----------
    f : callable
        Maps an array to an array of the same shape, entry by entry.
    x : array_like of finite numbers, any shape
        Where the derivative is wanted. float32 is computed in float32, so that its rounding shows.
    h : float, optional
        Step, in the units of x, above 0. By default a power of two near the cube root of the
        type's rounding error, larger where |x| exceeds 1.

    Returns
    -------
    ndarray, same shape as x; float32 where x is float32 and f keeps it, else float64

    Raises
    ------
    ValueError
        If x does not hold finite numbers, h is not a finite number above 0 or rounds to 0 in the
        type of x, or f changes the shape.

    Notes
    -----
    The truncation error is h^2 f'''(x) / 6, the rounding error about epsilon |f(x)| / h. At a kink
    the mean of the two one-sided slopes comes out. nan from f stays nan.
    Source: Press, Teukolsky, Vetterling and Flannery (2007), "Numerical Recipes", section 5.7.
    """
    points = _read_points(x, "central_difference")
    step = _step(points, h, "central_difference")
    ahead, behind = np.asarray(f(points + step)), np.asarray(f(points - step))
    if ahead.shape != points.shape or behind.shape != points.shape:
        raise ValueError(
            f"central_difference: f turned shape {points.shape} into {ahead.shape}; it must act "
            "elementwise. For a vector function use numerical_jacobian."
        )
    slope: FloatArray = (ahead - behind) / (step + step)
    return slope


def numerical_gradient(
    f: Callable[[Any], ArrayLike], x: ArrayLike, h: float | None = None
) -> FloatArray:
    """Gradient of a scalar function of an array by central differences, one entry at a time.

    Parameters
    ----------
    f : callable
        Maps an array of x's shape to one number.
    x : array_like of finite numbers, any shape, at least one entry
        Where the gradient is wanted; f gets changed copies, never x itself.
    h : float, optional
        Step, as in `central_difference`.

    Returns
    -------
    ndarray, same shape as x; float32 where x is float32 and f keeps it, else float64

    Raises
    ------
    ValueError
        As `central_difference`, or if x has no entry, or f does not return one number.

    Notes
    -----
    Calls f twice per entry: for checking, not for training. At a kink the mean of the two
    one-sided slopes comes out. nan from f stays nan.
    Source: Nocedal and Wright (2006), "Numerical Optimization", section 8.1.
    """
    jacobian = _differences(f, x, h, "numerical_gradient")
    if jacobian.shape != np.shape(x):
        outputs = jacobian.shape[: jacobian.ndim - np.ndim(x)]
        raise ValueError(
            f"numerical_gradient: f must return one number, got shape {outputs}; "
            "use numerical_jacobian for several."
        )
    return jacobian


def numerical_jacobian(
    f: Callable[[Any], ArrayLike], x: ArrayLike, h: float | None = None
) -> FloatArray:
    """Jacobian of an array function by central differences: entry [i, j] is df_i/dx_j.

    Parameters
    ----------
    f : callable
        Maps an array of x's shape, say (inputs,), to an array of one shape, say (outputs,).
    x : array_like of finite numbers, any shape, at least one entry
        Where the Jacobian is wanted; f gets changed copies, never x itself.
    h : float, optional
        Step, as in `central_difference`.

    Returns
    -------
    ndarray, f's shape followed by x's shape, say (outputs, inputs)
        float32 where x is float32 and f keeps it, else float64.

    Raises
    ------
    ValueError
        As `central_difference`, or if x has no entry.

    Notes
    -----
    Calls f twice per entry of x. At a kink the mean of the two one-sided slopes comes out. nan
    from f stays nan.
    Source: Nocedal and Wright (2006), "Numerical Optimization", section 8.1.
    """
    return _differences(f, x, h, "numerical_jacobian")


def relative_error(a: ArrayLike, b: ArrayLike) -> float:
    """Relative error between two arrays: max |a - b| / max(|a|, |b|), both maxima over all entries.

    Parameters
    ----------
    a, b : array_like of real numbers, same shape, at least one entry
        For example a gradient and its numerical estimate; the order does not matter.

    Returns
    -------
    float
        Dimensionless, from 0 (equal) to 2 (opposite).

    Raises
    ------
    ValueError
        If an argument does not hold real numbers, the shapes differ, or there is no entry.

    Notes
    -----
    One scale for the whole array, so that entries near 0 do not drown the rest. 0 where both
    arrays are 0; nan where either holds nan or inf.
    Source: Higham (2002), "Accuracy and Stability of Numerical Algorithms", section 1.2.
    """
    first, _ = read_real(a, "relative_error: a")
    second, _ = read_real(b, "relative_error: b")
    check_same_shape(first, "a", second, "b", "relative_error")
    if first.size == 0:
        raise ValueError("relative_error: got no entries; at least one is needed.")
    scale = float(np.maximum(np.abs(first).max(), np.abs(second).max()))
    if not np.isfinite(scale):
        return float("nan")
    return float(np.abs(first / scale - second / scale).max()) if scale > 0 else 0.0


def _differences(
    f: Callable[[Any], ArrayLike], x: ArrayLike, h: float | None, where: str
) -> FloatArray:
    points = _read_points(x, where)
    if points.size == 0:
        raise ValueError(f"{where}: x has no entry (shape {points.shape}).")
    steps = np.broadcast_to(_step(points, h, where), points.shape)
    columns = []
    for index in np.ndindex(points.shape):
        nudge = np.zeros_like(points)
        nudge[index] = steps[index]
        difference = np.asarray(f(points + nudge)) - np.asarray(f(points - nudge))
        columns.append(difference / (steps[index] + steps[index]))
    stacked = np.stack(columns, axis=-1)
    return stacked.reshape(stacked.shape[:-1] + points.shape)


def _read_points(x: ArrayLike, where: str) -> NDArray[Any]:
    values, dtype = read_real(x, f"{where}: x")
    if not np.all(np.isfinite(values)):
        raise ValueError(f"{where}: x must be finite, got nan or inf.")
    return values.astype(dtype, copy=False)


def _step(points: NDArray[Any], h: float | None, where: str) -> NDArray[Any]:
    if h is None:
        epsilon = np.finfo(points.dtype).eps
        step = np.exp2(np.round(np.log2(epsilon ** (1 / 3) * np.maximum(1.0, np.abs(points)))))
    else:
        step = np.asarray(positive_number(h, f"{where}: h"))
    rounded: NDArray[Any] = step.astype(points.dtype)
    if np.any(rounded == 0):
        raise ValueError(f"{where}: h = {h!r} rounds to 0 in {points.dtype}; take a larger step.")
    return rounded
