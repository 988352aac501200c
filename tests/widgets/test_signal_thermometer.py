"""The signal thermometer says what is measured, and what follows from it."""

import math

import numpy as np
import pytest

from course_utils import widgets
from course_utils.experiments.signal_flow import send_signal


@pytest.fixture(scope="module")
def panel():
    return widgets.signal_thermometer()


@pytest.mark.parametrize(
    ("activation", "gain", "depth", "said"),
    [
        ("sigmoid", 1.0, 20, "hardly tells one sample from another, and the gradient has vanished"),
        ("relu", 0.08, 20, "hardly tells one sample from another, and the gradient has vanished"),
        ("relu", math.sqrt(2), 20, "Signals get through both ways"),
        ("tanh", 8.0, 30, "The gradient has exploded"),
        ("tanh", 1.0, 1, "A single layer"),
    ],
)
def test_the_sentence_draws_the_conclusion(panel, activation, gain, depth, said):
    panel.move(activation=activation, gain=gain, depth=depth)
    assert said in panel.frame["sentence"]


@pytest.mark.parametrize("depth", [1, 2, 4, 20, 30])
def test_the_table_runs_from_the_first_layer_to_the_last(panel, depth):
    panel.move(activation="tanh", gain=1.0, depth=depth)
    rows = panel.frame["table"]["rows"]
    assert [rows[0][0], rows[-1][0]] == ["1", str(depth)]
    assert rows[-1][-1] == "1"


def test_it_shows_a_network_of_the_experiment(panel):
    """The widget draws 30 layers once and uses the first ones; the numbers are the lesson's."""
    panel.move(activation="sigmoid", gain=1.0, depth=20)
    signal = send_signal("sigmoid", 1.0, depth=20)
    first = panel.frame["table"]["rows"][0]
    assert first[3] == f"{signal.ratio:.2g}".replace("-", "−")
    np.testing.assert_allclose(float(first[1]), signal.z_spread[0], rtol=0.01)


def test_what_is_off_the_axis_is_drawn_at_its_edge(panel):
    panel.move(activation="relu", gain=0.08, depth=30)
    heights = panel._draw.artists["delta"].get_ydata()
    assert heights.min() == 1e-16
    assert heights[-1] == 1
