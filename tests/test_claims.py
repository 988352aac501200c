"""Every claim is decided somewhere by a cell that a reader can run: claim → lesson → cell."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import nbformat
import pytest

from course_utils.catalog.claims import VERDICTS, Claim, Word, by_slug
from course_utils.catalog.trials import CLAIMS

NOTEBOOKS = Path(__file__).parents[1] / "notebooks"
# The table of the course: each of its sentences is decided, whatever else is tried.
TABLE = {
    "linear-only-linear",
    "most-problems-nonlinear",
    "neuron-fires",
    "so-nonlinear",
    "sigmoid-range",
    "sigmoid-binary",
    "sigmoid-probability",
    "tanh-hyperbolic-sigmoid",
    "tanh-widens-range",
    "relu-keeps-gradient",
    "relu-avoids-vanishing",
    "relu-cheap",
    "relu-converges-faster",
    "dead-when-negative",
    "leaky-fixed-gradient",
    "alpha-any-number",
    "leaky-solves-dying",
    "relu-still-preferred",
    "logits-raw-scores",
    "softmax-suits-classes",
    "softmax-normalisation",
}


@dataclass(frozen=True)
class Found:
    """A tagged cell of a built lesson."""

    tag: str
    lesson: str
    index: int
    id: str
    section: str
    runnable: bool
    shows: bool


def tagged_cells(path: Path) -> list[Found]:
    """The cells of one notebook that carry a claim's tag, with the section each stands in."""
    found, section = [], ""
    for index, cell in enumerate(nbformat.read(path, as_version=4).cells):
        if cell.cell_type == "markdown":
            headings = [line[3:] for line in cell.source.split("\n") if line.startswith("## ")]
            section = headings[-1] if headings else section
        for tag in cell.metadata.get("tags", ()):
            if tag.startswith("claim:"):
                runnable = cell.cell_type == "code" and bool(cell.source.strip())
                shows = bool(cell.get("outputs"))
                found.append(Found(tag, path.stem, index, cell.id, section, runnable, shows))
    return found


CELLS = [cell for path in sorted(NOTEBOOKS.glob("*.ipynb")) for cell in tagged_cells(path)]


def cells_of(claim: Claim) -> list[Found]:
    return [cell for cell in CELLS if cell.tag == claim.tag]


def table() -> str:
    lines = [f"{'claim':26}{'verdict':18}{'lesson':24}{'cell':>5}  {'id':10} section"]
    for claim in CLAIMS.values():
        for cell in cells_of(claim):
            place = f"{cell.lesson:24}{cell.index:5}  {cell.id[:8]:10} {cell.section}"
            lines.append(f"{claim.slug:26}{claim.verdict:18}{place}")
    return "\n".join(lines)


@pytest.mark.parametrize("claim", CLAIMS.values(), ids=lambda claim: claim.slug)
class TestAClaim:
    def test_is_decided_by_one_cell_that_runs_and_shows_something(self, claim):
        cells = cells_of(claim)
        assert len(cells) == 1
        assert cells[0].runnable
        assert cells[0].shows

    def test_is_decided_where_the_bank_says(self, claim):
        (cell,) = cells_of(claim)
        assert (cell.lesson, cell.section) == (claim.lesson, claim.section)

    def test_has_a_verdict_and_one_line_to_say_instead(self, claim):
        assert claim.verdict in VERDICTS
        assert claim.verdict not in claim.arguable
        assert set(claim.arguable) <= set(VERDICTS)
        assert claim.correction.endswith(".")
        assert len(claim.correction) <= 170

    def test_asks_one_question_of_those_who_judge_otherwise(self, claim):
        defended = {claim.verdict, *claim.arguable}
        for word, text in (("right", claim.accepted), ("wrong", claim.rejected)):
            assert bool(text) == (word not in defended)
            assert text == "" or (text.count("?") == 1 and text.endswith("?"))


class TestTheBank:
    def test_holds_the_table_of_the_course(self):
        assert set(CLAIMS) >= TABLE
        assert len(TABLE) == 21

    def test_has_a_claim_for_every_tag(self):
        assert {cell.tag for cell in CELLS} == {claim.tag for claim in CLAIMS.values()}

    def test_knows_each_verdict_it_gives(self):
        assert set(VERDICTS) == set(get_args(Word))
        assert {claim.verdict for claim in CLAIMS.values()} == set(VERDICTS)

    def test_refuses_two_claims_of_one_name(self):
        claim = CLAIMS["relu-cheap"]
        with pytest.raises(ValueError, match="two claims have the slug relu-cheap"):
            by_slug([claim, claim])

    def test_prints_claim_lesson_and_cell(self, capsys, record_property):
        text = table()
        with capsys.disabled():
            print(f"\n{text}\n{len(CLAIMS)} claims, {len(CELLS)} cells")
        record_property("table", text)
        assert len(text.split("\n")) == len(CLAIMS) + 1
