"""The notebook, `course check` and `course grade` say the same of every file of the corpus.

For each exercise one answer of each status, put together into sheets. (`test_agreement` compares
notebook and grader on every single answer; a kernel for each of them would take too long.)
"""

from __future__ import annotations

from itertools import zip_longest

import corpus
import pytest
from filled_sheets import as_bytes, filled
from sample_class import answers, with_cells

from course_utils.catalog import SHEETS
from course_utils.checking.verdict import Verdict
from course_utils.grading.bench import Bench
from course_utils.grading.protection import best
from course_utils.notebook.marking import mark_notebook


@pytest.fixture(scope="module")
def bench():
    with Bench(best()) as bench:
        yield bench


def one_of_each_status(sheet: str) -> list[dict[str, corpus.Piece]]:
    """Sheets that together hold, of every corpus file, the first piece of each status."""
    columns = []
    for path in (path for path in corpus.files() if path.parent.name == sheet):
        firsts: dict[tuple[str, ...], corpus.Piece] = {}
        for piece in corpus.read(path):
            firsts.setdefault(piece.statuses, piece)
        firsts.pop(("timed_out",), None)
        columns.append(list(firsts.values()))
    rows = zip_longest(*columns)
    return [{piece.exercise: piece for piece in row if piece is not None} for row in rows]


def said(verdict: Verdict) -> tuple[object, ...]:
    return verdict.status, verdict.score, verdict.misconception, verdict.difference


@pytest.mark.parametrize("sheet", SHEETS)
def test_three_callers_of_one_engine_agree(bench, sheet, tmp_path):
    compared = 0
    for number, pieces in enumerate(one_of_each_status(sheet)):
        data = as_bytes(filled(sheet, {name: piece.source for name, piece in pieces.items()}))
        path = tmp_path / f"{number}.ipynb"
        path.write_bytes(data)
        graded = {v.exercise: v for v in bench.grade(data, SHEETS[sheet], seed=0).verdicts}
        checked = {v.exercise: v for v in mark_notebook(path).verdicts}
        assert set(graded) == set(checked) == {exercise.name for exercise in SHEETS[sheet]}
        for name in graded:
            assert said(graded[name]) == said(checked[name]), pieces.get(name)
            if name in pieces:
                assert said(graded[name]) == said(corpus.verdict_on(pieces[name])), pieces[name]
                compared += 1
    assert compared >= 2 * len(SHEETS[sheet])


NEEDS_SUM = "def odds_to_probability(odds):\n    return odds / sum([1, odds])"
HAS_ITS_OWN = "max = 0.0\ndef predict_label(logits):\n    return np.asarray(logits) > max"


def test_they_agree_where_names_are_lost_after_the_answer(bench, tmp_path):
    """In the notebook each answer was checked where it stands, before the last cell."""
    sheet = "02_sigmoid_tanh"
    own = {"odds_to_probability": NEEDS_SUM, "predict_label": HAS_ITS_OWN}
    notebook = with_cells(filled(sheet, answers(sheet) | own), "np = None\nsum = 3")
    path = tmp_path / "late.ipynb"
    path.write_bytes(as_bytes(notebook))
    for name, source in own.items():
        piece = corpus.Piece(sheet, name, ("passed",), "", "uses a name", source, 1)
        assert corpus.verdict_on(piece).status.value == "passed"
    graded = bench.grade(path.read_bytes(), SHEETS[sheet], seed=0).verdicts
    checked = mark_notebook(path).verdicts
    assert [said(verdict) for verdict in graded] == [said(verdict) for verdict in checked]
    assert {verdict.status.value for verdict in graded} == {"passed"}
