"""A one-parameter widget as a piece of HTML that lives without a kernel and without a network."""

from __future__ import annotations

import base64
import html
import json
import re
from typing import Any

from .front import HERE, Panel


def _embedded(frame: dict[str, Any]) -> dict[str, Any]:
    data = base64.b64encode(frame["png"]).decode("ascii")
    return {**frame, "png": f"data:image/png;base64,{data}"}


def _still(frame: dict[str, Any], spec: dict[str, Any]) -> str:
    """What stands there until the script runs, and stays where scripts do not run."""
    table = frame["table"]
    head = "".join(f'<th scope="col">{html.escape(cell)}</th>' for cell in table["head"])
    rows = "".join(
        f'<tr><th scope="row">{html.escape(row[0])}</th>'
        + "".join(f"<td>{html.escape(cell)}</td>" for cell in row[1:])
        + "</tr>"
        for row in table["rows"]
    )
    return (
        f'<div class="course-panel"><p class="course-title">{html.escape(spec["title"])}</p>'
        f'<div class="course-body"><img src="{frame["png"]}" alt="{html.escape(frame["alt"])}" '
        f'width="{spec["width"]}" height="{spec["height"]}">'
        f'<div class="course-reading"><p>{html.escape(frame["sentence"])}</p>'
        f"<table><caption>{html.escape(table['caption'])}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div></div></div>"
    )


def to_html(panel: Panel, element_id: str) -> str:
    """A self-contained HTML snippet of a one-parameter widget: its frames, styles and script.

    Parameters
    ----------
    panel : Panel
        A widget with a single slider; see `Panel.frames`.
    element_id : str
        The id of the element to make: letters, digits, hyphens and underscores, unique in its page.

    Returns
    -------
    str
        A <div> that reads well by itself and a <script> that brings it to life.

    Raises
    ------
    ValueError
        If the widget has no frames, or the id has other characters.
    """
    if not re.fullmatch(r"[A-Za-z][\w-]*", element_id, flags=re.ASCII):
        raise ValueError(
            f"to_html: {element_id!r} is not an id; use letters, digits, '-' and '_', "
            "beginning with a letter."
        )
    frames = [_embedded(frame) for frame in panel.frames()]
    start = panel.spec["start"]
    (value,) = start.values()
    first = next(frame for frame in frames if frame["value"] == value)
    data = json.dumps({"spec": panel.spec, "frames": frames}, ensure_ascii=False)
    data = data.replace("<", "\\u003c")
    style, front, script = (
        (HERE / name).read_text(encoding="utf-8")
        for name in ("front.css", "front.js", "standalone.js")
    )
    return (
        f"<style>\n{style}</style>\n"
        f'<div id="{element_id}">{_still(first, panel.spec)}</div>\n'
        f'<script type="module">\n{front}{script}'
        f'standalone(document.getElementById("{element_id}"), {data});\n</script>\n'
    )
