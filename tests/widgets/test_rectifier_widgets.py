"""The widgets of lesson 03: what each one counts and says is true."""

import math

import numpy as np
import pytest

from course_utils import widgets
from course_utils.widgets.one_unit import cloud


def cells(panel):
    return {row[0]: row[1] for row in panel.frame["table"]["rows"]}


def loss_of_unit(parameters, slope):
    X, targets = cloud()
    z = X @ parameters[:2] + parameters[2]
    return np.mean((np.where(z > 0, z, slope * z) - targets) ** 2) / 2


@pytest.fixture(scope="module")
def unit():
    return widgets.one_unit()


@pytest.fixture(scope="module")
def killer():
    return widgets.learning_rate_killer()


@pytest.fixture(scope="module")
def family():
    return widgets.family()


class TestOneUnit:
    @pytest.mark.parametrize(
        ("activation", "slope"), [("ReLU", 0.0), ("Leaky ReLU, slope 0.1", 0.1)]
    )
    def test_says_the_loss_and_its_gradient(self, unit, activation, slope):
        unit.move(activation=activation, angle=40.0, b=-0.5)
        angle, h = math.radians(40), 1e-6
        start = np.array([math.cos(angle), math.sin(angle), -0.5])
        gradient = [
            (loss_of_unit(start + h * e, slope) - loss_of_unit(start - h * e, slope)) / (2 * h)
            for e in np.eye(3)
        ]
        assert cells(unit)["loss"] == f"{loss_of_unit(start, slope):.3f}"
        assert cells(unit)["norm of the gradient"] == f"{np.linalg.norm(gradient):.3g}"

    def test_a_dead_unit_has_a_gradient_of_exactly_0_and_a_loss(self, unit):
        unit.move(activation="ReLU", b=-4.0)
        assert cells(unit)["state"] == "dead"
        assert cells(unit)["norm of the gradient"] == "exactly 0"
        assert cells(unit)["loss"] == "0.250"

    def test_a_leaky_unit_is_never_dead(self, unit):
        unit.move(activation="Leaky ReLU, slope 0.01", b=-4.0)
        assert cells(unit)["on (z > 0)"] == "0"
        assert "not dead" in cells(unit)["state"]
        assert cells(unit)["norm of the gradient"] != "exactly 0"

    def test_the_line_lies_where_z_is_0(self, unit):
        unit.move(b=-1.0, angle=70.0)
        w = np.array([math.cos(math.radians(70)), math.sin(math.radians(70))])
        x, y = unit._draw.artists["boundary"].get_data()
        np.testing.assert_allclose(np.stack([x, y], axis=1) @ w, 1.0)


class TestLearningRateKiller:
    def test_tells_death_from_life(self, killer):
        killer.move(rate=2.0, pixels="as they are", slope=0.0)
        assert "64 of 64 units are dead" in killer.frame["sentence"]
        killer.move(pixels="centred")
        assert "0 of 64 units are dead" in killer.frame["sentence"]

    def test_calls_leaky_units_never_positive_and_not_dead(self, killer):
        killer.move(rate=2.0, pixels="as they are", slope=0.01)
        assert "never positive" in killer.frame["sentence"]
        assert "dead" not in killer.frame["sentence"]

    def test_says_when_a_run_overflows(self, killer):
        killer.move(rate=8.0, pixels="as they are", slope=0.3)
        assert "blows up" in killer.frame["sentence"]
        assert "overflow" in killer.plain()
        drawn = killer._draw.artists["accuracy"].get_ydata()
        assert np.isfinite(drawn[0])
        assert np.isnan(drawn[-1])


class TestSlopeSweep:
    @pytest.mark.parametrize(
        ("slope", "value", "name"),
        [(-1.0, "2.00", "absolute value"), (0.0, "0.00", "ReLU"), (1.0, "−2.00", "identity")],
    )
    def test_names_the_three_that_have_names(self, slope, value, name):
        sweep = widgets.slope_sweep()
        sweep.move(slope=slope)
        assert cells(sweep)["f(−2)"] == value
        assert name in sweep.frame["sentence"]

    def test_has_a_frame_for_every_position(self):
        assert len(widgets.slope_sweep().frames()) == 41


class TestFamily:
    @pytest.mark.parametrize(
        ("relative", "value", "slope"),
        [
            ("Leaky ReLU, slope 0.1", -0.1, 0.1),
            ("PReLU, slope learned: 0.25", -0.25, 0.25),
            ("ELU", math.exp(-1) - 1, math.exp(-1)),
            ("GELU, exact", -0.5 * math.erfc(1 / math.sqrt(2)), -0.0833),
            ("SiLU", -1 / (1 + math.e), 0.0723),
            ("softplus", math.log(1 + math.exp(-1)), 1 / (1 + math.e)),
        ],
    )
    def test_reads_value_and_slope(self, family, relative, value, slope):
        family.move(relative=relative, z=-1.0)
        assert cells(family)["value at −1.0"] == f"{value:.3f}".replace("-", "−")
        assert cells(family)["slope at −1.0"] == f"{slope:.3f}".replace("-", "−")

    def test_says_how_far_the_tanh_form_is_from_the_exact_one(self, family):
        family.move(relative="GELU, tanh form")
        assert cells(family)["farthest from exact GELU"] == "0.00047"

    def test_softplus_is_farthest_from_relu_by_log_2(self, family):
        family.move(relative="softplus")
        assert cells(family)["farthest from ReLU, |z| ≤ 8"] == f"{math.log(2):.3f}"
