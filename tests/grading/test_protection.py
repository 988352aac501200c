"""Which protection is chosen, and what is said where there is none."""

from __future__ import annotations

import sys

import pytest

from course_utils.errors import CourseError
from course_utils.grading import filter as allowed_calls
from course_utils.grading import protection, starting, zygotes
from course_utils.grading.limits import Limits
from course_utils.grading.protection import Protection, best, probe


def test_this_machine_is_told_about_all_three():
    found = probe()
    assert set(found) == set(Protection)
    assert found[Protection.NONE] == ""
    assert all("\n" not in reason for reason in found.values())


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_elsewhere_grading_is_refused_with_a_way_out(monkeypatch, platform):
    monkeypatch.setattr(sys, "platform", platform)
    with pytest.raises(CourseError, match=r"Linux container.*WSL2.*--trust-submissions") as refusal:
        best()
    assert "\n" not in str(refusal.value)
    assert best(trust_submissions=True) is Protection.NONE


def test_without_bubblewrap_the_other_is_taken(monkeypatch):
    monkeypatch.setattr(protection.shutil, "which", lambda name: None)
    assert "bubblewrap" in protection.why_not(Protection.NAMESPACES)


def test_a_sandbox_that_does_not_start_says_why_in_one_line(monkeypatch):
    monkeypatch.setattr(zygotes.starting, "command", lambda program: [sys.executable, "-c", "1/0"])
    for kind in (Protection.NAMESPACES, Protection.LANDLOCK):
        reason = protection.why_not(kind)
        assert reason
        assert "\n" not in reason


def test_trust_does_not_weaken_what_is_to_be_had(monkeypatch):
    monkeypatch.setattr(
        protection, "why_not", lambda kind: "" if kind is Protection.LANDLOCK else "not here"
    )
    assert best(trust_submissions=True) is Protection.LANDLOCK


def test_the_filter_is_an_allow_list_that_ends_in_a_refusal():
    program = allowed_calls.program()
    assert len(program) % 8 == 0
    assert 100 < len(program) // 8 < 4096  # BPF_MAXINSNS


@pytest.mark.parametrize(
    ("effective", "may"),
    [("000001ffffffffff", True), ("00000000a80425fb", True), ("0000000000000000", False)],
)
def test_root_without_its_rights_cannot_become_nobody(monkeypatch, tmp_path, effective, may):
    """All of root's rights, those that Docker leaves it, and a container with --cap-drop ALL."""
    monkeypatch.setattr(starting.os, "getuid", lambda: 0)
    status = tmp_path / "status"
    status.write_text(f"Name:\tpython\nCapPrm:\t0000000000000000\nCapEff:\t{effective}\n")
    assert starting.may_become_nobody(status) is may


def test_and_is_told_so(monkeypatch):
    monkeypatch.setattr(protection, "may_become_nobody", lambda: False)
    with pytest.raises(CourseError, match="start it as an ordinary user"):
        best()


def test_a_process_that_cannot_be_started_is_one_line_too(monkeypatch):
    def full(*_: object, **__: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(zygotes.subprocess, "Popen", full)
    assert "Resource temporarily unavailable" in protection.why_not(Protection.LANDLOCK)


@pytest.mark.parametrize("namespaces", [True, False])
def test_a_kernel_without_landlock_is_said_also_where_all_is_warmed(monkeypatch, namespaces):
    usual = zygotes.starting.command

    def on_an_old_kernel(program: str) -> list[str]:
        *words, boot = usual(program)
        old = "main.__globals__['confine'].CREATE_RULESET = 9999; main()"
        return [*words, boot.replace("main()", old)]

    monkeypatch.setattr(zygotes.starting, "command", on_an_old_kernel)
    with pytest.raises(zygotes.SandboxError, match="no Landlock"):
        zygotes.Zygote(namespaces, Limits(), ready_for="numbers")
