"""The system calls that a submission may make: an allow-list, compiled by libseccomp.

Whatever is not named fails with "not permitted", so that a call of a later kernel is refused too.
Where a call is needed for one purpose and would serve another, its arguments are compared.
"""

from __future__ import annotations

import errno
import os
import socket
import tempfile
from functools import cache

ALLOWED = [
    "read",
    "write",
    "readv",
    "writev",
    "pread64",
    "pwrite64",
    "close",
    "close_range",
    "lseek",
    "open",
    "openat",
    "stat",
    "fstat",
    "lstat",
    "newfstatat",
    "statx",
    "statfs",
    "fstatfs",
    "access",
    "faccessat",
    "faccessat2",
    "readlink",
    "readlinkat",
    "getdents",
    "getdents64",
    "getcwd",
    "chdir",
    "fchdir",
    "mkdir",
    "mkdirat",
    "rmdir",
    "unlink",
    "unlinkat",
    "rename",
    "renameat",
    "renameat2",
    "ftruncate",
    "fallocate",
    "fsync",
    "fdatasync",
    "flock",
    "fadvise64",
    "sendfile",
    "copy_file_range",
    "umask",
    "dup",
    "dup2",
    "dup3",
    "pipe",
    "pipe2",
    "poll",
    "ppoll",
    "select",
    "pselect6",
    "_newselect",
    "epoll_create",
    "epoll_create1",
    "epoll_ctl",
    "epoll_wait",
    "epoll_pwait",
    "epoll_pwait2",
    "eventfd2",
    "recvfrom",
    "shutdown",
    "getsockopt",
    "getsockname",
    "getpeername",
    "mmap",
    "mprotect",
    "munmap",
    "mremap",
    "madvise",
    "brk",
    "msync",
    "mincore",
    "membarrier",
    "rt_sigaction",
    "rt_sigprocmask",
    "rt_sigreturn",
    "rt_sigpending",
    "rt_sigtimedwait",
    "rt_sigsuspend",
    "sigaltstack",
    "alarm",
    "setitimer",
    "getitimer",
    "pause",
    "nanosleep",
    "clock_nanosleep",
    "restart_syscall",
    "clock_gettime",
    "clock_getres",
    "gettimeofday",
    "time",
    "times",
    "getrusage",
    "sysinfo",
    "uname",
    "getcpu",
    "getpid",
    "getppid",
    "gettid",
    "getuid",
    "geteuid",
    "getgid",
    "getegid",
    "getgroups",
    "getresuid",
    "getresgid",
    "getpgid",
    "getpgrp",
    "getsid",
    "getrlimit",
    "getpriority",
    "sched_yield",
    "sched_getaffinity",
    "sched_getparam",
    "sched_getscheduler",
    "sched_get_priority_max",
    "sched_get_priority_min",
    "futex",
    "futex_waitv",
    "set_robust_list",
    "set_tid_address",
    "rseq",
    "arch_prctl",
    "exit",
    "exit_group",
    "wait4",
    "waitid",
    "getrandom",
]
NOT_THERE = ("clone3", "openat2")  # with this answer libraries fall back to what is allowed
DESCRIPTOR_COMMANDS = (0, 1, 2, 3, 4, 5, 6, 7, 36, 37, 38, 1030, 1034)  # not F_SETOWN: it signals
TERMINAL_QUESTIONS = (0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)
PROCESS_NAMES = (15, 16, 0x53564D41)  # naming a thread, and memory
CLONE_THREAD, CLONE_NEW_ANYTHING = 0x00010000, 0x7E020080
SOCKET_KIND = 0xF


@cache
def program() -> bytes:
    """The filter as a BPF program for this machine.

    Raises
    ------
    RuntimeError
        If libseccomp is not installed.
    """
    import pyseccomp as seccomp

    known = seccomp.SyscallFilter(defaction=seccomp.ERRNO(errno.EPERM))
    equal, masked = seccomp.EQ, seccomp.MASKED_EQ
    for name in ALLOWED:
        if seccomp.resolve_syscall(seccomp.system_arch(), name) >= 0:
            known.add_rule(seccomp.ALLOW, name)
    for name in NOT_THERE:
        known.add_rule(seccomp.ERRNO(errno.ENOSYS), name)
    for command in DESCRIPTOR_COMMANDS:
        known.add_rule(seccomp.ALLOW, "fcntl", seccomp.Arg(1, equal, command))
    for question in TERMINAL_QUESTIONS:
        known.add_rule(seccomp.ALLOW, "ioctl", seccomp.Arg(1, equal, question))
    for option in PROCESS_NAMES:
        known.add_rule(seccomp.ALLOW, "prctl", seccomp.Arg(0, equal, option))
    known.add_rule(  # its own limits, to be read
        seccomp.ALLOW, "prlimit64", seccomp.Arg(0, equal, 0), seccomp.Arg(2, equal, 0)
    )
    known.add_rule(  # threads, and nothing that has a namespace or a process of its own
        seccomp.ALLOW,
        "clone",
        seccomp.Arg(0, masked, CLONE_THREAD | CLONE_NEW_ANYTHING, CLONE_THREAD),
    )
    known.add_rule(  # the pair that asyncio wakes itself by; a stream cannot be sent elsewhere
        seccomp.ALLOW,
        "socketpair",
        seccomp.Arg(0, equal, int(socket.AF_UNIX)),
        seccomp.Arg(1, masked, SOCKET_KIND, int(socket.SOCK_STREAM)),
    )
    known.add_rule(seccomp.ALLOW, "sendto", seccomp.Arg(4, equal, 0))
    with tempfile.TemporaryFile() as file:
        known.export_bpf(file)
        return os.pread(file.fileno(), 2**20, 0)
