"""What grading costs: python tests/benchmarks/grading.py [--nbgrader PYTHON] [--sizes 10,100,1000]

Prints a table of submissions per second, processor milliseconds for each (of the whole machine, so
run it when nothing else runs), peak memory of all processes together, and the marginal cost, for
notebooks without and with figures. With --nbgrader and a Python that has nbgrader, the same eight
submissions are graded by both, side by side.

Limits: 50 times nbgrader's throughput; 25 ms of processor time without figures, 100 ms with; 300
submissions in 10 s on two quiet processors; 250 MB in all.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "corpus")]

from filled_sheets import ROOT, Notebook, as_bytes, code_cell, filled  # noqa: E402
from sample_class import SIGMOID, pieces  # noqa: E402

SIDE_BY_SIDE = 8
OFTEN = 25  # as many times the same eight
KINDS = {
    "right": "all right, in many ways",
    "mixed": "a quarter wrong",
    "drawing": "all right, with a figure",
}
WRONG = 0.25
DRAWING = """
import matplotlib.pyplot as plt
fig, ax = plt.subplots()
ax.plot(np.linspace(-6, 6), sigmoid(np.linspace(-6, 6)))
plt.show()
"""


@dataclass(frozen=True)
class Cost:
    """What one run cost: wall and processor seconds, and peak memory in MB."""

    wall: float
    cpu: float
    memory: float


def sheet(number: int = 0, kind: str = "right") -> Notebook:
    """One student's sheet 02: each answer is another of the corpus, drawn by the number."""
    draw = random.Random(f"{number} of the class")
    chosen = {}
    for name, listed in pieces(SIGMOID).items():
        statuses = ("passed",)
        if kind == "mixed" and draw.random() < WRONG:
            statuses = ("unstable", "failed", "errored", "not_attempted")
        fitting = [piece for piece in listed if piece.statuses[0] in statuses] or listed
        chosen[name] = draw.choice(fitting).source
    notebook = filled(SIGMOID, chosen)
    if kind == "drawing":
        notebook["cells"].append(code_cell(DRAWING))
    return notebook


def hand_in(folder: Path, count: int, kind: str, times: int = 1) -> Path:
    """A class of so many, each with answers of its own, and all of it so many times."""
    for number in range(count * times):
        path = folder / f"student {number:05d}" / f"{SIGMOID}.ipynb"
        path.parent.mkdir(parents=True)
        path.write_bytes(as_bytes(sheet(number % count, kind)))
    return folder


def measured(command: list[str], **options: object) -> Cost:
    """Run a command, and add up what it and its children use."""
    before, own = busy(), time.process_time()
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, **options)  # type: ignore[call-overload]
    peak = [0.0]
    watcher = threading.Thread(target=_watch, args=(process.pid, peak))
    watcher.start()
    if process.wait():
        raise SystemExit(f"{command[:4]} ended with {process.returncode}")
    wall = time.perf_counter() - started
    watcher.join()
    return Cost(wall, busy() - before - (time.process_time() - own), peak[0])


def busy() -> float:
    """Seconds for which this machine's processors were not idle: run this when nothing else does.

    Processes that are ended from outside, as sandboxes are, do not pass on what they used, so that
    adding up children would leave most of it out.
    """
    times = psutil.cpu_times()
    return float(times.user + times.nice + times.system + times.irq + times.softirq)


def _watch(pid: int, peak: list[float]) -> None:
    """The largest memory, shared parts once, of a process and all below it.

    A look takes the kernel some milliseconds, in which nothing can be forked: hence two a second.
    """
    try:
        root = psutil.Process(pid)
        while root.is_running() and root.status() != psutil.STATUS_ZOMBIE:
            peak[0] = max(peak[0], sum(map(_memory, [root, *root.children(recursive=True)])))
            time.sleep(0.5)
    except psutil.NoSuchProcess:
        return


def _memory(process: psutil.Process) -> float:
    try:
        found = process.memory_full_info()
        return float(getattr(found, "pss", found.uss)) / 1e6
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return 0.0


def grade(folder: Path, out: Path) -> Cost:
    """Grade a class with the course's own command."""
    command = [sys.executable, "-m", "course_utils", "grade", str(folder), "--out", str(out)]
    return measured([*command, "--quiet"], cwd=ROOT)


def nbgrader(python: str, place: Path, count: int) -> Cost:
    """Grade as many with nbgrader, whose tests here only ask whether each answer is there."""
    for folder in ("source", "release"):
        _put(place / folder / "ps1", sheet())
    for number in range(count):
        _put(place / "submitted" / f"student{number}" / "ps1", sheet(number % SIDE_BY_SIDE))
    programs = f"{Path(python).parent}{os.pathsep}{os.environ['PATH']}"  # it calls alembic
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PATH": programs}
    environment["COURSE_RECORD"] = ":memory:"
    options = {"cwd": place, "env": environment, "stderr": subprocess.DEVNULL}
    measured([python, "-m", "nbgrader", "generate_assignment", "ps1", "--force"], **options)
    return measured([python, "-m", "nbgrader", "autograde", "ps1"], **options)


def _put(folder: Path, notebook: Notebook) -> None:
    """Write a notebook whose check cells are nbgrader's tests."""
    for cell in notebook["cells"]:
        text = "".join(cell["source"])
        if cell["cell_type"] == "code" and text.startswith("check("):
            name = text.split('"')[1]
            cell["source"] = [f"assert {name} is not None"]
            cell["metadata"] = {"nbgrader": _test_cell(name)}
    folder.mkdir(parents=True)
    (folder / f"{SIGMOID}.ipynb").write_bytes(as_bytes(notebook))


def _test_cell(name: str) -> dict[str, object]:
    return {"grade": True, "grade_id": name, "locked": True, "points": 10} | {
        "schema_version": 3,
        "solution": False,
        "task": False,
        "cell_type": "code",
    }


def row(name: str, count: int, cost: Cost) -> str:
    each = 1000 * cost.cpu / count
    return f"{name:<26}{count:>6}{count / cost.wall:>10.1f}{each:>9.1f}{cost.memory:>9.0f}"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--nbgrader", default="")
    parser.add_argument("--sizes", default="10,100,300,1000")
    parser.add_argument("--kinds", default=",".join(KINDS))
    chosen = parser.parse_args()
    print(f"{'':<26}{'n':>6}{'per s':>10}{'CPU ms':>9}{'MB':>9}")
    with tempfile.TemporaryDirectory() as place:
        for kind in chosen.kinds.split(","):
            _sizes(Path(place), kind, [int(size) for size in chosen.sizes.split(",")])
        if chosen.nbgrader:
            _beside(Path(place), chosen.nbgrader)


def _sizes(place: Path, kind: str, sizes: list[int]) -> None:
    before: tuple[int, Cost] | None = None
    for count in sizes:
        folder = hand_in(place / f"{kind}{count}", count, kind)
        cost = grade(folder, place / "out")
        print(row(KINDS[kind], count, cost), flush=True)
        if before:
            extra = 1000 * (cost.cpu - before[1].cpu) / (count - before[0])
            print(f"{'':<26}one more costs {extra:.1f} ms of processor time")
        before = count, cost
        shutil.rmtree(place / "out")
        shutil.rmtree(folder)


def _beside(place: Path, python: str) -> None:
    """The same eight, and again eight times and twice as many, so that starts can be told apart."""
    few, many = (hand_in(place / f"{n} times", SIDE_BY_SIDE, "right", n) for n in (1, OFTEN))
    ours = [grade(few, place / "few"), grade(many, place / "many")]
    theirs = [nbgrader(python, place / f"nbgrader{n}", n * SIDE_BY_SIDE) for n in (1, 2)]
    print(row("the course", SIDE_BY_SIDE, ours[0]))
    print(row("nbgrader", SIDE_BY_SIDE, theirs[0]))
    our_each = (ours[1].wall - ours[0].wall) / (SIDE_BY_SIDE * (OFTEN - 1))
    their_each = (theirs[1].wall - theirs[0].wall) / SIDE_BY_SIDE
    print(f"starts included, {theirs[0].wall / ours[0].wall:.0f} times as fast")
    print(f"for each further submission, {their_each / our_each:.0f} times as fast")


if __name__ == "__main__":
    main()
