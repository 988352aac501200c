"""Whether the committed notebooks still say what their sources say, without running anything."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from nbformat import NotebookNode

from course_utils.authoring.assemble import read_notebook
from course_utils.authoring.build import (
    EXERCISES,
    LESSONS,
    Product,
    assemble_product,
    find_sources,
    products_of,
    read_cells,
)
from course_utils.authoring.findings import Finding
from course_utils.authoring.guide.pages import stale_pages
from course_utils.authoring.leaks import find_leaks
from course_utils.authoring.names import Catalog, compare_sheets, compare_source
from course_utils.authoring.regions import secret_lines
from course_utils.authoring.source import SourceCell

_HOMES = {"notebooks": LESSONS, "exercises": EXERCISES, "solutions": EXERCISES}
_VIEWS: dict[str, Callable[[NotebookNode], object]] = {
    "type": lambda cell: cell.cell_type,
    "source": lambda cell: cell.source,
    "id": lambda cell: cell.id,
    "tags": lambda cell: cell.metadata.get("tags", []),
}


def find_drift(root: Path, catalog: Catalog) -> list[Finding]:
    """Everything in which notebooks, sources, catalog and corpus disagree."""
    findings: list[Finding] = []
    secrets: dict[str, Path] = {}
    sources = find_sources(root)
    for source in sources:
        cells = read_cells(root, source)
        for product in products_of(source):
            findings += _compare(root, product, cells)
        findings += compare_source(root, source, cells, catalog)
        secrets |= {line: source for cell in cells for line in secret_lines(cell)}
    findings += _without_source(root, sources)
    findings += compare_sheets(sources, catalog)
    findings += find_leaks(root, secrets)
    findings += stale_pages(root)
    return findings


def _compare(root: Path, product: Product, cells: tuple[SourceCell, ...]) -> Iterator[Finding]:
    remedy = f"edit {product.source.as_posix()}, then run: {product.command}"
    if not (root / product.path).is_file():
        yield Finding(product.path, "is missing", f"run: {product.command}")
        return
    wanted = assemble_product(product, cells).cells
    found = read_notebook(root / product.path).cells
    if len(found) != len(wanted):
        problem = f"has {len(found)} cells where its source has {len(wanted)}"
        yield Finding(product.path, problem, remedy)
        return
    for number, (got, expected) in enumerate(zip(found, wanted, strict=True), start=1):
        differing = [name for name, view in _VIEWS.items() if view(got) != view(expected)]
        if differing:
            problem = f"cell {number} differs from its source in {', '.join(differing)}"
            yield Finding(product.path, problem, remedy)
        elif problem := _output_problem(got, product.executed):
            yield Finding(product.path, f"cell {number} {problem}", remedy)


def _output_problem(cell: NotebookNode, executed: bool) -> str:
    if cell.cell_type != "code" or not cell.source.strip():
        return ""
    if not executed:
        return "has been run" if cell.outputs or cell.execution_count is not None else ""
    if cell.execution_count is None:
        return "has not been run"
    for output in cell.outputs:
        picture = output.get("metadata", {}).get("image/png", {})
        if "image/png" in output.get("data", {}) and not picture.get("alt"):
            return "shows a picture without alternative text"
    return ""


def _without_source(root: Path, sources: tuple[Path, ...]) -> Iterator[Finding]:
    products = {product.path for source in sources for product in products_of(source)}
    for folder, home in _HOMES.items():
        for notebook in sorted((root / folder).glob("**/*.ipynb")):
            path = notebook.relative_to(root)
            if ".ipynb_checkpoints" not in path.parts and path not in products:
                yield Finding(path, "has no source", f"delete it, or write it in {home.as_posix()}")
