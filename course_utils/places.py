"""Where the course's own files are on this machine."""

from __future__ import annotations

from pathlib import Path

PROJECT = "activation-functions-course"
FOLDERS = ("notebooks", "exercises")  # the two that every copy of the course has
SOURCES = Path("source", "lessons")  # what a clone has even before its notebooks are built
FRESH = Path("exercises", ".fresh")  # untouched sheets, in the copies that students get
START_PAGE = Path("notebooks", "00_start_here.ipynb")


def course_root(start: str | Path | None = None) -> Path:
    """The folder that holds notebooks/ and exercises/ (or the sources they are built from).

    Searched upwards from ``start`` (the working directory where it is not given), then from where
    the package itself lies, so that it is also found from a notebook opened elsewhere.

    Raises
    ------
    FileNotFoundError
        If neither lies within a copy of the course.
    """
    begin = Path.cwd() if start is None else Path(start).resolve()
    package = Path(__file__).resolve().parent
    for folder in (begin, *begin.parents, *package.parents):
        if all((folder / name).is_dir() for name in FOLDERS) or (folder / SOURCES).is_dir():
            return folder
    raise FileNotFoundError(
        f"no folder with {FOLDERS[0]}/ and {FOLDERS[1]}/ at or above {begin}; "
        "start from the folder of the course"
    )
