"""What a worker's reply says, after everything in it has been doubted."""

from __future__ import annotations

import re
from typing import Any

from course_utils.checking.calling import FLAGS, LONGEST_MESSAGE
from course_utils.checking.verdict import Outcome
from course_utils.grading.inside.frames import BreachError
from course_utils.grading.inside.reading import Reader
from course_utils.words import clean, one_line

CLASS_NAME = re.compile(r"[^\W\d]\w{0,59}")
FIELDS = {
    "missing": {"kind"},
    "signature": {"kind", "message"},
    "raised": {"kind", "error", "message", "where"},
    "returned": {"kind", "value", "flags", "modified"},
}


def outcome_in(header: dict[str, Any], raw: bytes, arguments: int) -> Outcome:
    """The outcome of one call of so many arguments. Raises BreachError where it says none."""
    kind = header.get("kind")
    if type(kind) is not str or set(header) != FIELDS.get(kind):
        raise BreachError("a reply of no known kind")
    if kind == "returned":
        return Outcome(
            "returned",
            Reader(raw).value(header["value"]),
            flags=_flags(header["flags"]),
            modified=_positions(header["modified"], arguments),
        )
    if raw:
        raise BreachError("bytes that belong to nothing")
    if kind == "missing":
        return Outcome("missing")
    if kind == "signature":
        return Outcome("signature", message=text_in(header["message"]))
    return Outcome(
        "raised",
        error=class_in(header["error"]),
        message=text_in(header["message"]),
        where=text_in(header["where"]),
    )


def ending_in(header: dict[str, Any], raw: bytes) -> str:
    """How a cell ended: "" where it finished, else the exception in words."""
    if raw or header.get("ended") not in ("finished", "raised"):
        raise BreachError("a cell that ended in no known way")
    if header["ended"] == "finished":
        return ""
    return f"{class_in(header.get('error'))}: {text_in(header.get('message'))}".rstrip(": ")


def text_in(text: Any) -> str:
    """A text for a report: short, without control characters."""
    if type(text) is not str:
        raise BreachError("no text where one is due")
    return clean(text, LONGEST_MESSAGE, lines=8)


def class_in(name: Any) -> str:
    """The name of an exception's class."""
    if type(name) is not str:
        raise BreachError("no name where one is due")
    return name if CLASS_NAME.fullmatch(name) else one_line("Exception")


def _flags(flags: Any) -> frozenset[str]:
    if type(flags) is not list or not all(type(f) is str and f in FLAGS for f in flags):
        raise BreachError("flags that are none")
    return frozenset(flags)


def _positions(modified: Any, arguments: int) -> tuple[int, ...]:
    known = range(arguments)
    if type(modified) is not list or not all(type(p) is int and p in known for p in modified):
        raise BreachError("arguments that are none")
    return tuple(modified)
