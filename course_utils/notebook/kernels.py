"""A Python kernel of our own that runs cells one by one, with a time limit, and may die."""

from __future__ import annotations

import os
import queue
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from course_utils.errors import CourseError
from course_utils.notebook.record import IN_MEMORY, VARIABLE

START_SECONDS = 60.0
GRACE = 5.0  # seconds that an interrupted cell has to end before the kernel is stopped
LOOK = 0.2
CELL_FILE = re.compile(r"\(\S+\.py, line")  # a cell has a file name that says nothing


@dataclass(frozen=True, slots=True)
class Ran:
    """How one cell ended; ``value`` is the text of the expression that was asked for."""

    kind: Literal["finished", "raised", "timed_out", "died"]
    error: str = ""
    value: str = ""


class Kernel:
    """This very Python as a kernel, whatever kernels are installed or a notebook asks for.

    Parameters
    ----------
    folder : Path
        Its working directory.

    Raises
    ------
    CourseError
        If no kernel can be started.
    """

    def __init__(self, folder: Path) -> None:
        self._manager = _manager()
        environment = {**os.environ, VARIABLE: IN_MEMORY}
        try:
            self._manager.start_kernel(
                cwd=str(folder),
                env=environment,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            self._client = self._manager.client()
            self._client.start_channels()
            self._client.wait_for_ready(timeout=START_SECONDS)
        except (OSError, RuntimeError) as error:
            self.stop()
            raise CourseError(
                f"the Python kernel did not start ({error}); "
                "`course doctor` says what is missing on this machine"
            ) from None

    def run(self, code: str, seconds: float, expression: str = "") -> Ran:
        """Run a cell, then evaluate an expression. A cell that takes too long is interrupted,
        and where it does not heed that the kernel is stopped.
        """
        asked = {"value": expression} if expression else {}
        request = self._client.execute(
            code, user_expressions=asked, allow_stdin=False, stop_on_error=False
        )
        end, interrupted = time.monotonic() + seconds, False
        while True:
            self._forget_outputs()
            reply = self._reply(request)
            if reply is not None:
                return _timed_out(seconds) if interrupted else _ended(reply)
            if not self._manager.is_alive():
                return Ran("died")
            if time.monotonic() > end:
                if interrupted:
                    self.stop()
                    return _timed_out(seconds)
                self._manager.interrupt_kernel()
                end, interrupted = time.monotonic() + GRACE, True

    @property
    def alive(self) -> bool:
        """Whether the kernel still runs."""
        return bool(self._manager.is_alive())

    def stop(self) -> None:
        """End the kernel and let go of its channels."""
        if hasattr(self, "_client"):
            self._client.stop_channels()
        if self._manager.has_kernel:
            self._manager.shutdown_kernel(now=True)

    def _reply(self, request: str) -> dict[str, Any] | None:
        try:
            message = self._client.get_shell_msg(timeout=LOOK)
        except queue.Empty:
            return None
        content: dict[str, Any] = message["content"]
        return content if message["parent_header"].get("msg_id") == request else None

    def _forget_outputs(self) -> None:
        while self._client.iopub_channel.msg_ready():
            self._client.get_iopub_msg(timeout=LOOK)


def _timed_out(seconds: float) -> Ran:
    return Ran("timed_out", f"did not finish within {seconds:g} s")


def _ended(reply: dict[str, Any]) -> Ran:
    if reply["status"] != "ok":
        error = f"{reply.get('ename', 'error')}: {reply.get('evalue', '')}".rstrip(": ")
        return Ran("raised", CELL_FILE.sub("(line", error))
    asked = reply.get("user_expressions", {}).get("value", {})
    text = asked.get("data", {}).get("text/plain", "")
    return Ran("finished", str(asked.get("evalue", "")), text)


def _manager() -> Any:
    try:
        import ipykernel  # noqa: F401
        from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
        from jupyter_client.manager import KernelManager
    except ImportError as error:
        raise CourseError(
            f"no Python kernel: {error.name} is not installed; install the course again"
        ) from None

    class ThisPython(KernelSpecManager):  # type: ignore[misc]
        def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
            argv = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
            return KernelSpec(argv=argv, display_name="Python", language="python")

    return KernelManager(kernel_spec_manager=ThisPython())
