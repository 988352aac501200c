"""What lesson 02 says is true: its numbers, its formulas, and the promises of its form."""

from __future__ import annotations

import numpy as np
import pytest
from lesson_form import LessonForm, slope, solutions

from course_utils.catalog import EXERCISES
from course_utils.checking.engine import check
from course_utils.checking.local import local_call, local_value
from course_utils.checking.verdict import Status
from course_utils.data import centred, load_breast_cancer, split
from course_utils.experiments.gradient_check import difference_errors
from course_utils.experiments.sign_agreement import descent_path, share_of_one_sign
from course_utils.experiments.training import train
from course_utils.experiments.wrong_start import train_from_wrong_starts

NAME = "02_sigmoid_tanh"
Z = np.linspace(-8, 8, 33)


def sigmoid(z):
    """The sigmoid as the lesson derives it; enough for ordinary numbers."""
    return 1 / (1 + np.exp(-np.asarray(z, dtype=float)))


def softplus(u):
    return np.log(1 + np.exp(u))


def cross_entropy(z, y):
    return -y * np.log(sigmoid(z)) - (1 - y) * np.log(1 - sigmoid(z))


@pytest.fixture(scope="module")
def runs():
    """The divisions of the lesson, by seed."""
    return [train_from_wrong_starts([0, 1, 3, 10], seed=seed) for seed in range(5)]


@pytest.fixture(scope="module")
def answers():
    return solutions(NAME)


class TestDerivations:
    def test_the_sigmoid_undoes_the_log_odds(self):
        p = sigmoid(Z)
        np.testing.assert_allclose(np.log(p / (1 - p)), Z, atol=1e-12)

    def test_swapping_the_classes_mirrors_the_sigmoid(self):
        np.testing.assert_allclose(sigmoid(-Z), 1 - sigmoid(Z), atol=1e-15)

    @pytest.mark.parametrize(("share_0", "share_1"), [(0.5, 0.5), (0.8, 0.2)])
    def test_equal_bells_have_linear_log_odds_with_the_stated_line(self, share_0, share_1):
        mu_0, mu_1, s = 1.0, 4.0, 1.5
        bells = [
            np.exp(-((Z - mu) ** 2) / (2 * s**2)) / (s * np.sqrt(2 * np.pi)) for mu in (mu_0, mu_1)
        ]
        w = (mu_1 - mu_0) / s**2
        b = (mu_0**2 - mu_1**2) / (2 * s**2) + np.log(share_1 / share_0)
        log_odds = np.log(share_1 * bells[1]) - np.log(share_0 * bells[0])
        np.testing.assert_allclose(log_odds, w * Z + b, atol=1e-12)

    def test_the_wider_bell_wins_far_out_on_both_sides(self):
        def log_odds(x):
            return -((x - 4) ** 2) / 8 - np.log(2) + (x - 1) ** 2 / 2

        assert log_odds(-30.0) > 0
        assert log_odds(30.0) > 0

    def test_the_slope_of_entropy_is_minus_the_log_odds(self):
        p = np.linspace(0.05, 0.95, 19)

        def entropy(p):
            return -p * np.log(p) - (1 - p) * np.log(1 - p)

        np.testing.assert_allclose(slope(entropy, p), -np.log(p / (1 - p)), atol=1e-8)
        curvature = slope(lambda q: -np.log(q / (1 - q)), p)
        np.testing.assert_allclose(curvature, -1 / (p * (1 - p)), rtol=1e-6)

    def test_the_sigmoid_has_the_largest_entropy_among_equal_totals(self):
        """Moved along random directions that keep both totals, entropy only falls."""
        generator = np.random.default_rng(0)
        x = generator.normal(size=8)
        best = sigmoid(0.7 * x - 0.2)
        conditions = np.vstack([np.ones(8), x])
        directions = generator.normal(size=(50, 8))
        directions -= directions @ np.linalg.pinv(conditions) @ conditions
        moved = best + 0.02 * directions / np.abs(directions).max()

        def entropy(p):
            return -np.sum(p * np.log(p) + (1 - p) * np.log(1 - p), axis=-1)

        np.testing.assert_allclose(moved @ conditions.T - best @ conditions.T, 0, atol=1e-12)
        assert np.all(entropy(moved) < entropy(best))

    def test_the_slope_of_the_sigmoid_and_its_distance_from_a_quarter(self):
        s = sigmoid(Z)
        np.testing.assert_allclose(slope(sigmoid, Z), s * (1 - s), atol=1e-10)
        np.testing.assert_allclose(0.25 - s * (1 - s), (0.5 - s) ** 2, atol=1e-15)

    def test_tanh_is_a_sigmoid_on_another_ruler(self):
        np.testing.assert_allclose(2 * sigmoid(2 * Z) - 1, np.tanh(Z), atol=1e-14)
        np.testing.assert_allclose(4 * slope(sigmoid, 2 * Z), 1 - np.tanh(Z) ** 2, atol=1e-9)
        np.testing.assert_allclose(0.5 + 0.5 * np.tanh(Z / 2), sigmoid(Z), atol=1e-14)

    def test_the_loss_in_all_the_forms_that_the_lesson_gives(self):
        for y in (0.0, 0.3, 1.0):
            truth = cross_entropy(Z, y)
            two = y * softplus(-Z) + (1 - y) * softplus(Z)
            last = np.maximum(Z, 0) - Z * y + np.log1p(np.exp(-np.abs(Z)))
            for form in (two, softplus(Z) - Z * y, last):
                np.testing.assert_allclose(form, truth, atol=1e-12)
        np.testing.assert_allclose(np.log(sigmoid(Z)), -softplus(-Z), atol=1e-12)

    def test_the_gradients_of_both_losses(self):
        for y in (0.0, 1.0):
            s = sigmoid(Z)
            found = slope(lambda z, y=y: cross_entropy(z, y), Z)
            np.testing.assert_allclose(found, s - y, atol=1e-6)
            found = slope(lambda z, y=y: (sigmoid(z) - y) ** 2 / 2, Z)
            np.testing.assert_allclose(found, (s - y) * s * (1 - s), atol=1e-9)

    def test_a_chain_of_sigmoids_has_the_product_as_its_slope(self):
        weights, biases = (1.5, -2.0, 0.7), (0.1, 0.4, -0.3)

        def layers(z):
            found = [z]
            for w, b in zip(weights, biases, strict=True):
                found.append(w * sigmoid(found[-1]) + b)
            return found

        z = layers(0.3)
        slopes = [sigmoid(v) * (1 - sigmoid(v)) for v in z]
        measured = slope(lambda v: sigmoid(layers(v)[-1]), 0.3)
        assert measured == pytest.approx(np.prod(slopes) * np.prod(weights), rel=1e-8)
        assert np.prod(slopes) <= 0.25 ** len(slopes)


class TestNumbersInTheProse:
    def test_section_1_says_log_3_is_about_1_099(self):
        assert round(np.log(0.75 / 0.25), 3) == 1.099

    def test_figure_3_has_its_tops_at_the_sigmoid(self):
        assert [round(float(sigmoid(z)), 2) for z in (-2, 0, 2)] == [0.12, 0.5, 0.88]

    def test_section_4_slopes_shrink_38_and_5500_times(self):
        slopes = [sigmoid(z) * (1 - sigmoid(z)) for z in (5, 10)]
        assert round(0.25 / slopes[0]) == 38
        assert round(0.25 / slopes[1], -2) == 5500

    @pytest.mark.parametrize(
        ("precision", "best_step", "error"), [("float64", 1e-5, -11), ("float32", 1e-2, -5)]
    )
    def test_section_5_best_step_and_error(self, precision, best_step, error):
        steps = 10.0 ** np.arange(-12, 1)
        errors = difference_errors(precision, steps)
        best = errors.argmin()
        assert steps[best] == pytest.approx(best_step)
        assert round(np.log10(errors[best])) == error
        eps = float(np.finfo(precision).eps)
        for found, predicted in ((steps[best], eps ** (1 / 3)), (errors[best], eps ** (2 / 3))):
            assert 1 / 3.3 < found / predicted < 3.3

    def test_section_5_a_step_of_a_tenth_is_wrong_by_about_a_thousandth(self):
        assert difference_errors("float64", [0.1])[0] == pytest.approx(1e-3, rel=0.3)

    def test_question_on_tanh_names_two_right_heights(self):
        assert round(float(2 * sigmoid(1) - 1), 3) == 0.462
        assert round(float(np.tanh(1)), 3) == 0.762

    @pytest.mark.parametrize(
        ("precision", "digits", "largest"),
        [("float16", 11, 11.1), ("float32", 24, 88.7), ("float64", 53, 709.8)],
    )
    def test_section_7_digits_and_largest_exponents(self, precision, digits, largest):
        info = np.finfo(precision)
        assert info.nmant + 1 == digits
        assert round(float(np.log(float(info.max))), 1) == largest

    def test_section_7_largest_float64(self):
        assert f"{np.finfo(float).max:.1e}" == "1.8e+308"

    @pytest.mark.parametrize(("precision", "digits"), [("float32", 24), ("float64", 53)])
    def test_section_7_one_is_reached_at_n_log_2(self, precision, digits):
        z = np.array([digits * np.log(2) - 0.01, digits * np.log(2) + 0.01], dtype=precision)
        below, above = 1 / (1 + np.exp(-z))
        assert below < 1
        assert above == 1

    def test_section_7_clipping_stays_at_16_12(self):
        assert round(-np.log(1 - (1 - 1e-7)), 2) == 16.12

    def test_section_7_sigma_of_40_is_nearest_to_one(self):
        distance = float(np.exp(-40.0) / (1 + np.exp(-40.0)))
        assert f"{distance:.0e}" == "4e-18"
        assert distance < np.finfo(float).epsneg / 2

    def test_section_8_data_and_split(self):
        from course_utils.data import load_breast_cancer
        from course_utils.experiments.wrong_start import HELD_OUT

        data = load_breast_cancer()
        assert data.X.shape == (569, 30)
        assert HELD_OUT == 114
        assert len(data.X) - HELD_OUT == 455

    def test_section_8_a_neutral_start_makes_no_difference_to_speak_of(self, runs):
        for run in runs:
            assert abs(run.bce_accuracy[-1, 0] - run.mse_accuracy[-1, 0]) < 0.02

    def test_section_8_cross_entropy_recovers_and_squared_error_does_not(self, runs):
        for run in runs:
            assert np.all(run.bce_accuracy[-1] > 0.9)
            assert 0.8 < run.mse_accuracy[-1, 1] < run.bce_accuracy[-1, 1] - 0.04
            assert np.all(run.mse_accuracy[-1, 2:] < 0.06)

    @pytest.mark.parametrize("seed", range(5))
    def test_section_8_squared_error_needs_the_larger_steps_the_surer_the_start(self, seed):
        found = {
            rate: train_from_wrong_starts([1, 3, 10], rate=rate, seed=seed).mse_accuracy[-1]
            for rate in (0.1, 1.0, 3.0, 10.0)
        }
        assert found[0.1][0] < 0.06
        assert found[3.0][0] > 0.95
        assert found[1.0][1] < 0.06
        assert found[10.0][1] > 0.75
        assert found[10.0][2] < 0.06

    def test_section_9_one_sign_for_one_sample_only(self):
        assert share_of_one_sign("sigmoid", 1) == 1
        assert 0.4 < share_of_one_sign("sigmoid", 64) < 0.5
        assert share_of_one_sign("tanh", 1) < 0.005
        assert share_of_one_sign("tanh", 64) < 0.005

    def test_section_9_the_zigzag(self):
        """Behind a sigmoid both weights move the same way at each step, and do not arrive."""
        behind_sigmoid, behind_tanh = (descent_path(name, steps=30) for name in ("sigmoid", "tanh"))
        assert np.all(np.prod(np.diff(behind_sigmoid, axis=0), axis=1) > 0)
        best = np.array([1.0, -1.0])
        assert np.linalg.norm(behind_tanh[-1] - best) < 0.1
        assert np.linalg.norm(behind_sigmoid[-1] - best) > 1.5

    def test_section_3_the_sigmoid_comes_true_and_the_sine_does_not(self):
        """By counting: among samples with log-odds near z the share of class 1 is σ(z)."""
        generator = np.random.default_rng(7)
        y = generator.random(400_000) < 0.5
        x = generator.normal(np.where(y, 1.0, -1.0), 1.0)
        for z in (-2, -1, 0, 1, 2):
            share = np.mean(y[np.abs(2 * x - z) < 0.25])
            assert share == pytest.approx(sigmoid(z), abs=0.02)
        assert abs((1 + np.sin(1)) / 2 - sigmoid(1)) > 0.15

    def test_section_6_the_two_networks_agree(self):
        X, W, b, w, c = (
            np.random.default_rng(3).normal(size=s) for s in ((5, 2), (2, 6), 6, 6, ())
        )
        tanhs = (0.5 + 0.5 * np.tanh((X @ W + b) / 2)) @ w + c
        np.testing.assert_allclose(sigmoid(X @ W + b) @ w + c, tanhs, atol=1e-13)

    def test_section_9_sigmoids_are_at_home_at_the_output(self):
        tumours = load_breast_cancer()
        (X, y), held_out = centred(split(tumours.X, tumours.y, 169), "standard")
        largest = max(np.mean(held_out[1]), 1 - np.mean(held_out[1]))
        assert round(largest, 2) == 0.63

        def accuracy(hidden, activation):
            run = train(X, y, (16,) * hidden, activation, held_out=held_out, start="xavier")
            return run.held_out_accuracies[-1]

        assert accuracy(0, "tanh") > 0.95
        assert accuracy(8, "tanh") > 0.95
        assert accuracy(1, "sigmoid") > 0.93
        assert accuracy(8, "sigmoid") == pytest.approx(largest)

    def test_section_7_on_the_left_sigma_lasts_down_to_about_minus_745(self):
        """So far out σ(z) is e^z, since 1 + e^z is 1."""
        assert 1 + np.exp(-745.0) == 1
        assert np.exp(-745.0) > 0
        assert np.exp(-746.0) == 0

    def test_section_9_ten_layers_make_a_millionth(self):
        assert 0.25**10 <= 1e-6 < 0.25**9
        assert f"{0.25**15:.0e}" == "9e-10"

    def test_what_was_learned_rounds_the_two_thresholds_rightly(self):
        assert [round(n * np.log(2)) for n in (53, 24)] == [37, 17]


class TestForm(LessonForm):
    name = NAME
    minutes = (200, 120)
    predictions = 9
    claims = frozenset(
        {
            "sigmoid-range",
            "sigmoid-binary",
            "sigmoid-probability",
            "tanh-hyperbolic-sigmoid",
            "tanh-widens-range",
        }
    )


class TestExamplesOnTheSheet:
    @pytest.mark.parametrize(
        ("name", "arguments", "shown"),
        [
            ("odds_to_probability", ([0, 1, 3],), [0, 0.5, 0.75]),
            ("logit", ([0.5, 0.75, 0.1, 1e-300],), [0, 1.0986, -2.1972, -690.7755]),
            ("sigmoid", ([-1000, -2, 0, 2, 1000],), [0, 0.1192, 0.5, 0.8808, 1]),
            ("sigmoid_derivative", ([-2, 0, 2],), [0.1050, 0.25, 0.1050]),
            ("tanh_from_sigmoid", ([-2, 0, 0.5, 2],), [-0.9640, 0, 0.4621, 0.9640]),
            ("tanh_derivative", ([-2, 0, 0.5],), [0.0707, 1, 0.7864]),
            ("binary_cross_entropy", ([0], [1]), 0.6931),
            ("binary_cross_entropy", ([2, -1], [1, 0]), 0.2201),
            ("binary_cross_entropy", ([40], [0]), 40),
            ("predict_label", ([-0.3, 0.2, 0.8],), [0, 1, 1]),
        ],
    )
    def test_the_tables(self, answers, name, arguments, shown):
        np.testing.assert_allclose(answers[name](*arguments), shown, rtol=0, atol=5.01e-5)

    def test_the_left_tail(self, answers):
        assert f"{float(answers['sigmoid'](-30)):.4e}" == "9.3576e-14"

    def test_the_network_to_rewrite(self):
        values = [float(4 * sigmoid(2 * x) + 1) for x in (-1, 0, 1)]
        assert [round(value, 4) for value in values] == [1.4768, 3, 4.5232]

    def test_the_quiz_numbers(self):
        a = 0.9
        assert a * (1 - a) == pytest.approx(0.09)
        assert round(float(sigmoid(0.9) * (1 - sigmoid(0.9))), 3) == 0.206
        p = 0.001
        assert round((1 - p) * p * (1 - p), 3) == 0.001


class TestCheckpoints:
    @pytest.mark.parametrize(
        ("name", "answer"),
        [
            ("ladder_rungs", {"odds at p = 0.8": 4, "p at odds 1/3": 0.25, "z at p = 0.5": 0}),
            ("gaussian_line", {"w": 3 / 4, "b": -15 / 8}),
            ("slope_peak", 1 / 4),
            ("tanh_blanks", {"A": 2, "B": 2, "C": -1, "D": 4}),
            ("tanh_twin", {"V1": 3, "c1": -1, "v2": 5, "c2": 6}),
            ("surprise", 800),
            ("gradient_pair", {"cross-entropy": 0.1 - 1, "squared error": (0.1 - 1) * 0.1 * 0.9}),
            ("layers_to_a_millionth", 10),
        ],
    )
    def test_the_answer_that_follows_from_the_lesson_passes(self, name, answer):
        assert check(EXERCISES[name], local_value(answer)).status is Status.PASSED

    def test_the_line_to_repair_is_recognised_and_its_repair_passes(self):
        exercise = EXERCISES["repaired_slope"]
        assert check(exercise, local_call(lambda z: z * (1 - z))).misconception == "S15"
        repaired = local_call(lambda z: sigmoid(z) * (1 - sigmoid(z)))
        assert check(exercise, repaired).status is Status.PASSED
