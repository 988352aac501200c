"""The words of the live view: titles of exercises, questions behind mistakes, texts of options."""

from __future__ import annotations

from functools import cache
from typing import Any


@cache
def vocabulary() -> dict[str, Any]:
    """Everything of the catalog that the page shows, by sheet, exercise and question."""
    from course_utils.catalog import CHECKPOINTS, EXERCISES, SHEETS
    from course_utils.catalog.questions import QUESTIONS

    return {
        "sheets": [_group(sheet, exercises) for sheet, exercises in SHEETS.items()],
        "lessons": [_group(lesson, exercises) for lesson, exercises in CHECKPOINTS.items()],
        "titles": {name: exercise.title for name, exercise in EXERCISES.items()},
        "mistakes": {name: _mistakes(exercise) for name, exercise in EXERCISES.items()},
        "questions": {id: _question(question) for id, question in QUESTIONS.items()},
    }


def _group(name: str, exercises: Any) -> dict[str, Any]:
    return {"name": name, "exercises": [exercise.name for exercise in exercises]}


def _mistakes(exercise: Any) -> dict[str, str]:
    """The first question that belongs to each id: several wrong ways may share one."""
    texts: dict[str, str] = {}
    for mistake in exercise.mistakes:
        texts.setdefault(mistake.id, mistake.question)
    return texts


def _question(question: Any) -> dict[str, Any]:
    options = {option.letter: option.text for option in question.options}
    return {"text": question.text, "options": options, "answer": question.answer}
