"""The grader's bench: one sandbox, warmed once, in which any number of notebooks are marked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import TracebackType

from course_utils.cells import code_sources
from course_utils.checking import messages
from course_utils.checking.curves import Curves, visible_curves
from course_utils.checking.exercise import Exercise
from course_utils.checking.verdict import Status, Verdict
from course_utils.errors import CourseError
from course_utils.grading.answers import answer_hashes
from course_utils.grading.inside.frames import LARGEST
from course_utils.grading.limits import Limits
from course_utils.grading.protection import Protection
from course_utils.grading.sandbox import Sandbox
from course_utils.grading.sitting import Caller, Sitting
from course_utils.grading.zygotes import ReadyFor

__all__ = ["Bench", "Limits", "Marked"]

IN_A_PIPE = 2**16  # bytes that can be sent to a plain process without waiting until it reads
DRAWS = re.compile(r"\bmatplotlib\b|\bpylab\b")


@dataclass(frozen=True)
class Marked:
    """One verdict per exercise, remarks for the instructor, and what protected the grader.

    ``curves`` holds, by exercise, the learner's function and the expected one where a picture
    shows a difference between them; ``texts`` the hash of each answer's text; ``seconds`` is how
    long the submission's own code ran.
    """

    verdicts: tuple[Verdict, ...]
    notes: tuple[str, ...]
    protection: str
    curves: Mapping[str, Curves] = field(default_factory=dict, compare=False)
    texts: Mapping[str, str] = field(default_factory=dict, compare=False)
    seconds: float = field(default=0.0, compare=False)


class Bench:
    """Marks notebooks in a sandbox; used by any number of threads at once, closed after use.

    Parameters
    ----------
    protection : Protection
        What stands between a submission and this machine (see ``protection.best``).
    limits : Limits
        What a submission may use.
    without : collection of str
        Steps of the protection to be left out, for tests that show what each is for.

    Raises
    ------
    SandboxError
        If the sandbox does not start.
    """

    def __init__(
        self,
        protection: Protection,
        limits: Limits = Limits(),  # noqa: B008  (frozen)
        without: frozenset[str] = frozenset(),
    ) -> None:
        self._protection, self._limits = protection, limits
        self._most = IN_A_PIPE if protection is Protection.NONE else LARGEST
        self._sandbox = Sandbox(protection, limits, without)

    def grade(self, data: bytes, exercises: Sequence[Exercise], seed: int) -> Marked:
        """The verdicts on one notebook, given as the bytes of its file. Never raises."""
        try:
            cells = code_sources(data)
        except CourseError as reason:
            verdicts = [_unreadable(exercise, str(reason)) for exercise in exercises]
            return Marked(tuple(verdicts), (), self._protection.value)
        ready_for: ReadyFor = "figures" if any(map(DRAWS.search, cells)) else "numbers"
        sitting = Sitting(lambda: self._sandbox.worker(ready_for), cells, self._limits)
        verdicts = []
        curves: dict[str, Curves] = {}
        try:
            sitting.begin(exercises, seed, self._most)
            for exercise in exercises:
                verdicts.append(sitting.verdict(exercise, seed))
                if verdicts[-1].status in (Status.FAILED, Status.UNSTABLE):
                    found = visible_curves(exercise, Caller(sitting, exercise))
                    if found is not None:
                        curves[exercise.name] = found
        except Exception as fault:  # ours, whatever it is: nobody loses points by it
            verdicts += [_our_fault(exercise, fault) for exercise in exercises[len(verdicts) :]]
        finally:
            sitting.close()
        named = self._protection.value
        texts = answer_hashes(cells, [exercise.name for exercise in exercises])
        return Marked(tuple(verdicts), sitting.notes(), named, curves, texts, sitting.seconds)

    def try_out(self) -> None:
        """Start a worker and end it. Raises SandboxError where that does not work."""
        self._sandbox.worker("numbers").end()

    def close(self) -> None:
        """End the sandbox."""
        self._sandbox.close()

    def __enter__(self) -> Bench:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


def _unreadable(exercise: Exercise, reason: str) -> Verdict:
    text = f"{exercise.name} could not be marked: {reason}."
    return Verdict(exercise.name, Status.ERRORED, 0.0, text)


def _our_fault(exercise: Exercise, fault: Exception) -> Verdict:
    text = messages.our_fault(exercise, fault)
    return Verdict(exercise.name, Status.GRADER_ERROR, None, text)
