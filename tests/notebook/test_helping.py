"""The ladder of hints, and the worked answer out of the solutions."""

from __future__ import annotations

import json

import pytest

from course_utils.catalog import EXERCISES
from course_utils.notebook import hint, solution

STEPS = EXERCISES["sigmoid"].hints


class TestHint:
    def test_goes_one_step_further_at_each_call(self, shown):
        for number, step in enumerate(STEPS, 1):
            hint("sigmoid")
            assert f"sigmoid, step {number} of {len(STEPS)}" in shown.text
            assert step.replace("`", "") in shown.text

    def test_points_to_the_worked_answer_after_the_last(self, shown):
        for _ in range(len(STEPS) + 1):
            hint("sigmoid")
        assert "That was every hint there is." in shown.text
        assert 'solution("sigmoid")' in shown.text

    def test_is_recorded_once_per_step(self, shown, record):
        for _ in range(len(STEPS) + 3):
            hint("sigmoid")
        steps = [event.detail["step"] for event in record.events("hint", "sigmoid")]
        assert steps == list(range(1, len(STEPS) + 1))

    def test_for_an_unknown_name_suggests_the_nearest(self, shown):
        hint("sigmoyd")
        assert shown.text.startswith('[i] Note: hint("sigmoyd")')
        assert 'Did you mean "sigmoid"?' in shown.text

    def test_goes_on_where_the_record_cannot_be_written(self, shown, tmp_path, monkeypatch):
        monkeypatch.setenv("COURSE_RECORD", str(tmp_path))
        hint("sigmoid")
        hint("sigmoid")
        assert "step 2 of" in shown.text
        assert "Not recorded: " in shown.text


def notebook(*sources):
    cells = [{"cell_type": "code", "source": source.splitlines(True)} for source in sources]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


WORKED = "### BEGIN SOLUTION\ndef sigmoid(z):\n    '''```'''\n    return 42\n### END SOLUTION\n"


@pytest.fixture
def course(tmp_path, monkeypatch):
    for folder in ("notebooks", "exercises", "solutions"):
        (tmp_path / folder).mkdir()
    monkeypatch.chdir(tmp_path / "exercises")
    return tmp_path


class TestSolution:
    def test_shows_the_cell_that_defines_the_name(self, shown, course):
        text = notebook("sigmoid_of_two = 3", WORKED, "check('sigmoid')")
        (course / "solutions" / "02_sigmoid_tanh.ipynb").write_text(text, encoding="utf-8")
        solution("sigmoid")
        assert "    return 42" in shown.text
        assert "SOLUTION" not in shown.text
        assert "check(" not in shown.text

    def test_is_a_block_of_code_that_a_fence_within_does_not_end(self, shown, course):
        (course / "solutions" / "02_sigmoid_tanh.ipynb").write_text(notebook(WORKED))
        solution("sigmoid")
        markdown = shown[-1]._repr_mimebundle_()["text/markdown"]
        assert markdown.split("\n\n")[1].startswith("````python\ndef sigmoid(z):")

    def test_is_recorded(self, shown, course, record):
        (course / "solutions" / "02_sigmoid_tanh.ipynb").write_text(notebook(WORKED))
        solution("sigmoid")
        assert [event.name for event in record.events("solution")] == ["sigmoid"]

    def test_that_is_not_in_this_copy_is_kindly_said_and_not_recorded(self, shown, course, record):
        solution("sigmoid")
        assert "is not part of this copy of the course" in shown.text
        assert record.events() == []

    def test_of_a_checkpoint_is_the_lesson_itself(self, shown, course):
        solution("double")
        assert "checkpoint within a lesson" in shown.text
        for _ in range(len(EXERCISES["double"].hints) + 1):
            hint("double")
            assert "solution(" not in shown.text
