"""The concept questions of lesson 06: what decides, what one run shows, what a test is worth."""

from __future__ import annotations

from course_utils.catalog.questions import Option, concept

QUESTIONS = (
    concept(
        "06.deciding",
        'The claim is "ReLU avoids vanishing gradients". Which experiment can decide it?',
        Option(
            "A",
            "A deep ReLU network with small weights: how much of the gradient arrives?",
            "If the claim holds, much must arrive here too. An experiment decides if it would "
            "have come out otherwise, had the claim been true.",
        ),
        Option(
            "B",
            "A deep ReLU network that learns well.",
            "One example in which it goes well fits the claim and also fits the sentence that it "
            "goes well now and then.",
            "TQ1",
        ),
        Option(
            "C",
            "A plot of ReLU's derivative: it is 1 wherever z is positive.",
            "That is true and is about one factor. The claim is about the product.",
            "TQ2",
        ),
        Option(
            "D",
            "A count of how many textbooks say so.",
            "They may all have it from the same page. Copies are not measurements.",
            "TQ3",
        ),
        answer="A",
    ),
    concept(
        "06.one_run",
        "Two activations were tried once each on the digits, with 360 held-out images. One got 351 "
        "of them right, the other 349. What has been shown?",
        Option(
            "A",
            "The first is better, by a little.",
            "Another start or another split can turn the order round. Two images in 360 are "
            "within the luck of the draw.",
            "TQ4",
        ),
        Option(
            "B",
            "The first is better on images, and perhaps not elsewhere.",
            "Not even on these images, unless it comes out so again with other starts and splits.",
            "TQ5",
        ),
        Option(
            "C",
            "The two are equally good.",
            "That would be a finding too, and it would need more than one run as well.",
            "TQ6",
        ),
        Option(
            "D",
            "That both can learn the digits. Which is better is open.",
            "To see a difference, repeat with other starts and rates, and look whether it is "
            "larger than what the starts alone change.",
        ),
        answer="D",
    ),
    concept(
        "06.assertions",
        "Your assertions reject all wrong softmaxes. They also reject one that is right, and "
        "returns float32 for logits of float32. What are they worth?",
        Option(
            "A",
            "Full marks: the stricter, the safer.",
            "An assertion that rejects everything is stricter still. It tells nothing about "
            "anybody's code.",
            "TQ7",
        ),
        Option(
            "B",
            "Nothing yet: they have to spare the right one as well.",
            "Whoever cannot trust a red light switches it off. To reject the wrong and to spare "
            "the right are two demands, and both must be met.",
        ),
        Option(
            "C",
            "Full marks: whoever wrote the float32 version should adapt it.",
            "It does all that was asked for. The demand for float64 was invented by the assertion.",
            "TQ8",
        ),
        Option(
            "D",
            "They contradict each other, so they should all be removed.",
            "They do not contradict each other. One is too narrow: loosen its tolerance, and keep "
            "the rest.",
            "TQ9",
        ),
        answer="B",
    ),
)
