"""Panel: controls, a picture, a sentence and a table that move together."""

from __future__ import annotations

import pathlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import anywidget
import traitlets

from .controls import Control, Range, specification

HERE = pathlib.Path(__file__).parent
MOST_FRAMES = 61


@dataclass(frozen=True)
class Table:
    """A small table of text; the first cell of each row names the row."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def state(self) -> dict[str, Any]:
        """The table as the front end reads it."""
        rows = [list(row) for row in self.rows]
        return {"caption": self.caption, "head": list(self.head), "rows": rows}

    def text(self) -> str:
        """The table as plain text in aligned columns."""
        lines = [self.head, *self.rows]
        widths = [max(len(line[i]) for line in lines) for i in range(len(self.head))]
        padded = (
            "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
            for line in lines
        )
        return "\n".join((self.caption, *padded))


@dataclass(frozen=True)
class Frame:
    """What is to be seen and read for one state of the controls."""

    png: bytes
    alt: str
    sentence: str
    table: Table

    def state(self) -> dict[str, Any]:
        """The frame as it is sent to the front end, in one message."""
        return {
            "png": self.png,
            "alt": self.alt,
            "sentence": self.sentence,
            "table": self.table.state(),
        }


def _from_front(values: Any, panel: Panel) -> dict[str, Any]:
    return panel.acceptable(values)


class Panel(anywidget.AnyWidget):
    """A widget of the course: move a control, and picture, sentence and table follow.

    Parameters
    ----------
    name : str
        The name of the function that makes it, such as "odds_ladder".
    title : str
        What it shows, in a few words.
    controls : sequence of Control
        What can be moved, in reading order.
    draw : callable
        Takes the values of the controls by name, moves the artists, returns the Frame.
    size : (int, int)
        Width and height of the picture in pixels as shown.
    """

    _esm = HERE / "front.js"
    _css = HERE / "front.css"

    spec = traitlets.Dict().tag(sync=True)
    values = traitlets.Dict().tag(sync=True, echo_update=False, from_json=_from_front)
    frame = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        name: str,
        title: str,
        controls: Sequence[Control],
        draw: Callable[[Mapping[str, Any]], Frame],
        size: tuple[int, int],
    ) -> None:
        self.name = name
        self.title = title
        self.controls = {control.name: control for control in controls}
        self._draw = draw
        self._ready = False
        start = {control.name: control.start for control in controls}
        super().__init__(
            spec={
                "name": name,
                "title": title,
                "controls": [specification(control) for control in controls],
                "start": start,
                "width": size[0],
                "height": size[1],
            },
            values=start,
            frame=draw(start).state(),
        )
        self._ready = True

    def acceptable(self, values: Any) -> dict[str, Any]:
        """The current values, changed where `values` names a control and a value it can take."""
        accepted = dict(self.values)
        if isinstance(values, Mapping):
            for name, control in self.controls.items():
                value = control.accept(values.get(name))
                if value is not None:
                    accepted[name] = value
        return accepted

    @traitlets.validate("values")
    def _keep_acceptable(self, proposal: Any) -> dict[str, Any]:
        return self.acceptable(proposal["value"]) if self._ready else proposal["value"]

    @traitlets.observe("values")
    def _follow(self, _: Any) -> None:
        if self._ready:
            self.frame = self._draw(self.values).state()

    def move(self, **values: Any) -> None:
        """Set controls by name, as a hand on them would: `panel.move(z=2.0)`.

        Raises
        ------
        ValueError
            If there is no control of that name.
        """
        unknown = sorted(set(values) - set(self.controls))
        if unknown:
            raise ValueError(
                f"{self.name} has no control {', '.join(unknown)}; "
                f"it has {', '.join(self.controls)}."
            )
        self.values = {**self.values, **values}

    def reset(self) -> None:
        """Put every control back where it started."""
        self.values = self.spec["start"]

    def frames(self) -> list[dict[str, Any]]:
        """Every state of a one-parameter widget, drawn in advance for a page without a kernel.

        Returns
        -------
        list of dict with keys value, png (bytes), alt, sentence and table (caption, head, rows)

        Raises
        ------
        ValueError
            If the widget has several controls, or more than 61 positions.
        """
        controls = list(self.controls.values())
        if len(controls) != 1 or not isinstance(controls[0], Range):
            raise ValueError(
                f"{self.name} has {len(controls)} controls ({', '.join(self.controls)}); "
                "only a widget with a single slider has frames."
            )
        positions = controls[0].positions()
        if len(positions) > MOST_FRAMES:
            raise ValueError(
                f"{self.name} has {len(positions)} positions; frames are for {MOST_FRAMES} at most."
            )
        drawn = [
            {"value": value, **self._draw({controls[0].name: value}).state()} for value in positions
        ]
        self._draw(self.values)
        return drawn

    def plain(self) -> str:
        """Title, sentence and table as plain text."""
        table = self.frame["table"]
        rows = tuple(tuple(row) for row in table["rows"])
        text = Table(table["caption"], tuple(table["head"]), rows).text()
        return f"{self.title}\n{self.frame['sentence']}\n{text}"

    def __repr__(self) -> str:
        values = ", ".join(f"{name}={value!r}" for name, value in self.values.items())
        return f"{self.name}({values})"

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        """The live view, and for readers without a kernel a picture and the same in words."""
        data, metadata = super()._repr_mimebundle_(**kwargs)
        data = {**data, "image/png": self.frame["png"], "text/plain": self.plain()}
        picture = {"alt": self.frame["alt"], "width": self.spec["width"]}
        return data, {**metadata, "image/png": picture, "course": {"widget": self.name}}
