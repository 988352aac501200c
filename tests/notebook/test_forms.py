"""Predictions that are committed to and compared, and questions that are marked at once."""

from __future__ import annotations

import pytest

from course_utils.catalog import questions as bank
from course_utils.catalog.questions import Option, Question, merged
from course_utils.notebook import ask, forms, predict, progress, reveal

FOUR = Question(
    "02.four",
    "02",
    "What is `σ(0)`?",
    (
        Option("A", "0", "The log-odds are 0, not the probability."),
        Option("B", "½", "Even odds."),
        Option("C", "1", "That is the limit."),
        Option("D", "<e>", "Larger than 1."),
    ),
    "B",
)


@pytest.fixture(autouse=True)
def _bank(monkeypatch):
    monkeypatch.setattr(bank, "_bank", lambda: {FOUR.id: FOUR})


@pytest.fixture
def form(shown, monkeypatch):
    """Makes the live form of a question, as in a notebook."""
    monkeypatch.setattr(forms, "running_shell", lambda: object())

    def make(function):
        function("02.four")
        return shown[-1]

    return make


def press(form, button, letter="", confidence=0):
    form.press({"button": button, "letter": letter, "confidence": confidence})
    return form.reply


class TestPredict:
    def test_locks_and_records_what_was_committed(self, form, record):
        reply = press(form(predict), "commit", "C", 70)
        assert reply["locked"]
        assert "Committed: C, 70 % sure." in reply["html"]
        (made,) = record.predictions()
        assert (made.letter, made.confidence, made.right) == ("C", 0.7, False)

    def test_takes_no_second_choice(self, form, record):
        first = form(predict)
        press(first, "commit", "C", 70)
        press(first, "commit", "B", 100)
        press(form(predict), "commit", "B", 100)
        assert [made.letter for made in record.predictions()] == ["C"]

    def test_shows_the_commitment_when_run_again(self, form):
        press(form(predict), "commit", "C", 70)
        again = form(predict).reply
        assert (again["locked"], again["letter"], again["confidence"]) == (True, "C", 70)

    def test_asks_for_an_option_first(self, form, record):
        reply = press(form(predict), "commit", "", 70)
        assert not reply["locked"]
        assert "Choose one of the options first." in reply["html"]
        assert record.events() == []

    def test_can_be_skipped(self, form, record):
        assert press(form(predict), "skip")["locked"]
        assert [event.kind for event in record.events()] == ["skip"]
        assert record.predictions() == []

    @pytest.mark.parametrize(
        "content",
        [
            None,
            "commit",
            {},
            {"button": "explode", "letter": "A", "confidence": 70},
            {"button": "commit", "letter": "Z", "confidence": 70},
            {"button": "commit", "letter": "A", "confidence": "70"},
            {"button": "commit", "letter": "A", "confidence": True},
            {"button": "commit", "letter": "A"},
        ],
    )
    def test_does_not_act_on_messages_that_make_no_sense(self, form, record, content):
        shown = form(predict)
        shown.press(content)
        assert not shown.reply["locked"]
        assert record.events() == []

    @pytest.mark.parametrize(("sent", "kept"), [(0, 0.25), (1e9, 1.0), (-5, 0.25)])
    def test_keeps_the_confidence_between_chance_and_certainty(self, form, record, sent, kept):
        press(form(predict), "commit", "A", sent)
        assert record.predictions()[0].confidence == kept

    @pytest.mark.parametrize(("options", "lowest"), [(2, 50), (3, 35), (4, 25), (5, 20), (6, 20)])
    def test_begins_the_scale_at_chance(self, options, lowest):
        letters = "ABCDEF"[:options]
        many = Question("02.n", "02", "?", tuple(Option(x, x, x) for x in letters), "A")
        assert forms.lowest_confidence(many) == lowest

    def test_shows_question_and_options_to_a_reader_without_a_kernel(self, form):
        data, _ = form(predict)._repr_mimebundle_()
        for kind in ("text/plain", "text/html"):
            assert "What is " in data[kind]
            assert "A. 0" in data[kind]
        assert "<code>σ(0)</code>" in data["text/html"]
        assert "D. &lt;e&gt;" in data["text/html"]
        assert "Even odds" not in data["text/html"] + data["text/plain"]

    def test_has_the_same_static_form_before_and_after_the_commitment(self, form):
        before = form(predict)._repr_mimebundle_()[0]["text/html"]
        press(form(predict), "commit", "C", 70)
        assert form(predict)._repr_mimebundle_()[0]["text/html"] == before


class TestReveal:
    def test_compares_with_what_was_said(self, form, shown):
        press(form(predict), "commit", "C", 70)
        reveal("02.four")
        assert "You said C, 70 % sure. The answer is B." in shown.text

    def test_confirms_a_right_prediction(self, form, shown):
        press(form(predict), "commit", "B", 95)
        reveal("02.four")
        assert "You said B, 95 % sure. That is right." in shown.text

    def test_gives_the_reason_for_every_option(self, form, shown):
        press(form(predict), "commit", "C", 70)
        reveal("02.four")
        assert "✓ B is right. Even odds." in shown.text
        for option in FOUR.options:
            assert option.why in shown.text

    def test_tells_the_whole_content_to_those_who_said_nothing(self, shown):
        reveal("02.four")
        for option in FOUR.options:
            assert option.why in shown.text
            assert option.why in shown.html

    def test_is_the_same_for_those_who_skipped(self, form, shown):
        reveal("02.four")
        unanswered = shown.html
        press(form(predict), "skip")
        reveal("02.four")
        assert shown.html == unanswered


class TestAsk:
    def test_says_at_once_why_an_option_is_wrong_and_lets_one_choose_again(self, form, record):
        reply = press(form(ask), "answer", "A")
        assert "A is not. The log-odds are 0, not the probability." in reply["html"]
        assert not reply["locked"]

    def test_explains_every_option_once_the_right_one_is_found(self, form):
        reply = press(form(ask), "answer", "B")
        assert reply["locked"]
        for option in FOUR.options:
            assert option.why in reply["html"]

    def test_is_recorded(self, form, record):
        shown = form(ask)
        press(shown, "answer", "A")
        press(shown, "answer", "B")
        assert [event.detail["right"] for event in record.events("answer")] == [False, True]

    def test_asks_for_no_confidence(self, form):
        assert form(ask).spec["lowest"] == 0


class TestTheId:
    @pytest.mark.parametrize("function", [predict, reveal, ask])
    def test_with_a_slip_is_answered_by_the_nearest_one(self, shown, function):
        function("02.for")
        assert 'there is no question of that id. Did you mean "02.four"?' in shown.text

    @pytest.mark.parametrize("function", [predict, reveal, ask])
    def test_that_is_no_text_is_explained(self, shown, function):
        function(2)
        assert f'such as {function.__name__}("02.four")' in shown.text


class TestTheBank:
    def test_refuses_two_questions_of_one_id(self):
        with pytest.raises(ValueError, match=r"two questions have the id 02\.four"):
            merged([[FOUR], {FOUR.id: FOUR}])

    def test_refuses_an_answer_that_is_no_option(self):
        with pytest.raises(ValueError, match="answer 'Z' is not one of"):
            Question("02.x", "02", "?", FOUR.options, "Z")

    def test_refuses_an_id_of_another_lesson(self):
        with pytest.raises(ValueError, match=r'must begin with "03\."'):
            Question("02.x", "03", "?", FOUR.options, "A")

    def test_refuses_a_letter_used_twice(self):
        with pytest.raises(ValueError, match="two options or more"):
            Question("02.x", "02", "?", (FOUR.options[0],) * 2, "A")


class TestProgress:
    def test_sums_up_the_predictions(self, form, shown, record):
        press(form(predict), "commit", "B", 70)
        record.add("prediction", "02.other", letter="A", confidence=0.9, right=False)
        progress()
        assert "Predictions: 2; 80 % sure on average, 50 % right." in shown.text

    def test_shows_best_status_attempts_hints_and_solutions(self, shown, record):
        for status in ("failed", "unstable", "failed"):
            record.add("attempt", "logit", status=status)
        record.add("hint", "logit", step=1)
        record.add("solution", "logit")
        progress()
        (row,) = [line for line in shown.text.split("\n") if line.startswith("  logit ")]
        cells = [cell.strip() for cell in row.strip().split("  ") if cell]
        assert cells == ["logit", "≈ Right, but not stable", "3", "1 of 3", "seen"]

    def test_says_where_the_record_is_and_how_to_delete_it(self, shown, record):
        progress()
        assert str(record.path) in shown.text
        assert "delete that file" in shown.text

    def test_of_a_beginner_is_friendly(self, shown):
        progress()
        assert "No exercise has been checked yet." in shown.text
        assert "No prediction has been committed yet." in shown.text
