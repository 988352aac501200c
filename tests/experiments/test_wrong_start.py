"""Starting out wrong: what lesson 02 says of cross-entropy and squared error."""

import numpy as np
import pytest

from course_utils.experiments.wrong_start import train_from_wrong_starts


@pytest.fixture(scope="module")
def runs():
    return train_from_wrong_starts([0.0, 1.0, 3.0, 10.0])


def test_a_neutral_start_makes_no_difference(runs):
    assert runs.bce_accuracy[-1, 0] == runs.mse_accuracy[-1, 0]
    assert runs.bce_accuracy[-1, 0] == pytest.approx(0.964, abs=5e-4)


@pytest.mark.parametrize(
    ("run", "cross_entropy", "squared_error"),
    [(1, 0.959, 0.905), (2, 0.959, 0.041), (3, 0.917, 0.030)],
)
def test_squared_error_stays_where_it_is_confidently_wrong(runs, run, cross_entropy, squared_error):
    assert runs.bce_accuracy[-1, run] == pytest.approx(cross_entropy, abs=5e-4)
    assert runs.mse_accuracy[-1, run] == pytest.approx(squared_error, abs=5e-4)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_another_division_of_the_data_tells_the_same(seed):
    again = train_from_wrong_starts([1.0, 3.0], seed=seed)
    assert (again.bce_accuracy[-1] > 0.94).all()
    assert 0.87 < again.mse_accuracy[-1, 0] < again.bce_accuracy[-1, 0]
    assert again.mse_accuracy[-1, 1] < 0.05


def test_how_far_squared_error_gets_from_1_depends_on_the_rate_and_from_3_it_does_not():
    ends = [train_from_wrong_starts([1.0, 3.0], rate=r).mse_accuracy[-1] for r in (0.125, 0.5, 1.0)]
    from_1, from_3 = np.transpose(ends)
    assert from_1 == pytest.approx([0.059, 0.905, 0.970], abs=5e-4)
    assert (from_3 < 0.05).all()


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
