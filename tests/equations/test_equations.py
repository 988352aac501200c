"""Every relation that a lesson states holds: by machine where it can be read, else by hand."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import checks_by_hand
import pytest
from finding import LESSONS, all_formulas, formulas_of, prose, steps_of
from ledger import TABLES, Entry, entries, entries_of, known, problem, table
from mpmath import mp, mpf
from points import DIGITS, InWords, Reading, related
from reading import UnreadableError, read
from slips import slips

NAMES = sorted(path.stem for path in LESSONS.glob("*.py"))


@pytest.fixture(scope="module")
def ledger() -> list[Entry]:
    return entries()


def by_machine(ledger: list[Entry], lesson: str) -> list[Entry]:
    chosen = (entry for entry in ledger if entry.kind == "by machine")
    return [entry for entry in chosen if entry.step.formula.lesson == lesson]


def equation(latex: str, reading: Reading | None = None) -> Entry:
    """An equation that stands in no lesson."""
    (formula,) = formulas_of(f"## Somewhere\n\n$$\n{latex}\n$$", "none")
    (step,) = steps_of(formula)
    return Entry(step, "by machine", "", reading or Reading())


class TestEveryEquation:
    @pytest.mark.parametrize("lesson", NAMES)
    def test_holds_where_it_is_stated(self, ledger, lesson):
        problems = [found for entry in by_machine(ledger, lesson) if (found := problem(entry))]
        assert not problems, "\n\n".join(problems)

    def test_is_found_wherever_a_lesson_has_dollars(self):
        for lesson in sorted(LESSONS.glob("*.py")):
            dollars = re.findall(r"(?<!\\)\$\$", lesson.read_text(encoding="utf-8"))
            found = [one for one in formulas_of(prose(lesson), lesson.stem) if one.displayed]
            assert len(dollars) == 2 * len(found), lesson.stem

    def test_without_a_relation_is_declared(self):
        bare = [one for one in all_formulas() if one.displayed and not steps_of(one)]
        unknown = [one for one in bare if one.latex not in known(one.lesson).NO_CLAIM]
        assert not unknown, "displayed, but neither equation nor inequality: " + str(unknown)

    def test_is_counted_and_listed(self, ledger, record_property):
        assert {entry.kind for entry in ledger} == {"by machine", *TABLES}
        record_property("table", table(ledger))


class TestDeclarations:
    @pytest.mark.parametrize("lesson", NAMES)
    def test_each_is_of_something_that_the_lesson_says(self, lesson):
        formulas = [one for one in all_formulas() if one.lesson == lesson]
        steps = {step.latex for one in formulas for step in steps_of(one)}
        steps |= {one.latex for one in formulas if not steps_of(one)}
        declared = known(lesson)
        keys = {key for name in TABLES.values() for key in getattr(declared, name)}
        readings = [declared.ALWAYS, *declared.READINGS.values()]
        given = {one for reading in readings for one in reading.given if type(one) is not InWords}
        sections = {one.section for one in formulas}
        stale = (keys | given) - steps | set(declared.READINGS) - steps - sections
        assert not stale, f"{lesson} no longer says: " + "; ".join(sorted(stale))

    @pytest.mark.parametrize("lesson", NAMES)
    def test_no_equation_is_of_two_kinds(self, lesson):
        keys = [key for name in TABLES.values() for key in getattr(known(lesson), name)]
        assert len(keys) == len(set(keys))

    def test_a_definition_has_a_symbol_of_its_own_on_the_left(self, ledger):
        for entry in ledger:
            if entry.kind == "definition":
                functions = entry.reading.known_functions | {"Var"}
                left = read(entry.step.left, functions)
                arguments = left[3] if left[0] == "call" else ()
                assert left[0] in ("symbol", "call"), entry.step
                assert all(one[0] == "symbol" for one in arguments), entry.step


class TestChecksByHand:
    CHECKS = sorted(
        {entry.remark for entry in entries() if entry.kind == "by hand"},
        key=lambda check: check.__name__,
    )

    @staticmethod
    def holds(check, slip: object = 1) -> bool:
        with mp.workdps(DIGITS):
            claims = check(slip)
            return bool(claims) and all(related(a, b, sign) for a, sign, b in claims)

    @pytest.mark.parametrize("check", CHECKS)
    def test_holds(self, check):
        assert self.holds(check)

    @pytest.mark.parametrize("check", CHECKS)
    @pytest.mark.parametrize("slip", [mpf("0.9"), 2])
    def test_notices_a_wrong_factor(self, check, slip):
        assert not self.holds(check, slip)

    def test_none_is_left_over(self):
        public = {
            one
            for name, one in vars(checks_by_hand).items()
            if getattr(one, "__module__", "") == "checks_by_hand" and not name.startswith("_")
        }
        assert public == set(self.CHECKS)


class TestSlips:
    """A checker that passes everything would pass the lessons too."""

    @pytest.mark.parametrize("lesson", NAMES)
    def test_each_is_noticed(self, ledger, lesson, record_property):
        tried, unnoticed = Counter(), set()
        for entry in by_machine(ledger, lesson):
            for kind, slipped in slips(entry.step):
                found = problem(replace(entry, step=slipped), count=3)
                tried["not to be evaluated" if "cannot be" in found else kind] += 1
                if not found:
                    unnoticed.add(f"{slipped.left} {slipped.relation} {slipped.right}")
        equivalent = set(known(lesson).EQUIVALENT)
        assert unnoticed == equivalent, "\n".join(sorted(unnoticed ^ equivalent))
        assert tried["not to be evaluated"] <= tried.total() / 20  # such as 1/0, or a vector below
        kinds = ", ".join(f"{number} {kind}" for kind, number in sorted(tried.items()))
        record_property(
            "table",
            f"slips in lesson {lesson[:2]}: {tried.total() - len(unnoticed)} of {tried.total()} "
            f"noticed ({kinds}); {len(equivalent)} that change nothing",
        )


class TestTheReader:
    @pytest.mark.parametrize(
        "latex",
        [
            r"\cos\alpha\cos\beta = \frac{\cos(\alpha-\beta)+\cos(\alpha+\beta)}{2}",
            r"\log e^{x} = x",
            r"2^{-2} = \frac{1}{4}",
            r"-x^2 = -(x^2)",
            r"\tanh' z = 1-\tanh^2 z",
            r"\frac{d}{dx} x^3 = 3x^2",
            r"\sum_{i=1}^{3}\sum_{j=1}^{2} i\,j = 18",
            r"\prod_{l=1}^{3} 2\,l = 48",
            r"|{-3}| = 3",
            r"\max(1, x) \ge x",
            r"\sigma\,(1-\sigma) = \sigma - \sigma^2",
        ],
    )
    def test_reads_the_usual_precedence(self, latex):
        assert problem(equation(latex)) == ""

    @pytest.mark.parametrize(
        "latex",
        [
            r"\log(1+e^{z}) = z",
            r"x = x^2",
            r"\sqrt{x^2} = x",
            r"\sigma(1-\sigma) = \sigma - \sigma^2",
            r"\sum_{i=1}^{n} i = 0",
            r"x \le x^2",
            r"x = x + \dots",
            r"\oint x = 0",
        ],
    )
    def test_does_not_pass_what_is_wrong_vague_or_unreadable(self, latex):
        assert problem(equation(latex))

    def test_names_lesson_section_and_formula(self):
        assert "none, Somewhere: x = x^2" in problem(equation("x = x^2"))

    def test_leaves_nothing_of_a_formula_out(self):
        with pytest.raises(UnreadableError):
            read("x )", frozenset())

    def test_cuts_a_chain_into_its_steps(self):
        text = r"$$\begin{aligned}a &= b \\ &= c \\ d &\le e, \qquad f = g\end{aligned}$$"
        (formula,) = formulas_of(text, "none")
        assert [step.latex for step in steps_of(formula)] == ["a = b", "b = c", r"d \le e", "f = g"]

    def test_a_new_lesson_needs_no_declaration(self):
        (formula,) = formulas_of("$$\n(a+b)^2 = a^2 + 2ab + b^2\n$$", "99_new")
        assert [problem(entry) for entry in entries_of(formula)] == [""]
