"""Slips of the pen in a formula's LaTeX: what the checker must notice.

A slip after which the formula is still true is listed under EQUIVALENT, with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from finding import Step

OPPOSITE = {"<": ">", r"\le": ">", r"\leq": ">", ">": "<", r"\ge": "<", r"\geq": "<"}
_ARGUMENT = r"\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}"
_SLIPS: tuple[tuple[str, str, object], ...] = (
    ("sign", r"\+", "-"),
    ("sign", r"-", "+"),
    ("number", r"(?<![\d_.])\d+(?![\d.])", lambda found: f"{{{int(found[0]) + 1}}}"),
    ("number", r"\d+\.\d+", lambda found: f"{{{2 * float(found[0])}}}"),
    ("fraction", r"\\frac" + _ARGUMENT + _ARGUMENT, r"\\frac{\2}{\1}"),
    ("prime", r"'", ""),
    ("function", r"\\cos\b", r"\\sin "),
    ("function", r"\\sin\b", r"\\cos "),
    ("function", r"\\max\b", r"\\min "),
    ("function", r"\\tanh\b", r"\\sin "),
    ("function", r"\\log\b", r"\\exp "),
    ("function", r"\\operatorname\{relu\}", r"\\operatorname{softplus}"),
    ("function", r"\\operatorname\{softplus\}", r"\\operatorname{relu}"),
)
_SUBSCRIPT = re.compile(r"_(?:\{[^{}]*\}|.)")


def slips(step: Step) -> Iterator[tuple[str, Step]]:
    """Each step with one slip; an inequality has one, its relation turned round."""
    if step.relation != "=":
        yield "relation", replace(step, relation=OPPOSITE[step.relation])
        return
    for kind, pattern, instead in _SLIPS:
        for side in ("left", "right"):
            for changed in _each_place(getattr(step, side), pattern, instead):
                yield kind, replace(step, **{side: changed})


def _each_place(latex: str, pattern: str, instead: object) -> Iterator[str]:
    """The text with the pattern replaced at one place after the other, subscripts left alone."""
    taboo = [found.span() for found in _SUBSCRIPT.finditer(latex)]
    for found in re.finditer(pattern, latex):
        if not any(start <= found.start() < stop for start, stop in taboo):
            put = instead(found) if callable(instead) else found.expand(str(instead))
            yield latex[: found.start()] + put + latex[found.end() :]
