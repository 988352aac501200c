"""Settings that all tests share: no learner's record is touched, and drawing needs no screen."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

os.environ.setdefault("MPLBACKEND", "Agg")
sys.path.insert(0, str(Path(__file__).parent / "corpus"))
sys.path.insert(0, str(Path(__file__).parent / "browser"))


@pytest.fixture(autouse=True)
def _own_record(tmp_path, monkeypatch):
    """Each test has a record of attempts of its own."""
    monkeypatch.setenv("COURSE_RECORD", str(tmp_path / "record.sqlite"))
