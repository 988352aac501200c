"""Which protections this machine offers, found by trying them."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from enum import Enum
from importlib.util import find_spec

from course_utils.errors import CourseError
from course_utils.grading.starting import may_become_nobody

REFUSAL = (
    "submissions cannot be kept apart from this machine ({reasons}). Grade in a Linux container or "
    "on a Linux host (on Windows: WSL2), or give --trust-submissions if you trust every file"
)


class Protection(str, Enum):
    """What stands between a submission and the machine that grades it."""

    NAMESPACES = "namespaces"
    LANDLOCK = "landlock"
    NONE = "none"


def probe() -> dict[Protection, str]:
    """For each protection "" where it works here, else one line that says why it does not."""
    return {kind: why_not(kind) for kind in Protection}


def missing(kind: Protection) -> str:
    """What this machine lacks for a protection; "" where it is worth a try."""
    if sys.platform != "linux":
        return f"it needs Linux, and this is {sys.platform}"
    if not may_become_nobody():
        return "root cannot become another user here; start it as an ordinary user"
    if kind is Protection.NAMESPACES and shutil.which("bwrap") is None:
        return "bubblewrap is not installed (Debian, Ubuntu: apt-get install bubblewrap)"
    if find_spec("pyseccomp") is None:
        return 'pyseccomp is not installed (in the course\'s folder: pip install -e ".[grading]")'
    return ""


def why_not(kind: Protection) -> str:
    """Why a protection does not work here; "" where a worker could be started under it."""
    lacks = "" if kind is Protection.NONE else missing(kind)
    if lacks or kind is Protection.NONE:
        return lacks
    from course_utils.grading.limits import Limits
    from course_utils.grading.zygotes import Zygote

    try:
        zygote = Zygote(kind is Protection.NAMESPACES, Limits(), ready_for="nothing")
        try:
            zygote.worker().end()
        finally:
            zygote.close()
    except CourseError as reason:
        return str(reason)
    return ""


def best(
    trust_submissions: bool = False, obstacle: Callable[[Protection], str] | None = None
) -> Protection:
    """The strongest protection that works here: the first to which there is no obstacle.

    Raises
    ------
    CourseError
        If there is none and the submissions are not trusted.
    """
    reasons = []
    for kind in (Protection.NAMESPACES, Protection.LANDLOCK):
        reason = (obstacle or why_not)(kind)
        if not reason:
            return kind
        reasons.append(f"{kind.value}: {reason}")
    if trust_submissions:
        return Protection.NONE
    raise CourseError(REFUSAL.format(reasons="; ".join(reasons)))
