"""The commands of somebody who takes the course: lab, check, doctor."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from course_utils.cli.speaking import progress, suggest

if TYPE_CHECKING:
    from course_utils.doctor import Finding


class LabCommand(click.Command):
    """A command that leaves everything after ``--`` to JupyterLab."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if "--" in args:
            cut = args.index("--")
            ctx.meta["for_jupyterlab"] = args[cut + 1 :]
            args = args[:cut]
        return super().parse_args(ctx, args)


@click.command(cls=LabCommand)
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
        raise click.UsageError(f"No notebook '{notebook}'. {suggest(str(notebook), known)}")
    options = ["--no-browser"] if no_browser else []
    if port is not None:
        options.append(f"--ServerApp.port={port}")
    launch(root, chosen, [*options, *ctx.meta.get("for_jupyterlab", [])], progress)


@click.command()
@click.argument("sheet")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of lines.")
def check(sheet: str, as_json: bool) -> None:
    """Mark the answers in your own SHEET, here and offline.

    SHEET is a file or a name such as 02_sigmoid_tanh.
    """
    from course_utils.notebook.marking import mark_notebook

    file = _sheet_file(sheet)
    progress(f"marking {file} (a cell that does not finish is given up after a minute)")
    marking = mark_notebook(file)
    if as_json:
        verdicts = [asdict(verdict) for verdict in marking.verdicts]
        said = {"sheet": marking.sheet, "verdicts": verdicts, "notes": marking.notes}
        click.echo(json.dumps(said, ensure_ascii=False))
        return
    width = max(len(verdict.exercise) for verdict in marking.verdicts)
    for verdict in marking.verdicts:
        status = verdict.status.value.replace("_", " ")
        click.echo(f"{verdict.exercise:<{width}}  {status:<13}  {verdict.message}".rstrip())
        if verdict.question:
            click.echo(f"{'':<{width}}  {'':<13}  {verdict.question}")
    for note in marking.notes:
        click.echo(note)
    reached, possible = marking.points()
    click.echo(f"{reached:g} of {possible:g} points")


def _sheet_file(text: str) -> Path:
    """The notebook that is meant by a path, or by the name of a sheet of this course."""
    if Path(text).exists():
        return Path(text)
    from course_utils.places import course_root

    try:
        root = course_root()
    except FileNotFoundError:
        raise click.UsageError(f"No file '{text}'.") from None
    name = Path(text).with_suffix(".ipynb")
    for place in (Path(), root, root / "exercises"):
        if (place / name).is_file():
            return place / name
    known = sorted(path.stem for path in (root / "exercises").glob("*.ipynb"))
    suggestion = suggest(name.stem, known) if known else "Build the sheets with: course build"
    raise click.UsageError(f"No file or sheet '{text}'. {suggestion}")


@click.command()
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
