"""The bank of questions: what a concept question promises, and where each one is asked."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from lesson_form import SOURCE, called

from course_utils.catalog import EXERCISES
from course_utils.catalog.misconceptions import BY_LESSON, wrong_ideas
from course_utils.catalog.questions import QUESTIONS, Option, Question, concept

LESSONS = {
    path.stem: path.read_text(encoding="utf-8")
    for path in sorted((SOURCE / "lessons").glob("*.py"))
}
CONCEPTS = {id: question for id, question in QUESTIONS.items() if question.concept}
WARM_UP = r"^# ## Warm-up.*?(?=^# ## )"


def warm_up(text: str) -> str:
    found = re.search(WARM_UP, text, re.MULTILINE | re.DOTALL)
    return found[0] if found else ""


class TestAConceptQuestion:
    @pytest.mark.parametrize("id", CONCEPTS)
    def test_has_four_options_one_right_and_a_known_misconception_behind_each_other(self, id):
        question = CONCEPTS[id]
        assert [option.letter for option in question.options] == list("ABCD")
        wrong = question.wrong()
        assert len(wrong) == 3
        assert {option.misconception for option in wrong} <= wrong_ideas().keys()

    @pytest.mark.parametrize("id", CONCEPTS)
    def test_gives_a_reason_for_every_option(self, id):
        assert all(len(option.why.split()) >= 6 for option in CONCEPTS[id].options)

    def test_is_refused_with_three_options(self):
        options = [Option(letter, "x", "y", "L1" * (letter != "A")) for letter in "ABC"]
        with pytest.raises(ValueError, match="four options"):
            concept("01.x", "?", *options, answer="A")

    def test_is_refused_with_a_wrong_option_without_a_misconception(self):
        options = [Option(letter, "x", "y", "L1" * (letter < "C")) for letter in "DCBA"]
        with pytest.raises(ValueError, match="without a misconception"):
            concept("01.x", "?", *options, answer="D")

    def test_is_refused_with_a_misconception_behind_the_right_option(self):
        options = [Option(letter, "x", "y", "L1") for letter in "ABCD"]
        with pytest.raises(ValueError, match="right option"):
            concept("01.x", "?", *options, answer="A")

    def test_does_not_bind_other_questions(self):
        options = (Option("A", "x", "y"), Option("B", "x", "y"))
        assert not Question("01.x", "01", "?", options, "A").concept


class TestTheRightAnswers:
    def test_stand_at_each_letter_about_equally_often(self):
        counts = Counter(question.answer for question in CONCEPTS.values())
        fair = len(CONCEPTS) / 4
        assert all(abs(counts[letter] - fair) <= 1 for letter in "ABCD")

    def test_are_not_given_away_by_their_length(self):
        def longest(question):
            return max(question.options, key=lambda option: len(option.text)).letter

        given_away = sum(longest(q) == q.answer for q in CONCEPTS.values())
        assert given_away <= len(CONCEPTS) / 3


class TestWhereQuestionsAreAsked:
    @pytest.mark.parametrize("name", LESSONS)
    def test_three_to_five_concept_questions_in_their_own_lesson(self, name):
        text = LESSONS[name]
        asked = called(text.replace(warm_up(text), ""), "ask")
        own = [id for id in CONCEPTS if id.startswith(name[:2])]
        assert sorted(id for id in asked if id in CONCEPTS) == sorted(own)
        assert 3 <= len(own) <= 5

    @pytest.mark.parametrize("name", [name for name in LESSONS if name[:2] > "01"])
    def test_every_later_lesson_begins_with_two_from_earlier_ones(self, name):
        asked = called(warm_up(LESSONS[name]), "ask")
        assert len(asked) == len(set(asked)) == 2
        assert all(id in CONCEPTS and id[:2] < name[:2] for id in asked)


class TestTheTableOfMisconceptions:
    def test_has_every_id_in_use_and_no_other(self):
        used = {mistake.id for exercise in EXERCISES.values() for mistake in exercise.mistakes}
        options = (option for question in QUESTIONS.values() for option in question.options)
        used |= {option.misconception for option in options} - {""}
        assert wrong_ideas().keys() == used

    def test_says_each_idea_in_one_short_line(self):
        for id, idea in wrong_ideas().items():
            longest = 200 if ": " in id else 90  # a verdict on a claim quotes the claim
            assert 8 <= len(idea) <= longest, id
            assert idea == idea.strip().rstrip("."), id

    def test_has_no_id_twice(self):
        assert sum(map(len, BY_LESSON)) == len(set().union(*BY_LESSON))
