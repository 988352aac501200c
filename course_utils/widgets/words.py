"""How widgets write numbers: a true minus sign, and as many digits as can be read at a glance."""

from __future__ import annotations

import math


def fixed(value: float, decimals: int) -> str:
    """A number with so many decimals: −1.50."""
    text = f"{value:.{decimals}f}"
    if float(text) == 0:
        text = text.removeprefix("-")
    return text.replace("-", "−")


def short(value: float, digits: int = 3) -> str:
    """A number with so many significant digits, as 2.1e−39 where that is shorter."""
    if math.isinf(value):
        return "inf" if value > 0 else "−inf"
    return f"{value:.{digits}g}".replace("e-0", "e-").replace("e+0", "e+").replace("-", "−")


def percent(share: float) -> str:
    """A share between 0 and 1 as 95.9 %, with a space that does not break."""
    return f"{100 * share:.1f}\N{NO-BREAK SPACE}%"
