"""What lesson 01 says is true: its numbers, its formulas, and the promises of its form."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from lesson_form import LessonForm, lesson_text, slope, solutions

from course_utils.catalog import EXERCISES
from course_utils.checking.engine import check
from course_utils.checking.local import local_call, local_value
from course_utils.checking.verdict import Status
from course_utils.data import spirals, split_digits
from course_utils.experiments.pieces import largest_error, random_piece_counts
from course_utils.experiments.training import train

NAME = "01_linear_combinations"
CORNERS = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
XOR = np.array([0, 1, 1, 0])


def relu(z):
    return np.maximum(z, 0)


@pytest.fixture
def generator():
    return np.random.default_rng(0)


@pytest.fixture(scope="module")
def answers():
    return solutions(NAME)


class TestDerivations:
    def test_a_score_is_length_times_shadow(self, generator):
        for r, s, alpha, beta in generator.uniform(0.1, 3, (20, 4)):
            w = r * np.array([np.cos(alpha), np.sin(alpha)])
            x = s * np.array([np.cos(beta), np.sin(beta)])
            assert w @ x == pytest.approx(r * s * np.cos(alpha - beta))

    def test_the_signed_distance_is_that_to_the_nearest_point_of_the_line(self, generator):
        """Against a search along the line, in steps of a thousandth."""
        w, b, x = np.array([3.0, 4.0]), -10.0, generator.normal(size=2)
        start, along = np.array([2.0, 1.0]), np.array([4.0, -3.0]) / 5
        line = start + np.arange(-20, 20, 1e-3)[:, None] * along
        np.testing.assert_allclose(line @ w + b, 0, atol=1e-9)
        nearest = np.linalg.norm(line - x, axis=1).min()
        assert abs(w @ x + b) / 5 == pytest.approx(nearest, abs=1e-5)

    def test_walking_along_the_normal_changes_the_score_by_distance_times_norm(self, generator):
        w, b = generator.normal(size=2), 0.7
        r = np.linalg.norm(w)
        foot = -b * w / r**2
        for d in (-2.0, 0.5, 3.0):
            assert w @ (foot + d * w / r) + b == pytest.approx(d * r)

    def test_the_same_line_belongs_to_cw_and_cb(self, generator):
        w, b, x = generator.normal(size=2), 0.7, generator.normal(size=2)
        for c in (0.5, 2.0, 10.0):
            scaled = (c * w @ x + c * b) / np.linalg.norm(c * w)
            assert scaled == pytest.approx((w @ x + b) / np.linalg.norm(w))

    def test_two_layers_multiply_out_to_one(self, generator):
        X, W1, W2 = (generator.normal(size=shape) for shape in ((6, 3), (3, 4), (4, 2)))
        b1, b2 = generator.normal(size=4), generator.normal(size=2)
        np.testing.assert_allclose((X @ W1 + b1) @ W2 + b2, X @ (W1 @ W2) + (b1 @ W2 + b2))

    def test_a_narrow_middle_leaves_two_independent_columns(self, generator):
        product = generator.normal(size=(10, 2)) @ generator.normal(size=(2, 10))
        assert np.linalg.matrix_rank(product) == 2

    def test_no_unit_of_a_fine_grid_computes_xor(self):
        grid = np.linspace(-3, 3, 25)
        best = max(
            int((((CORNERS @ (w1, w2) + c) > 0) == XOR).sum())
            for w1, w2, c in itertools.product(grid, grid, grid)
        )
        assert best == 3

    def test_the_inequalities_of_xor_contradict_each_other(self, generator):
        """Where the class-1 corners are right, the class-0 corners sum to more than 0."""
        w1, w2, c = generator.normal(size=(3, 1000))
        ones_right = (w1 + c > 0) & (w2 + c > 0)
        assert ones_right.any()
        assert np.all(((w1 + w2 + c) + c)[ones_right] > 0)

    def test_two_hinges_and_one_square_compute_xor(self):
        s = CORNERS.sum(axis=1)
        np.testing.assert_array_equal(relu(s) - 2 * relu(s - 1), XOR)
        np.testing.assert_array_equal((CORNERS @ (1, -1)) ** 2, XOR)

    def test_hinges_weighted_by_changes_of_slope_are_the_polygon(self, generator):
        knots = np.cumsum(generator.uniform(0.3, 1.5, 6))
        values = generator.normal(size=6)
        m = [(values[k + 1] - values[k]) / (knots[k + 1] - knots[k]) for k in range(5)]
        c = [m[0]] + [m[k] - m[k - 1] for k in range(1, 5)]
        t = np.linspace(knots[0], knots[-1], 200)
        total = values[0] + sum(
            weight * relu(t - knot) for weight, knot in zip(c, knots[:-1], strict=True)
        )
        np.testing.assert_allclose(total, np.interp(t, knots, values), atol=1e-12)

    @pytest.mark.parametrize(
        ("f", "curvature"), [(np.sin, 1.0), (np.exp, np.e), (lambda x: x**3, 6.0)]
    )
    def test_a_straight_piece_errs_by_at_most_h_squared_over_8(self, f, curvature):
        x = np.linspace(0, 1, 1001)
        for n in (1, 2, 5, 10):
            knots = np.linspace(0, 1, n + 1)
            error = np.abs(f(x) - np.interp(x, knots, f(knots))).max()
            assert error <= curvature / (8 * n**2) + 1e-12

    def test_the_bound_is_reached_by_a_parabola(self):
        x = np.linspace(0, 1, 1001)
        assert np.abs(x**2 - x).max() == pytest.approx(2 / 8)

    def test_the_product_is_a_quarter_of_h_squared_less_a_square(self, generator):
        u, v, x = generator.normal(size=(3, 50))
        left = (v - u) ** 2 / 4 - (x - u) * (v - x)
        np.testing.assert_allclose(left, (x - (u + v) / 2) ** 2, atol=1e-12)

    def test_a_sum_of_squares_is_a_parabola(self, generator):
        x, (w, b, v) = np.linspace(-3, 3, 50), generator.normal(size=(3, 20))
        total = ((np.outer(x, w) + b) ** 2) @ v
        parabola = np.polyval(np.polyfit(x, total, 2), x)
        np.testing.assert_allclose(total, parabola, atol=1e-9)

    def test_the_tent_folds_the_interval(self):
        x = np.linspace(0, 1, 101)
        tent = 2 * relu(x) - 4 * relu(x - 0.5)
        np.testing.assert_allclose(tent, 1 - np.abs(2 * x - 1), atol=1e-15)

    def test_the_slope_of_a_folded_tent_is_two_to_the_layers(self):
        def folded(x):
            for _ in range(6):
                x = 2 * relu(x) - 4 * relu(x - 0.5)
            return x

        places = (np.arange(64) + 0.5) / 64
        slopes = slope(folded, places)
        np.testing.assert_allclose(slopes, 64 * (-1.0) ** np.arange(64), rtol=1e-6)


class TestWords:
    @pytest.mark.parametrize("name", ["xor_sums", "xor_argument"])
    def test_the_bias_of_the_proof_is_c_since_a_and_b_are_its_inputs(self, name):
        exercise = EXERCISES[name]
        words = " ".join([*exercise.hints, *(m.question for m in exercise.mistakes)]).split()
        assert not {"b", "2b", "b's", "b:", "b)"} & set(words)


class TestNumbersInTheProse:
    def test_section_1_checks_one_entry(self):
        assert np.dot((0, 1, 3), (0, 1, 2)) - 5 == 2

    def test_question_on_directions(self):
        angles = np.linspace(0, 2 * np.pi, 100_001)
        scores = 3 * np.cos(angles) + 4 * np.sin(angles)
        assert scores.max() == pytest.approx(5)
        assert round(7 / np.sqrt(2), 2) == 4.95

    def test_section_6_errors_of_the_sine(self):
        found = [largest_error(np.sin, 0, 2 * np.pi, n) for n in (4, 8, 16, 32, 64)]
        assert [float(f"{error:.2g}") for error in found] == [0.21, 0.07, 0.019, 0.0048, 0.0012]

    def test_section_6_71_pieces_keep_the_bound(self):
        bound = [(2 * np.pi / n) ** 2 / 8 for n in (70, 71)]
        assert bound[0] > 0.001 >= bound[1]
        assert round(bound[0], 6) == 0.001007

    def test_section_7_powers_of_two(self):
        assert 2**9 < 1000 <= 2**10

    def test_section_7_random_depth_loses_pieces(self):
        means = [
            np.mean(random_piece_counts(layers)) for layers in ([24], [12, 12], [8] * 3, [4] * 6)
        ]
        assert [round(float(mean), 1) for mean in means] == [21.7, 20.5, 19.3, 10.6]

    def test_section_7_holds_for_other_seeds_too(self):
        for seed in (1, 2):
            wide, deep = (random_piece_counts(s, 100, seed) for s in ([24], [4] * 6))
            assert np.mean(wide) > 1.5 * np.mean(deep)
            assert np.std(wide) < np.std(deep)

    def test_section_8_spirals_need_bends(self):
        X, y = spirals()
        runs = [train(X, y, h, rate=0.3, momentum=0.9, epochs=60) for h in ((), (32, 32))]
        linear, bent = (run.accuracies[-1] for run in runs)
        assert 0.6 < linear < 0.75
        assert bent > 0.99

    def test_section_8_a_quarter_of_a_turn_needs_none(self):
        X, y = spirals(turns=0.25)
        assert train(X, y, (), rate=0.3, momentum=0.9, epochs=60).accuracies[-1] > 0.99

    def test_section_8_the_digits_gain_about_one_in_a_hundred(self):
        accuracies = []
        for seed in range(5):
            training, held_out = split_digits(centring="standard", seed=seed)
            assert (len(training.X), len(held_out.X)) == (1437, 360)
            accuracies.append(
                [
                    train(
                        *training, h, momentum=0.9, held_out=held_out, seed=seed
                    ).held_out_accuracies[-1]
                    for h in ((), (64,))
                ]
            )
        linear, bent = np.mean(accuracies, axis=0)
        assert 0.95 < linear < 0.97
        assert 0.005 < bent - linear < 0.02
        assert np.ptp(accuracies, axis=0).max() > bent - linear


class TestForm(LessonForm):
    name = NAME
    minutes = (180, 104)
    predictions = 9
    claims = frozenset({"linear-only-linear", "so-nonlinear", "most-problems-nonlinear"})


class TestExamplesOnTheSheet:
    def test_weighted_sum(self, answers):
        assert answers["weighted_sum"](np.array([1, 2]), np.array([3, -1]), 0.5) == 1.5

    def test_affine(self, answers):
        found = answers["affine"]([[1, 2], [3, 4], [0, 1]], [[1, 0, -1], [2, 1, 0]], [10, 20, 30])
        np.testing.assert_array_equal(found, [[15, 22, 29], [21, 24, 27], [12, 21, 30]])

    def test_signed_distance(self, answers):
        X = np.array([[4, 3], [1, -1]])
        np.testing.assert_allclose(answers["signed_distance"](X, np.array([3, 4]), -4), [4, -1])

    def test_collapse(self, answers):
        layers = ([[1, 2], [0, 1]], [1, -1], [[1, 0], [3, 1]], [0.5, 4])
        W, b = answers["collapse"](*map(np.array, layers))
        np.testing.assert_array_equal(W, [[7, 2], [3, 1]])
        np.testing.assert_array_equal(b, [-1.5, 3])

    def test_hinge_fit(self, answers):
        start, c = answers["hinge_fit"]([0, 1, 3], [1, 3, 2])
        assert start == 1
        np.testing.assert_array_equal(c, [2, -2.5])

    def test_the_lines_of_the_proof_are_those_of_the_lesson(self):
        assert r"c \le 0, \qquad w_2 + c > 0, \qquad w_1 + c > 0" in lesson_text(NAME)


class TestCheckpoints:
    @pytest.mark.parametrize(
        ("name", "answer"),
        [
            ("batch_by_hand", {"rows of Z": 3, "columns of Z": 4, "Z[0, 1]": -1 + 4 + 10}),
            ("shadow", {"w·x": 3 * 2 + 4, "‖w‖": np.hypot(3, 4), "shadow": 10 / 5}),
            (
                "line_facts",
                {
                    "distance of (0, 0)": -10 / 5,
                    "distance of (6, 3)": (18 + 12 - 10) / 5,
                    "score of (6, 3), doubled": 36 + 24 - 20,
                    "distance of (6, 3), doubled": (36 + 24 - 20) / 10,
                },
            ),
            ("collapsed_pair", {"W": 6, "b": 3 - 5}),
            ("xor_sums", {"A": 2, "B": 2}),
            ("two_bends", {"k": 1, "v": -2}),
            ("four_knots", {"y0": 1, "c0": 1, "c1": -2 - 1, "c2": 3 / 2 + 2}),
            ("pieces_for_a_thousandth", int(np.ceil(2 * np.pi / np.sqrt(0.008)))),
            ("a_thousand_pieces", {"layers": 10, "folding ReLUs": 20, "ReLUs in one layer": 999}),
        ],
    )
    def test_the_answer_that_follows_from_the_lesson_passes(self, name, answer):
        assert check(EXERCISES[name], local_value(answer)).status is Status.PASSED

    @pytest.mark.parametrize(
        ("name", "answer", "mistake"),
        [
            ("batch_by_hand", {"rows of Z": 4, "columns of Z": 3, "Z[0, 1]": 13}, "L2"),
            ("batch_by_hand", {"rows of Z": 3, "columns of Z": 4, "Z[0, 1]": 3}, "L3"),
            ("shadow", {"w·x": 10, "‖w‖": 7, "shadow": 2}, "L25"),
            ("collapsed_pair", {"W": 6, "b": -4}, "L11"),
            ("two_bends", {"k": 1, "v": -1}, "L32"),
            ("four_knots", {"y0": 1, "c0": 1, "c1": -2, "c2": 1.5}, "L15"),
            ("pieces_for_a_thousandth", 72, "L46"),
            ("a_thousand_pieces", {"layers": 500}, "L48"),
        ],
    )
    def test_a_known_mistake_is_recognised(self, name, answer, mistake):
        verdict = check(EXERCISES[name], local_value(answer))
        assert verdict.status is Status.FAILED
        assert verdict.misconception == mistake

    def test_the_line_to_repair_is_recognised_and_its_repair_passes(self):
        exercise = EXERCISES["repaired_layer"]
        wrong = local_call(lambda X, V, b: X @ V.reshape(X.shape[1], -1) + b)
        assert check(exercise, wrong).misconception == "L41"
        assert check(exercise, local_call(lambda X, V, b: X @ V.T + b)).status is Status.PASSED

    def test_the_line_to_repair_has_the_right_shape(self):
        """As the lesson says: a test of shapes cannot find the mistake."""
        X, V = np.ones((4, 3)), np.arange(6.0).reshape(2, 3)
        assert (X @ V.reshape(3, -1)).shape == (X @ V.T).shape
