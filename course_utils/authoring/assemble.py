"""From source cells to a notebook whose every byte follows from the source."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_raw_cell

from course_utils.authoring.source import SourceCell
from course_utils.errors import CourseError

# What JupyterLab needs to open the notebook, and nothing that varies from machine to machine.
METADATA = {
    "kernelspec": {
        "display_name": "Python 3 (ipykernel)",
        "language": "python",
        "name": "python3",
    },
    "language_info": {
        "codemirror_mode": {"name": "ipython", "version": 3},
        "file_extension": ".py",
        "mimetype": "text/x-python",
        "name": "python",
        "nbconvert_exporter": "python",
        "pygments_lexer": "ipython3",
    },
}
_NEW_CELL = {"code": new_code_cell, "markdown": new_markdown_cell, "raw": new_raw_cell}


def assemble(cells: Iterable[tuple[SourceCell, str]]) -> NotebookNode:
    """A notebook, without outputs, of (cell, its text) pairs."""
    seen: Counter[tuple[str, str]] = Counter()
    notebook = new_notebook(metadata=METADATA)
    for cell, text in cells:
        seen[cell.kind, text] += 1
        notebook.cells.append(
            _NEW_CELL[cell.kind](
                text,
                id=cell_id(cell.kind, text, seen[cell.kind, text]),
                metadata=cell.metadata,
            )
        )
    return notebook


def cell_id(kind: str, text: str, position: int) -> str:
    """An id that follows from the content and, among equal cells, the position (from 1)."""
    return hashlib.sha256(f"{kind}\n{position}\n{text}".encode()).hexdigest()[:12]


def write_notebook(notebook: NotebookNode, path: Path) -> None:
    """Write the notebook in one step, with the same bytes on every system."""
    data = notebook_bytes(notebook)
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(path.name + ".part")
    draft.write_bytes(data)
    draft.replace(path)


def notebook_bytes(notebook: NotebookNode) -> bytes:
    """The notebook as a file holds it."""
    normalized = nbformat.from_dict({**notebook, "metadata": METADATA})
    nbformat.validate(normalized)
    text = nbformat.writes(normalized, version=nbformat.NO_CONVERT).rstrip("\n") + "\n"
    return text.encode("utf-8")


def read_notebook(path: Path) -> NotebookNode:
    """The notebook in a file; CourseError where it is not one."""
    try:
        return nbformat.reads(path.read_text(encoding="utf-8"), as_version=4)
    except (ValueError, KeyError, AttributeError, nbformat.ValidationError) as error:
        raise CourseError(
            f"{path.parent.name}/{path.name} is damaged, not a notebook ({type(error).__name__}): "
            "delete it and build it again"
        ) from error


def edited_cell(path: Path) -> int | None:
    """The number of the first cell that a person has edited or added; None where all are built.

    A built cell's id follows from its text, so a changed text shows.
    """
    seen: Counter[tuple[str, str]] = Counter()
    for number, cell in enumerate(read_notebook(path).cells, start=1):
        kind, text = cell.cell_type, cell.source
        seen[kind, text] += 1
        if cell.get("id") != cell_id(kind, text, seen[kind, text]):
            return number
    return None
