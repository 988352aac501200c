"""Reading the code of a notebook file, however it was saved, and the names that its cells bind."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from course_utils.errors import CourseError

DEFINES = re.compile(r"^(?:async\s+)?(?:def|class)\s+(\w+)|^(\w+)\s*(?::[^=\n]+)?=(?!=)", re.M)
SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def code_cells(path: str | Path) -> list[str]:
    """The source of every code cell, in order; outputs, ids and metadata are not looked at.

    Raises
    ------
    CourseError
        If there is no such file, it is a folder, or it is not a notebook.
    """
    path = Path(path)
    if path.is_dir():
        raise CourseError(f"{path} is a folder; name a notebook in it, such as {path / 'my.ipynb'}")
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise CourseError(f"{path} does not exist; is the name right?{_nearby(path)}") from None
    except OSError as error:
        raise CourseError(f"{path} cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise CourseError(f"{path} is not a notebook: it is not UTF-8 text") from None
    return _sources(path, text)


def _sources(path: Path, text: str) -> list[str]:
    if not text.strip():
        raise CourseError(f"{path} is empty; save the notebook again, or take a fresh copy")
    try:
        notebook = json.loads(text)
    except (ValueError, RecursionError):
        raise CourseError(f"{path} is not a notebook: it does not hold JSON") from None
    cells = list(_cells(notebook))
    if not isinstance(notebook, dict) or not {"cells", "worksheets"} & set(notebook):
        raise CourseError(f"{path} is not a notebook: its JSON has no cells")
    return [_source(cell) for cell in cells if cell.get("cell_type") == "code"]


def _cells(notebook: Any) -> Iterator[dict[str, Any]]:
    """The cells of a notebook of format 4, or of format 3, which kept them in worksheets."""
    if not isinstance(notebook, dict):
        return
    sheets = notebook.get("worksheets")
    for holder in [notebook, *(sheets if isinstance(sheets, list) else [])]:
        cells = holder.get("cells") if isinstance(holder, dict) else None
        if isinstance(cells, list):
            yield from (cell for cell in cells if isinstance(cell, dict))


def _source(cell: dict[str, Any]) -> str:
    source = cell.get("source", cell.get("input", ""))
    if isinstance(source, list):
        return "".join(part for part in source if isinstance(part, str))
    return source if isinstance(source, str) else ""


def _nearby(path: Path) -> str:
    from course_utils.words import did_you_mean

    if not path.parent.is_dir():
        return ""
    return did_you_mean(path.name, [other.name for other in path.parent.glob("*.ipynb")])


def as_python(source: str) -> str:
    """A cell's source with magics such as %matplotlib turned into Python."""
    from IPython.core.inputtransformer2 import TransformerManager

    try:
        return str(TransformerManager().transform_cell(source))
    except SyntaxError:
        return source


def bound_names(source: str) -> set[str]:
    """The names that a cell defines or assigns at its top level; imported names do not count.

    A cell that is not valid Python is searched for what looks like a definition.
    """
    try:
        tree = ast.parse(as_python(source))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return {first or second for first, second in DEFINES.findall(source)}
    return set(_bound(tree))


def _bound(node: ast.AST) -> Iterator[str]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, SCOPES):
            yield child.name
        elif isinstance(child, ast.Name) and isinstance(child.ctx, ast.Store):
            yield child.id
        elif not isinstance(child, (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp)):
            yield from _bound(child)
