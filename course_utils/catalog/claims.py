"""The one bank of claims: sentences as one meets them in introductions, and what became of each.

The lesson that decides a claim has a cell with the tag ``claim:<slug>`` in the section named here.
Lesson 06 tries them all; the claims of one trial stand together in a module of their own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Word = Literal["right", "needs a condition", "imprecise", "goes too far", "wrong"]

# The verdicts, and when each is the one to give.
VERDICTS: dict[Word, str] = {
    "right": "true as it stands",
    "needs a condition": "true once a condition is named that the sentence leaves out",
    "imprecise": "a word in it does not fit what happens; a more exact one does",
    "goes too far": "it starts from something true, and concludes more than follows from it",
    "wrong": "false as it stands, and no single word repairs it",
}


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence on trial.

    slug : names the deciding cell, by its tag, and the claim everywhere else
    statement : as it is commonly put; no single author is meant
    verdict : the word that fits best; each of ``arguable`` can be defended as well
    correction : what to say instead, in one line
    lesson, section : where the deciding cell stands: the lesson's name, the heading of its section
    exhibits : the letters of the experiments in lesson 06 that decide it
    accepted, rejected : what those are told who call it right, or wrong: what was observed, and
        one question
    """

    slug: str
    statement: str
    verdict: Word
    correction: str
    lesson: str
    section: str
    exhibits: str
    accepted: str = ""
    rejected: str = ""
    arguable: tuple[Word, ...] = ()

    @property
    def tag(self) -> str:
        """The tag of the cell that decides."""
        return f"claim:{self.slug}"

    @property
    def link(self) -> str:
        """The lesson's address from another one: no address of a section works everywhere."""
        return f"{self.lesson}.ipynb"

    @property
    def place(self) -> str:
        """The same place in words: lesson 02, section 7."""
        return f"lesson {self.lesson[:2]}, section {self.section.partition('.')[0]}"


def by_slug(claims: Iterable[Claim]) -> dict[str, Claim]:
    """Claims by slug; ValueError where two share one."""
    found: dict[str, Claim] = {}
    for claim in claims:
        if claim.slug in found:
            raise ValueError(f"two claims have the slug {claim.slug}")
        found[claim.slug] = claim
    return found
