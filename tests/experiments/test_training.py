"""Training of small networks: descent on the stated loss, repeatable, with what was asked for."""

import numpy as np
import pytest

from course_utils.data import centred, moons, pooled, spirals, split, split_digits, xor
from course_utils.experiments.training import IDENTITY, Network, leaky, start_network, step, train


def loss(network, X, y):
    """Mean cross-entropy, written out."""
    logits = network.logits(X)
    exponentials = np.exp(logits - logits.max(axis=1, keepdims=True))
    p = exponentials / exponentials.sum(axis=1, keepdims=True)
    return -np.mean(np.log(p[np.arange(len(y)), y]))


class TestStep:
    @pytest.mark.parametrize("activation", ["tanh", "silu", leaky(-0.5), IDENTITY])
    def test_moves_every_weight_down_its_slope(self, activation):
        X, y = moons(20, seed=1)
        network = start_network((2, 3, 2), activation, seed=2)
        before = network.copy()
        velocity = [np.zeros_like(p) for p in (*network.weights, *network.biases)]
        step(network, velocity, X, y, rate=0.1)
        for name in ("weights", "biases"):
            for old, new in zip(getattr(before, name), getattr(network, name), strict=True):
                for index in np.ndindex(old.shape):
                    kept, h = old[index], 1e-6
                    old[index] = kept + h
                    above = loss(before, X, y)
                    old[index] = kept - h
                    slope = (above - loss(before, X, y)) / (2 * h)
                    old[index] = kept
                    assert new[index] - kept == pytest.approx(-0.1 * slope, abs=1e-9)

    def test_momentum_adds_the_last_step(self):
        network = Network([np.zeros((1, 2))], [np.zeros(2)], IDENTITY)
        velocity = [np.ones((1, 2)), np.zeros(2)]
        step(network, velocity, np.zeros((2, 1)), np.array([0, 1]), rate=1.0, momentum=0.5)
        np.testing.assert_array_equal(network.weights[0], 0.5)


class TestTrain:
    def test_solves_moons(self):
        done = train(*moons(200), (16,), rate=0.5, momentum=0.9, epochs=100, batch=None)
        assert done.accuracies[-1] > 0.98
        assert done.losses[-1] < 0.1 < done.losses[0]

    def test_gives_the_same_network_for_the_same_seed(self):
        X, y = spirals(60)
        first, second = (train(X, y, (4,), epochs=2, batch=16, seed=5).network for _ in range(2))
        other = train(X, y, (4,), epochs=2, batch=16, seed=6).network
        np.testing.assert_array_equal(first.weights[0], second.weights[0])
        assert not np.array_equal(first.weights[0], other.weights[0])

    def test_measures_before_training_and_after_each_epoch(self):
        X, y = xor()
        seen = train(
            X, y, (3,), held_out=(X, y), epochs=4, record={"size": lambda n: np.abs(n.weights[0])}
        )
        lengths = (seen.losses, seen.accuracies, seen.held_out_accuracies, seen.recorded["size"])
        assert [len(values) for values in lengths] == [5] * 4
        np.testing.assert_array_equal(seen.accuracies, seen.held_out_accuracies)
        np.testing.assert_array_equal(
            seen.recorded["size"][0], np.abs(start_network((2, 3, 2), "relu").weights[0])
        )

    def test_every_sample_is_used_once_an_epoch(self):
        """With a linear network at rate 0+ the sum of the batch steps is the full step."""
        X, y = moons(48, seed=3)
        steps = []
        for batch in (None, 16):
            start = start_network((2, 2), IDENTITY, seed=0)
            done = train(X, y, (), IDENTITY, rate=1e-6, epochs=1, batch=batch)
            steps.append(done.network.weights[0] - start.weights[0])
        np.testing.assert_allclose(steps[1], 3 * steps[0], rtol=1e-4)

    def test_refuses_an_unknown_start(self):
        with pytest.raises(ValueError, match="use one of he, xavier"):
            train(*xor(), start="hee")


class TestGeneratedData:
    @pytest.mark.parametrize("generate", [spirals, moons, xor])
    def test_comes_from_its_seed(self, generate):
        first, again, other = (generate(20, noise=0.1, seed=seed) for seed in (1, 1, 2))
        np.testing.assert_array_equal(first[0], again[0])
        assert not np.array_equal(first[0], other[0])
        assert first[0].shape == (20, 2)
        assert first[1].dtype == np.int64

    def test_one_spiral_is_the_other_turned_by_half_a_circle(self):
        X, y = spirals(100, noise=0)
        np.testing.assert_allclose(X[y == 0], -X[y == 1], atol=1e-15)
        assert np.linalg.norm(X[y == 0][-1]) == pytest.approx(1)

    def test_moons_lie_on_two_half_circles(self):
        X, y = moons(50, noise=0)
        np.testing.assert_allclose(np.linalg.norm(X[y == 0], axis=1), 1)
        np.testing.assert_allclose(np.linalg.norm(X[y == 1] - [1, 0.5], axis=1), 1)

    def test_xor_is_one_where_the_bits_differ(self):
        X, y = xor()
        assert [(*row, label) for row, label in zip(X.tolist(), y, strict=True)] == [
            (0, 0, 0),
            (0, 1, 1),
            (1, 0, 1),
            (1, 1, 0),
        ]


class TestSplits:
    def test_hold_each_sample_once(self):
        parts = split(np.arange(10.0)[:, None], np.arange(10), held_out=3)
        assert len(parts.held_out.y) == 3
        assert sorted([*parts.training.y, *parts.held_out.y]) == list(range(10))

    def test_digits_are_1437_and_360_between_0_and_1(self):
        training, held_out = split_digits()
        assert (training.X.shape, held_out.X.shape) == ((1437, 64), (360, 64))
        assert (training.X.min(), training.X.max()) == (0, 1)

    def test_centring_uses_the_training_part_alone(self):
        training, held_out = split_digits("mean")
        np.testing.assert_allclose(training.X.mean(axis=0), 0, atol=1e-12)
        assert np.abs(held_out.X.mean(axis=0)).max() > 0.01
        standard = split_digits("standard").training.X
        assert set(standard.std(axis=0).round(9)) <= {0.0, 1.0}

    def test_unknown_centring_is_refused(self):
        with pytest.raises(ValueError, match="none, mean, standard"):
            centred(split_digits(), "median")

    def test_pooling_takes_the_mean_of_two_by_two(self):
        image = np.arange(16.0).reshape(1, 16)
        assert pooled(image, side=4).tolist() == [[2.5, 4.5, 10.5, 12.5]]
