"""What a learner sees: a card of lines, tables and code, as HTML and as plain text.

The page's own colours are kept for text and background, so that a card is readable in a light and
in a dark theme and where style sheets are stripped; colour only tints the border and the symbol,
which always stand beside a word that says the same.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from course_utils.words import as_html, bare


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence or two; `code` between backticks is set as code unless the text is ``foreign``."""

    text: str
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    """Text to be shown letter by letter, with a few words before it."""

    caption: str
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a header, all of them text; ``caption`` says what they are."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Folded:
    """Blocks that a reader opens (in plain text they simply follow)."""

    summary: str
    blocks: tuple[Line | Code | Table, ...]


Block = Line | Code | Table | Folded


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind of card is marked: a symbol, words, and the colour of its border."""

    symbol: str
    words: str
    colour: str


GREEN = "var(--jp-success-color1, #2e8b57)"
AMBER = "var(--jp-warn-color1, #c77700)"
RED = "var(--jp-error-color1, #d9453d)"
BLUE = "var(--jp-info-color1, #2c86b8)"
GREY = "var(--jp-border-color0, #808080)"
NOTE = Look("i", "Note", BLUE)

_NO_MATH = "tex2jax_ignore mathjax_ignore"  # a dollar in an error message is a dollar
_LINE = "1px solid var(--jp-border-color1, #808080)"
_BOX = "border-left: 4px solid {colour}; padding: 0.3em 0 0.3em 0.9em; margin: 0.4em 0;"
_TEXT = "margin: 0.3em 0; max-width: 46em;"
_TABLE = "border-collapse: collapse; margin: 0.4em 0;"
_CAPTION = "text-align: left; caption-side: top; padding: 0; color: inherit;"
_CELL = f"border: {_LINE}; padding: 0.15em 0.7em; text-align: left; vertical-align: top;"
_PRE = f"border-left: {_LINE}; margin: 0.2em 0; padding-left: 0.7em; white-space: pre-wrap;"
_MONO = "font-family: var(--jp-code-font-family, monospace);"


class Card:
    """A finished card; any front end picks the form that it can show."""

    def __init__(self, plain: str, markup: str) -> None:
        self.plain = plain
        self.markup = markup

    def __repr__(self) -> str:
        return self.plain

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return {"text/html": self.markup, "text/plain": self.plain}


def card(look: Look, subject: str, blocks: Sequence[Block]) -> Card:
    """A card about ``subject``: its heading is the look's symbol and words, then the subject."""
    heading = bare(f"{look.words}: {subject}" if subject else look.words)
    plain = "\n".join([f"[{look.symbol}] {heading}", *map(_plain, blocks)])
    markup = (
        f'<div class="{_NO_MATH}" role="group" aria-label="{html.escape(heading, quote=True)}" '
        f'style="{_BOX.format(colour=look.colour)}">'
        f'<p style="{_TEXT}"><span aria-hidden="true" style="color: {look.colour}; '
        f'font-weight: bold;">{look.symbol}</span> <strong>{html.escape(look.words)}</strong>'
        f"{': ' + as_html(subject) if subject else ''}</p>"
        f"{''.join(map(_markup, blocks))}</div>"
    )
    return Card(plain, markup)


def note(*lines: str) -> Card:
    """A neutral card: something to know, such as how a function is to be called."""
    return card(NOTE, lines[0], [Line(line) for line in lines[1:]])


def blocks_markup(blocks: Sequence[Block]) -> str:
    """The HTML of blocks alone, for use within a form."""
    return "".join(map(_markup, blocks))


def blocks_plain(blocks: Sequence[Block]) -> str:
    """The plain text of blocks alone."""
    return "\n".join(map(_plain, blocks))


def _plain(block: Block) -> str:
    if isinstance(block, Line):
        return block.text if block.foreign else bare(block.text)
    if isinstance(block, Code):
        return "\n".join([block.caption, *(f"    {line}" for line in block.text.split("\n"))])
    if isinstance(block, Folded):
        return "\n".join([block.summary, *map(_plain, block.blocks)])
    rows = [tuple(map(bare, row)) for row in (block.header, *block.rows)]
    widths = [max(len(row[k]) for row in rows) for k in range(len(block.header))]
    lines = [
        "  "
        + "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    return "\n".join([block.caption, *lines] if block.caption else lines)


def _markup(block: Block) -> str:
    if isinstance(block, Line):
        return f'<p style="{_TEXT}">{as_html(block.text, code=not block.foreign)}</p>'
    if isinstance(block, Code):
        return (
            f'<p style="{_TEXT}">{as_html(block.caption)}</p>'
            f'<pre style="{_PRE} {_MONO}">{html.escape(block.text)}</pre>'
        )
    if isinstance(block, Folded):
        inner = "".join(map(_markup, block.blocks))
        return f"<details><summary>{as_html(block.summary)}</summary>{inner}</details>"
    head = "".join(f'<th scope="col" style="{_CELL}">{as_html(text)}</th>' for text in block.header)
    body = "".join(
        f"<tr>{''.join(f'<td style={chr(34)}{_CELL}{chr(34)}>{as_html(t)}</td>' for t in row)}</tr>"
        for row in block.rows
    )
    caption = (
        f'<caption style="{_CAPTION}">{as_html(block.caption)}</caption>' if block.caption else ""
    )
    return (
        f'<table style="{_TABLE}">{caption}<thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table>"
    )
