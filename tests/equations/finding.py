"""Find the formulas of all lessons and cut every chain a = b = c into its steps a = b and b = c."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LESSONS = Path(__file__).parents[2] / "source" / "lessons"
RELATIONS = {
    **{"=": "=", "<": "<", ">": ">", r"\le": "<=", r"\leq": "<=", r"\ge": ">=", r"\geq": ">="},
    **{r"\ne": "!=", r"\neq": "!=", r"\approx": "~", r"\to": "->", r"\equiv": "==="},
    **{r"\in": "in", r"\sim": "~", r"\propto": "~", r"\ll": "<<", r"\gg": ">>"},
}
TOKEN = re.compile(r"\\[A-Za-z]+|\\.|\s+|.", re.DOTALL)
_FORMULA = re.compile(
    r"\$\$(?P<display>.+?)\$\$|(?<![\\$])\$(?P<inline>[^$]+?)(?<!\\)\$|(?P<code>`[^`]*`)"
    r"|^#+ (?P<heading>[^\n]+)$",
    re.DOTALL | re.MULTILINE,
)


@dataclass(frozen=True)
class Formula:
    """One formula as it stands in a lesson, without its dollars and line breaks."""

    lesson: str
    section: str
    latex: str
    displayed: bool


@dataclass(frozen=True)
class Step:
    """One relation between two neighbours of a chain, for instance one equality."""

    formula: Formula
    left: str
    relation: str
    right: str
    condition: str = ""
    first: bool = True  # of its statement; the others go on with it

    @property
    def latex(self) -> str:
        """What the declarations call this step by."""
        condition = rf" \quad\text{{for }} {self.condition}" if self.condition else ""
        return f"{self.left} {self.relation} {self.right}{condition}"

    @property
    def meaning(self) -> str:
        return RELATIONS[self.relation]

    def __str__(self) -> str:
        return f"{self.formula.lesson}, {self.formula.section}: {self.latex}"


def one_line(latex: str) -> str:
    return " ".join(latex.split())


def prose(lesson: Path) -> str:
    """The Markdown cells of a lesson."""
    cells = re.split(r"^# (?=%%)", lesson.read_text(encoding="utf-8"), flags=re.MULTILINE)
    written = (cell for cell in cells if cell.partition("\n")[0].startswith("%% [markdown]"))
    lines = (re.sub(r"^# ?", "", line) for cell in written for line in cell.splitlines()[1:])
    return "\n".join(lines)


def formulas_of(text: str, lesson: str) -> Iterator[Formula]:
    """Every formula in Markdown, in order, with the last heading above it."""
    section = ""
    for found in _FORMULA.finditer(text):
        if found["heading"]:
            section = found["heading"]
        elif not found["code"]:
            latex = one_line(found["display"] or found["inline"])
            yield Formula(lesson, section, latex, displayed=bool(found["display"]))


def all_formulas() -> list[Formula]:
    lessons = sorted(LESSONS.glob("*.py"))
    return [formula for path in lessons for formula in formulas_of(prose(path), path.stem)]


def steps_of(formula: Formula) -> list[Step]:
    """The relations that a formula states; rows that begin with one go on with the row above."""
    latex = re.sub(r"\\(begin|end)\{\w+\*?\}", "", formula.latex).replace("&", "")
    steps: list[Step] = []
    for statement in _cut(latex, (r"\qquad",)):
        left, first = "", True
        for row in _cut(_without_comma(statement), (r"\\",)):
            body, _, condition = row.partition(r"\quad\text{for }")
            sides, relations = sides_of(body)
            before = left if relations and not sides[0] else sides[0]
            for relation, right in zip(relations, sides[1:], strict=True):
                condition = one_line(condition)
                steps.append(Step(formula, before, relation, right, condition, first))
                before, first = right, False
            left = before
    return steps


def _without_comma(statement: str) -> str:
    return statement.strip().removesuffix(",").removesuffix(".")


def _cut(latex: str, marks: tuple[str, ...]) -> list[str]:
    """The pieces between marks that stand outside all braces."""
    pieces, depth = [""], 0
    for token in TOKEN.findall(latex):
        depth += (token == "{") - (token == "}")
        if depth == 0 and token in marks:
            pieces.append("")
        else:
            pieces[-1] += token
    return [one_line(piece) for piece in pieces if piece.strip()]


def sides_of(row: str) -> tuple[list[str], list[str]]:
    """The sides of the relations in a row, and the relations between them."""
    sides, relations, depth = [""], [], 0
    for token in TOKEN.findall(row):
        depth += (token == "{") - (token == "}")
        if depth == 0 and token in RELATIONS:
            relations.append(token)
            sides.append("")
        else:
            sides[-1] += token
    return [one_line(side) for side in sides], relations
