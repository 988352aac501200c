"""How sure a small network is and how often it is right, at a temperature to choose."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from course_utils.calibration import expected_calibration_error, reliability_bins
from course_utils.experiments.overconfidence import confidences, digits_logits
from course_utils.figures.reliability import draw_reliability, fill_reliability
from course_utils.losses import cross_entropy

from .canvas import Canvas, new_figure
from .controls import Range
from .front import Frame, Panel, Table
from .words import fixed, percent

BINS = 10
SHOWN = (5, 7, 9)


def reliability_diagram() -> Panel:
    """A slider divides the logits of a digit network by a temperature; the diagram follows.

    Returns
    -------
    Panel
        One control: T, the temperature, from 0.5 to 5.
    """
    slider = Range("T", "temperature T", 1.0, 0.5, 5.0, 0.1, decimals=1)
    picture = _Picture()
    size = picture.canvas.width, picture.canvas.height
    title = "How sure, and how often right"
    return Panel("reliability_diagram", title, [slider], picture, size)


class _Picture:
    def __init__(self) -> None:
        found = digits_logits()
        self.logits, self.labels = found.test, found.test_labels
        figure = new_figure(520, 320)
        axes = tuple(figure.subplots(2, 1, height_ratios=(3.2, 1)))
        self.artists = draw_reliability(axes, BINS, most=len(self.labels))
        bars = (self.artists[name] for name in ("accuracy", "gaps", "counts"))
        self.canvas = Canvas(figure, [bar for group in bars for bar in group])

    def __call__(self, values: Mapping[str, Any]) -> Frame:
        T = values["T"]
        sure, right = confidences(self.logits, self.labels, T)
        found = reliability_bins(sure, right, BINS)
        fill_reliability(self.artists, found)
        error = expected_calibration_error(sure, right, BINS)
        loss = float(cross_entropy(self.logits / T, self.labels))
        accuracy, mean = float(right.mean()), float(sure.mean())
        sentence = (
            f"At T = {fixed(T, 1)} the network is right in {percent(accuracy)} of the images and "
            f"on average {percent(mean)} sure: {_story(mean - accuracy)}."
        )
        alt = (
            "A reliability diagram: bars for the share that is right, over ten bins of "
            f"confidence, with the gap to what was claimed; below it how many images each bin "
            f"holds. At T = {fixed(T, 1)} the expected calibration error is {fixed(error, 3)}."
        )
        rows = (
            ("accuracy", percent(accuracy)),
            ("confidence", percent(mean)),
            ("ECE", fixed(error, 3)),
            ("loss (nats)", fixed(loss, 3)),
            *((_bin(k), self._bin_words(found, k)) for k in SHOWN),
        )
        return Frame(
            self.canvas.png(), alt, sentence, Table(f"T = {fixed(T, 1)}", ("what", "value"), rows)
        )

    def _bin_words(self, found: Any, k: int) -> str:
        at = np.flatnonzero(np.round(found.low * BINS).astype(int) == k)
        if at.size == 0:
            return "no image"
        i = at[0]
        return f"{percent(float(found.accuracy[i]))} of {found.count[i]}"


def _bin(k: int) -> str:
    return f"{k / BINS:.1f} to {(k + 1) / BINS:.1f}, right"


def _story(excess: float) -> str:
    if excess > 0.02:
        return "too sure"
    if excess < -0.02:
        return "not sure enough"
    return "about as sure as it may be"
