"""What passes between a form and the code behind it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Given:
    """What was given in the form: which button, the chosen letter ("" for none), the confidence."""

    button: str
    letter: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Reply:
    """What the form shows next: feedback as HTML, and whether the choice is closed from now on."""

    html: str
    locked: bool
    letter: str = ""
    confidence: int = 0
