# %% passed: two sigma of 2z minus one, with a stable sigmoid
def stable_sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))


def tanh_from_sigmoid(z):
    return 2 * stable_sigmoid(2 * np.asarray(z, dtype=float)) - 1


# %% passed: np.tanh
def tanh_from_sigmoid(z):
    return np.tanh(z)


# %% passed: the name bound to np.tanh
tanh_from_sigmoid = np.tanh


# %% passed: two sigma minus one, softplus in the exponent
def tanh_from_sigmoid(z):
    z = np.asarray(z, dtype=float)
    return 2 * np.exp(-np.logaddexp(0, -2 * z)) - 1


# %% passed: difference of two sigmoids
def tanh_from_sigmoid(z):
    def sigma(v):
        return np.exp(-np.logaddexp(0, -v))

    z = np.float64(2) * z
    return sigma(z) - sigma(-z)


# %% passed: the formula as written, its overflow silenced
@np.errstate(over="ignore")
def tanh_from_sigmoid(z):
    return 2 / (1 + np.exp(-2.0 * np.asarray(z, dtype=float))) - 1


# %% passed: sign times the quotient of expm1
def tanh_from_sigmoid(z):
    z = np.asarray(z, dtype=float)
    m = np.expm1(-2 * np.abs(z))
    return np.sign(z) * -m / (2 + m)


# %% passed: argument clipped where tanh is one to rounding
def tanh_from_sigmoid(z):
    z = np.clip(np.asarray(z, dtype=float), -20, 20)
    return 2 / (1 + np.exp(-2 * z)) - 1


# %% passed: exponential ratio on a clipped argument
def tanh_from_sigmoid(z):
    z = np.clip(np.asarray(z, dtype=float), -100, 100)
    return (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))


# %% passed: masks on a float copy
def tanh_from_sigmoid(z):
    z = np.array(z, dtype=float)
    result = np.ones_like(z)
    right = z > 0
    result[right] = 2 / (1 + np.exp(-2 * z[right])) - 1
    result[~right] = 1 - 2 / (1 + np.exp(2 * z[~right]))
    return result


# %% passed: loop over np.ndindex with math.tanh
def tanh_from_sigmoid(z):
    z = np.asarray(z)
    result = np.zeros(z.shape)
    for index in np.ndindex(z.shape):
        result[index] = math.tanh(z[index])
    return result


# %% passed: nested lists for arrays, a Python float for a number
def tanh_from_sigmoid(z):
    if np.ndim(z):
        return [tanh_from_sigmoid(entry) for entry in z]
    e = math.exp(-2 * abs(float(z)))
    return math.copysign((1 - e) / (1 + e), z)


# %% passed: np.vectorize with otypes, saturating to the integers
def saturating(z):
    if abs(z) > 50:
        return 1 if z > 0 else -1
    return 2 / (1 + math.exp(-2 * z)) - 1


tanh_from_sigmoid = np.vectorize(saturating, otypes=[float])


# %% passed: keeps float32 as float32, with a print and a log line
import logging


def tanh_from_sigmoid(z):
    z = np.asarray(z)
    z = z if z.dtype == np.float32 else z.astype(float)
    logging.getLogger("sheet").debug("tanh")
    print(z.shape)
    e = np.exp(-2 * np.minimum(np.abs(z), 50))
    return np.sign(z) * (1 - e) / (1 + e)


# %% passed: functools.partial of a scaled sigmoid
import functools


def scaled(low, high, steepness, z):
    s = np.exp(-np.logaddexp(0, -steepness * np.asarray(z, dtype=float)))
    return low + (high - low) * s


tanh_from_sigmoid = functools.partial(scaled, -1, 1, 2)


# %% unstable S7: two sigma of 2z minus one with the naive sigmoid
def tanh_from_sigmoid(z):
    return 2 / (1 + np.exp(-2 * z)) - 1


# %% unstable S22: ratio of exponentials
def tanh_from_sigmoid(z):
    return (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))


# %% unstable S22: ratio of exponentials, silenced but still nan
def tanh_from_sigmoid(z):
    z = np.asarray(z, dtype=float)
    with np.errstate(all="ignore"):
        return np.sinh(z) / np.cosh(z)


# %% unstable S22: exponential of 2z in numerator and denominator
def tanh_from_sigmoid(z):
    e = np.exp(2 * np.asarray(z, dtype=float))
    return (e - 1) / (e + 1)


# %% unstable: one minus twice the mirrored sigmoid, naive
def tanh_from_sigmoid(z):
    return 1 - 2 / (np.exp(2 * z) + 1)


# %% unstable: np.where computes both branches
def tanh_from_sigmoid(z):
    v = 2 * np.asarray(z, dtype=float)
    s = np.where(v >= 0, 1 / (1 + np.exp(-v)), np.exp(v) / (1 + np.exp(v)))
    return 2 * s - 1


# %% unstable: z over root of z squared and one, beyond 20
def tanh_from_sigmoid(z):
    z = np.asarray(z, dtype=float)
    return np.where(np.abs(z) > 20, z / np.sqrt(1 + z**2), np.tanh(z))


# %% unstable: nan replaced by zero
def tanh_from_sigmoid(z):
    with np.errstate(all="ignore"):
        e = np.exp(2 * np.asarray(z, dtype=float))
        return np.nan_to_num((e - 1) / (e + 1))


# %% failed S20: two sigma of z minus one
def tanh_from_sigmoid(z):
    return 2 * np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float))) - 1


# %% failed S20: tanh of half the argument
def tanh_from_sigmoid(z):
    return np.tanh(np.asarray(z, dtype=float) / 2)


# %% failed S21: numerator and denominator swapped
def tanh_from_sigmoid(z):
    return (np.exp(z) + np.exp(-z)) / (np.exp(z) - np.exp(-z))


# %% failed: the numerator and denominator swapped at two times sigma
def tanh_from_sigmoid(z):
    z = np.asarray(z, dtype=float)
    return 1 / (2 * np.exp(-np.logaddexp(0, -2 * z)) - 1 + 1e-12)


# %% failed T1: sigma of 2z, neither stretched nor shifted
def tanh_from_sigmoid(z):
    return np.exp(-np.logaddexp(0, -2 * np.asarray(z, dtype=float)))


# %% failed T5: sigma of z
def tanh_from_sigmoid(z):
    return np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float)))


# %% failed T2: two sigma of 2z, the minus one forgotten
def tanh_from_sigmoid(z):
    return 2 * np.exp(-np.logaddexp(0, -2 * np.asarray(z, dtype=float)))


# %% failed: sigma of 2z minus one, the factor two forgotten
def tanh_from_sigmoid(z):
    return np.exp(-np.logaddexp(0, -2 * np.asarray(z, dtype=float))) - 1


# %% failed: two sigma of 2z plus one
def tanh_from_sigmoid(z):
    return 2 * np.exp(-np.logaddexp(0, -2 * np.asarray(z, dtype=float))) + 1


# %% failed: two in the wrong place, 2(sigma - 1)
def tanh_from_sigmoid(z):
    return 2 * (np.exp(-np.logaddexp(0, -2 * np.asarray(z, dtype=float))) - 1)


# %% failed T4: one minus two sigma
def tanh_from_sigmoid(z):
    return 1 - 2 * np.exp(-np.logaddexp(0, -2 * np.asarray(z, dtype=float)))


# %% failed: sigma of 4z
def tanh_from_sigmoid(z):
    return 2 * np.exp(-np.logaddexp(0, -4 * np.asarray(z, dtype=float))) - 1


# %% failed T3: sigma of z halved
def tanh_from_sigmoid(z):
    return 2 * np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float) / 2)) - 1


# %% failed T4: both signs wrong in the exponent, -tanh
def tanh_from_sigmoid(z):
    return 2 / (1 + np.exp(np.clip(2 * np.asarray(z, dtype=float), -700, 700))) - 1


# %% failed: centred sigmoid
def tanh_from_sigmoid(z):
    return np.exp(-np.logaddexp(0, -2 * np.asarray(z, dtype=float))) - 0.5


# %% failed: tan, the other tangent
def tanh_from_sigmoid(z):
    return np.tan(z)


# %% failed: arctan scaled to -1 to 1
def tanh_from_sigmoid(z):
    return 2 / np.pi * np.arctan(z)


# %% failed: arctan
def tanh_from_sigmoid(z):
    return np.arctan(z)


# %% failed: degrees to radians first
def tanh_from_sigmoid(z):
    return np.tanh(np.radians(z))


# %% failed: sinh times cosh for the quotient
def tanh_from_sigmoid(z):
    z = np.clip(np.asarray(z, dtype=float), -300, 300)
    return np.sinh(z) * np.cosh(z)


# %% failed: clipped straight line
def tanh_from_sigmoid(z):
    return np.clip(z, -1, 1)


# %% failed: the sign
def tanh_from_sigmoid(z):
    return np.sign(z)


# %% failed: softsign
def tanh_from_sigmoid(z):
    z = np.asarray(z, dtype=float)
    return z / (1 + np.abs(z))


# %% failed: the derivative
def tanh_from_sigmoid(z):
    return 1 - np.tanh(z) ** 2


# %% failed: absolute value
def tanh_from_sigmoid(z):
    e = np.exp(-2 * np.abs(np.asarray(z, dtype=float)))
    return (1 - e) / (1 + e)


# %% failed: base ten
def tanh_from_sigmoid(z):
    e = np.power(10.0, -2 * np.abs(np.asarray(z, dtype=float)))
    return np.sign(z) * (1 - e) / (1 + e)


# %% failed: Taylor polynomial
def tanh_from_sigmoid(z):
    z = np.clip(np.asarray(z, dtype=float), -1.5, 1.5)
    return z - z**3 / 3 + 2 * z**5 / 15


# %% failed: exponentials of whole numbers, buffer of the input's type
def tanh_from_sigmoid(z):
    z = np.asarray(z)
    result = np.zeros_like(z)
    result[...] = np.tanh(z)
    return result


# %% failed: np.piecewise keeps the integer type
def tanh_from_sigmoid(z):
    z = np.asarray(z)
    return np.piecewise(z, [np.abs(z) > 20], [np.sign, np.tanh])


# %% failed: everything through float32
def tanh_from_sigmoid(z):
    z = np.clip(z, -1000, 1000).astype(np.float32)
    return np.tanh(z)


# %% failed: rounded to six decimals
def tanh_from_sigmoid(z):
    return np.around(np.tanh(z), 6)


# %% failed: kept away from -1 and 1
def tanh_from_sigmoid(z):
    return 0.9999 * np.tanh(z)


# %% failed: epsilon in the denominator
def tanh_from_sigmoid(z):
    e = np.exp(-2 * np.abs(np.asarray(z, dtype=float)))
    return np.sign(z) * (1 - e) / (1 + e + 1e-8)


# %% failed: nan at 0
def tanh_from_sigmoid(z):
    z = np.asarray(z, dtype=float)
    with np.errstate(invalid="ignore"):
        return np.tanh(np.abs(z)) * (z / np.abs(z))


# %% failed: print instead of return
def tanh_from_sigmoid(z):
    print(np.tanh(z))


# %% failed: returns the sigmoid and tanh
def tanh_from_sigmoid(z):
    z = np.asarray(z, dtype=float)
    return np.exp(-np.logaddexp(0, -2 * z)), np.tanh(z)


# %% failed: returns a string
def tanh_from_sigmoid(z):
    return np.array2string(np.tanh(np.asarray(z)))


# %% failed: a new last axis
def tanh_from_sigmoid(z):
    return np.tanh(np.expand_dims(z, -1))


# %% failed: flattened
def tanh_from_sigmoid(z):
    return np.tanh(z).flatten()


# %% failed: transposed
def tanh_from_sigmoid(z):
    return np.tanh(np.asarray(z)).T


# %% failed: squeezed to the first row
def tanh_from_sigmoid(z):
    z = np.asarray(z, dtype=float)
    return np.tanh(z[0] if z.ndim > 1 else z)


# %% failed: a complex rotation
def tanh_from_sigmoid(z):
    return -1j * np.tan(1j * np.clip(np.asarray(z, dtype=float), -20, 20)) + 1e-6j


# %% failed: a map object
def tanh_from_sigmoid(z):
    return map(math.tanh, np.ravel(z))


# %% failed: doubles float inputs in place
def tanh_from_sigmoid(z):
    result = np.tanh(z)
    if isinstance(z, np.ndarray) and z.dtype == np.float64 and z.flags.writeable:
        z *= 2
    return result


# %% failed|errored: doubles the argument in place, then uses it
def tanh_from_sigmoid(z):
    z = np.asarray(z)
    np.multiply(z, 2, out=z)
    return 2 * np.exp(-np.logaddexp(0.0, -z)) - 1


# %% failed|errored: math.tanh on an array
def tanh_from_sigmoid(z):
    return math.tanh(z)


# %% failed|errored: only for arrays, a plain number has no copy
def tanh_from_sigmoid(z):
    return np.tanh(z.copy())


# %% failed|errored: only for numbers, a conditional on the argument
def tanh_from_sigmoid(z):
    e = math.exp(-2 * abs(z)) if z else 1.0
    return (1 - e) / (1 + e) * (1 if z > 0 else -1)


# %% failed|errored: list comprehension over the argument
def tanh_from_sigmoid(z):
    return [math.tanh(v) for v in z]


# %% failed|errored: the length of a number
def tanh_from_sigmoid(z):
    result = np.zeros(len(z))
    for i in range(len(z)):
        result[i] = np.tanh(z[i])
    return result


# %% failed: right for the first call only
remaining = iter([True])


def tanh_from_sigmoid(z):
    return np.tanh(z) if next(remaining, False) else np.tanh(np.asarray(z) * 0.5)


# %% failed: a slope drawn from the global random state
def tanh_from_sigmoid(z):
    return np.tanh(np.asarray(z) * np.random.uniform(0.9, 0.99))


# %% errored: the parentheses are empty
def tanh_from_sigmoid(z):
    return np.tanh()


# %% errored: sigmoid is not defined
def tanh_from_sigmoid(z):
    return 2 * sigmoid_of(2 * z) - 1


# %% errored: a product without its sign
def tanh_from_sigmoid(z):
    two = 2.0
    return two(np.exp(-np.logaddexp(0, -2 * z))) - 1


# %% errored: the sigmoid is asked for as an argument
def tanh_from_sigmoid(z, sigmoid):
    return 2 * sigmoid(2 * z) - 1


# %% errored: calls itself for half the argument without an end
def tanh_from_sigmoid(z):
    t = tanh_from_sigmoid(np.asarray(z) / 2)
    return 2 * t / (1 + t * t)


# %% errored: RuntimeError left from debugging
def tanh_from_sigmoid(z):
    result = np.tanh(z)
    raise RuntimeError(f"stop here: {result!r}")


# %% failed|errored: the module bound to the name
tanh_from_sigmoid = math


# %% not_attempted: the stub
def tanh_from_sigmoid(z):
    raise NotImplementedError


# %% failed T18: minus one inside the sigmoid
def tanh_from_sigmoid(z):
    t = np.exp(-np.abs(2 * z - 1))
    return 2 * np.where(np.less(2 * z - 1, 0), t, 1) / (1 + t)


# %% failed T18: brackets around the sigmoid minus one
def tanh_from_sigmoid(z):
    t = np.exp(-np.abs(2 * z))
    return 2 * (np.where(np.less(z, 0), t, 1) / (1 + t) - 1)
