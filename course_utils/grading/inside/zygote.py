"""The process that submissions are forked from: warmed once, it hands each one a copy of itself.

Its standard input is a socket to the judge: the first frame says how to confine children; then an
order S with a descriptor asks for a child that serves this descriptor, and an order E ends a child.
No submission ever runs in this process, so nothing of one reaches the next.
"""

from __future__ import annotations

import gc
import os
import shutil
import signal
import socket
import tempfile
import threading
from pathlib import Path
from typing import Any

from . import confine
from .frames import NUMBER, ORDER, packed, parsed, received, told
from .stand_in import install

FAILED = 70  # the exit code of a child that could not be confined


def main() -> None:
    """Serve the judge until it goes away."""
    control = socket.socket(fileno=0)
    _, header, program = received(lambda count: _exactly(control, count))
    plan = parsed(header)
    if "landlock" in plan["steps"] and not confine.landlock_version():  # before all that takes long
        raise RuntimeError("this kernel has no Landlock, or refuses it (Linux 5.13 brought it)")
    folder = Path(plan["folder"])
    folder.mkdir(mode=0o755, exist_ok=True)
    os.chdir(folder)
    os.environ.update(HOME=str(folder), TMPDIR=str(folder))
    tempfile.tempdir = str(folder)
    shell = _cold() if plan["ready_for"] == "nothing" else _warmed(folder)
    if plan["ready_for"] == "figures":
        _draw_once()
    rules = -1
    if "landlock" in plan["steps"] and not plan["namespaces"]:  # there each child makes its own
        rules = confine.landlock_rules(plan["readable"], plan["writable"])
    gc.collect()
    gc.freeze()
    if threading.active_count() != 1:
        raise RuntimeError("a process with several threads cannot be forked")
    control.sendall(packed(told({"ready": True})))
    _serve(control, plan, program, shell, rules)
    if not plan["namespaces"]:  # else it is in memory; the judge may be gone, and cannot remove it
        shutil.rmtree(folder, ignore_errors=True)


def _exactly(control: socket.socket, count: int) -> bytes:
    parts = []
    while count:
        part = control.recv(count)
        if not part:
            raise EOFError
        parts.append(part)
        count -= len(part)
    return b"".join(parts)


def _warmed(folder: Path) -> Any:
    """Everything that submissions use, imported and tried once."""
    import numpy.linalg
    import numpy.ma
    import numpy.random  # noqa: F401

    install()
    from .answering import warm
    from .shell import warm_shell

    shell = warm_shell(folder)
    warm(shell)
    return shell


def _draw_once() -> None:
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots()
    axes.plot([0, 1], [0, 1], label="warm")
    axes.legend()
    figure.canvas.draw()
    plt.close("all")


def _cold() -> Any:
    """Only what answers a greeting: enough to find out whether a child can be confined here."""
    from . import answering  # noqa: F401


def _serve(
    control: socket.socket, plan: dict[str, Any], program: bytes, shell: Any, rules: int
) -> None:
    while True:
        received, descriptors, *_ = socket.recv_fds(control, ORDER.size, 1)
        if len(received) < ORDER.size:
            return
        order, child = ORDER.unpack(received)
        if order == b"S":
            child, pidfd = _child(plan)
            if child == 0:
                _be_a_child(plan, program, shell, rules, descriptors[0])
            os.close(descriptors[0])
            socket.send_fds(control, [NUMBER.pack(child)], [pidfd])
            os.close(pidfd)
        else:
            os.kill(child, signal.SIGKILL)  # a child keeps its number until it is waited for
            _, status = os.waitpid(child, 0)
            control.sendall(NUMBER.pack(os.waitstatus_to_exitcode(status)))


def _child(plan: dict[str, Any]) -> tuple[int, int]:
    if plan["namespaces"]:
        return confine.fork_into(plan["namespaces"])
    child = os.fork()
    return (child, os.pidfd_open(child)) if child else (0, -1)


def _be_a_child(plan: dict[str, Any], program: bytes, shell: Any, rules: int, channel: int) -> None:
    """Give everything up, then serve the judge; never returns."""
    from .answering import Server  # loaded when the zygote was warmed

    try:
        try:
            channel = _confined(plan, program, rules, channel)
        except BaseException as fault:
            os.write(channel, packed(told({"fault": f"{type(fault).__name__}: {fault}"[:300]})))
            os._exit(FAILED)
        Server(shell, channel, channel).serve()
    finally:
        os._exit(0)


def _confined(plan: dict[str, Any], program: bytes, rules: int, channel: int) -> int:
    """The order matters: what a step needs must not have been given up before it."""
    steps = plan["steps"]
    if "user" in plan["namespaces"]:
        confine.map_identity(plan["user"], plan["group"])
    confine.die_with_parent()  # after the map, which an opaque process may not write
    if "mounts" in steps:
        confine.fresh_mounts(plan["folder"], plan["space"], plan["inodes"])
        os.chdir(plan["folder"])
    if "landlock" in steps and plan["namespaces"]:
        rules = confine.landlock_rules(plan["readable"], plan["writable"])
    os.setsid()
    if "descriptors" in steps:
        kept = (channel, rules) if "landlock" in steps else (channel,)
        channel, *others = confine.only_standard_streams_and(*kept)
        rules = others[0] if others else -1
    if "limits" in steps:
        confine.limit(confine.Resources(**plan["resources"]))
    if "capabilities" in steps:
        confine.drop_capabilities()
    confine.no_new_privileges()
    if "landlock" in steps:
        confine.landlock(rules)
    if "seccomp" in steps:
        confine.seccomp(program)
    return channel
