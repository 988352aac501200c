"""What the tests of the live view share: a running class."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from a_class import a_class


@pytest.fixture
def the_class(tmp_path):
    with a_class(tmp_path / "class.sqlite") as running:
        yield running
