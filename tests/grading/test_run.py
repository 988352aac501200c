"""A grading of a folder: what is missing is graded, nothing twice, nothing lost.

The engine here gives verdicts without running anything; the sandbox has tests of its own.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from made_grades import SCORES, SHEET

from course_utils.catalog import SHEETS
from course_utils.checking.verdict import Status, Verdict
from course_utils.errors import CourseError
from course_utils.grading import run as running
from course_utils.grading.bench import Limits, Marked
from course_utils.grading.feedback import page_path
from course_utils.grading.record import GradeRecord
from course_utils.grading.run import ClassGrading, Summary
from course_utils.grading.submissions import find
from course_utils.grading.work import Task

STATUSES = {b"right": Status.PASSED, b"wrong": Status.FAILED, b"fault": Status.GRADER_ERROR}


@dataclass
class Pretending:
    """An engine whose verdicts follow from the first word of a file; ``slow`` needs patience."""

    protection: str = "namespaces"
    seen: list[str] = field(default_factory=list)
    stop_after: int = 1_000

    def run(self, tasks, limits, alone=False):
        for task in tasks:
            if len(self.seen) == self.stop_after:
                raise KeyboardInterrupt
            word = task.data.split()[0]
            self.seen.append(word.decode())
            patient = limits.cell > Limits().cell
            assert patient == alone
            status = STATUSES.get(word, Status.PASSED if patient else Status.TIMED_OUT)
            yield (
                task,
                Marked(
                    tuple(
                        Verdict(
                            e.name, status, SCORES.get(status, 0.0), f"{e.name}: {word.decode()}."
                        )
                        for e in SHEETS[task.sheet]
                    ),
                    (),
                    self.protection,
                ),
            )

    def close(self):
        pass


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three submissions: right, wrong, right."""
    for student, word in (("ada", "right"), ("ben", "wrong"), ("cleo", "right")):
        hand_in(tmp_path / "class", student, word)
    return tmp_path / "class"


def hand_in(folder: Path, student: str, word: str, sheet: str = SHEET) -> None:
    path = folder / student / f"{sheet}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{word} {student}", encoding="utf-8")


def grade(folder: Path, out: Path, engine: Pretending | None = None, seed: int = 0) -> Summary:
    engine = engine or Pretending()
    return ClassGrading(find(folder), out, engine, seed, lambda statuses: None).run()


def files(out: Path) -> dict[str, str]:
    """Every file of a grading but the record, by what it holds."""
    return {
        path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in out.rglob("*")
        if path.is_file() and not path.name.startswith("grades.sqlite")
    }


class TestASecondRun:
    def test_grades_nothing_twice_and_writes_the_same_bytes(self, folder, tmp_path):
        out = tmp_path / "out"
        assert grade(folder, out).graded == 3
        before = files(out)
        engine = Pretending()
        summary = grade(folder, out, engine)
        assert (summary.graded, summary.known, engine.seen) == (0, 3, [])
        assert files(out) == before

    def test_grades_a_changed_notebook_and_keeps_the_attempt_before(self, folder, tmp_path):
        grade(folder, tmp_path / "out")
        hand_in(folder, "ben", "right")
        engine = Pretending()
        assert grade(folder, tmp_path / "out", engine).graded == 1
        assert engine.seen == ["right"]
        with GradeRecord(tmp_path / "out") as record:
            assert record.attempts() == 4
            assert {grade.status for grade in record.grades("ben")} == {Status.PASSED}

    def test_takes_a_former_attempt_again_where_the_notebook_is_the_former_one(
        self, folder, tmp_path
    ):
        grade(folder, tmp_path / "out")
        hand_in(folder, "ben", "right")
        grade(folder, tmp_path / "out")
        hand_in(folder, "ben", "wrong")
        assert grade(folder, tmp_path / "out").graded == 0
        page = page_path(tmp_path / "out", "ben", SHEET).read_text(encoding="utf-8")
        assert "sigmoid: wrong." in page

    @pytest.mark.parametrize("change", ["seed", "version"])
    def test_grades_all_anew_for_another_seed_or_version(
        self, folder, tmp_path, monkeypatch, change
    ):
        grade(folder, tmp_path / "out")
        if change == "version":
            monkeypatch.setattr(running, "course_version", lambda: "0.2.0+next")
        assert grade(folder, tmp_path / "out", seed=change == "seed").graded == 3

    def test_grades_again_what_the_grader_failed_on(self, folder, tmp_path):
        hand_in(folder, "dan", "fault")
        assert grade(folder, tmp_path / "out").not_graded == 1
        engine = Pretending()
        grade(folder, tmp_path / "out", engine)
        assert engine.seen == ["fault"]

    def test_adds_another_sheet_to_the_same_gradebook(self, folder, tmp_path):
        grade(folder, tmp_path / "out")
        hand_in(tmp_path / "later", "ada", "wrong", "04_softmax")
        grade(tmp_path / "later", tmp_path / "out")
        header, ada, *_ = (tmp_path / "out" / "gradebook.csv").read_text("utf-8").splitlines()
        assert header == f"student,{SHEET},04_softmax,total"
        assert ada == "ada,100,0,100"

    def test_writes_a_page_that_was_lost(self, folder, tmp_path):
        grade(folder, tmp_path / "out")
        page = page_path(tmp_path / "out", "ada", SHEET)
        page.unlink()
        grade(folder, tmp_path / "out")
        assert page.is_file()


class TestAnInterruption:
    @pytest.mark.parametrize("done", [0, 1, 2])
    def test_loses_nothing_and_ends_in_the_same_bytes(self, folder, tmp_path, done):
        with pytest.raises(KeyboardInterrupt):
            grade(folder, tmp_path / "out", Pretending(stop_after=done))
        assert grade(folder, tmp_path / "out").graded == 3 - done
        grade(folder, tmp_path / "whole")
        assert files(tmp_path / "out") == files(tmp_path / "whole")


class TestTimeRunOut:
    def test_is_tried_once_more_alone_before_it_is_recorded(self, folder, tmp_path):
        hand_in(folder, "dan", "slow")
        engine = Pretending()
        assert grade(folder, tmp_path / "out", engine).graded == 4
        assert engine.seen[-1] == "slow"
        assert engine.seen.count("slow") == 2
        with GradeRecord(tmp_path / "out") as record:
            assert {grade.status for grade in record.grades("dan")} == {Status.PASSED}
            assert record.attempts() == 4


class TestAFolderForTheResults:
    def test_that_is_a_file_is_said_so(self, folder, tmp_path):
        (tmp_path / "out").write_text("mine", encoding="utf-8")
        with pytest.raises(CourseError, match="is a file"):
            grade(folder, tmp_path / "out")
        assert (tmp_path / "out").read_text(encoding="utf-8") == "mine"


class TestATask:
    def test_carries_no_name_and_no_path(self):
        assert set(Task.__dataclass_fields__) == {"number", "sheet", "data", "seed"}
