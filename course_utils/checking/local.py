"""Calling an answer in this process: what it returned or raised, and what it did on the way."""

from __future__ import annotations

import inspect
import linecache
import random
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np

from course_utils.checking.arguments import copy_arguments, unchanged
from course_utils.checking.deadline import TookTooLongError, within
from course_utils.checking.verdict import Outcome

SECONDS = 3.0
LONGEST_MESSAGE = 200
FLAGS = ("overflow", "invalid", "divide")
HERE = Path(__file__).parent


class Missing:
    """Stands for a name that is not bound."""


def local_call(answer: Any, seconds: float = SECONDS) -> Callable[[tuple[Any, ...]], Outcome]:
    """A caller for ``engine.check``: give it arguments, it returns what the answer did.

    The answer may be any object; ``Missing`` says that there is none. Nothing that the answer
    does in Python code escapes: exceptions of every kind end up in the Outcome.
    """

    fits: set[int] = set()

    def call(arguments: tuple[Any, ...]) -> Outcome:
        if answer is Missing:
            return Outcome("missing")
        if not callable(answer):
            return Outcome("signature", message=f"it is {_kind(answer)}, not a function")
        if len(arguments) not in fits:
            misfit = signature_misfit(answer, len(arguments))
            if misfit:
                return Outcome("signature", message=misfit)
            fits.add(len(arguments))
        return _observe(answer, arguments, seconds)

    return call


def local_value(answer: Any) -> Callable[[tuple[Any, ...]], Outcome]:
    """The caller for an exercise whose answer is a value: there is nothing to call."""

    def call(arguments: tuple[Any, ...]) -> Outcome:
        return Outcome("missing") if answer is Missing else Outcome("returned", answer)

    return call


@contextmanager
def random_state(seed: int) -> Iterator[None]:
    """The global random state set for one check, for repeatable verdicts; then put back."""
    python, numpy = random.getstate(), np.random.get_state()
    random.seed(seed)
    np.random.seed(seed)
    try:
        yield
    finally:
        random.setstate(python)
        np.random.set_state(numpy)


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


def _observe(answer: Any, arguments: tuple[Any, ...], seconds: float) -> Outcome:
    given = copy_arguments(arguments)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        with np.errstate(over="warn", invalid="warn", divide="warn", under="ignore"):
            try:
                value = within(seconds, lambda: answer(*given))
            except TookTooLongError:
                return Outcome("timed_out", message=f"{seconds:g} seconds")
            except BaseException as error:  # also SystemExit and KeyboardInterrupt
                return _raised(error)
    modified = tuple(
        position
        for position, (before, after) in enumerate(zip(arguments, given, strict=True))
        if not unchanged(before, after)
    )
    return Outcome("returned", value, flags=_flags(caught), modified=modified)


def _flags(caught: list[warnings.WarningMessage]) -> frozenset[str]:
    # NumPy on macOS reports flags for matrix products that are right (its issue 28687).
    texts = [
        text
        for entry in caught
        if entry.category is RuntimeWarning
        and not (text := str(entry.message)).endswith("encountered in matmul")
    ]
    return frozenset(flag for flag in FLAGS if any(text.startswith(flag) for text in texts))


def _raised(error: BaseException) -> Outcome:
    name = type(error).__name__
    return Outcome("raised", error=name, message=_text(error), where=_where(error.__traceback__))


def _text(error: BaseException) -> str:
    try:
        return str(error)[:LONGEST_MESSAGE]
    except Exception:  # an exception class of the learner's own that cannot be shown
        return "(its message cannot be shown)"


def _where(traceback: TracebackType | None) -> str:
    """The last line of the learner's own code on the way to the exception."""
    where = ""
    installed = Path(np.__file__).parent
    while traceback is not None:
        code, line = traceback.tb_frame.f_code, traceback.tb_lineno
        file = Path(code.co_filename)
        if HERE not in file.parents and installed not in file.parents:
            source = linecache.getline(code.co_filename, line).strip()
            where = f"line {line}: {source}" if source else f"line {line}"
        traceback = traceback.tb_next
    return where


def _kind(value: Any) -> str:
    name = type(value).__name__
    return f"an {name}" if name[:1].lower() in "aeiou" else f"a {name}"
