"""What lesson 03 says is true: its numbers, its formulas, and the promises of its form."""

from __future__ import annotations

import math

import numpy as np
import pytest
from lesson_form import LessonForm, slope, solutions

from course_utils import activations
from course_utils.catalog import EXERCISES
from course_utils.checking.engine import check
from course_utils.checking.local import local_call, local_value
from course_utils.checking.verdict import Status
from course_utils.data import split_digits
from course_utils.experiments import dead_units, slopes
from course_utils.experiments.training import train
from course_utils.widgets.one_unit import cloud

NAME = "03_relu_leaky_relu"
Z = np.linspace(-4, 4, 33)
ALPHAS = (-1.0, 0.0, 0.01, 0.2, 0.5, 1.0, 2.0)


def relu(z):
    return np.where(z > 0, z, 0.0)


def leaky(z, alpha):
    return np.where(z > 0, z, alpha * z)


def big_phi(z):
    return np.array([0.5 * math.erfc(-v / math.sqrt(2)) for v in np.atleast_1d(z)])


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


@pytest.fixture(scope="module")
def answers():
    return solutions(NAME)


@pytest.fixture(scope="module")
def runs():
    return dead_units.stored_runs()


class TestDerivations:
    @pytest.mark.parametrize("g", [-0.2, 0.0, 0.3, 1.0, 1.2])
    def test_a_line_stays_below_relu_exactly_for_slopes_from_0_to_1(self, g):
        assert np.all(relu(Z) >= g * Z) == (0 <= g <= 1)

    def test_a_central_difference_at_the_corner_is_one_half(self):
        assert slope(relu, np.array(0.0)) == pytest.approx(0.5)

    @pytest.mark.parametrize("alpha", ALPHAS)
    def test_three_forms_hold_for_every_slope(self, alpha):
        truth = leaky(Z, alpha)
        np.testing.assert_allclose(relu(Z) - alpha * relu(-Z), truth, atol=1e-15)
        np.testing.assert_allclose((1 - alpha) * relu(Z) + alpha * Z, truth, atol=1e-15)
        third = ((1 + alpha) * Z + (1 - alpha) * np.abs(Z)) / 2
        np.testing.assert_allclose(third, truth, atol=1e-15)

    @pytest.mark.parametrize("alpha", ALPHAS)
    def test_the_fourth_form_needs_a_slope_of_at_most_1(self, alpha):
        assert np.allclose(np.maximum(alpha * Z, Z), leaky(Z, alpha)) == (alpha <= 1)
        if alpha > 1:
            np.testing.assert_array_equal(np.minimum(alpha * Z, Z), leaky(Z, alpha))

    def test_one_step_moves_z_as_derived(self):
        generator = np.random.default_rng(0)
        X, delta, x = generator.normal(size=(9, 4)), generator.normal(size=9), np.ones(4)
        dw, db = -0.3 * delta @ X / 9, -0.3 * delta.sum() / 9
        assert dw @ x + db == pytest.approx(-0.3 / 9 * np.sum(delta * (X @ x + 1)))
        average = np.mean([dw @ row + db for row in X])
        assert average == pytest.approx(-0.3 / 9 * np.sum(delta * (X @ X.mean(axis=0) + 1)))

    @pytest.mark.parametrize("alpha", ALPHAS)
    def test_the_squares_of_both_halves(self, alpha):
        np.testing.assert_allclose(relu(Z) ** 2 + relu(-Z) ** 2, Z**2)
        both = leaky(Z, alpha) ** 2 + leaky(-Z, alpha) ** 2
        np.testing.assert_allclose(both, (1 + alpha**2) * Z**2)

    def test_he_passes_on_the_mean_square(self):
        generator = np.random.default_rng(0)
        n, alpha = 400, 0.3
        a = leaky(generator.normal(size=(500, n)), alpha)
        W = generator.normal(0, math.sqrt(2 / ((1 + alpha**2) * n)), (n, 300))
        assert np.mean((a @ W) ** 2) == pytest.approx(1, rel=0.05)

    def test_the_slopes_of_the_relatives(self):
        s = sigmoid(Z)
        np.testing.assert_allclose(
            slope(lambda z: z * sigmoid(z), Z), s * (1 + Z * (1 - s)), atol=1e-9
        )
        phi = np.exp(-(Z**2) / 2) / math.sqrt(2 * math.pi)
        np.testing.assert_allclose(
            slope(lambda z: z * big_phi(z), Z), big_phi(Z) + Z * phi, atol=1e-9
        )
        np.testing.assert_allclose(slope(lambda z: np.log(1 + np.exp(z)), Z), s, atol=1e-9)

    def test_the_gelu_forms_are_those_of_the_course(self):
        inner = math.sqrt(2 / math.pi) * (Z + 0.044715 * Z**3)
        np.testing.assert_allclose(
            Z / 2 * (1 + np.tanh(inner)), activations.gelu_tanh(Z), atol=1e-14
        )
        np.testing.assert_allclose(Z * big_phi(Z), activations.gelu(Z), atol=1e-14)


class TestNumbersInTheProse:
    def test_section_2_four_of_six_activations_are_zero(self):
        assert np.mean(relu(np.array([[-1.0, 2, 0], [3, -2, -4]])) == 0) == pytest.approx(2 / 3)

    def test_section_4_adding_one_to_every_pixel_makes_the_common_push_65(self):
        X = split_digits("mean").training.X + 1
        assert np.mean(X @ X.mean(axis=0)) + 1 == pytest.approx(65)

    def test_section_2_sparsity_falls_from_a_half_to_over_a_third(self):
        digits = split_digits(centring="mean")

        def sparsity(network):
            return np.mean(network.pre_activations(digits.training.X)[0] <= 0)

        found = train(*digits.training, (64,), record={"sparsity": sparsity}).recorded["sparsity"]
        assert found[0] == pytest.approx(0.5, abs=0.01)
        assert 1 / 3 < found[-1] < 0.42
        assert found[0] > found[5] > found[20]

    def test_section_2_ten_weights(self):
        assert [round(w**10, 3) for w in (0.5, 2)] == [0.001, 1024]

    def test_section_3_the_gradient_of_one_unit_as_its_bias_falls(self):
        X, targets = cloud()
        w = np.array([np.cos(np.radians(30)), np.sin(np.radians(30))])

        def loss_and_gradient(b):
            z = X @ w + b
            delta = (relu(z) - targets) * (z > 0) / 40
            loss = np.mean((relu(z) - targets) ** 2) / 2
            return loss, np.linalg.norm([*(delta @ X), delta.sum()])

        biases = np.arange(0.5, -4.01, -0.25)
        losses, norms = np.transpose([loss_and_gradient(b) for b in biases])
        least, steepest = losses.argmin(), 7
        assert biases[least] == -0.25
        assert norms[least] < 0.1
        assert all(np.diff(norms[least : steepest + 1]) > 0)
        assert norms[steepest] > 0.3 > 5 * norms[9]
        assert all(np.diff(losses[least:12]) > 0)
        assert all(norms[11:] == 0)

    def test_section_4_ends_between_1_and_2_and_between_8_and_16(self, runs):
        def ends(rate, centred):
            return runs[dead_units.key(rate, centred, 0.0)]

        assert ends(1, False).accuracies[-1] > 0.95
        assert ends(2, False).always_negative[-1] >= 62
        assert ends(2, False).accuracies[-1] < 0.12
        assert ends(2, False).always_negative[2] >= 56
        assert all(ends(rate, True).always_negative[-1] == 0 for rate in dead_units.RATES[:6])
        assert ends(8, True).accuracies[-1] > 0.9
        assert ends(16, True).accuracies[-1] < 0.2

    def test_section_4_the_common_push_is_11_times_as_strong(self):
        X = split_digits().training.X
        assert np.min(X @ X.T) > 0
        assert X.mean(axis=0) @ X.mean(axis=0) + 1 == pytest.approx(11.3, abs=0.05)

    @pytest.mark.parametrize("seed", [0, 1, 2])
    def test_section_6_leaky_units_go_negative_and_still_learn(self, seed):
        dead = dead_units.train_on_digits(2.0, False, 0.0, seed)
        saved = dead_units.train_on_digits(2.0, False, 0.01, seed)
        assert dead.always_negative[-1] >= 62
        assert dead.accuracies[-1] < 0.12
        assert saved.always_negative[-1] > 40
        assert saved.accuracies[-1] >= 0.9

    def test_section_6_more_leak_blows_up_at_rate_4(self, runs):
        for alpha in (0.1, 0.3):
            assert not runs[dead_units.key(4, False, alpha)].finite[-1]
        assert runs[dead_units.key(4, False, 0.01)].finite[-1]
        assert runs[dead_units.key(4, False, 0.0)].finite[-1]

    def test_section_6_centring_leaves_no_unit_behind_at_these_rates(self, runs):
        for rate in (2, 4):
            for alpha in dead_units.SLOPES:
                assert runs[dead_units.key(rate, True, alpha)].always_negative[-1] == 0

    def test_figure_5_is_described_as_it_is(self, runs):
        relu_run, leaky_run = (
            runs[dead_units.key(2, False, a)].always_negative for a in (0.0, 0.01)
        )
        assert relu_run[3] == 63
        assert np.argmax(relu_run == 64) == 9
        assert min(leaky_run[1:10]) > 50
        assert leaky_run[-1] == 44

    def test_section_6_slopes_up_to_a_half_reach_100_percent_and_1_about_70(self):
        by_slope = dict(zip(slopes.SLOPES, slopes.stored_accuracies(), strict=True))
        assert all(by_slope[a].min() > 0.997 for a in by_slope if a <= 0.5)
        assert 0.68 < by_slope[1.0].min() <= by_slope[1.0].max() < 0.71
        assert by_slope[0.95].max() < 0.8

    def test_section_6_tighter_spirals_need_more_of_a_corner(self):
        assert slopes.accuracy_on_spirals(0.01, turns=1.5) > 0.98
        assert slopes.accuracy_on_spirals(0.5, turns=1.5) < 0.85

    def test_section_7_only_symmetry_gives_one_half(self):
        z = np.random.default_rng(0).exponential(size=10**6) - 1
        assert np.mean(relu(z) ** 2) == pytest.approx(2 / math.e, abs=0.01)

    def test_section_8_softplus_is_log_2_from_relu(self):
        gap = np.log(1 + np.exp(Z)) - relu(Z)
        assert gap.max() == pytest.approx(0.693, abs=5e-4)
        assert Z[gap.argmax()] == 0

    def test_section_8_errors_of_the_two_short_gelus(self):
        z = np.linspace(-6, 6, 1201)
        tanh_form = np.abs(activations.gelu_tanh(z) - z * big_phi(z)).max()
        sigmoid_form = np.abs(z * sigmoid(1.702 * z) - z * big_phi(z)).max()
        assert (round(tanh_form, 4), round(sigmoid_form, 2)) == (0.0005, 0.02)
        assert sigmoid_form / tanh_form == pytest.approx(40, rel=0.1)

    def test_questions_name_the_lowest_points(self):
        z = np.linspace(-4, 0, 4001)
        for values, lowest, place in (
            (z * sigmoid(z), -0.28, -1.28),
            (z * big_phi(z), -0.17, -0.75),
        ):
            assert values.min() == pytest.approx(lowest, abs=0.005)
            assert z[values.argmin()] == pytest.approx(place, abs=0.005)
        two = np.array([2.0])
        assert slope(lambda v: v * sigmoid(v), two) > 1
        assert slope(lambda v: v * big_phi(v), two) > 1


class TestForm(LessonForm):
    name = NAME
    minutes = (205, 120)
    predictions = 9
    claims = frozenset(
        {
            "neuron-fires",
            "relu-keeps-gradient",
            "relu-cheap",
            "dead-when-negative",
            "leaky-fixed-gradient",
            "alpha-any-number",
            "leaky-solves-dying",
        }
    )

    def test_timings_are_neither_compared_nor_shown_in_digits(self, text):
        cell = text.split('# %% tags=["claim:relu-cheap", "nbval-ignore-output"]')[1]
        code = cell.split("# %%")[0]
        assert "seconds_per_layer" in code
        assert not any(form in code for form in ("{time", "{product", "{seconds"))


class TestCheckpoints:
    @pytest.mark.parametrize(
        ("name", "answer"),
        [
            (
                "subgradients",
                {
                    "|z|, smallest": -1,
                    "|z|, largest": 1,
                    "Leaky 0.1, smallest": 0.1,
                    "Leaky 0.1, largest": 1,
                },
            ),
            ("fixed_point", [3, 1, 5, 2, 4]),
            ("dead_or_off", {"units off for the first sample": 3, "dead units": 1}),
            ("leaky_forms", {"A": 0.8, "B": 0.2, "C": 1.2 / 2, "D": 0.8 / 2}),
            ("slope_names", {"absolute value": -1, "ReLU": 0, "collapse": 1}),
            ("second_moments", {"relu": 9 / 2, "leaky 1/3": (1 + 1 / 9) * 9 / 2, "std": 0.2}),
            ("family_slopes", {"GELU": 0.5, "SiLU": 0.5, "softplus": 0.5, "ELU": 1}),
            ("products_per_activation", 512),
        ],
    )
    def test_the_answer_that_follows_from_the_lesson_passes(self, name, answer):
        assert check(EXERCISES[name], local_value(answer)).status is Status.PASSED

    @pytest.mark.parametrize(
        ("name", "answer", "misconception"),
        [
            ("dead_or_off", {"units off for the first sample": 3, "dead units": 4}, "R24"),
            ("fixed_point", [4, 2, 1, 5, 3], "RC6"),
            ("leaky_forms", {"A": 1, "B": 0.2, "C": 0.6, "D": 0.4}, "R15"),
            ("second_moments", {"relu": 4.5, "leaky 1/3": 6, "std": 0.2}, "R30"),
            ("second_moments", {"relu": 4.5, "leaky 1/3": 5, "std": 0.04}, "R28"),
            ("products_per_activation", 512 * 512, "RC18"),
        ],
    )
    def test_a_known_mistake_is_named(self, name, answer, misconception):
        assert check(EXERCISES[name], local_value(answer)).misconception == misconception

    def test_the_array_of_dead_or_off_stands_in_the_lesson(self):
        Z = np.array([[-1.0, 2.0, 0.0, -3.0], [2.0, 1.0, -1.0, -0.5], [0.5, -1.0, -2.0, 4.0]])
        assert (np.sum(Z[0] <= 0), np.sum(np.all(Z <= 0, axis=0))) == (3, 1)

    @pytest.mark.parametrize(
        ("answer", "misconception"),
        [
            (lambda z, a: np.maximum(a * z, z), "R20"),
            (lambda z, a: np.minimum(a * z, z), "RC8"),
            (lambda z, a: np.maximum(z, 0) + a * z, "R15"),
            (lambda z, a: np.maximum(z, 0) + a * np.maximum(-z, 0), "R16"),
            (lambda z, a: np.where(z > 0, z, 0.01 * z), "RC9"),
        ],
    )
    def test_the_line_to_repair_and_false_repairs_are_recognised(self, answer, misconception):
        verdict = check(EXERCISES["repaired_leaky"], local_call(answer))
        assert verdict.misconception == misconception

    @pytest.mark.parametrize(
        "answer",
        [
            lambda z, a: np.where(z > 0, z, a * z),
            lambda z, a: np.maximum(z, 0) - a * np.maximum(-z, 0),
            lambda z, a: ((1 + a) * z + (1 - a) * np.abs(z)) / 2,
        ],
    )
    def test_every_right_form_is_accepted(self, answer):
        verdict = check(EXERCISES["repaired_leaky"], local_call(answer))
        assert verdict.status is Status.PASSED


class TestExamplesOnTheSheet:
    @pytest.mark.parametrize(
        ("name", "arguments", "shown"),
        [
            ("relu", ([-2, -0.5, 0, 0.5, 2],), [0, 0, 0, 0.5, 2]),
            ("relu_backward", ([1, -2, 3, 4], [-2, -0.5, 0.5, 2]), [0, 0, 3, 4]),
            ("leaky_relu", ([-2, -0.5, 0, 0.5, 2], 0.1), [-0.2, -0.05, 0, 0.5, 2]),
            ("leaky_relu", ([-2, -0.5, 0, 0.5, 2], 2), [-4, -1, 0, 0.5, 2]),
            ("leaky_relu_derivative", ([-2, -0.5, 0.5, 2], 0.1), [0.1, 0.1, 1, 1]),
            ("dead_units", ([[-1, 2, -3, 0], [-2, -1, -0.5, -4], [1, -2, -1, 0]],), [0, 0, 1, 1]),
            ("sparsity", ([-2, 0, 1, 3],), 0.5),
            ("he_std", (200,), 0.1),
            ("he_std", (50, 0.1), 0.1990),
        ],
    )
    def test_the_tables(self, answers, name, arguments, shown):
        np.testing.assert_allclose(answers[name](*arguments), shown, rtol=0, atol=5.01e-5)

    def test_the_quiz_names_the_right_forms(self, answers):
        z = np.array([-1.0, 1.0])
        assert answers["quiz_relu"]["form"] == "D"
        np.testing.assert_array_equal(relu(z) - 2 * relu(-z), leaky(z, 2.0))
        assert answers["quiz_relu"]["spread"] == "C"
        assert 4 / 2 == 2

    @pytest.mark.parametrize("name", [e for e in EXERCISES if EXERCISES[e].sheet == NAME])
    def test_every_solution_passes(self, answers, name):
        exercise = EXERCISES[name]
        call = local_value if exercise.kind == "value" else local_call
        assert check(exercise, call(answers[name])).status is Status.PASSED
