"""The questions of lesson 02: predictions made before an experiment, and checks of an idea."""

from __future__ import annotations

from course_utils.catalog.questions import Option, Question

QUESTIONS = (
    Question(
        id="02.logit_step",
        lesson="02",
        text=(
            "The log-odds z climbs from 0 to 5 in steps of 1. What does the probability p do "
            "at each step?"
        ),
        options=(
            Option(
                "A",
                "It rises by the same amount at each step.",
                "The first step carries p from 0.5 to 0.73; five such steps would carry it past 1. "
                "Equal steps belong to z.",
            ),
            Option(
                "B",
                "It is multiplied by e, about 2.72, at each step.",
                "That is what the odds do. Half times 2.72 is already more than 1.",
            ),
            Option(
                "C",
                "It rises at each step, and each rise is smaller than the one before.",
                "The odds are multiplied by e each time, but p is their share of the whole, "
                "odds/(1 + odds), and the nearer to 1, the less there is left to gain.",
            ),
            Option(
                "D",
                "It rises at each step, and each rise is larger than the one before.",
                "That holds on the way from far below up to z = 0. From 0 on the rises shrink.",
            ),
        ),
        answer="C",
    ),
    Question(
        id="02.gaussian_log_odds",
        lesson="02",
        text=(
            "Two classes are equally frequent. Along one feature x each is a Gaussian bell, of "
            "the same width, around its own mean. What shape has the log-odds of class 1, drawn "
            "over x?"
        ),
        options=(
            Option(
                "A",
                "A straight line.",
                "Each bell is e to the power of a parabola; equal widths make the two parabolas "
                "equally steep, and in their difference the x² cancels.",
            ),
            Option(
                "B",
                "An S, flat on both sides.",
                "The probability is an S. Its log-odds undo the flattening.",
            ),
            Option(
                "C",
                "A parabola.",
                "That is what two bells of different widths give: then the x² does not cancel.",
            ),
            Option(
                "D",
                "A bump between the two means.",
                "Far to the right class 1 only becomes more likely, so nothing comes down again.",
            ),
        ),
        answer="A",
    ),
    Question(
        id="02.least_claim",
        lesson="02",
        text=(
            "Three samples stand at x = -1, 0, 1. We give them the probabilities σ(-1), σ(0), "
            "σ(1), then move these by t·(1, -2, 1), which changes neither their sum nor the sum "
            "of p·x. At which t is the entropy, summed over the three samples, largest?"
        ),
        options=(
            Option(
                "A",
                "At some t > 0: the outer two go up, the middle one comes down.",
                "Any move along this line loses entropy, to this side too.",
            ),
            Option(
                "B",
                "At t = 0: the sigmoid's own values.",
                "Probabilities of the form σ(wx + b) have the largest entropy among all those "
                "with the same two totals. The derivation says why.",
            ),
            Option(
                "C",
                "At some t < 0: the outer two come down, the middle one goes up.",
                "Any move along this line loses entropy, to this side too.",
            ),
            Option(
                "D",
                "It is the same for every t, because the totals are.",
                "The totals are kept, the entropy is not: it is not a function of the totals.",
            ),
        ),
        answer="B",
    ),
    Question(
        id="02.multiplier",
        lesson="02",
        text=(
            "In the maximum-entropy derivation a number multiplies each of the two conditions. "
            "What have these two numbers become at the end?"
        ),
        options=(
            Option(
                "A",
                "The probabilities p₁ and p₀ of the two classes.",
                "The probabilities are what we maximised over. The multipliers stand beside "
                "the conditions.",
            ),
            Option(
                "B",
                "Nothing: they cancel.",
                "They stay. The log-odds are built from them: log-odds = w·x + b.",
            ),
            Option(
                "C",
                "The mean and the variance of x.",
                "x is given, and its mean and variance were never used.",
            ),
            Option(
                "D",
                "The weight w and the bias b of a unit.",
                "Each weight is the multiplier of one condition: the total of its feature must "
                "come out right. The bias is the multiplier of the count of ones.",
            ),
        ),
        answer="D",
    ),
    Question(
        id="02.steepest",
        lesson="02",
        text="Where is the sigmoid steepest, and how steep is it there?",
        options=(
            Option(
                "A",
                "At z = 0, with slope 1.",
                "That is tanh. With slope 1 from z = 0, σ would pass 1 before z = 1.",
            ),
            Option(
                "B",
                "At z = 0, with slope ½.",
                "½ is the height of the curve at 0. Slope and height are two things.",
            ),
            Option(
                "C",
                "For large z, where the output is largest.",
                "There the curve has nowhere left to rise to, and runs almost level.",
            ),
            Option(
                "D",
                "At z = 0, with slope ¼.",
                "The slope is σ(1 − σ), which is largest where σ = ½: ½ · ½ = ¼.",
            ),
        ),
        answer="D",
    ),
    Question(
        id="02.best_h",
        lesson="02",
        text=(
            "You estimate a slope in float64 (about 16 digits) by (f(z + h) − f(z − h)) / 2h. "
            "Which h gives the smallest error?"
        ),
        options=(
            Option(
                "A",
                "0.1",
                "The curve bends noticeably over a stretch of 0.2: the error is about 10⁻³.",
            ),
            Option(
                "B",
                "about 10⁻⁵",
                "Small enough for the curve to look straight, large enough for the difference "
                "of the two values to keep most of its digits.",
            ),
            Option(
                "C",
                "about 10⁻¹²",
                "The two values then agree in 12 of their 16 digits; only about four are left "
                "in the difference.",
            ),
            Option(
                "D",
                "The smaller the better.",
                "So it is in exact arithmetic. With 16 digits, two values that are ever closer "
                "leave ever fewer digits in their difference.",
            ),
        ),
        answer="B",
    ),
    Question(
        id="02.tanh_shape",
        lesson="02",
        text="What must be done to the curve of σ to make it lie exactly on the curve of tanh?",
        options=(
            Option(
                "A",
                "Stretch it upwards to twice its height and move it down by 1.",
                "Then both run from −1 to 1, but the moved curve reaches only 0.462 at z = 1, "
                "where tanh reaches 0.762: it is too wide.",
                "S20",
            ),
            Option(
                "B",
                "The same, and also stretch it sideways.",
                "It is too wide already: it must be squeezed.",
            ),
            Option(
                "C",
                "The same, and also squeeze it sideways.",
                "A stretch, a shift and a squeeze suffice. How much of each is derived next.",
            ),
            Option(
                "D",
                "It cannot be done: tanh is a hyperbolic function and σ is not.",
                "Both are made of e^z alone, and one is the other on different rulers.",
            ),
        ),
        answer="C",
    ),
    Question(
        id="02.sigma_forty",
        lesson="02",
        text="What does a computer return for σ(40), in float64?",
        options=(
            Option(
                "A",
                "Exactly 1.0",
                "The true value is 1 − 4·10⁻¹⁸. The float64 next below 1 is 1 − 1.1·10⁻¹⁶, so "
                "1.0 is the nearest there is.",
            ),
            Option(
                "B",
                "0.99999 and so on: less than 1, because σ(z) < 1 for every z",
                "True of the real number. Its first 17 digits are nines, and a float64 holds "
                "about 16 digits.",
            ),
            Option(
                "C",
                "nan, or an error",
                "Nothing overflows here: e⁻⁴⁰ is a small ordinary number.",
            ),
            Option(
                "D",
                "inf",
                "The denominator 1 + e⁻⁴⁰ is about 1; nothing is divided by 0.",
            ),
        ),
        answer="A",
    ),
    Question(
        id="02.wrong_start",
        lesson="02",
        text=(
            "A single sigmoid unit starts with weights that are large and wrong: it is sure of "
            "the wrong class for most samples. Two copies take 200 steps of gradient descent, "
            "one with cross-entropy, one with squared error. What then?"
        ),
        options=(
            Option(
                "A",
                "Both have recovered: the error is large, so the gradient is large.",
                "The squared error's gradient carries the factor σ′ as well, which is almost 0 "
                "where the unit is sure, right or wrong.",
            ),
            Option(
                "B",
                "Only the one with squared error has recovered: its error is bounded.",
                "Bounded is the trouble: for a sure and wrong unit that loss is almost level.",
            ),
            Option(
                "C",
                "Neither has recovered: a saturated unit has no gradient.",
                "The slope of σ is almost 0, but the slope of cross-entropy is as large as the "
                "other is small: in their product it cancels.",
            ),
            Option(
                "D",
                "Only the one with cross-entropy has recovered.",
                "Its gradient is σ − y: close to 1 in size exactly where the unit is sure and "
                "wrong. Squared error multiplies this by σ(1 − σ), almost 0.",
            ),
        ),
        answer="D",
    ),
    Question(
        id="02.one_sign",
        lesson="02",
        text=(
            "A unit takes 16 inputs, all of them outputs of sigmoid units. For one sample we "
            "compute the gradient of the loss with respect to its 16 weights. How many of the "
            "16 numbers are positive?"
        ),
        options=(
            Option(
                "A",
                "About half of them.",
                "So it would be if the inputs had both signs. Outputs of σ are all positive.",
            ),
            Option(
                "B",
                "All 16 or none.",
                "Each is one common number times a positive input, so all have its sign.",
            ),
            Option(
                "C",
                "All 16, always.",
                "The common factor may be negative; then none is.",
            ),
            Option(
                "D",
                "It depends on the 16 weights.",
                "The sizes depend on much, but the signs are all that of one common factor.",
            ),
        ),
        answer="B",
    ),
)
