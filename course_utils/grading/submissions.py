"""Finding the submissions of a class as they really arrive: whose each is, and of which sheet.

Understood, below the folder that is graded:

- a folder per student, ``<student>/<sheet>.ipynb``, however deep the notebook lies in it;
- Moodle's bulk download, ``<name>_<number>_assignsubmission_file_/…`` or the same in one file name;
- Canvas's bulk download, ``<name>_[LATE_]<user>_<attachment>_<file>``;
- flat files, ``<student>_<sheet>.ipynb``;

each of them also within a folder named like a sheet, and with the endings that browsers and
learning platforms add to a name: `` (1)``, ``-1``, `` - Copy``. Nothing is run, no link followed.
"""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from course_utils.catalog import SHEETS
from course_utils.cells import binds
from course_utils.errors import CourseError

MOST_BYTES = 5 * 1024 * 1024
MOODLE = re.compile(r"^(?P<name>.+)_(?P<number>\d+)_assignsubmission_file(?:_(?P<rest>.*))?$")
CANVAS = re.compile(r"^(?P<name>[^_]+)_(?:LATE_)?(?P<number>\d+)_\d+_(?P<rest>.+)$")
# What a browser, a desktop or Canvas adds to a name that was taken already.
COPY = re.compile(r"(?:\s*\((\d+)\)|-(\d{1,3})|[\s_-]+copy(?:[\s_]*\(?(\d+)\)?)?)$", re.IGNORECASE)
JUNK = {"__MACOSX", "Thumbs.db", "desktop.ini"}

Origin = Literal["folder", "moodle", "canvas", "flat"]


@dataclass(frozen=True, slots=True)
class Student:
    """Who handed in: ``key`` is unique in a class, ``number`` the platform's where there is one."""

    key: str
    name: str
    number: str = ""
    origin: Origin = "folder"


@dataclass(frozen=True, slots=True)
class Placed:
    """One notebook that will be graded: whose it is, of which sheet, and where it lies."""

    student: Student
    sheet: str
    path: Path
    file: str  # relative to the folder, as shown to people


@dataclass(frozen=True, slots=True)
class Left:
    """One file that is not graded, and why."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True)
class Found:
    """Everything below a folder, in a stable order."""

    placed: tuple[Placed, ...]
    left: tuple[Left, ...]


@dataclass(frozen=True, slots=True)
class _Candidate:
    placed: Placed
    copy: int


def find(folder: Path, sheet: str = "") -> Found:
    """Everything that can be graded in a folder, of one sheet where it is given.

    A file of which neither name nor content tells the sheet is taken to be of the given one.

    Raises
    ------
    CourseError
        If there is no such folder, it is not one, it cannot be read, or the sheet is unknown.
    """
    if sheet and sheet not in SHEETS:
        raise CourseError(f'there is no sheet "{sheet}"; the sheets are {", ".join(SHEETS)}')
    if not folder.exists():
        raise CourseError(f"{folder} does not exist; name the folder that holds the submissions")
    if not folder.is_dir():
        raise CourseError(f"{folder} is a file; name the folder that holds the submissions")
    candidates: list[_Candidate] = []
    left: list[Left] = []
    for path in _files(folder):
        found = _place(folder, path, sheet)
        (left if isinstance(found, Left) else candidates).append(found)  # type: ignore[arg-type]
    placed = _one_each(candidates, left)
    return Found(placed, tuple(sorted(left, key=lambda each: each.file)))


def read(path: Path) -> bytes:
    """The bytes of a submission; one byte more than allowed, at most, where it is too large."""
    with path.open("rb") as stream:
        return stream.read(MOST_BYTES + 1)


def _files(folder: Path) -> Iterator[Path]:
    def fail(error: OSError) -> None:
        raise CourseError(f"{error.filename} cannot be read: {error.strerror or error}")

    for here, folders, files in os.walk(folder, onerror=fail):
        folders[:] = sorted(name for name in folders if not _is_junk(name))
        yield from (Path(here, name) for name in sorted(files) if not _is_junk(name))


def _is_junk(name: str) -> bool:
    return name in JUNK or name.startswith(".")


def _place(folder: Path, path: Path, given: str) -> _Candidate | Left:
    parts = tuple(shown(part) for part in path.relative_to(folder).parts)
    file = "/".join(parts)
    kind = os.lstat(path).st_mode
    if stat.S_ISLNK(kind):
        return Left(file, "it is a link; put the file itself there")
    if not stat.S_ISREG(kind):
        return Left(file, "it is not an ordinary file")
    if path.suffix.lower() != ".ipynb":
        packed = path.suffix.lower() in (".zip", ".gz", ".tar", ".7z", ".rar")
        return Left(file, "unpack it first" if packed else "it is not a notebook")
    folder_sheet = next((found for part in parts[:-1] if (found := named_sheet(part))), "")
    if parts[0] in SHEETS:
        parts = parts[1:]
    student, rest = _student(parts)
    stem, copy = without_copy(rest[: -len(".ipynb")] if rest.lower().endswith(".ipynb") else rest)
    sheet = named_sheet(stem) or folder_sheet or sheet_by_content(read(path)) or given
    if student is None:
        return Left(file, "its name does not say whose it is; put it in a folder named so")
    if not sheet:
        return Left(file, "neither its name nor an exercise in it says which sheet it is")
    if given and sheet != given:
        return Left(file, f"it is of sheet {sheet}")
    return _Candidate(Placed(student, sheet, path, file), copy)


def _student(parts: tuple[str, ...]) -> tuple[Student | None, str]:
    """Whose the file is, and what remains of its name: the name that the student gave it."""
    name = parts[-1]
    for part in parts:
        if match := MOODLE.match(part):
            rest = match["rest"] if part is name else name
            return _numbered(match, "moodle"), rest or name
    if match := CANVAS.match(name):
        return _numbered(match, "canvas"), match["rest"]
    if len(parts) > 1:
        return Student(parts[0], parts[0]), name
    stem, _ = without_copy(name[: -len(".ipynb")])
    for sheet in SHEETS:
        before = stem[: -len(sheet)].rstrip("_- ")
        if _same(stem[-len(sheet) :], sheet) and before:
            return Student(before, before, origin="flat"), name
    return None, name


def _numbered(match: re.Match[str], origin: Origin) -> Student:
    name, number = match["name"].strip(), match["number"]
    return Student(f"{name}_{number}", name, number, origin)


def without_copy(stem: str) -> tuple[str, int]:
    """A file's name without what marks it as a copy, and the number of the copy (0 for none)."""
    number = 0
    while match := COPY.search(stem):
        stem = stem[: match.start()]
        number = max(number, *(int(group or 1) for group in match.groups()))
    return stem, number


def named_sheet(text: str) -> str:
    """The sheet whose name a text contains, whatever stands between its words."""
    return next((sheet for sheet in SHEETS if _plain(sheet) in _plain(text)), "")


def _same(one: str, other: str) -> bool:
    return _plain(one) == _plain(other)


def _plain(text: str) -> str:
    return re.sub(r"[\s_-]+", "_", text.casefold())


def sheet_by_content(data: bytes) -> str:
    """The sheet most of whose exercises a notebook seems to bind, "" where it binds none.

    Only looked for in the text: nothing of an untrusted notebook is parsed here.
    """
    text = data.decode("utf-8", "replace").replace("\\n", "\n").replace('"', "\n")
    counts = {
        sheet: sum(bool(binds(exercise.name).search(text)) for exercise in exercises)
        for sheet, exercises in SHEETS.items()
    }
    best = max(counts, key=lambda sheet: counts[sheet])
    return best if counts[best] else ""


def shown(name: str) -> str:
    """A file's name as text that can be kept and shown, whatever bytes it has on the disk."""
    text = os.fsencode(name).decode("utf-8", "replace")
    text = unicodedata.normalize("NFC", text)
    return "".join("�" if unicodedata.category(c).startswith("C") else c for c in text)


def _one_each(candidates: Iterable[_Candidate], left: list[Left]) -> tuple[Placed, ...]:
    """One notebook for each student and sheet: the newest copy, the least deep, the first."""
    groups: dict[tuple[str, str], list[_Candidate]] = {}
    for each in candidates:
        groups.setdefault((each.placed.student.key, each.placed.sheet), []).append(each)
    chosen = []
    for key in sorted(groups):
        ranked = sorted(groups[key], key=_rank)
        chosen.append(ranked[0].placed)
        reason = f"{ranked[0].placed.file} is graded instead, of the same student and sheet"
        left.extend(Left(other.placed.file, reason) for other in ranked[1:])
    return tuple(chosen)


def _rank(each: _Candidate) -> tuple[int, int, str]:
    return -each.copy, each.placed.file.count("/"), each.placed.file
