"""The engine: statuses, the order of the one message, and that no answer breaks it."""

from __future__ import annotations

import warnings

import numpy as np
import pytest

from course_utils.checking.engine import check
from course_utils.checking.exercise import Between, Case, Either, Exercise, Mistake
from course_utils.checking.local import Missing, local_call, local_value
from course_utils.checking.verdict import Outcome, Status

Z = np.array([[-2.0, 0.5, 3.0], [1.0, -1.0, 4.0]])


def cases(generator):
    return [
        Case((Z,), "a few numbers"),
        Case((generator.normal(size=5),), "random numbers"),
        Case((np.array([1e6]),), "a large number", extreme=True),
    ]


def exercise(**changes):
    settings = {
        "name": "square",
        "sheet": "sheet",
        "title": "Square",
        "points": 10,
        "parameters": ("z",),
        "cases": cases,
        "reference": lambda z: np.asarray(z) ** 2,
        "elementwise": True,
        "mistakes": (Mistake("M1", lambda z: 2 * z, "Twice, or squared?"),),
    }
    return Exercise(**(settings | changes))


def verdict_on(answer, **changes):
    return check(exercise(**changes), local_call(answer, seconds=30))


class TestStatuses:
    def test_a_right_answer_passes(self):
        verdict = verdict_on(lambda z: z * z)
        assert verdict.status is Status.PASSED
        assert verdict.score == 1.0

    def test_a_wrong_answer_fails_at_its_first_differing_entry(self):
        verdict = verdict_on(lambda z: np.where(z > 2, 0.0, z * z))
        assert verdict.status is Status.FAILED
        assert verdict.difference.index == (0, 2)
        assert verdict.difference.arguments == "z = 3"
        assert (verdict.difference.expected, verdict.difference.got) == ("9", "0")

    def test_a_known_mistake_is_named_with_its_question(self):
        verdict = verdict_on(lambda z: z + z)
        assert verdict.misconception == "M1"
        assert verdict.question == "Twice, or squared?"

    def test_right_but_for_the_extremes_is_unstable(self):
        verdict = verdict_on(lambda z: np.where(z > 1e5, np.nan, z * z))
        assert verdict.status is Status.UNSTABLE
        assert verdict.score == 0.5

    def test_right_with_an_overflow_on_the_way_is_unstable(self):
        verdict = verdict_on(lambda z: z * z + 0 * np.exp(-np.abs(z) * 0) / np.float64(1e308 * 10))
        assert verdict.status is Status.PASSED  # nothing overflowed: infinity came from Python
        verdict = verdict_on(lambda z: z * z + 1 / np.exp(z * z * 1e3) * 0)
        assert verdict.status is Status.UNSTABLE
        assert "overflows" in verdict.message

    def test_underflow_is_right(self):
        verdict = verdict_on(lambda z: z * z + np.exp(-1e4 * np.abs(z)) * 1e-300)
        assert verdict.status is Status.PASSED

    def test_a_silenced_overflow_passes(self):
        def square(z):
            with np.errstate(all="ignore"):
                return z * z + 1 / np.exp(z * z * 1e3) * 0

        assert verdict_on(square).status is Status.PASSED

    def test_an_exception_on_every_call_is_errored(self):
        verdict = verdict_on(lambda z: z.no_such_thing)
        assert verdict.status is Status.ERRORED
        assert "AttributeError" in verdict.message

    def test_an_exception_on_one_call_is_failed(self):
        verdict = verdict_on(lambda z: z * z if z.size > 1 else 1 / 0)
        assert verdict.status is Status.FAILED
        assert "ZeroDivisionError" in verdict.message

    def test_a_loop_is_timed_out(self):
        def square(z):
            while True:
                pass

        assert check(exercise(), local_call(square, seconds=0.3)).status is Status.TIMED_OUT

    def test_the_stub_is_not_attempted(self):
        def square(z):
            raise NotImplementedError

        assert verdict_on(square).status is Status.NOT_ATTEMPTED

    def test_a_missing_name_is_not_attempted(self):
        assert verdict_on(Missing).status is Status.NOT_ATTEMPTED

    def test_a_crash_of_the_process_is_crashed(self):
        verdict = check(exercise(), lambda arguments: Outcome("crashed", message="killed"))
        assert verdict.status is Status.CRASHED

    def test_a_fault_of_ours_costs_nobody_a_point(self):
        verdict = verdict_on(lambda z: z * z, reference=lambda z: 1 / 0)
        assert verdict.status is Status.GRADER_ERROR
        assert verdict.score is None


class TestStages:
    """Missing, signature, exception, None, shape, dtype, input modified, values, stability."""

    @pytest.mark.parametrize(
        ("answer", "words"),
        [
            (lambda: 0, "is to be called as square(z)"),
            (lambda z: None, "returned None"),
            (lambda z: z.ravel() ** 2, "expected shape (2, 3), got shape (6,)"),
            (lambda z: np.array(z * z, dtype=object), "objects"),
            (lambda z: (z * z).astype(complex), "complex numbers"),
            (lambda z: "squares", "a str, which is not a number"),
            (lambda z: [[1.0], [1.0, 2.0]], "different lengths"),
            (lambda z: z + 1, "expected 4, got -1"),
        ],
    )
    def test_each_is_reported_in_its_words(self, answer, words):
        verdict = verdict_on(answer)
        assert verdict.score == 0
        assert words in verdict.message

    def test_a_changed_input_is_reported_before_values(self):
        def square(z):
            z[...] = 0
            return z + 7

        verdict = verdict_on(square)
        assert verdict.difference.stage == "modified"
        assert "changed its argument z" in verdict.message

    def test_a_shape_in_a_later_case_comes_before_values_in_an_earlier_one(self):
        verdict = verdict_on(lambda z: z + 1 if z.ndim == 2 else z[:1])
        assert verdict.difference.stage == "shape"


class TestTruths:
    def test_every_number_of_an_interval_is_right(self):
        between = {"reference": lambda z: Between(np.zeros_like(z), np.ones_like(z))}
        assert verdict_on(lambda z: 0 * z + 0.3, **between).status is Status.PASSED
        assert verdict_on(lambda z: 0 * z + 1.1, **between).status is Status.FAILED

    def test_either_of_two_labels_is_right_but_nothing_between(self):
        either = {"reference": lambda z: Either(np.zeros_like(z), np.ones_like(z))}
        assert verdict_on(lambda z: (z > 0) + 0, **either).status is Status.PASSED
        assert verdict_on(lambda z: 0 * z + 0.5, **either).status is Status.FAILED

    def test_several_results_may_come_as_a_list(self):
        two = {"reference": lambda z: (z + 1, z - 1), "elementwise": False}
        assert verdict_on(lambda z: [z + 1, z - 1], **two).status is Status.PASSED
        assert "where 2 results are asked for" in verdict_on(lambda z: z + 1, **two).message
        assert "result 2" in verdict_on(lambda z: (z + 1, z), **two).message

    def test_nan_is_never_equal(self):
        assert verdict_on(lambda z: z * np.nan).status is Status.FAILED

    def test_float32_arguments_are_judged_by_the_wider_tolerance(self):
        single = {"cases": lambda g: [Case((np.array([0.1], np.float32),), "float32")]}
        assert verdict_on(lambda z: z * z, **single).status is Status.PASSED
        assert verdict_on(lambda z: z * z * 1.01, **single).status is Status.FAILED


class Liar(np.ndarray):
    """An array that claims to equal everything."""

    def __eq__(self, other):
        return np.ones(self.shape, bool)

    __hash__ = None

    def __array_function__(self, function, types, arguments, keywords):
        return True

    def __array_ufunc__(self, *arguments, **keywords):
        return True


class TestNothingBreaksIt:
    @pytest.mark.parametrize(
        "answer",
        [
            int,
            Liar,
            "text",
            3,
            ...,
            (number for number in "abc"),
            lambda z: (number for number in z),
            lambda z: (z + 1).view(Liar),
            lambda z: 10**400,
            lambda z: {1, 2},
            lambda z: float("nan"),
            lambda z: verdict_on,
            lambda z, *rest, **more: more["no"],
            lambda z: exit(),
            lambda z: (_ for _ in ()).throw(KeyboardInterrupt),
            lambda z: np.ma.masked_array(z, mask=True) + 1,
        ],
    )
    def test_strange_answers_get_a_verdict_and_no_points(self, answer):
        verdict = verdict_on(answer)
        assert verdict.status in (Status.FAILED, Status.ERRORED)
        assert verdict.message

    def test_a_function_that_returns_itself_fails(self):
        def square(z):
            return square

        assert verdict_on(square).status is Status.FAILED

    def test_a_list_that_holds_itself_fails(self):
        def square(z):
            endless = []
            endless.append(endless)
            return endless

        assert verdict_on(square).status is Status.FAILED

    def test_an_exception_that_cannot_be_shown_is_still_named(self):
        class ShyError(Exception):
            def __str__(self):
                raise RuntimeError

        def square(z):
            raise ShyError

        assert "ShyError" in verdict_on(square).message

    def test_harmless_warnings_cost_nothing(self):
        def square(z):
            warnings.warn("old", DeprecationWarning, stacklevel=1)
            return z * z

        assert verdict_on(square).status is Status.PASSED

    def test_an_answer_that_counts_its_calls_fails(self):
        calls = []

        def square(z):
            calls.append(1)
            return z * z + (len(calls) > 3)

        assert "a second call" in verdict_on(square).message


class TestSeeds:
    def test_the_same_seed_gives_the_same_verdict(self):
        wrong = local_call(lambda z: np.where(z < 0.7, z * z, 0))
        one, other = (
            check(exercise(cases=lambda g: [Case((g.normal(size=4),), "")]), wrong, seed=5)
            for _ in range(2)
        )
        assert one == other

    def test_another_seed_draws_other_numbers(self):
        seen = []
        for seed in (1, 2):
            check(
                exercise(), lambda arguments: seen.append(arguments[0]) or Outcome("missing"), seed
            )
            check(exercise(), local_call(lambda z: seen.append(z) or z * z), seed)
        assert not np.array_equal(seen[2], seen[6])


class TestValues:
    def test_a_blank_is_not_attempted(self):
        number = {"kind": "value", "parameters": (), "mistakes": (), "judge_value": lambda v: None}
        for value in (..., None, {"a": ..., "b": None}):
            verdict = check(exercise(**number), local_value(value))
            assert verdict.status is Status.NOT_ATTEMPTED
        assert check(exercise(**number), local_value(3)).status is Status.PASSED


class TestHostileObjects:
    def test_an_object_that_exits_when_looked_at_gets_a_verdict(self):
        class Exits:
            def __getattr__(self, name):
                raise SystemExit

            def __call__(self, z):
                return z * z

        assert verdict_on(Exits()).status in (Status.PASSED, Status.FAILED, Status.ERRORED)
