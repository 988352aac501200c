"""Calling an answer in this process: what it returned or raised, and what it did on the way."""

from __future__ import annotations

import random
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from course_utils.checking.arguments import copy_arguments, unchanged
from course_utils.checking.calling import (
    flags_in,
    kind_of,
    line_of,
    message_of,
    signature_misfit,
)
from course_utils.checking.deadline import TookTooLongError, within
from course_utils.checking.verdict import Outcome

SECONDS = 3.0
HERE = Path(__file__).parents[1]  # the whole package: no line of ours is the learner's


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
            return Outcome("signature", message=f"it is {kind_of(answer)}, not a function")
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
    return Outcome("returned", value, flags=flags_in(caught), modified=modified)


def _raised(error: BaseException) -> Outcome:
    name = type(error).__name__
    return Outcome(
        "raised", error=name, message=message_of(error), where=line_of(error.__traceback__, HERE)
    )
