# %% passed: the words as they stand
output_heads = {"tumour": "sigmoid", "digit": "softmax", "film": "sigmoids", "temperature": "identity", "waiting": "softplus", "word": "softmax", "xray": "sigmoids", "balance": "identity", "spread": "softplus"}


# %% passed: capital letters
output_heads = {"tumour": "SIGMOID", "digit": "SOFTMAX", "film": "SIGMOIDS", "temperature": "IDENTITY", "waiting": "SOFTPLUS", "word": "SOFTMAX", "xray": "SIGMOIDS", "balance": "IDENTITY", "spread": "SOFTPLUS"}


# %% passed: with spaces typed along
output_heads = {"tumour": " sigmoid", "digit": " softmax", "film": " sigmoids", "temperature": " identity", "waiting": " softplus", "word": " softmax", "xray": " sigmoids", "balance": " identity", "spread": " softplus"}


# %% passed: another order
output_heads = {"spread": "softplus", "balance": "identity", "xray": "sigmoids", "word": "softmax", "waiting": "softplus", "temperature": "identity", "film": "sigmoids", "digit": "softmax", "tumour": "sigmoid"}


# %% passed: filled in group by group
output_heads = dict.fromkeys(["digit", "word"], "softmax")
output_heads.update(dict.fromkeys(["film", "xray"], "sigmoids"), tumour="sigmoid")
output_heads.update(dict.fromkeys(["temperature", "balance"], "identity"))
output_heads.update(dict.fromkeys(["waiting", "spread"], "softplus"))


# %% failed X19: softmax over one unit
output_heads = {"tumour": "softmax", "digit": "softmax", "film": "sigmoids", "temperature": "identity", "waiting": "softplus", "word": "softmax", "xray": "sigmoids", "balance": "identity", "spread": "softplus"}


# %% failed X13: sigmoids for one digit
output_heads = {"tumour": "sigmoid", "digit": "sigmoids", "film": "sigmoids", "temperature": "identity", "waiting": "softplus", "word": "softmax", "xray": "sigmoids", "balance": "identity", "spread": "softplus"}


# %% failed X38: softmax over several genres
output_heads = {"tumour": "sigmoid", "digit": "softmax", "film": "softmax", "temperature": "identity", "waiting": "softplus", "word": "softmax", "xray": "sigmoids", "balance": "identity", "spread": "softplus"}


# %% failed R33: no frost
output_heads = {"tumour": "sigmoid", "digit": "softmax", "film": "sigmoids", "temperature": "softplus", "waiting": "softplus", "word": "softmax", "xray": "sigmoids", "balance": "identity", "spread": "softplus"}


# %% failed X79: a negative waiting time
output_heads = {"tumour": "sigmoid", "digit": "softmax", "film": "sigmoids", "temperature": "identity", "waiting": "identity", "word": "softmax", "xray": "sigmoids", "balance": "identity", "spread": "softplus"}


# %% failed X80: a spread below one
output_heads = {"tumour": "sigmoid", "digit": "softmax", "film": "sigmoids", "temperature": "identity", "waiting": "softplus", "word": "softmax", "xray": "sigmoids", "balance": "identity", "spread": "sigmoid"}


# %% failed: one word
output_heads = "softmax"


# %% failed: a list of heads
output_heads = ["sigmoid", "softmax", "sigmoids", "identity", "softplus"]


# %% failed: a tuple of pairs
output_heads = (("a task", "sigmoid"), ("another task", "softmax"))


# %% failed: a set of heads
output_heads = {"sigmoid", "softmax", "identity"}


# %% failed: an array of heads
output_heads = np.array(["sigmoid", "softmax", "sigmoids", "identity", "softplus"])


# %% failed: the heads as keys
output_heads = {"sigmoid": 1, "softmax": 2, "sigmoids": 3, "identity": 4, "softplus": 5}


# %% failed: the heads as keys and as values
output_heads = {name: name for name in ["sigmoid", "softmax", "sigmoids", "identity", "softplus"]}


# %% failed: tasks by number
output_heads = dict(enumerate(["sigmoid", "softmax", "sigmoids", "identity", "softplus"]))


# %% failed: heads by number
output_heads = {"first task": 1, "second task": 2, "third task": 3}


# %% failed: letters of a quiz
output_heads = {"1": "A", "2": "B", "3": "C", "4": "D", "5": "E"}


# %% failed: unknown tasks
output_heads = {"not a task of the sheet": "sigmoid", "nor is this one": "softmax"}


# %% failed: one unknown task
output_heads = {"What should I have for lunch?": "softplus"}


# %% failed: a ReLU for everything that is asked
from collections import defaultdict

output_heads = defaultdict(lambda: "relu")
output_heads["not a task of the sheet"] = "relu"


# %% failed: a dict inside a list
output_heads = [{"task": "softmax"}]


# %% failed: a dict inside a dict
output_heads = {"output_heads": {"task": "softmax"}}


# %% failed: a dict as JSON text
output_heads = '{"task": "softmax"}'


# %% failed: functions in place of names
output_heads = {"a task of my own": np.exp, "another of my own": np.tanh}


# %% failed: keys that cannot be sorted, values that are no names
output_heads = {None: "softmax", 3: ["sigmoid"], ("c",): {"identity"}, b"e": None}


# %% failed: a number
output_heads = 5


# %% failed: a truth value
output_heads = True


# %% failed: nan
output_heads = float("nan")


# %% failed|errored: a function that returns a dict
def output_heads():
    return {"task": "softmax"}


# %% failed|errored: a dict class, not a dict
class output_heads(dict):
    pass


# %% failed|not_attempted: no answers yet
output_heads = {}


# %% failed|not_attempted: nothing
output_heads = None
