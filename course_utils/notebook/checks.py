"""``check``: mark an answer where the learner stands, and say the one thing that helps."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

from course_utils.checking.exercise import Exercise
from course_utils.checking.verdict import Status, Verdict
from course_utils.notebook import cards
from course_utils.notebook.answers import Finding, MisuseError, find, mark, names_of_caller
from course_utils.notebook.cards import Block, Card, Code, Line, Look, Table
from course_utils.notebook.classroom import report_check
from course_utils.notebook.helping import has_worked_answer
from course_utils.notebook.record import UNSOLVED, the_record
from course_utils.notebook.showing import OUR_FAULT, our_fault, show
from course_utils.words import clean, one_line

LOOKS = {
    Status.PASSED: Look("✓", "Passed", cards.GREEN),
    Status.UNSTABLE: Look("≈", "Right, but not stable", cards.AMBER),
    Status.FAILED: Look("✗", "Not right yet", cards.RED),
    Status.ERRORED: Look("!", "Stopped by an error", cards.RED),
    Status.TIMED_OUT: Look("…", "Took too long", cards.RED),
    Status.CRASHED: Look("×", "The process ended", cards.RED),
    Status.NOT_ATTEMPTED: Look("○", "Not attempted", cards.GREY),
    Status.GRADER_ERROR: OUR_FAULT,
}
WARM = (
    "Right on every input that was tried, extreme ones included. Well done.",
    "Right everywhere, also where the numbers get extreme. This one is yours now.",
    "Every value agrees with the reference, far out too. Good work.",
)
LONGEST_MESSAGE = 480
PRINTED_LINES = 3
SHORT_INPUT = 80  # a longer one stands in the message already, and is no smaller case


def check(*names: Any) -> None:
    """Mark the answer bound to an exercise's name and show what was found.

    Parameters
    ----------
    *names : str
        An exercise, ``check("sigmoid")``, several of them, or a whole sheet,
        ``check("02_sigmoid_tanh")``. The answer itself will do too: ``check(sigmoid)``.

    Notes
    -----
    The result is displayed and kept in your record (see ``progress``); nothing is returned. What
    is found here is advice: the same check in grading decides on points.
    """
    namespace = names_of_caller(sys._getframe(1))
    for name in names or (None,):
        _check_one(name, namespace)


def _check_one(name: Any, namespace: Mapping[str, Any]) -> None:
    try:
        shown, finding = _checked(name, namespace)
        show(shown)
        if finding is not None:
            _show_picture(finding, namespace)
    except MisuseError as misuse:
        show(cards.note(str(misuse)))
    except KeyboardInterrupt:
        show(cards.note("The check was stopped before it ended."))
    except BaseException as fault:  # an answer's SystemExit must not end the notebook either
        show(our_fault("check", fault))


def _checked(name: Any, namespace: Mapping[str, Any]) -> tuple[Card, Finding | None]:
    from course_utils.catalog import EXERCISES, SHEETS

    if isinstance(name, str) and name.strip() in SHEETS and name.strip() not in EXERCISES:
        return check_sheet(name.strip(), SHEETS[name.strip()], namespace), None
    finding = mark(find(name, namespace), namespace)
    trouble = keep(finding.verdict)
    return verdict_card(finding, offers(finding), trouble), finding


def check_sheet(sheet: str, exercises: tuple[Exercise, ...], namespace: Mapping[str, Any]) -> Card:
    """Mark every exercise of a sheet; a table with one row each."""
    found = [mark(exercise, namespace) for exercise in exercises]
    troubles = [trouble for finding in found if (trouble := keep(finding.verdict))]
    rows = tuple(
        (f"`{f.exercise.name}`", _in_words(f.verdict.status), _in_short(f.verdict)) for f in found
    )
    done = sum(finding.verdict.status is Status.PASSED for finding in found)
    table = Table(f"{done} of {len(found)} passed", ("exercise", "verdict", "what was found"), rows)
    look = LOOKS[Status.PASSED] if done == len(found) else Look("i", "Sheet", cards.BLUE)
    return cards.card(look, sheet, [table, *map(Line, troubles[:1])])


def keep(verdict: Verdict) -> str:
    """Record and report an attempt, unless it is a blank; a line where recording did not work."""
    if verdict.status in (Status.NOT_ATTEMPTED, Status.GRADER_ERROR):
        return ""
    report_check(verdict)
    return the_record().add("attempt", verdict.exercise, status=verdict.status.value)


def offers(finding: Finding) -> str:
    """What to turn to next, by how often this exercise has fallen short so far."""
    verdict, exercise = finding.verdict, finding.exercise
    if verdict.status.value not in UNSOLVED:
        return ""
    record = the_record()
    count = record.unsolved_attempts(exercise.name)
    more_hints = len(record.events("hint", exercise.name)) < len(exercise.hints)
    hint = f'`hint("{exercise.name}")`'
    smaller = _smaller_case(verdict)
    if count <= 1:
        return ""
    if count == 2 and more_hints:
        return f"A hint, if you like: {hint}."
    if count <= 3 and smaller:
        return smaller
    steps = [f"{hint} goes a step further"] if more_hints else []
    if has_worked_answer(exercise):
        steps.append(f'`solution("{exercise.name}")` shows the worked answer')
    return f"Still stuck? {'; '.join(steps)}." if steps else ""


def _smaller_case(verdict: Verdict) -> str:
    found = verdict.difference
    if found is None or found.stage not in ("values", "stability"):
        return ""
    if not found.arguments or len(found.arguments) > SHORT_INPUT:
        return ""
    alone = f"A smaller case: take only {one_line(found.arguments)} and work it out on paper"
    if found.stage == "stability":
        return f"{alone}. Which operation is the first whose result no float can hold?"
    return f"{alone}, one operation a line. At which line does your code part from the paper?"


def verdict_card(finding: Finding, offer: str = "", trouble: str = "") -> Card:
    """The card of one verdict: status, the one message, the counterexample, what comes next."""
    verdict, exercise = finding.verdict, finding.exercise
    blocks: list[Block] = []
    if verdict.status is Status.PASSED:
        blocks.append(Line(_warm(exercise)))
    else:
        blocks.append(Line(clean(verdict.message, LONGEST_MESSAGE), foreign=True))
    blocks += _counterexample(exercise, verdict)
    if verdict.question:
        blocks.append(Line(f"To think about: {clean(verdict.question)}"))
    if offer:
        blocks.append(Line(offer))
    if finding.printed.strip():
        blocks.append(
            Code("It printed while it was checked:", clean(finding.printed, 240, PRINTED_LINES))
        )
    if trouble:
        blocks.append(Line(one_line(trouble)))
    return cards.card(LOOKS[verdict.status], f"`{exercise.name}`", blocks)


def _warm(exercise: Exercise) -> str:
    """A line for a pass: always the same one for the same exercise."""
    if exercise.kind == "value":
        return "All of it is right. Well done."
    return WARM[sum(map(ord, exercise.name)) % len(WARM)]


def _counterexample(exercise: Exercise, verdict: Verdict) -> list[Block]:
    found = verdict.difference
    if found is None or found.stage not in ("values", "stability") or not found.expected:
        return []
    header, row = ["expected", "yours"], [found.expected, found.got]
    if found.index and not exercise.elementwise:
        header.insert(0, "at index")
        row.insert(0, str(found.index if len(found.index) > 1 else found.index[0]))
    if len(found.arguments) <= SHORT_INPUT:
        header.insert(0, "input")
        row.insert(0, found.arguments)
    cells = tuple(one_line(text, 120) for text in row)
    return [Table("", tuple(header), (cells,))]


def _in_words(status: Status) -> str:
    return f"{LOOKS[status].symbol} {LOOKS[status].words}"


def _in_short(verdict: Verdict) -> str:
    if verdict.status is Status.PASSED:
        return ""
    if verdict.status is Status.NOT_ATTEMPTED:
        return one_line(verdict.message.split(". ")[0].rstrip("."), 160)
    return one_line(verdict.question or verdict.message, 160)


def _show_picture(finding: Finding, namespace: Mapping[str, Any]) -> None:
    """Below the card, a picture of theirs against the reference, where one says something."""
    if finding.exercise.curve is None:
        return
    if finding.verdict.status not in (Status.FAILED, Status.UNSTABLE):
        return
    from course_utils.notebook.pictures import show_against_expected

    show_against_expected(finding.exercise, namespace.get(finding.exercise.name))
