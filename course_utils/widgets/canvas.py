"""A figure that is drawn once; afterwards only its moving artists are drawn, over a kept picture.

A full draw of a small figure takes about 25 ms, moving a few lines in it less than 1 ms. The
picture leaves as a PNG of a fixed palette, which is a few kilobytes and quick to make.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image

if TYPE_CHECKING:
    from matplotlib.artist import Artist

PIXELS_PER_INCH = 100
SHARPNESS = 1.5
COLOURS = 64


def new_figure(width: int = 560, height: int = 300) -> Figure:
    """A figure of so many pixels as shown, on its own Agg canvas, unknown to pyplot."""
    size = (width / PIXELS_PER_INCH, height / PIXELS_PER_INCH)
    figure = Figure(figsize=size, dpi=PIXELS_PER_INCH * SHARPNESS, layout="constrained")
    FigureCanvasAgg(figure)
    return figure


class Canvas:
    """The still part of a figure, and the artists that move over it.

    Parameters
    ----------
    figure : Figure
        From `new_figure`, with everything drawn. Its layout is frozen here.
    moving : iterable of Artist
        What is redrawn for each picture, from back to front.
    """

    def __init__(self, figure: Figure, moving: Iterable[Artist]) -> None:
        self.figure = figure
        self.moving = tuple(moving)
        self.width = round(figure.get_figwidth() * PIXELS_PER_INCH)
        self.height = round(figure.get_figheight() * PIXELS_PER_INCH)
        for artist in self.moving:
            artist.set_animated(True)
        self._agg: FigureCanvasAgg = figure.canvas  # type: ignore[assignment]
        self._agg.draw()
        figure.set_layout_engine("none")
        self._still = self._agg.copy_from_bbox(figure.bbox)
        self._palette = self._image().quantize(
            COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE
        )

    def _image(self) -> Image.Image:
        """Draw the moving artists over the still part and return what is to be seen."""
        self._agg.restore_region(self._still)
        for artist in self.moving:
            artist.axes.draw_artist(artist)
        pixels = self._agg.buffer_rgba()
        height, width, _ = pixels.shape
        return Image.frombuffer("RGBA", (width, height), pixels, "raw", "RGBA", 0, 1).convert("RGB")

    def png(self) -> bytes:
        """The picture as it stands now."""
        image = self._image().quantize(palette=self._palette, dither=Image.Dither.NONE)
        packed = io.BytesIO()
        image.save(packed, "PNG", compress_level=3)
        return packed.getvalue()
