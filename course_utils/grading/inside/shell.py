"""Running a notebook's cells one by one, as a kernel would, without being one.

A small InteractiveShell: magics, ``await``, ``display`` and ``_`` work; nothing is shown, kept or
sent anywhere. Commands of the system are refused.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any, ClassVar

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell

from .calling import line_of, message_of

OURS = Path(__file__).parent
WARM = (
    "import numpy as np\n%matplotlib inline",
    "def f(z):\n    '''Warm.'''\n    z = np.asarray(z, float)\n    return 1 / (1 + np.exp(-z))",
    "f(np.linspace(-1, 1, 5).reshape(5, 1)) @ np.ones((1, 2))\nprint(f(3.0))\nf(1)",
    "await __import__('asyncio').sleep(0)",
    "1 / 0",
    "def f(z) return z",
)


class Sink(io.TextIOBase):
    """Takes whatever is printed and keeps none of it."""

    encoding = "utf-8"
    errors = "replace"

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        return len(text)


class QuietHook(DisplayHook):
    """Remembers the last result as ``_`` and shows nothing."""

    def __call__(self, result: Any = None) -> None:
        if result is not None:
            self.update_user_ns(result)


class QuietPublisher(DisplayPublisher):
    def publish(self, *_: Any, **__: Any) -> None:
        return None

    def clear_output(self, wait: bool = False) -> None:
        return None


class Shell(InteractiveShell):
    """The shell that a submission's cells run in."""

    displayhook_class = QuietHook
    display_pub_class = QuietPublisher
    refused: ClassVar[str] = "commands of the system are not run when a sheet is graded"

    def init_history(self) -> None:
        super().init_history()
        self.history_manager.enabled = False

    def enable_gui(self, gui: Any = None) -> None:
        return None

    def enable_matplotlib(self, gui: Any = None) -> tuple[str, str]:
        return "agg", "agg"

    def system(self, cmd: str) -> None:
        raise PermissionError(self.refused)

    system_piped = system_raw = system

    def getoutput(self, cmd: str, split: bool = True, depth: int = 0) -> Any:
        raise PermissionError(self.refused)

    def showtraceback(self, *_: Any, **__: Any) -> None:
        return None

    showsyntaxerror = showtraceback

    def ask_exit(self) -> None:
        return None


def warm_shell(folder: Path) -> Shell:
    """A shell that has run a few cells, so that no submission pays for first times."""
    from traitlets.config import Config

    config = Config()
    config.HistoryManager.enabled = False
    config.HistoryManager.hist_file = ":memory:"
    config.BaseIPythonApplication.auto_create = False
    shell = Shell.instance(config=config, ipython_dir=str(folder))
    shell.builtin_trap.activate()  # get_ipython and display are built in, as in a kernel
    names = set(shell.user_ns)
    for cell in WARM:
        run_cell(shell, cell)
    for name in set(shell.user_ns) - names:
        del shell.user_ns[name]
    shell.execution_count = 1
    return shell


def run_cell(shell: Shell, source: str) -> dict[str, str]:
    """Run one cell: how it ended, in words for the judge."""
    sys.stdout, sys.stderr = Sink(), Sink()
    try:
        result = shell.run_cell(source, store_history=True)
        error = result.error_before_exec or result.error_in_exec
    except BaseException as escaped:  # an interrupt, or a shell that the submission has changed
        error = escaped
    if error is None:
        return {"ended": "finished"}
    return {
        "ended": "raised",
        "error": type(error).__name__,
        "message": message_of(error),
        "where": line_of(error.__traceback__, OURS),
    }
