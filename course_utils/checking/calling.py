"""What can be seen of a call from where the answer lives: signature, warnings, exceptions, names.

Nothing of ours is imported here: the grader's worker loads this one file into its sandbox.
"""

from __future__ import annotations

import builtins
import inspect
import linecache
import os
import warnings
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from types import ModuleType, TracebackType
from typing import Any

import numpy as np

LONGEST_MESSAGE = 200
LIBRARIES = (Path(np.__file__).parents[1], Path(os.__file__).parent)  # nobody's own code
FLAGS = ("overflow", "invalid", "divide")


class LateNames:
    """Undoes what a cell has done, by accident, to names that an earlier answer looks up.

    ``np = None`` or ``sum = 3`` at the end of a notebook breaks an answer that was right, and was
    checked, before it. What was so when the answer was bound is left as it is: it may be meant.
    """

    def __init__(self) -> None:
        self._cells = 0
        self._bound: dict[str, tuple[int, int]] = {}  # by name: which object, since which cell
        self._modules: dict[str, ModuleType] = {}  # by a name that was bound to it
        self._functions = {n for n, f in vars(builtins).items() if callable(f) and n[0] != "_"}
        self._lost: dict[str, int] = {}  # by name: since which cell it is neither of them
        self._aside: dict[str, Any] = {}  # what is kept from the answer that is called now

    def after_cell(self, names: dict[str, Any]) -> None:
        """Take note of the names as a cell has left them."""
        self._cells += 1
        for name, value in list(names.items()):  # a thread of the notebook may be at work
            if self._bound.get(name, (0, 0))[0] != id(value):
                self._bound[name] = (id(value), self._cells)
                if _is_module(value):
                    self._modules[name] = value
        watched = names.keys() & (self._functions | self._modules.keys())
        lost = [name for name in watched if not _serves(names.get(name))]
        self._lost = {name: self._lost.get(name, self._cells) for name in lost}

    def before_call(self, answer: str, names: dict[str, Any]) -> None:
        """Give modules and built-ins the names that they lost after this answer was bound."""
        names.update(self._aside)  # for the answer before this one
        _, since = self._bound.get(answer, (0, 0))
        late = [name for name, cell in self._lost.items() if cell > since]
        self._aside = {name: names.pop(name) for name in late if name in names}
        for name, module in self._modules.items():
            names.setdefault(name, module)


def _serves(value: Any) -> bool:
    return callable(value) or _is_module(value)


def _is_module(value: Any) -> bool:
    return issubclass(type(value), ModuleType)  # isinstance would ask a learner's object


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

    ``ours`` is the folder of the calling code, which is passed over as Python's and NumPy's is.
    """
    last = None
    while traceback is not None:  # a recursion without end has a thousand entries
        if not _within(traceback.tb_frame.f_code.co_filename, ours):
            last = traceback
        traceback = traceback.tb_next
    if last is None:
        return ""
    line = last.tb_lineno
    source = linecache.getline(last.tb_frame.f_code.co_filename, line).strip()
    return f"line {line}: {source}" if source else f"line {line}"


@lru_cache(maxsize=256)
def _within(file: str, ours: Path) -> bool:
    return any(folder in Path(file).parents for folder in (ours, *LIBRARIES))


def kind_of(value: Any) -> str:
    """What a value is, for a sentence: "a list"."""
    name = type(value).__name__
    return f"an {name}" if name[:1].lower() in "aeiou" else f"a {name}"
