"""Frames: a one-parameter widget drawn in advance."""

import pytest

from course_utils import widgets


@pytest.mark.parametrize("name", ["odds_ladder", "sigmoid_slope", "wrong_and_confident"])
def test_there_is_one_frame_for_every_position(name):
    panel = getattr(widgets, name)()
    frames = panel.frames()
    (control,) = panel.controls.values()
    assert [frame["value"] for frame in frames] == list(control.positions())
    assert len(frames) <= 61
    assert len({frame["alt"] for frame in frames}) == len(frames)
    assert set(frames[0]) == {"value", "png", "alt", "sentence", "table"}


def test_a_frame_is_what_the_live_widget_shows():
    panel = widgets.odds_ladder()
    frames = {frame["value"]: frame for frame in panel.frames()}
    panel.move(z=2.0)
    assert {"value": 2.0, **panel.frame} == frames[2.0]


def test_making_frames_leaves_the_widget_as_it_was():
    panel = widgets.odds_ladder()
    before = panel.frame
    panel.frames()
    assert panel.frame == before
    panel.move(z=1.0)
    panel.reset()
    assert panel.frame == before
