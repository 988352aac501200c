"""What goes wrong around a right answer: it keeps all its points."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from attacks import HONEST, IMPORTS, RIGHT, SIGMOID, VICTIM, notebook, statuses

from course_utils.catalog import SHEETS

SOLUTIONS = Path(__file__).parents[2] / "solutions"
ANSWERS = (HONEST, RIGHT)
AROUND = {
    "stray prints in a cell": "print('here'); import sys; print('there', file=sys.stderr)",
    "a cell that fails": "1 / 0",
    "a cell that is no Python": "this is not python",
    "a loop variable named sum": "sum = 0\nfor list in [1, 2]:\n    sum = sum + list",
    "a warning": "import warnings\nwarnings.warn('careful')",
    "warnings turned into errors": "import warnings\nwarnings.simplefilter('error')",
    "numpy's warnings raised": "np.seterr(all='raise', under='ignore')",
    "logging": "import logging\nlogging.basicConfig(level=0)\nlogging.getLogger().error('x')",
    "magics": "%matplotlib inline\n%precision 3\n%time 1\n%timeit -n1 -r1 pass\n%config x",
    "a magic for a cell": "%%capture out\nprint('x')",
    "a magic that is not there": "%load_ext autoreload\n%autoreload 2\n%no_such_magic",
    "a command of the system": "!pip install numpy\n!ls",
    "a question mark": "np.exp?",
    "await": "import asyncio\nawait asyncio.sleep(0)",
    "a figure": "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.title('$x^2$')\nplt.show()",
    "the course's figures and widgets": "from course_utils import figures, widgets, activations\n"
    "fig, ax = figures.canvas() or (None, None)\nwidgets.OneUnit().show()\n",
    "a widget": "from ipywidgets import interact\ninteract(lambda k: k, k=3)",
    "display": "from IPython.display import display, HTML, Markdown\ndisplay(HTML('<b>x</b>'))",
    "clear_output": "from IPython.display import clear_output\nclear_output(wait=True)",
    "help and hints": "help(np.exp)\nhint('sigmoid')\nprogress()\nsolution('sigmoid')",
    "an edited check": "check('sigmoid', 'odds', verbose=True, strict=False)",
    "an assert about check": "assert check('sigmoid') is not False",
    "a question to the learner": "name = input('Your name? ')",
    "a file that is not there": "np.load('my_data.npy')",
    "a file of its own": "np.savetxt('mine.csv', np.zeros(3))",
    "a package that is not there": "import seaborn_that_is_not_there",
    "exit at the end": "exit()",
    "quit at the end": "quit",
    "sys.exit at the end": "import sys\nsys.exit()",
    "a loop that was interrupted": "while True:\n    pass",
    "del of something else": "del check, hint",
    "names like ours": "id = kind = name = value = frames = inside = calling = len = 3",
    "a changed seed": "np.random.seed(5)\nimport random\nrandom.seed(3)",
    "print options": "np.set_printoptions(precision=1)",
    "another recursion limit": "import sys\nsys.setrecursionlimit(500)",
    "a thread": "import threading\nthreading.Thread(target=print, args=('x',)).start()",
    "an earlier wrong version": "def sigmoid_draft(z):\n    return 1 / (1 + np.exp(-z))",
    "a last expression that cannot be shown": "class A:\n"
    "    def __repr__(self):\n        1 / 0\nA()",
    "a stdout of its own": "import sys, io\nsys.stdout = io.StringIO()",
    "a closed stdout": "import sys\nsys.stdout.close()",
    "a handler of signals": "import signal\nsignal.signal(signal.SIGINT, signal.SIG_DFL)",
    "pandas": "import pandas as pd",
    "an underscore": "3\n_ + 1\nOut, In",
    "unicode": "überlegung = 'ä ∑ 😀'\nprint(überlegung)",
}
NOISY = """
import logging, sys, warnings
def sigmoid(z):
    print("z is", z)
    print("careful", file=sys.stderr)
    logging.error("hello")
    warnings.warn("a harmless one")
    display(z)
    e = np.exp(-np.abs(z))
    return np.where(np.asarray(z) >= 0, 1 / (1 + e), e / (1 + e))
"""


def points(bench, cells, **more):
    marked = bench.grade(notebook(*cells, **more), [VICTIM, SIGMOID], seed=0)
    return statuses(marked), marked


def assert_full(bench, *cells, **more):
    found, marked = points(bench, cells, **more)
    assert found == {"odds_to_probability": "passed", "sigmoid": "passed"}, marked


@pytest.mark.parametrize("cell", AROUND.values(), ids=AROUND)
@pytest.mark.parametrize("place", ["before", "after"])
def test_another_cell(bench, cell, place):
    if place == "before":
        assert_full(bench, IMPORTS, cell, *ANSWERS)
    else:
        assert_full(bench, IMPORTS, *ANSWERS, cell)


def test_noise_within_the_answer(bench):
    assert_full(bench, IMPORTS, HONEST, NOISY)


def test_a_name_that_is_shadowed_late(bench):
    uses_sum = "def odds_to_probability(odds):\n    return odds / sum([1, odds])"
    assert_full(bench, IMPORTS, uses_sum, RIGHT, "np = None\nsum = 3")


def test_a_constant_that_is_named_like_a_function(bench):
    uses_it = "def odds_to_probability(odds):\n    return odds / np.add(odds, max)"
    assert_full(bench, IMPORTS, "max = 1", uses_it, RIGHT, "np = None")


def test_a_helper_that_is_mended_late(bench):
    uses_it = "def sigmoid(z):\n    return right(z)"
    broken, right = "def right(z):\n    return z", RIGHT.replace("sigmoid", "right")
    assert_full(bench, IMPORTS, HONEST, broken, uses_it, right)


def test_a_cell_twice(bench):
    assert_full(bench, IMPORTS, *ANSWERS, *ANSWERS)


def test_a_cell_split_in_two(bench):
    assert_full(
        bench,
        IMPORTS,
        HONEST,
        "def helper(z):\n    return np.exp(-np.abs(z))",
        "def sigmoid(z):\n    e = helper(z)\n"
        "    return np.where(np.asarray(z) >= 0, 1 / (1 + e), e / (1 + e))",
    )


def test_cells_in_another_order(bench):
    assert_full(bench, RIGHT, HONEST, IMPORTS)


def test_cells_that_were_deleted(bench):
    assert_full(bench, "import numpy as np", *ANSWERS)


def test_an_answer_in_a_new_cell_at_the_end(bench):
    stub = "def sigmoid(z):\n    raise NotImplementedError('write it here')"
    assert_full(bench, IMPORTS, HONEST, stub, "check('sigmoid')", RIGHT)


def test_everything_in_one_cell(bench):
    assert_full(bench, "\n".join([IMPORTS, *ANSWERS, "check('sigmoid')"]))


def test_a_class_with_a_call_and_a_lambda(bench):
    called = "class S:\n    def __call__(self, z):\n        return right(z)\nsigmoid = S()"
    right = RIGHT.replace("sigmoid", "right")
    assert_full(bench, IMPORTS, right, called, "odds_to_probability = lambda o: o / (1 + o)")


class TestHowItWasSaved:
    def cells(self, **more):
        return [{"cell_type": "code", "source": c, **more} for c in (IMPORTS, *ANSWERS)]

    def full(self, bench, data):
        marked = bench.grade(data, [VICTIM, SIGMOID], seed=0)
        assert set(statuses(marked).values()) == {"passed"}, marked

    def test_with_a_byte_order_mark(self, bench):
        self.full(bench, b"\xef\xbb\xbf" + notebook(IMPORTS, *ANSWERS))

    def test_without_outputs_ids_and_metadata(self, bench):
        self.full(bench, json.dumps({"cells": self.cells()}).encode())

    def test_with_duplicate_ids_and_an_unknown_kernel(self, bench):
        kernel = {"kernelspec": {"name": "python9000", "display_name": "?"}}
        cells = self.cells(id="same", metadata=None, outputs=None, execution_count="x")
        data = {"cells": cells, "metadata": kernel, "nbformat": 4, "nbformat_minor": 99}
        self.full(bench, json.dumps(data).encode())

    def test_with_sources_as_lists_of_lines(self, bench):
        cells = [
            {"cell_type": "code", "source": c.splitlines(keepends=True)}
            for c in (IMPORTS, *ANSWERS)
        ]
        self.full(bench, json.dumps({"cells": cells}).encode())

    def test_in_the_format_of_2013(self, bench):
        cells = [{"cell_type": "code", "input": c} for c in (IMPORTS, *ANSWERS)]
        self.full(bench, json.dumps({"nbformat": 3, "worksheets": [{"cells": cells}]}).encode())

    def test_with_windows_line_ends(self, bench):
        self.full(bench, notebook(*[c.replace("\n", "\r\n") for c in (IMPORTS, *ANSWERS)]))

    def test_with_tabs_and_characters_of_other_scripts(self, bench):
        self.full(bench, notebook(IMPORTS, *[c.replace("    ", "\t") for c in ANSWERS], "# 你好"))


@pytest.mark.parametrize("sheet", SHEETS)
def test_the_solutions_of_a_sheet(bench, sheet):
    marked = bench.grade((SOLUTIONS / f"{sheet}.ipynb").read_bytes(), SHEETS[sheet], seed=0)
    assert set(statuses(marked).values()) == {"passed"}, marked
    assert marked.notes == ()


@pytest.mark.parametrize("sheet", SHEETS)
def test_the_blank_sheet_is_not_attempted(bench, sheet):
    blank = SOLUTIONS.parent / "exercises" / f"{sheet}.ipynb"
    marked = bench.grade(blank.read_bytes(), SHEETS[sheet], seed=0)
    assert set(statuses(marked).values()) == {"not_attempted"}, marked
