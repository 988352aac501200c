"""Serving the judge's requests: run a cell, call an answer, hand over a value."""

from __future__ import annotations

import os
import random
import signal
import sys
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np

from .calling import LateNames, flags_in, kind_of, line_of, signature_misfit
from .frames import packed, parsed, received, told
from .reading import Reader
from .shell import OURS, Shell, Sink, run_cell, said_by
from .stand_in import Nothing
from .writing import TooMuchError, Writer

MOST_UNSENT = 2**20  # bytes
ROUNDS = 10  # after so many Python has adapted its instructions to what they do
Reply = tuple[dict[str, Any], bytes]


class Server:
    """Answers requests from one channel, a pair of descriptors, until it is closed."""

    def __init__(self, shell: Shell, incoming: int, outgoing: int) -> None:
        self._shell, self._incoming, self._outgoing = shell, incoming, outgoing
        self._got, self._unsent = memoryview(b""), b""
        self._busy = False
        self._fits: set[tuple[str, int]] = set()
        self._seeded = ""
        self._late = LateNames()

    def serve(self) -> None:
        """Answer until the judge goes away."""
        signal.signal(signal.SIGINT, self._interrupted)
        self._unsent = packed(told({"ready": True}))
        while True:
            try:
                ticket, header, raw = received(self._read)
            except EOFError:
                return
            reply, numbers = self._reply(parsed(header), raw)
            self._unsent += packed(told(reply), numbers, ticket)
            if len(self._unsent) > MOST_UNSENT:
                self._send()

    def _interrupted(self, *_: Any) -> None:
        if self._busy:  # and not between two requests
            raise KeyboardInterrupt

    def _reply(self, header: dict[str, Any], raw: bytes) -> Reply:
        serve: dict[str, Callable[[], Reply]] = {
            "cell": lambda: (self._cell(header["source"]), b""),
            "call": lambda: self._one(header["name"], Reader(raw).parts(header["arguments"])),
            "calls": lambda: self._calls(header["name"], header["calls"], Reader(raw)),
            "value": lambda: self._value(header["name"]),
        }
        return serve[header["do"]]()

    def _cell(self, source: str) -> dict[str, str]:
        ended: dict[str, str] = self._busily(lambda: run_cell(self._shell, source))
        self._late.after_cell(self._shell.user_ns)
        return ended

    def _busily(self, work: Callable[[], Any]) -> Any:
        self._busy = True
        try:
            return work()
        finally:
            self._busy = False

    def _value(self, name: str) -> Reply:
        names = self._shell.user_ns
        if name not in names:
            return {"kind": "missing"}, b""
        return _told_alone(lambda writer: _returned(names[name], frozenset(), (), writer))

    def _one(self, name: str, arguments: tuple[Any, ...]) -> Reply:
        return _told_alone(lambda writer: self._call(name, arguments, writer))

    def _calls(self, name: str, calls: list[Any], given: Reader) -> Reply:
        """All calls of an answer in one frame; nothing where that would be too large a frame."""
        self._seeded = ""
        writer, done = Writer(), []
        try:
            for nodes in calls:
                done.append(self._call(name, given.parts(nodes), writer))
                if done[-1]["kind"] in ("missing", "signature"):
                    break
        except (TooMuchError, MemoryError):
            self._seeded = ""
            return {"done": None}, b""
        return {"done": done}, writer.raw

    def _call(self, name: str, arguments: tuple[Any, ...], writer: Writer) -> dict[str, Any]:
        names = self._shell.user_ns
        if name not in names:
            return {"kind": "missing"}
        answer = names[name]
        if not callable(answer):
            return {"kind": "signature", "message": f"it is {kind_of(answer)}, not a function"}
        if (name, len(arguments)) not in self._fits:
            misfit = signature_misfit(answer, len(arguments))
            if misfit:
                return {"kind": "signature", "message": misfit}
            self._fits.add((name, len(arguments)))
        if self._seeded != name:  # the same for everybody, whatever was drawn before
            random.seed(0)
            np.random.seed(0)
            self._seeded = name
            self._late.before_call(name, names)
        return self._observe(answer, arguments, writer)

    def _observe(self, answer: Any, arguments: tuple[Any, ...], writer: Writer) -> dict[str, Any]:
        before = [_bytes_of(argument) for argument in arguments]
        sys.stdout, sys.stderr = Sink(), Sink()
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            Nothing.answering = True
            try:
                with np.errstate(over="warn", invalid="warn", divide="warn", under="ignore"):
                    value = self._busily(lambda: answer(*arguments))
            except BaseException as error:  # also SystemExit, and the judge's interrupt
                return _raised(error)
            finally:
                Nothing.answering = False
        after = [_bytes_of(argument) for argument in arguments]
        modified = tuple(k for k, old in enumerate(before) if old != after[k])
        return _returned(value, flags_in(caught), modified, writer)

    def _read(self, count: int) -> bytes:
        while len(self._got) < count:
            self._send()  # before it waits: the judge is woken once for requests that came together
            part = os.read(self._incoming, max(65536, count))
            if not part:
                raise EOFError
            self._got = memoryview(self._got.tobytes() + part)
        data, self._got = self._got[:count].tobytes(), self._got[count:]
        return data

    def _send(self) -> None:
        while self._unsent:
            self._unsent = self._unsent[os.write(self._outgoing, self._unsent) :]


def warm(shell: Shell) -> None:
    """Answer a few requests, so that no submission pays for first times."""
    numbers = (np.ones((2, 3)), np.ones((3, 2), np.float32), 1.5, [np.ones(2), np.arange(2)])
    writer = Writer()
    calls = [[writer.node(each) for each in numbers]]
    cell = "import numpy as np\ndef warm(x, y, z, t):\n    return np.exp(x) @ y, z"
    for _ in range(ROUNDS):
        server = Server(shell, -1, -1)
        server._cell(cell)
        request = parsed(told({"do": "calls", "name": "warm", "calls": calls}))
        reply, raw = server._reply(request, writer.raw)
        packed(told(reply), raw)
    shell.begin_anew()


def _told_alone(tell: Callable[[Writer], dict[str, Any]]) -> Reply:
    """One reply and its bytes; of a value that is too large for a frame, only that."""
    writer = Writer()
    try:
        return tell(writer), writer.raw
    except (TooMuchError, MemoryError):
        node = ["other", "value_of_many_megabytes"]
        return {"kind": "returned", "value": node, "flags": [], "modified": []}, b""


def _returned(
    value: Any, flags: frozenset[str], modified: tuple[int, ...], writer: Writer
) -> dict[str, Any]:
    node = writer.node(value)
    return {"kind": "returned", "value": node, "flags": sorted(flags), "modified": list(modified)}


def _raised(error: BaseException) -> dict[str, Any]:
    return {
        "kind": "raised",
        "error": type(error).__name__,
        "message": said_by(error),
        "where": line_of(error.__traceback__, OURS),
    }


def _bytes_of(argument: Any) -> Any:
    """What an argument holds, in a form that a later change does not reach."""
    if isinstance(argument, list):
        return [_bytes_of(entry) for entry in argument]
    if isinstance(argument, np.ndarray):
        return argument.shape, argument.dtype.str, argument.tobytes()
    return None  # numbers and texts cannot be changed
