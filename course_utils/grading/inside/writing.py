"""Describing a value for a frame: nodes of JSON, and the raw bytes of the numbers in it."""

from __future__ import annotations

from typing import Any

import numpy as np

from .frames import (
    DEEPEST,
    LARGEST,
    LARGEST_HEADER,
    LONGEST_TEXT,
    MOST_NODES,
    NAME,
    NUMBERS,
    STRANGE,
    WIDEST_NUMBER,
)

WIRE_TYPES = {np.dtype(name): name for name in NUMBERS}


class TooMuchError(Exception):
    """A value is too large for one frame."""


class Writer:
    """Describes values as nodes of JSON; their numbers are collected in ``raw``.

    Nothing is asked of a value but through the methods of the plain types, so that a class of
    the learner's own is described as what it is made of.
    """

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._size = 0
        self._nodes = 0

    @property
    def raw(self) -> bytes:
        return b"".join(self._parts)

    def node(self, value: Any, depth: int = 0) -> list[Any]:
        """The description of a value; TooMuchError where it does not fit into a frame."""
        self._nodes += 1
        if self._nodes > MOST_NODES:
            raise TooMuchError
        if value is None or value is Ellipsis:
            return ["none" if value is None else "ellipsis"]
        if isinstance(value, (bool, np.bool_)):
            return ["bool", bool(value)]
        if isinstance(value, np.ndarray):
            return self._array(value)
        if isinstance(value, str):
            return ["text", str.__str__(value)[:LONGEST_TEXT]]
        if isinstance(value, np.generic):
            return self._scalar(value)
        if isinstance(value, int):
            return _whole(int.__index__(value))
        if isinstance(value, float):
            return ["float", float.hex(float.__float__(value))]
        if isinstance(value, (list, tuple, dict)) and depth < DEEPEST:
            return self._container(value, depth)
        return ["other", _name(value)]

    def _container(self, value: Any, depth: int) -> list[Any]:
        if isinstance(value, dict):
            pairs = list(dict.items(value))
            return ["dict", [[self.node(k, depth + 1), self.node(v, depth + 1)] for k, v in pairs]]
        base: Any = list if isinstance(value, list) else tuple
        if base.__len__(value) > MOST_NODES:  # of numbers too: their exercises ask for a few
            raise TooMuchError
        entries = list(base.__iter__(value))
        if entries and all(type(entry) is float for entry in entries):
            self._add(np.array(entries))
            return ["floats", base.__name__, len(entries)]
        return [base.__name__, [self.node(entry, depth + 1) for entry in entries]]

    def _array(self, value: np.ndarray) -> list[Any]:
        plain = np.ndarray.view(value, np.ndarray)
        shape = list(np.ndarray.__getattribute__(plain, "shape"))
        dtype = np.ndarray.__getattribute__(plain, "dtype")
        kind = _wire_type(dtype)
        if kind is None:
            return ["strange", _strange(dtype), shape]
        if self._size + plain.size * np.dtype(kind).itemsize > LARGEST:
            return ["large", shape]
        self._add(plain.astype(kind))
        return ["array", kind, shape, layout_of(plain), bool(plain.flags.writeable)]

    def _scalar(self, value: np.generic) -> list[Any]:
        plain = np.asarray(value)
        kind = _wire_type(plain.dtype)
        if kind is None:
            return ["strange", _strange(plain.dtype), []]
        self._add(plain.astype(kind))
        return ["scalar", kind]

    def _add(self, values: np.ndarray) -> None:
        data = values.tobytes()
        self._size += len(data)
        if self._size > LARGEST - LARGEST_HEADER:
            raise TooMuchError
        self._parts.append(data)


def _whole(value: int) -> list[Any]:
    if int.bit_length(value) > WIDEST_NUMBER:
        return ["huge", value > 0]
    return ["int", format(value, "x")]


def _name(value: Any) -> str:
    name = type.__getattribute__(type(value), "__name__")
    return name if type(name) is str and NAME.fullmatch(name) else "object"


def _wire_type(dtype: Any) -> str | None:
    """The name of the type in which an array's numbers travel; None where they are no numbers."""
    found = WIRE_TYPES.get(dtype)
    if found is None and dtype.kind in "biufc":
        wider = {"f": "float64", "c": "complex128"}.get(dtype.kind)  # than double precision
        found = WIRE_TYPES.get(dtype.newbyteorder("="), wider)
    return found


def _strange(dtype: Any) -> str:
    text = str(dtype.str).lstrip("<>|=")
    return text if STRANGE.fullmatch(text) else "V"


def layout_of(array: np.ndarray) -> str:
    """How an array lies in memory, so that a copy can lie so too."""
    if array.flags.c_contiguous:
        return "C"
    return "F" if array.flags.f_contiguous else "strided"
