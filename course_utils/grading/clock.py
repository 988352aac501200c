"""The time that a process has used for itself, on a machine that is busy with others."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

FRESH = 0.05  # seconds for which a look at the system's count is good enough


class Clock:
    """Seconds since the last start, without those in which the process waited for a processor.

    Linux counts the latter (see proc_pid_schedstat in its documentation); where it does not, all
    seconds count. A request lasts a fraction of a millisecond, so the count is looked at only
    where it can matter: for a request that lasts, and no more often than ``FRESH`` says.
    """

    def __init__(self, pid: int) -> None:
        self._file = Path(f"/proc/{pid}/schedstat")
        self._waited, self._looked = 0.0, 0.0
        self.start()

    def start(self) -> None:
        self._since = time.monotonic()
        if self._since - self._looked > FRESH:
            self._look()
        self._before = self._waited

    def seconds(self) -> float:
        elapsed = time.monotonic() - self._since
        if elapsed < FRESH:
            return elapsed
        self._look()
        return max(0.0, elapsed - (self._waited - self._before))

    def _look(self) -> None:
        """Note how long the process has waited for a processor in its life."""
        self._looked = time.monotonic()
        with suppress(OSError, IndexError, ValueError):  # it has ended, or the system does not say
            self._waited = int(self._file.read_text().split()[1]) / 1e9
