"""Taking every right away from a process, step by step, just before it runs a submission.

Linux only. System calls are made by number where the C library has no function for them; these
numbers are the same on every architecture. Sources: the manual pages clone(2), mount_namespaces(7),
user_namespaces(7), landlock(7), seccomp(2), capabilities(7) and the kernel's landlock.rst.
"""

from __future__ import annotations

import ctypes
import fcntl
import os
import resource
import stat
import struct
from collections.abc import Iterable
from dataclasses import dataclass

CLONE3, CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 435, 444, 445, 446
NEW_NAMESPACES = {
    "user": 0x10000000,
    "pid": 0x20000000,
    "mount": 0x00020000,
    "net": 0x40000000,
    "ipc": 0x08000000,
    "uts": 0x04000000,
}
CLONE_PIDFD = 0x1000
SIGCHLD = 17
MS_RDONLY, MS_NOSUID, MS_NODEV, MS_NOEXEC, MS_REC, MS_PRIVATE = 1, 2, 4, 8, 0x4000, 0x40000
PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS = 1, 4, 22, 38
SECCOMP_MODE_FILTER = 2
CAPABILITY_VERSION_3 = 0x20080522
# landlock: execute, read a file, read a folder; everything that writes; by version of the kernel
READ = 0b1101
ALL_OF_VERSION = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
NET_OF_VERSION_4 = 0b11
SCOPES_OF_VERSION_6 = 0b11
RULE_PATH_BENEATH = 1

_libc = ctypes.PyDLL(None, use_errno=True)


def _checked(result: int, what: str) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
    return result


def _syscall(number: int, *arguments: object, what: str) -> int:
    return _checked(_libc.syscall(ctypes.c_long(number), *arguments), what)


def fork_into(namespaces: Iterable[str]) -> tuple[int, int]:
    """Fork into fresh namespaces: (0, -1) in the child, (pid, pidfd) in the parent.

    The C library's fork cannot ask for namespaces, so the interpreter is told by hand. This is
    only safe with a single thread.
    """
    flags = CLONE_PIDFD
    for name in namespaces:
        flags |= NEW_NAMESPACES[name]
    pidfd = ctypes.c_int(-1)
    fields = struct.pack("8Q", flags, ctypes.addressof(pidfd), 0, 0, SIGCHLD, 0, 0, 0)
    buffer = ctypes.create_string_buffer(fields, len(fields))
    ctypes.pythonapi.PyOS_BeforeFork()
    pid = _libc.syscall(ctypes.c_long(CLONE3), buffer, ctypes.c_size_t(len(fields)))
    if pid == 0:
        ctypes.pythonapi.PyOS_AfterFork_Child()
        return 0, -1
    number = ctypes.get_errno()
    ctypes.pythonapi.PyOS_AfterFork_Parent()
    if pid < 0:
        raise OSError(number, f"clone3: {os.strerror(number)}")
    return pid, pidfd.value


def map_identity(user: int, group: int) -> None:
    """In a new user namespace: be who one was, and nobody else."""
    for name, text in (
        ("setgroups", "deny"),
        ("uid_map", f"{user} {user} 1"),
        ("gid_map", f"{group} {group} 1"),
    ):
        descriptor = os.open(f"/proc/self/{name}", os.O_WRONLY)
        try:
            os.write(descriptor, text.encode())
        finally:
            os.close(descriptor)


def _mount(source: str, target: str, kind: str, flags: int, options: str = "") -> None:
    arguments = [text.encode() for text in (source, target, kind)]
    result = _libc.mount(*arguments, ctypes.c_ulong(flags), options.encode() or None)
    _checked(result, f"mount {kind or 'private'} on {target}")


def fresh_mounts(folder: str, size: int, inodes: int) -> None:
    """A working folder of its own in memory, of bounded size, and an empty /proc."""
    _mount("none", "/", "", MS_REC | MS_PRIVATE)
    options = f"size={size},nr_inodes={inodes},mode=700"
    _mount("tmpfs", folder, "tmpfs", MS_NOSUID | MS_NODEV | MS_NOEXEC, options)
    flags = MS_NOSUID | MS_NODEV | MS_NOEXEC | MS_RDONLY
    _mount("tmpfs", "/proc", "tmpfs", flags, "size=4k,nr_inodes=2,mode=555")


def only_standard_streams_and(*kept: int) -> list[int]:
    """Close every descriptor but these, and return their new numbers; streams lead nowhere."""
    nowhere = os.open("/dev/null", os.O_RDWR)
    high = [fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, 3 + len(kept)) for descriptor in kept]
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    low = [os.dup2(descriptor, 3 + k, inheritable=False) for k, descriptor in enumerate(high)]
    os.closerange(3 + len(kept), resource.getrlimit(resource.RLIMIT_NOFILE)[1])
    return low


@dataclass(frozen=True)
class Resources:
    """What one submission's process may use, at most."""

    memory: int
    cpu: int
    file: int
    descriptors: int
    processes: int | None  # None where the kernel would count all of the user's


def limit(resources: Resources) -> None:
    """Set the limits, soft and hard."""
    wanted = {
        resource.RLIMIT_AS: resources.memory,
        resource.RLIMIT_CPU: resources.cpu,
        resource.RLIMIT_FSIZE: resources.file,
        resource.RLIMIT_NOFILE: resources.descriptors,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_MEMLOCK: 0,
        resource.RLIMIT_MSGQUEUE: 0,
        resource.RLIMIT_NPROC: resources.processes,
    }
    for which, most in wanted.items():
        if most is not None:
            resource.setrlimit(which, (most, most))


def die_with_parent() -> None:
    """Be killed when the parent ends, and be opaque to other processes of the user."""
    _checked(_libc.prctl(PR_SET_PDEATHSIG, 9, 0, 0, 0), "PR_SET_PDEATHSIG")
    _checked(_libc.prctl(PR_SET_DUMPABLE, 0, 0, 0, 0), "PR_SET_DUMPABLE")


def drop_capabilities() -> None:
    """Give up every capability, as a new user namespace gives all of them within it."""
    head = ctypes.create_string_buffer(struct.pack("Ii", CAPABILITY_VERSION_3, 0))
    none = ctypes.create_string_buffer(24)
    _checked(_libc.capset(head, none), "capset")


def no_new_privileges() -> None:
    """No program that is started can have more rights than this process."""
    _checked(_libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "PR_SET_NO_NEW_PRIVS")


def landlock_version() -> int:
    """The version of Landlock in this kernel; 0 where there is none."""
    result = _libc.syscall(
        ctypes.c_long(CREATE_RULESET), None, ctypes.c_size_t(0), ctypes.c_uint(1)
    )
    return max(int(result), 0)


def landlock_rules(readable: Iterable[str], writable: Iterable[str]) -> int:
    """A ruleset under which these files and folders can be used and nothing else."""
    version = landlock_version()
    every = (1 << ALL_OF_VERSION.get(version, ALL_OF_VERSION[5])) - 1
    net = NET_OF_VERSION_4 if version >= 4 else 0
    scopes = SCOPES_OF_VERSION_6 if version >= 6 else 0
    attributes = struct.pack("QQQ", every, net, scopes)[
        : 24 if version >= 6 else 16 if version >= 4 else 8
    ]
    rules = _syscall(
        CREATE_RULESET,
        attributes,
        ctypes.c_size_t(len(attributes)),
        ctypes.c_uint(0),
        what="landlock_create_ruleset",
    )
    for paths, access in ((readable, READ), (writable, every)):
        for path in paths:
            _allow(rules, path, access)
    return rules


def _allow(rules: int, path: str, access: int) -> None:
    descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        if not stat.S_ISDIR(os.fstat(descriptor).st_mode):
            access &= 0b111  # run, write, read: the rest is for folders
        rule = struct.pack("=Qi", access, descriptor)
        _syscall(
            ADD_RULE,
            ctypes.c_int(rules),
            ctypes.c_int(RULE_PATH_BENEATH),
            rule,
            ctypes.c_uint(0),
            what=f"landlock_add_rule for {path}",
        )
    finally:
        os.close(descriptor)


def landlock(rules: int) -> None:
    """Keep to the ruleset from now on, for ever."""
    _syscall(RESTRICT_SELF, ctypes.c_int(rules), ctypes.c_uint(0), what="landlock_restrict_self")
    os.close(rules)


def seccomp(program: bytes) -> None:
    """Let only the system calls through that the filter allows (a BPF program, ready-made)."""
    instructions = ctypes.create_string_buffer(program, len(program))

    class Program(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))

    told = Program(len(program) // 8, ctypes.addressof(instructions))
    result = _libc.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.byref(told), 0, 0)
    _checked(result, "PR_SET_SECCOMP")
