"""The ``course`` command: the only room that prints or returns an exit code.

Exit 0: the command did its work; 1: something could not be done, and it is named; 2: usage.
Results go to stdout, progress and errors to stderr.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec
from typing import Any

import click

from course_utils import __version__
from course_utils.cli.authoring import build, html, slides
from course_utils.cli.grading import grade, grade_one, report
from course_utils.cli.handing_out import release, reset
from course_utils.cli.learning import check, doctor, lab
from course_utils.cli.speaking import suggest
from course_utils.cli.teaching import classroom
from course_utils.errors import CourseError

# By the room that does the work; the copy that students get has not all of them.
COMMANDS = {
    "notebook": (lab, check, doctor, reset),
    "grading": (grade, report, grade_one),
    "authoring": (build, html, slides, release),
    "classroom": (classroom,),
}


class CourseGroup(click.Group):
    """A group that suggests commands and turns every failure into one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Those that work in this copy of the course; the others say that they do not."""
        rooms = [room for room in COMMANDS if find_spec(f"course_utils.{room}") is not None]
        return sorted(str(command.name) for room in rooms for command in COMMANDS[room])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            known = self.list_commands(ctx)
            ctx.fail(f"No command '{args[0]}'. {suggest(args[0], known)}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:  # whoever read the lines has seen enough; click ends quietly
            raise
        except (CourseError, OSError) as error:
            raise click.ClickException(str(error)) from error
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            if ctx.params.get("debug"):
                raise
            raise click.ClickException(_explained(error)) from error


def _explained(error: Exception) -> str:
    """One line on what nobody foresaw, or on a room that this copy of the course does not have."""
    missing = error.name or "" if isinstance(error, ModuleNotFoundError) else ""
    if missing.startswith("course_utils."):
        return f"That is not part of this copy of the course ({missing} is not in it)."
    return (
        f"Unexpected {type(error).__name__}: {error}. That is a mistake in the course's tools; "
        "course --debug … shows where."
    )


@click.group(
    cls=CourseGroup,
    commands=[command for commands in COMMANDS.values() for command in commands],
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="course")
@click.option("--debug", is_flag=True, help="Show the traceback of an unexpected error.")
def course(debug: bool) -> None:
    """The activation functions course: open it, check your answers, build it."""


def main() -> None:
    """The entry point: never fails on a console that cannot show a sign."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    course()
