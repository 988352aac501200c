"""The sigmoid in one precision: overflow of the naive formula, and none of the stable one."""

import math

import numpy as np
import pytest

from course_utils.experiments.rounding import PRECISIONS, sigmoid_in_precision


@pytest.mark.parametrize("precision", PRECISIONS)
class TestSigmoidInPrecision:
    def test_everything_is_in_that_precision(self, precision):
        at = sigmoid_in_precision([-1.0, 1.0], precision)
        for name in ("exponential", "decay", "naive", "stable", "naive_distance"):
            assert getattr(at, name).dtype == precision

    def test_the_naive_formula_overflows_beyond_the_logarithm_of_the_largest_number(
        self, precision
    ):
        limit = math.log(float(np.finfo(precision).max))
        at = sigmoid_in_precision([-limit + 0.1, -limit - 0.1], precision)
        assert at.overflows.tolist() == [False, True]
        assert at.naive[1] == 0

    def test_the_stable_formula_never_overflows(self, precision):
        with np.errstate(over="raise", invalid="raise", divide="raise"):
            at = sigmoid_in_precision(np.linspace(-800, 800, 101), precision)
        assert np.isfinite(at.stable).all()

    def test_the_stable_formula_agrees_with_the_exact_value(self, precision):
        z = np.linspace(-8, 8, 33)
        exact = np.array([1 / (1 + math.exp(-x)) for x in z])
        rtol = 4 * float(np.finfo(precision).eps)
        np.testing.assert_allclose(sigmoid_in_precision(z, precision).stable, exact, rtol=rtol)

    def test_the_distance_from_one_survives_the_rounding_to_one(self, precision):
        z = (np.finfo(precision).nmant + 2) * math.log(2)
        at = sigmoid_in_precision(z, precision)
        assert at.naive == at.stable == 1
        assert at.naive_distance == 0
        assert float(at.stable_distance) == pytest.approx(math.exp(-z), rel=0.02)


def test_an_unknown_precision_is_refused_by_name():
    with pytest.raises(ValueError, match="'float8'; use one of float16, float32, float64"):
        sigmoid_in_precision(0.0, "float8")
