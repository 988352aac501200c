"""The record: each report once, in order, kept before it is acknowledged, there after a restart."""

from __future__ import annotations

import json
import signal
import sqlite3
import stat
import subprocess
import sys
import time
from urllib.request import Request, urlopen

import pytest
from a_class import AClass, a_check, a_class, an_hour, an_id, students, until

from course_utils.classroom.events import Event
from course_utils.classroom.state import RECENT, Classroom
from course_utils.classroom.store import Store
from course_utils.errors import CourseError
from course_utils.notebook import sending


@pytest.fixture
def store(tmp_path):
    opened = Store(tmp_path / "class.sqlite")
    yield opened
    opened.close()


def check(status="passed", misconception="", age=0.0, exercise="softmax"):
    return Event(an_id(), "check", exercise, status, misconception, age)


class TestOnce:
    def test_a_report_sent_again_counts_once(self, the_class):
        key, report = the_class.member(), a_check("passed")
        for _ in range(3):
            assert the_class.post("/events", {"events": [report]}, key).json == {"kept": 1}
        assert len([e for e in the_class.store.events() if e.kind == "check"]) == 1

    def test_joining_again_is_the_same_person(self, the_class):
        key, id = an_id(), an_id()
        for _ in range(3):
            the_class.join(key=key, id=id)
        the_class.join("Grace", key=key)
        assert the_class.state()["joined"] == 1
        assert [e.value for e in the_class.store.events()] == ["Ada", "Grace"]

    def test_two_people_may_make_the_same_id(self, the_class):
        report = a_check("passed")
        for key in (the_class.member(), the_class.member()):
            the_class.post("/events", {"events": [report]}, key)
        assert the_class.state()["exercises"] == {"softmax": {"passed": 2, "failing": 0}}


class TestARestart:
    def test_loses_nothing(self, tmp_path):
        path = tmp_path / "class.sqlite"
        with a_class(path) as first:
            key = first.member()
            first.post("/events", {"events": [a_check(), hand()]}, key)
            before, code, token = first.state(), first.code, first.token
        with a_class(path) as second:
            after = second.state()
            assert {**before, "now": 0} == {**after, "now": 0}
            assert (second.code, second.token) == (code, token)
            assert second.post("/events", {"events": [a_check("passed")]}, key).status == 200

    def test_after_the_process_was_killed_loses_nothing_acknowledged(self, tmp_path):
        path = tmp_path / "class.sqlite"
        command = [sys.executable, "-m", "course_utils", "classroom", "serve", "--port", "0"]
        process = subprocess.Popen(
            [*command, "--db", str(path), "--code", "TEST-CODE"], stdout=subprocess.PIPE, text=True
        )
        port, token = address(process.stdout.readline())
        killed = AClass("127.0.0.1", port, "TEST-CODE", token, None)
        key = killed.member()
        kept = [killed.post("/events", {"events": [a_check()]}, key).json for _ in range(20)]
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert kept == [{"kept": 1}] * 20
        assert len([e for e in Store(path).events() if e.kind == "check"]) == 20


def address(line: str) -> tuple[int, str]:
    """The port and the token in "Your page:  http://127.0.0.1:PORT/?token=TOKEN"."""
    url, _, token = line.split()[-1].partition("/?token=")
    return int(url.rsplit(":", 1)[1]), token


def hand(raised=True):
    return {"id": an_id(), "kind": "hand", "age": 0.0, "raised": raised}


class TestTime:
    def test_a_report_that_waited_stands_where_it_happened(self, store):
        store.clock = lambda: 1000.0
        store.add_member("a", Event(an_id(), "join", value="Ada", age=500))
        store.add(1, [check(age=300)])
        assert [event.time for event in store.events()] == [500.0, 700.0]

    def test_the_reports_of_one_member_keep_their_order(self, store):
        store.clock = lambda: 1000.0
        store.add_member("a", Event(an_id(), "join", value="Ada"))
        store.add(1, [check("failed", age=0), check("passed", age=60)])
        assert [event.value for event in store.events()] == ["Ada", "failed", "passed"]
        assert Classroom(store.events()).view(1000)["exercises"]["softmax"]["passed"] == 1


class TestTheView:
    def test_counts_the_latest_check_of_everyone(self, store):
        for key, statuses in (("a", ["failed", "passed"]), ("b", ["passed", "unstable"])):
            store.add_member(key, Event(an_id(), "join", value=key))
            store.add(store.member(key), [check(status) for status in statuses])
        store.add_member("c", Event(an_id(), "join", value="c"))
        view = Classroom(store.events()).view(time.time())
        assert (view["joined"], view["exercises"]) == (3, {"softmax": {"passed": 1, "failing": 1}})

    def test_counts_misconceptions_of_the_moment_by_people(self, store):
        store.clock = lambda: 10_000.0
        for key, ids in (
            ("a", ["X1", "X1"]),
            ("b", ["X2", "X1"]),
            ("c", ["X2"]),
            ("d", ["X1", ""]),
        ):
            store.add_member(key, Event(an_id(), "join", value=key))
            store.add(store.member(key), [check("failed", id) for id in ids])
        found = Classroom(store.events()).view(10_000)["mistakes"]
        assert [(one["id"], one["people"]) for one in found] == [("X1", 2), ("X2", 1)]
        assert Classroom(store.events()).view(10_001 + RECENT)["mistakes"] == []

    def test_polls_by_first_letters_and_knows_the_latest(self, store):
        def answer(letter):
            return Event(an_id(), "answer", "01.double_w", letter)

        for key, letters in (("a", "AC"), ("b", "C"), ("c", "A")):
            store.add_member(key, Event(an_id(), "join", value=key))
            store.add(store.member(key), [answer(letter) for letter in letters])
        (poll,) = Classroom(store.events()).view(time.time())["polls"]
        assert (poll["letters"], poll["now"]) == ({"A": 2, "C": 1}, {"A": 1, "C": 2})

    def test_names_only_those_who_raise_a_hand(self, the_class):
        keys = {name: the_class.member(name) for name in ("Ada", "Grace", "Emmy")}
        for name in ("Ada", "Grace"):
            the_class.post("/events", {"events": [hand()]}, keys[name])
        the_class.post("/events", {"events": [hand(False)]}, keys["Ada"])
        assert [hand["name"] for hand in the_class.state()["hands"]] == ["Grace"]
        assert not {"Ada", "Emmy"} & set(json.dumps(the_class.state()).split('"'))

    def test_who_leaves_is_still_counted_and_lowers_the_hand(self, the_class):
        key = the_class.member()
        leave = {"id": an_id(), "kind": "leave", "age": 0}
        the_class.post("/events", {"events": [a_check("passed"), hand(), leave]}, key)
        state = the_class.state()
        assert (state["joined"], state["left"], state["hands"]) == (1, 1, [])
        assert state["exercises"]["softmax"]["passed"] == 1

    def test_at_an_earlier_moment_is_what_it_was(self, the_class):
        key = the_class.member()
        the_class.post("/events", {"events": [a_check(age=50), a_check("passed")]}, key)
        start = the_class.store.span()[0]
        assert the_class.view(f"/state?at={start - 1}").json["joined"] == 0
        assert the_class.state()["exercises"] == {"softmax": {"passed": 1, "failing": 0}}


class TestTheFile:
    def test_is_for_its_owner_only(self, store):
        assert stat.S_IMODE(store.path.stat().st_mode) == 0o600

    def test_of_something_else_is_left_alone(self, tmp_path):
        path = tmp_path / "other.sqlite"
        with sqlite3.connect(path) as other:
            other.execute("CREATE TABLE bookmarks (url TEXT)")
        before = path.read_bytes()
        with pytest.raises(CourseError, match="not the record of a class"):
            Store(path)
        assert path.read_bytes() == before

    def test_that_is_no_database_is_one_line(self, tmp_path):
        path = tmp_path / "text.sqlite"
        path.write_text("x" * 5000)
        with pytest.raises(CourseError, match="cannot be used"):
            Store(path)

    def test_of_a_newer_version_is_left_alone(self, store):
        store._connection.execute("PRAGMA user_version=99")
        with pytest.raises(CourseError, match="newer version"):
            Store(store.path)

    def test_takes_nothing_of_a_batch_that_fails_half_way(self, store):
        store.add_member("a", Event(an_id(), "join", value="Ada"))
        unstorable = Event(an_id(), "check", "softmax", {"no": "text"})
        with pytest.raises(sqlite3.Error):
            store.add(1, [check(), unstorable])
        assert [event.kind for event in store.events()] == ["join"]
        assert len(store.add(1, [check()])) == 1


class TestTwentyStudents:
    def test_lose_nothing_though_the_server_goes_and_comes_back(self, tmp_path, monkeypatch):
        """Reports before, while and after it is away are kept once each."""
        monkeypatch.setattr(sending, "LONGEST_PAUSE", 0.05)
        path = tmp_path / "class.sqlite"
        with a_class(path) as first:
            senders = students(first.url, first.code, 20)
            sent = an_hour(senders, "02_sigmoid_tanh", 0)
            until(lambda: len(first.store.events()) > 40)
        sent += an_hour(senders, "03_relu_leaky_relu", 1)
        with a_class(path, port=first.port) as second:
            sent += an_hour(senders, "04_softmax", 2)
            until(lambda: all(sender.joined and not sender._waiting for sender in senders))
            kept = [event for event in second.store.events() if event.kind != "join"]
            live = first_view(second)
            replayed = second.view(f"/state?at={live['now'] + 60}").json
        assert all(sender.stop(0) for sender in senders)
        assert (len(kept), live["joined"]) == (sent, 20)
        assert {**live, "now": 0} == {**replayed, "now": 0}


def first_view(the_class):
    """What a page that opens now is shown."""
    headers = {"Authorization": f"Bearer {the_class.token}"}
    with urlopen(Request(f"{the_class.url}/live", headers=headers), timeout=10) as stream:
        return json.loads(stream.readline().removeprefix(b"data: "))


class TestTheStream:
    def test_shows_a_report_within_two_seconds(self, the_class):
        import http.client

        key = the_class.member()
        connection = http.client.HTTPConnection(the_class.host, the_class.port, timeout=10)
        connection.request("GET", "/live", headers={"Authorization": f"Bearer {the_class.token}"})
        stream = connection.getresponse()
        assert stream.headers["Content-Type"].startswith("text/event-stream")
        first = stream.readline()
        assert json.loads(first.removeprefix(b"data: "))["exercises"] == {}
        sent = time.monotonic()
        the_class.post("/events", {"events": [a_check()]}, key)
        until(lambda: b"softmax" in stream.readline())
        assert time.monotonic() - sent < 2
        connection.close()
