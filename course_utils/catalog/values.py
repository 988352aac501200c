"""Judging answers that are values: a number, a dict of numbers (blanks), of letters (a quiz)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from course_utils.checking.compare import NotNumbersError, article, plain
from course_utils.checking.engine import blank
from course_utils.checking.exercise import Case, Exercise, Mistake
from course_utils.checking.verdict import Difference

ATOL = 1e-6  # numbers typed by hand


def value_exercise(
    name: str,
    sheet: str,
    title: str,
    judge: Callable[[Any], Difference | None],
    *,
    points: float = 0,
    mistakes: tuple[Mistake, ...] = (),
    hints: tuple[str, ...] = (),
) -> Exercise:
    """An exercise whose answer is a value and not a function."""
    return Exercise(
        name=name,
        sheet=sheet,
        title=title,
        points=points,
        parameters=(),
        cases=lambda generator: [Case((), "the value as it stands")],
        reference=lambda: None,
        kind="value",
        judge_value=judge,
        mistakes=mistakes,
        hints=hints,
    )


def read_number(value: Any) -> float | None:
    """A single finite number out of a value (also a 0-d or one-entry array), else None."""
    try:
        numbers = plain(value)
    except NotNumbersError:
        return None
    return float(numbers.reshape(())) if numbers.size == 1 else None


def is_number(value: Any, number: float) -> bool:
    """Whether a value is this number, to the accuracy of a number typed by hand."""
    found = read_number(value)
    return found is not None and (found == number or abs(found - number) <= ATOL)


def judge_number(number: float) -> Callable[[Any], Difference | None]:
    """The judge of an exercise that asks for one number. It never tells the number."""

    def judge(value: Any) -> Difference | None:
        if is_number(value, number):
            return None
        found = read_number(value)
        if found is None:
            kind = article(type(value).__name__)
            return Difference("dtype", f"A single number is asked for; this is {kind}.")
        return Difference("values", f"{found:g} is not it.", got=f"{found:g}")

    return judge


def judge_blanks(
    *right: Mapping[str, float],
) -> Callable[[Any], Difference | None]:
    """The judge of a dict of blanks; with several right ways to fill them, all are given."""

    def judge(value: Any) -> Difference | None:
        if not isinstance(value, dict):
            return Difference(
                "dtype",
                f"A dict with the blanks is asked for; this is {article(type(value).__name__)}.",
            )
        keys = list(right[0])
        strange = [repr(key) for key in value if key not in keys]
        if strange:
            return Difference(
                "shape", f"There is no blank {strange[0]}; the blanks are {', '.join(keys)}."
            )
        missing = [key for key in keys if blank(value.get(key))]
        wrong = min(
            (
                [k for k in keys if k not in missing and not is_number(value[k], way[k])]
                for way in right
            ),
            key=len,
        )
        if wrong:
            good = len(keys) - len(wrong) - len(missing)
            shown = short_text(value[wrong[0]])
            text = f"{good} of {len(keys)} blanks are right. {wrong[0]}: {shown} is not it."
            return Difference("values", text, got=shown)
        if missing:
            return Difference("values", f"Still to fill: {', '.join(missing)}.")
        return None

    return judge


def judge_letters(
    key: Mapping[str, str], letters: str = "ABCD"
) -> Callable[[Any], Difference | None]:
    """The judge of a quiz, a dict question → letter. It counts, and names one wrong answer."""

    def judge(value: Any) -> Difference | None:
        if not isinstance(value, dict):
            kind = article(type(value).__name__)
            return Difference("dtype", f"A dict question → letter is asked for; this is {kind}.")
        strange = [short_text(question) for question in value if question not in key]
        if strange:
            known = ", ".join(key)
            return Difference(
                "shape", f"There is no question {strange[0]}; the questions are {known}."
            )
        missing = [question for question in key if blank(value.get(question))]
        if missing:
            return Difference("values", f"Still to answer: {', '.join(missing)}.")
        wrong = [question for question in key if letter(value[question]) != key[question]]
        if not wrong:
            return None
        chosen = letter(value[wrong[0]])
        if chosen is None or chosen not in letters:
            given = short_text(value[wrong[0]])
            text = f"{wrong[0]}: one of the letters {', '.join(letters)} is asked for, not {given}."
            return Difference("values", text)
        good = len(key) - len(wrong)
        text = f"{good} of {len(key)} are right. {wrong[0]}: {chosen} is not it."
        return Difference("values", text, got=chosen)

    return judge


def letter(value: Any) -> str | None:
    """A letter as typed, in upper case and without spaces; None for anything but text."""
    return str.strip(value).upper() if isinstance(value, str) else None


def short_text(value: Any) -> str:
    """A value in a few characters, never by asking an unknown object how it looks."""
    if isinstance(value, str):
        return repr(str.__str__(value)[:40])
    number = read_number(value)
    return f"{number:g}" if number is not None else article(type(value).__name__)


def answered(question: str, *choices: str) -> Callable[[Any], bool]:
    """A predicate for a quiz's known mistake: this question got one of these letters."""
    return lambda value: isinstance(value, dict) and letter(value.get(question)) in choices


def filled(**numbers: float) -> Callable[[Any], bool]:
    """A predicate for a blank's known mistake: these blanks hold these numbers."""
    return filled_with(numbers)


def filled_with(numbers: Mapping[str, float]) -> Callable[[Any], bool]:
    """The same for blanks whose names are not Python names."""

    def matches(value: Any) -> bool:
        return isinstance(value, dict) and all(
            key in value and is_number(value[key], number) for key, number in numbers.items()
        )

    return matches


def said(number: float) -> Callable[[Any], bool]:
    """A predicate for a known wrong number."""
    if np.isinf(number):
        return lambda value: read_number(value) == number
    return lambda value: is_number(value, number)
