"""The record of a class as CSV, to be opened in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import datetime, timezone

from course_utils.classroom.store import Kept

HEADER = ("time", "person", "name", "kind", "subject", "value", "misconception")
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(events: Iterable[Kept], names: bool = False) -> str:
    """One row per event, times in UTC; the names that people chose only where asked for."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(HEADER)
    called: dict[int, str] = {}
    for event in events:
        if event.kind == "join":
            called[event.member] = event.value
        moment = datetime.fromtimestamp(event.time, timezone.utc)
        name = called.get(event.member, "") if names else ""
        value = "" if event.kind == "join" else event.value
        cells = (event.kind, event.subject, value, event.misconception)
        when = moment.isoformat(timespec="seconds")
        rows.writerow([when, f"P{event.member}", _no_formula(name), *cells])
    return out.getvalue()


def _no_formula(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text
