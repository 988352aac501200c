"""Making text safe and short to show, whoever wrote it, and finding what a name was meant to be."""

from __future__ import annotations

import difflib
import html
import re
import unicodedata
from collections.abc import Iterable

LONGEST = 400  # characters of one text on a card
LONGEST_READ = 20_000  # beyond this a text is not even looked at
TERMINAL_COLOURS = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]")
ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")
CODE = re.compile(r"`([^`\n]+)`")


def clean(text: object, longest: int = LONGEST, lines: int = 3) -> str:
    """A text without control characters, terminal colours or addresses, of bounded length.

    Line breaks survive, up to ``lines`` lines; what is left out is marked by an ellipsis.
    """
    raw = str(text)[:LONGEST_READ].replace("\r\n", "\n").expandtabs(4)
    raw = ADDRESS.sub("", TERMINAL_COLOURS.sub("", raw))
    kept = (raw if raw.replace("\n", "").isprintable() else _printable(raw)).strip("\n")
    parts = kept.split("\n")
    shorter = "\n".join(parts[:lines])
    if len(shorter) > longest:
        return shorter[: longest - 1].rstrip() + "…"
    return shorter + ("\n…" if len(parts) > lines else "")


def _printable(text: str) -> str:
    # Categories: control, format (bidirectional overrides, zero width), surrogate, private, unused.
    return "".join(
        c if c == "\n" or not unicodedata.category(c).startswith("C") else "�" for c in text
    )


def one_line(text: object, longest: int = LONGEST) -> str:
    """A text on one line (see ``clean``)."""
    return " ".join(clean(text, longest, lines=20).split())


def as_html(text: str, code: bool = True) -> str:
    """The text escaped for HTML, with `code` between backticks set as code where asked for."""
    escaped = html.escape(text, quote=True)
    marked = CODE.sub(r"<code>\1</code>", escaped) if code else escaped
    return marked.replace("\n", "<br>")


def bare(text: str) -> str:
    """The text without the backticks around `code`."""
    return CODE.sub(r"\1", text)


def counted(number: int, thing: str) -> str:
    """A number of things: "1 sheet", "2 sheets"."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """ " Did you mean "sigmoid"?" with a space before it, or nothing where no name is near."""
    near = difflib.get_close_matches(name.strip(), list(known), n=1, cutoff=0.6)
    return f' Did you mean "{near[0]}"?' if near else ""
