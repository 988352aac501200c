"""The one table of misconceptions: the wrong idea in words, for every id.

Known mistakes of exercises and wrong options of questions carry an id; what a person reads where
ids are counted (in a guide, in the live view) is the text here. It says what is believed, in one
line, and stays fit to be shown on a wall: it is about the idea, never about whoever has it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from course_utils.catalog import (
    misconceptions_01,
    misconceptions_02,
    misconceptions_03,
    misconceptions_04,
    misconceptions_05,
)
from course_utils.catalog.trials import TRIALS

BY_LESSON: tuple[Mapping[str, str], ...] = (
    misconceptions_01.WRONG_IDEAS,
    misconceptions_02.WRONG_IDEAS,
    misconceptions_03.WRONG_IDEAS,
    misconceptions_04.WRONG_IDEAS,
    misconceptions_05.WRONG_IDEAS,
)


@cache
def wrong_ideas() -> dict[str, str]:
    """Every id and its wrong idea in words.

    Raises
    ------
    ValueError
        If two ideas share an id.
    """
    ideas: dict[str, str] = {}
    for table in (*BY_LESSON, _of_trials()):
        if twice := sorted(ideas.keys() & table.keys()):
            raise ValueError(f"two misconceptions have the id {twice[0]}; give one another id")
        ideas.update(table)
    return ideas


def idea_of(id: str) -> str:
    """The wrong idea behind an id, in words; "" for none, and for an id that nothing has."""
    return wrong_ideas().get(id, "")


def _of_trials() -> dict[str, str]:
    """The verdicts that go wrong in lesson 06: their ids are made from the claim and the word."""
    ideas = {}
    for trial in TRIALS:
        statements = {claim.slug: claim.statement for claim in trial.claims}
        for mistake in trial.exercise().mistakes:
            slug, _, word = mistake.id.partition(": ")
            about = "decided by another exhibit" if word == "exhibit" else f"judged: {word}"
            ideas[mistake.id] = f"“{statements[slug]}” is {about}"
    return ideas
