"""What every lesson promises about its form, and small tools that the lessons' tests share.

A lesson's test module makes a subclass::

    class TestForm(LessonForm):
        name = "02_sigmoid_tanh"
        minutes = (200, 120)
        predictions = 9
        claims = frozenset({"tanh-hyperbolic-sigmoid"})
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import ClassVar

import numpy as np
import pytest

from course_utils.catalog import EXERCISES
from course_utils.catalog.questions import QUESTIONS

SOURCE = Path(__file__).parents[1] / "source"
LONGEST_SECTION = 25


def lesson_text(name: str) -> str:
    """The source of one lesson, such as "02_sigmoid_tanh"."""
    return (SOURCE / "lessons" / f"{name}.py").read_text(encoding="utf-8")


def solutions(name: str) -> dict:
    """The worked answers of one sheet by the names that they bind."""
    text = (SOURCE / "exercises" / f"{name}.py").read_text(encoding="utf-8")
    regions = re.findall(r"### BEGIN SOLUTION\n(.*?)### END SOLUTION", text, re.DOTALL)
    namespace = {"np": np}
    exec("\n".join(regions), namespace)
    return namespace


def slope(f, z, h=1e-5):
    """The central difference, independent of every derivative in the course."""
    return (f(z + h) - f(z - h)) / (2 * h)


def spoken(minutes: int) -> str:
    """Minutes as the table of a lesson writes them: 3 h 20 min."""
    hours, rest = divmod(minutes, 60)
    return " ".join(f"{n} {unit}" for n, unit in ((hours, "h"), (rest, "min")) if n)


def called(text: str, *functions: str) -> list[str]:
    """The names that a lesson hands to functions of the course, in order."""
    return re.findall(rf'^(?:{"|".join(functions)})\("(.+?)"\)', text, re.MULTILINE)


class LessonForm:
    """The promises of every lesson; `minutes` are those of the table, alone and in class."""

    name: ClassVar[str]
    minutes: ClassVar[tuple[int, int]]
    predictions: ClassVar[int]
    claims: ClassVar[frozenset[str]] = frozenset()
    picture: ClassVar[str] = r"^figures\.show\(|^widgets\.\w+\(\)$"

    @pytest.fixture
    def text(self):
        return lesson_text(self.name)

    @property
    def number(self) -> str:
        return self.name[:2]

    def captions(self, text: str) -> list[tuple[str, str]]:
        pattern = rf"\*\*Figure {int(self.number)}\.(\d+)\.\*\*(.*?)\n(?:#\n|\n)"
        return re.findall(pattern, text, re.DOTALL)

    def test_the_minutes_add_up_and_no_section_is_longer_than_25(self, text):
        rows = re.findall(r"^# \| (.+?) \| (\d+) min \| (\d+) min \|$", text, re.MULTILINE)
        alone, in_class = (sum(int(row[i]) for row in rows) for i in (1, 2))
        assert f"| **{spoken(alone)}** | **{spoken(in_class)}** |" in text
        assert (alone, in_class) == self.minutes
        assert max(int(row[1]) for row in rows) <= LONGEST_SECTION

    def test_every_section_says_the_minutes_of_the_table(self, text):
        table = dict(re.findall(r"^# \| (\d+)\. .+? \| (\d+) min ", text, re.MULTILINE))
        headings = dict(
            re.findall(r"^# ## (\d+)\. .+\n#\n# \*(\d+) minutes\*$", text, re.MULTILINE)
        )
        assert headings == table
        assert headings

    def test_figures_are_numbered_in_order_and_say_what_to_notice(self, text):
        captions = self.captions(text)
        assert [int(number) for number, _ in captions] == list(range(1, len(captions) + 1))
        assert all("Notice" in words for _, words in captions)

    def test_every_picture_has_a_caption(self, text):
        assert len(re.findall(self.picture, text, re.MULTILINE)) == len(self.captions(text))

    def test_every_prediction_is_revealed_later(self, text):
        predicted = called(text, "predict")
        assert predicted == called(text, "reveal")
        assert len(predicted) == self.predictions

    def test_every_question_asked_is_in_the_bank(self, text):
        assert set(called(text, "predict", "ask")) <= set(QUESTIONS)

    def test_every_question_of_the_lesson_is_asked_in_some_lesson(self):
        lessons = sorted((SOURCE / "lessons").glob("*.py"))
        texts = (path.read_text(encoding="utf-8") for path in lessons)
        asked = {id for text in texts for id in called(text, "predict", "ask")}
        assert {id for id in QUESTIONS if id.startswith(f"{self.number}.")} <= asked

    def test_every_checkpoint_is_in_the_catalog_and_the_other_way_round(self, text):
        lesson = f"lesson_{self.number}"
        catalog = {name for name, exercise in EXERCISES.items() if exercise.sheet == lesson}
        assert set(called(text, "check")) == catalog

    def test_the_sheet_is_linked_where_there_is_one(self, text):
        if (SOURCE / "exercises" / f"{self.name}.py").exists():
            assert f"(../exercises/{self.name}.ipynb)" in text

    def test_the_claims_are_tried_in_cells_of_their_own(self, text):
        assert set(re.findall(r'"claim:([\w-]+)"', text)) == self.claims
