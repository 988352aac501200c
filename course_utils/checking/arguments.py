"""Copies of a case's arguments, comparisons between them, and how they are shown in a message."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

SHOWN_ENTRIES = 12  # an array with more entries is described by its shape and type
LONGEST_TEXT = 200  # beyond that, the arguments of a call are described by their shapes


def copy_argument(argument: Any) -> Any:
    """A copy that keeps memory layout and the read-only flag, so that both are really tried."""
    if isinstance(argument, list):
        return [copy_argument(entry) for entry in argument]
    if not isinstance(argument, np.ndarray):
        return argument
    if argument.flags.c_contiguous or argument.flags.f_contiguous:
        copy = argument.copy(order="A")
    else:  # a strided view of a larger buffer
        copy = np.zeros((*argument.shape[:-1], 2 * argument.shape[-1]), argument.dtype)[..., ::2]
        copy[...] = argument
    copy.setflags(write=argument.flags.writeable)
    return copy


def copy_arguments(arguments: tuple[Any, ...]) -> tuple[Any, ...]:
    """Copies of all arguments of one call (see ``copy_argument``)."""
    return tuple(copy_argument(argument) for argument in arguments)


def unchanged(before: Any, after: Any) -> bool:
    """Whether an argument is after the call what it was before it."""
    if isinstance(before, list):
        return len(before) == len(after) and all(map(unchanged, before, after))
    if not isinstance(before, np.ndarray):
        return True  # plain numbers and strings cannot be changed by a call
    return (
        before.shape == after.shape
        and before.dtype == after.dtype
        and np.array_equal(before, after)
    )


def in_double_precision(arguments: tuple[Any, ...]) -> tuple[Any, ...]:
    """The same numbers with float32 widened to float64: the truth is computed from these."""

    def widen(argument: Any) -> Any:
        if isinstance(argument, list):
            return [widen(entry) for entry in argument]
        if isinstance(argument, np.ndarray) and argument.dtype == np.float32:
            return argument.astype(np.float64)
        return argument

    return tuple(widen(argument) for argument in arguments)


def has_float32(arguments: tuple[Any, ...]) -> bool:
    """Whether any argument is single precision, so that the wider tolerance applies."""
    return any(
        has_float32(tuple(a)) if isinstance(a, list) else getattr(a, "dtype", None) == np.float32
        for a in arguments
    )


def number_text(number: Any) -> str:
    """A number as a person writes it, six significant digits: 0.377541, 1e-300, nan."""
    return f"{float(number):.6g}" if not isinstance(number, (bool, np.bool_)) else str(bool(number))


def array_text(values: NDArray[Any]) -> str:
    """A small array in full, a large one by its shape and type."""
    if values.ndim == 0:
        return number_text(values[()])
    if values.size > SHOWN_ENTRIES:
        return f"array of shape {values.shape}, {values.dtype}"
    return "[" + ", ".join(array_text(np.asarray(entry)) for entry in values) + "]"


def argument_text(argument: Any) -> str:
    """One argument as it is shown to the learner."""
    if isinstance(argument, np.ndarray):
        single = argument.dtype == np.float32 and argument.size <= SHOWN_ENTRIES
        return array_text(argument) + " (float32)" * single
    if isinstance(argument, list):
        if all(np.size(entry) == 1 for entry in argument):
            return "[" + ", ".join(map(argument_text, argument)) + "]"
        return f"list of {len(argument)} arrays"
    if isinstance(argument, (int, float, np.generic)):
        return number_text(argument)
    return repr(argument)


def arguments_text(names: tuple[str, ...], arguments: tuple[Any, ...]) -> str:
    """All arguments of a call with their names: ``z = [-2, 0.5]``; by shape where that is long."""
    named = list(zip(names, arguments, strict=False))
    full = ", ".join(f"{name} = {argument_text(argument)}" for name, argument in named)
    return full if len(full) <= LONGEST_TEXT else shapes_text(names, arguments)


def shapes_text(names: tuple[str, ...], arguments: tuple[Any, ...]) -> str:
    """All arguments of a call, arrays by their shapes: ``X of shape (2, 3), b = 1``."""
    return ", ".join(
        f"{name} of shape {argument.shape}"
        if isinstance(argument, np.ndarray) and argument.size > 1
        else f"{name} = {argument_text(argument)}"
        for name, argument in zip(names, arguments, strict=False)
    )


def entry_text(
    names: tuple[str, ...],
    arguments: tuple[Any, ...],
    index: tuple[int, ...],
    shape: tuple[int, ...],
) -> str:
    """The arguments of one entry of an elementwise function: ``z = -0.5``."""
    at_entry = tuple(
        argument[index]
        if isinstance(argument, np.ndarray) and argument.shape == shape
        else argument
        for argument in arguments
    )
    return arguments_text(names, at_entry)
