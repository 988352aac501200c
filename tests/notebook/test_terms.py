"""``glossary``: a term's meaning in whatever form it is asked for, and all terms by lesson."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from course_utils.catalog.glossary import TERMS
from course_utils.notebook import glossary


class TestATerm:
    @pytest.mark.parametrize("asked", ["dead", "Dead unit", " dying "])
    def test_is_found_in_each_of_its_forms(self, shown, asked):
        glossary(asked)
        assert "off for every sample of the training set" in shown.text
        assert "lesson 03" in shown.text

    def test_with_a_slip_is_answered_by_the_nearest_ones(self, shown):
        glossary("saturatd")
        assert "Did you mean: saturated" in shown.text

    def test_that_is_nothing_like_a_term_says_how_to_see_all(self, shown):
        glossary("qqqq")
        assert "glossary()" in shown.text


class TestTheWholeGlossary:
    def test_has_every_term_once_under_its_lesson(self, shown):
        glossary()
        page = BeautifulSoup(shown.html, "html.parser")
        found = [
            (fold.summary.get_text().split(":")[0], row.td.get_text())
            for fold in page.find_all("details")
            for row in fold.select("tbody tr")
        ]
        assert found == [(f"Lesson {term.lesson}", term.name) for term in TERMS]

    def test_says_the_same_without_a_page(self, shown):
        glossary()
        assert all(term.name in shown.text and term.meaning in shown.text for term in TERMS)
