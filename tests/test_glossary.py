"""Every term is introduced where a reader meets it first, and the glossary holds every term.

A lesson introduces a term in bold, in the text that says what it means. What a reader meets is the
prose of the lessons and the words of their questions, in the order of reading. Three things name a
term without using it: the opening of a lesson, which says what one will be able to do; headings
and the table of sections; and the names of other pages.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from course_text import LESSONS, cells, prose

from course_utils.catalog.glossary import TERMS, Term, find
from course_utils.catalog.questions import QUESTIONS
from course_utils.notebook.terms import all_terms

BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
LABEL = re.compile(
    r"Figure \d+\.\d+\.|Exhibit [A-E]\.|In one line:|By the end you can|You need|Next:|Verdict.*"
    r"|together|\d+ h( \d+ min)?|\d+ min|[A-D]|\S+ form\.",
    re.DOTALL,
)
# Bold that is no term: keys and menus, steps, and results to remember.
EMPHASIS = {
    "Shift+Enter",
    "Run > Run All Cells",
    "Predict.",
    "Try.",
    "Compare.",
    "Derive.",
    "Check.",
    "Say it.",
    "Strange results?",
    "Kernel > Restart Kernel and Run All Cells",
    "A cell that does not end?",
    "Kernel > Interrupt Kernel",
    "Start a sheet afresh?",
    "Start a lesson afresh?",
    "Duplicate",
    "Begin with lesson 01.",
    "w·x = ‖w‖ ‖x‖ cos θ.",
    "z = d‖w‖, and d = (w·x + b)/‖w‖.",
    "any number of affine layers, with nothing between them, is a single affine layer.",
    "XOR = relu(a + b) − 2 relu(a + b − 1)",
    "L layers of two ReLUs make pieces",
    "Always train the linear model first.",
    "σ(−z) = 1 − σ(z)",
    "check slopes in float64, with h near 10⁻⁵, and look at the relative error.",
    "exactly the same functions",
    "α ≤ 1",
    "T → 0, cold.",
    "T → ∞, hot.",
    "exclude one another",
    "Rows sum to 0.",
    "J is symmetric",
    "rejects",
}
# Phrases in which a word is not the term.
OTHERWISE = ("normal distribution", "standard normal", "centred on 0")
# Everyday words, which are terms only from the lesson on that makes them so.
EVERYDAY = {"gain", "off"}


@dataclass(frozen=True)
class Passage:
    """A piece of text that a reader meets: the words used in it, and those set in bold."""

    lesson: str
    cell: int
    words: str
    bold: tuple[str, ...]

    def __str__(self) -> str:
        return f"lesson {self.lesson}, cell {self.cell}"


def passages(path: Path) -> list[Passage]:
    """What a lesson tells, in order: its texts and its questions."""
    return [passage(path.stem[:2], index, cell) for index, cell in enumerate(cells(path))]


def passage(lesson: str, index: int, cell: dict) -> Passage:
    if cell["cell_type"] == "code":
        return Passage(lesson, index, asked(cell["source"]), ())
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", prose(cell["source"]))
    announces = index == 0 or text.startswith("| section |")
    words = "" if announces else used(prose(cell["source"]))
    return Passage(lesson, index, words, tuple(" ".join(b.split()) for b in BOLD.findall(text)))


def used(text: str) -> str:
    """A text without headings and without the names of other pages."""
    text = re.sub(r"^#+ .*$", "", text.split("**Next:**")[0], flags=re.MULTILINE)
    return " ".join(re.sub(r"\[[^\]]*\]\([^)]*\)", "", text).split())


def asked(source: str) -> str:
    """The words of the question that a cell shows."""
    call = re.match(r'(ask|predict|reveal)\("(.+?)"\)', source)
    if not call:
        return ""
    question = QUESTIONS[call[2]]
    shown = [question.text, *(option.text for option in question.options)]
    if call[1] == "reveal":
        shown += [option.why for option in question.options]
    return prose(" ".join(shown))


@pytest.fixture(scope="module")
def read() -> list[Passage]:
    return [each for path in LESSONS for each in passages(path)]


def first_uses(read: list[Passage]) -> dict[str, Passage]:
    """Each term with the passage that uses it first; longer terms hide the shorter within them."""
    found: dict[str, Passage] = {}
    ordered = sorted(TERMS, key=lambda term: -max(map(len, (term.name, *term.forms))))
    for each in read:
        words = each.words
        for other in OTHERWISE:
            words = words.replace(other, " ")
        for term in ordered:
            if term.name in EVERYDAY and each.lesson < term.lesson:
                continue
            words, uses = term.pattern().subn(" ", words)
            if uses or introduces(each, term):
                found.setdefault(term.name, each)
    return found


def introduces(each: Passage, term: Term) -> bool:
    return any(term.pattern().fullmatch(bold.strip(" .:")) for bold in each.bold)


class TestATerm:
    def test_is_introduced_where_it_is_used_first(self, read):
        first = first_uses(read)
        early = [
            f"{term.name}: used first in {first[term.name]}"
            for term in TERMS
            if term.name in first and not introduces(first[term.name], term)
        ]
        assert not early, "\n".join(early)

    def test_is_introduced_in_the_lesson_that_the_glossary_names(self, read):
        first = first_uses(read)
        assert [t.name for t in TERMS if t.name not in first] == []
        wrong = [t.name for t in TERMS if first[t.name].lesson != t.lesson]
        assert wrong == []


class TestBold:
    def test_stands_for_a_term_of_the_glossary_or_is_listed_as_emphasis(self, read):
        unknown = [
            f"{each}: {bold}"
            for each in read
            for bold in each.bold
            if not LABEL.fullmatch(bold)
            and find(bold.strip(" .:")) is None
            and bold not in EMPHASIS
        ]
        assert not unknown, "\n".join(unknown)


class TestTheGlossary:
    @pytest.mark.parametrize("term", TERMS, ids=lambda term: term.name)
    def test_finds_each_term_by_each_of_its_forms(self, term):
        assert {find(way) for way in (term.name, *term.forms)} == {term}

    def test_says_what_a_term_means_in_a_sentence_or_two(self):
        assert [t.name for t in TERMS if not t.meaning.endswith(".") or len(t.meaning) > 220] == []


class TestTheSearch:
    """The search itself, on small texts: it must be able to say no."""

    def met(self, *texts: str) -> list[Passage]:
        cell = {"cell_type": "markdown"}
        return [passage("09", 5 + i, cell | {"source": text}) for i, text in enumerate(texts)]

    def test_a_term_before_its_introduction_is_found(self):
        read = self.met("Many epochs pass.", "An **epoch** is one pass over the data.")
        first = first_uses(read)["epoch"]
        assert (first.cell, introduces(first, find("epoch"))) == (5, False)

    def test_a_term_within_a_longer_one_is_not_a_use(self):
        read = self.met("The activation function is flat.")
        assert set(first_uses(read)) == {"activation function"}

    def test_headings_code_and_formulas_are_no_use(self):
        assert first_uses(self.met("# The epoch\n\n`batch` and $bias$ and `**unit**`")) == {}

    def test_bold_that_is_no_term_is_seen(self):
        assert self.met("a **flux\ncapacitor** here")[0].bold == ("flux capacitor",)


class TestTheStartPage:
    def test_shows_the_glossary_as_it_is(self):
        """`course build --check` compares sources; this output comes from the list of terms."""
        (shown,) = [cell for cell in cells(LESSONS[0]) if cell["source"].endswith("\nglossary()")]
        text = "".join(shown["outputs"][0]["data"]["text/plain"])
        assert text == repr(all_terms())
