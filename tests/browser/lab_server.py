"""A real JupyterLab for tests, started by ``course lab`` on a copy of the course."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
FOLDERS = ("notebooks", "exercises", "solutions")
SECONDS_TO_START = 90


@contextmanager
def course_lab(folder: Path) -> Iterator[str]:
    """Run ``course lab`` on a copy of the notebooks in a folder; gives the server's address."""
    for name in FOLDERS:
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "pyproject.toml", folder)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    names = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")
    environment = os.environ | {name: str(folder / "settings" / name) for name in names}
    environment["COURSE_RECORD"] = str(folder / "record.sqlite")
    command = [sys.executable, "-m", "course_utils", "lab", "--no-browser", "--port", str(port)]
    command += ["--", "--allow-root", "--IdentityProvider.token=", "--expose-app-in-browser"]
    log = folder / "server.log"
    with log.open("w", encoding="utf-8") as sink:
        server = subprocess.Popen(command, cwd=folder, env=environment, stdout=sink, stderr=sink)
        try:
            _wait_until_it_answers(f"http://127.0.0.1:{port}/api", server, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=30)


def _wait_until_it_answers(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < end and server.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
    raise TimeoutError(f"course lab did not answer:\n{log.read_text(encoding='utf-8')[-3000:]}")


class Notebook:
    """One notebook open in JupyterLab, in a Playwright page."""

    def __init__(self, page: Any, address: str, path: str) -> None:
        self.page = page
        page.goto(f"{address}/lab/tree/{path}?reset")
        page.wait_for_function(
            "window.jupyterapp?.shell?.currentWidget?.content?.model?.cells?.length > 0",
            timeout=60_000,
        )
        page.evaluate("window.jupyterapp.shell.currentWidget.context.ready")
        page.evaluate("window.jupyterapp.shell.currentWidget.sessionContext.ready")

    def sources(self) -> list[str]:
        """The source of every cell."""
        return self.page.evaluate(
            "[...window.jupyterapp.shell.currentWidget.content.model.cells]"
            ".map((cell) => cell.sharedModel.getSource())"
        )

    def run_all(self) -> None:
        """Run every cell and wait until the last has run."""
        self.page.evaluate("window.jupyterapp.commands.execute('notebook:run-all-cells')")

    def errors(self) -> list[str]:
        """The exceptions among the outputs, as text."""
        return self.page.evaluate(
            """[...window.jupyterapp.shell.currentWidget.content.model.cells]
            .filter((cell) => cell.type === "code")
            .flatMap((cell) => cell.outputs.toJSON())
            .filter((output) => output.output_type === "error")
            .map((output) => output.ename + ": " + output.evalue)"""
        )

    def show(self, index: int) -> Any:
        """Scroll to a cell and make it the active one; gives its element."""
        self.page.evaluate(
            """async (index) => {
            const notebook = window.jupyterapp.shell.currentWidget.content;
            notebook.activeCellIndex = index;
            notebook.mode = "command";
            await notebook.scrollToItem(index, "start");
            notebook.node.focus();
            }""",
            index,
        )
        cell = self.page.locator(".jp-Notebook .jp-Cell.jp-mod-active")
        cell.wait_for(state="visible")
        return cell

    def write_and_run(self, index: int, source: str) -> None:
        """Replace a cell's text by keyboard, as a person would, and run it."""
        self.show(index)
        self.page.keyboard.press("Enter")
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(source)
        self.page.keyboard.press("Shift+Enter")

    def run(self, index: int) -> None:
        """Run one cell and wait for it."""
        self.show(index)
        self.page.evaluate("window.jupyterapp.commands.execute('notebook:run-cell')")

    def active_index(self) -> int:
        """Which cell is active."""
        return self.page.evaluate("window.jupyterapp.shell.currentWidget.content.activeCellIndex")

    def theme(self, name: str) -> None:
        """Switch to a theme, for instance "JupyterLab Dark"."""
        self.page.evaluate(
            "(theme) => window.jupyterapp.commands.execute('apputils:change-theme', {theme})", name
        )
        self.page.wait_for_timeout(800)
