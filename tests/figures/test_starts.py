"""The figure of lesson 06, judged by the data of its artists."""

from __future__ import annotations

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from course_utils import figures

PANELS = {
    "shallow": {"tanh": {"own": 0.97, "small": 0.96}, "relu": {"own": 0.98, "small": 0.95}},
    "deep": {"tanh": {"own": 0.96, "small": 0.1}, "relu": {"own": 0.95, "small": 0.11}},
}


@pytest.fixture
def drawn():
    figure = Figure(figsize=(8, 2.8), dpi=100, layout="constrained")
    FigureCanvasAgg(figure)
    found = figures.draw_starts(figure.subplots(1, 2), PANELS)
    figure.canvas.draw()
    return found


def test_each_accuracy_is_a_point_in_its_own_panel_and_row(drawn):
    for title, rows in PANELS.items():
        for name, starts in rows.items():
            for start, accuracy in starts.items():
                point = drawn[title, name, start]
                assert point.get_xdata() == [accuracy]
                labels = [text.get_text() for text in point.axes.get_yticklabels()]
                assert labels[point.get_ydata()[0]] == name
                assert point.axes.get_title(loc="left") == title


def test_the_two_starts_differ_by_more_than_colour(drawn):
    own, small = drawn["deep", "relu", "own"], drawn["deep", "relu", "small"]
    assert own.get_markerfacecolor() != small.get_markerfacecolor()
    assert own.get_markersize() < small.get_markersize()


def test_the_words_are_readable_and_inside(drawn):
    words = [text.get_text() for text in drawn["texts"]]
    assert sorted(words) == ["chance", "chance", "own", "small"]
    figure = drawn["texts"][0].get_figure()
    boxes = [text.get_window_extent() for text in drawn["texts"]]
    for i, box in enumerate(boxes):
        assert 0 <= box.x0 < box.x1 <= figure.bbox.x1
        assert not any(box.overlaps(other) for other in boxes[:i])


def test_the_name_of_the_small_start_stands_clear_of_the_axis_and_of_chance(drawn):
    (small,) = (text for text in drawn["texts"] if text.get_text() == "small")
    chance, _ = small.axes.transData.transform((0.1, 0))
    assert small.get_window_extent().x0 > chance
