"""A fresh sheet, and nothing of the learner's lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from course_utils.authoring.build import fresh_sheet
from course_utils.errors import CourseError
from course_utils.notebook.fresh import reset, sheet_name
from course_utils.places import course_root

SHEET = "02_sigmoid_tanh"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    given = tmp_path / "exercises" / ".fresh"
    given.mkdir(parents=True)
    (given / f"{SHEET}.ipynb").write_text("fresh", encoding="utf-8")
    return tmp_path


def never(root: Path, sheet: str) -> bytes:
    raise AssertionError("the copy that was given out serves")


def texts(root: Path) -> dict[str, str]:
    return {p.name: p.read_text(encoding="utf-8") for p in (root / "exercises").glob("*.ipynb")}


class TestReset:
    def test_keeps_every_earlier_sheet_beside_the_fresh_one(self, root):
        for text in ("first", "second"):
            (root / "exercises" / f"{SHEET}.ipynb").write_text(text, encoding="utf-8")
            reset(root, SHEET, never)
        assert texts(root) == {
            f"{SHEET}.ipynb": "fresh",
            f"old_1_{SHEET}.ipynb": "first",
            f"old_2_{SHEET}.ipynb": "second",
        }

    def test_keeps_no_copy_of_an_untouched_one(self, root):
        assert reset(root, SHEET, never) is None
        assert reset(root, SHEET, never) is None
        assert texts(root) == {f"{SHEET}.ipynb": "fresh"}

    def test_makes_the_sheet_from_its_source_in_a_clone(self, tmp_path):
        (tmp_path / "exercises").mkdir()
        reset(tmp_path, SHEET, lambda root, sheet: fresh_sheet(course_root(), sheet))
        built = course_root() / "exercises" / f"{SHEET}.ipynb"
        assert (tmp_path / "exercises" / f"{SHEET}.ipynb").read_bytes() == built.read_bytes()


class TestTheName:
    @pytest.mark.parametrize("text", [SHEET, f"{SHEET}.ipynb", f"exercises/{SHEET}.ipynb"])
    def test_may_be_given_as_a_path(self, root, text):
        assert sheet_name(root, text) == SHEET

    def test_that_is_none_is_answered_by_those_that_there_are(self, root):
        with pytest.raises(CourseError, match=SHEET):
            sheet_name(root, "02")
