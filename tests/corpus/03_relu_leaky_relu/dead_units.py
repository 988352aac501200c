# %% passed: all pre-activations at most zero
def dead_units(Z):
    return np.all(Z <= 0, axis=0)


# %% passed: not any positive
def dead_units(Z):
    return ~np.any(Z > 0, axis=0)


# %% passed: largest pre-activation at most zero
def dead_units(Z):
    return Z.max(axis=0) <= 0


# %% passed: sum of the activations is zero
def dead_units(Z):
    return np.maximum(Z, 0).sum(axis=0) == 0


# %% passed: a list of Python bools
def dead_units(Z):
    return [all(value <= 0 for value in column) for column in Z.T.tolist()]


# %% passed: count of positive samples
def dead_units(Z):
    return np.count_nonzero(Z > 0, axis=0) == 0


# %% passed: sample by sample, a unit once alive stays alive
def dead_units(Z):
    dead = np.ones(Z.shape[1], dtype=bool)
    for z in Z:
        dead &= ~(z > 0)
    return dead


# %% passed: loop over units with a break and a print
def dead_units(Z):
    dead = []
    for k in range(Z.shape[1]):
        alive = False
        for n in range(Z.shape[0]):
            if Z[n, k] > 0:
                alive = True
                break
        print(k, alive)
        dead.append(not alive)
    return np.array(dead)


# %% passed: np.logical_and.reduce
dead_units = lambda Z: np.logical_and.reduce(np.less_equal(Z, 0), 0)


# %% passed: maximum of the activations, equality with zero
def dead_units(Z):
    return np.equal(np.amax(np.clip(Z, 0, None), axis=-2), 0)


# %% passed|failed: ones and zeros as integers
def dead_units(Z):
    return np.all(Z <= 0, axis=0).astype(int)


# %% unstable: logarithm of the largest activation, minus infinity for the dead
def dead_units(Z):
    return np.isneginf(np.log(np.maximum(Z, 0).max(axis=0)))


# %% failed R24: any for all
def dead_units(Z):
    return np.any(Z <= 0, axis=0)


# %% failed R24: smallest pre-activation for the largest
def dead_units(Z):
    return Z.min(axis=0) <= 0


# %% failed R26: strictly negative
def dead_units(Z):
    return np.all(Z < 0, axis=0)


# %% failed R26: largest pre-activation strictly negative
def dead_units(Z):
    return np.max(Z, axis=0) < 0


# %% failed: any and strict
def dead_units(Z):
    return (Z < 0).any(axis=0)


# %% failed: the living units
def dead_units(Z):
    return np.any(Z > 0, axis=0)


# %% failed: every sample positive
def dead_units(Z):
    return np.all(Z > 0, axis=0)


# %% failed: not every sample positive, the comparison with zero strict
def dead_units(Z):
    return ~np.all(Z >= 0, axis=0)


# %% failed: over the units, one entry per sample
def dead_units(Z):
    return np.all(Z <= 0, axis=1)


# %% failed: over the last axis
def dead_units(Z):
    return np.all(Z <= 0, axis=-1)


# %% failed: over everything
def dead_units(Z):
    return np.all(Z <= 0)


# %% failed: keepdims, shape (1, units)
def dead_units(Z):
    return np.all(Z <= 0, axis=0, keepdims=True)


# %% failed: squeezed, a number for one unit
def dead_units(Z):
    return np.squeeze(np.all(Z <= 0, axis=0))


# %% failed: exact zeros before the ReLU
def dead_units(Z):
    return np.all(Z == 0, axis=0)


# %% failed: mean pre-activation at most zero
def dead_units(Z):
    return Z.mean(axis=0) <= 0


# %% failed: sum of the pre-activations negative
def dead_units(Z):
    return np.sum(Z, axis=0) < 0


# %% failed: median at most zero
def dead_units(Z):
    return np.median(Z, axis=0) <= 0


# %% failed: off for at least nine samples out of ten
def dead_units(Z):
    return np.mean(Z <= 0, axis=0) >= 0.9


# %% failed: off for more than half of the samples
def dead_units(Z):
    return np.mean(Z <= 0, axis=0) > 0.5


# %% failed: at most one positive sample
def dead_units(Z):
    return np.sum(Z > 0, axis=0) <= 1


# %% failed: first sample only
def dead_units(Z):
    return Z[0] <= 0


# %% failed: last sample only
def dead_units(Z):
    for z in Z:
        dead = z <= 0
    return dead


# %% failed: last sample left out
def dead_units(Z):
    dead = np.ones(Z.shape[1], dtype=bool)
    for n in range(Z.shape[0] - 1):
        dead &= Z[n] <= 0
    return dead


# %% failed: first sample left out
def dead_units(Z):
    return np.all(Z[1:] <= 0, axis=0)


# %% failed: a batch of the first three samples
def dead_units(Z):
    return np.all(Z[:3] <= 0, axis=0)


# %% failed: constant activation
def dead_units(Z):
    return np.ptp(np.maximum(Z, 0), axis=0) == 0


# %% failed: activations close to zero
def dead_units(Z):
    return np.all(np.isclose(np.maximum(Z, 0), 0), axis=0)


# %% failed: largest activation below one thousandth
def dead_units(Z):
    return np.max(np.maximum(Z, 0), axis=0) < 1e-3


# %% failed: cut to integers first
def dead_units(Z):
    return np.all(Z.astype(int) <= 0, axis=0)


# %% failed: absolute values
def dead_units(Z):
    return np.all(np.abs(Z) <= 0, axis=0)


# %% failed: one entry per pre-activation
def dead_units(Z):
    return Z <= 0


# %% failed: indices of the dead units
def dead_units(Z):
    return np.flatnonzero(np.all(Z <= 0, axis=0))


# %% failed: number of dead units
def dead_units(Z):
    return np.sum(np.all(Z <= 0, axis=0))


# %% failed: fraction of dead units
def dead_units(Z):
    return np.mean(np.all(Z <= 0, axis=0))


# %% failed: fraction of samples in which each unit is off
def dead_units(Z):
    return np.mean(Z <= 0, axis=0)


# %% failed: words
def dead_units(Z):
    return np.where(np.all(Z <= 0, axis=0), "dead", "alive")


# %% failed: mask and count
def dead_units(Z):
    dead = np.all(Z <= 0, axis=0)
    return dead, dead.sum()


# %% failed: print instead of return
def dead_units(Z):
    print(np.all(Z <= 0, axis=0))


# %% failed: True or nothing
def dead_units(Z):
    return [True if dead else None for dead in np.all(Z <= 0, axis=0)]


# %% failed: -1 for alive
def dead_units(Z):
    return np.where(np.all(Z <= 0, axis=0), 1, -1)


# %% failed: returns inside the loop, the first unit only
def dead_units(Z):
    for column in Z.T:
        return bool(np.all(column <= 0))


# %% failed: memory order taken for rows
def dead_units(Z):
    return np.all(np.ravel(Z, order="K").reshape(Z.shape) <= 0, axis=0)


# %% failed: once alive in any call, alive for ever
alive = {}


def dead_units(Z):
    now = np.any(Z > 0, axis=0)
    alive[Z.shape[1]] = alive.get(Z.shape[1], False) | now
    return ~alive[Z.shape[1]]


# %% failed: leaves the activations in Z where it may
def dead_units(Z):
    dead = np.all(Z <= 0, axis=0)
    if Z.flags.writeable:
        np.maximum(Z, 0, out=Z)
    return dead


# %% failed|errored: ReLU in place
def dead_units(Z):
    Z[Z < 0] = 0
    return Z.sum(axis=0) == 0


# %% failed|errored: as many samples as units
def dead_units(Z):
    n = len(Z)
    return np.array([np.all(Z[:, k] <= 0) for k in range(n)])


# %% failed|errored: Python's all on rows
def dead_units(Z):
    return [all(row <= 0) for row in Z]


# %% errored: Python's all on a matrix
def dead_units(Z):
    return all(Z.tolist() <= 0)


# %% errored: an axis that is not there
def dead_units(Z):
    return np.all(Z <= 0, axis=2)


# %% errored: weights wanted too
def dead_units(X, W, b):
    return np.all(X @ W + b <= 0, axis=0)


# %% not_attempted: the stub
def dead_units(Z):
    raise NotImplementedError
