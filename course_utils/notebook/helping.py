"""``hint``, one step of a ladder per call, and ``solution``, the worked answer."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from course_utils.cells import bound_names
from course_utils.checking.exercise import Exercise
from course_utils.notebook import cards
from course_utils.notebook.answers import find, names_of_caller
from course_utils.notebook.cards import Card, Line, Look
from course_utils.notebook.cells import code_cells
from course_utils.notebook.record import the_record
from course_utils.notebook.showing import show_safely
from course_utils.places import course_root

HINT = Look("→", "Hint", cards.BLUE)
# Spelt so that a copy of the course without solutions holds no marker of one.
MARKERS = tuple(f"### {word} SOLUTION" for word in ("BEGIN", "END"))


def hint(name: Any = None) -> None:
    """Show the next hint for an exercise: each call goes one step further.

    Parameters
    ----------
    name : str
        The exercise, ``hint("sigmoid")``.
    """
    namespace = names_of_caller(sys._getframe(1))
    show_safely("hint", lambda: hint_card(find(name, namespace, "hint")))


def hint_card(exercise: Exercise) -> Card:
    """The next step of the ladder, which is thereby taken."""
    worked = ""
    if has_worked_answer(exercise):
        worked = f' `solution("{exercise.name}")` shows the worked answer.'
    steps = exercise.hints
    if not steps:
        return cards.card(HINT, f"`{exercise.name}`", [Line(f"There are no hints here.{worked}")])
    record = the_record()
    taken = len(record.events("hint", exercise.name))
    if taken >= len(steps):
        again = [Line(f"{number}. {step}") for number, step in enumerate(steps, 1)]
        last = Line(f"That was every hint there is.{worked}")
        return cards.card(HINT, f"`{exercise.name}`, all {len(steps)} steps", [*again, last])
    trouble = record.add("hint", exercise.name, step=taken + 1)
    more = (
        f'`hint("{exercise.name}")` goes a step further.'
        if taken + 1 < len(steps)
        else f"This is the last hint.{worked}"
    )
    subject = f"`{exercise.name}`, step {taken + 1} of {len(steps)}"
    lines = [steps[taken], more, *([trouble] if trouble else [])]
    return cards.card(HINT, subject, [Line(line) for line in lines])


def solution(name: Any = None) -> None:
    """Show the worked answer to an exercise; your record keeps that you looked.

    Parameters
    ----------
    name : str
        The exercise, ``solution("sigmoid")``.
    """
    namespace = names_of_caller(sys._getframe(1))
    show_safely("solution", lambda: solution_card(find(name, namespace, "solution")))


def solution_card(exercise: Exercise, root: Path | None = None) -> Card:
    """The worked answer as a block of code, or where it would be."""
    if not has_worked_answer(exercise):
        return cards.note(
            f"`{exercise.name}` is a checkpoint within a lesson and has no worked answer of its "
            "own: the section before it has all that it takes."
        )
    code = worked_answer(exercise, root)
    if not code:
        return cards.note(
            f"The worked answer to `{exercise.name}` is not part of this copy of the course. "
            "Your teacher has it, and so has the full course, in the folder solutions."
        )
    trouble = the_record().add("solution", exercise.name)
    fence = "```"
    while fence in code:
        fence += "`"
    after = [
        "Close it and write it once more from memory; your record keeps that you looked.",
        *([trouble] if trouble else []),
    ]
    title = f"The worked answer to {exercise.name}"
    plain = "\n".join([f"{title}:", "", code, "", *after])
    markdown = "\n\n".join([f"**{title}**", f"{fence}python\n{code}\n{fence}", *after])
    return Worked(plain, markdown)


class Worked(Card):
    """Code that the front end highlights in its own theme."""

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return {"text/markdown": self.markup, "text/plain": self.plain}


def has_worked_answer(exercise: Exercise) -> bool:
    """Whether there is a worked answer: the sheets have them, checkpoints in lessons do not."""
    from course_utils.catalog import SHEETS

    return exercise.sheet in SHEETS


def worked_answer(exercise: Exercise, root: Path | None = None) -> str:
    """The cell that binds the exercise's name in the solutions, or "" where there is none.

    The sheet's own notebook comes first; the others are looked through after it.
    """
    try:
        folder = (root or course_root()) / "solutions"
    except FileNotFoundError:
        return ""
    own = folder / f"{exercise.sheet}.ipynb"
    others = sorted(path for path in folder.glob("*.ipynb") if path != own)
    for path in [own, *others]:
        if path.is_file():
            for source in code_cells(path):
                if exercise.name in bound_names(source):
                    lines = [line for line in source.split("\n") if line.strip() not in MARKERS]
                    return "\n".join(lines).strip("\n")
    return ""
