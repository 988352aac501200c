"""Ending a call that does not return, in the same process and on every platform.

A watching thread asks the main thread to stop as Ctrl-C would, again and again until it does. That
ends Python code. A single long operation inside a library (say ``10**10**10``), or a loop that
catches every interrupt while it waits, can only be ended by restarting the kernel.
"""

from __future__ import annotations

import _thread
import signal
import threading
import time
from collections.abc import Callable
from typing import Any

LOOK_EVERY = 0.05  # seconds between two looks of the watching thread
IDLE_LOOKS = 20  # after so many looks with nothing to watch the thread ends


class TookTooLongError(Exception):
    """The call did not return within its time."""


class _Watch:
    """One deadline at a time, watched by a thread that lives as long as it is needed."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._end: float | None = None
        self._fired = False
        self._thread: threading.Thread | None = None

    def arm(self, seconds: float) -> None:
        with self._lock:
            self._end, self._fired = time.monotonic() + seconds, False
            if self._thread is None:
                self._thread = threading.Thread(target=self._look, daemon=True)
                self._thread.start()

    def disarm(self) -> bool:
        """Stop watching; True where the deadline had passed."""
        with self._lock:
            self._end = None
            return self._fired

    def _look(self) -> None:
        idle = 0
        while True:
            time.sleep(LOOK_EVERY)
            with self._lock:
                idle = idle + 1 if self._end is None else 0
                if idle > IDLE_LOOKS:
                    self._thread = None
                    return
                if self._end is not None and time.monotonic() > self._end:
                    self._fired = True  # and again at the next look, should it be swallowed
                    _interrupt_the_main_thread()


def _interrupt_the_main_thread() -> None:
    """As Ctrl-C would; where the system can, also out of a call that sleeps or waits."""
    if hasattr(signal, "pthread_kill"):
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
    else:
        _thread.interrupt_main()


_watch = _Watch()


def within(seconds: float, work: Callable[[], Any]) -> Any:
    """What ``work()`` returns or raises; TookTooLongError where it needs more than ``seconds``.

    Off the main thread, where nothing can be interrupted, the time is not limited.
    """
    if threading.current_thread() is not threading.main_thread():
        return work()
    previous = signal.signal(signal.SIGINT, signal.default_int_handler)
    fired = False
    try:
        _watch.arm(seconds)
        try:
            return work()
        finally:
            fired = _watch.disarm()
            if fired:
                _let_the_interrupt_arrive()
                raise TookTooLongError
    except KeyboardInterrupt:
        if fired or _watch.disarm():
            raise TookTooLongError from None
        raise
    finally:
        signal.signal(signal.SIGINT, previous)


def _let_the_interrupt_arrive() -> None:
    """Take delivery of an interrupt that was asked for but has not been raised yet."""
    try:
        time.sleep(0.001)
    except KeyboardInterrupt:
        return
