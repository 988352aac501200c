"""Put a figure into a notebook together with the words that stand for it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.figure import Figure

PIXELS_PER_INCH = 100
SHARPNESS = 2
COLOURS = 128


class Picture:
    """A finished picture and its text alternative, displayed as one output."""

    def __init__(self, png: bytes, alt: str, width: int) -> None:
        self.png = png
        self.alt = alt
        self.width = width

    def __repr__(self) -> str:
        return self.alt

    def _repr_mimebundle_(self, **_: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        data = {"image/png": self.png, "text/plain": self.alt}
        return data, {"image/png": {"alt": self.alt, "width": self.width}}


def picture(figure: Figure, alt: str) -> Picture:
    """The figure as a PNG of at most 128 colours, twice as fine as it is shown.

    Raises
    ------
    ValueError
        If alt is empty: a reader who cannot see the figure would be left with nothing.
    """
    from PIL import Image

    if not alt.strip():
        raise ValueError(
            "show: alt is empty; say in a sentence or two what the figure shows, "
            'for example show(figure, alt="The sigmoid rises from 0 to 1.").'
        )
    raw = io.BytesIO()
    figure.savefig(
        raw,
        format="png",
        dpi=PIXELS_PER_INCH * SHARPNESS,
        bbox_inches="tight",
        pad_inches=0.06,
        facecolor="white",
    )
    with Image.open(raw) as image:
        width = round(image.width / SHARPNESS)
        small = image.convert("RGB").quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=0)
    packed = io.BytesIO()
    small.save(packed, "PNG", optimize=True)
    return Picture(packed.getvalue(), " ".join(alt.split()), width)


def show(figure: Figure, alt: str) -> None:
    """Display the figure as one output with its text alternative, then close it.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
        Made by pyplot or not.
    alt : str
        What a reader who cannot see the figure should know: what is drawn and what to notice.
        It becomes the picture's alt text and the plain-text form of the output.

    Raises
    ------
    ValueError
        If alt is empty.
    """
    import matplotlib.pyplot as plt
    from IPython.display import display

    finished = picture(figure, alt)
    plt.close(figure)
    display(finished)
