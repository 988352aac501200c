# %% passed: the letters as they stand
quiz_sigmoid = {"range": "C", "slope": "A", "labels": "B", "tanh": "D", "forty": "C", "loss": "B"}


# %% passed: lower case
quiz_sigmoid = {"range": "c", "slope": "a", "labels": "b", "tanh": "d", "forty": "c", "loss": "b"}


# %% passed: another order, built with dict()
quiz_sigmoid = dict(loss="B", forty="C", tanh="D", labels="B", slope="A", range="C")


# %% passed: filled in one by one, with spaces typed along
quiz_sigmoid = {}
for question, letter in zip(["range", "slope", "labels", "tanh", "forty", "loss"], "CABDCB"):
    quiz_sigmoid[question] = letter + " "


# %% passed: an ordered dict
from collections import OrderedDict

quiz_sigmoid = OrderedDict(range="C", slope="A", labels="B", tanh="D", forty="C", loss="B")


# %% failed S26: in (0, 1), so a probability
quiz_sigmoid = {"range": "A", "slope": "A", "labels": "B", "tanh": "D", "forty": "C", "loss": "B"}


# %% failed S30: the threshold one half on logits
quiz_sigmoid = {"range": "C", "slope": "A", "labels": "A", "tanh": "D", "forty": "C", "loss": "B"}


# %% failed S16: the slope at the activation
quiz_sigmoid = {"range": "C", "slope": "B", "labels": "B", "tanh": "D", "forty": "C", "loss": "B"}


# %% failed Q3: tanh widens what a network can do
quiz_sigmoid = {"range": "C", "slope": "A", "labels": "B", "tanh": "B", "forty": "C", "loss": "B"}


# %% failed Q6: both gradients nearly one
quiz_sigmoid = {"range": "C", "slope": "A", "labels": "B", "tanh": "D", "forty": "C", "loss": "A"}


# %% failed: one question left out
quiz_sigmoid = {"range": "C", "slope": "A", "labels": "B", "tanh": "D", "forty": "C"}


# %% failed: a letter that is no option
quiz_sigmoid = {"range": "C", "slope": "A", "labels": "B", "tanh": "D", "forty": "C", "loss": "E"}


# %% failed: one string of letters
quiz_sigmoid = "abcd"


# %% failed: a list of letters
quiz_sigmoid = ["a", "b", "c", "d"]


# %% failed: a tuple of pairs
quiz_sigmoid = (("range", "a"), ("slope", "b"))


# %% failed: a set of letters
quiz_sigmoid = {"a", "b", "c"}


# %% failed: an array of letters
quiz_sigmoid = np.array(["a", "b", "c", "d"])


# %% failed: unknown questions
quiz_sigmoid = {"not a question": "a", "nor is this": "b"}


# %% failed: one unknown question
quiz_sigmoid = {"What is your favourite activation?": "a"}


# %% failed: questions by number, letters by number
quiz_sigmoid = {1: 1, 2: 2, 3: 3, 4: 4}


# %% failed: questions by number
quiz_sigmoid = dict(enumerate("abcdabcd"))


# %% failed: the letters as keys
quiz_sigmoid = {"a": 1, "b": 2, "c": 3, "d": 4}


# %% failed: a dict inside a list
quiz_sigmoid = [{"question": "a"}]


# %% failed: a dict inside a dict
quiz_sigmoid = {"quiz_sigmoid": {"question": "a"}}


# %% failed: one letter
quiz_sigmoid = "a"


# %% failed: a number
quiz_sigmoid = 42


# %% failed: a truth value
quiz_sigmoid = True


# %% failed: nan
quiz_sigmoid = float("nan")


# %% failed: a dict as JSON text
quiz_sigmoid = '{"question": "a"}'


# %% failed: a default dict that answers a to everything, without one entry
from collections import defaultdict

quiz_sigmoid = defaultdict(lambda: 42)
quiz_sigmoid["not a question"] = 42


# %% failed: keys that cannot be sorted or printed as text
quiz_sigmoid = {None: "a", 3: "b", ("c",): "d", b"e": "f"}


# %% failed|errored: a function that returns a dict
def quiz_sigmoid():
    return {"question": "a"}


# %% failed|errored: a dict class, not a dict
class quiz_sigmoid(dict):
    pass


# %% failed|not_attempted: no answers yet
quiz_sigmoid = {}


# %% failed|not_attempted: nothing
quiz_sigmoid = None
