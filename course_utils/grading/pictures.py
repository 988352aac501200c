"""A small picture of an answer's curve against the expected one, as numbers and as SVG."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from markupsafe import Markup, escape
from numpy.typing import NDArray

from course_utils.checking.curves import Curves, alternative
from course_utils.checking.exercise import Exercise

EVERY = 4  # of the points that were compared; enough for a small picture
WIDTH, HEIGHT, MARGIN = 360.0, 180.0, 26.0

Picture = dict[str, Any]


def picture(exercise: Exercise, curves: Curves) -> Picture:
    """What is kept of two curves: their ends, every fourth value, and the picture in words."""
    z, yours, expected = curves
    return {
        "low": float(z[0]),
        "high": float(z[-1]),
        "yours": _short(yours),
        "expected": _short(expected),
        "alt": alternative(exercise, *curves),
    }


def _short(values: NDArray[Any]) -> list[float | None]:
    return [float(f"{v:.4g}") if math.isfinite(v) else None for v in values[::EVERY].tolist()]


def svg(kept: Picture) -> Markup:
    """The picture: the expected curve solid and wide, yours dashed, each named where it ends."""
    yours, expected = kept["yours"], kept["expected"]
    bottom, top = _span(yours, expected)
    lines = [
        f'<path d="{_path(expected, bottom, top)}" class="expected"/>',
        f'<path d="{_path(yours, bottom, top)}" class="yours"/>',
        *_axis(kept, bottom, top),
    ]
    return Markup(
        f'<svg class="curves" role="img" viewBox="0 0 {WIDTH:g} {HEIGHT:g}" width="{WIDTH:g}">'
        f"<title>{escape(kept['alt'])}</title>{''.join(lines)}</svg>"
    )


def _span(yours: Sequence[float | None], expected: Sequence[float | None]) -> tuple[float, float]:
    """The heights that are shown: those of the expected curve, and as much again for yours."""
    truth = np.array([v for v in expected if v is not None] or [0.0])
    low, high = float(truth.min()), float(truth.max())
    room = (high - low) or 1.0
    mine = np.array([v for v in yours if v is not None] or [low])
    low = max(min(low, float(mine.min())), low - room)
    high = min(max(high, float(mine.max())), high + room)
    return low - 0.05 * room, high + 0.05 * room


def _path(values: Sequence[float | None], bottom: float, top: float) -> str:
    parts, pen = [], "M"
    for k, value in enumerate(values):
        if value is None:
            pen = "M"
            continue
        x = MARGIN + (WIDTH - 2 * MARGIN) * k / (len(values) - 1)
        y = _height(min(max(value, bottom), top), bottom, top)
        parts.append(f"{pen}{x:.1f} {y:.1f}")
        pen = "L"
    return "".join(parts)


def _height(value: float, bottom: float, top: float) -> float:
    return HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * (value - bottom) / (top - bottom)


def _axis(kept: Picture, bottom: float, top: float) -> list[str]:
    """The box, its ends as numbers, and the names of the two curves."""
    right, base = WIDTH - MARGIN, HEIGHT - MARGIN
    box = f'<path d="M{MARGIN} {MARGIN}V{base}H{right}" class="axis"/>'
    ends = [
        (MARGIN, HEIGHT - 8, "start", f"{kept['low']:g}"),
        (right, HEIGHT - 8, "end", f"{kept['high']:g}"),
        (MARGIN, MARGIN - 8, "start", f"up to {top:.3g}, down to {bottom:.3g}"),
    ]
    texts = [f'<text x="{x}" y="{y}" text-anchor="{a}">{escape(t)}</text>' for x, y, a, t in ends]
    return [box, *texts]
