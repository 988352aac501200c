"""``glossary``: what a term of the course means, and which lesson introduces it."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

from course_utils.catalog.glossary import TERMS, Term, find
from course_utils.notebook import cards
from course_utils.notebook.cards import Card, Folded, Line, Look, Table
from course_utils.notebook.showing import show_safely

GLOSSARY = Look("i", "Glossary", cards.BLUE)
CLOSE = 3  # how many terms are offered for one that is not in the glossary


def glossary(term: Any = None) -> None:
    """Show what a term means; without one, all terms, lesson by lesson.

    Parameters
    ----------
    term : str, optional
        The term in any of its forms, ``glossary("logits")``.
    """
    show_safely("glossary", lambda: all_terms() if term is None else card_for(str(term)))


def card_for(word: str) -> Card:
    """The meaning of one term, or the terms that are written most like it."""
    term = find(word)
    if term is not None:
        where = Line(f"Introduced in lesson {term.lesson}.")
        return cards.card(GLOSSARY, term.name, [Line(term.meaning), where])
    near = get_close_matches(word, [known.name for known in TERMS], CLOSE)
    offer = f"Did you mean: {', '.join(near)}?" if near else "`glossary()` shows all terms."
    return cards.card(GLOSSARY, "", [Line(f"There is no entry for {word!r}. {offer}")])


def all_terms() -> Card:
    """A table for each lesson, in the order in which the terms are introduced."""
    by_lesson: dict[str, list[Term]] = {}
    for term in TERMS:
        by_lesson.setdefault(term.lesson, []).append(term)
    tables = [
        Folded(
            f"Lesson {lesson}: {len(terms)} terms",
            (Table("", ("term", "meaning"), tuple((t.name, t.meaning) for t in terms)),),
        )
        for lesson, terms in by_lesson.items()
    ]
    return cards.card(GLOSSARY, f"the {len(TERMS)} terms of the course", tables)
