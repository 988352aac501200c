# %% passed: upstream times a mask
def relu_backward(upstream, z):
    return np.asarray(upstream) * (np.asarray(z) > 0)


# %% passed: slope one at zero
def relu_backward(upstream, z):
    return np.where(np.asarray(z) >= 0, upstream, 0)


# %% passed: slope one half at zero
def relu_backward(upstream, z):
    return np.multiply(upstream, np.heaviside(z, 0.5))


# %% passed: a copy of upstream, entries set to zero
def relu_backward(upstream, z):
    gradient = np.array(upstream, dtype=float)
    gradient[np.asarray(z) <= 0] = 0
    return gradient


# %% passed: mask of the output
def relu_backward(upstream, z):
    output = np.maximum(z, 0)
    return (output > 0) * np.asarray(upstream)


# %% passed: loop over np.ndindex
def relu_backward(upstream, z):
    upstream, z = np.asarray(upstream), np.asarray(z)
    gradient = np.zeros(z.shape)
    for index in np.ndindex(z.shape):
        if z[index] > 0:
            gradient[index] = upstream[index]
    return gradient


# %% passed: nested lists
def relu_backward(upstream, z):
    if np.ndim(z) == 0:
        return float(upstream) if z > 0 else 0.0
    return [relu_backward(u, v) for u, v in zip(upstream, z)]


# %% passed: sign of the clipped pre-activation
def relu_backward(upstream, z):
    return upstream * np.sign(np.clip(z, 0, None))


# %% passed: np.vectorize of two arguments, slope 0.3 at zero
def one(u, v):
    slope = 0.3 if v == 0 else float(v > 0)
    return u * slope


relu_backward = np.vectorize(one, otypes=[float])


# %% passed: upstream minus what the negative half lets through
def relu_backward(upstream, z):
    upstream = np.asarray(upstream, dtype=float)
    blocked = np.logical_not(np.greater(z, 0))
    return upstream - upstream * blocked


# %% passed: slope at zero by the sign of upstream
def relu_backward(upstream, z):
    upstream, z = np.asarray(upstream), np.asarray(z)
    return np.where((z > 0) | ((z == 0) & (upstream > 0)), upstream, 0 * upstream)


# %% unstable: output over input as the slope, invalid at zero
def relu_backward(upstream, z):
    z = np.asarray(z, dtype=float)
    return upstream * np.nan_to_num(np.maximum(z, 0) / z)


# %% failed R7: mask of the output with >=
def relu_backward(upstream, z):
    return upstream * (np.maximum(z, 0) >= 0)


# %% failed R7: upstream handed on
def relu_backward(upstream, z):
    return upstream


# %% failed R9: times the ReLU
def relu_backward(upstream, z):
    return upstream * np.maximum(z, 0)


# %% failed R9: times z where z is positive
def relu_backward(upstream, z):
    return np.where(np.asarray(z) > 0, np.multiply(upstream, z), 0)


# %% failed: times z
def relu_backward(upstream, z):
    return np.multiply(upstream, z)


# %% failed: the slope without upstream
def relu_backward(upstream, z):
    return (np.asarray(z) > 0) * 1.0


# %% failed: the ReLU of upstream
def relu_backward(upstream, z):
    return np.maximum(upstream, 0)


# %% failed: masked by the sign of upstream
def relu_backward(upstream, z):
    return z * (np.asarray(upstream) > 0)


# %% failed: guided, only positive gradients go on
def relu_backward(upstream, z):
    return np.maximum(upstream, 0) * (np.asarray(z) > 0)


# %% failed: masked by the product
def relu_backward(upstream, z):
    return np.where(np.multiply(upstream, z) > 0, upstream, 0)


# %% failed: the mask the wrong way round
def relu_backward(upstream, z):
    return upstream * (np.asarray(z) < 0)


# %% failed: sign of z for the slope
def relu_backward(upstream, z):
    return upstream * np.sign(z)


# %% failed: minus upstream on the left
def relu_backward(upstream, z):
    return np.where(np.asarray(z) > 0, upstream, np.negative(upstream))


# %% failed: slope 0.01 on the left
def relu_backward(upstream, z):
    return np.multiply(upstream, np.where(np.asarray(z) > 0, 1.0, 0.01))


# %% failed: a one where z is positive, upstream added
def relu_backward(upstream, z):
    return upstream + (np.asarray(z) > 0)


# %% failed: threshold one
def relu_backward(upstream, z):
    return upstream * (np.asarray(z) > 1)


# %% failed: threshold minus one
def relu_backward(upstream, z):
    return upstream * (np.asarray(z) > -1)


# %% failed: sigmoid for the step
def relu_backward(upstream, z):
    return upstream * np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float)))


# %% failed: slope two at zero
def relu_backward(upstream, z):
    return upstream * np.heaviside(z, 2.0)


# %% failed: slope minus one at zero
def relu_backward(upstream, z):
    return upstream * np.heaviside(z, -1.0)


# %% failed: a gradient of one at zero, whatever upstream is
def relu_backward(upstream, z):
    z = np.asarray(z)
    return np.where(z > 0, upstream, np.where(z == 0, 1.0, 0.0))


# %% failed: nan at zero
def relu_backward(upstream, z):
    z = np.asarray(z, dtype=float)
    with np.errstate(all="ignore"):
        return upstream * (np.maximum(z, 0) / z)


# %% failed: mean over the samples
def relu_backward(upstream, z):
    return upstream * (np.asarray(z) > 0) / max(np.size(z), 1)


# %% failed: summed over the first axis
def relu_backward(upstream, z):
    return np.sum(np.atleast_1d(upstream * (np.asarray(z) > 0)), axis=0)


# %% failed: transposed
def relu_backward(upstream, z):
    return (upstream * (np.asarray(z) > 0)).T


# %% failed: the open entries only
def relu_backward(upstream, z):
    return np.ravel(upstream)[np.ravel(z) > 0]


# %% failed: buffer of the type of z
def relu_backward(upstream, z):
    gradient = np.zeros_like(z)
    gradient[...] = upstream * (np.asarray(z) > 0)
    return gradient


# %% failed: integers, upstream cut
def relu_backward(upstream, z):
    return np.asarray(upstream).astype(int) * (np.asarray(z) > 0)


# %% failed: everything through float32
def relu_backward(upstream, z):
    return np.float32(upstream) * (np.asarray(z) > 0)


# %% failed: rounded to two decimals
def relu_backward(upstream, z):
    return np.round(upstream * (np.asarray(z) > 0), 2)


# %% failed: gradient clipped at one
def relu_backward(upstream, z):
    return np.clip(upstream, -1, 1) * (np.asarray(z) > 0)


# %% failed: print instead of return
def relu_backward(upstream, z):
    print(upstream * (np.asarray(z) > 0))


# %% failed: strings
def relu_backward(upstream, z):
    return (upstream * (np.asarray(z) > 0)).astype(str)


# %% failed: gradient and mask
def relu_backward(upstream, z):
    mask = np.asarray(z) > 0
    return upstream * mask, mask


# %% failed: arguments in the other order
def relu_backward(z, upstream):
    return upstream * (np.asarray(z) > 0)


# %% failed: gradients of all calls added up
total = 0.0


def relu_backward(upstream, z):
    global total
    gradient = upstream * (np.asarray(z) > 0)
    total = total + float(np.sum(np.abs(upstream))) + 1
    return gradient + total


# %% failed: sets upstream to zero where it may
def relu_backward(upstream, z):
    gradient = np.where(np.asarray(z) > 0, upstream, 0)
    if isinstance(upstream, np.ndarray) and upstream.flags.writeable:
        upstream[...] = gradient
    return gradient


# %% failed: leaves the ReLU in z where it may
def relu_backward(upstream, z):
    gradient = upstream * (np.asarray(z) > 0)
    if isinstance(z, np.ndarray) and z.flags.writeable:
        np.maximum(z, 0, out=z)
    return gradient


# %% failed|errored: blocked entries overwritten in upstream
def relu_backward(upstream, z):
    upstream[z <= 0] = 0
    return upstream


# %% failed|errored: matrix product with the mask
def relu_backward(upstream, z):
    return upstream @ (z > 0)


# %% failed|errored: matrix product with the transposed mask
def relu_backward(upstream, z):
    return upstream @ (z > 0).T


# %% failed|errored: if on a whole array
def relu_backward(upstream, z):
    return upstream if z > 0 else 0.0


# %% failed|errored: samples and units taken for granted
def relu_backward(upstream, z):
    gradient = np.zeros(z.shape)
    samples, units = z.shape
    for n in range(samples):
        for k in range(units):
            gradient[n, k] = upstream[n, k] if z[n, k] > 0 else 0.0
    return gradient


# %% errored: z forgotten
def relu_backward(upstream):
    return upstream * (upstream > 0)


# %% errored: a helper that is not there
def relu_backward(upstream, z):
    return upstream * relu_slope(z)


# %% not_attempted: the stub
def relu_backward(upstream, z):
    raise NotImplementedError
