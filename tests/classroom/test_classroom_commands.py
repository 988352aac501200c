"""``course classroom``: serve, replay and export from the command line."""

from __future__ import annotations

import csv
import io
import signal
import subprocess
import sys

import pytest
from a_class import AClass, a_check, a_class
from click.testing import CliRunner

from course_utils import cli
from course_utils.classroom.export import as_csv
from course_utils.classroom.store import Kept


def run(*arguments: str):
    return CliRunner().invoke(cli.course, ["classroom", *arguments])


@pytest.fixture
def record(tmp_path):
    """The record of a class in which Ada has checked one answer."""
    path = tmp_path / "class.sqlite"
    with a_class(path) as running:
        key = running.member("Ada")
        running.post("/events", {"events": [a_check()]}, key)
    return path


class TestExport:
    def test_has_a_row_for_each_event_and_no_names(self, record):
        rows = list(csv.DictReader(io.StringIO(run("export", str(record)).stdout)))
        assert [(r["person"], r["name"], r["kind"], r["subject"], r["value"]) for r in rows] == [
            ("P1", "", "join", "", ""),
            ("P1", "", "check", "softmax", "failed"),
        ]
        assert rows[1]["misconception"] == "X1"
        assert rows[1]["time"].endswith("+00:00")

    def test_has_the_names_where_they_are_asked_for(self, record):
        rows = list(csv.DictReader(io.StringIO(run("export", "--names", str(record)).stdout)))
        assert {row["name"] for row in rows} == {"Ada"}

    @pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)"])
    def test_holds_no_formula(self, name):
        text = as_csv([Kept(1, 0.0, "join", "", name, "")], names=True)
        assert list(csv.reader(io.StringIO(text)))[1][2] == f"'{name}"

    def test_of_no_file_is_one_line(self, tmp_path):
        result = run("export", str(tmp_path / "none.sqlite"))
        assert result.exit_code == 1
        assert result.stderr.startswith("Error: There is no record of a class at ")
        assert not (tmp_path / "none.sqlite").exists()


class TestServe:
    def test_without_the_extra_says_what_to_install(self, tmp_path):
        code = (
            "import sys; sys.modules['uvicorn'] = None; from course_utils.cli import main; main()"
        )
        command = [sys.executable, "-c", code, "classroom", "serve", "--db", "c.sqlite"]
        done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path)
        assert done.returncode == 1
        assert done.stderr.startswith(
            "Error: The live view needs the package uvicorn, which is not"
        )
        assert '".[classroom]"' in done.stderr

    def test_refuses_a_code_that_is_too_short(self, tmp_path):
        result = run("serve", "--db", str(tmp_path / "c.sqlite"), "--code", "AB-1")
        assert (result.exit_code, "at least 6" in result.stderr) == (1, True)

    def test_says_where_the_page_is_and_that_loopback_is_for_this_machine_only(self, tmp_path):
        with serving("serve", "--db", str(tmp_path / "c.sqlite"), "--code", "TEST-CODE") as said:
            lines, running = said
            assert running.join().status == 200
        assert "only this machine can reach this address" in lines[1]
        assert lines[4].strip() == f'join("{running.url}", "TEST-CODE")'

    def test_on_all_addresses_names_one_that_students_can_use(self, tmp_path):
        arguments = ("--db", str(tmp_path / "c.sqlite"), "--host", "0.0.0.0")
        with serving("serve", *arguments, count=4) as (lines, running):
            assert running.view("/state?at=1", Host="192.0.2.7:80").status == 200
            assert running.view("/state?at=1", Host="evil.example").status == 403
        assert "same network" in lines[1]
        assert "0.0.0.0" not in "".join(lines)


class TestReplay:
    def test_shows_the_record_and_takes_nobody_in(self, record):
        with serving("replay", str(record), count=1) as (_, running):
            assert running.view("/state?at=1e10").json["joined"] == 1
            assert running.join().status == 403

    def test_of_no_file_is_one_line(self, tmp_path):
        assert run("replay", str(tmp_path / "none.sqlite")).exit_code == 1


class serving:  # noqa: N801 - used as a function
    """The command in a process of its own: its first lines, and the class; ended by Ctrl+C."""

    def __init__(self, *arguments: str, count: int = 5) -> None:
        self.command = [
            sys.executable,
            "-m",
            "course_utils",
            "classroom",
            *arguments,
            "--port",
            "0",
        ]
        self.count = count

    def __enter__(self):
        self.process = subprocess.Popen(
            self.command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        lines = [self.process.stdout.readline() for _ in range(self.count)]
        url, _, token = lines[0].split()[-1].partition("/?token=")
        port = int(url.rsplit(":", 1)[1])
        return lines, AClass("127.0.0.1", port, "TEST-CODE", token, None)

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGINT)
        _, complaints = self.process.communicate(timeout=60)
        assert self.process.returncode == 0, complaints
        assert complaints.splitlines()[-1].startswith("Ended. Everything is kept in ")
        assert len(complaints.splitlines()) == 2, complaints
