"""The figures of lesson 04, by the data of their artists."""

import numpy as np
import pytest
from matplotlib.figure import Figure

from course_utils import figures
from course_utils.calibration import reliability_bins
from course_utils.figures.simplex import CORNERS, SIGNED, place


@pytest.fixture
def ax():
    return Figure().subplots()


@pytest.fixture
def pair():
    return tuple(Figure().subplots(1, 2))


class TestSimplex:
    def test_certain_classes_are_the_corners_and_equal_ones_the_middle(self):
        np.testing.assert_allclose(place(np.eye(3)), CORNERS)
        np.testing.assert_allclose(place([1 / 3] * 3), CORNERS.mean(axis=0))

    def test_all_sides_are_equally_long(self):
        sides = np.linalg.norm(CORNERS - np.roll(CORNERS, 1, axis=0), axis=1)
        np.testing.assert_allclose(sides, 1)

    def test_names_its_corners(self, pair):
        figures.draw_simplex(pair, ("A", "B", "C"))
        assert [t.get_text() for t in pair[0].texts] == ["surely A", "surely B", "surely C"]


def test_the_curves_over_the_temperature_are_those_given(pair):
    T, p, H = np.array([0.1, 1, 10]), np.arange(9.0).reshape(3, 3), np.arange(3.0)
    drawn = figures.draw_temperature(pair, T, p, H, ("a", "b", "c"))
    for k, curve in enumerate(drawn["curves"]):
        np.testing.assert_array_equal(curve.get_ydata(), p[:, k])
    np.testing.assert_array_equal(drawn["entropy"].get_ydata(), H)
    assert [text.get_text() for text in drawn["texts"]] == ["a", "b", "c"]


def test_the_smooth_maximum_lies_between_its_bounds(ax):
    z = np.linspace(-3, 3, 61)
    drawn = figures.draw_smooth_maximum(ax, z, np.logaddexp(z, 0), np.maximum(z, 0))
    low, middle, high = (drawn[name].get_ydata() for name in ("largest", "smooth", "above"))
    assert np.all((low <= middle) & (middle <= high + 1e-12))
    np.testing.assert_allclose(high - low, np.log(2))


def test_the_best_lead_is_marked_where_labels_are_smoothed_only(ax):
    gaps = np.linspace(0, 4, 5)
    drawn = figures.draw_smoothing(ax, gaps, {0.0: 4 - gaps, 0.1: (gaps - 2) ** 2})
    assert len(drawn["curves"]) == 2
    assert [float(point.get_xdata()[0]) for point in drawn["lowest"]] == [2.0]


def test_the_floor_of_a_doubled_softmax_is_named(pair):
    curves = {"once": [2.0, 1.0], "twice": [2.0, 1.8]}
    drawn = figures.draw_softmax_twice(pair, curves, curves, floor=1.46)
    assert "lowest possible: 1.46" in [text.get_text() for text in drawn["texts"]]
    assert set(drawn["floor"].get_ydata()) == {1.46}


def test_the_rivals_are_drawn_as_given(ax):
    z = np.linspace(-1, 1, 5)
    drawn = figures.draw_rivals(ax, z, z / 2, z**2)
    np.testing.assert_array_equal(drawn["softmax"].get_ydata(), z / 2)
    np.testing.assert_array_equal(drawn["squares"].get_ydata(), z**2)


class TestReliability:
    @pytest.fixture
    def bars(self):
        drawn = figures.draw_reliability(tuple(Figure().subplots(2, 1)), bins=10, most=10)
        figures.fill_reliability(drawn, reliability_bins([0.9] * 8 + [0.6] * 2, [1] * 6 + [0] * 4))
        return drawn

    def test_bars_hold_the_accuracy_the_gap_and_the_count(self, bars):
        assert bars["accuracy"][9].get_height() == pytest.approx(0.75)
        assert bars["gaps"][9].get_y() == pytest.approx(0.75)
        assert bars["gaps"][9].get_height() == pytest.approx(0.15)
        assert bars["gaps"][6].get_height() == pytest.approx(0.6)
        assert bars["counts"][9].get_height() == 8

    def test_empty_bins_are_not_seen(self, bars):
        seen = [k for k, bar in enumerate(bars["gaps"]) if bar.get_visible()]
        assert seen == [6, 9]

    def test_filled_again_it_forgets_what_was(self, bars):
        figures.fill_reliability(bars, reliability_bins([0.2], [1]))
        assert [k for k, bar in enumerate(bars["counts"]) if bar.get_visible()] == [2]


def test_dark_words_can_be_read_on_every_colour_of_the_jacobian():
    def luminance(shade):
        channels = [int(shade[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    ink = luminance("#1d1d1d")
    assert all((luminance(shade) + 0.05) / (ink + 0.05) >= 4.5 for shade in SIGNED)
