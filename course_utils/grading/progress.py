"""Showing how far a grading is: a bar on a terminal, plain lines elsewhere, nothing when quiet."""

from __future__ import annotations

import time
from collections import Counter
from typing import Any, TextIO

from course_utils.checking.verdict import Status

SECONDS_BETWEEN_LINES = 5.0
SHORT = {
    Status.PASSED: "passed",
    Status.UNSTABLE: "unstable",
    Status.FAILED: "failed",
    Status.ERRORED: "failed",
    Status.TIMED_OUT: "failed",
    Status.CRASHED: "failed",
    Status.NOT_ATTEMPTED: "not tried",
    Status.GRADER_ERROR: "not graded",
}


class Progress:
    """Told of every submission that is done; ``total`` of them are to come."""

    def __init__(self, total: int, stream: TextIO, quiet: bool = False) -> None:
        self._total, self._stream, self._quiet = total, stream, quiet
        self._done, self._counts, self._said = 0, Counter[str](), time.monotonic()
        self._bar: Any = None
        if not quiet and total and stream.isatty():
            from tqdm import tqdm

            self._bar = tqdm(total=total, file=stream, unit=" submissions", dynamic_ncols=True)

    def done(self, statuses: list[Status]) -> None:
        """One more submission is graded, with these statuses."""
        self._done += 1
        self._counts.update(SHORT[status] for status in statuses)
        if self._bar is not None:
            self._bar.set_postfix(self._counts, refresh=False)
            self._bar.update()
        elif not self._quiet and self._due():
            self._say()

    def _due(self) -> bool:
        now = time.monotonic()
        if self._done < self._total and now - self._said < SECONDS_BETWEEN_LINES:
            return False
        self._said = now
        return True

    def _say(self) -> None:
        counts = ", ".join(f"{count} {word}" for word, count in sorted(self._counts.items()))
        self._stream.write(f"{self._done} of {self._total} submissions; exercises: {counts}\n")
        self._stream.flush()

    def close(self) -> None:
        """Leave the terminal as it was."""
        if self._bar is not None:
            self._bar.close()
