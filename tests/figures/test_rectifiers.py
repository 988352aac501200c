"""The figures of lesson 03, by the data of their artists."""

import numpy as np
import pytest
from matplotlib.figure import Figure

from course_utils import figures


@pytest.fixture
def ax():
    return Figure().subplots()


@pytest.fixture
def pair():
    return tuple(Figure().subplots(1, 2))


def test_no_subgradient_line_rises_above_relu(ax):
    drawn = figures.draw_subgradients(ax, (0, 0.5, 1))
    relu = drawn["relu"].get_ydata()
    assert all(np.all(line.get_ydata() <= relu) for line in drawn["supports"])
    assert [text.get_text() for text in drawn["texts"][:3]] == ["slope 0", "slope 0.5", "slope 1"]


def test_runs_are_drawn_as_given_and_named(pair):
    counts, accuracies = np.array([2, 64]), np.array([0.1, 0.9])
    drawn = figures.draw_runs(pair, {"relu": (counts, accuracies)}, units=64)
    np.testing.assert_array_equal(drawn["counts"][0].get_ydata(), counts)
    np.testing.assert_array_equal(drawn["accuracies"][0].get_ydata(), accuracies)
    assert {text.get_text() for text in drawn["texts"]} == {"ReLU"}


def test_the_errors_of_gelu_are_on_scales_of_their_own(pair):
    z = np.linspace(-1, 1, 5)
    drawn = figures.draw_gelu_errors(pair, z, {"small": 1e-4 * z, "large": 0.1 * z})
    assert [text.get_text() for text in drawn["texts"]] == ["largest: 0.0001", "largest: 0.1"]
    assert pair[0].get_ylim()[1] < 0.01 < pair[1].get_ylim()[1]


def test_the_silenced_half_ends_at_0(ax):
    z = np.linspace(-2, 2, 41)
    drawn = figures.draw_halves(ax, z, np.exp(-(z**2)), share=0.5)
    assert drawn["silenced"].get_paths()[0].vertices[:, 0].max() <= 0
    assert drawn["kept"].get_paths()[0].vertices[:, 0].min() >= 0
    assert drawn["texts"][0].get_text() == "silenced: 50 %"
