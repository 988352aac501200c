"""What lesson 06 says is true, its trials are judged fairly, and its form is kept."""

from __future__ import annotations

import re
from itertools import product

import nbformat
import numpy as np
import pytest
from lesson_form import SOURCE, LessonForm, lesson_text
from test_break_the_checker import usual_three

from course_utils.catalog import EXERCISES
from course_utils.catalog.break_the_checker import judge_assertions
from course_utils.catalog.checkpoints_06 import HEADS, STARTS
from course_utils.catalog.claims import VERDICTS
from course_utils.catalog.claims_elsewhere import CHOICE, CORNER
from course_utils.catalog.softmax_bank import RIGHT, WRONG
from course_utils.catalog.trials import CLAIMS, TRIALS, question_for
from course_utils.checking.engine import check
from course_utils.checking.local import local_value
from course_utils.checking.verdict import Status
from course_utils.data import spirals, split_digits
from course_utils.experiments import dead_units, overconfidence, slopes
from course_utils.experiments.digits_runs import digits_accuracies, epochs_to_reach
from course_utils.experiments.training import train

NAME = "06_claims_on_trial"
NOTEBOOKS = SOURCE.parent / "notebooks"
LINK = re.compile(r"\[lesson (\d\d), section (\d+)\]\((\S+?)\.ipynb\)")


@pytest.fixture(scope="module")
def text():
    return lesson_text(NAME)


def headings(lesson: str) -> list[str]:
    cells = nbformat.read(NOTEBOOKS / f"{lesson}.ipynb", as_version=4).cells
    lines = [line for c in cells if c.cell_type == "markdown" for line in c.source.split("\n")]
    return [line[3:] for line in lines if line.startswith("## ")]


def row(number: int, claim) -> str:
    """One line of the table under a trial, as it stands in the lesson's source."""
    verdict = claim.verdict
    if claim.arguable:
        verdict += f" (also: {', '.join(claim.arguable)})"
    here = claim.lesson == NAME
    evidence = f"exhibit {claim.exhibits}" if here else f"[{claim.place}]({claim.link})"
    return f"# | {number} | {verdict} | {claim.correction} | {evidence} |"


def right_answer(trial) -> dict:
    return {n: (c.verdict, c.exhibits[0]) for n, c in enumerate(trial.claims, 1)}


def verdict_on(name: str, answer):
    return check(EXERCISES[name], local_value(answer))


def every_trial(function):
    return pytest.mark.parametrize("trial", TRIALS, ids=lambda trial: trial.name)(function)


class TestForm(LessonForm):
    name = NAME
    minutes = (185, 107)
    predictions = 8
    claims = frozenset(
        {"relu-no-derivative", "one-layer-suffices", "confidence-is-chance", "relu-still-preferred"}
    )


class TestTheText:
    @every_trial
    def test_puts_every_claim_in_the_words_of_the_bank(self, text, trial):
        listed = [f'# {n}. "{claim.statement}"' for n, claim in enumerate(trial.claims, 1)]
        assert "\n".join(listed) in text

    def test_tries_all_claims_of_the_bank(self, text):
        tried = [claim.slug for trial in TRIALS for claim in trial.claims]
        assert sorted([*tried, CORNER.slug, CHOICE.slug]) == sorted(CLAIMS)
        words = " ".join(line.removeprefix("# ") for line in text.split("\n"))
        for claim in (CORNER, CHOICE):
            assert f'"{claim.statement}"' in words

    @every_trial
    def test_unfolds_verdict_correction_and_evidence_of_each_claim(self, text, trial):
        rows = [row(n, claim) for n, claim in enumerate(trial.claims, 1)]
        assert "\n".join(rows) in text

    def test_has_an_exhibit_for_each_letter_of_a_trial(self, text):
        letters = re.findall(r"\*\*Exhibit ([A-Z])\.\*\*", text)
        assert letters == [letter for trial in TRIALS for letter in trial.exhibits]

    def test_explains_the_verdicts(self, text):
        table = re.findall(r"^# \| ([a-z ]+) \| ([^|]+) \|$", text, re.MULTILINE)
        assert [word for word, _ in table if word in VERDICTS] == list(VERDICTS)

    def test_its_links_name_sections_that_exist(self, text):
        found = LINK.findall(text)
        assert len(found) > 20
        for lesson, section, name in found:
            assert name[:2] == lesson
            assert [h for h in headings(name) if h.startswith(f"{section}. ")]

    @pytest.mark.parametrize("lines", [HEADS, STARTS], ids=["output heads", "starts"])
    def test_the_decision_sheet_has_choice_and_evidence_in_each_line(self, text, lines):
        for task, choice in lines.items():
            (evidence,) = re.findall(
                rf"^# \| {task} \| {re.escape(choice)} \| (.+) \|$", text, re.M
            )
            assert "lesson" in evidence or "figure 6.1" in evidence or "the table" in evidence
            assert f'    "{task}": ...,' in text


class TestTrials:
    @every_trial
    def test_the_verdicts_of_the_bank_pass(self, trial):
        assert verdict_on(trial.name, right_answer(trial)).status is Status.PASSED

    @every_trial
    def test_what_can_be_defended_passes_too_however_it_is_typed(self, trial):
        for n, claim in enumerate(trial.claims, 1):
            for word, exhibit in product(claim.arguable, claim.exhibits):
                answer = right_answer(trial) | {n: [f" {word.title()} ", exhibit.lower()]}
                assert verdict_on(trial.name, answer).status is Status.PASSED

    @every_trial
    def test_every_other_verdict_is_answered_by_its_own_question(self, trial):
        for n, claim in enumerate(trial.claims, 1):
            for word in set(VERDICTS) - {claim.verdict, *claim.arguable}:
                found = verdict_on(trial.name, right_answer(trial) | {n: (word, claim.exhibits[0])})
                assert found.status is Status.FAILED
                assert found.misconception == f"{claim.slug}: {word}"
                assert found.question == question_for(claim, word)
                assert found.question
                assert f"Claim {n}: «{word}»" in found.message

    @every_trial
    def test_a_right_verdict_on_other_evidence_is_sent_back(self, trial):
        for n, claim in enumerate(trial.claims, 1):
            for exhibit in set(trial.exhibits) - set(claim.exhibits):
                found = verdict_on(trial.name, right_answer(trial) | {n: (claim.verdict, exhibit)})
                assert found.status is Status.FAILED
                assert trial.exhibits[exhibit] in found.message
                assert found.misconception == f"{claim.slug}: exhibit"

    @every_trial
    def test_the_first_claim_judged_otherwise_is_the_one_that_is_spoken_of(self, trial):
        worst = dict.fromkeys(right_answer(trial), ("nonsense", "A"))
        found = verdict_on(trial.name, worst)
        assert found.message.startswith(f"0 of {len(trial.claims)} claims are decided. Claim 1:")
        assert not found.question

    @pytest.mark.parametrize(
        ("answer", "words"),
        [
            ([("right", "A")], "A dict claim → (verdict, exhibit) is asked for, not a list."),
            ({9: ("right", "A")}, "There is no claim 9; they are 1 to 4."),
            ({1: ("imprecise", "A")}, "Still to judge: 2, 3, 4."),
            ({1: "imprecise"}, "Claim 1: a pair is asked for"),
            ({1: ("A", "imprecise")}, "Claim 1: a pair is asked for"),
            ({1: ("too far", "A")}, "Claim 1: 'too far' is not one of the verdicts right, needs"),
            ({1: ("imprecise", "AB")}, "Claim 1: 'AB' is not one of the letters A, B, C, D."),
            ({1: ("imprecise", "Z")}, "one of the letters A, B, C, D."),
            ({1: (np.ones(2), None)}, "Claim 1: a pair is asked for"),
        ],
    )
    def test_an_answer_of_another_form_is_told_the_form(self, answer, words):
        found = verdict_on("trial_leaks", answer)
        assert found.status is Status.FAILED
        assert words in found.message

    @every_trial
    def test_the_last_hint_names_the_section_of_every_claim(self, trial):
        for n, claim in enumerate(trial.claims, 1):
            assert f"{n} in {claim.place}" in trial.exercise().hints[-1]

    def test_a_chain_that_fades_though_all_are_on_decides_about_vanishing_gradients_too(self):
        answer = right_answer(TRIALS[2]) | {2: ("goes too far", "A")}
        assert verdict_on("trial_rectifiers", answer).status is Status.PASSED

    def test_the_blank_is_no_attempt(self):
        assert verdict_on("trial_leaks", {1: ..., 2: ...}).status is Status.NOT_ATTEMPTED


class TestTheDecisionSheet:
    @pytest.mark.parametrize(("name", "lines"), [("output_lines", HEADS), ("hidden_lines", STARTS)])
    def test_its_lines_pass(self, name, lines):
        assert verdict_on(name, lines).status is Status.PASSED

    @pytest.mark.parametrize(
        ("name", "task", "choice", "mistake"),
        [
            ("output_lines", "which of these three tags are true of it", "softmax", "X38"),
            ("output_lines", "will this patient come back, yes or no", "softmax", "X19"),
            ("output_lines", "how many degrees warmer or colder", "softplus", "R33"),
            ("output_lines", "how many degrees warmer or colder", "sigmoids", "R33"),
            ("output_lines", "how many metres long", "identity", "D1"),
            ("hidden_lines", "new data, nothing tried yet", "He", "D2"),
            ("hidden_lines", "ReLU, many layers", "Xavier", "D3"),
            ("hidden_lines", "tanh, many layers", "He", "D4"),
            ("hidden_lines", "σ, eight layers", "Xavier", "D5"),
            ("hidden_lines", "Leaky ReLU with a large slope", "He", "R30"),
            ("hidden_lines", "two hidden layers, no reason to prefer one", "He", "D6"),
            ("hidden_lines", "inputs all positive, units die", "He", "D7"),
        ],
    )
    def test_a_known_mistake_is_named(self, name, task, choice, mistake):
        lines = HEADS if name == "output_lines" else STARTS
        found = verdict_on(name, lines | {task: choice})
        assert found.status is Status.FAILED
        assert found.misconception == mistake

    def test_a_wrong_line_is_spoken_of_before_the_lines_that_are_still_open(self):
        """The question that follows is about the line that was named."""
        some = dict.fromkeys(STARTS, ...) | {"ReLU, many layers": "He", "tanh, many layers": "He"}
        found = verdict_on("hidden_lines", some)
        assert found.message == "1 of 7 are right. tanh, many layers: He is not it."
        assert found.misconception == "D4"

    def test_lines_with_commas_in_them_are_told_apart(self):
        some = STARTS | {"ReLU, many layers": ..., "tanh, many layers": ...}
        found = verdict_on("hidden_lines", some)
        assert found.message == "Still to answer: ReLU, many layers; tanh, many layers."


class TestNumbersInTheProse:
    def test_section_1_half_a_million_pre_activations_and_no_zero(self):
        digits = split_digits(centring="mean")
        assert 500_000 < 6 * 64 * len(digits.training.X) < 600_000
        count = {"zeros": lambda net: np.sum(net.pre_activations(digits.training.X)[0] == 0)}
        run = train(*digits.training, (64,), held_out=digits.held_out, record=count, epochs=5)
        assert sum(run.recorded["zeros"]) == 0
        assert run.held_out_accuracies[-1] > 0.9

    def test_section_2_spirals_and_digits(self):
        on_spirals, digits = spirals(turns=1.0), split_digits(centring="standard", seed=0)
        line, bent = (
            train(*on_spirals, h, rate=0.3, momentum=0.9, epochs=60).accuracies[-1]
            for h in ((), (32, 32))
        )
        assert 0.5 < line < 0.6
        assert bent > 0.98
        line, bent = (
            train(*digits.training, h, momentum=0.9, held_out=digits.held_out).held_out_accuracies
            for h in ((), (64,))
        )
        assert bent[-1] - line[-1] == pytest.approx(0.01, abs=0.006)

    def test_section_2_pieces(self):
        """A tent folded ten times by hand, and corners counted: units and one more."""
        x = np.linspace(0, 1, 2**12 + 1)
        y = x
        for _ in range(10):
            y = 1 - np.abs(2 * y - 1)
        assert 1 + np.count_nonzero(np.diff(np.sign(np.diff(y)))) == 1024
        assert 1024 - 1 == 1023
        assert 20 + 1 == 21

    def test_section_4_what_weights_leave(self):
        assert round(0.9**10, 2) == 0.35
        assert 0.5**10 < 0.001

    def test_section_4_two_starts_and_two_rates(self):
        assert digits_accuracies("relu", 7, 0.08, 0.1, epochs=10)[-1] < 0.15
        assert digits_accuracies("relu", 7, 2**0.5, 0.1, epochs=10)[-1] > 0.95
        needed = {
            (name, rate): epochs_to_reach(0.95, name, 2, gain, rate, most=8)
            for name, gain in (("tanh", 1), ("relu", 2**0.5))
            for rate in (0.1, 0.3)
        }
        assert needed["tanh", 0.1] == needed["relu", 0.1]
        assert needed["tanh", 0.3] == needed["relu", 0.3] < needed["relu", 0.1]

    def test_section_5_slopes_and_dead_units(self):
        accuracy = dict(
            zip(slopes.SLOPES, np.median(slopes.stored_accuracies(), axis=1), strict=True)
        )
        assert min(accuracy[a] for a in (-1, -0.5, 0, 0.1, 0.5)) > 0.99
        assert accuracy[0.95] - accuracy[1] < 0.06
        plain, leaky = (dead_units.stored_runs()[dead_units.key(2.0, False, a)] for a in (0, 0.01))
        assert plain.always_negative[-1] == 64
        assert leaky.always_negative[-1] == 44
        assert 44 / 64 > 2 / 3
        assert round(leaky.accuracies[-1], 2) == 0.97
        assert "97 digits in a hundred" in CLAIMS["leaky-solves-dying"].rejected

    def test_section_6_ten_points_too_sure_until_cooled(self):
        found = overconfidence.digits_logits()
        assert len(found.test) == 1347
        accuracy, confidence, _ = overconfidence.sureness(found.test, found.test_labels)
        assert (round(accuracy, 2), round(confidence, 2)) == (0.83, 0.93)
        T = overconfidence.chosen_temperature(found)
        _, confidence, _ = overconfidence.sureness(found.test, found.test_labels, T)
        assert round(confidence, 2) == 0.83

    @pytest.mark.parametrize(
        ("name", "gain"), [("tanh", 1), ("relu", 2**0.5), ("leaky_relu", 2**0.5)]
    )
    def test_section_7_the_start_decides_in_the_deep_network_only(self, name, gain):
        def reached(depth, g):
            return digits_accuracies(name, depth, g, 0.3, epochs=10)[-1]

        assert 0.95 < reached(2, 0.08) < 0.985
        assert 0.95 < reached(2, gain) < 0.985
        assert reached(7, gain) > 0.95
        assert reached(7, 0.08) < 0.15

    def test_section_8_the_banks_and_the_first_attempt(self, text):
        assert f"They are run on {len(WRONG)} wrong softmaxes and on {len(RIGHT)} right ones" in (
            " ".join(text.replace("\n# ", " ").split())
        )
        assert judge_assertions(usual_three).share == pytest.approx(1 / 3)
