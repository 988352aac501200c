"""Read a formula into a tree, from the same MathML that the exported pages show.

The converter resolves the macros and ties scripts to what they belong to; what is left is a row of
names, numbers and marks, which is read here with the usual precedence. Two names side by side are a
product, unless the first is a function. A name without brackets after it may still be a function:
tanh z takes the next factor, and a bare σ is left to the declarations.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from course_utils.authoring.mathml import to_mathml

PRIMES = {"′": 1, "″": 2, "‴": 3}
OPENING = {"(": ")", "[": "]", "|": "|", "‖": "‖"}
WITHOUT_BRACKETS = {"log", "exp", "tanh", "cos", "sin", "max", "min"}
Node = tuple[Any, ...]


class UnreadableError(ValueError):
    """The formula uses something that this reader does not know."""


@dataclass(frozen=True)
class Token:
    kind: str  # name, number, mark, over, fraction, root, row
    text: str = ""
    parts: tuple[tuple[Token, ...], ...] = ()
    sub: tuple[Token, ...] = ()
    sup: tuple[Token, ...] = ()
    spaced: bool = False  # a thin space follows: σ\,(1 − σ) is a product, σ(1 − σ) is not


@cache
def read(latex: str, functions: frozenset[str]) -> Node:
    """The tree of one side of a relation."""
    markup = ET.fromstring(to_mathml(latex, block=True).replace("&nbsp;", " "))
    return Reader(_tokens(markup), functions).whole()


def _tokens(parent: ET.Element) -> tuple[Token, ...]:
    tokens: list[Token] = []
    for element in parent:
        if tokens and tokens[-1].text == "Δ" and element.tag.rpartition("}")[2] in ("mi", "msub"):
            tokens[-1] = _changed(tokens[-1], _tokens(_wrapped(element))[0])
            continue
        kind = element.tag.rpartition("}")[2]
        if kind in ("mrow", "mstyle", "mpadded"):
            tokens += _tokens(element)
        elif kind == "mspace":
            tokens[-1:] = [replace(token, spaced=True) for token in tokens[-1:]]
        else:
            tokens.append(_token(kind, element))
    return tuple(tokens)


def _token(kind: str, element: ET.Element) -> Token:
    text = (element.text or "").strip()
    if kind == "mn":
        return Token("number", text)
    if kind in ("mi", "mo"):
        text = "-" if text == "−" else text
        return Token("name" if text.isalpha() else "mark", text)
    children = list(element)
    parts = tuple(_tokens(_wrapped(child)) for child in children)
    if kind in ("msub", "msup", "msubsup", "munder", "munderover"):
        (base,) = parts[0]
        sub = parts[1] if kind != "msup" else ()
        sup = parts[-1] if kind in ("msup", "msubsup", "munderover") else ()
        return Token(base.kind, base.text, base.parts, sub, sup)
    if kind == "mover":
        return Token("name", "mean of " + "".join(token.text for token in parts[0]))
    if kind in ("mfrac", "msqrt"):
        inner = parts if kind == "mfrac" else (_tokens(element),)
        return Token("fraction" if kind == "mfrac" else "root", parts=inner)
    raise UnreadableError(f"<{kind}>")


def _changed(delta: Token, name: Token) -> Token:
    """Δw is one symbol, not a product."""
    return Token("name", delta.text + name.text, sub=name.sub, sup=name.sup)


def _wrapped(element: ET.Element) -> ET.Element:
    row = ET.Element("mrow")
    row.append(element)
    return row


class Reader:
    """One row of tokens, read from left to right."""

    def __init__(self, tokens: tuple[Token, ...], functions: frozenset[str]):
        self.tokens, self.functions, self.at = tokens, functions, 0
        self.closers: list[str] = []

    def whole(self) -> Node:
        node = self.sum()
        if self.here:
            raise UnreadableError(f"'{self.here.text or self.here.kind}' is left over")
        return node

    def part(self, tokens: tuple[Token, ...]) -> Node:
        return Reader(tokens, self.functions).whole()

    @property
    def here(self) -> Token | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def is_mark(self, *texts: str) -> bool:
        return bool(self.here and self.here.kind == "mark" and self.here.text in texts)

    def next(self) -> Token:
        token = self.here
        if token is None:
            raise UnreadableError("the formula ends too early")
        self.at += 1
        return token

    def sum(self) -> Node:
        terms = []
        while not terms or self.is_mark("+", "-"):
            sign = self.next().text if self.is_mark("+", "-") else "+"
            term = self.product()
            terms.append(("negative", term) if sign == "-" else term)
        return terms[0] if len(terms) == 1 else ("sum", *terms)

    def product(self) -> Node:
        node = self.factor()
        while self.here and not self.is_mark("+", "-", ",", *self.closers[-1:]):
            if self.is_mark("·", "/", "⊙", "⋅"):
                mark = self.next().text
                kind = {"/": "quotient", "⊙": "entrywise"}.get(mark, "product")
                node = (kind, node, self.factor())
            else:
                node = ("product", node, self.factor())
        return node

    def factor(self) -> Node:
        token = self.next()
        if token.kind == "number":
            return self.scripted(("number", token.text), token)
        if token.kind == "root":
            return self.scripted(("root", self.part(token.parts[0])), token)
        if token.kind == "fraction":
            return self.fraction(token)
        if token.kind == "name":
            return self.name(token)
        if token.text in ("∑", "∏"):
            return self.big(token)
        if token.text in OPENING:
            return self.bracket(token)
        raise UnreadableError(f"'{token.text}'")

    def scripted(self, node: Node, token: Token) -> Node:
        return ("power", node, self.part(token.sup)) if token.sup else node

    def fraction(self, token: Token) -> Node:
        above, below = token.parts
        for mark in ("d", "∂"):
            if above[0].text == mark and below[0].text == mark and not above[0].sub:
                variable = self.part(below[1:])
                body = self.part(above[1:]) if len(above) > 1 else self.product()
                return ("derivative", body, variable)
        return ("quotient", self.part(above), self.part(below))

    def big(self, token: Token) -> Node:
        """A sum or product over an index, which takes all factors after it."""
        index, start = token.sub[0].text, ("number", "1")
        if len(token.sub) > 1:
            start = self.part(token.sub[2:])
        stop = self.part(token.sup) if token.sup else ("length", index)
        return ("total" if token.text == "∑" else "all", index, start, stop, self.product())

    def bracket(self, token: Token) -> Node:
        inner, closing = self.inside(token.text)
        if len(inner) != 1:
            raise UnreadableError("a list in brackets without a function before it")
        kinds = {"|": "size", "‖": "norm"}
        node = (kinds[token.text], inner[0]) if token.text in kinds else inner[0]
        return self.scripted(node, closing)

    def inside(self, opening: str) -> tuple[list[Node], Token]:
        """The list up to the closing bracket, and that bracket, which may carry an exponent."""
        self.closers.append(OPENING[opening])
        inner = [self.entry()]
        while self.is_mark(","):
            self.next()
            inner.append(self.entry())
        closing = self.next()
        if closing.text != self.closers.pop():
            raise UnreadableError(f"'{closing.text}' closes '{opening}'")
        return inner, closing

    def entry(self) -> Node:
        if self.is_mark("…", "⋯"):
            self.next()
            return ("dots",)
        return self.sum()

    def name(self, token: Token) -> Node:
        symbol = ("symbol", token.text, self.subscripts(token.sub), _flat(token))
        if token.text not in self.functions and token.text not in WITHOUT_BRACKETS:
            return self.scripted(symbol, token)
        primes = PRIMES.get(token.sup[0].text, 0) if token.sup else 0
        exponent = token.sup if not primes else ()
        node, closing = self.call(symbol, primes, token.spaced)
        for sup in (exponent, closing.sup if closing else ()):
            node = ("power", node, self.part(sup)) if sup else node
        return node

    def call(self, symbol: Node, primes: int, spaced: bool) -> tuple[Node, Token | None]:
        if self.is_mark("(", "[") and not spaced:
            arguments, closing = self.inside(self.next().text)
            return ("call", symbol, primes, tuple(arguments)), closing
        if symbol[1] in WITHOUT_BRACKETS:
            return ("call", symbol, primes, (self.factor(),)), None
        return ("call", symbol, primes, ()), None

    def subscripts(self, tokens: tuple[Token, ...]) -> tuple[Node, ...]:
        if all(token.kind in ("name", "number") for token in tokens):
            return tuple(self.part((token,)) for token in tokens)
        return (self.part(tokens),)


def _flat(token: Token) -> str:
    below = "".join(part.text for part in token.sub)
    return f"{token.text}_{below}" if below else token.text
