"""The Jacobian of softmax for three classes: how every probability answers to every logit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from course_utils.activations import softmax, softmax_jacobian
from course_utils.figures.simplex import draw_jacobian

from .canvas import Canvas, new_figure
from .controls import Range
from .front import Frame, Panel, Table
from .words import fixed

NAMES = ("A", "B", "C")


def jacobian_table() -> Panel:
    """Three logits; the nine slopes, each written into its cell.

    Returns
    -------
    Panel
        Controls: a, b, c, the logits.
    """
    controls = [
        Range("a", "logit A", 1.0, -4.0, 4.0, 0.5),
        Range("b", "logit B", 0.0, -4.0, 4.0, 0.5),
        Range("c", "logit C", -1.0, -4.0, 4.0, 0.5),
    ]
    picture = _Picture()
    size = picture.canvas.width, picture.canvas.height
    return Panel("jacobian_table", "How p answers to z", controls, picture, size)


class _Picture:
    def __init__(self) -> None:
        figure = new_figure(560, 260)
        self.artists = draw_jacobian(tuple(figure.subplots(1, 2, width_ratios=(1, 1.5))), NAMES)
        texts = [text for row in self.artists["texts"] for text in row]
        self.canvas = Canvas(figure, [*self.artists["bars"], self.artists["cells"], *texts])

    def __call__(self, values: Mapping[str, Any]) -> Frame:
        z = np.array([values["a"], values["b"], values["c"]])
        p, J = softmax(z), softmax_jacobian(z)
        self._move(p, J)
        shares = ", ".join(f"{name} {fixed(float(q), 3)}" for name, q in zip(NAMES, p, strict=True))
        slopes = ", ".join(
            f"p({name}) {fixed(float(v), 3)}" for name, v in zip(NAMES, J[:, 0], strict=True)
        )
        sentence = f"Probabilities {shares}. Raising logit A alone, per unit: {slopes}; sum 0."
        alt = (
            f"Left, three bars: {shares}. Right, a table of three by three slopes, those on the "
            "diagonal positive, all others negative. Along logit A the slopes are "
            f"{slopes}."
        )
        rows = tuple(
            (f"p({name})", *(fixed(float(v), 3) for v in row), fixed(float(row.sum()), 3))
            for name, row in zip(NAMES, J, strict=True)
        )
        head = ("slope of", *(f"z({name})" for name in NAMES), "sum")
        caption = "The Jacobian: slopes along each logit"
        return Frame(self.canvas.png(), alt, sentence, Table(caption, head, rows))

    def _move(self, p: np.ndarray, J: np.ndarray) -> None:
        for bar, width in zip(self.artists["bars"], p, strict=True):
            bar.set_width(width)
        self.artists["cells"].set_array(J[::-1].copy())
        for texts, row in zip(self.artists["texts"], J, strict=True):
            for text, value in zip(texts, row, strict=True):
                text.set_text(fixed(float(value), 3))
