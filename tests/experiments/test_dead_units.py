"""Runs that kill units, and slopes on spirals: what is stored is what training gives."""

import numpy as np
import pytest

from course_utils.experiments import costs, dead_units, slopes


class TestAlwaysNegative:
    def test_counts_columns_without_a_positive_entry(self):
        assert dead_units.always_negative([[-1, 2, 0, -3], [2, 1, -1, -0.5]]) == 2

    def test_does_not_count_what_is_not_a_number(self):
        assert dead_units.always_negative([[np.nan, -1], [np.nan, -1]]) == 1


class TestStoredRuns:
    def test_cover_all_settings(self):
        keys = {
            dead_units.key(rate, centred, slope)
            for rate in dead_units.RATES
            for centred in (False, True)
            for slope in dead_units.SLOPES
        }
        assert set(dead_units.stored_runs()) == keys
        for run in dead_units.stored_runs().values():
            assert len(run.accuracies) == len(run.always_negative) == dead_units.EPOCHS + 1

    @pytest.mark.parametrize(("rate", "centred", "slope"), [(0.1, True, 0.0), (0.1, False, 0.01)])
    def test_calm_ones_are_what_training_gives(self, rate, centred, slope):
        fresh = dead_units.train_on_digits(rate, centred, slope)
        kept = dead_units.stored_runs()[dead_units.key(rate, centred, slope)]
        np.testing.assert_allclose(fresh.accuracies, kept.accuracies, atol=0.006)
        np.testing.assert_allclose(fresh.always_negative, kept.always_negative, atol=1)

    def test_a_run_that_overflows_says_so(self):
        kept = dead_units.stored_runs()[dead_units.key(16, False, 0.3)]
        fresh = dead_units.train_on_digits(16, False, 0.3)
        assert kept.finite[0]
        assert fresh.finite[0]
        assert not kept.finite[-1]
        assert not fresh.finite[-1]


class TestSlopes:
    @pytest.mark.parametrize("alpha", [-0.5, 0.5, 0.8, 1.0])
    def test_stored_accuracies_are_what_training_gives(self, alpha):
        row = slopes.SLOPES.index(alpha)
        assert slopes.accuracy_on_spirals(alpha) == pytest.approx(
            slopes.stored_accuracies()[row, 0], abs=0.01
        )

    def test_every_slope_has_its_three_runs(self):
        assert slopes.stored_accuracies().shape == (len(slopes.SLOPES), len(slopes.SEEDS))


class TestCosts:
    def test_times_the_product_and_each_activation(self):
        seconds = costs.seconds_per_layer(units=8, rounds=1)
        assert set(seconds) == {"matrix product", *costs.PLAIN}
        assert min(seconds.values()) > 0
