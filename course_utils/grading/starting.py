"""How the processes of the sandbox are started: what they can see, and as whom they run."""

from __future__ import annotations

import os
import shutil
import site
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import course_utils
from course_utils.checking import calling

PACKAGE = Path(course_utils.__file__).resolve().parent
INSIDE = Path(__file__).resolve().parent / "inside"
CALLING = Path(calling.__file__).resolve()
NOBODY = 64123  # an unprivileged user that no system gives to anybody; used when started by root
TO_BECOME_NOBODY = 1 << 0 | 1 << 6 | 1 << 7  # CAP_CHOWN, CAP_SETGID, CAP_SETUID
SYSTEM = ("/usr", "/lib", "/lib64", "/lib32", "/libx32", "/bin")
IN_MEMORY = "/sheet"  # the working folder, where the file system is the sandbox's own
DEVICES = ("/dev/null", "/dev/zero", "/dev/random", "/dev/urandom")
OWN_NAMES = ("course_utils", "activation_functions_course", "_editable_impl_activation")


def may_become_nobody(status: Path = Path("/proc/self/status")) -> bool:
    """Whether whoever grades can run a submission as somebody else: root in a container may not."""
    if os.getuid() != 0:
        return True
    lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
    return int(lines["CapEff"], 16) & TO_BECOME_NOBODY == TO_BECOME_NOBODY


def user_and_group() -> tuple[int, int]:
    """Whom a submission runs as: the one who grades, but never root."""
    return (NOBODY, NOBODY) if os.getuid() == 0 else (os.getuid(), os.getgid())


def command(program: str) -> list[str]:
    """Python, running one of the programs of the folder inside."""
    boot = (
        f"import sys; sys.path[:1] = [{str(INSIDE.parent)!r}, *{_user_site()!r}]; "
        f"from {INSIDE.name}.boot import load; load({str(CALLING)!r}); "
        f"from {INSIDE.name}.{program} import main; del sys.path[0]; main()"
    )
    return [sys.executable, "-B", "-s", "-c", boot]


def _user_site() -> list[str]:
    folder = site.getusersitepackages()
    return [folder] if site.ENABLE_USER_SITE and Path(folder).is_dir() else []


def environment(folder: str) -> dict[str, str]:
    """The whole environment of a worker."""
    return {
        "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "HOME": folder,
        "TMPDIR": folder,
        "IPYTHONDIR": folder,
        "MPLBACKEND": "Agg",
        "MPLCONFIGDIR": folder,
        "PYTHONHASHSEED": "0",
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
    }


def python_paths() -> list[Path]:
    """Where this Python, its packages and the worker's files are, apart from the system's."""
    found = [Path(folder) for folder in _user_site()]
    for prefix in dict.fromkeys((sys.base_prefix, sys.prefix)):
        if Path(prefix) not in (Path("/usr"), Path("/usr/local")):
            names = ("bin", "lib", "lib64", "pyvenv.cfg")
            found += [p for name in names if (p := Path(prefix) / name).exists()]
    return [*found, INSIDE, CALLING]


def hidden_paths() -> list[Path]:
    """Where the course is, with its references and solutions."""
    project = PACKAGE.parent
    found = [project if (project / "source").is_dir() else PACKAGE]
    folders = [*site.getsitepackages([sys.prefix, sys.base_prefix]), *_user_site()]
    return [*found, *(p for f in folders if (p := Path(f) / "course_utils").is_dir())]


def bubblewrap() -> list[str]:
    """The command that starts another in namespaces of its own, with a file system of its own."""
    found = shutil.which("bwrap") or "bwrap"
    options = [found, "--unshare-all", "--new-session", "--cap-drop", "ALL", "--clearenv"]
    for name, value in environment(IN_MEMORY).items():
        options += ["--setenv", name, value]
    options += _bound(Path(path) for path in SYSTEM)
    covers = [path for path in hidden_paths() if _within(path, SYSTEM)]
    options += [word for path in covers for word in ("--tmpfs", str(path))]
    paths = python_paths()
    options += _bound(paths[:-2])
    inner = [p for p in hidden_paths() if p not in covers and _within(p, map(str, paths[:-2]))]
    options += [word for path in inner for word in ("--tmpfs", str(path))]
    options += _bound(paths[-2:])
    for device in DEVICES:
        options += ["--dev-bind", device, device]
    options += ["--proc", "/proc", "--tmpfs", IN_MEMORY, "--chdir", IN_MEMORY]
    for path in ("/", *map(str, covers), *map(str, inner)):
        options += ["--remount-ro", path]
    return [*options, "--"]


def _within(path: Path, folders: Iterable[str]) -> bool:
    return any(Path(folder) in path.parents for folder in folders)


def _bound(paths: Iterable[Path]) -> list[str]:
    options: list[str] = []
    for path in paths:
        if path.is_symlink():
            options += ["--symlink", str(path.readlink()), str(path)]
        elif path.exists():
            options += ["--ro-bind", str(path), str(path)]
    return options


def landlocked_paths() -> list[str]:
    """What a worker may read where it shares our file system."""
    system = [Path(path) for path in SYSTEM if Path(path).exists()]
    roots = [*system, *python_paths()[:-2]]
    found = [path for root in roots for path in _around(root, hidden_paths())]
    return [*map(str, found), str(INSIDE), str(CALLING), *DEVICES]


def _around(folder: Path, hidden: list[Path]) -> Iterator[Path]:
    """The folder, or its entries where something within it is to stay hidden."""
    real = folder.resolve()
    if real in hidden or folder.name.startswith(OWN_NAMES):
        return
    if not any(real in path.parents for path in hidden):
        yield folder
        return
    for entry in sorted(folder.iterdir()):
        yield from _around(entry, hidden)


def as_nobody(words: list[str]) -> list[str]:
    """The command as it is to be run by whoever grades: root first becomes somebody else."""
    if os.getuid() != 0:
        return words
    needed = [str(path) for path in (*python_paths(), Path(sys.executable).resolve())]
    program = str(Path(__file__).with_name("unprivileged.py"))
    user, group = user_and_group()
    starter = [sys.executable, "-I", "-S", program, str(user), str(group)]
    return [*starter, *needed, "--", *words]
