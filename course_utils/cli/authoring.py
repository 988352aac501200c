"""The commands of somebody who writes the course: build, html, slides."""

from __future__ import annotations

from pathlib import Path

import click

from course_utils.cli.speaking import progress, suggest
from course_utils.errors import CourseError


@click.command()
@click.argument("names", nargs=-1)
@click.option("--check", is_flag=True, help="Only say what differs from its source.")
@click.option("--overwrite", is_flag=True, help="Also replace notebooks that hold own work.")
def build(names: tuple[str, ...], check: bool, overwrite: bool) -> None:
    """Build notebooks and instructor guides: everything, or the lessons and sheets NAMES."""
    from course_utils.authoring.build import build as build_one
    from course_utils.authoring.build import find_sources
    from course_utils.authoring.guide.pages import write_pages
    from course_utils.places import course_root

    root = course_root()
    if check:
        if names:
            raise click.UsageError("--check looks at everything; leave the names out.")
        _check_drift(root)
        return
    sources = _chosen(find_sources(root), names)
    failures = 0
    for source in sources:
        try:
            for path in build_one(root, source, progress, overwrite):
                click.echo(path.as_posix())
        except CourseError as error:
            failures += 1
            progress(f"Error: {error}")
    if failures:
        raise CourseError(f"{failures} of {len(sources)} sources could not be built.")
    for path in write_pages(root):
        click.echo(path.as_posix())


def _chosen(sources: tuple[Path, ...], names: tuple[str, ...]) -> tuple[Path, ...]:
    known = sorted({source.stem for source in sources})
    for name in names:
        if name not in known:
            raise click.UsageError(f"No lesson or sheet '{name}'. {suggest(name, known)}")
    return tuple(source for source in sources if not names or source.stem in names)


def _check_drift(root: Path) -> None:
    from course_utils.authoring.drift import find_drift
    from course_utils.authoring.names import the_catalog

    findings = find_drift(root, the_catalog())
    for finding in findings:
        click.echo(str(finding))
    if findings:
        raise CourseError(f"{len(findings)} differences between sources and notebooks.")
    progress("Notebooks, sources, catalog and corpus agree.")


@click.command()
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True)
def html(out: Path) -> None:
    """Export the built lessons and sheets as web pages that need neither kernel nor network."""
    from course_utils.authoring.html import export
    from course_utils.places import course_root

    for path in export(course_root(), out, progress):
        click.echo((out / path).as_posix())


@click.command()
@click.argument("lesson", required=False)
@click.option("--all", "everything", is_flag=True, help="Make the slides of every lesson.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("slides"),
    show_default=True,
)
def slides(lesson: str | None, everything: bool, out: Path) -> None:
    """Make a deck of slides from a built LESSON: one file, with notes, that needs no network."""
    from course_utils.authoring.slides.page import export, lessons
    from course_utils.places import course_root

    root = course_root()
    known = lessons(root)
    if (lesson is None) != everything:
        raise click.UsageError("Name one LESSON, or say --all.")
    if lesson is not None and lesson not in known:
        raise click.UsageError(f"No lesson '{lesson}'. {suggest(lesson, known)}")
    for path in export(root, known if lesson is None else (lesson,), out, progress):
        click.echo(path.as_posix())
