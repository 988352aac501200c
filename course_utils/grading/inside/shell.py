"""Running a notebook's cells one by one, as a kernel would, without being one.

A small InteractiveShell: magics, ``await``, ``display`` and ``_`` work; nothing is shown, kept or
sent anywhere. Commands of the system are refused. Cells of plain Python, which nearly all are, take
a shorter way that does the same: looking for magics and keeping account of the session takes longer
than to run them.
"""

from __future__ import annotations

import ast
import io
import re
import sys
from errno import EACCES, EPERM, EROFS
from pathlib import Path
from types import CodeType
from typing import Any, ClassVar

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell

from .calling import line_of, message_of

OURS = Path(__file__).parent
REFUSED = "files, other processes and the network are out of reach while a sheet is graded"
PROMPT = re.compile(r"^\s*(?:In|Out)\s*\[\d+\]:", re.M)  # copied from a page; also an annotation
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
            self.update_user_ns(result)  # type: ignore[no-untyped-call]


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

    usual_interveners: tuple[object, ...] = ()  # a submission that adds one gets the long way

    def run_plain(self, source: str) -> bool:
        """Run a cell of plain Python; False, and nothing done, where it may be more than that."""
        if not source.strip() or PROMPT.search(source):
            return False
        if self.interveners() != self.usual_interveners:
            return False
        name = self.compile.cache(source, self.execution_count, raw_code=source)
        try:
            codes = self._compiled(source, name)
        except (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError):
            return False
        self.user_global_ns.pop("__warningregistry__", None)  # every cell may warn anew
        self._history().store_inputs(self.execution_count, source, source)
        self.execution_count += 1
        with self.builtin_trap, self.display_trap:
            for code in codes:
                exec(code, self.user_global_ns, self.user_ns)
        return True

    def _compiled(self, source: str, name: str) -> list[CodeType]:
        """The cell's code, with a last expression apart, whose value is the cell's."""
        compiler: Any = self.compile  # which takes trees as well as text
        body = compiler.ast_parse(source, name).body
        last = [body.pop()] if body and isinstance(body[-1], ast.Expr) else []
        codes = [compiler(ast.Module(body, []), name, "exec")] if body else []
        return [*codes, compiler(ast.Interactive(last), name, "single")] if last else codes

    def _history(self) -> Any:
        return self.history_manager

    def begin_anew(self) -> None:
        """Forget every name, value and count of the session so far."""
        self.reset(new_session=True)  # type: ignore[no-untyped-call]

    def interveners(self) -> tuple[object, ...]:
        """How many functions have a say in how cells are run."""
        return (
            len(self.ast_transformers),
            len(self.input_transformers_cleanup),
            len(self.input_transformers_post),
            *map(len, self.events.callbacks.values()),
        )

    def init_history(self) -> None:
        super().init_history()  # type: ignore[no-untyped-call]
        self._history().enabled = False

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
    for cell in WARM:
        run_cell(shell, cell)
    shell.begin_anew()
    shell.usual_interveners = shell.interveners()
    return shell


def said_by(error: BaseException) -> str:
    """The text of an exception, without what differs from one machine and run to the next."""
    if isinstance(error, OSError) and error.errno in (EACCES, EPERM, EROFS):
        return f"{error.strerror} ({REFUSED})"
    if isinstance(error, SyntaxError):
        return f"{error.msg} (line {error.lineno})"
    return str(message_of(error))


def run_cell(shell: Shell, source: str) -> dict[str, str]:
    """Run one cell: how it ended, in words for the judge."""
    sys.stdout, sys.stderr = Sink(), Sink()
    try:
        error = None
        if not shell.run_plain(source):
            result = shell.run_cell(source, store_history=True)  # type: ignore[no-untyped-call]
            error = result.error_before_exec or result.error_in_exec
    except BaseException as escaped:  # an interrupt, or a shell that the submission has changed
        error = escaped
    if error is None:
        return {"ended": "finished"}
    return {
        "ended": "raised",
        "error": type(error).__name__,
        "message": said_by(error),
        "where": line_of(error.__traceback__, OURS),
    }
