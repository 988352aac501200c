"""The course's version covers everything that can change a verdict."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from course_utils.grading import version

LOADED = """
import json, sys
from course_utils.catalog import SHEETS
from course_utils.checking.engine import check
from course_utils.checking.local import local_value
from course_utils.grading.bench import Bench
from course_utils.grading.protection import Protection
cell = "repaired_gain = 4.0\\ndef sigmoid(z):\\n    return z"
notebook = json.dumps({"cells": [{"cell_type": "code", "source": cell}]}).encode()
with Bench(Protection.NONE) as bench:
    for exercises in SHEETS.values():
        bench.grade(notebook, exercises, 0)
print(json.dumps([m.__file__ for n, m in sys.modules.items() if n.startswith("course_utils")]))
"""


def test_holds_every_module_that_grading_loads():
    done = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    loaded = {Path(file).resolve() for file in json.loads(done.stdout) if file}
    assert len(loaded) > 50
    assert loaded - set(version.judging_files()) == set()


def test_changes_with_one_byte_of_them(tmp_path, monkeypatch):
    files = version.judging_files()
    before = version.course_version.__wrapped__()
    changed = tmp_path / files[0].relative_to(version.PACKAGE)
    changed.parent.mkdir(parents=True, exist_ok=True)
    changed.write_bytes(files[0].read_bytes() + b"#")
    monkeypatch.setattr(version, "PACKAGE", tmp_path)
    monkeypatch.setattr(version, "judging_files", lambda: [changed])
    one = version.course_version.__wrapped__()
    changed.write_bytes(files[0].read_bytes())
    assert len({before, one, version.course_version.__wrapped__()}) == 3
