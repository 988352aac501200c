"""Claims that lesson 06 decides: one of the course's, and some from elsewhere. Values only."""

from __future__ import annotations

from course_utils.catalog.claims import Claim

HERE = "06_claims_on_trial"

CORNER = Claim(
    "relu-no-derivative",
    "ReLU has no derivative at 0, so a network of ReLUs cannot be trained by gradients.",
    "goes too far",
    "It has none at 0, and any number from 0 to 1 will do there; training hardly ever meets an "
    "exact 0.",
    HERE,
    "1. How a trial is held",
    "",
    "Of half a million pre-activations not one was exactly 0. How often is the missing derivative "
    "needed?",
    "It has none at 0, that part is true. Which part is not?",
)
DEPTH = Claim(
    "one-layer-suffices",
    "One hidden layer can approximate any continuous function, so depth is not needed.",
    "goes too far",
    "It can, with units enough. Ten folding layers of two ReLUs make 1024 pieces, for which one "
    "layer needs 1023 units.",
    HERE,
    "2. Lines and bends",
    "E",
    "Twenty ReLUs made 21 pieces in one layer and 1024 in ten. What does «can» not say?",
    "The first half is a theorem. What is concluded from it?",
    arguable=("needs a condition",),
)
CONFIDENCE = Claim(
    "confidence-is-chance",
    "The largest output of softmax is the chance that the network is right.",
    "goes too far",
    "Only if the network is calibrated, which has to be measured, and can often be repaired by one "
    "temperature.",
    HERE,
    "6. Softmax",
    "D",
    "The network was 93 % sure on average and right in 83 % of the cases. What has to be measured "
    "first?",
    "After one temperature the two numbers agreed. When is the sentence true, then?",
    arguable=("needs a condition", "imprecise"),
)
CHOICE = Claim(
    "relu-still-preferred",
    "ReLU may still be preferred; choose the activation by task and data.",
    "right",
    "Right, but it does not say how: the decision sheet does, and then one measures.",
    HERE,
    "7. The decision sheet",
    "",
    rejected="With its own start every one of the three did well. Which of them would you forbid?",
)
