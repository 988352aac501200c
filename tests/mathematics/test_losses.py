"""Losses from logits against their definitions in many digits, and their gradients."""

import mpmath
import numpy as np
import pytest
from exact_oracles import DIGITS, worst_relative_error
from hypothesis import given, settings
from hypothesis import strategies as st
from mpmath import mpf

from course_utils.activations import softmax
from course_utils.losses import (
    binary_cross_entropy,
    binary_cross_entropy_gradient,
    cross_entropy,
    cross_entropy_gradient,
    smooth_labels,
    squared_error_after_sigmoid,
    squared_error_after_sigmoid_gradient,
)
from course_utils.numerics import numerical_gradient, relative_error

QUICK = settings(max_examples=80, deadline=None, derandomize=True)
LOGITS = np.array([-690.0, -40.0, -3.0, -0.1, 0.0, 0.7, 12.0, 40.0, 690.0, 1e300, -1e300])
BINARY = [
    (binary_cross_entropy, binary_cross_entropy_gradient),
    (squared_error_after_sigmoid, squared_error_after_sigmoid_gradient),
]
BINARY_FUNCTIONS = [f for pair in BINARY for f in pair]


def exact_mean(per_sample, logits, targets):
    with mpmath.workdps(DIGITS):
        terms = [
            per_sample(mpf(float(z)), mpf(float(y))) for z, y in zip(logits, targets, strict=True)
        ]
        return [mpmath.fsum(terms) / len(terms)]


def exact_sigmoid(z):
    return 1 / (1 + mpmath.exp(-z))


def exact_binary_cross_entropy(z, y):
    """-y log s(z) - (1 - y) log(1 - s(z)), where log s(-1e300) is exactly -1e300 to any digits."""
    if abs(z) > 1e6:
        return max(z, mpf(0)) - z * y
    s = exact_sigmoid(z)
    return -y * mpmath.log(s) - (1 - y) * mpmath.log(1 - s)


@pytest.fixture(autouse=True)
def _flags_are_errors():
    """Overflow, invalid and divide flags fail every test here; underflow to 0 is right."""
    with np.errstate(all="raise", under="ignore"):
        yield


class TestBinaryCrossEntropy:
    @pytest.mark.parametrize("y", [0.0, 1.0, 0.5, 0.1, 1 - 1e-10])
    @pytest.mark.parametrize("z", LOGITS)
    def test_is_its_definition_to_the_last_digits(self, z, y):
        truth = exact_mean(exact_binary_cross_entropy, [z], [y])
        assert worst_relative_error(binary_cross_entropy([z], [y]), truth) <= 1e-14

    def test_is_a_mean_over_samples(self):
        targets = np.arange(LOGITS.size - 2) % 2
        truth = exact_mean(exact_binary_cross_entropy, LOGITS[:-2], targets)
        assert worst_relative_error(binary_cross_entropy(LOGITS[:-2], targets), truth) <= 1e-14

    def test_is_log_2_for_the_undecided(self):
        assert binary_cross_entropy([0.0, 0.0], [0, 1]) == pytest.approx(np.log(2), rel=1e-15)

    @QUICK
    @given(z=st.floats(min_value=-1e6, max_value=1e6), y=st.floats(min_value=0, max_value=1))
    def test_equals_the_form_in_the_lesson(self, z, y):
        """max(z, 0) - z y + log1p(exp(-|z|))."""
        lesson = max(z, 0) - z * y + np.log1p(np.exp(-abs(z)))
        np.testing.assert_allclose(binary_cross_entropy([z], [y]), lesson, rtol=1e-9, atol=1e-9)

    @pytest.mark.parametrize("y", [0.0, 1.0, 0.3])
    @pytest.mark.parametrize("z", LOGITS)
    def test_gradient_is_sigmoid_minus_target(self, z, y):
        truth = exact_mean(lambda z, y: exact_sigmoid(z) - y, [z], [y])
        assert worst_relative_error(binary_cross_entropy_gradient([z], [y]), truth) <= 1e-14


class TestSquaredErrorAfterSigmoid:
    @pytest.mark.parametrize("y", [0.0, 1.0, 0.3])
    @pytest.mark.parametrize("z", LOGITS)
    def test_is_half_the_squared_error(self, z, y):
        truth = exact_mean(lambda z, y: (exact_sigmoid(z) - y) ** 2 / 2, [z], [y])
        assert worst_relative_error(squared_error_after_sigmoid([z], [y]), truth) <= 1e-14

    @pytest.mark.parametrize("y", [0.0, 1.0, 0.3])
    @pytest.mark.parametrize("z", LOGITS)
    def test_gradient_is_the_error_times_the_slope(self, z, y):
        def slope(z, y):
            s = exact_sigmoid(z)
            return (s - y) * s * (1 - s)

        truth = exact_mean(slope, [z], [y])
        assert worst_relative_error(squared_error_after_sigmoid_gradient([z], [y]), truth) <= 1e-14

    def test_goes_silent_where_cross_entropy_speaks_loudest(self):
        """Confidently wrong: the lesson's reason to prefer cross-entropy."""
        assert abs(squared_error_after_sigmoid_gradient([-30.0], [1])[0]) < 1e-12
        assert abs(binary_cross_entropy_gradient([-30.0], [1])[0]) > 0.999


@pytest.mark.parametrize(("loss", "gradient"), BINARY)
class TestBinaryGradients:
    @QUICK
    @given(seed=st.integers(0, 999), soft=st.booleans())
    def test_agree_with_central_differences(self, loss, gradient, seed, soft):
        rng = np.random.default_rng(seed)
        z, y = rng.normal(size=(2, 3)), rng.random((2, 3))
        y = y if soft else np.round(y)
        assert relative_error(gradient(z, y), numerical_gradient(lambda v: loss(v, y), z)) < 1e-8


@pytest.mark.parametrize("f", BINARY_FUNCTIONS, ids=lambda f: f.__name__)
class TestBinaryArguments:
    @pytest.mark.parametrize("bad", [-0.1, 1.1, 2])
    def test_a_target_outside_0_1_is_refused(self, f, bad):
        message = rf"{f.__name__}: targets must be in \[0, 1\], got {bad} at index \(1,\)"
        with pytest.raises(ValueError, match=message):
            f([0.0, 0.0], [0, bad])

    def test_shapes_are_not_broadcast(self, f):
        message = rf"{f.__name__}: logits has shape \(3, 1\) but targets has shape \(3,\)"
        with pytest.raises(ValueError, match=message):
            f(np.zeros((3, 1)), np.zeros(3))

    def test_no_sample_is_refused(self, f):
        with pytest.raises(ValueError, match=f"{f.__name__}: got no samples"):
            f([], [])

    def test_nan_is_handed_on(self, f):
        assert np.isnan(np.sum(f([0.0, np.nan], [1, 1])))
        assert np.isnan(np.sum(f([0.0, 0.0], [1, np.nan])))

    def test_labels_may_be_bools(self, f):
        np.testing.assert_array_equal(f([1.0, 2.0], [True, False]), f([1.0, 2.0], [1, 0]))


ROWS = np.array([[0.3, -1.2, 2.0], [1e300, -1e300, 0.0], [0.0, -690.0, -40.0], [5.0, 5.0, 5.0]])


class TestCrossEntropy:
    @pytest.mark.parametrize("label", [0, 1, 2])
    @pytest.mark.parametrize("row", ROWS, ids=str)
    def test_is_minus_the_log_probability(self, row, label):
        with mpmath.workdps(DIGITS):
            z = [mpf(float(value)) for value in row]
            total = mpmath.fsum(mpmath.exp(value - max(z)) for value in z)
            truth = [max(z) + mpmath.log(total) - z[label]]
        assert worst_relative_error(cross_entropy([row], [label]), truth) <= 1e-14

    def test_is_a_mean_over_samples(self):
        each = [
            cross_entropy([row], [label]) for row, label in zip(ROWS, [0, 1, 2, 0], strict=True)
        ]
        np.testing.assert_allclose(cross_entropy(ROWS, [0, 1, 2, 0]), np.mean(each), rtol=1e-15)

    @QUICK
    @given(z=st.floats(min_value=-700, max_value=700), y=st.integers(0, 1))
    def test_of_two_classes_is_binary_cross_entropy(self, z, y):
        np.testing.assert_allclose(
            cross_entropy([[0.0, z]], [y]), binary_cross_entropy([z], [y]), rtol=1e-14
        )

    def test_is_log_k_for_the_undecided(self):
        assert cross_entropy(np.zeros((4, 10)), [0, 3, 5, 9]) == pytest.approx(np.log(10))

    @QUICK
    @given(seed=st.integers(0, 999))
    def test_gradient_agrees_with_central_differences(self, seed):
        rng = np.random.default_rng(seed)
        z, labels = rng.normal(size=(4, 3)), rng.integers(0, 3, size=4)
        numerical = numerical_gradient(lambda v: cross_entropy(v, labels), z)
        assert relative_error(cross_entropy_gradient(z, labels), numerical) < 1e-8

    def test_gradient_is_probabilities_minus_one_hot_also_at_the_extremes(self):
        labels = [2, 1, 0, 1]
        one_hot = np.array([[0, 0, 1], [0, 1, 0], [1, 0, 0], [0, 1, 0]])
        got = cross_entropy_gradient(ROWS, labels)
        np.testing.assert_allclose(got, (softmax(ROWS) - one_hot) / 4, rtol=0, atol=1e-16)
        np.testing.assert_allclose(got.sum(axis=1), 0, atol=1e-16)

    def test_nan_is_handed_on(self):
        assert np.isnan(cross_entropy([[0.0, np.nan]], [0]))


@pytest.mark.parametrize("f", [cross_entropy, cross_entropy_gradient], ids=lambda f: f.__name__)
class TestLabels:
    @pytest.mark.parametrize("bad", [3, -1, 99])
    def test_out_of_range_are_refused(self, f, bad):
        message = rf"labels must be from 0 to 2 for 3 classes, got {bad} at index \(1,\)"
        with pytest.raises(ValueError, match=f"{f.__name__}: {message}"):
            f(np.zeros((2, 3)), [0, bad])

    @pytest.mark.parametrize("bad", [[0.5, 1.0], [0.0, 1.0], ["0", "1"], [None, 1]])
    def test_that_are_not_integers_are_refused(self, f, bad):
        with pytest.raises(ValueError, match=f"{f.__name__}: labels must be integers, got dtype"):
            f(np.zeros((2, 3)), bad)

    def test_given_as_one_hot_rows_are_refused(self, f):
        with pytest.raises(ValueError, match="give class numbers, not one-hot rows"):
            f(np.zeros((2, 3)), np.eye(3, dtype=int)[:2])

    def test_must_be_as_many_as_the_samples(self, f):
        with pytest.raises(ValueError, match=r"logits have 2 samples .* but there are 3 labels"):
            f(np.zeros((2, 3)), [0, 1, 2])

    @pytest.mark.parametrize("shape", [(3,), (0, 3), (2, 0), (1, 2, 3), ()])
    def test_need_logits_that_are_a_matrix_with_samples_and_classes(self, f, shape):
        with pytest.raises(ValueError, match=r"logits must have shape \(samples, classes\)"):
            f(np.zeros(shape), [0])


class TestSmoothLabels:
    def test_mixes_one_hot_with_the_uniform_distribution(self):
        np.testing.assert_allclose(
            smooth_labels([0, 2], 4, 0.2), [[0.85, 0.05, 0.05, 0.05], [0.05, 0.05, 0.85, 0.05]]
        )

    @QUICK
    @given(epsilon=st.floats(0, 1, exclude_max=True), classes=st.integers(1, 50))
    def test_gives_probabilities(self, epsilon, classes):
        rows = smooth_labels(np.arange(classes), classes, epsilon)
        np.testing.assert_allclose(rows.sum(axis=1), 1, rtol=1e-14)
        assert np.all((rows >= 0) & (rows <= 1 + 1e-15))

    def test_without_smoothing_is_one_hot(self):
        np.testing.assert_array_equal(smooth_labels([1, 0], 2, 0), [[0, 1], [1, 0]])

    @pytest.mark.parametrize("epsilon", [-0.1, 1.0, np.nan])
    def test_refuses_an_epsilon_outside_0_1(self, epsilon):
        with pytest.raises(ValueError, match="smooth_labels: epsilon must be"):
            smooth_labels([0], 2, epsilon)

    @pytest.mark.parametrize("classes", [0, -2, 2.5])
    def test_refuses_a_number_of_classes_below_one(self, classes):
        with pytest.raises(ValueError, match="smooth_labels: classes must be"):
            smooth_labels([0], classes, 0.1)

    def test_refuses_labels_out_of_range(self):
        with pytest.raises(ValueError, match="smooth_labels: labels must be from 0 to 1"):
            smooth_labels([2], 2, 0.1)
