"""Softmax, its logarithm and log-sum-exp against plain loops in many digits, and as maps."""

import mpmath
import numpy as np
import pytest
from exact_oracles import worst_relative_error
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from mpmath import mpf

from course_utils.activations import (
    log_softmax,
    log_softmax_vjp,
    logsumexp,
    sigmoid,
    softmax,
    softmax_jacobian,
    softmax_vjp,
)
from course_utils.numerics import numerical_jacobian, relative_error

QUICK = settings(max_examples=60, deadline=None, derandomize=True)
TEMPERATURES = st.sampled_from([1e-3, 0.5, 1.0, 2.0, 1e3])


def rows(limit: float, dimensions: int = 2, classes: int = 1):
    shapes = hnp.array_shapes(min_dims=dimensions, max_dims=dimensions, min_side=classes)
    numbers = st.floats(min_value=-limit, max_value=limit)
    return shapes.flatmap(lambda shape: hnp.arrays(np.float64, shape, elements=numbers))


def exact_log_softmax(row, temperature=1.0):
    """log(exp(z_i / T) / sum exp(z_j / T)) as written; 60 digits and no range to leave."""
    with mpmath.workdps(60):
        z = [mpf(float(value)) / mpf(float(temperature)) for value in row]
        top = max(z)
        total = mpmath.fsum(mpmath.exp(value - top) for value in z)
        return [value - top - mpmath.log(total) for value in z]


def exact_softmax(row, temperature=1.0):
    with mpmath.workdps(60):
        return [mpmath.exp(value) for value in exact_log_softmax(row, temperature)]


ROWS = {
    "ordinary": [0.3, -1.2, 2.0, 0.0],
    "equal": [5.0, 5.0, 5.0],
    "tails": [0.0, -690.0, -300.25, -40.0],
    "large": [1000.0, 1001.0, 999.0],
    "all very negative": [-1000.0, -1001.0, -999.0],
    "spread": [1e300, -1e300, 0.0],
    "one class": [7.0],
    "confident": [40.0, 0.0, 1.0],
}


@pytest.fixture(autouse=True)
def _flags_are_errors():
    """Overflow, invalid and divide flags fail every test here; underflow to 0 is right."""
    with np.errstate(all="raise", under="ignore"):
        yield


@pytest.mark.parametrize("temperature", [1e-3, 0.5, 1.0, 1e3])
@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
class TestAgainstTheFormula:
    def test_softmax_keeps_its_relative_accuracy(self, row, temperature):
        got = softmax(row, temperature=temperature)
        assert worst_relative_error(got, exact_softmax(row, temperature)) <= 1e-12

    def test_log_softmax_keeps_its_relative_accuracy(self, row, temperature):
        """Also at the winner, whose log-probability may be as small as -1e-300."""
        got = log_softmax(row, temperature=temperature)
        assert worst_relative_error(got, exact_log_softmax(row, temperature)) <= 1e-12


class TestSoftmax:
    @QUICK
    @given(z=rows(1e300), T=TEMPERATURES)
    def test_gives_probabilities_that_sum_to_one(self, z, T):
        p = softmax(z, temperature=T)
        assert np.all((p >= 0) & (p <= 1))
        np.testing.assert_allclose(p.sum(axis=-1), 1, rtol=1e-14)

    @QUICK
    @given(z=rows(1e3), c=st.integers(min_value=-1000, max_value=1000))
    def test_is_unchanged_by_adding_a_constant(self, z, c):
        """On integers, where z + c rounds nothing, not a bit moves."""
        whole = np.round(z)
        np.testing.assert_array_equal(softmax(whole + c), softmax(whole))

    @QUICK
    @given(z=st.floats(min_value=-690, max_value=690))
    def test_of_two_classes_is_the_sigmoid_of_their_difference(self, z):
        np.testing.assert_allclose(softmax([0.0, z])[1], sigmoid(z), rtol=1e-14)

    @QUICK
    @given(z=rows(100, dimensions=3), axis=st.integers(min_value=-3, max_value=2))
    def test_works_along_any_axis(self, z, axis):
        got = np.moveaxis(softmax(z, axis=axis), axis, -1)
        each = [softmax(row) for row in np.moveaxis(z, axis, -1).reshape(-1, z.shape[axis])]
        np.testing.assert_array_equal(got.reshape(-1, z.shape[axis]), each)

    def test_holds_up_at_the_largest_floats(self):
        top = np.finfo(np.float64).max
        np.testing.assert_array_equal(softmax([top, -top, top], temperature=1e-3), [0.5, 0, 0.5])
        assert logsumexp([top, -top]) == top
        top32 = np.finfo(np.float32).max
        np.testing.assert_array_equal(softmax(np.array([top32, -top32])), [1, 0])

    def test_temperature_sharpens_and_flattens(self):
        np.testing.assert_array_equal(softmax([1.0, 2.0], temperature=1e-3), [0, 1])
        np.testing.assert_allclose(softmax([1.0, 2.0], temperature=1e6), [0.5, 0.5], atol=1e-6)

    def test_minus_infinity_rules_a_class_out(self):
        np.testing.assert_array_equal(softmax([-np.inf, 0.0, 0.0]), [0, 0.5, 0.5])

    def test_hands_nan_on_to_its_row_only(self):
        p = softmax([[np.nan, 1.0], [0.0, 0.0]])
        np.testing.assert_array_equal(p, [[np.nan, np.nan], [0.5, 0.5]])


class TestLogSumExp:
    @QUICK
    @given(z=rows(1e300))
    def test_lies_between_the_maximum_and_log_k_above(self, z):
        top, value = z.max(axis=-1), logsumexp(z)
        assert np.all(value >= top)
        slack = np.log(z.shape[-1]) + 1e-15 + 4e-16 * np.abs(top)
        assert np.all(value <= top + slack)

    @QUICK
    @given(z=rows(300), axis=st.integers(min_value=-2, max_value=1))
    def test_is_the_logarithm_of_the_sum_where_that_does_not_overflow(self, z, axis):
        truth = np.log(np.exp(z).sum(axis=axis))
        np.testing.assert_allclose(logsumexp(z, axis=axis), truth, rtol=1e-13, atol=1e-13)

    def test_drops_the_axis(self):
        assert logsumexp(np.zeros((2, 3, 4)), axis=1).shape == (2, 4)
        assert logsumexp([0.0, 0.0]) == np.log(2)

    def test_gradient_is_the_softmax(self):
        z = np.array([0.3, -1.2, 2.0])
        np.testing.assert_allclose(numerical_jacobian(logsumexp, z), softmax(z), atol=1e-10)

    @QUICK
    @given(z=rows(1e6))
    def test_log_softmax_is_the_distance_from_it(self, z):
        np.testing.assert_allclose(
            log_softmax(z), z - logsumexp(z)[..., np.newaxis], rtol=1e-12, atol=1e-9
        )


class TestJacobian:
    @pytest.mark.parametrize("temperature", [0.5, 1.0, 3.0])
    def test_agrees_with_central_differences(self, temperature):
        z = np.array([0.3, -1.2, 2.0, 0.0])
        numerical = numerical_jacobian(lambda x: softmax(x, temperature=temperature), z)
        assert relative_error(softmax_jacobian(z, temperature), numerical) < 1e-9

    @QUICK
    @given(z=rows(1e300, dimensions=1))
    def test_has_rows_that_sum_to_zero_and_is_symmetric(self, z):
        """J 1 = 0: adding a constant to the logits changes no probability."""
        J = softmax_jacobian(z)
        np.testing.assert_allclose(J.sum(axis=1), 0, atol=1e-15)
        np.testing.assert_array_equal(J, J.T)

    @QUICK
    @given(z=rows(30, dimensions=1))
    def test_is_positive_semidefinite(self, z):
        assert np.linalg.eigvalsh(softmax_jacobian(z)).min() >= -1e-15

    def test_refuses_a_batch(self):
        with pytest.raises(ValueError, match=r"softmax_jacobian: logits must have shape \(classes"):
            softmax_jacobian(np.zeros((2, 3)))


class TestVectorJacobianProducts:
    @QUICK
    @given(z=rows(30), seed=st.integers(0, 99), T=st.sampled_from([0.5, 1.0, 4.0]))
    def test_softmax_vjp_is_upstream_times_jacobian(self, z, seed, T):
        g = np.random.default_rng(seed).normal(size=z.shape)
        rows_of_g_J = [gi @ softmax_jacobian(zi, T) for gi, zi in zip(g, z, strict=True)]
        got = softmax_vjp(softmax(z, temperature=T), g, temperature=T)
        np.testing.assert_allclose(got, rows_of_g_J, atol=1e-14)

    @pytest.mark.parametrize("temperature", [0.5, 1.0, 4.0])
    def test_log_softmax_vjp_is_upstream_times_numerical_jacobian(self, temperature):
        z, g = np.array([0.3, -1.2, 2.0]), np.array([1.0, -2.0, 0.5])
        J = numerical_jacobian(lambda x: log_softmax(x, temperature=temperature), z)
        got = log_softmax_vjp(softmax(z, temperature=temperature), g, temperature=temperature)
        np.testing.assert_allclose(got, g @ J, atol=1e-9)

    @pytest.mark.parametrize("vjp", [softmax_vjp, log_softmax_vjp])
    def test_works_along_any_axis(self, vjp):
        rng = np.random.default_rng(0)
        p, g = softmax(rng.normal(size=(4, 3)), axis=0), rng.normal(size=(4, 3))
        np.testing.assert_allclose(vjp(p, g, axis=0), vjp(p.T, g.T).T, atol=1e-16)

    def test_ten_thousand_classes_need_no_matrix(self):
        """The Jacobians of this batch would fill 800 MB each."""
        rng = np.random.default_rng(0)
        p, g = softmax(rng.normal(size=(8, 10_000))), rng.normal(size=(8, 10_000))
        np.testing.assert_allclose(softmax_vjp(p, g).sum(axis=1), 0, atol=1e-14)

    @pytest.mark.parametrize("vjp", [softmax_vjp, log_softmax_vjp])
    def test_refuse_logits_in_place_of_probabilities(self, vjp):
        with pytest.raises(ValueError, match=r"pass softmax\(logits\), not the logits"):
            vjp([[0.2, 0.8], [1.0, 3.0]], np.zeros((2, 2)))

    def test_refuse_different_shapes(self):
        message = r"probabilities has shape \(1, 2\) but upstream has shape \(2,\)"
        with pytest.raises(ValueError, match=message):
            softmax_vjp([[0.5, 0.5]], [1.0, 1.0])


@pytest.mark.parametrize("f", [softmax, log_softmax, logsumexp], ids=lambda f: f.__name__)
class TestWhatIsRefused:
    def test_a_plain_number(self, f):
        with pytest.raises(ValueError, match=f"{f.__name__} needs an entry per class"):
            f(1.0)

    @pytest.mark.parametrize("axis", [2, -3])
    def test_an_axis_that_is_not_there(self, f, axis):
        message = rf"{f.__name__}: axis {axis} does not exist in shape \(2, 3\); use -2 to 1"
        with pytest.raises(ValueError, match=message):
            f(np.zeros((2, 3)), axis=axis)

    @pytest.mark.parametrize("axis", [(0, 1), 1.0, None])
    def test_an_axis_that_is_not_an_integer(self, f, axis):
        with pytest.raises(ValueError, match=f"{f.__name__}: axis must be an integer"):
            f(np.zeros((2, 3)), axis=axis)

    def test_no_class_at_all(self, f):
        with pytest.raises(ValueError, match=r"shape \(2, 0\) has no entry along axis -1"):
            f(np.zeros((2, 0)))


@pytest.mark.parametrize("f", [softmax, log_softmax, softmax_jacobian], ids=lambda f: f.__name__)
@pytest.mark.parametrize("temperature", [0.0, -1.0, np.nan, np.inf, [1.0, 2.0]])
def test_a_temperature_that_is_not_one_number_above_zero_is_refused(f, temperature):
    with pytest.raises(ValueError, match=f"{f.__name__}: temperature must be"):
        f([1.0, 2.0], temperature=temperature)
