"""The error of a central difference, step by step."""

from __future__ import annotations

import numpy as np
import pytest

from course_utils.experiments.gradient_check import difference_errors


class TestDifferenceErrors:
    def test_large_steps_err_by_a_sixth_of_h_squared_times_the_third_derivative(self):
        """Where bending dominates, a step ten times larger errs a hundred times more."""
        large, small = difference_errors("float64", [1e-2, 1e-3])
        assert large / small == pytest.approx(100, rel=0.01)

    def test_small_steps_err_by_rounding(self):
        """Where rounding dominates, a step ten times smaller errs about ten times more."""
        small, smaller = difference_errors("float64", [1e-8, 1e-10])
        assert 30 < smaller / small < 300

    def test_a_step_that_changes_nothing_gives_an_error_of_one(self):
        assert difference_errors("float32", [1e-12]).tolist() == [1.0]

    def test_float32_is_never_better_than_float64(self):
        steps = 10.0 ** np.arange(-10, 0)
        single, double = (difference_errors(name, steps) for name in ("float32", "float64"))
        assert np.all(single > 0.9 * double)
