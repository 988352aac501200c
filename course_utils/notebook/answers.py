"""From a name to an answer: the caller's names, the exercise that is meant, the verdict."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import FrameType, FunctionType
from typing import Any

from course_utils.checking import engine
from course_utils.checking.exercise import Exercise
from course_utils.checking.local import Missing
from course_utils.checking.verdict import Verdict
from course_utils.errors import CourseError
from course_utils.notebook.quiet import captured, running_shell
from course_utils.words import did_you_mean, one_line


class MisuseError(CourseError):
    """A function of this room was called in a way that it cannot serve; one line says which."""


@dataclass(frozen=True, slots=True)
class Finding:
    """An exercise, the verdict on its answer, and what the answer printed meanwhile."""

    exercise: Exercise
    verdict: Verdict
    printed: str


def names_of_caller(frame: FrameType | None) -> Mapping[str, Any]:
    """The names that the learner has bound: the notebook's, or those of the calling code."""
    shell = running_shell()
    if shell is not None:
        return shell.user_ns  # type: ignore[no-any-return]
    return {**frame.f_globals, **frame.f_locals} if frame is not None else {}


def find(name: Any, namespace: Mapping[str, Any], verb: str = "check") -> Exercise:
    """The exercise that is meant by a name in quotes, or by the answer itself.

    Raises
    ------
    MisuseError
        If there is no such exercise.
    """
    from course_utils.catalog import EXERCISES

    if isinstance(name, str):
        wanted = name.strip()
        if wanted in EXERCISES:
            return EXERCISES[wanted]
        raise MisuseError(
            f'{verb}("{one_line(name, 60)}"): there is no exercise of that name.'
            f"{did_you_mean(wanted[:60], EXERCISES)}"
        )
    own = _own_name(name)
    bound = [key for key, value in namespace.items() if value is name and key in EXERCISES]
    if own in bound or (not bound and own in EXERCISES):
        return EXERCISES[own]
    if len(bound) == 1:
        return EXERCISES[bound[0]]
    raise MisuseError(
        f'{verb} takes the name of an exercise in quotes, for example {verb}("sigmoid").'
    )


def mark(exercise: Exercise, namespace: Mapping[str, Any]) -> Finding:
    """The verdict on the answer bound to the exercise's name; what it prints is kept apart."""
    answer = namespace.get(exercise.name, Missing)
    with captured() as out:
        verdict = engine.check_here(exercise, answer)
    return Finding(exercise, verdict, out.text)


def _own_name(answer: Any) -> str:
    """The name a function was defined with; nothing is asked of any other object."""
    return answer.__name__ if type(answer) is FunctionType else ""
