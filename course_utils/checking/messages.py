"""The one message of a verdict: what was observed, in at most two sentences, with the numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from course_utils.checking.arguments import arguments_text, shapes_text
from course_utils.checking.compare import value_text
from course_utils.checking.exercise import Case, Exercise
from course_utils.checking.verdict import Difference, Outcome, Status

FLAG_WORDS = {
    "overflow": "overflows",
    "invalid": "meets an invalid operation (such as inf/inf)",
    "divide": "divides by zero or takes log 0",
}


A_NUMBER = "A plain number has none of the attributes of an array; np.asarray makes it one."
ON_A_COPY = "Work on a copy: the caller's array stays as it is."
ONE_NUMBER = "Functions of the math module take one number; those of NumPy take arrays."
MATMUL = re.compile(r"matmul: Input operand 1 .*\(size (\d+) is different from (\d+)\)")
# What NumPy's most frequent complaints mean to somebody who meets them for the first time.
ADVICE = (
    ("truth value of an array", "`if` asks once for a whole array; np.where asks every entry."),
    ("can be converted to Python scalars", ONE_NUMBER),
    (
        "mismatch in its core dimension",
        "A @ B needs as many columns in A as B has rows. Print both shapes.",
    ),
    ("could not be broadcast", "Entry by entry, the shapes must fit. Print both."),
    ("'float' object has no attribute", A_NUMBER),
    ("'int' object has no attribute", A_NUMBER),
    ("'bool' object has no attribute", A_NUMBER),
    ("object is not iterable", "A plain number is a valid argument too: begin with np.asarray."),
    ("has no len()", "A plain number is a valid argument too: begin with np.asarray."),
    ("does not support item assignment", "A plain number is valid too: begin with np.array."),
    ("is not subscriptable", "A plain number is a valid argument too: begin with np.asarray."),
    ("assignment destination is read-only", ON_A_COPY),
    ("output array is read-only", ON_A_COPY),
    ("Cannot cast ufunc", "`+=` and the like write into the array itself: make a new one instead."),
    ("bitwise_xor", "In Python a power is written with `**`; `^` is something else."),
    ("is not defined", "Run the cell that defines it, then this check again."),
)


ABOUT_SHAPES = ("mismatch in its core dimension", "could not be broadcast")
MISLEADING = "Use a.any() or a.all()"  # that silences NumPy, and is wrong in an activation


def signature_text(exercise: Exercise) -> str:
    """The exercise as it is called: ``sigmoid(z)``."""
    return f"{exercise.name}({', '.join(exercise.parameters)})"


def passed(exercise: Exercise, cases: Sequence[Case]) -> str:
    if not exercise.parameters:
        return f"{exercise.name} is right."
    extreme = ", ordinary and extreme" if any(case.extreme for case in cases) else ""
    return f"{exercise.name} is right on every input that was tried{extreme}."


def not_attempted(exercise: Exercise, outcome: Outcome) -> str:
    if outcome.kind == "missing":
        return (
            f"There is no {exercise.name} yet. Write it in its cell, run that cell, "
            "then check again."
        )
    return f"{exercise.name} has not been attempted yet: its cell still holds the blank."


def timed_out(exercise: Exercise, cases: Sequence[Case], outcomes: Sequence[Outcome]) -> str:
    case = cases[len(outcomes) - 1]
    return (
        f"{_call(exercise, case)} did not return within {outcomes[-1].message} and was "
        f"interrupted. Tried here: {case.idea}. Is there a loop that never ends, "
        "or work that grows much faster than the input?"
    )


def crashed(exercise: Exercise, outcome: Outcome) -> str:
    return f"The process ended while {exercise.name} was running: {outcome.message}"


def signature(exercise: Exercise, outcome: Outcome) -> str:
    return f"{exercise.name} is to be called as {signature_text(exercise)}: {outcome.message}."


def raised(exercise: Exercise, case: Case, outcome: Outcome, every: bool) -> str:
    where = f" ({outcome.where})" if outcome.where else ""
    complaint = MATMUL.sub(r"matmul: inner sizes \2 and \1 do not agree", outcome.message)
    said = " ".join(complaint.replace(MISLEADING, "").split())
    what = f"{outcome.error}: {said}" if said else outcome.error
    when = "every time" if every else f"for {case.idea}"
    call, rest = _call(exercise, case), f" It happens {when}."
    if any(sign in outcome.message for sign in ABOUT_SHAPES):
        call = f"{exercise.name}({shapes_text(exercise.parameters, case.arguments)})"
        rest = rest if every else ""
    text = f"{call} raised {what}{where}.{rest}"
    advice = next((words for sign, words in ADVICE if sign in outcome.message), "")
    return f"{text} {advice}".rstrip()


def differs(exercise: Exercise, case: Case, found: Difference, status: Status) -> str:
    """What was expected and what came, for a failed or an unstable answer."""
    if exercise.judge_value is not None or found.stage == "modified":
        return found.observed
    if found.stage == "stability":
        return found.observed
    shown = found.arguments or _arguments(exercise, case)
    place = f"For {shown}" if shown else exercise.name
    text = f"{place}: {found.observed}."
    if status is Status.UNSTABLE:
        return f"Right on ordinary inputs, not at the extremes. {text}"
    return f"{text} Tried here: {case.idea}."


def modified(exercise: Exercise, case: Case, outcome: Outcome) -> Difference:
    """The difference that stands for a changed input."""
    name = exercise.parameters[outcome.modified[0]]
    observed = (
        f"{exercise.name} changed its argument {name}: after the call it holds other numbers. "
        f"Work on a copy, so that the caller's {name} stays what it was."
    )
    return Difference("modified", observed, arguments=_arguments(exercise, case), idea=case.idea)


def flagged(exercise: Exercise, case: Case, outcome: Outcome) -> Difference:
    """The difference that stands for a right value reached by an overflow on the way."""
    flag = next(name for name in FLAG_WORDS if name in outcome.flags)
    observed = (
        f"The values are right, but {_call(exercise, case)} {FLAG_WORDS[flag]} on the way, which "
        "can be avoided."
    )
    return Difference(
        "stability",
        observed,
        arguments=_arguments(exercise, case),
        expected="no floating-point warning",
        got=f"{value_text(outcome.value)}, with {' and '.join(sorted(outcome.flags))}",
        idea=case.idea,
    )


def our_fault(exercise: Exercise, fault: Exception) -> str:
    return (
        f"The checker itself failed on {exercise.name} ({type(fault).__name__}: {fault}). This is "
        "a fault of the course, not of your answer; no points are lost. Please report it."
    )


def _call(exercise: Exercise, case: Case) -> str:
    return f"{exercise.name}({arguments_text(exercise.parameters, case.arguments)})"


def _arguments(exercise: Exercise, case: Case) -> str:
    return arguments_text(exercise.parameters, case.arguments)
