"""How numbers enter and leave the mathematics, and the checks that several formulas share.

Every formula computes in float64 and rounds its result once, to the type that came in: float32
(or float16) stays what it was, everything else becomes float64. Arguments are only read.
"""

from __future__ import annotations

import functools
import math
import operator
from collections.abc import Callable
from numbers import Real
from typing import Any, Concatenate, ParamSpec, TypeAlias, cast

import numpy as np
from numpy.typing import ArrayLike, NDArray

Float64Array: TypeAlias = NDArray[np.float64]
FloatArray: TypeAlias = NDArray[np.floating[Any]]
FloatType: TypeAlias = np.dtype[np.floating[Any]]
P = ParamSpec("P")

FLOAT64: FloatType = np.dtype(np.float64)
KEPT_TYPES = (np.dtype(np.float16), np.dtype(np.float32), np.dtype(np.float64))


def read_real(values: ArrayLike, where: str) -> tuple[Float64Array, FloatType]:
    """The values as float64, and the floating type in which an answer about them is given."""
    try:
        array = np.asarray(values)
    except ValueError as error:
        raise ValueError(
            f"{where} must be a number or a regular array, but its rows differ in length."
        ) from error
    if array.dtype.kind == "O" and all(isinstance(value, Real) for value in array.flat):
        array = array.astype(np.float64)
    if array.dtype.kind not in "biuf":
        raise ValueError(f"{where} must hold real numbers, got dtype {array.dtype}.")
    native = array.dtype.newbyteorder("=")
    return array.astype(np.float64, copy=False), native if native in KEPT_TYPES else FLOAT64


def round_to(result: FloatArray, *dtypes: FloatType) -> FloatArray:
    """The result in the widest of the given types; a NumPy scalar where it has no dimensions."""
    dtype = functools.reduce(np.promote_types, dtypes)
    array: FloatArray = np.asarray(result).astype(dtype, copy=False)
    return array[()] if array.ndim == 0 else array


def round_number(value: np.floating[Any], dtype: FloatType) -> np.floating[Any]:
    """One number in the given type, as a NumPy scalar."""
    number: np.floating[Any] = dtype.type(value)
    return number


def elementwise(
    formula: Callable[Concatenate[Float64Array, P], FloatArray],
) -> Callable[Concatenate[ArrayLike, P], FloatArray]:
    """Let a formula on float64 arrays take anything array-like and answer in the type it got."""

    @functools.wraps(formula)
    def activation(z: ArrayLike, *args: P.args, **kwargs: P.kwargs) -> FloatArray:
        values, dtype = read_real(z, f"{formula.__name__}: z")
        return round_to(formula(values, *args, **kwargs), dtype)

    # mypy cannot know that no formula has a second parameter named z; learners may write z=...
    return cast("Callable[Concatenate[ArrayLike, P], FloatArray]", activation)


def product(A: Float64Array, B: Float64Array) -> Float64Array:
    """The matrix product AB, without the warnings that some builds of NumPy invent.

    On Apple's Accelerate library a product of ordinary finite matrices can set the overflow,
    divide and invalid flags (https://github.com/numpy/numpy/issues/28687), so the flags say
    nothing here. A product that really overflows shows as inf in the result.
    """
    with np.errstate(over="ignore", divide="ignore", invalid="ignore"):
        result: Float64Array = A @ B
    return result


def finite_number(value: float, where: str) -> float:
    """The value as a Python float, if it is one finite number."""
    array, _ = read_real(value, where)
    if array.ndim != 0 or not np.isfinite(array):
        raise ValueError(f"{where} must be one finite number, got {value!r}.")
    return float(array)


def positive_number(value: float, where: str) -> float:
    """The value as a Python float, if it is one finite number above 0."""
    number = finite_number(value, where)
    if number <= 0:
        raise ValueError(f"{where} must be above 0, got {value!r}.")
    return number


def whole_number(value: int, where: str) -> int:
    """The value as a Python int, if it is an integer (a NumPy one serves as well)."""
    try:
        return operator.index(value)
    except TypeError:
        raise ValueError(f"{where} must be an integer, got {value!r}.") from None


def check_axis(array: Float64Array, axis: int, where: str) -> None:
    """Refuse an axis that the array does not have, or along which there is no entry."""
    whole_number(axis, f"{where}: axis")
    if array.ndim == 0:
        raise ValueError(f"{where} needs an entry per class along an axis, got a plain number.")
    if not -array.ndim <= axis < array.ndim:
        raise ValueError(
            f"{where}: axis {axis} does not exist in shape {array.shape}; "
            f"use {-array.ndim} to {array.ndim - 1}."
        )
    if array.shape[axis] == 0:
        raise ValueError(f"{where}: shape {array.shape} has no entry along axis {axis}.")


def check_same_shape(
    first: Float64Array, first_name: str, second: Float64Array, second_name: str, where: str
) -> None:
    """Refuse two arrays that would be broadcast against each other by accident."""
    if first.shape != second.shape:
        raise ValueError(
            f"{where}: {first_name} has shape {first.shape} but {second_name} has shape "
            f"{second.shape}; they must have the same shape."
        )


def first_index(mask: NDArray[np.bool_]) -> tuple[int, ...]:
    """Where a mask is true for the first time, as plain numbers for a message."""
    return tuple(int(i) for i in np.argwhere(mask)[0])


def erfc(z: Float64Array) -> Float64Array:
    """Complementary error function, elementwise; NumPy has none, Python's own is exact enough."""
    return np.array([math.erfc(value) for value in z.ravel().tolist()]).reshape(z.shape)
