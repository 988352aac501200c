"""`course doctor`: what it looks at, and when a learner can work."""

from __future__ import annotations

import importlib.metadata
import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from course_utils import doctor
from course_utils.cli import course

FINE = doctor.Finding("thing", True, "is there")


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch):
    """What the doctor will find."""

    def find(*findings: doctor.Finding) -> None:
        monkeypatch.setattr(doctor, "examine", lambda: list(findings))

    return find


@pytest.fixture(scope="module")
def here() -> dict[str, doctor.Finding]:
    """What the doctor finds on this machine."""
    return {finding.name: finding for finding in doctor.examine()}


def run(*arguments: str):
    return CliRunner().invoke(course, ["doctor", *arguments])


class TestTheExitCode:
    def test_is_0_where_a_learner_can_work(self, found):
        found(FINE, replace(FINE, works=False, needed=False))
        assert run().exit_code == 0

    def test_is_1_where_something_needed_is_missing(self, found):
        found(FINE, replace(FINE, works=False))
        assert run().exit_code == 1


class TestTheReport:
    def test_has_a_line_for_each_finding_with_what_to_do(self, found):
        found(FINE, doctor.Finding("other", False, "is not there", "get it"))
        lines = run().stdout.splitlines()
        assert lines[0].split() == ["works", "thing", "is", "there"]
        assert lines[1].endswith("is not there → get it")
        assert lines[1].startswith("MISSING")

    def test_can_be_read_by_a_program(self, found):
        found(FINE)
        report = json.loads(run("--json").stdout)
        assert report["ready"] is True
        assert report["findings"][0]["name"] == "thing"


class TestTheExamination:
    def test_looks_at_every_package_that_the_course_needs(self, here):
        listed = importlib.metadata.requires("activation-functions-course") or []
        needed = {line.split(">")[0].split(";")[0] for line in listed if "extra" not in line}
        assert needed <= set(here)

    def test_finds_this_machine_fit_for_a_test_run(self, here):
        names = ("Python", "numpy", "Jupyter kernel", "learning record", "figures", "authoring")
        assert all(here[name].works for name in names)

    def test_says_which_protections_there_are_for_grading_and_why_not_the_other(self, monkeypatch):
        from course_utils.grading import protection

        monkeypatch.setattr(
            protection, "why_not", lambda kind: "" if kind.value == "landlock" else "no bubblewrap"
        )
        namespaces, landlock = doctor._grading()
        assert (namespaces.works, landlock.works) == (False, True)
        assert namespaces.detail == "no bubblewrap"
        assert not namespaces.needed

    def test_says_where_a_copy_has_no_grader(self, monkeypatch):
        monkeypatch.setitem(sys.modules, "course_utils.grading.protection", None)
        (grading,) = doctor._grading()
        assert "not part of this copy" in grading.detail
        assert not grading.needed

    def test_has_a_remedy_for_all_that_may_fail(self, here):
        assert all(finding.remedy for finding in here.values() if not finding.works)

    def test_finds_an_old_package(self, monkeypatch):
        monkeypatch.setattr(importlib.metadata, "requires", lambda name: ["numpy>=999"])
        (finding,) = doctor._packages()
        assert not finding.works
        assert "needs >=999" in finding.detail
        assert finding.remedy == 'python -m pip install "numpy>=999"'

    def test_finds_a_missing_package(self, monkeypatch):
        monkeypatch.setattr(importlib.metadata, "requires", lambda name: ["no-such-package>=1"])
        (finding,) = doctor._packages()
        assert finding.detail == "missing (needs >=1)"

    def test_finds_that_the_course_is_not_installed(self, monkeypatch):
        def requires(name: str) -> list[str]:
            raise importlib.metadata.PackageNotFoundError(name)

        monkeypatch.setattr(importlib.metadata, "requires", requires)
        (finding,) = doctor._packages()
        assert "pip install -e ." in finding.remedy

    def test_finds_a_record_that_cannot_be_written_and_lets_the_learner_work(
        self, tmp_path, monkeypatch
    ):
        blocked = tmp_path / "file"
        blocked.touch()
        monkeypatch.setenv("COURSE_RECORD", str(blocked / "record.sqlite"))
        (finding,) = doctor._record()
        assert not finding.works
        assert not finding.needed
        assert "COURSE_RECORD" in finding.remedy

    def test_leaves_no_trace_beside_the_record(self, tmp_path, monkeypatch):
        monkeypatch.setenv("COURSE_RECORD", str(tmp_path / "place" / "record.sqlite"))
        (finding,) = doctor._record()
        assert finding.works
        assert list(Path(tmp_path, "place").iterdir()) == []
