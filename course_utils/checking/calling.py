"""What can be seen of a call from where the answer lives: its signature, warnings and exceptions.

Nothing of ours is imported here: the grader's worker loads this one file into its sandbox.
"""

from __future__ import annotations

import inspect
import linecache
import warnings
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np

LONGEST_MESSAGE = 200
FLAGS = ("overflow", "invalid", "divide")


def signature_misfit(function: Any, count: int) -> str:
    """Why a function cannot be called with ``count`` arguments by position; "" where it can."""
    try:
        signature = inspect.signature(function)
    except BaseException:  # built-in functions, or an object that lies about its signature
        return ""
    try:
        signature.bind(*[None] * count)
    except TypeError as error:
        takes = ", ".join(signature.parameters) or "nothing"
        calls = "1 argument" if count == 1 else f"{count} arguments"
        return f"it takes ({takes}), but is called with {calls}: {error}"
    return ""


def flags_in(caught: Iterable[warnings.WarningMessage]) -> frozenset[str]:
    """The floating-point conditions among recorded warnings."""
    # NumPy on macOS reports flags for matrix products that are right (its issue 28687).
    texts = [
        text
        for entry in caught
        if entry.category is RuntimeWarning
        and not (text := str(entry.message)).endswith("encountered in matmul")
    ]
    return frozenset(flag for flag in FLAGS if any(text.startswith(flag) for text in texts))


def message_of(error: BaseException) -> str:
    """The text of an exception, of bounded length."""
    try:
        return str(error)[:LONGEST_MESSAGE]
    except Exception:  # an exception class of the learner's own that cannot be shown
        return "(its message cannot be shown)"


def line_of(traceback: TracebackType | None, ours: Path) -> str:
    """The last line of the learner's own code on the way to the exception.

    ``ours`` is the folder of the calling code, which is passed over as NumPy's own code is.
    """
    where = ""
    installed = Path(np.__file__).parent
    while traceback is not None:
        code, line = traceback.tb_frame.f_code, traceback.tb_lineno
        file = Path(code.co_filename)
        if ours not in file.parents and installed not in file.parents:
            source = linecache.getline(code.co_filename, line).strip()
            where = f"line {line}: {source}" if source else f"line {line}"
        traceback = traceback.tb_next
    return where


def kind_of(value: Any) -> str:
    """What a value is, for a sentence: "a list"."""
    name = type(value).__name__
    return f"an {name}" if name[:1].lower() in "aeiou" else f"a {name}"
