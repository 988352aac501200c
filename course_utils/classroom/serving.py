"""Running the server: a socket on the address the instructor named, and what to tell a class."""

from __future__ import annotations

import ipaddress
import secrets
import socket
from collections.abc import Callable, Sequence

import uvicorn

from course_utils.classroom.app import Rules, make_app, plain_code
from course_utils.classroom.guard import Guard
from course_utils.classroom.store import Store
from course_utils.errors import CourseError

LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # without those that are easily mistaken
SHORTEST_CODE = 6
MOST_CONNECTIONS = 800


def rules_of(store: Store, code: str | None, seats: int, closed: bool = False) -> Rules:
    """The rules of the class in a record: its code and token stay the same when it is reopened.

    Raises
    ------
    CourseError
        If a code is given that is too short.
    """
    if code is not None:
        if len(plain_code(code)) < SHORTEST_CODE:
            raise CourseError(f"A code needs at least {SHORTEST_CODE} letters or digits.")
        store.change_setting("code", code)
    code = store.setting("code", "-".join(_letters(4) for _ in range(2)))
    return Rules(code, store.setting("token", secrets.token_urlsafe(24)), seats, closed)


def _letters(count: int) -> str:
    return "".join(secrets.choice(LETTERS) for _ in range(count))


def open_socket(host: str, port: int) -> socket.socket:
    """A listening socket on exactly this address; CourseError where that cannot be."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=512)
    except OSError as error:
        raise CourseError(
            f"Cannot listen on {host} port {port}: {error.strerror or error}. "
            "Choose another with --host or --port."
        ) from error


def make_server(
    store: Store, rules: Rules, listening: socket.socket, names: Sequence[str] = ()
) -> uvicorn.Server:
    """The server for a socket; ``names`` are further host names that lead to it."""
    host = listening.getsockname()[0]
    address = ipaddress.ip_address(host)
    own = [host, *names]
    if address.is_loopback:
        own += ["localhost", "127.0.0.1", "::1"]
    if address.is_unspecified:
        own += ["localhost", socket.gethostname(), f"{socket.gethostname()}.local"]
    servers: list[uvicorn.Server] = []
    app = make_app(store, rules, ending=lambda: servers[0].should_exit)
    config = uvicorn.Config(
        Guard(app, own, any_address=address.is_unspecified),
        http="h11",
        ws="none",
        lifespan="off",
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=MOST_CONNECTIONS,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=3,
        h11_max_incomplete_event_size=16 * 1024,
    )
    servers.append(uvicorn.Server(config))
    return servers[0]


def announce(rules: Rules, listening: socket.socket, host: str, say: Callable[[str], None]) -> None:
    """Say where the page is, and what students type."""
    address = ipaddress.ip_address(listening.getsockname()[0])
    port = listening.getsockname()[1]
    page = "localhost" if address.is_unspecified else host
    say(f"Your page:  {url(page, port)}/?token={rules.token}")
    if rules.closed:
        return
    if address.is_loopback:
        say("Students:   only this machine can reach this address; for a class, start with")
        say(f"            --host {own_address()}   (or --host 0.0.0.0 for every network it is in)")
        reached = host
    else:
        reached = own_address() if address.is_unspecified else host
        say("Students:   need to be in the same network; in a notebook they run")
    say("            from course_utils.notebook import join, leave, stuck")
    say(f'            join("{url(reached, port)}", "{rules.code}")')


def url(host: str, port: int) -> str:
    """The address of a host and port, with the brackets that IPv6 needs."""
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def own_address() -> str:
    """This machine's address in the network it would use (nothing is sent to find out)."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return "ADDRESS"
        return str(probe.getsockname()[0])
