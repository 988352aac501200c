# %% passed: the list as it stands
xor_argument = [3, 1, 5, 2, 4]


# %% passed: a tuple
xor_argument = (3, 1, 5, 2, 4)


# %% passed: an array
xor_argument = np.array([3, 1, 5, 2, 4])


# %% passed: built step by step
xor_argument = []
for line in (3, 1, 5, 2, 4):
    xor_argument.append(line)


# %% passed: whole numbers as floats
xor_argument = [3.0, 1.0, 5.0, 2.0, 4.0]


# %% failed: the same line over and over
xor_argument = [1, 1, 1, 1, 1, 1, 1, 1]


# %% failed: the first line only, twice
xor_argument = [0, 0]


# %% failed: negative numbers
xor_argument = [-1, -2, -3, -4, -5]


# %% failed: a thousand lines
xor_argument = list(range(1000))


# %% failed: halves
xor_argument = [0.5, 1.5, 2.5, 3.5]


# %% failed: nan
xor_argument = [float("nan"), 1, 2, 3]


# %% failed: infinities
xor_argument = [float("inf"), float("-inf")]


# %% failed: enormous integers
xor_argument = [10**400, 10**401, 10**402]


# %% failed: line numbers that do not exist
xor_argument = [101, 102, 103, 104, 105]


# %% failed: letters
xor_argument = ["A", "B", "C", "D", "E"]


# %% failed: words of the proof
xor_argument = ["b <= 0.25", "w1 + b >= 0.75", "w2 + b >= 0.75", "contradiction"]


# %% failed: a sentence
xor_argument = "add the four inequalities"


# %% failed: one number
xor_argument = 42


# %% failed: a fraction
xor_argument = 3.14


# %% failed: a truth value
xor_argument = True


# %% failed: a dict of words
xor_argument = {"first": "b", "then": "w"}


# %% failed: a set of letters
xor_argument = {"a", "b", "c"}


# %% failed: a list in a list in a list
xor_argument = [[[1, 2, 3]]]


# %% failed: each line in a list of its own
xor_argument = [[7], [7], [7]]


# %% failed: pairs of the same lines
xor_argument = [(1, 2), (1, 2), (1, 2)]


# %% failed: a list with None in it
xor_argument = [None, None, None]


# %% failed: a mixture of kinds
xor_argument = ["1", 2.5, None, [3], {"4": 5}]


# %% failed: complex numbers
xor_argument = [1 + 2j, 3 - 1j]


# %% failed: an array of the same line
xor_argument = np.full(6, 3)


# %% failed: a matrix of zeros
xor_argument = np.zeros((3, 3), dtype=int)


# %% failed: an array of texts
xor_argument = np.array(["one", "two", "three"])


# %% failed: a list that contains itself
xor_argument = [1, 2]
xor_argument.append(xor_argument)


# %% failed: bytes
xor_argument = b"\xff\xfe"


# %% failed: a list whose entries cannot be compared
class Line:
    def __eq__(self, other):
        raise TypeError("lines are not compared")

    __hash__ = None


xor_argument = [Line(), Line(), Line()]


# %% failed|errored: a generator that has nothing to give
xor_argument = (line for line in [])


# %% failed|errored: a function that returns a list
def xor_argument():
    return [1, 1, 1]


# %% failed|errored: a class
class xor_argument:
    order = (1, 1, 1)


# %% failed|errored: a module
xor_argument = math


# %% failed|not_attempted: no lines yet
xor_argument = []


# %% failed|not_attempted: nothing
xor_argument = None


# %% failed|not_attempted: three dots
xor_argument = ...

# %% failed: an array that is one number
xor_argument = np.array(3)
