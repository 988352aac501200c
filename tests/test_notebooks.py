"""Every notebook runs in a fresh kernel: nbval compares the committed outputs with new ones."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).parent.parent
SECONDS_PER_CELL = 60
SHEETS = sorted((ROOT / "exercises").glob("*.ipynb"))


def nbval(mode: str, folder: str, tmp_path: Path) -> subprocess.CompletedProcess[str]:
    """Run nbval over one folder, with a record of attempts of its own."""
    command = [sys.executable, "-m", "pytest", mode, "--nbval-current-env", "-q", folder]
    command += [f"--nbval-cell-timeout={SECONDS_PER_CELL}", "--override-ini=addopts="]
    command += ["-p", "no:xdist", "-p", "no:cacheprovider"]
    environment = os.environ | {"COURSE_RECORD": str(tmp_path / "record.sqlite")}
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


def code_cells(folder: str) -> int:
    """The number of code cells in a folder's notebooks."""
    paths = sorted((ROOT / folder).glob("*.ipynb"))
    notebooks = [nbformat.read(path, as_version=4) for path in paths]
    return sum(cell.cell_type == "code" for notebook in notebooks for cell in notebook.cells)


def assert_all_passed(done: subprocess.CompletedProcess[str], folder: str) -> None:
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
    assert f"{code_cells(folder)} passed" in done.stdout


class TestLessons:
    def test_give_their_committed_outputs(self, tmp_path):
        assert_all_passed(nbval("--nbval", "notebooks", tmp_path), "notebooks")


class TestSolutions:
    def test_give_their_committed_outputs(self, tmp_path):
        assert_all_passed(nbval("--nbval", "solutions", tmp_path), "solutions")


class TestSheets:
    def test_run_untouched(self, tmp_path):
        assert_all_passed(nbval("--nbval-lax", "exercises", tmp_path), "exercises")

    @pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
    def test_say_that_nothing_was_attempted(self, path, tmp_path):
        done = subprocess.run(
            [sys.executable, "-m", "course_utils", "check", str(path), "--json"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert done.stdout.count('"not_attempted"') == done.stdout.count('"status"') > 0
