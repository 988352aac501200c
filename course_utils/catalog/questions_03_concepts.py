"""The concept questions of lesson 03: on, off and dead, and what a leak changes."""

from __future__ import annotations

from course_utils.catalog.questions import Option, concept

QUESTIONS = (
    concept(
        "03.mask",
        "On the way back the gradient 5 arrives at the output of a ReLU unit. On the way forwards "
        "its pre-activation was z = 3. Which gradient does it pass on, with respect to z?",
        Option(
            "A",
            "5",
            "Right of 0 the slope is 1, and 5·1 = 5. How large z was does not matter.",
        ),
        Option(
            "B",
            "15",
            "3 is the activation. The chain rule multiplies by the slope, which is 1.",
            "R9",
        ),
        Option(
            "C",
            "1",
            "That is the slope. By what has the gradient from above to be multiplied?",
            "R40",
        ),
        Option(
            "D",
            "0",
            "So it would be for a negative z. At z = 3 the unit is on.",
            "R42",
        ),
        answer="A",
    ),
    concept(
        "03.off",
        "A ReLU unit is off for 990 of 1000 training samples. What gradient do its weights get "
        "from the whole training set?",
        Option(
            "A",
            "None: it is dead.",
            "Dead is off for every sample. Ten samples still see it.",
            "R24",
        ),
        Option(
            "B",
            "That of all 1000 samples, but a small one.",
            "An off unit passes exactly 0 back, not a little.",
            "RQ10",
        ),
        Option(
            "C",
            "That of the 10 samples for which it is on.",
            "Each sample for which it is on passes its gradient, the others pass none.",
        ),
        Option(
            "D",
            "That of the 990 samples, with its sign turned.",
            "Left of 0 the slope of ReLU is 0, not −1.",
            "RQ11",
        ),
        answer="C",
    ),
    concept(
        "03.leak_cures",
        "Units of a layer are negative for every sample. ReLU is replaced by Leaky ReLU with "
        "α = 0.01, and nothing else is changed. What is different at once?",
        Option(
            "A",
            "The units become positive again.",
            "Their pre-activations are what they were. A unit with a gradient can move back over "
            "0, and often does not.",
            "RQ13",
        ),
        Option(
            "B",
            "Nothing: a unit that is negative throughout passes nothing on.",
            "It passes on αz, a straight line of slope 0.01, and a hundredth of the gradient.",
            "R76",
        ),
        Option(
            "C",
            "They get the same gradient as if they were positive.",
            "A hundredth of it: left of 0 the slope is α, not 1.",
            "RQ12",
        ),
        Option(
            "D",
            "They get a small gradient, and so can learn.",
            "α times the gradient from above. They stay negative for the time being, but are no "
            "longer stuck.",
        ),
        answer="D",
    ),
    concept(
        "03.alpha_one",
        "Every layer of a network uses Leaky ReLU with the slope α = 1. What can the network "
        "compute?",
        Option(
            "A",
            "The same as with α = 0.01: the slope is a matter of taste.",
            "On the spirals it was not: up to ½ all came out well, and at 1 it was as good as a "
            "line. What happened to the corner?",
            "RQ1",
        ),
        Option(
            "B",
            "More than with ReLU, because both sides are passed on whole.",
            "Both sides are passed on along one straight line. It is the bend that adds something.",
            "RQ14",
        ),
        Option(
            "C",
            "What one affine layer can, and no more.",
            "With α = 1 the activation is the identity, and affine layers multiply out to one.",
        ),
        Option(
            "D",
            "Absolute values: the left side is folded up.",
            "That is α = −1. With α = 1 the left side goes straight on.",
            "RC11",
        ),
        answer="C",
    ),
)
