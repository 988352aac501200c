# %% passed: one minus tanh squared
def tanh_derivative(z):
    return 1 - np.tanh(z) ** 2


# %% passed: product of one minus and one plus tanh
def tanh_derivative(z):
    t = np.tanh(np.asarray(z))
    return (1 - t) * (1 + t)


# %% passed: four times the sigmoid's slope at 2z
def tanh_derivative(z):
    s = np.exp(-np.logaddexp(0, -2 * np.asarray(z, dtype=float)))
    return 4 * s * (1 - s)


# %% passed: one exponential, even in z
def tanh_derivative(z):
    e = np.exp(-2 * np.abs(np.asarray(z, dtype=float)))
    return 4 * e / (1 + e) ** 2


# %% passed: one over cosh squared, its overflow silenced
@np.errstate(over="ignore")
def tanh_derivative(z):
    return 1 / np.cosh(np.asarray(z, dtype=float)) ** 2


# %% passed: one over cosh squared on a clipped argument
def tanh_derivative(z):
    return np.cosh(np.clip(np.asarray(z, dtype=float), -300, 300)) ** -2


# %% passed: loop over np.ndindex with math.tanh
def tanh_derivative(z):
    z = np.asarray(z)
    slope = np.zeros(z.shape)
    for index in np.ndindex(z.shape):
        slope[index] = 1 - math.tanh(z[index]) ** 2
    return slope


# %% passed: nested lists for arrays, a Python float for a number
def tanh_derivative(z):
    if np.ndim(z):
        return list(map(tanh_derivative, z))
    return 1 - math.tanh(float(z)) ** 2


# %% passed: np.vectorize with otypes, integers far away
def slope(z):
    return 0 if abs(z) > 25 else 1 / math.cosh(z) ** 2


tanh_derivative = np.vectorize(slope, otypes=[float])


# %% passed: masks on copies
def tanh_derivative(z):
    z = np.array(z, dtype=np.float64)
    result = np.zeros_like(z)
    middle = np.abs(z) < 30
    e = np.exp(2 * z[middle])
    result[middle] = 4 * e / (e + 1) ** 2
    return result


# %% passed: tanh from the sigmoid first, silenced, with a print
def tanh_derivative(z):
    with np.errstate(all="ignore"):
        t = 2 / (1 + np.exp(-2 * np.asarray(z, dtype=float))) - 1
    print("tanh", t)
    return 1 - t**2


# %% passed: keeps float32 as float32
def tanh_derivative(z):
    t = np.tanh(z)
    return np.subtract(1, np.square(t), dtype=t.dtype)


# %% passed: an object with __call__ and a cached constant
class Slope:
    def __init__(self, top):
        self.top = top

    def __call__(self, z):
        return self.top - np.power(np.tanh(z), 2)


tanh_derivative = Slope(1)


# %% passed: double-angle formula
def tanh_derivative(z):
    z = np.clip(np.asarray(z, dtype=float), -200, 200)
    return 2 / (1 + np.cosh(2 * z))


# %% unstable T9: one over cosh squared
def tanh_derivative(z):
    return 1 / np.cosh(z) ** 2


# %% unstable: two over the sum of exponentials, squared
def tanh_derivative(z):
    z = np.asarray(z, dtype=float)
    return (2 / (np.exp(z) + np.exp(-z))) ** 2


# %% unstable: tanh as a ratio of exponentials
def tanh_derivative(z):
    z = np.asarray(z, dtype=float)
    t = (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))
    return 1 - t**2


# %% unstable: tanh by the naive sigmoid
def tanh_derivative(z):
    t = 2 / (1 + np.exp(-2 * np.asarray(z, dtype=float))) - 1
    return 1 - t**2


# %% unstable: one minus the squared ratio of sinh and cosh
def tanh_derivative(z):
    return 1 - (np.sinh(z) / np.cosh(z)) ** 2


# %% unstable: exponential of 2z over a square
def tanh_derivative(z):
    e = np.exp(2 * np.asarray(z, dtype=float))
    return 4 * e / (e + 1) ** 2


# %% failed S24: one minus z squared
def tanh_derivative(z):
    return 1 - z**2


# %% failed S24: one minus tanh
def tanh_derivative(z):
    return 1 - np.tanh(z)


# %% failed S24: t(1 - t) as for the sigmoid
def tanh_derivative(z):
    t = np.tanh(z)
    return t * (1 - t)


# %% failed S25: two times the sigmoid's slope, the inner two forgotten
def tanh_derivative(z):
    s = np.exp(-np.logaddexp(0, -2 * np.asarray(z, dtype=float)))
    return 2 * s * (1 - s)


# %% failed: neither two, the sigmoid's slope at 2z
def tanh_derivative(z):
    s = np.exp(-np.logaddexp(0, -2 * np.asarray(z, dtype=float)))
    return s * (1 - s)


# %% failed T8: four times the sigmoid's slope at z
def tanh_derivative(z):
    s = np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float)))
    return 4 * s * (1 - s)


# %% failed T7: the sigmoid's slope at z
def tanh_derivative(z):
    s = np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float)))
    return s * (1 - s)


# %% failed T10: one plus tanh squared
def tanh_derivative(z):
    return 1 + np.tanh(z) ** 2


# %% failed: tanh squared minus one
def tanh_derivative(z):
    return np.tanh(z) ** 2 - 1


# %% failed: tanh squared
def tanh_derivative(z):
    return np.tanh(z) ** 2


# %% failed: tanh of the square
def tanh_derivative(z):
    return 1 - np.tanh(np.asarray(z, dtype=float) ** 2)


# %% failed: square of one minus tanh
def tanh_derivative(z):
    return (1 - np.tanh(z)) ** 2


# %% failed: twice tanh for its square
def tanh_derivative(z):
    return 1 - np.tanh(z) * 2


# %% failed: tanh applied twice
def tanh_derivative(z):
    return 1 - np.tanh(np.tanh(z)) ** 2


# %% failed: root of one minus the square
def tanh_derivative(z):
    return np.sqrt(1 - np.tanh(z) ** 2)


# %% failed: one minus the sigmoid squared
def tanh_derivative(z):
    s = np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float)))
    return 1 - s**2


# %% failed: one over cosh
def tanh_derivative(z):
    return 1 / np.cosh(np.clip(z, -300, 300))


# %% failed: one over cos squared, the other tangent
def tanh_derivative(z):
    return 1 / np.cos(z) ** 2


# %% failed: one over one plus z squared, the arctangent's slope
def tanh_derivative(z):
    return 1 / (1 + np.asarray(z, dtype=float) ** 2)


# %% failed: the second derivative
def tanh_derivative(z):
    t = np.tanh(z)
    return -2 * t * (1 - t**2)


# %% failed: the chain rule's factor 2z, derivative of one minus the square
def tanh_derivative(z):
    return -2 * np.tanh(z)


# %% failed: times z
def tanh_derivative(z):
    return z * (1 - np.tanh(z) ** 2)


# %% failed T6: tanh itself
def tanh_derivative(z):
    return np.tanh(z)


# %% failed: sign of the odd half kept
def tanh_derivative(z):
    return np.sign(z) * (1 - np.tanh(z) ** 2)


# %% failed: slope of the clipped line
def tanh_derivative(z):
    return np.where(np.abs(z) < 1, 1.0, 0.0)


# %% failed: difference quotient with a step of 1e-8
def tanh_derivative(z):
    z = np.asarray(z, dtype=float)
    return (np.tanh(z + 1e-8) - np.tanh(z)) / 1e-8


# %% failed: difference quotient without dividing by twice the step
def tanh_derivative(z):
    z = np.asarray(z, dtype=float)
    return (np.tanh(z + 1e-5) - np.tanh(z - 1e-5)) / 1e-5


# %% failed: np.gradient over neighbouring entries
def tanh_derivative(z):
    t = np.ravel(np.tanh(z))
    if t.size < 2:
        return t
    return np.gradient(t).reshape(np.shape(z))


# %% failed: a caret read as exclusive or, by way of whole numbers
def tanh_derivative(z):
    return 1 - (np.rint(np.tanh(z)).astype(int) ^ 2)


# %% failed: buffer takes the integer type of the input
def tanh_derivative(z):
    z = np.asarray(z)
    slope = np.ones_like(z)
    slope[...] = 1 - np.tanh(z) ** 2
    return slope


# %% failed: everything through float32
def tanh_derivative(z):
    return 1 - np.tanh(z, dtype=np.float32, casting="unsafe") ** 2


# %% failed: rounded to eight decimals
def tanh_derivative(z):
    return np.round(1 - np.tanh(z) ** 2, 8)


# %% failed: never below 1e-3, so that learning goes on
def tanh_derivative(z):
    return np.maximum(1 - np.tanh(z) ** 2, 1e-3)


# %% failed: zero beyond three
def tanh_derivative(z):
    z = np.asarray(z, dtype=float)
    return np.where(np.abs(z) > 3, 0.0, 1 - np.tanh(z) ** 2)


# %% failed: nan at 0, by tanh over sinh cosh
def tanh_derivative(z):
    z = np.clip(np.asarray(z, dtype=float), -300, 300)
    with np.errstate(invalid="ignore"):
        return np.tanh(z) / (np.sinh(z) * np.cosh(z))


# %% failed: print instead of return
def tanh_derivative(z):
    print(f"{1 - np.tanh(z) ** 2}")


# %% failed: a return without a value
def tanh_derivative(z):
    slope = 1 - np.tanh(z) ** 2
    return


# %% failed: a list with the array inside
def tanh_derivative(z):
    return [1 - np.tanh(z) ** 2]


# %% failed: the pair of value and slope
def tanh_derivative(z):
    t = np.tanh(z)
    return t, 1 - t**2


# %% failed: flattened
def tanh_derivative(z):
    return (1 - np.tanh(z) ** 2).ravel()


# %% failed: transposed
def tanh_derivative(z):
    return (1 - np.tanh(np.asarray(z)) ** 2).T


# %% failed|errored: square by matrix product with itself
def tanh_derivative(z):
    t = np.atleast_2d(np.tanh(z))
    return 1 - t @ t.T


# %% failed: sum of the slopes
def tanh_derivative(z):
    return np.sum(1 - np.tanh(z) ** 2)


# %% failed: a string for every slope
def tanh_derivative(z):
    return np.asarray(1 - np.tanh(z) ** 2).astype(str)


# %% failed: the object array of one array
def tanh_derivative(z):
    box = np.empty((), dtype=object)
    box[()] = [1 - np.tanh(z) ** 2]
    return box


# %% failed: overwrites float inputs with tanh
def tanh_derivative(z):
    z = np.asarray(z)
    t = np.tanh(z)
    if z.dtype == t.dtype and z.flags.writeable:
        np.copyto(z, t)
    return 1 - t**2


# %% failed|errored: in-place tanh of the argument
def tanh_derivative(z):
    z = np.asarray(z)
    np.tanh(z, out=z)
    return 1 - z**2


# %% failed|errored: math.tanh on an array
def tanh_derivative(z):
    return 1 - math.tanh(z) ** 2


# %% failed|errored: far entries left out, so that the shape no longer fits
def tanh_derivative(z):
    z = np.asarray(z, dtype=float)
    return np.array([math.cosh(v) ** -2 for v in z.flat if abs(v) < 0.5]).reshape(z.shape)


# %% failed|errored: a loop over rows and columns
def tanh_derivative(z):
    slope = np.zeros(z.shape)
    for i in range(z.shape[0]):
        for j in range(z.shape[1]):
            slope[i, j] = 1 - np.tanh(z[i, j]) ** 2
    return slope


# %% failed|errored: only for numbers
def tanh_derivative(z):
    if z == 0:
        return 1.0
    return 1 - math.tanh(z) ** 2


# %% failed|errored: only for arrays, a plain number has no dtype
def tanh_derivative(z):
    return np.ones(z.shape, dtype=z.dtype) - np.tanh(z) ** 2


# %% failed|errored: rejects integers
def tanh_derivative(z):
    if np.asarray(z).dtype.kind != "f":
        raise TypeError("z must be a float array")
    return 1 - np.tanh(z) ** 2


# %% failed: remembers answers by shape
seen = {}


def tanh_derivative(z):
    return seen.setdefault(np.shape(z), 1 - np.tanh(z) ** 2)


# %% failed: noise from the global random state
def tanh_derivative(z):
    return 1 - np.tanh(z) ** 2 + np.random.standard_normal() / 1000


# %% errored: math has no array functions of this name
def tanh_derivative(z):
    return 1 - math.tanh2(z)


# %% errored: a caret for the square
def tanh_derivative(z):
    return 1 - np.tanh(z) ^ 2


# %% errored: the function squared, not its value
def tanh_derivative(z):
    return 1 - np.tanh**2 * z


# %% errored: needs the activation too
def tanh_derivative(z, tanh_z):
    return 1 - tanh_z**2


# %% errored: endless recursion by the chain rule
def tanh_derivative(z):
    return tanh_derivative(np.asarray(z) / 2) * 2


# %% errored: a bare name as a note to oneself
def tanh_derivative(z):
    t = np.tanh(z)
    fixme
    return 1 - t**2


# %% failed|errored: an array bound to the name
tanh_derivative = 1 - np.tanh(np.linspace(-3, 3, 7)) ** 2


# %% not_attempted: the stub
def tanh_derivative(z):
    """The slope of tanh at z."""
    raise NotImplementedError("your answer here")


# %% failed T19: z is squared
def tanh_derivative(z):
    return 1 - np.tanh(z**2)


# %% failed T19: the difference is squared
def tanh_derivative(z):
    return (1 - np.tanh(z)) ** 2
