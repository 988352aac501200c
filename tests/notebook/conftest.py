"""What the tests of the notebook room share: a catalog's exercises, and what was displayed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from course_utils.notebook import checks, pictures, showing
from course_utils.notebook.record import the_record

sys.path.insert(0, str(Path(__file__).parent))


class Shown(list):
    """Everything displayed so far; ``text`` and ``html`` are those of the last card."""

    @property
    def text(self):
        return repr(self[-1])

    @property
    def html(self):
        return self[-1]._repr_mimebundle_()["text/html"]


@pytest.fixture
def shown(monkeypatch):
    """The cards displayed by the functions under test, in place of a notebook's output area."""
    cards = Shown()
    monkeypatch.setattr(showing, "show", cards.append)
    monkeypatch.setattr(checks, "show", cards.append)
    monkeypatch.setattr(pictures, "show_against_expected", lambda exercise, answer: None)
    return cards


@pytest.fixture
def record():
    return the_record()
