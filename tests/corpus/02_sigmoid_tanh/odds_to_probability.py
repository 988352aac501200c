# %% passed: the formula as written
def odds_to_probability(odds):
    return odds / (1 + odds)


# %% passed: one minus the probability of the opposite
def odds_to_probability(odds):
    return 1 - 1 / (1 + np.asarray(odds, dtype=float))


# %% passed: masks, the reciprocal only where it is safe
def odds_to_probability(odds):
    odds = np.array(odds, dtype=float)
    p = np.zeros(odds.shape)
    some = odds > 0
    p[some] = 1 / (1 + np.exp(-np.log(odds[some])))
    return p


# %% passed: np.where with a safe denominator
def odds_to_probability(odds):
    odds = np.asarray(odds, dtype=float)
    return np.where(odds == 0, 0.0, 1 / (1 + 1 / np.where(odds == 0, 1.0, odds)))


# %% passed: by the logarithm, the warning at zero odds silenced
def odds_to_probability(odds):
    with np.errstate(divide="ignore", over="ignore"):
        log_odds = np.log(np.asarray(odds, dtype=float))
        return 1 / (1 + np.exp(-log_odds))


# %% passed: NumPy functions by name
def odds_to_probability(odds):
    return np.true_divide(odds, np.add(odds, 1))


# %% passed: loop over np.ndindex
def odds_to_probability(odds):
    odds = np.asarray(odds)
    p = np.empty(odds.shape, dtype=np.float64)
    for index in np.ndindex(odds.shape):
        p[index] = float(odds[index]) / (1.0 + float(odds[index]))
    return p


# %% passed: nested lists for arrays, a Python float for a number
def odds_to_probability(odds):
    if isinstance(odds, (list, np.ndarray)) and np.ndim(odds) > 0:
        return [odds_to_probability(entry) for entry in odds]
    return float(odds) / (1 + float(odds))


# %% passed: np.vectorize with otypes, with a print
def probability_of(odds):
    print("odds", odds, "to 1")
    return odds / (odds + 1)


odds_to_probability = np.vectorize(probability_of, otypes=[np.float64])


# %% passed: half of one plus the difference over the sum
def odds_to_probability(odds):
    """p = (1 + (odds - 1)/(odds + 1))/2."""
    odds = np.float64(odds)
    return 0.5 * (1 + (odds - 1) / (odds + 1))


# %% passed: chances for and against, in float64
import functools


def share(chances_against, chances_for):
    chances_for = np.asarray(chances_for, dtype=float)
    return chances_for / (chances_for + chances_against)


odds_to_probability = functools.partial(share, 1)


# %% passed: keeps float32 as float32
def odds_to_probability(odds):
    odds = np.asarray(odds)
    kind = odds.dtype if odds.dtype == np.float32 else np.float64
    one = np.ones((), dtype=kind)
    return np.divide(odds.astype(kind), one + odds.astype(kind))


# %% passed: returns the probability as a float for a number
def odds_to_probability(odds):
    p = np.asarray(odds) / (1.0 + np.asarray(odds))
    return p.tolist()


# %% unstable O5: one over one plus one over odds divides by zero odds
def odds_to_probability(odds):
    odds = np.asarray(odds, dtype=float)
    return 1 / (1 + 1 / odds)


# %% unstable O5: sigmoid of the logarithm takes the logarithm of zero
def odds_to_probability(odds):
    odds = np.asarray(odds, dtype=float)
    return np.exp(-np.logaddexp(0, -np.log(odds)))


# %% failed O2: minus in the denominator, the inverse function
def odds_to_probability(odds):
    with np.errstate(all="ignore"):
        return np.asarray(odds, dtype=float) / (1 - np.asarray(odds, dtype=float))


# %% failed O1: probability of the opposite
def odds_to_probability(odds):
    return 1 / (1 + odds)


# %% failed: upside down
def odds_to_probability(odds):
    with np.errstate(all="ignore"):
        return (1 + np.asarray(odds)) / np.asarray(odds)


# %% failed: parentheses missing
def odds_to_probability(odds):
    with np.errstate(all="ignore"):
        return np.asarray(odds) / 1 + np.asarray(odds)


# %% failed: parentheses missing, odds over odds first
def odds_to_probability(odds):
    with np.errstate(all="ignore"):
        odds = np.asarray(odds, dtype=float)
        return odds / odds + 1


# %% failed O3: the odds as they are
def odds_to_probability(odds):
    return odds


# %% failed: odds capped at one
def odds_to_probability(odds):
    return np.minimum(odds, 1)


# %% failed: the reciprocal of the odds
def odds_to_probability(odds):
    with np.errstate(all="ignore"):
        return 1 / np.asarray(odds, dtype=float)


# %% failed: one minus the odds
def odds_to_probability(odds):
    return 1 - np.asarray(odds)


# %% failed: integer division
def odds_to_probability(odds):
    return odds // (1 + odds)


# %% failed: buffer takes the integer type of the input
def odds_to_probability(odds):
    odds = np.asarray(odds)
    p = np.zeros_like(odds)
    p[...] = odds / (1 + odds)
    return p


# %% failed O4: sigmoid of the odds
def odds_to_probability(odds):
    return np.exp(-np.logaddexp(0, -np.asarray(odds, dtype=float)))


# %% failed: the odds taken for log-odds base ten
def odds_to_probability(odds):
    return 1 / (1 + np.power(10.0, -np.minimum(odds, 300)))


# %% failed: normalised by the sum of the array
def odds_to_probability(odds):
    with np.errstate(all="ignore"):
        return np.asarray(odds) / np.sum(odds)


# %% failed: one plus the sum of the array
def odds_to_probability(odds):
    return np.asarray(odds) / (1 + np.sum(odds))


# %% failed: one minus the exponential
def odds_to_probability(odds):
    return 1 - np.exp(-np.asarray(odds, dtype=float))


# %% failed: percent
def odds_to_probability(odds):
    return 100 * np.asarray(odds) / (1 + np.asarray(odds))


# %% failed: rounded to two decimals
def odds_to_probability(odds):
    return np.round(np.asarray(odds) / (1 + np.asarray(odds)), 2)


# %% failed: epsilon in the denominator
def odds_to_probability(odds):
    return odds / (1 + odds + 1e-6)


# %% failed: everything through float32
def odds_to_probability(odds):
    odds = np.float32(odds)
    return odds / (1 + odds)


# %% failed: squared in the denominator
def odds_to_probability(odds):
    odds = np.asarray(odds, dtype=float)
    return odds / (1 + odds**2)


# %% failed: odds read as a number of hundredths
def odds_to_probability(odds):
    return np.asarray(odds) / 100


# %% failed: probabilities clipped away from 0 and 1
def odds_to_probability(odds):
    return np.clip(np.asarray(odds) / (1 + np.asarray(odds)), 0.001, 0.999)


# %% failed: nan at zero odds, which are treated as impossible
def odds_to_probability(odds):
    odds = np.asarray(odds, dtype=float)
    return np.where(odds > 0, odds / (1 + odds), np.nan)


# %% failed: one half at odds below one
def odds_to_probability(odds):
    odds = np.asarray(odds, dtype=float)
    return np.where(odds >= 1, odds / (1 + odds), 0.5)


# %% failed: print instead of return
def odds_to_probability(odds):
    print(odds / (1 + odds))


# %% failed: assigns and forgets to return
def odds_to_probability(odds):
    p = odds / (1 + odds)


# %% failed: returns a string
def odds_to_probability(odds):
    return f"{odds} to 1"


# %% failed: a Fraction's numerator and denominator
def odds_to_probability(odds):
    return odds, 1 + odds


# %% failed: flattened
def odds_to_probability(odds):
    odds = np.asarray(odds, dtype=float).reshape(-1)
    return odds / (1 + odds)


# %% failed: transposed
def odds_to_probability(odds):
    odds = np.asarray(odds, dtype=float)
    return (odds / (1 + odds)).T


# %% failed: a column of probabilities
def odds_to_probability(odds):
    odds = np.asarray(odds, dtype=float)
    return (odds / (1 + odds))[..., np.newaxis]


# %% failed: probabilities for and against
def odds_to_probability(odds):
    p = np.asarray(odds) / (1 + np.asarray(odds))
    return np.stack([p, 1 - p], axis=-1)


# %% failed: the first probability only
def odds_to_probability(odds):
    p = np.asarray(odds) / (1 + np.asarray(odds))
    return p.flat[0]


# %% failed: a dict of odds and probabilities
def odds_to_probability(odds):
    return {float(o): float(o) / (1 + float(o)) for o in np.ravel(odds)}


# %% failed: a generator expression
def odds_to_probability(odds):
    return (o / (1 + o) for o in np.ravel(odds))


# %% failed: sorted
def odds_to_probability(odds):
    p = np.asarray(odds, dtype=float) / (1 + np.asarray(odds))
    return np.sort(p.ravel())[::-1].reshape(p.shape)


# %% failed: adds one to float inputs in place
def odds_to_probability(odds):
    p = np.asarray(odds) / (1 + np.asarray(odds))
    if isinstance(odds, np.ndarray) and odds.flags.writeable:
        odds += 1
    return p


# %% failed|errored: in-place division of the argument
def odds_to_probability(odds):
    total = odds + 1
    odds /= total
    return odds


# %% failed|errored: only for arrays, a plain number has no astype
def odds_to_probability(odds):
    odds = odds.astype(float)
    return odds / (1 + odds)


# %% failed|errored: only for numbers, float of an array
def odds_to_probability(odds):
    odds = float(odds)
    return odds / (1 + odds)


# %% failed|errored: only for two dimensions
def odds_to_probability(odds):
    rows, columns = odds.shape
    p = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            p[i, j] = odds[i, j] / (1 + odds[i, j])
    return p


# %% failed|errored: an exception where the odds are zero
def odds_to_probability(odds):
    if np.any(np.asarray(odds) == 0):
        raise ValueError("odds must be positive")
    return odds / (1 + odds)


# %% failed: keeps adding to a total over all calls
total = 1.0


def odds_to_probability(odds):
    global total
    p = np.asarray(odds) / total / (1 + np.asarray(odds))
    total += 1.0
    return p


# %% failed: draws coins to estimate the probability
def odds_to_probability(odds):
    odds = np.asarray(odds, dtype=float)
    return np.mean(np.random.random((1000, *odds.shape)) < odds / (1 + odds), axis=0)


# %% errored: the argument has another name inside
def odds_to_probability(odds):
    return o / (1 + o)


# %% errored: a caret for the power
def odds_to_probability(odds):
    return odds * (1.0 + odds) ^ -1


# %% errored: probabilities for and against are two parameters
def odds_to_probability(wins, losses):
    return wins / (wins + losses)


# %% errored: calls itself without end
def odds_to_probability(odds):
    return odds * (1 - odds_to_probability(odds))


# %% errored: a method that arrays do not have
def odds_to_probability(odds):
    odds = np.asarray(odds)
    return odds.divide(1 + odds)


# %% failed|errored: a tuple bound to the name
odds_to_probability = (0.5, 0.75)


# %% not_attempted: the stub
def odds_to_probability(odds):
    raise NotImplementedError


# %% failed O10: brackets forgotten
def odds_to_probability(odds):
    return odds / 1 + odds
