"""A small course: one lesson and one sheet, written once and built once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from course_utils.authoring.build import build, find_sources

LESSON = """\
# %% [markdown]
# # Doubling
#
# Twice $z$ is $2z$. Then turn to [the sheet](../exercises/07_demo.ipynb).
#
# $$
# \\begin{aligned} f(z) &= 2z \\\\ f'(z) &= 2 \\end{aligned}
# $$

# %% tags=["setup"]
import sys

import ipywidgets
import matplotlib.pyplot as plt

from course_utils import figures

# %%
figure, axes = plt.subplots(figsize=(2, 1))
axes.plot([0, 1], [0, 2])
figures.show(figure, alt="A line from 0 to 2.")

# %%
print("one")
sys.stdout.flush()
print("two")

# %%
ipywidgets.IntSlider()
"""
SHEET = '''\
# %% [markdown]
# # Sheet

# %%
import numpy as np

# %%
### BEGIN SOLUTION
def twice(
    z, scale=2.0
):
    """Twice z, any shape."""
    secret = np.asarray(z, dtype=float) * scale
    return secret


### END SOLUTION

# %%
float(twice(1.5))

# %%
### BEGIN SOLUTION
quiz_twice = {
    "a": "the first of them",
    "b": "the second of them",
}
### END SOLUTION
len(quiz_twice)
'''


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A course root with sources only."""
    return write_sources(tmp_path)


@pytest.fixture(scope="session")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small course, built; not to be changed."""
    root = write_sources(tmp_path_factory.mktemp("course"))
    for source in find_sources(root):
        build(root, source, progress=lambda line: None)
    return root


@pytest.fixture
def built(built_once: Path, tmp_path: Path) -> Path:
    """A copy of the small built course, to be changed at will."""
    return Path(shutil.copytree(built_once, tmp_path / "course"))


def write_sources(root: Path) -> Path:
    for folder, text in (("lessons", LESSON), ("exercises", SHEET)):
        path = root / "source" / folder / "07_demo.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root
