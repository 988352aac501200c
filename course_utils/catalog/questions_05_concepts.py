"""The concept questions of lesson 05: starts, factors, and what a learning network proves."""

from __future__ import annotations

from course_utils.catalog.questions import Option, concept

QUESTIONS = (
    concept(
        "05.same_start",
        "All weights of a hidden layer, those into it and those out of it, start at 0.5, and all "
        "biases at 0. The network is trained. What becomes of the units of this layer?",
        Option(
            "A",
            "They grow apart, because the samples differ.",
            "Every unit sees the same samples with the same weights. What could make two of them "
            "take different steps?",
            "R31",
        ),
        Option(
            "B",
            "They stay equal to one another for ever.",
            "Equal weights get equal gradients and take equal steps. However many units there "
            "are, they do the work of one.",
        ),
        Option(
            "C",
            "They do not move: all gradients are 0.",
            "That is so if the weights out of the layer are 0. Here they are 0.5, and the units "
            "move, all alike.",
            "VQ4",
        ),
        Option(
            "D",
            "They learn faster, because all pull in one direction.",
            "They pull in one direction and so can describe one direction only.",
            "VQ5",
        ),
        answer="B",
    ),
    concept(
        "05.he",
        "Why are He's weights √2 times as large as Xavier's, for ReLU between layers of equal "
        "width?",
        Option(
            "A",
            "Half of the units are dead at the start.",
            "They are off for half of the samples each, which is not dead. And it is not the "
            "number of units that has to be made up for.",
            "VQ1",
        ),
        Option(
            "B",
            "The slope of ReLU is 1, and that of σ is ¼.",
            "This leads to the gain 4 for σ. It says nothing about ReLU against tanh, whose "
            "slope at 0 is 1 as well.",
            "VQ2",
        ),
        Option(
            "C",
            "ReLU has no ceiling, so its weights must leave room for larger activations.",
            "Nothing has to be filled. Without the √2 the signals shrink from layer to layer; "
            "with it they keep their size.",
            "VQ3",
        ),
        Option(
            "D",
            "ReLU passes on half of the mean square, and the weights make up for it.",
            "E[relu(z)²] = ½·E[z²], by symmetry, so Var(w) has to be 2/n and not 1/n.",
        ),
        answer="D",
    ),
    concept(
        "05.learns",
        "You have written a backward pass of your own. With it a network learns the digits and "
        "gets 95 % right. What follows for your gradients?",
        Option(
            "A",
            "They are right: the loss falls along the right gradient only.",
            "It falls along every direction that makes less than a right angle with the way "
            "down. There are many.",
            "VQ8",
        ),
        Option(
            "B",
            "They are right up to a factor, which the learning rate takes care of.",
            "With the transpose forgotten, the error is no factor, and the network learned.",
            "VQ9",
        ),
        Option(
            "C",
            "Nothing yet. They must be compared with differences.",
            "A network can learn with wrong gradients, as this section has shown. Central "
            "differences tell.",
        ),
        Option(
            "D",
            "They are right: a wrong one would have ended in an error about shapes.",
            "Between layers of equal width both W and its transpose fit.",
            "L6",
        ),
        answer="C",
    ),
    concept(
        "05.who_shrinks",
        "Eight layers of 64 ReLUs, weights drawn with standard deviation 0.01. Next to nothing of "
        "the gradient reaches the first layer. What has taken it?",
        Option(
            "A",
            "It cannot be: ReLU's slope is 1, so no gradient vanishes.",
            "The slope is one factor of two in each layer. The other is the weights.",
            "R32",
        ),
        Option(
            "B",
            "The weights: each layer multiplies by less than a tenth.",
            "About √(64·½)·0.01, or 0.06, for each layer. With He's start it is about 1.",
        ),
        Option(
            "C",
            "Dead units: most are off for every sample.",
            "At the start each unit is off for about half of the samples. That costs a factor of "
            "0.7 a layer, and He's start makes up for it.",
            "VQ6",
        ),
        Option(
            "D",
            "A learning rate that is too small.",
            "The rate multiplies the gradient when it has arrived. It changes nothing on the way.",
            "VQ7",
        ),
        answer="B",
    ),
)
