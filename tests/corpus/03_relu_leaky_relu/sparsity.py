# %% passed: mean of a comparison
def sparsity(Z):
    return np.mean(np.asarray(Z) <= 0)


# %% passed: zeros of the activations counted
def sparsity(Z):
    activations = np.maximum(Z, 0)
    return np.sum(activations == 0) / np.size(activations)


# %% passed: one minus the fraction of positive entries
def sparsity(Z):
    return 1 - np.count_nonzero(np.asarray(Z) > 0) / np.size(Z)


# %% passed: a Python loop
def sparsity(Z):
    zeros, entries = 0, 0
    for value in np.ravel(Z).tolist():
        entries += 1
        if not value > 0:
            zeros += 1
    return zeros / entries


# %% passed: np.average over a flat list, a Python float, with a print
def sparsity(Z):
    flags = [1.0 if max(0.0, value) == 0 else 0.0 for value in np.asarray(Z).flat]
    print(len(flags))
    return float(np.average(flags))


# %% passed: a 0-d array
def sparsity(Z):
    return np.asarray(1.0 - np.heaviside(Z, 0.0).mean())


# %% passed: size and count of the positive entries by indexing
def sparsity(Z):
    Z = np.array(Z, ndmin=1)
    return (Z.size - Z[Z > 0].size) / Z.size


# %% passed: Fraction to float
from fractions import Fraction


def sparsity(Z):
    off = np.less_equal(Z, 0)
    return float(Fraction(int(off.sum()), int(np.size(off))))


# %% passed: mean of means over equal rows, by reshaping
sparsity = lambda Z: np.mean(np.reshape(np.sign(np.clip(Z, 0, None)), (1, -1)) == 0, axis=1).item()


# %% unstable: output over input is nan or zero, invalid at zero
def sparsity(Z):
    Z = np.asarray(Z, dtype=float)
    return np.mean(~(np.maximum(Z, 0) / Z > 0))


# %% failed: strictly negative
def sparsity(Z):
    return np.mean(np.asarray(Z) < 0)


# %% failed: zeros before the ReLU
def sparsity(Z):
    return np.mean(np.asarray(Z) == 0)


# %% failed: the fraction that is positive
def sparsity(Z):
    return np.mean(np.asarray(Z) > 0)


# %% failed: the fraction that is not negative
def sparsity(Z):
    return np.mean(np.asarray(Z) >= 0)


# %% failed: count instead of a fraction
def sparsity(Z):
    return np.sum(np.asarray(Z) <= 0)


# %% failed: percent
def sparsity(Z):
    return 100 * np.mean(np.asarray(Z) <= 0)


# %% failed: close to zero after the ReLU
def sparsity(Z):
    return np.mean(np.isclose(np.maximum(Z, 0), 0))


# %% failed: below one thousandth
def sparsity(Z):
    return np.mean(np.asarray(Z) < 1e-3)


# %% failed: divided by the number of samples
def sparsity(Z):
    Z = np.atleast_1d(Z)
    return np.sum(Z <= 0) / len(Z)


# %% failed: divided by the number of units
def sparsity(Z):
    Z = np.atleast_1d(Z)
    return np.sum(Z <= 0) / Z.shape[-1]


# %% failed: one value per unit
def sparsity(Z):
    return np.mean(np.atleast_1d(Z) <= 0, axis=0)


# %% failed: one value per sample
def sparsity(Z):
    return np.mean(np.atleast_1d(Z) <= 0, axis=-1)


# %% failed: shape (1,)
def sparsity(Z):
    return np.array([np.mean(np.asarray(Z) <= 0)])


# %% failed: keepdims
def sparsity(Z):
    return np.mean(np.atleast_1d(Z) <= 0, keepdims=True)


# %% failed: fraction of dead units
def sparsity(Z):
    return np.mean(np.all(np.atleast_1d(Z) <= 0, axis=0))


# %% failed: fraction of samples with all units off
def sparsity(Z):
    return np.mean(np.all(np.atleast_1d(Z) <= 0, axis=-1))


# %% failed: True if any entry is off
def sparsity(Z):
    return np.any(np.asarray(Z) <= 0)


# %% failed: zeros per living entry
@np.errstate(all="ignore")
def sparsity(Z):
    off = np.asarray(Z) <= 0
    return np.sum(off) / np.sum(~off)


# %% failed: mean activation
def sparsity(Z):
    return np.mean(np.maximum(Z, 0))


# %% failed: share of the negative mass
@np.errstate(all="ignore")
def sparsity(Z):
    return np.sum(np.minimum(Z, 0)) / -np.sum(np.abs(Z))


# %% failed: integer division
def sparsity(Z):
    return np.sum(np.asarray(Z) <= 0) // np.size(Z)


# %% failed: cut to integers first
def sparsity(Z):
    return np.mean(np.asarray(Z).astype(int) <= 0)


# %% failed: rounded to one decimal
def sparsity(Z):
    return round(float(np.mean(np.asarray(Z) <= 0)), 1)


# %% failed: mean in float32
def sparsity(Z):
    return np.float32(np.sum(np.asarray(Z) <= 0)) / np.float32(np.size(Z))


# %% failed: unequal zeros, distinct values
def sparsity(Z):
    distinct = np.unique(Z)
    return np.mean(distinct <= 0)


# %% failed: first row only
def sparsity(Z):
    return np.mean(np.atleast_1d(Z)[0] <= 0)


# %% failed: one entry more in the denominator
def sparsity(Z):
    return np.sum(np.asarray(Z) <= 0) / (np.size(Z) + 1)


# %% failed: one entry fewer in the denominator
def sparsity(Z):
    return np.sum(np.asarray(Z) <= 0) / max(np.size(Z) - 1, 1)


# %% failed: an epsilon in the denominator
def sparsity(Z):
    return np.sum(np.asarray(Z) <= 0) / (np.size(Z) + 1e-6)


# %% failed: text with a percent sign
def sparsity(Z):
    return f"{np.mean(np.asarray(Z) <= 0):.2%}"


# %% failed: zeros and entries as a pair
def sparsity(Z):
    return np.sum(np.asarray(Z) <= 0), np.size(Z)


# %% failed: the activations
def sparsity(Z):
    return np.maximum(Z, 0)


# %% failed: print instead of return
def sparsity(Z):
    print(np.mean(np.asarray(Z) <= 0))


# %% failed: None where nothing is off
def sparsity(Z):
    fraction = np.mean(np.asarray(Z) <= 0)
    if fraction > 0:
        return fraction


# %% failed: running mean over the calls
zeros, entries = 0, 0


def sparsity(Z):
    global zeros, entries
    zeros += int(np.sum(np.asarray(Z) <= 0))
    entries += np.size(Z)
    return zeros / entries


# %% failed: estimate from a random half
def sparsity(Z):
    flat = np.ravel(Z)
    return np.mean(np.random.choice(flat, size=flat.size) <= 0)


# %% failed: leaves the activations in Z where it may
def sparsity(Z):
    fraction = np.mean(np.asarray(Z) <= 0)
    if isinstance(Z, np.ndarray) and Z.flags.writeable:
        Z[...] = np.maximum(Z, 0)
    return fraction


# %% failed|errored: ReLU in place
def sparsity(Z):
    Z[Z < 0] = 0
    return np.mean(Z == 0)


# %% failed|errored: samples and units taken for granted
def sparsity(Z):
    samples, units = Z.shape
    return np.sum(Z <= 0) / (samples * units)


# %% failed|errored: loop over the entries of one dimension
def sparsity(Z):
    return sum(1 for value in Z if value <= 0) / len(Z)


# %% failed|errored: the method of an array on a number
def sparsity(Z):
    return (Z <= 0).sum() / Z.size


# %% errored: size called as a function
def sparsity(Z):
    return np.sum(np.asarray(Z) <= 0) / np.asarray(Z).size()


# %% errored: a misspelled name
def sparsity(Z):
    return np.mean(activation == 0)


# %% timed_out: counts without going on
def sparsity(Z):
    flat, k, zeros = np.ravel(Z), 0, 0
    while k < flat.size:
        if flat[k] <= 0:
            zeros = 1
    return zeros / flat.size


# %% not_attempted: the stub with words
def sparsity(Z):
    """Fraction of exact zeros after ReLU."""
    raise NotImplementedError("write your answer here")
