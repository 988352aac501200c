"""The questions of lesson 03: the predictions."""

from __future__ import annotations

from course_utils.catalog.questions import Option, Question

QUESTIONS = (
    Question(
        id="03.kink",
        lesson="03",
        text="relu(z) = max(0, z) has a corner at z = 0. What is its derivative there?",
        options=(
            Option(
                "A",
                "0, as programs return.",
                "The slope on the left is 0, the one on the right is 1. A derivative would have to "
                "be both. That programs return 0 is a convention.",
                "R11",
            ),
            Option(
                "B",
                "1, as on the whole right side.",
                "That is the slope on the right only. On the left it is 0.",
                "R11",
            ),
            Option(
                "C",
                "½, the mean of both sides.",
                "A central difference gives ½, too. It is a possible choice, and no derivative.",
                "R11",
            ),
            Option(
                "D",
                "There is none at this point.",
                "The slopes of the two sides differ. Any number from 0 to 1 can stand in: lines "
                "through the corner with these slopes nowhere rise above the curve.",
            ),
        ),
        answer="D",
    ),
    Question(
        id="03.silence",
        lesson="03",
        text=(
            "A layer is given 10,000 pre-activations, drawn from a bell around 0. After which "
            "function are about half of the activations exactly 0?"
        ),
        options=(
            Option(
                "A",
                "After ReLU, Leaky ReLU and GELU: they are made to silence.",
                "Leaky ReLU turns −1 into −0.01, GELU into −0.16. Small is not silent.",
            ),
            Option(
                "B",
                "After ReLU only.",
                "Only ReLU has the value 0 on a whole half-line. All the others pass something on "
                "for every z but 0 itself.",
            ),
            Option(
                "C",
                "After ReLU and sigmoid.",
                "σ(−1) is 0.27. For ordinary numbers the sigmoid is never 0.",
            ),
            Option(
                "D",
                "After all of them: each decides whether a unit fires.",
                "Deciding would need a step. These functions pass on a number, and all but ReLU "
                "pass on some number for every z.",
                "RQ6",
            ),
        ),
        answer="B",
    ),
    Question(
        id="03.dead_again",
        lesson="03",
        text=(
            "A ReLU unit in the first layer is off for every training sample. We train a thousand "
            "epochs more, by plain gradient descent, on the same data. What becomes of the unit?"
        ),
        options=(
            Option(
                "A",
                "Nothing: it stays exactly as it is.",
                "Its slope is 0 for every sample, so the gradient of its own weights is exactly 0, "
                "and no step changes them.",
            ),
            Option(
                "B",
                "It comes back to life, slowly.",
                "Slowly would need a small gradient. This one is exactly 0.",
                "RQ7",
            ),
            Option(
                "C",
                "It comes back if the learning rate is large enough.",
                "The step is the rate times 0.",
                "RQ7",
            ),
            Option(
                "D",
                "Its weights shrink towards 0.",
                "Something would have to pull them there. The gradient is 0, and nothing moves.",
            ),
        ),
        answer="A",
    ),
    Question(
        id="03.killer",
        lesson="03",
        text=(
            "64 ReLU units learn the digits; pixels run from 0 to 1. At a learning rate of 2 it "
            "goes badly. Then only one thing is changed: each pixel's mean is subtracted. How many "
            "of the 64 units are dead at the end, before and after?"
        ),
        options=(
            Option(
                "A",
                "About 30 before, about 30 after: the rate is the same.",
                "The rate is the same, the steps are not: centring takes away the direction that "
                "all images share.",
            ),
            Option(
                "B",
                "A few before, none after.",
                "At a rate of 0.5 that would be right. At 2 it is much worse.",
            ),
            Option(
                "C",
                "All or nearly all before, none after.",
                "Pixels of at least 0 make all pre-activations of a unit move together: a large "
                "step takes it below 0 for every image at once.",
            ),
            Option(
                "D",
                "None before, all or nearly all after: pixels can then be negative.",
                "Negative inputs let the samples of a unit move in different directions. That "
                "protects it.",
                "RQ8",
            ),
        ),
        answer="C",
    ),
    Question(
        id="03.steep",
        lesson="03",
        text=(
            "Leaky ReLU is often written max(αz, z). With α = 2, what does this formula return at "
            "z = −1 and z = 1?"
        ),
        options=(
            Option(
                "A",
                "−2 and 1, as Leaky ReLU with α = 2 should.",
                "The larger of −2 and −1 is −1, and the larger of 2 and 1 is 2.",
                "R20",
            ),
            Option(
                "B",
                "−1 and 2.",
                "For α over 1 the larger of the two is the wrong one, on both sides: the formula "
                "needs α ≤ 1.",
            ),
            Option(
                "C",
                "−2 and 2.",
                "The larger of −2 and −1 is −1.",
            ),
            Option(
                "D",
                "−1 and 1.",
                "At z = 1 the larger of 2 and 1 is 2.",
            ),
        ),
        answer="B",
    ),
    Question(
        id="03.towards_one",
        lesson="03",
        text=(
            "Leaky ReLU has to tell two spirals apart, with α = 0.01, 0.5 and 1. ReLU (α = 0) "
            "reaches 100 %. What do the three reach, roughly?"
        ),
        options=(
            Option(
                "A",
                "100 %, 100 % and 100 %: α is a matter of taste.",
                "At α = 1 the function is f(z) = z, and all layers collapse into one.",
                "RQ1",
            ),
            Option(
                "B",
                "100 %, 85 % and 70 %: every bit of slope costs something.",
                "At 0.5 there is still a clear kink, and these spirals do not need more.",
            ),
            Option(
                "C",
                "50 %, 50 % and 50 %: without zeros it is no longer a ReLU.",
                "What counts is the kink, not the zeros.",
            ),
            Option(
                "D",
                "100 %, 100 % and about 70 %.",
                "A kink of half its size still bends the boundary around. At α = 1 there is none, "
                "and a straight line is all that is left.",
            ),
        ),
        answer="D",
    ),
    Question(
        id="03.half",
        lesson="03",
        text=(
            "z is symmetric about 0 and has the mean square E[z²] = 1. What is the mean square of "
            "relu(z)?"
        ),
        options=(
            Option(
                "A",
                "1: the values that pass are unchanged.",
                "They are, and the other half of the samples contributes 0.",
            ),
            Option(
                "B",
                "½",
                "Half of the samples keep the whole of their square, half contribute 0.",
            ),
            Option(
                "C",
                "¼",
                "That would need half of the samples and half of each square.",
                "RC13",
            ),
            Option(
                "D",
                "It depends on the shape of the distribution.",
                "Only the symmetry matters: the left half and the right half have the same sum of "
                "squares.",
            ),
        ),
        answer="B",
    ),
    Question(
        id="03.dip",
        lesson="03",
        text="Which of these statements about SiLU, z·σ(z), and GELU, z·Φ(z), is true?",
        options=(
            Option(
                "A",
                "Both rise everywhere, as ReLU does not fall anywhere.",
                "At z = −1 both are negative, and far on the left both are back near 0. They must "
                "fall and rise again.",
            ),
            Option(
                "B",
                "Their slope is never above 1.",
                "Around z = 2 both are steeper than 1: they have to catch up with ReLU.",
            ),
            Option(
                "C",
                "Both fall at first, have a lowest point left of 0, and then rise.",
                "The lowest points are −0.28 at z = −1.28 for SiLU and −0.17 at z = −0.75 for "
                "GELU.",
            ),
            Option(
                "D",
                "They are smooth versions of Leaky ReLU: far on the left they are straight lines.",
                "Far on the left they go to 0, as ReLU does.",
            ),
        ),
        answer="C",
    ),
    Question(
        id="03.cost",
        lesson="03",
        text=(
            "A layer with 1024 inputs and 1024 units treats a batch of 1024 samples. How does the "
            "time for the ReLU afterwards compare with the time for the matrix product?"
        ),
        options=(
            Option(
                "A",
                "It is a small part of it.",
                "Each entry of the product takes 1024 multiplications and additions, ReLU adds one "
                "comparison.",
            ),
            Option(
                "B",
                "It is about the same.",
                "ReLU goes once through the result. The product does that much work 1024 times "
                "over.",
                "RQ9",
            ),
            Option(
                "C",
                "It is several times as long: activation functions are slow.",
                "Even an exponential is little beside 1024 multiplications; and ReLU has none.",
                "RQ9",
            ),
            Option(
                "D",
                "It is nothing at all: the processor does it for free.",
                "It has to read and write every entry once. That can be measured.",
            ),
        ),
        answer="A",
    ),
    Question(
        id="03.count_zeros",
        lesson="03",
        text=(
            "Two samples go through three ReLU units. The pre-activations are −1, 2, 0 for the "
            "first sample and 3, −2, −4 for the second. What is the sparsity?"
        ),
        options=(
            Option(
                "A",
                "One half",
                "Three of the six numbers are negative. But relu(0) is 0 as well, and zeros are "
                "what is counted.",
            ),
            Option(
                "B",
                "Two thirds",
                "Of the six activations 0, 2, 0, 3, 0, 0 four are exactly 0.",
            ),
            Option(
                "C",
                "One third",
                "That is the share that is passed on, 2 and 3.",
            ),
            Option(
                "D",
                "One third, because one of the three units is silent for both samples",
                "Sparsity counts activations, not units. That a unit is silent for every sample "
                "has a name of its own, in the next section.",
            ),
        ),
        answer="B",
    ),
    Question(
        id="03.add_one",
        lesson="03",
        text=(
            "The images have 64 pixels each and are centred. Somebody adds 1 to every pixel. What "
            "becomes of the common push, the mean of x · m + 1?"
        ),
        options=(
            Option(
                "A",
                "Nothing: every pixel is moved by the same amount.",
                "That moves the mean image from 0 to (1, 1, …, 1), and every pair of images now "
                "agrees in 64 pixels.",
            ),
            Option(
                "B",
                "It doubles, from 1 to 2.",
                "Each pixel adds its share to the product, not all of them together a single 1.",
            ),
            Option(
                "C",
                "It grows from 1 to 65.",
                "Now m = (1, 1, …, 1), so x · m is the sum of the pixels of x, on average 64.",
            ),
            Option(
                "D",
                "It becomes 0.",
                "It is never less than the 1 that comes from the bias.",
            ),
        ),
        answer="C",
    ),
)
