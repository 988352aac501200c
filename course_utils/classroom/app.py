"""The server's answers: joining and reporting for notebooks, the live view for the instructor."""

from __future__ import annotations

import asyncio
import hashlib
import json
import math
import secrets
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import anyio
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from course_utils.classroom.events import RefusedError, identifier, join_event, reports
from course_utils.classroom.export import as_csv
from course_utils.classroom.limits import Bucket, Buckets
from course_utils.classroom.state import Classroom
from course_utils.classroom.store import Store
from course_utils.classroom.vocabulary import vocabulary

PAGE = Path(__file__).parent / "page"
TICK = 0.5  # seconds between two looks at whether there is something new
STILL_HERE = 15.0  # seconds after which a silent stream says that it is still there
LONGEST_BODY = 16 * 1024
SLOWEST_BODY = 10.0  # seconds
MOST_VIEWERS = 100
MOST_EVENTS_EACH = 5_000
NO_TOKEN = "This page opens with the address that was printed when the server was started.\n"


@dataclass(frozen=True, slots=True)
class Rules:
    """What a class is run by: the code to join, the instructor's token, how many may join."""

    code: str
    token: str
    seats: int = 500
    closed: bool = False  # a replay: nobody joins, nothing is added


class Desk:
    """One class: its record, where it stands, and the answers to requests."""

    def __init__(self, store: Store, rules: Rules, ending: Callable[[], bool]) -> None:
        self.store, self.rules, self.ending = store, rules, ending
        self.classroom = Classroom(store.events())
        self.viewers = 0
        self.wrong_codes = Buckets(size=30, rate=0.5)
        self.reporting = Buckets(size=300, rate=3)
        self.everybody = Buckets(size=6_000, rate=600)
        self._told: tuple[Any, str] = ((), "")

    async def join(self, request: Request) -> Response:
        """Let somebody in who knows the code; the same key again is the same person."""
        raw = await self._message(request)
        self._check_code(raw, request)
        event = join_event(raw)
        key = _digest(identifier(raw["key"], "key"))
        member = self.store.member(key)
        if member is None and self.store.members() >= self.rules.seats:
            raise RefusedError(403, f"all {self.rules.seats} seats are taken")
        self._limit(key, member, 1)
        for kept in await run_in_threadpool(self.store.add_member, key, event):
            self.classroom.apply(kept)
        return JSONResponse({"name": event.value})

    async def events(self, request: Request) -> Response:
        """Keep a batch of reports; the answer is given once they are on the disk."""
        raw = await self._message(request)
        key = _digest(_bearer(request))
        member = self.store.member(key)
        if member is None:
            raise RefusedError(401, "join the class first")
        if set(raw) != {"events"}:
            raise RefusedError(422, "the message must hold events, and nothing else")
        batch = reports(raw["events"])
        self._limit(key, member, len(batch))
        for kept in await run_in_threadpool(self.store.add, member, batch):
            self.classroom.apply(kept)
        return JSONResponse({"kept": len(batch)})

    async def page(self, request: Request) -> Response:
        """The instructor's page; the token in its address becomes a cookie."""
        given = request.query_params.get("token", "")
        if not self._is_token(given) and not self._is_instructor(request):
            return PlainTextResponse(NO_TOKEN, status_code=401)
        answer = Response((PAGE / "index.html").read_bytes(), media_type="text/html")
        if self._is_token(given):
            answer.set_cookie(_cookie(request), given, httponly=True, samesite="strict")
        return answer

    async def live(self, request: Request) -> Response:
        """The stream of views: one at once, then one whenever something has changed."""
        self._instructor_only(request)
        if self.viewers >= MOST_VIEWERS:
            raise RefusedError(503, f"{MOST_VIEWERS} pages are looking on already", wait=30)
        return StreamingResponse(self._stream(), media_type="text/event-stream")

    async def _stream(self) -> AsyncIterator[str]:
        self.viewers += 1
        said, silent = "", 0.0
        try:
            while not self.ending():
                view = self._view()
                if view != said:
                    said, silent = view, 0.0
                    yield f"data: {view}\n\n"
                elif silent >= STILL_HERE:
                    silent = 0.0
                    yield ": still here\n\n"
                await asyncio.sleep(TICK)
                silent += TICK
        finally:
            self.viewers -= 1

    def _view(self) -> str:
        """The view as JSON, made anew only when something happened or a minute has passed."""
        now = self.store.clock()
        if self.rules.closed:
            now = (self.store.span() or (now, now))[1]
        version = (self.classroom.version, now // 60)
        if self._told[0] != version:
            view = self.classroom.view(now) | {"span": self.store.span()}
            self._told = (version, json.dumps(view, separators=(",", ":")))
        return self._told[1]

    async def state(self, request: Request) -> Response:
        """The view as it was at a moment, ``?at=`` in seconds since 1970."""
        self._instructor_only(request)
        moment = _number(request.query_params.get("at", ""))
        events = await run_in_threadpool(self.store.events, moment)
        return JSONResponse(Classroom(events).view(moment) | {"span": self.store.span()})

    async def vocabulary(self, request: Request) -> Response:
        """Titles and texts of exercises, known mistakes and questions; the code to join."""
        self._instructor_only(request)
        return JSONResponse(vocabulary() | {"code": self.rules.code, "closed": self.rules.closed})

    async def export(self, request: Request) -> Response:
        """The record as CSV, without names."""
        self._instructor_only(request)
        text = await run_in_threadpool(lambda: as_csv(self.store.events()))
        disposition = f'attachment; filename="{self.store.path.stem}.csv"'
        headers = {"Content-Disposition": disposition.encode("ascii", "replace").decode()}
        return Response(text, media_type="text/csv; charset=utf-8", headers=headers)

    async def _message(self, request: Request) -> dict[str, Any]:
        if self.rules.closed:
            raise RefusedError(403, "this is a replay; nobody can join or report")
        return await read_message(request)

    def _check_code(self, raw: dict[str, Any], request: Request) -> None:
        address = request.client.host if request.client else ""
        bucket = self.wrong_codes.of(address)
        _refuse_while(bucket, 1)
        given = raw.get("code")
        if not isinstance(given, str) or not _same(plain_code(given), plain_code(self.rules.code)):
            bucket.take(1)
            raise RefusedError(403, "that is not the code of this class")

    def _limit(self, key: str, member: int | None, count: int) -> None:
        if member is not None and self.store.count(member) + count > MOST_EVENTS_EACH:
            raise RefusedError(403, f"nobody may send more than {MOST_EVENTS_EACH} reports")
        buckets = self.reporting.of(key), self.everybody.of("all")
        for bucket in buckets:
            _refuse_while(bucket, count)
        for bucket in buckets:
            bucket.take(count)

    def _is_token(self, given: str) -> bool:
        return _same(given, self.rules.token)

    def _is_instructor(self, request: Request) -> bool:
        return self._is_token(request.cookies.get(_cookie(request), "")) or self._is_token(
            _bearer(request)
        )

    def _instructor_only(self, request: Request) -> None:
        if not self._is_instructor(request):
            raise RefusedError(401, "the instructor's token is needed")


def make_app(store: Store, rules: Rules, ending: Callable[[], bool] = lambda: False) -> Starlette:
    """The application for one class; streams end when ``ending`` says so."""
    desk = Desk(store, rules, ending)
    return Starlette(
        routes=[
            Route("/", desk.page),
            Route("/page.js", _asset("page.js", "text/javascript")),
            Route("/page.css", _asset("page.css", "text/css")),
            Route("/join", desk.join, methods=["POST"]),
            Route("/events", desk.events, methods=["POST"]),
            Route("/live", desk.live),
            Route("/state", desk.state),
            Route("/vocabulary", desk.vocabulary),
            Route("/export.csv", desk.export),
        ],
        exception_handlers={RefusedError: _refused, HTTPException: _not_found},
    )


async def read_message(request: Request) -> dict[str, Any]:
    """The JSON object in a request's body; RefusedError where it is something else."""
    if request.headers.get("content-type", "").split(";")[0].strip() != "application/json":
        raise RefusedError(415, "the message must be application/json")
    body = bytearray()
    try:
        with anyio.fail_after(SLOWEST_BODY):
            async for part in request.stream():
                body += part
                if len(body) > LONGEST_BODY:
                    raise RefusedError(413, f"a message may have {LONGEST_BODY} bytes at most")
    except TimeoutError as error:
        raise RefusedError(408, "the message took too long to arrive") from error
    try:
        message = json.loads(body.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise RefusedError(400, "the message is not JSON") from error
    if not isinstance(message, dict):
        raise RefusedError(400, "the message must be a JSON object")
    return message


def plain_code(code: str) -> str:
    """A code as it is compared: capitals or not, with hyphens and spaces or without."""
    return "".join(c for c in code[:100].upper() if c.isalnum())


def _asset(name: str, media_type: str) -> Callable[[Request], Response]:
    content = (PAGE / name).read_bytes()
    return lambda request: Response(content, media_type=media_type)


def _refused(_: Request, refused: RefusedError) -> Response:
    said: dict[str, Any] = {"error": refused.reason}
    if refused.index is not None:
        said["index"] = refused.index
    wait = {"Retry-After": str(math.ceil(refused.wait))} if refused.wait else {}
    return JSONResponse(said, status_code=refused.status, headers=wait)


def _not_found(_: Request, error: HTTPException) -> Response:
    return JSONResponse({"error": error.detail}, error.status_code, headers=error.headers)


def _refuse_while(bucket: Bucket, tokens: int) -> None:
    wait = bucket.wait(tokens)
    if wait > 0:
        raise RefusedError(429, "too many messages; try again later", wait=wait)


def _same(one: str, other: str) -> bool:
    """Whether two secrets are equal, in a time that does not tell where they differ."""
    return secrets.compare_digest(one.encode(), other.encode())


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()


def _bearer(request: Request) -> str:
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    return given.strip() if scheme.lower() == "bearer" else ""


def _cookie(request: Request) -> str:
    """The name of the cookie: one for each port, since cookies do not tell ports apart."""
    return f"classroom_{request.url.port or 80}"


def _number(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise RefusedError(422, "at must be a number of seconds since 1970")
    return number
