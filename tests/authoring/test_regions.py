"""Solution regions: what the learner's stub keeps, and what counts as a mistake of the author."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from course_utils.authoring.regions import (
    answer_names,
    secret_lines,
    solution_text,
    stub_text,
)
from course_utils.authoring.source import SourceCell
from course_utils.errors import CourseError


def cell(text: str, kind: str = "code") -> SourceCell:
    return SourceCell(kind, text, Path("sheet.py"), 10)


def region(text: str) -> SourceCell:
    return cell(f"### BEGIN SOLUTION\n{text}\n### END SOLUTION")


class TestTheStubOfAFunction:
    def test_keeps_the_signature_as_it_was_written(self):
        stub = stub_text(region("def f(z, *,\n      slope=1e-2) -> float:\n    return z * slope"))
        assert stub.startswith("def f(z, *,\n      slope=1e-2) -> float:\n    raise ")

    def test_keeps_the_docstring_as_it_was_written(self):
        docstring = '    """One.\n\n    Two: $z$.\n    """'
        stub = stub_text(region(f"def f(z):\n{docstring}\n    return z"))
        assert stub.startswith(f"def f(z):\n{docstring}\n    raise ")

    def test_names_the_exercise_when_it_is_called(self):
        names: dict = {}
        exec(stub_text(region("def f(z):\n    return z")), names)
        with pytest.raises(NotImplementedError, match=r"^f: replace this line"):
            names["f"](1.0)

    def test_drops_comments_helpers_and_imports(self):
        stub = stub_text(
            region(
                "import math\ndef _help(z):\n    return z\ndef f(z):  # hint\n    return _help(z)"
            )
        )
        assert [node.name for node in ast.parse(stub).body] == ["f"]
        assert "math" not in stub
        assert "hint" not in stub

    def test_has_one_for_each_public_function(self):
        stub = stub_text(region("def f(z):\n    return z\ndef g(z):\n    return z"))
        assert stub.count("raise NotImplementedError") == 2

    @pytest.mark.parametrize(
        "signature", ["def f(d={1: 2}, s=slice(1, 2)):", "def f(key=lambda x: x):"]
    )
    def test_is_not_confused_by_a_colon_in_a_default(self, signature):
        assert stub_text(region(f"{signature}\n    return 1")).startswith(f"{signature}\n    raise")

    def test_of_one_line_is_a_whole_function(self):
        stub = stub_text(region('def f(z): "Doc."; return z'))
        assert ast.get_docstring(ast.parse(stub).body[0]) == "Doc."


class TestTheStubOfAValue:
    def test_is_the_name_bound_to_dots(self):
        assert stub_text(region("gain = 2.5")) == "gain = ..."

    def test_keeps_a_dicts_keys_as_they_were_written(self):
        stub = stub_text(region("quiz = {'a': 'B', \"b\": 'C'}"))
        assert stub == "quiz = {\n    'a': ...,\n    \"b\": ...,\n}"

    def test_keeps_an_annotation(self):
        assert stub_text(region("gain: float = 2.5")) == "gain: float = ..."

    def test_binds_every_name_of_a_tuple(self):
        names: dict = {}
        exec(stub_text(region("a, b = 1, 2")), names)
        assert names["a"] is names["b"] is ...


class TestACell:
    TEXT = "before = 1\n### BEGIN SOLUTION\nx = 2\n### END SOLUTION\nafter = 3"

    def test_keeps_what_stands_outside_the_region_in_the_stub(self):
        assert stub_text(cell(self.TEXT)) == "before = 1\nx = ...\nafter = 3"

    def test_keeps_everything_but_the_markers_in_the_solution(self):
        assert solution_text(cell(self.TEXT)) == "before = 1\nx = 2\nafter = 3"

    def test_without_a_region_is_the_same_in_both(self):
        plain = cell("x = 1\n\ny = 2")
        assert stub_text(plain) == solution_text(plain) == "x = 1\n\ny = 2"

    def test_answers_the_exercises_whose_names_its_regions_bind(self):
        assert answer_names(region("def _h(): pass\ndef f(): pass\ng = 1")) == ("f", "g")

    def test_keeps_secret_what_the_stub_does_not_show(self):
        secret = secret_lines(region('def f(z):\n    """Doc."""\n    e = exp(z)\n    return e'))
        assert secret == {"e = exp(z)", "return e"}


class TestTheAuthorIsTold:
    @pytest.mark.parametrize(
        ("text", "line", "words"),
        [
            ("x = 1\n### BEGIN SOLUTION\ny = 1", 11, "without '### END SOLUTION'"),
            ("x = 1\n### END SOLUTION", 11, "'### BEGIN SOLUTION' was expected"),
            ("### BEGIN SOLUTION\n### BEGIN SOLUTION", 11, "'### END SOLUTION' was expected"),
            ("### BEGIN SOLUTION\nprint(1)\n### END SOLUTION", 11, "defines nothing public"),
            ("### BEGIN SOLUTION\n_f = 1\n### END SOLUTION", 11, "defines nothing public"),
            ("### BEGIN SOLUTION\n\n### END SOLUTION", 11, "defines nothing public"),
            ("### BEGIN SOLUTION\nx = 1\ny = =\n### END SOLUTION", 12, "not valid Python"),
            ("def f():\n    ### BEGIN SOLUTION\n    return 1", 11, "indented"),
        ],
    )
    def test_the_file_the_line_and_what_is_wrong(self, text, line, words):
        with pytest.raises(CourseError) as caught:
            stub_text(cell(text))
        assert str(caught.value).startswith(f"sheet.py:{line}: ")
        assert words in str(caught.value)

    def test_that_a_region_stands_in_a_markdown_cell(self):
        with pytest.raises(
            CourseError, match=r"sheet\.py:10: a solution region in a markdown cell"
        ):
            stub_text(cell("### BEGIN SOLUTION\n### END SOLUTION", "markdown"))
