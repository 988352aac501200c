"""Putting a card or a form into the notebook, whatever happens while it is made."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from course_utils.notebook.answers import MisuseError
from course_utils.notebook.cards import Card, Code, Line, Look, card, note
from course_utils.words import one_line

OUR_FAULT = Look("?", "The checker failed", "var(--jp-border-color0, #808080)")


def show(shown: Any) -> None:
    """Display a card or a form; outside a notebook its plain text is printed."""
    from IPython.display import display

    display(shown)


def show_safely(verb: str, make: Callable[[], Any]) -> None:
    """Display what ``make`` returns; a misuse or a fault of ours becomes a card of its own."""
    try:
        shown = make()
    except MisuseError as misuse:
        shown = note(str(misuse))
    except Exception as fault:
        shown = our_fault(verb, fault)
    show(shown)


def our_fault(verb: str, fault: BaseException) -> Card:
    """The card for an exception in our own code: no traceback, and what to report."""
    what = f"{verb}: {type(fault).__name__}: {one_line(fault, 200)}"
    return card(
        OUR_FAULT,
        "",
        [
            Line("This is our fault, not yours, and says nothing about your answer."),
            Code("Please report this line:", what),
        ],
    )
