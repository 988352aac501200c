"""Running an answer without letting what it prints, shows or draws spill into the notebook."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from typing import Any

LONGEST = 2_000  # characters kept; an answer may print megabytes


class Bounded(io.TextIOBase):
    """A text stream that keeps the beginning of what is written and counts nothing else."""

    def __init__(self) -> None:
        self.text = ""

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        room = LONGEST - len(self.text)
        if room > 0:
            self.text += str(text[:room])
        return len(text)


@contextmanager
def captured() -> Iterator[Bounded]:
    """Standard output goes into the stream given; error output, displays and figures go nowhere."""
    out = Bounded()
    shell = running_shell()
    publisher = shell.display_pub if shell is not None else None
    open_figures = _figures()
    streams = sys.stdout, sys.stderr, sys.displayhook
    try:
        if shell is not None:
            from IPython.core.displaypub import CapturingDisplayPublisher

            shell.display_pub = CapturingDisplayPublisher()
        with redirect_stdout(out), redirect_stderr(Bounded()):
            yield out
    finally:
        sys.stdout, sys.stderr, sys.displayhook = streams
        if shell is not None:
            shell.display_pub = publisher
        _close_figures_but(open_figures)


def running_shell() -> Any:
    """The running IPython, or None in plain Python (where IPython is not imported for this)."""
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython is not None else None


def _figures() -> set[int]:
    pyplot = sys.modules.get("matplotlib.pyplot")
    return set(pyplot.get_fignums()) if pyplot is not None else set()


def _close_figures_but(open_before: set[int]) -> None:
    for number in _figures() - open_before:
        sys.modules["matplotlib.pyplot"].close(number)
