"""Signals through random networks, against plain loops and differences."""

import math

import numpy as np
import pytest

from course_utils.experiments.signal_flow import (
    pre_activations,
    random_network,
    send_back,
    send_signal,
)

F = {
    "sigmoid": lambda z: 1 / (1 + math.exp(-z)),
    "tanh": math.tanh,
    "relu": lambda z: max(z, 0.0),
}


def by_hand(x, weights, biases, f):
    """One sample through the layers, unit by unit."""
    h = list(x)
    for W, b in zip(weights, biases, strict=True):
        z = [sum(h[i] * W[i][j] for i in range(len(h))) + b[j] for j in range(len(b))]
        h = [f(v) for v in z]
    return z, h


@pytest.mark.parametrize("name", F)
def test_forwards_every_sample_goes_through_every_layer(name):
    generator = np.random.default_rng(0)
    X, weights = generator.normal(size=(2, 3)), generator.normal(size=(4, 3, 3))
    biases = generator.normal(size=(4, 3))
    Zs = pre_activations(X, weights, biases, name)
    for row, x in enumerate(X):
        np.testing.assert_allclose(Zs[-1][row], by_hand(x, weights, biases, F[name])[0])


@pytest.mark.parametrize("name", F)
def test_what_comes_back_is_the_slope_of_the_loss_in_the_biases(name):
    """A bias adds to z, so the slope in it is the gradient with respect to z, over all samples."""
    generator = np.random.default_rng(1)
    X, weights = generator.normal(size=(1, 3)), generator.normal(size=(3, 3, 3))
    biases, upstream = generator.normal(size=(3, 3)), generator.normal(size=(1, 3))
    deltas = send_back(upstream, weights, pre_activations(X, weights, biases, name), name)

    def loss(changed):
        return float(upstream[0] @ by_hand(X[0], weights, changed, F[name])[1])

    for layer, unit in np.ndindex(3, 3):
        bump = np.zeros((3, 3))
        bump[layer, unit] = 1e-6
        numeric = (loss(biases + bump) - loss(biases - bump)) / 2e-6
        assert deltas[layer][0, unit] == pytest.approx(numeric, abs=1e-7)


def test_the_weights_have_the_standard_deviation_of_xavier():
    weights = random_network(5)[2]
    assert weights.shape == (5, 64, 64)
    assert weights.std() == pytest.approx(0.125, rel=0.02)


def test_a_deeper_network_begins_with_the_layers_of_a_shallower_one():
    shallow, deep = (send_signal("tanh", 1.2, depth) for depth in (5, 9))
    np.testing.assert_array_equal(shallow.z_spread, deep.z_spread[:5])


def test_the_same_seed_gives_the_same_signal_and_another_one_another():
    one, again, other = (send_signal("relu", 1.0, 6, seed) for seed in (4, 4, 5))
    assert one.ratio == again.ratio != other.ratio
