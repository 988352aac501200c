# %% passed: the letters as they stand
quiz_relu = {"off": "B", "kink": "C", "form": "D", "alpha": "A", "leaky": "B", "spread": "C"}


# %% passed: lower case
quiz_relu = {"off": "b", "kink": "c", "form": "d", "alpha": "a", "leaky": "b", "spread": "c"}


# %% passed: built with dict, in another order
quiz_relu = dict(spread="C", leaky="B", alpha="A", form="D", kink="C", off="B")


# %% passed: with spaces typed along
quiz_relu = {"off": "B ", "kink": "C ", "form": "D ", "alpha": "A ", "leaky": "B ", "spread": "C "}


# %% passed: filled in one by one
quiz_relu = {}
for question, letter in zip(["off", "kink", "form", "alpha", "leaky", "spread"], "BCDABC"):
    quiz_relu[question] = letter


# %% failed R24: off once is dead
quiz_relu = {"off": "A", "kink": "C", "form": "D", "alpha": "A", "leaky": "B", "spread": "C"}


# %% failed R27: off for a batch is dead
quiz_relu = {"off": "D", "kink": "C", "form": "D", "alpha": "A", "leaky": "B", "spread": "C"}


# %% failed R11: one half at the kink
quiz_relu = {"off": "B", "kink": "A", "form": "D", "alpha": "A", "leaky": "B", "spread": "C"}


# %% failed R20: the maximum for a slope of 2
quiz_relu = {"off": "B", "kink": "C", "form": "A", "alpha": "A", "leaky": "B", "spread": "C"}


# %% failed R75: a slope of 1 computes everything
quiz_relu = {"off": "B", "kink": "C", "form": "D", "alpha": "C", "leaky": "B", "spread": "C"}


# %% failed R76: leaky keeps units positive
quiz_relu = {"off": "B", "kink": "C", "form": "D", "alpha": "A", "leaky": "C", "spread": "C"}


# %% failed R77: the mean square is kept
quiz_relu = {"off": "B", "kink": "C", "form": "D", "alpha": "A", "leaky": "B", "spread": "A"}


# %% failed: one string of letters
quiz_relu = "abcd"


# %% failed: a list of letters
quiz_relu = ["a", "b", "c", "d"]


# %% failed: a tuple of pairs
quiz_relu = (("dead", "a"), ("slope", "b"))


# %% failed: a set of letters
quiz_relu = {"a", "b", "c"}


# %% failed: a frozen set
quiz_relu = frozenset("abc")


# %% failed: an array of letters
quiz_relu = np.array(["a", "b", "c", "d"])


# %% failed: unknown questions
quiz_relu = {"not a question": "a", "nor is this": "b"}


# %% failed: one unknown question
quiz_relu = {"What is your favourite activation?": "a"}


# %% failed: questions by number, letters by number
quiz_relu = {1: 1, 2: 2, 3: 3, 4: 4}


# %% failed: questions by number
quiz_relu = dict(enumerate("abcdabcd"))


# %% failed: the letters as keys
quiz_relu = {"a": 1, "b": 2, "c": 3, "d": 4}


# %% failed: a dict inside a list
quiz_relu = [{"question": "a"}]


# %% failed: a dict inside a dict
quiz_relu = {"quiz_relu": {"question": "a"}}


# %% failed: the answers of another sheet
quiz_relu = {"range": "C", "slope": "A", "labels": "B", "tanh": "D", "forty": "C", "loss": "B"}


# %% failed: one letter
quiz_relu = "a"


# %% failed: a number
quiz_relu = 42


# %% failed: a truth value
quiz_relu = True


# %% failed: nan
quiz_relu = float("nan")


# %% failed: bytes
quiz_relu = b"ABCD"


# %% failed: a dict as JSON text
quiz_relu = '{"question": "a"}'


# %% failed: a default dict that answers 42 to everything
from collections import defaultdict

quiz_relu = defaultdict(lambda: 42)
quiz_relu["not a question"] = 42


# %% failed: keys that cannot be sorted or printed as text
quiz_relu = {None: "a", 3: "b", ("c",): "d", b"e": "f"}


# %% failed: a dict that contains itself
quiz_relu = {}
quiz_relu["quiz_relu"] = quiz_relu


# %% failed: a letter that is no option, for questions that are none
quiz_relu = dict.fromkeys(["one", "two", "three", "four", "five"], "Z")


# %% failed|errored: a function that returns a dict
def quiz_relu():
    return {"question": "a"}


# %% failed|errored: a dict class, not a dict
class quiz_relu(dict):
    pass


# %% failed|errored: a module
quiz_relu = math


# %% failed|not_attempted: no answers yet
quiz_relu = {}


# %% failed|not_attempted: nothing
quiz_relu = None


# %% failed|not_attempted: three dots
quiz_relu = ...
