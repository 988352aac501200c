"""The questions of lesson 01: the predictions."""

from __future__ import annotations

from course_utils.catalog.questions import Option, Question

QUESTIONS = (
    Question(
        id="01.layer_shapes",
        lesson="01",
        text=(
            "A layer of 4 units takes samples of 3 features each, and gets a batch of 100 samples. "
            "How many weights and biases does it have?"
        ),
        options=(
            Option(
                "A",
                "12 weights and 4 biases",
                "Each of the 4 units has one weight for each of the 3 features, and one bias. How "
                "many samples come by makes no difference to the layer.",
            ),
            Option(
                "B",
                "12 weights and 100 biases",
                "A bias belongs to a unit, not to a sample: all samples are shifted alike.",
                "L4",
            ),
            Option(
                "C",
                "1200 weights and 400 biases",
                "That would be weights of its own for every sample. Then nothing learned from one "
                "sample would help with the next.",
            ),
            Option(
                "D",
                "3 weights and 1 bias",
                "That is one unit. There are 4, and each looks at the features in its own way.",
            ),
        ),
        answer="A",
    ),
    Question(
        id="01.best_direction",
        lesson="01",
        text=(
            "The weights are w = (3, 4). We may choose any x of length 1. For which is w·x "
            "largest, and how large is it?"
        ),
        options=(
            Option(
                "A",
                "For x = (0, 1), all of it on the larger weight: 4.",
                "A good guess, but a little of the other feature costs almost nothing and brings "
                "more: (0.6, 0.8) has the length 1 too, and gives 5.",
            ),
            Option(
                "B",
                "For the x that points where w points: 5.",
                "w·x is the length of w times the shadow of x on it, and no shadow is longer than "
                "x itself. ‖w‖ = 5 is the most there is.",
            ),
            Option(
                "C",
                "For the x at a right angle to w: 0.",
                "There w·x is 0, and that is not the largest value: it is where the sign changes.",
                "L12",
            ),
            Option(
                "D",
                "For x = (1, 1): 7.",
                "That x has the length √2, about 1.41. Shortened to length 1 it gives 4.95.",
            ),
        ),
        answer="B",
    ),
    Question(
        id="01.double_w",
        lesson="01",
        text=(
            "A unit has the line w·x + b = 0, and b is not 0. Now w is doubled, and b stays as it "
            "is. What happens to the line?"
        ),
        options=(
            Option(
                "A",
                "It stays where it is.",
                "It would, if b were doubled as well. Here only one part has changed.",
            ),
            Option(
                "B",
                "It moves to twice its distance from the origin.",
                "The distance is |b|/‖w‖. Is a fraction larger when its denominator is doubled?",
            ),
            Option(
                "C",
                "It moves to half its distance from the origin.",
                "The distance is |b|/‖w‖, and ‖w‖ has doubled. The direction of w, and so of the "
                "line, is as before.",
            ),
            Option(
                "D",
                "It turns.",
                "A line turns when the direction of w changes. 2w points where w points.",
            ),
        ),
        answer="C",
    ),
    Question(
        id="01.three_layers",
        lesson="01",
        text=(
            "Three affine layers of 50, 50 and 1 units stand one behind the other, with random "
            "weights and nothing between them. We walk along a straight line through the inputs "
            "and watch the output. What does it do?"
        ),
        options=(
            Option(
                "A",
                "It rises or falls at one constant rate.",
                "Each layer turns straight lines into straight lines, walked at a constant rate. "
                "So do three of them.",
            ),
            Option(
                "B",
                "It bends at up to 100 places, one for each hidden unit.",
                "A unit by itself has no bend: w·x + b is straight everywhere.",
                "L14",
            ),
            Option(
                "C",
                "It follows a curve of degree 3, one for each layer.",
                "The weights of different layers are multiplied with each other. The input is "
                "multiplied with weights only, never with itself.",
            ),
            Option(
                "D",
                "That depends on the weights.",
                "Which rate it is depends on them. That it is constant does not.",
            ),
        ),
        answer="A",
    ),
    Question(
        id="01.xor_best",
        lesson="01",
        text=(
            "XOR is 1 where exactly one of two inputs is 1. A single unit says 1 where "
            "w₁a + w₂b + bias is above 0. For how many of the four corners (0, 0), (0, 1), (1, 0), "
            "(1, 1) can it be made right?"
        ),
        options=(
            Option(
                "A",
                "2",
                "OR is right for all but the corner (1, 1). That makes more than two.",
            ),
            Option(
                "B",
                "3",
                "OR, for example, errs at (1, 1) alone. Why the fourth is out of reach is derived "
                "next.",
            ),
            Option(
                "C",
                "4, with the right weights",
                "Many have looked for them. Before you go on looking, add up the inequalities of "
                "the derivation.",
                "L13",
            ),
            Option(
                "D",
                "4, but only in the limit of infinitely large weights",
                "Multiplying all weights by 1000 moves no line. Which of the corners would change "
                "sides?",
            ),
        ),
        answer="B",
    ),
    Question(
        id="01.twice_the_hinges",
        lesson="01",
        text=(
            "A smooth curve is followed by straight pieces that meet it at evenly spaced knots. "
            "Now we take twice as many pieces (and suppose there were many to begin with). What "
            "becomes of the largest error?"
        ),
        options=(
            Option(
                "A",
                "It becomes half as large.",
                "Half the distance, half the error: so it would be for steps. A straight piece "
                "follows the slope as well, and does better.",
            ),
            Option(
                "B",
                "It stays about the same.",
                "Then no number of hinges would help. Look at the picture once more.",
            ),
            Option(
                "C",
                "It becomes about a quarter.",
                "The error of a straight piece goes with the square of its width: h²/8 times the "
                "curvature.",
            ),
            Option(
                "D",
                "It becomes about the square of what it was.",
                "That would be very fast. An error of 0.2 would become 0.04, then 0.0016.",
            ),
        ),
        answer="C",
    ),
    Question(
        id="01.fold",
        lesson="01",
        text=(
            "In one layer, 12 ReLUs of one input make 13 straight pieces at most. Now the 12 are "
            "stacked in 6 layers of two, with weights of our choice. How many pieces can be "
            "reached?"
        ),
        options=(
            Option(
                "A",
                "At most 13 again: there are still 12 bends to give away.",
                "A ReLU in a later layer sees a zigzag, and bends it wherever it crosses its "
                "threshold: many times.",
            ),
            Option(
                "B",
                "Fewer: a layer of two makes only 3 pieces.",
                "Of a straight line, yes. But the second layer already receives something bent.",
            ),
            Option(
                "C",
                "About 25, twice as many.",
                "It is not a factor of two once. What does each further layer do to the number "
                "of pieces?",
            ),
            Option(
                "D",
                "64 or more.",
                "Each layer can fold what it receives in two, and so double the number of pieces: "
                "2, 4, 8, 16, 32, 64.",
            ),
        ),
        answer="D",
    ),
    Question(
        id="01.random_depth",
        lesson="01",
        text=(
            "Now the weights are random instead of chosen. We compare 24 ReLUs in one layer with "
            "24 ReLUs in six layers of four. Which networks have more straight pieces, on average?"
        ),
        options=(
            Option(
                "A",
                "The deep ones, by far: pieces are multiplied from layer to layer.",
                "They can be multiplied. Folds that line up so well are rare among random weights.",
            ),
            Option(
                "B",
                "The deep ones, by a little.",
                "It comes out the other way round, and not by a little.",
            ),
            Option(
                "C",
                "Both about the same.",
                "In one layer every bend reaches the output. What can later layers do to a bend?",
            ),
            Option(
                "D",
                "The ones with a single layer.",
                "In one layer nearly every ReLU leaves its bend in the output. A later layer of "
                "four seldom folds, and where its units give 0 it wipes bends out.",
            ),
        ),
        answer="D",
    ),
    Question(
        id="01.digits_gain",
        lesson="01",
        text=(
            "Ten handwritten digits, images of 8×8 pixels. A linear classifier labels about 96 of "
            "100 new images correctly. We put a layer of 64 ReLUs in between. What is gained?"
        ),
        options=(
            Option(
                "A",
                "About one image in 100",
                "In 64 dimensions ten classes are nearly separable by planes. What is left to gain "
                "is little, and about as large as the chance of the draw.",
            ),
            Option(
                "B",
                "Nearly all that was missing: about 4 in 100",
                "Of the 4 that were missing it finds about one. And 360 held-out images are too "
                "few to tell smaller gains from luck.",
            ),
            Option(
                "C",
                "Nothing can be gained: the digits are linearly separable.",
                "The training images are, very nearly; new ones are another matter. A little is "
                "gained as a rule.",
            ),
            Option(
                "D",
                "It becomes worse, because the larger network overfits.",
                "It does fit its training images perfectly, but so, nearly, does the linear one. "
                "On new images it comes out a little better all the same.",
            ),
        ),
        answer="A",
    ),
)
