"""``predict``, ``reveal`` and ``ask``: questions of the bank, committed to, compared, or marked."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from course_utils.notebook import cards
from course_utils.notebook.answers import MisuseError
from course_utils.notebook.cards import Block, Card, Folded, Line, Look
from course_utils.notebook.classroom import report_answer
from course_utils.notebook.quiet import running_shell
from course_utils.notebook.record import Prediction, the_record
from course_utils.notebook.replies import Given, Reply
from course_utils.notebook.showing import show_safely
from course_utils.words import as_html, did_you_mean, one_line

if TYPE_CHECKING:
    from course_utils.catalog.questions import Question
    from course_utils.notebook.form import Form

PREDICT = Look("?", "Your prediction", cards.BLUE)
QUESTION = Look("?", "Question", cards.BLUE)
ANSWER = Look("=", "Answer", cards.BLUE)
CHOOSE_FIRST = "Choose one of the options first."


def predict(id: Any = None) -> None:
    """Ask for a prediction before the experiment: an option, and how sure you are of it.

    Parameters
    ----------
    id : str
        A question of the bank, ``predict("02.slope_at_zero")``.

    Notes
    -----
    The confidence runs from 1/k for k options, rounded up to a multiple of 5 %, to 100 %: whoever
    takes the likeliest of k options cannot be less sure of it than 1/k, so that lower numbers
    would mean that another option should have been chosen, and a floor at 50 % would force a pure
    guess among four to overstate itself. The slider starts at that lower end, a guess.

    The first commitment counts and cannot be changed. The prediction can be skipped.
    """
    show_safely("predict", lambda: _predicting(find(id, "predict")))


def reveal(id: Any = None) -> None:
    """After the experiment: what you predicted, what is right, and why each option is or is not.

    Parameters
    ----------
    id : str
        A question of the bank, ``reveal("02.slope_at_zero")``.
    """
    show_safely("reveal", lambda: reveal_card(find(id, "reveal")))


def ask(id: Any = None) -> None:
    """Ask a question that is marked at once, with the reason why the chosen option is or is not so.

    Parameters
    ----------
    id : str
        A question of the bank, ``ask("01.double_both")``.
    """
    show_safely("ask", lambda: _asking(find(id, "ask")))


def find(id: Any, verb: str) -> Question:
    """The question with this id; MisuseError, with the nearest one, where there is none."""
    from course_utils.catalog.questions import QUESTIONS

    if not isinstance(id, str):
        raise MisuseError(
            f"{verb} takes the id of a question in quotes, "
            f'such as {verb}("{next(iter(QUESTIONS))}").'
        )
    if id.strip() not in QUESTIONS:
        near = did_you_mean(id[:60], QUESTIONS)
        raise MisuseError(f'{verb}("{one_line(id, 60)}"): there is no question of that id.{near}')
    return QUESTIONS[id.strip()]


def lowest_confidence(question: Question) -> int:
    """Chance level in percent, rounded up to a multiple of 5: 25 for four options, 35 for three."""
    return 5 * math.ceil(100 / len(question.options) / 5)


def reveal_card(question: Question) -> Card:
    """The answer and all reasons, below what was predicted.

    Where nothing was predicted the same content stands folded, to be opened when one has thought.
    """
    made = the_record().prediction(question.id)
    content = [_options(question), *_reasons(question)]
    if made is None:
        unsaid = Folded("No prediction was committed. Open for the answer.", tuple(content))
        return cards.card(ANSWER, question.text, [unsaid])
    return cards.card(ANSWER, question.text, [Line(_said(question, made)), *content])


def _said(question: Question, made: Prediction) -> str:
    matched = "That is right." if made.right else f"The answer is {question.answer}."
    return f"You said {made.letter}, {100 * made.confidence:.0f} % sure. {matched}"


def _options(question: Question) -> Line:
    return Line("\n".join(f"{option.letter}. {option.text}" for option in question.options))


def _reasons(question: Question) -> list[Line]:
    """Why the answer is right, then why each other option is not."""
    right = Line(f"✓ {question.answer} is right. {question.option(question.answer).why}")
    wrong = [option for option in question.options if option.letter != question.answer]
    return [right, *(Line(f"✗ {option.letter} is not. {option.why}") for option in wrong)]


def _spec(question: Question, title: str, lowest: int, **buttons: str) -> dict[str, Any]:
    return {
        "name": question.id,
        "title": title,
        "question": as_html(question.text),
        "options": [{"letter": o.letter, "html": as_html(o.text)} for o in question.options],
        "buttons": [{"name": name, "label": label} for name, label in buttons.items()],
        "lowest": lowest,
    }


def _predicting(question: Question) -> Form | Card:
    static = predict_card(question)
    if running_shell() is None:
        return static
    from course_utils.notebook.form import Form

    spec = _spec(question, "Predict:", lowest_confidence(question), commit="Commit", skip="Skip")
    made = the_record().prediction(question.id)
    first = _committed(question, made) if made else Reply("", locked=False)
    return Form(spec, first, lambda given: commit(question, given), static)


def predict_card(question: Question) -> Card:
    """The question for readers without a kernel."""
    how = "Choose one and settle how sure you are of it before you read on."
    return cards.card(PREDICT, question.text, [_options(question), Line(how)])


def commit(question: Question, given: Given) -> Reply:
    """What the form replies to Commit or Skip; the first commitment is recorded and locked."""
    record = the_record()
    if given.button == "skip":
        trouble = record.add("skip", question.id)
        text = f'Skipped. After the experiment, `reveal("{question.id}")` gives the answer.'
        return Reply(_html(text, trouble), locked=True)
    if not given.letter:
        return Reply(_html(CHOOSE_FIRST), locked=False)
    trouble = ""
    made = record.prediction(question.id)
    if made is None:
        right = given.letter == question.answer
        detail = {"letter": given.letter, "confidence": given.confidence, "right": right}
        trouble = record.add("prediction", question.id, **detail)
        report_answer(question.id, given.letter)
        made = Prediction(question.id, given.letter, given.confidence, right)
    return _committed(question, made, trouble)


def _committed(question: Question, made: Prediction, trouble: str = "") -> Reply:
    percent = round(100 * made.confidence)
    text = (
        f"Committed: {made.letter}, {percent} % sure. "
        f'After the experiment, `reveal("{question.id}")` compares.'
    )
    return Reply(_html(text, trouble), locked=True, letter=made.letter, confidence=percent)


def _asking(question: Question) -> Form | Card:
    static = ask_card(question)
    if running_shell() is None:
        return static
    from course_utils.notebook.form import Form

    spec = _spec(question, "Question:", 0, answer="Check")
    return Form(spec, Reply("", locked=False), lambda given: answer(question, given), static)


def ask_card(question: Question) -> Card:
    """The question for readers without a kernel, its answer folded."""
    folded = Folded("Open for the answer.", tuple(_reasons(question)))
    return cards.card(QUESTION, question.text, [_options(question), folded])


def answer(question: Question, given: Given) -> Reply:
    """What the form replies to an answer: the reason, and all the others once it is right."""
    if not given.letter:
        return Reply(_html(CHOOSE_FIRST), locked=False)
    right = given.letter == question.answer
    trouble = the_record().add("answer", question.id, letter=given.letter, right=right)
    report_answer(question.id, given.letter)
    reason = question.option(given.letter).why
    if not right:
        text = f"✗ {given.letter} is not. {reason} Choose again."
        return Reply(_html(text, trouble), locked=False)
    reasons = [line.text for line in _reasons(question)]
    return Reply(_html(*reasons, trouble), locked=True, letter=given.letter)


def _html(*lines: str) -> str:
    blocks: list[Block] = [Line(line) for line in lines if line]
    return cards.blocks_markup(blocks)
