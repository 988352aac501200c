"""Checking one answer: send inputs, get values back, judge them here, say the one thing that helps.

The caller decides where the answer lives: in this process, or behind a sandbox. It takes the
arguments of one case and returns an Outcome; the engine sees nothing else of the answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from course_utils.checking import messages, once
from course_utils.checking.compare import difference
from course_utils.checking.exercise import Case, Exercise
from course_utils.checking.fingerprint import recognise
from course_utils.checking.local import SECONDS, local_call, local_value, random_state
from course_utils.checking.verdict import Difference, Outcome, Status, Verdict

Call = Callable[[tuple[Any, ...]], Outcome]

SCORES = {Status.PASSED: 1.0, Status.UNSTABLE: 0.5, Status.GRADER_ERROR: None}
# The order of the one message: the first stage that fails, in any case, is the one reported.
STAGES = ("none", "shape", "dtype", "modified", "values", "stability")


def check(exercise: Exercise, call: Call, seed: int = 0) -> Verdict:
    """Mark one answer. Repeatable: the same exercise, answer and seed give the same verdict.

    A fault of ours gives the status grader_error and no score, never a lost point.
    """
    try:
        with once.JUDGING:
            cases = draw_cases(exercise, seed)
        outcomes = observe(call, cases)
        with once.JUDGING:
            return verdict_on(exercise, cases, outcomes)
    except Exception as fault:
        text = messages.our_fault(exercise, fault)
        return Verdict(exercise.name, Status.GRADER_ERROR, None, text)


def check_here(exercise: Exercise, answer: Any, seed: int = 0, seconds: float = SECONDS) -> Verdict:
    """Mark an answer that lives in this process; ``Missing`` stands for none."""
    call = local_value(answer) if exercise.kind == "value" else local_call(answer, seconds)
    with random_state(seed):
        return check(exercise, call, seed)


def draw_cases(exercise: Exercise, seed: int) -> tuple[Case, ...]:
    """The cases of one run; the first is tried a second time, since a second call must agree."""
    return once.drawn(exercise, seed)


def observe(call: Call, cases: Sequence[Case]) -> list[Outcome]:
    """What each call did. Where the answer is missing, or was ended or died, the rest is spared."""
    return until_pointless(call(case.arguments) for case in cases)


def until_pointless(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """The outcomes up to the first after which there is no point in another call."""
    found: list[Outcome] = []
    for outcome in outcomes:
        found.append(outcome)
        if outcome.kind in ("missing", "signature", "timed_out", "crashed"):
            break
        if outcome.error == "KeyboardInterrupt":  # somebody does not want to wait any longer
            break
    return found


def verdict_on(exercise: Exercise, cases: Sequence[Case], outcomes: Sequence[Outcome]) -> Verdict:
    """The verdict on what was observed: the first stage that fails decides."""
    last = outcomes[-1]
    if not_attempted(exercise, outcomes):
        return _verdict(exercise, Status.NOT_ATTEMPTED, messages.not_attempted(exercise, last))
    if last.kind == "timed_out":
        return _verdict(exercise, Status.TIMED_OUT, messages.timed_out(exercise, cases, outcomes))
    if last.kind == "crashed":
        return _verdict(exercise, Status.CRASHED, messages.crashed(exercise, last))
    if last.kind == "signature":
        return _verdict(exercise, Status.ERRORED, messages.signature(exercise, last))
    raised = [k for k, outcome in enumerate(outcomes) if outcome.kind == "raised"]
    if raised:
        every = len(raised) == len(outcomes)
        status = Status.ERRORED if every else Status.FAILED
        text = messages.raised(exercise, cases[raised[0]], outcomes[raised[0]], every)
        extreme = cases[raised[0]].extreme
        return _named(exercise, cases, outcomes, status, text, None, extreme)
    return _verdict_on_values(exercise, cases, outcomes)


def _verdict_on_values(
    exercise: Exercise, cases: Sequence[Case], outcomes: Sequence[Outcome]
) -> Verdict:
    found = [
        (case, judged)
        for case, outcome in zip(cases, outcomes, strict=True)
        if (judged := judge(exercise, case, outcome)) is not None
    ]
    if not found:
        return _verdict(exercise, Status.PASSED, messages.passed(exercise, cases))
    ordinary = [pair for pair in found if not pair[0].extreme and pair[1].stage != "stability"]
    structural = [pair for pair in found if pair[1].stage not in ("values", "stability")]
    wrong = structural or ordinary
    status = Status.FAILED if wrong else Status.UNSTABLE
    case, first = min(wrong or found, key=lambda pair: STAGES.index(pair[1].stage))
    text = messages.differs(exercise, case, first, status)
    return _named(exercise, cases, outcomes, status, text, first, extremes=not wrong)


def judge(exercise: Exercise, case: Case, outcome: Outcome) -> Difference | None:
    """How one call's result falls short of the truth, or None where it does not."""
    if exercise.judge_value is not None:
        return exercise.judge_value(outcome.value)
    found = difference(exercise, case, once.truth(exercise, case), outcome.value)
    if found is not None and found.stage != "values":
        return found
    if outcome.modified:
        return messages.modified(exercise, case, outcome)
    if found is None and outcome.flags:
        return messages.flagged(exercise, case, outcome)
    return found


def not_attempted(exercise: Exercise, outcomes: Sequence[Outcome]) -> bool:
    """Whether this is the untouched stub, or nothing at all."""
    if outcomes[0].kind == "missing":
        return True
    if exercise.kind == "value":
        return blank(outcomes[0].value)
    return all(o.kind == "raised" and o.error == "NotImplementedError" for o in outcomes)


def blank(value: Any) -> bool:
    """Whether a value is still the stub's: ``...`` or None, or a dict or list of these."""
    if type(value) is dict and value:
        return all(entry is ... or entry is None for entry in value.values())
    if type(value) is list and value:
        return all(entry is ... for entry in value)
    return value is ... or value is None


def _verdict(exercise: Exercise, status: Status, text: str) -> Verdict:
    return Verdict(exercise.name, status, SCORES.get(status, 0.0), text)


def _named(
    exercise: Exercise,
    cases: Sequence[Case],
    outcomes: Sequence[Outcome],
    status: Status,
    text: str,
    found: Difference | None,
    extremes: bool,
) -> Verdict:
    """A verdict with the name of the mistake and its question, where one reproduces the answer."""
    mistake = recognise(exercise, cases, outcomes, extremes)
    share = None if found is None else found.share
    return Verdict(
        exercise.name,
        status,
        SCORES.get(status, 0.0) if share is None else share,
        text,
        question=mistake.question if mistake else "",
        misconception=mistake.id if mistake else "",
        difference=found,
    )
