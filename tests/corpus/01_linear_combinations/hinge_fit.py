# %% passed: changes of slope by np.diff with prepend
def hinge_fit(knots, values):
    slopes = np.diff(values) / np.diff(knots)
    return values[0], np.diff(slopes, prepend=0.0)


# %% passed: first slope and changes concatenated, a list of two
def hinge_fit(knots, values):
    m = (values[1:] - values[:-1]) / (knots[1:] - knots[:-1])
    return [float(values[0]), np.concatenate([m[:1], m[1:] - m[:-1]])]


# %% passed: a loop that remembers the slope before
def hinge_fit(knots, values):
    c, before = [], 0.0
    for k in range(len(knots) - 1):
        rise, run = float(values[k + 1]) - float(values[k]), float(knots[k + 1]) - float(knots[k])
        c.append(rise / run - before)
        before = rise / run
    return values[0], c


# %% passed: the triangular system solved
def hinge_fit(knots, values):
    t, y = np.asarray(knots, dtype=float), np.asarray(values, dtype=float)
    hinges = np.maximum(t[1:, None] - t[None, :-1], 0)
    return y[0], np.linalg.solve(hinges, y[1:] - y[0])


# %% passed: hinge after hinge, each takes away what is left over
def hinge_fit(knots, values):
    t = np.asarray(knots, dtype=float)
    rest = np.asarray(values, dtype=float) - values[0]
    c = np.zeros(len(t) - 1)
    for k in range(len(c)):
        c[k] = rest[k + 1] / (t[k + 1] - t[k])
        rest = rest - c[k] * np.maximum(t - t[k], 0)
    return np.asarray(values[0]), c


# %% passed: slopes in a buffer, differences in place from the right
def hinge_fit(knots, values):
    c = np.empty(len(knots) - 1, dtype=np.float64)
    c[:] = np.diff(values) / np.diff(knots)
    c[1:] -= c[:-1].copy()
    return values[0].item(), c


# %% passed: exact fractions
from fractions import Fraction


def hinge_fit(knots, values):
    t, y = [Fraction(v) for v in knots.tolist()], [Fraction(v) for v in values.tolist()]
    m = [Fraction(0)] + [(y[k + 1] - y[k]) / (t[k + 1] - t[k]) for k in range(len(t) - 1)]
    return float(y[0]), [float(after - before) for before, after in zip(m, m[1:])]


# %% passed: matrix of differences, named tuple
from typing import Any, NamedTuple


class Hinges(NamedTuple):
    y0: Any
    c: Any


def hinge_fit(knots, values):
    n = len(knots) - 1
    change = np.eye(n) - np.eye(n, k=-1)
    return Hinges(c=change @ (np.diff(values) / np.diff(knots)), y0=values[0])


# %% failed L15: slopes for changes of slope
def hinge_fit(knots, values):
    return values[0], np.diff(values) / np.diff(knots)


# %% failed L15: slopes for changes of slope, in a list
def hinge_fit(knots, values):
    pairs = list(zip(knots.tolist(), values.tolist()))
    return values[0], [(q[1] - p[1]) / (q[0] - p[0]) for p, q in zip(pairs, pairs[1:])]


# %% failed: knots one unit apart taken for granted
def hinge_fit(knots, values):
    return values[0], np.diff(np.diff(values), prepend=0.0)


# %% failed: equal spacing, the first gap for all
def hinge_fit(knots, values):
    return values[0], np.diff(np.diff(values), prepend=0.0) / (knots[1] - knots[0])


# %% failed: equal spacing, the mean gap for all
def hinge_fit(knots, values):
    slopes = np.diff(values) / np.mean(np.diff(knots))
    return values[0], np.diff(slopes, prepend=0.0)


# %% failed: run over rise
def hinge_fit(knots, values):
    with np.errstate(all="ignore"):
        return values[0], np.diff(np.diff(knots) / np.diff(values), prepend=0.0)


# %% failed: knots and values exchanged
def hinge_fit(knots, values):
    knots, values = values, knots
    with np.errstate(all="ignore"):
        return values[0], np.diff(np.diff(values) / np.diff(knots), prepend=0.0)


# %% failed: first slope left out, zero in its place
def hinge_fit(knots, values):
    slopes = np.diff(values) / np.diff(knots)
    c = np.zeros(len(slopes))
    c[1:] = np.diff(slopes)
    return values[0], c


# %% failed: changes only, one entry short
def hinge_fit(knots, values):
    slopes = np.diff(values) / np.diff(knots)
    return values[0], np.diff(slopes)


# %% failed: one entry too many, the last slope brought back to zero
def hinge_fit(knots, values):
    slopes = np.diff(values) / np.diff(knots)
    return values[0], np.diff(slopes, prepend=0.0, append=0.0)


# %% failed: hinges one knot late
def hinge_fit(knots, values):
    slopes = np.diff(values) / np.diff(knots)
    return values[0], np.roll(np.diff(slopes, prepend=0.0), 1)


# %% failed: hinges one knot early
def hinge_fit(knots, values):
    slopes = np.diff(values) / np.diff(knots)
    return values[0], np.append(np.diff(slopes), slopes[-1])


# %% failed: changes measured backwards
def hinge_fit(knots, values):
    slopes = np.diff(values) / np.diff(knots)
    return values[0], np.concatenate([slopes[:1], slopes[:-1] - slopes[1:]])


# %% failed: all signs turned
def hinge_fit(knots, values):
    slopes = np.diff(values) / np.diff(knots)
    return values[0], -np.diff(slopes, prepend=0.0)


# %% failed: slopes added up instead of subtracted
def hinge_fit(knots, values):
    return values[0], np.cumsum(np.diff(values) / np.diff(knots))


# %% failed: sum of the slopes before subtracted
def hinge_fit(knots, values):
    slopes = np.diff(values) / np.diff(knots)
    return values[0], slopes - (np.cumsum(slopes) - slopes)


# %% failed: change of slope divided by the gap, a second derivative
def hinge_fit(knots, values):
    slopes = np.diff(values) / np.diff(knots)
    return values[0], np.diff(slopes, prepend=0.0) / np.diff(knots)


# %% failed: slopes by np.gradient, averaged over two segments
def hinge_fit(knots, values):
    slopes = np.gradient(np.asarray(values, float), np.asarray(knots, float))[:-1]
    return values[0], np.diff(slopes, prepend=0.0)


# %% failed: the values as coefficients
def hinge_fit(knots, values):
    return values[0], values[1:]


# %% failed: rises not divided by the gaps
def hinge_fit(knots, values):
    return values[0], np.diff(values)


# %% failed: starts at zero
def hinge_fit(knots, values):
    slopes = np.diff(values) / np.diff(knots)
    return 0.0, np.diff(slopes, prepend=0.0)


# %% failed: value carried back to t = 0
def hinge_fit(knots, values):
    slopes = np.diff(values) / np.diff(knots)
    return values[0] - slopes[0] * knots[0], np.diff(slopes, prepend=0.0)


# %% failed: starts at the mean of the values
def hinge_fit(knots, values):
    slopes = np.diff(values) / np.diff(knots)
    return np.mean(values), np.diff(slopes, prepend=0.0)


# %% failed: starts at the last value
def hinge_fit(knots, values):
    slopes = np.diff(values) / np.diff(knots)
    return values[-1], np.diff(slopes, prepend=0.0)


# %% failed: starts at the first knot
def hinge_fit(knots, values):
    slopes = np.diff(values) / np.diff(knots)
    return knots[0], np.diff(slopes, prepend=0.0)


# %% failed: start of shape (1,)
def hinge_fit(knots, values):
    slopes = np.diff(values) / np.diff(knots)
    return values[:1], np.diff(slopes, prepend=0.0)


# %% failed: coefficients before the start
def hinge_fit(knots, values):
    slopes = np.diff(values) / np.diff(knots)
    return np.diff(slopes, prepend=0.0), values[0]


# %% failed: coefficients as a column
def hinge_fit(knots, values):
    slopes = np.diff(values) / np.diff(knots)
    return values[0], np.diff(slopes, prepend=0.0)[:, None]


# %% failed: coefficients only
def hinge_fit(knots, values):
    return np.diff(np.diff(values) / np.diff(knots), prepend=0.0)


# %% failed: start and coefficients in one array
def hinge_fit(knots, values):
    return np.append(values[0], np.diff(np.diff(values) / np.diff(knots), prepend=0.0))


# %% failed: the interpolation as a function
def hinge_fit(knots, values):
    return lambda t: np.interp(t, knots, values)


# %% failed: absolute changes of slope
def hinge_fit(knots, values):
    return values[0], np.abs(np.diff(np.diff(values) / np.diff(knots), prepend=0.0))


# %% failed: only upward changes of slope
def hinge_fit(knots, values):
    return values[0], np.maximum(np.diff(np.diff(values) / np.diff(knots), prepend=0.0), 0)


# %% failed: buffer of the type of the values
def hinge_fit(knots, values):
    c = np.zeros_like(values[1:])
    c[:] = np.diff(np.diff(values) / np.diff(knots), prepend=0.0)
    return values[0], c


# %% failed: floor division
def hinge_fit(knots, values):
    slopes = np.diff(values) // np.diff(knots)
    return values[0], np.diff(slopes, prepend=0)


# %% failed: start cut to an integer
def hinge_fit(knots, values):
    return int(values[0]), np.diff(np.diff(values) / np.diff(knots), prepend=0.0)


# %% failed: everything through float32
def hinge_fit(knots, values):
    knots, values = np.float32(knots), np.float32(values)
    return values[0], np.diff(np.diff(values) / np.diff(knots), prepend=np.float32(0))


# %% failed: rounded to two decimals
def hinge_fit(knots, values):
    c = np.diff(np.diff(values) / np.diff(knots), prepend=0.0)
    return values[0], np.round(c, 2)


# %% failed: an epsilon in the gaps
def hinge_fit(knots, values):
    return values[0], np.diff(np.diff(values) / (np.diff(knots) + 1e-6), prepend=0.0)


# %% failed: a straight line by least squares
def hinge_fit(knots, values):
    slope, _ = np.polyfit(np.asarray(knots, float), np.asarray(values, float), 1)
    c = np.zeros(len(knots) - 1)
    c[0] = slope
    return values[0], c


# %% failed: from the first knot to the last in one line
def hinge_fit(knots, values):
    c = np.zeros(len(knots) - 1)
    c[0] = (values[-1] - values[0]) / (knots[-1] - knots[0])
    return values[0], c


# %% failed: print instead of return
def hinge_fit(knots, values):
    print(values[0], np.diff(np.diff(values) / np.diff(knots), prepend=0.0))


# %% failed: nothing for a single segment
def hinge_fit(knots, values):
    if len(knots) > 2:
        return values[0], np.diff(np.diff(values) / np.diff(knots), prepend=0.0)


# %% failed: strings
def hinge_fit(knots, values):
    c = np.diff(np.diff(values) / np.diff(knots), prepend=0.0)
    return str(values[0]), [str(v) for v in c]


# %% failed: the last slope of the call before is where the first starts
last = 0.0


def hinge_fit(knots, values):
    global last
    slopes = np.diff(values) / np.diff(knots)
    c = np.diff(slopes, prepend=last)
    last = slopes[-1]
    return values[0], c


# %% failed: shifts the values to start at zero where it may
def hinge_fit(knots, values):
    start = values[0].item()
    c = np.diff(np.diff(values) / np.diff(knots), prepend=0.0)
    if values.flags.writeable:
        values -= values[0]
    return start, c


# %% failed|errored: values shifted in place
def hinge_fit(knots, values):
    start = values[0] + 0
    values -= start
    knots -= knots[0]
    return start, np.diff(np.diff(values) / np.diff(knots), prepend=0.0)


# %% failed|errored: loop past the last knot
def hinge_fit(knots, values):
    c = []
    for k in range(len(knots)):
        slope = (values[k + 1] - values[k]) / (knots[k + 1] - knots[k])
        c.append(slope - sum(c))
    return values[0], np.array(c)


# %% failed|errored: four knots taken for granted
def hinge_fit(knots, values):
    m0, m1, m2 = np.diff(values) / np.diff(knots)
    return values[0], np.array([m0, m1 - m0, m2 - m1])


# %% errored: one point at a time expected
def hinge_fit(points):
    knots, values = zip(*points)
    return values[0], np.diff(np.diff(values) / np.diff(knots), prepend=0.0)


# %% failed|errored: shapes (n,) and (n - 1,) divided
def hinge_fit(knots, values):
    return values[0], values[:, None].T.reshape(-1)[1:] / np.append(knots, [0, 0])


# %% timed_out: gradient descent until the error is exactly below zero
def hinge_fit(knots, values):
    t = np.asarray(knots, dtype=float)
    c = np.zeros(len(t) - 1)
    hinges = np.maximum(t[:, None] - t[:-1], 0)
    while np.sum((values[0] + hinges @ c - values) ** 2) >= 0:
        c = c * 0.5
    return values[0], c


# %% not_attempted: the stub
def hinge_fit(knots, values):
    raise NotImplementedError


# %% failed L53: changes only, the first slope is missing
def hinge_fit(knots, values):
    slopes = np.diff(values) / np.diff(knots)
    return values[0], np.diff(slopes)


# %% failed L53: a first weight of 0
def hinge_fit(knots, values):
    slopes = np.diff(values) / np.diff(knots)
    return values[0], np.append(0, np.diff(slopes))


# %% failed L54: old slope minus new slope
def hinge_fit(knots, values):
    slopes = np.diff(values) / np.diff(knots)
    return values[0], np.append(slopes[0], slopes[:-1] - slopes[1:])


# %% failed L55: run over rise
def hinge_fit(knots, values):
    slopes = np.diff(knots) / np.diff(values)
    return values[0], np.append(slopes[0], np.diff(slopes))


# %% failed L35: begins at the first knot instead of the first value
def hinge_fit(knots, values):
    slopes = np.diff(values) / np.diff(knots)
    return knots[0], np.append(slopes[0], np.diff(slopes))
