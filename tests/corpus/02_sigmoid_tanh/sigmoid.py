# %% passed: exponential of minus the absolute value, np.where on safe arguments
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))


# %% passed: boolean masks on a float copy
def sigmoid(z):
    z = np.array(z, dtype=np.float64)
    result = np.empty_like(z)
    positive = z >= 0
    result[positive] = 1.0 / (1.0 + np.exp(-z[positive]))
    e = np.exp(z[~positive])
    result[~positive] = e / (1.0 + e)
    return result


# %% passed: minus softplus in the exponent, by np.logaddexp
def sigmoid(z):
    return np.exp(-np.logaddexp(0.0, -np.asarray(z, dtype=float)))


# %% passed: the formula as written, its overflow silenced by np.errstate
def sigmoid(z):
    with np.errstate(over="ignore"):
        return 1 / (1 + np.exp(-np.asarray(z, dtype=float)))


# %% passed: np.errstate as a decorator
@np.errstate(all="ignore")
def sigmoid(z):
    return np.reciprocal(1.0 + np.exp(np.negative(np.asarray(z, dtype=np.float64))))


# %% passed: np.seterr for the time of the call, then put back
def sigmoid(z):
    before = np.seterr(over="ignore")
    try:
        return 1 / (1 + np.exp(-np.float64(z)))
    finally:
        np.seterr(**before)


# %% passed: the overflow warning silenced by the warnings module
import warnings


def sigmoid(z):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return 1 / (1 + np.exp(-np.asarray(z, dtype=float)))


# %% passed: one quotient for both signs
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    return np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))


# %% passed: loop over np.ndindex with math.exp
def sigmoid(z):
    z = np.asarray(z)
    result = np.zeros(z.shape, dtype=float)
    for index in np.ndindex(z.shape):
        value = float(z[index])
        if value >= 0:
            result[index] = 1 / (1 + math.exp(-value))
        else:
            result[index] = math.exp(value) / (1 + math.exp(value))
    return result


# %% passed: np.vectorize with otypes
def one_sigmoid(z):
    if z < -700:
        return 0
    return 1 / (1 + math.exp(-z))


sigmoid = np.vectorize(one_sigmoid, otypes=[float])


# %% passed: nested lists for arrays, a Python float for a number
def sigmoid(z):
    if isinstance(z, np.ndarray):
        z = z.tolist()
    if isinstance(z, list):
        return [sigmoid(entry) for entry in z]
    e = math.exp(-abs(z))
    return 1 / (1 + e) if z >= 0 else e / (1 + e)


# %% passed: keeps float32 as float32
def sigmoid(z):
    z = np.asarray(z)
    if z.dtype != np.float32:
        z = z.astype(np.float64)
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, np.ones_like(e), e) / (1 + e)


# %% passed: half-angle tanh on the right, exponential on the left
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    right = 0.5 * (1 + np.tanh(np.maximum(z, 0) / 2))
    e = np.exp(np.minimum(z, 0))
    return np.where(z > 0, right, e / (1 + e))


# %% passed: argument clipped where the value is below 1e-300 anyway
def sigmoid(z):
    return 1 / (1 + np.exp(-np.clip(np.asarray(z, dtype=float), -700, 700)))


# %% passed: np.exp with its where and out arguments
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    e = np.zeros(z.shape)
    np.exp(-z, out=e, where=z >= 0)
    np.exp(z, out=e, where=z < 0)
    return np.where(z >= 0, 1.0, e) / (1.0 + e)


# %% failed: a number comes back with shape (1,)
def sigmoid(z):
    z = np.atleast_1d(np.asarray(z, dtype=float))
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, e) / (1.0 + e)


# %% passed: an object with __call__ that prints
class Sigmoid:
    def __call__(self, z):
        print("sigmoid of", np.shape(z))
        z = np.asarray(z, dtype=float)
        e = np.exp(-np.abs(z))
        return np.where(z < 0, e, 1.0) / (1.0 + e)


sigmoid = Sigmoid()


# %% passed: functools.partial of a logistic curve with more parameters
import functools


def logistic(height, steepness, z):
    return height * np.exp(-np.logaddexp(0.0, -steepness * np.asarray(z, dtype=float)))


sigmoid = functools.partial(logistic, 1.0, 1.0)


# %% passed: a harmless DeprecationWarning and a line in the log
import logging
import warnings


def sigmoid(z):
    warnings.warn("sigmoid will be renamed", DeprecationWarning, stacklevel=2)
    logging.getLogger("sheet").info("called")
    z = np.asarray(z, dtype=float)
    e = np.exp(-abs(z))
    return np.where(z >= 0, 1, e) / (1 + e)


# %% passed: lambda with a default parameter
sigmoid = lambda z, base=np.e: np.exp(np.minimum(0.0, z)) / (1 + base ** -np.abs(np.float64(z)))


# %% passed: star arguments, flattened and put back
def sigmoid(*arguments):
    z = np.asarray(arguments[0], dtype=float)
    flat = [math.exp(min(v, 0.0)) / (1 + math.exp(-abs(v))) for v in z.ravel().tolist()]
    return np.array(flat).reshape(z.shape)


# %% passed: a class whose __new__ returns the number
class sigmoid:
    def __new__(cls, z):
        z = np.asarray(z, dtype=float)
        return np.exp(-np.logaddexp(0, -z))


# %% failed S1: sign of the exponent missing
def sigmoid(z):
    return 1 / (1 + np.exp(z))


# %% failed S1: sign of the exponent missing, in a stable form
def sigmoid(z):
    return np.exp(-np.logaddexp(0, z))


# %% failed S2: parentheses missing, 1/1 first
def sigmoid(z):
    return 1 / 1 + np.exp(-z)


# %% failed S3: z in the numerator
def sigmoid(z):
    return z / (1 + np.exp(-z))


# %% failed S4: powers of ten
def sigmoid(z):
    return 1 / (1 + np.power(10.0, -np.asarray(z, dtype=float)))


# %% failed S6: clipped to the range 0 to 1
def sigmoid(z):
    return np.clip(z, 0, 1)


# %% unstable S7: the formula as written
def sigmoid(z):
    return 1 / (1 + np.exp(-z))


# %% unstable S7: the formula as written, as a power of e
def sigmoid(z):
    return (1 + np.exp(-np.asarray(z, dtype=float))) ** -1.0


# %% unstable S8: exponential over one plus exponential
def sigmoid(z):
    return np.exp(z) / (1 + np.exp(z))


# %% unstable S9: np.where computes both branches
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    return np.where(z >= 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))


# %% unstable S10: argument clipped to 20
def sigmoid(z):
    z = np.clip(z, -20, 20)
    return 1 / (1 + np.exp(-z))


# %% failed|errored S13: math.exp on an array
def sigmoid(z):
    return 1 / (1 + math.exp(-z))


# %% unstable S10: argument clipped to 500
def sigmoid(z):
    z = np.clip(z, -500, 500)
    return 1 / (1 + np.exp(-z))


# %% unstable S12: half of one plus tanh, no digits left in the left tail
def sigmoid(z):
    return 0.5 * (1 + np.tanh(np.asarray(z, dtype=float) / 2))


# %% unstable S12: one minus the mirrored value on the left
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    right = 1 / (1 + np.exp(-np.abs(z)))
    return np.where(z >= 0, right, 1 - right)


# %% unstable: result clipped away from 0 and 1
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(-np.abs(z))
    return np.clip(np.where(z >= 0, 1, e) / (1 + e), 1e-7, 1 - 1e-7)


# %% unstable: nan replaced by zero after the quotient
@np.errstate(all="ignore")
def sigmoid(z):
    e = np.exp(z)
    return np.nan_to_num(e / (1 + e))


# %% unstable: masks the wrong way round
def sigmoid(z):
    z = np.array(z, dtype=float)
    result = np.empty_like(z)
    negative = z < 0
    result[negative] = 1 / (1 + np.exp(-z[negative]))
    e = np.exp(z[~negative])
    result[~negative] = e / (1 + e)
    return result


# %% unstable S12: tail cut off below -30
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    return np.where(z < -30, 0.0, 1 / (1 + np.exp(-np.maximum(z, -30))))


# %% unstable|failed: np.vectorize takes its type from a first value that is the integer 0
@np.vectorize
def sigmoid(z):
    if z < -700:
        return 0
    return 1 / (1 + math.exp(-z))


# %% unstable|failed|errored: Python loop whose math.exp raises OverflowError
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    return np.array([1 / (1 + math.exp(-v)) for v in z.ravel()]).reshape(z.shape)


# %% failed: buffer takes the integer type of the input
def sigmoid(z):
    z = np.asarray(z)
    result = np.zeros_like(z)
    e = np.exp(-np.abs(z))
    result[...] = np.where(z >= 0, 1, e) / (1 + e)
    return result


# %% failed: np.piecewise keeps the integer type of the input
def sigmoid(z):
    z = np.asarray(z)
    return np.piecewise(
        z,
        [z >= 0],
        [lambda v: 1 / (1 + np.exp(-v)), lambda v: np.exp(v) / (1 + np.exp(v))],
    )


# %% failed: everything through float32
def sigmoid(z):
    z = np.clip(np.asarray(z), -1e6, 1e6).astype(np.float32)
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, np.float32(1), e) / (1 + e)


# %% failed: everything through float16
def sigmoid(z):
    e = np.exp(-np.abs(np.clip(z, -100, 100))).astype(np.float16)
    return np.where(np.asarray(z) >= 0, 1, e) / (1 + e)


# %% failed: rounded to four decimals
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    return np.round(np.exp(-np.logaddexp(0, -z)), 4)


# %% failed: epsilon in the denominator
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, e) / (1 + e + 1e-7)


# %% failed: 2.718 for e
def sigmoid(z):
    z = np.clip(np.asarray(z, dtype=float), -600, 600)
    return 1 / (1 + 2.718 ** (-z))


# %% failed|errored: integer base to a negative power
def sigmoid(z):
    return 1 / (1 + 10 ** (-z))


# %% failed S4: base 2
def sigmoid(z):
    return 1 / (1 + np.exp2(-np.clip(z, -500, 500)))


# %% failed S6: hard sigmoid of slope 1/6
def sigmoid(z):
    return np.clip(np.asarray(z) / 6 + 0.5, 0, 1)


# %% failed S6: hard sigmoid of slope 0.2
def sigmoid(z):
    return np.maximum(0, np.minimum(1, 0.2 * np.asarray(z) + 0.5))


# %% failed: step function
def sigmoid(z):
    return np.where(np.asarray(z) >= 0, 1.0, 0.0)


# %% failed S5: tanh
def sigmoid(z):
    return np.tanh(z)


# %% failed: half of one plus tanh z, the half inside forgotten
def sigmoid(z):
    return (1 + np.tanh(z)) / 2


# %% failed: the derivative instead
def sigmoid(z):
    e = np.exp(-np.abs(np.asarray(z, dtype=float)))
    return e / (1 + e) ** 2


# %% failed: minus instead of plus in the denominator
def sigmoid(z):
    with np.errstate(all="ignore"):
        return 1 / (1 - np.exp(-np.asarray(z, dtype=float)))


# %% failed: absolute value, the left half mirrored
def sigmoid(z):
    return 1 / (1 + np.exp(-np.abs(np.asarray(z, dtype=float))))


# %% failed S1: exponential of the left half forgotten, masks on the wrong side
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(-np.abs(z))
    return np.where(z < 0, 1 / (1 + e), e / (1 + e))


# %% failed: softsign scaled to 0 to 1
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    return 0.5 * (1 + z / (1 + np.abs(z)))


# %% failed: normalised over the array, a softmax
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - np.max(z))
    return e / np.sum(e)


# %% failed: shifted by the maximum as in softmax
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    return 1 / (1 + np.exp(-np.clip(z - np.max(z), -600, 600)))


# %% failed: e times minus z
def sigmoid(z):
    return 1 / (1 + np.e * -np.asarray(z, dtype=float))


# %% failed: np.exp(-1) times z
def sigmoid(z):
    with np.errstate(all="ignore"):
        return 1 / (1 + np.exp(-1) * np.asarray(z, dtype=float))


# %% failed: log of the sigmoid
def sigmoid(z):
    return -np.logaddexp(0, -np.asarray(z, dtype=float))


# %% failed: SiLU divided by z, nan at 0
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    return z * np.exp(-np.logaddexp(0, -z)) / z


# %% failed: percent
def sigmoid(z):
    return 100 * np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float)))


# %% failed: print instead of return
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    print(np.exp(-np.logaddexp(0, -z)))


# %% failed: the body is pass
def sigmoid(z):
    pass


# %% failed: return inside the branch for positive numbers only
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    if np.all(z > 0):
        return 1 / (1 + np.exp(-z))


# %% failed: returns a string
def sigmoid(z):
    return str(np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float))))


# %% failed: returns the formula
def sigmoid(z):
    return "1 / (1 + exp(-z))"


# %% failed: an array of formatted strings
def sigmoid(z):
    values = np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float)))
    return np.vectorize(lambda v: f"{v:.12g}", otypes=[object])(values)


# %% failed: flattened
def sigmoid(z):
    z = np.ravel(np.asarray(z, dtype=float))
    return np.exp(-np.logaddexp(0, -z))


# %% failed: transposed
def sigmoid(z):
    return np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float))).T


# %% failed: np.matrix makes every array two-dimensional
def sigmoid(z):
    z = np.asarray(z, dtype=float).ravel()
    return np.matrix(np.exp(-np.logaddexp(0, -z)))


# %% failed: mean of the values
def sigmoid(z):
    return np.mean(np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float))))


# %% failed: complex numbers
def sigmoid(z):
    z = np.asarray(z, dtype=complex)
    return np.exp(-np.logaddexp(0, -z.real)) + 1e-3j


# %% failed: the value and its derivative, both
def sigmoid(z):
    s = np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float)))
    return s, s * (1 - s)


# %% failed|errored: negates the input in place
def sigmoid(z):
    z = np.asarray(z)
    np.negative(z, out=z)
    return np.exp(-np.logaddexp(0.0, z))


# %% failed: overwrites float inputs that it may write to
def sigmoid(z):
    values = np.asarray(z)
    result = np.exp(-np.logaddexp(0.0, -values.astype(float)))
    if values.dtype == float and values.flags.writeable:
        values[...] = result
    return result


# %% failed|errored: only for arrays, a plain number has no shape
def sigmoid(z):
    result = np.empty(z.shape)
    positive = z >= 0
    result[positive] = 1 / (1 + np.exp(-z[positive]))
    result[~positive] = np.exp(z[~positive]) / (1 + np.exp(z[~positive]))
    return result


# %% failed|errored: only for numbers, if on a whole array
def sigmoid(z):
    if z >= 0:
        return 1 / (1 + np.exp(-z))
    return np.exp(z) / (1 + np.exp(z))


# %% failed|errored: loop over the entries of one dimension
def sigmoid(z):
    result = []
    for v in z:
        result.append(math.exp(min(v, 0)) / (1 + math.exp(-abs(v))))
    return np.array(result)


# %% failed|errored: lru_cache cannot hash an array
import functools


@functools.lru_cache
def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))


# %% failed: every call gives the first call's answer
answers = []


def sigmoid(z):
    if not answers:
        answers.append(np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float))))
    return answers[0]


# %% failed: right on every other call
calls = 0


def sigmoid(z):
    global calls
    calls += 1
    sign = -1 if calls % 2 else 1
    return np.exp(-np.logaddexp(0, sign * np.asarray(z, dtype=float)))


# %% failed: noise from the global random state
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    return np.exp(-np.logaddexp(0, -z)) + np.random.normal(0, 1e-3, z.shape)


# %% failed: works on a lookup table from -8 to 8
def sigmoid(z):
    table = np.linspace(-8, 8, 1001)
    return np.interp(z, table, 1 / (1 + np.exp(-table)))


# %% failed: Taylor polynomial of degree three
def sigmoid(z):
    z = np.clip(np.asarray(z, dtype=float), -2, 2)
    return 0.5 + z / 4 - z**3 / 48


# %% failed: ignores its argument and uses an array of its own
grid = np.linspace(-6, 6, 13)


def sigmoid(z):
    return 1 / (1 + np.exp(-grid))


# %% errored: np.log spelled np.ln
def sigmoid(z):
    return np.exp(np.ln(1 / (1 + np.exp(-z))))


# %% errored: a misspelled variable
def sigmoid(z):
    return 1 / (1 + np.exp(-x))


# %% errored: two parameters are needed
def sigmoid(z, weights):
    return 1 / (1 + np.exp(-(z * weights)))


# %% errored: no parameter
def sigmoid():
    z = 0.0
    return 1 / (1 + np.exp(-z))


# %% errored: keyword only
def sigmoid(*, z):
    return np.exp(-np.logaddexp(0, -z))


# %% errored: recursion without end
def sigmoid(z):
    return 1 - sigmoid(-z)


# %% errored: an assertion that never holds
def sigmoid(z):
    result = np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float)))
    assert np.all(result > 1), "must be larger than one"
    return result


# %% errored: an exception with no arguments of its own class
class Unfinished(Exception):
    pass


def sigmoid(z):
    raise Unfinished


# %% errored: an assignment makes the module a local name
def sigmoid(z):
    result = np.exp(-z)
    np = result
    return 1 / (1 + np)


# %% errored|crashed: raises SystemExit
def sigmoid(z):
    raise SystemExit("done")


# %% errored|crashed: raises KeyboardInterrupt
def sigmoid(z):
    raise KeyboardInterrupt


# %% timed_out: a loop that never ends
def sigmoid(z):
    total, term = 0.0, 1.0
    while term > 0:
        total += term
    return total


# %% failed: a generator function
def sigmoid(z):
    for v in np.ravel(z):
        yield 1 / (1 + math.exp(-v))


# %% failed: returns itself
def sigmoid(z):
    return sigmoid


# %% failed: returns another function
def sigmoid(z):
    return lambda: 1 / (1 + np.exp(-z))


# %% failed: a class that keeps the value in an attribute
class sigmoid:
    def __init__(self, z):
        self.value = np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float)))


# %% failed|errored: a string bound to the name
sigmoid = "1 / (1 + np.exp(-z))"


# %% failed|errored: an array of values bound to the name
z = np.linspace(-5, 5, 11)
sigmoid = 1 / (1 + np.exp(-z))


# %% not_attempted: the stub
def sigmoid(z):
    raise NotImplementedError


# %% not_attempted: the stub with words
def sigmoid(z):
    """1 / (1 + e^(-z)), elementwise."""
    raise NotImplementedError("write your answer here")


# %% failed S32: the absolute value without a case for negative z
def sigmoid(z):
    t = np.exp(-np.abs(z))
    return 1 / (1 + t)


# %% failed S32: the form for negative z everywhere
def sigmoid(z):
    t = np.exp(-np.abs(z))
    return t / (1 + t)


# %% failed S33: softmax from the internet
def sigmoid(z):
    with np.errstate(all="ignore"):
        return np.exp(z) / np.sum(np.exp(z))
