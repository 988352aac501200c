"""The code of a notebook, however it was saved, and the names that its cells bind.

Read with ``json`` alone: a notebook is somebody else's file, and nothing in it is acted upon.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from course_utils.errors import CourseError

LARGEST = 5 * 2**20  # bytes; JSON of this size may take thirty times as much memory
BINDS = r"^(?:[ \t]*(?:async[ \t]+)?def[ \t]+{name}[ \t]*\(|{name}[ \t]*(?::[^=\n]*)?=(?!=))"
DEFINES = re.compile(r"^(?:async\s+)?(?:def|class)\s+(\w+)|^(\w+)\s*(?::[^=\n]+)?=(?!=)", re.M)
MAGIC = re.compile(r"^(\s*)[%!].*$", re.M)
OTHER_LANGUAGE = re.compile(r"\s*%%(?!time\b|capture\b)")  # a cell that %%time times is Python
SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def code_sources(data: bytes, name: object = "the file") -> list[str]:
    """The source of every code cell, in order; outputs, ids and metadata are not looked at.

    Raises
    ------
    CourseError
        If the bytes are not a notebook, or too many; ``name`` is what the message calls them.
    """
    if len(data) > LARGEST:
        limit = f"{LARGEST // 2**20} MiB"
        raise CourseError(f"{name} is larger than {limit}; clear the outputs and save it again")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CourseError(f"{name} is not a notebook: it is not UTF-8 text") from None
    if not text.strip():
        raise CourseError(f"{name} is empty; save the notebook again, or take a fresh copy")
    try:
        notebook = json.loads(text)
    except (ValueError, RecursionError):
        raise CourseError(f"{name} is not a notebook: it does not hold JSON") from None
    if not isinstance(notebook, dict) or not {"cells", "worksheets"} & set(notebook):
        raise CourseError(f"{name} is not a notebook: its JSON has no cells")
    return [_source(cell) for cell in _cells(notebook) if cell.get("cell_type") == "code"]


def _cells(notebook: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The cells of a notebook of format 4, or of format 3, which kept them in worksheets."""
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


@cache
def binds(name: str) -> re.Pattern[str]:
    """Finds a line that looks as if it bound a name, in text of which nothing else is known."""
    return re.compile(BINDS.format(name=re.escape(name)), re.MULTILINE)


def bound_names(source: str) -> set[str]:
    """The names that a cell defines or assigns at its top level; imported names do not count.

    A cell that is not valid Python is searched for what looks like a definition.
    """
    if OTHER_LANGUAGE.match(source):
        return set()
    try:
        tree = ast.parse(MAGIC.sub(r"\1pass", source))
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
