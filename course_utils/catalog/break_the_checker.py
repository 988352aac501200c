"""Break the checker: the learner's assertions on trial, before right softmaxes and wrong ones.

What counts as rejecting: any exception that comes out of ``my_assertions(softmax)``, as in every
test runner. So a wrong softmax that raises an error of its own counts as rejected, and an error in
the assertions themselves does not pay, because the right softmaxes meet it too. The mark is the
share of wrong ones rejected; where a right one is rejected, it is 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from course_utils.catalog.softmax import EXERCISES as SHEET_04
from course_utils.catalog.softmax_bank import RIGHT, WRONG, Right, Softmax, Wrong
from course_utils.catalog.values import is_number
from course_utils.checking.compare import value_text
from course_utils.checking.engine import check
from course_utils.checking.local import local_call
from course_utils.checking.verdict import Difference, Outcome

SECONDS = 3.0
LONGEST_LINE = 56
THE_SOFTMAX = next(exercise for exercise in SHEET_04 if exercise.name == "softmax")


@dataclass(frozen=True, slots=True)
class Hearing:
    """What the assertions did with one softmax, and the last thing they asked of it, in words."""

    outcome: Outcome
    called: bool
    last: str

    @property
    def rejected(self) -> bool:
        return self.outcome.kind == "raised"


def judge_assertions(value: Any) -> Difference | None:
    """The judge of ``my_assertions``; None where all wrong ones are rejected and no right one."""
    heard: list[Hearing] = []
    for softmax in (*RIGHT, *WRONG):
        heard.append(hear(value, softmax.function))
        if unheard := _unheard(heard[-1]):
            return unheard
    if not heard[0].rejected and hear(value, RIGHT[0].function).rejected:
        text = (
            "A right softmax was rejected when it came a second time, so your assertions remember "
            "what came before. What do they keep from call to call?"
        )
        return Difference("values", text, share=0.0)
    spared = zip(RIGHT, heard, strict=False)
    tried = zip(WRONG, heard[len(RIGHT) :], strict=True)
    alarms = [(right, hearing) for right, hearing in spared if hearing.rejected]
    missed = [(wrong, hearing) for wrong, hearing in tried if not hearing.rejected]
    if alarms:
        return _false_alarm(alarms)
    return _survivor(missed) if missed else None


def hear(assertions: Any, function: Softmax) -> Hearing:
    """Run the assertions on one softmax, handed over under the signature of sheet 04.

    A wrong softmax may change the caller's array. The assertions can see that; afterwards it is
    undone, because the array may be one of the notebook's.
    """
    asked: list[str] = []
    before: list[tuple[NDArray[Any], NDArray[Any]]] = []

    def softmax(logits: Any, axis: int = -1, temperature: float = 1.0) -> Any:
        z = np.asarray(logits)  # a list is welcome; an array goes on as it is
        before.append((z, z.copy()))
        question = _in_words(logits, axis, temperature)
        asked[:] = [f"{question} raised an error"]
        answer = function(z, axis, temperature)
        asked[:] = [f"{question} gave {short_value(answer)}"]
        return answer

    outcome = local_call(assertions, SECONDS)((softmax,))
    for z, copy in reversed(before):
        if z.flags.writeable and not np.array_equal(z, copy):  # never equal where it holds a nan
            z[...] = copy
    if outcome.error == "KeyboardInterrupt":
        raise KeyboardInterrupt
    return Hearing(outcome, bool(asked), asked[0] if asked else "")


def does(function: Softmax) -> str:
    """What a wrong softmax does, on the first input where it shows: the message of sheet 04."""

    def call(arguments: tuple[Any, ...]) -> Outcome:
        full = (*arguments, *(-1, 1.0)[len(arguments) - 1 :])
        return replace(local_call(function)(full), where="")  # not a line of its code

    return check(THE_SOFTMAX, call).message


def _unheard(hearing: Hearing) -> Difference | None:
    """The difference where the assertions could not be run to their end."""
    outcome = hearing.outcome
    if outcome.kind == "signature":
        text = f"It is to be called as my_assertions(softmax): {outcome.message}."
        return Difference("dtype", text, share=0.0)
    if outcome.kind == "timed_out":
        text = f"my_assertions(softmax) did not come back within {outcome.message}."
        return Difference("values", f"{text} Is there a loop that never ends?", share=0.0)
    return None


def _false_alarm(alarms: Sequence[tuple[Right, Hearing]]) -> Difference:
    right, hearing = alarms[0]
    outcome = hearing.outcome
    what = outcome.error + (f": {_cut(outcome.message)}" if outcome.message else "")
    where = _cut(outcome.where)
    asked = f" Last, {hearing.last}." if hearing.last else ""
    text = (
        f"{len(alarms)} of {len(RIGHT)} right softmaxes are rejected, so the mark is 0. One "
        f"{right.style} ({what}{'; ' if where else ''}{where}).{asked} What does the "
        "contract not promise?"
    )
    return Difference("values", text, share=0.0)


def _survivor(missed: Sequence[tuple[Wrong, Hearing]]) -> Difference:
    rejected = len(WRONG) - len(missed)
    text = f"Rejected {rejected} of {len(WRONG)} wrong softmaxes, and no right one."
    if not any(hearing.called for _, hearing in missed):
        text += " The softmax that is handed over is never called. Which one do you test?"
    elif any(_is_false(hearing.outcome.value) for _, hearing in missed):
        text += " On others yours returned False. What does assert do that return does not?"
    else:
        told = does(missed[0][0].function)
        text += f" Here is one that got through. {told} What would notice?"
    return Difference("values", text, share=rejected / len(WRONG))


def _is_false(value: Any) -> bool:
    return isinstance(value, (bool, np.bool_)) and not value


def _in_words(logits: Any, axis: Any, temperature: Any) -> str:
    """The call as it would be typed; arguments at their defaults are left out."""
    given = [short_value(logits)]
    given += [f"axis={short_value(axis)}"] if not is_number(axis, -1) else []
    given += [f"temperature={short_value(temperature)}"] if not is_number(temperature, 1) else []
    return f"softmax({', '.join(given)})"


def short_value(value: Any) -> str:
    """Numbers in one short line, whatever holds them."""
    return _cut(value_text(value))


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_LINE else f"{text[: LONGEST_LINE - 2]} …"
