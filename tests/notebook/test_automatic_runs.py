"""Notebooks that are run by machines: the outputs are the same every time and need no one."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import nbformat
import pytest

CELLS = (
    "import numpy as np\nfrom course_utils.notebook import ask, check, hint, predict, reveal",
    'predict("02.logit_step")',
    'reveal("02.logit_step")',
    'ask("01.double_both")',
    "def sigmoid(z):\n    return 1 / (1 + np.exp(z))",
    'check("sigmoid")',
    'check("logit")',
)


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    """The displayed outputs, cell by cell, of two runs of one notebook by nbconvert."""
    folder = tmp_path_factory.mktemp("automatic")
    cells = [nbformat.v4.new_code_cell(source) for source in CELLS]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), folder / "n.ipynb")
    command = [sys.executable, "-m", "nbconvert", "--to", "notebook", "--execute", "--stdout"]
    environment = {**os.environ, "COURSE_RECORD": ":memory:"}
    ran = [
        subprocess.run(
            [*command, str(folder / "n.ipynb")],
            env=environment,
            capture_output=True,
            check=True,
            timeout=120,
        )
        for _ in range(2)
    ]
    notebooks = [json.loads(each.stdout) for each in ran]
    return [[cell["outputs"] for cell in notebook["cells"]] for notebook in notebooks]


def compared(outputs):
    """What nbval compares: everything but pictures and widget views."""
    skipped = ("image/png", "application/vnd.jupyter.widget-view+json")
    return [
        {kind: text for kind, text in output["data"].items() if kind not in skipped}
        for output in outputs
    ]


def test_two_runs_show_the_same(runs):
    first, second = runs
    assert [compared(cell) for cell in first] == [compared(cell) for cell in second]


def test_every_form_and_card_can_be_read_without_a_kernel(runs):
    with_output = [outputs[0]["data"] for outputs in runs[0] if outputs]
    assert len(with_output) == 5
    assert all({"text/html", "text/plain"} <= set(data) for data in with_output)


def test_a_wrong_curve_is_drawn_below_its_card_with_its_words(runs):
    picture = runs[0][5][1]
    assert "farthest apart" in "".join(picture["data"]["text/plain"])
    assert picture["metadata"]["image/png"]["alt"]


def test_an_unanswered_prediction_is_revealed_in_full_but_folded(runs):
    html = "".join(runs[0][2][0]["data"]["text/html"])
    assert "<details><summary>" in html
    assert "C is right." in html
