"""How fast the widgets are: python tests/benchmarks/widgets.py [--browser]

Without an option, the kernel's part: the time from a control's new value to the finished frame.
With --browser, also the time from a key to the changed picture, in a JupyterLab started for it,
with Jupyter Server's own connection (stock) and with that of `course lab`.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import nbformat

from course_utils import widgets
from course_utils.widgets.controls import Range

sys.path.insert(0, str(Path(__file__).parents[1] / "browser"))

KERNEL_LIMIT_MS, BROWSER_LIMIT_MS = 8, 50
NAMES = tuple(name for name in widgets.__all__ if name != "Panel")
KEYS = 40
PROMPT = "course_utils.lab.connection.PromptConnection"
SERVERS = {
    "stock": (),
    "course lab": (f"--ServerApp.kernel_websocket_connection_class={PROMPT}",),
}

WATCH = """(panel) => {
  const times = []; let pressed = null;
  const image = panel.querySelector("img");
  panel.addEventListener("keydown", () => (pressed = performance.now()), true);
  image.addEventListener("load", () => requestAnimationFrame(() => {
    if (pressed !== null) { times.push(performance.now() - pressed); pressed = null; }
  }));
  panel.times = times;
}"""


def positions(control) -> tuple:
    """Values that a control can take."""
    return control.positions() if isinstance(control, Range) else control.options


def kernel_times(name: str) -> Iterator[tuple[str, float, float, int]]:
    """For each control: its name, median and largest milliseconds a frame, bytes a picture."""
    panel = getattr(widgets, name)()
    for control in panel.controls.values():
        times, sizes = [], []
        for value in positions(control) * (1 if isinstance(control, Range) else 10):
            begin = time.perf_counter()
            panel.move(**{control.name: value})
            times.append((time.perf_counter() - begin) * 1000)
            sizes.append(len(panel.frame["png"]))
        panel.reset()
        yield control.name, statistics.median(times), max(times), round(statistics.median(sizes))


@contextlib.contextmanager
def jupyterlab(folder: Path, *options: str) -> Iterator[str]:
    """A JupyterLab on a folder, with settings of its own and open to this machine only."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = {
        name: str(folder / "settings" / name)
        for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")
    }
    command = [sys.executable, "-m", "jupyter", "lab", "--no-browser", "--allow-root"]
    command += [
        f"--ServerApp.port={port}",
        "--IdentityProvider.token=",
        f"--notebook-dir={folder}",
        *options,
    ]
    with (folder / "server.log").open("w", encoding="utf-8") as log:
        server = subprocess.Popen(
            command, env={**os.environ, **settings}, stdout=log, stderr=log, cwd=folder
        )
        try:
            wait_for(f"http://127.0.0.1:{port}/api")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=20)


def wait_for(url: str, seconds: float = 60.0) -> None:
    """Return as soon as the server answers."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
    raise TimeoutError(f"{url} did not answer within {seconds:.0f} s")


def notebook_of(name: str) -> nbformat.NotebookNode:
    """A notebook whose only cell makes the widget."""
    cell = nbformat.v4.new_code_cell(f"from course_utils import widgets\n\nwidgets.{name}()")
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return nbformat.v4.new_notebook(cells=[cell], metadata={"kernelspec": kernel})


def open_widget(page, url: str, name: str):
    """Open the widget's notebook, run its cell, and return the widget's panel."""
    page.goto(f"{url}/lab/tree/{name}.ipynb?reset")
    page.locator("#jp-main-statusbar").get_by_text("Idle").wait_for(timeout=60_000)
    page.locator(".jp-Notebook .cm-content").first.click()
    page.keyboard.press("Shift+Enter")
    panel = page.locator(".course-panel").first
    panel.wait_for(timeout=15_000)
    return panel


def browser_times(page, url: str, name: str) -> tuple[float, float, int, bool]:
    """Median and 90 % quantile of milliseconds from key to picture, pictures, last one shown."""
    panel = open_widget(page, url, name)
    panel.evaluate(WATCH)
    slider = panel.locator("input[type=range]").first
    slider.focus()
    for press in range(KEYS):
        slider.press("ArrowRight" if press % 16 < 8 else "ArrowLeft")
        page.wait_for_timeout(120)
    times = panel.evaluate("(panel) => panel.times")
    shown = last_is_shown(page, panel)
    return statistics.median(times), statistics.quantiles(times, n=10)[-1], len(times), shown


def last_is_shown(page, panel) -> bool:
    """Whether keys pressed as fast as possible end where the same keys end when pressed slowly."""
    slider, image = panel.locator("input[type=range]").first, panel.locator("img")
    seen = []
    for pause in (0, 120):
        slider.press("Home")
        for _ in range(15):
            slider.press("ArrowRight")
            page.wait_for_timeout(pause)
        page.wait_for_timeout(1000)
        seen.append(image.get_attribute("alt"))
    return seen[0] == seen[1]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--browser", action="store_true", help="measure in JupyterLab too")
    arguments = parser.parse_args()
    print(f"{'widget':24}{'control':12}{'median ms':>10}{'largest ms':>12}{'bytes':>8}")
    for name in NAMES:
        for control, median, largest, size in kernel_times(name):
            late = "" if median <= KERNEL_LIMIT_MS else f"  over {KERNEL_LIMIT_MS} ms"
            print(f"{name:24}{control:12}{median:10.1f}{largest:12.1f}{size:8d}{late}")
    if not arguments.browser:
        return
    import chromium

    head = f"{'median ms':>10}{'90 % ms':>10}{'pictures':>10}{'last shown':>12}"
    print(f"\n{'key to paint':24}{'server':12}{head}")
    with tempfile.TemporaryDirectory() as temporary, chromium.open_browser() as browser:
        folder = Path(temporary)
        for name in NAMES:
            nbformat.write(notebook_of(name), folder / f"{name}.ipynb")
        for server, options in SERVERS.items():
            with jupyterlab(folder, *options) as url:
                for name in NAMES:
                    page = browser.new_page(viewport={"width": 1280, "height": 720})
                    median, slow, count, shown = browser_times(page, url, name)
                    page.close()
                    late = "" if median <= BROWSER_LIMIT_MS else f"  over {BROWSER_LIMIT_MS} ms"
                    print(
                        f"{name:24}{server:12}{median:10.1f}{slow:10.1f}{count:7d}/{KEYS}"
                        f"{'yes' if shown else 'NO':>12}{late}"
                    )


if __name__ == "__main__":
    main()
