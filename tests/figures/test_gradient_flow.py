"""The figures of lesson 05, judged by the data of their artists."""

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from course_utils import figures


def axes(columns=1):
    figure = Figure(figsize=(7, 3.6), dpi=100, layout="constrained")
    FigureCanvasAgg(figure)
    return figure.subplots(1, columns)


def assert_no_words_collide(texts):
    """No two labels overlap, and none leaves the figure."""
    figure = texts[0].get_figure()
    figure.canvas.draw()
    boxes = [text.get_window_extent() for text in texts]
    for i, box in enumerate(boxes):
        assert -1 <= box.x0 < box.x1 <= figure.bbox.x1 + 1, texts[i].get_text()
        for other in boxes[:i]:
            assert not box.overlaps(other), texts[i].get_text()


def test_the_thermometer_has_two_log_scales_of_the_same_range():
    both = axes(2)
    drawn = figures.draw_signal_thermometer(both, layers=12, limits=(1e-5, 1e5))
    assert set(drawn) == {"spread", "samples", "delta"}
    assert [ax.get_yscale() for ax in both] == ["log", "log"]
    assert both[0].get_ylim() == both[1].get_ylim() == (1e-5, 1e5)
    assert drawn["delta"].axes is both[1]


def test_gradient_norms_are_drawn_relative_to_the_last_layer():
    norms = {"one": [1.0, 2.0, 4.0], "two": [8.0, 4.0, 2.0], "three": [8.1, 4.0, 2.0]}
    ideas = {"one": "sigmoid", "two": "relu", "three": "relu"}
    drawn = figures.draw_gradient_norms(axes(), norms, ideas)
    np.testing.assert_allclose(drawn["one"].get_ydata(), [0.25, 0.5, 1])
    np.testing.assert_allclose(drawn["two"].get_ydata(), [4, 2, 1])
    assert drawn["two"].get_color() == drawn["three"].get_color()
    assert drawn["two"]._dash_pattern != drawn["three"]._dash_pattern
    assert_no_words_collide(drawn["texts"])


def test_measured_spreads_are_points_and_predicted_ones_lines():
    layers = np.arange(10.0)
    measured = {"gain 2": 1.1 * 2**layers, "gain 1": 0.9 * 2**-layers}
    predicted = {"gain 2": 2**layers, "gain 1": 2**-layers}
    drawn = figures.draw_spread_by_gain(axes(), measured, predicted, "relu")
    for name in measured:
        np.testing.assert_allclose(drawn["points"][name].get_ydata(), measured[name])
        np.testing.assert_allclose(drawn["lines"][name].get_ydata(), predicted[name])
        assert drawn["points"][name].get_linestyle() == "None"
    assert_no_words_collide(drawn["texts"])


def test_accuracies_by_gain_are_named_where_they_rise():
    epochs = np.arange(21)
    runs = {1: np.full(21, 0.1), 3: np.clip(0.1 * (epochs - 3), 0.1, 0.97)}
    runs[4] = np.clip(0.3 * epochs, 0.1, 0.97)
    drawn = figures.draw_accuracy_by_gain(axes(), runs)
    for gain, accuracy in runs.items():
        np.testing.assert_allclose(drawn["lines"][gain].get_ydata(), accuracy)
    assert drawn["target"].get_ydata()[0] == 0.95
    assert sorted(text.get_text() for text in drawn["texts"]) == [
        "95 %",
        "gain 1",
        "gain 3",
        "gain 4",
    ]
    places = {text.get_text(): text.xy for text in drawn["texts"]}
    assert places["gain 4"] == (pytest.approx(0.55 / 0.3), 0.55)
    assert_no_words_collide(drawn["texts"])
