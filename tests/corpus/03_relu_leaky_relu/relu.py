# %% passed: np.maximum
def relu(z):
    return np.maximum(0, z)


# %% passed: np.where
def relu(z):
    return np.where(np.asarray(z) > 0, z, 0.0)


# %% passed: np.clip without an upper end
def relu(z):
    return np.clip(z, 0, None)


# %% passed: mask on a float copy
def relu(z):
    result = np.array(z, dtype=float)
    result[result < 0] = 0
    return result


# %% passed: buffer of the input's own type
def relu(z):
    z = np.asarray(z)
    result = np.zeros_like(z)
    result[z > 0] = z[z > 0]
    return result


# %% passed: loop over np.ndindex
def relu(z):
    z = np.asarray(z)
    result = np.empty(z.shape)
    for index in np.ndindex(z.shape):
        result[index] = max(0.0, float(z[index]))
    return result


# %% passed: np.vectorize with otypes
relu = np.vectorize(lambda v: v if v > 0 else 0, otypes=[float])


# %% passed: nested lists for arrays, a Python number for a number
def relu(z):
    if isinstance(z, np.ndarray):
        z = z.tolist()
    if isinstance(z, list):
        return [relu(entry) for entry in z]
    return max(z, 0)


# %% passed: minus the minimum of minus z, zeros with a sign
def relu(z):
    return -np.minimum(np.negative(z), 0)


# %% passed: np.multiply with its where and out arguments
def relu(z):
    z = np.asarray(z, dtype=float)
    result = np.zeros(z.shape)
    np.multiply(z, 1.0, out=result, where=z > 0)
    return result


# %% passed: maximum over a stack, with a print
def relu(z):
    z = np.asarray(z)
    print(z.shape)
    return np.stack([z, np.zeros_like(z)]).max(axis=0)


# %% passed: np.piecewise on floats, keeps float32
def relu(z):
    z = np.asarray(z)
    if z.dtype != np.float32:
        z = z.astype(float)
    return np.piecewise(z, [z > 0], [lambda v: v, 0])


# %% passed: half of z plus its absolute value, minus infinity put right
def relu(z):
    z = np.asarray(z, dtype=float)
    with np.errstate(invalid="ignore"):
        half = (z + np.abs(z)) / 2
    return np.where(np.isnan(half), 0, half)


# %% failed|errored R1: np.max over the first axis
def relu(z):
    return np.max(z, 0)


# %% failed: np.max over everything, then zero
def relu(z):
    return max(0, np.max(z))


# %% failed|errored R2: Python's max on an array
def relu(z):
    return max(0, z)


# %% failed|errored R2: np.max of zero along z
def relu(z):
    return np.max(0, z)


# %% failed|errored: if on a whole array
def relu(z):
    if z > 0:
        return z
    return 0


# %% unstable R3: z times a mask
def relu(z):
    return np.asarray(z) * (np.asarray(z) > 0)


# %% unstable R3: z times the Heaviside step
def relu(z):
    return z * np.heaviside(z, 0)


# %% unstable: half of z plus its absolute value
def relu(z):
    return (z + np.abs(z)) / 2


# %% unstable: z minus its negative part
def relu(z):
    return z - np.minimum(z, 0)


# %% unstable: Leaky ReLU with slope 0
def relu(z):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, 0 * z)


# %% unstable: z times a mask, silenced
@np.errstate(all="ignore")
def relu(z):
    return np.multiply(z, np.greater_equal(z, 0), dtype=float)


# %% unstable|failed: square root squared, negative numbers warn
def relu(z):
    return np.nan_to_num(np.sqrt(np.asarray(z, dtype=float)), posinf=np.inf) ** 2


# %% failed|errored R4: negative entries overwritten
def relu(z):
    z[z < 0] = 0
    return z


# %% failed|errored R4: np.maximum into its argument
def relu(z):
    return np.maximum(z, 0, out=z)


# %% failed|errored: in place through np.asarray
def relu(z):
    z = np.asarray(z)
    z *= z > 0
    return z


# %% failed: overwrites inputs that it may write to
def relu(z):
    result = np.maximum(z, 0)
    if isinstance(z, np.ndarray) and z.flags.writeable:
        z[...] = result
    return result


# %% failed R5: the derivative, np.where
def relu(z):
    return np.where(np.asarray(z) > 0, 1, 0)


# %% failed R5: the comparison itself
def relu(z):
    return np.asarray(z) > 0


# %% failed R6: integer buffer
@np.errstate(all="ignore")
def relu(z):
    result = np.zeros(np.shape(z), dtype=int)
    np.copyto(result, np.maximum(z, 0), casting="unsafe")
    return result


# %% failed|errored: np.vectorize takes its type from a first value that is the integer 0
@np.errstate(all="ignore")
def relu(z):
    return np.vectorize(lambda v: v if v > 0 else 0)(z)


# %% failed: minimum
def relu(z):
    return np.minimum(0, z)


# %% failed: of minus z
def relu(z):
    return np.maximum(0, np.negative(z))


# %% failed: absolute value
def relu(z):
    return np.abs(z)


# %% failed: nothing done
def relu(z):
    return z


# %% failed: clipped at one
def relu(z):
    return np.clip(z, 0, 1)


# %% failed: ReLU6
def relu(z):
    return np.minimum(np.maximum(z, 0), 6)


# %% failed: Leaky ReLU
def relu(z):
    return np.maximum(z, 0.01 * np.asarray(z))


# %% failed: softplus
def relu(z):
    return np.logaddexp(0, np.asarray(z, dtype=float))


# %% failed: a steep softplus
def relu(z):
    return np.logaddexp(0, 100 * np.asarray(z, dtype=float)) / 100


# %% failed: ELU
def relu(z):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, np.expm1(np.minimum(z, 0)))


# %% failed: threshold one
def relu(z):
    return np.where(np.asarray(z) > 1, z, 0)


# %% failed: shifted by one
def relu(z):
    return np.maximum(np.asarray(z) - 1, 0)


# %% failed: at least one
def relu(z):
    return np.maximum(z, 1)


# %% failed: a small epsilon for zero
def relu(z):
    return np.maximum(z, 1e-8)


# %% unstable: infinities made finite
def relu(z):
    return np.maximum(np.nan_to_num(z, posinf=0.0), 0)


# %% failed: positive entries only, the others dropped
def relu(z):
    z = np.ravel(z)
    return z[z > 0]


# %% failed: nan for the negative entries
def relu(z):
    return np.where(np.asarray(z) >= 0, z, np.nan)


# %% failed: everything through float32
def relu(z):
    return np.maximum(np.float32(z), 0)


# %% failed: rounded to three decimals
def relu(z):
    return np.round(np.maximum(z, 0), 3)


# %% failed: flattened
def relu(z):
    return np.maximum(np.ravel(z), 0)


# %% failed: transposed
def relu(z):
    return np.maximum(z, 0).T


# %% failed: memory order taken for reading order
def relu(z):
    z = np.asarray(z)
    return np.maximum(np.ravel(z, order="K"), 0).reshape(z.shape)


# %% failed: a number comes back with shape (1,)
def relu(z):
    return np.maximum(np.atleast_1d(z), 0)


# %% failed: mean of the values
def relu(z):
    return np.mean(np.maximum(z, 0))


# %% failed: divided by the largest value
@np.errstate(all="ignore")
def relu(z):
    positive = np.maximum(z, 0)
    return positive / np.max(positive)


# %% failed: value and derivative
def relu(z):
    return np.maximum(z, 0), np.greater(z, 0)


# %% failed: print instead of return
def relu(z):
    print(np.maximum(z, 0))


# %% failed: nothing for an array without positive entries
def relu(z):
    if np.any(np.asarray(z) > 0):
        return np.maximum(z, 0)


# %% failed: strings
def relu(z):
    return np.maximum(z, 0).astype(str)


# %% failed: None in place of zero
def relu(z):
    return np.where(np.asarray(z) > 0, z, None)


# %% failed: an imaginary part where z is negative
def relu(z):
    return np.maximum(z, 0) + 1j * np.minimum(np.maximum(z, -1e9), 0)


# %% failed: every call gives the first call's answer
answers = {}


def relu(z):
    return answers.setdefault("relu", np.maximum(z, 0))


# %% failed: dropout from the global random state
def relu(z):
    z = np.maximum(z, 0)
    return np.where(np.random.random(np.shape(z)) < 0.1, 0, z)


# %% failed|errored: loop over the entries of one dimension
def relu(z):
    return np.array([v if v > 0 else 0.0 for v in z])


# %% failed|errored: rows and columns taken for granted
def relu(z):
    rows, columns = z.shape
    result = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            result[i, j] = max(0.0, z[i, j])
    return result


# %% failed|errored: only arrays have a copy
def relu(z):
    result = z.copy()
    result[result < 0] = 0
    return result


# %% errored: a function that NumPy does not have
def relu(z):
    return np.relu(z)


# %% errored: axis and argument mixed up
def relu(z):
    return np.maximum(z)


# %% errored: two parameters
def relu(z, slope):
    return np.where(z > 0, z, slope * z)


# %% not_attempted: the stub
def relu(z):
    raise NotImplementedError
