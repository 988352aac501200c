"""Break the checker: the mark is the share of wrong softmaxes rejected; right ones are spared."""

from __future__ import annotations

import re
import warnings

import numpy as np
import pytest

from course_utils.catalog import EXERCISES
from course_utils.catalog import break_the_checker as trial
from course_utils.catalog.break_the_checker import THE_SOFTMAX, does, hear, judge_assertions
from course_utils.catalog.softmax_bank import RIGHT, WRONG
from course_utils.checking.engine import check, check_here
from course_utils.checking.local import local_call
from course_utils.checking.verdict import Status

ROWS = np.array([[0.0, 1.0, 2.0], [3.0, 1.0, 1.0]])
LOGS = np.log([[1.0, 2.0, 5.0], [3.0, 6.0, 1.0]])
SHARES = np.array([[0.125, 0.25, 0.625], [0.3, 0.6, 0.1]])


def usual_three(softmax):
    z = np.array([[0.0, 1.0, 2.0], [3.0, 1.0, 1.0]])
    p = np.asarray(softmax(z))
    assert p.shape == z.shape
    assert np.all((p >= 0) & (p <= 1))
    assert np.allclose(p.sum(axis=1), 1)


def thorough(softmax):
    def gives(logits, expected, **options):
        before = logits.copy()
        with np.errstate(over="raise", invalid="raise", divide="raise"):
            p = np.asarray(softmax(logits, **options))
        assert p.shape == logits.shape
        assert np.allclose(p, expected, rtol=1e-6, atol=0)
        assert np.array_equal(logits, before)

    gives(LOGS, SHARES)
    gives(LOGS.T, SHARES.T, axis=0)
    gives(LOGS[0], SHARES[0])
    gives(2 * LOGS, SHARES, temperature=2.0)
    gives(np.array([4, 4]), [0.5, 0.5])
    gives(np.array([[0.0, 1000.0, -1000.0]]), [[0, 1, 0]])
    gives(np.array([[1000.0, 1000], [-1000, -1000], [0, 0]]), np.full((3, 2), 0.5))


def verdict_on(assertions):
    return check_here(EXERCISES["my_assertions"], assertions)


class TestTheBank:
    @pytest.mark.parametrize("right", RIGHT, ids=lambda right: right.style)
    def test_right_ones_pass_the_sheet(self, right):
        def softmax(logits, axis=-1, temperature=1.0):
            return right.function(logits, axis, temperature)

        assert check_here(THE_SOFTMAX, softmax).status is Status.PASSED

    @pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: wrong.id)
    def test_wrong_ones_do_not(self, wrong):
        def softmax(logits, axis=-1, temperature=1.0):
            return wrong.function(logits, axis, temperature)

        assert check_here(THE_SOFTMAX, softmax).score < 1

    def test_is_large_enough(self):
        assert len(WRONG) >= 16
        assert len(RIGHT) >= 5
        assert len({wrong.id for wrong in WRONG}) == len(WRONG)

    @pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: wrong.id)
    def test_a_wrong_one_is_described_by_what_it_does_and_not_by_its_code(self, wrong):
        told = does(wrong.function)
        assert "logits" in told
        assert not any(sign in told for sign in ("np.", "lambda", "keepdims", "line "))


class TestTheMark:
    def test_is_full_for_a_thorough_set(self):
        verdict = verdict_on(thorough)
        assert (verdict.status, verdict.score) == (Status.PASSED, 1.0)

    def test_is_low_for_the_three_properties_that_come_to_mind_first(self):
        verdict = verdict_on(usual_three)
        assert verdict.status is Status.FAILED
        assert verdict.score == pytest.approx(8 / 24)
        assert verdict.message.startswith("Rejected 8 of 24 wrong softmaxes, and no right one.")
        assert "Here is one that got through." in verdict.message

    def test_grows_with_each_assertion_that_finds_more(self):
        def values(softmax):
            usual_three(softmax)
            assert np.allclose(softmax(LOGS), SHARES)

        def magnitudes(softmax):
            values(softmax)
            assert np.allclose(softmax(np.array([[1000.0, 1000.0]])), 0.5)

        scores = [verdict_on(f).score for f in (usual_three, values, magnitudes, thorough)]
        assert scores == sorted(set(scores))

    def test_is_nothing_for_no_assertion(self):
        verdict = verdict_on(lambda softmax: None)
        assert verdict.score == 0
        assert "never called" in verdict.message

    def test_a_wrong_softmax_whose_only_flaw_is_a_warning_can_be_rejected(self):
        flawed = next(wrong for wrong in WRONG if wrong.id == "overflow on the way")

        def by_errstate(softmax):
            with np.errstate(over="raise"):
                softmax(np.array([[0.0, 1000.0]]))

        def by_warnings(softmax):
            with warnings.catch_warnings():
                warnings.simplefilter("error")
                softmax(np.array([[0.0, 1000.0]]))

        for assertions in (by_errstate, by_warnings):
            assert hear(assertions, flawed.function).rejected
            assert not any(hear(assertions, right.function).rejected for right in RIGHT)

    def test_nan_can_be_rejected(self):
        naive = next(wrong for wrong in WRONG if wrong.id == "X5")

        def finite(softmax):
            assert np.all(np.isfinite(softmax(np.array([[1000.0, 1001.0]]))))

        assert hear(finite, naive.function).rejected

    def test_a_softmax_that_stops_by_itself_counts_as_rejected(self):
        broken = next(wrong for wrong in WRONG if wrong.id == "X16")
        assert hear(lambda softmax: softmax(np.zeros(3)), broken.function).rejected


class TestARightOneThatIsRejected:
    def test_is_shown_with_the_line_and_the_last_call_and_costs_the_mark(self):
        def too_exact(softmax):
            p = np.asarray(softmax(ROWS))
            assert p[0, 2] == 0.6652409557748219

        verdict = verdict_on(too_exact)
        assert verdict.score == 0
        assert re.match(
            r"\d of 7 right softmaxes are rejected, so the mark is 0. One ", verdict.message
        )
        assert "assert p[0, 2] == 0.6652409557748219" in verdict.message
        assert "softmax([[0, 1, 2], [3, 1, 1]]) gave [[0.0900306," in verdict.message

    def test_is_shown_with_a_line_of_the_assertions_and_none_of_its_own(self):
        def forbids_underflow(softmax):
            with np.errstate(all="raise"):
                softmax(np.array([[0.0, -1e9]]))

        message = verdict_on(forbids_underflow).message
        assert "softmax(np.array([[0.0, -1e9]]))" in message
        assert "keepdims" not in message

    def test_is_told_when_lists_are_not_read(self):
        def arrays_only(softmax):
            assert np.allclose(softmax(ROWS).sum(axis=1), 1)

        verdict = verdict_on(arrays_only)
        assert "1 of 7 right softmaxes are rejected" in verdict.message
        assert "returns nested lists" in verdict.message
        assert verdict.score == 0

    def test_is_told_when_underflow_is_forbidden(self):
        def no_underflow(softmax):
            with np.errstate(all="raise"):
                softmax(np.array([[0.0, -740.0]]))

        verdict = verdict_on(no_underflow)
        assert "FloatingPointError: underflow" in verdict.message

    def test_is_what_an_error_in_the_assertions_amounts_to(self):
        verdict = verdict_on(lambda softmax: undefined_name)  # noqa: F821
        assert "7 of 7 right softmaxes are rejected" in verdict.message
        assert "NameError" in verdict.message
        assert verdict.score == 0


class TestOddAssertions:
    def test_that_return_instead_of_asserting_are_told_the_difference(self):
        verdict = verdict_on(lambda softmax: np.allclose(np.sum(softmax(ROWS)), 2))
        assert "What does assert do that return does not?" in verdict.message

    @pytest.mark.parametrize(
        ("answer", "words"),
        [
            (lambda: None, "it takes (nothing), but is called with 1 argument"),
            (lambda softmax, z: None, "it takes (softmax, z), but is called with 1 argument"),
            (3, "it is an int, not a function"),
        ],
    )
    def test_that_cannot_be_called_are_told_how(self, answer, words):
        verdict = verdict_on(answer)
        assert verdict.status is Status.FAILED
        assert "It is to be called as my_assertions(softmax)" in verdict.message
        assert words in verdict.message

    @pytest.mark.parametrize("blank", [..., None])
    def test_that_are_blank_are_no_attempt(self, blank):
        assert verdict_on(blank).status is Status.NOT_ATTEMPTED

    @pytest.mark.parametrize("error", [SystemExit, GeneratorExit, RecursionError])
    def test_that_try_to_leave_are_a_rejection_like_any_other(self, error):
        def leaves(softmax):
            raise error

        verdict = verdict_on(leaves)
        assert verdict.score == 0
        assert error.__name__ in verdict.message

    def test_that_never_end_are_ended_at_the_first_softmax(self, monkeypatch):
        monkeypatch.setattr(trial, "SECONDS", 0.2)
        heard = []

        def loops(softmax):
            heard.append(softmax)
            while True:
                pass

        verdict = verdict_on(loops)
        assert verdict.score == 0
        assert "did not come back within 0.2 seconds" in verdict.message
        assert len(heard) == 1

    def test_that_remember_earlier_calls_are_found_out(self):
        """Counting the right ones, which come first, is not testing."""
        heard = []

        def counts(softmax):
            heard.append(softmax(ROWS))
            assert len(heard) <= len(RIGHT)

        verdict = verdict_on(counts)
        assert verdict.score == 0
        assert "your assertions remember what came before" in verdict.message

    def test_that_hand_over_a_read_only_array_with_nan_are_marked(self):
        def hands_over(softmax):
            z = np.array([np.nan, 1.0])
            z.setflags(write=False)
            softmax(z)

        assert verdict_on(hands_over).status is Status.FAILED

    def test_that_print_lose_nothing(self, capsys):
        def talks(softmax):
            print("testing")
            thorough(softmax)

        assert verdict_on(talks).score == 1

    def test_that_leave_settings_changed_change_none(self):
        def careless(softmax):
            np.seterr(all="raise")
            warnings.simplefilter("error")
            thorough(softmax)

        before = np.geterr(), list(warnings.filters)
        assert judge_assertions(careless) is not None  # underflow is forbidden: right ones fall
        assert (np.geterr(), list(warnings.filters)) == before

    def test_whose_array_a_wrong_softmax_changes_get_it_back(self):
        shared = ROWS.copy()
        seen = []

        def looks(softmax):
            softmax(shared)
            seen.append(np.array_equal(shared, ROWS))

        judge_assertions(looks)
        assert not all(seen)  # the assertions could see the change
        np.testing.assert_array_equal(shared, ROWS)  # and it was undone

    def test_that_change_what_they_are_given_change_nothing_for_the_next(self):
        def marks(softmax):
            assert not hasattr(softmax, "been_here")
            softmax.been_here = True
            p = np.asarray(softmax(ROWS.copy()))
            p[...] = 0

        assert "Rejected 2 of 24" in verdict_on(marks).message  # those that raise on rows

    def test_an_interrupt_ends_the_check(self):
        def stopped(softmax):
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            verdict_on(stopped)

    def test_are_marked_the_same_each_time(self):
        def by_chance(softmax):
            z = np.random.normal(size=(4, 3))
            assert np.allclose(np.sum(softmax(z), axis=1), 1)

        assert verdict_on(by_chance) == verdict_on(by_chance)


class TestTheEngine:
    def test_gives_the_share_where_the_exercise_counts_and_half_or_nothing_elsewhere(self):
        assert verdict_on(usual_three).score == pytest.approx(1 / 3)
        naive = local_call(
            lambda z, axis=-1, t=1.0: np.exp(z / t) / np.exp(z / t).sum(axis, keepdims=True)
        )
        assert check(THE_SOFTMAX, naive).score == 0.5
