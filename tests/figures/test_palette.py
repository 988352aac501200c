"""Colours and lines: readable on white, and never the same for two ideas."""

import re
import subprocess
import sys

import matplotlib as mpl
import pytest
from matplotlib.figure import Figure

from course_utils.figures import style


def luminance(colour):
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("idea", style.IDEAS)
def test_every_idea_can_be_told_from_white(idea):
    """4.5 to 1, since labels have the colour of their line; the wide grey line has no label."""
    contrast = 1.05 / (luminance(style.colour(idea)) + 0.05)
    assert contrast >= (3 if idea == "expected" else 4.5)


def test_no_two_ideas_look_alike():
    looks = [(style.line(i)["color"], str(style.line(i)["linestyle"])) for i in style.IDEAS]
    assert len(set(looks)) == len(looks)


def test_each_idea_has_a_marker_of_its_own_within_its_colour():
    marks = [(style.colour(i), style.marker(i)["marker"]) for i in style.IDEAS]
    repeated = {mark for mark in marks if marks.count(mark) > 1}
    assert repeated <= {(style.INK, "o"), (style.BLUE, "o"), (style.GREEN, "s")}


def test_type_is_at_least_ten_points():
    ax = Figure().subplots()
    style.dress(ax, "z", "value", "title")
    label = style.say(ax, 0, 0, "sigmoid", "sigmoid")
    texts = [ax.xaxis.label, ax.yaxis.label, ax._left_title, label, *ax.get_xticklabels()]
    assert min(text.get_fontsize() for text in texts) >= 10


def test_importing_figures_changes_no_setting_of_matplotlib():
    code = (
        "import matplotlib; before = dict(matplotlib.rcParams); import course_utils.figures; "
        "assert dict(matplotlib.rcParams) == before"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_importing_the_course_loads_no_plotting():
    code = (
        "import sys, course_utils; "
        "print([m for m in ('matplotlib', 'ipywidgets', 'IPython', 'PIL') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, timeout=60, capture_output=True, text=True
    )
    assert done.stdout.strip() == "[]"


def test_colours_are_written_out():
    assert all(re.fullmatch("#[0-9a-f]{6}", style.colour(idea)) for idea in style.IDEAS)
    assert mpl.colors.is_color_like(style.RULE)
