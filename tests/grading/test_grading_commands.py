"""The commands of somebody who grades: what they print, write and refuse."""

from __future__ import annotations

import csv
import json
import re
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from filled_sheets import ROOT, as_bytes, filled
from sample_class import FOLDER, SIGMOID, SOFTMAX, answers, sample

from course_utils.cli import course
from course_utils.grading import submissions

LEARNERS = {"Kim Lee_1234567": 90.0, "ada": 100.0, "ben": 80.0, "cleo": 85.0, "dan": 0.0}
TABLES = ("grades.csv", "gradebook.csv", "moodle.csv", "canvas.csv", "left.csv")


def run(*arguments: object) -> Result:
    return CliRunner().invoke(course, [str(each) for each in arguments])


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def tables(out: Path) -> dict[str, bytes]:
    return {name: (out / name).read_bytes() for name in TABLES}


README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCK = re.search(r"^<!-- grading commands -->\n```bash\n(.*?)^```$", README, re.M | re.S)
COMMANDS = BLOCK[1] if BLOCK else ""
# Nothing is fetched or installed in a test: what pip is asked for is looked at below.
PIP = "#!/bin/sh\nfor each; do printf '%s\\n' \"$each\"; done >> asked_of_pip\n"


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What looks like a clone of the course, in which the README's commands were run."""
    clone = tmp_path_factory.mktemp("clone")
    programs = clone / ".venv" / "bin"
    programs.mkdir(parents=True)
    for path in ROOT.iterdir():
        if path.name not in (".git", ".venv", "graded"):
            (clone / path.name).symlink_to(path)
    (programs / "course").symlink_to(Path(sys.executable).with_name("course"))
    (programs / "pip").write_text(PIP, encoding="utf-8")
    (programs / "pip").chmod(0o755)
    done = subprocess.run(
        ["sh", "-e", "-c", COMMANDS], cwd=clone, capture_output=True, text=True, check=False
    )
    (clone / "printed").write_text(done.stdout, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return clone


@pytest.fixture(scope="module")
def graded(clone: Path) -> Path:
    """The sample class, graded as the README says."""
    return clone / "graded"


@pytest.fixture
def one(tmp_path: Path) -> Path:
    """A class of one, all of whose answers are right."""
    path = tmp_path / "class" / "ada" / f"{SOFTMAX}.ipynb"
    path.parent.mkdir(parents=True)
    path.write_bytes(as_bytes(filled(SOFTMAX, answers(SOFTMAX))))
    return tmp_path / "class"


class TestTheReadme:
    """Its section "Grade a class": the commands were run from there, letter by letter."""

    def test_asks_pip_for_what_grading_needs(self, clone):
        asked = (clone / "asked_of_pip").read_text(encoding="utf-8").splitlines()
        *options, project = asked
        assert options == ["install", "-q", "-c", "constraints.txt", "-e"]
        assert (clone / "constraints.txt").is_file()
        assert project == ".[grading]"  # which test_services.py looks into

    def test_names_what_its_commands_leave(self, clone, graded):
        found = {path.name for path in graded.iterdir()}
        assert {"grades.csv", "gradebook.csv", "report.html", "grades.sqlite"} <= found
        assert {"moodle.csv", "moodle", "canvas.csv", "feedback"} <= found
        printed = (clone / "printed").read_text(encoding="utf-8")
        assert "graded 12 submissions, under " in printed
        assert "12 students, 2 sheets" in printed
        section = README[README.index("## Grade a class") : README.index("## The command")]
        assert "twelve submissions" in section
        assert "`grades.csv` and `gradebook.csv`" in section


class TestTheSampleClass:
    def test_is_what_its_maker_makes(self):
        listed = {p.relative_to(FOLDER).as_posix(): p for p in FOLDER.rglob("*") if p.is_file()}
        made = sample()
        assert set(listed) == set(made)
        assert all(listed[name].read_bytes() == data for name, data in made.items())

    def test_gets_the_points_it_deserves(self, graded):
        found = {row["student"]: float(row["total"]) for row in rows(graded / "gradebook.csv")}
        assert len(found) == 12
        assert {student: found[student] for student in LEARNERS} == LEARNERS

    def test_loses_no_point_to_bad_luck(self, graded):
        found = {row["student"]: row["total"] for row in rows(graded / "gradebook.csv")}
        assert found["finn"] == "100"  # a late np = None, no metadata, a failing cell, a new name

    def test_forges_no_point(self, graded):
        """Who sabotages, lies or writes verdicts keeps what is right, and earns nothing else."""
        found = {row["student"]: row for row in rows(graded / "gradebook.csv")}
        assert found["lou"][SOFTMAX] == "0"
        lying = {r["exercise"]: r for r in rows(graded / "grades.csv") if r["student"] == "hana"}
        assert lying["sigmoid"]["points"] == "0"

    def test_a_hanging_answer_costs_that_one(self, graded):
        found = {r["exercise"]: r for r in rows(graded / "grades.csv") if r["student"] == "ivo"}
        assert found["sigmoid"]["status"] == "timed_out"
        others = [row["status"] for name, row in found.items() if name != "sigmoid"]
        assert set(others) == {"passed"}

    def test_a_damaged_file_is_said_so(self, graded):
        found = [row for row in rows(graded / "grades.csv") if row["student"] == "jo"]
        assert {row["status"] for row in found} == {"errored"}
        assert all("not a notebook" in row["message"] for row in found)

    def test_every_submission_has_its_page(self, graded):
        assert len(list((graded / "feedback").rglob("*.html"))) == 12

    def test_says_in_every_row_what_protected_the_grader(self, graded):
        assert {r["protection"] for r in rows(graded / "grades.csv")} <= {"namespaces", "landlock"}

    def test_graded_again_gives_the_same_bytes_and_grades_nothing(self, graded):
        before = tables(graded)
        result = run("grade", FOLDER, "--out", graded, "--json", "--quiet")
        said = json.loads(result.stdout)
        assert (said["graded"], said["known"]) == (0, 12)
        assert result.stderr == ""
        assert tables(graded) == before

    def test_graded_by_one_job_gives_the_same_bytes(self, graded, tmp_path):
        assert run("grade", FOLDER, "--out", tmp_path, "--jobs", 1, "--quiet").exit_code == 0
        assert tables(tmp_path) == tables(graded)

    def test_has_a_report(self, graded):
        result = run("report", graded)
        assert result.exit_code == 0
        assert "12 students, 2 sheets" in result.stdout
        assert (graded / "report.html").is_file()
        said = json.loads(run("report", graded, "--json").stdout)
        assert {each["exercise"] for each in said["misconceptions"]} >= {"sigmoid"}


class TestProgress:
    def test_is_plain_lines_where_there_is_no_terminal(self, one, tmp_path):
        result = run("grade", one, "--out", tmp_path / "out")
        assert "1 of 1 submissions; exercises: 9 passed" in result.stderr
        assert "\r" not in result.stderr

    def test_lists_what_was_left(self, one, tmp_path):
        (one / "ada" / "essay.pdf").write_bytes(b"%PDF")
        result = run("grade", one, "--out", tmp_path / "out")
        assert "not graded: ada/essay.pdf: it is not a notebook" in result.stderr


class TestBadInput:
    """One clear line, a non-zero exit, and what was there is still there."""

    def refused(self, *arguments: object, words: str, code: int = 1) -> None:
        result = run(*arguments)
        assert result.exit_code == code, result.output
        assert words in result.stderr
        assert "Traceback" not in result.output
        assert len([line for line in result.stderr.splitlines() if "Error:" in line]) == 1

    def test_a_missing_folder(self, tmp_path):
        self.refused("grade", tmp_path / "no", "--out", tmp_path / "out", words="does not exist")
        assert not (tmp_path / "out").exists()

    def test_an_empty_folder(self, tmp_path):
        (tmp_path / "class").mkdir()
        self.refused("grade", tmp_path / "class", "--out", tmp_path / "out", words="no submissions")
        assert not (tmp_path / "out").exists()

    def test_a_folder_in_which_nothing_can_be_placed(self, tmp_path):
        folder = tmp_path / "class"
        folder.mkdir()
        (folder / "essay.pdf").write_bytes(b"%PDF")
        self.refused("grade", folder, "--out", tmp_path / "out", words="none of the 1 files")

    @pytest.mark.parametrize("within", [".", "results", "ada/results"])
    def test_results_among_the_submissions(self, one, within):
        self.refused("grade", one, "--out", one / within, words="name a folder beside it")
        assert [path.name for path in one.rglob("*") if path.is_file()] == [f"{SOFTMAX}.ipynb"]

    def test_an_unknown_sheet(self, one, tmp_path):
        out = tmp_path / "out"
        self.refused("grade", one, "--out", out, "--sheet", "02_sigmoids", words=SIGMOID)
        assert not out.exists()

    def test_results_that_would_go_into_a_file(self, one, tmp_path):
        (tmp_path / "out").write_text("mine", encoding="utf-8")
        self.refused("grade", one, "--out", tmp_path / "out", words="is a file")
        assert (tmp_path / "out").read_text(encoding="utf-8") == "mine"

    @pytest.mark.skipif(sys.platform != "linux", reason="/proc is a folder nobody can write to")
    def test_a_folder_that_cannot_be_written(self, one):
        self.refused("grade", one, "--out", "/proc/graded", words="cannot be made")

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
    def test_a_full_disk(self, one, tmp_path):
        """The table's draft leads to a device that is always full."""
        out = tmp_path / "out"
        out.mkdir()
        (out / ".grades.csv.part").symlink_to("/dev/full")
        self.refused("grade", one, "--out", out, words="No space left")
        assert not (out / "grades.csv").exists()
        assert run("grade", one, "--out", tmp_path / "elsewhere").exit_code == 0

    def test_results_of_another_version(self, one, tmp_path):
        assert run("grade", one, "--out", tmp_path / "out").exit_code == 0
        record = sqlite3.connect(tmp_path / "out" / "grades.sqlite")
        record.execute("PRAGMA user_version = 99")
        record.commit()
        record.close()
        before = tables(tmp_path / "out")
        self.refused("grade", one, "--out", tmp_path / "out", words="another version")
        self.refused("report", tmp_path / "out", words="another version")
        assert tables(tmp_path / "out") == before

    def test_a_report_of_nothing(self, tmp_path):
        self.refused("report", tmp_path, words="no record of grades")

    @pytest.mark.parametrize("arguments", [("--jobs", "0"), ("--seed", "-1"), ("--engine", "ray")])
    def test_options_out_of_range(self, one, tmp_path, arguments):
        result = run("grade", one, "--out", tmp_path / "out", *arguments)
        assert result.exit_code == 2

    def test_dask_without_a_scheduler(self, one, tmp_path):
        out = tmp_path / "out"
        self.refused("grade", one, "--out", out, "--engine", "dask", words="--scheduler")


class TestNoProtection:
    @pytest.fixture(autouse=True)
    def none_works(self, monkeypatch):
        from course_utils.grading import work

        monkeypatch.setattr(work, "missing", lambda kind: "it needs Linux")

    def test_refuses_and_says_what_to_do(self, one, tmp_path):
        result = run("grade", one, "--out", tmp_path / "out")
        assert result.exit_code == 1
        for words in ("Linux", "container", "WSL2", "--trust-submissions"):
            assert words in result.stderr

    def test_runs_where_the_files_are_trusted_and_marks_every_record(self, one, tmp_path):
        result = run("grade", one, "--out", tmp_path / "out", "--trust-submissions")
        assert result.exit_code == 0, result.output
        assert "under none" in result.stdout
        assert {row["protection"] for row in rows(tmp_path / "out" / "grades.csv")} == {"none"}


@pytest.mark.skipif(sys.platform == "win32", reason="a process is killed by a signal here")
class TestKilledInTheMiddle:
    def test_goes_on_where_it_was_and_ends_in_the_same_bytes(self, tmp_path):
        folder = tmp_path / "class"
        data = as_bytes(filled(SOFTMAX, answers(SOFTMAX)))
        for number in range(30):
            path = folder / f"student {number:02d}" / f"{SOFTMAX}.ipynb"
            path.parent.mkdir(parents=True)
            path.write_bytes(data + b" " * number)
        command = [sys.executable, "-m", "course_utils", "grade", str(folder), "--out"]
        for tried in range(3):
            started = subprocess.Popen(
                [*command, str(tmp_path / "out"), "--quiet"],
                cwd=ROOT,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            self.wait_for_pages(tmp_path / "out", 4 * (tried + 1), started)
            started.send_signal(signal.SIGKILL)
            started.wait()
        assert len(list((tmp_path / "out" / "feedback").iterdir())) < 30
        result = run("grade", folder, "--out", tmp_path / "out", "--json", "--quiet")
        said = json.loads(result.stdout)
        assert said["graded"] + said["known"] == 30
        assert said["known"] >= 12
        run("grade", folder, "--out", tmp_path / "whole", "--quiet")
        assert tables(tmp_path / "out") == tables(tmp_path / "whole")
        record = sqlite3.connect(tmp_path / "out" / "grades.sqlite")
        assert record.execute("SELECT count(*) FROM attempts").fetchone() == (30,)
        record.close()

    def wait_for_pages(self, out: Path, wanted: int, process: subprocess.Popen) -> None:
        deadline = time.monotonic() + 60
        while len(list(out.glob("feedback/*"))) < wanted:
            assert process.poll() is None, "it ended before it could be killed"
            assert time.monotonic() < deadline
            time.sleep(0.002)


def test_a_submission_is_read_up_to_the_limit(tmp_path):
    path = tmp_path / "large.ipynb"
    path.write_bytes(b"x" * (submissions.MOST_BYTES + 10))
    assert len(submissions.read(path)) == submissions.MOST_BYTES + 1
