"""Odds, probability and logit: one belief on three scales."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from course_utils.activations import logit, sigmoid
from course_utils.figures import draw_odds_ladder

from .canvas import Canvas, new_figure
from .controls import Range
from .front import Frame, Panel, Table
from .words import fixed, short

LIMIT = 6.0
TICKS = (0.01, 0.05, 0.2, 0.5, 0.8, 0.95, 0.99)


def odds_ladder() -> Panel:
    """A slider moves the log-odds; odds and probability follow on scales aligned with it.

    Returns
    -------
    Panel
        One control: z, the log-odds in nats from −6 to 6.
    """
    slider = Range("z", "log-odds z", 0.0, -LIMIT, LIMIT, 0.2, unit="nats", decimals=1)
    ladder = _Ladder()
    size = ladder.canvas.width, ladder.canvas.height
    return Panel("odds_ladder", "Odds, probability and logit", [slider], ladder, size)


class _Ladder:
    def __init__(self) -> None:
        figure = new_figure(560, 270)
        self.artists = draw_odds_ladder(figure.subplots(), TICKS, logit(TICKS), LIMIT)
        moving = (self.artists[name] for name in ("one", "rule", "points"))
        self.canvas = Canvas(figure, moving)

    def __call__(self, values: Mapping[str, Any]) -> Frame:
        z = values["z"]
        p, q = float(sigmoid(z)), float(sigmoid(-z))
        self.artists["rule"].set_xdata([z, z])
        self.artists["points"].set_xdata([z, z, z])
        self.artists["one"].set_xdata([LIMIT - 2 * LIMIT * p, LIMIT])
        odds = float(np.exp(abs(z)))
        ratio = f"{odds:.3g} to 1" if z >= 0 else f"1 to {odds:.3g}"
        many = 100 if 0.005 < p < 0.995 else 1000
        sentence = (
            f"At log-odds {fixed(z, 1)} the odds are {ratio} and the probability of yes is "
            f"{short(p)}: about {p * many:.0f} of {many}."
        )
        alt = (
            "Three scales one above the other, with a mark on each: log-odds "
            f"{fixed(z, 1)}, odds {ratio}, probability {short(p)}. "
            f"Below them a bar, of which a share of {short(p)} says yes."
        )
        rows = (
            ("log-odds (nats)", fixed(z, 1), fixed(-z, 1)),
            ("odds", short(float(np.exp(z))), short(float(np.exp(-z)))),
            ("probability", short(p), short(q)),
        )
        table = Table("The same belief, three ways", ("scale", "yes", "no"), rows)
        return Frame(self.canvas.png(), alt, sentence, table)
