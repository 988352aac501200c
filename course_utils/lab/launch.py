"""Starting JupyterLab on the course: the page, the settings and the connection."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from urllib.parse import quote

from course_utils.errors import CourseError

CONFIG_FOLDER = Path(__file__).parent / "jupyter"


def launch(
    root: Path,
    notebook: Path,
    options: Sequence[str],
    progress: Callable[[str], None],
) -> None:
    """Run JupyterLab until it is stopped.

    Parameters
    ----------
    root : Path
        The course root, which becomes the server's.
    notebook : Path
        The notebook to open, relative to the root.
    options : sequence of str
        Further options, as `jupyter lab` takes them.
    progress : callable
        Gets one line for each thing that has to be done without.

    Raises
    ------
    CourseError
        If JupyterLab is not installed or the notebook does not exist.
    """
    if not (root / notebook).is_file():
        raise CourseError(
            f"There is no {notebook.as_posix()} in {root}. Build it with: course build"
        )
    try:
        from jupyterlab.labapp import LabApp
    except ImportError as missing:
        raise CourseError(
            f"JupyterLab cannot be loaded ({missing}). Install it with: pip install jupyterlab"
        ) from missing
    os.environ["JUPYTER_CONFIG_PATH"] = config_path(os.environ)
    arguments = [*lab_arguments(root, notebook), *connection(progress)]
    LabApp.launch_instance([*arguments, *as_root(options, progress), *options])


def as_root(options: Sequence[str], progress: Callable[[str], None]) -> list[str]:
    """The option without which JupyterLab refuses to be started by root, as in most containers."""
    if getattr(os, "geteuid", lambda: 1)() != 0 or any(
        "allow" in o and "root" in o for o in options
    ):
        return []
    progress(
        "You are root: what a notebook runs can change everything on this machine. JupyterLab "
        "starts all the same (with --allow-root); an account of your own is safer."
    )
    return ["--allow-root"]


def lab_arguments(root: Path, notebook: Path) -> list[str]:
    """The options that put the server on the course and the browser on the notebook."""
    return [
        f"--ServerApp.root_dir={root}",
        f"--LabApp.default_url=/lab/tree/{quote(notebook.as_posix())}",
    ]


def connection(progress: Callable[[str], None]) -> list[str]:
    """The option that makes widgets smooth, or none where this Jupyter Server does not know it."""
    try:
        from jupyter_server.serverapp import ServerApp

        from course_utils.lab.connection import PromptConnection
    except ImportError as error:
        progress(f"Widgets will be less smooth: this Jupyter Server is different ({error}).")
        return []
    option = "kernel_websocket_connection_class"
    if not hasattr(ServerApp, option):
        progress("Widgets will be less smooth: this Jupyter Server has one kind of connection.")
        return []
    return [f"--ServerApp.{option}={PromptConnection.__module__}.{PromptConnection.__name__}"]


def config_path(environment: Mapping[str, str]) -> str:
    """JUPYTER_CONFIG_PATH with the course's settings, which the reader's own still override."""
    existing = environment.get("JUPYTER_CONFIG_PATH", "")
    folders = [str(CONFIG_FOLDER), *existing.split(os.pathsep)]
    return os.pathsep.join(folder for folder in folders if folder)


def find_notebook(root: Path, text: str) -> Path | None:
    """The notebook that a path (from here or from the root) or a bare name means, from the root."""
    name = Path(text).with_suffix(".ipynb")
    places = (Path.cwd(), root, root / "notebooks", root / "exercises")
    for candidate in ((place / name).resolve() for place in places):
        if candidate.is_file() and candidate.is_relative_to(root.resolve()):
            return candidate.relative_to(root.resolve())
    return None
