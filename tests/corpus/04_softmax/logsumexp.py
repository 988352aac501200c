# %% passed: maximum out, logarithm of what is left, maximum back
def logsumexp(logits, axis=-1):
    top = np.max(logits, axis=axis, keepdims=True)
    total = np.log(np.sum(np.exp(logits - top), axis=axis, keepdims=True)) + top
    return np.squeeze(total, axis=axis)


# %% passed: np.logaddexp.reduce
def logsumexp(logits, axis=-1):
    return np.logaddexp.reduce(np.asarray(logits, dtype=float), axis=axis)


# %% passed: axis moved to the front, broadcasting without keepdims
def logsumexp(logits, axis=-1):
    z = np.moveaxis(np.asarray(logits, dtype=float), axis, 0)
    top = z.max(axis=0)
    return top + np.log(np.exp(z - top).sum(axis=0))


# %% passed: one slice after another into a running result
def logsumexp(logits, axis=-1):
    z = np.moveaxis(np.array(logits, dtype=np.float64), axis, 0)
    total = z[0]
    for one in z[1:]:
        high, low = np.maximum(total, one), np.minimum(total, one)
        total = high + np.log1p(np.exp(low - high))
    return total


# %% passed: Python loop with math, nested lists
def logsumexp(logits, axis=-1):
    def of_row(row):
        top = max(row)
        return top + math.log(math.fsum(math.exp(v - top) for v in row))

    def of_rows(rows):
        return of_row(rows) if not isinstance(rows[0], list) else [of_rows(r) for r in rows]

    return of_rows(np.moveaxis(np.asarray(logits, dtype=float), axis, -1).tolist())


# %% passed: np.apply_along_axis
def logsumexp(logits, axis=-1):
    return np.apply_along_axis(
        lambda row: row.max() + np.log(np.exp(row - row.max()).sum()),
        axis,
        np.asarray(logits, dtype=float),
    )


# %% passed: log1p of everything but one largest entry
def logsumexp(logits, axis=-1):
    z = np.sort(np.asarray(logits, dtype=float), axis=axis)
    z = np.swapaxes(z, axis, -1)
    rest = np.exp(z[..., :-1] - z[..., -1:]).sum(axis=-1)
    result = z[..., -1] + np.log1p(rest)
    return np.swapaxes(result[..., None], axis, -1).squeeze(axis=axis)


# %% passed: largest logit minus the log of its own probability
def logsumexp(logits, axis=-1):
    z = np.asarray(logits, dtype=float)
    top = z.max(axis=axis)
    share = 1 / np.exp(z - np.expand_dims(top, axis)).sum(axis=axis)
    return top - np.log(share)


# %% unstable: no shift
def logsumexp(logits, axis=-1):
    return np.log(np.sum(np.exp(logits), axis=axis))


# %% unstable: no shift, infinite results replaced by the maximum
def logsumexp(logits, axis=-1):
    with np.errstate(all="ignore"):
        total = np.log(np.sum(np.exp(logits), axis=axis))
    return np.where(np.isfinite(total), total, np.max(logits, axis=axis))


# %% unstable: shifted by the maximum of the whole array
def logsumexp(logits, axis=-1):
    top = np.max(logits)
    return top + np.log(np.sum(np.exp(logits - top), axis=axis))


# %% unstable: shifted by the maximum of zero and the logits
def logsumexp(logits, axis=-1):
    top = np.maximum(0, np.max(logits, axis=axis))
    return top + np.log(np.sum(np.exp(logits - np.expand_dims(top, axis)), axis=axis))


# %% unstable: shifted by the minimum
def logsumexp(logits, axis=-1):
    low = np.min(logits, axis=axis, keepdims=True)
    return np.squeeze(low + np.log(np.sum(np.exp(logits - low), axis, keepdims=True)), axis)


# %% unstable: shifted by the mean
def logsumexp(logits, axis=-1):
    middle = np.mean(logits, axis=axis, keepdims=True)
    total = np.exp(logits - middle).sum(axis=axis)
    return np.log(total) + middle.squeeze(axis=axis)


# %% unstable: shifted by the largest absolute value
def logsumexp(logits, axis=-1):
    top = np.max(np.abs(logits), axis=axis)
    return top + np.log(np.exp(logits - np.expand_dims(top, axis)).sum(axis=axis))


# %% unstable: clipped to 700
def logsumexp(logits, axis=-1):
    return np.log(np.exp(np.clip(logits, -700, 700)).sum(axis=axis))


# %% failed: the maximum not put back
def logsumexp(logits, axis=-1):
    top = np.max(logits, axis=axis, keepdims=True)
    return np.log(np.sum(np.exp(logits - top), axis=axis))


# %% failed: the maximum subtracted a second time
def logsumexp(logits, axis=-1):
    top = np.max(logits, axis=axis, keepdims=True)
    return np.log(np.sum(np.exp(logits - top), axis=axis)) - np.squeeze(top, axis=axis)


# %% failed: the maximum multiplied back, as an exponential would be
def logsumexp(logits, axis=-1):
    top = np.max(logits, axis=axis)
    return top * np.log(np.sum(np.exp(logits - np.expand_dims(top, axis)), axis=axis))


# %% failed: only the maximum
def logsumexp(logits, axis=-1):
    return np.max(logits, axis=axis)


# %% failed: axis kept with length one
def logsumexp(logits, axis=-1):
    top = np.max(logits, axis=axis, keepdims=True)
    return top + np.log(np.sum(np.exp(logits - top), axis=axis, keepdims=True))


# %% failed|errored: the maximum without keepdims
def logsumexp(logits, axis=-1):
    top = np.max(logits, axis=axis)
    return top + np.log(np.sum(np.exp(logits - top), axis=axis))


# %% failed|errored: maximum with keepdims added to a sum without, rows against rows
def logsumexp(logits, axis=-1):
    top = np.max(logits, axis=axis, keepdims=True)
    return top + np.log(np.sum(np.exp(logits - top), axis=axis))


# %% failed: over the whole array
def logsumexp(logits, axis=-1):
    top = np.max(logits)
    return top + np.log(np.sum(np.exp(logits - top)))


# %% failed: axis 0 whatever is asked for
def logsumexp(logits, axis=-1):
    return np.logaddexp.reduce(np.asarray(logits, dtype=float), axis=0)


# %% failed: the last axis whatever is asked for
def logsumexp(logits, axis=-1):
    return np.logaddexp.reduce(np.asarray(logits, dtype=float), axis=-1)


# %% failed|errored: axis 1 whatever is asked for
def logsumexp(logits, axis=-1):
    return np.logaddexp.reduce(np.asarray(logits, dtype=float), axis=1)


# %% failed: the default axis is 0
def logsumexp(logits, axis=0):
    return np.logaddexp.reduce(np.asarray(logits, dtype=float), axis=axis)


# %% failed: every axis of length one removed
def logsumexp(logits, axis=-1):
    z = np.asarray(logits, dtype=float)
    return np.squeeze(np.logaddexp.reduce(z, axis=axis, keepdims=True))


# %% failed: mean in place of the sum
def logsumexp(logits, axis=-1):
    top = np.max(logits, axis=axis, keepdims=True)
    total = top + np.log(np.mean(np.exp(logits - top), axis=axis, keepdims=True))
    return total.squeeze(axis=axis)


# %% failed: sum of the logarithms of the exponentials
def logsumexp(logits, axis=-1):
    return np.sum(logits, axis=axis)


# %% failed: exponential of the sum of the logarithms left out, logarithm of the sum
def logsumexp(logits, axis=-1):
    with np.errstate(all="ignore"):
        return np.log(np.sum(logits, axis=axis))


# %% failed: the sum of exponentials without the logarithm
def logsumexp(logits, axis=-1):
    with np.errstate(all="ignore"):
        return np.sum(np.exp(logits), axis=axis)


# %% failed: logarithm base ten
def logsumexp(logits, axis=-1):
    top = np.max(logits, axis=axis)
    return top + np.log10(np.sum(np.exp(logits - np.expand_dims(top, axis)), axis=axis))


# %% failed: powers of two, np.logaddexp2
def logsumexp(logits, axis=-1):
    return np.logaddexp2.reduce(np.asarray(logits, dtype=float), axis=axis)


# %% failed: log1p of the sum
def logsumexp(logits, axis=-1):
    top = np.max(logits, axis=axis)
    return top + np.log1p(np.sum(np.exp(logits - np.expand_dims(top, axis)), axis=axis))


# %% failed: 1e-6 added under the logarithm
def logsumexp(logits, axis=-1):
    top = np.max(logits, axis=axis)
    return top + np.log(np.sum(np.exp(logits - np.expand_dims(top, axis)), axis=axis) + 1e-6)


# %% failed: minus the result
def logsumexp(logits, axis=-1):
    return -np.logaddexp.reduce(np.asarray(logits, dtype=float), axis=axis)


# %% failed: the log softmax
def logsumexp(logits, axis=-1):
    z = logits - np.max(logits, axis=axis, keepdims=True)
    return z - np.log(np.sum(np.exp(z), axis=axis, keepdims=True))


# %% failed: everything through float32
def logsumexp(logits, axis=-1):
    z = np.clip(logits, -1e30, 1e30).astype(np.float32)
    return np.logaddexp.reduce(z, axis=axis)


# %% failed: cut to the type of the logits
def logsumexp(logits, axis=-1):
    z = np.asarray(logits)
    return np.asarray(np.logaddexp.reduce(z.astype(float), axis=axis)).astype(z.dtype)


# %% failed: rounded to six decimals
def logsumexp(logits, axis=-1):
    return np.round(np.logaddexp.reduce(np.asarray(logits, dtype=float), axis=axis), 6)


# %% failed|errored: shifts the caller's array in place
def logsumexp(logits, axis=-1):
    top = np.max(logits, axis=axis)
    logits -= np.expand_dims(top, axis)
    return top + np.log(np.sum(np.exp(logits), axis=axis))


# %% failed: print instead of return
def logsumexp(logits, axis=-1):
    print(np.logaddexp.reduce(np.asarray(logits, dtype=float), axis=axis))


# %% failed: a formatted string
def logsumexp(logits, axis=-1):
    return f"{np.logaddexp.reduce(np.asarray(logits, dtype=float), axis=axis)}"


# %% failed|errored: axis forgotten in the signature
def logsumexp(logits):
    return np.logaddexp.reduce(np.asarray(logits, dtype=float), axis=-1)


# %% failed|errored: max and sum of Python on rows
def logsumexp(logits, axis=-1):
    return [max(row) + math.log(sum(math.exp(v - max(row)) for v in row)) for row in logits]


# %% errored: a function that NumPy does not have
def logsumexp(logits, axis=-1):
    return np.logsumexp(logits, axis=axis)


# %% not_attempted: the stub
def logsumexp(logits, axis=-1):
    """log of the sum of the exponentials."""
    raise NotImplementedError("your answer here")
