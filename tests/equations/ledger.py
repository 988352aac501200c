"""The ledger: each relation of each lesson with how it is dealt with, and nothing left out.

What is not declared to be a definition, checked by hand or no claim is checked by machine, and a
symbol without a declaration is any real number between −3 and 3. So a new equation, or a new
lesson, needs no entry as long as it can be read and holds for all numbers.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from finding import Formula, Step, all_formulas, steps_of
from meaning import MeaninglessError
from points import InWords, Reading, fails
from reading import UnreadableError

TABLES = {"definition": "DEFINITIONS", "by hand": "BY_HAND", "no claim": "NO_CLAIM"}
NOTHING_KNOWN = SimpleNamespace(
    ALWAYS=Reading(), READINGS={}, DEFINITIONS={}, BY_HAND={}, NO_CLAIM={}, EQUIVALENT={}
)


@dataclass(frozen=True)
class Entry:
    step: Step
    kind: str  # by machine, by hand, definition, no claim
    remark: Any
    reading: Reading


def known(lesson: str) -> Any:
    """The declarations for one lesson, such as "02_sigmoid_tanh"; a new lesson has none."""
    name = f"known_{lesson[:2]}"
    return importlib.import_module(name) if importlib.util.find_spec(name) else NOTHING_KNOWN


def entries() -> list[Entry]:
    return [entry for formula in all_formulas() for entry in entries_of(formula)]


def entries_of(formula: Formula) -> list[Entry]:
    declared, found, statement = known(formula.lesson), [], ""
    for step in steps_of(formula):
        statement = step.latex if step.first else statement
        reading = declared.ALWAYS
        for key in dict.fromkeys((formula.section, statement, step.latex)):
            reading = reading.with_more(declared.READINGS.get(key, Reading()))
        found.append(Entry(step, *_kind(step, declared), reading))
    return found


def _kind(step: Step, declared: Any) -> tuple[str, Any]:
    for kind, table in TABLES.items():
        remarks: Mapping[str, Any] = getattr(declared, table)
        if step.latex in remarks:
            return kind, remarks[step.latex]
    return "by machine", ""


def problem(entry: Entry, count: int = 5) -> str:
    """Why an equation is not established by machine, or an empty text."""
    try:
        return fails(entry.step, entry.reading, count)
    except (UnreadableError, MeaninglessError) as error:
        return (
            f"{entry.step}\n  cannot be read: {error}. Write it so that it can, or list it in "
            f"known_{entry.step.formula.lesson[:2]}.py, with a check by hand beside it."
        )
    except (ArithmeticError, LookupError, TypeError, ValueError) as error:
        return (
            f"{entry.step}\n  cannot be evaluated: {error!r}. Say in "
            f"known_{entry.step.formula.lesson[:2]}.py what its symbols are."
        )


def table(ledger: list[Entry]) -> str:
    """The counts, and below them by name all that is not checked by machine."""
    lines = []
    for where, shown in (("displayed", True), ("within sentences", False)):
        chosen = [entry for entry in ledger if entry.step.formula.displayed == shown]
        count = Counter(entry.kind for entry in chosen)
        lines.append(
            f"equations {where}: {count['by machine']} checked by machine, "
            f"{count['by hand']} by hand, {count['definition']} definitions, "
            f"{count['no claim']} that claim nothing"
        )
    for kind in ("by hand", "definition", "no claim"):
        lines.append(f"{kind}:")
        lines += [_line(entry) for entry in ledger if entry.kind == kind]
    lines.append("said by a lesson in words, and put into LaTeX here:")
    lines += sorted({line for entry in ledger for line in _said_in_words(entry)})
    return "\n".join(lines)


def _said_in_words(entry: Entry) -> list[str]:
    lesson = entry.step.formula.lesson[:2]
    return [f"  {lesson}  {one}" for one in entry.reading.given if isinstance(one, InWords)] + [
        f"  {lesson}  {name} where {latex}" for name, latex, *_ in entry.reading.solve
    ]


def _line(entry: Entry) -> str:
    remark = entry.remark.__name__ if callable(entry.remark) else entry.remark
    return f"  {entry.step.formula.lesson[:2]}  {entry.step.latex}   [{remark}]"
