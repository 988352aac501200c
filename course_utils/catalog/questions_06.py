"""The questions of lesson 06: the predictions."""

from __future__ import annotations

from course_utils.catalog.questions import Option, Question

QUESTIONS = (
    Question(
        id="06.exact_zeros",
        lesson="06",
        text=(
            "64 ReLUs learn 1437 digits for five epochs. Before training and after each epoch we "
            "look at all their pre-activations, half a million numbers. How many are exactly 0?"
        ),
        options=(
            Option(
                "A", "About half of them.", "About half are negative. Exactly 0 is another matter."
            ),
            Option(
                "B",
                "A few hundred, about one in a thousand.",
                "Between −1 and 1 there are more than 10¹⁸ numbers of type float64. To hit one of "
                "them hundreds of times would be odd.",
            ),
            Option(
                "C",
                "None.",
                "A sum of 64 products of float64 hits one given value about never. The missing "
                "derivative is not asked for.",
            ),
        ),
        answer="C",
    ),
    Question(
        id="06.pieces",
        lesson="06",
        text=(
            "Ten layers of two ReLUs each can fold an interval ten times. How many straight pieces "
            "does the curve have, and how many can one layer of twenty ReLUs make at most?"
        ),
        options=(
            Option(
                "A",
                "1024 pieces, and 21.",
                "Each fold doubles the pieces, 2¹⁰. In one layer each unit adds at most one "
                "corner.",
            ),
            Option(
                "B",
                "21 pieces both times.",
                "Twenty corners hold for one layer. A fold makes "
                "new corners in every piece that is there already.",
            ),
            Option(
                "C",
                "1024 pieces both times.",
                "In one layer each unit has one corner, and twenty corners make 21 pieces.",
            ),
        ),
        answer="A",
    ),
    Question(
        id="06.deep_sigmoid",
        lesson="06",
        text=(
            "Breast tumours, 63 % of one kind. A network with eight hidden layers of σ learns "
            "them, started by Xavier's rule, 20 epochs. Its accuracy on held-out tumours?"
        ),
        options=(
            Option(
                "A",
                "About 97 %, as a single unit reaches.",
                "So one would hope. But eight "
                "slopes of at most ¼ leave next to nothing of the gradient.",
            ),
            Option(
                "B",
                "About 80 %.",
                "It does not get half of the way. Not even the first steps are made.",
            ),
            Option(
                "C",
                "63 %: it always says the same.",
                "The lower layers do not move, all "
                "tumours look alike at the top, and the best that is left is to say the more "
                "frequent one.",
            ),
        ),
        answer="C",
    ),
    Question(
        id="06.ten_units",
        lesson="06",
        text=(
            "Ten ReLUs in a row, all of them on, each with the weight 0.9. How much of a gradient "
            "at the end arrives at the beginning?"
        ),
        options=(
            Option(
                "A",
                "All of it: the derivative is 1.",
                "The derivative of ReLU is. The weight multiplies as well, each time.",
                "R32",
            ),
            Option(
                "B",
                "About a third.",
                "0.9¹⁰ ≈ 0.35. ReLU contributes ten factors of 1, the weights ten of 0.9.",
            ),
            Option(
                "C",
                "Less than a thousandth.",
                "For weights of ½ this would be about right. 0.9¹⁰ is larger.",
            ),
        ),
        answer="B",
    ),
    Question(
        id="06.never_positive",
        lesson="06",
        text=(
            "A layer of 64 leaky units learned the digits at a rate that kills every ReLU, and got "
            "97 % of the held-out images right. How many of its units were positive for no image "
            "at all, at the end?"
        ),
        options=(
            Option(
                "A",
                "None: that is what the leak is for.",
                "The leak keeps a gradient alive. It does not push units back over 0.",
            ),
            Option(
                "B",
                "Six or seven, a tenth.",
                "It is many more. Being negative throughout does "
                "little harm to a unit that has a slope there.",
            ),
            Option(
                "C",
                "44, more than two thirds.",
                "They work as straight lines of slope α, and the others bend. It was enough.",
            ),
        ),
        answer="C",
    ),
    Question(
        id="06.confidence",
        lesson="06",
        text=(
            "A network that saw 150 small images of digits gets 83 % of 1347 others right. The "
            "largest output of its softmax, on average?"
        ),
        options=(
            Option(
                "A",
                "0.73",
                "It would be too modest. Training on few images that are all "
                "labelled rightly soon pushes the other way.",
            ),
            Option(
                "B",
                "0.83",
                "That would be a calibrated network. Nothing in its training saw "
                "to it on images that it was not shown.",
            ),
            Option(
                "C",
                "0.93",
                "It is ten points too sure: what it learned about its own images "
                "it takes for true of all.",
            ),
        ),
        answer="C",
    ),
    Question(
        id="06.shallow",
        lesson="06",
        text=(
            "Two hidden layers on the digits; tanh, ReLU and Leaky ReLU, each once with its own "
            "start and once with weights of standard deviation 0.01. By how much do the six "
            "accuracies differ, after ten epochs at a rate of 0.3?"
        ),
        options=(
            Option(
                "A",
                "ReLU is ahead of tanh by ten points or more.",
                "ReLU has no such lead here, and in a shallow network the start matters little.",
            ),
            Option(
                "B",
                "The three small starts stay at chance.",
                "So it is with seven hidden layers. With two, enough of the gradient arrives.",
            ),
            Option(
                "C",
                "By a few points at most.",
                "In a shallow network nearly everything works. "
                "That is why people with different habits all have good experiences.",
            ),
        ),
        answer="C",
    ),
    Question(
        id="06.usual_three",
        lesson="06",
        text=(
            "We have 24 wrong softmaxes. How many are rejected by the three assertions that come "
            "to mind first: the right shape, all values from 0 to 1, and rows that sum to 1?"
        ),
        options=(
            Option(
                "A",
                "About a third.",
                "Squares, powers of 2, softmax twice, a forgotten "
                "temperature: whatever divides by a sum has rows that sum to 1.",
            ),
            Option(
                "B",
                "About two thirds.",
                "So it feels. But most mistakes leave the division by "
                "the sum in its place, and with it all three properties.",
            ),
            Option(
                "C",
                "All but two or three.",
                "The three say nothing about *which* numbers from 0 to 1 they are.",
            ),
        ),
        answer="A",
    ),
)
