"""Losses, gradients and what training does with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.ticker import MaxNLocator

from .style import INK, PURPLE, QUIET, TEXT_SIZE, colour, dress, line, marker, say

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from numpy.typing import ArrayLike

Artists = dict[str, Any]

NAMES = {"bce": "cross-entropy", "mse": "squared error"}
LEGEND = {"frameon": False, "borderpad": 0, "borderaxespad": 0.2, "labelspacing": 0.2}


def draw_product_of_slopes(
    ax: Axes, layers: ArrayLike, bound: ArrayLike, products: ArrayLike | None = None
) -> Artists:
    """The bound ¼^L on a product of L sigmoid slopes, on a log axis; sampled products below it.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
    layers, bound : array_like, shape (n,)
    products : array_like, shape (m, n), optional
        Products of slopes along m sampled paths.

    Returns
    -------
    dict with the line "bound", the list of lines "products" and "texts"
    """
    layers, bound = np.asarray(layers), np.asarray(bound, dtype=float)
    paths = [] if products is None else list(np.asarray(products, dtype=float))
    drawn = [ax.plot(layers, row, color=PURPLE, linewidth=1.0, alpha=0.8)[0] for row in paths]
    (limit,) = ax.plot(layers, bound, **line("bound"))
    ax.set_yscale("log")
    ax.xaxis.set_major_locator(MaxNLocator(integer=True))
    dress(ax, "layers L", "product of slopes")
    middle = len(layers) // 2
    texts = [say(ax, layers[middle], bound[middle], "(1/4)^L, the most it can be", offset=(8, 6))]
    if paths:
        place = len(layers) // 3
        low = float(np.min(np.asarray(products)[:, place]))
        style = {"offset": (-8, -6), "ha": "right", "va": "top"}
        texts.append(say(ax, layers[place], low, "sampled paths", "derivative", **style))
    return {"bound": limit, "products": drawn, "texts": texts}


def draw_losses_on_logit(
    axes: tuple[Axes, Axes],
    z: ArrayLike,
    bce: ArrayLike,
    mse: ArrayLike,
    bce_gradient: ArrayLike,
    mse_gradient: ArrayLike,
) -> Artists:
    """Cross-entropy and squared error against the logit for target 1, and their gradients.

    Returns
    -------
    dict with the lines "bce", "mse", "bce_gradient", "mse_gradient" and "texts"
    """
    left, right = axes
    drawn = {}
    for idea, value, gradient in (("bce", bce, bce_gradient), ("mse", mse, mse_gradient)):
        (drawn[idea],) = left.plot(z, value, **line(idea))
        (drawn[f"{idea}_gradient"],) = right.plot(z, gradient, **line(idea))
    dress(left, "logit z (target 1)", "loss")
    dress(right, "logit z (target 1)", "gradient")
    first, span = float(np.asarray(z)[0]), float(np.ptp(z))
    top = float(np.max(bce))
    texts = [
        say(left, first + 0.24 * span, 0.9 * top, NAMES["bce"], "bce", va="top"),
        say(left, first, float(np.max(mse)) + 0.03 * top, NAMES["mse"], "mse", va="bottom"),
        say(right, first + 0.66 * span, -0.75, NAMES["bce"], "bce", va="center"),
        say(right, first, -0.2, NAMES["mse"], "mse", va="center"),
    ]
    return {**drawn, "texts": texts}


def draw_training_curves(
    ax: Axes,
    steps: ArrayLike,
    curves: Mapping[str, ArrayLike],
    ylabel: str = "loss",
    log: bool = False,
) -> Artists:
    """One line for each training run, named at its right end.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
    steps : array_like, shape (n,)
    curves : dict of idea to array_like of shape (n,)
        Ideas as in `style.IDEAS`, such as "bce" and "mse".
    ylabel : str
        What is plotted, with its unit.
    log : bool
        Draw the vertical axis in powers of ten.

    Returns
    -------
    dict with one line for each idea, and "texts"
    """
    drawn = {idea: ax.plot(steps, y, **line(idea))[0] for idea, y in curves.items()}
    if log:
        ax.set_yscale("log")
    dress(ax, "gradient steps", ylabel)
    low, high = ax.get_ylim()
    scale = np.log10 if log else np.asarray
    ends = {idea: float(np.asarray(y)[-1]) for idea, y in curves.items()}
    room = 0.11 * float(scale(high) - scale(low))
    texts, previous = [], -np.inf
    for idea in sorted(ends, key=ends.__getitem__):
        place = max(float(scale(ends[idea])), previous + room)
        previous = place
        texts.append(
            say(
                ax,
                float(np.asarray(steps)[-1]),
                10**place if log else place,
                NAMES.get(idea, idea),
                idea,
                offset=(5, 0),
                va="center",
            )
        )
    return {**drawn, "texts": texts}


def draw_sign_agreement(ax: Axes, labels: Sequence[str], shares: ArrayLike) -> Artists:
    """How often all gradients of one unit share a sign, as a bar for each case.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
    labels : sequence of str
        One for each bar, from top to bottom.
    shares : array_like, shape (n,)
        Between 0 and 1.

    Returns
    -------
    dict with "bars" and "texts" (the percentages)
    """
    shares = np.asarray(shares, dtype=float)
    rows = np.arange(len(labels))[::-1]
    bars = ax.barh(rows, shares, color=colour("sigmoid"), height=0.6)
    dress(ax, "share of gradients with one sign for all weights")
    ax.set_yticks(rows, labels=list(labels), fontsize=TEXT_SIZE, color=INK)
    ax.set_xlim(0, 1.16)
    ax.set_xticks([0, 0.25, 0.5, 0.75, 1], labels=["0", "25 %", "50 %", "75 %", "100 %"])
    ax.grid(visible=False, axis="y")
    texts = [
        ax.text(share + 0.015, row, f"{share:.0%}".replace("%", " %"), va="center", color=INK)
        for share, row in zip(shares, rows, strict=True)
    ]
    return {"bars": bars, "texts": texts}


def draw_zigzag(ax: Axes, paths: Mapping[str, ArrayLike], target: ArrayLike) -> Artists:
    """Paths of two weights under gradient descent: in a zigzag if their gradients share a sign.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
    paths : dict of idea ("sigmoid", "tanh") to array_like of shape (steps, 2)
    target : array_like, shape (2,)
        The best weights.

    Returns
    -------
    dict with one line for each path, "target" and "texts"
    """
    drawn = {
        idea: ax.plot(*np.asarray(path, dtype=float).T, **line(idea, linewidth=1.6, marker="."))[0]
        for idea, path in paths.items()
    }
    (goal,) = ax.plot(
        *np.asarray(target, dtype=float), **marker("tangent", marker="*", markersize=14)
    )
    dress(ax, "weight 1", "weight 2")
    texts = [say(ax, *np.asarray(target, dtype=float), "best", offset=(9, 0), va="center")]
    for number, (idea, path) in enumerate(paths.items()):
        points = np.asarray(path, dtype=float)
        # The first path is named below its lowest point, the second left of its middle.
        x, y = points[np.argmin(points[:, 1])] if number == 0 else points[len(points) // 2]
        where = {"offset": (14, -8), "ha": "center"} if number == 0 else {"offset": (-9, -9)}
        texts.append(say(ax, x, y, f"{idea} inputs", idea, va="top", **{"ha": "right", **where}))
    ax.axhline(0, color=QUIET, linewidth=0.8)
    ax.axvline(0, color=QUIET, linewidth=0.8)
    return {**drawn, "target": goal, "texts": texts}


def draw_wrong_and_confident(
    axes: tuple[Axes, Axes], steps: ArrayLike, loss_limits: tuple[float, float]
) -> Artists:
    """Empty axes and four lines for `wrong_and_confident`: loss and accuracy of two runs.

    Returns
    -------
    dict with the moving lines "bce_loss", "mse_loss", "bce_accuracy", "mse_accuracy"
    """
    left, right = axes
    steps = np.asarray(steps)
    drawn = {}
    for idea in ("bce", "mse"):
        (drawn[f"{idea}_loss"],) = left.plot(steps, np.ones(len(steps)), **line(idea))
        (drawn[f"{idea}_accuracy"],) = right.plot(steps, np.zeros(len(steps)), **line(idea))
    left.set_yscale("log")
    left.set_ylim(*loss_limits)
    # The lines move, so their names cannot stand beside them: samples of the lines do.
    left.legend(
        [drawn["bce_loss"], drawn["mse_loss"]],
        [NAMES["bce"], NAMES["mse"]],
        loc="upper right",
        fontsize=TEXT_SIZE,
        labelcolor="linecolor",
        **LEGEND,
    )
    right.set_ylim(-0.03, 1.03)
    dress(left, "gradient steps", "", "training loss")
    dress(right, "gradient steps", "", "accuracy")
    for ax in axes:
        ax.set_xlim(0, float(steps[-1]))
    return drawn
