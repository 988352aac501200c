"""Plans for a class: sections by their minutes, other steps by minutes of their own, and a rest."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from course_utils.authoring.guide.outline import Outline
from course_utils.errors import CourseError

# What may be in a plan beside sections: a word, what it is about, and its minutes.
OTHER = re.compile(r"(break|discuss|live|sheet)(?: (.+?))? (\d+)")
WORDS = {
    "break": "Break",
    "live": "Live coding",
    "discuss": "Discussion",
    "sheet": "From the sheet",
}
MOST_SPARE = 10
LENGTHS = {
    "15 minutes": (15,),
    "50 minutes": (50,),
    "90 minutes": (90,),
    "180 minutes": (180,),
    "two days": (180, 180),
}


@dataclass(frozen=True, slots=True)
class Step:
    """A line of a plan."""

    title: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Session:
    """Steps in a row, and the minutes that are left for questions."""

    length: int
    steps: tuple[Step, ...]
    keys: tuple[str, ...]

    @property
    def spare(self) -> int:
        """What is left of the length."""
        return self.length - sum(step.minutes for step in self.steps)


@dataclass(frozen=True, slots=True)
class Plan:
    """One or several sessions; ``pace`` is the column of the lesson's table that it counts with."""

    name: str
    pace: str
    sessions: tuple[Session, ...]
    left_out: tuple[str, ...]


def plan_of(name: str, written: Iterable[Iterable[object]], outline: Outline) -> Plan:
    """A plan as its source writes it, with its minutes; CourseError where they do not fit."""
    if name not in LENGTHS:
        raise CourseError(f"{outline.title}: a plan is called one of {', '.join(LENGTHS)}")
    pace = "alone" if name == "two days" else "in_class"
    written = [list(steps) for steps in written]
    if len(written) != len(LENGTHS[name]):
        raise CourseError(f"{outline.title}: {name} needs {len(LENGTHS[name])} lists of steps")
    sessions = tuple(
        _session(f"{outline.title}: {name}", length, steps, pace, outline)
        for length, steps in zip(LENGTHS[name], written, strict=True)
    )
    held = [key for session in sessions for key in session.keys]
    if len(set(held)) < len(held):
        raise CourseError(f"{outline.title}: {name} has a section twice")
    left_out = tuple(s.title for s in outline.sections if s.key not in held)
    return Plan(name, pace, sessions, left_out)


def _session(
    where: str, length: int, written: list[object], pace: str, outline: Outline
) -> Session:
    steps, keys = [], []
    for item in map(str, written):
        if other := OTHER.fullmatch(item):
            word, about, minutes = other.groups()
            title = WORDS[word] + (f": {about}" if about else "")
            steps.append(Step(title, int(minutes)))
        else:
            section = outline.section(item)
            keys.append(section.key)
            steps.append(Step(section.title, getattr(section, pace)))
    session = Session(length, tuple(steps), tuple(keys))
    if not 0 <= session.spare <= MOST_SPARE:
        taken = length - session.spare
        raise CourseError(f"{where}: the steps take {taken} of {length} minutes")
    return session
