"""The pages: what a student and an instructor read, and that nothing in them can do harm."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from bs4 import BeautifulSoup
from made_grades import SHEET, add, grades

from course_utils.catalog import EXERCISES, SHEETS
from course_utils.catalog.misconceptions import wrong_ideas
from course_utils.catalog.reading import MISTAKES, SECTIONS, STABLE, reading
from course_utils.checking.curves import visible_curves
from course_utils.checking.local import local_call
from course_utils.checking.verdict import Status
from course_utils.grading.feedback import page_path, shows, write_feedback
from course_utils.grading.pictures import picture, svg
from course_utils.grading.record import GradeRecord, Key
from course_utils.grading.report import MOST_SHOWN, class_report, summary, write_report
from course_utils.grading.submissions import Student
from course_utils.places import course_root
from course_utils.words import bare


def page(path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def feedback(record: GradeRecord, student: str, out) -> BeautifulSoup:
    return page(write_feedback(out, list(record.grades(student, SHEET))))


def assert_stands_alone(soup: BeautifulSoup) -> None:
    """No network, no script, a language, one main heading, no level left out."""
    assert soup.html["lang"] == "en"
    assert not soup.find_all(["script", "link", "iframe", "img", "object"])
    assert not re.search(r"url\(|@import|https?://", str(soup))
    levels = [int(h.name[1]) for h in soup.find_all(re.compile("^h[1-6]$"))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


LINES = "01_linear_combinations"


class TestFeedback:
    def test_has_for_each_exercise_the_verdict_the_message_and_what_helps(
        self, graded_class, tmp_path
    ):
        soup = feedback(graded_class, "cleo", tmp_path)
        assert_stands_alone(soup)
        sections = soup.find_all("section")
        assert len(sections) == len(SHEETS[SHEET])
        (section,) = [s for s in sections if s["aria-labelledby"] == "sigmoid"]
        said = section.get_text(" ", strip=True)
        for words in ("not right yet", "0 of 10", "Must it rise or fall?", "0.119203", "0.880797"):
            assert words in said
        assert EXERCISES["sigmoid"].hints[0] not in said  # the question says more
        assert EXERCISES["logit"].hints[0] in soup.get_text(" ", strip=True)
        assert "lesson 02, section" in said

    def test_says_in_words_which_idea_often_leads_there(self, graded_class, tmp_path):
        (said,) = feedback(graded_class, "cleo", tmp_path).find_all("small")
        assert said.text == "(S1)"
        words = said.parent.get_text()
        assert words.startswith("A common slip that leads here: “")
        assert wrong_ideas()["S1"] in words

    def test_sets_code_in_an_idea_as_code(self, record, tmp_path):
        rows = grades(Status.FAILED, sheet=LINES, exercise="affine", misconception="L1")
        add(record, "ada", rows, LINES)
        (said,) = page(write_feedback(tmp_path, list(record.grades("ada", LINES)))).find_all(
            "small"
        )
        assert said.parent.code.text == "*"
        assert "`" not in said.parent.text

    def test_of_a_passed_exercise_gives_no_hint(self, graded_class, tmp_path):
        said = feedback(graded_class, "ada", tmp_path).get_text()
        assert "A hint:" not in said
        assert "100 of 100 points" in said

    def test_says_where_the_grader_failed_and_that_nothing_is_lost(self, record, tmp_path):
        add(record, "ada", grades(Status.GRADER_ERROR))
        said = feedback(record, "ada", tmp_path).get_text()
        assert "Nothing is lost" in said
        assert "0 of" not in said

    @pytest.mark.parametrize(
        "text", ["<script>alert(1)</script>", '"><img src=x onerror=x>', "{{ 7*7 }}", "a\x1b[31mb"]
    )
    def test_text_of_a_student_is_only_text(self, record, tmp_path, text):
        rows = grades(Status.FAILED, exercise="sigmoid", message=text, question=text)
        add(record, "ada", rows)
        soup = feedback(record, "ada", tmp_path)
        assert_stands_alone(soup)
        assert "49" not in soup.get_text()
        assert "\x1b" not in str(soup)

    def test_has_a_picture_of_a_function_of_one_variable(self, record, tmp_path):
        exercise = EXERCISES["sigmoid"]
        curves = visible_curves(exercise, local_call(lambda z: 1 / (1 + np.exp(z))))
        rows = grades(Status.FAILED)
        rows = [
            replace(r, picture=picture(exercise, curves)) if r.verdict.exercise == "sigmoid" else r
            for r in rows
        ]
        add(record, "ada", rows)
        (drawing,) = feedback(record, "ada", tmp_path).find_all("svg")
        assert drawing["role"] == "img"
        assert "farthest apart" in drawing.title.text
        assert {path["class"][0] for path in drawing.find_all("path")} == {
            "axis",
            "expected",
            "yours",
        }

    def test_a_page_is_known_by_the_attempt_that_it_shows(self, record, tmp_path):
        add(record, "ada", grades(Status.PASSED))
        (first, *_) = record.grades("ada", SHEET)
        path = page_path(tmp_path, "ada", SHEET)
        assert not shows(path, first)
        feedback(record, "ada", tmp_path)
        assert shows(path, first)
        assert not shows(path, replace(first, sha256="b" * 64))


class TestThePicture:
    def test_leaves_out_what_has_no_value(self):
        values = np.linspace(0, 1, 401)
        gaps = np.where(values > 0.5, np.nan, values)
        kept = picture(EXERCISES["sigmoid"], (values, gaps, values))
        assert kept["yours"][-1] is None
        assert "nan" not in str(svg(kept))

    def test_stays_within_its_frame(self):
        values = np.linspace(0, 1, 401)
        drawn = str(svg(picture(EXERCISES["sigmoid"], (values, 1e9 * values, values))))
        heights = [float(y) for y in re.findall(r"[ML][\d.]+ (-?[\d.]+)", drawn)]
        assert min(heights) >= 0
        assert max(heights) <= 180


class TestWhatToReadAgain:
    def test_is_there_for_every_graded_exercise(self):
        assert set(SECTIONS) == {e.name for sheet in SHEETS.values() for e in sheet}

    @pytest.mark.parametrize("name", SECTIONS)
    @pytest.mark.parametrize("status", [Status.FAILED, Status.UNSTABLE, Status.NOT_ATTEMPTED])
    def test_is_a_section_that_the_lesson_has_whatever_the_verdict(self, name, status):
        lessons = course_root() / "source" / "lessons"
        for id in ("", *(mistake.id for mistake in EXERCISES[name].mistakes)):
            said = reading(name, status, id)
            number, section = re.fullmatch(r"lesson (\d\d), (?:section |“)(.+?)”?", said).groups()
            (lesson,) = lessons.glob(f"{number}_*.py")
            assert f"# ## {section}" in lesson.read_text(encoding="utf-8").splitlines()
            assert number == EXERCISES[name].sheet[:2] or status is Status.UNSTABLE

    def test_is_about_the_idea_where_that_is_wrong_and_about_floats_where_only_they_are(self):
        idea, floats = "section 1. From odds to the sigmoid", "section 7. The numbers a computer"
        assert idea in reading("sigmoid", Status.FAILED, "S1")
        assert floats in reading("sigmoid", Status.UNSTABLE, "S7")
        assert "lesson 04, section 4." in reading("backward", Status.UNSTABLE, "X5")
        assert STABLE.keys() <= {*SHEETS, *EXERCISES}

    @pytest.mark.parametrize("exercise", MISTAKES)
    def test_of_a_mistake_knows_only_mistakes_of_the_exercise(self, exercise):
        assert MISTAKES[exercise].keys() <= {each.id for each in EXERCISES[exercise].mistakes}

    @pytest.mark.parametrize("quiz", ["quiz_sigmoid", "quiz_relu"])
    def test_of_a_quiz_is_told_for_every_wrong_answer(self, quiz):
        assert MISTAKES[quiz].keys() == {each.id for each in EXERCISES[quiz].mistakes}


class TestTheClassReport:
    def test_counts_every_student_once_for_each_exercise(self, graded_class):
        found = class_report(graded_class)
        counts = found.standings[SHEET]["sigmoid"].counts
        assert list(counts.values()) == [1, 1, 1, 1, 0]
        assert list(counts) == ["passed", "unstable", "failed", "never tried", "not graded"]

    def test_names_each_misconception_with_an_example_and_the_hint(self, graded_class):
        (found,) = class_report(graded_class).misconceptions
        assert (found.id, found.exercise, found.students) == ("S1", "sigmoid", ["cleo"])
        assert "0.880797" in found.example
        assert found.hint == "Must it rise or fall?"

    def test_shows_each_misconception_in_words_with_who_showed_it(self, graded_class, tmp_path):
        soup = page(write_report(class_report(graded_class), tmp_path))
        (heading,) = soup.select("section h3")
        assert heading.text == f"“{wrong_ideas()['S1']}” (sigmoid, S1)"
        assert heading.small.text == "(sigmoid, S1)"
        assert heading.find_next("p").text == "1 student: cleo"

    def test_names_ten_who_showed_it_and_counts_the_others(self, record, tmp_path):
        rows = grades(Status.FAILED, exercise="sigmoid", misconception="S1")
        for number in range(13):
            add(record, f"<i>student {number:02d}</i>", rows)
        soup = page(write_report(class_report(record), tmp_path))
        assert not soup.find_all("i")
        (said,) = [p.text for p in soup.select("section p") if p.text.startswith("13 students")]
        assert said.endswith("<i>student 09</i> and 3 more")
        assert said.count("student ") == 10
        alike = soup.find(string="Identical wrong answers").find_next("tbody")
        assert all(row.text.endswith(" and 3 more") for row in alike.find_all("tr"))

    def test_shows_rarer_misconceptions_in_words_too(self, record, tmp_path):
        mistakes = EXERCISES["sigmoid"].mistakes[: MOST_SHOWN + 1]
        for each in mistakes:
            rows = grades(Status.FAILED, exercise="sigmoid", misconception=each.id)
            add(record, f"showed {each.id}", rows)
        said = page(write_report(class_report(record), tmp_path)).get_text()
        assert len(mistakes) == MOST_SHOWN + 1
        for each in mistakes:
            assert bare(wrong_ideas()[each.id]) in said
            assert f"showed {each.id}" in said

    def test_says_so_of_a_mistake_that_it_does_not_know(self, record, tmp_path):
        add(record, "ada", grades(Status.FAILED, exercise="sigmoid", misconception="S999"))
        said = page(write_report(class_report(record), tmp_path)).get_text()
        assert "does not describe” (sigmoid, S999)" in said

    def test_says_whom_to_talk_to_first_and_why(self, graded_class):
        talks = class_report(graded_class).talks
        assert [talk.student for talk in talks] == ["cleo", "dan"]
        assert "needs a conversation" in talks[0].reason
        assert talks[1].reason == "handed in without an answer"

    def test_identical_wrong_answers_are_a_lead(self, graded_class):
        assert class_report(graded_class).alike == []
        add(graded_class, "eve", grades(Status.FAILED))
        alike = class_report(graded_class).alike
        assert {tuple(each.students) for each in alike} == {("cleo", "eve")}

    def test_identical_right_answers_are_nothing(self, graded_class):
        add(graded_class, "eve", grades(Status.PASSED))
        assert class_report(graded_class).alike == []

    def test_is_a_page_that_stands_alone_and_says_its_pictures(self, graded_class, tmp_path):
        soup = page(write_report(class_report(graded_class), tmp_path))
        assert_stands_alone(soup)
        assert all(drawing.title.text for drawing in soup.find_all("svg"))
        assert "4 students" in soup.get_text()
        assert "not a verdict" in soup.get_text()

    def test_has_a_summary_for_a_terminal(self, graded_class):
        said = "\n".join(summary(class_report(graded_class)))
        assert "1 passed, 1 unstable, 1 failed, 1 never tried" in said
        assert f"1  sigmoid: {wrong_ideas()['S1']} (S1)" in said
        assert "ask: Must it rise or fall?" in said

    def test_names_what_was_out_of_the_ordinary(self, record, tmp_path):
        unreadable = "sigmoid could not be marked: the file is not a notebook."
        add(record, "jo", grades(Status.ERRORED, exercise="sigmoid", message=unreadable))
        student, key = Student("lou", "lou"), Key("lou", SHEET, "a", 0, "0.1.0+test")
        rows = grades(Status.CRASHED)
        record.add(student, key, "lou.ipynb", "namespaces", ["Code cell 3 ended it."], rows)
        found = class_report(record)
        assert found.incidents == [("lou", SHEET, "Code cell 3 ended it.")]
        assert "could not be read" in next(t.reason for t in found.talks if t.student == "jo")
        assert "Code cell 3 ended it." in page(write_report(found, tmp_path)).get_text()

    def test_never_counts_a_fault_of_ours_as_a_score(self, record, tmp_path):
        add(record, "ada", grades(Status.GRADER_ERROR))
        found = class_report(record)
        assert found.scores == {SHEET: []}
        assert found.talks == []
        assert len(found.faults) == len(SHEETS[SHEET])
        assert "through a fault of the grader" in page(write_report(found, tmp_path)).get_text()
