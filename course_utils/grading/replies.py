"""What a worker's reply says, after everything in it has been doubted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from course_utils.checking.calling import FLAGS, LONGEST_MESSAGE
from course_utils.checking.engine import draw_cases, until_pointless, verdict_on
from course_utils.checking.exercise import Exercise
from course_utils.checking.once import JUDGING, Same
from course_utils.checking.verdict import Outcome, Verdict
from course_utils.grading.inside.frames import BreachError, Message, parsed
from course_utils.grading.inside.reading import Reader
from course_utils.words import clean, one_line

LARGEST_REMEMBERED = 2**14  # bytes of a reply whose verdict is remembered
CLASS_NAME = re.compile(r"[^\W\d]\w{0,59}")
FIELDS = {
    "missing": {"kind"},
    "signature": {"kind", "message"},
    "raised": {"kind", "error", "message", "where"},
    "returned": {"kind", "value", "flags", "modified"},
}


def outcome_in(header: bytes, raw: bytes, arguments: int) -> Outcome:
    """The outcome of one call of so many arguments. Raises BreachError where it says none."""
    reader = Reader(raw)
    outcome = _outcome(parsed(header), reader, arguments)
    reader.finish()
    return outcome


def outcomes_in(header: bytes, raw: bytes, arguments: Sequence[int]) -> list[Outcome]:
    """The outcomes of calls of so many arguments each; none where they were too much to tell."""
    done = parsed(header).get("done")
    if done is None and not raw:
        return []
    if type(done) is not list or len(done) > len(arguments):
        raise BreachError("more replies than calls")
    reader = Reader(raw)
    outcomes = [_outcome(each, reader, n) for each, n in zip(done, arguments, strict=False)]
    reader.finish()
    return outcomes


def _outcome(told: Any, reader: Reader, arguments: int) -> Outcome:
    kind = told.get("kind") if type(told) is dict else None
    if type(kind) is not str or told.keys() != FIELDS.get(kind):
        raise BreachError("a reply of no known kind")
    if kind == "returned":
        return Outcome(
            "returned",
            reader.part(told["value"]),
            flags=_flags(told["flags"]),
            modified=_positions(told["modified"], arguments),
        )
    if kind == "missing":
        return Outcome("missing")
    if kind == "signature":
        return Outcome("signature", message=text_in(told["message"]))
    return Outcome(
        "raised",
        error=class_in(told["error"]),
        message=text_in(told["message"]),
        where=text_in(told["where"]),
    )


def verdict_in(exercise: Exercise, seed: int, reply: Message) -> Verdict | None:
    """The verdict on a reply to all calls; answers that do the same are judged once.

    None where the reply was too large to be given. Raises BreachError where it is none.
    """
    remembered = sum(map(len, reply)) <= LARGEST_REMEMBERED
    judge = _verdict if remembered else _verdict.__wrapped__
    return judge(Same(exercise), seed, *reply)


@lru_cache(maxsize=1024)
def _verdict(exercise: Same, seed: int, header: bytes, raw: bytes) -> Verdict | None:
    cases = draw_cases(exercise.it, seed)
    if exercise.it.kind == "value":
        outcomes = [outcome_in(header, raw, 0)]
    else:
        outcomes = outcomes_in(header, raw, [len(case.arguments) for case in cases])
    with JUDGING:
        return verdict_on(exercise.it, cases, until_pointless(outcomes)) if outcomes else None


def ending_in(header: bytes, raw: bytes) -> str:
    """How a cell ended: "" where it finished, else the exception in words."""
    told = parsed(header)
    if raw or told.get("ended") not in ("finished", "raised"):
        raise BreachError("a cell that ended in no known way")
    if told["ended"] == "finished":
        return ""
    return f"{class_in(told.get('error'))}: {text_in(told.get('message'))}".rstrip(": ")


def text_in(text: Any) -> str:
    """A text for a report: short, without control characters."""
    if type(text) is not str:
        raise BreachError("no text where one is due")
    return clean(text, LONGEST_MESSAGE, lines=8)


def class_in(name: Any) -> str:
    """The name of an exception's class."""
    if type(name) is not str:
        raise BreachError("no name where one is due")
    return name if CLASS_NAME.fullmatch(name) else one_line("Exception")


def _flags(flags: Any) -> frozenset[str]:
    if type(flags) is not list or not all(type(f) is str and f in FLAGS for f in flags):
        raise BreachError("flags that are none")
    return frozenset(flags)


def _positions(modified: Any, arguments: int) -> tuple[int, ...]:
    known = range(arguments)
    if type(modified) is not list or not all(type(p) is int and p in known for p in modified):
        raise BreachError("arguments that are none")
    return tuple(modified)
