"""What a learner reads: the message names the right thing, is true of the answer, and is short."""

from __future__ import annotations

import re

import numpy as np
import pytest

from course_utils.catalog import EXERCISES
from course_utils.catalog.values import judge_blanks, judge_number
from course_utils.checking.arguments import LONGEST_TEXT, arguments_text
from course_utils.checking.engine import check_here


class TestOneQuestionThatIsTrueOfTheAnswer:
    def test_an_avoidable_warning_is_not_taken_for_a_formula_that_is_right_in_part(self):
        """max(αz, z) is right for the default slope; an unstable answer must not be named so."""

        def leaky_relu(z, negative_slope=0.01):
            divisor = np.where(np.asarray(z) > 0, 1.0, np.divide(1.0, negative_slope))
            return np.asarray(z) / divisor

        verdict = check_here(EXERCISES["leaky_relu"], leaky_relu)
        assert (verdict.status.value, verdict.misconception) == ("unstable", "")

    @pytest.mark.parametrize(
        ("answer", "words"),
        [
            (lambda z: z * (z > 0), "0·∞"),
            (lambda z: (z + np.abs(z)) / 2, "∞ - ∞"),
        ],
    )
    def test_nan_at_an_infinite_number(self, answer, words):
        assert words in check_here(EXERCISES["relu"], answer).question


class TestSeveralResults:
    def test_they_are_called_by_their_names(self):
        def backward(X, labels, W1, b1, W2, b2):
            return np.zeros_like(W2), np.zeros_like(b2), np.zeros_like(W1), np.zeros_like(b1)

        assert "dW1: expected shape (2, 3)" in check_here(EXERCISES["backward"], backward).message

    def test_so_are_those_that_are_missing(self):
        def backward(X, labels, W1, b1, W2, b2):
            return np.zeros_like(W1), np.zeros_like(W2)

        message = check_here(EXERCISES["backward"], backward).message
        assert "returned 2 where 4 results are asked for (dW1, db1, dW2, db2)" in message


class TestArguments:
    def test_long_ones_are_shown_by_their_shapes(self):
        names, arguments = ("X", "W", "n"), (np.full((3, 4), 1 / 3), np.full((4, 3), 1 / 7), 2)
        shown = arguments_text(names, arguments)
        assert shown == "X of shape (3, 4), W of shape (4, 3), n = 2"

    def test_short_ones_in_full(self):
        shown = arguments_text(("X", "Ws"), (np.eye(2), [np.array([[2.0]]), np.array([[3.0]])]))
        assert shown == "X = [[1, 0], [0, 1]], Ws = [[[2]], [[3]]]"

    @pytest.mark.parametrize("name", ["forward", "backward", "delta_norms"])
    def test_every_case_of_a_network_leaves_room_for_the_message(self, name):
        exercise = EXERCISES[name]
        for case in exercise.cases(np.random.default_rng(0)):
            assert len(arguments_text(exercise.parameters, case.arguments)) <= LONGEST_TEXT


class TestAdvice:
    @pytest.mark.parametrize(
        ("name", "answer", "words"),
        [
            ("relu", lambda z: print(np.maximum(z, 0)), "is a return missing"),
            ("relu", lambda z: z.clip(min=0), "none of the attributes of an array"),
            ("forward", lambda X, W1, b1, W2, b2: X @ W2, "Print both shapes"),
            ("forward", lambda X, W1, b1, W2, b2: X * W1, "Print both"),
            ("forward", lambda X, W1, b1, W2, b2: X @ W2, "inner sizes 2 and 3 do not agree"),
            ("relu", lambda z: [max(0, v) for v in z], "begin with np.asarray"),
            ("tanh_derivative", lambda z: 1 - np.tanh(z) ^ 2, "`**`"),
            ("sigmoid_derivative", lambda z: sigmoid(z), "Run the cell that defines it"),  # noqa: F821
            ("tanh_from_sigmoid", lambda z: z.__imul__(2.5), "make a new one instead"),
        ],
    )
    def test_what_python_says_is_explained(self, name, answer, words):
        assert words in check_here(EXERCISES[name], answer).message

    def test_an_array_is_an_array(self):
        assert "this is an array" in check_here(EXERCISES["repaired_gain"], np.ones(3)).message


class TestShortness:
    @pytest.mark.parametrize(
        ("name", "answer"),
        [
            ("affine", lambda X, W, b: X @ W.T + b),
            ("affine", lambda X, W, b: X * W + b),
            ("collapse", lambda W1, b1, W2, b2: (W2 @ W1, b1 @ W2 + b2)),
            ("sigmoid", lambda z: 1 if z > 0 else 0),
            ("signed_distance", lambda X, w, b: (w @ X + b) / np.linalg.norm(w)),
        ],
    )
    def test_an_exception_takes_three_lines_of_a_card_at_most(self, name, answer):
        """A line of a card has about 85 characters; the source line named is not counted."""
        message = check_here(EXERCISES[name], answer).message
        assert len(re.sub(r"\(line [^:]*: .*?\)\.", ".", message)) <= 3 * 85, message
        assert "gufunc" not in message
        assert "a.any()" not in message


class TestPassed:
    @pytest.mark.parametrize(
        ("name", "answer", "words"),
        [
            ("slope_peak", 0.25, "slope_peak is right."),
            ("double", lambda x: 2 * np.asarray(x), "right on every input that was tried."),
            ("logit", lambda p: np.log(p) - np.log1p(-p), "tried, ordinary and extreme."),
        ],
    )
    def test_promises_no_more_than_was_tried(self, name, answer, words):
        assert check_here(EXERCISES[name], answer).message.endswith(words)


class TestSinglePrecision:
    def test_is_said_where_it_is_what_breaks_the_answer(self):
        """np.clip keeps float32, in which the exponential overflows long before 709."""

        def sigmoid(z):
            return 1 / (1 + np.exp(-np.clip(z, -709, 709)))

        verdict = check_here(EXERCISES["sigmoid"], sigmoid)
        assert "z = [-200, 200] (float32)" in verdict.message


class TestOrderOfLines:
    @pytest.mark.parametrize(
        ("order", "words"),
        [
            ([1, 3, 5, 2, 4], "Line 1 cannot come first."),
            ([3, 5, 1, 2, 4], "The first is right. Line 5 cannot come next."),
            ([3, 1, 5, 4, 2], "The first 3 are in order. Line 4 cannot come next."),
            (["3", "1", "5", "2", "4"], "1, not '1'"),
        ],
    )
    def test_names_the_first_that_is_out_of_place(self, order, words):
        assert words in check_here(EXERCISES["xor_argument"], order).message


class TestNumbersTypedByHand:
    def test_a_rounded_right_one_is_told_from_a_wrong_one(self):
        judge = judge_number(1 / 512)
        assert judge(1 / 512) is judge(0.001953125) is None
        assert "right but rounded" in judge(0.00195).observed
        assert "right but rounded" in judge(0.002).observed
        assert judge(0.0039).observed == "0.0039 is not it."

    def test_a_whole_number_next_to_the_right_one_is_wrong(self):
        assert judge_number(512)(511).observed == "511 is not it."
        assert judge_number(4.5)(4).observed == "4 is not it."

    def test_quotes_are_named(self):
        words = "'0.016' is text. Write the number without quotes."
        assert judge_number(0.016)("0.016").observed == words
        assert words in judge_blanks({"C": 0.016})({"C": "0.016"}).observed

    def test_blanks_likewise(self):
        judge = judge_blanks({"A": 2, "C": 2 / 3})
        assert judge({"A": 2, "C": 2 / 3}) is None
        assert "C: 0.667 is right but rounded" in judge({"A": 2, "C": 0.667}).observed
        assert "C: 0.5 is not it" in judge({"A": 2, "C": 0.5}).observed
