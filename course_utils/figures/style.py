"""How the course draws: one colour, line style and marker for each idea, and type that can be read.

The colours are those of Okabe and Ito (2008), darkened where a word written in one of them would
have a contrast of less than 4.5 to 1 with white. No two ideas share both colour and line style,
so a figure also reads in print and for colour-blind eyes. Nothing here touches matplotlib's
global settings.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from matplotlib.patheffects import withStroke

if TYPE_CHECKING:
    from matplotlib.axes import Axes

INK = "#1d1d1d"
QUIET = "#5f6368"
GREY = "#8a8f94"
RULE = "#d0d4d9"
PAPER = "#ffffff"

BLUE = "#0072b2"
VERMILLION = "#bf5000"
GREEN = "#00805e"
PURPLE = "#a8487f"
OCHRE = "#946200"

TEXT_SIZE = 10.5
TITLE_SIZE = 11.5

LONG_DASH = (0, (7, 2))
DASH = (0, (4, 2))
DOT = (0, (1.2, 1.4))
DASH_DOT = (0, (6, 2, 1.4, 2))
DASH_DOT_DOT = (0, (7, 1.6, 1.2, 1.6, 1.2, 1.6))
SHORT_DASH = (0, (2.6, 1.5))
LONGEST_DASH = (0, (12, 3))

_LINES: Mapping[str, tuple[str, Any, str]] = {
    "sigmoid": (BLUE, "-", "o"),
    "tanh": (VERMILLION, LONG_DASH, "s"),
    "morph": (GREEN, DOT, "D"),
    "derivative": (PURPLE, DASH, "^"),
    "tangent": (INK, "-", "o"),
    "naive": (VERMILLION, DOT, "X"),
    "stable": (BLUE, LONG_DASH, "P"),
    "expected": (GREY, "-", "o"),
    "yours": (VERMILLION, DASH, "x"),
    "bce": (GREEN, "-", "o"),
    "mse": (PURPLE, DASH_DOT, "s"),
    "bound": (INK, DASH, "_"),
    "one": (GREEN, DASH, "s"),
    "zero": (OCHRE, "-", "o"),
    "float16": (OCHRE, DASH_DOT, "v"),
    "float32": (GREEN, LONG_DASH, "s"),
    "float64": (BLUE, DASH, "o"),
    "relu": (GREEN, DASH_DOT, "^"),
    "leaky_relu": (OCHRE, DASH, "D"),
    "dead": (VERMILLION, DASH_DOT, "v"),
    "relative": (BLUE, DOT, "^"),
    "normal": (VERMILLION, "-", ">"),
    "boundary": (INK, LONG_DASH, "|"),
    "score": (BLUE, DASH_DOT, "s"),
    "distance": (PURPLE, DOT, "D"),
    "spread": (INK, DASH_DOT, "s"),
    "samples": (OCHRE, LONG_DASH, "^"),
    "delta": (PURPLE, "-", "v"),
    "first": (BLUE, DASH_DOT_DOT, "D"),
    "second": (VERMILLION, SHORT_DASH, "o"),
    "third": (GREEN, LONGEST_DASH, "v"),
    "softmax": (PURPLE, LONG_DASH, "o"),
    "squares": (OCHRE, DOT, "s"),
    "entropy": (INK, DOT, "^"),
}

IDEAS = tuple(_LINES)


def line(idea: str, **changes: Any) -> dict[str, Any]:
    """The keyword arguments of `Axes.plot` for one idea: colour, line style and width.

    Raises
    ------
    KeyError
        If the idea has no style; `IDEAS` lists those that have.
    """
    colour, linestyle, _ = _LINES[idea]
    return {"color": colour, "linestyle": linestyle, "linewidth": 2.2, **changes}


def colour(idea: str) -> str:
    """The colour of one idea, as #rrggbb."""
    return _LINES[idea][0]


def marker(idea: str, **changes: Any) -> dict[str, Any]:
    """The keyword arguments of `Axes.plot` for points of one idea."""
    shade, _, shape = _LINES[idea]
    return {"color": shade, "marker": shape, "linestyle": "none", "markersize": 7, **changes}


def dress(ax: Axes, xlabel: str = "", ylabel: str = "", title: str = "") -> None:
    """Label the axes and give them the look of the course: two spines, a pale grid, 10.5 pt."""
    ax.set_xlabel(xlabel, fontsize=TEXT_SIZE, color=INK)
    ax.set_ylabel(ylabel, fontsize=TEXT_SIZE, color=INK)
    if title:
        ax.set_title(title, fontsize=TITLE_SIZE, color=INK, loc="left")
    ax.tick_params(labelsize=TEXT_SIZE - 0.5, colors=INK)
    for side in ("top", "right"):
        ax.spines[side].set_visible(False)
    for side in ("left", "bottom"):
        ax.spines[side].set_color(QUIET)
    ax.set_axisbelow(True)
    ax.grid(True, color=RULE, linewidth=0.7)


def say(
    ax: Axes,
    x: float,
    y: float,
    text: str,
    idea: str | None = None,
    offset: tuple[float, float] = (0, 0),
    **changes: Any,
) -> Any:
    """Write a label beside the point it names, moved by an offset in points, with a white rim."""
    style = {
        "color": INK if idea is None else colour(idea),
        "fontsize": TEXT_SIZE,
        "path_effects": [withStroke(linewidth=3, foreground=PAPER)],
        "annotation_clip": False,
        **changes,
    }
    return ax.annotate(text, (x, y), xytext=offset, textcoords="offset points", **style)
