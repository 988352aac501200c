"""From the cells of a built lesson to its slides.

Each kind of cell has its place, so that most need no tag: a heading opens a slide, a derivation
becomes steps, a figure fills a slide, a prediction is voted on, and prose is said. Three tags in
source/lessons override that:

- ``slide``: the whole text of this cell is shown, or its code although nothing is printed;
- ``slide-notes``: nothing of it is shown, all of it is said;
- ``slide-skip``: it is left out.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from nbformat import NotebookNode

from course_utils.authoring.slides import asking
from course_utils.authoring.slides.content import has_something_to_show, items, summary
from course_utils.authoring.slides.layout import CODE_LINE, Item, bodies, code_lines, text_height
from course_utils.authoring.slides.pictures import figure
from course_utils.authoring.slides.reading import (
    EXHIBIT,
    Piece,
    after_opening,
    pieces,
    question_of,
    sentences,
    what_to_look_for,
)
from course_utils.authoring.slides.slide import Slide

LEFT_OUT = frozenset({"slide-skip", "your-words"})
MOST_CODE = 10
_CALL = re.compile(r'^(predict|reveal|ask|check)\("([^"]+)"\)', re.MULTILINE)
_MINUTES = re.compile(r"^\| (.+?) \| \d+ min \| (\d+) min \|$", re.MULTILINE)


def slides_of(notebook: NotebookNode) -> list[Slide]:
    """The slides of one lesson, in order."""
    text = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    deck = _Deck(dict(_MINUTES.findall(text)))
    cells = [cell for cell in notebook.cells if not LEFT_OUT & set(cell.metadata.get("tags", []))]
    for cell, following in zip(cells, [*cells[1:], None], strict=True):
        if cell.cell_type == "markdown":
            deck.read(cell, following)
        elif cell.cell_type == "code":
            deck.show(cell)
    return deck.slides


class _Deck:
    """The slides so far, and what was read and not yet said."""

    def __init__(self, minutes: dict[str, str]) -> None:
        self.slides: list[Slide] = []
        self.minutes = minutes
        self.section = ""
        self.heading = ""
        self.waiting: list[Piece] = []
        self.predicted_at: dict[str, int] = {}
        self.look = ""  # what to look for in the next cell
        self.exhibit = ""  # how the text calls it

    # Text cells

    def read(self, cell: NotebookNode, following: NotebookNode | None) -> None:
        tags = cell.metadata.get("tags", [])
        read = pieces(cell.source)
        for number, piece in enumerate(read):
            last = number == len(read) - 1
            code_follows = last and following is not None and following.cell_type == "code"
            if piece.level:
                self._enter(piece)
            self.look = what_to_look_for(piece) if code_follows else ""
            self.exhibit = piece.opening.rstrip(".") if EXHIBIT.match(piece.opening) else ""
            if "slide-notes" in tags:
                self._say(piece, code_follows)
            elif code_follows and self._asks_for_work(following):
                self._task(piece, following)
            elif "slide" in tags:
                self._content(piece, everything=True)
            else:
                self._place(piece, code_follows)

    def _enter(self, piece: Piece) -> None:
        self.heading = piece.heading
        if piece.level <= 2:
            self.section = piece.heading

    def _place(self, piece: Piece, code_follows: bool) -> None:
        """A text where its kind belongs."""
        if piece.level == 1:
            self._title(piece)
        elif piece.opening == "By the end you can":
            self._objectives(piece)
        elif self.section == self.slides[0].title and piece.blocks[0].name == "table":
            self._plan(piece)
        elif piece.level == 2 and piece.heading == "What was learned":
            self._learned(piece)
        elif piece.level == 2:
            self._section(piece)
        elif piece.opening.startswith("Figure"):
            self._caption(piece)
        elif piece.opening == "In one line:":
            self._one_line(piece)
        elif piece.opening.startswith("Verdict"):
            self._verdict(piece)
        elif piece.opening == "Next:":
            self._next(piece)
        elif has_something_to_show(piece):
            self._content(piece)
        else:
            self._say(piece, code_follows)

    def _title(self, piece: Piece) -> None:
        opening = str(piece.blocks[0]) if piece.blocks else ""
        self._add(Slide(piece.heading, opening, "title", say=piece.prose()))

    def _objectives(self, piece: Piece) -> None:
        """They stand on the title slide, and the plan of the hour on the next."""
        opening = self.slides[-1]
        wanted = [block for block in piece.blocks if block.name == "ul"]
        opening.body = f"<p>{piece.opening}</p>{wanted[0]}"
        opening.say += [str(block) for block in piece.blocks if block.name == "p"][1:]

    def _plan(self, piece: Piece) -> None:
        """The table of sections, with the minutes of the hour only."""
        rows = "".join(
            f"<tr><td>{section}</td><td>{minutes} min</td></tr>"
            for section, minutes in self.minutes.items()
        )
        head = '<thead><tr><th scope="col">section</th><th scope="col">in class</th></tr></thead>'
        self._add(Slide("The plan", f"<table>{head}<tbody>{rows}</tbody></table>", "plan"))
        self.slides[-1].say = [str(block) for block in piece.blocks if block.name == "p"]

    def _section(self, piece: Piece) -> None:
        prose = [block for block in piece.blocks if block.name == "p"]
        said = [sentence for block in prose for sentence in sentences(block)]
        lead = question_of(said)
        minutes = self.minutes.get(piece.heading)
        body = f'<p class="minutes">{minutes} minutes</p>' if minutes else ""
        self._add(Slide(piece.heading, f'{body}<p class="lead">{lead}</p>', "section"))
        self.slides[-1].kicker = ""
        self.slides[-1].say = piece.prose()
        if has_something_to_show(piece):
            self._content(piece)

    def _content(self, piece: Piece, everything: bool = False) -> None:
        title = summary(piece) or self.heading
        made = [Slide(title, body) for body in bodies(items(piece.blocks, everything))]
        for number, slide in enumerate(made):
            if number:
                slide.title += " (continued)"
            self._add(slide)
        if made and piece.level != 2:
            made[0].say += piece.prose()

    def _caption(self, piece: Piece) -> None:
        shown = next(
            (s for s in reversed(self.slides) if s.kind == "figure" and not s.source), None
        )
        if shown is None:
            return
        first, *rest = piece.blocks
        said = after_opening(first)
        notice = [sentence for sentence in said if "Notice" in sentence]
        shown.source = piece.opening.rstrip(".")
        shown.kicker = f"{self.section} · {shown.source}"
        shown.title = said[0]
        shown.body += f'<p class="notice">{" ".join(notice[:1])}</p>'
        shown.ask.append("What do you see? (Wait before you say what to notice.)")
        shown.expect.append(str(first))
        shown.say += [str(block) for block in rest]

    def _one_line(self, piece: Piece) -> None:
        text = " ".join(after_opening(piece.blocks[0]))
        if re.match(r"[a-z]+\b(?!\()", text):  # a word, and not a symbol such as x(1 - x)
            text = text[:1].upper() + text[1:]
        body = f'<p class="lead">{text}</p>'
        self._add(Slide("In one line", body, "line"))
        self.slides[-1].ask = ["One minute, alone, in writing. Then two or three are read out."]

    def _verdict(self, piece: Piece) -> None:
        text = " ".join(after_opening(piece.blocks[0]))
        verdict = piece.opening.removeprefix("Verdict: ").rstrip(".")
        self._add(Slide(f"Verdict: {verdict}", f"<p>{text}</p>", "verdict"))
        self.slides[-1].say = [str(block) for block in piece.blocks[1:]]

    def _learned(self, piece: Piece) -> None:
        lists = [block for block in piece.blocks if block.name in ("ul", "ol")]
        for block in lists:
            last = block is lists[-1]
            title = (
                "What was learned, in five lines"
                if last
                else "Two sentences, and what became of them"
            )
            self._add(Slide(title, str(block), "learned" if last else "text"))
            self.slides[-1].kicker = ""
        self.slides[-1].say = [str(block) for block in piece.blocks if block.name == "p"]

    def _next(self, piece: Piece) -> None:
        text = piece.blocks[0].decode_contents()
        self.slides[-1].body += f'<p class="next">{" ".join(sentences(piece.blocks[0])[:1])}</p>'
        self.slides[-1].say.append(f"<p>{text}</p>")

    def _task(self, piece: Piece, code: NotebookNode) -> None:
        """A checkpoint: its text, and the cell to fill in or to repair."""
        name = dict(_CALL.findall(code.source))["check"]
        source = _CALL.sub("", code.source).strip()
        shown = items(piece.blocks, everything=True)
        if source:
            shown.append(_pre(source, "code"))
        for body in bodies(shown):
            self._add(Slide(self.heading or "Checkpoint", body, "task", source=name))
        self.slides[-1].ask = [
            f"Everybody in the notebook: {asking.words(f'`check({name!r})`')}. Help with the "
            f"hints, not with the answer."
        ]
        self.slides[-1].expect = asking.stumbles(name)

    def _say(self, piece: Piece, code_follows: bool) -> None:
        if code_follows or not self.slides:
            self.waiting.append(piece)
        else:
            self.slides[-1].say += piece.prose()

    @staticmethod
    def _asks_for_work(cell: NotebookNode) -> bool:
        return any(name == "check" for name, _ in _CALL.findall(cell.source))

    # Code cells

    def show(self, cell: NotebookNode) -> None:
        for call, name in _CALL.findall(cell.source):
            handle: dict[str, Callable[[str], None]] = {
                "predict": self._predict,
                "reveal": self._reveal,
                "ask": self._ask,
            }
            if call in handle:
                handle[call](name)
        if _CALL.search(cell.source):
            return  # what these print or draw is about a learner's own answer
        for output in cell.outputs:
            if "image/png" in output.get("data", {}):
                self._add(figure(output, self.heading))
        printed = "".join(o.text for o in cell.outputs if o.output_type == "stream")
        if printed or "slide" in cell.metadata.get("tags", []):
            self._experiment(cell.source, printed.rstrip())

    def _predict(self, name: str) -> None:
        self._add(asking.question(name, self.section, "What do you think?"))
        self.predicted_at[name] = len(self.slides)

    def _reveal(self, name: str) -> None:
        if len(self.slides) > self.predicted_at[name]:
            self._add(asking.question(name, self.section, "", again=True))
        self._add(asking.answer(name, self.section))

    def _ask(self, name: str) -> None:
        self._predict(name)
        self._reveal(name)

    def _experiment(self, source: str, printed: str) -> None:
        source = re.sub(r"\n{3,}", "\n\n", source)
        look = self.look
        code = _pre(source, "code")
        result = [_pre(printed, "printed")] if printed else []
        lead = [Item("p", look, text_height(look), "look", keep=True)] if look else []
        short = code_lines(source) <= MOST_CODE
        title = "Try it" if self.heading.startswith("The derivation") else self.heading
        title = self.exhibit or title
        pages = bodies([*lead, code, *result] if short or not result else [*lead, *result])
        if len(pages) > 1:
            pages = [*bodies([*lead, code]), *bodies([*lead, *result])]
        for body in pages:
            self._add(Slide(title, body, "experiment"))
        if 'fragment"' in pages[-1] or len(pages) > 1:
            self.slides[-len(pages)].ask = [
                "What will it print? (The output comes with the next key.)"
            ]

    def _add(self, slide: Slide) -> None:
        if not slide.kicker and slide.title != self.section:
            slide.kicker = self.section
        for piece in self.waiting:
            slide.say = piece.prose() + slide.say
        self.waiting = []
        self.slides.append(slide)


def _pre(text: str, kind: str) -> Item:
    """Code, and then, at a press of a key, what it printed."""
    height = CODE_LINE * code_lines(text) + 40
    return Item("pre", html.escape(text, quote=False), height, kind, step=True)
