# %% passed: sigma times one minus sigma, with a stable sigmoid
def stable_sigmoid(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))


def sigmoid_derivative(z):
    s = stable_sigmoid(z)
    return s * (1 - s)


# %% passed: one exponential, even in z
def sigmoid_derivative(z):
    e = np.exp(-np.abs(np.asarray(z, dtype=float)))
    return e / (1 + e) ** 2


# %% passed: by tanh of half the argument
def sigmoid_derivative(z):
    t = np.tanh(np.asarray(z, dtype=float) / 2)
    return (1 - t * t) / 4


# %% passed: by tanh of half the argument, factored
def sigmoid_derivative(z):
    t = np.tanh(0.5 * np.asarray(z, dtype=float))
    return 0.25 * (1 - t) * (1 + t)


# %% passed: exponential of two softpluses
def sigmoid_derivative(z):
    z = np.float64(z)
    return np.exp(-np.logaddexp(0, z) - np.logaddexp(0, -z))


# %% passed: sigma of z times sigma of minus z, masks on copies
def sigmoid_derivative(z):
    def half(v):
        out = np.zeros_like(v)
        right = v >= 0
        out[right] = 1 / (1 + np.exp(-v[right]))
        out[~right] = 1 - 1 / (1 + np.exp(v[~right]))
        return out

    z = np.array(z, dtype=float)
    return half(z) * half(-z)


# %% passed: hyperbolic cosine, its overflow silenced
def sigmoid_derivative(z):
    with np.errstate(over="ignore"):
        return 0.25 / np.cosh(np.asarray(z, dtype=float) / 2) ** 2


# %% passed: naive sigmoid silenced
@np.errstate(over="ignore")
def sigmoid_derivative(z):
    s = 1 / (1 + np.exp(-np.asarray(z, dtype=float)))
    return s - s**2


# %% passed: loop over np.ndindex
def sigmoid_derivative(z):
    z = np.asarray(z)
    slope = np.empty(z.shape)
    for index in np.ndindex(z.shape):
        e = math.exp(-abs(float(z[index])))
        slope[index] = e / (1 + e) / (1 + e)
    return slope


# %% passed: nested lists for arrays, a Python float for a number
def sigmoid_derivative(z):
    if np.ndim(z) > 0:
        return [sigmoid_derivative(entry) for entry in z]
    s = 0.5 + 0.5 * math.tanh(float(z) / 2)
    return s * (1 - s)


# %% passed: np.vectorize with otypes, zero far away
def slope(z):
    if abs(z) > 700:
        return 0
    e = math.exp(-z)
    return e / (1 + e) ** 2 if z > -300 else 1 / e


sigmoid_derivative = np.vectorize(slope, otypes=["float64"])


# %% passed: keeps float32 as float32, with a print
def sigmoid_derivative(z):
    z = np.asarray(z)
    print(z.dtype)
    if z.dtype.kind == "i":
        z = z.astype(float)
    e = np.exp(-np.abs(z))
    return e / np.square(1 + e)


# %% passed: a class whose __new__ returns the slope
class sigmoid_derivative:
    def __new__(cls, z):
        e = np.exp(-np.abs(np.asarray(z, dtype=float)))
        s = 1 / (1 + e)
        return s * (1 - s)


# %% passed: softplus of both signs, by functools.reduce
import functools
import operator


def sigmoid_derivative(z):
    z = np.asarray(z, dtype=float)
    parts = (np.exp(-np.logaddexp(0, sign * z)) for sign in (1, -1))
    return functools.reduce(operator.mul, parts)


# %% unstable S7: the naive sigmoid inside
def sigmoid_derivative(z):
    s = 1 / (1 + np.exp(-z))
    return s * (1 - s)


# %% unstable S8: the quotient rule's formula as written
def sigmoid_derivative(z):
    return np.exp(-z) / (1 + np.exp(-z)) ** 2


# %% unstable S8: exponential over squared one plus exponential
def sigmoid_derivative(z):
    e = np.exp(z)
    return e / (1 + e) ** 2


# %% unstable: hyperbolic cosine
def sigmoid_derivative(z):
    return 1 / (4 * np.cosh(np.asarray(z, dtype=float) / 2) ** 2)


# %% unstable: one over two plus both exponentials
def sigmoid_derivative(z):
    z = np.asarray(z, dtype=float)
    return 1 / (2 + np.exp(z) + np.exp(-z))


# %% unstable: quotient silenced, nan left behind
def sigmoid_derivative(z):
    with np.errstate(all="ignore"):
        e = np.exp(np.asarray(z, dtype=float))
        return e / (1 + e) - (e / (1 + e)) ** 2


# %% unstable: e to the z over one plus e to the z, each half
def sigmoid_derivative(z):
    left = np.exp(z) / (1 + np.exp(z))
    right = 1 / (1 + np.exp(z))
    return left * right


# %% unstable: never below 1e-6 because the slope must not vanish
def sigmoid_derivative(z):
    e = np.exp(-np.abs(np.asarray(z, dtype=float)))
    return np.maximum(e / (1 + e) ** 2, 1e-6)


# %% unstable: np.where computes both branches
def sigmoid_derivative(z):
    z = np.asarray(z, dtype=float)
    s = np.where(z >= 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))
    return s * (1 - s)


# %% failed S15: z times one minus z on the pre-activation
def sigmoid_derivative(z):
    return z * (1 - z)


# %% failed S16: squashed twice
def sigmoid_derivative(z):
    def sigma(v):
        return np.exp(-np.logaddexp(0, -np.asarray(v, dtype=float)))

    a = sigma(z)
    return sigma(a) * (1 - sigma(a))


# %% failed S19: sign error
def sigmoid_derivative(z):
    e = np.exp(-np.abs(np.asarray(z, dtype=float)))
    return -e / (1 + e) ** 2


# %% failed S19: sigma minus one
def sigmoid_derivative(z):
    s = np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float)))
    return s * (s - 1)


# %% failed S17: sigma itself
def sigmoid_derivative(z):
    return np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float)))


# %% failed S18: one minus sigma
def sigmoid_derivative(z):
    return np.exp(-np.logaddexp(0, np.asarray(z, dtype=float)))


# %% failed: one minus sigma squared, as for tanh
def sigmoid_derivative(z):
    s = np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float)))
    return 1 - s**2


# %% failed: sigma squared
def sigmoid_derivative(z):
    return np.exp(-2 * np.logaddexp(0, -np.asarray(z, dtype=float)))


# %% failed: sigma times one plus sigma
def sigmoid_derivative(z):
    s = np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float)))
    return s * (1 + s)


# %% failed: sigma times one minus z
def sigmoid_derivative(z):
    s = np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float)))
    return s * (1 - np.asarray(z))


# %% failed: parentheses missing, sigma minus sigma
def sigmoid_derivative(z):
    s = np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float)))
    return s * 1 - s


# %% failed: the square forgotten in the quotient rule
def sigmoid_derivative(z):
    e = np.exp(-np.abs(np.asarray(z, dtype=float)))
    return e / (1 + e)


# %% failed: the inner exponential forgotten, one over the square
def sigmoid_derivative(z):
    e = np.exp(np.minimum(-np.asarray(z, dtype=float), 300))
    return 1 / (1 + e) ** 2


# %% failed S23: tanh's derivative
def sigmoid_derivative(z):
    return 1 - np.tanh(np.asarray(z, dtype=float)) ** 2


# %% failed: a quarter of tanh's derivative, the half inside forgotten
def sigmoid_derivative(z):
    return 0.25 * (1 - np.tanh(np.asarray(z, dtype=float)) ** 2)


# %% failed: scaled so that the largest slope is one
def sigmoid_derivative(z):
    e = np.exp(-np.abs(np.asarray(z, dtype=float)))
    return 4 * e / (1 + e) ** 2


# %% failed: the constant a quarter
def sigmoid_derivative(z):
    return np.full(np.shape(z), 0.25)


# %% failed: Gaussian bump of the same height
def sigmoid_derivative(z):
    z = np.clip(np.asarray(z, dtype=float), -30, 30)
    return 0.25 * np.exp(-(z**2) / 4)


# %% failed: the second derivative
def sigmoid_derivative(z):
    s = np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float)))
    return s * (1 - s) * (1 - 2 * s)


# %% failed: multiplied by z as well
def sigmoid_derivative(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(-np.abs(z))
    return z * e / (1 + e) ** 2


# %% failed: slope of the wrong sigmoid, base ten
def sigmoid_derivative(z):
    e = np.power(10.0, -np.abs(np.asarray(z, dtype=float)))
    return e / (1 + e) ** 2


# %% failed: ReLU's derivative
def sigmoid_derivative(z):
    return (np.asarray(z) > 0).astype(float)


# %% failed: difference quotient with a step of 0.1
def sigmoid_derivative(z):
    def sigma(v):
        return np.exp(-np.logaddexp(0, -v))

    z = np.asarray(z, dtype=float)
    return (sigma(z + 0.1) - sigma(z - 0.1)) / 0.2


# %% failed: difference quotient with a step of 1e-5, one-sided
def sigmoid_derivative(z):
    def sigma(v):
        return np.exp(-np.logaddexp(0, -v))

    z = np.asarray(z, dtype=float)
    return (sigma(z + 1e-5) - sigma(z)) / 1e-5


# %% failed: np.gradient over neighbouring entries
def sigmoid_derivative(z):
    z = np.asarray(z, dtype=float)
    s = np.exp(-np.logaddexp(0, -z))
    return np.gradient(s.ravel()).reshape(s.shape) if s.size > 1 else s


# %% failed: np.diff of the values
def sigmoid_derivative(z):
    s = np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float)))
    return np.diff(np.ravel(s))


# %% failed: the Jacobian as a diagonal matrix
def sigmoid_derivative(z):
    s = np.exp(-np.logaddexp(0, -np.ravel(np.asarray(z, dtype=float))))
    return np.diag(s * (1 - s))


# %% failed: buffer takes the integer type of the input
def sigmoid_derivative(z):
    z = np.asarray(z)
    result = np.empty_like(z)
    e = np.exp(-np.abs(z))
    np.copyto(result, e / (1 + e) ** 2, casting="unsafe")
    return result


# %% failed: rounded to five decimals
def sigmoid_derivative(z):
    e = np.exp(-np.abs(np.asarray(z, dtype=float)))
    return (e / (1 + e) ** 2).round(5)


# %% failed: everything through float32
def sigmoid_derivative(z):
    e = np.exp(-np.abs(np.asarray(z, dtype=float))).astype("float32")
    return e / (1 + e) ** 2


# %% failed: epsilon added
def sigmoid_derivative(z):
    e = np.exp(-np.abs(np.asarray(z, dtype=float)))
    return e / (1 + e) ** 2 + 1e-8


# %% failed: nan at 0, by the derivative of log cosh
def sigmoid_derivative(z):
    z = np.asarray(z, dtype=float)
    t = np.tanh(z / 2)
    with np.errstate(all="ignore"):
        return (1 - t**2) / 4 * (z / z)


# %% failed: zero at 0, a kink invented
def sigmoid_derivative(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(-np.abs(z))
    return np.where(z == 0, 0.0, e / (1 + e) ** 2)


# %% failed: np.dot in place of the elementwise product
def sigmoid_derivative(z):
    s = np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float)))
    return np.dot(np.ravel(s), np.ravel(1 - s))


# %% failed: print instead of return
def sigmoid_derivative(z):
    e = np.exp(-np.abs(np.asarray(z, dtype=float)))
    print(e / (1 + e) ** 2)


# %% failed: two results, value first
def sigmoid_derivative(z):
    s = np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float)))
    return [s, s * (1 - s)]


# %% failed: returns the inner function
def sigmoid_derivative(z):
    def inner():
        e = np.exp(-np.abs(z))
        return e / (1 + e) ** 2

    return inner


# %% failed: a row for a number
def sigmoid_derivative(z):
    e = np.exp(-np.abs(np.array(z, dtype=float, ndmin=1)))
    return e / (1 + e) ** 2


# %% failed: first axis summed with keepdims
def sigmoid_derivative(z):
    e = np.exp(-np.abs(np.asarray(z, dtype=float)))
    slope = e / (1 + e) ** 2
    return slope.sum(axis=0, keepdims=True) if slope.ndim else slope


# %% failed: overwrites float inputs with the sigmoid
def sigmoid_derivative(z):
    z = np.asarray(z)
    s = np.exp(-np.logaddexp(0.0, -z.astype(float)))
    if z.dtype.kind == "f" and z.flags.writeable:
        z[...] = s
    return s * (1 - s)


# %% failed|errored: absolute value in place
def sigmoid_derivative(z):
    z = np.asarray(z)
    np.abs(z, out=z)
    e = np.exp(-z)
    return e / (1 + e) ** 2


# %% failed|errored: math.exp on an array
def sigmoid_derivative(z):
    e = math.exp(-abs(z))
    return e / (1 + e) ** 2


# %% failed|errored: only for arrays, a plain number cannot be masked
def sigmoid_derivative(z):
    e = np.exp(-np.abs(z))
    e[z == 0] = 1.0
    return e / (1 + e) ** 2


# %% failed|errored: only for matrices, unpacks two dimensions
def sigmoid_derivative(z):
    n, d = z.shape
    e = np.exp(-np.abs(z.astype(float)))
    return (e / (1 + e) ** 2).reshape(n, d)


# %% failed|errored: only for numbers, max of an array
def sigmoid_derivative(z):
    e = math.exp(-max(z, -z))
    return e / (1 + e) ** 2


# %% failed: every call makes the result smaller
scale = 1.0


def sigmoid_derivative(z):
    global scale
    e = np.exp(-np.abs(np.asarray(z, dtype=float)))
    scale *= 0.25
    return scale * 4 * e / (1 + e) ** 2 - (1 - scale) * 1e-3


# %% failed: dropout from the global random state
def sigmoid_derivative(z):
    e = np.exp(-np.abs(np.asarray(z, dtype=float)))
    return (np.random.random(e.shape) < 0.5) * 2 * e / (1 + e) ** 2


# %% errored: a sigmoid that is not defined anywhere
def sigmoid_derivative(z):
    s = sigma_of(z)
    return s * (1 - s)


# %% errored: multiplies by calling
def sigmoid_derivative(z):
    s = np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float)))
    return s(1 - s)


# %% errored: expects the activation as a second argument
def sigmoid_derivative(z, a):
    return a * (1 - a)


# %% errored: derivative by calling itself
def sigmoid_derivative(z):
    return sigmoid_derivative(z) * (1 - sigmoid_derivative(z))


# %% errored: NumPy has no sigmoid
def sigmoid_derivative(z):
    return np.sigmoid(z) * (1 - np.sigmoid(z))


# %% failed|errored: a list of functions bound to the name
sigmoid_derivative = [np.exp, np.log]


# %% not_attempted: the stub
def sigmoid_derivative(z):
    raise NotImplementedError()


# %% failed S34: brackets forgotten
def sigmoid_derivative(z):
    def sigmoid(z):
        t = np.exp(-np.abs(z))
        return np.where(np.less(z, 0), t, 1) / (1 + t)

    return sigmoid(z) * 1 - sigmoid(z)
