"""Formulas in exported pages: MathML in the browser's own hands, no MathJax."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup

from course_utils.authoring.mathml import to_mathml, typeset
from course_utils.errors import CourseError


def typeset_html(markup: str) -> BeautifulSoup:
    page = BeautifulSoup(markup, "html.parser")
    typeset(page)
    return page


def words(markup: str) -> str:
    """A formula's characters, without its structure."""
    return "".join(ElementTree.fromstring(markup).itertext())


class TestAFormula:
    @pytest.mark.parametrize(
        ("latex", "text"),
        [
            (r"\sigma(z)=\frac{1}{1+e^{-z}}", "σ(z)=11+e−z"),
            (r"\begin{cases} z & z > 0 \\ 0 & \text{else} \end{cases}", "{zz>00else"),
            (r"\mathbf{X}W + b \in \mathbb{R}^{n \times m}", "𝐗W+b∈ℝn×m"),
            (r"\operatorname{softmax}(z)_i", "softmax(z)i"),
        ],
    )
    def test_keeps_its_symbols(self, latex, text):
        assert words(to_mathml(latex, block=False)) == text

    def test_of_several_lines_becomes_a_table(self):
        markup = to_mathml(r"\begin{aligned} a &= b \\ &= c \end{aligned}", block=True)
        assert markup.count("<mtr>") == 2
        assert "&amp;" not in markup

    def test_parts_a_function_from_its_argument(self):
        assert re.search(r"<mi>log</mi><mspace[^>]*/><mi>p</mi>", to_mathml(r"\log p", block=False))

    @pytest.mark.parametrize("latex", [r"\tanh^2 z", r"\tanh' z", r"\log_2 z"])
    def test_parts_a_function_with_an_exponent_from_its_argument(self, latex):
        name, gap, argument = ElementTree.fromstring(to_mathml(latex, block=False))[0]
        assert len(name) == 2
        assert gap.tag.endswith("mspace")
        assert argument.text == "z"

    def test_does_not_part_a_function_from_a_parenthesis(self):
        assert "mspace" not in to_mathml(r"\log(p)", block=False)

    @pytest.mark.parametrize("latex", [r"\unknowncommand x", r"x^a^b", r"a & b"])
    def test_that_cannot_be_shown_is_refused_by_name(self, latex):
        with pytest.raises(CourseError, match=re.escape(latex)):
            to_mathml(latex, block=False)


class TestAPage:
    def test_shows_inline_and_displayed_formulas(self):
        page = typeset_html("<p>From $a$ to $b$.</p>\n$$\nc = 1\n$$")
        assert [math["display"] for math in page.find_all("math")] == ["inline", "inline", "block"]
        assert page.p.get_text() == "From a to b."

    def test_shows_an_environment_without_dollars(self):
        page = typeset_html(r"<div>\begin{align*}a&amp;=b\end{align*}</div>")
        assert page.math["display"] == "block"

    def test_keeps_a_less_than_sign(self):
        assert typeset_html("<p>1 &lt; 2 and $x &lt; 3$</p>").get_text() == "1 < 2 and x<3"

    @pytest.mark.parametrize("tag", ["code", "pre", "script", "style"])
    def test_leaves_code_alone(self, tag):
        markup = f"<{tag}>cost = '$a$'</{tag}>"
        assert str(typeset_html(markup)) == markup

    def test_leaves_an_escaped_dollar_alone(self):
        assert typeset_html(r"<p>\$5 and \$6</p>").math is None
