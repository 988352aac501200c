"""Panel: what any widget does with its controls, whatever it shows."""

import math

import pytest
from IPython.core.formatters import DisplayFormatter

from course_utils.widgets.controls import Button, Checkbox, Choice, Range
from course_utils.widgets.front import Frame, Panel, Table


def draw(values):
    """A frame that says what it was made of."""
    text = ", ".join(f"{name} {value}" for name, value in values.items())
    return Frame(text.encode(), f"Picture of {text}", f"It is {text}.", Table("T", ("a",), ()))


@pytest.fixture
def panel():
    return Panel(
        "demo",
        "A demonstration",
        [
            Range("z", "logit z", 1.0, -2.0, 2.0, 0.5, unit="nats"),
            Range("size", "size", 10.0, stops=(1.0, 10.0, 100.0)),
            Choice("curve", "curve", ("sigmoid", "tanh"), "sigmoid"),
            Checkbox("shown", "show the slope"),
            Button("doubled", "double it"),
        ],
        draw,
        (560, 300),
    )


def from_front(panel, **values):
    """What the kernel does when the browser sends values."""
    panel.set_state({"values": {**panel.values, **values}})


class TestMoving:
    def test_the_frame_follows_every_kind_of_control(self, panel):
        from_front(panel, z=-0.5, size=100.0, curve="tanh", shown=True, doubled=1)
        expected = "It is z -0.5, size 100.0, curve tanh, shown True, doubled 1."
        assert panel.frame["sentence"] == expected

    def test_one_change_sends_one_frame(self, panel):
        seen = []
        panel.observe(lambda change: seen.append(change["new"]), "frame")
        from_front(panel, z=0.5, curve="tanh")
        assert len(seen) == 1

    def test_reset_restores_the_first_frame(self, panel):
        first = panel.frame
        from_front(panel, z=2, curve="tanh", shown=True)
        panel.reset()
        assert panel.frame == first

    def test_code_can_move_controls_by_name(self, panel):
        panel.move(z=2.0)
        assert panel.values["z"] == 2.0

    def test_code_is_told_of_a_control_that_does_not_exist(self, panel):
        with pytest.raises(ValueError, match="no control speed; it has z, size"):
            panel.move(speed=2.0)


class TestBadValuesFromTheFront:
    @pytest.mark.parametrize(
        ("sent", "kept"),
        [
            ({"z": 99.0}, {"z": 2.0}),
            ({"z": -math.inf}, {"z": -2.0}),
            ({"z": 0.3}, {"z": 0.5}),
            ({"z": 2}, {"z": 2.0}),
            ({"size": 60.0}, {"size": 100.0}),
            ({"doubled": 3}, {"doubled": 3}),
        ],
    )
    def test_a_number_is_moved_to_the_nearest_position(self, panel, sent, kept):
        from_front(panel, **sent)
        assert {name: panel.values[name] for name in kept} == kept

    @pytest.mark.parametrize(
        "sent",
        [
            {"z": math.nan},
            {"z": "1"},
            {"z": None},
            {"z": True},
            {"z": [1.0]},
            {"curve": "cosine"},
            {"curve": 3},
            {"shown": 1},
            {"doubled": -1},
            {"doubled": 0.5},
            {"doubled": True},
            {"speed": 4.0},
        ],
    )
    def test_what_is_not_a_value_changes_nothing(self, panel, sent):
        before = dict(panel.values)
        from_front(panel, **sent)
        assert panel.values == before

    @pytest.mark.parametrize("sent", [None, 3, "z", [], {}])
    def test_what_is_no_set_of_values_changes_nothing(self, panel, sent):
        before = dict(panel.values)
        panel.set_state({"values": sent})
        assert panel.values == before


class TestDisplay:
    def test_one_output_holds_the_live_view_and_its_static_twin(self, panel):
        data, metadata = DisplayFormatter().format(panel)
        assert set(data) == {
            "application/vnd.jupyter.widget-view+json",
            "image/png",
            "text/plain",
        }
        assert metadata["image/png"] == {"alt": panel.frame["alt"], "width": 560}
        assert metadata["course"] == {"widget": "demo"}

    def test_the_words_are_title_sentence_and_table(self, panel):
        lines = panel._repr_mimebundle_()[0]["text/plain"].splitlines()
        assert lines[:3] == ["A demonstration", panel.frame["sentence"], "T"]

    def test_repr_is_plain_and_stable(self, panel):
        text = "demo(z=1.0, size=10.0, curve='sigmoid', shown=False, doubled=0)"
        assert repr(panel) == text


def test_frames_are_for_a_single_slider(panel):
    with pytest.raises(ValueError, match="demo has 5 controls"):
        panel.frames()


def test_frames_are_for_a_small_number_of_positions():
    many = Panel("demo", "D", [Range("z", "z", 0.0, 0.0, 1.0, 0.01)], draw, (10, 10))
    with pytest.raises(ValueError, match="101 positions; frames are for 61"):
        many.frames()


def test_a_table_is_aligned_as_plain_text():
    table = Table("Scales", ("scale", "yes"), (("odds", "4"), ("probability", "0.8")))
    assert table.text() == "Scales\nscale        yes\nodds         4\nprobability  0.8"
