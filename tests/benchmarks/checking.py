"""What a check costs, and what importing the package costs: python tests/benchmarks/checking.py

Limits: 5 ms for a check that passes, recording included; 0.2 s for ``import course_utils``.
"""

from __future__ import annotations

import contextlib
import io
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import nbformat

ROOT = Path(__file__).parents[2]
CHECK_LIMIT_MS, IMPORT_LIMIT_S = 5.0, 0.2
ROUNDS = 50


def solutions(sheet: str) -> dict:
    """The namespace that the solved sheet leaves behind."""
    notebook = nbformat.read(ROOT / "solutions" / f"{sheet}.ipynb", as_version=4)
    namespace: dict = {}
    for cell in notebook.cells:
        if cell.cell_type == "code":
            with contextlib.redirect_stdout(io.StringIO()):
                exec(cell.source, namespace)
    return namespace


def milliseconds(work) -> float:
    """The median time of one call."""
    times = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        work()
        times.append((time.perf_counter() - begin) * 1000)
    return statistics.median(times)


def import_seconds(module: str) -> float:
    """The median time of an import in a fresh interpreter, less the interpreter's own start."""

    def start(code: str) -> float:
        begin = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        return time.perf_counter() - begin

    rounds = [(start(f"import {module}"), start("pass")) for _ in range(7)]
    return statistics.median(with_module - without for with_module, without in rounds)


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["COURSE_RECORD"] = str(Path(folder) / "record.sqlite")
        from course_utils.catalog import SHEETS
        from course_utils.notebook import check

        print(f"{'check that passes, recorded':36}{'median ms':>10}   limit {CHECK_LIMIT_MS:g}")
        for sheet, exercises in SHEETS.items():
            namespace = solutions(sheet)
            for exercise in exercises:
                namespace |= {"check": check}
                call = compile(f"check({exercise.name!r})", "<benchmark>", "eval")
                with contextlib.redirect_stdout(io.StringIO()):
                    cost = milliseconds(lambda: eval(call, namespace))  # noqa: B023
                late = "" if cost <= CHECK_LIMIT_MS else "  over the limit"
                print(f"{exercise.name:36}{cost:10.2f}{late}")
    print(f"\n{'import in a fresh interpreter':36}{'median s':>10}   limit {IMPORT_LIMIT_S:g}")
    for module in ("course_utils", "course_utils.notebook"):
        print(f"{module:36}{import_seconds(module):10.3f}")


if __name__ == "__main__":
    main()
