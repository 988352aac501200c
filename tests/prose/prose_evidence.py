"""Where the figures in a lesson's words may come from: outputs of its cells, and its inputs."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from prose_numbers import NUMBER, Mention, Number, begins_a_number, read_number, sections

# In a cell every number counts, also a small whole one.
IN_CODE = re.compile(NUMBER.pattern + r"|(?P<small>\d[\d_]*)", re.VERBOSE)
IN_FORMULAS = re.compile(r"```.*?```|`[^`\n]*`|\$\$.*?\$\$|\$[^$]*\$", re.DOTALL)
NOT_COMPARED = "nbval-ignore-output"
ASKED = re.compile(r"^(?:predict|reveal|ask|hint|solution|check|progress)\(", re.MULTILINE)
ROUNDING = 1 + 1e-9
# Sections that look back (or ahead) on the whole lesson.
OVERVIEWS = ("", "What was learned")


@dataclass
class Evidence:
    """The numbers of one section (or of a whole lesson)."""

    outputs: list[Number] = field(default_factory=list)
    inputs: list[Number] = field(default_factory=list)

    def kind(self, number: Number) -> str:
        """How a figure is accounted for: "output", "input", or "" if it is not."""
        if any(rounds_to(found, number) for found in self.outputs):
            return "output"
        return "input" if any(same(found, number) for found in self.inputs) else ""


def rounds_to(found: Number, written: Number) -> bool:
    """Whether a number, rounded to the digits that are written, is the written one."""
    if not written.step:
        return found.value > 0 and round(math.log10(found.value)) == round(
            math.log10(written.value)
        )
    enough = found.step <= written.step * ROUNDING
    return enough and abs(found.value - written.value) <= written.step / 2 * ROUNDING


def same(found: Number, written: Number) -> bool:
    return math.isclose(found.value, written.value, rel_tol=1e-9)


def all_numbers(text: str) -> list[Number]:
    """Every number in a text of a program's making."""
    found = []
    for match in IN_CODE.finditer(text):
        if not begins_a_number(text, match.start()):
            continue
        if match.lastgroup == "small":
            found.append(Number(match[0], float(match[0].replace("_", "")), 1.0))
        else:
            found.append(read_number(match))
    return found


def printed(cell: dict) -> str:
    """What a cell has printed, and the words of a widget; not what a figure or a question says."""
    if NOT_COMPARED in cell["metadata"].get("tags", ()) or ASKED.search(cell["source"]):
        return ""
    texts = ["".join(output.get("text", "")) for output in cell["outputs"]]
    if "figures.show(" not in cell["source"]:
        data = (output.get("data", {}) for output in cell["outputs"])
        texts += ["".join(one.get("text/plain", "")) for one in data]
    return "\n".join(texts)


def gather(path: Path) -> dict[str, Evidence]:
    """The evidence of each section of a lesson."""
    found: dict[str, Evidence] = {}
    for section, _, cell in sections(path):
        evidence = found.setdefault(section, Evidence())
        if cell["cell_type"] == "markdown":
            for formula in IN_FORMULAS.findall(cell["source"]):
                evidence.inputs += all_numbers(formula)
        else:
            source = re.sub(r'alt=\(?(?:\s*f?".*?(?<!\\)")+', "", cell["source"])
            evidence.inputs += all_numbers(source)
            evidence.outputs += all_numbers(printed(cell))
    return found


def together(evidence: Iterable[Evidence]) -> Evidence:
    """The evidence of a whole lesson."""
    whole = Evidence()
    for one in evidence:
        whole.outputs += one.outputs
        whole.inputs += one.inputs
    return whole


def account(mention: Mention, evidence: dict[str, Evidence]) -> str:
    """The kind of evidence there is for a figure where it stands."""
    if mention.section in OVERVIEWS:
        return together(evidence.values()).kind(mention.number)
    return evidence[mention.section].kind(mention.number)
