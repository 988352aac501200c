"""Giving the course out, and giving a sheet out again: release, reset."""

from __future__ import annotations

from pathlib import Path

import click

from course_utils.cli.speaking import progress
from course_utils.errors import CourseError


@click.command()
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True)
def release(out: Path) -> None:
    """Make the bundle that students get: lessons, sheets and the package, without solutions."""
    from course_utils.authoring.release import release as make
    from course_utils.places import course_root

    folder, archive = make(course_root(), out)
    click.echo(folder.as_posix())
    click.echo(archive.as_posix())


@click.command()
@click.argument("sheet")
def reset(sheet: str) -> None:
    """Put an untouched SHEET in the place of yours, and keep yours beside it."""
    from course_utils.notebook.fresh import reset as put_back
    from course_utils.notebook.fresh import sheet_name
    from course_utils.places import course_root

    root = course_root()
    name = sheet_name(root, sheet)
    kept = put_back(root, name, _rebuilt)
    if kept is not None:
        progress(f"your own sheet is now {kept}")
    click.echo((root / "exercises" / f"{name}.ipynb").as_posix())


def _rebuilt(root: Path, sheet: str) -> bytes:
    """The sheet made from its source, in a clone of the course."""
    try:
        from course_utils.authoring.build import fresh_sheet
    except ImportError as missing:
        raise CourseError(
            f"this copy brings no untouched {sheet}, and cannot make one ({missing}); take it from "
            'where you have the course, or: pip install -e ".[authoring]"'
        ) from missing
    return fresh_sheet(root, sheet)
