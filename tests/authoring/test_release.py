"""The student bundle: everything a student needs, no answer, and always the same bytes."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from course_utils.authoring import release as releasing
from course_utils.authoring.build import EXERCISES, find_sources, read_cells
from course_utils.authoring.guide.pages import PAGES
from course_utils.authoring.guide.source import GuideSource, guide_sources, read_guide
from course_utils.authoring.leaks import is_telling
from course_utils.authoring.regions import secret_lines
from course_utils.authoring.release import release
from course_utils.catalog import SHEETS
from course_utils.errors import CourseError
from course_utils.places import course_root

ROOT = course_root(Path(__file__))
PAGE = "*For instructors; students do not get this"
MARKER = b"### BEGIN" + b" SOLUTION"


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return release(ROOT, tmp_path_factory.mktemp("release"))


@pytest.fixture(scope="module")
def names(released) -> set[str]:
    return {p.relative_to(released[0]).as_posix() for p in released[0].rglob("*") if p.is_file()}


def said(guide: GuideSource) -> list[str]:
    """What a guide's source says to instructors; code may occur elsewhere as well."""
    return [
        guide.aim,
        *(cut.instead for cut in guide.skip),
        *(prompt.expect for prompt in guide.prompts),
        *guide.remedies.values(),
        *(step.say for step in guide.live_coding),
    ]


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run Python in the bundle, which comes before every other copy of the course."""
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    return subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


class TestWhatIsInIt:
    def test_every_lesson_every_sheet_and_the_package(self, names):
        for folder in ("notebooks", "exercises"):
            for path in (ROOT / folder).glob("*.ipynb"):
                assert f"{folder}/{path.name}" in names
        assert {"README.md", "check_environment.py", "LICENSE", "pyproject.toml"} <= names
        assert "course_utils/data/digits.npz" in names

    def test_nothing_for_authors_and_instructors(self, names):
        tops = {name.split("/")[0] for name in names}
        assert not tops & {"solutions", "source", "tests", ".ci", ".git"}
        rooms = {name.split("/")[1] for name in names if name.startswith("course_utils/")}
        assert not rooms & {"authoring", "grading", "classroom"}
        assert not [name for name in names if "guide" in name.lower()]


class TestNoAnswer:
    def test_region_is_in_any_byte_of_it(self, released):
        folder, archive = released
        holding = [p for p in folder.rglob("*") if p.is_file() and MARKER in p.read_bytes()]
        assert holding == []
        assert MARKER not in archive.read_bytes()

    def test_line_of_a_solution_is_in_a_notebook_of_it(self, released):
        """A line that tells something; lines that the sheets must show themselves do not."""
        folder, _ = released
        secrets = {
            line
            for source in find_sources(ROOT)
            if source.parent == EXERCISES
            for cell in read_cells(ROOT, source)
            for line in secret_lines(cell)
            if is_telling(line)
        }
        assert len(secrets) > 50
        texts = [p.read_text(encoding="utf-8") for p in folder.rglob("*.ipynb")]
        shown = {
            line.strip()
            for text in texts
            for cell in json.loads(text)["cells"]
            for line in "".join(cell["source"]).splitlines()
        }
        assert not secrets & shown

    def test_sentence_for_instructors_is_in_any_byte_of_it(self, released):
        """Neither what is written for guides, nor what only their pages say."""
        folder, archive = released
        texts = [text for path in guide_sources(ROOT) for text in said(read_guide(ROOT, path))]
        assert len(texts) > 150
        assert min(map(len, texts)) > 20
        whole = b"\n".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
        assert PAGE.encode() in b"".join(p.read_bytes() for p in (ROOT / PAGES).glob("*.md"))
        for text in (*texts, PAGE):
            for line in text.splitlines():
                assert len(line) < 20 or line.encode() not in whole, line
        assert PAGE.encode() not in archive.read_bytes()


class TestARepositoryOfIt:
    def test_keeps_its_history_through_the_next_release(self, tmp_path):
        folder, _ = release(ROOT, tmp_path)
        (folder / ".git").mkdir()
        (folder / ".git" / "HEAD").write_text("ref: refs/heads/main", encoding="utf-8")
        (folder / "left_over.txt").write_text("of the release before", encoding="utf-8")
        release(ROOT, tmp_path)
        assert (folder / ".git" / "HEAD").is_file()
        assert not (folder / "left_over.txt").exists()

    def test_has_what_binder_needs(self, released):
        folder, _ = released
        text = (folder / ".binder" / "requirements.txt").read_text(encoding="utf-8")
        assert text.splitlines() == ["-c ../constraints.txt", "-e ."]
        assert (folder / "constraints.txt").is_file()


class TestTheSameBytes:
    def test_come_from_the_same_sources(self, released, tmp_path):
        folder, archive = release(ROOT, tmp_path)
        assert archive.read_bytes() == released[1].read_bytes()
        assert (folder / "MANIFEST.sha256").read_bytes() == (
            released[0] / "MANIFEST.sha256"
        ).read_bytes()

    def test_are_in_the_folder_and_in_the_zip(self, released, names):
        folder, path = released
        with zipfile.ZipFile(path) as archive:
            listed = archive.namelist()
            assert listed == sorted(listed)
            assert {name.split("/", 1)[1] for name in listed} == names
            for name in listed:
                assert archive.read(name) == (folder.parent / name).read_bytes()

    def test_are_named_in_the_manifest(self, released, names):
        folder, _ = released
        lines = (folder / "MANIFEST.sha256").read_text(encoding="utf-8").splitlines()
        listed = dict(reversed(line.split("  ", 1)) for line in lines)
        assert set(listed) == names - {"MANIFEST.sha256"}
        for name, wanted in listed.items():
            assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == wanted


class TestItsOwnCheck:
    def test_finds_nothing_missing_here(self, released):
        done = run(released[0], "check_environment.py")
        assert (done.returncode, done.stderr) == (0, "")
        assert "can be used here" in done.stdout

    def test_names_what_is_missing_or_damaged(self, tmp_path):
        folder, _ = release(ROOT, tmp_path)
        (folder / "course_utils" / "words.py").unlink()
        (folder / "course_utils" / "errors.py").write_text("x = 1\n", encoding="utf-8")
        text = (folder / "pyproject.toml").read_text(encoding="utf-8")
        changed = text.replace('"numpy>=', '"no-such-package>=1.0",\n    "numpy>=')
        (folder / "pyproject.toml").write_text(changed, encoding="utf-8")
        done = run(folder, "check_environment.py")
        assert done.returncode == 1
        for words in ("words.py is missing", "errors.py is not as", "no-such-package is missing"):
            assert words in done.stdout
        assert "Traceback" not in done.stderr

    def test_lets_a_learner_work_in_the_notebooks(self, tmp_path):
        folder, _ = release(ROOT, tmp_path)
        sheet = folder / "exercises" / "02_sigmoid_tanh.ipynb"
        sheet.write_text(sheet.read_text(encoding="utf-8") + " ", encoding="utf-8")
        assert run(folder, "check_environment.py").returncode == 0


class TestTheCourseInIt:
    def test_marks_a_sheet(self, released):
        done = run(
            released[0], "-m", "course_utils", "check", "exercises/05_gradient_flow.ipynb", "--json"
        )
        assert done.returncode == 0, done.stderr
        verdicts = json.loads(done.stdout)["verdicts"]
        assert len(verdicts) == len(SHEETS["05_gradient_flow"])
        assert {verdict["status"] for verdict in verdicts} == {"not_attempted"}

    def test_gives_a_fresh_sheet(self, tmp_path):
        folder, _ = release(ROOT, tmp_path)
        sheet = folder / "exercises" / "02_sigmoid_tanh.ipynb"
        before = sheet.read_bytes()
        sheet.write_text("mine", encoding="utf-8")
        done = run(folder, "-m", "course_utils", "reset", "02_sigmoid_tanh")
        assert done.returncode == 0, done.stderr
        assert sheet.read_bytes() == before
        kept = sheet.with_name("old_1_02_sigmoid_tanh.ipynb")
        assert kept.read_text(encoding="utf-8") == "mine"

    def test_lists_the_commands_that_work_in_it(self, released):
        done = run(released[0], "-m", "course_utils", "--help")
        listed = re.findall(r"^  ([a-z-]+)  ", done.stdout.split("Commands:")[1], re.M)
        assert listed == ["check", "doctor", "lab", "reset"]
        done = run(released[0], "-m", "course_utils", "biuld")
        assert done.stderr.strip().endswith("There are: check, doctor, lab, reset.")

    @pytest.mark.parametrize(
        "command",
        [
            *(["build"], ["release", "--out", "x"], ["html", "--out", "x"], ["slides", "--all"]),
            *(["grade", "x", "--out", "y"], ["grade-one", "x"], ["report", "x"]),
            ["classroom", "serve"],
        ],
    )
    def test_says_in_a_line_what_this_copy_has_not(self, released, command):
        done = run(released[0], "-m", "course_utils", *command)
        assert done.returncode == 1
        assert "not part of this copy" in done.stderr
        assert "Traceback" not in done.stderr


class TestARefusal:
    def test_where_notebooks_and_sources_disagree(self, tmp_path, monkeypatch):
        monkeypatch.setattr(releasing, "find_drift", lambda root, catalog: ["something"])
        with pytest.raises(CourseError, match="disagree in 1 place"):
            release(ROOT, tmp_path)
        assert list(tmp_path.iterdir()) == []

    def test_where_something_else_stands_in_the_way(self, tmp_path):
        (tmp_path / releasing.NAME).mkdir()
        (tmp_path / releasing.NAME / "mine.txt").write_text("mine", encoding="utf-8")
        with pytest.raises(CourseError, match="no bundle"):
            release(ROOT, tmp_path)
        assert (tmp_path / releasing.NAME / "mine.txt").read_text(encoding="utf-8") == "mine"
