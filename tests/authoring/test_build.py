"""Building: the same bytes each time, and clear words where a cell does not run."""

from __future__ import annotations

import json
from pathlib import Path

import nbformat
import pytest

from course_utils.authoring.assemble import cell_id, read_notebook
from course_utils.authoring.build import (
    assemble_product,
    build,
    find_sources,
    products_of,
    read_cells,
)
from course_utils.authoring.source import read_source
from course_utils.errors import CourseError

LESSON = Path("source", "lessons", "07_demo.py")
SHEET = Path("source", "exercises", "07_demo.py")
NOTEBOOKS = ("notebooks/07_demo.ipynb", "exercises/07_demo.ipynb", "solutions/07_demo.ipynb")


def silent(line: str) -> None:
    """No progress is shown."""


def outputs(path: Path) -> list:
    return [output for cell in read_notebook(path).cells for output in cell.get("outputs", [])]


def sheet_ids(root: Path, text: str) -> list[str]:
    """The ids of a sheet's cells, when its source is this text."""
    (root / SHEET).write_text(text, encoding="utf-8")
    product = products_of(SHEET)[0]
    return [cell.id for cell in assemble_product(product, read_cells(root, SHEET)).cells]


class TestABuild:
    def test_makes_every_notebook(self, built_once):
        assert all((built_once / name).is_file() for name in NOTEBOOKS)

    def test_gives_the_same_bytes_when_it_is_repeated(self, built):
        before = {name: (built / name).read_bytes() for name in NOTEBOOKS}
        for source in find_sources(built):
            build(built, source, silent)
        assert {name: (built / name).read_bytes() for name in NOTEBOOKS} == before

    @pytest.mark.parametrize("name", NOTEBOOKS)
    def test_makes_valid_notebooks_with_unix_lines(self, built_once, name):
        data = (built_once / name).read_bytes()
        nbformat.validate(json.loads(data))
        assert b"\r" not in data
        assert data.endswith(b"}\n")

    @pytest.mark.parametrize("name", NOTEBOOKS)
    def test_stores_nothing_that_varies_by_machine(self, built_once, name):
        notebook = read_notebook(built_once / name)
        assert set(notebook.metadata) == {"kernelspec", "language_info"}
        assert "version" not in notebook.metadata.language_info
        assert not any("execution" in cell.metadata for cell in notebook.cells)

    def test_runs_lessons_and_solutions_but_not_sheets(self, built_once):
        lesson, sheet, solution = (outputs(built_once / name) for name in NOTEBOOKS)
        assert lesson
        assert not sheet
        assert [output.data["text/plain"] for output in solution] == ["3.0", "2"]

    def test_keeps_pictures_with_their_words_and_drops_live_widgets(self, built_once):
        found = outputs(built_once / NOTEBOOKS[0])
        (picture,) = [output for output in found if "image/png" in output.get("data", {})]
        assert picture.metadata["image/png"]["alt"] == "A line from 0 to 2."
        assert not any("widget-view" in key for output in found for key in output.get("data", {}))

    def test_joins_what_is_printed_piece_by_piece(self, built_once):
        streams = [o for o in outputs(built_once / NOTEBOOKS[0]) if o.output_type == "stream"]
        assert [output.text for output in streams] == ["one\ntwo\n"]

    def test_keeps_tags(self, built_once):
        tagged = [c for c in read_notebook(built_once / NOTEBOOKS[0]).cells if "tags" in c.metadata]
        assert [cell.metadata.tags for cell in tagged] == [["setup"]]


class TestCellIds:
    def test_follow_from_kind_text_and_position_among_equals(self):
        ids = {cell_id(*key) for key in [("code", "x", 1), ("markdown", "x", 1), ("code", "x", 2)]}
        assert len(ids) == 3

    def test_differ_between_equal_cells_of_a_notebook(self, sources):
        ids = sheet_ids(sources, "# %%\nx = 1\n\n# %%\nx = 1\n")
        assert len(set(ids)) == 2

    def test_stay_when_another_cell_changes(self, sources):
        text = (sources / SHEET).read_text(encoding="utf-8")
        before = sheet_ids(sources, text)
        after = sheet_ids(sources, text.replace("# # Sheet", "# # Page"))
        assert after[1:] == before[1:]
        assert after[0] != before[0]


class TestABuildThatFails:
    @pytest.mark.parametrize(
        ("code", "words"),
        [
            ("1 / 0", "cell 2 raises ZeroDivisionError: division by zero"),
            ("object()", "cell 2: the output shows a memory address"),
        ],
    )
    def test_names_the_cell_and_its_line_and_writes_nothing(self, sources, code, words):
        text = f"# %% [markdown]\n# # Title\n\n# %%\n\n{code}\n"
        (sources / LESSON).write_text(text, encoding="utf-8")
        with pytest.raises(CourseError) as caught:
            build(sources, LESSON, silent)
        assert str(caught.value).startswith(f"source/lessons/07_demo.py:6: {words}")
        assert not (sources / NOTEBOOKS[0]).exists()

    def test_is_tried_once_more_where_the_kernel_dies(self, sources):
        mark = sources / "died"
        (sources / LESSON).write_text(
            "# %%\nimport os, pathlib\n"
            f"mark = pathlib.Path({str(mark)!r})\n"
            "if not mark.exists():\n    mark.touch()\n    os._exit(1)\n",
            encoding="utf-8",
        )
        said: list[str] = []
        build(sources, LESSON, said.append)
        assert any("attempt 1 of 2" in line for line in said)

    def test_refuses_a_solution_region_in_a_lesson(self, sources):
        text = "# %%\n### BEGIN SOLUTION\nx = 1\n### END SOLUTION\n"
        (sources / LESSON).write_text(text, encoding="utf-8")
        with pytest.raises(CourseError, match=r"07_demo\.py:2: a solution region in a lesson"):
            read_cells(sources, LESSON)


class TestASource:
    def test_knows_the_line_where_each_cell_starts(self, tmp_path):
        path = tmp_path / "a.py"
        header = "# ---\n# jupyter:\n#   jupytext:\n#     main_language: python\n# ---\n\n"
        path.write_text(header + "# %% [markdown]\n# A\n\n# %%\n\nb = 1\n")
        assert [cell.line for cell in read_source(path)] == [8, 12]

    def test_must_start_with_a_cell_marker(self, tmp_path):
        path = tmp_path / "a.py"
        path.write_text("x = 1\n\n# %%\ny = 1\n")
        with pytest.raises(CourseError, match="first cell must start with a marker"):
            read_source(path)

    def test_is_needed(self, tmp_path):
        with pytest.raises(CourseError, match="No sources"):
            find_sources(tmp_path)
