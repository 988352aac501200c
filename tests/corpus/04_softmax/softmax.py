# %% passed: shifted by the maximum, then divided by the temperature
def softmax(logits, axis=-1, temperature=1.0):
    e = np.exp((logits - np.max(logits, axis=axis, keepdims=True)) / temperature)
    return e / e.sum(axis=axis, keepdims=True)


# %% passed: axis moved to the end and back
def softmax(logits, axis=-1, temperature=1.0):
    z = np.moveaxis(np.asarray(logits, dtype=float), axis, -1)
    e = np.exp((z - z.max(axis=-1)[..., None]) / temperature)
    p = e / e.sum(axis=-1)[..., None]
    return np.moveaxis(p, -1, axis)


# %% passed: exponential of the log softmax, np.logaddexp.reduce
def softmax(logits, axis=-1, temperature=1.0):
    z = np.asarray(logits, dtype=np.float64)
    z = (z - np.amax(z, axis=axis, keepdims=True)) / temperature
    return np.exp(z - np.logaddexp.reduce(z, axis=axis, keepdims=True))


# %% passed: a function of one row and np.apply_along_axis
def softmax(logits, axis=-1, temperature=1.0):
    def of_row(row):
        e = np.exp((row - row.max()) / temperature)
        return e / e.sum()

    return np.apply_along_axis(of_row, axis, np.asarray(logits, dtype=float))


# %% passed: one over the sum of exponentials of pairwise differences, overflow silenced
def softmax(logits, axis=-1, temperature=1.0):
    z = np.moveaxis(np.asarray(logits, dtype=float), axis, -1)
    with np.errstate(over="ignore"):
        ratios = np.exp((z[..., None, :] - z[..., :, None]) / temperature)
        p = 1 / ratios.sum(axis=-1)
    return np.moveaxis(p, -1, axis)


# %% passed: Python loops with math.exp and math.fsum
def softmax(logits, axis=-1, temperature=1.0):
    z = np.moveaxis(np.asarray(logits), axis, -1)
    result = np.zeros(z.shape)
    for index in np.ndindex(z.shape[:-1]):
        row = [float(v) for v in z[index]]
        top = max(row)
        e = [math.exp((v - top) / float(temperature)) for v in row]
        total = math.fsum(e)
        result[index] = [v / total for v in e]
    return np.moveaxis(result, -1, axis)


# %% passed: nested lists
def softmax(logits, axis=-1, temperature=1.0):
    z = np.array(logits, dtype=float)
    z -= z.max(axis=axis, keepdims=True)
    z /= temperature
    np.exp(z, out=z)
    z /= z.sum(axis=axis, keepdims=True)
    return z.tolist()


# %% passed: float32 comes back as float32
def softmax(logits, axis=-1, temperature=1.0):
    kind = np.float32 if np.asarray(logits).dtype == np.float32 else np.float64
    z = np.asarray(logits, dtype=np.float64)
    e = np.exp((z - np.expand_dims(z.max(axis), axis)) / temperature)
    return (e / np.expand_dims(e.sum(axis), axis)).astype(kind)


# %% passed: inverse temperature, swapped axes and a harmless print
def softmax(logits, axis=-1, temperature=1.0):
    print("softmax of", logits.shape)
    z = np.swapaxes(logits.astype(float), axis, 0)
    beta = 1 / temperature
    e = np.exp(beta * (z - np.maximum.reduce(z)))
    return np.swapaxes(e / np.add.reduce(e), axis, 0)


# %% passed: 1e-12 added to a sum that is at least one, lost within the tolerance
def softmax(logits, axis=-1, temperature=1.0):
    z = np.asarray(logits, dtype=float)
    e = np.exp((z - z.max(axis=axis, keepdims=True)) / temperature)
    return e / (e.sum(axis=axis, keepdims=True) + 1e-12)


# %% passed|unstable: divided by the temperature before the shift, digits of close huge logits lost
def softmax(logits, axis=-1, temperature=1.0):
    z = logits / temperature
    e = np.exp(z - z.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


# %% failed X1: axis 0 whatever is asked for
def softmax(logits, axis=-1, temperature=1.0):
    e = np.exp((logits - logits.max(axis=0, keepdims=True)) / temperature)
    return e / e.sum(axis=0, keepdims=True)


# %% failed X2: sum over the whole array
def softmax(logits, axis=-1, temperature=1.0):
    e = np.exp((logits - logits.max()) / temperature)
    return e / e.sum()


# %% failed|errored X3: sum without keepdims
def softmax(logits, axis=-1, temperature=1.0):
    e = np.exp((logits - logits.max(axis=axis, keepdims=True)) / temperature)
    return e / e.sum(axis=axis)


# %% failed|errored X4: maximum without keepdims
def softmax(logits, axis=-1, temperature=1.0):
    e = np.exp((logits - logits.max(axis=axis)) / temperature)
    return e / e.sum(axis=axis, keepdims=True)


# %% unstable X5: no shift
def softmax(logits, axis=-1, temperature=1.0):
    e = np.exp(logits / temperature)
    return e / e.sum(axis=axis, keepdims=True)


# %% unstable X6: shifted by the maximum of the whole array
def softmax(logits, axis=-1, temperature=1.0):
    e = np.exp((logits - np.max(logits)) / temperature)
    return e / np.sum(e, axis=axis, keepdims=True)


# %% unstable X7: shifted by the maximum of zero and the logits
def softmax(logits, axis=-1, temperature=1.0):
    shift = np.maximum(0, logits.max(axis=axis, keepdims=True))
    e = np.exp((logits - shift) / temperature)
    return e / e.sum(axis=axis, keepdims=True)


# %% failed X10: logits divided by their sum
def softmax(logits, axis=-1, temperature=1.0):
    z = logits / temperature
    return z / z.sum(axis=axis, keepdims=True)


# %% failed X11: powers of two
def softmax(logits, axis=-1, temperature=1.0):
    e = 2.0 ** ((logits - logits.max(axis=axis, keepdims=True)) / temperature)
    return e / e.sum(axis=axis, keepdims=True)


# %% failed X11: powers of ten
def softmax(logits, axis=-1, temperature=1.0):
    e = 10.0 ** ((logits - logits.max(axis=axis, keepdims=True)) / temperature)
    return e / e.sum(axis=axis, keepdims=True)


# %% failed X13: a sigmoid per entry
def softmax(logits, axis=-1, temperature=1.0):
    return np.exp(-np.logaddexp(0, -logits / temperature))


# %% failed|errored: shifts the caller's array in place
def softmax(logits, axis=-1, temperature=1.0):
    logits -= logits.max(axis=axis, keepdims=True)
    e = np.exp(logits / temperature)
    return e / e.sum(axis=axis, keepdims=True)


# %% failed: shifts the caller's array where it may
def softmax(logits, axis=-1, temperature=1.0):
    z = np.asarray(logits)
    if z.flags.writeable:
        z[...] = z - z.max(axis=axis, keepdims=True)
    e = np.exp((z - z.max(axis=axis, keepdims=True)) / temperature)
    return e / e.sum(axis=axis, keepdims=True)


# %% failed X15: result in a buffer of the logits' type
def softmax(logits, axis=-1, temperature=1.0):
    p = np.zeros_like(logits)
    e = np.exp((logits - logits.max(axis=axis, keepdims=True)) / temperature)
    p[...] = e / e.sum(axis=axis, keepdims=True)
    return p


# %% failed|errored X16: axis 1 whatever is asked for
def softmax(logits, axis=-1, temperature=1.0):
    e = np.exp((logits - logits.max(axis=1, keepdims=True)) / temperature)
    return e / e.sum(axis=1, keepdims=True)


# %% failed: 1e-8 added to the sum
def softmax(logits, axis=-1, temperature=1.0):
    e = np.exp((logits - logits.max(axis=axis, keepdims=True)) / temperature)
    return e / (e.sum(axis=axis, keepdims=True) + 1e-8)


# %% failed X20: multiplied by the temperature
def softmax(logits, axis=-1, temperature=1.0):
    e = np.exp((logits - logits.max(axis=axis, keepdims=True)) * temperature)
    return e / e.sum(axis=axis, keepdims=True)


# %% failed X21: divided by the temperature after the exponential, it cancels
def softmax(logits, axis=-1, temperature=1.0):
    e = np.exp(logits - logits.max(axis=axis, keepdims=True)) / temperature
    return e / e.sum(axis=axis, keepdims=True)


# %% failed X21: probabilities divided by the temperature
def softmax(logits, axis=-1, temperature=1.0):
    e = np.exp(logits - logits.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True) / temperature


# %% failed X22: applied twice
def softmax(logits, axis=-1, temperature=1.0):
    for _ in range(2):
        e = np.exp((logits - logits.max(axis=axis, keepdims=True)) / temperature)
        logits = e / e.sum(axis=axis, keepdims=True)
    return logits


# %% failed X21: temperature accepted and forgotten
def softmax(logits, axis=-1, temperature=1.0):
    z = np.asarray(logits, dtype=float)
    z = z - np.max(z, axis, keepdims=True)
    return np.exp(z) / np.sum(np.exp(z), axis, keepdims=True)


# %% failed: always the last axis
def softmax(logits, axis=-1, temperature=1.0):
    e = np.exp((logits - logits.max(axis=-1, keepdims=True)) / temperature)
    return e / e.sum(axis=-1, keepdims=True)


# %% failed: the default axis is 0
def softmax(logits, axis=0, temperature=1.0):
    e = np.exp((logits - logits.max(axis=axis, keepdims=True)) / temperature)
    return e / e.sum(axis=axis, keepdims=True)


# %% failed|errored: columns by reshape(-1, 1), right for a matrix only
def softmax(logits, axis=-1, temperature=1.0):
    z = (logits - logits.max(axis=axis).reshape(-1, 1)) / temperature
    e = np.exp(z)
    return e / e.sum(axis=axis).reshape(-1, 1)


# %% failed: flattened first
def softmax(logits, axis=-1, temperature=1.0):
    z = np.ravel(logits)
    e = np.exp((z - z.max()) / temperature)
    return e / e.sum()


# %% failed: squeezed at the end
def softmax(logits, axis=-1, temperature=1.0):
    e = np.exp((logits - logits.max(axis=axis, keepdims=True)) / temperature)
    return np.squeeze(e / e.sum(axis=axis, keepdims=True))


# %% failed: transposed
def softmax(logits, axis=-1, temperature=1.0):
    e = np.exp((logits - logits.max(axis=axis, keepdims=True)) / temperature)
    return (e / e.sum(axis=axis, keepdims=True)).T


# %% failed: the axis moved to the end and left there
def softmax(logits, axis=-1, temperature=1.0):
    z = np.moveaxis(np.asarray(logits, dtype=float), axis, -1)
    e = np.exp((z - z.max(axis=-1, keepdims=True)) / temperature)
    return e / e.sum(axis=-1, keepdims=True)


# %% unstable: shifted by the minimum
def softmax(logits, axis=-1, temperature=1.0):
    e = np.exp((logits - logits.min(axis=axis, keepdims=True)) / temperature)
    return e / e.sum(axis=axis, keepdims=True)


# %% unstable: shifted by the mean
def softmax(logits, axis=-1, temperature=1.0):
    e = np.exp((logits - logits.mean(axis=axis, keepdims=True)) / temperature)
    return e / e.sum(axis=axis, keepdims=True)


# %% unstable: shifted by the largest absolute value
def softmax(logits, axis=-1, temperature=1.0):
    e = np.exp((logits - np.abs(logits).max(axis=axis, keepdims=True)) / temperature)
    return e / e.sum(axis=axis, keepdims=True)


# %% unstable: no shift, nan replaced by zero
@np.errstate(all="ignore")
def softmax(logits, axis=-1, temperature=1.0):
    e = np.exp(logits / temperature)
    return np.nan_to_num(e / e.sum(axis=axis, keepdims=True))


# %% unstable X82: scaled logits clipped to 500 in place of a shift
def softmax(logits, axis=-1, temperature=1.0):
    e = np.exp(np.clip(logits / temperature, -500, 500))
    return e / e.sum(axis=axis, keepdims=True)


# %% unstable: shifted logits clipped at -500, the tail ends at 1e-217
def softmax(logits, axis=-1, temperature=1.0):
    z = (logits - logits.max(axis=axis, keepdims=True)) / temperature
    e = np.exp(np.maximum(z, -500))
    return e / e.sum(axis=axis, keepdims=True)


# %% unstable|failed: probabilities clipped at 1e-7 from below
def softmax(logits, axis=-1, temperature=1.0):
    e = np.exp((logits - logits.max(axis=axis, keepdims=True)) / temperature)
    return np.clip(e / e.sum(axis=axis, keepdims=True), 1e-7, 1.0)


# %% unstable: probabilities to the power of one over the temperature, normalised again
def softmax(logits, axis=-1, temperature=1.0):
    e = np.exp(np.asarray(logits, dtype=float) - np.max(logits, axis=axis, keepdims=True))
    e = e ** (1 / temperature)
    return e / e.sum(axis=axis, keepdims=True)


# %% unstable|failed: temperature not under 0.01
def softmax(logits, axis=-1, temperature=1.0):
    e = np.exp((logits - logits.max(axis=axis, keepdims=True)) / max(temperature, 0.01))
    return e / e.sum(axis=axis, keepdims=True)


# %% failed: temperature used only where it is over one
def softmax(logits, axis=-1, temperature=1.0):
    e = np.exp((logits - logits.max(axis=axis, keepdims=True)) / max(temperature, 1))
    return e / e.sum(axis=axis, keepdims=True)


# %% failed: temperature subtracted
def softmax(logits, axis=-1, temperature=1.0):
    z = logits - temperature
    e = np.exp(z - z.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


# %% failed: only the maximum divided by the temperature, the parentheses forgotten
def softmax(logits, axis=-1, temperature=1.0):
    e = np.exp(logits - logits.max(axis=axis, keepdims=True) / temperature)
    return e / e.sum(axis=axis, keepdims=True)


# %% failed: integer division by the temperature
def softmax(logits, axis=-1, temperature=1.0):
    e = np.exp((logits - logits.max(axis=axis, keepdims=True)) // temperature)
    return e / e.sum(axis=axis, keepdims=True)


# %% failed: probabilities to the power of one over the temperature, not normalised
def softmax(logits, axis=-1, temperature=1.0):
    e = np.exp(logits - logits.max(axis=axis, keepdims=True))
    return (e / e.sum(axis=axis, keepdims=True)) ** (1 / temperature)


# %% failed: the sign of the exponent, a softmin
def softmax(logits, axis=-1, temperature=1.0):
    e = np.exp((logits.min(axis=axis, keepdims=True) - logits) / temperature)
    return e / e.sum(axis=axis, keepdims=True)


# %% failed: divided by the largest exponential in place of the sum
def softmax(logits, axis=-1, temperature=1.0):
    e = np.exp((logits - logits.max(axis=axis, keepdims=True)) / temperature)
    return e / e.max(axis=axis, keepdims=True)


# %% failed: divided by the mean of the exponentials
def softmax(logits, axis=-1, temperature=1.0):
    e = np.exp((logits - logits.max(axis=axis, keepdims=True)) / temperature)
    return e / e.mean(axis=axis, keepdims=True)


# %% failed: squares in place of exponentials
def softmax(logits, axis=-1, temperature=1.0):
    e = (np.asarray(logits, dtype=float) / temperature) ** 2 + 1e-300
    return e / e.sum(axis=axis, keepdims=True)


# %% failed: the log softmax
def softmax(logits, axis=-1, temperature=1.0):
    z = (logits - logits.max(axis=axis, keepdims=True)) / temperature
    return z - np.log(np.exp(z).sum(axis=axis, keepdims=True))


# %% failed: one where the largest logit is
def softmax(logits, axis=-1, temperature=1.0):
    return (logits == logits.max(axis=axis, keepdims=True)).astype(float)


# %% failed: the position of the largest probability
def softmax(logits, axis=-1, temperature=1.0):
    return np.argmax(logits, axis=axis)


# %% failed: everything through float32
def softmax(logits, axis=-1, temperature=1.0):
    z = (logits - logits.max(axis=axis, keepdims=True)) / temperature
    e = np.exp(np.maximum(z, -1000)).astype(np.float32)
    return e / e.sum(axis=axis, keepdims=True)


# %% failed: rounded to four decimals
def softmax(logits, axis=-1, temperature=1.0):
    e = np.exp((logits - logits.max(axis=axis, keepdims=True)) / temperature)
    return np.round(e / e.sum(axis=axis, keepdims=True), 4)


# %% failed: print instead of return
def softmax(logits, axis=-1, temperature=1.0):
    e = np.exp((logits - logits.max(axis=axis, keepdims=True)) / temperature)
    print(e / e.sum(axis=axis, keepdims=True))


# %% failed: probabilities as text
def softmax(logits, axis=-1, temperature=1.0):
    e = np.exp((logits - logits.max(axis=axis, keepdims=True)) / temperature)
    return (e / e.sum(axis=axis, keepdims=True)).astype(str)


# %% failed: complex numbers with an imaginary part
def softmax(logits, axis=-1, temperature=1.0):
    e = np.exp((logits - logits.max(axis=axis, keepdims=True)) / temperature)
    return e / e.sum(axis=axis, keepdims=True) + 0.5j


# %% failed: the probabilities and their sum
def softmax(logits, axis=-1, temperature=1.0):
    e = np.exp((logits - logits.max(axis=axis, keepdims=True)) / temperature)
    return e / e.sum(axis=axis, keepdims=True), e.sum(axis=axis)


# %% failed|errored: temperature before axis
def softmax(logits, temperature=1.0, axis=-1):
    e = np.exp((logits - logits.max(axis=axis, keepdims=True)) / temperature)
    return e / e.sum(axis=axis, keepdims=True)


# %% failed|errored: no temperature in the signature
def softmax(logits, axis=-1):
    e = np.exp(logits - logits.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


# %% failed|errored: two dimensions unpacked
def softmax(logits, axis=-1, temperature=1.0):
    rows, columns = logits.shape
    e = np.exp((logits - logits.max(axis=axis, keepdims=True)) / temperature)
    return e / e.sum(axis=axis, keepdims=True)


# %% errored: math.exp on an array
def softmax(logits, axis=-1, temperature=1.0):
    z = (logits - logits.max(axis=axis, keepdims=True)) / temperature
    e = np.array(math.exp(list(z)))
    return e / e.sum(axis=axis, keepdims=True)


# %% errored: a misspelled keyword
def softmax(logits, axis=-1, temperature=1.0):
    e = np.exp((logits - logits.max(axis=axis, keepdim=True)) / temperature)
    return e / e.sum(axis=axis, keepdim=True)


# %% timed_out: temperature lowered until nothing is left
def softmax(logits, axis=-1, temperature=1.0):
    while True:
        e = np.exp(logits - logits.max(axis=axis, keepdims=True))
        if e.sum() < 0:
            return e


# %% not_attempted: the stub
def softmax(logits, axis=-1, temperature=1.0):
    raise NotImplementedError


# %% unstable X81: exponential of the logits minus their logsumexp
def softmax(logits, axis=-1, temperature=1.0):
    z = np.asarray(logits, dtype=float) / temperature
    return np.exp(z - np.logaddexp.reduce(z, axis=axis, keepdims=True))
