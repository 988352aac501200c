"""What the server refuses, and that what it refuses leaves no trace."""

from __future__ import annotations

import socket

import pytest
from a_class import a_check, a_class, an_id

from course_utils.classroom import app, events
from course_utils.classroom.guard import HEADERS
from course_utils.classroom.serving import open_socket
from course_utils.errors import CourseError

LONE_SURROGATE = "\ud800"


def error(reply) -> str:
    return reply.json["error"]


class TestJoining:
    def test_needs_the_code(self, the_class):
        reply = the_class.join(code="AAAA-BBBB")
        assert (reply.status, error(reply)) == (403, "that is not the code of this class")
        assert the_class.state()["joined"] == 0

    @pytest.mark.parametrize("code", [None, 7, "", ["x"], LONE_SURROGATE])
    def test_needs_a_code_that_is_a_text(self, the_class, code):
        assert the_class.join(code=code).status == 403

    def test_takes_the_code_as_people_type_it(self, the_class):
        typed = f" {the_class.code.lower().replace('-', ' ')}"
        assert the_class.join(code=typed).status == 200

    def test_is_slowed_down_for_who_guesses(self, the_class):
        replies = [the_class.join(code="AAAA-BBBB") for _ in range(32)]
        assert {reply.status for reply in replies[:30]} == {403}
        assert replies[-1].status == 429
        assert int(replies[-1].headers["Retry-After"]) >= 1
        assert the_class.join().status == 429, "and then the right code is not told apart either"

    def test_ends_when_all_seats_are_taken(self, tmp_path):
        with a_class(tmp_path / "c.sqlite", seats=2) as small:
            key = small.member()
            small.member()
            assert (small.join().status, error(small.join())) == (403, "all 2 seats are taken")
            assert small.join(key=key).status == 200, "who is in may come again"

    @pytest.mark.parametrize("field", ["key", "id"])
    @pytest.mark.parametrize("value", [None, "", "xyz", 7, "A" * 32, "a" * 33])
    def test_needs_identifiers(self, the_class, field, value):
        assert the_class.join(**{field: value}).status == 422

    @pytest.mark.parametrize("name", [None, 7, "", "   ", "\x00\x1b\u202e", LONE_SURROGATE])
    def test_needs_a_visible_name(self, the_class, name):
        assert the_class.join(name=name).status == 422

    def test_takes_nothing_besides(self, the_class):
        assert the_class.join(code_of_cell="x = 1").status == 422


class TestAName:
    @pytest.mark.parametrize(
        ("given", "kept"),
        [
            ("Ada", "Ada"),
            ("  Ada \n\t Lovelace ", "Ada Lovelace"),
            ("A\x00d\x1ba\u202e\u200b", "Ada"),
            ("<b>Ada</b>", "<b>Ada</b>"),
            ("x" * 500, "x" * events.LONGEST_NAME),
            ("e\u0301", "é"),
        ],
    )
    def test_is_one_short_visible_line(self, given, kept):
        assert events.chosen_name(given) == kept


WRONG_REPORTS = {
    "no object": ["softmax"],
    "no kind": [{"id": an_id()}],
    "an unknown kind": [a_check(kind="code")],
    "a kind that is no text": [a_check(kind=["check"])],
    "an unknown exercise": [a_check(exercise="no_such")],
    "an exercise that is no text": [a_check(exercise=["softmax"])],
    "an unknown status": [a_check(status="brilliant")],
    "a status that is never sent": [a_check(status="not_attempted")],
    "a fault of the checker": [a_check(status="grader_error")],
    "an unknown misconception": [a_check(misconception="Z99")],
    "a misconception of another exercise": [a_check(exercise="sigmoid", misconception="X1")],
    "code": [a_check(code="def softmax(z): ...")],
    "a value": [a_check(value=[0.1, 0.9])],
    "a missing field": [{"id": an_id(), "kind": "check", "exercise": "softmax", "age": 0}],
    "a short id": [a_check(id="1")],
    "an id that is no text": [a_check(id=1)],
    "an age before now": [a_check(age=-1)],
    "an age of a week": [a_check(age=7 * 86400)],
    "an age that is no number": [a_check(age="1")],
    "an age that is a truth": [a_check(age=True)],
    "an unknown question": [
        {"id": an_id(), "kind": "answer", "age": 0, "question": "09.x", "letter": "A"}
    ],
    "an unknown letter": [
        {"id": an_id(), "kind": "answer", "age": 0, "question": "01.double_w", "letter": "Z"}
    ],
    "a hand neither up nor down": [{"id": an_id(), "kind": "hand", "age": 0, "raised": 1}],
    "nothing": [],
    "no list": {"0": a_check()},
    "too many": [a_check() for _ in range(events.MOST_AT_ONCE + 1)],
}


class TestReporting:
    @pytest.mark.parametrize("what", WRONG_REPORTS)
    def test_refuses(self, the_class, what):
        key = the_class.member()
        reply = the_class.post("/events", {"events": WRONG_REPORTS[what]}, key)
        assert (400 <= reply.status < 500, bool(error(reply))) == (True, True)
        assert the_class.state()["exercises"] == {}

    def test_names_the_report_that_is_wrong_and_keeps_none_of_the_batch(self, the_class):
        key = the_class.member()
        batch = [a_check(), a_check(exercise="no_such"), a_check()]
        reply = the_class.post("/events", {"events": batch}, key)
        assert (reply.status, reply.json) == (422, {"error": "unknown exercise", "index": 1})
        assert the_class.state()["exercises"] == {}

    def test_is_for_members_only(self, the_class):
        for key in ("", an_id(), the_class.token):
            assert the_class.post("/events", {"events": [a_check()]}, key).status == 401

    def test_refuses_what_stands_beside_the_events(self, the_class):
        key = the_class.member()
        message = {"events": [a_check()], "notebook": "..."}
        assert the_class.post("/events", message, key).status == 422

    @pytest.mark.parametrize(
        "body", [b"", b"{", b"\xff\xfe", b"[1]", b"7", b"[" * 16_000, b'"x"', b"NaN"]
    )
    def test_refuses_what_is_no_json_object(self, the_class, body):
        assert the_class.post("/events", body, the_class.member()).status == 400

    def test_refuses_nan(self, the_class):
        body = b'{"events": [{"id": "%s", "kind": "leave", "age": NaN}]}' % an_id().encode()
        assert the_class.post("/events", body, the_class.member()).status == 422

    def test_refuses_another_type_of_content(self, the_class):
        key = the_class.member()
        reply = the_class.post("/events", {"events": [a_check()]}, key, Content_Type="text/plain")
        assert reply.status == 415

    def test_refuses_a_message_that_is_too_long(self, the_class):
        body = b" " * (app.LONGEST_BODY + 1)
        assert the_class.post("/events", body, the_class.member()).status == 413

    def test_does_not_wait_for_ever_for_a_message(self, the_class, monkeypatch):
        monkeypatch.setattr(app, "SLOWEST_BODY", 0.2)
        with socket.create_connection((the_class.host, the_class.port), timeout=10) as slow:
            slow.sendall(
                b"POST /join HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                b"Content-Length: 100\r\n\r\n{"
            )
            assert slow.recv(100).startswith(b"HTTP/1.1 408")

    def test_is_slowed_down_for_each_member_alone(self, the_class):
        busy, calm = the_class.member(), the_class.member()
        batch = {"events": [a_check() for _ in range(50)]}
        statuses = [
            the_class.post(
                "/events", {"events": [{**e, "id": an_id()} for e in batch["events"]]}, busy
            ).status
            for _ in range(7)
        ]
        assert statuses[0] == 200
        assert statuses[-1] == 429
        assert the_class.post("/events", {"events": [a_check()]}, calm).status == 200

    def test_ends_at_the_most_that_one_member_may_send(self, the_class, monkeypatch):
        key = the_class.member()  # joining is one
        monkeypatch.setattr(app, "MOST_EVENTS_EACH", 3)
        batch = {"events": [a_check(), a_check()]}
        assert the_class.post("/events", batch, key).status == 200
        assert the_class.post("/events", {"events": [a_check()]}, key).status == 403

    def test_has_a_rate_for_all_together(self, the_class, monkeypatch):
        key = the_class.member()
        monkeypatch.setattr("course_utils.classroom.limits.Bucket.wait", lambda *_: 2.0)
        assert the_class.post("/events", {"events": [a_check()]}, key).status == 429


class TestTheInstructorsPages:
    PATHS = ("/live", "/state?at=1", "/vocabulary", "/export.csv")

    @pytest.mark.parametrize("path", ["/", *PATHS])
    @pytest.mark.parametrize("token", ["", "wrong", "é"])
    def test_need_the_token(self, the_class, path, token):
        given = {
            "Authorization": f"Bearer {token}",
            "Cookie": f"classroom_{the_class.port}={token}",
        }
        assert (
            the_class.ask(path, **{k: v.encode("latin-1") for k, v in given.items()}).status == 401
        )

    @pytest.mark.parametrize("path", PATHS)
    def test_are_not_for_members(self, the_class, path):
        assert the_class.ask(path, Authorization=f"Bearer {the_class.member()}").status == 401

    def test_turn_the_token_of_the_address_into_a_cookie_that_stays_here(self, the_class):
        reply = the_class.ask(f"/?token={the_class.token}")
        cookie = reply.headers["Set-Cookie"]
        assert reply.status == 200
        assert {"HttpOnly", "SameSite=strict"} <= set(cookie.split("; "))
        assert the_class.ask("/vocabulary", Cookie=cookie.split(";")[0]).status == 200

    def test_take_the_token_in_the_address_of_the_page_only(self, the_class):
        for path in ("/vocabulary", "/export.csv", "/live"):
            assert the_class.ask(f"{path}?token={the_class.token}").status == 401

    @pytest.mark.parametrize("moment", ["", "now", "nan", "inf", "1e400"])
    def test_refuse_a_moment_that_is_none(self, the_class, moment):
        assert the_class.view(f"/state?at={moment}").status == 422

    def test_are_for_so_many_viewers_at_once(self, the_class, monkeypatch):
        monkeypatch.setattr(app, "MOST_VIEWERS", 0)
        assert the_class.view("/live").status == 503

    def test_say_what_browsers_may_do_with_them(self, the_class):
        for path in ("/", "/vocabulary", "/page.js", "/nowhere"):
            headers = the_class.view(path).headers
            assert {name: headers[name] for name in HEADERS} == HEADERS
            assert not [name for name in headers if name.lower().startswith("access-control")]


class TestForeignPages:
    def test_get_nothing(self, the_class):
        for origin in ("http://evil.example", "null", f"http://127.0.0.1:{the_class.port + 1}"):
            assert the_class.view("/state?at=1", Origin=origin).status == 403
            assert the_class.post("/join", {}, Origin=origin).status == 403
            assert the_class.ask("/join", "OPTIONS", Origin=origin).status == 403

    def test_get_nothing_by_a_request_without_an_origin(self, the_class):
        for site in ("cross-site", "same-site"):
            assert the_class.view("/export.csv", Sec_Fetch_Site=site).status == 403

    def test_may_link_to_the_page_itself(self, the_class):
        reply = the_class.view("/", Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="navigate")
        assert reply.status == 200

    def test_of_this_server_are_answered(self, the_class):
        given = {"Origin": the_class.url, "Sec_Fetch_Site": "same-origin"}
        assert the_class.view("/state?at=1", **given).status == 200

    @pytest.mark.parametrize(
        "host", ["evil.example", "127.0.0.1.evil.example", "", "192.0.2.7", "["]
    )
    def test_do_not_get_in_by_a_name_pointed_here(self, the_class, host):
        assert the_class.view("/state?at=1", Host=host).status == 403

    @pytest.mark.parametrize("host", ["localhost", "LOCALHOST:80", "127.0.0.1", "[::1]:8765"])
    def test_are_told_from_the_own_names(self, the_class, host):
        assert the_class.view("/state?at=1", Host=host).status == 200

    def test_names_given_by_the_instructor_lead_here_too(self, tmp_path):
        with a_class(tmp_path / "c.sqlite", names=("class.example",)) as named:
            assert named.view("/state?at=1", Host="class.example").status == 200


class TestListening:
    def test_happens_on_the_named_address_only(self, the_class):
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.2", the_class.port), timeout=2)

    def test_on_a_port_in_use_is_one_line(self, the_class):
        with pytest.raises(CourseError, match=r"Cannot listen on 127\.0\.0\.1 port .* --port"):
            open_socket("127.0.0.1", the_class.port)

    def test_on_no_address_of_this_machine_is_one_line(self):
        with pytest.raises(CourseError, match="--host"):
            open_socket("192.0.2.1", 0)


class TestAReplay:
    def test_takes_nobody_in_and_adds_nothing(self, tmp_path):
        with a_class(tmp_path / "c.sqlite") as first:
            key = first.member()
        with a_class(tmp_path / "c.sqlite", closed=True) as replay:
            assert replay.join().status == 403
            assert replay.post("/events", {"events": [a_check()]}, key).status == 403
            assert replay.state()["joined"] == 1
