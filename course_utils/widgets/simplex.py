"""Softmax of three logits as a point of a triangle: what moves it, and what does not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from course_utils.activations import log_softmax, softmax
from course_utils.figures.simplex import draw_simplex, place

from .canvas import Canvas, new_figure
from .controls import Choice, Control, Range
from .front import Frame, Panel, Table
from .words import fixed

NAMES = ("A", "B", "C")
AS_SET, ADDED, DOUBLED = "nothing", "add 10 to all", "double all"
TEMPERATURES = (0.1, 0.2, 0.3, 0.5, 0.7, 1.0, 1.5, 2.0, 3.0, 5.0, 10.0, 30.0, 100.0)
PATH = np.geomspace(0.02, 1000, 240)


def simplex() -> Panel:
    """Three logits, a temperature, and what happens if 10 is added to all or all are doubled.

    Returns
    -------
    Panel
        Controls: a, b, c (the logits), T (the temperature), change ("nothing", "add 10 to all"
        or "double all").
    """
    controls: list[Control] = [
        Range("a", "logit A", 1.0, -4.0, 4.0, 0.5),
        Range("b", "logit B", 0.0, -4.0, 4.0, 0.5),
        Range("c", "logit C", -1.0, -4.0, 4.0, 0.5),
        Range("T", "temperature T", 1.0, stops=TEMPERATURES, decimals=1),
        Choice("change", "then", (AS_SET, ADDED, DOUBLED), AS_SET, kind="radio"),
    ]
    picture = _Picture()
    size = picture.canvas.width, picture.canvas.height
    return Panel("simplex", "Three classes, one probability to share", controls, picture, size)


def _changed(logits: np.ndarray, change: str) -> np.ndarray:
    return {AS_SET: logits, ADDED: logits + 10.0, DOUBLED: 2.0 * logits}[change]


class _Picture:
    def __init__(self) -> None:
        figure = new_figure(560, 260)
        self.artists = draw_simplex(tuple(figure.subplots(1, 2, width_ratios=(1.35, 1))), NAMES)
        single = (self.artists[name] for name in ("path", "step", "before", "point"))
        self.canvas = Canvas(figure, [*single, *self.artists["bars"]])

    def __call__(self, values: Mapping[str, Any]) -> Frame:
        set_to = np.array([values["a"], values["b"], values["c"]])
        T, change = values["T"], values["change"]
        z = _changed(set_to, change)
        before, p = softmax(set_to, temperature=T), softmax(z, temperature=T)
        self._move(set_to, before, p, change)
        shares = ", ".join(f"{name} {fixed(q, 3)}" for name, q in zip(NAMES, p, strict=True))
        logits = ", ".join(fixed(float(v), 1) for v in z)
        entropy = float(-(p * log_softmax(z, temperature=T)).sum())
        sentence = f"Logits ({logits}) at T = {fixed(T, 1)}: {shares}. {_story(before, p, change)}"
        alt = (
            "A triangle whose corners mean surely A, surely B and surely C, with a point in it and "
            f"the path of all temperatures; beside it three bars: {shares}. The logits are "
            f"{logits}, T is {fixed(T, 1)}. {_story(before, p, change)}"
        )
        rows = tuple(
            (name, fixed(float(v), 1), fixed(float(q), 3), fixed(float(v - z[0]) / T, 2))
            for name, v, q in zip(NAMES, z, p, strict=True)
        )
        head = ("class", "logit", "p", "log of p/p(A)")
        table = Table(f"T = {fixed(T, 1)}, entropy {fixed(entropy, 2)} nats", head, rows)
        return Frame(self.canvas.png(), alt, sentence, table)

    def _move(self, logits: np.ndarray, before: np.ndarray, p: np.ndarray, change: str) -> None:
        drawn = self.artists
        start, end = place(before), place(p)
        drawn["path"].set_data(*place([softmax(logits, temperature=T) for T in PATH]).T)
        drawn["point"].set_data(*end[:, np.newaxis])
        drawn["before"].set_data(*start[:, np.newaxis])
        drawn["before"].set_visible(change != AS_SET)
        drawn["step"].set_data(*np.stack([start, end]).T)
        for bar, height in zip(drawn["bars"], p, strict=True):
            bar.set_height(height)


def _story(before: np.ndarray, p: np.ndarray, change: str) -> str:
    if change == AS_SET:
        return "The grey path shows all temperatures."
    done = "10 was added to every logit" if change == ADDED else "Every logit was doubled"
    if np.abs(p - before).max() < 5e-4:
        if change == DOUBLED and np.ptp(before) > 5e-4:
            return f"{done}: the point is as good as at its end already."
        return f"{done}: nothing moves."
    return f"{done}: the point moves, as it would at half the temperature."
