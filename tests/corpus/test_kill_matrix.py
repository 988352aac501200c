"""Every right answer passes, every wrong one is rejected as what it is, every mistake is named."""

from __future__ import annotations

from collections import Counter

import corpus
import nbformat
import numpy as np
import pytest
from mutants import mutants

from course_utils.catalog import EXERCISES, SHEETS
from course_utils.checking.engine import check_here, draw_cases, observe
from course_utils.checking.fingerprint import alike
from course_utils.checking.local import local_call

ROOT = corpus.HERE.parents[1]
PIECES = [piece for path in corpus.files() for piece in corpus.read(path)]
RIGHT_STYLES, WRONG_STYLES = 5, 12
ROWS = ("right accepted", "unstable told apart", "wrong rejected", "mistakes named")
GRADED = [exercise for sheet in SHEETS.values() for exercise in sheet]
FUNCTIONS = [exercise for exercise in GRADED if exercise.kind == "function"]
MARKED = [e for e in EXERCISES.values() if e.kind == "function" and e.mistakes]


def row_of(piece: corpus.Piece) -> str:
    if piece.statuses == ("passed",):
        return "right accepted"
    return "unstable told apart" if piece.statuses == ("unstable",) else "wrong rejected"


@pytest.fixture(scope="module")
def verdicts():
    return {piece: corpus.verdict_on(piece) for piece in PIECES}


def test_every_piece_gets_its_status(verdicts):
    surprises = [
        f"{piece}: {verdict.status.value}: {verdict.message}"
        for piece, verdict in verdicts.items()
        if verdict.status.value not in piece.statuses
    ]
    assert not surprises, "\n".join(surprises)


def test_every_known_mistake_is_named(verdicts):
    surprises = [
        f"{piece}: named {verdict.misconception or 'nothing'} instead of {piece.misconception}"
        for piece, verdict in verdicts.items()
        if piece.misconception and verdict.misconception != piece.misconception
    ]
    assert not surprises, "\n".join(surprises)


def test_no_right_answer_is_given_a_mistake(verdicts):
    accused = [str(p) for p, v in verdicts.items() if v.score == 1 and v.misconception]
    assert not accused


def test_the_matrix_is_full(verdicts, record_property):
    """The table exercise × row as caught/all is printed with the results; all are demanded."""
    caught: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    for piece, verdict in verdicts.items():
        row = (piece.exercise, row_of(piece))
        total[row] += 1
        caught[row] += verdict.status.value in piece.statuses
        if piece.misconception:
            named = (piece.exercise, "mistakes named")
            total[named] += 1
            caught[named] += verdict.misconception == piece.misconception
    record_property("table", matrix_text(caught, total))
    assert caught == total


def matrix_text(caught: Counter, total: Counter) -> str:
    lines = [f"{'exercise':22}" + "".join(f"{row:>22}" for row in ROWS)]
    for exercise in GRADED:
        cells = [f"{caught[exercise.name, row]}/{total[exercise.name, row]}" for row in ROWS]
        lines.append(f"{exercise.name:22}" + "".join(f"{cell:>22}" for cell in cells))
    sums = [
        f"{sum(caught[e.name, r] for e in GRADED)}/{sum(total[e.name, r] for e in GRADED)}"
        for r in ROWS
    ]
    return "\n".join([*lines, f"{'all':22}" + "".join(f"{cell:>22}" for cell in sums)])


def test_the_corpus_and_the_catalog_have_the_same_exercises():
    in_catalog = {(sheet, exercise.name) for sheet in SHEETS for exercise in SHEETS[sheet]}
    assert {(piece.sheet, piece.exercise) for piece in PIECES} == in_catalog


@pytest.mark.parametrize("exercise", FUNCTIONS, ids=lambda e: e.name)
def test_there_are_enough_styles(exercise):
    rows = Counter(
        row_of(piece) == "right accepted"
        for piece in PIECES
        if piece.exercise == exercise.name and not piece.misconception
    )
    assert rows[True] >= RIGHT_STYLES
    assert rows[False] >= WRONG_STYLES


@pytest.mark.parametrize("exercise", MARKED, ids=lambda e: e.name)
class TestFingerprints:
    def test_each_known_mistake_is_marked_wrong_and_names_itself(self, exercise):
        for mistake in exercise.mistakes:
            verdict = check_here(exercise, mistake.wrong)
            assert verdict.score < 1, f"{mistake.id} passes"
            assert verdict.misconception == mistake.id, f"{mistake.id}: {verdict}"

    def test_no_two_ids_coincide(self, exercise):
        """A mistake is recognised as itself, whatever the order in which they are listed."""
        cases = draw_cases(exercise, 0)
        observed = [observe(local_call(m.wrong), cases) for m in exercise.mistakes]
        for extremes in (False, True):
            compared = [k for k, case in enumerate(cases) if extremes or not case.extreme]
            rights = observe(local_call(exercise.reference), cases)
            for a, one in enumerate(exercise.mistakes):
                same_as_right = all(
                    alike(exercise, cases[k], observed[a][k], rights[k], extremes) for k in compared
                )
                assert not (extremes and same_as_right), f"{one.id} is the reference"
                if same_as_right:
                    continue  # told apart at the extremes
                for b, other in enumerate(exercise.mistakes[:a]):
                    coincide = one.id != other.id and all(
                        alike(exercise, cases[k], observed[a][k], observed[b][k], extremes)
                        for k in compared
                    )
                    assert not coincide, f"{one.id} and {other.id} cannot be told apart"


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_verdict_does_not_depend_on_the_seed(seed):
    """Other random inputs, the same marks. (One seed a run; the pieces that loop are spared.)"""
    for piece in PIECES:
        if "timed_out" not in piece.statuses:
            assert corpus.verdict_on(piece, seed).status.value in piece.statuses, str(piece)


def solution_cells(sheet: str) -> dict[str, str]:
    """The solutions of a sheet: the source of the cell that defines each function."""
    notebook = nbformat.read(ROOT / "solutions" / f"{sheet}.ipynb", as_version=4)
    sources = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    names = [exercise.name for exercise in SHEETS[sheet] if exercise.kind == "function"]
    return {name: next(s for s in sources if f"def {name}(" in s) for name in names}


# Mutants that behave as the original does on every input of the contract, each with the reason.
EQUIVALENT = {
    "xor_network: 1.0 to 2.0 in both = np.array([[1.0, -1.0], [-1.0, 1.0]])"
    "  # the hidden units see a - b and b - a": "a larger negative weight keeps its hinge shut",
}


@pytest.mark.parametrize("sheet", SHEETS)
def test_mutants_of_the_solutions_are_rejected(sheet, record_property):
    """Change one operator, constant or name of a solution: the checker must see it."""
    cells = solution_cells(sheet)
    namespace: dict = {"np": np}
    for source in cells.values():
        exec(source, namespace)
    tried, survivors = Counter(), []
    for name, source in cells.items():
        for what, mutant in mutants(source, name, namespace):
            tried[name] += 1
            verdict = check_here(EXERCISES[name], mutant, seconds=corpus.SECONDS)
            if verdict.score == 1 and f"{name}: {what}" not in EQUIVALENT:
                survivors.append(f"{name}: {what}")
    record_property("table", f"mutants of {sheet} rejected: {tried.total() - len(survivors)}")
    assert set(tried) == set(cells)
    assert not survivors, "\n".join(survivors)
