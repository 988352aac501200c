"""The questions of lesson 01 that later lessons ask again."""

from __future__ import annotations

from course_utils.catalog.questions import Option, Question

QUESTIONS = (
    Question(
        id="01.double_both",
        lesson="01",
        text=(
            "A unit computes z = w·x + b and we look at the line z = 0. Now w and b are both "
            "doubled. What happens to the line and to the values z?"
        ),
        options=(
            Option(
                "A",
                "The line moves to twice its distance from the origin; z doubles.",
                "Its distance is |b|/‖w‖, and both are doubled. Where z was 0, 2z is 0 too.",
            ),
            Option(
                "B",
                "The line stays; every z doubles.",
                "2z = 0 exactly where z = 0, so the line is the same, and the unit is twice as "
                "sure on either side.",
            ),
            Option(
                "C",
                "The line stays; every z stays.",
                "The line does stay, but 2w·x + 2b is twice w·x + b.",
            ),
            Option(
                "D",
                "The line turns; z doubles.",
                "2w points where w points, so the line does not turn.",
            ),
        ),
        answer="B",
    ),
    Question(
        id="01.stacked",
        lesson="01",
        text=(
            "Two affine layers stand one behind the other with nothing between them: "
            "(XW₁ + b₁)W₂ + b₂. What can they compute that one affine layer cannot?"
        ),
        options=(
            Option(
                "A",
                "Nothing.",
                "The whole is X(W₁W₂) + (b₁W₂ + b₂), one affine layer. This is why something "
                "nonlinear must stand between: the subject of this lesson.",
            ),
            Option(
                "B",
                "Curved boundaries, if there are enough units.",
                "However many units, the two layers multiply out to one affine map.",
            ),
            Option(
                "C",
                "XOR.",
                "XOR needs a bend, and an affine map of an affine map has none.",
            ),
            Option(
                "D",
                "Products of inputs, such as x₁·x₂.",
                "The weights are multiplied with each other; inputs never are.",
            ),
        ),
        answer="A",
    ),
)
