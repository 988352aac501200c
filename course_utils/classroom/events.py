"""What a notebook may report: an exercise's status, the letter of a poll, a raised hand.

Whatever else is in a message makes it refused, so that neither code nor values can get here.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from course_utils.checking.verdict import Status

STATUSES = frozenset(s.value for s in Status) - {Status.NOT_ATTEMPTED, Status.GRADER_ERROR}
FIELDS = {
    "check": {"exercise", "status", "misconception"},
    "answer": {"question", "letter"},
    "hand": {"raised"},
    "leave": set(),
}
IDENTIFIER = re.compile(r"[0-9a-f]{32}")
OLDEST = 24 * 3600.0  # seconds that a report may have waited to be sent
LONGEST_NAME = 40
MOST_AT_ONCE = 50


class RefusedError(Exception):
    """A message that is not accepted: an HTTP status and one line that says why.

    ``index`` says which report of a batch is meant, ``wait`` after how many seconds to try again.
    """

    def __init__(self, status: int, reason: str, index: int | None = None, wait: float = 0) -> None:
        super().__init__(reason)
        self.status, self.reason, self.index, self.wait = status, reason, index, wait


@dataclass(frozen=True, slots=True)
class Event:
    """One report, validated. ``subject`` is the exercise or question, ``value`` what is said of it.

    Kinds: join (value: the name), check (value: a status), answer (value: a letter),
    hand (value: up or down), leave. ``age`` is how many seconds ago it happened when it was sent.
    """

    id: str
    kind: str
    subject: str = ""
    value: str = ""
    misconception: str = ""
    age: float = 0.0


@cache
def known_mistakes() -> Mapping[str, frozenset[str]]:
    """The ids of the known mistakes of every exercise."""
    from course_utils.catalog import EXERCISES

    return {name: frozenset(m.id for m in e.mistakes) for name, e in EXERCISES.items()}


@cache
def known_letters() -> Mapping[str, frozenset[str]]:
    """The letters of the options of every question."""
    from course_utils.catalog.questions import QUESTIONS

    return {id: frozenset(o.letter for o in q.options) for id, q in QUESTIONS.items()}


def identifier(raw: Any, what: str) -> str:
    """A random identifier that a client made: 32 hexadecimal digits."""
    if not isinstance(raw, str) or not IDENTIFIER.fullmatch(raw):
        raise RefusedError(422, f"{what} must be 32 hexadecimal digits")
    return raw


def chosen_name(raw: Any) -> str:
    """A name as it may be shown: on one line, without control or invisible characters, capped."""
    if not isinstance(raw, str):
        raise RefusedError(422, "name must be a text")
    spaced = " ".join(unicodedata.normalize("NFC", raw[:1000]).split())
    visible = "".join(c for c in spaced if not unicodedata.category(c).startswith("C"))
    name = visible[:LONGEST_NAME].strip()
    if not name:
        raise RefusedError(422, "name has no visible character")
    return name


def join_event(raw: Mapping[str, Any]) -> Event:
    """The event of a request to join, apart from its code and key."""
    _only(raw, {"code", "key", "id", "name"})
    return Event(identifier(raw["id"], "id"), "join", value=chosen_name(raw["name"]))


def reports(raw: Any) -> list[Event]:
    """The events of one batch; RefusedError, naming the first that is not right."""
    if not isinstance(raw, list) or not 1 <= len(raw) <= MOST_AT_ONCE:
        raise RefusedError(422, f"events must be a list of 1 to {MOST_AT_ONCE}")
    events = []
    for index, one in enumerate(raw):
        try:
            events.append(report(one))
        except RefusedError as refused:
            refused.index = index
            raise
    return events


def report(raw: Any) -> Event:
    """One event of a batch."""
    kind = raw.get("kind") if isinstance(raw, dict) else None
    if not isinstance(kind, str) or kind not in FIELDS:
        raise RefusedError(422, f"kind must be one of {', '.join(FIELDS)}")
    _only(raw, {"id", "kind", "age"} | FIELDS[kind])
    id, age = identifier(raw["id"], "id"), raw["age"]
    if type(age) not in (int, float) or not math.isfinite(age) or not 0 <= age <= OLDEST:
        raise RefusedError(422, f"age must be a number of seconds from 0 to {OLDEST:.0f}")
    if kind == "check":
        exercise, misconception = _check(raw)
        return Event(id, kind, exercise, raw["status"], misconception, age)
    if kind == "answer":
        question = _one_of(known_letters(), raw["question"], "question")
        letter = _one_of(known_letters()[question], raw["letter"], f"letter of {question}")
        return Event(id, kind, question, letter, age=age)
    if kind == "hand" and type(raw["raised"]) is not bool:
        raise RefusedError(422, "raised must be true or false")
    return Event(id, kind, value="" if kind == "leave" else _hand(raw["raised"]), age=age)


def _check(raw: Mapping[str, Any]) -> tuple[str, str]:
    exercise = _one_of(known_mistakes(), raw["exercise"], "exercise")
    _one_of(STATUSES, raw["status"], "status")
    known = known_mistakes()[exercise] | {""}
    return exercise, _one_of(known, raw["misconception"], f"misconception of {exercise}")


def _hand(raised: bool) -> str:
    return "up" if raised else "down"


def _one_of(known: Any, raw: Any, what: str) -> str:
    if not isinstance(raw, str) or raw not in known:
        raise RefusedError(422, f"unknown {what}")
    return raw


def _only(raw: Mapping[str, Any], fields: set[str]) -> None:
    if set(raw) != fields:
        raise RefusedError(422, f"the fields must be {', '.join(sorted(fields))}, and no others")
