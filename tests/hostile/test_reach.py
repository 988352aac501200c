"""What a submission can reach: its own numbers, and nothing else."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import numpy as np
import pytest
from attacks import forbidden, loot, next_one_is_well

import course_utils
from course_utils.grading import filter as allowed_calls
from course_utils.grading import starting

PACKAGE = Path(course_utils.__file__).resolve().parent
PROJECT = PACKAGE.parent


@pytest.fixture
def outside(tmp_path):
    """A folder and a file that anybody may read and write: a gradebook, as it were."""
    folder = tmp_path / "others"
    folder.mkdir()
    (folder / "grades.csv").write_text("student,points\n", encoding="utf-8")
    for path in [tmp_path, *tmp_path.parents][:-2]:
        path.chmod(0o755)
    folder.chmod(0o777)
    (folder / "grades.csv").chmod(0o777)
    return folder


def test_files_that_it_cannot_read(bench, outside):
    paths = [
        "/etc/passwd",
        "/etc/hostname",
        "/proc/self/environ",
        "/proc/1/environ",
        "/proc/self/maps",
        "/sys/kernel/notes",
        "/dev/mem",
        "/dev/tty",
        str(outside / "grades.csv"),
        str(PACKAGE / "catalog" / "sigmoid_tanh.py"),
        str(PACKAGE / "activations" / "sigmoids.py"),
        str(PROJECT / "solutions" / "02_sigmoid_tanh.ipynb"),
        str(PROJECT / "tests" / "corpus" / "corpus.py"),
        str(PROJECT / "source" / "exercises" / "02_sigmoid_tanh.py"),
        str(PROJECT / ".git" / "HEAD"),
    ]
    found = loot(bench, f"loot = {{p: tried(lambda: open(p).read()) for p in {paths!r}}}")
    assert set(found) == set(paths)
    assert forbidden(found) == []


def test_folders_that_it_cannot_list(bench, outside):
    paths = ["/", "/home", "/root", "/etc", "/tmp", "/proc", "/dev/shm", str(outside), str(PROJECT)]
    code = f"loot = {{p: tried(lambda: os.listdir(p)[0]) for p in {paths!r}}}"
    for listed in forbidden(loot(bench, code)):  # a file system of the sandbox's own
        names = set(loot(bench, f"loot = os.listdir({listed!r})"))
        assert names <= _on_the_way(Path(listed)), listed


def _on_the_way(folder: Path) -> set[str]:
    """What a folder must hold because Python, the system or the worker's files lie within it."""
    seen = [*map(Path, (*starting.SYSTEM, *starting.DEVICES, "/proc")), *starting.python_paths()]
    seen.append(Path(starting.IN_MEMORY))
    return {path.relative_to(folder).parts[0] for path in seen if folder in path.parents}


def test_the_solutions_cannot_be_imported(bench):
    code = """
    from course_utils.catalog import EXERCISES
    from course_utils.activations import sigmoid
    import course_utils
    def answer():
        return sigmoid(0.0)
    loot = [type(EXERCISES).__name__, getattr(course_utils, "__file__", None) is None]
    """
    assert loot(bench, code.replace("\n    ", "\n")) == ["Nothing", True]


def test_the_environment_tells_nothing_of_the_grader(bench, monkeypatch):
    monkeypatch.setenv("COURSE_TEST_SECRET", "s3cret")
    found = loot(bench, "loot = dict(os.environ)")
    assert "COURSE_TEST_SECRET" not in found
    assert str(PROJECT) not in " ".join(v for k, v in found.items() if k != "PWD")


def test_places_that_it_cannot_write(bench, outside):
    site = np.__file__
    paths = [
        str(outside / "new.txt"),
        str(outside / "grades.csv"),
        "/tmp/note",
        "/dev/shm/note",
        "/note",
        "/usr/note",
        str(Path(site).parent / "note.py"),
        site,
        str(PACKAGE / "grading" / "inside" / "note.py"),
        str(Path(sys.executable).parent / "note"),
    ]
    found = loot(bench, f"loot = {{p: tried(lambda: open(p, 'a')) for p in {paths!r}}}")
    assert set(found) == set(paths)
    assert forbidden(found) == []
    assert sorted(path.name for path in outside.iterdir()) == ["grades.csv"]


def test_files_of_others_cannot_be_changed_in_other_ways(bench, outside):
    file = str(outside / "grades.csv")
    code = f"""
file = {file!r}
loot = {{
    "remove": tried(lambda: os.remove(file)),
    "rename": tried(lambda: os.rename(file, file + "x")),
    "truncate": tried(lambda: os.truncate(file, 0)),
    "chmod": tried(lambda: os.chmod(file, 0)),
    "touch": tried(lambda: os.utime(file)),
    "link": tried(lambda: os.link(file, "mine")),
    "xattr": tried(lambda: os.setxattr(file, "user.x", b"x")),
}}
"""
    before = (outside / "grades.csv").stat()
    assert forbidden(loot(bench, code)) == []
    after = (outside / "grades.csv").stat()
    assert (before.st_mode, before.st_mtime_ns, before.st_size) == (
        after.st_mode,
        after.st_mtime_ns,
        after.st_size,
    )


def test_special_files_cannot_be_made(bench):
    code = """
loot = {
    "symlink": tried(lambda: os.symlink("/etc/passwd", "a")),
    "fifo": tried(lambda: os.mkfifo("b")),
    "device": tried(lambda: os.mknod("c", 0o20600, os.makedev(1, 1))),
    "socket": tried(lambda: socket.socket(socket.AF_UNIX).bind("d")),
}
"""
    assert forbidden(loot(bench, code)) == []


def test_a_note_is_not_found_by_the_next_submission(bench):
    loot(bench, "loot = tried(lambda: open('note', 'w').write('the answer is 42'))")
    loot(bench, "import builtins\nbuiltins.note = np = 42\nsys.modules['note'] = sys\nloot = 1")
    found = loot(
        bench,
        "import builtins\nloot = [tried(lambda: open('note')), hasattr(builtins, 'note'),"
        " 'note' in sys.modules]",
    )
    assert found[0] != "done"
    assert found[1:] == [False, False]


def test_no_network_and_no_socket_of_any_family(bench):
    code = """
loot = {}
for family in range(46):
    for kind in (1, 2, 3, 5):
        loot[f"{family} {kind}"] = tried(lambda: socket.socket(family, kind))
loot["dns"] = tried(lambda: socket.getaddrinfo("localhost.localdomain", 80))
loot["connect"] = tried(lambda: socket.create_connection(("127.0.0.1", 22), 0.1))
loot["datagrams"] = tried(lambda: socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM))
loot["descriptor"] = tried(lambda: socket.socketpair()[0].sendmsg([b"x"]))
"""
    assert forbidden(loot(bench, code)) == []


def test_every_other_system_call_is_refused(bench):
    """Whatever the allow-list does not name: tried one by one, by number."""
    import pyseccomp

    arch = pyseccomp.system_arch()
    special = ("fcntl", "ioctl", "prctl", "prlimit64", "clone", "socketpair", "sendto")
    named = {pyseccomp.resolve_syscall(arch, n) for n in (*allowed_calls.ALLOWED, *special)}
    # 335 and 336 belong to the kernel's own probes: it passes them by every filter, and whoever
    # calls them without such a probe is ended by SIGILL.
    others = [number for number in range(600) if number not in {*named, 335, 336}]
    code = f"loot = {{str(n): called(n, -1, -1, -1, -1, -1, -1) for n in {others!r}}}"
    found = loot(bench, code)
    assert len(found) == len(others) > 400
    assert {n: e for n, e in found.items() if e not in ("EPERM", "ENOSYS")} == {}


def test_calls_that_serve_two_purposes_serve_one(bench):
    code = """
import fcntl
read, write = os.pipe()
loot = {
    "own a descriptor for another": tried(lambda: fcntl.fcntl(read, fcntl.F_SETOWN, 1)),
    "type on a terminal": tried(lambda: fcntl.ioctl(0, 0x5412, b"x")),
    "outlive the parent": "done" if libc.prctl(1, 0, 0, 0, 0) == 0 else "refused",
    "be open to others": "done" if libc.prctl(4, 1, 0, 0, 0) == 0 else "refused",
    "raise a limit": tried(lambda: resource.setrlimit(resource.RLIMIT_AS, (2**40, 2**40))),
    "fork": tried(os.fork),
    "start a program": tried(lambda: os.execv("/usr/bin/env", ["env"])),
}
"""
    assert forbidden(loot(bench, code)) == []


def test_it_is_nobody_with_no_rights(bench):
    if os.getuid() != 0:
        expected = os.getuid()
    else:
        from course_utils.grading.starting import NOBODY as expected  # noqa: N811
    code = "loot = [os.getuid(), os.geteuid(), os.getgid(), tried(lambda: os.setuid(0))]"
    user, effective, group, become_root = loot(bench, code)
    assert (user, effective) == (expected, expected)
    assert group != 0 or os.getgid() == 0 != os.getuid()
    assert become_root != "done"


def test_nothing_is_left_open(bench):
    code = "loot = [n for n in range(64) if tried(lambda: os.fstat(n)) == 'done']"
    assert loot(bench, code) == [0, 1, 2, 3]  # nowhere, three times, and the way to the judge


def test_after_all_of_this_the_next_submission_is_well(bench):
    assert next_one_is_well(bench)
