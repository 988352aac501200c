"""The `course` command: usage, suggestions, one line for each error, and its exit codes."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from course_utils import __version__, cli
from course_utils.catalog import SHEETS
from course_utils.errors import CourseError


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli.course, arguments)


@pytest.fixture
def in_course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is a course with one source, and the working directory."""
    source = tmp_path / "source" / "exercises" / "02_demo.py"
    source.parent.mkdir(parents=True)
    (tmp_path / "source" / "lessons").mkdir()
    source.write_text("# %% [markdown]\n# # Sheet\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch):
    """Makes `course doctor` fail in a chosen way."""

    def fail_with(error: Exception) -> None:
        def examine() -> list:
            raise error

        monkeypatch.setattr("course_utils.doctor.examine", examine)

    return fail_with


class TestUsage:
    @pytest.mark.parametrize(
        "command", ["build", "check", "classroom", "doctor", "html", "lab", "slides"]
    )
    def test_of_each_command_is_one_option_away(self, command):
        result = run(command, "--help")
        assert result.exit_code == 0
        assert result.stdout.startswith(f"Usage: course {command}")

    def test_has_a_version(self):
        assert run("--version").stdout.strip() == f"course, version {__version__}"

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            (["biuld"], "Did you mean 'build'?"),
            (["xyzzy"], "There are: build, check"),
            (["build", "--chekc"], "--check"),
            (["build", "02_dmo"], "Did you mean '02_demo'?"),
            (["build", "--check", "02_demo"], "leave the names out"),
            (["lab", "no_such_lesson"], "No notebook 'no_such_lesson'"),
            (["lab", "--port", "0"], "--port"),
            (["check", "no_such_file.ipynb"], "No file or sheet 'no_such_file.ipynb'"),
            (["html"], "--out"),
            (["slides"], "--all"),
            (["slides", "no_such_lesson"], "No lesson 'no_such_lesson'"),
        ],
    )
    def test_that_is_wrong_ends_with_2_and_says_what_was_meant(self, in_course, arguments, words):
        result = run(*arguments)
        assert result.exit_code == 2
        assert words in result.stderr
        assert result.stdout == ""


class TestAnError:
    def test_is_one_line_and_ends_with_1(self, failing):
        failing(CourseError("No course found. Go there."))
        result = run("doctor")
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr == "Error: No course found. Go there.\n"

    def test_of_the_system_is_one_line(self, failing):
        failing(PermissionError(13, "Permission denied", "file.txt"))
        result = run("doctor")
        assert result.exit_code == 1
        assert result.stderr == "Error: [Errno 13] Permission denied: 'file.txt'\n"

    def test_of_our_own_says_so_without_a_traceback(self, failing):
        failing(KeyError("lost"))
        result = run("doctor")
        assert result.exit_code == 1
        assert "Unexpected KeyError: 'lost'" in result.stderr
        assert "Traceback" not in result.stderr

    def test_of_our_own_is_left_alone_with_debug(self, failing):
        failing(KeyError("lost"))
        assert isinstance(run("--debug", "doctor").exception, KeyError)


class TestBuild:
    def test_prints_what_it_built_and_says_what_it_does_elsewhere(self, in_course):
        result = run("build", "02_demo")
        assert result.exit_code == 0
        assert result.stdout.split() == ["exercises/02_demo.ipynb", "solutions/02_demo.ipynb"]
        assert result.stderr == "running solutions/02_demo.ipynb\n"

    def test_works_from_any_folder_of_the_course(self, in_course, monkeypatch):
        monkeypatch.chdir(in_course / "source" / "exercises")
        assert run("build").exit_code == 0
        assert (in_course / "exercises" / "02_demo.ipynb").is_file()

    def test_goes_on_after_a_source_that_fails_and_ends_with_1(self, in_course):
        bad = in_course / "source" / "exercises" / "01_bad.py"
        bad.write_text("# %%\n### BEGIN SOLUTION\n", encoding="utf-8")
        result = run("build")
        assert result.exit_code == 1
        assert "02_demo.ipynb" in result.stdout
        assert "source/exercises/01_bad.py:2: '### BEGIN SOLUTION' without" in result.stderr
        assert "1 of 2 sources could not be built" in result.stderr

    def test_check_lists_the_differences_and_ends_with_1(self, in_course):
        result = run("build", "--check")
        assert result.exit_code == 1
        assert "exercises/02_demo.ipynb: is missing → run: course build 02_demo" in result.stdout

    def test_check_of_this_course_finds_nothing(self, monkeypatch):
        monkeypatch.chdir(Path(__file__).parent)
        result = run("build", "--check")
        assert result.stdout == ""
        assert result.exit_code == 0


class TestAConsole:
    def test_that_cannot_show_a_sign_gets_another(self, monkeypatch):
        raw = io.BytesIO()
        narrow = io.TextIOWrapper(raw, encoding="cp1252", write_through=True)
        monkeypatch.setattr(sys, "stdout", narrow)
        monkeypatch.setattr(cli, "course", lambda: narrow.write("✓ done"))
        cli.main()
        assert raw.getvalue() == b"? done"


class TestCheck:
    @pytest.fixture
    def sheet(self, tmp_path: Path) -> Path:
        """A sheet with one right and one wrong answer."""
        from nbformat import write
        from nbformat.v4 import new_code_cell, new_notebook

        answers = (
            "def odds_to_probability(odds):\n    return odds / (1 + odds)",
            "def tanh_derivative(z):\n    return z",
        )
        path = tmp_path / "mine.ipynb"
        write(new_notebook(cells=[new_code_cell(text) for text in answers]), path)
        return path

    def test_ends_with_0_although_answers_are_wrong(self, sheet):
        result = run("check", str(sheet), "--json")
        assert result.exit_code == 0
        found = {v["exercise"]: v["status"] for v in json.loads(result.stdout)["verdicts"]}
        assert found["odds_to_probability"] == "passed"
        assert found["tanh_derivative"] == "failed"
        assert found["sigmoid"] == "not_attempted"

    @pytest.mark.parametrize(
        "named", ["02_mine", "02_mine.ipynb", "exercises/02_mine", "exercises/02_mine.ipynb"]
    )
    def test_takes_the_name_of_a_sheet_as_well_as_a_file(self, sheet, named, monkeypatch):
        """From any folder of the course; and the sheet, not the lesson of the same name."""
        for folder in ("exercises", "notebooks", "elsewhere"):
            (sheet.parent / folder).mkdir()
        sheet.rename(sheet.parent / "exercises" / "02_mine.ipynb")
        (sheet.parent / "notebooks" / "02_mine.ipynb").write_text("no sheet", encoding="utf-8")
        monkeypatch.chdir(sheet.parent / "elsewhere")
        result = run("check", named, "--json")
        assert result.exit_code == 0, result.stderr
        assert json.loads(result.stdout)["sheet"] == "02_sigmoid_tanh"
        assert "Did you mean '02_mine'?" in run("check", "02_mne").stderr

    def test_of_a_folder_is_one_line(self, tmp_path):
        result = run("check", str(tmp_path))
        assert result.exit_code == 1
        assert "is a folder" in result.stderr
        assert result.stderr.count("Error") == 1

    def test_outside_of_a_course_needs_a_file(self, monkeypatch):
        def nowhere():
            raise FileNotFoundError

        monkeypatch.setattr("course_utils.places.course_root", nowhere)
        result = run("check", "02_sigmoid_tanh")
        assert result.exit_code == 2
        assert "No file '02_sigmoid_tanh'" in result.stderr

    def test_prints_a_line_for_each_exercise(self, sheet):
        lines = run("check", str(sheet)).stdout.splitlines()
        marked = [line.split()[0] for line in lines if line[:1].strip() and "points" not in line]
        assert marked == [exercise.name for exercise in SHEETS["02_sigmoid_tanh"]]
        assert lines[0].split()[:2] == ["odds_to_probability", "passed"]


def test_a_reader_that_has_seen_enough_is_no_error():
    """``course doctor --json | head -n 1``"""
    command = [sys.executable, "-m", "course_utils", "doctor", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        said = process.stderr.read().decode()
    assert "Error" not in said, said
    assert "Traceback" not in said, said
