"""Short runs on the digits, and the deep network of sigmoids."""

import math

import numpy as np
import pytest

from course_utils import layers, losses
from course_utils.experiments import digits_runs
from course_utils.experiments.deep_sigmoid import accuracies_with_gain, accuracy_with_gain
from course_utils.experiments.digits_runs import digits_accuracies, digits_split, epochs_to_reach


def test_training_and_test_images_are_apart_and_centred():
    (X, y), (X_test, y_test) = digits_split()
    assert (X.shape, X_test.shape) == ((1437, 64), (360, 64))
    assert (len(y), len(y_test)) == (1437, 360)
    np.testing.assert_allclose(X.mean(axis=0), 0, atol=1e-12)
    assert np.mean(X**2) == pytest.approx(0.5, abs=0.05)


@pytest.mark.parametrize("activation", list(digits_runs.ACTIVATIONS))
def test_the_fast_gradients_are_those_of_the_course(activation):
    generator = np.random.default_rng(0)
    lean = digits_runs.ACTIVATIONS[activation]
    network = digits_runs._Network(lean, 3, 1.3, generator, forget_transpose=False)
    X, y = (part[:7] for part in digits_split().training)
    logits, caches = layers.forward(X, network.weights, network.biases, activation)
    upstream = losses.cross_entropy_gradient(logits, y)
    truth = layers.backward(upstream, caches, network.weights, activation)
    found = network.gradients(X, y)
    for one, other in zip(found, [*truth.weights, *truth.biases], strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-9, atol=1e-12)


def test_a_run_stops_at_its_target():
    run = digits_accuracies("tanh", 2, 1.0, 0.3, epochs=20, target=0.9)
    assert run[-1] >= 0.9
    assert max(run[:-1]) < 0.9


def test_a_run_repeats_itself():
    one, again = (digits_accuracies("relu", 2, 1.4, 0.1, epochs=2, seed=7) for _ in range(2))
    assert one == again


def test_a_target_that_is_not_reached_takes_no_number_of_epochs():
    assert epochs_to_reach(0.95, "sigmoid", 2, 1.0, 0.03, most=1) is None


@pytest.mark.parametrize("gain", [3.5, 4, 4.5, 5, 6])
def test_gains_around_four_repair_the_network_with_room_to_spare(gain):
    assert accuracy_with_gain(gain) >= 0.96


@pytest.mark.parametrize("gain", [0, 1, math.sqrt(2), 2, 20, 1e300])
def test_other_gains_do_not(gain):
    with np.errstate(all="raise", under="ignore", over="ignore"):
        assert accuracy_with_gain(gain) < 0.9


@pytest.mark.parametrize("gain", [math.nan, math.inf])
def test_a_gain_that_is_no_number_is_refused(gain):
    with pytest.raises(ValueError, match="must be a finite number"):
        accuracy_with_gain(gain)


def test_the_accuracy_before_training_stands_first():
    run = accuracies_with_gain(4)
    assert len(run) == 21
    assert run[0] < 0.2
