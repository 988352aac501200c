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
    # A right over somebody of one's own user, as whoever traces a process needs it too. The parent
    # is the process that all submissions are forked from; with the others on it cannot be seen.
    "user: looking into the parent": (
        NAMESPACES,
        ("seccomp", "landlock", "pid", "mount", "mounts", "net", "ipc", "uts"),
        "user",
        "tried(lambda: open(f'/proc/{os.getppid()}/environ').read())",
    ),
}
# What a submission leaves behind, and how the next one finds it.
LEAVE_SEGMENT = """
libc.shmat.restype = ctypes.c_void_p
def leave():
    address = libc.shmat(libc.shmget(4242, 4096, 0o1600), None, 0)
    ctypes.memmove(address, b"the answer is 42", 16)
loot = tried(leave)
"""
FIND_SEGMENT = """
libc.shmat.restype = ctypes.c_void_p
def find():
    segment = libc.shmget(4242, 4096, 0o600)
    if segment < 0:
        raise FileNotFoundError
    return ctypes.string_at(libc.shmat(segment, None, 0), 16)
loot = tried(lambda: find()[:13] == b"the answer is" or 1 / 0)
"""
# Who ends a connection first leaves its port taken for a minute: one bit for whoever comes next.
LEAVE_PORT = """
def leave():
    with socket.create_server(("127.0.0.1", 4242)) as server:
        ours = socket.create_connection(("127.0.0.1", 4242), 1)
        theirs, _ = server.accept()
        theirs.close()
        ours.close()
loot = tried(leave)
"""
FIND_PORT = """
def find():
    try:
        socket.socket().bind(("0.0.0.0", 4242))
    except OSError as error:
        assert error.errno == errno.EADDRINUSE
    else:
        raise FileNotFoundError
loot = tried(find)
"""
NOTES = {
    "ipc: a segment of shared memory": ("ipc", LEAVE_SEGMENT, FIND_SEGMENT),
    "net: a port that is taken": ("net", LEAVE_PORT, FIND_PORT),
}


def needs(kind):
    reason = why_not(kind)
    if reason:
        pytest.skip(f"{kind.value} is not to be had here: {reason}")


@pytest.mark.parametrize(("kind", "off", "step", "attack"), CASES.values(), ids=CASES)
def test_a_mechanism_stops_what_succeeds_without_it(kind, off, step, attack):
    needs(kind)
    with Bench(kind, SHORT, frozenset(off)) as bench:
        assert loot(bench, f"loot = {attack}") != "done"
    with Bench(kind, SHORT, frozenset({*off, step})) as bench:
        assert loot(bench, f"loot = {attack}") == "done"


def test_fresh_mounts_keep_notes_from_the_next_submission():
    needs(NAMESPACES)
    leave = "loot = tried(lambda: open('note', 'w').write('x'))"
    find = "loot = tried(lambda: open('note').read())"
    with Bench(NAMESPACES, SHORT) as bench:
        assert loot(bench, leave) == "done"  # it has a folder of its own
        assert loot(bench, find) == "FileNotFoundError"
    with Bench(NAMESPACES, SHORT, frozenset({"mounts"})) as bench:
        assert loot(bench, leave) == "done"
        assert loot(bench, find) == "done"


@pytest.mark.parametrize(("namespace", "leave", "find"), NOTES.values(), ids=NOTES)
def test_a_namespace_keeps_notes_from_the_next_submission(namespace, leave, find):
    """The filter and Landlock, which stop these calls too, are left out on both sides."""
    needs(NAMESPACES)
    off = {"seccomp", "landlock"}
    with Bench(NAMESPACES, SHORT, frozenset(off)) as bench:
        loot(bench, leave)
        assert loot(bench, find) == "FileNotFoundError"
    with Bench(NAMESPACES, SHORT, frozenset({*off, namespace})) as bench:
        assert loot(bench, leave) == "done"
        assert loot(bench, find) == "done"


def test_the_name_of_the_machine_is_held_twice():
    """Of the uts namespace alone we know no attack that succeeds without it.

    The name then belongs to bubblewrap's namespace, over which a submission has no rights, whatever
    rights it keeps over its own. With it, whoever keeps such rights names nothing but itself.
    """
    needs(NAMESPACES)
    off = {"seccomp", "landlock", "capabilities"}
    name = "loot = [tried(lambda: socket.sethostname('mine')), socket.gethostname() == 'mine']"
    look = "loot = socket.gethostname() == 'mine'"
    with Bench(NAMESPACES, SHORT, frozenset(off)) as bench:
        assert loot(bench, name) == ["done", True]
        assert loot(bench, look) is False
    with Bench(NAMESPACES, SHORT, frozenset({*off, "uts"})) as bench:
        assert loot(bench, name) == ["PermissionError", False]
        assert loot(bench, look) is False
