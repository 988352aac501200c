"""Words of the live view: titles of exercises, wrong ideas behind mistakes, texts of options."""

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
    """The wrong idea in words, for each id that the exercise knows."""
    from course_utils.catalog.misconceptions import wrong_ideas

    return {mistake.id: wrong_ideas()[mistake.id] for mistake in exercise.mistakes}


def _question(question: Any) -> dict[str, Any]:
    options = {option.letter: option.text for option in question.options}
    return {"text": question.text, "options": options, "answer": question.answer}
