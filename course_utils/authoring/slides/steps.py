"""Formulas on a slide: a chain of equations as steps, with their reasons where there are some."""

from __future__ import annotations

import re

from course_utils.authoring.mathml import to_mathml

_CHAIN = re.compile(
    r"^\\begin\{(?:aligned|align\*?)\}(.*)\\end\{(?:aligned|align\*?)\}$", re.DOTALL
)

AROUND = ('<table class="chain" role="presentation"><tbody>', "</tbody></table>")


def lines_of(latex: str) -> list[tuple[str, str]]:
    """The two sides of each line of an aligned chain; [] for any other formula."""
    chain = _CHAIN.match(latex)
    if chain is None or r"\begin" in chain[1]:
        return []
    found = []
    for line in re.split(r"\\\\(?:\[[^\]]*\])?", chain[1]):
        left, mark, right = line.strip().partition("&")
        if left or mark:
            found.append((left.strip(), right.replace("&", " ").strip()))
    return found


def line(left: str, right: str) -> str:
    """One line of a chain as cells of a table."""
    return f"<td>{_shown(left)}</td><td>{_shown('{} ' + right)}</td>"


def displayed(latex: str) -> str:
    """Any other formula."""
    return to_mathml(latex, block=True)


def _shown(latex: str) -> str:
    return to_mathml(latex, block=True) if latex.strip("{} ") else ""


def height(latex: str) -> int:
    """About how many pixels one line takes."""
    if r"\sum" in latex or r"\prod" in latex:
        return 108
    return 88 if r"\frac" in latex or r"\Bigl" in latex else 58
