"""The ``course`` command: the only module that prints or returns an exit code.

Exit 0: the command did its work; 1: something could not be done, and it is named; 2: usage.
Results go to stdout, progress and errors to stderr.
"""

from __future__ import annotations

import difflib
import json
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from course_utils import __version__
from course_utils.errors import CourseError

if TYPE_CHECKING:
    from course_utils.doctor import Finding


class CourseGroup(click.Group):
    """A group that suggests commands and turns every failure into one line."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            known = self.list_commands(ctx)
            ctx.fail(f"No command '{args[0]}'. {_suggest(args[0], known)}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (CourseError, OSError) as error:
            raise click.ClickException(str(error)) from error
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            if ctx.params.get("debug"):
                raise
            raise click.ClickException(
                f"Unexpected {type(error).__name__}: {error}. That is a mistake in the course's "
                "tools; course --debug … shows where."
            ) from error


def _suggest(word: str, known: Iterable[str]) -> str:
    known = list(known)
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.4)
    if near:
        return f"Did you mean '{near[0]}'?"
    return f"There are: {', '.join(known)}."


def progress(line: str) -> None:
    """Say what is going on, on stderr."""
    click.echo(line, err=True)


@click.group(cls=CourseGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="course")
@click.option("--debug", is_flag=True, help="Show the traceback of an unexpected error.")
def course(debug: bool) -> None:
    """The activation functions course: open it, check your answers, build it."""


class LabCommand(click.Command):
    """A command that leaves everything after ``--`` to JupyterLab."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if "--" in args:
            cut = args.index("--")
            ctx.meta["for_jupyterlab"] = args[cut + 1 :]
            args = args[:cut]
        return super().parse_args(ctx, args)


@course.command(cls=LabCommand)
@click.argument("notebook", required=False)
@click.option("--no-browser", is_flag=True, help="Print the address instead of opening it.")
@click.option("--port", type=click.IntRange(1, 65535), help="The port to serve on.")
@click.pass_context
def lab(ctx: click.Context, notebook: str | None, no_browser: bool, port: int | None) -> None:
    """Open JupyterLab on the course, at NOTEBOOK or the start page.

    NOTEBOOK is a path or a name such as 02_sigmoid_tanh. What follows after -- goes to JupyterLab.
    """
    from course_utils.lab.launch import find_notebook, launch
    from course_utils.places import START_PAGE, course_root

    root = course_root()
    chosen = find_notebook(root, notebook) if notebook else START_PAGE
    if chosen is None:
        known = sorted({path.stem for path in root.glob("*/*.ipynb")})
        raise click.UsageError(f"No notebook '{notebook}'. {_suggest(str(notebook), known)}")
    options = ["--no-browser"] if no_browser else []
    if port is not None:
        options.append(f"--ServerApp.port={port}")
    launch(root, chosen, [*options, *ctx.meta.get("for_jupyterlab", [])], progress)


@course.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of lines.")
def check(file: Path, as_json: bool) -> None:
    """Mark the answers in your own sheet FILE, here and offline."""
    from course_utils.notebook.marking import mark_notebook

    progress(f"marking {file}")
    marking = mark_notebook(file)
    if as_json:
        verdicts = [asdict(verdict) for verdict in marking.verdicts]
        click.echo(json.dumps({"sheet": marking.sheet, "verdicts": verdicts}, ensure_ascii=False))
        return
    width = max(len(verdict.exercise) for verdict in marking.verdicts)
    for verdict in marking.verdicts:
        status = verdict.status.value.replace("_", " ")
        click.echo(f"{verdict.exercise:<{width}}  {status:<13}  {verdict.message}".rstrip())
        if verdict.question:
            click.echo(f"{'':<{width}}  {'':<13}  {verdict.question}")
    reached, possible = marking.points()
    click.echo(f"{reached:g} of {possible:g} points")


@course.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of lines.")
@click.pass_context
def doctor(ctx: click.Context, as_json: bool) -> None:
    """Say what works on this machine, what does not, and what to do about it.

    Ends with exit code 0 if you can work on the course here, else 1.
    """
    from course_utils.doctor import can_learn, examine

    findings = examine()
    ready = can_learn(findings)
    if as_json:
        listed = [asdict(finding) for finding in findings]
        click.echo(json.dumps({"ready": ready, "findings": listed}, ensure_ascii=False))
    else:
        for finding in findings:
            click.echo(_line(finding))
        click.echo("You can work on the course here." if ready else "Something is missing.")
    ctx.exit(0 if ready else 1)


def _line(finding: Finding) -> str:
    failing = "MISSING" if finding.needed else "without"
    word = "works" if finding.works else failing
    remedy = "" if finding.works else f" → {finding.remedy}"
    return f"{word:<8} {finding.name:<23} {finding.detail}{remedy}"


@course.command()
@click.argument("names", nargs=-1)
@click.option("--check", is_flag=True, help="Only say which notebooks differ from their source.")
@click.option("--overwrite", is_flag=True, help="Also replace notebooks that hold own work.")
def build(names: tuple[str, ...], check: bool, overwrite: bool) -> None:
    """Build notebooks from their sources: everything, or the lessons and sheets NAMES."""
    from course_utils.authoring.build import build as build_one
    from course_utils.authoring.build import find_sources
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


def _chosen(sources: tuple[Path, ...], names: tuple[str, ...]) -> tuple[Path, ...]:
    known = sorted({source.stem for source in sources})
    for name in names:
        if name not in known:
            raise click.UsageError(f"No lesson or sheet '{name}'. {_suggest(name, known)}")
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


@course.command()
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True)
def html(out: Path) -> None:
    """Export the built lessons and sheets as web pages that need neither kernel nor network."""
    from course_utils.authoring.html import export
    from course_utils.places import course_root

    for path in export(course_root(), out, progress):
        click.echo((out / path).as_posix())


def main() -> None:
    """The entry point: never fails on a console that cannot show a sign."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    course()


if __name__ == "__main__":
    main()
