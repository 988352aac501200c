"""The sandbox of one process: its zygotes, started when needed, which give out workers."""

from __future__ import annotations

import threading

from course_utils.grading.limits import Limits
from course_utils.grading.protection import Protection
from course_utils.grading.workers import Worker
from course_utils.grading.zygotes import ReadyFor, SandboxError, Unprotected, Zygote


class Sandbox:
    """Gives workers to any number of threads, and starts what they are forked from.

    Raises
    ------
    SandboxError
        If it does not start.
    """

    def __init__(self, protection: Protection, limits: Limits, without: frozenset[str]) -> None:
        self._protection, self._limits, self._without = protection, limits, without
        self._lock = threading.Lock()
        self._closed = False
        self._zygotes: dict[ReadyFor, Zygote | Unprotected] = {}
        self._zygote("numbers")

    def worker(self, ready_for: ReadyFor) -> Worker:
        """A fresh worker. Raises SandboxError where there is none to be had."""
        zygote = self._zygote(ready_for)
        try:
            return zygote.worker()
        except SandboxError:  # once more, from the beginning
            self._leave(ready_for, zygote)
            return self._zygote(ready_for).worker()

    def _zygote(self, ready_for: ReadyFor) -> Zygote | Unprotected:
        with self._lock:
            if self._closed:
                raise SandboxError("the grading was ended")
            if ready_for not in self._zygotes:
                self._zygotes[ready_for] = self._started(ready_for)
            return self._zygotes[ready_for]

    def _started(self, ready_for: ReadyFor) -> Zygote | Unprotected:
        if self._protection is Protection.NONE:
            return Unprotected()
        namespaces = self._protection is Protection.NAMESPACES
        return Zygote(namespaces, self._limits, self._without, ready_for)

    def _leave(self, ready_for: ReadyFor, zygote: Zygote | Unprotected) -> None:
        with self._lock:
            if self._zygotes.get(ready_for) is zygote:  # and no other thread was faster
                del self._zygotes[ready_for]
                zygote.close()

    def close(self) -> None:
        """End every process of it, also those at work."""
        with self._lock:
            self._closed = True
            for zygote in self._zygotes.values():
                zygote.close()
