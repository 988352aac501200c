"""What crosses the trust line: frames of a JSON header and raw bytes.

A frame is two lengths (four bytes each, big end first), a ticket, a header of JSON and the raw
bytes of the numbers that the header speaks of. A reply bears the ticket of its request. There is no
pickle and no code in it. Both sides use this file; reading is strict: what comes from a worker
was written by somebody unknown.
"""

from __future__ import annotations

import json
import re
import struct
from collections.abc import Callable
from typing import Any, NoReturn

TICKET = 8  # bytes
NO_TICKET = bytes(TICKET)  # of what answers no request
BEGINNING = struct.Struct(f"!II{TICKET}s")
Message = tuple[bytes, bytes]  # a header and the raw bytes that belong to it
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


def told(header: dict[str, Any]) -> bytes:
    """A header as it stands in a frame."""
    return _encode(header).encode("ascii")


def packed(header: bytes, raw: bytes = b"", ticket: bytes = NO_TICKET) -> bytes:
    """The frame of a header and the raw bytes that belong to it."""
    return BEGINNING.pack(len(header), len(raw), ticket) + header + raw


def received(read: Callable[[int], bytes]) -> tuple[bytes, bytes, bytes]:
    """The next frame's ticket, header and raw bytes; ``read(n)`` gives exactly n bytes."""
    header, raw, ticket = BEGINNING.unpack(read(BEGINNING.size))
    if header > LARGEST_HEADER or header + raw > LARGEST:
        raise BreachError(f"a frame of {header + raw} bytes")
    return ticket, read(header), read(raw)


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
