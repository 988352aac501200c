"""A class to try things on: a server of its own in a thread, raw requests, simulated students."""

from __future__ import annotations

import http.client
import json
import random
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from course_utils.catalog import SHEETS
from course_utils.catalog.questions import QUESTIONS
from course_utils.classroom import serving
from course_utils.classroom.store import Store
from course_utils.notebook.sending import Membership, Sender


@dataclass
class Reply:
    """What came back: the status, the headers, the body."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class AClass:
    """A running server, and ways to ask it."""

    host: str
    port: int
    code: str
    token: str
    store: Store

    @property
    def url(self) -> str:
        return f"http://{self.host}:{self.port}"

    def ask(
        self, path: str, method: str = "GET", body: bytes | None = None, **headers: str
    ) -> Reply:
        """One raw request; header names are written with underscores for hyphens."""
        named = {name.replace("_", "-"): text for name, text in headers.items()}
        connection = http.client.HTTPConnection(self.host, self.port, timeout=10)
        try:
            connection.request(method, path, body, named)
            got = connection.getresponse()
            return Reply(got.status, got.headers, got.read())
        finally:
            connection.close()

    def view(self, path: str, **headers: str) -> Reply:
        """A request as the instructor."""
        return self.ask(path, Authorization=f"Bearer {self.token}", **headers)

    def state(self) -> Any:
        """Where the class stands."""
        return self.view(f"/state?at={time.time() + 1}").json

    def post(self, path: str, message: Any, key: str = "", **headers: str) -> Reply:
        """A message as a notebook sends it."""
        named = {"Content_Type": "application/json", "Authorization": f"Bearer {key}"}
        body = message if isinstance(message, bytes) else json.dumps(message).encode()
        return self.ask(path, "POST", body, **{**named, **headers})

    def join(self, name: str = "Ada", **changes: Any) -> Reply:
        """A request to join, right unless changed."""
        message = {"code": self.code, "key": an_id(), "id": an_id(), "name": name}
        return self.post("/join", {**message, **changes})

    def member(self, name: str = "Ada") -> str:
        """The key of somebody who has joined."""
        key = an_id()
        assert self.join(name, key=key).status == 200
        return key


def an_id() -> str:
    return secrets.token_hex(16)


def a_check(status: str = "failed", **changes: Any) -> dict[str, Any]:
    """A report of a check, right unless changed."""
    report = {"id": an_id(), "kind": "check", "age": 0.0, "exercise": "softmax", "status": status}
    return {**report, "misconception": "X1" if status == "failed" else "", **changes}


@contextmanager
def a_class(
    path: Path, port: int = 0, names: tuple[str, ...] = (), **rules: Any
) -> Iterator[AClass]:
    """A server on the record at ``path``, stopped at the end."""
    store = Store(path)
    ruled = replace(serving.rules_of(store, None, 500), **rules)
    with serving.open_socket("127.0.0.1", port) as listening:
        server = serving.make_server(store, ruled, listening, names)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            until(lambda: server.started)
            yield AClass("127.0.0.1", listening.getsockname()[1], ruled.code, ruled.token, store)
        finally:
            server.should_exit = True
            thread.join()
            store.close()


def until(holds: Callable[[], Any], seconds: float = 20.0) -> Any:
    """What ``holds`` gives as soon as it is true; AssertionError where that takes too long."""
    end = time.monotonic() + seconds
    while not (found := holds()):
        assert time.monotonic() < end, "it did not come to hold in time"
        time.sleep(0.01)
    return found


def students(url: str, code: str, count: int) -> list[Sender]:
    """So many notebooks, joining."""
    senders = [Sender(Membership(url, code, an_id(), f"Student {k}")) for k in range(count)]
    for sender in senders:
        sender.start()
    return senders


def an_hour(senders: list[Sender], sheet: str, seed: int) -> int:
    """What a class reports that works on a sheet: some pass, some err; how many reports."""
    count = 0
    draw = random.Random(seed)
    questions = [question for question in QUESTIONS.values() if question.lesson == sheet[:2]]
    for k, sender in enumerate(senders):
        for exercise in SHEETS[sheet][: draw.randint(2, len(SHEETS[sheet]))]:
            passed = draw.random() < 0.6
            ids = ["", *(mistake.id for mistake in exercise.mistakes[:3])]
            sender.put(
                "check",
                exercise=exercise.name,
                status="passed" if passed else "failed",
                misconception="" if passed else draw.choice(ids),
            )
            count += 1
        for question in questions[:3]:
            letter = draw.choice([question.answer, draw.choice(question.options).letter])
            sender.put("answer", question=question.id, letter=letter)
            count += 1
        if k % 7 == 3:
            sender.put("hand", raised=True)
            count += 1
    return count
