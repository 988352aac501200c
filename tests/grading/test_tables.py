"""The tables of a class: grades, gradebook, and what Moodle and Canvas import."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from made_grades import SHEET, add, grades

from course_utils.checking.verdict import Status
from course_utils.errors import CourseError
from course_utils.grading.files import cell, safe_name, write_csv, write_text
from course_utils.grading.gradebook import possible, write_tables
from course_utils.grading.record import GradeRecord
from course_utils.grading.submissions import Left, Student

ADA = Student("Ada L_41", "Ada L", "41", "moodle")


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


class TestGrades:
    def test_have_a_row_for_each_student_and_exercise(self, graded_class, tmp_path):
        write_tables(graded_class, (), tmp_path)
        found = rows(tmp_path / "grades.csv")
        assert list(found[0])[:8] == [
            *("student", "sheet", "exercise", "status", "points", "max_points"),
            *("misconception", "message"),
        ]
        assert len(found) == 4 * 10
        (wrong,) = [r for r in found if r["student"] == "cleo" and r["exercise"] == "sigmoid"]
        assert (wrong["status"], wrong["points"], wrong["misconception"]) == ("failed", "0", "S1")

    def test_of_a_fault_of_ours_are_blank_and_never_0(self, record, tmp_path):
        add(record, "ada", grades(Status.GRADER_ERROR))
        write_tables(record, (), tmp_path)
        assert {row["points"] for row in rows(tmp_path / "grades.csv")} == {""}
        assert rows(tmp_path / "gradebook.csv") == [{"student": "ada", SHEET: "", "total": ""}]

    def test_are_the_same_bytes_whatever_the_order_of_grading(self, tmp_path):
        texts = []
        for names in (("ada", "ben"), ("ben", "ada")):
            out = tmp_path / names[0]
            out.mkdir()
            with GradeRecord(out) as record:
                for name in names:
                    add(record, name, grades(Status.PASSED))
                paths = write_tables(record, (), out)
            texts.append([path.read_bytes() for path in paths])
        assert texts[0] == texts[1]


class TestTheGradebook:
    def test_has_a_row_for_each_student_and_a_column_for_each_sheet(self, graded_class, tmp_path):
        add(graded_class, "ada", grades(Status.PASSED, "04_softmax"), "04_softmax")
        write_tables(graded_class, (), tmp_path)
        found = {row["student"]: row for row in rows(tmp_path / "gradebook.csv")}
        assert found["ada"] == {
            "student": "ada",
            SHEET: f"{possible(SHEET):g}",
            "04_softmax": f"{possible('04_softmax'):g}",
            "total": f"{possible(SHEET) + possible('04_softmax'):g}",
        }
        assert found["ben"][SHEET] == f"{possible(SHEET) / 2:g}"
        assert found["ben"]["04_softmax"] == ""
        assert found["dan"]["total"] == "0"


class TestForMoodle:
    def test_a_worksheet_has_the_columns_that_its_importer_wants(self, record, tmp_path):
        add(record, ADA, grades(Status.PASSED))
        write_tables(record, (), tmp_path)
        (row,) = rows(tmp_path / "moodle" / f"{SHEET}.csv")
        assert row["Identifier"] == "Participant 41"
        assert row["Grade"] == row["Maximum Grade"] == f"{possible(SHEET):g}"
        assert "Last modified (grade)" in row
        assert "sigmoid: passed" in row["Feedback comments"]

    def test_its_comments_are_escaped(self, record, tmp_path):
        add(record, ADA, grades(Status.FAILED, exercise="sigmoid", message="<script>x"))
        write_tables(record, (), tmp_path)
        (row,) = rows(tmp_path / "moodle" / f"{SHEET}.csv")
        assert "&lt;script&gt;" in row["Feedback comments"]


class TestForCanvas:
    def test_a_gradebook_has_the_columns_that_its_importer_wants(self, record, tmp_path):
        add(record, Student("adal_77", "adal", "77", "canvas"), grades(Status.PASSED))
        add(record, "ben", grades(Status.UNSTABLE))
        write_tables(record, (), tmp_path)
        points, ada, ben = rows(tmp_path / "canvas.csv")
        header = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", SHEET]
        assert list(points) == header
        assert points["Student"].strip() == "Points Possible"
        assert points[SHEET] == f"{possible(SHEET):g}"
        assert (ada["Student"], ada["ID"]) == ("adal", "77")
        assert (ben["ID"], ben["SIS Login ID"]) == ("", "ben")


class TestAFileThatIsLeft:
    def test_is_in_a_table_of_its_own(self, record, tmp_path):
        write_tables(record, [Left("x.pdf", "it is not a notebook")], tmp_path)
        found = rows(tmp_path / "left.csv")
        assert found == [{"file": "x.pdf", "reason": "it is not a notebook"}]


class TestACell:
    @pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "=cmd|' /C calc'!A0"])
    def test_never_starts_a_formula(self, text):
        assert cell(text) == f"'{text}"

    @pytest.mark.parametrize(
        ("value", "shown"),
        [(10.0, "10"), (2.5, "2.5"), (None, ""), (0, "0"), ("a\x00b\n\x1b[31mc", "a�b c")],
    )
    def test_is_short_and_clean(self, value, shown):
        assert cell(value) == shown

    def test_with_a_minus_is_still_a_number_where_it_is_one(self):
        assert cell(-2.5) == "-2.5"


class TestWriting:
    def test_leaves_what_was_there_where_it_cannot_be_done(self, tmp_path):
        (tmp_path / "grades.csv").mkdir()
        with pytest.raises(CourseError, match="cannot be written"):
            write_csv(tmp_path / "grades.csv", ["a"], [["b"]])
        assert [path.name for path in tmp_path.iterdir()] == ["grades.csv"]

    def test_below_a_file_is_one_clear_line(self, tmp_path):
        (tmp_path / "out").write_text("x", encoding="utf-8")
        with pytest.raises(CourseError, match="cannot be written"):
            write_text(tmp_path / "out" / "page.html", "x")

    @pytest.mark.parametrize("name", ["../x", "a/b", "con:", "", "..", "x" * 300, "a.", "a"])
    def test_a_folders_name_is_safe_and_tells_names_apart(self, name):
        safe = safe_name(name)
        assert safe
        assert not set(safe) & set('<>:"/\\|?*')
        assert safe not in (".", "..")
        assert safe_name(name + "!") != safe
