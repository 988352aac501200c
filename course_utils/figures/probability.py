"""Where the sigmoid comes from: odds, Gaussians, maximum entropy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from .style import BLUE, INK, PAPER, QUIET, colour, dress, line, marker, say

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from numpy.typing import ArrayLike

Artists = dict[str, Any]


def draw_log_odds_of_gaussians(
    axes: tuple[Axes, Axes],
    x: ArrayLike,
    density_zero: ArrayLike,
    density_one: ArrayLike,
    log_odds: ArrayLike,
) -> Artists:
    """Two class densities of equal variance (left), and the log-odds they imply (right).

    Parameters
    ----------
    axes : (Axes, Axes)
        Side by side, or one above the other.
    x, density_zero, density_one, log_odds : array_like, shape (n,)

    Returns
    -------
    dict with the lines "zero", "one" and "log_odds", and "texts"
    """
    left, right = axes
    (zero,) = left.plot(x, density_zero, **line("zero"))
    (one,) = left.plot(x, density_one, **line("one"))
    (odds,) = right.plot(x, log_odds, **line("sigmoid"))
    dress(left, "x", "density")
    dress(right, "x", "log-odds of class 1")
    right.axhline(0, color=QUIET, linewidth=0.8)
    texts = []
    for label, idea, density in (
        ("class 0", "zero", density_zero),
        ("class 1", "one", density_one),
    ):
        top = int(np.argmax(density))
        x_top, y_top = float(np.asarray(x)[top]), float(np.asarray(density)[top])
        texts.append(say(left, x_top, 1.05 * y_top, label, idea, ha="center", va="bottom"))
    left.set_ylim(0, 1.22 * max(float(np.max(density_zero)), float(np.max(density_one))))
    texts.append(
        right.text(
            0.04,
            0.95,
            "a straight line",
            transform=right.transAxes,
            color=colour("sigmoid"),
            va="top",
        )
    )
    return {"zero": zero, "one": one, "log_odds": odds, "texts": texts}


def draw_entropy(
    ax: Axes, p: ArrayLike, objectives: ArrayLike, multipliers: ArrayLike, best: ArrayLike
) -> Artists:
    """Entropy plus a reward z·p for each multiplier z, and the probability that is best for it.

    Among all ways to give "yes" a probability p, maximum entropy under a constraint on the mean
    maximises H(p) + z·p, where z is the multiplier of the constraint. The best p is sigmoid(z).

    Parameters
    ----------
    ax : matplotlib.axes.Axes
    p : array_like, shape (n,)
    objectives : array_like, shape (m, n)
        H(p) + z·p in nats, one row for each multiplier.
    multipliers, best : array_like, shape (m,)
        z, and the p that maximises each row.

    Returns
    -------
    dict with "curves" (m lines), "tops" (the points at the maxima) and "texts"
    """
    p, objectives, best = (np.asarray(a, dtype=float) for a in (p, objectives, best))
    curves = [ax.plot(p, row, **line("sigmoid", linewidth=1.6))[0] for row in objectives]
    heights = [float(np.interp(q, p, row)) for q, row in zip(best, objectives, strict=True)]
    (tops,) = ax.plot(best, heights, **marker("tangent"))
    dress(ax, "probability p", "H(p) + z·p (nats)")
    texts = [
        say(ax, p[-1], row[-1], f"z = {z:g}".replace("-", "−"), offset=(7, 0), va="center")
        for z, row in zip(np.asarray(multipliers), objectives, strict=True)
    ]
    texts.append(say(ax, best[-1], heights[-1], "best p", offset=(0, 7), ha="center"))
    ax.set_ylim(float(objectives.min()) - 0.1, max(heights) + 0.35)
    return {"curves": curves, "tops": tops, "texts": texts}


LOGIT_TICKS = (-6, -4, -2, 0, 2, 4, 6)
DOUBLINGS = (-8, -6, -4, -2, 0, 2, 4, 6, 8)


def draw_odds_ladder(
    ax: Axes, probabilities: ArrayLike, places: ArrayLike, limit: float = 6.0
) -> Artists:
    """Three aligned scales (log-odds, odds, probability) and a bar split as the probability is.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
    probabilities, places : array_like, shape (n,)
        The ticks of the probability scale, and the log-odds at which each of them stands.
    limit : float
        The scales reach from −limit to limit in log-odds (nats).

    Returns
    -------
    dict with the moving artists "rule" (a line through the scales), "points", "one" and "bar"
    """
    ax.set_xlim(-limit - 0.5, limit + 0.5)
    ax.set_ylim(-0.5, 3.6)
    ax.axis("off")
    odds = [(k * np.log(2), f"{2**k}:1" if k >= 0 else f"1:{2**-k}") for k in DOUBLINGS]
    scales = (
        (3, "log-odds z (nats): even steps", [(z, f"{z}".replace("-", "−")) for z in LOGIT_TICKS]),
        (2, "odds: each step multiplies", odds),
        (
            1,
            "probability: crowded at both ends",
            [(z, f"{p:g}") for p, z in zip(np.asarray(probabilities), places, strict=True)],
        ),
    )
    for y, title, ticks in scales:
        ax.plot([-limit, limit], [y, y], color=INK, linewidth=1.4)
        ax.text(-limit, y + 0.33, title, fontsize=10.5, color=INK, va="center")
        for z, text in ticks:
            ax.plot([z, z], [y - 0.07, y + 0.07], color=INK, linewidth=1.2)
            ax.text(z, y - 0.13, text, fontsize=10, color=INK, ha="center", va="top")
    word = {"fontsize": 10.5, "va": "center", "fontweight": "bold"}
    ax.text(-limit, 0.3, "no", color=colour("zero"), **word)
    ax.text(limit, 0.3, "yes", color=colour("one"), ha="right", **word)
    ax.text(
        0,
        0.3,
        "the same probability, as a share",
        fontsize=10.5,
        color=INK,
        va="center",
        ha="center",
    )
    bar = {"linewidth": 16, "solid_capstyle": "butt"}
    (zero,) = ax.plot([-limit, limit], [-0.15, -0.15], color=colour("zero"), **bar)
    # A white stroke where "yes" begins: in print the two colours are the same grey.
    stroke = {"marker": "|", "markevery": [0], "markersize": 18, "markeredgewidth": 4}
    (one,) = ax.plot(
        [0, limit], [-0.15, -0.15], color=colour("one"), markeredgecolor=PAPER, **stroke, **bar
    )
    (rule,) = ax.plot([0, 0], [1, 3], color=BLUE, linewidth=1.2, alpha=0.6)
    (points,) = ax.plot(
        [0, 0, 0], [1, 2, 3], color=BLUE, marker="o", markersize=9, linestyle="none"
    )
    return {"rule": rule, "points": points, "one": one, "bar": zero}
