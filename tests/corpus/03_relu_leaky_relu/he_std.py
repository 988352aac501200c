# %% passed: np.sqrt
def he_std(fan_in, negative_slope=0.0):
    return np.sqrt(2 / ((1 + negative_slope**2) * fan_in))


# %% passed: gain over the root of fan_in
def he_std(fan_in, negative_slope=0.0):
    gain = math.sqrt(2.0 / (1.0 + negative_slope * negative_slope))
    return gain / math.sqrt(fan_in)


# %% passed: a power of one half
def he_std(fan_in, negative_slope=0.0):
    second_moment = (1 + negative_slope**2) / 2
    return (fan_in * second_moment) ** -0.5


# %% passed: math.hypot
def he_std(fan_in, negative_slope=0.0):
    return math.sqrt(2 / fan_in) / math.hypot(1, negative_slope)


# %% passed: a 0-d array
def he_std(fan_in, negative_slope=0.0):
    variance = np.divide(2.0, np.multiply(fan_in, 1.0 + np.square(float(negative_slope))))
    return np.asarray(np.sqrt(variance))


# %% passed: exact variance as a fraction, with a print
from fractions import Fraction


def he_std(fan_in, negative_slope=0.0):
    variance = 2 / ((1 + Fraction(float(negative_slope)) ** 2) * Fraction(float(fan_in)))
    print(variance)
    return math.sqrt(variance)


# %% passed: by logarithms
he_std = lambda fan_in, negative_slope=0.0: math.exp(
    (math.log(2) - math.log1p(negative_slope**2) - math.log(fan_in)) / 2
)


# %% passed: scaled until the second moment is kept
def he_std(*arguments):
    fan_in, slope = (list(arguments) + [0.0])[:2]
    kept = sum(half * weight**2 for half, weight in ((0.5, 1.0), (0.5, float(slope))))
    return float(np.reciprocal(np.sqrt(float(fan_in) * kept)))


# %% failed R28: the variance
def he_std(fan_in, negative_slope=0.0):
    return 2 / ((1 + negative_slope**2) * fan_in)


# %% failed R30: slope not squared
def he_std(fan_in, negative_slope=0.0):
    with np.errstate(all="ignore"):
        return np.sqrt(np.divide(2.0, (1 + negative_slope) * fan_in))


# %% failed: slope ignored
def he_std(fan_in, negative_slope=0.0):
    return np.sqrt(2 / fan_in)


# %% failed: slope 0.01 fixed
def he_std(fan_in, negative_slope=0.0):
    negative_slope = 0.01
    return np.sqrt(2 / ((1 + negative_slope**2) * fan_in))


# %% failed: root of one over fan_in
def he_std(fan_in, negative_slope=0.0):
    return np.sqrt(1 / ((1 + negative_slope**2) * fan_in))


# %% failed: one over the root of fan_in, slope ignored
def he_std(fan_in, negative_slope=0.0):
    return 1 / np.sqrt(fan_in)


# %% failed: the limit of the uniform distribution
def he_std(fan_in, negative_slope=0.0):
    return np.sqrt(6 / ((1 + negative_slope**2) * fan_in))


# %% failed: parenthesis missing, multiplied by fan_in
def he_std(fan_in, negative_slope=0.0):
    return np.sqrt(2 / (1 + negative_slope**2) * fan_in)


# %% failed: parenthesis missing, slope not times fan_in
def he_std(fan_in, negative_slope=0.0):
    return np.sqrt(2 / (1 + negative_slope**2 * fan_in))


# %% failed: parenthesis missing, slope added to fan_in
def he_std(fan_in, negative_slope=0.0):
    return np.sqrt(2 / (fan_in + negative_slope**2))


# %% failed: root of two only
def he_std(fan_in, negative_slope=0.0):
    return np.sqrt(2) / ((1 + negative_slope**2) * fan_in)


# %% failed: root of fan_in only
def he_std(fan_in, negative_slope=0.0):
    return 2 / np.sqrt((1 + negative_slope**2) * fan_in)


# %% failed: slope outside the root
def he_std(fan_in, negative_slope=0.0):
    return np.sqrt(2 / fan_in) / (1 + negative_slope**2)


# %% failed: slope in the numerator
def he_std(fan_in, negative_slope=0.0):
    return np.sqrt(2 * (1 + negative_slope**2) / fan_in)


# %% failed: one minus the squared slope
def he_std(fan_in, negative_slope=0.0):
    with np.errstate(all="ignore"):
        return np.sqrt(np.divide(2.0, (1 - negative_slope**2) * fan_in))


# %% failed: square of one plus slope
def he_std(fan_in, negative_slope=0.0):
    with np.errstate(all="ignore"):
        return np.sqrt(np.divide(2.0, (1 + negative_slope) ** 2 * fan_in))


# %% failed: slope times two
def he_std(fan_in, negative_slope=0.0):
    return np.sqrt(2 / ((1 + abs(negative_slope) * 2) * fan_in))


# %% failed: absolute slope, not squared
def he_std(fan_in, negative_slope=0.0):
    return np.sqrt(2 / ((1 + abs(negative_slope)) * fan_in))


# %% failed: ^ for **, by np.bitwise_xor of whole numbers
def he_std(fan_in, negative_slope=0.0):
    return np.sqrt(2 / ((1 + (int(negative_slope) ^ 2)) * fan_in))


# %% failed: the root taken twice
def he_std(fan_in, negative_slope=0.0):
    return np.sqrt(np.sqrt(2 / ((1 + negative_slope**2) * fan_in)))


# %% failed: one over it
def he_std(fan_in, negative_slope=0.0):
    return np.sqrt((1 + negative_slope**2) * fan_in / 2)


# %% failed: one input too many, fan_in plus the bias
def he_std(fan_in, negative_slope=0.0):
    return np.sqrt(2 / ((1 + negative_slope**2) * (fan_in + 1)))


# %% failed: one input fewer
def he_std(fan_in, negative_slope=0.0):
    return np.sqrt(2 / ((1 + negative_slope**2) * max(fan_in - 1, 1)))


# %% failed: Xavier with as many outputs as inputs
def he_std(fan_in, negative_slope=0.0):
    return np.sqrt(2 / (fan_in + fan_in))


# %% failed: the gain only
def he_std(fan_in, negative_slope=0.0):
    return np.sqrt(2 / (1 + negative_slope**2))


# %% failed: integer division
def he_std(fan_in, negative_slope=0.0):
    return np.sqrt(2 // ((1 + negative_slope**2) * fan_in))


# %% failed: slope cut to an integer
def he_std(fan_in, negative_slope=0.0):
    return np.sqrt(2 / ((1 + int(negative_slope) ** 2) * fan_in))


# %% failed: float32
def he_std(fan_in, negative_slope=0.0):
    return np.float32(math.sqrt(2 / ((1 + negative_slope**2) * fan_in)))


# %% failed: rounded to four decimals
def he_std(fan_in, negative_slope=0.0):
    return round(math.sqrt(2 / ((1 + negative_slope**2) * fan_in)), 4)


# %% failed: an epsilon under the root
def he_std(fan_in, negative_slope=0.0):
    return np.sqrt(2 / ((1 + negative_slope**2) * fan_in) + 1e-8)


# %% failed: the standard deviation of drawn weights
def he_std(fan_in, negative_slope=0.0):
    rng = np.random.default_rng(0)
    return np.std(rng.normal(0, math.sqrt(2 / ((1 + negative_slope**2) * fan_in)), 1000))


# %% failed: drawn weights
def he_std(fan_in, negative_slope=0.0):
    std = math.sqrt(2 / ((1 + negative_slope**2) * fan_in))
    return np.random.normal(0, std, size=10)


# %% failed: one weight from the global random state
def he_std(fan_in, negative_slope=0.0):
    return np.random.normal() * math.sqrt(2 / ((1 + negative_slope**2) * fan_in))


# %% failed: shape (1,)
def he_std(fan_in, negative_slope=0.0):
    return np.sqrt(np.array([2 / ((1 + negative_slope**2) * fan_in)]))


# %% failed: the negative root
def he_std(fan_in, negative_slope=0.0):
    return -np.sqrt(2 / ((1 + negative_slope**2) * fan_in))


# %% failed: mean and standard deviation
def he_std(fan_in, negative_slope=0.0):
    return 0.0, math.sqrt(2 / ((1 + negative_slope**2) * fan_in))


# %% failed: an imaginary number
def he_std(fan_in, negative_slope=0.0):
    return complex(0.0, math.sqrt(2 / ((1 + negative_slope**2) * fan_in)))


# %% failed: text
def he_std(fan_in, negative_slope=0.0):
    return "%.17g" % math.sqrt(2 / ((1 + negative_slope**2) * fan_in))


# %% failed: print instead of return
def he_std(fan_in, negative_slope=0.0):
    print(np.sqrt(2 / ((1 + negative_slope**2) * fan_in)))


# %% failed: only for ReLU, None for a slope
def he_std(fan_in, negative_slope=0.0):
    if negative_slope == 0:
        return np.sqrt(2 / fan_in)


# %% failed: remembers the fan_in of the first call
first = []


def he_std(fan_in, negative_slope=0.0):
    first.append(fan_in)
    return np.sqrt(2 / ((1 + negative_slope**2) * first[0]))


# %% failed|errored: slopes outside the range 0 to 1 refused
def he_std(fan_in, negative_slope=0.0):
    if not 0 <= negative_slope <= 1:
        raise ValueError("negative_slope must be between 0 and 1")
    return np.sqrt(2 / ((1 + negative_slope**2) * fan_in))


# %% failed|errored: the slope is not a parameter
def he_std(fan_in):
    return np.sqrt(2 / fan_in)


# %% failed|errored: ^ for **
def he_std(fan_in, negative_slope=0.0):
    return np.sqrt(2 / ((1 + negative_slope ^ 2) * fan_in))


# %% errored: fan_in taken for the weights
def he_std(fan_in, negative_slope=0.0):
    return np.sqrt(2 / ((1 + negative_slope**2) * fan_in.shape[0]))


# %% errored: sqrt without its module
def he_std(fan_in, negative_slope=0.0):
    return sqrt(2 / ((1 + negative_slope**2) * fan_in))


# %% errored: fan_out wanted too
def he_std(fan_in, fan_out, negative_slope):
    return np.sqrt(2 / ((1 + negative_slope**2) * fan_out))


# %% not_attempted: the stub
def he_std(fan_in, negative_slope=0.0):
    raise NotImplementedError
