"""A widget as the output of a cell, in a real kernel."""

import nbformat
import pytest
from nbclient import NotebookClient

VIEW = "application/vnd.jupyter.widget-view+json"


@pytest.fixture(scope="module")
def outputs():
    cells = [
        "from IPython.display import display\nfrom course_utils import widgets",
        "widgets.odds_ladder()",
        "ladder = widgets.odds_ladder()\ndisplay(ladder)",
        "repr(ladder)",
    ]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in cells])
    NotebookClient(notebook, timeout=60, kernel_name="python3").execute()
    return [cell.outputs for cell in notebook.cells]


@pytest.mark.parametrize("cell", [1, 2])
def test_a_cell_has_one_output_with_view_picture_and_words(outputs, cell):
    (output,) = outputs[cell]
    assert set(output.data) == {VIEW, "image/png", "text/plain"}
    assert output.metadata["course"]["widget"] == "odds_ladder"
    assert output.metadata["image/png"]["alt"].startswith("Three scales")


def test_what_nbval_compares_is_the_same_for_two_of_a_kind(outputs):
    (last_expression,), (displayed,) = outputs[1], outputs[2]
    assert last_expression.data["text/plain"] == displayed.data["text/plain"]
    assert "0x" not in displayed.data["text/plain"]
