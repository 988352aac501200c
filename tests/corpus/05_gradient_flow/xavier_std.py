# %% passed: the formula with math.sqrt
def xavier_std(fan_in, fan_out):
    return math.sqrt(2 / (fan_in + fan_out))


# %% passed: the power one half
def xavier_std(fan_in, fan_out):
    return (2.0 / (fan_in + fan_out)) ** 0.5


# %% passed: one over the root of the mean of the fans, a 0-d array
def xavier_std(fan_in, fan_out):
    return np.array(1 / np.sqrt(np.mean([fan_in, fan_out])))


# %% passed: from the limit of the uniform distribution
def xavier_std(fan_in, fan_out):
    limit = np.sqrt(6 / (fan_in + fan_out))
    return limit / np.sqrt(3)


# %% passed: harmonic mean of the two variances
def xavier_std(fan_in, fan_out):
    forward, backward = 1 / fan_in, 1 / fan_out
    return np.sqrt(2 * forward * backward / (forward + backward))


# %% passed: through logarithms
xavier_std = lambda fan_in, fan_out: math.exp(0.5 * (math.log(2) - math.log(fan_in + fan_out)))


# %% passed: np.hypot of the roots of the fans
def xavier_std(fan_in, fan_out):
    return float(np.sqrt(2.0) / np.hypot(np.sqrt(fan_in), np.sqrt(fan_out)))


# %% failed: the variance
def xavier_std(fan_in, fan_out):
    return 2 / (fan_in + fan_out)


# %% failed: one over the square root of fan_in
def xavier_std(fan_in, fan_out):
    return 1 / math.sqrt(fan_in)


# %% failed: one over the square root of fan_out
def xavier_std(fan_in, fan_out):
    return 1 / math.sqrt(fan_out)


# %% failed: the standard deviation for a ReLU
def xavier_std(fan_in, fan_out):
    return math.sqrt(2 / fan_in)


# %% failed: fan_out in the place of both
def xavier_std(fan_in, fan_out):
    return math.sqrt(2 / fan_out)


# %% failed: one in place of two
def xavier_std(fan_in, fan_out):
    return math.sqrt(1 / (fan_in + fan_out))


# %% failed: six, the limit of the uniform distribution
def xavier_std(fan_in, fan_out):
    return math.sqrt(6 / (fan_in + fan_out))


# %% failed: four over the sum
def xavier_std(fan_in, fan_out):
    return math.sqrt(4 / (fan_in + fan_out))


# %% failed: the root of two alone
def xavier_std(fan_in, fan_out):
    return math.sqrt(2) / (fan_in + fan_out)


# %% failed: two over the root of the sum
def xavier_std(fan_in, fan_out):
    return 2 / math.sqrt(fan_in + fan_out)


# %% failed: parentheses missing
def xavier_std(fan_in, fan_out):
    return math.sqrt(2 / fan_in + fan_out)


# %% failed: product of the fans
def xavier_std(fan_in, fan_out):
    return math.sqrt(2 / (fan_in * fan_out))


# %% failed: geometric mean of the fans
def xavier_std(fan_in, fan_out):
    return (fan_in * fan_out) ** -0.25


# %% failed: mean of the two standard deviations
def xavier_std(fan_in, fan_out):
    return (fan_in**-0.5 + fan_out**-0.5) / 2


# %% failed: mean of the two variances
def xavier_std(fan_in, fan_out):
    return math.sqrt((1 / fan_in + 1 / fan_out) / 2)


# %% failed: sum of the two variances
def xavier_std(fan_in, fan_out):
    return math.sqrt(1 / fan_in + 1 / fan_out)


# %% failed: difference of the fans
def xavier_std(fan_in, fan_out):
    return math.sqrt(2 / (abs(fan_in - fan_out) + 1e-9))


# %% failed: the larger fan
def xavier_std(fan_in, fan_out):
    return math.sqrt(1 / max(fan_in, fan_out))


# %% failed: turned upside down
def xavier_std(fan_in, fan_out):
    return math.sqrt((fan_in + fan_out) / 2)


# %% failed: gain of five thirds for tanh
def xavier_std(fan_in, fan_out):
    return 5 / 3 * math.sqrt(2 / (fan_in + fan_out))


# %% failed: integer division inside
def xavier_std(fan_in, fan_out):
    return math.sqrt(2 // (fan_in + fan_out))


# %% failed: mean of the fans cut to an integer
def xavier_std(fan_in, fan_out):
    return math.sqrt(1 / max((fan_in + fan_out) // 2, 1))


# %% failed: a bias counted as one more input
def xavier_std(fan_in, fan_out):
    return math.sqrt(2 / (fan_in + 1 + fan_out))


# %% failed: epsilon under the root
def xavier_std(fan_in, fan_out):
    return math.sqrt(2 / (fan_in + fan_out) + 1e-6)


# %% failed: minus the root
def xavier_std(fan_in, fan_out):
    return -math.sqrt(2 / (fan_in + fan_out))


# %% failed: rounded to three decimals
def xavier_std(fan_in, fan_out):
    return round(math.sqrt(2 / (fan_in + fan_out)), 3)


# %% failed: through float16
def xavier_std(fan_in, fan_out):
    return np.float16(math.sqrt(2 / (fan_in + fan_out)))


# %% failed: weights drawn rather than their spread
def xavier_std(fan_in, fan_out):
    rng = np.random.default_rng(0)
    return rng.normal(0, math.sqrt(2 / (fan_in + fan_out)), (int(fan_in), int(fan_out)))


# %% failed: spread of weights drawn
def xavier_std(fan_in, fan_out):
    rng = np.random.default_rng(0)
    return rng.normal(0, math.sqrt(2 / (fan_in + fan_out)), 1000).std()


# %% failed: an array of one number
def xavier_std(fan_in, fan_out):
    return np.sqrt(2 / np.array([fan_in + fan_out]))


# %% failed: mean and standard deviation
def xavier_std(fan_in, fan_out):
    return 0.0, math.sqrt(2 / (fan_in + fan_out))


# %% failed: text
def xavier_std(fan_in, fan_out):
    return f"{math.sqrt(2 / (fan_in + fan_out)):.10f}"


# %% failed: an imaginary part
def xavier_std(fan_in, fan_out):
    return complex(math.sqrt(2 / (fan_in + fan_out)), 1)


# %% failed: print instead of return
def xavier_std(fan_in, fan_out):
    print(math.sqrt(2 / (fan_in + fan_out)))


# %% errored: fan_out forgotten in the signature
def xavier_std(fan_in):
    return math.sqrt(1 / fan_in)


# %% errored: a shape expected
def xavier_std(shape, fan_out):
    return math.sqrt(2 / (shape[0] + shape[1]))


# %% errored: a square root without a module
def xavier_std(fan_in, fan_out):
    return sqrt(2 / (fan_in + fan_out))


# %% failed|errored: a number bound to the name
xavier_std = math.sqrt(2 / (64 + 64))


# %% not_attempted: the stub
def xavier_std(fan_in, fan_out):
    raise NotImplementedError
