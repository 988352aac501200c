"""What a formula is worth at one point, in mpmath numbers; derivatives by differences, not rules.

The functions below are written otherwise than in the lessons (σ by tanh, relu by a case, softplus
by its integral's closed form), so that a lesson's formula is compared with something of its own.
Sums run over small concrete sizes, and a product of two arrays is a matrix product.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from mpmath import mp, mpf
from reading import Node, read

ENTRYWISE: dict[str, Callable] = {
    "σ": lambda z: (1 + mp.tanh(z / 2)) / 2,
    "tanh": mp.tanh,
    "relu": lambda z: z if z > 0 else mpf(0),
    "softplus": lambda z: mp.log1p(mp.exp(z)),
    "Φ": lambda z: mp.erfc(-z / mp.sqrt(2)) / 2,
    "φ": lambda z: mp.exp(-z * z / 2) / mp.sqrt(2 * mp.pi),
    "log": mp.log,
    "exp": mp.exp,
    "cos": mp.cos,
    "sin": mp.sin,
}
OF_LISTS: dict[str, Callable] = {
    "max": lambda *numbers: max(numbers),
    "min": lambda *numbers: min(numbers),
    "LSE": lambda *numbers: mp.log(mp.fsum(mp.exp(number) for number in numbers)),
}
CONSTANTS: dict[str, Callable] = {"e": lambda: +mp.e, "π": lambda: +mp.pi}


class MeaninglessError(ValueError):
    """The formula cannot be evaluated with what is known about its symbols."""


@dataclass(frozen=True)
class Definition:
    """S = …, p_i = … or f_k(x) = …: a body with the names of its indices and arguments."""

    indices: tuple[str, ...]
    arguments: tuple[str, ...]
    body: Node


@dataclass(frozen=True)
class World:
    """One point: the values of symbols, what is defined by others, and how to draw the rest."""

    values: Mapping[str, Any]
    draw: Callable[[], mpf]
    drawn: dict[str, mpf] = field(default_factory=dict)
    definitions: Mapping[str, Definition] = field(default_factory=dict)
    bare: Mapping[str, Node] = field(default_factory=dict)
    lengths: Mapping[str, int] = field(default_factory=dict)
    likely: Mapping[str, list] = field(default_factory=dict)

    def where(self, **values: Any) -> World:
        return replace(self, values={**self.values, **values})

    def moved(self, symbol: Node, value: Any) -> World:
        """The same point with one symbol, or one entry of an array, at another value."""
        name, index = symbol[1], index_of(symbol, self)
        if index and isinstance(self.values.get(name), np.ndarray):
            array = self.values[name].copy()
            array[tuple(i - 1 for i in index)] = value
            return self.where(**{name: array})
        return self.where(**{key_of(symbol, self): value})


def index_of(symbol: Node, world: World) -> tuple[int, ...]:
    """The subscripts as whole numbers, or () if they are only a part of the name."""
    found = tuple(_whole(node, world) for node in symbol[2])
    return () if None in found else found


def _whole(node: Node, world: World) -> int | None:
    kind = node[0]
    if kind == "number":
        return int(node[1])
    if kind == "symbol":
        value = world.values.get(node[3])
        return value if isinstance(value, int) else None
    if kind == "negative":
        inner = _whole(node[1], world)
        return None if inner is None else -inner
    terms = [_whole(term, world) for term in node[1:]] if kind == "sum" else [None]
    return None if None in terms else sum(terms)


def key_of(symbol: Node, world: World) -> str:
    index = index_of(symbol, world)
    return f"{symbol[1]}_{','.join(map(str, index))}" if index else symbol[3]


def value(node: Node, world: World) -> Any:
    return EVALUATE[node[0]](world, *node[1:])


def _symbol(world: World, name: str, subscripts: tuple, flat: str) -> Any:
    symbol = ("symbol", name, subscripts, flat)
    key, index = key_of(symbol, world), index_of(symbol, world)
    for known in (flat, key):
        if known in world.values:
            return world.values[known]
    if flat in world.definitions:
        return value(world.definitions[flat].body, world)
    if name in world.definitions and subscripts and index:
        return value(
            world.definitions[name].body, _bound(world.definitions[name], index, (), world)
        )
    if isinstance(known := world.values.get(name), np.ndarray) and index:
        if min(index) < 1:
            raise MeaninglessError(f"{key}: indices begin at 1")
        return known[tuple(i - 1 for i in index)]
    if callable(world.values.get(name)):
        return world.values[name](*index)
    if flat in CONSTANTS:
        return CONSTANTS[flat]()
    return world.drawn.setdefault(key, world.draw()) if key not in world.drawn else world.drawn[key]


def _bound(definition: Definition, index: tuple, arguments: tuple, world: World) -> World:
    names = (*definition.indices, *definition.arguments)
    return world.where(**dict(zip(names, (*index, *arguments), strict=True)))


def _call(world: World, symbol: Node, primes: int, arguments: tuple[Node, ...]) -> Any:
    if symbol[1] == "E":
        return _mean(world, arguments[0])
    if not arguments:
        if symbol[1] not in world.bare:
            return _symbol(world, *symbol[1:])
        arguments = (world.bare[symbol[1]],)
    given = _listed(arguments, world)
    function = _function(symbol, world)
    if primes:
        return _each(lambda t: mp.diff(function, t, primes), given[0])
    if len(given) == 1 and symbol[1] not in OF_LISTS:
        return _each(function, given[0])
    return function(*(given[0] if isinstance(given[0], np.ndarray) else given))


def _function(symbol: Node, world: World) -> Callable:
    name = symbol[1]
    if definition := world.definitions.get(symbol[3]) or world.definitions.get(name):
        index = index_of(symbol, world) if definition.indices else ()
        return lambda *given: value(definition.body, _bound(definition, index, given, world))
    if callable(world.values.get(name)):
        return world.values[name]
    if name in OF_LISTS:
        return OF_LISTS[name]
    if name in ENTRYWISE:
        return ENTRYWISE[name]
    raise MeaninglessError(f"the function {name} is not known")


def _each(function: Callable, given: Any) -> Any:
    if not isinstance(given, np.ndarray):
        return function(given)
    return np.array([function(t) for t in given.flat], dtype=object).reshape(given.shape)


def _listed(arguments: tuple[Node, ...], world: World) -> list[Any]:
    """The arguments; z_1, …, z_K stands for all between."""
    listed: list[Any] = []
    for place, node in enumerate(arguments):
        if node[0] == "dots":
            first, last = arguments[place - 1], arguments[place + 1]
            between = range(index_of(first, world)[0] + 1, index_of(last, world)[0])
            listed += [_symbol(world, first[1], (("number", str(i)),), "") for i in between]
        else:
            listed.append(value(node, world))
    return listed


def _mean(world: World, body: Node) -> Any:
    """The mean over equally likely values of the random symbols."""
    names = list(world.likely)
    cases = list(itertools.product(*world.likely.values()))
    means = [value(body, world.where(**dict(zip(names, case, strict=True)))) for case in cases]
    return mp.fsum(means) / len(means)


def _product(world: World, left: Node, right: Node) -> Any:
    a, b = value(left, world), value(right, world)
    both = isinstance(a, np.ndarray) and isinstance(b, np.ndarray)
    return a @ b if both else a * b


def _power(world: World, base: Node, exponent: Node) -> Any:
    below = value(base, world)
    if isinstance(below, np.ndarray) and exponent[0] == "symbol" and exponent[1] == "T":
        return below.T
    return below ** value(exponent, world)


def _range(world: World, index: str, start: Node, stop: Node, body: Node) -> list[Any]:
    first = value(start, world)
    last = world.lengths.get(stop[1]) if stop[0] == "length" else value(stop, world)
    if not isinstance(first, int) or not isinstance(last, int):
        raise MeaninglessError(f"the sum over {index} has no whole number as its end")
    return [value(body, world.where(**{index: i})) for i in range(first, last + 1)]


def _derivative(world: World, body: Node, variable: Node) -> Any:
    at = value(variable, world)
    return mp.diff(lambda t: value(body, world.moved(variable, t)), at)


def _norm(world: World, inner: Node) -> Any:
    return mp.sqrt(mp.fsum(entry**2 for entry in np.ravel(value(inner, world))))


EVALUATE: dict[str, Callable] = {
    "number": lambda world, text: int(text) if text.isdigit() else mpf(text),
    "symbol": _symbol,
    "call": _call,
    "sum": lambda world, *terms: _added([value(term, world) for term in terms]),
    "negative": lambda world, inner: -value(inner, world),
    "product": _product,
    "entrywise": lambda world, a, b: value(a, world) * value(b, world),
    "quotient": lambda world, a, b: value(a, world) / (value(b, world) * mpf(1)),
    "power": _power,
    "root": lambda world, inner: _each(mp.sqrt, value(inner, world)),
    "size": lambda world, inner: abs(value(inner, world)),
    "norm": _norm,
    "total": lambda world, *rest: _added(_range(world, *rest)),
    "all": lambda world, *rest: mp.fprod(_range(world, *rest)),
    "derivative": _derivative,
}


def _added(terms: list[Any]) -> Any:
    total = terms[0] if terms else mpf(0)
    for term in terms[1:]:
        total = total + term
    return total


def defined(latex: str, functions: frozenset[str]) -> tuple[str, Definition]:
    """Read "S = …", "f_k(x) = …" or "… = m" as a definition, and the name that it defines."""
    left, right = (read(side, functions) for side in latex.split(" = ", 1))
    if left[0] not in ("symbol", "call"):
        left, right = right, left
    symbol, arguments = (left[1], left[3]) if left[0] == "call" else (left, ())
    indices = tuple(sub[1] for sub in symbol[2] if sub[0] == "symbol" and sub[1].islower())
    name = symbol[1] if indices else symbol[3]
    return name, Definition(indices, tuple(argument[3] for argument in arguments), right)
