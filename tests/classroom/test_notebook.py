"""Taking part from a notebook: what is sent, and that no network ever disturbs a check."""

from __future__ import annotations

import json
import socket
import threading
import time
from contextlib import contextmanager

import pytest
from a_class import a_class, an_id, until

from course_utils.notebook import (
    check,
    checks,
    classroom,
    join,
    leave,
    pictures,
    sending,
    showing,
    stuck,
)
from course_utils.notebook.forms import answer, commit, find
from course_utils.notebook.record import the_record
from course_utils.notebook.replies import Given
from course_utils.notebook.sending import Membership, Sender


@pytest.fixture
def shown(monkeypatch):
    """The text of each card displayed."""
    cards: list[str] = []
    monkeypatch.setattr(pictures, "show_against_expected", lambda exercise, answer: None)
    for module in (showing, checks):
        monkeypatch.setattr(module, "show", lambda card: cards.append(repr(card)))
    return cards


@pytest.fixture(autouse=True)
def _leaves(monkeypatch):
    """Nothing depends on how busy this machine is, and no class outlives its test."""
    monkeypatch.setattr(classroom, "PATIENCE", 20.0)
    monkeypatch.setattr(classroom, "FAREWELL", 20.0)
    monkeypatch.setattr(sending, "LONGEST_PAUSE", 0.05)
    yield
    monkeypatch.setattr(classroom, "FAREWELL", 0.0)
    classroom._stop()


def sigmoid(z):
    """A wrong answer with a known mistake."""
    import numpy as np

    return 1 / (1 + np.exp(z))


def kinds(the_class) -> list[tuple[str, str, str, str]]:
    return [(e.kind, e.subject, e.value, e.misconception) for e in the_class.store.events()]


def all_sent() -> bool:
    return not classroom._senders[0]._waiting


class TestWhatIsSent:
    def test_is_nothing_before_joining(self, the_class, shown):
        check("sigmoid")
        assert kinds(the_class) == []

    def test_is_the_status_and_the_mistake_of_a_check(self, the_class, shown):
        join(the_class.url, the_class.code, name="Ada")
        check("sigmoid")
        until(lambda: len(kinds(the_class)) == 2)
        assert kinds(the_class) == [
            ("join", "", "Ada", ""),
            ("check", "sigmoid", "failed", "S1"),
        ]

    def test_is_not_the_blank_that_nobody_has_filled(self, the_class, shown):
        join(the_class.url, the_class.code)
        check("logit")
        assert all_sent()

    def test_is_the_letter_of_a_question_and_of_a_prediction(self, the_class, shown):
        join(the_class.url, the_class.code)
        answer(find("01.double_w", "ask"), Given("answer", "A", 0.0))
        commit(find("02.logit_step", "predict"), Given("commit", "B", 0.5))
        commit(find("02.logit_step", "predict"), Given("commit", "C", 0.5))  # the first one counts
        stuck()
        until(lambda: len(kinds(the_class)) == 4)
        assert kinds(the_class)[1:] == [
            ("answer", "01.double_w", "A", ""),
            ("answer", "02.logit_step", "B", ""),
            ("hand", "", "up", ""),
        ]

    def test_is_nothing_more_after_leaving(self, the_class, shown):
        join(the_class.url, the_class.code)
        leave()
        check("sigmoid")
        assert [kind for kind, *_ in kinds(the_class)] == ["join", "leave"]
        assert shown[1].endswith("You have left the class; nothing more is sent.")

    def test_is_never_code_or_values(self, shown, monkeypatch):
        """Every byte that goes out, read from the other side."""
        with a_server(acknowledge) as (url, heard):
            join(url, "CODE", name="Ada")
            check("sigmoid")
            until(all_sent)
        reports = [json.loads(body) for body in heard]
        assert set(reports[0]) == {"code", "key", "name", "id"}
        (report,) = reports[1]["events"]
        assert set(report) == {"id", "kind", "age", "exercise", "status", "misconception"}


class TestJoining:
    def test_says_one_line(self, the_class, shown):
        join(the_class.url, the_class.code, name="Ada")
        assert len(shown) == 1
        assert "Joined as Ada." in shown[0]
        assert "never code or values" in shown[0]
        assert "\n" not in shown[0]

    def test_with_a_wrong_code_says_so_and_sends_nothing(self, the_class, shown):
        join(the_class.url, "AAAA-BBBB")
        check("sigmoid")
        assert shown[0] == "[i] Note: Not joined: that is not the code of this class."
        assert classroom._senders == []

    def test_again_is_the_same_person_also_from_another_kernel(self, the_class, shown):
        join(the_class.url, the_class.code)
        leave()  # and everything that a kernel knew is gone, the record apart
        join(the_class.url + "/", the_class.code.lower())
        join(the_class.url, the_class.code)
        assert the_class.state()["joined"] == 2, "a code written otherwise is another membership"
        names = {e.value for e in the_class.store.events() if e.member == 1 and e.kind == "join"}
        assert len(names) == 1

    def test_gives_a_name_to_who_chooses_none(self, the_class, shown):
        join(the_class.url, the_class.code)
        (event,) = the_class.store.events()
        manner, animal, number = event.value.split()
        assert manner in classroom.MANNERS
        assert animal in classroom.ANIMALS
        assert number.isdigit()

    def test_works_without_http_in_front(self, the_class, shown):
        join(the_class.url.removeprefix("http://"), the_class.code)
        assert the_class.state()["joined"] == 1

    @pytest.mark.parametrize(
        "arguments",
        [
            (),
            ("http://127.0.0.1:1",),
            (7, "CODE"),
            ("ftp://x", "CODE"),
            ("http://", "CODE"),
            ("http://a:b@x", "CODE"),
            ("http://x:99999", "CODE"),
            ("http://x", ""),
            ("http://x", "CODE", 7),
        ],
    )
    def test_wrongly_is_one_line(self, shown, arguments):
        join(*arguments)
        assert len(shown) == 1
        assert shown[0].startswith("[i] Note: join")
        assert classroom._senders == []

    def test_is_needed_for_a_raised_hand(self, shown):
        stuck()
        leave()
        stuck("yes")
        assert [text.split(": ")[1].split()[0] for text in shown] == ["Join", "You", "stuck()"]


@contextmanager
def a_server(behave):
    """A listening socket that does what ``behave`` says with each connection; what was heard."""
    heard: list[bytes] = []
    stop = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.05)

        def serve():
            while not stop.is_set():
                try:
                    connection, _ = listening.accept()
                except TimeoutError:
                    continue
                with connection:
                    behave(connection, heard, stop)

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}", heard
        finally:
            stop.set()
            thread.join()


def body_of(connection) -> bytes:
    data = b""
    while b"\r\n\r\n" not in data:
        data += connection.recv(4096)
    head, _, body = data.partition(b"\r\n\r\n")
    length = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
    while len(body) < length:
        body += connection.recv(4096)
    return body


def replying(status: str, body: bytes, *headers: str):
    def behave(connection, heard, stop):
        heard.append(body_of(connection))
        lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers, "", ""]
        connection.sendall("\r\n".join(lines).encode() + body)

    return behave


acknowledge = replying("200 OK", b'{"kept": 1, "name": "Ada"}')


def silent(connection, heard, stop):
    stop.wait()


def garbage(connection, heard, stop):
    connection.sendall(b"\x00\xff garbage " * 100)


def hangs_up(connection, heard, stop):
    connection.close()


def trickle(connection, heard, stop):
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 4000\r\n\r\n")
    while not stop.wait(0.05):
        try:
            connection.sendall(b" ")
        except OSError:
            return


BEHAVIOURS = {
    "silent": silent,
    "garbage": garbage,
    "hanging up": hangs_up,
    "trickling": trickle,
    "another server": replying("200 OK", b"<html>hello</html>"),
    "JSON of another kind": replying("200 OK", b"[1, 2]"),
    "deep JSON": replying("200 OK", b"[" * 4000),
    "an error within": replying("500 Internal Server Error", b'{"error": "x"}'),
    "busy": replying("429 Too Many Requests", b'{"error": "x"}', "Retry-After: nan"),
    "redirecting": replying("302 Found", b"", "Location: http://127.0.0.1:1/"),
}


class TestACheck:
    """With a class joined, whatever has become of the server."""

    def undisturbed(self, shown, capfd):
        """A check shows what it always shows, the sender waits, and nothing else is written."""
        said = list(shown)
        check("sigmoid")
        assert shown[-1].startswith("[✗] Not right yet: sigmoid")
        assert len(shown) == len(said) + 1
        assert capfd.readouterr() == ("", "")
        assert len(classroom._senders[0]._waiting) == 1

    @pytest.mark.parametrize("name", BEHAVIOURS)
    def test_is_not_disturbed_by_a_server_that_is(self, name, shown, capfd, monkeypatch):
        monkeypatch.setattr(classroom, "PATIENCE", 0.3)
        with a_server(BEHAVIOURS[name]) as (url, _):
            join(url, "CODE")
            self.undisturbed(shown, capfd)
            monkeypatch.setattr(classroom, "FAREWELL", 0.05)
            leave()
        assert "does not answer as yet" in shown[0]
        assert "thrown away" in shown[-1]

    def test_is_not_disturbed_where_nothing_listens(self, shown, capfd):
        with socket.create_server(("127.0.0.1", 0)) as listening:
            port = listening.getsockname()[1]
        join(f"http://127.0.0.1:{port}", "CODE")
        self.undisturbed(shown, capfd)

    def test_is_not_disturbed_when_the_server_goes_and_the_backlog_is_sent_later(
        self, tmp_path, shown, capfd
    ):
        path = tmp_path / "class.sqlite"
        with a_class(path) as first:
            join(first.url, first.code, name="Ada")
        self.undisturbed(shown, capfd)
        stuck()
        with a_class(path, port=first.port) as second:
            until(all_sent)
            assert kinds(second)[1:] == [
                ("check", "sigmoid", "failed", "S1"),
                ("hand", "", "up", ""),
            ]
            assert second.state()["joined"] == 1

    def test_is_sent_to_a_new_record_behind_the_same_address(self, tmp_path, shown):
        with a_class(tmp_path / "one.sqlite", code="SAME-CODE") as first:
            join(first.url, "SAME-CODE", name="Ada")
        with a_class(tmp_path / "two.sqlite", port=first.port, code="SAME-CODE") as second:
            check("sigmoid")
            until(lambda: len(kinds(second)) == 2)
            assert [kind for kind, *_ in kinds(second)] == ["join", "check"]

    def test_is_not_sent_to_a_new_class_with_another_code(self, tmp_path, shown):
        with a_class(tmp_path / "one.sqlite") as first:
            join(first.url, first.code)
        with a_class(tmp_path / "two.sqlite", port=first.port) as second:
            check("sigmoid")
            until(lambda: classroom._senders[0].refusal)
            assert kinds(second) == []
        stuck()
        assert "that is not the code of this class" in shown[-1]


FINE = sending.Answer(200, {"kept": 1})


class Interrupted(threading.Condition):
    """A lock before whose first use something else gets in."""

    def __init__(self, first):
        super().__init__()
        self.first = first

    def __enter__(self):
        first, self.first = self.first, None
        if first is not None:
            first()
        return super().__enter__()


class TestTheBacklog:
    def sender(self, url="http://127.0.0.1:1", code="CODE"):
        return Sender(Membership(url, code, an_id(), "Ada"))

    def test_is_bounded_and_the_newest_stay(self):
        sender = self.sender()
        for k in range(sending.MOST + 7):
            sender.put("hand", raised=True, number=k)
        numbers = [what["number"] for _, what in sender._waiting.values()]
        assert numbers == list(range(7, sending.MOST + 7))

    def test_goes_in_batches_and_in_order(self, the_class):
        sender = self.sender(the_class.url, the_class.code)
        for k in range(120):
            status = "passed" if k % 2 else "unstable"
            sender.put("check", exercise="softmax", status=status, misconception="")
        sender.start()
        until(lambda: not sender._waiting)
        values = [e.value for e in the_class.store.events() if e.kind == "check"]
        assert values == ["unstable", "passed"] * 60
        assert sender.stop(5)

    def test_keeps_its_age(self, the_class):
        sender = self.sender(the_class.url, the_class.code)
        assert the_class.join(key=sender.membership.key).status == 200
        the_class.store._last[1] -= 1000  # as if that had been long ago
        sender.put("hand", raised=True)
        ((id, (then, what)),) = sender._waiting.items()
        sender._waiting[id] = (then - 600, what)
        sender.joined = True
        sender.start()
        until(lambda: not sender._waiting)
        (raised,) = [e for e in the_class.store.events() if e.kind == "hand"]
        assert 600 <= time.time() - raised.time < 700
        sender.stop(5)

    def test_that_has_waited_for_days_is_sent_all_the_same(self, the_class):
        sender = self.sender(the_class.url, the_class.code)
        sender.put("hand", raised=True)
        ((id, (then, what)),) = sender._waiting.items()
        sender._waiting[id] = (then - 7 * 86400, what)
        sender.start()
        until(lambda: not sender._waiting)
        assert [e.kind for e in the_class.store.events()] == ["join", "hand"]
        sender.stop(5)

    def test_takes_a_report_in_at_the_very_moment_of_sending(self, the_class, monkeypatch):
        """A report put in before the batch is made up is never younger than the batch."""
        sender = self.sender(the_class.url, the_class.code)
        assert the_class.join(key=sender.membership.key).status == 200
        sent = []
        monkeypatch.setattr(sender, "_post", lambda _, message: sent.append(message) or FINE)
        monkeypatch.setattr(sender, "_changed", Interrupted(lambda: sender.put("leave")))
        sender._send_batch()
        ages = [report["age"] for report in sent[0]["events"]]
        assert len(ages) == 1
        assert min(ages) >= 0

    def test_loses_only_the_report_that_the_server_does_not_know(self, the_class):
        sender = self.sender(the_class.url, the_class.code)
        sender.put("hand", raised=True)
        sender.put("check", exercise="of_next_year", status="passed", misconception="")
        sender.put("check", exercise="softmax", status="passed", misconception="")
        sender.start()
        until(lambda: not sender._waiting)
        assert [(e.kind, e.subject) for e in the_class.store.events()][1:] == [
            ("hand", ""),
            ("check", "softmax"),
        ]
        sender.stop(5)

    def test_counts_once_where_the_acknowledgement_is_lost(self, the_class, monkeypatch):
        sender = self.sender(the_class.url, the_class.code)
        post, lost = Sender._post, []

        def losing(self, path, message):
            answer = post(self, path, message)
            if path == "/events" and not lost:
                lost.append(answer)
                return sending.Answer(0)
            return answer

        monkeypatch.setattr(Sender, "_post", losing)
        sender.put("hand", raised=True)
        sender.start()
        until(lambda: not sender._waiting)
        assert lost[0].status == 200
        assert [e.kind for e in the_class.store.events()] == ["join", "hand"]


class TestTheLearnersRecord:
    def test_keeps_who_one_is_in_the_class(self, the_class, shown):
        join(the_class.url, the_class.code, name="Ada")
        (event,) = the_record().events("join")
        assert event.name == the_class.url
        assert set(event.detail) == {"code", "key", "called"}
