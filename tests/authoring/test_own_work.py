"""A build never loses what a person has written into a notebook."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest

from course_utils.authoring.assemble import edited_cell
from course_utils.authoring.build import build
from course_utils.errors import CourseError

SHEET = Path("source", "exercises", "07_demo.py")


@pytest.fixture
def path(built):
    return built / "exercises" / "07_demo.ipynb"


def write_into(path):
    notebook = nbformat.read(path, as_version=4)
    next(c for c in notebook.cells if c.cell_type == "code").source += "\n# my work"
    nbformat.write(notebook, path)


class TestABuild:
    def test_finds_nothing_of_a_persons_in_what_it_made(self, path):
        assert edited_cell(path) is None

    def test_refuses_to_lose_an_edited_cell(self, built, path):
        write_into(path)
        with pytest.raises(CourseError, match="holds work of its own"):
            build(built, SHEET, str)
        assert "# my work" in path.read_text(encoding="utf-8")

    def test_replaces_it_when_told_to(self, built, path):
        write_into(path)
        build(built, SHEET, str, overwrite=True)
        assert "# my work" not in path.read_text(encoding="utf-8")

    def test_names_a_notebook_that_is_damaged(self, built, path):
        path.write_text("{not json", encoding="utf-8")
        with pytest.raises(CourseError, match="is damaged"):
            build(built, SHEET, str)
