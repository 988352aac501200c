"""Each mechanism alone: it stops an attack that succeeds without it."""

from __future__ import annotations

import pytest
from attacks import SHORT, loot

from course_utils.grading.bench import Bench
from course_utils.grading.protection import Protection, why_not

# The sandbox, the steps that are left out on both sides, the step, the attack.
NAMESPACES, LANDLOCK = Protection.NAMESPACES, Protection.LANDLOCK
CASES = {
    "seccomp: a socket": (LANDLOCK, (), "seccomp", "tried(socket.socket)"),
    "seccomp: a process": (NAMESPACES, (), "seccomp", "tried(lambda: os.fork() or os._exit(0))"),
    "landlock: reading": (LANDLOCK, (), "landlock", "tried(lambda: open('/etc/passwd').read())"),
    "limits: memory": (LANDLOCK, (), "limits", "tried(lambda: mmap.mmap(-1, 2**31))"),
    "limits: descriptors": (
        NAMESPACES,
        (),
        "limits",
        "tried(lambda: [os.open('/dev/null', 0) for _ in range(100)])",
    ),
    "descriptors: the way of others": (
        LANDLOCK,
        (),
        "descriptors",
        "tried(lambda: [os.fstat(n) for n in range(5)])",
    ),
    "capabilities: naming the machine": (
        NAMESPACES,
        ("seccomp", "landlock"),
        "capabilities",
        "tried(lambda: socket.sethostname('mine'))",
    ),
    "pid: seeing other processes": (
        NAMESPACES,
        ("seccomp", "landlock"),
        "pid",
        "tried(lambda: os.kill(os.getppid() or 10**6, 0))",
    ),
}


@pytest.mark.parametrize(("kind", "off", "step", "attack"), CASES.values(), ids=CASES)
def test_a_mechanism_stops_what_succeeds_without_it(kind, off, step, attack):
    reason = why_not(kind)
    if reason:
        pytest.skip(f"{kind.value} is not to be had here: {reason}")
    with Bench(kind, SHORT, frozenset(off)) as bench:
        assert loot(bench, f"loot = {attack}") != "done"
    with Bench(kind, SHORT, frozenset({*off, step})) as bench:
        assert loot(bench, f"loot = {attack}") == "done"


def test_fresh_mounts_keep_notes_from_the_next_submission():
    reason = why_not(NAMESPACES)
    if reason:
        pytest.skip(f"namespaces are not to be had here: {reason}")
    leave = "loot = tried(lambda: open('note', 'w').write('x'))"
    find = "loot = tried(lambda: open('note').read())"
    with Bench(NAMESPACES, SHORT) as bench:
        assert loot(bench, leave) == "done"  # it has a folder of its own
        assert loot(bench, find) == "FileNotFoundError"
    with Bench(NAMESPACES, SHORT, frozenset({"mounts"})) as bench:
        assert loot(bench, leave) == "done"
        assert loot(bench, find) == "done"
