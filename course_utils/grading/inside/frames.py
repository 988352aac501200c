"""What crosses the trust line: frames of a JSON header and raw bytes.

A frame is two lengths (four bytes each, big end first), a header of JSON and the raw bytes of the
numbers that the header speaks of. There is no pickle and no code in it. Both sides use this file;
reading is strict, since what comes from a worker was written by somebody unknown.
"""

from __future__ import annotations

import json
import re
import struct
from collections.abc import Callable
from typing import Any, NoReturn

LENGTHS = struct.Struct("!II")
ORDER = struct.Struct("!ci")  # of the judge to a zygote
NUMBER = struct.Struct("!i")
LARGEST = 8 * 2**20  # bytes of a frame
LARGEST_HEADER = 2 * 2**20
DEEPEST = 12  # lists within lists
MOST_NODES = 100_000
LONGEST_TEXT = 10_000
WIDEST_NUMBER = 1100  # bits; beyond them no float64 has an equal
NUMBERS = (
    *("bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"),
    *("float16", "float32", "float64", "complex64", "complex128"),
)
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{0,59}")  # of a class
STRANGE = re.compile(r"[OV]|[US]\d{0,3}|[mM]8(\[\w{1,3}\])?")


class BreachError(Exception):
    """A frame that no honest worker sends."""


def packed(header: dict[str, Any], raw: bytes = b"") -> bytes:
    """The frame of a header and the raw bytes that belong to it."""
    text = _encode(header).encode("ascii")
    return LENGTHS.pack(len(text), len(raw)) + text + raw


def received(read: Callable[[int], bytes]) -> tuple[dict[str, Any], bytes]:
    """The next frame; ``read(n)`` gives exactly n bytes, or raises EOFError."""
    header, raw = LENGTHS.unpack(read(LENGTHS.size))
    if header > LARGEST_HEADER or header + raw > LARGEST:
        raise BreachError(f"a frame of {header + raw} bytes")
    return parsed(read(header)), read(raw)


def parsed(text: bytes) -> dict[str, Any]:
    """The header in these bytes."""
    try:
        header = _decode(text.decode("ascii"))
    except (ValueError, RecursionError):
        raise BreachError("a header that is not JSON") from None
    if type(header) is not dict:
        raise BreachError("a header that is not an object")
    return header


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


_encode = json.JSONEncoder(separators=(",", ":")).encode  # made once: json.dumps makes them anew
_decode = json.JSONDecoder(parse_constant=_no_constant).decode
