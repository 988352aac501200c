"""The figures of lesson 01, judged by the data of their artists."""

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure

from course_utils import figures
from course_utils.figures.geometry import PALE_ONE, PALE_ZERO


def axes(columns=1):
    figure = Figure(figsize=(6.5 if columns == 1 else 8, 3.4), dpi=100, layout="constrained")
    FigureCanvasAgg(figure)
    return figure.subplots(1, columns)


def assert_no_words_collide(*texts):
    figure = texts[0].get_figure()
    figure.canvas.draw()
    boxes = [text.get_window_extent() for text in texts]
    for i, box in enumerate(boxes):
        assert -1 <= box.x0 < box.x1 <= figure.bbox.x1 + 1, texts[i].get_text()
        for j in range(i):
            assert not box.overlaps(boxes[j]), (texts[i].get_text(), texts[j].get_text())


def test_the_shadow_ends_where_the_drop_meets_w_at_a_right_angle():
    w, x = np.array([4.0, 1.0]), np.array([2.0, 3.0])
    drawn = figures.draw_projection(axes(), w, x)
    foot = np.array(drawn["shadow"].get_data())[:, 1]
    assert (x - foot) @ w == pytest.approx(0)
    np.testing.assert_allclose(np.array(drawn["drop"].get_data())[:, 0], x)
    assert_no_words_collide(*drawn["texts"])


def test_a_straight_walk_names_each_curve():
    t = np.linspace(-1, 1, 5)
    drawn = figures.draw_straight_walk(axes(), t, {"one": t, "two": -(t**2)})
    np.testing.assert_allclose(drawn["two"].get_ydata(), -(t**2))
    assert_no_words_collide(*drawn["texts"])


def test_hinges_and_their_sum():
    s = np.linspace(-0.5, 2.5, 31)
    parts = np.array([np.maximum(s, 0), -2 * np.maximum(s - 1, 0)])
    named = dict(zip(("relu(s)", "−2 relu(s − 1)"), parts, strict=True))
    drawn = figures.draw_hinges(axes(), s, named, parts.sum(axis=0))
    assert [text.get_text() for text in drawn["texts"]] == [*named, "sum"]
    assert len(drawn["hinges"]) == 2
    np.testing.assert_allclose(drawn["total"].get_ydata(), parts.sum(axis=0))
    assert_no_words_collide(*drawn["texts"])


def test_piece_counts_have_a_bar_for_each_number_and_a_line_at_the_mean():
    drawn = figures.draw_piece_counts(axes(), {"wide": [4, 5, 5, 6], "deep": [1, 2, 9, 8]})
    wide, deep = ([bar.get_x() + bar.get_width() / 2 for bar in row] for row in drawn["rows"])
    assert wide == pytest.approx([4, 5, 6])
    assert deep == pytest.approx([1, 2, 8, 9])
    heights = [bar.get_height() for bar in drawn["rows"][0]]
    assert heights[1] == pytest.approx(2 * heights[0])
    assert [bar.get_xdata()[0] for bar in drawn["means"]] == [5, 5]
    assert_no_words_collide(*drawn["texts"])


def test_the_two_regions_differ_in_print():
    """In shades of grey (Rec. 709 luminance of the channels), by a tenth at least."""
    zero, one = (np.dot(to_rgb(pale), (0.2126, 0.7152, 0.0722)) for pale in (PALE_ZERO, PALE_ONE))
    assert zero - one > 0.1


def test_regions_show_every_sample_in_its_class():
    X, y = np.array([[0.0, 0.1], [0.5, 0.5], [1.0, 0.9]]), np.array([0, 1, 0])
    side = np.linspace(0, 1, 4)
    drawn = figures.draw_regions(axes(), X, y, side, side, np.eye(4), "two classes")
    np.testing.assert_allclose(drawn["zero"].get_data(), X[[0, 2]].T)
    np.testing.assert_allclose(drawn["one"].get_data(), X[[1]].T)
    np.testing.assert_allclose(np.ravel(drawn["region"].get_array()), np.eye(4).ravel())
