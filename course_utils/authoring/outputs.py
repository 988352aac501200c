"""What a run leaves in a notebook: kept where every machine would make the same, else refused."""

from __future__ import annotations

import base64
import re
import struct
from typing import Any

from nbformat import NotebookNode

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
_TEXT_CHUNKS = frozenset({b"tEXt", b"zTXt", b"iTXt", b"tIME", b"eXIf"})
_ADDRESS = re.compile(r"\bat 0x[0-9a-fA-F]{4,}")
_MACHINE_PATH = re.compile(
    r"ipykernel_\d+|(?<![\w.])/(?:home|Users|root|tmp)/\w|\b[A-Z]:\\+Users\b"
)


def clean_outputs(outputs: list[NotebookNode]) -> list[NotebookNode]:
    """The outputs without widget views and image text, consecutive streams joined."""
    cleaned: list[NotebookNode] = []
    for output in outputs:
        if "data" in output:
            output.data.pop(WIDGET_VIEW, None)
            if not output.data:
                continue
            if "image/png" in output.data:
                output.data["image/png"] = _plain_png(output.data["image/png"])
        last = cleaned[-1] if cleaned else None
        if (
            last is not None
            and output.output_type == last.output_type == "stream"
            and output.name == last.name
        ):
            last.text += output.text
        else:
            cleaned.append(output)
    return cleaned


def complaint(outputs: list[NotebookNode]) -> str:
    """What makes these outputs differ from run to run or machine to machine, or ""."""
    for output in outputs:
        for text in _texts(output):
            if found := _ADDRESS.search(text):
                return (
                    f"the output shows a memory address ('{found.group()}'): end the cell with "
                    "something that has a plain repr, a figure cell with figures.show(...)"
                )
            if found := _MACHINE_PATH.search(text):
                return f"the output shows a place on this machine ('{found.group()}')"
    return ""


def _texts(output: NotebookNode) -> list[str]:
    if output.output_type == "stream":
        return [output.text]
    data: dict[str, Any] = output.get("data", {})
    return [text for kind, text in data.items() if kind.startswith("text/")]


def _plain_png(encoded: str) -> str:
    stripped = without_text_chunks(base64.b64decode(encoded))
    return base64.b64encode(stripped).decode("ascii")


def without_text_chunks(png: bytes) -> bytes:
    """A PNG without its text, time and EXIF chunks; its pixels are untouched."""
    kept = [png[:8]]
    position = 8
    while position < len(png):
        (length,) = struct.unpack(">I", png[position : position + 4])
        end = position + 12 + length
        if png[position + 4 : position + 8] not in _TEXT_CHUNKS:
            kept.append(png[position:end])
        position = end
    return b"".join(kept)
