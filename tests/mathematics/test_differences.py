"""Central differences: their order of accuracy, their default step, and the relative error."""

import numpy as np
import pytest

from course_utils.activations import relu, sigmoid, sigmoid_derivative
from course_utils.numerics import (
    central_difference,
    numerical_gradient,
    numerical_jacobian,
    relative_error,
)


class TestCentralDifference:
    def test_is_exact_for_a_parabola(self):
        """The error starts at the third derivative."""
        np.testing.assert_array_equal(central_difference(np.square, [1.0, -2.0], 0.5), [2.0, -4.0])

    def test_halving_the_step_quarters_the_error(self):
        errors = [abs(central_difference(np.exp, 0.0, h) - 1) for h in (0.1, 0.05)]
        assert errors[0] / errors[1] == pytest.approx(4, rel=0.01)

    @pytest.mark.parametrize("x", [0.0, 1.0, -3.7, 12.0])
    def test_default_step_gives_ten_digits(self, x):
        assert abs(central_difference(sigmoid, x) - sigmoid_derivative(x)) < 1e-10

    def test_default_step_grows_with_x(self):
        assert central_difference(np.square, 1e12) == pytest.approx(2e12, rel=1e-9)

    def test_has_a_best_step_between_truncation_and_rounding(self):
        """The U-curve of the lesson, in float64 and in float32."""
        for dtype, best, good in ((np.float64, 1e-5, 1e-9), (np.float32, 1e-2, 1e-4)):
            x = np.array([0.3, 1.1, -0.7], dtype=dtype)
            truth = sigmoid_derivative(x.astype(np.float64))
            error = {
                h: relative_error(central_difference(sigmoid, x, h), truth)
                for h in (best * 1e-3, best, best * 100)
            }
            assert error[best] < good
            assert error[best] < min(error[best * 1e-3], error[best * 100])

    def test_stays_in_float32(self):
        x = np.ones(3, dtype=np.float32)
        assert central_difference(sigmoid, x).dtype == np.float32
        assert central_difference(sigmoid, x, 1e-2).dtype == np.float32
        assert central_difference(sigmoid, np.float32(1)).dtype == np.float32

    def test_is_the_mean_slope_at_a_kink(self):
        assert central_difference(relu, 0.0) == 0.5

    @pytest.mark.parametrize("h", [0.0, -1e-5, np.nan, np.inf])
    def test_refuses_a_step_that_is_not_above_zero(self, h):
        with pytest.raises(ValueError, match="central_difference: h must be"):
            central_difference(np.exp, 1.0, h)

    def test_refuses_a_step_that_rounds_to_zero(self):
        with pytest.raises(ValueError, match="h = 1e-60 rounds to 0 in float32"):
            central_difference(np.exp, np.float32(1), 1e-60)

    def test_refuses_points_that_are_not_finite(self):
        with pytest.raises(ValueError, match="central_difference: x must be finite"):
            central_difference(np.exp, [0.0, np.nan])

    def test_refuses_a_function_that_is_not_elementwise(self):
        with pytest.raises(ValueError, match=r"f turned shape \(2,\) into \(\)"):
            central_difference(np.sum, [0.0, 1.0])


class TestGradientAndJacobian:
    def test_of_a_linear_map_is_its_matrix(self):
        A = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
        np.testing.assert_allclose(numerical_jacobian(lambda x: A @ x, np.ones(3)), A, rtol=1e-9)

    def test_gradient_has_the_shape_of_the_argument(self):
        X = np.arange(6.0).reshape(2, 3)
        np.testing.assert_allclose(numerical_gradient(lambda v: np.sum(v**2), X), 2 * X, atol=1e-9)

    def test_jacobian_has_the_outputs_first(self):
        assert numerical_jacobian(lambda v: v[0], np.ones((2, 3))).shape == (3, 2, 3)

    def test_of_a_plain_number(self):
        assert numerical_gradient(np.exp, 0.0) == pytest.approx(1.0, rel=1e-9)

    def test_stays_in_float32(self):
        assert numerical_gradient(np.sum, np.ones(3, dtype=np.float32)).dtype == np.float32

    def test_gradient_refuses_several_outputs(self):
        with pytest.raises(ValueError, match=r"f must return one number, got shape \(3,\)"):
            numerical_gradient(np.exp, np.ones(3))

    def test_refuse_an_argument_without_entries(self):
        with pytest.raises(ValueError, match="numerical_jacobian: x has no entry"):
            numerical_jacobian(np.exp, [])


class TestRelativeError:
    def test_is_measured_against_the_larger_array(self):
        assert relative_error([1.0, 2.0], [1.0, 1.0]) == 0.5
        assert relative_error([1.0, 1.0], [1.0, 2.0]) == 0.5

    def test_is_zero_between_zeros(self):
        assert relative_error([0.0], [0.0]) == 0.0

    def test_does_not_overflow(self):
        with np.errstate(all="raise", under="ignore"):
            assert relative_error([1.7e308], [-1.7e308]) == 2.0

    @pytest.mark.parametrize("bad", [np.nan, np.inf])
    def test_is_nan_where_an_entry_is_not_finite(self, bad):
        assert np.isnan(relative_error([1.0, bad], [1.0, bad]))

    def test_refuses_different_shapes_and_no_entries(self):
        with pytest.raises(ValueError, match=r"relative_error: a has shape \(1,\) but b has"):
            relative_error([1.0], 1.0)
        with pytest.raises(ValueError, match="relative_error: got no entries"):
            relative_error([], [])
