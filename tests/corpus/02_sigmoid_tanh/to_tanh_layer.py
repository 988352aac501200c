# %% passed: halves everywhere, half the sum of w2 into the bias
def to_tanh_layer(W1, b1, w2, b2):
    return W1 / 2, b1 / 2, w2 / 2, b2 + w2.sum() / 2


# %% passed: a list
def to_tanh_layer(W1, b1, w2, b2):
    return [0.5 * W1, 0.5 * b1, 0.5 * w2, b2 + 0.5 * np.sum(w2)]


# %% passed: a named tuple, float64 throughout
from collections import namedtuple

Layer = namedtuple("Layer", "V1 c1 v2 c2")


def to_tanh_layer(W1, b1, w2, b2):
    W1, b1, w2 = (np.asarray(a, dtype=float) for a in (W1, b1, w2))
    return Layer(V1=W1 / 2, c1=b1 / 2, v2=w2 / 2, c2=float(b2) + float(np.sum(w2 / 2)))


# %% passed: all signs turned, because tanh is odd
def to_tanh_layer(W1, b1, w2, b2):
    return -0.5 * W1, -0.5 * b1, -0.5 * w2, b2 + np.mean(w2) * len(w2) / 2


# %% passed: hidden units in reverse order
def to_tanh_layer(W1, b1, w2, b2):
    V1 = (W1 / 2)[:, ::-1]
    return V1, (b1 / 2)[::-1], (w2 / 2)[::-1], b2 + 0.5 * w2 @ np.ones(w2.shape)


# %% passed: one saturated unit more in place of the bias
def to_tanh_layer(W1, b1, w2, b2):
    inputs = W1.shape[0]
    V1 = np.hstack([W1 / 2, np.zeros((inputs, 1))])
    return V1, np.append(b1 / 2, 50.0), np.append(w2, np.sum(w2)) / 2, b2


# %% passed: every unit twice with half its weight
def to_tanh_layer(W1, b1, w2, b2):
    V1, c1 = np.concatenate([W1, W1], axis=1) / 2, np.concatenate([b1, b1]) / 2
    return V1, c1, np.concatenate([w2, w2]) / 4, b2 + np.sum(w2) / 2


# %% passed: Python loops and lists
def to_tanh_layer(W1, b1, w2, b2):
    V1 = [[float(w) / 2 for w in row] for row in W1]
    c1 = [float(b) / 2 for b in b1]
    v2 = [float(w) / 2 for w in w2]
    return V1, c1, v2, float(b2) + math.fsum(v2)


# %% passed: copies divided in place, with a print
def to_tanh_layer(W1, b1, w2, b2):
    V1, c1, v2 = np.array(W1, dtype=float), np.array(b1, dtype=float), np.array(w2, dtype=float)
    for part in (V1, c1, v2):
        part /= 2
    c2 = np.array(b2 + v2.sum())
    print("new output bias", c2)
    return V1, c1, v2, c2


# %% passed: one lambda
to_tanh_layer = lambda W1, b1, w2, b2: (
    np.divide(W1, 2),
    np.divide(b1, 2),
    np.divide(w2, 2),
    b2 + np.dot(w2, np.full(len(w2), 0.5)),
)


# %% passed: units with a negative weight turned round
def to_tanh_layer(W1, b1, w2, b2):
    turn = np.where(w2 < 0, -1.0, 1.0)
    return W1 * turn / 2, b1 * turn / 2, np.abs(w2) / 2, b2 + np.sum(w2) / 2


# %% passed: four named parameters taken as star arguments
def to_tanh_layer(*parameters):
    *halves, b2 = [np.asarray(p, dtype=float) for p in parameters]
    V1, c1, v2 = (h * 0.5 for h in halves)
    return V1, c1, v2, b2 + v2.sum()


# %% failed T13: output bias left as it is
def to_tanh_layer(W1, b1, w2, b2):
    return W1 / 2, b1 / 2, w2 / 2, b2


# %% failed: only the output bias changed
def to_tanh_layer(W1, b1, w2, b2):
    return W1, b1, w2, b2 + np.sum(w2) / 2


# %% failed T11: nothing changed
def to_tanh_layer(W1, b1, w2, b2):
    return W1, b1, w2, b2


# %% failed T12: inner weights doubled
def to_tanh_layer(W1, b1, w2, b2):
    return 2 * W1, 2 * b1, w2 / 2, b2 + np.sum(w2) / 2


# %% failed T17: output weights doubled, bias lowered: the way back
def to_tanh_layer(W1, b1, w2, b2):
    return 2 * W1, 2 * b1, 2 * w2, b2 - np.sum(w2)


# %% failed T12: the two of the inner scale forgotten
def to_tanh_layer(W1, b1, w2, b2):
    return W1, b1, w2 / 2, b2 + np.sum(w2) / 2


# %% failed T14: hidden bias not halved
def to_tanh_layer(W1, b1, w2, b2):
    return W1 / 2, b1, w2 / 2, b2 + np.sum(w2) / 2


# %% failed: hidden weights not halved
def to_tanh_layer(W1, b1, w2, b2):
    return W1, b1 / 2, w2 / 2, b2 + np.sum(w2) / 2


# %% failed T15: output weights not halved
def to_tanh_layer(W1, b1, w2, b2):
    return W1 / 2, b1 / 2, w2, b2 + np.sum(w2) / 2


# %% failed T16: sum of w2 not halved
def to_tanh_layer(W1, b1, w2, b2):
    return W1 / 2, b1 / 2, w2 / 2, b2 + np.sum(w2)


# %% failed: sum halved twice
def to_tanh_layer(W1, b1, w2, b2):
    v2 = w2 / 2
    return W1 / 2, b1 / 2, v2, b2 + np.sum(v2) / 2


# %% failed: minus half the sum
def to_tanh_layer(W1, b1, w2, b2):
    return W1 / 2, b1 / 2, w2 / 2, b2 - np.sum(w2) / 2


# %% failed: mean in place of the sum
def to_tanh_layer(W1, b1, w2, b2):
    return W1 / 2, b1 / 2, w2 / 2, b2 + np.mean(w2) / 2


# %% failed T16: one half added, as though w2 were one
def to_tanh_layer(W1, b1, w2, b2):
    return W1 / 2, b1 / 2, w2 / 2, b2 + 0.5


# %% failed: number of units for their sum
def to_tanh_layer(W1, b1, w2, b2):
    return W1 / 2, b1 / 2, w2 / 2, b2 + len(w2) / 2


# %% failed: output bias halved too
def to_tanh_layer(W1, b1, w2, b2):
    return W1 / 2, b1 / 2, w2 / 2, (b2 + np.sum(w2)) / 2


# %% failed: everything halved and no more
def to_tanh_layer(W1, b1, w2, b2):
    return W1 / 2, b1 / 2, w2 / 2, b2 / 2


# %% failed: sum over the hidden biases
def to_tanh_layer(W1, b1, w2, b2):
    return W1 / 2, b1 / 2, w2 / 2, b2 + np.sum(b1) / 2


# %% failed: sum of absolute values
def to_tanh_layer(W1, b1, w2, b2):
    return W1 / 2, b1 / 2, w2 / 2, b2 + np.sum(np.abs(w2)) / 2


# %% failed: integer halves
def to_tanh_layer(W1, b1, w2, b2):
    return W1 // 2, b1 // 2, w2 // 2, b2 + np.sum(w2) / 2


# %% failed: buffers of the integer type
def to_tanh_layer(W1, b1, w2, b2):
    V1, c1, v2 = np.zeros_like(W1), np.zeros_like(b1), np.zeros_like(w2)
    V1[...], c1[...], v2[...] = W1 / 2, b1 / 2, w2 / 2
    return V1, c1, v2, b2 + np.sum(w2) / 2


# %% failed: everything through float32
def to_tanh_layer(W1, b1, w2, b2):
    W1, b1, w2 = np.float32(W1), np.float32(b1), np.float32(w2)
    return W1 / 2, b1 / 2, w2 / 2, np.float32(b2) + np.sum(w2) / 2


# %% failed: rounded to two decimals
def to_tanh_layer(W1, b1, w2, b2):
    parts = (W1 / 2, b1 / 2, w2 / 2, b2 + np.sum(w2) / 2)
    return tuple(np.round(part, 2) for part in parts)


# %% failed: hidden signs turned, output signs not
def to_tanh_layer(W1, b1, w2, b2):
    return -W1 / 2, -b1 / 2, w2 / 2, b2 + np.sum(w2) / 2


# %% failed: hidden weights reversed, the rest not
def to_tanh_layer(W1, b1, w2, b2):
    return W1[:, ::-1] / 2, b1 / 2, w2 / 2, b2 + np.sum(w2) / 2


# %% failed: order of the parts, output before hidden
def to_tanh_layer(W1, b1, w2, b2):
    return w2 / 2, b2 + np.sum(w2) / 2, W1 / 2, b1 / 2


# %% failed: order of the parts, biases last
def to_tanh_layer(W1, b1, w2, b2):
    return W1 / 2, w2 / 2, b1 / 2, b2 + np.sum(w2) / 2


# %% failed: hidden weights transposed
def to_tanh_layer(W1, b1, w2, b2):
    return W1.T / 2, b1 / 2, w2 / 2, b2 + np.sum(w2) / 2


# %% failed: half of w2 added entry by entry, an array for the output bias
def to_tanh_layer(W1, b1, w2, b2):
    return W1 / 2, b1 / 2, w2 / 2, b2 + w2 / 2


# %% failed: cumulative sum for the output bias
def to_tanh_layer(W1, b1, w2, b2):
    return W1 / 2, b1 / 2, w2 / 2, b2 + np.cumsum(w2) / 2


# %% failed: hidden shift instead of an output shift
def to_tanh_layer(W1, b1, w2, b2):
    return W1 / 2, b1 / 2 + 0.5, w2 / 2, b2


# %% failed: small-slope approximation, a quarter
def to_tanh_layer(W1, b1, w2, b2):
    return W1, b1, w2 / 4, b2 + np.sum(w2) / 2


# %% failed: only the last unit's weight in the bias
def to_tanh_layer(W1, b1, w2, b2):
    for w in w2:
        c2 = b2 + w / 2
    return W1 / 2, b1 / 2, w2 / 2, c2


# %% failed: logarithm two for one half
def to_tanh_layer(W1, b1, w2, b2):
    h = np.log(2)
    return W1 * h, b1 * h, w2 * h, b2 + h * np.sum(w2)


# %% failed: three parts only
def to_tanh_layer(W1, b1, w2, b2):
    return W1 / 2, b1 / 2, w2 / 2


# %% failed: the output bias only
def to_tanh_layer(W1, b1, w2, b2):
    return b2 + np.sum(w2) / 2


# %% failed: five parts
def to_tanh_layer(W1, b1, w2, b2):
    return W1 / 2, b1 / 2, w2 / 2, b2, np.sum(w2) / 2


# %% failed: a dict of the parts
def to_tanh_layer(W1, b1, w2, b2):
    return {"V1": W1 / 2, "c1": b1 / 2, "v2": w2 / 2, "c2": b2 + np.sum(w2) / 2}


# %% failed: the function rather than its parameters
def to_tanh_layer(W1, b1, w2, b2):
    return lambda X: np.tanh(X @ W1 / 2 + b1 / 2) @ w2 / 2 + b2 + np.sum(w2) / 2


# %% failed: a flat vector of all parameters
def to_tanh_layer(W1, b1, w2, b2):
    parts = (W1 / 2, b1 / 2, w2 / 2, b2 + np.sum(w2) / 2)
    return np.concatenate([np.ravel(part) for part in parts])


# %% failed: print instead of return
def to_tanh_layer(W1, b1, w2, b2):
    print(W1 / 2, b1 / 2, w2 / 2, b2 + np.sum(w2) / 2)


# %% failed: assigns the new names and returns nothing
def to_tanh_layer(W1, b1, w2, b2):
    V1, c1, v2 = W1 / 2, b1 / 2, w2 / 2
    c2 = b2 + v2.sum()


# %% failed: nested in one more tuple
def to_tanh_layer(W1, b1, w2, b2):
    return ((W1 / 2, b1 / 2, w2 / 2, b2 + np.sum(w2) / 2),)


# %% failed: strings
def to_tanh_layer(W1, b1, w2, b2):
    return "W1 / 2", "b1 / 2", "w2 / 2", "b2 + sum(w2) / 2"


# %% failed: nan for the output bias
def to_tanh_layer(W1, b1, w2, b2):
    return W1 / 2, b1 / 2, w2 / 2, np.nan


# %% failed: None for the output bias
def to_tanh_layer(W1, b1, w2, b2):
    return W1 / 2, b1 / 2, w2 / 2, print(b2 + np.sum(w2) / 2)


# %% failed: parameters of a network of one's own
rng = np.random.default_rng(0)


def to_tanh_layer(W1, b1, w2, b2):
    return rng.normal(size=W1.shape), rng.normal(size=b1.shape), rng.normal(size=w2.shape), 0.0


# %% failed: weights drawn from the global random state
def to_tanh_layer(W1, b1, w2, b2):
    V1 = W1 / 2 + 0.01 * np.random.standard_normal(W1.shape)
    return V1, b1 / 2, w2 / 2, b2 + np.sum(w2) / 2


# %% failed: halves once more at every call
factor = 1.0


def to_tanh_layer(W1, b1, w2, b2):
    global factor
    factor /= 2
    return W1 * factor, b1 * factor, w2 / 2, b2 + np.sum(w2) / 2


# %% failed: changes w2 where it may
def to_tanh_layer(W1, b1, w2, b2):
    c2 = b2 + np.sum(w2) / 2
    v2 = w2 / 2
    if w2.flags.writeable:
        w2[:] = 0
    return W1 / 2, b1 / 2, v2, c2


# %% failed|errored: in-place halves
def to_tanh_layer(W1, b1, w2, b2):
    W1 /= 2
    b1 /= 2
    w2 /= 2
    b2 += w2.sum()
    return W1, b1, w2, b2


# %% failed|errored: in-place product with one half
def to_tanh_layer(W1, b1, w2, b2):
    W1 *= 0.5
    b1 *= 0.5
    return W1, b1, w2 / 2, b2 + np.sum(w2) / 2


# %% failed|errored: only for as many units as inputs
def to_tanh_layer(W1, b1, w2, b2):
    half = np.eye(W1.shape[0]) / 2
    return W1 @ half, b1 @ half, w2 @ half, b2 + np.sum(w2) / 2


# %% failed|errored: two hidden units taken for granted
def to_tanh_layer(W1, b1, w2, b2):
    first, second = w2
    return W1 / 2, b1 / 2, w2 / 2, b2 + (first + second) / 2


# %% errored: the new names used before they exist
def to_tanh_layer(W1, b1, w2, b2):
    v2 = w2 / 2
    c2 = c2 + v2.sum()
    return W1 / 2, b1 / 2, v2, c2


# %% errored: one parameter for the whole network
def to_tanh_layer(network):
    W1, b1, w2, b2 = network
    return W1 / 2, b1 / 2, w2 / 2, b2 + np.sum(w2) / 2


# %% errored: the output bias taken for an array
def to_tanh_layer(W1, b1, w2, b2):
    b2[0] = b2[0] + np.sum(w2) / 2
    return W1 / 2, b1 / 2, w2 / 2, b2


# %% errored: an import that does not exist
def to_tanh_layer(W1, b1, w2, b2):
    from course_layers import halve

    return halve(W1, b1, w2, b2)


# %% errored: a product of shapes that never fit
def to_tanh_layer(W1, b1, w2, b2):
    return W1 / 2, b1 / 2, w2 / 2, b2 + np.ones(len(w2) + 1) @ w2 / 2


# %% failed|errored: a tuple of numbers bound to the name
to_tanh_layer = (0.5, 0.5, 0.5, 0.5)


# %% not_attempted: the stub
def to_tanh_layer(W1, b1, w2, b2):
    raise NotImplementedError
