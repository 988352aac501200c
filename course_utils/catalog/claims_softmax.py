"""Claims about softmax and its logits. Values only."""

from __future__ import annotations

from course_utils.catalog.claims import Claim

SOFTMAX = "04_softmax"

CLASSES: tuple[Claim, ...] = (
    Claim(
        "logits-raw-scores",
        "Logits are raw scores.",
        "imprecise",
        "They are logarithms of probabilities, up to one constant that the whole row shares.",
        SOFTMAX,
        "1. From log-odds to softmax",
        "A",
        "The logits less log p were one constant for the whole row. What are they, then, up to "
        "that constant?",
        "They are scores, of a special kind. Which logarithm do they hold?",
    ),
    Claim(
        "softmax-suits-classes",
        "Softmax gives values from 0 to 1 that sum to 1, and hence suits classes.",
        "goes too far",
        "Up to rounding it does, and so do squares over their sum. What counts is what the "
        "values mean, and that the classes exclude one another.",
        SOFTMAX,
        "3. Why the exponential?",
        "B",
        "Squares over their sum lie from 0 to 1 and sum to 1 as well, and gave the logit −2 as "
        "much as the logit 2. Does the «hence» hold?",
        "The values did sum to 1, up to rounding. Is the reason wrong, or what is made of it?",
        arguable=("needs a condition",),
    ),
    Claim(
        "softmax-normalisation",
        "Softmax is a normalisation, as the others are activation functions.",
        "imprecise",
        "It is a function of the whole row, with coupled entries; dividing by the sum is only its "
        "last step.",
        SOFTMAX,
        "5. How p answers to z",
        "C",
        "Dividing by the sum is only the last step, and the Jacobian had entries off its "
        "diagonal. Which difference from the others should the sentence name?",
        arguable=("wrong",),
    ),
)
