"""The widgets of lesson 01 say what is true."""

import itertools

import numpy as np
import pytest

from course_utils import widgets
from course_utils.widgets.line_and_normal import NAMES, POINTS


def cells(panel):
    """The table as a dict: first cell of a row → the other cells."""
    return {row[0]: row[1:] for row in panel.frame["table"]["rows"]}


def numbers(panel, column):
    return [float(row[column].replace("−", "-")) for row in panel.frame["table"]["rows"]]


@pytest.fixture(scope="module")
def panels():
    names = ("line_and_normal", "xor_by_hand", "hinge_builder", "depth_folder")
    return {name: getattr(widgets, name)() for name in names}


class TestLineAndNormal:
    @pytest.fixture
    def panel(self, panels):
        panels["line_and_normal"].reset()
        return panels["line_and_normal"]

    def test_says_scores_and_distances(self, panel):
        panel.move(angle=90.0, length=2.0, b=-1.0)
        scores = 2 * POINTS[:, 1] - 1
        assert numbers(panel, 1) == pytest.approx(scores)
        assert numbers(panel, 2) == pytest.approx(scores / 2)

    def test_doubling_both_doubles_the_scores_and_keeps_line_and_distances(self, panel):
        scores, distances = numbers(panel, 1), numbers(panel, 2)
        line = np.array(panel._draw.artists["line"].get_data())
        panel.move(doubling="both doubled")
        assert numbers(panel, 1) == pytest.approx([2 * score for score in scores], abs=0.011)
        assert numbers(panel, 2) == distances
        np.testing.assert_allclose(panel._draw.artists["line"].get_data(), line)

    def test_the_line_is_where_the_score_is_zero_and_the_drops_end_on_it(self, panel):
        panel.move(angle=-60.0, length=1.5, b=2.0)
        w = 1.5 * np.array([0.5, -np.sqrt(3) / 2])
        line = np.array(panel._draw.artists["line"].get_data()).T
        np.testing.assert_allclose(line @ w + 2, 0, atol=1e-9)
        drops = np.array(panel._draw.artists["drops"].get_data()).T
        np.testing.assert_allclose(drops[0::3], POINTS)
        np.testing.assert_allclose(drops[1::3] @ w + 2, 0, atol=1e-9)

    def test_names_the_points_on_the_positive_side(self, panel):
        panel.move(angle=90.0, length=1.0, b=0.0)
        positive = [name for name, y in zip(NAMES, POINTS[:, 1], strict=True) if y > 0]
        assert f"with {', '.join(positive)} on the side" in panel.frame["sentence"]


class TestXorByHand:
    @pytest.fixture
    def panel(self, panels):
        panels["xor_by_hand"].reset()
        return panels["xor_by_hand"]

    def right(self, panel, **values):
        panel._ready = False  # no picture for each of many settings
        says = panel._draw({**panel.values, **values}).table.rows
        panel._ready = True
        return sum(row[1] == row[3] for row in says)

    def test_starts_with_or_which_is_right_three_times(self, panel):
        assert "3 of 4 corners" in panel.frame["sentence"]

    def test_one_unit_never_gets_four(self, panel):
        steps = (-2.0, -1.0, -0.5, 0.5, 1.0, 2.0)
        settings = itertools.product(steps, steps, (-1.5, -0.5, 0.0, 0.5, 1.5), ("none", "ReLU"))
        best = max(
            self.right(panel, w1=w1, w2=w2, bias=bias, bend=bend) for w1, w2, bias, bend in settings
        )
        assert best == 3

    def test_two_units_without_a_bend_never_get_four(self, panel):
        settings = itertools.product((-1.0, 1.0), (-1.0, 1.0), (-1.5, -0.5, 0.0), (-2.0, 1.0))
        assert max(self.right(panel, w1=a, w2=b, bias=c, v=v) for a, b, c, v in settings) <= 3

    def test_two_relus_get_four(self, panel):
        panel.move(bend="ReLU", bias=0.0, bias2=-1.0, v=-2.0)
        assert "4 of 4 corners" in panel.frame["sentence"]
        assert [row[2] for row in cells(panel).values()] == ["0", "1", "1", "0"]

    def test_the_region_agrees_with_the_corners(self, panel):
        panel.move(bend="ReLU", bias=0.0, bias2=-1.0, v=-2.0)
        region = panel._draw.artists["region"].get_array()
        near = [region[round((b + 0.6) * 50), round((a + 0.6) * 50)] for a, b in ((0, 1), (1, 0))]
        assert near == [True, True]
        assert not region[-1, -1]

    def test_weights_of_zero_draw_no_line(self, panel):
        panel.move(w1=0.0, w2=0.0)
        assert len(panel._draw.artists["first"].get_xdata()) == 0
        assert panel.frame["alt"].endswith("Right are 2 of 4.")


class TestHingeBuilder:
    def test_lives_without_a_kernel(self, panels):
        assert len(panels["hinge_builder"].frames()) == 24

    @pytest.mark.parametrize("hinges", [2, 4, 16, 64])
    def test_meets_the_sine_at_its_knots_and_keeps_the_bound(self, panels, hinges):
        panel = panels["hinge_builder"]
        panel.move(hinges=float(hinges))
        x, y = panel._draw.artists["sum"].get_data()
        knots = np.linspace(0, 2 * np.pi, hinges + 1)
        np.testing.assert_allclose(y, np.interp(x, knots, np.sin(knots)), atol=1e-12)
        assert np.abs(np.sin(x) - y).max() <= (2 * np.pi / hinges) ** 2 / 8
        assert cells(panel)["hinges"] == [str(hinges)]


class TestDepthFolder:
    def test_lives_without_a_kernel(self, panels):
        assert [frame["value"] for frame in panels["depth_folder"].frames()] == list(range(1, 8))

    @pytest.mark.parametrize("layers", [1, 2, 6, 7])
    def test_counts_two_to_the_layers(self, panels, layers):
        panel = panels["depth_folder"]
        panel.move(layers=float(layers))
        counted = cells(panel)["straight pieces"]
        assert counted == [str(2**layers), f"at most {2 * layers + 1}"]
        turns = np.diff(np.sign(np.diff(panel._draw.artists["curve"].get_ydata())))
        assert np.count_nonzero(turns) == 2**layers - 1
