"""How a known mistake shows: what the checker says to an answer that makes it."""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping
from dataclasses import dataclass

from course_utils.catalog import EXERCISES
from course_utils.catalog.misconceptions import wrong_ideas
from course_utils.checking.engine import check
from course_utils.checking.exercise import Exercise, Mistake
from course_utils.checking.local import local_call
from course_utils.errors import CourseError

# A message with a whole batch in it helps nobody: then only what was observed is quoted.
LONGEST = 90
PLACE = re.compile(r" \(line \d+: .*?\)\.(?= |$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Stumble:
    """A wrong idea, how it shows, and the question that helps."""

    exercise: str
    id: str
    idea: str
    shows: str
    question: str


def stumble(written: str, exercises: Mapping[str, Exercise] = EXERCISES) -> Stumble:
    """The stumble that a guide names as "exercise id"; CourseError where there is none."""
    name, _, id = written.partition(" ")
    exercise = exercises.get(name)
    found = [m for m in exercise.mistakes if m.id == id] if exercise else []
    if exercise is None or not found:
        raise CourseError(f"a guide names the stumble {written!r}, which no exercise knows")
    shows = _shown(exercise, found[0])
    return Stumble(name, id, wrong_ideas()[id], shows, found[0].question)


def _shown(exercise: Exercise, mistake: Mistake) -> str:
    """What the checker says; nothing for answers that are not functions: they show themselves."""
    if exercise.kind != "function":
        return ""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # mistakes overflow; the engine has noted it
        verdict = check(exercise, local_call(mistake.wrong))
    found = verdict.difference
    if found is None:
        return PLACE.sub(".", verdict.message).partition(". ")[0] + "."
    if found.arguments and len(found.arguments) + len(found.observed) <= LONGEST:
        return f"for {found.arguments}: {found.observed}."
    return f"{found.observed.rstrip('.')} ({found.idea})."
