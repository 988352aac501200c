"""Submissions are found as they really arrive; what cannot be placed is listed and left."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from course_utils.errors import CourseError
from course_utils.grading.submissions import find, named_sheet, without_copy

SIGMOID = "02_sigmoid_tanh"


def notebook(*cells: str) -> str:
    listed = [
        {"cell_type": "code", "source": cell.splitlines(keepends=True), "metadata": {}}
        for cell in cells
    ]
    return json.dumps({"cells": listed, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


def put(folder: Path, *names: str, text: str = "{}") -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def whose(folder: Path, sheet: str = "") -> list[tuple[str, str]]:
    return [(each.student.key, each.sheet) for each in find(folder, sheet).placed]


def reasons(folder: Path, sheet: str = "") -> dict[str, str]:
    return {each.file: each.reason for each in find(folder, sheet).left}


class TestNames:
    @pytest.mark.parametrize(
        ("file", "student"),
        [
            (f"ada/{SIGMOID}.ipynb", "ada"),
            (f"ada/exercises/{SIGMOID}.ipynb", "ada"),
            (f"Ada Lovelace_41_assignsubmission_file_/{SIGMOID}.ipynb", "Ada Lovelace_41"),
            (f"Ada Lovelace_41_assignsubmission_file/{SIGMOID}.ipynb", "Ada Lovelace_41"),
            (f"Ada Lovelace_41_assignsubmission_file_{SIGMOID}.ipynb", "Ada Lovelace_41"),
            (f"lovelaceada_77_1234_{SIGMOID}.ipynb", "lovelaceada_77"),
            (f"lovelaceada_LATE_77_1234_{SIGMOID}-1.ipynb", "lovelaceada_77"),
            (f"ada_lovelace_{SIGMOID}.ipynb", "ada_lovelace"),
            (f"{SIGMOID}/ada/{SIGMOID}.ipynb", "ada"),
        ],
    )
    def test_tell_whose_it_is_and_which_sheet(self, tmp_path, file, student):
        assert whose(put(tmp_path, file)) == [(student, SIGMOID)]

    @pytest.mark.parametrize(
        "name",
        [
            f"{SIGMOID} (1)",
            f"{SIGMOID}(2)",
            f"{SIGMOID} - Copy",
            f"{SIGMOID} copy 2",
            f"{SIGMOID}-1",
            "02 Sigmoid Tanh",
            f"my {SIGMOID} final",
        ],
    )
    def test_that_were_changed_by_browsers_and_people_still_tell(self, tmp_path, name):
        assert whose(put(tmp_path, f"ada/{name}.ipynb")) == [("ada", SIGMOID)]

    def test_of_platforms_carry_the_number_that_the_import_needs(self, tmp_path):
        put(tmp_path, f"Ada L_41_assignsubmission_file_/{SIGMOID}.ipynb")
        put(tmp_path, f"benb_LATE_77_1234_{SIGMOID}.ipynb")
        students = {each.student.origin: each.student for each in find(tmp_path).placed}
        assert (students["moodle"].name, students["moodle"].number) == ("Ada L", "41")
        assert (students["canvas"].name, students["canvas"].number) == ("benb", "77")

    def test_of_copies_are_told_from_names_that_end_in_a_number(self):
        assert without_copy("02_sigmoid_tanh (3)") == ("02_sigmoid_tanh", 3)
        assert without_copy("sheet_2") == ("sheet_2", 0)
        assert named_sheet("week 2") == ""


class TestContent:
    def test_tells_the_sheet_where_the_name_does_not(self, tmp_path):
        text = notebook("import numpy as np", "def softmax(logits):\n    return logits", "x = 1")
        assert whose(put(tmp_path, "ada/homework.ipynb", text=text)) == [("ada", "04_softmax")]

    def test_of_a_value_exercise_tells_as_well(self, tmp_path):
        text = notebook("quiz_relu = {'a': 'B'}")
        assert whose(put(tmp_path, "ada/x.ipynb", text=text)) == [("ada", "03_relu_leaky_relu")]

    def test_that_only_mentions_an_exercise_does_not(self, tmp_path):
        put(tmp_path, "ada/x.ipynb", text=notebook("print(softmax([1.0, 2.0]))"))
        assert "says which sheet" in reasons(tmp_path)["ada/x.ipynb"]

    def test_may_be_told_by_the_one_who_grades(self, tmp_path):
        put(tmp_path, "ada/x.ipynb")
        assert whose(tmp_path, SIGMOID) == [("ada", SIGMOID)]


class TestSeveralOfOneStudent:
    def test_several_sheets_are_all_graded(self, tmp_path):
        put(tmp_path, f"ada/{SIGMOID}.ipynb", "ada/04_softmax.ipynb")
        assert whose(tmp_path) == [("ada", SIGMOID), ("ada", "04_softmax")]

    def test_of_several_copies_the_newest_is_graded_and_the_others_are_listed(self, tmp_path):
        put(tmp_path, f"ada/{SIGMOID}.ipynb", f"ada/{SIGMOID} (2).ipynb", f"ada/{SIGMOID}-1.ipynb")
        found = find(tmp_path)
        assert [each.file for each in found.placed] == [f"ada/{SIGMOID} (2).ipynb"]
        assert len(found.left) == 2
        assert all("graded instead" in each.reason for each in found.left)


class TestWhatIsLeft:
    @pytest.mark.parametrize(
        ("file", "words"),
        [
            (f"{SIGMOID}.ipynb", "whose it is"),
            ("ada/essay.pdf", "not a notebook"),
            ("ada/all.zip", "unpack it first"),
        ],
    )
    def test_is_listed_with_a_reason(self, tmp_path, file, words):
        assert words in reasons(put(tmp_path, file))[file]

    def test_another_sheet_than_the_one_asked_for_is_listed(self, tmp_path):
        put(tmp_path, "ada/04_softmax.ipynb")
        assert whose(tmp_path, SIGMOID) == []
        assert "04_softmax" in reasons(tmp_path, SIGMOID)["ada/04_softmax.ipynb"]

    def test_what_systems_leave_lying_about_is_passed_over(self, tmp_path):
        put(tmp_path, ".DS_Store", "ada/.ipynb_checkpoints/x.ipynb", "__MACOSX/ada/._x.ipynb")
        found = find(tmp_path)
        assert (found.placed, found.left) == ((), ())

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes in folders")
    def test_links_and_pipes_are_never_opened(self, tmp_path):
        secret = put(tmp_path, "secret.txt") / "secret.txt"
        folder = tmp_path / "class" / "ada"
        folder.mkdir(parents=True)
        (folder / f"{SIGMOID}.ipynb").symlink_to(secret)
        os.mkfifo(folder / "04_softmax.ipynb")
        (tmp_path / "class" / "ben").symlink_to(tmp_path)
        found = find(tmp_path / "class")
        assert found.placed == ()
        files = {each.file for each in found.left}
        assert {f"ada/{SIGMOID}.ipynb", "ada/04_softmax.ipynb"} <= files


class TestHostileNames:
    @pytest.mark.skipif(sys.platform != "linux", reason="only Linux allows such names")
    @pytest.mark.parametrize(
        "name", [b"\xff\xfe", b"a\nb", b"=cmd|' !A0", b"\x1b[31mred", "e\u0301".encode()]
    )
    def test_become_text_that_can_be_kept(self, tmp_path, name):
        folder = tmp_path / os.fsdecode(name)
        put(folder, f"{SIGMOID}.ipynb")
        (placed,) = find(tmp_path).placed
        placed.student.key.encode("utf-8")
        assert placed.student.key.isprintable()


class TestAFolder:
    def test_that_is_not_there_is_said_so(self, tmp_path):
        with pytest.raises(CourseError, match="does not exist"):
            find(tmp_path / "nowhere")

    def test_that_is_a_file_is_said_so(self, tmp_path):
        with pytest.raises(CourseError, match="is a file"):
            find(put(tmp_path, "x.ipynb") / "x.ipynb")

    def test_with_an_unknown_sheet_names_the_sheets(self, tmp_path):
        with pytest.raises(CourseError, match="02_sigmoid_tanh"):
            find(tmp_path, "02_sigmoids")
