"""The time that a process has used for itself, on a machine that is busy with others."""

from __future__ import annotations

import time
from pathlib import Path


class Clock:
    """Seconds since the last start, without those in which the process waited for a processor.

    Linux counts the latter (see proc_pid_schedstat in its documentation); where it does not, all
    seconds count.
    """

    def __init__(self, pid: int) -> None:
        self._file = Path(f"/proc/{pid}/schedstat")
        self._last = 0.0
        self.start()

    def start(self) -> None:
        self._since, self._waited = time.monotonic(), self._waiting()

    def seconds(self) -> float:
        elapsed = time.monotonic() - self._since
        return max(0.0, elapsed - (self._waiting() - self._waited))

    def _waiting(self) -> float:
        """Seconds of waiting for a processor in the process's life, as last seen."""
        try:
            self._last = int(self._file.read_text().split()[1]) / 1e9
        except (OSError, IndexError, ValueError):
            return self._last  # the process has ended, or the system does not say
        return self._last
