"""Marking a sheet from its file: ``course check FILE.ipynb``."""

from __future__ import annotations

import json

import pytest

from course_utils.cells import bound_names
from course_utils.checking.verdict import Difference, Status, Verdict
from course_utils.errors import CourseError
from course_utils.notebook.cells import code_cells
from course_utils.notebook.marking import Posted, mark_notebook, received, recognised_sheet


def written(path, *sources, **more):
    cells = [{"cell_type": "code", "source": source, "id": "same"} for source in sources]
    path.write_text(json.dumps({"cells": cells, **more}), encoding="utf-8")
    return path


SHEET = (
    "import numpy as np\nfrom course_utils.notebook import check",
    "%precision 8\ndef odds_to_probability(odds):\n    return odds / (1 + odds)",
    'check("odds_to_probability")\nimport os\nopen("record.txt", "w").write('
    'os.environ["COURSE_RECORD"])',
    "def sigmoid(z):\n    return 1 / (1 + np.exp(-np.asarray(z, float)))",
    "def logit(p)\n    return 3",
    "1 / 0\ntanh_derivative = 3",
    "def tanh_from_sigmoid(z):\n    import os\n    os._exit(3)",
    "def predict_label(logits):\n    raise NotImplementedError",
    "while True:\n    pass\nto_tanh_layer = 3",
    "import os\nos._exit(1)\nquiz_sigmoid = {}",
    "def binary_cross_entropy(logits, targets):\n    return input('how much?')",
)


@pytest.fixture(scope="module")
def sheet(tmp_path_factory):
    """A sheet with everything that can go wrong in it, marked once for all tests below."""
    folder = tmp_path_factory.mktemp("sheet")
    asked_for = {"kernelspec": {"name": "no-such-kernel", "display_name": "?"}}
    path = written(folder / "mine.ipynb", *SHEET, metadata=asked_for)
    marking = mark_notebook(path, seconds=6.0)
    return marking, {verdict.exercise: verdict for verdict in marking.verdicts}, folder


class TestMarkingASheet:
    def test_tells_the_sheet_by_the_names_that_it_binds(self, sheet):
        assert sheet[0].sheet == "02_sigmoid_tanh"

    def test_names_every_cell_that_did_not_finish(self, sheet):
        notes = sheet[0].notes
        assert any("did not finish within 6 s." in note for note in notes), notes
        assert any("ended the Python process." in note for note in notes), notes
        assert all(note.startswith("Code cell ") for note in notes)

    def test_gives_one_verdict_per_exercise_in_the_order_of_the_sheet(self, sheet):
        assert [verdict.exercise for verdict in sheet[0].verdicts] == [
            "odds_to_probability",
            "logit",
            "sigmoid",
            "sigmoid_derivative",
            "tanh_from_sigmoid",
            "tanh_derivative",
            "to_tanh_layer",
            "binary_cross_entropy",
            "predict_label",
            "quiz_sigmoid",
        ]

    @pytest.mark.parametrize(
        ("exercise", "status", "said"),
        [
            ("odds_to_probability", "passed", ""),
            ("sigmoid", "unstable", "overflow"),
            ("logit", "errored", "code cell 5, which defines it, stopped with SyntaxError"),
            ("tanh_derivative", "errored", "ZeroDivisionError: division by zero"),
            ("tanh_from_sigmoid", "crashed", "its check ended the Python process"),
            ("predict_label", "not_attempted", ""),
            ("sigmoid_derivative", "not_attempted", ""),
            ("to_tanh_layer", "timed_out", "did not finish within 6 s"),
            ("quiz_sigmoid", "crashed", "code cell 10, which defines it, ended the Python"),
            ("binary_cross_entropy", "errored", "EOFError"),
        ],
    )
    def test_one_cell_costs_only_what_it_defines(self, sheet, exercise, status, said):
        verdict = sheet[1][exercise]
        assert verdict.status.value == status
        assert said in verdict.message

    def test_leaves_the_learners_record_alone(self, sheet):
        assert (sheet[2] / "record.txt").read_text() == ":memory:"


class TestWhatIsNoSheet:
    """One line that says what is wrong, with the file's name."""

    def refused(self, path):
        with pytest.raises(CourseError) as caught:
            mark_notebook(path)
        text = str(caught.value)
        assert str(path) in text
        assert "\n" not in text
        return text

    def test_a_missing_file(self, tmp_path):
        written(tmp_path / "sheet_2.ipynb")
        text = self.refused(tmp_path / "shet_2.ipynb")
        assert 'does not exist; is the name right? Did you mean "sheet_2.ipynb"?' in text

    def test_a_folder(self, tmp_path):
        assert "is a folder" in self.refused(tmp_path)

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (b"", "is empty"),
            (b"print(1)", "does not hold JSON"),
            (b"[" * 100_000, "does not hold JSON"),
            (b"{}", "its JSON has no cells"),
            (b"[1]", "its JSON has no cells"),
            (b'{"cells": []}', "has no code cells"),
            (b'{"cells": 3}', "has no code cells"),
            (b"\xff\xfe{\x00", "not UTF-8 text"),
        ],
    )
    def test_a_file_of_another_kind(self, tmp_path, content, said):
        path = tmp_path / "sheet.ipynb"
        path.write_bytes(content)
        assert said in self.refused(path)

    def test_a_notebook_without_exercises(self, tmp_path):
        assert "defines no exercise" in self.refused(written(tmp_path / "n.ipynb", "x = 1"))

    def test_a_notebook_with_a_slip_in_the_only_name(self, tmp_path):
        path = written(tmp_path / "n.ipynb", "def sigmiod(z):\n    return z")
        assert 'it defines "sigmiod". Did you mean "sigmoid"?' in self.refused(path)


class TestReadingANotebook:
    def test_with_a_byte_order_mark(self, tmp_path):
        path = tmp_path / "n.ipynb"
        text = json.dumps({"cells": [{"cell_type": "code", "source": ["a = 1\n", "b = 2"]}]})
        path.write_text(text, encoding="utf-8-sig")
        assert code_cells(path) == ["a = 1\nb = 2"]

    def test_of_format_3(self, tmp_path):
        path = tmp_path / "n.ipynb"
        sheets = [{"cells": [{"cell_type": "code", "input": "a = 1"}]}]
        path.write_text(json.dumps({"nbformat": 3, "worksheets": sheets}))
        assert code_cells(path) == ["a = 1"]

    def test_passes_over_cells_that_are_none(self, tmp_path):
        path = tmp_path / "n.ipynb"
        cells = [3, {}, {"cell_type": "markdown"}, {"cell_type": "code", "source": [1, "a"]}]
        path.write_text(json.dumps({"cells": cells}))
        assert code_cells(path) == ["a"]


class TestBoundNames:
    @pytest.mark.parametrize(
        ("source", "names"),
        [
            ("def f(a):\n    b = 1", {"f"}),
            ("a = b = 1\nc, (d, *e) = x", {"a", "b", "c", "d", "e"}),
            ("a: float = 1\nb += 1", {"a", "b"}),
            ("if x:\n    def f(): pass\nelse:\n    g = 1", {"f", "g"}),
            ("[a for a in x]\na.b = 1\nlambda c: c\nf(d=1)", set()),
            ("%matplotlib inline\n!ls\na = 1", {"a"}),
            ("%%time\na = 1", {"a"}),
            ("%%bash\na=1", set()),
            ("import numpy as np\nfrom x import f", set()),
            ("def f(a)\n    return\ng = 1\nh == 2", {"f", "g"}),
            ("", set()),
        ],
    )
    def test_are_those_that_a_cell_defines_itself(self, source, names):
        assert bound_names(source) == names

    def test_imported_ones_do_not_make_a_sheet(self):
        with pytest.raises(CourseError, match="defines no exercise"):
            recognised_sheet("n.ipynb", ["from course_utils.activations import sigmoid"])


class TestTheWayOutOfTheKernel:
    @pytest.mark.parametrize(
        "difference",
        [
            None,
            Difference("shape", "é", None, "z = 1", "a", "b", "c"),
            Difference("values", "x", (0, 1)),
        ],
    )
    def test_keeps_a_verdict_as_it_is(self, difference):
        verdict = Verdict("sigmoid", Status.FAILED, 0.0, "m\n", "q", "S1", difference)
        assert received(repr(Posted(verdict))) == verdict

    def test_keeps_a_missing_score_missing(self):
        verdict = Verdict("sigmoid", Status.GRADER_ERROR, None, "m")
        assert received(repr(Posted(verdict))).score is None
