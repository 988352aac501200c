"""Judging answers that are values: a number, a dict of numbers (blanks), of letters (a quiz)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
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


def is_rounded(value: Any, number: float) -> bool:
    """Whether a value is this number, rounded to two to five digits: right, but not exact."""
    found = read_number(value)
    return any(found == float(f"{number:.{digits}g}") for digits in range(2, 6))


def _not_it(value: Any, number: float) -> str:
    """What is wrong with a number: it is another one, or the right one cut short."""
    shown = short_text(value)
    if isinstance(value, str):
        return f"{shown} is text. Write the number without quotes."
    if is_rounded(value, number):
        return f"{shown} is right but rounded. Give more digits, or a calculation such as 2/3."
    return f"{shown} is not it."


def judge_number(number: float) -> Callable[[Any], Difference | None]:
    """The judge of an exercise that asks for one number. It never tells the number."""

    def judge(value: Any) -> Difference | None:
        if is_number(value, number):
            return None
        found = read_number(value)
        if isinstance(value, str):
            return Difference("dtype", _not_it(value, number))
        if found is None:
            kind = article(type(value).__name__)
            return Difference("dtype", f"A single number is asked for; this is {kind}.")
        return Difference("values", _not_it(value, number), got=f"{found:g}")

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
            first = min(right, key=lambda way: not is_rounded(value[wrong[0]], way[wrong[0]]))
            found = _not_it(value[wrong[0]], first[wrong[0]])
            text = f"{good} of {len(keys)} blanks are right. {wrong[0]}: {found}"
            return Difference("values", text, got=short_text(value[wrong[0]]))
        if missing:
            return Difference("values", f"Still to fill: {', '.join(missing)}.")
        return None

    return judge


def judge_letters(
    key: Mapping[str, str], letters: str = "ABCD"
) -> Callable[[Any], Difference | None]:
    """The judge of a quiz, a dict question → letter. It counts, and names one wrong answer."""
    return _judge_choices(key, tuple(letters), "question", "one of the letters")


def judge_words(key: Mapping[str, str], words: Sequence[str]) -> Callable[[Any], Difference | None]:
    """The judge of a dict task → word. It counts, and names one wrong answer."""
    return _judge_choices(key, tuple(words), "task", "one of")


def _judge_choices(
    key: Mapping[str, str], options: tuple[str, ...], noun: str, one_of: str
) -> Callable[[Any], Difference | None]:
    right = {entry: choice.upper() for entry, choice in key.items()}

    def judge(value: Any) -> Difference | None:
        if not isinstance(value, dict):
            kind = article(type(value).__name__)
            return Difference("dtype", f"A dict {noun} → choice is asked for; this is {kind}.")
        strange = [short_text(entry) for entry in value if entry not in right]
        if strange:
            return Difference(
                "shape", f"There is no {noun} {strange[0]}; there are: {listed(right)}."
            )
        missing = [entry for entry in right if blank(value.get(entry))]
        answers = [entry for entry in right if entry not in missing]
        wrong = [entry for entry in answers if letter(value[entry]) != right[entry]]
        if not wrong:
            todo = f"Still to answer: {listed(missing)}."
            return Difference("values", todo) if missing else None
        chosen = short_text(value[wrong[0]]).strip("'")
        if letter(value[wrong[0]]) not in {option.upper() for option in options}:
            text = f"{wrong[0]}: {one_of} {listed(options)} is asked for, not {chosen}."
            return Difference("values", text)
        good = len(answers) - len(wrong)
        text = f"{good} of {len(right)} are right. {wrong[0]}: {chosen} is not it."
        return Difference("values", text, got=chosen)

    return judge


def listed(names: Iterable[str]) -> str:
    """Names in a row; between semicolons where a comma could be part of a name."""
    names = tuple(names)
    return ("; " if any("," in name for name in names) else ", ").join(names)


def judge_order(right: Sequence[int]) -> Callable[[Any], Difference | None]:
    """The judge of an order of numbered lines; it names the first line that is out of place."""

    def judge(value: Any) -> Difference | None:
        several = isinstance(value, (list, tuple)) or (isinstance(value, np.ndarray) and value.ndim)
        if not several:
            kind = article(type(value).__name__)
            return Difference("dtype", f"A list of line numbers is asked for; this is {kind}.")
        if any(isinstance(entry, str) for entry in value):
            return Difference("dtype", "Line numbers are asked for: 1, not '1'.")
        numbers = [read_number(entry) for entry in value]
        if sorted(n for n in numbers if n is not None) != sorted(right) or None in numbers:
            lines = ", ".join(map(str, sorted(right)))
            return Difference("shape", f"Each of the lines {lines} is needed, once each.")
        wrong = next((k for k, n in enumerate(numbers) if n != right[k]), None)
        if wrong is None:
            return None
        right_so_far = f"The first {wrong} are in order. " if wrong > 1 else "The first is right. "
        text = f"{right_so_far}Line {numbers[wrong]:g} cannot come next."
        if wrong == 0:
            text = f"Line {numbers[wrong]:g} cannot come first."
        return Difference("values", text, got=f"{numbers[wrong]:g}")

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
