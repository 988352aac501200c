"""Building a value from what a frame says of it, believing nothing."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Any, ClassVar

import numpy as np

from .frames import (
    DEEPEST,
    LONGEST_TEXT,
    MOST_NODES,
    NAME,
    NUMBERS,
    STRANGE,
    WIDEST_NUMBER,
    BreachError,
)

MOST_STRANGE = 100  # entries of an array of no numbers: its shape and type are all that is told


class Foreign:
    """Stands for an object that is no plain value; the name of its class tells which it was."""


class Reader:
    """Builds values from nodes and raw bytes; anything that does not fit exactly is a breach."""

    def __init__(self, raw: bytes) -> None:
        self._raw = memoryview(raw)
        self._nodes = 0

    def part(self, node: Any) -> Any:
        """The value of a node, from the bytes that come next."""
        return self._value(node, 0)

    def parts(self, nodes: Any) -> tuple[Any, ...]:
        """The values of several nodes, from the bytes that come next."""
        return tuple(self._value(node, 0) for node in self._list(nodes))

    def finish(self) -> None:
        """All bytes must have been spoken of by now."""
        if self._raw:
            raise BreachError("bytes that belong to nothing")

    def _value(self, node: Any, depth: int) -> Any:
        self._nodes += 1
        if type(node) is not list or not node or type(node[0]) is not str:
            raise BreachError("a node that is none")
        build = self.BUILDERS.get(node[0])
        if build is None or depth > DEEPEST or self._nodes > MOST_NODES:
            raise BreachError(f"a node that is not allowed here: {node[0][:20]!r}")
        count = self.ARGUMENTS[node[0]]
        if len(node) != count + 1:
            raise BreachError(f"a node of a wrong length: {node[0]}")
        return build(self, *node[1:], depth=depth)

    def _none(self, depth: int) -> None:
        return None

    def _ellipsis(self, depth: int) -> Any:
        return ...

    def _bool(self, value: Any, depth: int) -> bool:
        return bool(self._typed(value, bool))

    def _int(self, text: Any, depth: int) -> int:
        if not re.fullmatch(r"-?[0-9a-f]{1,300}", self._typed(text, str)):
            raise BreachError("a whole number that is none")
        return int(text, 16)

    def _huge(self, positive: Any, depth: int) -> int:
        return (1 if self._typed(positive, bool) else -1) << 2 * WIDEST_NUMBER

    def _float(self, text: Any, depth: int) -> float:
        try:
            return float.fromhex(self._typed(text, str)[:40])
        except (ValueError, OverflowError):
            raise BreachError("a number that is none") from None

    def _text(self, text: Any, depth: int) -> str:
        found: str = self._typed(text, str)
        if len(found) > LONGEST_TEXT:
            raise BreachError("a text that is too long")
        return found.encode("utf-8", "replace").decode("utf-8")  # lone surrogates

    def _other(self, name: Any, depth: int) -> Any:
        if not NAME.fullmatch(self._typed(name, str)):
            raise BreachError("a class of an impossible name")
        return type(name, (Foreign,), {})()

    def _entries(self, nodes: Any, depth: int) -> list[Any]:
        return [self._value(node, depth + 1) for node in self._list(nodes)]

    def _tuple(self, nodes: Any, depth: int) -> tuple[Any, ...]:
        return tuple(self._entries(nodes, depth))

    def _dict(self, nodes: Any, depth: int) -> dict[Any, Any]:
        pairs = [self._pair(pair, depth) for pair in self._list(nodes)]
        try:
            return dict(pairs)
        except TypeError:
            raise BreachError("a key that cannot be one") from None

    def _pair(self, pair: Any, depth: int) -> tuple[Any, Any]:
        if type(pair) is not list or len(pair) != 2:
            raise BreachError("a pair that is none")
        return self._value(pair[0], depth + 1), self._value(pair[1], depth + 1)

    def _floats(self, kind: Any, count: Any, depth: int) -> list[float] | tuple[float, ...]:
        if kind not in ("list", "tuple"):
            raise BreachError("numbers in a container that is none")
        values: list[float] = self._numbers("float64", [count]).tolist()
        return values if kind == "list" else tuple(values)

    def _array(self, kind: Any, shape: Any, order: Any, writeable: Any, depth: int) -> np.ndarray:
        plain = self._numbers(kind, shape)
        laid = as_laid_out(plain, order) if order in ("C", "F", "strided") else None
        if laid is None:
            raise BreachError("an array in no order")
        laid.setflags(write=self._typed(writeable, bool))
        return laid

    def _scalar(self, kind: Any, depth: int) -> Any:
        return self._numbers(kind, [])[()]

    def _strange(self, kind: Any, shape: Any, depth: int) -> np.ndarray:
        sizes = self._shape(shape)
        if not STRANGE.fullmatch(self._typed(kind, str)):
            raise BreachError("an array of an impossible type")
        try:
            return np.zeros(sizes if math.prod(sizes) <= MOST_STRANGE else (1,), np.dtype(kind))
        except (TypeError, ValueError):
            raise BreachError("an array of an impossible type") from None

    def _large(self, shape: Any, depth: int) -> Any:
        return type(f"array of the shape {self._shape(shape)}", (Foreign,), {})()

    def _numbers(self, kind: Any, shape: Any) -> np.ndarray:
        if kind not in NUMBERS:
            raise BreachError("numbers of an impossible type")
        sizes = self._shape(shape)
        size = np.dtype(kind).itemsize
        for length in sizes:
            size *= length
        if size > len(self._raw):
            raise BreachError("fewer bytes than numbers")
        data, self._raw = bytes(self._raw[:size]), self._raw[size:]
        bytewise = kind == "bool"  # a byte may hold more than 0 and 1
        try:
            values = np.frombuffer(data, np.uint8 if bytewise else kind).reshape(sizes)
        except ValueError:
            raise BreachError("a shape that is none") from None
        found: np.ndarray = values != 0 if bytewise else values.copy()
        return found

    def _shape(self, shape: Any) -> tuple[int, ...]:
        sizes = self._list(shape)
        if len(sizes) > 32 or not all(type(n) is int and 0 <= n < 2**62 for n in sizes):
            raise BreachError("a shape that is none")
        return tuple(sizes)

    @staticmethod
    def _list(value: Any) -> list[Any]:
        if type(value) is not list:
            raise BreachError("no list where one is due")
        return value

    @staticmethod
    def _typed(value: Any, kind: type) -> Any:
        if type(value) is not kind:
            raise BreachError(f"no {kind.__name__} where one is due")
        return value

    BUILDERS: ClassVar[dict[str, Callable[..., Any]]] = {
        "none": _none,
        "ellipsis": _ellipsis,
        "bool": _bool,
        "int": _int,
        "huge": _huge,
        "float": _float,
        "text": _text,
        "other": _other,
        "list": _entries,
        "tuple": _tuple,
        "dict": _dict,
        "floats": _floats,
        "array": _array,
        "scalar": _scalar,
        "strange": _strange,
        "large": _large,
    }
    ARGUMENTS: ClassVar[dict[str, int]] = {
        **dict.fromkeys(("none", "ellipsis"), 0),
        **dict.fromkeys(("bool", "int", "huge", "float", "text", "other"), 1),
        **dict.fromkeys(("list", "tuple", "dict", "scalar"), 1),
        **dict.fromkeys(("floats", "strange"), 2),
        **{"array": 4, "large": 1},
    }


def as_laid_out(array: np.ndarray, order: str) -> np.ndarray:
    """A fresh array of the same numbers that lies in memory as ``order`` says."""
    if order in ("C", "F") or array.ndim == 0:
        return np.array(array, order="F" if order == "F" else "C")
    wide = np.zeros((*array.shape[:-1], 2 * array.shape[-1]), array.dtype)
    laid = wide[..., ::2]
    laid[...] = array
    return laid
