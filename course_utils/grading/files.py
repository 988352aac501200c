"""Writing what people and other programs read: whole or not at all, and harmless to open."""

from __future__ import annotations

import csv
import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from course_utils.errors import CourseError
from course_utils.words import one_line

# A spreadsheet takes a text that begins so for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
UNSAFE = re.compile(r'[<>:"/\\|?*]')
LONGEST_NAME = 100


def write_text(path: Path, text: str) -> None:
    """Write a file in one step: a reader, and a full disk, never leave half of it.

    Raises
    ------
    CourseError
        If it cannot be written; what stood there before still stands there.
    """
    with _beside(path) as file:
        file.write(text)


def write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write a table for spreadsheets and programs: UTF-8, commas, a header, no formulas.

    The rows are written as they come, so that a large class takes no more memory than a small one.
    Raises CourseError as ``write_text`` does.
    """
    with _beside(path) as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows([cell(value) for value in row] for row in rows)


@contextmanager
def _beside(path: Path) -> Iterator[TextIO]:
    """A file that takes the place of another once it is whole."""
    part = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("w", encoding="utf-8", newline="") as file:
            yield file
        part.replace(path)
    except OSError as error:
        if part.is_file():
            part.unlink()
        raise CourseError(f"{path} cannot be written: {error.strerror or error}") from error


def cell(value: object) -> str:
    """A value as it stands in a table: numbers short, text clean and never a formula."""
    if value is None:
        return ""
    if isinstance(value, (int, float)):
        return f"{value:g}" if isinstance(value, float) else str(value)
    text = one_line(value, 2000)
    return f"'{text}" if text.startswith(FORMULA) else text


def safe_name(name: str) -> str:
    """A name for a folder on any system that keeps different names apart."""
    safe = UNSAFE.sub("_", name).strip(". ")[:LONGEST_NAME]
    if safe and safe == name:
        return safe
    return f"{safe or 'student'}-{zlib.crc32(name.encode('utf-8', 'replace')):08x}"
