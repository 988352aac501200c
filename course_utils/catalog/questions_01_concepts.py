"""The concept questions of lesson 01: the line, its normal, and what layers in a row can do."""

from __future__ import annotations

from course_utils.catalog.questions import Option, concept

QUESTIONS = (
    concept(
        "01.normal",
        "P and Q are two different points on the line w·x + b = 0. What is w·(P − Q), and what "
        "does it say?",
        Option(
            "A",
            "It is ‖P − Q‖: w lies along the line.",
            "w·P and w·Q are both −b. What is their difference?",
            "L12",
        ),
        Option(
            "B",
            "It is −b: the line is shifted by b.",
            "w·P is −b, and so is w·Q. What is left of the two in the difference?",
            "LQ1",
        ),
        Option(
            "C",
            "It depends on the two points.",
            "It does not: w·P = w·Q = −b, whichever points on the line they are.",
            "LQ2",
        ),
        Option(
            "D",
            "It is 0: w stands at a right angle to the line.",
            "w·P = w·Q = −b. Moving along the line must not change the score, so w has no share "
            "in that direction.",
        ),
        answer="D",
    ),
    concept(
        "01.double_both",
        "A unit computes z = w·x + b and we look at the line z = 0. Now w and b are both doubled. "
        "What happens to the line and to the values z?",
        Option(
            "A",
            "The line moves to twice its distance from the origin; z doubles.",
            "Its distance is |b|/‖w‖, and both are doubled. Where z was 0, 2z is 0 too.",
            "LQ6",
        ),
        Option(
            "B",
            "The line stays; every z doubles.",
            "2z = 0 exactly where z = 0, so the line is the same, and the unit is twice as sure "
            "on either side.",
        ),
        Option(
            "C",
            "The line stays; every z stays.",
            "The line does stay, but 2w·x + 2b is twice w·x + b.",
            "LQ7",
        ),
        Option(
            "D",
            "The line turns; z doubles.",
            "2w points where w points, so the line does not turn.",
            "LQ8",
        ),
        answer="B",
    ),
    concept(
        "01.linear_in",
        "Is w₁x + w₂x² a linear combination?",
        Option(
            "A",
            "No: there is a square in it.",
            "The square is on x, which is given. Look at it as a function of w₁ and w₂.",
            "LQ3",
        ),
        Option(
            "B",
            "Yes, of x and x², but its curve over x is a parabola.",
            "It is linear in the weights and in the features x and x²; it is not linear in x. "
            '"Linear" always asks: in what?',
        ),
        Option(
            "C",
            "Yes, so its curve over x is a straight line.",
            "At x = 0, 1 and 2 with w₁ = 0 and w₂ = 1 it is 0, 1 and 4. Is that straight?",
            "LQ4",
        ),
        Option(
            "D",
            "Only after an activation function has been applied.",
            "An activation acts on the sum when it is finished. Whether it is a linear "
            "combination is settled before.",
            "LQ5",
        ),
        answer="B",
    ),
    concept(
        "01.stacked",
        "Two affine layers stand one behind the other with nothing between them: (XW₁ + b₁)W₂ + "
        "b₂. What can they compute that one affine layer cannot?",
        Option(
            "A",
            "Nothing.",
            "The whole is X(W₁W₂) + (b₁W₂ + b₂), one affine layer. This is why something "
            "nonlinear must stand between: the subject of this course.",
        ),
        Option(
            "B",
            "Curved boundaries, if there are enough units.",
            "However many units, the two layers multiply out to one affine map.",
            "LQ9",
        ),
        Option(
            "C",
            "A boundary with one corner.",
            "A corner needs a bend, and an affine map of an affine map has none.",
            "L14",
        ),
        Option(
            "D",
            "Products of inputs, such as x₁·x₂.",
            "The weights are multiplied with each other; inputs never are.",
            "LQ10",
        ),
        answer="A",
    ),
    concept(
        "01.small_gain",
        "Suppose that on one division of your data a linear model labels 96.9 % of the held-out "
        "images rightly and a network 97.6 %. Other divisions move either number by about one "
        "per cent. What may you say?",
        Option(
            "A",
            "The network is better: 97.6 is more than 96.9.",
            "On this division it is. On the next one it may be the other way round.",
            "TQ4",
        ),
        Option(
            "B",
            "The problem is nonlinear.",
            "It is not a yes or a no, and a difference as small as that of two divisions says "
            "least about it.",
            "LQ11",
        ),
        Option(
            "C",
            "The difference is no larger than what the division does; measure on several.",
            "The mean over several divisions tells whether a lead of this size is more than "
            "chance, and whether it is worth the larger model.",
        ),
        Option(
            "D",
            "The linear model is better, because it is simpler.",
            "It is simpler. Whether it is as good is what has not been measured yet.",
            "LQ12",
        ),
        answer="C",
    ),
)
