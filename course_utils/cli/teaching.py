"""The commands of somebody in front of a class: classroom serve, replay, export."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import click

from course_utils.cli.speaking import progress
from course_utils.errors import CourseError

if TYPE_CHECKING:
    from course_utils.classroom.app import Rules
    from course_utils.classroom.store import Store

FILE = click.Path(path_type=Path, dir_okay=False)
HOST = click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
PORT = click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True)


@click.group()
def classroom() -> None:
    """See where a class stands while it works: serve, replay, export."""


@classroom.command()
@HOST
@PORT
@click.option("--db", type=FILE, help="The record's file.  [default: classroom-DATE.sqlite here]")
@click.option("--code", help="The code to join with.  [default: a random one]")
@click.option("--seats", type=click.IntRange(1, 2000), default=500, show_default=True)
@click.option("--name", "names", multiple=True, help="Another host name that leads here.")
def serve(
    host: str, port: int, db: Path | None, code: str | None, seats: int, names: tuple[str, ...]
) -> None:
    """Show who is where. Students join from a notebook; Ctrl+C ends it, and the record stays.

    Started again on the same record it goes on where it was, with the same code and address.
    """
    serving = _serving()
    from course_utils.classroom.store import Store

    store = Store(db or Path(f"classroom-{date.today().isoformat()}.sqlite"))
    progress(f"The record is {store.path}. {_so_far(store)}")
    _run(store, serving.rules_of(store, code, seats), host, port, names)


@classroom.command()
@click.argument("db", type=FILE)
@HOST
@PORT
def replay(db: Path, host: str, port: int) -> None:
    """Show the hour in the record DB afterwards: the same page, with nobody joining."""
    serving = _serving()
    from course_utils.classroom.store import Store

    store = Store(db, create=False)
    progress(f"Replaying {db}. {_so_far(store)}")
    _run(store, serving.rules_of(store, None, 0, closed=True), host, port, ())


@classroom.command()
@click.argument("db", type=FILE)
@click.option("--names", is_flag=True, help="Also the names that people chose.")
def export(db: Path, names: bool) -> None:
    """Print the record DB as CSV, one row for each event."""
    from course_utils.classroom.export import as_csv
    from course_utils.classroom.store import Store

    store = Store(db, create=False)
    click.echo(as_csv(store.events(), names).replace("\r\n", "\n"), nl=False)


def _so_far(store: Store) -> str:
    span = store.span()
    if span is None:
        return "It is empty."
    return f"It holds what {store.members()} people reported; for a new class give another --db."


def _serving() -> ModuleType:
    try:
        from course_utils.classroom import serving
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] not in ("starlette", "uvicorn", "anyio"):
            raise
        raise CourseError(
            f"The live view needs the package {error.name}, which is not installed. In the folder "
            'of the course run: pip install -c constraints.txt -e ".[classroom]"'
        ) from error
    return serving


def _run(store: Store, rules: Rules, host: str, port: int, names: tuple[str, ...]) -> None:
    from course_utils.classroom import serving

    with serving.open_socket(host, port) as listening:
        server = serving.make_server(store, rules, listening, (host, *names))
        serving.announce(rules, listening, host, click.echo)
        try:
            server.run(sockets=[listening])
        except KeyboardInterrupt:
            pass
        finally:
            store.close()
    progress(f"Ended. Everything is kept in {store.path}.")
