"""What is written for instructors alone: one YAML file per lesson in source/guides."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import yaml

from course_utils.errors import CourseError

GUIDES = Path("source", "guides")


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question for a discussion: after which section, and what to expect."""

    after: str
    ask: str
    expect: str


@dataclass(frozen=True, slots=True)
class Cut:
    """A section to leave out, and what to say in its place."""

    section: str
    instead: str


@dataclass(frozen=True, slots=True)
class CodeStep:
    """A step of the live-coding script: what to say, and what to type."""

    say: str
    code: str


@dataclass(frozen=True, slots=True)
class GuideSource:
    """One lesson's file.

    aim : what the hour is for
    skip : what to leave out when time is short, in this order
    plans : by name, lists of steps (see ``plans.py``)
    prompts, live_coding : see above
    remedies : by id of a misconception, what an instructor can do about it within two minutes
    stumbles : "exercise id", the mistakes that most classes make
    """

    aim: str
    skip: tuple[Cut, ...]
    plans: dict[str, list[list[Any]]]
    prompts: tuple[Prompt, ...]
    remedies: dict[str, str]
    stumbles: tuple[str, ...]
    live_coding: tuple[CodeStep, ...]

    def script(self) -> str:
        """All that is typed, in one piece."""
        return "\n".join(step.code for step in self.live_coding)


def guide_sources(root: Path) -> tuple[Path, ...]:
    """The files of all guides, relative to the root."""
    return tuple(path.relative_to(root) for path in sorted((root / GUIDES).glob("*.yaml")))


def read_guide(root: Path, path: Path) -> GuideSource:
    """One guide's source; CourseError where a part is missing, unknown or of another form."""
    try:
        parts = yaml.safe_load((root / path).read_text(encoding="utf-8"))
        wanted = {field.name for field in fields(GuideSource)}
        if parts.keys() != wanted:
            raise ValueError(f"has the parts {sorted(parts)}, not {sorted(wanted)}")
        return GuideSource(
            aim=parts["aim"],
            skip=tuple(Cut(**cut) for cut in parts["skip"]),
            plans=parts["plans"],
            prompts=tuple(Prompt(**prompt) for prompt in parts["prompts"]),
            remedies=parts["remedies"],
            stumbles=tuple(parts["stumbles"]),
            live_coding=tuple(CodeStep(**step) for step in parts["live_coding"]),
        )
    except (yaml.YAMLError, AttributeError, TypeError, ValueError) as error:
        raise CourseError(f"{path.as_posix()}: {error}") from error
