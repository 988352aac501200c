# %% passed: shifted, then the logarithm of the sum subtracted
def log_softmax(logits, axis=-1):
    z = logits - np.max(logits, axis=axis, keepdims=True)
    return z - np.log(np.sum(np.exp(z), axis=axis, keepdims=True))


# %% passed: shifted, then np.logaddexp.reduce
def log_softmax(logits, axis=-1):
    z = np.asarray(logits, dtype=float)
    z = z - z.max(axis=axis, keepdims=True)
    return z - np.logaddexp.reduce(z, axis=axis, keepdims=True)


# %% passed: minus the logsumexp of the differences from each entry
def log_softmax(logits, axis=-1):
    z = np.moveaxis(np.asarray(logits, dtype=float), axis, -1)
    differences = z[..., None, :] - z[..., :, None]
    return np.moveaxis(-np.logaddexp.reduce(differences, axis=-1), -1, axis)


# %% passed: np.apply_along_axis, one row at a time
def one_row(row):
    shifted = row - row.max()
    return shifted - math.log(math.fsum(np.exp(shifted)))


def log_softmax(logits, axis=-1):
    return np.apply_along_axis(one_row, axis, np.asarray(logits, dtype=np.float64))


# %% passed: loops with math
def log_softmax(logits, axis=-1):
    z = np.moveaxis(np.asarray(logits), axis, -1)
    result = np.empty(z.shape)
    for index in np.ndindex(*z.shape[:-1]):
        row = z[index].astype(float).tolist()
        top = max(row)
        total = math.log(sum(math.exp(v - top) for v in row))
        result[index] = [(v - top) - total for v in row]
    return np.moveaxis(result, -1, axis)


# %% passed: working on a copy in place, nested lists
def log_softmax(logits, axis=-1):
    z = np.array(logits, dtype=float, order="C")
    z -= z.max(axis=axis, keepdims=True)
    z -= np.log(np.exp(z).sum(axis=axis, keepdims=True))
    return z.tolist()


# %% passed: logarithm of the probability, the shifted logit where that underflows, silenced
def log_softmax(logits, axis=-1):
    z = np.asarray(logits, dtype=float)
    z = z - z.max(axis=axis, keepdims=True)
    e = np.exp(z)
    total = e.sum(axis=axis, keepdims=True)
    with np.errstate(divide="ignore"):
        return np.where(e > 1e-300, np.log(e / total), z - np.log(total))


# %% passed: helper with keepdims and a swapped axis
def shifted_lse(z):
    return np.log(np.einsum("...i->...", np.exp(z)))[..., np.newaxis]


def log_softmax(logits, axis=-1):
    z = np.swapaxes(np.float64(logits), axis, -1)
    z = z - z.max(-1, keepdims=True)
    return np.swapaxes(z - shifted_lse(z), -1, axis)


# %% unstable X81: logits minus their logsumexp, the difference lost beside huge logits
def log_softmax(logits, axis=-1):
    top = np.max(logits, axis=axis, keepdims=True)
    return logits - (top + np.log(np.sum(np.exp(logits - top), axis=axis, keepdims=True)))


# %% unstable X81: logits minus np.logaddexp.reduce of them
def log_softmax(logits, axis=-1):
    z = np.asarray(logits, dtype=float)
    return z - np.logaddexp.reduce(z, axis=axis, keepdims=True)


# %% unstable: logarithm of the shifted softmax
def log_softmax(logits, axis=-1):
    e = np.exp(logits - np.max(logits, axis=axis, keepdims=True))
    return np.log(e / e.sum(axis=axis, keepdims=True))


# %% unstable: logarithm of the softmax, its warning silenced
@np.errstate(all="ignore")
def log_softmax(logits, axis=-1):
    e = np.exp(logits - np.max(logits, axis=axis, keepdims=True))
    return np.log(e / e.sum(axis=axis, keepdims=True))


# %% unstable: no shift
def log_softmax(logits, axis=-1):
    return logits - np.log(np.sum(np.exp(logits), axis=axis, keepdims=True))


# %% unstable: no shift, logarithm of the quotient
def log_softmax(logits, axis=-1):
    e = np.exp(logits)
    return np.log(e / np.sum(e, axis=axis, keepdims=True))


# %% unstable: 1e-300 added to the probability
def log_softmax(logits, axis=-1):
    e = np.exp(logits - np.max(logits, axis=axis, keepdims=True))
    return np.log(e / e.sum(axis=axis, keepdims=True) + 1e-300)


# %% unstable: infinite values replaced by np.nan_to_num
def log_softmax(logits, axis=-1):
    e = np.exp(logits - np.max(logits, axis=axis, keepdims=True))
    with np.errstate(divide="ignore"):
        return np.nan_to_num(np.log(e / e.sum(axis=axis, keepdims=True)))


# %% unstable: result not under -100
def log_softmax(logits, axis=-1):
    z = logits - np.max(logits, axis=axis, keepdims=True)
    return np.maximum(z - np.log(np.sum(np.exp(z), axis=axis, keepdims=True)), -100)


# %% unstable: shifted by the maximum of the whole array
def log_softmax(logits, axis=-1):
    z = logits - np.max(logits)
    return z - np.log(np.sum(np.exp(z), axis=axis, keepdims=True))


# %% unstable: shifted by the minimum
def log_softmax(logits, axis=-1):
    z = logits - np.min(logits, axis=axis, keepdims=True)
    return z - np.log(np.sum(np.exp(z), axis=axis, keepdims=True))


# %% unstable: logits clipped to 700
def log_softmax(logits, axis=-1):
    z = np.clip(logits, -700, 700)
    return z - np.log(np.sum(np.exp(z), axis=axis, keepdims=True))


# %% failed: 1e-7 added to the probability
def log_softmax(logits, axis=-1):
    e = np.exp(logits - np.max(logits, axis=axis, keepdims=True))
    return np.log(e / e.sum(axis=axis, keepdims=True) + 1e-7)


# %% failed: shift taken from the numerator only
def log_softmax(logits, axis=-1):
    z = logits - np.max(logits, axis=axis, keepdims=True)
    with np.errstate(all="ignore"):
        return z - np.log(np.sum(np.exp(logits), axis=axis, keepdims=True))


# %% failed: shift taken from the denominator only
def log_softmax(logits, axis=-1):
    z = logits - np.max(logits, axis=axis, keepdims=True)
    return logits - np.log(np.sum(np.exp(z), axis=axis, keepdims=True))


# %% failed: divided by the logarithm of the sum
def log_softmax(logits, axis=-1):
    z = logits - np.max(logits, axis=axis, keepdims=True)
    with np.errstate(all="ignore"):
        return z / np.log(np.sum(np.exp(z), axis=axis, keepdims=True))


# %% failed: logarithm of the sum added
def log_softmax(logits, axis=-1):
    z = logits - np.max(logits, axis=axis, keepdims=True)
    return z + np.log(np.sum(np.exp(z), axis=axis, keepdims=True))


# %% failed: the negative log probability
def log_softmax(logits, axis=-1):
    z = logits - np.max(logits, axis=axis, keepdims=True)
    return np.log(np.sum(np.exp(z), axis=axis, keepdims=True)) - z


# %% failed: the softmax
def log_softmax(logits, axis=-1):
    e = np.exp(logits - np.max(logits, axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


# %% failed: softmax of the logarithms
def log_softmax(logits, axis=-1):
    z = np.log(np.abs(np.asarray(logits, dtype=float)) + 1e-12)
    e = np.exp(z - z.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


# %% failed: log softmax applied to probabilities
def log_softmax(logits, axis=-1):
    p = np.exp(logits - np.max(logits, axis=axis, keepdims=True))
    p = p / p.sum(axis=axis, keepdims=True)
    return p - np.log(np.sum(np.exp(p), axis=axis, keepdims=True))


# %% failed: logarithm base ten of the probability
def log_softmax(logits, axis=-1):
    z = logits - np.max(logits, axis=axis, keepdims=True)
    return (z - np.log(np.sum(np.exp(z), axis=axis, keepdims=True))) / np.log(10)


# %% failed: logarithm base two of the sum
def log_softmax(logits, axis=-1):
    z = logits - np.max(logits, axis=axis, keepdims=True)
    return z - np.log2(np.sum(np.exp(z), axis=axis, keepdims=True))


# %% failed: the log sigmoid of each entry
def log_softmax(logits, axis=-1):
    return -np.logaddexp(0, -np.asarray(logits, dtype=float))


# %% failed: only shifted by the maximum
def log_softmax(logits, axis=-1):
    return logits - np.max(logits, axis=axis, keepdims=True)


# %% failed: the sum over the whole array
def log_softmax(logits, axis=-1):
    z = logits - np.max(logits)
    return z - np.log(np.sum(np.exp(z)))


# %% failed: mean in place of the sum
def log_softmax(logits, axis=-1):
    z = logits - np.max(logits, axis=axis, keepdims=True)
    return z - np.log(np.mean(np.exp(z), axis=axis, keepdims=True))


# %% failed: axis 0 whatever is asked for
def log_softmax(logits, axis=-1):
    z = logits - np.max(logits, axis=0)
    return z - np.log(np.sum(np.exp(z), axis=0))


# %% failed: the last axis whatever is asked for
def log_softmax(logits, axis=-1):
    z = logits - np.max(logits, axis=-1, keepdims=True)
    return z - np.log(np.sum(np.exp(z), axis=-1, keepdims=True))


# %% failed|errored: axis 1 whatever is asked for
def log_softmax(logits, axis=-1):
    z = logits - np.max(logits, axis=1, keepdims=True)
    return z - np.log(np.sum(np.exp(z), axis=1, keepdims=True))


# %% failed|errored: the sum without keepdims
def log_softmax(logits, axis=-1):
    z = logits - np.max(logits, axis=axis, keepdims=True)
    return z - np.log(np.sum(np.exp(z), axis=axis))


# %% failed|errored: the maximum without keepdims
def log_softmax(logits, axis=-1):
    z = logits - np.max(logits, axis=axis)
    return z - np.log(np.sum(np.exp(z), axis=axis, keepdims=True))


# %% failed|errored: rows as columns by [:, None], right for the last axis of a matrix
def log_softmax(logits, axis=-1):
    z = logits - logits.max(axis=axis)[:, None]
    return z - np.log(np.exp(z).sum(axis=axis))[:, None]


# %% failed: buffer of the logits' type
def log_softmax(logits, axis=-1):
    result = np.empty_like(logits)
    z = logits - np.max(logits, axis=axis, keepdims=True)
    result[...] = z - np.log(np.sum(np.exp(z), axis=axis, keepdims=True))
    return result


# %% failed: everything through float32
def log_softmax(logits, axis=-1):
    z = np.clip(logits, -1e30, 1e30).astype(np.float32)
    z = z - z.max(axis=axis, keepdims=True)
    return z - np.log(np.sum(np.exp(z), axis=axis, keepdims=True))


# %% failed|errored: subtracts from the caller's array
def log_softmax(logits, axis=-1):
    logits -= np.max(logits, axis=axis, keepdims=True)
    return logits - np.log(np.sum(np.exp(logits), axis=axis, keepdims=True))


# %% failed: the log softmax of the first row for every row
def log_softmax(logits, axis=-1):
    z = np.moveaxis(np.asarray(logits, dtype=float), axis, -1)
    first = z.reshape(-1, z.shape[-1])[0]
    first = first - first.max()
    row = first - np.log(np.exp(first).sum())
    return np.moveaxis(np.broadcast_to(row, z.shape), -1, axis)


# %% failed: returned only where the array is a matrix
def log_softmax(logits, axis=-1):
    if np.ndim(logits) == 2:
        z = logits - np.max(logits, axis=axis, keepdims=True)
        return z - np.log(np.sum(np.exp(z), axis=axis, keepdims=True))


# %% failed: a function of the class comes back
def log_softmax(logits, axis=-1):
    z = logits - np.max(logits, axis=axis, keepdims=True)
    return lambda: z - np.log(np.sum(np.exp(z), axis=axis, keepdims=True))


# %% errored: a softmax that is not defined
def log_softmax(logits, axis=-1):
    return np.log(soft_max(logits, axis))


# %% errored: three arguments demanded
def log_softmax(logits, axis, temperature):
    z = (logits - np.max(logits, axis=axis, keepdims=True)) / temperature
    return z - np.log(np.sum(np.exp(z), axis=axis, keepdims=True))


# %% not_attempted: the stub
def log_softmax(logits, axis=-1):
    raise NotImplementedError
