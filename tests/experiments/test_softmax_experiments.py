"""Softmax twice, softmax for tags, and shifts in floats."""

import warnings

import numpy as np
import pytest

from course_utils.experiments import output_heads, shifts


class TestSoftmaxTwice:
    def test_the_loss_stays_above_its_floor_and_the_labels_come_out(self):
        runs = output_heads.softmax_once_and_twice()
        assert np.all(runs.twice > np.log(1 + 9 / np.e))
        assert runs.once[-1] < 0.05
        assert runs.twice_accuracy[-1] > 0.95

    def test_it_learns_more_slowly(self):
        runs = output_heads.softmax_once_and_twice()
        assert runs.twice_accuracy[20] < runs.once_accuracy[20] - 0.2

    def test_both_start_at_the_same_network(self):
        runs = output_heads.softmax_once_and_twice()
        assert runs.once_accuracy[0] == runs.twice_accuracy[0]


class TestTags:
    def test_say_what_is_true_of_each_digit(self):
        tags = output_heads.digit_tags(np.arange(10))
        np.testing.assert_array_equal(np.flatnonzero(tags[:, 0]), [0, 2, 4, 6, 8])
        np.testing.assert_array_equal(np.flatnonzero(tags[:, 1]), [5, 6, 7, 8, 9])
        np.testing.assert_array_equal(np.flatnonzero(tags[:, 2]), [0, 6, 8, 9])

    def test_softmax_cannot_say_nothing_and_seldom_everything(self):
        softmax, sigmoids = (output_heads.tag_digits(head) for head in ("softmax", "sigmoids"))
        assert softmax.by_count[0] == 0
        assert softmax.by_count[3] < 0.7 < sigmoids.by_count[3]
        assert softmax.all_right < 0.75
        assert sigmoids.all_right > 0.9

    def test_another_head_is_refused(self):
        with pytest.raises(ValueError, match="sigmoids or softmax"):
            output_heads.tag_digits("relu")


class TestShifts:
    MIXED = np.array([[0.0, 1.0], [800.0, 801.0]])

    @pytest.mark.parametrize(
        ("shift", "broken"),
        [
            ("none", [False, True]),
            ("largest of the batch", [True, False]),
            ("largest of the row", [False, False]),
            ("smallest of the row", [False, False]),
        ],
    )
    def test_which_rows_fail_in_a_mixed_batch(self, shift, broken):
        found = shifts.shifted_softmax(self.MIXED, shift)
        np.testing.assert_array_equal(found.broken, broken)
        right = found.probabilities[~found.broken]
        np.testing.assert_allclose(right[:, 1], 1 / (1 + np.exp(-1)))

    def test_the_smallest_of_the_row_fails_where_the_row_is_wide(self):
        found = shifts.shifted_softmax([[0.0, 500.0, 1000.0]], "smallest of the row")
        assert found.broken.all()

    def test_nothing_warns(self):
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            for shift in shifts.SHIFTS:
                shifts.shifted_softmax([[1e300, -1e300], [0.0, 1.0]], shift)

    def test_the_edges_are_those_of_float64(self):
        assert round(shifts.LARGEST_EXPONENT, 1) == 709.8
        assert round(shifts.SMALLEST_EXPONENT, 1) == -744.4

    def test_another_shift_is_refused(self):
        with pytest.raises(ValueError, match="use one of none"):
            shifts.shifted_softmax([[0.0]], "mean")
