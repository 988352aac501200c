"""What a choice of activation and of start makes of a network, shallow and deep."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .style import PAPER, QUIET, TEXT_SIZE, dress, marker, say

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Artists = dict[str, Any]
Accuracies = Mapping[str, Mapping[str, float]]


def draw_starts(
    axes: Sequence[Axes], panels: Mapping[str, Accuracies], chance: float = 0.1
) -> Artists:
    """The accuracy of each activation from two starts, one panel for each network.

    Parameters
    ----------
    axes : sequence of matplotlib.axes.Axes, one for each panel
    panels : title of a panel → activation → start → accuracy
        Activations are named as in ACTIVATIONS. The first start is drawn filled, the second hollow.
    chance : float
        The accuracy of guessing, marked by a line.

    Returns
    -------
    dict (title, activation, start) → the point, and "texts"
    """
    drawn: Artists = {"texts": []}
    for ax, (title, rows) in zip(axes, panels.items(), strict=True):
        names = list(rows)
        ax.axvline(chance, color=QUIET, linewidth=1.2, linestyle=(0, (4, 2)))
        for height, name in enumerate(reversed(names)):
            for k, (start, accuracy) in enumerate(rows[name].items()):
                face = {"markerfacecolor": PAPER, "markeredgewidth": 2} if k else {}
                style = marker(name, markersize=11 if k else 7, zorder=3 - k, **face)
                (drawn[title, name, start],) = ax.plot([accuracy], [height], **style)
                if ax is axes[-1] and name == names[0]:
                    sideways = {"ha": "left", "offset": (7, 9)}  # clear of the axis and of chance
                    place = sideways if k else {"ha": "right", "offset": (0, 9)}
                    drawn["texts"].append(
                        say(ax, accuracy, height, start, name, va="bottom", **place)
                    )
        ax.set_yticks(range(len(names)), [name.replace("_", " ") for name in reversed(names)])
        ax.set_xlim(0, 1.05)
        ax.set_ylim(-0.6, len(names))
        dress(ax, "accuracy", title=title)
        style = {"ha": "left", "va": "bottom", "fontsize": TEXT_SIZE - 0.5, "color": QUIET}
        text = ax.text(chance + 0.02, -0.57, "chance", **style)
        drawn["texts"].append(text)
    return drawn
