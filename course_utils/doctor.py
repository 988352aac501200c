"""What works on this machine for the course, what does not, and what to do about it."""

from __future__ import annotations

import importlib.metadata
import io
import platform
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from course_utils.errors import CourseError
from course_utils.places import PROJECT, START_PAGE, course_root

OLDEST_PYTHON = (3, 10)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; ``needed`` says whether a learner cannot do without it."""

    name: str
    works: bool
    detail: str
    remedy: str = ""
    needed: bool = True


def examine() -> list[Finding]:
    """Everything the course relies on, the learner's needs first."""
    findings = [
        finding
        for look in (_python, _packages, _course, _kernel, _record, _figures)
        for finding in look()
    ]
    return [*findings, _authoring(), _browser(), *_grading()]


def can_learn(findings: list[Finding]) -> bool:
    """Whether a learner can work here."""
    return all(finding.works for finding in findings if finding.needed)


def _python() -> Iterator[Finding]:
    wanted = ".".join(map(str, OLDEST_PYTHON))
    yield Finding(
        "Python",
        sys.version_info >= OLDEST_PYTHON,
        f"{platform.python_version()} (needs {wanted} or newer), {sys.executable}",
        f"install Python {wanted} or newer from python.org",
    )


def _packages() -> Iterator[Finding]:
    """Each package the course depends on against the oldest version that will do."""
    try:
        from packaging.requirements import Requirement

        listed = importlib.metadata.requires(PROJECT) or []
    except ImportError as error:  # PackageNotFoundError is one
        yield Finding(
            "installation",
            False,
            f"the course is not installed in this Python ({error})",
            "in the course's folder: python -m pip install -e .",
        )
        return
    for requirement in map(Requirement, listed):
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            yield _package(requirement)


def _package(requirement: Any) -> Finding:
    wanted = str(requirement.specifier) or "any version"
    remedy = f'python -m pip install "{requirement.name}{requirement.specifier}"'
    try:
        version = importlib.metadata.version(requirement.name)
    except importlib.metadata.PackageNotFoundError:
        return Finding(requirement.name, False, f"missing (needs {wanted})", remedy)
    fits = requirement.specifier.contains(version, prereleases=True)
    return Finding(requirement.name, fits, f"{version} (needs {wanted})", remedy)


def _course() -> Iterator[Finding]:
    try:
        root = course_root()
    except (CourseError, OSError) as error:
        yield Finding("course folder", False, str(error), "go to the folder that you cloned")
        return
    built = (root / START_PAGE).is_file()
    yield Finding(
        "course folder",
        built,
        str(root) if built else f"{root} has no {START_PAGE.as_posix()}",
        "course build",
    )


def _kernel() -> Iterator[Finding]:
    remedy = "python -m pip install ipykernel"
    try:
        from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel

        command = KernelSpecManager().get_kernel_spec("python3").argv[0]
    except (ImportError, NoSuchKernel) as error:
        yield Finding("Jupyter kernel", False, str(error), remedy)
        return
    found = shutil.which(command) or command
    # Jupyter replaces a bare "python" by the interpreter that it runs in.
    own = Path(command).name == command or Path(found) == Path(sys.executable)
    yield Finding(
        "Jupyter kernel",
        own,
        "python3, this Python" if own else f"python3 is another Python: {command}",
        "python -m ipykernel install --sys-prefix",
    )


def _record() -> Iterator[Finding]:
    """Whether the place of the learner's record can be written, without writing to the record."""
    from course_utils.notebook.record import IN_MEMORY, default_path

    place = default_path()
    if place == IN_MEMORY:
        yield Finding("learning record", True, "kept in memory only, as COURSE_RECORD asks")
        return
    folder = Path(place).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            yield Finding("learning record", True, str(place))
    except OSError as error:
        yield Finding(
            "learning record",
            False,
            f"{folder} cannot be written: {error.strerror}",
            "set COURSE_RECORD to a file in a folder of yours",
            needed=False,
        )


def _figures() -> Iterator[Finding]:
    remedy = "python -m pip install --force-reinstall matplotlib"
    try:
        from matplotlib import font_manager
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        figure = Figure(figsize=(1, 1))
        figure.text(0.5, 0.5, "σ(z) − ½ ≤ α")
        FigureCanvasAgg(figure).print_png(io.BytesIO())
        font = Path(font_manager.findfont(font_manager.FontProperties()))
    except (ImportError, OSError, RuntimeError, ValueError) as error:
        yield Finding("figures", False, f"matplotlib cannot draw: {error}", remedy)
        return
    yield Finding("figures", True, f"matplotlib draws, with the font {font.stem}")


def _authoring() -> Finding:
    missing = [name for name in ("jupytext", "latex2mathml") if not _installed(name)]
    return Finding(
        "authoring",
        not missing,
        f"missing: {', '.join(missing)}" if missing else "jupytext and latex2mathml are there",
        'in the course\'s folder: python -m pip install -e ".[authoring]"',
        needed=False,
    )


def _browser() -> Finding:
    remedy = "python -m playwright install chromium"
    if not _installed("playwright"):
        remedy = f'in the course\'s folder: python -m pip install -e ".[test]", then {remedy}'
        return Finding("browser for tests", False, "playwright is missing", remedy, needed=False)
    found = shutil.which("chromium") or shutil.which("google-chrome") or _playwright_browser()
    return Finding("browser for tests", bool(found), found or "none found", remedy, needed=False)


def _playwright_browser() -> str:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else ""


def _grading() -> Iterator[Finding]:
    """What can stand between other people's submissions and this machine."""
    try:
        from course_utils.grading.protection import Protection, why_not
    except ImportError as missing:
        yield Finding(
            "grading",
            False,
            f"not part of this copy of the course ({missing})",
            "nothing to do; your own answers are checked without it",
            needed=False,
        )
        return
    for kind in (Protection.NAMESPACES, Protection.LANDLOCK):
        reason = why_not(kind)
        yield Finding(
            f"grading: {kind.value}",
            not reason,
            reason or "submissions can be graded behind it",
            "one protection is enough; without any, grade on Linux or in a container",
            needed=False,
        )


def _installed(name: str) -> bool:
    try:
        importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True
