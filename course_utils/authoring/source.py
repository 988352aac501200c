"""Reading a percent script: its cells, and the line where each one starts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from course_utils.errors import CourseError

# What jupytext notes about blank lines in the script; of no use in a notebook.
LAYOUT_KEYS = ("lines_to_next_cell", "lines_to_end_of_cell_marker")
CELL_MARKER = re.compile(r"^# ?%%(\s|$)")


@dataclass(frozen=True, slots=True)
class SourceCell:
    """One cell: ``kind`` is "code", "markdown" or "raw"; ``line`` is where its text starts."""

    kind: str
    text: str
    path: Path
    line: int
    metadata: dict[str, Any] = field(default_factory=dict)

    def error(self, message: str, offset: int = 0) -> CourseError:
        """An error about this cell's line number ``offset`` (from 0)."""
        return CourseError(f"{self.path.as_posix()}:{self.line + offset}: {message}")


def read_source(path: Path, shown_as: Path | None = None) -> tuple[SourceCell, ...]:
    """The cells of a percent script; ``shown_as`` is how errors name the file.

    Raises
    ------
    CourseError
        If jupytext is missing or the script's cells cannot be told apart.
    """
    shown = shown_as or path
    text = path.read_text(encoding="utf-8")
    cells = _parse(text)
    lines = _first_lines(text)
    if len(cells) != len(lines):
        raise CourseError(
            f"{shown.as_posix()}: {len(lines)} cell markers (# %%) but {len(cells)} cells; the "
            "first cell must start with a marker, and no string may hold a line like one."
        )
    return tuple(
        SourceCell(cell.cell_type, cell.source, shown, line, _metadata(cell))
        for cell, line in zip(cells, lines, strict=True)
    )


def _parse(text: str) -> list[Any]:
    try:
        import jupytext
    except ImportError as missing:
        raise CourseError(
            "jupytext, which makes notebooks from their source, is not installed; in the course's "
            'folder: python -m pip install -e "."'
        ) from missing
    return jupytext.reads(text, fmt="py:percent").cells


def _metadata(cell: Any) -> dict[str, Any]:
    return {key: value for key, value in cell.metadata.items() if key not in LAYOUT_KEYS}


def _first_lines(text: str) -> list[int]:
    """For each cell marker, the number of the first line below it that is not blank."""
    lines = text.splitlines()
    starts = []
    for number, line in enumerate(lines, start=1):
        if not CELL_MARKER.match(line):
            continue
        start = number + 1
        while start <= len(lines) and not lines[start - 1].strip():
            start += 1
        starts.append(start)
    return starts
