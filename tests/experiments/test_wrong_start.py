"""Starting out wrong: what lesson 02 says of cross-entropy and squared error."""

import numpy as np
import pytest

from course_utils.experiments.wrong_start import train_from_wrong_starts


@pytest.fixture(scope="module")
def runs():
    return train_from_wrong_starts([0.0, 1.0, 3.0, 10.0])


def test_a_neutral_start_makes_hardly_a_difference(runs):
    assert runs.bce_accuracy[-1, 0] == pytest.approx(runs.mse_accuracy[-1, 0], abs=0.01)


def test_a_wrong_start_is_wrong(runs):
    assert (runs.bce_accuracy[0, 1:] < 0.05).all()
    np.testing.assert_array_equal(runs.bce_accuracy[0], runs.mse_accuracy[0])


def test_losses_of_the_neutral_start_are_those_of_one_half(runs):
    assert runs.bce_loss[0, 0] == pytest.approx(np.log(2))
    assert runs.mse_loss[0, 0] == pytest.approx(0.125)


def test_it_is_measured_every_four_steps(runs):
    np.testing.assert_array_equal(runs.steps, np.arange(0, 201, 4))
    assert runs.bce_loss.shape == runs.mse_accuracy.shape == (51, 4)


def test_runs_do_not_influence_each_other(runs):
    alone = train_from_wrong_starts([3.0])
    np.testing.assert_allclose(alone.mse_loss[:, 0], runs.mse_loss[:, 2], rtol=1e-9)


@pytest.mark.parametrize("rate", [0.3, 1.0])
def test_both_losses_are_descended_at_the_stated_rate(rate):
    """From a neutral start the first 4 steps, written out for the halved squared error."""
    from course_utils.data import centred, load_breast_cancer, split

    data = load_breast_cancer()
    (X, y), _ = centred(split(data.X, data.y, 114, seed=3), "standard")
    found = train_from_wrong_starts([0.0], rate=rate, seed=3)
    for squared, losses in ((True, found.mse_loss), (False, found.bce_loss)):
        w, b = np.zeros(30), 0.0
        for _ in range(4):
            p = 1 / (1 + np.exp(-(X @ w + b)))
            upstream = (p - y) * (p * (1 - p) if squared else 1.0)
            w, b = w - rate * X.T @ upstream / len(y), b - rate * upstream.mean()
        p = 1 / (1 + np.exp(-(X @ w + b)))
        loss = np.mean((p - y) ** 2) / 2 if squared else -np.mean(np.log(np.where(y, p, 1 - p)))
        assert losses[1, 0] == pytest.approx(loss, rel=1e-9)
