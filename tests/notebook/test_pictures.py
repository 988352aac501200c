"""The picture of an answer against the reference: drawn where it shows a difference."""

from __future__ import annotations

import numpy as np
import pytest
from answers_tried import naive_sigmoid, reversed_sigmoid, stable_sigmoid

from course_utils.catalog import EXERCISES
from course_utils.checking.curves import alternative
from course_utils.notebook.pictures import curves_of, show_against_expected

SIGMOID = EXERCISES["sigmoid"]


class TestWhereThereIsOne:
    def test_a_wrong_function_is_drawn_over_the_exercises_own_interval(self):
        z, yours, expected = curves_of(SIGMOID, reversed_sigmoid)
        assert (z[0], z[-1]) == SIGMOID.curve
        np.testing.assert_allclose(yours, expected[::-1])

    def test_one_that_parts_from_the_truth_far_out_is_drawn_there(self):
        z, yours, _ = curves_of(SIGMOID, lambda z: np.exp(z) / (1 + np.exp(z)))
        assert z[-1] > 710
        assert np.isnan(yours[-1])

    @pytest.mark.parametrize("answer", [stable_sigmoid, naive_sigmoid])
    def test_curves_that_look_the_same_are_not_drawn(self, answer):
        assert curves_of(SIGMOID, answer) is None

    @pytest.mark.parametrize(
        "answer", [lambda: 0, lambda z: 1 / 0, lambda z: None, lambda z: z[:3], lambda z: "z", 3]
    )
    def test_an_answer_without_a_curve_is_not_drawn(self, answer):
        assert curves_of(SIGMOID, answer) is None

    def test_an_exercise_of_several_arguments_has_none(self):
        loss = EXERCISES["binary_cross_entropy"]
        assert curves_of(loss, lambda logits, targets: 0.0) is None


class TestItsWords:
    def test_say_where_the_curves_are_farthest_apart(self):
        text = alternative(SIGMOID, *curves_of(SIGMOID, reversed_sigmoid))
        assert "farthest apart at -8: yours 1, expected 0.000335" in text

    def test_say_where_there_are_no_values(self):
        z = np.linspace(0, 4, 5)
        yours = np.array([0, 1, np.nan, np.inf, 4])
        assert "no finite value between 2 and 3" in alternative(SIGMOID, z, yours, z)


class TestDisplaying:
    def test_it_comes_with_its_words_and_leaves_no_figure_open(self, capsys):
        import matplotlib.pyplot as plt

        show_against_expected(SIGMOID, reversed_sigmoid)
        assert "farthest apart" in capsys.readouterr().out
        assert plt.get_fignums() == []

    def test_a_curve_with_gaps_is_drawn_without_a_warning(self, capsys, recwarn):
        show_against_expected(SIGMOID, lambda z: np.where(z > 0, np.nan, np.inf * np.sign(z)))
        assert "no finite value" in capsys.readouterr().out
        assert [str(w.message) for w in recwarn if w.category is RuntimeWarning] == []
