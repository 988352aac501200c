"""Reading a text cell: what it says, cut where another slide may begin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, Tag

EXHIBIT = re.compile(r"^Exhibit [A-Z]\.$")
OPENINGS = re.compile(
    r"^(Figure \d+\.\d+\.|Exhibit [A-Z]\.|In one line:|Verdict: .+|Next:|By the end you can)$"
)
MINUTES_ALONE = re.compile(r"^\d+ minutes$")  # below a heading; not those of the class
_FORMULA = re.compile(r"^\$\$(.+)\$\$$", re.DOTALL)
_SENTENCE_END = re.compile(r"(?<=[.?!])(?:</\w+>)*(?:\))?\s+(?=[A-Z(<*“\"σδ0-9])")
FEW_WORDS = 200  # characters: a paragraph that can stand above an experiment
SHORT = 40  # characters: a sentence that says too little by itself


@dataclass
class Piece:
    """A heading or an opening in bold, and the blocks below it."""

    level: int = 0
    heading: str = ""
    opening: str = ""
    blocks: list[Tag] = field(default_factory=list)

    def prose(self) -> list[str]:
        """The paragraphs as markup, for the notes; formulas stand among them."""
        return [str(block) for block in self.blocks]


def pieces(markdown: str) -> list[Piece]:
    """The pieces of a text cell, in order."""
    found: list[Piece] = []
    for block in _blocks(markdown):
        if block.name in ("h1", "h2", "h3", "h4"):
            found.append(Piece(int(block.name[1]), block.decode_contents().strip()))
            continue
        opening = _opening(block)
        if opening or not found:
            found.append(Piece(opening=opening))
        found[-1].blocks.append(block)
    return found


def _blocks(markdown: str) -> Iterator[Tag]:
    from nbconvert.filters.markdown_mistune import markdown2html_mistune

    page = BeautifulSoup(markdown2html_mistune(markdown), "html.parser")
    for mark in page.select("a.anchor-link"):
        mark.decompose()
    for link in page.find_all("a"):  # a slide is looked at: no link, and nothing to fetch
        link.unwrap()
    page.smooth()
    for block in page.find_all(True, recursive=False):
        if not MINUTES_ALONE.match(block.get_text()):
            yield block


def _opening(block: Tag) -> str:
    first = block.contents[0] if block.name == "p" and block.contents else None
    if isinstance(first, Tag) and first.name == "strong":
        text = first.get_text()
        return text if OPENINGS.match(text) else ""
    return ""


def after_opening(block: Tag) -> list[str]:
    """The sentences of a paragraph that follow its opening in bold."""
    whole = block.decode_contents().strip()
    return [part for part in _sentences(whole[len(str(block.contents[0])) :]) if part]


def formula(block: Tag) -> str:
    """The LaTeX of a displayed formula, or "" for any other block."""
    found = _FORMULA.match(block.get_text().strip()) if block.name == "p" else None
    return found[1].strip() if found else ""


def sentences(block: Tag) -> list[str]:
    """The sentences of a paragraph, each as markup."""
    return _sentences(block.decode_contents())


def _sentences(markup: str) -> list[str]:
    markup = " ".join(markup.split())
    return [whole for part in _SENTENCE_END.split(markup) if (whole := _balanced(part))]


def _balanced(part: str) -> str:
    """A sentence whose marks are closed, although a neighbour may have opened or closed them."""
    return BeautifulSoup(part, "html.parser").decode().strip()


def question_of(said: list[str]) -> str:
    """What a section is about: its last question, else how it begins; never a few words alone."""
    whole = re.compile(r"[^(].*[.?!]", re.DOTALL)  # no aside, and not what leads to a formula
    said = [sentence for sentence in said if whole.fullmatch(re.sub(r"<[^>]*>", "", sentence))]
    asked = [number for number, sentence in enumerate(said) if sentence.endswith("?")]
    if not asked:
        return " ".join(said[: 1 if said and len(said[0]) > SHORT else 2])
    last = asked[-1]
    return " ".join(said[last - (last > 0 and len(said[last]) < SHORT) : last + 1])


def what_to_look_for(piece: Piece) -> str:
    """The words before an experiment, or their end: by the house's style, what to look for."""
    last = piece.blocks[-1] if piece.blocks else None
    if last is None or last.name != "p" or formula(last):
        return ""
    said = after_opening(last) if piece.opening else sentences(last)
    said = [sentence for sentence in said if not sentence.startswith("(")] or said
    if sum(map(len, said)) <= FEW_WORDS:
        return " ".join(said)
    return " ".join(said[-1:] if len(said[-1]) > SHORT else said[-2:])
