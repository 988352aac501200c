"""Finite precision: where floating-point numbers run out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.ticker import NullLocator

from .style import QUIET, dress, line, marker, say

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from numpy.typing import ArrayLike

Artists = dict[str, Any]


def draw_gradient_check(ax: Axes, h: ArrayLike, errors: Mapping[str, ArrayLike]) -> Artists:
    """Error of a central difference against its step, both on log axes: a U for each precision.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
    h : array_like, shape (n,)
        Steps; or a dict with the steps for each precision.
    errors : dict of "float32", "float64" to array_like of shape (n,)
        Relative errors; zeros are left out, a log axis has no place for them.

    Returns
    -------
    dict with one line and one point (its lowest, as "float64_best") for each precision, and "texts"
    """
    drawn: Artists = {}
    texts = []
    for precision, error in errors.items():
        steps = np.asarray(h[precision] if isinstance(h, Mapping) else h, dtype=float)
        error = np.where(np.asarray(error) > 0, np.asarray(error, dtype=float), np.nan)
        (drawn[precision],) = ax.plot(steps, error, **line(precision))
        best = int(np.nanargmin(error))
        (drawn[f"{precision}_best"],) = ax.plot([steps[best]], [error[best]], **marker(precision))
        text = f"{precision}: {error[best]:.0e}\nat h = {steps[best]:.0e}"
        down = precision == "float64"  # float32's lowest point has the other curve below it
        side = {"offset": (-18, -6), "va": "top"} if down else {"offset": (18, 28), "va": "bottom"}
        place = {"ha": "right", **side}
        texts.append(say(ax, steps[best], error[best], text, precision, **place))
    ax.set_xscale("log")
    ax.set_yscale("log")
    dress(ax, "step h", "relative error")
    low, high = ax.get_ylim()
    ax.set_ylim(low / 10**2.4, high)
    return {**drawn, "texts": texts}


def draw_rounding(ax: Axes, z: ArrayLike, distances: Mapping[str, ArrayLike]) -> Artists:
    """The distance 1 − sigmoid(z) as computed in each precision; the line ends where it is 0.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
    z : array_like, shape (n,)
        From 0 upwards.
    distances : dict of "float16", "float32", "float64" to array_like of shape (n,)

    Returns
    -------
    dict with one line for each precision, and "texts"
    """
    z = np.asarray(z, dtype=float)
    drawn: Artists = {}
    texts = []
    for precision, distance in distances.items():
        distance = np.asarray(distance, dtype=float)
        seen = np.where(distance > 0, distance, np.nan)
        (drawn[precision],) = ax.plot(z, seen, **line(precision))
        last = int(np.flatnonzero(distance > 0)[-1])
        ax.plot(z[[last]], seen[[last]], **marker(precision))
        text = f"{precision}: exactly 1\nbeyond z ≈ {z[last]:.3g}"
        texts.append(say(ax, z[last], seen[last], text, precision, offset=(9, 4), va="bottom"))
    ax.set_yscale("log")
    dress(ax, "z", "1 − sigmoid(z), as computed")
    ax.set_xlim(z[0], z[-1] * 1.32)
    return {**drawn, "texts": texts}


def draw_float_lens(
    axes: tuple[Axes, Axes],
    far_left: tuple[ArrayLike, ArrayLike, ArrayLike],
    far_right: tuple[ArrayLike, ArrayLike, ArrayLike],
) -> Artists:
    """The sigmoid in one precision: its value far left of 0, its distance from 1 far right of 0.

    Parameters
    ----------
    axes : (Axes, Axes)
    far_left : z, naive and stable values of sigmoid(z), each array_like of shape (n,)
    far_right : z, naive and stable values of 1 − sigmoid(z), each array_like of shape (n,)

    Returns
    -------
    dict with the lines "naive_left", "stable_left", "naive_right", "stable_right", with
    "naive_points", "stable_points" and "rules" (one for each of the axes), with "moving" (those
    in drawing order) and with "texts"
    """
    drawn: Artists = {"naive_points": [], "stable_points": [], "rules": [], "texts": []}
    sides = (("left", axes[0], far_left), ("right", axes[1], far_right))
    for side, ax, (z, naive, stable) in sides:
        for idea, values, width in (("stable", stable, 2.2), ("naive", naive, 3.6)):
            values = np.asarray(values, dtype=float)
            seen = np.where(values > 0, values, np.nan)
            (drawn[f"{idea}_{side}"],) = ax.plot(z, seen, **line(idea, linewidth=width))
        _mark_powers(ax, float(np.min(stable[np.asarray(stable) > 0])))
        ax.set_xlim(float(np.min(z)), float(np.max(z)))
        drawn["texts"].extend(_name_the_ends(ax, side, z, naive))
        drawn["rules"].append(ax.axvline(0, color=QUIET, linewidth=1.2))
        for idea in ("naive", "stable"):
            drawn[f"{idea}_points"] += ax.plot(
                [0], [0.5], **marker(idea, markersize=9, clip_on=False)
            )
    dress(axes[0], "z", "", "σ(z), left of 0")
    dress(axes[1], "z", "", "1 − σ(z), right of 0")
    drawn["moving"] = [*drawn["rules"], *drawn["naive_points"], *drawn["stable_points"]]
    return drawn


def _name_the_ends(ax: Axes, side: str, z: Any, naive: Any) -> list[Any]:
    """Beside the end of the naive line, write that it ends there and the stable one does not."""
    order = np.argsort(np.abs(np.asarray(z, dtype=float)))
    end = order[np.flatnonzero(np.asarray(naive, dtype=float)[order] > 0)[-1]]
    ha, way = ("left", 1) if side == "left" else ("right", -1)
    x, y = float(z[end]), float(naive[end])
    return [
        say(ax, x, y, text, idea, offset=(30 * way, rise), ha=ha, va="bottom")
        for text, idea, rise in (("naive ends", "naive", 9), ("stable", "stable", -5))
    ]


def _mark_powers(ax: Axes, smallest: float) -> None:
    """A log axis from the smallest number to 10, with at most six ticks at even powers of ten."""
    lowest = int(np.floor(np.log10(smallest)))
    step = next(s for s in (1, 2, 5, 10, 20, 50, 100) if -lowest / s <= 5)
    ax.set_yscale("log")
    ax.set_yticks([10.0**k for k in range(0, lowest - 1, -step)])
    ax.yaxis.set_minor_locator(NullLocator())
    ax.set_ylim(smallest, 10.0 ** (-lowest / 20))
