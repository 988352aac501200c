# %% passed: four
repaired_gain = 4


# %% passed: four as a float
repaired_gain = 4.0


# %% passed: a NumPy number
repaired_gain = np.float64(4.2)


# %% failed: one, plain Xavier
repaired_gain = 1


# %% failed: one as a float
repaired_gain = 1.0


# %% failed: zero
repaired_gain = 0


# %% failed: a tenth
repaired_gain = 0.1


# %% failed: a thousandth
repaired_gain = 1e-3


# %% failed: far too large
repaired_gain = 1e6


# %% failed: larger than any number
repaired_gain = float("inf")


# %% failed: minus infinity
repaired_gain = -np.inf


# %% failed: nan
repaired_gain = float("nan")


# %% failed: a string
repaired_gain = "4"


# %% failed: words
repaired_gain = "about four"


# %% failed: a list of two
repaired_gain = [4.0, 4.2]


# %% failed: lower and upper end
repaired_gain = (3.5, 5.0)


# %% failed: a gain per layer
repaired_gain = np.full(8, 4.0)


# %% failed: a matrix of weights
repaired_gain = 4 * np.eye(3)


# %% failed: a complex number
repaired_gain = 4 + 1j


# %% failed: a dict
repaired_gain = {"gain": 4.0}


# %% failed: bytes
repaired_gain = b"4"


# %% failed: a truth value, which is one
repaired_gain = True


# %% failed: a set
repaired_gain = {4.0}


# %% failed|errored: a function
def repaired_gain():
    return 4.0


# %% failed|errored: a function of the gain
repaired_gain = lambda gain: 4 * gain


# %% failed|not_attempted: nothing
repaired_gain = None
