"""Sheets as learners hand them in: the built notebook with answers written into it."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
Notebook = dict[str, Any]


@cache
def _untouched(sheet: str) -> Notebook:
    return json.loads((ROOT / "exercises" / f"{sheet}.ipynb").read_text(encoding="utf-8"))


def untouched(sheet: str) -> Notebook:
    """The sheet as it is given out."""
    return copy.deepcopy(_untouched(sheet))


def filled(sheet: str, answers: Mapping[str, str]) -> Notebook:
    """The sheet with the source of some answers in the place of their stubs.

    Pieces of the corpus may use ``math``, which the sheets do not import: the first cell does.
    """
    notebook = untouched(sheet)
    cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    cells[0]["source"] = ["import math\n", *cells[0]["source"]]
    for name, source in answers.items():
        binds = re.compile(rf"^(def {name}\b|{name} = )", re.MULTILINE)
        (cell,) = [each for each in cells if binds.search("".join(each["source"]))]
        cell["source"] = source.splitlines(keepends=True)
    return notebook


def code_cell(source: str) -> dict[str, Any]:
    """One more cell, as somebody might put into a notebook."""
    lines = source.splitlines(keepends=True)
    return {"cell_type": "code", "source": lines, "metadata": {}, "outputs": []} | {
        "execution_count": None
    }


def as_bytes(notebook: Notebook) -> bytes:
    """The notebook as a file."""
    return json.dumps(notebook, ensure_ascii=False, indent=1).encode("utf-8") + b"\n"
