"""Affine layers and small networks against plain loops and central differences."""

import math
from itertools import pairwise

import numpy as np
import pytest

from course_utils.activations import ACTIVATIONS, Activation, leaky_relu, leaky_relu_derivative
from course_utils.layers import (
    affine,
    affine_backward,
    backward,
    forward,
    he_std,
    relu_backward,
    xavier_std,
)
from course_utils.losses import cross_entropy, cross_entropy_gradient
from course_utils.numerics import numerical_gradient, relative_error

RNG_SEED = 7


def network(sizes, seed=RNG_SEED):
    """Weights and biases of a random network with the given widths."""
    rng = np.random.default_rng(seed)
    pairs = list(pairwise(sizes))
    weights = [rng.normal(size=pair) / math.sqrt(pair[0]) for pair in pairs]
    return weights, [rng.normal(size=units) for _, units in pairs]


def looped_affine(X, W, b):
    """Sum by sum, with a correctly rounded sum: the definition, no matrix product."""
    samples, (inputs, units) = len(X), np.shape(W)
    return [
        [math.fsum([*(X[s][i] * W[i][u] for i in range(inputs)), b[u]]) for u in range(units)]
        for s in range(samples)
    ]


class TestAffine:
    def test_is_the_weighted_sums_plus_bias(self):
        rng = np.random.default_rng(RNG_SEED)
        X, W, b = rng.normal(size=(5, 4)), rng.normal(size=(4, 3)), rng.normal(size=3)
        np.testing.assert_allclose(affine(X, W, b), looped_affine(X, W, b), rtol=1e-13)

    def test_takes_very_large_numbers(self):
        X, W = np.array([[1e300, -1e300]]), np.array([[0.5], [0.25]])
        np.testing.assert_allclose(affine(X, W, [1.0]), [[0.25e300]])

    def test_says_which_shapes_do_not_fit(self):
        with pytest.raises(ValueError, match="features_in") as error:
            affine(np.ones((2, 3)), np.ones((4, 5)), np.ones(5))
        assert str(error.value) == (
            "affine: X has 3 features (shape (2, 3)) but W expects 4 (shape (4, 5)); "
            "W must be (features_in, features_out)."
        )

    @pytest.mark.parametrize("b", [1.0, [1.0], [[1.0, 1.0]], [1.0, 1.0, 1.0]])
    def test_refuses_a_bias_that_is_not_one_number_per_unit(self, b):
        with pytest.raises(ValueError, match=r"b has shape .* but W has 2 units .* one bias per"):
            affine(np.ones((4, 3)), np.ones((3, 2)), b)

    def test_refuses_a_single_sample_and_says_how_to_give_it(self):
        with pytest.raises(ValueError, match=r"got \(3,\); give a single sample as a row"):
            affine(np.ones(3), np.ones((3, 2)), np.ones(2))

    def test_refuses_weights_that_are_not_a_matrix(self):
        with pytest.raises(ValueError, match=r"affine: W must have shape \(inputs, units\)"):
            affine(np.ones((2, 3)), np.ones(3), np.ones(1))

    def test_gradients_agree_with_central_differences(self):
        rng = np.random.default_rng(RNG_SEED)
        X, W, b = rng.normal(size=(5, 4)), rng.normal(size=(4, 3)), rng.normal(size=3)
        G = rng.normal(size=(5, 3))
        got = affine_backward(G, X, W)
        numerical = [
            numerical_gradient(lambda v: np.sum(G * affine(v, W, b)), X),
            numerical_gradient(lambda v: np.sum(G * affine(X, v, b)), W),
            numerical_gradient(lambda v: np.sum(G * affine(X, W, v)), b),
        ]
        for gradient, estimate in zip(got, numerical, strict=True):
            assert relative_error(gradient, estimate) < 1e-9

    def test_backward_refuses_an_upstream_of_another_shape(self):
        message = r"upstream has shape \(5, 2\) but XW \+ b has shape \(5, 3\)"
        with pytest.raises(ValueError, match=message):
            affine_backward(np.ones((5, 2)), np.ones((5, 4)), np.ones((4, 3)))


class TestReluBackward:
    def test_lets_the_gradient_through_where_z_is_positive(self):
        got = relu_backward([1.0, 2.0, 3.0], [-1.0, 0.0, 1e300])
        np.testing.assert_array_equal(got, [0.0, 0.0, 3.0])

    def test_refuses_different_shapes(self):
        with pytest.raises(ValueError, match=r"relu_backward: upstream has shape \(2,\) but z"):
            relu_backward([1.0, 2.0], 1.0)


@pytest.mark.parametrize("sizes", [(4, 3), (4, 5, 3), (4, 5, 2, 6, 3)], ids=str)
@pytest.mark.parametrize("activation", ACTIVATIONS)
class TestNetworks:
    def test_forward_is_affine_and_activation_in_turn(self, activation, sizes):
        weights, biases = network(sizes)
        H = X = np.random.default_rng(RNG_SEED).normal(size=(6, sizes[0]))
        for W, b in zip(weights[:-1], biases[:-1], strict=True):
            H = ACTIVATIONS[activation].function(looped_affine(H, W, b))
        logits, caches = forward(X, weights, biases, activation)
        np.testing.assert_allclose(logits, looped_affine(H, weights[-1], biases[-1]), rtol=1e-12)
        assert len(caches) == len(weights)

    def test_backward_agrees_with_central_differences(self, activation, sizes):
        weights, biases = network(sizes)
        X = np.random.default_rng(RNG_SEED).normal(size=(6, sizes[0]))
        labels = np.array([0, 1, 2, 0, 1, 2])

        def loss(X=X, weights=weights, biases=biases):
            return cross_entropy(forward(X, weights, biases, activation)[0], labels)

        logits, caches = forward(X, weights, biases, activation)
        got = backward(cross_entropy_gradient(logits, labels), caches, weights, activation)
        numerical_inputs = numerical_gradient(lambda v: loss(X=v), X)
        np.testing.assert_allclose(got.inputs, numerical_inputs, rtol=1e-6, atol=1e-9)
        for i in range(len(weights)):
            changed = [weights[:i], weights[i + 1 :], biases[:i], biases[i + 1 :]]
            dW = numerical_gradient(
                lambda v, c=changed: loss(weights=[*c[0], v, *c[1]]), weights[i]
            )
            db = numerical_gradient(lambda v, c=changed: loss(biases=[*c[2], v, *c[3]]), biases[i])
            np.testing.assert_allclose(got.weights[i], dW, rtol=1e-6, atol=1e-9)
            np.testing.assert_allclose(got.biases[i], db, rtol=1e-6, atol=1e-9)


class TestNetworkArguments:
    def test_an_activation_of_ones_own_serves_as_well(self):
        weights, biases = network((2, 3, 1))
        own = Activation(lambda z: leaky_relu(z, 0.01), lambda z: leaky_relu_derivative(z, 0.01))
        X = np.array([[1.0, -2.0]])
        named = forward(X, weights, biases, "leaky_relu")[0]
        np.testing.assert_array_equal(forward(X, weights, biases, own)[0], named)

    def test_float32_networks_stay_float32(self):
        weights, biases = ([v.astype(np.float32) for v in side] for side in network((2, 3, 1)))
        logits, caches = forward(np.ones((4, 2), np.float32), weights, biases, "gelu")
        gradients = backward(np.ones((4, 1), np.float32), caches, weights, "gelu")
        arrays = [logits, gradients.inputs, *gradients.weights, *gradients.biases]
        assert {array.dtype for array in arrays} == {np.dtype(np.float32)}

    def test_an_unknown_activation_is_met_with_the_nearest_name(self):
        with pytest.raises(ValueError, match="no activation named 'leaky_rely'; did you mean"):
            forward([[1.0]], [[[1.0]]], [[0.0]], "leaky_rely")

    def test_a_layer_that_does_not_fit_is_named(self):
        weights = [np.ones((2, 3)), np.ones((4, 1))]
        with pytest.raises(ValueError, match="forward, layer 2: X has 3 features"):
            forward(np.ones((5, 2)), weights, [np.ones(3), np.ones(1)])

    def test_weights_and_biases_must_pair_up(self):
        with pytest.raises(ValueError, match="forward: got 1 weights but 0 biases"):
            forward([[1.0]], [[[1.0]]], [])
        with pytest.raises(ValueError, match="backward: got 1 weights but 0 caches"):
            backward([[1.0]], [], [[[1.0]]])

    def test_a_network_has_at_least_one_layer(self):
        with pytest.raises(ValueError, match="forward: weights is empty"):
            forward([[1.0]], [], [])


class TestInitialStandardDeviations:
    def test_xavier(self):
        assert xavier_std(3, 5) == 0.5

    def test_he(self):
        assert he_std(8) == 0.5
        assert he_std(1, 1) == pytest.approx(1.0, rel=1e-15)
        assert he_std(2, 1e300) == pytest.approx(1e-300, rel=1e-15)

    def test_xavier_keeps_the_variance_of_a_linear_layer(self):
        """n Var(w) = 1 where fan-in and fan-out agree."""
        assert 64 * xavier_std(64, 64) ** 2 == pytest.approx(1.0)

    @pytest.mark.parametrize("slope", [0.0, 0.2, 1.0])
    def test_he_keeps_the_second_moment_of_a_leaky_layer(self, slope):
        """n Var(w) E[leaky(z)^2] = Var(z), for a normal z of variance 1."""
        second_moment = (1 + slope**2) / 2
        assert 64 * he_std(64, slope) ** 2 * second_moment == pytest.approx(1.0)

    @pytest.mark.parametrize("bad", [0, -3, np.nan, np.inf])
    def test_refuse_a_fan_in_that_is_not_above_zero(self, bad):
        with pytest.raises(ValueError, match="he_std: fan_in must be"):
            he_std(bad)
        with pytest.raises(ValueError, match="xavier_std: fan_in must be"):
            xavier_std(bad, 1)
        with pytest.raises(ValueError, match="xavier_std: fan_out must be"):
            xavier_std(1, bad)

    def test_he_refuses_a_slope_that_is_not_finite(self):
        with pytest.raises(ValueError, match="he_std: negative_slope must be one finite number"):
            he_std(1, np.inf)
