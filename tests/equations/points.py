"""Where an equation is tried: random points that respect the conditions it is stated under."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any

import numpy as np
from finding import RELATIONS, Step, sides_of
from meaning import World, defined, value
from mpmath import mp, mpf
from reading import WITHOUT_BRACKETS, read

DIGITS = 50
TOLERANCE = mpf(10) ** -35
Domain = Callable[[Random], Any]


def between(low: float, high: float) -> Domain:
    return lambda chance: mpf(chance.uniform(low, high))


def whole(low: int, high: int) -> Domain:
    return lambda chance: chance.randint(low, high)


def always(what: Any) -> Domain:
    return lambda chance: what


def table(*shape: int, low: float = -2, high: float = 2) -> Domain:
    def draw(chance: Random) -> np.ndarray:
        numbers = [mpf(chance.uniform(low, high)) for _ in range(int(np.prod(shape)))]
        return np.array(numbers, dtype=object).reshape(shape)

    return draw


def chances(size: int) -> Domain:
    """Positive numbers that sum to 1."""

    def draw(chance: Random) -> np.ndarray:
        numbers = table(size, low=0.1, high=2)(chance)
        return numbers / mp.fsum(numbers)

    return draw


def smooth(chance: Random) -> Callable:
    """Some function that is no polynomial and has no symmetry."""
    a, b, c = (mpf(chance.uniform(0.5, 1.5)) for _ in range(3))
    return lambda t: a * mp.sin(b * t + c) + t**2 / 5


def symmetric(size: int = 3) -> Domain:
    """Equally likely values that are as likely as their negatives."""

    def draw(chance: Random) -> list:
        numbers = table(size)(chance)
        return [*numbers, *-numbers]

    return draw


class InWords(str):
    """A definition that the lesson gives in words, put into LaTeX here."""


@dataclass(frozen=True)
class Reading:
    """What a lesson says about the symbols of an equation.

    `given` are definitions as the lesson writes them, or `InWords` where it says them in words,
    `bare` what a function without brackets is taken of, `solve` an equation of the lesson that must
    hold at the point and the symbol that is moved until it does, within an interval.
    """

    domains: Mapping[str, Domain] = field(default_factory=dict)
    given: tuple[str, ...] = ()
    bare: Mapping[str, str] = field(default_factory=dict)
    where: tuple[str, ...] = ()
    solve: tuple[tuple[str, str, float, float], ...] = ()
    likely: Mapping[str, Domain] = field(default_factory=dict)
    functions: frozenset[str] = frozenset()
    lengths: Mapping[str, int] = field(default_factory=dict)

    def with_more(self, more: Reading) -> Reading:
        """Both together; what is said about this equation alone comes last and wins."""
        joined = {}
        for name in self.__dataclass_fields__:
            one, other = getattr(self, name), getattr(more, name)
            joined[name] = one + other if isinstance(one, tuple) else one | other
        return Reading(**joined)

    @property
    def known_functions(self) -> frozenset[str]:
        return frozenset({*WITHOUT_BRACKETS, *BUILT_IN, *self.functions})


BUILT_IN = frozenset({"σ", "relu", "softplus", "Φ", "φ", "LSE", "E"})


def points(step: Step, reading: Reading, count: int) -> list[World]:
    """Random points, the same for the same step every time."""
    chance = Random(zlib.crc32(step.latex.encode()))
    conditions = (*reading.where, *filter(None, [step.condition]))
    found: list[World] = []
    for _ in range(200 * count):
        world = _drawn(reading, chance)
        if all(true(condition, world, reading) for condition in conditions):
            found.append(world)
        if len(found) == count:
            return found
    raise ValueError(f"{step}: no point satisfies {conditions}")


def _drawn(reading: Reading, chance: Random) -> World:
    functions = reading.known_functions
    world = World(
        values={name: draw(chance) for name, draw in reading.domains.items()},
        draw=lambda: mpf(chance.uniform(-3, 3)),
        definitions=dict(defined(latex, functions) for latex in reading.given),
        bare={name: read(latex, functions) for name, latex in reading.bare.items()},
        lengths=reading.lengths,
        likely={name: draw(chance) for name, draw in reading.likely.items()},
    )
    for name, latex, low, high in reading.solve:
        world = _solved(world, name, latex, (mpf(low), mpf(high)), functions)
    return world


def _solved(
    world: World, name: str, latex: str, interval: tuple[mpf, mpf], functions: frozenset[str]
) -> World:
    """The point moved along one symbol until an equation holds."""
    symbol, *sides = (read(part, functions) for part in (name, *latex.split(" = ")))

    def gap(t: mpf) -> mpf:
        left, right = (value(side, world.moved(symbol, t)) for side in sides)
        return left - right

    return world.moved(symbol, mp.findroot(gap, interval, solver="anderson"))


def true(latex: str, world: World, reading: Reading) -> bool:
    (left, right), (relation,) = sides_of(latex)
    sides = (value(read(side, reading.known_functions), world) for side in (left, right))
    return related(*sides, RELATIONS[relation])


def related(left: Any, right: Any, relation: str) -> bool:
    """Whether a relation holds to 35 digits, for every entry if these are arrays."""
    if isinstance(left, np.ndarray) or isinstance(right, np.ndarray):
        left, right = np.broadcast_arrays(left, right)
        return all(related(a, b, relation) for a, b in zip(left.flat, right.flat, strict=True))
    slack = TOLERANCE * max(1, abs(left), abs(right))
    if relation in ("=", "!="):
        return (abs(left - right) <= slack) == (relation == "=")
    if relation in ("<=", ">="):
        return left <= right + slack if relation == "<=" else left >= right - slack
    if relation in ("<", ">"):
        return left < right if relation == "<" else left > right
    raise ValueError(f"'{relation}' is no relation that can be checked")


def _shown(number: Any) -> str:
    if isinstance(number, np.ndarray):
        return "[" + " ".join(_shown(entry) for entry in number.flat) + "]"
    return getattr(number, "__name__", "") if callable(number) else mp.nstr(number, 8)


def fails(step: Step, reading: Reading, count: int = 5) -> str:
    """Where the step does not hold, or an empty text."""
    with mp.workdps(DIGITS):
        trees = [read(side, reading.known_functions) for side in (step.left, step.right)]
        for world in points(step, reading, count):
            sides = [value(tree, world) for tree in trees]
            if not related(*sides, step.meaning):
                left, right = (_shown(side) for side in sides)
                at = {**world.values, **world.drawn}
                symbols = ", ".join(f"{name} = {_shown(at[name])}" for name in sorted(at))
                return f"{step}\n  does not hold: left {left}, right {right}, at {symbols}"
    return ""
