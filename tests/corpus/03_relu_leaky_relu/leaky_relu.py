# %% passed: np.where
def leaky_relu(z, negative_slope=0.01):
    return np.where(np.asarray(z) > 0, z, negative_slope * np.asarray(z))


# %% passed: positive part plus slope times negative part
def leaky_relu(z, negative_slope=0.01):
    return np.maximum(z, 0) + negative_slope * np.minimum(z, 0)


# %% passed: relu(z) - slope relu(-z)
def leaky_relu(z, negative_slope=0.01):
    def relu(v):
        return np.maximum(v, 0)

    return relu(z) - negative_slope * relu(np.negative(z))


# %% passed: mask on a float copy
def leaky_relu(z, negative_slope=0.01):
    result = np.array(z, dtype=float)
    result[result < 0] *= negative_slope
    return result


# %% passed: z times its slope
def leaky_relu(z, negative_slope=0.01):
    return z * np.where(np.asarray(z) > 0, 1, negative_slope)


# %% passed: loop over np.ndindex, a default of None
def leaky_relu(z, negative_slope=None):
    slope = 0.01 if negative_slope is None else float(negative_slope)
    z = np.asarray(z)
    result = np.zeros(z.shape)
    for index in np.ndindex(z.shape):
        value = float(z[index])
        result[index] = value if value >= 0 else slope * value
    return result


# %% passed: nested lists for arrays, a number for a number
def leaky_relu(z, negative_slope=0.01):
    if isinstance(z, np.ndarray):
        z = z.tolist()
    if isinstance(z, list):
        return [leaky_relu(entry, negative_slope) for entry in z]
    return z if z > 0 else negative_slope * z


# %% passed: maximum or minimum, by the size of the slope
def leaky_relu(z, negative_slope=0.01):
    z = np.asarray(z)
    pick = np.maximum if negative_slope <= 1 else np.minimum
    return pick(z, negative_slope * z)


# %% passed: np.vectorize, the slope excluded
leaky_relu = np.vectorize(
    lambda z, negative_slope=0.01: z if z > 0 else negative_slope * z, otypes=[float], excluded=[1]
)


# %% passed: np.select with a print
def leaky_relu(z, negative_slope=0.01):
    z = np.asarray(z, dtype=float)
    print("slope", negative_slope)
    return np.select([z > 0, z < 0], [z, negative_slope * z], default=0.0)


# %% passed: np.multiply with its where and out arguments, keeps float32
def leaky_relu(z, negative_slope=0.01):
    result = np.array(z, dtype=np.float32 if getattr(z, "dtype", None) == np.float32 else float)
    np.multiply(result, negative_slope, out=result, where=result < 0)
    return result


# %% unstable: divided by the reciprocal of the slope, a divide warning for slope 0
def leaky_relu(z, negative_slope=0.01):
    divisor = np.where(np.asarray(z) > 0, 1.0, np.divide(1.0, negative_slope))
    return z / divisor


# %% failed R15: ReLU plus slope times z
def leaky_relu(z, negative_slope=0.01):
    return np.maximum(z, 0) + negative_slope * np.asarray(z)


# %% failed R16: negative part subtracted
def leaky_relu(z, negative_slope=0.01):
    return np.maximum(0, z) - negative_slope * np.minimum(0, z)


# %% failed R16: slope times the absolute value
def leaky_relu(z, negative_slope=0.01):
    return np.where(np.asarray(z) > 0, z, negative_slope * np.abs(z))


# %% failed R17: the slope itself on the left
def leaky_relu(z, negative_slope=0.01):
    return np.where(np.asarray(z) > 0, z, negative_slope)


# %% failed R20: the larger of both lines
def leaky_relu(z, negative_slope=0.01):
    return np.maximum(negative_slope * np.asarray(z), z)


# %% failed R20: the larger of both lines, in a loop
def leaky_relu(z, negative_slope=0.01):
    flat = [max(v, negative_slope * v) for v in np.ravel(z).tolist()]
    return np.array(flat).reshape(np.shape(z))


# %% failed R21: slope 0.01 fixed
def leaky_relu(z, negative_slope=0.01):
    return np.where(np.asarray(z) > 0, z, 0.01 * np.asarray(z))


# %% failed R21: slope set again inside
def leaky_relu(z, negative_slope=0.01):
    negative_slope = 0.01
    return np.maximum(z, 0) + negative_slope * np.minimum(z, 0)


# %% failed: ReLU
def leaky_relu(z, negative_slope=0.01):
    return np.maximum(z, 0)


# %% failed: slope on the right
def leaky_relu(z, negative_slope=0.01):
    return np.where(np.asarray(z) < 0, z, negative_slope * np.asarray(z))


# %% failed: slope everywhere
def leaky_relu(z, negative_slope=0.01):
    return negative_slope * np.asarray(z)


# %% failed: the smaller of both lines
def leaky_relu(z, negative_slope=0.01):
    return np.minimum(z, negative_slope * np.asarray(z))


# %% failed: z plus slope on the left
def leaky_relu(z, negative_slope=0.01):
    return np.where(np.asarray(z) > 0, z, np.asarray(z) + negative_slope)


# %% failed: z minus slope on the left
def leaky_relu(z, negative_slope=0.01):
    return np.where(np.asarray(z) > 0, z, np.asarray(z) - negative_slope)


# %% failed: the larger of z and the slope
def leaky_relu(z, negative_slope=0.01):
    return np.maximum(z, negative_slope)


# %% failed: z over slope on the left
def leaky_relu(z, negative_slope=0.01):
    with np.errstate(all="ignore"):
        return np.where(np.asarray(z) > 0, z, np.divide(z, negative_slope))


# %% failed: one minus the slope on the left
def leaky_relu(z, negative_slope=0.01):
    return np.where(np.asarray(z) > 0, z, (1 - negative_slope) * np.asarray(z))


# %% failed: ELU
def leaky_relu(z, negative_slope=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, negative_slope * np.expm1(np.minimum(z, 0)))


# %% failed: the derivative
def leaky_relu(z, negative_slope=0.01):
    return np.where(np.asarray(z) > 0, 1, negative_slope)


# %% failed: absolute value of the slope
def leaky_relu(z, negative_slope=0.01):
    return np.where(np.asarray(z) > 0, z, abs(negative_slope) * np.asarray(z))


# %% failed: slope clipped to the range 0 to 1
def leaky_relu(z, negative_slope=0.01):
    slope = min(max(negative_slope, 0), 1)
    return np.where(np.asarray(z) > 0, z, slope * np.asarray(z))


# %% failed: a slope of 0 replaced by the default
def leaky_relu(z, negative_slope=0.01):
    slope = negative_slope or 0.01
    return np.where(np.asarray(z) > 0, z, slope * np.asarray(z))


# %% failed|errored: negative slopes refused
def leaky_relu(z, negative_slope=0.01):
    if negative_slope < 0:
        raise ValueError("negative_slope must not be negative")
    return np.where(np.asarray(z) > 0, z, negative_slope * np.asarray(z))


# %% failed|errored: slopes over one refused
def leaky_relu(z, negative_slope=0.01):
    assert negative_slope <= 1
    return np.maximum(z, negative_slope * np.asarray(z))


# %% failed: None for a slope over one
def leaky_relu(z, negative_slope=0.01):
    if negative_slope <= 1:
        return np.maximum(z, negative_slope * np.asarray(z))


# %% failed: right half doubled, average of both lines forgotten
def leaky_relu(z, negative_slope=0.01):
    return (1 + negative_slope) * np.asarray(z) + (1 - negative_slope) * np.abs(z)


# %% failed: buffer of the input's own type
def leaky_relu(z, negative_slope=0.01):
    z = np.asarray(z)
    result = np.zeros_like(z)
    result[z > 0] = z[z > 0]
    result[z <= 0] = negative_slope * z[z <= 0]
    return result


# %% failed: np.piecewise keeps the integer type of the input
def leaky_relu(z, negative_slope=0.01):
    z = np.asarray(z)
    return np.piecewise(z, [z > 0], [lambda v: v, lambda v: negative_slope * v])


# %% failed: everything through float32
def leaky_relu(z, negative_slope=0.01):
    z = np.float32(z)
    return np.where(z > 0, z, np.float32(negative_slope) * z)


# %% failed: rounded to two decimals
def leaky_relu(z, negative_slope=0.01):
    return np.round(np.where(np.asarray(z) > 0, z, negative_slope * np.asarray(z)), 2)


# %% failed: transposed
def leaky_relu(z, negative_slope=0.01):
    z = np.asarray(z).T
    return np.where(z > 0, z, negative_slope * z)


# %% failed: a number comes back with shape (1,)
def leaky_relu(z, negative_slope=0.01):
    z = np.atleast_1d(z)
    return np.where(z > 0, z, negative_slope * z)


# %% failed: negative entries in front, sorted by the masks
def leaky_relu(z, negative_slope=0.01):
    flat = np.ravel(z)
    parts = np.concatenate([negative_slope * flat[flat <= 0], flat[flat > 0]])
    return parts.reshape(np.shape(z))


# %% failed: print instead of return
def leaky_relu(z, negative_slope=0.01):
    print(np.where(np.asarray(z) > 0, z, negative_slope * np.asarray(z)))


# %% failed: a pair of both parts
def leaky_relu(z, negative_slope=0.01):
    return np.maximum(z, 0), negative_slope * np.minimum(z, 0)


# %% failed: the slope of the first call kept
slopes = []


def leaky_relu(z, negative_slope=0.01):
    slopes.append(negative_slope)
    return np.where(np.asarray(z) > 0, z, slopes[0] * np.asarray(z))


# %% failed: a random slope, RReLU
def leaky_relu(z, negative_slope=0.01):
    slope = np.random.uniform(1 / 8, 1 / 3)
    return np.where(np.asarray(z) > 0, z, slope * np.asarray(z))


# %% failed|errored: negative entries scaled in place
def leaky_relu(z, negative_slope=0.01):
    z[z < 0] *= negative_slope
    return z


# %% failed|errored: in place through np.asarray
def leaky_relu(z, negative_slope=0.01):
    z = np.asarray(z)
    z[z < 0] = z[z < 0] * negative_slope
    return z


# %% failed|errored: if on a whole array
def leaky_relu(z, negative_slope=0.01):
    return z if z > 0 else negative_slope * z


# %% failed|errored: loop over the entries of one dimension
def leaky_relu(z, negative_slope=0.01):
    return [v if v > 0 else negative_slope * v for v in z]


# %% failed|errored: the slope is not a parameter
def leaky_relu(z):
    return np.where(np.asarray(z) > 0, z, 0.01 * np.asarray(z))


# %% failed|errored: the slope by keyword only
def leaky_relu(z, *, negative_slope=0.01):
    return np.where(np.asarray(z) > 0, z, negative_slope * np.asarray(z))


# %% failed|errored: slope before z
def leaky_relu(negative_slope, z=0.01):
    return np.where(np.asarray(z) > 0, z, negative_slope * np.asarray(z))


# %% errored: a misspelled name
def leaky_relu(z, negative_slope=0.01):
    return np.where(np.asarray(z) > 0, z, alpha * np.asarray(z))


# %% errored: np.where with two of its three arguments
def leaky_relu(z, negative_slope=0.01):
    return np.where(np.asarray(z) > 0, z)


# %% not_attempted: the stub
def leaky_relu(z, negative_slope=0.01):
    raise NotImplementedError
