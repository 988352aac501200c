"""The controls of a widget: what each is called, what values it takes, and how it refuses others.

Values come from a browser and cannot be trusted: `accept` returns a value the control can have,
or None where nothing sensible was meant.
"""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Range:
    """A slider from low to high in equal steps, or over the listed stops."""

    name: str
    label: str
    start: float
    low: float = 0.0
    high: float = 1.0
    step: float = 0.1
    unit: str = ""
    decimals: int = 1
    stops: tuple[float, ...] = ()
    kind: str = "range"

    def positions(self) -> tuple[float, ...]:
        """Every value the slider can take, from left to right."""
        if self.stops:
            return self.stops
        count = round((self.high - self.low) / self.step) + 1
        return tuple(round(self.low + i * self.step, 9) for i in range(count))

    def accept(self, value: Any) -> float | None:
        """The position nearest to a number; None for what is not a finite number."""
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            return None
        if math.isnan(value):
            return None
        return min(self.positions(), key=lambda position: abs(position - value)) + 0.0


@dataclass(frozen=True)
class Choice:
    """One of a few named options: a drop-down list, or radio buttons."""

    name: str
    label: str
    options: tuple[str, ...]
    start: str
    kind: str = "select"

    def accept(self, value: Any) -> str | None:
        """The option itself, or None if there is no such option."""
        return value if isinstance(value, str) and value in self.options else None


@dataclass(frozen=True)
class Checkbox:
    """Something that is on or off."""

    name: str
    label: str
    start: bool = False
    kind: str = "checkbox"

    def accept(self, value: Any) -> bool | None:
        """True or False as given, None for anything else."""
        return value if isinstance(value, bool) else None


@dataclass(frozen=True)
class Button:
    """Something that is done once for each press; its value counts the presses."""

    name: str
    label: str
    start: int = 0
    kind: str = "button"

    def accept(self, value: Any) -> int | None:
        """The count of presses, None for anything that is not a count."""
        whole = isinstance(value, int) and not isinstance(value, bool)
        return value if whole and value >= 0 else None


Control = Range | Choice | Checkbox | Button


def specification(control: Control) -> dict[str, Any]:
    """The control as the front end reads it; without stops, where it has none."""
    given = {key: value for key, value in asdict(control).items() if value != ()}
    return {key: list(v) if isinstance(v, tuple) else v for key, v in given.items()}
