"""The verdict on an answer whose cell, or whose check, did not finish."""

from __future__ import annotations

from typing import Literal

from course_utils.checking.exercise import Exercise
from course_utils.checking.verdict import Status, Verdict

Ending = Literal["raised", "timed_out", "died"]

STATUSES = {
    "raised": Status.ERRORED,
    "timed_out": Status.TIMED_OUT,
    "died": Status.CRASHED,
}


def unfinished(exercise: Exercise, ending: Ending, error: str, cell: int | None = None) -> Verdict:
    """What to say of an exercise that could not be marked.

    ``cell`` is the number of the code cell that was to define it (None: its check did not finish);
    ``error`` is the exception in words, or how the time ran out ("did not finish within 3 s").
    """
    place = f"code cell {cell}, which defines it," if cell else "its check"
    how = {
        "raised": f"stopped with {error}",
        "timed_out": error,
        "died": "ended the Python process",
    }[ending]
    message = f"{exercise.name} could not be marked: {place} {how}."
    return Verdict(exercise.name, STATUSES[ending], 0.0, message)
