"""A worker without protection, for submissions that the operator trusts; on every platform.

It serves one submission from its standard input and output, in a folder that is removed later.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from .answering import Server
from .shell import warm_shell
from .stand_in import install


def main() -> None:
    """Serve the judge until it goes away."""
    incoming, outgoing = os.dup(0), os.dup(1)
    if sys.platform == "win32":
        import msvcrt

        for descriptor in (incoming, outgoing):
            msvcrt.setmode(descriptor, os.O_BINARY)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    install()
    Server(warm_shell(Path.cwd()), incoming, outgoing).serve()
