"""One thing that does not fit."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Finding:
    """The file, what is wrong with it, and what to do; paths are relative to the course root."""

    path: Path
    problem: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.path.as_posix()}: {self.problem} → {self.remedy}"
