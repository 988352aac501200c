"""Activation functions as curves: their slopes, where they saturate, yours against expected."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.patheffects import withStroke

from .style import INK, OCHRE, PAPER, QUIET, TEXT_SIZE, dress, line, marker, say

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from numpy.typing import ArrayLike

Artists = dict[str, Any]

CROSSES = 40  # at most so many crosses mark where a curve has no values


def _at(z: ArrayLike, y: ArrayLike, where: float) -> tuple[float, float]:
    """The point of a sampled curve at the given share of its width."""
    index = round(where * (len(np.asarray(z)) - 1))
    return float(np.asarray(z)[index]), float(np.asarray(y)[index])


def draw_activation(
    ax: Axes, z: ArrayLike, values: ArrayLike, derivative: ArrayLike, name: str = "sigmoid"
) -> Artists:
    """An activation (its own line style) and its derivative (dashed) over the pre-activation.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
    z, values, derivative : array_like, shape (n,)
        Pre-activations, f(z) and f′(z).
    name : str
        "sigmoid" or "tanh", as in `style.IDEAS`.

    Returns
    -------
    dict with the lines "activation" and "derivative", and their labels as "texts"
    """
    (activation,) = ax.plot(z, values, **line(name))
    (slope,) = ax.plot(z, derivative, **line("derivative"))
    dress(ax, "pre-activation z", "activation and slope")
    top = float(np.max(values))
    height = top - min(float(np.min(values)), 0.0)
    ax.set_ylim(min(float(np.min(values)), 0.0) - 0.06 * height, top + 0.2 * height)
    right = float(np.asarray(z)[-1])
    bend = np.asarray(derivative)
    x, y = _at(z, bend, 0.5 + 0.5 * float(np.mean(bend > 0.4 * bend.max())))
    texts = [
        say(ax, right, top + 0.04 * height, name, name, ha="right", va="bottom"),
        say(ax, x + 0.04 * right, y + 0.03 * height, "slope", "derivative", va="bottom"),
    ]
    return {"activation": activation, "derivative": slope, "texts": texts}


def draw_saturation(
    ax: Axes,
    z: ArrayLike,
    values: ArrayLike,
    derivative: ArrayLike,
    share: float = 0.1,
    name: str = "sigmoid",
) -> Artists:
    """An activation with the parts shaded where its slope is below a share of its largest slope.

    Returns
    -------
    dict with the line "activation", the shaded "regions" and "texts"
    """
    z, slope = np.asarray(z, dtype=float), np.asarray(derivative, dtype=float)
    artists = draw_activation(ax, z, values, derivative, name)
    flat = slope < share * slope.max()
    low, high = ax.get_ylim()
    regions = ax.fill_between(
        z, low, high, where=flat.tolist(), color=OCHRE, alpha=0.16, linewidth=0
    )
    ax.set_ylim(low, high)
    edges = (z[0], z[np.argmin(flat)]), (z[len(z) - 1 - np.argmin(flat[::-1])], z[-1])
    texts = [
        say(ax, sum(edge) / 2, (low + high) / 2, "flat", ha="center", va="center")
        for edge, is_flat in zip(edges, (flat[0], flat[-1]), strict=True)
        if is_flat
    ]
    title = f"flat: slope below {100 * share:g} % of its largest"
    ax.set_title(title, fontsize=TEXT_SIZE, color=INK, loc="left")
    return {**artists, "regions": regions, "texts": [*artists["texts"], *texts]}


def draw_yours_against_expected(
    ax: Axes, z: ArrayLike, yours: ArrayLike, expected: ArrayLike, name: str, variable: str = "z"
) -> Artists:
    """A learner's values (dashed) over the expected ones (solid), and where they differ most.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
    z, yours, expected : array_like, shape (n,)
        What is not finite in `yours` leaves a gap, marked by crosses on the expected curve.
    name : str
        The name of the exercise, used in the labels.
    variable : str
        The name of its argument.

    Returns
    -------
    dict with the lines "expected", "yours" and "missing" (crosses) and "texts"
    """
    z, yours, expected = (np.asarray(x, dtype=float) for x in (z, yours, expected))
    finite = np.isfinite(yours)
    rim = {"path_effects": [withStroke(linewidth=4.5, foreground=PAPER)]}
    (truth,) = ax.plot(z, expected, **line("expected", linewidth=7))
    (mine,) = ax.plot(z, np.where(finite, yours, np.nan), **line("yours"), **rim)
    some = max(1, len(z) // CROSSES)  # crosses that touch would look like a line
    (missing,) = ax.plot(z[~finite][::some], expected[~finite][::some], **marker("yours"), **rim)
    dress(ax, variable, f"{name}({variable})")
    gap = np.where(finite, np.abs(yours - expected), np.inf)
    worst = int(np.argmax(gap))
    if not finite.all():
        verdict = f"yours is not finite at {int((~finite).sum())} of {len(z)} points (crosses)"
    elif gap[worst] == 0:
        verdict = "yours is the same everywhere"
    else:
        verdict = f"largest difference {gap[worst]:.2g}, at {variable} = {z[worst]:.3g}"
    words = ax.set_title(
        f"yours (dashed) against expected (wide grey)\n{verdict}",
        fontsize=TEXT_SIZE,
        color=INK,
        loc="left",
    )
    return {"expected": truth, "yours": mine, "missing": missing, "texts": [words]}


def draw_tangent(
    axes: tuple[Axes, Axes], z: ArrayLike, values: ArrayLike, slopes: ArrayLike
) -> Artists:
    """The sigmoid on the left and its slope on the right, with a marker and a tangent to move.

    Parameters
    ----------
    axes : (Axes, Axes)
    z, values, slopes : array_like, shape (n,)

    Returns
    -------
    dict with the moving artists "tangent", "point" and "slope_point"
    """
    left, right = axes
    left.plot(z, values, **line("sigmoid"))
    right.plot(z, slopes, **line("derivative"))
    (tangent,) = left.plot([-1, 1], [0, 1], **line("tangent", linewidth=1.4))
    (point,) = left.plot([0], [0.5], **marker("tangent"))
    (slope_point,) = right.plot([0], [0.25], **marker("tangent"))
    dress(left, "z", "", "value")
    dress(right, "z", "", "slope")
    for ax in axes:
        ax.set_xlim(float(np.min(z)), float(np.max(z)))
        ax.set_xticks([-6, -3, 0, 3, 6])
    left.set_ylim(-0.15, 1.15)
    left.set_yticks([0, 0.25, 0.5, 0.75, 1])
    right.set_ylim(-0.012, 0.29)
    right.set_yticks([0, 0.05, 0.1, 0.15, 0.2, 0.25])
    return {"tangent": tangent, "point": point, "slope_point": slope_point}


def draw_explorer(axes: tuple[Axes, Axes], z: ArrayLike, curves: dict[str, tuple]) -> Artists:
    """Sigmoid, tanh and the morph between them on the left, their slopes on the right.

    Parameters
    ----------
    axes : (Axes, Axes)
    z : array_like, shape (n,)
    curves : dict of name to (values, derivative), for "sigmoid", "tanh" and "morph"

    Returns
    -------
    dict with the moving artists "morph", "morph_slope", "tangent", "point", "slope_point"
    """
    left, right = axes
    z = np.asarray(z, dtype=float)
    for name in ("sigmoid", "tanh"):
        left.plot(z, curves[name][0], **line(name))
        right.plot(z, curves[name][1], **line(name))
    (morph,) = left.plot(z, curves["morph"][0], **line("morph", linewidth=3.2))
    (morph_slope,) = right.plot(z, curves["morph"][1], **line("morph", linewidth=3.2))
    (tangent,) = left.plot([-1, 1], [0, 1], color=INK, linewidth=1.4)
    (point,) = left.plot([0], [0.5], **marker("tangent"))
    (slope_point,) = right.plot([0], [0.25], **marker("tangent"))
    dress(left, "z", "", "value")
    dress(right, "z", "", "slope")
    for ax in axes:
        ax.set_xlim(z[0], z[-1])
        ax.set_xticks([-6, -3, 0, 3, 6])
    left.set_ylim(-1.25, 1.25)
    left.set_yticks([-1, -0.5, 0, 0.5, 1])
    right.set_ylim(-0.03, 1.08)
    right.set_yticks([0, 0.25, 0.5, 0.75, 1])
    say(left, -5.8, 0.1, "sigmoid", "sigmoid", va="bottom")
    say(left, -5.8, -0.93, "tanh", "tanh", va="bottom")
    say(right, 2.1, 0.26, "sigmoid", "sigmoid", va="bottom")
    say(right, 0.9, 0.62, "tanh", "tanh", va="bottom")
    say(left, 5.8, -1.1, "morph: dotted", "morph", ha="right")
    left.axhline(0, color=QUIET, linewidth=0.8)
    return {
        "morph": morph,
        "morph_slope": morph_slope,
        "tangent": tangent,
        "point": point,
        "slope_point": slope_point,
    }
