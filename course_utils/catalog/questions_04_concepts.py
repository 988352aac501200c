"""The concept questions of lesson 04: what counts in logits, and what training does with them."""

from __future__ import annotations

from course_utils.catalog.questions import Option, concept

QUESTIONS = (
    concept(
        "04.three_times",
        "For a picture the logits are 1 for cat and 3 for dog. How many times as probable as cat "
        "is dog?",
        Option(
            "A",
            "3 times",
            "The ratio of logits means nothing: with 11 and 13 it is another one, and the "
            "probabilities are the same.",
            "X37",
        ),
        Option("B", "2 times", "2 is the difference of the logits, and so the log-odds.", "XQ1"),
        Option("C", "e³, about 20 times", "That would be against a logit of 0.", "XQ2"),
        Option(
            "D",
            "e², about 7.4 times",
            "The difference of the logits, 2, is the log-odds of dog against cat.",
        ),
        answer="D",
    ),
    concept(
        "04.shift",
        "What leaves the probabilities of softmax as they are?",
        Option(
            "A",
            "Multiplying all logits of a row by 2.",
            "That squares the odds between any two classes: the large become larger.",
            "XQ6",
        ),
        Option(
            "B",
            "Dividing all logits of a row by the largest.",
            "The differences are divided too. Subtracting the largest is the harmless one.",
            "XQ8",
        ),
        Option(
            "C",
            "Adding 10 to all logits of a row.",
            "Softmax sees differences within the row and nothing else. That is why subtracting "
            "the maximum is allowed.",
        ),
        Option(
            "D",
            "Adding 10 to the largest logit.",
            "Then one difference changes by 10, and nearly all probability goes there.",
            "XQ7",
        ),
        answer="C",
    ),
    concept(
        "04.error",
        "Let p be the softmax of the logits, and y the label as a vector of zeros and one 1. What "
        "is the gradient of the cross-entropy of one sample with respect to the logits?",
        Option(
            "A",
            "p − y",
            "The Jacobian of softmax cancels against the 1/p of the logarithm. Every backward "
            "pass of a classifier starts with it.",
        ),
        Option(
            "B",
            "y − p",
            "A step against it would make the right class less likely: the sign is lost.",
            "X32",
        ),
        Option(
            "C",
            "(p − y)·p·(1 − p)",
            "The slope is in p − y already: here it has been multiplied in twice.",
            "X34",
        ),
        Option(
            "D",
            "−1/p for the right class, 0 for the others",
            "That is the gradient with respect to p. Raising one logit lowers every other p.",
            "X71",
        ),
        answer="A",
    ),
    concept(
        "04.same_labels",
        "Dividing the logits by T = 2.1 makes the network less sure. What of its accuracy?",
        Option(
            "A",
            "It stays exactly the same.",
            "Dividing all logits by one number above 0 keeps their order, so every label stays.",
        ),
        Option(
            "B",
            "It rises a little.",
            "Which class is the largest does not depend on T.",
            "XQ3",
        ),
        Option(
            "C",
            "It falls a little.",
            "Which class is the largest does not depend on T.",
            "XQ4",
        ),
        Option("D", "That depends on the images.", "The order of the logits never changes.", "XQ5"),
        answer="A",
    ),
)
