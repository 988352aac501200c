"""``progress``: everything that is recorded, where it is kept, and how to delete it."""

from __future__ import annotations

from collections.abc import Sequence

from course_utils.checking.exercise import Exercise
from course_utils.checking.verdict import Status
from course_utils.notebook import cards
from course_utils.notebook.cards import Block, Card, Line, Look, Table
from course_utils.notebook.checks import LOOKS
from course_utils.notebook.record import IN_MEMORY, Event, Record, the_record
from course_utils.notebook.showing import show_safely

PROGRESS = Look("i", "Your progress", cards.BLUE)
BEST_FIRST = (
    Status.PASSED,
    Status.UNSTABLE,
    Status.FAILED,
    Status.ERRORED,
    Status.TIMED_OUT,
    Status.CRASHED,
)


def progress() -> None:
    """Show what your record holds, sheet by sheet: attempts, hints, solutions, predictions.

    The record is a file on your own machine, and sent nowhere. (``join`` says what a class sees.)
    """
    show_safely("progress", progress_card)


def progress_card() -> Card:
    """The tables of everything recorded."""
    from course_utils.catalog import EXERCISES

    record = the_record()
    events = record.events()
    trouble = record.trouble
    sheets: dict[str, list[Exercise]] = {}
    for exercise in EXERCISES.values():
        sheets.setdefault(exercise.sheet, []).append(exercise)
    blocks: list[Block] = [Line(trouble)] if trouble else []
    for sheet, exercises in sheets.items():
        names = {exercise.name for exercise in exercises}
        if any(event.name in names for event in events):
            blocks.append(_sheet(sheet, exercises, events))
    if len(blocks) == bool(trouble):
        blocks.append(Line("No exercise has been checked yet."))
    blocks += [Line(_predictions(record)), Line(_where(record))]
    return cards.card(PROGRESS, "", blocks)


def _sheet(sheet: str, exercises: Sequence[Exercise], events: Sequence[Event]) -> Table:
    header = ("exercise", "best so far", "attempts", "hints", "solution")
    rows = tuple(
        _row(exercise, [e for e in events if e.name == exercise.name]) for exercise in exercises
    )
    return Table(sheet, header, rows)


def _row(exercise: Exercise, events: Sequence[Event]) -> tuple[str, ...]:
    reached = {e.detail.get("status") for e in events if e.kind == "attempt"}
    best = next((s for s in BEST_FIRST if s.value in reached), Status.NOT_ATTEMPTED)
    counts = {kind: sum(e.kind == kind for e in events) for kind in ("attempt", "hint", "solution")}
    return (
        f"`{exercise.name}`",
        f"{LOOKS[best].symbol} {LOOKS[best].words}",
        str(counts["attempt"]),
        f"{counts['hint']} of {len(exercise.hints)}",
        "seen" if counts["solution"] else "not seen",
    )


def _predictions(record: Record) -> str:
    made = record.predictions()
    if not made:
        return "No prediction has been committed yet."
    sure = sum(p.confidence for p in made) / len(made)
    right = sum(p.right for p in made) / len(made)
    return (
        f"Predictions: {len(made)}; {100 * sure:.0f} % sure on average, {100 * right:.0f} % right."
    )


def _where(record: Record) -> str:
    if record.path == IN_MEMORY:
        return "All of this is kept in memory only, and gone when this kernel ends."
    return (
        f"All of this is kept in `{record.path}`, on this machine only. To begin afresh, close "
        "your notebooks and delete that file."
    )
