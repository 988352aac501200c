"""Every figure in a lesson's words is printed by a cell, put in by the lesson, or computed here.

So an experiment that changes leaves no stale sentence behind: what a cell prints is compared by
nbval, and a sentence whose figure is no longer printed fails here. How it works: `prose_numbers`
finds the figures, `prose_evidence` what a section prints and puts in, and `prose_declared` is the
table of all others.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from course_text import LESSONS
from prose_declared import DECLARED, GIVEN, Source
from prose_evidence import account, all_numbers, gather, rounds_to
from prose_numbers import Mention, Number, Words, lesson_words, mentions, numbers

Entry = tuple[str | Source, ...]
ENTRIES = [(lesson, entry) for lesson, entries in DECLARED.items() for entry in entries]


def lesson_mentions(path: Path) -> list[Mention]:
    return [mention for words in lesson_words(path) for mention in mentions(words)]


def declares(entry: Entry, mention: Mention) -> bool:
    """Whether an entry speaks of this figure in this sentence."""
    texts = [number.text for number, _ in numbers(entry[0])]
    return entry[0] in mention.sentence and mention.number.text in texts


def kinds(path: Path) -> list[tuple[Mention, str]]:
    """Every figure of a lesson with the kind of its evidence, "" where there is none."""
    evidence, declared = gather(path), DECLARED.get(path.stem[:2], ())
    found = []
    for mention in lesson_mentions(path):
        kind = account(mention, evidence)
        if not kind and any(declares(entry, mention) for entry in declared):
            kind = "declared"
        found.append((mention, kind))
    return found


def agrees(written: Number, value: float | bool) -> bool:
    """Whether a computed value is what is written; zeros at the end of a whole number are round."""
    if isinstance(value, (bool, np.bool_)):
        return bool(value)
    digits = written.text.rstrip(" %\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}")
    zeros = len(digits) - len(digits.rstrip("0")) if digits.isdigit() else 0
    step = written.step * 10**zeros
    return rounds_to(Number("", abs(float(value)), step), Number(written.text, written.value, step))


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_every_figure_has_its_evidence(path):
    unknown = [mention for mention, kind in kinds(path) if not kind]
    lines = [f"{m.number.text}  ({m.section}, {m.place})  {m.sentence}" for m in unknown]
    assert not lines, f"{path.stem}: no evidence for\n" + "\n".join(lines)


@pytest.mark.parametrize(
    ("lesson", "entry"), ENTRIES, ids=[f"{lesson}-{entry[0][:40]}" for lesson, entry in ENTRIES]
)
def test_what_is_declared_is_so(lesson, entry):
    phrase, *sources = entry
    written = [number for number, _ in numbers(phrase)]
    assert len(written) == len(sources), f"{phrase}: {[n.text for n in written]}"
    for number, source in zip(written, sources, strict=True):
        if source is not GIVEN:
            value = source()
            assert agrees(number, value), f"{phrase}: {number.text} is written, {value} computed"


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_no_declaration_is_stale(path):
    """Each is needed by a figure of the lesson that has no other evidence."""
    evidence, lesson = gather(path), path.stem[:2]
    lacking = [m for m in lesson_mentions(path) if not account(m, evidence)]
    stale = [e[0] for e in DECLARED.get(lesson, ()) if not any(declares(e, m) for m in lacking)]
    assert not stale


def test_the_counts(record_property):
    lines = []
    for path in LESSONS:
        count = Counter(kind for _, kind in kinds(path))
        parts = ("output", "input", "declared")
        lines.append(f"{path.stem:24s}" + "".join(f"{count[p]:4d} {p:9s}" for p in parts))
    given = sum(source is GIVEN for _, entry in ENTRIES for source in entry[1:])
    lines.append(f"{len(ENTRIES)} declarations; {given} figures in them are given")
    record_property("table", "\n".join(["Figures in the words of the lessons", *lines]))
    assert len(lines) == len(LESSONS) + 1


def test_an_experiment_that_changes_leaves_a_sentence_behind(tmp_path):
    """The accuracies that lesson 05 prints for gains 4 and 8, and a text alternative repeats."""
    (lesson,) = (path for path in LESSONS if path.stem.startswith("05"))
    text = lesson.read_text(encoding="utf-8")
    assert text.count("best of 20 epochs 0.97") == 2
    changed = tmp_path / lesson.name
    changed.write_text(text.replace("epochs 0.97", "epochs 0.93"), encoding="utf-8")
    unknown = [mention for mention, kind in kinds(changed) if not kind]
    assert [mention.number.text for mention in unknown] == ["0.97"]
    assert "both end at 0.97" in unknown[0].sentence


class TestFinding:
    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("an accuracy of 0.97 in figure 5.4", ["0.97"]),
            ("about 95 % of them, not 5 of them", ["95 %"]),
            ("10⁻¹² and 4·10⁻¹⁸ and 1e-12", ["10⁻¹²", "4·10⁻¹⁸", "1e-12"]),
            ("62 of 64 units, 3 out of 4", ["62", "3"]),
            ("1437 images, 200,000 words, 12 epochs", ["1437", "200,000"]),
            ("float64, W1, He and others (2015), in 2010", []),
        ],
    )
    def test_finds_decimals_shares_powers_and_large_counts(self, text, found):
        assert [number.text for number, _ in numbers(text)] == found

    def test_says_the_sentence(self):
        words = Words(
            "1", "cell 3", "First. It is 0.5 there, and `0.25` or $0.125$ count not. Last."
        )
        assert [m.sentence for m in mentions(words)] == ["It is 0.5 there, and or count not."]


class TestRounding:
    @pytest.mark.parametrize(
        ("printed", "written", "holds"),
        [
            ("0.9676", "0.97", True),
            ("0.9649", "0.97", False),
            ("97%", "0.97", True),
            ("0.968", "97 %", True),
            ("1", "1.0", False),
            ("9.8e-13", "10⁻¹²", True),
            ("2e-13", "10⁻¹²", False),
            ("1.7e-24", "2e-24", True),
        ],
    )
    def test_the_written_figure_is_the_printed_one_rounded(self, printed, written, holds):
        (found,), ((number, _),) = all_numbers(printed), numbers(written)
        assert rounds_to(found, number) is holds

    @pytest.mark.parametrize(
        ("written", "value", "holds"),
        [
            ("5500", 5506.0, True),
            ("1437", 1436.0, False),
            ("0.71", 0.7051, True),
            ("90 %", False, False),
        ],
    )
    def test_a_declared_figure_is_the_computed_one_rounded(self, written, value, holds):
        ((number, _),) = numbers(written)
        assert agrees(number, value) is holds
