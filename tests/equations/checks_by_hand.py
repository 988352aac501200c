"""What the reader of formulas cannot check by itself, written out with mpmath.

Each check returns claims (left, relation, right), the right side as the lesson has it. `slip`
stands where a factor is easily forgotten: with another value than 1 at least one claim must fail,
and a test demands that it does.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable

import numpy as np
from mpmath import mp, mpf

Claims = list[tuple[mpf, str, mpf]]


def polygon_is_a_sum_of_hinges(slip: int = 1) -> Claims:
    """c_0 = m_0 and c_k = m_k − m_(k−1) make g the polygon through all knots."""
    t = [mpf(x) for x in ("-1.3", "-0.2", "0.9", "1.1", "2.6")]
    y = [mpf(x) for x in ("0.7", "-1.1", "0.4", "2.3", "-0.6")]
    m = [(y[k + 1] - y[k]) / (t[k + 1] - t[k]) for k in range(4)]
    c = [m[0], *(m[k] - slip * m[k - 1] for k in range(1, 4))]

    def g(at: mpf) -> mpf:
        return y[0] + mp.fsum(c[k] * max(at - t[k], mpf(0)) for k in range(4))

    inner = [(k, mpf(share) / 7) for k in range(4) for share in range(8)]
    return [(g(t[k] + s * (t[k + 1] - t[k])), "=", y[k] + s * (y[k + 1] - y[k])) for k, s in inner]


def _chord_error(f: Callable, u: mpf, v: mpf, x: mpf) -> mpf:
    return f(x) - (f(u) + (x - u) / (v - u) * (f(v) - f(u)))


def chord_error_has_its_xi(slip: int = 1) -> Claims:
    """exp″ grows from u to v, so the ξ of the lesson exists if 2K lies between its ends."""
    u, v = mpf("-0.4"), mpf("1.3")
    claims: Claims = []
    for x in (mpf("-0.3"), mpf("0.5"), mpf("1.2")):
        twice_k = slip * 2 * _chord_error(mp.exp, u, v, x) / ((x - u) * (x - v))
        xi = mp.log(twice_k)
        claims += [(u, "<", xi), (xi, "<", v)]
    square = _chord_error(lambda t: t**2, u, v, mpf("0.5"))  # here f″ is 2 wherever ξ lies
    claims.append((square, "=", slip * mpf(1) / 2 * 2 * (mpf("0.5") - u) * (mpf("0.5") - v)))
    return claims


def chord_error_is_bounded(slip: int = 1) -> Claims:
    """For a parabola the bound is reached in the middle, for the sine with M = 1 it is kept."""
    u, v = mpf("0.2"), mpf("1.9")
    bound = slip * (v - u) ** 2 / 8
    middle = abs(_chord_error(lambda t: t**2 / 2, u, v, (u + v) / 2))
    places = [u + (v - u) * k / 20 for k in range(21)]
    claims: Claims = [(abs(_chord_error(mp.sin, u, v, x)), "<=", bound) for x in places]
    return [*claims, (middle, "=", bound)]


def central_difference(slip: int = 1) -> Claims:
    """What the quotient is off is h² f‴/6, up to a term in h⁴."""
    h, z = mpf("1e-8"), mpf("0.7")
    quotient = (mp.sin(z + h) - mp.sin(z - h)) / (2 * h)
    off = quotient - (mp.cos(z) + slip * h**2 / 6 * -mp.cos(z))
    return [(abs(quotient - mp.cos(z)), "<", h**2), (abs(off), "<", h**4)]


def taylor_to_the_third_order(slip: int = 1) -> Claims:
    """Both signs: what the four terms leave is smaller than h⁴."""
    h, z = mpf("1e-8"), mpf("0.7")
    claims: Claims = []
    for sign in (1, -1):
        series = (
            mp.sin(z)
            + sign * h * mp.cos(z)
            + h**2 / 2 * -mp.sin(z)
            + sign * slip * h**3 / 6 * -mp.cos(z)
        )
        claims.append((abs(mp.sin(z + sign * h) - series), "<", h**4))
    return claims


def best_fit_keeps_the_sums(slip: int = 1) -> Claims:
    """Where the cross-entropy of a line is smallest, found by its differences, the sums agree."""
    x = [mpf(n) for n in (-2, -1, 0, 1, 2, 3)]
    y = [0, 0, 1, 0, 1, 1]

    def loss(w: mpf, b: mpf) -> mpf:
        zs = [w * one + b for one in x]
        return mp.fsum(mp.log1p(mp.exp(z)) - z * label for z, label in zip(zs, y, strict=True))

    def slopes(w: mpf, b: mpf) -> list[mpf]:
        return [mp.diff(loss, (w, b), order) for order in ((1, 0), (0, 1))]

    w, b = mp.findroot(slopes, (mpf(1), mpf(0)))
    p = [1 / (1 + mp.exp(-(w * one + b))) for one in x]
    totals = (mp.fsum(p), mp.fsum(a * one for a, one in zip(p, x, strict=True)))
    wanted = (sum(y), mp.fsum(label * one for label, one in zip(y, x, strict=True)))
    return [(a, "=", slip * mpf(b)) for a, b in zip(totals, wanted, strict=True)]


def slope_through_many_layers(slip: int = 1) -> Claims:
    """Four layers of one unit each: the slope of the last activation, by differences."""
    w = [None, None, mpf("1.7"), mpf("-0.8"), mpf("2.1")]
    b = [None, None, mpf("0.3"), mpf("0.2"), mpf("-0.9")]

    def sigmoid(t: mpf) -> mpf:
        return 1 / (1 + mp.exp(-t))

    def scores(z: mpf) -> list[mpf]:
        found = [z]
        for layer in (2, 3, 4):
            found.append(w[layer] * sigmoid(found[-1]) + b[layer])
        return found

    z1 = mpf("0.6")
    slope = mp.diff(lambda z: sigmoid(scores(z)[-1]), z1)
    slopes = [sigmoid(z) * (1 - sigmoid(z)) for z in scores(z1)]
    return [(slope, "=", mp.fprod([*slopes, *w[2:]]) * slip)]


def variance_of_a_sum_of_products(slip: int = 1) -> Claims:
    """Every case of three weights with mean 0 and three inputs whose mean is not 0."""
    weights = [mpf(x) for x in (-2, "0.5", "1.5")]
    inputs = [mpf(x) for x in ("0.3", "1.1")]
    pairs = [a * b for a in weights for b in inputs]
    sums = [a + b + c for a, b, c in itertools.product(pairs, repeat=3)]
    return [(_variance(sums), "=", slip * 3 * _variance(weights) * _mean_square(inputs))]


def he_keeps_the_variance(slip: int = 1) -> Claims:
    """One layer of ReLU with Var(w) = 2/n, for pre-activations that are symmetric about 0."""
    n = 3
    z = [mpf(x) for x in (-2, "-0.7", "0.7", 2)]
    spread = mp.sqrt(slip * mpf(2) / n)
    pairs = [w * max(one, mpf(0)) for w in (-spread, spread) for one in z]
    following = [mp.fsum(terms) for terms in itertools.product(pairs, repeat=n)]
    return [(_variance(following), "=", _variance(z))]


def _variance(numbers: list[mpf]) -> mpf:
    mean = mp.fsum(numbers) / len(numbers)
    return _mean_square([number - mean for number in numbers])


def _mean_square(numbers: list[mpf]) -> mpf:
    return mp.fsum(number**2 for number in numbers) / len(numbers)


def _numbers(*shape: int, seed: int) -> np.ndarray:
    drawn = np.random.default_rng(seed).uniform(-2, 2, shape)
    return np.vectorize(mpf, otypes=[object])(drawn)


def _sigmoids(z: np.ndarray) -> np.ndarray:
    return np.vectorize(lambda t: 1 / (1 + mp.exp(-t)), otypes=[object])(z)


def step_back_through_a_layer(slip: int = 1) -> Claims:
    """Two samples, three lower and two upper units: each entry of δ by differences."""
    z, W, weights = _numbers(2, 3, seed=1), _numbers(3, 2, seed=2), _numbers(2, 2, seed=3)

    def loss_of_upper(u: np.ndarray) -> mpf:
        return mp.fsum((weights * u**2 + u).ravel())

    def loss(row: int, column: int, t: mpf) -> mpf:
        moved = z.copy()
        moved[row, column] = t
        return loss_of_upper(_sigmoids(moved) @ W)

    upper = 2 * weights * (_sigmoids(z) @ W) + 1
    slope = _sigmoids(z) * (1 - _sigmoids(z))
    lower = slip * (upper @ W.T) * slope
    places = itertools.product(range(2), range(3))
    return [(mp.diff(lambda t, at=at: loss(*at, t), z[at]), "=", lower[at]) for at in places]


def _norm(vector: np.ndarray) -> mpf:
    return mp.sqrt(mp.fsum(entry**2 for entry in vector.ravel()))


def _largest_singular_value(W: np.ndarray) -> mpf:
    return max(mp.svd_r(mp.matrix(W.tolist()), compute_uv=False))


def bound_through_many_layers(slip: int = 1) -> Claims:
    """δ through three matrices; with z = 0 and the worst direction a step reaches its bound."""
    Ws = [_numbers(3, 3, seed=seed) for seed in (5, 6, 7)]
    deltas = [_numbers(1, 3, seed=8)]
    claims: Claims = []
    for layer, W in enumerate(Ws):
        s = _sigmoids(_numbers(1, 3, seed=9 + layer))
        deltas.append((deltas[-1] @ W.T) * s * (1 - s))
        bound = slip * _largest_singular_value(W) / 4 * _norm(deltas[-2])
        claims.append((_norm(deltas[-1]), "<=", bound))
    sizes = mp.fprod(_largest_singular_value(W) for W in Ws)
    claims.append((_norm(deltas[-1]), "<=", slip * sizes / 4**3 * _norm(deltas[0])))
    turn = np.array([[mpf("0.6"), mpf("0.8")], [mpf("-0.8"), mpf("0.6")]]) * 3
    delta = _numbers(1, 2, seed=20)
    claims.append((_norm((delta @ turn.T) / 4), "=", slip * mpf(3) / 4 * _norm(delta)))
    return claims


def mean_square_of_a_step_back(slip: int = 1) -> Claims:
    """Every case of two upper units, with slopes and δ independent, as the lesson supposes."""
    weights = [mpf(x) for x in (-2, "0.5", "1.5")]
    deltas = [mpf(x) for x in ("-0.4", "1.3")]
    slopes = [mpf(x) for x in ("0.1", "0.25")]
    pairs = [a * b for a in weights for b in deltas]
    steps = [(a + b) * f for a, b in itertools.product(pairs, repeat=2) for f in slopes]
    right = 2 * _variance(weights) * _mean_square(slopes) * _mean_square(deltas)
    return [(_mean_square(steps), "=", slip * right)]
