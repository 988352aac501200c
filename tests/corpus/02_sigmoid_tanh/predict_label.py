# %% passed: bools
def predict_label(logits):
    return np.asarray(logits) > 0


# %% passed: integers by astype
def predict_label(logits):
    return (np.asarray(logits) > 0).astype(int)


# %% passed: np.where, zero counts as class one
def predict_label(logits):
    return np.where(np.asarray(logits) >= 0, 1, 0)


# %% passed: probability above one half, with a stable sigmoid
def predict_label(logits):
    z = np.asarray(logits, dtype=float)
    e = np.exp(-np.abs(z))
    probability = np.where(z >= 0, 1, e) / (1 + e)
    return (probability > 0.5) * 1


# %% passed: probability rounded, by tanh
def predict_label(logits):
    probability = 0.5 + 0.5 * np.tanh(np.asarray(logits, dtype=float) / 2)
    return np.rint(probability)


# %% passed: np.heaviside with zero at zero
def predict_label(logits):
    return np.heaviside(logits, 0)


# %% passed: sign with its negative half cut off
def predict_label(logits):
    return np.maximum(np.sign(logits), 0)


# %% passed: two thresholds on the odds, silenced
def predict_label(logits):
    with np.errstate(over="ignore"):
        return np.exp(np.asarray(logits, dtype=float)) > 1


# %% passed: naive sigmoid silenced, one half counts as class one
@np.errstate(all="ignore")
def predict_label(logits):
    probability = 1 / (1 + np.exp(-np.asarray(logits, dtype=float)))
    return np.greater_equal(probability, 0.5).astype(np.int8)


# %% passed: loop over np.ndindex
def predict_label(logits):
    logits = np.asarray(logits)
    labels = np.zeros(logits.shape, dtype=int)
    for index in np.ndindex(logits.shape):
        if logits[index] > 0:
            labels[index] = 1
    return labels


# %% passed: nested lists for arrays, a Python int for a number
def predict_label(logits):
    if np.ndim(logits):
        return [predict_label(entry) for entry in logits]
    return int(logits > 0)


# %% passed: np.vectorize with otypes, with a print
def label(z):
    print(z)
    return "yes" if z > 0 else ""


predict_label = np.vectorize(lambda z: bool(label(z)), otypes=[bool])


# %% passed: masks on a buffer of the input's type
def predict_label(logits):
    logits = np.asarray(logits)
    labels = np.zeros_like(logits)
    labels[logits > 0] = 1
    return labels


# %% passed: the more likely of two classes, by argmax
def predict_label(logits):
    logits = np.asarray(logits)
    return np.argmax(np.stack([np.zeros_like(logits), logits]), axis=0)


# %% passed: one minus the negative ones
import functools


def threshold(level, logits):
    return 1 - np.less_equal(logits, level)


predict_label = functools.partial(threshold, 0.0)


# %% unstable S7: probability by the naive sigmoid
def predict_label(logits):
    return (1 / (1 + np.exp(-np.asarray(logits, dtype=float))) > 0.5).astype(int)


# %% unstable: odds above one
def predict_label(logits):
    return np.exp(np.asarray(logits, dtype=float)) > 1


# %% unstable: exponential over one plus exponential, nan for large logits
def predict_label(logits):
    e = np.exp(np.asarray(logits, dtype=float))
    return np.where(e / (1 + e) >= 0.5, 1, 0)


# %% unstable: silenced, but nan is never above one half
def predict_label(logits):
    with np.errstate(all="ignore"):
        e = np.exp(np.asarray(logits, dtype=float))
        return e / (1 + e) > 0.5


# %% failed S30: threshold one half on the logits
def predict_label(logits):
    return (np.asarray(logits) > 0.5).astype(int)


# %% failed S30: one half or more on the logits, np.where
def predict_label(logits):
    return np.where(np.asarray(logits) >= 0.5, 1, 0)


# %% failed P1: the other class
def predict_label(logits):
    return np.asarray(logits) < 0


# %% failed: labels -1 and 1
def predict_label(logits):
    return np.where(np.asarray(logits) > 0, 1, -1)


# %% failed P3: the sign
def predict_label(logits):
    return np.sign(logits)


# %% failed: labels 1 and 2
def predict_label(logits):
    return (np.asarray(logits) > 0) + 1


# %% failed P2: probabilities, no labels
def predict_label(logits):
    return np.exp(-np.logaddexp(0, -np.asarray(logits, dtype=float)))


# %% failed S30: logits rounded and clipped
def predict_label(logits):
    return np.clip(np.round(logits), 0, 1)


# %% failed: logits truncated and clipped
def predict_label(logits):
    return np.clip(np.trunc(logits), 0, 1)


# %% failed P6: the sigmoid of the logits above zero, always one
def predict_label(logits):
    return np.exp(-np.logaddexp(0, -np.clip(logits, -600, 600))) > 0


# %% failed P6: the sigmoid taken twice before the threshold, always one
def predict_label(logits):
    z = np.asarray(logits, dtype=float)
    for _ in range(2):
        z = np.exp(-np.logaddexp(0, -z))
    return z > 0.5


# %% failed: threshold at one
def predict_label(logits):
    return np.asarray(logits) >= 1


# %% failed: threshold at the mean
def predict_label(logits):
    return np.asarray(logits) > np.mean(logits)


# %% failed: threshold at the median
def predict_label(logits):
    return np.asarray(logits) >= np.median(logits)


# %% failed: one for the largest logit only
def predict_label(logits):
    logits = np.asarray(logits)
    return (logits == logits.max()).astype(int)


# %% failed: index of the largest logit
def predict_label(logits):
    return np.argmax(logits)


# %% failed: argmax over the last axis
def predict_label(logits):
    return np.argmax(np.atleast_1d(logits), axis=-1)


# %% failed: any instead of entry by entry
def predict_label(logits):
    return np.any(np.asarray(logits) > 0)


# %% failed: confident only, threshold 0.9 on the probability
def predict_label(logits):
    return np.asarray(logits) > np.log(9)


# %% failed: magnitude of the logit
def predict_label(logits):
    return (np.abs(logits) > 0.5).astype(int)


# %% failed: unsure between -0.5 and 0.5 gets one half
def predict_label(logits):
    z = np.asarray(logits, dtype=float)
    return np.where(z > 0.5, 1.0, np.where(z < -0.5, 0.0, 0.5))


# %% failed: one half at zero, np.heaviside
def predict_label(logits):
    return np.heaviside(logits, 0.5)


# %% failed: nan at zero
def predict_label(logits):
    z = np.asarray(logits, dtype=float)
    with np.errstate(invalid="ignore"):
        return (z / np.abs(z) + 1) / 2


# %% failed: parity of the rounded logits
def predict_label(logits):
    return np.rint(logits).astype(int) % 2


# %% failed: astype(bool), every logit that is not zero
def predict_label(logits):
    return np.asarray(logits).astype(bool)


# %% failed: exponential above one half
def predict_label(logits):
    return np.exp(np.minimum(logits, 100)) > 0.5


# %% failed: a coin with the given probability
def predict_label(logits):
    z = np.asarray(logits, dtype=float)
    return np.random.random(z.shape) < np.exp(-np.logaddexp(0, -z))


# %% failed: words
def predict_label(logits):
    return np.where(np.asarray(logits) > 0, "malignant", "benign")


# %% failed: digits as characters
def predict_label(logits):
    return np.where(np.asarray(logits) > 0, "1", "0")


# %% failed: one word
def predict_label(logits):
    return "positive" if np.all(np.asarray(logits) > 0) else "negative"


# %% failed: indices of the positive logits
def predict_label(logits):
    return np.flatnonzero(np.asarray(logits) > 0)


# %% failed: the positive logits themselves
def predict_label(logits):
    logits = np.asarray(logits)
    return logits[logits > 0]


# %% failed: ReLU
def predict_label(logits):
    return np.maximum(logits, 0)


# %% failed: count of positive logits
def predict_label(logits):
    return np.count_nonzero(np.asarray(logits) > 0)


# %% failed: one-hot rows
def predict_label(logits):
    positive = np.asarray(logits) > 0
    return np.stack([~positive, positive], axis=-1).astype(int)


# %% failed: flattened
def predict_label(logits):
    return np.ravel(np.asarray(logits) > 0)


# %% failed: transposed
def predict_label(logits):
    return np.where(np.asarray(logits).T > 0, 1, 0)


# %% failed: shape (1,) for a number
def predict_label(logits):
    return (np.atleast_1d(logits) > 0).astype(int)


# %% failed: print instead of return
def predict_label(logits):
    print(np.asarray(logits) > 0)


# %% failed: returns within the loop, the first label only
def predict_label(logits):
    for z in np.ravel(logits):
        return 1 if z > 0 else 0


# %% failed: None where the answer is zero
def predict_label(logits):
    return np.vectorize(lambda z: 1 if z > 0 else None, otypes=[object])(logits)


# %% failed: a comparison object, never evaluated
def predict_label(logits):
    return lambda: np.asarray(logits) > 0


# %% failed: the comparison's method
def predict_label(logits):
    return np.asarray(logits).__gt__


# %% failed: a generator of labels
def predict_label(logits):
    return (int(z > 0) for z in np.ravel(logits))


# %% failed: one threshold per call, moved by what came before
level = 0.0


def predict_label(logits):
    global level
    labels = np.asarray(logits) > level
    level += 0.25
    return labels


# %% failed: overwrites inputs that it may write to
def predict_label(logits):
    labels = np.asarray(logits) > 0
    if isinstance(logits, np.ndarray) and logits.flags.writeable:
        logits[...] = labels
    return labels


# %% failed|errored: sets the argument's entries to 0 and 1
def predict_label(logits):
    logits[logits > 0] = 1
    logits[logits <= 0] = 0
    return logits


# %% failed|errored: only for numbers, an if on the argument
def predict_label(logits):
    if logits > 0:
        return 1
    return 0


# %% failed|errored: only for numbers, int of a comparison
def predict_label(logits):
    return int(logits > 0)


# %% failed|errored: only for arrays, a plain bool has no astype
def predict_label(logits):
    return (logits > 0).astype(int)


# %% failed|errored: iterates over the argument
def predict_label(logits):
    return np.array([1 if z > 0 else 0 for z in logits])


# %% failed|errored: math.exp on an array
def predict_label(logits):
    return 1 if 1 / (1 + math.exp(-logits)) > 0.5 else 0


# %% errored: a comparison with words
def predict_label(logits):
    return np.asarray(logits) > "0.5"


# %% errored: sigmoid not defined here
def predict_label(logits):
    return probability_of(logits) > 0.5


# %% errored: the threshold is a parameter without a value
def predict_label(logits, threshold):
    return np.asarray(logits) > threshold


# %% errored: np.threshold does not exist
def predict_label(logits):
    return np.threshold(logits, 0)


# %% errored: endless recursion over a number's entries
def predict_label(logits):
    return [predict_label(entry) for entry in np.atleast_1d(logits)]


# %% failed|errored: a number bound to the name
predict_label = 1


# %% not_attempted: the stub
def predict_label(logits):
    raise NotImplementedError


# %% failed P6: the sigmoid compared with 0
def predict_label(logits):
    with np.errstate(over="ignore"):
        return np.where(1 / (1 + np.exp(-np.asarray(logits, float))) > 0, 1, 0)
