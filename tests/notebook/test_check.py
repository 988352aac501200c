"""What a learner sees after ``check``, whatever stands behind the name."""

from __future__ import annotations

import os
import sys

import numpy as np
import pytest
from answers_tried import naive_sigmoid, reversed_sigmoid, stable_sigmoid

from course_utils.catalog import EXERCISES
from course_utils.checking import engine
from course_utils.notebook import check, hint


class TestTheCard:
    def test_says_in_words_that_an_answer_passed(self, shown):
        sigmoid = stable_sigmoid  # noqa: F841
        check("sigmoid")
        assert shown.text.startswith("[✓] Passed: sigmoid")

    def test_of_a_pass_is_the_same_at_every_attempt(self, shown):
        sigmoid = stable_sigmoid  # noqa: F841
        check("sigmoid")
        first = shown.text, shown.html
        check("sigmoid")
        assert (shown.text, shown.html) == first

    def test_shows_the_smallest_counterexample_as_a_table(self, shown):
        sigmoid = reversed_sigmoid  # noqa: F841
        check("sigmoid")
        header, row = shown.text.split("\n")[2:4]
        assert header.split() == ["input", "expected", "yours"]
        assert row.split() == ["z", "=", "-2", "0.119203", "0.880797"]

    def test_asks_the_question_of_a_known_mistake(self, shown):
        sigmoid = reversed_sigmoid  # noqa: F841
        check("sigmoid")
        assert "To think about: σ increases." in shown.text

    def test_tells_unstable_from_wrong(self, shown):
        sigmoid = naive_sigmoid  # noqa: F841
        check("sigmoid")
        assert shown.text.startswith("[≈] Right, but not stable: sigmoid")

    def test_says_the_same_in_html_as_in_text(self, shown):
        sigmoid = reversed_sigmoid  # noqa: F841
        check("sigmoid")
        for text in ("Not right yet", "0.119203", "0.880797", "σ increases"):
            assert text in shown.html

    def test_names_its_status_for_screen_readers(self, shown):
        sigmoid = reversed_sigmoid  # noqa: F841
        check("sigmoid")
        assert 'role="group" aria-label="Not right yet: sigmoid"' in shown.html

    def test_has_a_message_of_three_lines_at_most(self, shown):
        def sigmoid(z):
            raise ValueError("one\ntwo\nthree\nfour\nfive " + 5000 * "x")

        check("sigmoid")
        message = shown.text.split("\n")[1:]
        assert len(message) <= 4
        assert len(shown.text) < 1000


class TestTheName:
    def test_may_be_the_function_itself(self, shown):
        sigmoid = stable_sigmoid
        check(sigmoid)
        assert "Passed: sigmoid" in shown.text

    def test_may_be_a_function_defined_under_that_name(self, shown):
        def sigmoid(z):
            return stable_sigmoid(z)

        check(sigmoid)
        assert "Passed: sigmoid" in shown.text

    def test_with_a_slip_is_answered_by_the_nearest_one(self, shown):
        check("sigmiod")
        assert 'no exercise of that name. Did you mean "sigmoid"?' in shown.text

    @pytest.mark.parametrize("nonsense", [None, 3, "", np.zeros(3), print, object(), "x" * 10_000])
    def test_that_is_no_name_at_all_is_explained_in_one_line(self, shown, nonsense):
        check(nonsense)
        assert shown.text.startswith("[i] Note: check")
        assert "\n" not in shown.text
        assert len(shown.text) < 200

    def test_that_is_not_bound_yet_is_not_an_attempt(self, shown, record):
        check("sigmoid")
        assert shown.text.startswith("[○] Not attempted")
        assert "run that cell" in shown.text
        assert record.events() == []

    def test_of_a_sheet_checks_all_of_it(self, shown):
        sigmoid = stable_sigmoid  # noqa: F841
        check("02_sigmoid_tanh")
        assert "1 of 10 passed" in shown.text
        assert shown.text.count("Not attempted") == 9


class Unfriendly:
    def __call__(self, z):
        return self

    def __getattr__(self, name):
        raise RuntimeError

    def __eq__(self, other):
        raise KeyboardInterrupt

    __hash__ = None

    def __array__(self, *args, **kwargs):
        raise SystemExit


def returns_itself(z):
    return returns_itself


def recurses(z):
    return recurses(z)


def leaves(z):
    sys.exit(0)


def interrupts(z):
    raise KeyboardInterrupt


def raises_an_unshowable_error(z):
    class UnshowableError(Exception):
        def __str__(self):
            raise RuntimeError

    raise UnshowableError


class TestNothingBreaksTheNotebook:
    """Whatever is bound to the name, there is a card, and it is not a fault of ours."""

    @pytest.mark.parametrize(
        "answer",
        [
            int,
            "text",
            3,
            [],
            {},
            (z for z in ()),
            Unfriendly(),
            Unfriendly,
            returns_itself,
            recurses,
            leaves,
            interrupts,
            raises_an_unshowable_error,
            lambda: 0,
            lambda z: (yield z),
            lambda z: object(),
            lambda z: np.ma.masked,
            lambda z: np.array([print], object),
            lambda z: "0.5",
        ],
        ids=lambda answer: getattr(type(answer), "__name__", "?"),
    )
    @pytest.mark.parametrize("name", ["sigmoid", "quiz_sigmoid"])
    def test_any_object_gets_a_verdict(self, shown, name, answer):
        exec(f"{name} = answer\ncheck({name!r})", {"check": check, "answer": answer})
        assert len(shown) == 1
        assert "Passed" not in shown.text
        assert "our fault" not in shown.text

    def test_an_object_that_exits_when_it_is_looked_at_does_not_end_the_notebook(self, shown):
        class Exits:
            def __getattr__(self, name):
                raise SystemExit

            def __call__(self, z):
                raise SystemExit

        sigmoid = Exits()  # noqa: F841
        check("sigmoid")
        assert len(shown) == 1

    def test_an_endless_loop_is_ended(self, shown):
        def sigmoid(z):
            while True:
                pass

        check("sigmoid")
        assert shown.text.startswith("[…] Took too long: sigmoid")

    def test_what_an_answer_prints_stays_off_the_page_and_is_told(self, shown, capsys):
        def sigmoid(z):
            print("here\n" * 100_000)
            print("there", file=sys.stderr)
            return stable_sigmoid(z)

        check("sigmoid")
        assert capsys.readouterr() == ("", "")
        told = shown.text.split("It printed while it was checked:\n")[1]
        assert told == "    here\n    here\n    here\n    …"

    def test_standard_output_is_put_back_even_if_the_answer_replaced_it(self, shown):
        def sigmoid(z):
            sys.stdout = None
            return stable_sigmoid(z)

        before = sys.stdout
        check("sigmoid")
        assert sys.stdout is before

    def test_text_of_a_learner_is_escaped_and_freed_of_control_characters(self, shown):
        def sigmoid(z):
            raise ValueError("<script>alert(1)</script>\x1b[31m\x07\u202e`code`")

        check("sigmoid")
        assert "<script>" not in shown.html
        assert "<code>code" not in shown.html
        assert not set("\x1b\x07\u202e") & set(shown.html + shown.text)

    def test_a_figure_that_an_answer_draws_is_closed_again(self, shown):
        import matplotlib.pyplot as plt

        def sigmoid(z):
            plt.figure()
            return stable_sigmoid(z)

        kept = plt.figure()
        check("sigmoid")
        assert plt.get_fignums() == [kept.number]
        plt.close(kept)


class TestAFaultOfOurs:
    def test_is_said_to_be_ours_without_a_traceback(self, shown, monkeypatch):
        def broken(*_):
            raise ZeroDivisionError("in the checker")

        monkeypatch.setattr(engine, "check_here", broken)
        sigmoid = stable_sigmoid  # noqa: F841
        check("sigmoid")
        assert "This is our fault, not yours" in shown.text
        assert "check: ZeroDivisionError: in the checker" in shown.text
        assert "Traceback" not in shown.text

    def test_in_an_exercise_is_neither_recorded_nor_blamed(self, shown, monkeypatch, record):
        monkeypatch.setattr(engine, "draw_cases", lambda *_: 1 / 0)
        sigmoid = stable_sigmoid  # noqa: F841
        check("sigmoid")
        assert shown.text.startswith("[?] The checker failed")
        assert record.events() == []


class TestFurtherAttempts:
    """Observation first, then a hint, then a smaller case, then the worked answer on offer."""

    def attempts(self, shown, count):
        sigmoid = reversed_sigmoid  # noqa: F841
        for _ in range(count):
            check("sigmoid")
        return shown.text

    def test_the_first_offers_nothing(self, shown):
        text = self.attempts(shown, 1)
        assert 'hint("' not in text
        assert 'solution("' not in text

    def test_the_second_offers_a_hint(self, shown):
        assert 'A hint, if you like: hint("sigmoid").' in self.attempts(shown, 2)

    def test_the_third_offers_a_smaller_case(self, shown):
        assert "A smaller case: take only z = -2" in self.attempts(shown, 3)

    def test_a_long_case_is_neither_called_smaller_nor_shown_twice(self, shown):
        forward = lambda X, W1, b1, W2, b2: (X @ W1 + b1) @ W2 + b2  # noqa: E731, F841
        for _ in range(3):
            check("forward")
        assert "A smaller case" not in shown.text
        assert 'hint("forward") goes a step further' in shown.text
        assert shown.text.count("W1 = ") == 1

    def test_the_fourth_offers_the_worked_answer(self, shown):
        assert 'solution("sigmoid") shows the worked answer' in self.attempts(shown, 4)

    def test_no_hint_is_offered_when_none_is_left(self, shown):
        for _ in EXERCISES["sigmoid"].hints:
            hint("sigmoid")
        assert "hint(" not in self.attempts(shown, 4)

    def test_a_pass_begins_the_count_anew(self, shown):
        self.attempts(shown, 3)
        sigmoid = stable_sigmoid  # noqa: F841
        check("sigmoid")
        assert "solution(" not in self.attempts(shown, 1)


class TestInIPython:
    def test_the_names_of_the_notebook_are_looked_up(self):
        import subprocess

        code = (
            "from IPython.core.interactiveshell import InteractiveShell as S\n"
            "s = S.instance()\n"
            "s.run_cell('import numpy as np\\nfrom course_utils.notebook import check\\n'\n"
            "  'predict_label = lambda z: (np.asarray(z) > 0) * 1\\ncheck(\"predict_label\")')\n"
        )
        # IPython warns of a virtual environment that is named here and not the one it is in.
        environment = {key: each for key, each in os.environ.items() if key != "VIRTUAL_ENV"}
        ran = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, env=environment
        )
        assert ran.stdout.startswith("[✓] Passed: predict_label")
        assert ran.stderr == ""


class TestImporting:
    def test_loads_neither_plotting_nor_widgets_nor_ipython(self):
        import subprocess

        code = (
            "import sys; import course_utils.notebook\n"
            "heavy = 'matplotlib', 'IPython', 'ipywidgets', 'anywidget', 'jupyter_client'\n"
            "print([name for name in heavy if name in sys.modules])"
        )
        ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
        assert ran.stdout == "[]\n"
