"""The widgets of lesson 04: what each one says is true."""

import numpy as np
import pytest

from course_utils import widgets


def cells(panel):
    return {row[0]: row[1:] for row in panel.frame["table"]["rows"]}


def shares(*logits):
    e = np.exp(np.array(logits))
    return [f"{p:.3f}" for p in e / e.sum()]


@pytest.fixture(scope="module")
def simplex():
    return widgets.simplex()


@pytest.fixture(scope="module")
def lens():
    return widgets.overflow_lens()


@pytest.fixture(scope="module")
def jacobian():
    return widgets.jacobian_table()


@pytest.fixture(scope="module")
def reliability():
    return widgets.reliability_diagram()


class TestSimplex:
    def test_says_the_three_probabilities(self, simplex):
        simplex.reset()
        simplex.move(a=2.0, b=0.5, c=-1.0)
        assert [cells(simplex)[name][1] for name in "ABC"] == shares(2, 0.5, -1)

    def test_adding_10_moves_nothing(self, simplex):
        simplex.reset()
        before = [cells(simplex)[name][1] for name in "ABC"]
        simplex.move(change="add 10 to all")
        assert [cells(simplex)[name][1] for name in "ABC"] == before
        assert "nothing moves" in simplex.frame["sentence"]

    def test_doubling_moves_as_half_the_temperature_does(self, simplex):
        simplex.reset()
        simplex.move(change="double all")
        doubled = [cells(simplex)[name][1] for name in "ABC"]
        assert "the point moves" in simplex.frame["sentence"]
        simplex.reset()
        simplex.move(T=0.5)
        assert [cells(simplex)[name][1] for name in "ABC"] == doubled

    def test_doubling_equal_logits_moves_nothing_and_says_so(self, simplex):
        simplex.reset()
        simplex.move(a=1.0, b=1.0, c=1.0, change="double all")
        assert "nothing moves" in simplex.frame["sentence"]

    def test_doubling_in_a_corner_does_not_say_that_a_factor_changes_nothing(self, simplex):
        simplex.reset()
        simplex.move(a=4.0, b=-4.0, c=-4.0, T=0.1, change="double all")
        assert "at its end already" in simplex.frame["sentence"]
        assert "nothing moves" not in simplex.frame["sentence"]

    def test_tells_the_log_odds_against_a(self, simplex):
        simplex.reset()
        simplex.move(a=1.0, b=0.0, c=-1.0, T=2.0)
        assert [cells(simplex)[name][2] for name in "ABC"] == ["0.00", "−0.50", "−1.00"]


class TestOverflowLens:
    @pytest.mark.parametrize(
        ("shift", "start", "spread", "broken"),
        [
            ("none", 700.0, 2.0, ()),
            ("none", 1000.0, 2.0, ("2",)),
            ("none", -1000.0, 2.0, ("2",)),
            ("largest of the batch", 1000.0, 2.0, ("1",)),
            ("largest of the batch", -1000.0, 2.0, ("2",)),
            ("smallest of the row", 0.0, 1000.0, ("2",)),
            ("largest of the row", 1000.0, 1000.0, ()),
            ("largest of the row", -1000.0, 1000.0, ()),
        ],
    )
    def test_says_which_rows_break(self, lens, shift, start, spread, broken):
        lens.move(shift=shift, start=start, spread=spread)
        table = cells(lens)
        assert tuple(row for row in "12" if "nan" in [table[f"{row} {k}"][2] for k in "ABC"]) == (
            broken
        )

    def test_writes_the_exponents_as_they_are_and_shows_them_within_the_axis(self, lens):
        for shift in lens.controls["shift"].options:
            for start in lens.controls["start"].positions():
                for spread in lens.controls["spread"].positions():
                    lens.move(shift=shift, start=start, spread=spread)
                    shown = [float(row[1].replace("−", "-")) for row in lens.frame["table"]["rows"]]
                    z = np.array([[0, 1, 2], [start, start + spread / 2, start + spread]])
                    subtracted = {
                        "none": np.zeros((2, 1)),
                        "largest of the batch": z.max(),
                        "largest of the row": z.max(axis=1, keepdims=True),
                        "smallest of the row": z.min(axis=1, keepdims=True),
                    }[shift]
                    assert shown == list((z - subtracted).ravel())
                    assert max(map(abs, shown)) < 2200

    def test_the_rows_own_maximum_is_never_broken(self, lens):
        for start in lens.controls["start"].positions():
            for spread in lens.controls["spread"].positions():
                lens.move(shift="largest of the row", start=start, spread=spread)
                assert lens.frame["sentence"].count("comes out right") == 2


class TestJacobianTable:
    def test_cells_are_differences_of_softmax(self, jacobian):
        jacobian.move(a=1.0, b=-0.5, c=2.0)
        z, h = np.array([1.0, -0.5, 2.0]), 1e-6

        def softmax(v):
            return np.exp(v) / np.exp(v).sum()

        slopes = np.stack([(softmax(z + h * e) - softmax(z - h * e)) / (2 * h) for e in np.eye(3)])
        for name, row in zip("ABC", slopes.T, strict=True):
            assert cells(jacobian)[f"p({name})"] == [
                *(f"{v:.3f}".replace("-", "−") for v in row),
                "0.000",
            ]


class TestReliabilityDiagram:
    def test_a_temperature_of_2_1_makes_it_as_sure_as_it_may_be(self, reliability):
        reliability.reset()
        assert "too sure" in reliability.frame["sentence"]
        reliability.move(T=2.1)
        assert "about as sure as it may be" in reliability.frame["sentence"]
        reliability.move(T=5.0)
        assert "not sure enough" in reliability.frame["sentence"]

    def test_the_accuracy_never_moves(self, reliability):
        frames = reliability.frames()
        assert len(frames) == 46
        assert len({frame["table"]["rows"][0][1] for frame in frames}) == 1

    def test_the_loss_is_lowest_near_the_chosen_temperature(self, reliability):
        losses = {f["value"]: float(f["table"]["rows"][3][1]) for f in reliability.frames()}
        assert 1.8 <= min(losses, key=losses.get) <= 2.6
