"""Piecewise-linear curves: hinges, folds, and the pieces of random networks."""

from __future__ import annotations

import numpy as np
import pytest

from course_utils.experiments import pieces as under_test
from course_utils.experiments.pieces import (
    fit_hinges,
    fold,
    hinge_sum,
    hinge_weights,
    largest_error,
    pieces,
    random_curve,
    random_piece_counts,
)


class TestHinges:
    def test_agree_with_interpolation_between_uneven_knots(self):
        knots, values = np.array([-1.0, 0.0, 0.5, 3.0]), np.array([2.0, -1.0, 4.0, 0.5])
        t = np.linspace(-1, 3, 57)
        start, weights = hinge_weights(knots, values)
        found = hinge_sum(t, knots, start, weights)
        np.testing.assert_allclose(found, np.interp(t, knots, values), atol=1e-12)

    def test_take_lists_of_whole_numbers(self):
        start, weights = hinge_weights([0, 1, 3], [1, 3, 2])
        assert start == 1
        assert weights.tolist() == [2, -2.5]

    def test_meet_the_curve_at_every_knot(self):
        knots = np.linspace(0, 2, 6)
        np.testing.assert_allclose(fit_hinges(np.exp, 0, 2, 5, knots), np.exp(knots))

    def test_err_by_exactly_h_squared_over_4_on_a_parabola(self):
        """f″ = 2 everywhere, and the error h²/8·2 is reached in the middle of every piece."""
        assert largest_error(np.square, 0.0, 1.0, 4) == pytest.approx(1 / 64, rel=1e-6)


class TestFold:
    @pytest.mark.parametrize("layers", [0, 1, 3, 6])
    def test_is_a_zigzag_of_two_to_the_layers_pieces(self, layers):
        corners = np.linspace(0, 1, 2**layers + 1)
        np.testing.assert_array_equal(fold(corners, layers), np.arange(2**layers + 1) % 2)
        x = np.linspace(0, 1, 2**8 + 1)
        assert pieces(x, fold(x, layers)) == 2**layers


class TestPieces:
    def test_straight_on_is_no_bend(self):
        assert pieces([0, 1, 2, 3], [0, 1, 2, 0]) == 2

    def test_a_level_line_is_one_piece(self):
        assert pieces([0, 1, 2], [5, 5, 5]) == 1


class TestRandomCurve:
    @pytest.mark.parametrize("layers", [[5], [3, 3], [4, 4, 4]])
    def test_is_straight_between_its_corners(self, layers):
        """A second run over a fine grid, with the same weights, lies on the polygon."""
        x, y = random_curve(layers, np.random.default_rng(4))
        generator = np.random.default_rng(4)
        grid = np.linspace(-3, 3, 501)
        H = grid[:, None]
        for units in layers:
            W = generator.normal(0, np.sqrt(2 / H.shape[1]), (H.shape[1], units))
            H = np.maximum(H @ W + generator.normal(size=units), 0)
        expected = H @ generator.normal(size=H.shape[1])
        np.testing.assert_allclose(np.interp(grid, x, y), expected, atol=1e-9)

    def test_one_layer_has_at_most_one_piece_more_than_units(self):
        counts = random_piece_counts([7], networks=50)
        assert min(counts) >= 1
        assert max(counts) <= 8

    def test_the_crossing_of_a_rising_and_a_falling_piece(self):
        found = under_test._crossings(np.array([0.0, 1.0, 3.0]), np.array([-1.0, 1.0, -3.0]))
        np.testing.assert_allclose(found, [0.5, 1.5])
