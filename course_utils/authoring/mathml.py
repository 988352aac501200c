"""LaTeX in a page to MathML, which browsers show without MathJax and so without a network."""

from __future__ import annotations

import re
from typing import Any

from course_utils.errors import CourseError

_FORMULA = re.compile(
    r"\$\$(?P<block>.+?)\$\$"
    r"|(?P<environment>\\begin\{(?P<name>[a-z]+\*?)\}.+?\\end\{(?P=name)\})"
    r"|(?<![\\$])\$(?P<inline>(?:\\.|[^$\\])+?)\$",
    re.DOTALL,
)
_VERBATIM = ("code", "pre", "script", "style", "textarea", "title", "math", "svg")
# latex2mathml knows align and array; MathJax also these, which mean the same within a formula.
_SAME_AS = {"aligned": "align*", "split": "align*", "gathered": "align*", "align": "align*"}
_NOT_CONVERTED = re.compile(r"<m[ion][^>]*>(\\[A-Za-z]+|&(?:amp;)?)<")


def typeset(soup: Any) -> None:
    """Replace every formula in a BeautifulSoup page by MathML, outside code.

    Raises
    ------
    CourseError
        If a formula uses something that has no MathML here; it names the formula.
    """
    texts = [text for text in soup.find_all(string=_FORMULA) if not _is_verbatim(text)]
    for text in texts:
        text.replace_with(_typeset_text(str(text)))


def to_mathml(latex: str, block: bool) -> str:
    """One formula, without its dollars, as a ``<math>`` element."""
    try:
        from latex2mathml.converter import convert
    except ImportError as missing:
        raise CourseError(
            "latex2mathml, which sets the formulas, is not installed; in the course's folder: "
            'python -m pip install -e ".[authoring]"'
        ) from missing
    source = re.sub(
        r"\\(begin|end)\{(\w+\*?)\}",
        lambda found: f"\\{found[1]}{{{_SAME_AS.get(found[2], found[2])}}}",
        latex.strip(),
    )
    try:
        markup = convert(source, display="block" if block else "inline")
    except Exception as error:
        raise CourseError(f"The formula {latex.strip()} is not valid: {error!r}") from error
    if found := _NOT_CONVERTED.search(markup):
        raise CourseError(f"The formula {latex.strip()} has no MathML: '{found[1]}' is not known.")
    return _spaced(markup)


def _typeset_text(text: str) -> Any:
    import html

    from bs4 import BeautifulSoup

    pieces = []
    position = 0
    for found in _FORMULA.finditer(text):
        pieces.append(html.escape(text[position : found.start()], quote=False))
        if found["inline"] is not None:
            pieces.append(to_mathml(found["inline"], block=False))
        else:
            formula = to_mathml(found["block"] or found["environment"], block=True)
            pieces.append(f'<span class="course-formula">{formula}</span>')
        position = found.end()
    pieces.append(html.escape(text[position:], quote=False))
    return BeautifulSoup("".join(pieces), "html.parser")


def _is_verbatim(text: Any) -> bool:
    return any(parent.name in _VERBATIM for parent in text.parents)


def _spaced(markup: str) -> str:
    """A thin space between a function's name and its argument: ``log p``, not ``logp``.

    After a name with an exponent, ``tanh² z``, it follows the pair, which must stay one.
    """
    name = "<mi>[A-Za-z]{2,}</mi>"
    return re.sub(
        rf"(<(msup|msub)>{name}<m([ino])[^>]*>[^<]+</m\3></\2>"
        rf"|(?<!<msup>)(?<!<msub>)(?<!<msubsup>){name})"
        r"(?!\s*(?:<mo[^>]*>(?:&#x00028;|\()|</))",
        r'\1<mspace width="0.167em" />',
        markup,
    )
