"""The student bundle: lessons, sheets and the package, and nothing that answers a sheet.

The same sources give the same bytes, as a folder and as a zip: files in the order of their names,
one date for all, nothing compressed (compressors differ from system to system).
"""

from __future__ import annotations

import hashlib
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

from course_utils import __version__
from course_utils.authoring.assemble import edited_cell
from course_utils.authoring.drift import find_drift
from course_utils.authoring.names import the_catalog
from course_utils.errors import CourseError
from course_utils.places import FRESH

NAME = f"activation-functions-{__version__}"
MANIFEST = "MANIFEST.sha256"
OWN_FILES = Path("source", "bundle")  # a page and a check for those who get it
# Of the package, students get what they use; the other rooms are for authors and instructors.
NOT_FOR_STUDENTS = ("authoring", "grading", "classroom")
FROM_ROOT = (
    *("LICENSE", "pyproject.toml", "constraints.txt", "CITATION.cff"),
    *(".binder/requirements.txt", ".binder/runtime.txt"),
)
DATE = (2026, 1, 1, 0, 0, 0)  # of every file in the zip
PACKAGE_FILES = (".py", ".css", ".js", ".json", ".npz", ".md", ".j2")


def release(root: Path, out: Path) -> tuple[Path, Path]:
    """Write the bundle below ``out``; returns the folder and the zip.

    Raises
    ------
    CourseError
        If notebooks differ from their sources, or the bundle's folder exists and is no bundle.
    """
    refuse_what_is_not_ready(root)
    folder, archive = out / NAME, out / f"{NAME}.zip"
    if folder.exists() and not (folder / MANIFEST).is_file():
        raise CourseError(f"{folder} is there already and is no bundle; move it, or choose --out")
    contents = dict(sorted(bundle(root).items()))
    contents[MANIFEST] = manifest(contents)
    empty(folder)
    for name, data in contents.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    write_zip(archive, contents)
    return folder, archive


def empty(folder: Path) -> None:
    """Remove an earlier bundle; a repository that was made of it keeps its history."""
    for path in folder.iterdir() if folder.exists() else ():
        if path.name == ".git":
            continue
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


def refuse_what_is_not_ready(root: Path) -> None:
    """CourseError where students would get something else than the sources say."""
    for path in notebooks(root):
        number = edited_cell(path)
        if number is not None:
            name = path.relative_to(root).as_posix()
            raise CourseError(
                f"{name} holds work of its own (cell {number}); course reset {path.stem} keeps a "
                "sheet's beside a fresh one, course build --overwrite gives it up"
            )
    findings = find_drift(root, the_catalog())
    if findings:
        raise CourseError(
            f"notebooks and sources disagree in {len(findings)} places; see course build --check"
        )


def bundle(root: Path) -> dict[str, bytes]:
    """Every file of the bundle by its name, with "/" between folders."""
    contents = {name: plain(root / name) for name in FROM_ROOT}
    contents |= {path.name: plain(path) for path in sorted((root / OWN_FILES).glob("*.*"))}
    for path in notebooks(root):
        contents[path.relative_to(root).as_posix()] = plain(path)
        if path.parent.name == "exercises":
            contents[(FRESH / path.name).as_posix()] = plain(path)
    for path in package_files(root / "course_utils"):
        contents[path.relative_to(root).as_posix()] = plain(path)
    return contents


def notebooks(root: Path) -> Iterator[Path]:
    """The lessons and the sheets."""
    for folder in ("notebooks", "exercises"):
        yield from sorted((root / folder).glob("*.ipynb"))


def package_files(package: Path) -> Iterator[Path]:
    """The files of the package that students use."""
    for path in sorted(package.rglob("*")):
        parts = path.relative_to(package).parts
        hidden = "__pycache__" in parts or ".ipynb_checkpoints" in parts
        if path.suffix in PACKAGE_FILES and not hidden and parts[0] not in NOT_FOR_STUDENTS:
            yield path


def plain(path: Path) -> bytes:
    """A file's bytes, with the same line ends on every system."""
    data = path.read_bytes()
    return data if path.suffix == ".npz" else data.replace(b"\r\n", b"\n")


def manifest(contents: dict[str, bytes]) -> bytes:
    """A line for each file: its hash and its name."""
    lines = (f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in contents.items())
    return "".join(lines).encode("utf-8")


def write_zip(path: Path, contents: dict[str, bytes]) -> None:
    """Write the files into an archive whose bytes follow from them alone."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, data in sorted(contents.items()):
            entry = zipfile.ZipInfo(f"{NAME}/{name}", DATE)
            entry.create_system = 3  # Unix, wherever this runs
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, data)
