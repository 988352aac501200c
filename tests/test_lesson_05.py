"""What lesson 05 says is true: its numbers, its formulas, and the promises of its form."""

from __future__ import annotations

import math

import numpy as np
import pytest
from lesson_form import LessonForm, slope, solutions

from course_utils import losses
from course_utils.catalog import EXERCISES
from course_utils.checking.engine import check
from course_utils.checking.local import local_call, local_value
from course_utils.checking.verdict import Status
from course_utils.experiments.deep_sigmoid import accuracies_with_gain, accuracy_with_gain
from course_utils.experiments.digits_runs import digits_accuracies, epochs_to_reach
from course_utils.experiments.signal_flow import (
    pre_activations,
    random_network,
    send_back,
    send_signal,
)

NAME = "05_gradient_flow"
ROOT_2 = math.sqrt(2)
SIDES = np.linspace(-6, 6, 25)


def sigmoid(z):
    return 1 / (1 + np.exp(-np.asarray(z, dtype=float)))


def relu(z):
    return np.maximum(z, 0)


@pytest.fixture(scope="module")
def answers():
    return solutions(NAME)


@pytest.fixture(scope="module")
def signals():
    starts = {
        "sigmoid": ("sigmoid", 1),
        "tanh": ("tanh", 1),
        "xavier": ("relu", 1),
        "he": ("relu", ROOT_2),
        "small": ("relu", 0.08),
    }
    return {name: send_signal(f, gain, depth=20) for name, (f, gain) in starts.items()}


@pytest.fixture(scope="module")
def runs():
    return {gain: accuracies_with_gain(gain) for gain in (1, 2, 3, 4, 8)}


class TestDerivations:
    @pytest.mark.parametrize("draw", ["normal", "uniform", "two values"])
    def test_the_variance_of_z_whatever_the_distribution_of_the_weights(self, draw):
        generator = np.random.default_rng(0)
        shape, std = (40_000, 20), 0.3
        w = {
            "normal": lambda: generator.normal(0, std, shape),
            "uniform": lambda: generator.uniform(-std * 3**0.5, std * 3**0.5, shape),
            "two values": lambda: generator.choice([-std, std], shape),
        }[draw]()
        h = generator.uniform(0, 1, shape)  # not centred: its mean square is 1/3
        z = np.sum(w * h, axis=1)
        assert z.var() == pytest.approx(20 * std**2 / 3, rel=0.03)

    def test_the_squares_on_the_two_sides_add_up(self):
        np.testing.assert_allclose(relu(SIDES) ** 2 + relu(-SIDES) ** 2, SIDES**2)

    @pytest.mark.parametrize("alpha", [0.0, 0.01, 0.5, 1.0])
    def test_leaky_keeps_half_of_one_plus_alpha_squared(self, alpha):
        leaky = np.where(SIDES > 0, SIDES, alpha * SIDES)
        square = relu(SIDES) ** 2 + alpha**2 * relu(-SIDES) ** 2
        np.testing.assert_allclose(leaky**2, square)
        assert np.mean(leaky**2) == pytest.approx((1 + alpha**2) / 2 * np.mean(SIDES**2))

    @pytest.mark.parametrize("name", ["tanh", "sigmoid"])
    def test_one_layer_backwards_is_the_slope_of_the_loss(self, name):
        """delta_l = (delta_{l+1} W^T) * f'(z) against central differences, for unequal layers."""
        f = {"tanh": np.tanh, "sigmoid": sigmoid}[name]
        generator = np.random.default_rng(1)
        z, W, labels = generator.normal(size=(4, 5)), generator.normal(size=(5, 3)), [0, 2, 1, 1]

        def loss(z):
            return float(losses.cross_entropy(f(z) @ W, labels))

        logits = f(z) @ W
        p = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
        delta = (p - np.eye(3)[labels]) / 4
        found = (delta @ W.T) * slope(f, z)
        for i, j in np.ndindex(z.shape):
            bump = np.zeros_like(z)
            bump[i, j] = 1e-5
            assert found[i, j] == pytest.approx((loss(z + bump) - loss(z - bump)) / 2e-5, abs=1e-8)

    def test_no_step_back_through_sigmoids_is_longer_than_the_bound(self):
        inputs, upstream, W = random_network(12, seed=3)
        for gain in (0.5, 1, 4, 9):
            Zs = pre_activations(inputs, gain * W, np.zeros((12, 64)), "sigmoid")
            norms = [np.linalg.norm(d) for d in send_back(upstream, gain * W, Zs, "sigmoid")]
            for layer in range(11):
                most = np.linalg.norm(gain * W[layer + 1], 2) / 4 * norms[layer + 1]
                assert norms[layer] <= most

    def test_the_mean_of_a_step_back(self):
        """n Var(w) E[f'^2], for weights that have nothing to do with delta."""
        generator = np.random.default_rng(2)
        delta, z = generator.normal(size=(2, 2000, 50))
        W = generator.normal(0, 0.2, (50, 50))
        through = (delta @ W.T) * (1 - np.tanh(z) ** 2)
        expected = 50 * 0.04 * np.mean((1 - np.tanh(z) ** 2) ** 2) * np.mean(delta**2)
        assert np.mean(through**2) == pytest.approx(expected, rel=0.05)

    def test_gain_four_makes_up_for_the_slope_at_zero(self):
        assert 4 * slope(sigmoid, 0.0) == pytest.approx(1, abs=1e-9)

    def test_the_twin_of_a_tanh_unit_inside_a_network(self):
        w, c, z = 0.7, -0.4, SIDES
        s = sigmoid(2 * z)
        t = 2 * s - 1
        np.testing.assert_allclose(t, np.tanh(z), atol=1e-14)
        np.testing.assert_allclose(2 * (w * t + c), 4 * w * s - 2 * w + 2 * c, atol=1e-14)
        new = 2 * sigmoid(4 * w * s - 2 * w + 2 * c) - 1
        np.testing.assert_allclose(new, np.tanh(w * np.tanh(z) + c), atol=1e-14)

    def test_the_twin_of_a_tanh_network_has_its_gradient_flow_exactly(self):
        inputs, upstream, W = random_network(20)
        V, c = 4 * W, -2 * W.sum(axis=1)
        V[0], c[0] = 2 * W[0], 0
        tanh = pre_activations(inputs, W, 0 * c, "tanh")
        twin = pre_activations(inputs, V, c, "sigmoid")
        np.testing.assert_allclose(twin[-1], 2 * tanh[-1], atol=1e-12)
        ratios = [
            np.linalg.norm(back[0]) / np.linalg.norm(back[-1])
            for back in (
                send_back(upstream, W, tanh, "tanh"),
                send_back(upstream, V, twin, "sigmoid"),
            )
        ]
        assert ratios[0] == pytest.approx(ratios[1], rel=1e-10)
        assert round(ratios[0], 2) == 0.18


class TestNumbersInTheProse:
    def test_section_1_xavier_and_the_small_start(self):
        assert math.sqrt(2 / (64 + 64)) == 0.125
        assert pytest.approx(0.01) == 0.08 * 0.125

    @pytest.mark.parametrize(
        ("name", "ratio"),
        [("sigmoid", 1e-12), ("tanh", 0.2), ("xavier", 1e-3), ("he", 0.9), ("small", 2e-24)],
    )
    def test_section_1_what_arrives_after_20_layers(self, signals, name, ratio):
        assert float(f"{signals[name].ratio:.0e}") == ratio

    def test_section_1_the_signal_of_sigmoids_looks_healthy_and_is_not(self, signals):
        signal = signals["sigmoid"]
        assert np.all((signal.z_spread[1:] > 0.4) & (signal.z_spread[1:] < 0.7))
        assert signal.sample_spread[-1] < 1e-11
        assert f"{0.25**19:.0e}" == "4e-12"

    def test_section_1_tanh_at_a_quarter_of_the_inputs(self):
        inputs, upstream, W = random_network(20)
        Zs = pre_activations(inputs / 4, W, np.zeros((20, 64)), "tanh")
        back = send_back(upstream, W, Zs, "tanh")
        assert np.linalg.norm(back[0]) / np.linalg.norm(back[-1]) == pytest.approx(0.5, abs=0.05)

    def test_section_1_halves_over_nineteen_steps(self):
        assert f"{0.5**19:.0e}" == "2e-06"

    def test_section_1_gains_that_get_through_thirty_layers(self):
        for activation, gain in (("tanh", 1.1), ("relu", ROOT_2)):
            signal = send_signal(activation, gain, depth=30)
            assert 0.1 < signal.ratio < 10
            assert signal.sample_spread[-1] > 0.1

    def test_section_2_equal_weights_stay_equal(self):
        X = np.random.default_rng(1).normal(size=(5, 4))

        def gradient(start):
            h = np.tanh(X @ start)
            out = np.full(3, start[0, 0])
            return X.T @ ((2 / 5 * (h @ out - 1))[:, None] * out * (1 - h**2))

        found = gradient(np.full((4, 3), 0.5))
        assert np.abs(found).max() > 0.1
        np.testing.assert_allclose(found, found[:, :1].repeat(3, axis=1), rtol=1e-12)
        assert not gradient(np.zeros((4, 3))).any()

    def test_section_3_only_the_gain_of_he_keeps_the_size(self):
        last = {g: send_signal("relu", g, depth=30).z_spread[-1] for g in (1, ROOT_2, 2)}
        assert last[1] < 1e-4
        assert 0.3 < last[ROOT_2] < 3
        assert 3.5e4 < last[2] < 4.5e4

    def test_section_4_a_forgotten_transpose_still_learns(self):
        for activation, gain in (("tanh", 1.0), ("relu", ROOT_2)):
            right, wrong = (
                digits_accuracies(activation, 3, gain, 0.1, epochs=10, forget_transpose=forgotten)
                for forgotten in (False, True)
            )
            assert right[10] > 0.96
            assert wrong[10] > 0.95
            assert wrong[1] < right[1]

    def test_section_5_bounds_and_factors(self, signals):
        sizes = [np.linalg.norm(W, 2) for W in random_network(20)[2]]
        bounds = {gain: np.prod([gain * size / 4 for size in sizes[1:]]) for gain in (1, 2, 4)}
        assert bounds[1] < 1e-5
        assert bounds[2] < 1 < bounds[4]
        factors = {name: signal.ratio ** (1 / 19) for name, signal in signals.items()}
        assert factors["sigmoid"] < 0.25
        assert factors["xavier"] == pytest.approx(math.sqrt(0.5), abs=0.02)
        assert factors["small"] == pytest.approx(0.08 * math.sqrt(0.5), abs=0.002)

    def test_section_6_chance_or_learning_and_nothing_between(self, runs):
        for gain in (1, 2, ROOT_2):
            assert accuracy_with_gain(gain) < 0.15
        assert 0.95 <= max(runs[3]) < 0.96
        assert round(runs[4][20], 2) == round(runs[8][20], 2) == 0.97
        assert runs[8][1] > 0.4 > runs[4][1]
        assert runs[8][2] > runs[4][2] > 0.3
        assert runs[3][4] < 0.2 < runs[3][5]

    def test_section_7_gain_four_without_biases(self):
        alone = send_signal("sigmoid", 4, depth=20)
        better = alone.ratio / send_signal("sigmoid", 1, depth=20).ratio
        assert round(math.log10(better)) == 8
        assert alone.z_spread[-1] == pytest.approx(2.5, abs=0.1)

    def test_section_8_small_weights_keep_relu_at_chance_and_he_does_not(self):
        for rate in (0.03, 0.1, 0.3):
            assert digits_accuracies("relu", 7, 0.08, rate)[-1] < 0.15
            assert digits_accuracies("relu", 7, ROOT_2, rate)[-1] > 0.95

    @pytest.mark.parametrize(
        ("activation", "gain", "rate", "epochs"),
        [
            ("tanh", 1, 0.3, 2),
            ("relu", ROOT_2, 0.3, 2),
            ("leaky_relu", ROOT_2, 0.3, 2),
            ("sigmoid", 1, 3.0, 8),
            ("sigmoid", 1, 0.3, 23),
            ("sigmoid", 4, 3.0, 3),
        ],
    )
    def test_section_8_epochs_to_95_percent(self, activation, gain, rate, epochs):
        assert epochs_to_reach(0.95, activation, 2, gain, rate, most=25) == epochs


class TestForm(LessonForm):
    name = NAME
    minutes = (180, 110)
    predictions = 9
    claims = frozenset({"relu-avoids-vanishing", "relu-converges-faster"})


class TestExamplesOnTheSheet:
    def test_xavier(self, answers):
        assert answers["xavier_std"](100, 100) == pytest.approx(0.1)
        assert answers["xavier_std"](3, 5) == pytest.approx(0.5)

    def test_forward_and_backward(self, answers):
        X, W1, b1 = np.array([[1.0, -1.0]]), np.eye(2), np.array([0, 0.5])
        W2, b2 = np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([0.0, 1.0])
        np.testing.assert_allclose(answers["forward"](X, W1, b1, W2, b2), [[1, 3]])
        found = answers["backward"](X, np.array([1]), W1, b1, W2, b2)
        q = 0.1192
        shown = ([[-q, 0], [q, 0]], [-q, 0], [[q, -q], [0, 0]], [q, -q])
        for gradient, expected in zip(found, shown, strict=True):
            np.testing.assert_allclose(gradient, expected, atol=5.01e-5)

    @pytest.mark.parametrize(
        ("activation", "shown"), [("relu", [15, 5]), ("tanh", [0.4451, 0.3533])]
    )
    def test_delta_norms(self, answers, activation, shown):
        Ws, Zs = [np.array([[2.0]]), np.array([[3.0]])], [np.array([[1.0]]), np.array([[2.0]])]
        found = answers["delta_norms"](Ws, Zs, np.array([[5.0]]), activation)
        np.testing.assert_allclose(found, shown, atol=5.01e-5)

    def test_the_gain(self, answers):
        assert accuracy_with_gain(answers["repaired_gain"]) >= 0.96


class TestCheckpoints:
    @pytest.mark.parametrize(
        ("name", "answer"),
        [
            ("spread_of_z", math.sqrt(100 * 0.3**2 * 0.16)),
            ("he_blanks", {"A": 2, "B": 2, "C": 2 / ((1 + 0.5**2) * 100)}),
            ("delta_bound", (2 / 4) ** 9),
            ("gain_blanks", {"A": 4, "B": -2, "C": 4 * math.sqrt(2 / 128)}),
            ("factor_per_layer", math.sqrt(50 * 0.01**2 / 2)),
        ],
    )
    def test_the_answer_that_follows_from_the_lesson_passes(self, name, answer):
        assert check(EXERCISES[name], local_value(answer)).status is Status.PASSED

    @pytest.mark.parametrize(
        ("name", "answer", "mistake"),
        [
            ("spread_of_z", 1.44, "VI1"),
            ("spread_of_z", math.sqrt(100 * 0.3 * 0.16), "VI2"),
            ("he_blanks", {"A": 2, "B": 2, "C": 2 / (1.5 * 100)}, "R30"),
            ("he_blanks", {"A": 2, "B": 2, "C": math.sqrt(2 / 125)}, "R28"),
            ("delta_bound", 0.25**9, "VG15"),
            ("delta_bound", 0.5**10, "VG16"),
            ("gain_blanks", {"A": 4, "B": 2, "C": 0.5}, "VI10"),
            ("factor_per_layer", math.sqrt(50) * 0.01, "VI19"),
        ],
    )
    def test_a_known_mistake_is_named(self, name, answer, mistake):
        verdict = check(EXERCISES[name], local_value(answer))
        assert verdict.status is Status.FAILED
        assert verdict.misconception == mistake

    def test_the_step_back_to_repair_is_recognised_and_its_repair_passes(self):
        exercise = EXERCISES["repaired_delta"]
        forgotten = local_call(lambda delta, W, z: (delta @ W) * (1 - np.tanh(z) ** 2))
        assert check(exercise, forgotten).misconception == "VB11"
        repaired = local_call(lambda delta, W, z: (delta @ W.T) / np.cosh(z) ** 2)
        assert check(exercise, repaired).status is Status.PASSED

    def test_the_gain_to_repair_is_recognised_and_its_repair_passes(self):
        def table(for_sigmoid):
            gains = {"sigmoid": for_sigmoid, "tanh": 5 / 3, "relu": ROOT_2}
            return local_call(lambda f, n, m: gains[f] * math.sqrt(2 / (n + m)))

        exercise = EXERCISES["repaired_std"]
        assert check(exercise, table(1)).misconception == "VI13"
        assert check(exercise, table(4)).status is Status.PASSED
