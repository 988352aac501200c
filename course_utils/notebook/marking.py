"""Marking a learner's own sheet from its file, offline, as ``course check FILE.ipynb`` does.

The cells are run one by one in a kernel on this machine: it is the learner's own code, so there is
no sandbox. A cell that fails, hangs or ends the kernel costs what it defines and nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from course_utils.cells import bound_names
from course_utils.checking.calling import LateNames
from course_utils.checking.exercise import Exercise
from course_utils.checking.unfinished import Ending, unfinished
from course_utils.checking.verdict import Difference, Status, Verdict
from course_utils.errors import CourseError
from course_utils.notebook.answers import mark
from course_utils.notebook.cells import code_cells
from course_utils.notebook.kernels import Kernel, Ran
from course_utils.words import did_you_mean, one_line

SECONDS = 60.0
MOST_STARTS = 5
THIS = f"__import__('{__name__}', fromlist=['here'])"
HERE, AFTER_CELL = f"{THIS}.here('{{}}')", f"{THIS}.after_cell()"


@dataclass(frozen=True, slots=True)
class Marking:
    """The verdicts on one sheet, in the order of its exercises, and which cells did not finish."""

    sheet: str
    verdicts: tuple[Verdict, ...]
    notes: tuple[str, ...] = ()

    def points(self) -> tuple[float, float]:
        """The points reached, and all that can be."""
        from course_utils.catalog import EXERCISES

        points = [EXERCISES[verdict.exercise].points for verdict in self.verdicts]
        scores = [verdict.score or 0.0 for verdict in self.verdicts]
        return sum(p * s for p, s in zip(points, scores, strict=True)), sum(points)


def mark_notebook(path: str | Path, seconds: float = SECONDS) -> Marking:
    """Run a sheet and mark its exercises.

    Parameters
    ----------
    path : str or Path
        The notebook. Which sheet it is follows from the names that its cells bind.
    seconds : float
        The most that one cell may take.

    Raises
    ------
    CourseError
        If there is no such notebook, it holds no exercise of the course, or no kernel starts.
    """
    cells = code_cells(path)
    sheet, exercises = recognised_sheet(path, cells)
    run = _Run(Path(path).resolve().parent, cells, seconds)
    try:
        verdicts = tuple(run.verdict(exercise) for exercise in exercises)
    finally:
        run.close()
    return Marking(sheet, verdicts, run.notes())


def recognised_sheet(path: str | Path, cells: Sequence[str]) -> tuple[str, tuple[Exercise, ...]]:
    """The sheet most of whose exercises the cells bind; CourseError where they bind none."""
    from course_utils.catalog import EXERCISES

    bound = set().union(*map(bound_names, cells))
    sheets: dict[str, list[Exercise]] = {}
    for exercise in EXERCISES.values():
        sheets.setdefault(exercise.sheet, []).append(exercise)
    counts = {sheet: sum(e.name in bound for e in each) for sheet, each in sheets.items()}
    best = max(counts, key=lambda sheet: counts[sheet])
    if counts[best]:
        return best, tuple(sheets[best])
    if not any(cell.strip() for cell in cells):
        raise CourseError(f"{path} has no code cells; is it the notebook of a sheet?")
    near = [(name, text) for name in sorted(bound) if (text := did_you_mean(name, EXERCISES))]
    if near:
        raise CourseError(f'{path} defines no exercise, but it defines "{near[0][0]}".{near[0][1]}')
    raise CourseError(
        f"{path} defines no exercise of the course; the sheets are the notebooks in exercises/"
    )


@cache
def late_names() -> LateNames:
    """Within the kernel: what is known of the sheet's names."""
    return LateNames()


def after_cell() -> None:
    """Within the kernel: take note of the names as a cell has left them."""
    late_names().after_cell(_names())


def here(name: str) -> Posted:
    """Within the kernel: the verdict on what the sheet has bound to an exercise's name."""
    from course_utils.catalog import EXERCISES

    late_names().before_call(name, _names())
    return Posted(mark(EXERCISES[name], _names()).verdict)


def _names() -> dict[str, Any]:
    from IPython import get_ipython

    return get_ipython().user_ns  # type: ignore[no-untyped-call, no-any-return]


class Posted:
    """A verdict whose text is JSON, so that it can leave the kernel as text."""

    def __init__(self, verdict: Verdict) -> None:
        self.verdict = verdict

    def __repr__(self) -> str:
        return json.dumps(asdict(self.verdict))


def received(text: str) -> Verdict:
    """The verdict that ``Posted`` sent."""
    fields = json.loads(text)
    found = fields.pop("difference")
    if found is not None:
        index = found.pop("index")
        found = Difference(**found, index=None if index is None else tuple(index))
    return Verdict(**{**fields, "status": Status(fields["status"])}, difference=found)


def _did(ran: Ran) -> str:
    if ran.kind == "raised":
        return f"stopped with {one_line(ran.error, 200)}"
    return ran.error if ran.kind == "timed_out" else "ended the Python process"


class _Run:
    """A kernel in which the cells have been run; started again where it dies."""

    def __init__(self, folder: Path, cells: Sequence[str], seconds: float) -> None:
        self._folder, self._cells, self._seconds = folder, cells, seconds
        self._kernel: Kernel | None = None
        self._starts = 0
        self._ended: dict[int, Ran] = {}  # how each cell ended that did not finish
        self._left_out: set[int] = set()  # cells that took too long or ended a kernel

    def verdict(self, exercise: Exercise) -> Verdict:
        """The verdict on one exercise."""
        kernel = self._ready()
        if kernel is None:
            return _ended_with(exercise, Ran("died"))
        limit = self._seconds + 10.0
        ran = kernel.run("", limit, HERE.format(exercise.name))
        if ran.kind != "finished":
            return _ended_with(exercise, ran)
        if not ran.value:
            fault = f"The checker itself failed on {exercise.name}: {one_line(ran.error)}"
            return Verdict(exercise.name, Status.GRADER_ERROR, None, fault)
        found = received(ran.value)
        number = self._unfinished_cell(exercise)
        if found.status is Status.NOT_ATTEMPTED and number is not None:
            return _ended_with(exercise, self._ended[number], number + 1)
        if found.status is Status.NOT_ATTEMPTED and self._left_out:
            return replace(found, message=f"{found.message} {self._stopped()}")
        return found

    def _stopped(self) -> str:
        """The first cell that took too long or ended the kernel, in words."""
        number = min(self._left_out)
        return f"(Code cell {number + 1} {_did(self._ended[number])}; was its answer to be there?)"

    def notes(self) -> tuple[str, ...]:
        """What became of every cell that did not finish."""
        ended = sorted(self._ended.items())
        return tuple(f"Code cell {number + 1} {_did(ran)}." for number, ran in ended)

    def close(self) -> None:
        """End the kernel."""
        if self._kernel is not None:
            self._kernel.stop()
        self._kernel = None

    def _unfinished_cell(self, exercise: Exercise) -> int | None:
        """The last cell that was to bind the exercise's name and did not finish."""
        for number in sorted(self._ended, reverse=True):
            if exercise.name in bound_names(self._cells[number]):
                return number
        return None

    def _ready(self) -> Kernel | None:
        """A living kernel in which the cells have been run, or None once too many have died."""
        while self._kernel is None or not self._kernel.alive:
            self.close()
            if self._starts == MOST_STARTS:
                return None
            self._starts += 1
            self._kernel = Kernel(self._folder)
            self._run_cells(self._kernel)
        return self._kernel

    def _run_cells(self, kernel: Kernel) -> None:
        for number, source in enumerate(self._cells):
            if number in self._left_out or not source.strip():
                continue
            ran = kernel.run(source, self._seconds)
            if kernel.alive:
                kernel.run("", self._seconds, AFTER_CELL)
            if ran.kind != "finished":
                self._ended[number] = ran
            if ran.kind == "timed_out" or not kernel.alive:
                self._left_out.add(number)
            if not kernel.alive:
                return


def _ended_with(exercise: Exercise, ran: Ran, number: int | None = None) -> Verdict:
    """The verdict on an answer whose cell, or whose check, did not finish."""
    ending: Ending = "raised" if ran.kind == "finished" else ran.kind
    return unfinished(exercise, ending, one_line(ran.error, 200), number)
