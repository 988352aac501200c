"""Finds the figures in a lesson's words that can go stale: decimals, shares, powers, large counts.

Words are the Markdown cells without their formulas and code, the text alternatives of figures, and
what the lesson's questions say (their wrong options apart, which are meant to be wrong).
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from course_text import cells, prose

from course_utils.catalog.questions import QUESTIONS

SUPERSCRIPTS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
SPACE = "[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]?"
NUMBER = re.compile(
    rf"""
      (?P<product>\d+(?:\.\d+)?)·10(?P<raised>⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)
    | (?P<power>10⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)
    | (?P<scientific>\d+(?:\.\d+)?e[-+]?\d+)
    | (?P<percent>\d+(?:\.\d+)?){SPACE}(?:%|per{SPACE}cent)
    | (?P<decimal>\d+\.\d+)
    | (?P<whole>\d{{1,3}}(?:,\d{{3}})+|\d{{3,}})
    | (?P<part>\d+)(?=\ (?:out\ )?of\ (?:the\ |all\ )?\d)
    """,
    re.VERBOSE,
)
NO_FIGURES = re.compile(
    r"[Ff]igures? \d+\.\d+"  # their numbers are checked by lesson_form
    r"|\((?:[^()]* )?(?:1[89]|20)\d\d\)|\b(?:1[89]|20)\d\d\b"  # years
    r"|Python \d\.\d+|\bhttps?://\S+|\]\([^)]*\)"
)


@dataclass(frozen=True)
class Number:
    """A number as written; `step` is one unit of its last digit, 0 for a bare power of ten."""

    text: str
    value: float
    step: float


@dataclass(frozen=True)
class Mention:
    """A number in its sentence, and where that stands."""

    number: Number
    section: str
    place: str
    sentence: str


@dataclass(frozen=True)
class Words:
    """A piece of a lesson's text."""

    section: str
    place: str
    text: str


def read_number(match: re.Match[str]) -> Number:
    """The number that NUMBER has found."""
    text, kind = match[0], match.lastgroup
    if kind == "power":
        return Number(text, 10.0 ** int(text[2:].translate(SUPERSCRIPTS)), 0.0)
    if kind == "raised":
        digits = f"{match['product']}e{match['raised'].translate(SUPERSCRIPTS)}"
    else:
        digits = match[kind].replace(",", "").replace("_", "")
    mantissa, _, exponent = digits.partition("e")
    scale = 10.0 ** int(exponent or 0) / (100 if kind == "percent" else 1)
    decimals = len(mantissa.partition(".")[2])
    return Number(text, float(mantissa) * scale, 10.0**-decimals * scale)


def numbers(text: str) -> list[tuple[Number, int]]:
    """The figures of a text, and where each begins."""
    blank = NO_FIGURES.sub(lambda match: " " * len(match[0]), text)
    found = NUMBER.finditer(blank)
    return [(read_number(m), m.start()) for m in found if begins_a_number(blank, m.start())]


def begins_a_number(text: str, place: int) -> bool:
    """Whether the digits at a place are no part of a longer word, such as float64."""
    before = text[place - 1 : place]
    return not (before.isalnum() or before in ("_", "."))


def sentence_around(text: str, place: int) -> str:
    """The sentence in which a place lies, in one line."""
    ends = [m.end() for m in re.finditer(r"[.:?!](?=\s|$)|\n\s*\n|\n(?=[-#|*] |\d\. )", text)]
    first = max((end for end in ends if end <= place), default=0)
    last = min((end for end in ends if end > place), default=len(text))
    return " ".join(text[first:last].split())


def mentions(words: Words) -> list[Mention]:
    """Every figure in a piece of text."""
    text = prose(words.text)
    return [
        Mention(number, words.section, words.place, sentence_around(text, place))
        for number, place in numbers(text)
    ]


def sections(path: Path) -> Iterator[tuple[str, int, dict]]:
    """Every cell of a notebook with its number and the heading under which it stands."""
    section = ""
    for index, cell in enumerate(cells(path)):
        if cell["cell_type"] == "markdown":
            headings = re.findall(r"^## (.+)$", cell["source"], re.MULTILINE)
            section = headings[0] if headings else section
        yield section, index, cell


def lesson_words(path: Path) -> list[Words]:
    """All texts of a lesson: its Markdown, its text alternatives and its questions."""
    found = []
    for section, index, cell in sections(path):
        if cell["cell_type"] == "markdown":
            found.append(Words(section, f"cell {index}", cell["source"]))
            continue
        found += [Words(section, f"cell {index}, alt", alt) for alt in alternatives(cell["source"])]
        for name in re.findall(r'^(?:predict|ask)\("(.+?)"\)', cell["source"], re.MULTILINE):
            found += [Words(section, f"question {name}", text) for text in question_texts(name)]
    return found


def alternatives(source: str) -> list[str]:
    """The text alternatives in a code cell."""
    if "alt=" not in source:
        return []
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    keywords = (keyword for call in calls for keyword in call.keywords if keyword.arg == "alt")
    return [k.value.value for k in keywords if isinstance(k.value, ast.Constant)]


def question_texts(name: str) -> list[str]:
    """What a question asks, its right option, and the reasons given for all of them."""
    question = QUESTIONS[name]
    right = [option.text for option in question.options if option.letter == question.answer]
    return [question.text, *right, *(option.why for option in question.options)]
