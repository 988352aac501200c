"""Sending reports to the live view of a class, from a thread of its own, whatever the network does.

Putting a report in takes microseconds and cannot fail. A daemon thread sends what is there, in
order, at most ``AT_ONCE`` in one message, and keeps every report until the server has said that it
is on its disk; each carries an id of its own, so that sending it again never counts twice. While
the server cannot be reached the thread tries again after growing pauses, and at most ``MOST``
reports wait in memory, the oldest giving way. Nothing here prints or raises.
"""

from __future__ import annotations

import ipaddress
import json
import random
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.client import HTTPException
from typing import Any
from urllib import request
from urllib.parse import urlsplit

MOST = 500
AT_ONCE = 50
TIMEOUT = 5.0  # seconds for a connection, and for each answer from it
LONGEST_REPLY = 4_096
OLDEST = 24 * 3600.0  # the age in seconds that a report may have; an older one says this
LONGEST_PAUSE = 30.0
AGAIN = frozenset({401, 408, 425, 429})  # refusals that a later attempt may not meet


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server said: an HTTP status (0: it was not reached) and the JSON beside it."""

    status: int
    said: Mapping[str, Any] = field(default_factory=dict)
    wait: float = 0.0

    @property
    def is_final(self) -> bool:
        """Whether asking again would change nothing."""
        return 200 <= self.status < 500 and self.status not in AGAIN


@dataclass(frozen=True, slots=True)
class Membership:
    """Who somebody is in one class: its address and code, a secret key, and the name chosen."""

    url: str
    code: str
    key: str
    name: str


class Sender:
    """Joins a class and sends its reports until it is stopped.

    ``first`` is set once the server has answered the request to join, or could not be reached;
    ``joined`` and ``refusal`` say with which result.
    """

    def __init__(self, membership: Membership) -> None:
        self.membership = membership
        self.first = threading.Event()
        self.joined, self.refusal = False, ""
        self.trouble = ""
        self._opener = _opener(membership.url)
        self._waiting: OrderedDict[str, tuple[float, dict[str, Any]]] = OrderedDict()
        self._changed = threading.Condition()
        self._last_call: float | None = None  # when to stop, even with reports left
        self._thread = threading.Thread(target=self._run, name="classroom", daemon=True)

    def start(self) -> None:
        """Begin to send."""
        self._thread.start()

    def put(self, kind: str, **what: Any) -> None:
        """Hand over one report; returns at once."""
        with self._changed:
            if self._last_call is not None or self.refusal:
                return
            self._waiting[secrets.token_hex(16)] = (time.monotonic(), {"kind": kind, **what})
            if len(self._waiting) > MOST:
                self._waiting.popitem(last=False)
            self._changed.notify_all()

    def stop(self, seconds: float) -> bool:
        """Send what is left for so many seconds at most, then no more; whether all of it went."""
        with self._changed:
            self._last_call = time.monotonic() + seconds
            self._changed.notify_all()
        self._thread.join(seconds)
        with self._changed:
            return not self._waiting

    def _run(self) -> None:
        failures = 0
        while True:
            with self._changed:
                self._changed.wait_for(lambda: not self.joined or self._waiting or self._is_over())
                if self._is_over():
                    return
            try:
                answer = self._send_batch() if self.joined else self._join()
            except Exception as fault:  # a mistake of ours must not show in a learner's cell
                answer = Answer(0, {"error": type(fault).__name__})
            self.trouble = "" if answer.is_final else str(answer.said.get("error", ""))[:200]
            failures = 0 if answer.is_final else failures + 1
            self.first.set()
            if self.refusal:
                return
            if failures:
                pause = min(LONGEST_PAUSE, 2.0 ** min(failures - 1, 10)) * random.uniform(0.7, 1.0)
                self._pause(max(pause, min(answer.wait, 60.0)))

    def _is_over(self) -> bool:
        if self._last_call is None:
            return False
        return not (self.joined and self._waiting) or time.monotonic() >= self._last_call

    def _pause(self, seconds: float) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._last_call is not None, seconds)
            over = self._last_call
        if over is not None:
            time.sleep(min(0.1, max(0.0, over - time.monotonic())))

    def _join(self) -> Answer:
        who = self.membership
        message = {"code": who.code, "key": who.key, "name": who.name, "id": secrets.token_hex(16)}
        answer = self._post("/join", message)
        if answer.status == 200:
            self.joined = True
        elif answer.is_final:
            self.refusal = str(answer.said.get("error", f"status {answer.status}"))[:200]
        return answer

    def _send_batch(self) -> Answer:
        with self._changed:
            batch = list(self._waiting.items())[:AT_ONCE]
            now = time.monotonic()  # after the last of them was put in
        reports = [{"id": id, "age": min(now - then, OLDEST), **what} for id, (then, what) in batch]
        answer = self._post("/events", {"events": reports})
        if answer.status == 401:  # another record at this address: join that class
            self.joined = False
        elif answer.is_final:
            done = [id for id, _ in batch]
            index = answer.said.get("index")
            if answer.status != 200 and isinstance(index, int) and 0 <= index < len(done):
                done = [done[index]]  # one report is not understood there; the others are sent
            with self._changed:
                for id in done:
                    self._waiting.pop(id, None)
        return answer

    def _post(self, path: str, message: Mapping[str, Any]) -> Answer:
        """One request and its answer; nothing that the other side does makes this raise."""
        headers = {
            "Content-Type": "application/json",
            "Authorization": f"Bearer {self.membership.key}",
        }
        body = json.dumps(message).encode("ascii")
        asked = request.Request(self.membership.url + path, body, headers, method="POST")
        try:
            with self._opener.open(asked, timeout=TIMEOUT) as reply:
                text = reply.read(LONGEST_REPLY)
                said, status = json.loads(text), reply.status
                wait = float(reply.headers.get("Retry-After", 0))
        except (OSError, ValueError, RecursionError, HTTPException) as error:
            return Answer(0, {"error": str(getattr(error, "reason", error))})
        if not isinstance(said, dict) or not {"name", "kept", "error"} & set(said):
            return Answer(0, {"error": "what answers there is not the live view of a class"})
        return Answer(status, said, wait)


def _opener(url: str) -> request.OpenerDirector:
    """Opens this server and no other: no redirects, and no proxy on the way to a local address."""
    opener = request.OpenerDirector()
    proxies = {} if _is_local(urlsplit(url).hostname or "") else None
    for handler in (
        request.ProxyHandler(proxies),
        request.HTTPHandler(),
        request.HTTPSHandler(),
    ):
        opener.add_handler(handler)
    return opener


def _is_local(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return host == "localhost" or "." not in host or host.endswith(".local")
