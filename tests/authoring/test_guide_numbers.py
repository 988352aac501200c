"""The guide of the last lesson says how many wrong softmaxes some assertions reject."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from course_utils.authoring.guide.source import GUIDES
from course_utils.catalog.break_the_checker import hear
from course_utils.catalog.softmax_bank import RIGHT, WRONG
from course_utils.places import course_root

GUIDE = course_root(Path(__file__)) / GUIDES / "06_claims_on_trial.yaml"
LOG_2, LOG_3 = np.log([2.0, 3.0])
QUARTERS = [0.25, 0.75]


def row_sums(softmax):
    assert np.allclose(np.sum(softmax(np.array([[0.0, 1.0, 2.0], [3.0, 1.0, 1.0]])), axis=1), 1)


def usual_three(softmax):
    p = np.asarray(softmax(np.array([[0.0, 1.0, 2.0], [3.0, 1.0, 1.0]])))
    assert p.shape == (2, 3)
    assert np.all((p >= 0) & (p <= 1))
    row_sums(softmax)


def one_row(softmax):
    assert np.allclose(softmax(np.array([[0.0, LOG_3]])), [QUARTERS])


def two_rows(softmax):
    wanted = [QUARTERS, [2 / 3, 1 / 3]]
    assert np.allclose(softmax(np.array([[0.0, LOG_3], [LOG_2, 0.0]])), wanted)


def two_large_rows(softmax):
    logits = np.array([[1000.0, 1000.0 + LOG_3], [-1000.0, -1000.0 + LOG_3]])
    assert np.allclose(softmax(logits), [QUARTERS, QUARTERS])


class TestTheGuideOfTheLastLesson:
    @pytest.mark.parametrize(
        ("assertions", "rejected", "said"),
        [
            (row_sums, 8, "the row sums reject 8,"),
            (usual_three, 8, "the usual three add none"),
            (one_row, 9, "one row, (0, log 3), reject 9;"),
            (two_rows, 12, "(0, log 3) and (log 2, 0), reject 12;"),
            (two_large_rows, 15, "and once with −1000, 15."),
        ],
    )
    def test_says_how_many_wrong_softmaxes_an_assertion_rejects(self, assertions, rejected, said):
        assert said in " ".join(GUIDE.read_text(encoding="utf-8").split())
        assert len(WRONG) == 24
        assert sum(hear(assertions, wrong.function).rejected for wrong in WRONG) == rejected
        assert not any(hear(assertions, right.function).rejected for right in RIGHT)
