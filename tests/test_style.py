"""The tree is formatted, free of lint, and typed where the issue of trust is decided."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize(
    "command",
    [["ruff", "check"], ["ruff", "format", "--check"], ["mypy"]],
    ids=" ".join,
)
def test_finds_nothing(command):
    if command == ["mypy"] and np.lib.NumpyVersion(np.__version__) < "2.2.0":
        pytest.skip("the types are written against the stubs of NumPy 2.2 and newer")
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
