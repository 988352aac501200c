"""From the blocks of a text cell to the items of slides: what is shown; the rest is said."""

from __future__ import annotations

from collections.abc import Iterator

from bs4 import Tag

from course_utils.authoring.slides import steps
from course_utils.authoring.slides.layout import SMALL, WIDTH, Item, text_height
from course_utils.authoring.slides.reading import Piece, formula, sentences

SHOWN = ("ol", "ul", "table", "pre", "details")
REASON_WIDTH = 470
GAPS = 150  # between the columns of a table, and at the ends of broken lines


def has_something_to_show(piece: Piece) -> bool:
    """Whether a piece holds more than paragraphs."""
    return any(block.name in SHOWN or formula(block) for block in piece.blocks)


def summary(piece: Piece) -> str:
    """What a part that is folded away is called, without what it is for."""
    folded = next((block for block in piece.blocks if block.name == "details"), None)
    return folded.summary.get_text().partition(",")[0] if folded else ""


def items(blocks: list[Tag], everything: bool = False) -> list[Item]:
    """Formulas, lists and tables, each led in by the sentence before it; or all there is."""
    shown: list[Item] = []
    for number, block in enumerate(blocks):
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        shown += _items_of(block, following, blocks[number - 1] if number else None, everything)
    return shown


def _items_of(
    block: Tag, following: Tag | None, before: Tag | None, everything: bool
) -> Iterator[Item]:
    latex = formula(block)
    if latex:
        reasons = _reasons(following, latex)
        yield from _formula(latex, reasons)
    elif block.name in ("ol", "ul"):
        if before is None or not _reasons(block, formula(before)):
            yield from _list(block)
    elif block.name == "table":
        yield from _table(block)
    elif block.name == "details":
        for table in block.find_all("table"):
            yield from _table(table)
    elif block.name == "pre":
        yield Item("pre", block.decode_contents(), 40 * len(block.get_text().splitlines()))
    elif block.name == "p":
        yield from _paragraph(block, following, everything)


def _reasons(block: Tag | None, latex: str) -> list[str]:
    """A list that has one reason for each line of the chain before it."""
    if block is None or block.name != "ol":
        return []
    reasons = [item.decode_contents().strip() for item in block.find_all("li", recursive=False)]
    return reasons if len(reasons) == len(steps.lines_of(latex)) else []


def _formula(latex: str, reasons: list[str]) -> Iterator[Item]:
    lines = steps.lines_of(latex)
    if not lines:
        yield Item("div", steps.displayed(latex), steps.height(latex), "formula", step=True)
    for number, (left, right) in enumerate(lines):
        height = steps.height(left + right)
        content = steps.line(left, right)
        if reasons:
            content += f'<td class="reason">{reasons[number]}</td>'
            height = max(height, text_height(reasons[number], SMALL, REASON_WIDTH) + 6)
        yield Item("tr", content, height, around=steps.AROUND, step=True, goes_on=number > 0)


def _list(block: Tag) -> Iterator[Item]:
    around = (f"<{block.name}>", f"</{block.name}>")
    for item in block.find_all("li", recursive=False):
        content = item.decode_contents().strip()
        yield Item("li", content, text_height(content, width=WIDTH - 40), around=around)


def _table(block: Tag) -> Iterator[Item]:
    """The rows; a column of evidence is for readers, who can follow it."""
    head = [cell.decode_contents().strip() for cell in block.select("thead th")]
    kept = [n for n, name in enumerate(head) if name != "evidence" or len(head) == 2]
    columns = "".join(f'<th scope="col">{head[n]}</th>' for n in kept)
    around = (f"<table><thead><tr>{columns}</tr></thead><tbody>", "</tbody></table>")
    for row in block.select("tbody tr"):
        cells = [cell.decode_contents().strip() for cell in row.find_all("td")]
        content = "".join(f"<td>{cells[n]}</td>" for n in kept)
        together = " ".join(cells[n] for n in kept)
        yield Item("tr", content, text_height(together, SMALL, WIDTH - GAPS), around=around)


def _paragraph(block: Tag, following: Tag | None, everything: bool) -> Iterator[Item]:
    """The whole paragraph, or what of it leads to the next block or defines a word."""
    leads = following is not None and (following.name in SHOWN or bool(formula(following)))
    if everything:
        text = block.decode_contents().strip()
        yield Item("p", text, text_height(text), keep=leads)
        return
    said = sentences(block)
    last = len(said) - 1
    chosen = [
        sentence
        for number, sentence in enumerate(said)
        if (leads and number == last) or "<strong>" in sentence
    ]
    if chosen:
        text = " ".join(chosen)
        yield Item("p", text, text_height(text), step=True, keep=leads)
