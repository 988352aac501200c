"""Claims about lines and bends, and about the sigmoid and tanh. Values only."""

from __future__ import annotations

from course_utils.catalog.claims import Claim

LINES = "01_linear_combinations"
SIGMOID = "02_sigmoid_tanh"

BENDS: tuple[Claim, ...] = (
    Claim(
        "linear-only-linear",
        "A linear combination can only express linear relations.",
        "needs a condition",
        "Affine layers are affine in their inputs, however many there are; the inputs may be bent "
        "themselves, as x² is.",
        LINES,
        "4. Two layers are one",
        "A",
        "With the inputs x and x² a single unit's score rose by 3, 7, 11, 15. Linear in what?",
        "Two affine layers gave what one gives. In which sense is the sentence true, then?",
        arguable=("imprecise",),
    ),
    Claim(
        "most-problems-nonlinear",
        "Most real problems are nonlinear.",
        "goes too far",
        "Nobody has counted, and it is a matter of degree: ask how much a bend gains on these "
        "data, and measure it.",
        LINES,
        "8. When is a line enough?",
        "B",
        "On the digits the hidden layer gained about one image in a hundred. Who has counted the "
        "problems, and how?",
        "On the spirals a line did little better than guessing. Is it false, or is something "
        "missing that would make it checkable?",
        arguable=("imprecise",),
    ),
    Claim(
        "neuron-fires",
        "An activation function decides whether a neuron fires, and passes the signal to the next "
        "neuron.",
        "imprecise",
        "Only a step decides; the others pass on a number, and every unit of the next layer gets "
        "it.",
        "03_relu_leaky_relu",
        "2. What is silent, and what is passed on",
        "C",
        "The sigmoid and tanh made no activation zero. What did they decide?",
        arguable=("wrong",),
    ),
    Claim(
        "so-nonlinear",
        "Between the layers stands a nonlinear function, so the network can learn nonlinear "
        "relations.",
        "goes too far",
        "Something nonlinear is necessary and not sufficient: sums of squares are parabolas, sums "
        "of hinges are not tied to one shape.",
        LINES,
        "6. Curves out of hinges",
        "D",
        "z² is nonlinear, and fifty of them made parabolas only, no nearer to the sine than a "
        "line. Which relations does the sentence promise: some, or whichever the data have?",
        "ReLU followed the sine. What does the sentence get right?",
        arguable=("needs a condition", "imprecise"),
    ),
)

CURVES: tuple[Claim, ...] = (
    Claim(
        "sigmoid-range",
        "The sigmoid maps every number into the open interval (0, 1).",
        "needs a condition",
        "True of real numbers; a float reaches 1 exactly, at z ≈ 37 in float64 and z ≈ 17 in "
        "float32.",
        SIGMOID,
        "7. The numbers a computer has",
        "A",
        "For z = 40 the computer returned exactly 1. For which numbers is the sentence true?",
        "1/(1 + e^(−z)) is never 1 for a real z. So for which numbers is it true?",
    ),
    Claim(
        "sigmoid-binary",
        "The sigmoid is for binary classification.",
        "needs a condition",
        "As the output layer: there it turns log-odds into a probability. In deep hidden layers "
        "it holds the gradient back.",
        SIGMOID,
        "9. In the middle of a network",
        "B",
        "All three networks did binary classification; the one with eight hidden layers of σ "
        "never got going. In which layer does the sentence put the sigmoid?",
        "A single sigmoid at the output labelled the tumours as well as any network here. Where "
        "is it at home?",
        arguable=("imprecise",),
    ),
    Claim(
        "sigmoid-probability",
        "The sigmoid's output lies between 0 and 1, so it is a probability.",
        "goes too far",
        "The interval does not make it one: ½(1 + sin z) lies there too. It is one if z is the "
        "log-odds, and that can be checked against what happens.",
        SIGMOID,
        "3. Why a straight line? Claim as little as possible",
        "C",
        "½(1 + sin z) lies between 0 and 1 too, and did not come true. Does the interval decide?",
        "Where z was the log-odds, σ(z) came true in every bin. What is wrong: the sentence's "
        "end, or its «so»?",
    ),
    Claim(
        "tanh-hyperbolic-sigmoid",
        "tanh is the hyperbolic version of the sigmoid.",
        "wrong",
        "They are one curve on two rulers: tanh z = 2σ(2z) − 1. Neither is more hyperbolic than "
        "the other.",
        SIGMOID,
        "6. tanh is a sigmoid on another ruler",
        "D",
        "tanh z and 2σ(2z) − 1 agreed to rounding. What is left for «the hyperbolic version» to "
        "mean?",
        arguable=("imprecise",),
    ),
    Claim(
        "tanh-widens-range",
        "tanh widens the range in the hidden layers.",
        "imprecise",
        "The next weights undo any widening. What helps is that tanh is centred on 0 and has "
        "slope 1 there instead of ¼.",
        SIGMOID,
        "6. tanh is a sigmoid on another ruler",
        "E",
        "A network of sigmoids and one of tanhs returned the same numbers. What did the wider "
        "range add?",
        "The range of tanh is twice as wide, nobody denies it. Is width what helps?",
        arguable=("goes too far",),
    ),
)
