"""Gradients that share a sign, and the zigzag that follows."""

from __future__ import annotations

import numpy as np
import pytest

from course_utils.experiments import sign_agreement
from course_utils.experiments.sign_agreement import descent_path, share_of_one_sign


def cross_entropy_of_network(X, y, W1, W2, w3, f):
    """The mean loss of a 30-16-8-1 network, written without the course's code."""
    z = (f(f(X @ W1) @ W2) @ w3)[:, 0]
    return np.mean(np.logaddexp(0, z) - y * z)


class Dealt:
    """A generator that deals prepared arrays."""

    def __init__(self, *arrays):
        self.arrays = list(arrays)

    def normal(self, mean, deviation, shape):
        array = self.arrays.pop(0)
        assert array.shape == shape
        return array


class TestSecondLayerGradient:
    @pytest.mark.parametrize(
        ("name", "f"), [("sigmoid", lambda z: 1 / (1 + np.exp(-z))), ("tanh", np.tanh)]
    )
    def test_agrees_with_central_differences(self, name, f):
        generator = np.random.default_rng(3)
        X, y = generator.normal(size=(5, 30)), np.array([0, 1, 1, 0, 1])
        W1, W2, w3 = (generator.normal(size=s) / 4 for s in ((30, 16), (16, 8), (8, 1)))
        found = sign_agreement._second_layer_gradient(X, y, name, Dealt(W1, W2, w3))
        for row, column in ((0, 0), (7, 3), (15, 7)):
            step = np.zeros_like(W2)
            step[row, column] = 1e-5
            change = cross_entropy_of_network(X, y, W1, W2 + step, w3, f)
            change -= cross_entropy_of_network(X, y, W1, W2 - step, w3, f)
            assert found[row, column] == pytest.approx(change / 2e-5, rel=1e-5, abs=1e-10)


class TestShareOfOneSign:
    def test_is_one_for_a_single_sample_behind_sigmoids(self):
        assert share_of_one_sign("sigmoid", 1, networks=20) == 1.0

    def test_is_rare_behind_tanhs(self):
        assert share_of_one_sign("tanh", 1, networks=50) < 0.02

    def test_is_the_same_for_the_same_seed(self):
        first, second = (share_of_one_sign("sigmoid", 8, 10, seed=4) for _ in range(2))
        assert first == second


class TestDescentPath:
    def test_each_step_lowers_the_error_on_its_own_sample_only(self):
        """A step moves the weights along that sample's inputs, which are the same each time."""
        path = descent_path("tanh", steps=5, rate=0.3)
        inputs = np.tanh(np.random.default_rng(0).normal(size=(5, 2)))
        for before, after, a in zip(path, path[1:], inputs, strict=False):
            cross = (after - before)[0] * a[1] - (after - before)[1] * a[0]
            assert abs(cross) < 1e-12
            errors = [abs(a @ (w - np.array([1.0, -1.0]))) for w in (before, after)]
            assert errors[1] <= errors[0]

    def test_starts_at_the_start_and_stays_at_the_target(self):
        assert descent_path("sigmoid", steps=3)[0].tolist() == [-1.0, 1.0]
        at_rest = descent_path("sigmoid", start=(1.0, -1.0), steps=3)
        np.testing.assert_array_equal(at_rest, np.tile([1.0, -1.0], (4, 1)))
