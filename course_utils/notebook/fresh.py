"""A fresh sheet in the place of a learner's own, which is kept beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from course_utils.errors import CourseError
from course_utils.places import FRESH

Rebuild = Callable[[Path, str], bytes]


def reset(root: Path, sheet: str, rebuild: Rebuild) -> Path | None:
    """Put an untouched sheet in place; returns where the learner's own now stands, if any.

    Parameters
    ----------
    root : Path
        The folder of the course.
    sheet : str
        The sheet, such as "02_sigmoid_tanh".
    rebuild : callable
        Makes the sheet from its source, where this copy of the course brings no fresh one.

    Raises
    ------
    CourseError
        If there is no such sheet.
    """
    given_out = root / FRESH / f"{sheet}.ipynb"
    data = given_out.read_bytes() if given_out.is_file() else rebuild(root, sheet)
    place = root / "exercises" / f"{sheet}.ipynb"
    kept = _keep(place, data)
    draft = place.with_name(f".{place.name}.part")
    draft.write_bytes(data)
    draft.replace(place)
    return kept


def _keep(place: Path, fresh: bytes) -> Path | None:
    """Move a learner's own sheet to a free name beside it; an untouched one needs no keeping."""
    if not place.is_file() or place.read_bytes() == fresh:
        return None
    number = 1
    while (kept := place.with_name(f"old_{number}_{place.name}")).exists():
        number += 1
    place.rename(kept)
    return kept


def sheet_name(root: Path, text: str) -> str:
    """The sheet that is meant by a name or a path; CourseError names those that there are."""
    folders = (root / FRESH, root / "source" / "exercises", root / "exercises")
    known = {path.stem for folder in folders for path in folder.glob("[0-9]*")}
    stem = Path(text).stem
    if stem in known:
        return stem
    raise CourseError(f'there is no sheet "{text}"; the sheets are {", ".join(sorted(known))}')
