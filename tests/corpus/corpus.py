"""Reading the corpus: one file per exercise, split at lines ``# %% <status> [<id>]: <style>``."""

from __future__ import annotations

import contextlib
import io
import math
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from course_utils.catalog import EXERCISES
from course_utils.checking.engine import check_here
from course_utils.checking.local import Missing
from course_utils.checking.verdict import Verdict

HERE = Path(__file__).parent
HEADER = re.compile(r"^# %% (?P<status>[a-z_|]+)(?: (?P<id>[A-Z]\w*))?: (?P<style>.+)$")
SECONDS = 3.0  # a piece that loops for ever is ended after this long


@dataclass(frozen=True)
class Piece:
    """One answer of the corpus, with what the checker must say of it."""

    sheet: str
    exercise: str
    statuses: tuple[str, ...]
    misconception: str
    style: str
    source: str
    line: int

    def __str__(self) -> str:
        return f"{self.exercise}:{self.line} {'|'.join(self.statuses)} ({self.style})"


def files() -> list[Path]:
    """The corpus files, sheet by sheet."""
    return sorted(HERE.glob("*_*/*.py"))


def read(path: Path) -> list[Piece]:
    """The pieces of one file; a header that cannot be read is an error, not a comment."""
    pieces: list[Piece] = []
    header, line, body = None, 0, []
    for number, text in enumerate([*path.read_text(encoding="utf-8").splitlines(), "# %% end"], 1):
        if not text.startswith("# %%"):
            body.append(text)
            continue
        if header:
            source = "\n".join(body)
            statuses = tuple(header["status"].split("|"))
            pieces.append(
                Piece(
                    path.parent.name,
                    path.stem,
                    statuses,
                    header["id"] or "",
                    header["style"],
                    source,
                    line,
                )
            )
        header, line, body = HEADER.match(text), number, []
        if header is None and text != "# %% end":
            raise ValueError(f"{path.name}, line {number}: {text!r} is not a corpus header")
    return pieces


def verdict_on(piece: Piece, seed: int = 0) -> Verdict:
    """Run a piece in a fresh namespace, as a notebook would, and check what it binds."""
    exercise = EXERCISES[piece.exercise]
    namespace: dict[str, Any] = {"np": np, "math": math, "__name__": "__main__"}
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        exec(compile(piece.source, f"<{piece}>", "exec"), namespace)
        answer = namespace.get(piece.exercise, Missing)
        return check_here(exercise, answer, seed, SECONDS)
