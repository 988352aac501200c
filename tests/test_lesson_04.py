"""What lesson 04 says is true: its numbers, its formulas, and the promises of its form."""

from __future__ import annotations

import itertools
from collections import Counter

import numpy as np
import pytest
from lesson_form import LessonForm, slope, solutions

from course_utils.catalog import EXERCISES
from course_utils.catalog.questions import QUESTIONS
from course_utils.checking.engine import check
from course_utils.checking.local import local_call, local_value
from course_utils.checking.verdict import Status
from course_utils.experiments import output_heads, overconfidence
from course_utils.notebook.forms import lowest_confidence

NAME = "04_softmax"
GENERATOR = np.random.default_rng(4)
ROWS = GENERATOR.normal(0, 1.5, (20, 5))


def softmax(z, T=1.0):
    """Softmax along the last axis as the lesson writes it; enough for ordinary numbers."""
    e = np.exp(np.asarray(z, dtype=float) / T)
    return e / e.sum(axis=-1, keepdims=True)


def lse(z):
    return np.log(np.exp(np.asarray(z, dtype=float)).sum(axis=-1))


def entropy(p):
    return -np.sum(p * np.log(p), axis=-1)


def jacobian(f, z):
    """The slopes of f along every entry of z, by differences: (outputs, inputs)."""
    return np.stack([slope(lambda t, e=e: f(z + t * e), 0.0) for e in np.eye(len(z))], axis=-1)


@pytest.fixture(scope="module")
def answers():
    return solutions(NAME)


class TestDerivations:
    def test_log_odds_against_a_common_class_give_softmax(self):
        p = softmax(ROWS)
        log_odds = np.log(p / p[:, -1:])
        np.testing.assert_allclose(softmax(log_odds), p)
        np.testing.assert_allclose(log_odds, ROWS - ROWS[:, -1:], atol=1e-12)

    def test_a_common_summand_cancels_and_a_factor_squares(self):
        p = softmax(ROWS)
        np.testing.assert_allclose(softmax(ROWS + 10), p)
        np.testing.assert_allclose(softmax(2 * ROWS), p**2 / (p**2).sum(axis=1, keepdims=True))

    def test_equal_probabilities_mean_logits_that_differ_by_one_number(self):
        rest = ROWS - np.log(softmax(ROWS))
        np.testing.assert_allclose(rest, rest[:, :1] + 0 * rest, atol=1e-12)

    def test_two_classes_are_a_sigmoid_of_the_difference(self):
        z = ROWS[:, :2]
        difference = z[:, 1] - z[:, 0]
        np.testing.assert_allclose(softmax(z)[:, 1], 1 / (1 + np.exp(-difference)))
        np.testing.assert_allclose(softmax(z, 2)[:, 1], 1 / (1 + np.exp(-difference / 2)))

    def test_cold_is_argmax_shared_among_equals_and_hot_is_even(self):
        np.testing.assert_allclose(softmax([2.0, 2.0, 1.0], 0.01), [0.5, 0.5, 0], atol=1e-12)
        np.testing.assert_allclose(softmax(ROWS, 1e9), 0.2, atol=1e-8)

    @pytest.mark.parametrize("T", [0.4, 1.0, 3.0])
    def test_the_entropy_rises_with_the_temperature_by_variance_over_its_cube(self, T):
        for z in ROWS:
            p = softmax(z, T)
            variance = p @ z**2 - (p @ z) ** 2
            found = slope(lambda t, z=z: entropy(softmax(z, t)), T)
            assert found == pytest.approx(variance / T**3, rel=1e-5, abs=1e-9)

    def test_the_two_derivatives_along_beta(self):
        for z in ROWS:
            beta = 0.7
            p = softmax(beta * z)
            mean, variance = p @ z, p @ z**2 - (p @ z) ** 2
            assert slope(lambda b, z=z: lse(b * z), beta) == pytest.approx(mean)
            assert slope(lambda b, z=z: softmax(b * z) @ z, beta) == pytest.approx(variance)
            assert entropy(p) == pytest.approx(lse(beta * z) - beta * mean)

    def test_softmax_has_the_largest_entropy_among_rows_of_its_mean(self):
        z = ROWS[0]
        p = softmax(z)
        conditions = np.vstack([np.ones(5), z])
        directions = GENERATOR.normal(size=(50, 5))
        directions -= directions @ np.linalg.pinv(conditions) @ conditions
        moved = p + 0.3 * p.min() * directions / np.abs(directions).max()
        np.testing.assert_allclose(moved @ conditions.T - p @ conditions.T, 0, atol=1e-12)
        assert np.all(entropy(moved) < entropy(p))

    def test_log_sum_exp_moves_with_a_shift_and_keeps_its_bounds(self):
        np.testing.assert_allclose(lse(ROWS + 3), lse(ROWS) + 3)
        assert np.all(ROWS.max(axis=1) <= lse(ROWS))
        assert np.all(lse(ROWS) <= ROWS.max(axis=1) + np.log(5))
        np.testing.assert_allclose(ROWS - lse(ROWS)[:, None], np.log(softmax(ROWS)))

    def test_the_jacobian_its_rows_and_its_sign(self):
        for z in ROWS:
            p = softmax(z)
            J = jacobian(softmax, z)
            np.testing.assert_allclose(J, np.diag(p) - np.outer(p, p), atol=1e-9)
            np.testing.assert_allclose(J @ np.ones(5), 0, atol=1e-9)
            np.testing.assert_allclose(J, J.T, atol=1e-9)
            for v in GENERATOR.normal(size=(5, 5)):
                variance = p @ v**2 - (p @ v) ** 2
                assert v @ J @ v == pytest.approx(variance, abs=1e-8)
                assert variance >= 0

    def test_the_vector_jacobian_product_needs_no_matrix(self):
        for z, g in itertools.pairwise(ROWS):
            p = softmax(z)
            np.testing.assert_allclose(p * (g - p @ g), g @ jacobian(softmax, z), atol=1e-9)

    def test_the_gradient_is_p_minus_y_also_through_the_jacobian(self):
        for z in ROWS:
            p, y = softmax(z), np.eye(5)[2]
            by_differences = jacobian(lambda z: np.array([lse(z) - z[2]]), z)[0]
            np.testing.assert_allclose(by_differences, p - y, atol=1e-9)
            g = -y / p
            assert p @ g == pytest.approx(-1)
            np.testing.assert_allclose(p * (g - p @ g), p - y, atol=1e-12)

    @pytest.mark.parametrize("classes", [3, 4, 10])
    def test_softmax_twice_has_the_stated_floor(self, classes):
        floor = np.log(1 + (classes - 1) / np.e)
        best = -np.log(softmax(np.eye(classes)[0])[0])
        assert best == pytest.approx(floor)
        rows = softmax(GENERATOR.normal(0, 20, (500, classes)))
        assert np.all(-np.log(softmax(rows)[:, 0]) >= floor - 1e-12)

    @pytest.mark.parametrize(("classes", "epsilon"), [(10, 0.1), (10, 0.3), (3, 0.3)])
    def test_smoothed_labels_have_the_stated_best_lead(self, classes, epsilon):
        targets = np.full(classes, epsilon / classes)
        targets[0] += 1 - epsilon
        best = np.log(classes * (1 - epsilon) / epsilon + 1)

        def loss(lead):
            z = np.zeros(classes)
            z[0] = lead
            return lse(z) - targets @ z

        assert slope(loss, best) == pytest.approx(0, abs=1e-8)
        assert loss(best) < min(loss(best - 0.5), loss(best + 0.5))


class TestNumbersInTheProse:
    def test_section_1_a_lead_of_2_is_a_factor_of_7_4(self):
        assert round(np.exp(2), 1) == 7.4
        assert round(np.exp(3)) == 20

    def test_section_3_squares_count_evidence_against_a_class_for_it(self):
        assert 9 / (9 + 0 + 1) == 0.9
        assert round(16 / 17, 2) == 0.94
        assert round(float(softmax([4, 0, 1])[0]), 2) == 0.94

    def test_section_6_the_memory_of_64_jacobians(self):
        assert round(64 * 10_000**2 * 8 / 1e9) == 51
        assert round(64 * 10_000 * 8 / 1e6) == 5

    def test_section_7_losses_of_ignorance_and_floors(self):
        assert round(np.log(10), 2) == 2.30
        assert [round(np.log(1 + k / np.e), 2) for k in (2, 9)] == [0.55, 1.46]

    def test_section_7_softmax_of_a_certain_row(self):
        np.testing.assert_array_equal(softmax([1, 0, 0]).round(2), [0.58, 0.21, 0.21])

    def test_section_7_the_runs(self):
        runs = output_heads.softmax_once_and_twice()
        assert round(runs.once[0], 1) == 2.5
        assert round(runs.twice[0], 1) == 2.3
        assert round(runs.once[-1], 2) == 0.03
        assert round(runs.twice[-1], 1) == 1.5
        assert runs.once_accuracy[20] > 0.95
        assert abs(runs.once_accuracy[-1] - runs.twice_accuracy[-1]) < 0.01

    def test_section_8_the_best_leads(self):
        assert round(np.log(91), 2) == 4.51
        assert round(np.log(10 * 0.7 / 0.3 + 1), 1) == 3.2

    def test_section_9_the_temperature_and_what_it_mends(self):
        digits = overconfidence.digits_logits()
        T = overconfidence.chosen_temperature(digits)
        assert round(T, 1) == 2.1
        after = overconfidence.sureness(digits.test, digits.test_labels, T)
        assert after.calibration_error < 0.03
        assert len(digits.test) == 1347

    def test_section_9_it_labels_its_own_images_nearly_always_rightly(self):
        from course_utils.data import centred, load_digits, pooled, split
        from course_utils.experiments.training import train

        data = load_digits()
        parts = centred(split(pooled(data.X), data.y, 1647), "standard")
        trained = train(*parts.training, (32,), rate=0.1, momentum=0.9, epochs=300, batch=None)
        assert trained.accuracies[-1] == 1
        assert trained.network.probabilities(parts.training.X).max(axis=1).mean() > 0.99

    def test_section_9_fewer_images_make_the_error_larger(self):
        digits = overconfidence.digits_logits()
        T = overconfidence.chosen_temperature(digits)
        whole = overconfidence.sureness(digits.test, digits.test_labels, T).calibration_error
        for first in (0, 300, 600):
            part = slice(first, first + 300)
            found = overconfidence.sureness(digits.test[part], digits.test_labels[part], T)
            assert whole + 0.015 < found.calibration_error < 0.08

    def test_section_9_the_full_digits_are_a_bad_demonstration(self):
        full = overconfidence.digits_logits(images=1137, side=8)
        found = overconfidence.sureness(full.test, full.test_labels)
        assert found.accuracy > 0.95
        assert found.calibration_error < 0.03

    def test_section_10_chance_in_a_bin_of_eight(self):
        assert 0.13 < np.sqrt(0.7 * 0.3 / 8) < 0.18

    def test_section_10_the_made_up_learner_is_too_sure(self):
        said, right = np.array(overconfidence.EXAMPLE_LEARNER, dtype=float).T
        assert len(said) == 40
        assert (right.mean(), round(said.mean(), 2)) == (0.6, 0.73)

    def test_section_10_nobody_can_say_less_than_the_axis_shows(self):
        assert min(lowest_confidence(question) for question in QUESTIONS.values()) >= 20


def test_no_option_is_right_much_more_often_than_the_others():
    right = Counter(question.answer for question in QUESTIONS.values() if question.lesson == "04")
    assert max(right.values()) <= 5


class TestForm(LessonForm):
    name = NAME
    minutes = (230, 130)
    predictions = 10
    claims = frozenset({"logits-raw-scores", "softmax-suits-classes", "softmax-normalisation"})


class TestExamplesOnTheSheet:
    @pytest.mark.parametrize(
        ("name", "arguments", "shown"),
        [
            ("softmax", (np.array([0, 1, 2]),), [0.0900, 0.2447, 0.6652]),
            ("softmax", (np.array([1000, 1001]),), [0.2689, 0.7311]),
            ("softmax", (np.array([0, 1, 2]), -1, 2), [0.1863, 0.3072, 0.5065]),
            ("logsumexp", (np.array([0, 0]),), 0.6931),
            ("logsumexp", (np.array([1000, 1000]),), 1000.6931),
            ("log_softmax", (np.array([0, -800]),), [0, -800]),
            ("softmax_jacobian", (np.array([0, 0]),), [[0.25, -0.25], [-0.25, 0.25]]),
            (
                "softmax_vjp",
                (np.array([[0.2, 0.3, 0.5]]), np.array([[1, 0, 2]])),
                [[-0.04, -0.36, 0.40]],
            ),
            ("cross_entropy", (np.array([[0, 1, 2], [3, 1, 1]]), np.array([2, 0])), 0.3236),
            ("cross_entropy_gradient", (np.array([[0, 0]]), np.array([1])), [[0.5, -0.5]]),
            ("smooth_labels", (np.array([1]), 2, 0.2), [[0.1, 0.9]]),
        ],
    )
    def test_the_numbers_shown(self, answers, name, arguments, shown):
        np.testing.assert_allclose(answers[name](*arguments), shown, rtol=0, atol=5.01e-5)


class TestCheckpoints:
    @pytest.mark.parametrize(
        ("name", "answer"),
        [
            ("shares_from_log_odds", {"p(A)": 2 / 8, "p(B)": 5 / 8, "p(C)": 1 / 8}),
            ("two_classes", {"A": 1, "B": -1, "C": 1 / 2}),
            ("two_temperatures", {"T = 2": 2 / 3, "T = 1/2": 16 / 17, "T to infinity": 0.5}),
            ("boltzmann_order", [4, 2, 5, 1, 3]),
            ("lse_blanks", {"LSE(1000, 1000)": 1000 + np.log(2), "log p(B)": -2000}),
            (
                "jacobian_blanks",
                {
                    "p(A) along z(A)": 0.5 * 0.5,
                    "p(A) along z(B)": -0.5 * 0.3,
                    "p(B) along z(C)": -0.3 * 0.2,
                    "row sum": 0,
                },
            ),
            ("vjp_blanks", {"A": 0.5 * 0.1, "B": 0.3 * -0.9, "C": 0.2 * 1.1}),
            ("cancel_order", [3, 5, 1, 4, 2]),
            ("gradient_row", {"A": 0.5, "B": 0.3 - 1, "C": 0.2}),
            ("lowest_loss", np.log(1 + 3 / np.e)),
            (
                "smoothed_target",
                {"target of the true class": 0.8, "each other": 0.1, "e to the best lead": 8},
            ),
            ("ece_by_hand", 0.8 * 0.15 + 0.2 * 0.4),
        ],
    )
    def test_the_answer_that_follows_from_the_lesson_passes(self, name, answer):
        assert check(EXERCISES[name], local_value(answer)).status is Status.PASSED

    @pytest.mark.parametrize(
        ("name", "answer", "misconception"),
        [
            ("shares_from_log_odds", {"p(A)": 2 / 7, "p(B)": 5 / 7, "p(C)": 0}, "XO1"),
            ("two_temperatures", {"T = 2": 16 / 17, "T = 1/2": 2 / 3, "T to infinity": 1}, "X20"),
            ("lse_blanks", {"LSE(1000, 1000)": np.inf, "log p(B)": -np.inf}, "XO6"),
            ("vjp_blanks", {"A": 0.5, "B": 0, "C": 0.4}, "XO13"),
            ("gradient_row", {"A": -0.5, "B": 0.7, "C": -0.2}, "X32"),
            ("lowest_loss", 0, "X18"),
            ("shares_from_log_odds", {"p(A)": 2, "p(B)": 5, "p(C)": 1}, "XO23"),
            ("ece_by_hand", 20, "XO24"),
            ("ece_by_hand", 0.04, "XO21"),
        ],
    )
    def test_a_known_mistake_is_named(self, name, answer, misconception):
        assert check(EXERCISES[name], local_value(answer)).misconception == misconception

    def test_the_lines_to_repair_are_recognised_and_their_repair_passes(self):
        exercise = EXERCISES["repaired_softmax"]

        def as_found(logits):
            e = np.exp(logits - np.max(logits))
            return e / e.sum()

        def repaired(logits):
            e = np.exp(logits - logits.max(axis=1, keepdims=True))
            return e / e.sum(axis=1, keepdims=True)

        assert check(exercise, local_call(as_found)).misconception == "X2"
        assert check(exercise, local_call(repaired)).status is Status.PASSED

    @pytest.mark.parametrize("name", ["boltzmann_order", "cancel_order"])
    def test_an_order_left_blank_has_not_been_attempted(self, name):
        verdict = check(EXERCISES[name], local_value([...] * 5))
        assert verdict.status is Status.NOT_ATTEMPTED

    def test_the_lines_through_the_jacobian_in_their_order_are_true(self):
        """Each line by numbers, in the order that is accepted."""
        p, y = np.array([0.5, 0.3, 0.2]), np.array([0.0, 1.0, 0.0])
        loss = -np.sum(y * np.log(p))
        assert loss == -np.log(p[1])
        g = -y / p
        np.testing.assert_allclose(p @ g, -1, rtol=1e-15)
        jacobian = np.diag(p) - np.outer(p, p)
        np.testing.assert_allclose(jacobian @ g, p * (-y / p + 1), rtol=0, atol=1e-15)
        np.testing.assert_allclose(jacobian @ g, p - y, rtol=0, atol=1e-15)

    @pytest.mark.parametrize(
        ("order", "said"),
        [([5, 3, 1, 4, 2], "Line 5 cannot come first."), ([3, 1, 5, 4, 2], "Line 1 cannot")],
    )
    def test_the_first_line_out_of_place_is_named(self, order, said):
        assert said in check(EXERCISES["cancel_order"], local_value(order)).message

    def test_the_formula_of_the_last_hint_passes(self):
        """z - LSE(z), which it once was, is unstable beside huge logits."""

        def log_softmax(logits, axis=-1):
            z = logits - logits.max(axis, keepdims=True)
            return z - np.log(np.exp(z).sum(axis, keepdims=True))

        assert "Do not put the maximum back" in EXERCISES["log_softmax"].hints[-1]
        assert check(EXERCISES["log_softmax"], local_call(log_softmax)).status is Status.PASSED

    def test_half_a_repair_is_not_enough(self):
        def own_sum(logits):
            e = np.exp(logits - np.max(logits))
            return e / e.sum(axis=1, keepdims=True)

        verdict = check(EXERCISES["repaired_softmax"], local_call(own_sum))
        assert (verdict.status, verdict.misconception) == (Status.UNSTABLE, "X6")


def test_the_answers_of_questions_with_numbers_follow():
    assert QUESTIONS["04.three_times"].answer == "D"
    p = np.array([0.6, 0.3, 0.1])
    J = np.diag(p) - np.outer(p, p)
    assert J[1, 0] / J[2, 0] == pytest.approx(3)
