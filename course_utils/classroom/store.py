"""The record of a class: one SQLite file of events that are only ever added.

A report counts as kept once its transaction is committed and on the disk (write-ahead logging with
synchronous=FULL), and its id, made by the notebook that sent it, keeps it from counting twice.
"""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from course_utils.classroom.events import Event
from course_utils.errors import CourseError

MARK = 0x41637456  # tells a class record from other SQLite files
LAYOUT = 1
TABLES = (
    "CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT)",
    "CREATE TABLE members (number INTEGER PRIMARY KEY, key TEXT UNIQUE)",
    "CREATE TABLE events (number INTEGER PRIMARY KEY, member INTEGER, id TEXT, time REAL, "
    "kind TEXT, subject TEXT, value TEXT, misconception TEXT, UNIQUE (member, id))",
    "CREATE INDEX by_time ON events (time, number)",
)


@dataclass(frozen=True, slots=True)
class Kept:
    """An event in the record: who (a number), when (seconds since 1970), and what."""

    member: int
    time: float
    kind: str
    subject: str
    value: str
    misconception: str


class Store:
    """The record in one file; safe to be called from several threads.

    Parameters
    ----------
    path : Path
        The file; made, readable by its owner only, where there is none and ``create`` is set.
    clock : callable
        Gives the time in seconds since 1970.

    Raises
    ------
    CourseError
        If the file cannot be used as a class record.
    """

    def __init__(
        self, path: Path, create: bool = True, clock: Callable[[], float] = time.time
    ) -> None:
        self.path, self.clock = path, clock
        self._lock = threading.RLock()
        try:
            self._open(create)
        except (sqlite3.Error, OSError) as error:
            raise CourseError(f"{path} cannot be used as the record of a class: {error}") from error
        self._members = dict(self._rows("SELECT key, number FROM members"))
        self._last = dict(self._rows("SELECT member, max(time) FROM events GROUP BY member"))
        self._counts = dict(self._rows("SELECT member, count(*) FROM events GROUP BY member"))

    def _open(self, create: bool) -> None:
        if not create and not self.path.is_file():
            raise CourseError(f"There is no record of a class at {self.path}.")
        os.close(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600))
        self._connection = sqlite3.connect(
            self.path, timeout=5, isolation_level=None, check_same_thread=False
        )
        mark = self._rows("PRAGMA application_id")[0][0]
        if mark != MARK and self._rows("SELECT count(*) FROM sqlite_master")[0][0]:
            raise CourseError(f"{self.path} is not the record of a class; choose another file.")
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute("PRAGMA synchronous=FULL")
        if mark != MARK:
            with self._transaction():
                for table in TABLES:
                    self._connection.execute(table)
                self._connection.execute(f"PRAGMA application_id={MARK}")
                self._connection.execute(f"PRAGMA user_version={LAYOUT}")
        if self._rows("PRAGMA user_version")[0][0] > LAYOUT:
            raise CourseError(f"{self.path} was written by a newer version of the course.")

    def setting(self, name: str, value: str) -> str:
        """What the record keeps under this name; ``value`` becomes that where there is nothing."""
        with self._transaction():
            self._connection.execute("INSERT OR IGNORE INTO settings VALUES (?, ?)", (name, value))
        return str(self._rows("SELECT value FROM settings WHERE name = ?", name)[0][0])

    def change_setting(self, name: str, value: str) -> None:
        """Keep another value under a name."""
        with self._transaction():
            self._connection.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (name, value))

    def member(self, key: str) -> int | None:
        """The number of the member with this key, or None."""
        return self._members.get(key)

    def members(self) -> int:
        """How many have ever joined."""
        return len(self._members)

    def count(self, member: int) -> int:
        """How many events of a member are kept."""
        return self._counts.get(member, 0)

    def add_member(self, key: str, event: Event) -> list[Kept]:
        """Let somebody in, or in again under the same key, and keep the event of joining."""
        with self._lock:
            with self._transaction():
                self._connection.execute("INSERT OR IGNORE INTO members (key) VALUES (?)", (key,))
                number = self._rows("SELECT number FROM members WHERE key = ?", key)[0][0]
                kept = self._insert(number, [event])
            self._members[key] = number
            return self._noted(number, kept)

    def add(self, member: int, events: Sequence[Event]) -> list[Kept]:
        """Keep events, all or none; gives those that were not there before, once on the disk."""
        with self._lock:
            with self._transaction():
                kept = self._insert(member, events)
            return self._noted(member, kept)

    def _insert(self, member: int, events: Sequence[Event]) -> list[Kept]:
        now, kept = self.clock(), []
        last = self._last.get(member, 0.0)
        for event in events:
            last = max(last, now - event.age)  # one member's events stand in the order they came
            row = Kept(member, last, event.kind, event.subject, event.value, event.misconception)
            added = self._connection.execute(
                "INSERT OR IGNORE INTO events (member, id, time, kind, subject, value, "
                "misconception) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (member, event.id, last, row.kind, row.subject, row.value, row.misconception),
            )
            if added.rowcount:
                kept.append(row)
        return kept

    def _noted(self, member: int, kept: list[Kept]) -> list[Kept]:
        if kept:
            self._last[member] = max(self._last.get(member, 0.0), kept[-1].time)
            self._counts[member] = self.count(member) + len(kept)
        return kept

    def events(self, until: float = float("inf")) -> list[Kept]:
        """Everything that happened up to a moment, in the order in which it happened."""
        rows = self._rows(
            "SELECT member, time, kind, subject, value, misconception FROM events "
            "WHERE time <= ? ORDER BY time, number",
            until,
        )
        return [Kept(*row) for row in rows]

    def span(self) -> tuple[float, float] | None:
        """When the first and the last event happened, or None before there are any."""
        first, last = self._rows("SELECT min(time), max(time) FROM events")[0]
        return None if first is None else (first, last)

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._connection.close()

    def _rows(self, query: str, *values: object) -> list[tuple]:
        with self._lock:
            return self._connection.execute(query, values).fetchall()

    def _transaction(self) -> _Transaction:
        return _Transaction(self._connection, self._lock)


@dataclass(frozen=True, slots=True)
class _Transaction:
    """Commits at the end of a ``with`` block, and takes everything back on an exception."""

    connection: sqlite3.Connection
    lock: threading.RLock

    def __enter__(self) -> None:
        self.lock.acquire()
        try:
            self.connection.execute("BEGIN IMMEDIATE")
        except BaseException:
            self.lock.release()
            raise

    def __exit__(self, kind: object, *_: object) -> None:
        try:
            if kind is None:
                self.connection.execute("COMMIT")
        finally:
            if self.connection.in_transaction:
                with suppress(sqlite3.Error):
                    self.connection.execute("ROLLBACK")
            self.lock.release()
