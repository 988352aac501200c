# %% passed: np.where
def leaky_relu_derivative(z, negative_slope=0.01):
    return np.where(np.asarray(z) > 0, 1, negative_slope)


# %% passed: slope one at zero
def leaky_relu_derivative(z, negative_slope=0.01):
    return np.where(np.asarray(z) < 0, negative_slope, 1.0)


# %% passed: mean of both slopes at zero
def leaky_relu_derivative(z, negative_slope=0.01):
    return negative_slope + (1 - negative_slope) * np.heaviside(np.asarray(z, dtype=float), 0.5)


# %% passed: float buffer and mask
def leaky_relu_derivative(z, negative_slope=0.01):
    z = np.asarray(z)
    slopes = np.ones(z.shape)
    slopes[z <= 0] = negative_slope
    return slopes


# %% passed: sum of two masks
def leaky_relu_derivative(z, negative_slope=0.01):
    positive = np.greater(z, 0)
    return positive * 1.0 + negative_slope * ~positive


# %% passed: loop over np.ndindex
def leaky_relu_derivative(z, negative_slope=0.01):
    slopes = np.empty(np.shape(z))
    for index, value in np.ndenumerate(z):
        slopes[index] = 1.0 if value > 0 else negative_slope
    return slopes


# %% passed: nested lists for arrays, a number for a number
def leaky_relu_derivative(z, negative_slope=0.01):
    if np.ndim(z):
        return [leaky_relu_derivative(entry, negative_slope) for entry in z]
    return 1 if z >= 0 else negative_slope


# %% passed: np.full_like with a float type, then np.putmask
def leaky_relu_derivative(z, negative_slope=0.01):
    slopes = np.full_like(z, negative_slope, dtype=float)
    np.putmask(slopes, np.asarray(z) > 0, 1.0)
    return slopes


# %% passed: indexing a table of two slopes, with a print
def leaky_relu_derivative(z, negative_slope=0.01):
    table = np.array([negative_slope, 1.0])
    print(table)
    return table[np.greater(z, 0).astype(int)]


# %% passed: np.vectorize with otypes, the slope excluded
leaky_relu_derivative = np.vectorize(
    lambda z, negative_slope=0.01: negative_slope if z <= 0 else 1, otypes=[float], excluded=[1]
)


# %% passed: np.choose as float32 for float32
def leaky_relu_derivative(z, negative_slope=0.01):
    kind = np.float32 if getattr(z, "dtype", None) == np.float32 else np.float64
    return np.choose(np.asarray(z) > 0, [kind(negative_slope), kind(1)])


# %% unstable: value over z, zero over zero
def leaky_relu_derivative(z, negative_slope=0.01):
    z = np.asarray(z, dtype=float)
    values = np.where(z > 0, z, negative_slope * z)
    return np.where(z == 0, negative_slope, values / z)


# %% unstable: z over its absolute value, zero over zero
def leaky_relu_derivative(z, negative_slope=0.01):
    z = np.asarray(z, dtype=float)
    sign = z / np.abs(z)
    return np.where(sign > 0, 1.0, negative_slope)


# %% failed R22: slope times z on the left
def leaky_relu_derivative(z, negative_slope=0.01):
    return np.where(np.asarray(z) > 0, 1, negative_slope * np.asarray(z))


# %% failed R22: z on the right
def leaky_relu_derivative(z, negative_slope=0.01):
    return np.where(np.asarray(z) > 0, z, negative_slope)


# %% failed R22: the slope of ReLU
def leaky_relu_derivative(z, negative_slope=0.01):
    return np.where(np.asarray(z) > 0, 1, 0)


# %% failed R22: the slope of ReLU, a comparison
def leaky_relu_derivative(z, negative_slope=0.01):
    return np.asarray(z) > 0


# %% failed R23: mask of the output
def leaky_relu_derivative(z, negative_slope=0.01):
    z = np.asarray(z)
    output = np.where(z > 0, z, negative_slope * z)
    return np.where(output > 0, 1, negative_slope)


# %% failed: the function itself
def leaky_relu_derivative(z, negative_slope=0.01):
    return np.where(np.asarray(z) > 0, z, negative_slope * np.asarray(z))


# %% failed: slope 0.01 fixed
def leaky_relu_derivative(z, negative_slope=0.01):
    return np.where(np.asarray(z) > 0, 1, 0.01)


# %% failed: minus the slope on the left
def leaky_relu_derivative(z, negative_slope=0.01):
    return np.where(np.asarray(z) > 0, 1, -negative_slope)


# %% failed: the masks exchanged
def leaky_relu_derivative(z, negative_slope=0.01):
    return np.where(np.asarray(z) > 0, negative_slope, 1)


# %% failed: one plus the slope on the right
def leaky_relu_derivative(z, negative_slope=0.01):
    return (np.asarray(z) > 0) + negative_slope


# %% failed: one minus the slope on the left
def leaky_relu_derivative(z, negative_slope=0.01):
    return np.where(np.asarray(z) > 0, 1, 1 - negative_slope)


# %% failed: the sign of z
def leaky_relu_derivative(z, negative_slope=0.01):
    return np.sign(z)


# %% failed: absolute value of the slope
def leaky_relu_derivative(z, negative_slope=0.01):
    return np.where(np.asarray(z) > 0, 1, abs(negative_slope))


# %% failed: the larger of one and the slope on the left
def leaky_relu_derivative(z, negative_slope=0.01):
    slope = min(1, negative_slope)
    return np.where(np.asarray(z) > 0, 1, slope)


# %% failed: slope clipped to the range 0 to 1
def leaky_relu_derivative(z, negative_slope=0.01):
    return np.where(np.asarray(z) > 0, 1, np.clip(negative_slope, 0, 1))


# %% failed: a slope of 0 replaced by the default
def leaky_relu_derivative(z, negative_slope=0.01):
    return np.where(np.asarray(z) > 0, 1, negative_slope or 0.01)


# %% failed: derivative of the maximum of both lines
def leaky_relu_derivative(z, negative_slope=0.01):
    z = np.asarray(z)
    return np.where(z >= negative_slope * z, 1, negative_slope)


# %% failed: threshold one
def leaky_relu_derivative(z, negative_slope=0.01):
    return np.where(np.asarray(z) > 1, 1, negative_slope)


# %% failed: threshold at the slope
def leaky_relu_derivative(z, negative_slope=0.01):
    return np.where(np.asarray(z) > negative_slope, 1, negative_slope)


# %% failed: the sum of both slopes at zero
def leaky_relu_derivative(z, negative_slope=0.01):
    z = np.asarray(z)
    return (z >= 0) * 1.0 + (z <= 0) * negative_slope


# %% failed: outside both slopes at zero
def leaky_relu_derivative(z, negative_slope=0.01):
    z = np.asarray(z)
    return np.where(z > 0, 1.0, np.where(z < 0, negative_slope, 1.5 + abs(negative_slope)))


# %% failed: nan at zero
def leaky_relu_derivative(z, negative_slope=0.01):
    z = np.asarray(z, dtype=float)
    with np.errstate(all="ignore"):
        return np.where(z > 0, z, negative_slope * z) / z


# %% failed: smoothed by a sigmoid
def leaky_relu_derivative(z, negative_slope=0.01):
    step = np.exp(-np.logaddexp(0, -50 * np.asarray(z, dtype=float)))
    return negative_slope + (1 - negative_slope) * step


# %% failed: forward difference with a large step
def leaky_relu_derivative(z, negative_slope=0.01):
    def value(v):
        return np.where(v > 0, v, negative_slope * v)

    z = np.asarray(z, dtype=float)
    return (value(z + 1e-3) - value(z)) / 1e-3


# %% failed: buffer of the input's own type
def leaky_relu_derivative(z, negative_slope=0.01):
    slopes = np.ones_like(z)
    slopes[np.asarray(z) <= 0] = negative_slope
    return slopes


# %% failed: np.full_like keeps the integer type of the input
def leaky_relu_derivative(z, negative_slope=0.01):
    slopes = np.full_like(z, negative_slope)
    slopes[np.asarray(z) > 0] = 1
    return slopes


# %% failed: np.vectorize takes its type from a first value that is the integer 1
def leaky_relu_derivative(z, negative_slope=0.01):
    return np.vectorize(lambda v: 1 if v > 0 else negative_slope)(z)


# %% failed: everything through float32
def leaky_relu_derivative(z, negative_slope=0.01):
    return np.where(np.asarray(z) > 0, np.float32(1), np.float32(negative_slope))


# %% failed: rounded to one decimal
def leaky_relu_derivative(z, negative_slope=0.01):
    return np.round(np.where(np.asarray(z) > 0, 1, negative_slope), 1)


# %% failed: mean slope
def leaky_relu_derivative(z, negative_slope=0.01):
    return np.mean(np.where(np.asarray(z) > 0, 1, negative_slope))


# %% failed: transposed
def leaky_relu_derivative(z, negative_slope=0.01):
    return np.where(np.asarray(z) > 0, 1, negative_slope).T


# %% failed: flattened
def leaky_relu_derivative(z, negative_slope=0.01):
    return np.where(np.ravel(z) > 0, 1, negative_slope)


# %% failed: a diagonal matrix, the Jacobian
def leaky_relu_derivative(z, negative_slope=0.01):
    return np.diag(np.atleast_1d(np.where(np.ravel(z) > 0, 1, negative_slope)))


# %% failed: print instead of return
def leaky_relu_derivative(z, negative_slope=0.01):
    print(np.where(np.asarray(z) > 0, 1, negative_slope))


# %% failed: returns the slope for a number only
def leaky_relu_derivative(z, negative_slope=0.01):
    if np.ndim(z) == 0:
        return 1.0 if z > 0 else negative_slope


# %% failed: strings
def leaky_relu_derivative(z, negative_slope=0.01):
    return np.where(np.asarray(z) > 0, "1", str(negative_slope))


# %% failed: the mask of the first call kept for its shape
masks = {}


def leaky_relu_derivative(z, negative_slope=0.01):
    mask = masks.setdefault(np.shape(z), np.asarray(z) > 0)
    return np.where(mask, 1, negative_slope)


# %% failed: leaves the slopes in z where it may
def leaky_relu_derivative(z, negative_slope=0.01):
    slopes = np.where(np.asarray(z) > 0, 1.0, negative_slope)
    if isinstance(z, np.ndarray) and z.flags.writeable:
        z[...] = slopes
    return slopes


# %% failed|errored: slopes written into z
def leaky_relu_derivative(z, negative_slope=0.01):
    z[z > 0] = 1
    z[z <= 0] = negative_slope
    return z


# %% failed|errored: if on a whole array
def leaky_relu_derivative(z, negative_slope=0.01):
    if z > 0:
        return 1
    return negative_slope


# %% failed|errored: only for arrays
def leaky_relu_derivative(z, negative_slope=0.01):
    slopes = (z > 0).astype(float)
    slopes[slopes == 0] = negative_slope
    return slopes


# %% failed|errored: the slope is not a parameter
def leaky_relu_derivative(z):
    return np.where(np.asarray(z) > 0, 1, 0.01)


# %% errored: a misspelled name
def leaky_relu_derivative(z, negative_slope=0.01):
    return np.where(np.asarray(z) > 0, 1, slope)


# %% errored: a third argument without a default
def leaky_relu_derivative(z, negative_slope, upstream):
    return upstream * np.where(np.asarray(z) > 0, 1, negative_slope)


# %% not_attempted: the stub
def leaky_relu_derivative(z, negative_slope=0.01):
    raise NotImplementedError
