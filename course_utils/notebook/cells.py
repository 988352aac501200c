"""The code of a notebook on this machine, named by its path."""

from __future__ import annotations

from pathlib import Path

from course_utils.cells import code_sources
from course_utils.errors import CourseError
from course_utils.words import did_you_mean


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
        data = path.read_bytes()
    except FileNotFoundError:
        raise CourseError(f"{path} does not exist; is the name right?{_nearby(path)}") from None
    except OSError as error:
        raise CourseError(f"{path} cannot be read: {error.strerror or error}") from None
    return code_sources(data, path)


def _nearby(path: Path) -> str:
    if not path.parent.is_dir():
        return ""
    return did_you_mean(path.name, [other.name for other in path.parent.glob("*.ipynb")])
