"""Becoming nobody before a sandbox is started: run by root as a program of its own.

    python -I -S unprivileged.py USER GROUP PATH... -- COMMAND...

The paths are what the command must be able to read. Where one lies in a folder that only root may
enter, that folder is covered, for this process alone, by an empty one that holds just these paths.
"""

from __future__ import annotations

import ctypes
import os
import stat
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

CLONE_NEWNS = 0x20000
MS_RDONLY, MS_NOSUID, MS_NODEV, MS_REMOUNT = 1, 2, 4, 32
MS_BIND, MS_MOVE, MS_REC, MS_PRIVATE = 0x1000, 0x2000, 0x4000, 0x40000


def closed_folders(paths: Iterable[Path]) -> dict[Path, list[Path]]:
    """The outermost folders that others may not enter, each with the paths that lie within."""
    found: dict[Path, list[Path]] = {}
    for path in paths:
        for folder in reversed(path.parents):
            if not folder.stat().st_mode & stat.S_IXOTH:
                found.setdefault(folder, []).append(path)
                break
    return found


def open_up(folders: dict[Path, list[Path]]) -> None:
    """In a mount namespace of its own: put these paths, and nothing else, into their folders."""
    libc = ctypes.CDLL(None, use_errno=True)

    def mount(source: Path | str, target: Path, kind: str, flags: int, options: str = "") -> None:
        texts = [os.fsencode(text) for text in (source, target, kind)]
        if libc.mount(*texts, ctypes.c_ulong(flags), options.encode()) != 0:
            number = ctypes.get_errno()
            raise OSError(number, f"mount on {target}: {os.strerror(number)}")

    if libc.unshare(CLONE_NEWNS) != 0:
        raise OSError(ctypes.get_errno(), "a mount namespace of its own is not to be had")
    mount("none", Path("/"), "", MS_REC | MS_PRIVATE)
    aside = Path(tempfile.mkdtemp(prefix="course-grading-"))
    mount("tmpfs", aside, "tmpfs", MS_NOSUID | MS_NODEV, "mode=700")
    for folder, paths in folders.items():
        kept = [_place(aside / str(number), path.is_dir()) for number, path in enumerate(paths)]
        for place, path in zip(kept, paths, strict=True):
            mount(path, place, "", MS_BIND | MS_REC)
        mount("tmpfs", folder, "tmpfs", MS_NOSUID | MS_NODEV, "mode=755")
        for place, path in zip(kept, paths, strict=True):
            mount(place, _place(path, place.is_dir()), "", MS_BIND | MS_REC)
        mount("tmpfs", folder, "", MS_REMOUNT | MS_RDONLY | MS_NOSUID | MS_NODEV)
    libc.umount2(os.fsencode(aside), 2)
    aside.rmdir()


def _place(path: Path, folder: bool) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    if folder:
        path.mkdir(exist_ok=True)
    else:
        path.touch()
    return path


def main(arguments: list[str]) -> None:
    """Open up what must be read, become the user, become the command."""
    user, group, *rest = arguments
    split = rest.index("--")
    paths, command = [Path(text) for text in rest[:split]], rest[split + 1 :]
    closed = closed_folders(paths)
    if closed:
        open_up(closed)
    os.setgroups([])
    os.setresgid(*[int(group)] * 3)
    os.setresuid(*[int(user)] * 3)
    os.execv(command[0], command)


if __name__ == "__main__":
    main(sys.argv[1:])
