"""Folding: each layer of two ReLUs doubles the straight pieces of the tent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from course_utils.experiments.pieces import fold, pieces
from course_utils.figures import draw_depth_folder

from .canvas import Canvas, new_figure
from .controls import Range
from .front import Frame, Panel, Table

DEEPEST = 7
X = np.linspace(0.0, 1.0, 2**DEEPEST + 1)


def depth_folder() -> Panel:
    """Fold the interval from 0 to 1 by 1 to 7 layers of two ReLUs, and count the pieces.

    Returns
    -------
    Panel
        One control: layers.
    """
    slider = Range("layers", "layers", 1.0, 1.0, float(DEEPEST), 1.0, decimals=0)
    folder = _Folder()
    size = folder.canvas.width, folder.canvas.height
    return Panel("depth_folder", "Folding with depth", [slider], folder, size)


class _Folder:
    def __init__(self) -> None:
        figure = new_figure(560, 280)
        axes = tuple(figure.subplots(1, 2, width_ratios=(1.25, 1)))
        self.artists = draw_depth_folder(axes, DEEPEST)
        self.canvas = Canvas(figure, self.artists.values())

    def __call__(self, values: Mapping[str, Any]) -> Frame:
        layers = round(values["layers"])
        y = fold(X, layers)
        found, units = pieces(X, y), 2 * layers
        self.artists["before"].set(data=(X, fold(X, layers - 1)), linewidth=4.5 - 0.5 * layers)
        self.artists["curve"].set(data=(X, y), linewidth=2.2 - 0.25 * layers)  # 128 pieces: thin
        self.artists["deep"].set_data([layers], [found])
        self.artists["wide"].set_data([layers], [units + 1])
        many = f"{layers} layer{'s' * (layers > 1)} of two ReLUs"
        sentence = (
            f"{many}, {units} in all, make {found} straight pieces. In a single layer {units} "
            f"ReLUs make {units + 1} at most."
        )
        alt = (
            f"Left, the tent folded by {many}: a zigzag between 0 and 1 of {found} straight "
            f"pieces. Right, on a log axis, the pieces against the number of layers: folding "
            f"doubles them with each layer and stands at {found}; a single layer of as many ReLUs "
            f"makes at most {units + 1}."
        )
        rows = (
            ("ReLUs", str(units), str(units)),
            ("layers", str(layers), "1"),
            ("straight pieces", str(found), f"at most {units + 1}"),
        )
        table = Table("The same ReLUs", ("what", "folded", "in one layer"), rows)
        return Frame(self.canvas.png(), alt, sentence, table)
