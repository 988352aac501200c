"""One submission: its cells are run, its answers are asked for, and a death costs what died."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

from course_utils.cells import bound_names
from course_utils.checking.engine import check
from course_utils.checking.exercise import Exercise
from course_utils.checking.unfinished import Ending, unfinished
from course_utils.checking.verdict import Outcome, Status, Verdict
from course_utils.grading.inside.frames import BreachError, Message
from course_utils.grading.limits import Limits
from course_utils.grading.replies import ending_in, outcome_in, verdict_in
from course_utils.grading.requests import cell_request, request_of_all, request_of_one
from course_utils.grading.workers import TimeIsUpError, Worker, WorkerDiedError
from course_utils.grading.zygotes import SandboxError
from course_utils.words import one_line

# A cell that only asks the course something does nothing in the sandbox, and half of a sheet's
# cells are such. Where a notebook binds one of these names itself, they are run.
ASKS = re.compile(r"\s*(?:(?:check|hint|progress|solution)\([^()\n]*\)\s*)+")
BINDS_THEM = re.compile(
    r"(?:def|class|as)\s+(?:check|hint|progress|solution)\b"
    r"|\b(?:check|hint|progress|solution)\s*=(?!=)"
)
TOO_OFTEN = "it had to be started again too often, and is not started once more."
NO_TIME = "the time that the whole sheet may take"


def seconds_text(seconds: float) -> str:
    return "1 second" if seconds == 1 else f"{seconds:g} seconds"


class Caller:
    """An answer behind the trust line, as the engine calls it."""

    def __init__(self, sitting: Sitting, exercise: Exercise) -> None:
        self._sitting, self._exercise = sitting, exercise

    def __call__(self, arguments: tuple[Any, ...]) -> Outcome:
        return self._sitting.call(self._exercise, arguments)


class Sitting:
    """The cells of one notebook in a worker, which is started again where it dies."""

    def __init__(self, start: Callable[[], Worker], cells: Sequence[str], limits: Limits) -> None:
        self._start, self._cells, self._limits = start, cells, limits
        asks = () if any(map(BINDS_THEM.search, cells)) else filter(ASKS.fullmatch, cells)
        self._idle = {"", *asks}  # cells that need not be run
        self._worker: Worker | None = None
        self._replies: dict[str, Message] = {}  # of answers that were asked for together
        self._lost = 0  # how often a cell or a call has ended its worker
        self._spent = 0.0  # seconds of workers that are gone
        self._ended: dict[int, tuple[Ending, str]] = {}  # how cells ended that did not finish
        self._left_out: set[int] = set()  # cells that are not run again

    def begin(self, exercises: Sequence[Exercise], seed: int, most: int) -> None:
        """Run the cells and ask for all answers together, in requests of so many bytes at most.

        Nearly every submission comes through this, and it costs a fraction of what it does to ask
        one by one. Where one does not, in time and in order, nothing of it is kept: what it was
        shows when it is asked one by one, which is what ``verdict`` then does.
        """
        run = [k for k in range(len(self._cells)) if self._cells[k] not in self._idle]
        requests = [cell_request(self._cells[k]) for k in run]
        requests += [request_of_all(exercise, seed) for exercise in exercises]
        if sum(len(header) + len(raw) for header, raw in requests) > most:
            return
        with suppress(SandboxError):
            self._worker = self._start()
            replies = self._worker.ask_all(requests, self._limits.together)
            if replies is not None:
                self._keep(run, exercises, replies)

    def _keep(
        self, run: Sequence[int], exercises: Sequence[Exercise], replies: Sequence[Message]
    ) -> None:
        assert self._worker is not None
        try:
            errors = {k: ending_in(*reply) for k, reply in zip(run, replies, strict=False)}
        except BreachError:
            self._worker.end()
            return
        self._ended = {k: _raised(error) for k, error in errors.items() if error}
        names = [exercise.name for exercise in exercises]
        self._replies = dict(zip(names, replies[len(run) :], strict=True))

    def verdict(self, exercise: Exercise, seed: int) -> Verdict:
        """The verdict on one exercise."""
        found = self._at_once(exercise, seed) or check(exercise, Caller(self, exercise), seed)
        if found.status is not Status.NOT_ATTEMPTED:
            return found
        number = self._unfinished_cell(exercise)
        if number is not None:
            ending, error = self._ended[number]
            return unfinished(exercise, ending, error, number + 1)
        if self._left_out:
            number = min(self._left_out)
            did = f"{_did(*self._ended[number])}; was its answer to be there?"
            return replace(found, message=f"{found.message} (Code cell {number + 1} {did})")
        return found

    def call(self, exercise: Exercise, arguments: tuple[Any, ...]) -> Outcome:
        """What one call of the answer did."""
        worker = self._ready()
        if worker is None:
            return Outcome("crashed", message=TOO_OFTEN)
        seconds = min(self._limits.call, self._left())
        if seconds <= 0:
            return Outcome("timed_out", message=NO_TIME)
        try:
            reply = worker.ask(request_of_one(exercise, arguments), seconds)
            return outcome_in(*reply, len(arguments))
        except TimeIsUpError:
            return Outcome("timed_out", message=seconds_text(self._limits.call))
        except WorkerDiedError as death:
            return Outcome("crashed", message=f"{death}.")
        except BreachError as breach:
            worker.end()
            return Outcome("crashed", message=f"it broke the rules of the grader ({breach}).")
        finally:
            self._lost += not worker.alive

    def _at_once(self, exercise: Exercise, seed: int) -> Verdict | None:
        """The verdict on all calls of an answer in one frame; None unless all went well and fast.

        A frame for each call would cost more than the calls do. What went wrong shows when they
        are done one by one, and so does a fault of ours.
        """
        try:
            reply = self._replies.pop(exercise.name, None) or self._asked(exercise, seed)
        except SandboxError:
            return None
        if reply is None:
            return None
        try:
            return verdict_in(exercise, seed, reply)
        except Exception:
            self._leave()
            return None

    def _asked(self, exercise: Exercise, seed: int) -> Message | None:
        worker = self._ready()
        seconds = min(self._limits.calls, self._left())
        if worker is None or seconds <= 0:
            return None
        replies = worker.ask_all([request_of_all(exercise, seed)], seconds)
        return replies[0] if replies else None

    def notes(self) -> tuple[str, ...]:
        """What an instructor may want to know besides the verdicts."""
        notes = [
            f"Code cell {number + 1} {_did(ending, error)}."
            for number, (ending, error) in sorted(self._ended.items())
        ]
        if self._lost:
            times = "once" if self._lost == 1 else f"{self._lost} times"
            notes.append(f"The process that ran it was lost {times}.")
        return tuple(notes)

    @property
    def seconds(self) -> float:
        """How long the submission's own code ran, in all its workers."""
        running = self._worker.seconds if self._worker is not None else 0.0
        return self._spent + running

    def close(self) -> None:
        """End the worker."""
        if self._worker is not None:
            self._spent += self._worker.seconds
            self._leave()
        self._worker = None

    def _leave(self) -> None:
        if self._worker is not None:
            with suppress(SandboxError):  # the next worker, if there is one, says more
                self._worker.end()

    def _left(self) -> float:
        """The seconds that the submission may still use."""
        return self._limits.sheet - self.seconds

    def _ready(self) -> Worker | None:
        """A living worker in which the cells have been run; None once too many have died."""
        while self._worker is None or not self._worker.alive:
            self.close()
            if self._lost > self._limits.restarts:
                return None
            self._worker = self._start()
            self._run_cells(self._worker)
        return self._worker

    def _run_cells(self, worker: Worker) -> None:
        for number, source in enumerate(self._cells):
            if number in self._left_out or source in self._idle:
                continue
            ended = self._run_cell(worker, source)
            if ended is not None:
                self._ended[number] = ended
                if ended[0] != "raised":
                    self._left_out.add(number)
            if not worker.alive:
                return

    def _run_cell(self, worker: Worker, source: str) -> tuple[Ending, str] | None:
        limit = self._limits.for_cell(source)
        seconds = min(limit, self._left())
        if seconds <= 0:
            return "timed_out", "was not reached within the time that the whole sheet may take"
        try:
            error = ending_in(*worker.ask(cell_request(source), seconds))
        except TimeIsUpError:
            return "timed_out", f"did not finish within {seconds_text(limit)}"
        except WorkerDiedError as death:
            return "died", str(death)
        except BreachError as breach:
            worker.end()
            return "died", f"it broke the rules of the grader ({breach})"
        finally:
            self._lost += not worker.alive
        return _raised(error) if error else None

    def _unfinished_cell(self, exercise: Exercise) -> int | None:
        """The last cell that was to bind the exercise's name and did not finish."""
        for number in sorted(self._ended, reverse=True):
            if exercise.name in bound_names(self._cells[number]):
                return number
        return None


def _raised(error: str) -> tuple[Ending, str]:
    return "raised", one_line(error, 200)


def _did(ending: Ending, error: str) -> str:
    if ending == "raised":
        return f"stopped with {error}"
    return error if ending == "timed_out" else f"ended the Python process ({error})"
