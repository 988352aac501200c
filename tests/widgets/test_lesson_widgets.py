"""The widgets of the lessons: every control moves picture and words, and says what is true."""

import io
import math

import pytest
from PIL import Image

from course_utils import widgets
from course_utils.figures import style
from course_utils.widgets.controls import Range

SHOW_NAN = {"overflow_lens"}  # which is about what becomes nan
NAMES = sorted(set(widgets.__all__) - {"Panel"})


@pytest.fixture(scope="module")
def panels():
    return {name: getattr(widgets, name)() for name in NAMES}


@pytest.fixture(params=NAMES)
def panel(request, panels):
    panels[request.param].reset()
    return panels[request.param]


def positions(control):
    return control.positions() if isinstance(control, Range) else control.options


def cells(panel):
    """The table as a dict: first cell of a row → the other cells."""
    return {row[0]: row[1:] for row in panel.frame["table"]["rows"]}


class TestEveryWidget:
    def test_bears_the_name_of_its_function(self, panel):
        assert getattr(widgets, panel.spec["name"])().name == panel.name

    def test_starts_at_values_its_controls_have(self, panel):
        for name, control in panel.controls.items():
            assert panel.values[name] in positions(control)

    def test_every_control_changes_picture_and_words(self, panel):
        for name, control in panel.controls.items():
            panel.reset()
            first = panel.frame
            other = next(value for value in positions(control) if value != control.start)
            panel.move(**{name: other})
            assert panel.frame["png"] != first["png"], name
            assert panel.frame["alt"] != first["alt"], name
            assert panel.frame["sentence"] != first["sentence"], name

    def test_reset_restores_the_picture(self, panel):
        first = panel.frame
        panel.move(**{name: positions(control)[0] for name, control in panel.controls.items()})
        panel.reset()
        assert panel.frame == first

    @pytest.mark.parametrize("end", [0, -1])
    def test_the_ends_of_every_control_are_readable(self, panel, end):
        for name, control in panel.controls.items():
            panel.reset()
            panel.move(**{name: positions(control)[end]})
            assert panel.name in SHOW_NAN or "nan" not in panel.plain()
            assert panel.frame["alt"].endswith(".")

    def test_the_picture_is_a_small_palette_png_of_the_promised_size(self, panel):
        with Image.open(io.BytesIO(panel.frame["png"])) as image:
            assert image.mode == "P"
            assert len(image.getcolors()) <= 64
            assert image.width / image.height == pytest.approx(
                panel.spec["width"] / panel.spec["height"], rel=0.01
            )
        assert len(panel.frame["png"]) < 40_000

    def test_the_table_has_a_name_for_every_row_and_column(self, panel):
        table = panel.frame["table"]
        assert all(table["head"])
        assert all(len(row) == len(table["head"]) and row[0] for row in table["rows"])

    def test_making_it_twice_gives_the_same_output(self, panel):
        twin = getattr(widgets, panel.name)()
        assert twin.plain() == panel.plain()
        assert twin.frame == panel.frame


class TestOddsLadder:
    def test_says_odds_and_probability(self, panels):
        ladder = panels["odds_ladder"]
        ladder.move(z=1.4)
        odds = math.exp(1.4)
        assert cells(ladder)["odds"][0] == f"{odds:.3g}"
        assert cells(ladder)["probability"][0] == f"{odds / (1 + odds):.3g}"

    def test_counts_in_thousands_where_a_hundred_would_say_all(self, panels):
        ladder = panels["odds_ladder"]
        ladder.move(z=6.0)
        assert ladder.frame["sentence"].endswith("about 998 of 1000.")

    def test_a_white_stroke_parts_yes_from_no_in_print(self, panels):
        """The two colours are the same grey, so the border needs a mark of its own."""
        one = panels["odds_ladder"]._draw.artists["one"]
        assert one.get_markevery() == [0]
        assert one.get_markeredgecolor() == style.PAPER

    def test_the_mark_stands_on_all_scales_at_once(self, panels):
        ladder = panels["odds_ladder"]
        ladder.move(z=-2.0)
        assert list(ladder._draw.artists["points"].get_xdata()) == [-2.0] * 3


class TestSigmoidSlope:
    def test_the_tangent_touches_with_the_slope_of_the_sigmoid(self, panels):
        panel = panels["sigmoid_slope"]
        panel.move(z=2.0)
        value = 1 / (1 + math.exp(-2))
        (x0, x1), (y0, y1) = panel._draw.artists["tangent"].get_data()
        assert (y0 + y1) / 2 == pytest.approx(value)
        assert (y1 - y0) / (x1 - x0) == pytest.approx(value * (1 - value))
        assert cells(panel)["slope"] == [f"{value * (1 - value):.3f}"]

    def test_says_nothing_of_tanh_which_comes_two_sections_later(self, panels):
        assert "tanh" not in panels["sigmoid_slope"].plain() + panels["sigmoid_slope"].frame["alt"]


class TestExplorer:
    def test_reads_value_and_slope(self, panels):
        explorer = panels["sigmoid_tanh_explorer"]
        explorer.reset()
        explorer.move(z=0.0)
        assert cells(explorer)["sigmoid"] == ["0.500", "0.250"]
        assert cells(explorer)["tanh"] == ["0.000", "1.000"]

    @pytest.mark.parametrize(
        ("morph", "value", "slope", "formula"),
        [
            (0.0, 0.5, 0.25, "it is the sigmoid"),
            (1.0, 0.0, 0.5, "2σ(z) − 1"),
            (1.5, 0.0, 0.75, "2σ(1.5z) − 1"),
            (2.0, 0.0, 1.0, "2σ(2z) − 1 is tanh z"),
        ],
    )
    def test_the_morph_stretches_then_squeezes(self, panels, morph, value, slope, formula):
        explorer = panels["sigmoid_tanh_explorer"]
        explorer.move(z=0.0, morph=morph)
        assert cells(explorer)["morph"] == [f"{value:.3f}", f"{slope:.3f}"]
        assert formula in explorer.frame["sentence"]

    def test_the_finished_morph_lies_on_tanh(self, panels):
        explorer = panels["sigmoid_tanh_explorer"]
        explorer.move(morph=2.0)
        line = explorer._draw.artists["morph"]
        expected = [math.tanh(z) for z in line.get_xdata()]
        assert list(line.get_ydata()) == pytest.approx(expected, abs=1e-15)

    def test_the_tangent_touches_with_the_slope_of_the_curve(self, panels):
        explorer = panels["sigmoid_tanh_explorer"]
        explorer.move(curve="tanh", z=0.5)
        (x0, x1), (y0, y1) = explorer._draw.artists["tangent"].get_data()
        assert (y1 - y0) / (x1 - x0) == pytest.approx(1 - math.tanh(0.5) ** 2)
        assert (y0 + y1) / 2 == pytest.approx(math.tanh(0.5))


class TestFloatLens:
    @pytest.mark.parametrize(
        ("precision", "overflow", "one"),
        [("float16", "11.1", 11), ("float32", "88.7", 24), ("float64", "709.8", 53)],
    )
    def test_names_the_limits_of_each_precision(self, panels, precision, overflow, one):
        lens = panels["float_lens"]
        lens.move(precision=precision)
        assert f"beyond {overflow}" in lens.frame["sentence"]
        assert f"z = {one * math.log(2):.1f}" in lens.frame["sentence"]

    @pytest.mark.parametrize(
        ("precision", "z", "overflow"),
        [
            ("float16", -11, "no"),
            ("float16", -12, "yes"),
            ("float32", -88, "no"),
            ("float32", -89, "yes"),
            ("float64", -709, "no"),
            ("float64", -710, "yes"),
        ],
    )
    def test_flags_the_overflow_of_the_naive_form(self, panels, precision, z, overflow):
        lens = panels["float_lens"]
        lens.move(precision=precision, z=z)
        assert cells(lens)["overflow"] == [overflow, "no"]
        assert (cells(lens)["σ(z)"][0] == "0") == (overflow == "yes")
        assert cells(lens)["σ(z)"][1] != "0"

    @pytest.mark.parametrize(("z", "exactly"), [(36.0, "no"), (37.0, "yes")])
    def test_says_where_one_is_reached(self, panels, z, exactly):
        lens = panels["float_lens"]
        lens.move(precision="float64", z=z)
        assert cells(lens)["exactly 1"] == [exactly, exactly]

    def test_the_stable_distance_survives_where_one_is_reached(self, panels):
        lens = panels["float_lens"]
        lens.move(precision="float64", z=100.0)
        assert cells(lens)["1 − σ(z)"] == ["0", f"{math.exp(-100):.3g}".replace("-", "−")]


class TestWrongAndConfident:
    @pytest.mark.parametrize(
        ("c", "cross_entropy", "squared_error"),
        [(0, "99.1", "98.2"), (1, "98.2", "87.7"), (3, "96.5", "0.9"), (10, "95.6", "0.9")],
    )
    def test_says_the_accuracies(self, panels, c, cross_entropy, squared_error):
        wrong = panels["wrong_and_confident"]
        wrong.move(c=c)
        assert cells(wrong)["cross-entropy, end"][1] == f"{cross_entropy}\N{NO-BREAK SPACE}%"
        assert cells(wrong)["squared error, end"][1] == f"{squared_error}\N{NO-BREAK SPACE}%"
