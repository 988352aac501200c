# %% passed: the formula as written
def logit(p):
    return np.log(p / (1 - p))


# %% passed: difference of two logarithms, log1p for the second
def logit(p):
    return np.log(p) - np.log1p(-p)


# %% passed: difference of two logarithms
def logit(p):
    p = np.asarray(p, dtype=float)
    return np.log(p) - np.log(1 - p)


# %% passed: minus the logarithm of the odds against
def logit(p):
    return -np.log(np.divide(np.subtract(1, p), p))


# %% passed: logarithm base two times its constant
def logit(p):
    odds = np.asarray(p, dtype=np.float64) / (1 - np.asarray(p, dtype=np.float64))
    return np.log2(odds) * np.log(2)


# %% passed: loop over np.ndindex with math.log
def logit(p):
    p = np.asarray(p)
    result = np.empty(p.shape)
    for index in np.ndindex(p.shape):
        value = float(p[index])
        result[index] = math.log(value) - math.log1p(-value)
    return result


# %% passed: nested lists for arrays, a Python float for a number
def logit(p):
    if np.ndim(p):
        return [logit(entry) for entry in p]
    p = float(p)
    return math.log(p / (1 - p))


# %% passed: np.vectorize with otypes, errors silenced
@np.errstate(all="ignore")
def vectorised(p):
    return np.vectorize(lambda value: math.log(value / (1 - value)), otypes=[float])(p)


logit = vectorised


# %% passed: masks, the two halves by symmetry
def logit(p):
    p = np.array(p, dtype=float)
    result = np.zeros(p.shape)
    low = p < 0.5
    result[low] = np.log(p[low] / (1 - p[low]))
    result[~low] = -np.log((1 - p[~low]) / p[~low])
    return result


# %% passed: arctanh in the middle, logarithms outside
def logit(p):
    p = np.asarray(p, dtype=float)
    middle = (p > 0.25) & (p < 0.75)
    safe = np.where(middle, p, 0.5)
    return np.where(middle, 2 * np.arctanh(2 * safe - 1), np.log(p) - np.log1p(-p))


# %% passed: keeps float32, with a print
def logit(p):
    print("p lies between", np.min(p), "and", np.max(p))
    one = np.asarray(p).dtype.type(1)
    return np.log(np.asarray(p) / (one - np.asarray(p)))


# %% passed: an object with __call__
class LogOdds:
    log = staticmethod(np.log)

    def __call__(self, p):
        odds = p / (1 - p)
        return self.log(odds)


logit = LogOdds()


# %% passed|unstable: one over p minus one, off by one rounding of p near 1
def logit(p):
    return -np.log(1 / np.asarray(p, dtype=float) - 1)


# %% unstable: twice arctanh of 2p - 1, which is -1 for tiny p
def logit(p):
    return 2 * np.arctanh(2 * np.asarray(p, dtype=float) - 1)


# %% unstable: half the logarithm of a squared ratio, which underflows
def logit(p):
    p = np.asarray(p, dtype=float)
    return 0.5 * np.log(p**2 / (1 - p) ** 2)


# %% unstable: p clipped to 1e-9 from either end
def logit(p):
    p = np.clip(np.asarray(p, dtype=float), 1e-9, 1 - 1e-9)
    return np.log(p / (1 - p))


# %% unstable: p clipped to 1e-15 from either end
def logit(p):
    p = np.clip(np.asarray(p, dtype=float), 1e-15, 1 - 1e-15)
    return np.log(p) - np.log(1 - p)


# %% unstable: result clipped to 50
def logit(p):
    return np.clip(np.log(np.asarray(p) / (1 - np.asarray(p))), -50, 50)


# %% unstable: tiny p set aside as minus infinity
def logit(p):
    p = np.asarray(p, dtype=float)
    return np.where(p < 1e-12, -np.inf, np.log(p) - np.log1p(-p))


# %% unstable: by one minus q with q computed first
def logit(p):
    q = 1 - np.asarray(p, dtype=float)
    with np.errstate(all="ignore"):
        return np.log((1 - q) / q)


# %% failed S14: logarithm base ten
def logit(p):
    return np.log10(p / (1 - p))


# %% failed S14: logarithm of p alone
def logit(p):
    return np.log(p)


# %% failed S14: odds against
def logit(p):
    return np.log((1 - p) / p)


# %% failed S14: logarithm base two
def logit(p):
    return np.log2(p / (1 - p))


# %% failed: log1p of the odds
def logit(p):
    return np.log1p(p / (1 - p))


# %% failed: minus the logarithm of p
def logit(p):
    return -np.log(p)


# %% failed: minus the logarithm of 1 - p
def logit(p):
    return -np.log1p(-np.asarray(p, dtype=float))


# %% failed: sum of the two logarithms
def logit(p):
    return np.log(p) + np.log(1 - p)


# %% failed: quotient of the two logarithms
def logit(p):
    p = np.asarray(p, dtype=float)
    with np.errstate(all="ignore"):
        return np.log(p) / np.log(1 - p)


# %% failed O6: the odds without the logarithm
def logit(p):
    return p / (1 - p)


# %% failed: parentheses missing
def logit(p):
    return np.log(p / 1 - p)


# %% failed: parentheses missing, with a value where the logarithm fails
def logit(p):
    p = np.asarray(p, dtype=float)
    return np.log(np.maximum(p / 1 - p, 1e-12))


# %% failed O7: plus in the denominator
def logit(p):
    return np.log(p / (1 + p))


# %% failed O8: the sigmoid, not its inverse
def logit(p):
    return 1 / (1 + np.exp(-p))


# %% failed: one over the sigmoid
def logit(p):
    return 1 + np.exp(-p)


# %% failed: arctanh without the outer two
def logit(p):
    p = np.asarray(p, dtype=float)
    return np.arctanh(np.clip(2 * p - 1, -1 + 1e-15, 1 - 1e-15))


# %% failed: linear through one half
def logit(p):
    return 4 * (np.asarray(p) - 0.5)


# %% failed: rational stand-in (2p - 1)/(p(1 - p))
def logit(p):
    return (2 * p - 1) / (p * (1 - p))


# %% failed: entropy
def logit(p):
    return -p * np.log(p) - (1 - p) * np.log1p(-p)


# %% failed: absolute value
def logit(p):
    return np.abs(np.log(p / (1 - p)))


# %% failed: p taken as percent
def logit(p):
    p = np.asarray(p) / 100
    return np.log(p / (1 - p))


# %% failed: decibels
def logit(p):
    return 10 * np.log10(p / (1 - p))


# %% failed: epsilon in numerator and denominator
def logit(p):
    return np.log((p + 1e-4) / (1 - p + 1e-4))


# %% failed: rounded to three decimals
def logit(p):
    return np.round(np.log(p / (1 - p)), 3)


# %% failed: everything through float32
def logit(p):
    p = np.clip(np.asarray(p), 1e-30, 1 - 1e-7).astype(np.float32)
    return np.log(p / (1 - p))


# %% failed: truncated to whole numbers
def logit(p):
    return np.trunc(np.log(p / (1 - p)))


# %% failed: numbers as integers by astype
def logit(p):
    return np.asarray(np.log(p / (1 - p))).astype(int)


# %% failed: nan below one half
def logit(p):
    p = np.asarray(p, dtype=float)
    return np.where(p >= 0.5, np.log(p / (1 - p)), np.nan)


# %% failed: zero below one half
def logit(p):
    return np.maximum(0, np.log(p / (1 - p)))


# %% failed: mean over the array
def logit(p):
    return np.log(p / (1 - p)).mean()


# %% failed: one minus the sum of the array
def logit(p):
    p = np.asarray(p, dtype=float)
    return np.log(p / np.sum(p))


# %% failed: flattened
def logit(p):
    return np.log(np.ravel(p)) - np.log1p(-np.ravel(p))


# %% failed: a leading axis is added
def logit(p):
    p = np.asarray([p], dtype=float)
    return np.log(p / (1 - p))


# %% failed: transposed
def logit(p):
    return np.transpose(np.log(p / (1 - p)))


# %% failed: complex logarithm base minus e
def logit(p):
    return np.log(np.asarray(-p, dtype=complex)) - np.log1p(-p)


# %% failed: print instead of return
def logit(p):
    print("logit:", np.log(p / (1 - p)))


# %% failed: returns the name of the function
def logit(p):
    return "log"


# %% failed: the ufunc, not its value
def logit(p):
    return np.log


# %% failed: bytes
def logit(p):
    return np.asarray(np.log(p / (1 - p))).tobytes()


# %% failed: a set of the values
def logit(p):
    return set(np.ravel(np.log(p / (1 - p))).tolist())


# %% failed: overwrites float inputs that it may write to
def logit(p):
    result = np.log(p / (1 - p))
    if isinstance(p, np.ndarray) and p.flags.writeable:
        p[...] = np.where(p > 0.5, 1, 0)
    return result


# %% failed|errored: clips the argument in place
def logit(p):
    p[p < 1e-6] = 1e-6
    p[p > 1 - 1e-6] = 1 - 1e-6
    return np.log(p / (1 - p))


# %% failed|errored: math.log on an array
def logit(p):
    return math.log(p / (1 - p))


# %% failed|errored: only for numbers, an if on the argument
def logit(p):
    if not 0 < p < 1:
        raise ValueError("p must lie between 0 and 1")
    return np.log(p / (1 - p))


# %% failed|errored: only for arrays, a plain number has no shape
def logit(p):
    result = np.zeros(p.shape)
    np.log(p / (1 - p), out=result)
    return result


# %% failed|errored: len of a number
def logit(p):
    return np.array([np.log(p[i] / (1 - p[i])) for i in range(len(p))])


# %% failed: the result of the call before
last = [0.0]


def logit(p):
    last.append(np.log(p / (1 - p)))
    return last[-2]


# %% failed: starting point of a search comes from the global random state, five steps
def logit(p):
    p = np.asarray(p, dtype=float)
    z = np.random.normal(size=p.shape)
    for _ in range(5):
        z = z + (p - 1 / (1 + np.exp(-z)))
    return z


# %% errored: np.ln does not exist
def logit(p):
    return np.ln(p / (1 - p))


# %% errored: a call in place of a product
def logit(p):
    return np.log(p(1 - p))


# %% errored: square brackets for parentheses
def logit(p):
    return np.log[p / (1 - p)]


# %% errored: base as a second argument of np.log
def logit(p):
    return np.log(p / (1 - p), "e")


# %% errored: two probabilities are needed
def logit(p, q):
    return np.log(p / q)


# %% failed|errored: a number bound to the name
logit = 0.0


# %% not_attempted: the stub
def logit(p):
    raise NotImplementedError


# %% failed O10: brackets forgotten
def logit(p):
    return np.log(p / 1 - p)


# %% failed O11: an epsilon in both logarithms
def logit(p):
    return np.log(p + 1e-10) - np.log(1 - p + 1e-10)


# %% unstable O11: p kept away from 0 and 1
def logit(p):
    p = np.clip(p, 1e-7, 1 - 1e-7)
    return np.log(p / (1 - p))
