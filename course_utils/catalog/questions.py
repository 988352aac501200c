"""The one bank of questions: predictions and concept questions of every lesson, by id.

Each lesson's questions stand in modules of their own, ``questions_02.py`` and
``questions_02_concepts.py`` for lesson 02, which define ``QUESTIONS``, a tuple of ``Question``.
They are gathered when the bank is first asked for: ``from course_utils.catalog.questions import
QUESTIONS`` gives a dict from id to Question.

A *concept question* is asked at the end of a section, can be put to a class, and comes back as a
retrieval question at the start of a later lesson. The misconception behind each of its wrong
options has a text in ``misconceptions.py``; what an instructor can do about it within two minutes
stands in the guide's source, where learners do not see it.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

FEWEST_OPTIONS = 2
CONCEPT_OPTIONS = 4


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose from, and why it is right or what is wrong with it.

    ``misconception`` is the id of the known mistake behind a wrong option, where there is one.
    """

    letter: str
    text: str
    why: str
    misconception: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question with options, one of them right: ``answer`` is its letter.

    ``id`` begins with the lesson's number, ``"02.slope_at_zero"``; ``lesson`` is that number.
    Texts are plain, with `code` between backticks.

    Raises
    ------
    ValueError
        If the id does not begin with the lesson, a letter occurs twice, there are fewer than two
        options, or the answer is none of them; for a concept question also if there are not four
        options, or a wrong one names no misconception.
    """

    id: str
    lesson: str
    text: str
    options: tuple[Option, ...]
    answer: str
    concept: bool = False

    def __post_init__(self) -> None:
        letters = [option.letter for option in self.options]
        if not self.id.startswith(f"{self.lesson}."):
            raise ValueError(f'question {self.id}: the id must begin with "{self.lesson}."')
        if len(letters) < FEWEST_OPTIONS or len(set(letters)) < len(letters):
            raise ValueError(f"question {self.id}: needs two options or more, got {letters}")
        if self.answer not in letters:
            raise ValueError(f"question {self.id}: answer {self.answer!r} is not one of {letters}")
        if self.concept:
            self._refuse_what_tells_no_concept()

    def _refuse_what_tells_no_concept(self) -> None:
        if len(self.options) != CONCEPT_OPTIONS:
            raise ValueError(f"question {self.id}: a concept question has four options")
        if any(option.misconception == "" for option in self.wrong()):
            raise ValueError(f"question {self.id}: a wrong option without a misconception")
        if self.option(self.answer).misconception:
            raise ValueError(f"question {self.id}: the right option with a misconception")

    def wrong(self) -> tuple[Option, ...]:
        """The options that are not the answer."""
        return tuple(option for option in self.options if option.letter != self.answer)

    def option(self, letter: str) -> Option:
        """The option with this letter; KeyError where there is none."""
        for option in self.options:
            if option.letter == letter:
                return option
        raise KeyError(f"question {self.id} has no option {letter!r}")


def concept(id: str, text: str, *options: Option, answer: str) -> Question:
    """A concept question; its lesson is the beginning of its id."""
    return Question(id, id.partition(".")[0], text, options, answer, concept=True)


def merged(banks: Iterable[Iterable[Question]]) -> dict[str, Question]:
    """The questions of several lessons by id; ValueError where two share an id."""
    questions: dict[str, Question] = {}
    for bank in banks:
        for question in bank.values() if isinstance(bank, dict) else bank:
            if question.id in questions:
                raise ValueError(f"two questions have the id {question.id}; give one another id")
            questions[question.id] = question
    return questions


@cache
def _bank() -> dict[str, Question]:
    import course_utils.catalog as catalog

    modules = sorted(
        module.name
        for module in pkgutil.iter_modules(catalog.__path__)
        if module.name.startswith("questions_")
    )
    return merged(
        importlib.import_module(f"{catalog.__name__}.{name}").QUESTIONS for name in modules
    )


def __getattr__(name: str) -> Any:
    """QUESTIONS on first use: the lessons' modules import the types above from this one."""
    if name == "QUESTIONS":
        return _bank()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
