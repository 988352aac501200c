"""A worker as the judge sees it: frames out, frames in, time kept, and an end that is certain."""

from __future__ import annotations

import os
import queue
import secrets
import select
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

from course_utils.grading.clock import Clock
from course_utils.grading.inside.frames import (
    LARGEST,
    TICKET,
    BreachError,
    Message,
    packed,
    parsed,
    received,
)

GRACE = 0.25  # seconds that an interrupted worker has to answer before it is ended
PART = 2**20  # bytes read at once
LOOK = 0.05  # seconds between two looks at the clock, once the time is nearly up


class WorkerDiedError(Exception):
    """The process ended, or broke the protocol and was ended; the text says how."""


class TimeIsUpError(Exception):
    """The request took too long."""


class Worker:
    """One process that serves one submission, over ``line`` (see SocketLine and PipeLine)."""

    def __init__(self, line: Any, clock: Clock, end: Callable[[], int | None]) -> None:
        self._line, self._clock, self._end = line, clock, end
        self.seconds = 0.0  # that the requests took so far
        self.alive = True

    def greeted(self, seconds: float) -> Worker:
        """Itself, once it is ready to serve; WorkerDiedError says why it is not."""
        self._clock.start()
        try:
            _, header, _ = received(lambda count: self._read(count, seconds))
            fault = parsed(header).get("fault", "")
        except (TimeIsUpError, BreachError, EOFError, OSError):
            fault = "it did not start in time, or ended at once"
        if fault:
            self.end()
            raise WorkerDiedError(str(fault))
        return self

    def ask(self, request: Message, seconds: float) -> Message:
        """The reply to a request: its header, still to be read with every doubt, and its bytes.

        When the time is up the worker is interrupted, and ended where that does not help. Raises
        TimeIsUpError or WorkerDiedError.
        """
        self._clock.start()
        try:
            (ticket,) = self._send([request])
            return self._reply(ticket, seconds)
        except TimeIsUpError:
            if not self._interrupted():
                self.end()
            raise
        except BreachError as breach:
            self.end()
            raise WorkerDiedError(f"it broke the rules of the grader ({breach})") from None
        except (EOFError, OSError):
            raise WorkerDiedError(_how(self.end())) from None
        finally:
            self.seconds += self._clock.seconds()

    def ask_all(self, requests: Sequence[Message], seconds: float) -> list[Message] | None:
        """The replies to all requests; None, and the worker ended, unless all come in time.

        They are sent in one go, so that neither side waits for the other in between. All replies
        together may be as large as one frame.
        """
        self._clock.start()
        replies: list[Message] = []
        try:
            for ticket in self._send(requests):
                replies.append(self._reply(ticket, seconds))
                if sum(len(header) + len(raw) for header, raw in replies) > LARGEST:
                    raise BreachError("replies that are too large together")
            return replies
        except (TimeIsUpError, BreachError, EOFError, OSError):
            self.end()
            return None
        finally:
            self.seconds += self._clock.seconds()

    def _send(self, requests: Sequence[Message]) -> list[bytes]:
        """Send requests; returns their tickets."""
        if self._line.has_more():
            raise BreachError("it spoke without being asked")
        tickets = [secrets.token_bytes(TICKET) for _ in requests]
        frames = (packed(*each, ticket) for each, ticket in zip(requests, tickets, strict=True))
        self._line.begin(b"".join(frames))
        return tickets

    def _reply(self, ticket: bytes, seconds: float) -> Message:
        answered, header, numbers = received(lambda count: self._read(count, seconds))
        if answered != ticket:
            raise BreachError("its reply belongs to no request")
        return header, numbers

    def _read(self, count: int, seconds: float) -> bytes:
        while True:
            data: bytes | None = self._line.read(count, self._patience(seconds))
            if data is not None:
                return data
            if self._clock.seconds() >= seconds:
                raise TimeIsUpError

    def _patience(self, seconds: float) -> float:
        return max(LOOK, seconds - self._clock.seconds())

    def _interrupted(self) -> bool:
        """Ask the worker to stop what it does; True where it does so and answers again."""
        if self._line.interrupt():
            end = self._clock.seconds() + GRACE
            try:
                received(lambda count: self._read_in_grace(count, end))
                return True
            except (EOFError, OSError, BreachError):
                pass
        return False

    def _read_in_grace(self, count: int, end: float) -> bytes:
        while self._clock.seconds() < end:
            data: bytes | None = self._line.read(count, LOOK)
            if data is not None:
                return data
        raise EOFError

    def end(self) -> int | None:
        """End the process and everything in it; how it ended, where that is known."""
        if not self.alive:
            return None
        self.alive = False
        try:
            return self._end()
        finally:
            self._line.close()


def _how(code: int | None) -> str:
    if code is None:
        return "it is gone"
    if code >= 0:
        return f"it ended itself (exit code {code})"
    try:
        return f"it was ended by the signal {signal.Signals(-code).name}"
    except ValueError:
        return f"it was ended by the signal {-code}"


class SocketLine:
    """A stream socket to a forked child, and a handle of the process (a pidfd)."""

    def __init__(self, channel: socket.socket, pidfd: int) -> None:
        self._socket, self._pidfd = channel, pidfd
        self._socket.setblocking(False)
        self._descriptor = channel.fileno()
        self._events = select.poll()
        self._events.register(self._descriptor, select.POLLIN)
        self._waiting = memoryview(b"")  # to be sent
        self._got = b""

    def begin(self, frame: bytes) -> None:
        self._waiting = memoryview(frame)
        self._send()
        if self._waiting:
            self._events.modify(self._descriptor, select.POLLIN | select.POLLOUT)

    def has_more(self) -> bool:
        return bool(self._got)

    def read(self, count: int, patience: float) -> bytes | None:
        """Exactly so many bytes; None where they do not come in time. EOFError at the end."""
        if len(self._got) < count:
            self._wait(patience)
        if len(self._got) < count:
            return None
        data, self._got = self._got[:count], self._got[count:]
        return data

    def _wait(self, patience: float) -> None:
        for _, event in self._events.poll(1000 * patience):
            if event & select.POLLOUT:
                self._send()
                if not self._waiting:
                    self._events.modify(self._descriptor, select.POLLIN)
            if event & ~select.POLLOUT:
                part = os.read(self._descriptor, PART)
                if not part:
                    raise EOFError
                self._got += part

    def _send(self) -> None:
        with suppress(BlockingIOError):
            self._waiting = self._waiting[os.write(self._descriptor, self._waiting) :]

    def interrupt(self) -> bool:
        try:
            signal.pidfd_send_signal(self._pidfd, signal.SIGINT)
        except ProcessLookupError:
            return False
        return True

    def close(self) -> None:
        self._socket.close()
        os.close(self._pidfd)


class PipeLine:
    """The standard streams of a process, read by a thread: works on every platform."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._got = bytearray()
        self._ended = False
        self._parts: queue.Queue[bytes] = queue.Queue(maxsize=64)
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        descriptor = self._process.stdout.fileno()
        part = b"?"
        while part:
            try:
                part = os.read(descriptor, 65536)
            except OSError:
                part = b""
            self._parts.put(part)

    def begin(self, frame: bytes) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(frame)
        self._process.stdin.flush()

    def has_more(self) -> bool:
        return bool(self._got) or (not self._ended and not self._parts.empty())

    def read(self, count: int, patience: float) -> bytes | None:
        """As SocketLine.read does."""
        if len(self._got) < count:
            if self._ended:
                raise EOFError
            try:
                part = self._parts.get(timeout=patience)
            except queue.Empty:
                return None
            self._ended = not part
            self._got += part
            if len(self._got) < count:
                return None
        data, self._got = bytes(self._got[:count]), self._got[count:]
        return data

    def interrupt(self) -> bool:
        if sys.platform == "win32":
            return False
        self._process.send_signal(signal.SIGINT)
        return True

    def close(self) -> None:
        """The streams are closed with the process."""
