"""Claims about ReLU, about dead units and about Leaky ReLU. Values only."""

from __future__ import annotations

from course_utils.catalog.claims import Claim

RELU = "03_relu_leaky_relu"
FLOW = "05_gradient_flow"

RECTIFIERS: tuple[Claim, ...] = (
    Claim(
        "relu-keeps-gradient",
        "ReLU keeps the gradient in the positive region, because its derivative is 1 there and 0 "
        "elsewhere.",
        "imprecise",
        "ReLU's own factor is 1 or 0 (at 0, any number between); the weights multiply as well, and "
        "a unit that is off passes nothing.",
        RELU,
        "2. What is silent, and what is passed on",
        "A",
        "Ten units that were all on left a thousandth of the gradient, for weights of ½. Who took "
        "the rest?",
        "With weights of 1 the chain did pass on the whole gradient. What has to be added?",
        arguable=("needs a condition", "goes too far"),
    ),
    Claim(
        "relu-avoids-vanishing",
        "ReLU effectively avoids vanishing gradients.",
        "goes too far",
        "It removes one cause. Activation and initialisation decide together: with small weights "
        "deep ReLU networks stay at chance.",
        FLOW,
        "8. Two claims about ReLU",
        "BA",
        "With weights of standard deviation 0.01, eight layers of ReLU never left chance. What "
        "else decides?",
        "With He's start eight layers of ReLU did learn. What does the sentence get right?",
        arguable=("needs a condition", "imprecise"),
    ),
    Claim(
        "relu-cheap",
        "ReLU is cheap to compute.",
        "right",
        "Cheap, and a small part of the cost: the matrix product before it takes far longer.",
        RELU,
        "9. What it costs",
        "C",
        rejected="One comparison for each entry, and no exponential. Which of the others takes "
        "less?",
    ),
    Claim(
        "relu-converges-faster",
        "Networks with ReLU converge faster to the optimal solution.",
        "wrong",
        "There is no «the» optimal solution, and the speed depends on the start and the rate: tanh "
        "was as fast.",
        FLOW,
        "8. Two claims about ReLU",
        "D",
        "At either rate tanh needed as many epochs as ReLU did, and the rate made more of a "
        "difference than the function. Faster than what?",
        arguable=("goes too far",),
    ),
)

LEAKS: tuple[Claim, ...] = (
    Claim(
        "dead-when-negative",
        "A ReLU neuron is dead when its input is zero or negative.",
        "imprecise",
        "Then it is off, for this sample. It is dead if it is off for every sample of the training "
        "set.",
        RELU,
        "3. Off, and dead",
        "A",
        "A unit that was off for one sample still learned from the two others. Which word fits it?",
        arguable=("wrong", "needs a condition"),
    ),
    Claim(
        "leaky-fixed-gradient",
        "Leaky ReLU lets a small fixed gradient through where ReLU lets none.",
        "right",
        "Left of 0 its slope is α, wherever z lies.",
        RELU,
        "5. Leaky ReLU, in four forms",
        "B",
        rejected="The slope was the same at −0.1 and at −100. What would have to vary for it not "
        "to be fixed?",
    ),
    Claim(
        "alpha-any-number",
        "The slope α of Leaky ReLU can be any small number between 0 and 1.",
        "imprecise",
        "Any number well below 1: towards 1 the function becomes the identity and the layers "
        "collapse. Negative slopes work too.",
        RELU,
        "6. Which slope, and what it can cure",
        "C",
        "Between 0 and 1 lies 0.95 too, with which the spirals were learned little better than by "
        "a line. How small is «small»?",
        "For α up to ½ the spirals were learned, whatever α was. What would make the sentence "
        "hold?",
        arguable=("needs a condition", "goes too far"),
    ),
    Claim(
        "leaky-solves-dying",
        "Leaky ReLU solves the problem of dying units.",
        "imprecise",
        "Units still end up negative for every sample, though they keep a gradient. Centred inputs "
        "keep them from getting there.",
        RELU,
        "6. Which slope, and what it can cure",
        "D",
        "Most of the leaky units were never positive at the end. What had been solved?",
        "The leaky network got 97 digits in a hundred right, where the other stayed at chance. "
        "What did it keep?",
        arguable=("goes too far", "needs a condition"),
    ),
)
