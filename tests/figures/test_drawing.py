"""Figures, judged by the data of their artists."""

import math

import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from course_utils import figures

Z = np.linspace(-6, 6, 241)
SIGMOID = np.array([1 / (1 + math.exp(-z)) for z in Z])
SLOPE = SIGMOID * (1 - SIGMOID)


def axes(columns=1):
    """One or two axes of a figure as wide as a notebook shows it."""
    figure = Figure(figsize=(6.5 if columns == 1 else 8, 3), dpi=100, layout="constrained")
    FigureCanvasAgg(figure)
    return figure.subplots(1, columns)


def assert_drawn(line, x, y):
    np.testing.assert_allclose(line.get_xdata(), x)
    np.testing.assert_allclose(line.get_ydata(), y)


def assert_no_words_collide(*texts):
    """No two labels overlap, and none leaves the figure."""
    figure = texts[0].get_figure()
    figure.canvas.draw()
    boxes = [text.get_window_extent() for text in texts]
    for i, box in enumerate(boxes):
        assert box.x1 <= figure.bbox.x1 + 1, texts[i].get_text()
        assert box.x0 >= -1, texts[i].get_text()
        for j in range(i):
            assert not box.overlaps(boxes[j]), (texts[i].get_text(), texts[j].get_text())


class TestActivation:
    @pytest.mark.parametrize("name", ["sigmoid", "tanh"])
    def test_shows_the_values_and_the_slopes(self, name):
        values = SIGMOID if name == "sigmoid" else np.array([math.tanh(z) for z in Z])
        slopes = SLOPE if name == "sigmoid" else 1 - values**2
        drawn = figures.draw_activation(axes(), Z, values, slopes, name)
        assert_drawn(drawn["activation"], Z, values)
        assert_drawn(drawn["derivative"], Z, slopes)
        assert_no_words_collide(*drawn["texts"])

    def test_works_on_the_axes_of_pyplot(self):
        figure, ax = plt.subplots()
        drawn = figures.draw_activation(ax, Z, SIGMOID, SLOPE)
        assert drawn["activation"] in ax.lines
        plt.close(figure)


def test_saturation_shades_where_the_slope_is_small():
    drawn = figures.draw_saturation(axes(), Z, SIGMOID, SLOPE, share=0.1)
    shaded = np.concatenate([path.vertices[:, 0] for path in drawn["regions"].get_paths()])
    edge = math.log((1 + math.sqrt(0.9)) / (1 - math.sqrt(0.9)))  # where 4 s(1-s) = 0.1
    assert np.abs(shaded).min() == pytest.approx(edge, abs=0.06)
    assert_no_words_collide(*drawn["texts"])


def test_gaussians_and_their_log_odds():
    x = np.linspace(-4, 5, 100)
    zero, one = (np.exp(-((x - m) ** 2) / 2) / math.sqrt(2 * math.pi) for m in (-1, 2))
    pair = axes(2)
    drawn = figures.draw_log_odds_of_gaussians(pair, x, zero, one, 3 * x - 1.5)
    assert_drawn(drawn["zero"], x, zero)
    assert_drawn(drawn["one"], x, one)
    assert_drawn(drawn["log_odds"], x, 3 * x - 1.5)
    assert_no_words_collide(*drawn["texts"])


def test_entropy_marks_the_best_probabilities():
    p = np.linspace(0.001, 0.999, 999)
    z = np.array([-2.0, 0.0, 2.0])
    objectives = -p * np.log(p) - (1 - p) * np.log(1 - p) + z[:, None] * p
    best = p[np.argmax(objectives, axis=1)]
    drawn = figures.draw_entropy(axes(), p, objectives, z, best)
    assert len(drawn["curves"]) == 3
    np.testing.assert_allclose(drawn["tops"].get_ydata(), objectives.max(axis=1), atol=1e-5)
    assert_no_words_collide(*drawn["texts"])


class TestOddsLadder:
    def test_each_probability_stands_at_its_log_odds(self):
        ax = axes()
        figures.draw_odds_ladder(ax, [0.5, 0.8], [0.0, math.log(4)])
        places = {text.get_text(): text.get_position()[0] for text in ax.texts}
        assert places["0.8"] == pytest.approx(places["4:1"], abs=1e-9)
        assert places["1:4"] == -places["4:1"]

    def test_its_words_do_not_collide(self):
        ticks = np.array([0.01, 0.05, 0.2, 0.5, 0.8, 0.95, 0.99])
        figure = Figure(figsize=(5.6, 2.7), dpi=100, layout="constrained")
        FigureCanvasAgg(figure)
        ax = figure.subplots()
        figures.draw_odds_ladder(ax, ticks, np.log(ticks / (1 - ticks)))
        assert_no_words_collide(*ax.texts)


class TestTraining:
    def test_product_of_slopes_is_drawn_on_a_log_axis(self):
        layers = np.arange(1, 11)
        ax = axes()
        drawn = figures.draw_product_of_slopes(ax, layers, 0.25**layers, [0.2**layers])
        assert ax.get_yscale() == "log"
        assert_drawn(drawn["bound"], layers, 0.25**layers)
        assert_drawn(drawn["products"][0], layers, 0.2**layers)
        assert_no_words_collide(*drawn["texts"])

    def test_losses_and_gradients_on_the_logit(self):
        bce, mse = np.log1p(np.exp(-Z)), (SIGMOID - 1) ** 2 / 2
        slopes = SIGMOID - 1, (SIGMOID - 1) * SLOPE
        drawn = figures.draw_losses_on_logit(axes(2), Z, bce, mse, *slopes)
        assert_drawn(drawn["bce"], Z, bce)
        assert_drawn(drawn["mse"], Z, mse)
        assert_drawn(drawn["bce_gradient"], Z, slopes[0])
        assert_drawn(drawn["mse_gradient"], Z, slopes[1])
        assert_no_words_collide(*drawn["texts"])

    @pytest.mark.parametrize("log", [False, True])
    def test_training_curves_are_named_at_their_ends(self, log):
        steps = np.arange(101)
        curves = {"bce": 0.1 + np.exp(-steps / 20), "mse": 0.1001 + np.exp(-steps / 15)}
        drawn = figures.draw_training_curves(axes(), steps, curves, log=log)
        assert_drawn(drawn["bce"], steps, curves["bce"])
        assert {t.get_text() for t in drawn["texts"]} == {"cross-entropy", "squared error"}
        assert_no_words_collide(*drawn["texts"])

    def test_sign_agreement_has_a_bar_for_each_share(self):
        drawn = figures.draw_sign_agreement(axes(), ["one sample", "64 samples"], [1.0, 0.61])
        assert [bar.get_width() for bar in drawn["bars"]] == [1.0, 0.61]
        assert [text.get_text() for text in drawn["texts"]] == ["100 %", "61 %"]

    def test_zigzag_draws_each_path_and_the_target(self):
        path = np.array([[0, 0], [1, 0.2], [1, -1], [2, -1]])
        drawn = figures.draw_zigzag(axes(), {"sigmoid": path, "tanh": -path}, [2, -2])
        assert_drawn(drawn["sigmoid"], path[:, 0], path[:, 1])
        assert_drawn(drawn["target"], [2], [-2])
        assert_no_words_collide(*drawn["texts"])


class TestPrecision:
    def test_gradient_check_marks_the_best_step_of_each_precision(self):
        h = 10.0 ** np.arange(-10, 0)
        errors = {"float64": np.abs(np.log10(h) + 5) + 1e-3, "float32": np.ones(10)}
        drawn = figures.draw_gradient_check(axes(), h, errors)
        assert drawn["float64_best"].get_xdata()[0] == pytest.approx(1e-5)
        assert_drawn(drawn["float64"], h, errors["float64"])
        assert_no_words_collide(*drawn["texts"])

    def test_an_error_of_zero_is_left_out(self):
        drawn = figures.draw_gradient_check(axes(), [1e-3, 1e-2], {"float64": [0.0, 1e-4]})
        assert np.isnan(drawn["float64"].get_ydata()[0])

    def test_rounding_ends_each_line_where_the_distance_is_zero(self):
        z = np.linspace(0, 40, 401)
        distances = {name: 1 - 1 / (1 + np.exp(-z.astype(name))) for name in ("float32", "float64")}
        drawn = figures.draw_rounding(axes(), z, distances)
        for name, bits in (("float32", 24), ("float64", 53)):
            last = z[np.isfinite(drawn[name].get_ydata())].max()
            assert last == pytest.approx(bits * math.log(2), abs=0.2)
        assert_no_words_collide(*drawn["texts"])


class TestYoursAgainstExpected:
    def draw(self, yours):
        return figures.draw_yours_against_expected(axes(), Z, yours, SIGMOID, "sigmoid")

    def test_shows_both_curves_and_the_largest_difference(self):
        drawn = self.draw(SIGMOID + 0.5 * (Z == 3))
        assert_drawn(drawn["expected"], Z, SIGMOID)
        assert "largest difference 0.5, at z = 3" in drawn["texts"][0].get_text()

    def test_says_when_there_is_no_difference(self):
        assert "the same everywhere" in self.draw(SIGMOID)["texts"][0].get_text()

    def test_marks_what_is_not_finite(self):
        drawn = self.draw(np.where(Z > 5, np.nan, SIGMOID))
        assert drawn["missing"].get_xdata().min() == pytest.approx(5.05)
        assert "not finite at 20 of 241" in drawn["texts"][0].get_text()
