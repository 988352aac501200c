"""What a worker is asked for: to run a cell, to call an answer once or always, for a value."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from course_utils.checking.engine import draw_cases
from course_utils.checking.exercise import Exercise
from course_utils.checking.once import Same
from course_utils.grading.inside.frames import Message, told
from course_utils.grading.inside.writing import Writer


def cell_request(source: str) -> Message:
    """To run a cell."""
    return told({"do": "cell", "source": source}), b""


def request_of_one(exercise: Exercise, arguments: tuple[Any, ...]) -> Message:
    """To call an answer once, or for the value that it is."""
    if exercise.kind == "value":
        return told({"do": "value", "name": exercise.name}), b""
    writer = Writer()
    nodes = [writer.node(argument) for argument in arguments]
    return told({"do": "call", "name": exercise.name, "arguments": nodes}), writer.raw


def request_of_all(exercise: Exercise, seed: int) -> Message:
    """To do all calls of an answer; the same for every submission, and so made once."""
    return _of_all(Same(exercise), seed)


@lru_cache(maxsize=256)
def _of_all(exercise: Same, seed: int) -> Message:
    if exercise.it.kind == "value":
        return request_of_one(exercise.it, ())
    writer = Writer()
    cases = draw_cases(exercise.it, seed)
    calls = [[writer.node(argument) for argument in case.arguments] for case in cases]
    return told({"do": "calls", "name": exercise.it.name, "calls": calls}), writer.raw
