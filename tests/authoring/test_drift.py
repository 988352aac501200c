"""`course build --check`: every way in which sources and notebooks can disagree is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from course_utils.authoring.assemble import read_notebook, write_notebook
from course_utils.authoring.drift import find_drift
from course_utils.authoring.leaks import is_telling
from course_utils.authoring.names import Catalog, the_catalog

LESSON, SHEET = "notebooks/07_demo.ipynb", "exercises/07_demo.ipynb"
SHEET_SOURCE = Path("source", "exercises", "07_demo.py")
CATALOG = Catalog(sheets={"07_demo": ["twice", "quiz_twice"]})


@pytest.fixture
def whole(built: Path) -> Path:
    """The small course with check cells and a corpus, in which everything agrees."""
    corpus = built / "tests" / "corpus" / "07_demo"
    corpus.mkdir(parents=True)
    for name in ("twice", "quiz_twice"):
        (corpus / f"{name}.py").touch()
    add_cells(built, '\n# %%\ncheck("twice")\n\n# %%\ncheck("quiz_twice")\n')
    return built


def add_cells(root: Path, text: str) -> None:
    """Append cells to the sheet's source and build it without running it."""
    from course_utils.authoring.build import assemble_product, products_of, read_cells

    path = root / SHEET_SOURCE
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")
    cells = read_cells(root, SHEET_SOURCE)
    for product in products_of(SHEET_SOURCE):
        notebook = assemble_product(product, cells)
        for cell in notebook.cells:
            if product.executed and cell.cell_type == "code":
                cell.execution_count = 1
        write_notebook(notebook, root / product.path)


def problems(root: Path, catalog: Catalog = CATALOG) -> list[str]:
    return [str(finding) for finding in find_drift(root, catalog)]


def change(root: Path, notebook: str, number: int, **changes: object) -> None:
    """Edit one cell of a built notebook by hand."""
    content = read_notebook(root / notebook)
    content.cells[number - 1].update(changes)
    write_notebook(content, root / notebook)


class TestNothingIsSaid:
    def test_where_everything_agrees(self, whole):
        assert problems(whole) == []

    def test_about_outputs_that_differ(self, whole):
        """They follow from the versions of NumPy and matplotlib; nbval compares them."""
        change(whole, LESSON, 4, outputs=[])
        assert problems(whole) == []


class TestAnEditedNotebook:
    @pytest.mark.parametrize(
        ("changes", "words"),
        [
            ({"source": "x = 1"}, "cell 2 differs from its source in source"),
            ({"id": "abc"}, "cell 2 differs from its source in id"),
            ({"metadata": {"tags": ["new"]}}, "cell 2 differs from its source in tags"),
            ({"execution_count": None}, "cell 2 has not been run"),
        ],
    )
    def test_is_named_with_its_source_and_the_command(self, whole, changes, words):
        change(whole, LESSON, 2, **changes)
        (problem,) = problems(whole)
        assert problem == (
            f"{LESSON}: {words} → edit source/lessons/07_demo.py, then run: course build 07_demo"
        )

    def test_is_found_by_the_number_of_its_cells(self, whole):
        content = read_notebook(whole / LESSON)
        del content.cells[-1]
        write_notebook(content, whole / LESSON)
        assert "has 4 cells where its source has 5" in problems(whole)[0]

    def test_may_not_have_been_run_where_it_is_a_sheet(self, whole):
        change(whole, SHEET, 2, execution_count=1)
        assert f"{SHEET}: cell 2 has been run" in problems(whole)[0]

    def test_needs_words_for_every_picture(self, whole):
        content = read_notebook(whole / LESSON)
        for output in content.cells[2].outputs:
            output.metadata = {}
        write_notebook(content, whole / LESSON)
        assert "cell 3 shows a picture without alternative text" in problems(whole)[0]


class TestFiles:
    def test_that_are_missing_are_found(self, whole):
        (whole / LESSON).unlink()
        assert problems(whole) == [f"{LESSON}: is missing → run: course build 07_demo"]

    def test_without_a_source_are_found(self, whole):
        stray = "solutions/08_stray.ipynb"
        (whole / stray).write_bytes((whole / LESSON).read_bytes())
        (problem,) = problems(whole)
        assert problem.startswith(f"{stray}: has no source")

    def test_left_behind_by_jupyterlab_do_not_count(self, whole):
        checkpoints = whole / "notebooks" / ".ipynb_checkpoints"
        checkpoints.mkdir()
        (checkpoints / "07_demo-checkpoint.ipynb").write_bytes((whole / LESSON).read_bytes())
        assert problems(whole) == []


class TestNames:
    def test_that_only_the_catalog_has_are_missed_everywhere(self, whole):
        catalog = Catalog(sheets={"07_demo": ["twice", "quiz_twice", "thrice"]})
        assert [problem.split(" → ")[0] for problem in problems(whole, catalog)] == [
            "source/exercises/07_demo.py: no solution region for thrice",
            "source/exercises/07_demo.py: no check cell for thrice",
            "tests/corpus/07_demo: no corpus file for thrice",
        ]

    def test_that_the_catalog_lacks_are_found_everywhere(self, whole):
        catalog = Catalog(sheets={"07_demo": ["twice"]})
        found = problems(whole, catalog)
        assert len(found) == 3
        assert all("for quiz_twice, which the catalog does not have" in line for line in found)

    def test_of_sheets_are_compared_both_ways(self, whole):
        found = problems(whole, Catalog(sheets={"08_other": []}))
        assert any("08_other.py: is missing" in line for line in found)
        assert any("07_demo.py: is no sheet of the catalog" in line for line in found)

    def test_of_checkpoints_must_be_checked_in_their_lesson(self, whole):
        found = problems(whole, Catalog(CATALOG.sheets, {"lesson_07": ["halfway"]}))
        assert [line.split(" → ")[0] for line in found] == [
            "source/lessons/07_demo.py: no check cell for halfway"
        ]

    def test_of_a_whole_sheet_may_be_checked_too(self, whole):
        add_cells(whole, '\n# %%\ncheck("07_demo")\n')
        assert problems(whole) == []

    def test_of_the_course_itself_can_be_read(self):
        assert "sigmoid" in the_catalog().sheets["02_sigmoid_tanh"]


class TestALeak:
    LINE = "secret = np.asarray(z, dtype=float) * scale"

    @pytest.mark.parametrize("notebook", [LESSON, SHEET])
    def test_of_a_solutions_line_is_found(self, whole, notebook):
        change(whole, notebook, 2, source=f"if True:\n    {self.LINE}")
        assert any(f"shows a line of a solution: {self.LINE}" in line for line in problems(whole))

    def test_is_also_found_in_an_output(self, whole):
        content = read_notebook(whole / LESSON)
        content.cells[3].outputs[0].text = f"look:\n{self.LINE}\n"
        write_notebook(content, whole / LESSON)
        assert any("cell 4 shows a line of a solution" in line for line in problems(whole))

    def test_of_a_quizs_answer_is_found(self, whole):
        change(whole, SHEET, 2, source='"a": "the first of them",')
        assert any('shows a line of a solution: "a"' in line for line in problems(whole))

    @pytest.mark.parametrize(
        "line",
        ["return z", "else:", "return V1, c1, v2, c2", "import numpy as np", "z = np.asarray(z)"],
    )
    def test_is_not_seen_in_what_any_code_may_say(self, line):
        assert not is_telling(line)

    def test_is_seen_in_the_formula(self):
        assert is_telling("return 1 / (1 + np.exp(-z))")
