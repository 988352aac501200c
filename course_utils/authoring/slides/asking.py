"""Questions on slides: the options to vote on, and on a later slide the right one and why."""

from __future__ import annotations

import html
import re

from course_utils.authoring.slides.slide import Slide
from course_utils.catalog import EXERCISES
from course_utils.catalog.questions import QUESTIONS

VOTE = (
    "Everybody chooses alone and shows it at the same moment: fingers, cards or a poll. Then two "
    "minutes with a neighbour who chose otherwise, and a second vote. Say nothing of the answer."
)
VOTE_AGAIN = "Who would now choose otherwise? Ask one of them why."


def words(text: str) -> str:
    """Plain text with `code` between backticks, as markup."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", html.escape(text, quote=False))


def question(id: str, kicker: str, title: str, again: bool = False) -> Slide:
    """The question and its options, the answer only in the notes."""
    asked = QUESTIONS[id]
    options = "".join(
        f'<li><span class="letter">{option.letter}</span><span>{words(option.text)}</span></li>'
        for option in asked.options
    )
    return Slide(
        title="Vote again" if again else title,
        body=f'<p class="asked">{words(asked.text)}</p><ol class="options">{options}</ol>',
        kind="question",
        kicker=kicker,
        source=id,
        ask=[VOTE_AGAIN if again else VOTE],
        expect=_expected(id),
    )


def _expected(id: str) -> list[str]:
    asked = QUESTIONS[id]
    expected = [f"{asked.answer} is right."]
    for option in asked.options:
        if option.letter != asked.answer:
            known = f" ({option.misconception})" if option.misconception else ""
            expected.append(f"{option.letter}{known}: {words(option.why)}")
    return expected


def answer(id: str, kicker: str) -> Slide:
    """The right option and why; what is wrong with the others is in the notes."""
    asked = QUESTIONS[id]
    right = asked.option(asked.answer)
    return Slide(
        title=f"It is {right.letter}",
        body=f'<p class="right"><span class="letter">{right.letter}</span>'
        f"<span>{words(right.text)}</span></p><p>{words(right.why)}</p>",
        kind="answer",
        kicker=kicker,
        source=id,
        say=["Why not the others:", *_expected(id)[1:]],
    )


def stumbles(name: str) -> list[str]:
    """What goes wrong at a checkpoint, by its known mistakes and what to ask then."""
    return [
        f"{words(mistake.id)}: {words(mistake.question)}" for mistake in EXERCISES[name].mistakes
    ]
