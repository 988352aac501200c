"""The whole way: a notebook's kernel joins, checks, loses the server, and finds it again."""

from __future__ import annotations

import nbclient
import nbformat
import pytest
from a_class import a_class, until

SIGMOID = "import numpy as np\n\ndef sigmoid(z):\n    return 1 / (1 + np.exp(z))"
PATIENT = (
    "from course_utils.notebook import classroom, sending\n"
    "classroom.PATIENCE = classroom.FAREWELL = 20.0\n"
    "sending.LONGEST_PAUSE = 0.1"
)
IMPORTS = "from course_utils.notebook import check, join, leave, stuck"


@pytest.fixture
def run():
    """Runs a cell in a kernel of its own; gives what each of its outputs says in plain text."""
    notebook = nbformat.v4.new_notebook()
    client = nbclient.NotebookClient(notebook, timeout=120)
    with client.setup_kernel():

        def run_cell(source: str) -> list[str]:
            cell = nbformat.v4.new_code_cell(source)
            notebook.cells.append(cell)
            client.execute_cell(cell, len(notebook.cells) - 1)
            return [
                output.text if output.output_type == "stream" else output.data["text/plain"]
                for output in cell.outputs
            ]

        yield run_cell


def kinds(the_class):
    return [event.kind for event in the_class.store.events()]


def test_a_class_from_joining_to_leaving(tmp_path, run):
    path = tmp_path / "class.sqlite"
    assert run(IMPORTS) + run(PATIENT) + run(SIGMOID) == []
    alone = run('check("sigmoid")')
    with a_class(path) as first:
        (line,) = run(f'join("{first.url}", "{first.code}", name="Ada")')
        assert line.startswith("[i] Note: Joined as Ada.")
        assert run('check("sigmoid")')[0].startswith("[✗] Not right yet: sigmoid")
        until(lambda: kinds(first) == ["join", "check"])
    assert [text.splitlines()[0] for text in run('check("sigmoid")')] == [
        text.splitlines()[0] for text in alone
    ]
    assert run("stuck()") == ["[i] Note: Your hand is raised, as Ada."]
    with a_class(path, port=first.port) as second:
        until(lambda: kinds(second) == ["join", "check", "check", "hand"])
        assert run("leave()") == ["[i] Note: You have left the class; nothing more is sent."]
        assert kinds(second)[-1] == "leave"
        run('check("sigmoid")')
        assert kinds(second)[-1] == "leave"
