"""Running a notebook in a fresh kernel of this Python, away from the author's own settings."""

from __future__ import annotations

import asyncio
import copy
import os
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from traitlets import default

from course_utils.authoring.outputs import clean_outputs, complaint
from course_utils.authoring.source import SourceCell

CELL_SECONDS = 120
NOTEBOOK_SECONDS = 600
ATTEMPTS = 2


class _ThisPython(AsyncKernelManager):
    """Starts the kernel of the running interpreter, whatever kernel specs are installed."""

    @default("kernel_spec_manager")
    def _default_kernel_spec_manager(self) -> KernelSpecManager:
        return KernelSpecManager(kernel_dirs=[], parent=self)


def execute(
    notebook: NotebookNode,
    cells: Sequence[SourceCell],
    folder: Path,
    progress: Callable[[str], None],
) -> NotebookNode:
    """The notebook with its outputs, run in ``folder``; ``cells`` say where errors come from.

    A run that hangs or whose kernel dies is tried once more, because kernels now and then do
    either for no fault of the notebook's.

    Raises
    ------
    CourseError
        If a cell raises or shows what differs between machines, or if no attempt finished.
    """
    for attempt in range(1, ATTEMPTS + 1):
        fresh = copy.deepcopy(notebook)
        try:
            _run(fresh, cells, folder)
        except (CellTimeoutError, DeadKernelError, TimeoutError, asyncio.TimeoutError) as failure:
            reason = type(failure).__name__
            progress(f"{cells[0].path.as_posix()}: attempt {attempt} of {ATTEMPTS}: {reason}")
            continue
        return _cleaned(fresh, cells)
    raise cells[0].error(f"the notebook did not finish in {ATTEMPTS} attempts ({reason})")


def _run(notebook: NotebookNode, cells: Sequence[SourceCell], folder: Path) -> None:
    failed_at: list[int] = []
    client = NotebookClient(
        notebook,
        kernel_name="python3",
        kernel_manager_class=_ThisPython,
        resources={"metadata": {"path": str(folder)}},
        timeout=CELL_SECONDS,
        record_timing=False,
        store_widget_state=False,
        coalesce_streams=True,
        extra_arguments=["--log-level=ERROR"],
        force_raise_errors=True,
        on_cell_error=lambda cell, cell_index, execute_reply: failed_at.append(cell_index),
    )
    with tempfile.TemporaryDirectory(prefix="course-build-", ignore_cleanup_errors=True) as scratch:
        run = client.async_execute(env=_environment(Path(scratch)))
        try:
            asyncio.run(asyncio.wait_for(run, NOTEBOOK_SECONDS))
        except CellExecutionError as error:
            index = failed_at[-1]
            raise cells[index].error(
                f"cell {index + 1} raises {error.ename}: {error.evalue}"
            ) from error
        except Exception as error:
            # On Ctrl-C nbclient ends the kernel and keeps the signal to itself.
            if getattr(client, "_async_cleanup_kernel_future", None) is not None:
                raise KeyboardInterrupt from error
            raise


def _environment(scratch: Path) -> dict[str, str]:
    """The kernel's environment: no trace of the author's settings, learning record or seeds."""
    (scratch / "matplotlibrc").touch()
    return {
        **os.environ,
        "COURSE_RECORD": ":memory:",  # a file's path would be shown by progress()
        "IPYTHONDIR": str(scratch / "ipython"),
        "MATPLOTLIBRC": str(scratch / "matplotlibrc"),
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "PYTHONHASHSEED": "0",
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
    }


def _cleaned(notebook: NotebookNode, cells: Sequence[SourceCell]) -> NotebookNode:
    for number, (cell, source) in enumerate(zip(notebook.cells, cells, strict=True), start=1):
        if cell.cell_type != "code":
            continue
        cell.outputs = clean_outputs(cell.outputs)
        if any(output.output_type == "error" for output in cell.outputs):
            raise source.error(f"cell {number} shows an error")
        if reason := complaint(cell.outputs):
            raise source.error(f"cell {number}: {reason}")
    return notebook
