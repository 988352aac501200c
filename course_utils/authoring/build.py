"""What is built from what: each source's notebooks, and building one of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from nbformat import NotebookNode

from course_utils.authoring.assemble import (
    assemble,
    edited_cell,
    notebook_bytes,
    write_notebook,
)
from course_utils.authoring.execute import execute
from course_utils.authoring.regions import has_marker, solution_text, stub_text
from course_utils.authoring.source import SourceCell, read_source
from course_utils.errors import CourseError

LESSONS = Path("source", "lessons")
EXERCISES = Path("source", "exercises")


@dataclass(frozen=True, slots=True)
class Product:
    """One notebook to be built; paths are relative to the course root."""

    source: Path
    path: Path
    text: Literal["solution", "stub"]
    executed: bool

    @property
    def command(self) -> str:
        """What to type to build it again."""
        return f"course build {self.source.stem}"


def products_of(source: Path) -> tuple[Product, ...]:
    """The notebooks that are built from one source (a path relative to the course root)."""
    notebook = source.with_suffix(".ipynb").name
    if source.parent == LESSONS:
        return (Product(source, Path("notebooks", notebook), "solution", executed=True),)
    return (
        Product(source, Path("exercises", notebook), "stub", executed=False),
        Product(source, Path("solutions", notebook), "solution", executed=True),
    )


def find_sources(root: Path) -> tuple[Path, ...]:
    """All sources, relative to the root: sheets first, because lessons show their solutions."""
    folders = (EXERCISES, LESSONS)
    found = [path for folder in folders for path in sorted((root / folder).glob("*.py"))]
    if not found:
        raise CourseError(f"No sources: {EXERCISES.as_posix()} and {LESSONS.as_posix()} are empty.")
    return tuple(path.relative_to(root) for path in found)


def read_cells(root: Path, source: Path) -> tuple[SourceCell, ...]:
    """A source's cells; solution regions are refused in lessons, whose solutions all can read."""
    cells = read_source(root / source, shown_as=source)
    if not cells:
        raise CourseError(f"{source.as_posix()}: no cells.")
    if source.parent == LESSONS:
        for cell in cells:
            if has_marker(cell):
                raise cell.error("a solution region in a lesson; it belongs in source/exercises")
    return cells


def assemble_product(product: Product, cells: tuple[SourceCell, ...]) -> NotebookNode:
    """The product as a notebook that has not been run."""
    text = stub_text if product.text == "stub" else solution_text
    return assemble((cell, text(cell)) for cell in cells)


def build(
    root: Path, source: Path, progress: Callable[[str], None], overwrite: bool = False
) -> tuple[Path, ...]:
    """Build the notebooks of one source and return their paths, relative to the root.

    Raises
    ------
    CourseError
        If the source is wrong, a cell does not run, or a notebook holds somebody's own work (which
        ``overwrite`` gives up); nothing is written then.
    """
    cells = read_cells(root, source)
    if not overwrite:
        _spare_own_work(root, source)
    finished = []
    for product in products_of(source):
        notebook = assemble_product(product, cells)
        if product.executed:
            progress(f"running {product.path.as_posix()}")
            folder = (root / product.path).parent
            folder.mkdir(parents=True, exist_ok=True)
            notebook = execute(notebook, cells, folder, progress)
        finished.append((product.path, notebook))
    for path, notebook in finished:
        write_notebook(notebook, root / path)
    return tuple(path for path, _ in finished)


def fresh_sheet(root: Path, name: str) -> bytes:
    """The untouched sheet of a name such as "02_sigmoid_tanh", made from its source."""
    source = EXERCISES / f"{name}.py"
    stub = next(product for product in products_of(source) if product.text == "stub")
    return notebook_bytes(assemble_product(stub, read_cells(root, source)))


def _spare_own_work(root: Path, source: Path) -> None:
    for product in products_of(source):
        path = root / product.path
        number = edited_cell(path) if path.is_file() else None
        if number is not None:
            raise CourseError(
                f"{product.path.as_posix()} holds work of its own (cell {number} was edited or "
                "added), which a build would lose. Save it under another name, or build with "
                "--overwrite."
            )
