"""The elementwise activation functions against their textbook formulas in 700 digits."""

import math

import mpmath
import numpy as np
import pytest
from exact_oracles import (
    FORMULAS,
    exact,
    exact_derivative,
    worst_relative_error,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from mpmath import mpf

from course_utils import activations
from course_utils.activations import (
    ACTIVATIONS,
    elu,
    elu_derivative,
    gelu,
    gelu_tanh,
    leaky_relu,
    leaky_relu_derivative,
    logit,
    prelu,
    prelu_derivative,
    relu,
    relu_derivative,
    sigmoid,
    sigmoid_derivative,
    silu,
    softplus,
    tanh,
)

QUICK = settings(max_examples=100, deadline=None, derandomize=True)
FINITE = st.floats(min_value=-1e300, max_value=1e300)
ANY_FINITE = st.floats(allow_nan=False, allow_infinity=False)

ORDINARY = np.concatenate([np.linspace(-12, 12, 48), np.outer([-1, 1], [1e-300, 1e-16, 0.1])[0]])
TAILS = np.array([-690.0, -600, -300.5, -100.25, -50, -36.7, -20.1, 20.1, 36.7, 100.25, 600, 690])
EXTREMES = np.array([-1e300, -1e150, -1e10, -1e3, 1e3, 1e10, 1e150, 1e300])
POINTS = {"ordinary": ORDINARY, "tails": TAILS, "extremes": EXTREMES}
# exp(-z^2 / 2) and tanh of a cubic magnify the rounding of z, and the slopes of SiLU and GELU cross
# zero near points of ORDINARY; everything else is right to a few units in the last place.
RELATIVE = {"gelu": 5e-13, "gelu_tanh": 1e-13}
RELATIVE_SLOPES = {**RELATIVE, "silu": 1e-13}


@pytest.fixture(autouse=True)
def _flags_are_errors():
    """Overflow, invalid and divide flags fail every test here; underflow to 0 is right."""
    with np.errstate(all="raise", under="ignore"):
        yield


@pytest.mark.parametrize("where", POINTS)
@pytest.mark.parametrize("name", FORMULAS)
class TestAgainstTheFormula:
    def test_function_keeps_its_relative_accuracy(self, name, where):
        got = ACTIVATIONS[name].function(POINTS[where])
        truth = exact(FORMULAS[name], POINTS[where])
        assert worst_relative_error(got, truth) <= RELATIVE.get(name, 1e-15)

    def test_derivative_keeps_its_relative_accuracy(self, name, where):
        got = ACTIVATIONS[name].derivative(POINTS[where])
        truth = exact_derivative(FORMULAS[name], POINTS[where])
        assert worst_relative_error(got, truth) <= RELATIVE_SLOPES.get(name, 2e-15)

    def test_float32_is_the_truth_rounded_once(self, name, where):
        z = np.clip(POINTS[where], -3e38, 3e38).astype(np.float32)
        got = ACTIVATIONS[name].function(z)
        truth = np.array([float(value) for value in exact(FORMULAS[name], z)])
        np.testing.assert_allclose(got, truth, rtol=1.2e-7, atol=1e-45)


@pytest.mark.parametrize("name", ACTIVATIONS)
class TestEveryActivation:
    @QUICK
    @given(z=ANY_FINITE)
    def test_is_finite_at_every_finite_input(self, name, z):
        assert math.isfinite(ACTIVATIONS[name].function(z))
        assert math.isfinite(ACTIVATIONS[name].derivative(z))

    @QUICK
    @given(z=st.floats(min_value=np.float32(-3.4e38), max_value=np.float32(3.4e38), width=32))
    def test_is_finite_at_every_finite_float32(self, name, z):
        assert math.isfinite(ACTIVATIONS[name].function(np.float32(z)))
        assert math.isfinite(ACTIVATIONS[name].derivative(np.float32(z)))

    def test_hands_nan_on(self, name):
        assert np.isnan(ACTIVATIONS[name].function(np.nan))
        assert np.isnan(ACTIVATIONS[name].derivative(np.nan))

    def test_stands_in_the_module_under_its_name(self, name):
        """The registry agrees with the names that lessons import."""
        assert ACTIVATIONS[name].function is getattr(activations, name)
        assert ACTIVATIONS[name].derivative is getattr(activations, f"{name}_derivative")


class TestRegistry:
    def test_holds_every_elementwise_function_of_z_alone(self):
        """prelu is absent because its slope has no default."""
        with_derivative = {
            name.removesuffix("_derivative")
            for name in activations.__all__
            if name.endswith("_derivative")
        }
        assert with_derivative - set(ACTIVATIONS) == {"prelu"}


class TestSigmoid:
    def test_is_one_half_at_zero(self):
        assert sigmoid(0.0) == 0.5

    @QUICK
    @given(z=FINITE)
    def test_mirrors_around_zero(self, z):
        """sigmoid(-z) = 1 - sigmoid(z)."""
        assert abs(sigmoid(-z) - (1 - sigmoid(z))) <= 2**-53

    @QUICK
    @given(z=FINITE, w=FINITE)
    def test_never_decreases(self, z, w):
        low, high = sorted([z, w])
        assert sigmoid(low) <= sigmoid(high)

    def test_saturates_at_the_infinities(self):
        np.testing.assert_array_equal(sigmoid([-np.inf, np.inf]), [0.0, 1.0])

    def test_rounds_to_one_near_37_in_float64_and_17_in_float32(self):
        assert sigmoid(36.0) < 1.0 == sigmoid(37.0)
        assert sigmoid(np.float32(16.6)) < 1.0 == sigmoid(np.float32(17.4))

    @QUICK
    @given(z=FINITE)
    def test_slope_never_exceeds_a_quarter(self, z):
        assert 0 <= sigmoid_derivative(z) <= 0.25

    @QUICK
    @given(z=st.floats(min_value=-690, max_value=690))
    def test_logarithm_is_minus_softplus_of_minus_z(self, z):
        np.testing.assert_allclose(np.log(sigmoid(z)), -softplus(-z), rtol=1e-12, atol=2e-16)


class TestTanh:
    @QUICK
    @given(z=st.floats(min_value=-350, max_value=350))
    def test_is_a_sigmoid_stretched_and_shifted(self, z):
        """tanh z = 2 sigmoid(2z) - 1."""
        np.testing.assert_allclose(tanh(z), 2 * sigmoid(2 * z) - 1, rtol=0, atol=4e-16)

    @QUICK
    @given(z=FINITE)
    def test_is_odd(self, z):
        assert tanh(-z) == -tanh(z)


class TestLogit:
    @pytest.mark.parametrize(
        "p",
        [1e-300, 1e-30, 0.01, 0.2499, 0.25, 0.5 - 1e-12, 0.5 + 1e-9, 0.6, 0.75, 0.76, 1 - 2**-53],
    )
    def test_keeps_its_relative_accuracy(self, p):
        truth = exact(lambda x: mpmath.log(x / (1 - x)), [p])
        assert worst_relative_error(logit(p), truth) <= 1e-15

    def test_is_zero_at_one_half(self):
        assert logit(0.5) == 0.0

    @QUICK
    @given(z=st.floats(min_value=-690, max_value=30))
    def test_inverts_the_sigmoid(self, z):
        """Near p = 1 the floats are too coarse to hold z; to the left nothing is lost."""
        np.testing.assert_allclose(logit(sigmoid(z)), z, rtol=1e-12, atol=1e-15 * np.exp(max(z, 0)))

    @pytest.mark.parametrize("p", [0.0, 1.0, -0.1, 1.5])
    def test_refuses_what_is_not_strictly_between_0_and_1(self, p):
        with pytest.raises(ValueError, match=r"logit: p must lie strictly between 0 and 1, got"):
            logit([0.5, p])

    def test_names_the_place_of_the_first_wrong_entry(self):
        with pytest.raises(ValueError, match=r"got 2 at index \(1, 0\)"):
            logit([[0.1, 0.2], [2.0, 3.0]])

    def test_hands_nan_on(self):
        assert np.isnan(logit(np.nan))


class TestReluFamily:
    def test_relu_has_no_nan_at_the_infinities(self):
        np.testing.assert_array_equal(relu([-np.inf, np.inf]), [0.0, np.inf])

    def test_slopes_at_the_kink_are_the_documented_ones(self):
        assert relu_derivative(0.0) == relu_derivative(-0.0) == 0.0
        assert leaky_relu_derivative(0.0, 0.3) == leaky_relu_derivative(-0.0, 0.3) == 0.3
        assert prelu_derivative(0.0, 0.3) == 0.3
        assert elu_derivative(0.0, 0.3) == 0.3

    @QUICK
    @given(z=FINITE, slope=st.floats(min_value=-1e6, max_value=1e6))
    def test_leaky_relu_is_its_definition_for_any_finite_slope(self, z, slope):
        assert leaky_relu(z, slope) == (z if z > 0 else slope * z)
        assert leaky_relu_derivative(z, slope) == (1 if z > 0 else slope)

    def test_leaky_relu_wastes_no_overflow_on_the_side_that_is_not_taken(self):
        assert leaky_relu(1e300, 1e300) == 1e300

    @pytest.mark.parametrize(("slope", "twin"), [(0.0, relu), (1.0, np.positive), (-1.0, np.abs)])
    def test_leaky_relu_reaches_relu_the_identity_and_the_absolute_value(self, slope, twin):
        np.testing.assert_array_equal(leaky_relu(ORDINARY, slope), twin(ORDINARY))

    def test_default_slope_is_one_hundredth(self):
        assert leaky_relu(-1.0) == -0.01
        assert leaky_relu_derivative(-1.0) == 0.01

    @pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf, [0.1, 0.2]])
    def test_refuses_a_slope_that_is_not_one_finite_number(self, bad):
        with pytest.raises(ValueError, match="leaky_relu: negative_slope must be one finite"):
            leaky_relu(1.0, bad)
        with pytest.raises(ValueError, match="leaky_relu_derivative: negative_slope must be one"):
            leaky_relu_derivative(1.0, bad)

    def test_prelu_takes_one_slope_per_unit(self):
        np.testing.assert_array_equal(prelu([[-1, -1], [2, 2]], [0.5, 3]), [[-0.5, -3], [2, 2]])
        np.testing.assert_array_equal(
            prelu_derivative([[-1, -1], [2, 2]], [0.5, 3]), [[0.5, 3], [1, 1]]
        )

    def test_prelu_gradient_of_the_slope_is_min_z_0(self):
        """What the docstring says about learning the slope, by a difference of slopes."""
        z, h = np.array([-2.0, 3.0]), 2.0**-10
        difference = (prelu(z, 0.25 + h) - prelu(z, 0.25 - h)) / (2 * h)
        np.testing.assert_allclose(difference, np.minimum(z, 0))

    def test_prelu_refuses_slopes_that_do_not_fit(self):
        message = r"prelu: slope of shape \(3,\) does not broadcast to z of shape \(2, 2\)"
        with pytest.raises(ValueError, match=message):
            prelu(np.ones((2, 2)), np.ones(3))
        with pytest.raises(ValueError, match=r"shape \(2, 1\) does not broadcast to z of shape"):
            prelu(np.ones(3), np.ones((2, 1)))

    def test_prelu_refuses_slopes_that_are_not_finite(self):
        with pytest.raises(ValueError, match=r"slope must be finite, got inf at index \(1,\)"):
            prelu([1.0, 2.0], [0.1, np.inf])

    @pytest.mark.parametrize("alpha", [0.0, 2.0, -1.5])
    def test_elu_follows_alpha(self, alpha):
        truth = exact(lambda z: z if z > 0 else mpf(alpha) * (mpmath.exp(z) - 1), ORDINARY)
        assert worst_relative_error(elu(ORDINARY, alpha), truth) <= 1e-15
        slopes = exact(lambda z: mpf(1) if z > 0 else mpf(alpha) * mpmath.exp(z), ORDINARY)
        assert worst_relative_error(elu_derivative(ORDINARY, alpha), slopes) <= 1e-15

    def test_elu_refuses_an_alpha_that_is_not_finite(self):
        with pytest.raises(ValueError, match="elu: alpha must be one finite number, got nan"):
            elu(1.0, np.nan)


class TestGates:
    def test_gelu_tanh_is_within_0_0005_of_gelu(self):
        """The bound in its docstring, and that it is not idle."""
        z = np.linspace(-10, 10, 4001)
        largest = np.abs(gelu_tanh(z) - gelu(z)).max()
        assert 0.0004 < largest < 0.0005

    @pytest.mark.parametrize(("f", "low", "at"), [(gelu, -0.17, -0.7518), (silu, -0.2785, -1.2785)])
    def test_smallest_value_is_where_the_docstring_says(self, f, low, at):
        z = np.linspace(-3, 0, 30_001)
        np.testing.assert_allclose(f(z).min(), low, atol=5e-5)
        np.testing.assert_allclose(z[f(z).argmin()], at, atol=1e-3)

    @pytest.mark.parametrize(
        ("name", "low", "high"),
        [("gelu", -0.1289, 1.1289), ("silu", -0.0998, 1.0998), ("gelu_tanh", -0.129, 1.129)],
    )
    def test_slopes_stay_within_the_documented_range(self, name, low, high):
        slopes = ACTIVATIONS[name].derivative(np.linspace(-10, 10, 20_001))
        np.testing.assert_allclose([slopes.min(), slopes.max()], [low, high], atol=5e-4)
