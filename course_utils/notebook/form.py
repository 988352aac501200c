"""The form of a question: options, a confidence, buttons. It shows and asks; it decides nothing."""

from __future__ import annotations

import pathlib
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

import anywidget
import traitlets

from course_utils.notebook.cards import Card
from course_utils.notebook.replies import Given, Reply

HERE = pathlib.Path(__file__).parent


class Form(anywidget.AnyWidget):
    """A question to be answered with native radio buttons, a slider and buttons.

    Parameters
    ----------
    spec : mapping
        name, title, question (HTML), options (list of letter and html), buttons (list of name and
        label), and lowest, the confidence in percent at which the slider begins (0: no slider).
    reply : Reply
        What is shown to begin with.
    answer : callable
        Takes what was Given when a button is pressed, returns the Reply.
    static : Card
        The same question for readers without a kernel.
    """

    _esm = HERE / "form.js"
    _css = HERE / "form.css"

    spec = traitlets.Dict().tag(sync=True)
    reply = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        spec: Mapping[str, Any],
        reply: Reply,
        answer: Callable[[Given], Reply],
        static: Card,
    ) -> None:
        super().__init__(spec=dict(spec), reply=asdict(reply))
        self._answer = answer
        self._static = static
        self.on_msg(lambda _widget, content, _buffers: self.press(content))

    def press(self, content: Any) -> None:
        """What a press of a button in the browser sends; anything else is not acted on."""
        given = self._given(content)
        if given is not None and not self.reply["locked"]:
            self.reply = asdict(self._answer(given))

    def _given(self, content: Any) -> Given | None:
        if not isinstance(content, dict):
            return None
        letters = [option["letter"] for option in self.spec["options"]]
        buttons = [button["name"] for button in self.spec["buttons"]]
        letter = content.get("letter")
        percent = content.get("confidence")
        if content.get("button") not in buttons or letter not in ["", *letters]:
            return None
        if isinstance(percent, bool) or not isinstance(percent, (int, float)):
            return None
        lowest = self.spec["lowest"]
        return Given(content["button"], letter, min(max(percent, lowest), 100) / 100)

    def __repr__(self) -> str:
        return self._static.plain

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        """The live form, and the question in words for readers without a kernel."""
        data, metadata = super()._repr_mimebundle_(**kwargs)
        static = {"text/html": self._static.markup, "text/plain": self._static.plain}
        return {**data, **static}, metadata
