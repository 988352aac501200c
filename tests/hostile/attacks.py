"""Notebooks that attack, and a way to see what an attack has got hold of."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from course_utils.catalog import EXERCISES
from course_utils.catalog.values import value_exercise
from course_utils.checking.verdict import Status
from course_utils.grading.bench import Bench, Limits, Marked

# Short, so that many attacks can be tried; the ratios are those of the defaults.
SHORT = Limits(cell=0.6, drawing_cell=0.6, call=0.4, sheet=6.0, cpu=6, together=0.1, calls=0.1)
IMPORTS = "import numpy as np\nfrom course_utils.notebook import check, hint, progress, solution"
HONEST = """
def odds_to_probability(odds):
    return np.asarray(odds, float) / (1 + np.asarray(odds))
"""
RIGHT = """
def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(np.asarray(z) >= 0, 1 / (1 + e), e / (1 + e))
"""
# What attacks use: tried(work) is "done", or the name of the error that work ended with.
TOOLS = """
import contextlib, ctypes, errno, mmap, os, resource, signal, socket, subprocess, sys, threading
libc = ctypes.CDLL(None, use_errno=True)
def tried(work):
    try:
        work()
    except BaseException as error:
        return type(error).__name__
    return "done"
def called(number, *arguments):
    ctypes.set_errno(0)
    result = libc.syscall(ctypes.c_long(number), *arguments)
    return "done" if result >= 0 else errno.errorcode.get(ctypes.get_errno(), "?")
"""
VICTIM = EXERCISES["odds_to_probability"]
SIGMOID = EXERCISES["sigmoid"]


def notebook(*cells: str, **more: Any) -> bytes:
    """The bytes of a notebook with these code cells."""
    written = [{"cell_type": "code", "source": cell} for cell in cells]
    return json.dumps({"cells": written, **more}).encode()


def loot(bench: Bench, *cells: str) -> Any:
    """What the cells have bound to the name ``loot``, as it arrives on this side."""
    got: list[Any] = []
    exercise = value_exercise("loot", "none", "What was found", lambda value: got.append(value))
    marked = bench.grade(notebook(TOOLS, *cells), [exercise], seed=0)
    assert got, f"nothing arrived: {marked}"
    return got[0]


def statuses(marked: Marked) -> dict[str, str]:
    """By exercise, where it stands."""
    return {verdict.exercise: verdict.status.value for verdict in marked.verdicts}


def attacked(bench: Bench, *cells: str) -> Marked:
    """Grade an honest answer and an attack in place of another; the honest one must not suffer."""
    marked = bench.grade(notebook(IMPORTS, HONEST, TOOLS, *cells), [SIGMOID, VICTIM], seed=0)
    assert statuses(marked)["odds_to_probability"] == "passed", marked
    assert Status.GRADER_ERROR.value not in statuses(marked).values(), marked
    return marked


def next_one_is_well(bench: Bench) -> bool:
    """Whether the submission after an attack gets what it deserves."""
    marked = bench.grade(notebook(IMPORTS, HONEST, RIGHT), [SIGMOID, VICTIM], seed=0)
    return set(statuses(marked).values()) == {"passed"}


def forbidden(outcomes: dict[str, str], allowed: Sequence[str] = ()) -> list[str]:
    """The attempts that succeeded."""
    return [name for name, outcome in outcomes.items() if outcome == "done" and name not in allowed]
