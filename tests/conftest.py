"""Settings that all tests share: no learner's record is touched, and drawing needs no screen."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

os.environ.setdefault("MPLBACKEND", "Agg")
for folder in ("corpus", "browser", "hostile"):
    sys.path.insert(0, str(Path(__file__).parent / folder))
pytest.register_assert_rewrite("lesson_form")


@pytest.fixture(autouse=True)
def _own_record(tmp_path, monkeypatch):
    """Each test has a record of attempts of its own."""
    monkeypatch.setenv("COURSE_RECORD", str(tmp_path / "record.sqlite"))


def pytest_terminal_summary(terminalreporter):
    """Print the tables that tests recorded with ``record_property("table", text)``."""
    reports = [r for outcome in ("passed", "failed") for r in terminalreporter.getreports(outcome)]
    for report in reports:
        for name, text in report.user_properties:
            if name == "table" and report.when == "call":
                terminalreporter.write_line(f"\n{text}")
