"""What one submission may use, at most."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

DRAWS = re.compile(r"\bplt\b|\bpyplot\b|\bmatplotlib\b|\bfigures\b|\bwidgets\b")
MEBIBYTE = 2**20


@dataclass(frozen=True)
class Limits:
    """Seconds are a submission's own: the time in which it waits for a processor is not counted.

    Attributes
    ----------
    cell, drawing_cell, call : float
        Seconds for one code cell, for one that draws, and for one call of an answer.
    together, calls : float
        Seconds for everything together, before the cells are run one by one; and for all the calls
        of one answer, before they are done one by one.
    sheet : float
        Seconds for the whole submission, restarts included.
    cpu : int
        Seconds of processor time that a process may use before the kernel ends it.
    restarts : int
        How many times the process is started again after a cell or an answer has ended it.
    """

    cell: float = 3.0
    drawing_cell: float = 5.0
    call: float = 1.0
    together: float = 0.3
    calls: float = 0.2
    sheet: float = 60.0
    cpu: int = 20
    restarts: int = 6
    memory: int = 1024 * MEBIBYTE
    file: int = 16 * MEBIBYTE
    space: int = 64 * MEBIBYTE
    inodes: int = 4096
    descriptors: int = 64
    processes: int = 24

    def scaled(self, factor: float) -> Limits:
        """The same with more time: a submission that ran out of it is tried once more, alone."""
        return replace(
            self,
            cell=self.cell * factor,
            drawing_cell=self.drawing_cell * factor,
            call=self.call * factor,
            together=self.together * factor,
            calls=self.calls * factor,
            sheet=self.sheet * factor,
            cpu=round(self.cpu * factor),
        )

    def for_cell(self, source: str) -> float:
        """The seconds that this cell may take."""
        return self.drawing_cell if DRAWS.search(source) else self.cell
