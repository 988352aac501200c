"""The commands of somebody who grades a class: grade, grade-one, report."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from course_utils.cli.speaking import progress
from course_utils.errors import CourseError
from course_utils.words import counted

FOLDER = click.Path(path_type=Path)
NOT_ALL_PASSED = 3


def trusting(command: click.Command) -> click.Command:
    """The option that turns the sandbox off, the same for every command."""
    return click.option(
        "--trust-submissions",
        "trusted",
        is_flag=True,
        help="Run the submissions without a sandbox where this machine has none. Their code can "
        "then do all that you can; every record is marked.",
    )(command)


@click.command()
@click.argument("folder", type=FOLDER)
@click.option("--out", type=FOLDER, required=True, help="The folder for grades and feedback.")
@click.option("--sheet", default="", help="Only this sheet, such as 02_sigmoid_tanh.")
@click.option("--seed", type=click.IntRange(0), default=0, help="Draws the inputs that are tried.")
@click.option("--jobs", type=click.IntRange(1), help="How many at a time; one a processor.")
@click.option(
    "--engine", "name", type=click.Choice(["threads", "dask"]), default="threads", show_default=True
)
@click.option("--scheduler", default="", help="Dask's scheduler, such as tcp://10.0.0.5:8786.")
@click.option("--quiet", is_flag=True, help="Show no progress.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of lines.")
@trusting
def grade(
    folder: Path,
    out: Path,
    sheet: str,
    seed: int,
    jobs: int | None,
    name: str,
    scheduler: str,
    quiet: bool,
    as_json: bool,
    trusted: bool,
) -> None:
    """Grade every submission in FOLDER; what is on record already is not graded again.

    Submissions are found as a folder per student, as Moodle or Canvas name them, or as
    STUDENT_SHEET.ipynb. Killed in the middle, the same command goes on where it was.
    """
    from course_utils.grading.engines import engine
    from course_utils.grading.progress import Progress
    from course_utils.grading.run import ClassGrading, prepared
    from course_utils.grading.submissions import find

    if folder.resolve() in (out.resolve(), *out.resolve().parents):
        raise CourseError(f"{out} lies within {folder}; name a folder beside it for the results")
    found = find(folder, sheet)
    if not found.placed:
        raise CourseError(_nothing(folder, len(found.left)))
    prepared(out)
    shown = Progress(len(found.placed), sys.stderr, quiet)
    chosen = engine(name, jobs or 0, scheduler, trusted)
    try:
        summary = ClassGrading(found, out, chosen, seed, shown.done).run()
    finally:
        shown.close()
        chosen.close()
    for each in found.left:
        progress(f"not graded: {each.file}: {each.reason}")
    if as_json:
        files = [path.as_posix() for path in summary.files]
        said = {"graded": summary.graded, "known": summary.known, "files": files}
        left = [{"file": each.file, "reason": each.reason} for each in found.left]
        faults = summary.not_graded
        click.echo(json.dumps({**said, "not_graded": faults, "left": left}, ensure_ascii=False))
        return
    known = f", {summary.known} were on record already" if summary.known else ""
    click.echo(f"graded {counted(summary.graded, 'submission')}{known}, under {chosen.protection}")
    if summary.not_graded:
        click.echo(f"{summary.not_graded} could not be graded, through a fault of the grader")
    for path in summary.files:
        click.echo(path.as_posix())
    click.echo((out / "feedback").as_posix())


def _nothing(folder: Path, left: int) -> str:
    if not left:
        return f"{folder} holds no submissions; a submission is STUDENT/SHEET.ipynb"
    return f"none of the {left} files in {folder} can be placed; see course grade --help for names"


@click.command()
@click.argument("out", type=FOLDER)
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of lines.")
def report(out: Path, as_json: bool) -> None:
    """Sum up a class that was graded into the folder OUT, as a page and in lines."""
    from dataclasses import asdict

    from course_utils.grading.record import FILE, GradeRecord
    from course_utils.grading.report import class_report, summary, write_report

    if not (out / FILE).is_file():
        raise CourseError(f"{out} holds no record of grades; course grade FOLDER --out {out} first")
    with GradeRecord(out) as record:
        found = class_report(record)
    page = write_report(found, out)
    if as_json:
        click.echo(json.dumps({"page": page.as_posix(), **asdict(found)}, ensure_ascii=False))
        return
    click.echo("\n".join(summary(found)))
    click.echo(page.as_posix())


@click.command("grade-one")
@click.argument("notebook", type=FOLDER)
@click.option("--results", type=FOLDER, help="Where to write results.json, as Gradescope reads it.")
@click.option("--sheet", default="", help="The sheet, where the notebook does not tell.")
@click.option("--seed", type=click.IntRange(0), default=0, help="Draws the inputs that are tried.")
@trusting
@click.pass_context
def grade_one(
    ctx: click.Context, notebook: Path, results: Path | None, sheet: str, seed: int, trusted: bool
) -> None:
    """Grade the one submission NOTEBOOK, for Gradescope or a GitHub Action.

    Ends with exit code 0 if every exercise passed, 3 if some did not, 1 if nothing could be graded.
    """
    from course_utils.grading.one import grade_file

    graded = grade_file(notebook, sheet, seed, trusted)
    if results is not None:
        from course_utils.grading.files import write_text

        write_text(results, json.dumps(graded.results, ensure_ascii=False, indent=1) + "\n")
    for line in graded.lines:
        click.echo(line)
    if graded.fault:
        raise CourseError("the grader itself failed; no points are lost, run it again")
    ctx.exit(0 if graded.all_passed else NOT_ALL_PASSED)
