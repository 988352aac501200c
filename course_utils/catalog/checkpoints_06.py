"""The checkpoints within lesson 06: the trials, the decision sheet, and breaking the checker."""

from __future__ import annotations

from course_utils.catalog.break_the_checker import judge_assertions
from course_utils.catalog.trials import LESSON, TRIALS
from course_utils.catalog.values import answered, judge_words, value_exercise
from course_utils.checking.exercise import Exercise, Mistake

HEADS = {
    "will this patient come back, yes or no": "sigmoid",
    "which of ten digits is it": "softmax",
    "which of these three tags are true of it": "sigmoids",
    "how many degrees warmer or colder": "identity",
    "how many metres long": "softplus",
}
HEAD_WORDS = ("sigmoid", "softmax", "sigmoids", "identity", "softplus")
STARTS = {
    "new data, nothing tried yet": "linear model first",
    "two hidden layers, no reason to prefer one": "any, and measure",
    "ReLU, many layers": "He",
    "Leaky ReLU with a large slope": "He, divided by 1 + α²",
    "tanh, many layers": "Xavier",
    "σ, eight layers": "Xavier, gain 4",
    "inputs all positive, units die": "centre the inputs",
}
START_WORDS = tuple(STARTS.values())

OUTPUT_LINES = value_exercise(
    "output_lines",
    LESSON,
    "The decision sheet: task to output head",
    judge_words(HEADS, HEAD_WORDS),
    mistakes=(
        Mistake(
            "X38",
            answered("which of these three tags are true of it", "SOFTMAX"),
            "With softmax one tag gains what another loses. What if two are true, or none?",
        ),
        Mistake(
            "X19",
            answered("will this patient come back, yes or no", "SOFTMAX"),
            "Softmax over one logit is always 1, and over two it is another head of their "
            "difference. Which?",
        ),
        Mistake(
            "X13",
            answered("which of ten digits is it", "SIGMOIDS", "SIGMOID"),
            "Ten sigmoids may all say yes. What is true of the ten digits that the head should "
            "know?",
        ),
        Mistake(
            "R33",
            answered(
                "how many degrees warmer or colder",
                *(w.upper() for w in HEAD_WORDS[:3]),
                "SOFTPLUS",
            ),
            "Colder is a negative number. Which values can that head give?",
        ),
        Mistake(
            "D1",
            answered("how many metres long", "IDENTITY"),
            "The identity may answer −3 metres. Which head cannot?",
        ),
    ),
    hints=(
        "First: one of several, some of several, yes or no, or a number?",
        "For a number: which values may it have? The table above says what each head can give.",
        "Exclusive classes share one probability; tags need one each.",
    ),
)

HIDDEN_LINES = value_exercise(
    "hidden_lines",
    LESSON,
    "The decision sheet: depth and data to activation and start",
    judge_words(STARTS, START_WORDS),
    mistakes=(
        Mistake(
            "D2",
            answered("new data, nothing tried yet", *(w.upper() for w in START_WORDS[1:])),
            "On the digits 64 ReLUs gained one image in a hundred. Beside what was that measured?",
        ),
        Mistake(
            "D6",
            answered(
                "two hidden layers, no reason to prefer one",
                *(w.upper() for w in START_WORDS if w != "any, and measure"),
            ),
            "In figure 6.1, left, six ways came out nearly alike. What is left to do but choose?",
        ),
        Mistake(
            "D7",
            answered(
                "inputs all positive, units die",
                *(w.upper() for w in START_WORDS if w != "centre the inputs"),
            ),
            "With positive inputs all weights of a unit are pushed the same way. What ends that?",
        ),
        Mistake(
            "D3",
            answered("ReLU, many layers", "XAVIER"),
            "ReLU keeps half of the mean square in each layer. What has to make up for it?",
        ),
        Mistake(
            "D4",
            answered("tanh, many layers", "HE"),
            "Near 0 tanh keeps what it gets. Which n·Var(w) passes it on unchanged?",
        ),
        Mistake(
            "D5",
            answered("σ, eight layers", "XAVIER", "HE"),
            "With that start eight layers of σ stayed at chance. What is 4 times the slope at 0?",
        ),
        Mistake(
            "R30",
            answered("Leaky ReLU with a large slope", "HE"),
            "Leaky ReLU passes on (1 + α²)/2 of the mean square, ReLU ½. What becomes of 2/n?",
        ),
    ),
    hints=(
        "Each line has a link: the section that it leads to has the evidence.",
        "Xavier makes up for a slope near 1, He for half of the mean square.",
        "The first line and the second ask for no start at all, but for a way to go about it.",
    ),
)

ASSERTIONS = value_exercise(
    "my_assertions",
    LESSON,
    "Break the checker: assertions for a softmax",
    judge_assertions,
    hints=(
        "Ask for values, not only for properties: for the logits log 1, log 2, log 5 you know "
        "the answer by heart.",
        "Take a shape that is not square, a single row, whole numbers, another axis, a "
        "temperature; and rows with 1000, −1000 and both in one row.",
        "Compare the array before and after the call; and with np.errstate(over='raise', "
        "invalid='raise', divide='raise') an overflow on the way becomes an error.",
    ),
)

EXERCISES: tuple[Exercise, ...] = (
    *(trial.exercise() for trial in TRIALS),
    OUTPUT_LINES,
    HIDDEN_LINES,
    ASSERTIONS,
)
