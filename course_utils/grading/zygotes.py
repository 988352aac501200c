"""Starting the sandboxes' processes and handing out workers, one for each submission."""

from __future__ import annotations

import os
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import IO, Literal

from course_utils.errors import CourseError
from course_utils.grading import starting
from course_utils.grading.clock import Clock
from course_utils.grading.filter import program
from course_utils.grading.inside.frames import NUMBER, ORDER, packed, received, told
from course_utils.grading.limits import Limits
from course_utils.grading.workers import PipeLine, SocketLine, Worker, WorkerDiedError

ReadyFor = Literal["figures", "numbers", "nothing"]

START_SECONDS = 120.0  # for a machine that is busy and has no bytecode yet
END_SECONDS = 10.0
STEPS = ("mounts", "descriptors", "limits", "capabilities", "landlock", "seccomp")
NAMESPACES = ("user", "pid", "mount", "net", "ipc", "uts")


class SandboxError(CourseError):
    """The sandbox did not start, or did not do what it is for."""


class Zygote:
    """A warmed process that is forked for each submission (see inside/zygote.py).

    Several threads may ask for workers, which then run side by side.

    Parameters
    ----------
    namespaces : bool
        Whether it stands in bubblewrap's namespaces, and each child in fresh ones; else Landlock
        and the filter of system calls do without.
    without : collection of str
        Steps to be left out, for tests that show what each of them is for.
    ready_for : "figures", "numbers" or "nothing"
        What is imported beforehand. With Matplotlib a process is twice as large, and takes longer
        to copy; a probe needs no more than a greeting.
    """

    def __init__(
        self,
        namespaces: bool,
        limits: Limits,
        without: frozenset[str] = frozenset(),
        ready_for: ReadyFor = "numbers",
    ) -> None:
        self._ready_for = ready_for
        self._ordering = threading.Lock()  # one order and its answer at a time
        self._process: subprocess.Popen[bytes] | None = None
        self._errors: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115
        self._own = "" if namespaces else tempfile.mkdtemp(prefix="course-grading-")
        try:
            self._start(namespaces)
            plan = told(self._plan(namespaces, limits, without))
            self._control.sendall(packed(plan, program()))
            self._control.settimeout(START_SECONDS)
            received(self._exactly)
            self._control.settimeout(END_SECONDS)
        except (OSError, EOFError, RuntimeError, ImportError) as fault:
            reason = self._reason(fault)
            self.close()
            raise SandboxError(reason) from None

    def _start(self, namespaces: bool) -> None:
        self._control, theirs = socket.socketpair()
        words = starting.command("zygote")
        if namespaces:
            words = [*starting.bubblewrap(), *words]
        elif os.getuid() == 0:
            os.chown(self._own, *starting.user_and_group())
        with theirs:
            self._process = subprocess.Popen(
                starting.as_nobody(words),
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=self._errors,
                env=starting.environment(self._own or starting.IN_MEMORY),
                cwd="/",
            )

    def _plan(self, namespaces: bool, limits: Limits, without: frozenset[str]) -> dict[str, object]:
        user, group = starting.user_and_group()
        steps = [step for step in STEPS if step not in without]
        if not namespaces:
            steps.remove("mounts")
        return {
            "namespaces": [n for n in NAMESPACES if n not in without] if namespaces else [],
            "steps": steps,
            "user": user,
            "group": group,
            "folder": starting.IN_MEMORY if namespaces else self._own,
            "ready_for": self._ready_for,
            "readable": ["/"] if namespaces else starting.landlocked_paths(),
            "writable": [starting.IN_MEMORY, "/dev/null"] if namespaces else ["/dev/null"],
            "space": limits.space,
            "inodes": limits.inodes,
            "resources": {
                "memory": limits.memory,
                "cpu": limits.cpu,
                "file": limits.file,
                "descriptors": limits.descriptors,
                "processes": limits.processes if namespaces else None,
            },
        }

    def _exactly(self, count: int) -> bytes:
        data = self._control.recv(count, socket.MSG_WAITALL)
        if len(data) < count:
            raise EOFError
        return data

    def _reason(self, fault: BaseException) -> str:
        self._errors.seek(0)
        lines = self._errors.read().decode("utf-8", "replace").strip().splitlines()
        return lines[-1] if lines else f"{type(fault).__name__}: {fault}"

    def worker(self) -> Worker:
        """A fresh child, confined and ready. Raises SandboxError where there is none to be had."""
        ours, theirs = socket.socketpair()
        try:
            with theirs, self._ordering:
                socket.send_fds(self._control, [ORDER.pack(b"S", 0)], [theirs.fileno()])
                answer, descriptors, *_ = socket.recv_fds(self._control, NUMBER.size, 1)
            if len(answer) < NUMBER.size or not descriptors:
                raise SandboxError(self._reason(EOFError("no child")))
            (child,), pidfd = NUMBER.unpack(answer), descriptors[0]
            end = partial(self._end, child, pidfd)
            line, clock = SocketLine(ours, pidfd), Clock(_pid_of(pidfd))
            return Worker(line, clock, end).greeted(END_SECONDS)
        except (OSError, WorkerDiedError) as fault:
            raise SandboxError(f"no worker could be started: {fault}") from None

    def _end(self, child: int, pidfd: int) -> int:
        """End a child; its exit code, or minus the signal that ended it.

        Raises
        ------
        SandboxError
            If this process itself is gone, and so has ended the child, which did nothing wrong.
        """
        try:
            _kill(pidfd)  # here, so that nobody else has to wait for an order until it is gone
            with self._ordering:
                self._control.sendall(ORDER.pack(b"E", child))
                code: int = NUMBER.unpack(self._exactly(NUMBER.size))[0]
        except (OSError, EOFError):
            raise SandboxError("the process that submissions are forked from is gone") from None
        return code

    def close(self) -> None:
        """End the process and whatever is left of its children."""
        self._control.close()
        if self._process is not None:
            try:
                self._process.wait(END_SECONDS)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        self._errors.close()
        if self._own:
            shutil.rmtree(self._own, ignore_errors=True)


def _kill(pidfd: int) -> None:
    signal.pidfd_send_signal(pidfd, signal.SIGKILL)
    gone = select.poll()
    gone.register(pidfd, select.POLLIN)
    gone.poll(1000 * END_SECONDS)


def _pid_of(pidfd: int) -> int:
    """The process behind a handle, as it is numbered here; 0 where that cannot be told."""
    for line in Path(f"/proc/self/fdinfo/{pidfd}").read_text().splitlines():
        if line.startswith("Pid:"):
            return int(line.split()[1])
    return 0


class Unprotected:
    """Starts a plain process for each submission: no protection, every platform."""

    def worker(self) -> Worker:
        """A fresh process. Raises SandboxError where it does not start."""
        folder = tempfile.mkdtemp(prefix="course-grading-")
        kept = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
        try:
            process = subprocess.Popen(
                starting.command("alone"),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**kept, **starting.environment(folder), "PATH": kept.get("PATH", "")},
                cwd=folder,
                start_new_session=sys.platform != "win32",
            )
            line, clock = PipeLine(process), Clock(process.pid)
            return Worker(line, clock, _ender(process, folder)).greeted(START_SECONDS)
        except (OSError, WorkerDiedError) as fault:
            shutil.rmtree(folder, ignore_errors=True)
            raise SandboxError(f"no worker could be started: {fault}") from None

    def close(self) -> None:
        """Nothing is kept between submissions."""


def _ender(process: subprocess.Popen[bytes], folder: str) -> Callable[[], int | None]:
    def end() -> int | None:
        code = process.poll()
        if sys.platform == "win32":
            process.kill()
        else:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)  # and what it has started
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                stream.close()
        shutil.rmtree(folder, ignore_errors=True)
        return code if code is not None else process.returncode

    return end
