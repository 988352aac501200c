"""Calibration: bins, the error, the temperature, and the network that is too sure."""

import numpy as np
import pytest

from course_utils.calibration import (
    best_temperature,
    expected_calibration_error,
    reliability_bins,
)
from course_utils.experiments import overconfidence

SAID = [0.9] * 8 + [0.6] * 2
RIGHT = [1] * 6 + [0] * 2 + [1, 1]


def error_by_hand(confidences, right, bins):
    """Straight from the definition, one bin after the other."""
    total = 0.0
    for k in range(bins):
        low, high = k / bins, (k + 1) / bins
        inside = [
            (c, r)
            for c, r in zip(confidences, right, strict=True)
            if low <= c < high or (k == bins - 1 and c == 1)
        ]
        if inside:
            mean_c = sum(c for c, _ in inside) / len(inside)
            mean_r = sum(r for _, r in inside) / len(inside)
            total += len(inside) / len(confidences) * abs(mean_r - mean_c)
    return total


class TestBins:
    def test_hold_the_share_that_is_right_and_the_mean_confidence(self):
        found = reliability_bins(SAID, RIGHT)
        np.testing.assert_array_equal(found.count, [2, 8])
        np.testing.assert_allclose(found.accuracy, [1, 0.75])
        np.testing.assert_allclose(found.confidence, [0.6, 0.9])
        np.testing.assert_allclose(found.gap, [0.4, -0.15])

    def test_an_edge_belongs_to_the_bin_above_and_1_to_the_last(self):
        found = reliability_bins([0.0, 0.1, 0.3, 0.7, 1.0], [0, 0, 1, 1, 1])
        np.testing.assert_allclose(found.low, [0.0, 0.1, 0.3, 0.7, 0.9])

    @pytest.mark.parametrize(
        ("confidences", "right"),
        [([], []), ([0.5, 0.6], [1]), ([1.2], [1]), ([-0.1], [0]), ([float("nan")], [0])],
    )
    def test_refuse_what_is_no_row_of_confidences(self, confidences, right):
        with pytest.raises(ValueError, match="reliability_bins"):
            reliability_bins(confidences, right)

    def test_refuse_fewer_than_one(self):
        with pytest.raises(ValueError, match="at least 1"):
            reliability_bins(SAID, RIGHT, bins=0)


class TestExpectedCalibrationError:
    def test_of_the_lessons_example_is_one_fifth(self):
        assert expected_calibration_error(SAID, RIGHT) == pytest.approx(0.2)

    def test_is_0_where_every_bin_holds_what_it_claims(self):
        assert expected_calibration_error([0.75] * 4, [1, 1, 1, 0]) == pytest.approx(0)

    @pytest.mark.parametrize("bins", [1, 7, 10])
    def test_agrees_with_the_definition(self, bins):
        generator = np.random.default_rng(0)
        confidences = generator.uniform(0, 1, 200)
        right = generator.random(200) < confidences**2
        found = expected_calibration_error(confidences, right, bins)
        assert found == pytest.approx(error_by_hand(confidences, right, bins))

    def test_chance_alone_makes_it_larger_where_there_are_fewer_predictions(self):
        generator = np.random.default_rng(0)

        def mean_error(n):
            confidences = generator.uniform(0.5, 1, (50, n))
            right = generator.random((50, n)) < confidences
            return np.mean(
                [expected_calibration_error(c, r) for c, r in zip(confidences, right, strict=True)]
            )

        assert mean_error(30) > 2 * mean_error(1000)


class TestBestTemperature:
    def test_finds_the_temperature_that_made_the_labels(self):
        generator = np.random.default_rng(1)
        logits = generator.normal(0, 4, (4000, 3))
        p = np.exp(logits / 2.5)
        p /= p.sum(axis=1, keepdims=True)
        labels = (p.cumsum(axis=1) < generator.random((4000, 1))).sum(axis=1)
        assert best_temperature(logits, labels) == pytest.approx(2.5, abs=0.15)

    def test_takes_one_of_those_offered(self):
        assert best_temperature([[1.0, 0.0]], [0], [0.5, 3.0]) == 0.5


class TestOverconfidence:
    def test_the_figures_of_the_lesson(self):
        digits = overconfidence.digits_logits()
        found = overconfidence.sureness(digits.test, digits.test_labels)
        assert found.accuracy == pytest.approx(0.83, abs=0.01)
        assert found.confidence == pytest.approx(0.93, abs=0.01)
        assert found.calibration_error == pytest.approx(0.11, abs=0.01)

    def test_the_temperature_halves_the_sureness_that_is_too_much(self):
        digits = overconfidence.digits_logits()
        T = overconfidence.chosen_temperature(digits)
        assert 1.9 <= T <= 2.3
        before = overconfidence.sureness(digits.test, digits.test_labels)
        after = overconfidence.sureness(digits.test, digits.test_labels, T)
        assert after.accuracy == before.accuracy
        assert after.calibration_error < before.calibration_error / 2

    @pytest.mark.parametrize("seed", [1, 2, 3])
    def test_other_divisions_and_starts_tell_the_same(self, seed):
        digits = overconfidence.digits_logits(seed=seed)
        found = overconfidence.sureness(digits.test, digits.test_labels)
        assert 0.8 < found.accuracy < 0.85
        assert 0.09 < found.calibration_error < 0.12

    def test_the_parts_share_no_image_and_leave_none_out(self):
        digits = overconfidence.digits_logits()
        assert len(digits.set_aside) == len(digits.set_aside_labels) == 300
        assert 150 + 300 + len(digits.test) == 1797

    def test_the_made_up_learner_is_too_sure(self):
        said, right = np.array(overconfidence.EXAMPLE_LEARNER, dtype=float).T
        assert (len(said), right.mean()) == (40, 0.6)
        assert round(said.mean(), 2) == 0.73
