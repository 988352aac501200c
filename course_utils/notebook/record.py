"""The learner's own record: attempts, hints, solutions shown, answers given with a confidence.

One SQLite file on the learner's machine, of events that are only ever added. Keeping it must never
stand in the way: whatever is wrong with the file, a check goes on, and one line says what is wrong.

Why these settings: a commit under write-ahead logging with synchronous=NORMAL does not wait for
the disk (well under a millisecond, against many with the default), several kernels can write at
once, and a crash of the kernel or the machine leaves a readable file, at worst without its last
entries. Where a file system does not offer write-ahead logging, SQLite keeps its default.
"""

from __future__ import annotations

import json
import os
import sqlite3
import threading
from dataclasses import dataclass, field
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

VARIABLE = "COURSE_RECORD"
FOLDER = "activation-functions-course"
IN_MEMORY = ":memory:"
LAYOUT = 1  # the version of the table below, kept in the file itself
WAIT = 0.25  # seconds to wait for another kernel that is writing
TRIES = 3

TABLE = "CREATE TABLE events (time TEXT, kind TEXT, name TEXT, detail TEXT)"
UNSOLVED = ("failed", "unstable", "errored", "timed_out", "crashed")


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened: when (UTC), what kind, to which exercise or question, and details.

    Kinds: attempt (status), hint (step), solution, prediction (letter, confidence, right), skip,
    answer (letter, right), join (of a class at an address: code, key, called).
    """

    time: str
    kind: str
    name: str
    detail: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Prediction:
    """A committed prediction: the letter, a confidence in 0 to 1, and whether it is right."""

    question: str
    letter: str
    confidence: float
    right: bool


class UnusableError(Exception):
    """The record cannot be used at the moment; the message says why and what to do."""


class Record:
    """The events in one file. No method raises on account of the file: see ``trouble``.

    While the file cannot be used, events are kept in memory, so that hints still go on.

    Parameters
    ----------
    path : str or Path, or ":memory:" to keep nothing
    """

    def __init__(self, path: str | Path) -> None:
        self.path = path if path == IN_MEMORY else Path(path)
        self.trouble = ""
        self._kept: list[Event] = []
        self._connection: sqlite3.Connection | None = None
        self._identity: tuple[int, ...] = ()
        self._lock = threading.Lock()

    def add(self, kind: str, name: str, **detail: Any) -> str:
        """Add an event. Returns one line for the learner where that was not possible, else ""."""
        now = datetime.now(timezone.utc).isoformat(timespec="seconds")
        event = Event(now, kind, name, detail)
        row = (event.time, kind, name, json.dumps(detail))
        if self._run("INSERT INTO events VALUES (?, ?, ?, ?)", row) is None:
            self._kept.append(event)
        return self.trouble

    def events(self, kind: str = "", name: str = "") -> list[Event]:
        """Everything recorded, oldest first, of one kind or about one name where given."""
        query = (
            "SELECT time, kind, name, detail FROM events WHERE ? IN ('', kind) AND ? IN ('', name)"
        )
        rows = self._run(query + " ORDER BY rowid", (kind, name)) or []
        kept = [e for e in self._kept if kind in ("", e.kind) and name in ("", e.name)]
        return [Event(str(t), str(k), str(n), _detail(text)) for t, k, n, text in rows] + kept

    def unsolved_attempts(self, name: str) -> int:
        """How many attempts at an exercise fell short since it last passed."""
        count = 0
        for event in self.events("attempt", name):
            status = event.detail.get("status")
            count = 0 if status == "passed" else count + (status in UNSOLVED)
        return count

    def prediction(self, question: str) -> Prediction | None:
        """The prediction committed for a question: the first one counts."""
        return next((p for p in self.predictions() if p.question == question), None)

    def predictions(self) -> list[Prediction]:
        """The committed predictions, one per question, in the order in which they were made."""
        found: dict[str, Prediction] = {}
        for event in self.events("prediction"):
            made = _prediction(event)
            if made is not None:
                found.setdefault(made.question, made)
        return list(found.values())

    def close(self) -> None:
        """Let go of the file; the next use opens it again."""
        with self._lock:
            self._disconnect()

    def _run(self, statement: str, values: tuple[Any, ...]) -> list[Any] | None:
        """The rows of one statement, or None, with ``trouble`` set, where it could not be run."""
        self.trouble = ""
        set_aside = ""
        with self._lock:
            for _ in range(TRIES):
                try:
                    rows = self._connected().execute(statement, values).fetchall()
                except sqlite3.Error as error:
                    self._disconnect()
                    if not _is_damage(error):
                        self.trouble = self._in_words(error)
                        return None
                except (OSError, UnusableError) as error:
                    self._disconnect()
                    self.trouble = self._in_words(error)
                    return None
                else:
                    self.trouble = set_aside
                    return rows
                try:
                    set_aside = self._set_aside()
                except OSError as error:
                    self.trouble = self._in_words(error)
                    return None
        self.trouble = f"Not recorded: the record {self.path} is damaged again and again."
        return None

    def _connected(self) -> sqlite3.Connection:
        if self._connection is not None and self._identity == self._on_disk():
            return self._connection
        self._disconnect()
        if isinstance(self.path, Path):
            self.path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(
            str(self.path), timeout=WAIT, isolation_level=None, check_same_thread=False
        )
        self._connection = connection
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")
        self._prepare(connection)
        self._identity = self._on_disk()
        return connection

    def _prepare(self, connection: sqlite3.Connection) -> None:
        if self._layout(connection) == LAYOUT:
            return
        connection.execute("BEGIN IMMEDIATE")
        try:
            if self._layout(connection) == 0:  # no other kernel was quicker
                connection.execute(TABLE)
                connection.execute(f"PRAGMA user_version={LAYOUT}")
        finally:
            connection.execute("COMMIT")

    def _layout(self, connection: sqlite3.Connection) -> int:
        layout = int(connection.execute("PRAGMA user_version").fetchone()[0])
        tables = int(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
        if layout > LAYOUT:
            raise UnusableError("it was written by a newer version of the course; update this one")
        if layout == 0 and tables:
            raise UnusableError(f"it belongs to another program; set {VARIABLE} to another file")
        return layout

    def _on_disk(self) -> tuple[int, ...]:
        """Which file the path leads to: it may have been deleted or set aside by another kernel."""
        if not isinstance(self.path, Path):
            return ()
        try:
            found = self.path.stat()
        except FileNotFoundError:
            return (-1,)
        return (found.st_dev, found.st_ino, os.getpid())

    def _disconnect(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection = None

    def _set_aside(self) -> str:
        """Rename the damaged file, with the two that SQLite keeps beside it; say so in one line."""
        assert isinstance(self.path, Path)
        number, target = 1, self.path
        while target.exists():
            target = self.path.with_name(f"{self.path.stem}.damaged-{number}{self.path.suffix}")
            number += 1
        for ending in ("", "-wal", "-shm"):
            part = self.path.with_name(self.path.name + ending)
            if part.exists():
                part.replace(target.with_name(target.name + ending))
        return (
            f"The record of your progress was damaged; it was set aside as {target.name} in "
            f"{target.parent}, and a new one was begun."
        )

    def _in_words(self, error: Exception) -> str:
        text = str(error)
        if isinstance(error, UnusableError):
            reason = text
        elif "locked" in text or "busy" in text:
            reason = "another program is holding it; close that program, or check again in a moment"
        elif "full" in text or getattr(error, "errno", 0) == 28:
            reason = "the disk is full; free some space"
        elif "readonly" in text or isinstance(error, PermissionError):
            reason = f"it may not be written to; allow it, or set {VARIABLE} to another file"
        elif "unable to open" in text or isinstance(error, OSError):
            reason = f"it cannot be opened; set {VARIABLE} to a file in a folder of yours"
        else:
            reason = f"{text}; set {VARIABLE} to another file"
        return f"Not recorded: the record is {self.path}, and {reason}."


def _is_damage(error: sqlite3.Error) -> bool:
    return "not a database" in str(error) or "malformed" in str(error)


def _detail(text: Any) -> dict[str, Any]:
    try:
        detail = json.loads(text)
    except (TypeError, ValueError):
        return {}
    return detail if isinstance(detail, dict) else {}


def _prediction(event: Event) -> Prediction | None:
    letter, confidence = event.detail.get("letter"), event.detail.get("confidence")
    if not isinstance(letter, str) or not isinstance(confidence, (int, float)):
        return None
    if isinstance(confidence, bool) or not 0 <= confidence <= 1:  # nan is not either
        return None
    return Prediction(event.name, letter, float(confidence), event.detail.get("right") is True)


def default_path() -> str | Path:
    """Where the record is: what COURSE_RECORD says, else the user's own data folder."""
    chosen = os.environ.get(VARIABLE, "").strip()
    if chosen:
        return chosen if chosen == IN_MEMORY else Path(chosen).expanduser()
    from platformdirs import user_data_path

    return user_data_path(FOLDER, appauthor=False) / "record.sqlite"


_records: dict[str, Record] = {}


def the_record() -> Record:
    """The learner's record, one per file and process."""
    path = default_path()
    return _records.setdefault(str(path), Record(path))
