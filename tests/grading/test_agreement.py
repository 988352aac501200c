"""The grader and the notebook say the same of every answer of the corpus.

Pieces are put together, one per exercise, into sheets, so that a sheet is graded for each style.
"""

from __future__ import annotations

import json
from itertools import zip_longest

import corpus
import pytest

from course_utils.catalog import SHEETS
from course_utils.grading.bench import Bench
from course_utils.grading.protection import best

IMPORTS = "import math\nimport numpy as np\nfrom course_utils.notebook import check, hint"


def notebook(*cells: str) -> bytes:
    return json.dumps({"cells": [{"cell_type": "code", "source": cell} for cell in cells]}).encode()


def sheets_of(name: str) -> list[list[corpus.Piece]]:
    """All pieces of a sheet, at most one of each exercise together; none that loops for ever."""
    files = [path for path in corpus.files() if path.parent.name == name]
    pieces = [[p for p in corpus.read(f) if "timed_out" not in p.statuses] for f in files]
    return [[p for p in row if p is not None] for row in zip_longest(*pieces)]


@pytest.fixture(scope="module")
def bench():
    with Bench(best()) as bench:
        yield bench


@pytest.mark.parametrize("name", SHEETS)
def test_the_grader_agrees_with_the_notebook_on_the_whole_corpus(bench, name):
    exercises = {exercise.name: exercise for exercise in SHEETS[name]}
    compared, surprises = 0, []
    for pieces in sheets_of(name):
        cells = [IMPORTS, *(piece.source for piece in pieces)]
        asked = [exercises[piece.exercise] for piece in pieces]
        marked = bench.grade(notebook(*cells), asked, seed=0)
        for piece, graded in zip(pieces, marked.verdicts, strict=True):
            here = corpus.verdict_on(piece)
            compared += 1
            same = (here.status, here.misconception, here.score, here.difference)
            if same != (graded.status, graded.misconception, graded.score, graded.difference):
                surprises.append(f"{piece}:\n  here   {here}\n  graded {graded}")
    assert not surprises, "\n".join(surprises)
    assert compared >= 17 * len(exercises)
