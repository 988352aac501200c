"""The questions of lesson 05: the predictions."""

from __future__ import annotations

from course_utils.catalog.questions import Option, Question

QUESTIONS = (
    Question(
        id="05.twenty_sigmoids",
        lesson="05",
        text=(
            "Twenty layers of 64 sigmoids, with Xavier's initialisation. In every layer z has a "
            "standard deviation of about 0.5, so no unit is saturated. A gradient of size 1 is "
            "sent into the last layer. About how large is it when it reaches the first?"
        ),
        options=(
            Option(
                "A",
                "about 1: no unit is saturated",
                "Not saturated means close to the largest slope, and for σ this is ¼ in each "
                "layer.",
            ),
            Option("B", "about 1/20", "Layers do not share it out; each multiplies what arrives."),
            Option(
                "C",
                "about 10⁻¹²",
                "Nineteen times a factor of a little less than ¼: (¼)¹⁹ = 4·10⁻¹². The forward "
                "numbers look healthy, and hide it.",
            ),
            Option(
                "D",
                "exactly 0",
                "No factor is 0. It is there, and far too small to learn from.",
            ),
        ),
        answer="C",
    ),
    Question(
        id="05.twice_the_inputs",
        lesson="05",
        text=(
            "A unit gets twice as many inputs, of the same kind, and its weights are drawn with "
            "the same standard deviation as before. What happens to the standard deviation of z?"
        ),
        options=(
            Option("A", "It is doubled.", "So it would be if all terms had the same sign."),
            Option(
                "B",
                "It grows by the factor √2.",
                "Variances of independent terms add up: twice the variance, √2 times the "
                "deviation.",
            ),
            Option(
                "C",
                "It stays: positive and negative terms cancel.",
                "They do in the mean, which is 0. The scatter around it grows.",
            ),
            Option(
                "D",
                "It grows by the factor 4.",
                "Not even the variance does.",
            ),
        ),
        answer="B",
    ),
    Question(
        id="05.gain_for_relu",
        lesson="05",
        text=(
            "ReLU sets one half of all z to 0. By which factor must the standard deviation of the "
            "weights be larger than for tanh near 0, so that signals keep their size?"
        ),
        options=(
            Option("A", "1: the other half passes unchanged", "Half of the sum is missing."),
            Option(
                "B",
                "√2",
                "ReLU halves the mean square. The variance of the weights must be doubled, their "
                "standard deviation grows by √2.",
            ),
            Option(
                "C",
                "2",
                "That is the factor on the variance.",
                "R28",
            ),
            Option("D", "4", "With gain 4 the signal would grow by 2√2 in each layer."),
        ),
        answer="B",
    ),
    Question(
        id="05.forgotten_transpose",
        lesson="05",
        text=(
            "All hidden layers have 64 units. In the backward pass somebody writes `delta @ W` "
            "where `delta @ W.T` is right. What will they notice when they train it on the digits?"
        ),
        options=(
            Option(
                "A",
                "An error about shapes.",
                "W is square here: both products have the same shape.",
                "L6",
            ),
            Option(
                "B",
                "The loss grows.",
                "The last layer's gradient is right, and it alone brings the loss down.",
            ),
            Option(
                "C",
                "Nothing is learned: the accuracy stays at one tenth.",
                "One would think so. But the last layers learn, and the others adapt to them.",
            ),
            Option(
                "D",
                "Hardly anything: it learns, a little slower.",
                "That is why a gradient must be checked by numbers and not by the loss.",
            ),
        ),
        answer="D",
    ),
    Question(
        id="05.what_the_bound_says",
        lesson="05",
        text=(
            "For layers of sigmoids one step back can make δ at most ‖W‖/4 times as long. In a "
            "network ‖W‖ = 8 in every layer. What follows?"
        ),
        options=(
            Option(
                "A",
                "δ doubles with each step: the gradient explodes.",
                "2 is the most it can be multiplied by, not what it is multiplied by.",
            ),
            Option(
                "B",
                "Nothing yet: it may grow, and it may still vanish.",
                "An upper bound above 1 allows both. With ‖W‖ below 4 it would decide: there δ "
                "has to vanish.",
            ),
            Option(
                "C",
                "The gradient cannot vanish.",
                "For that one would need a lower bound.",
            ),
            Option(
                "D",
                "The gradient must vanish: slopes of σ are below ¼.",
                "Weights enter as well; here they may make up for the slopes.",
            ),
        ),
        answer="B",
    ),
    Question(
        id="05.repair",
        lesson="05",
        text=(
            "A network of eight layers with sigmoids, started with Xavier's gain 1, learns the "
            "ten digits for 20 epochs (passes over the training images). What accuracy does it "
            "reach on the test images?"
        ),
        options=(
            Option("A", "about 97 %", "That is what it reaches from a better start."),
            Option("B", "about 85 %", "The first layers get practically no gradient."),
            Option("C", "about 50 %", "The first layers get practically no gradient."),
            Option(
                "D",
                "about 10 %: chance",
                "What reaches the last layer hardly differs from one image to another, and "
                "what comes back is too small to change that.",
            ),
        ),
        answer="D",
    ),
    Question(
        id="05.twin_flow",
        lesson="05",
        text=(
            "A network of twenty tanh layers is rewritten with σ, so that it computes exactly "
            "the same function (lesson 02). In the tanh network δ arrives at the first layer with "
            "18 % of the size that it had in the last. And in its twin of sigmoids?"
        ),
        options=(
            Option(
                "A",
                "With less than (¼)¹⁹, because the slope of σ is at most ¼",
                "The slopes are a quarter of those of tanh, and the twin's weights are four times "
                "as large.",
            ),
            Option(
                "B",
                "With 18 %, exactly",
                "Everything that is a factor of 4 smaller in the slopes is a factor of 4 larger "
                "in the weights. So σ is no worse than tanh, if it is started rightly.",
            ),
            Option(
                "C",
                "With a quarter of that, about 4 %",
                "All z of the twin are twice as large and all δ half as large, in every layer: in "
                "the ratio of two layers this cancels.",
            ),
            Option(
                "D",
                "It cannot be known without trying",
                "It follows from the twin being exact. The lesson tries it all the same.",
            ),
        ),
        answer="B",
    ),
    Question(
        id="05.small_relu",
        lesson="05",
        text=(
            "A network of eight layers, this time with ReLU, whose slope is 1. The weights of the "
            "hidden layers start with standard deviation 0.01, as one reads in many programs. "
            "After 20 epochs on the digits?"
        ),
        options=(
            Option(
                "A",
                "about 97 %: ReLU does not let gradients vanish",
                "The slope is one factor, the weights are the other: here the product is 0.06 "
                "per layer.",
                "R32",
            ),
            Option(
                "B",
                "about 90 %: a slow start, then it catches up",
                "With (0.06)⁶ of the gradient it does not get started.",
                "R32",
            ),
            Option("C", "about 50 %", "It does not get started at all.", "R32"),
            Option(
                "D",
                "about 10 %: chance",
                "Slope and weights together decide. The same network with He's initialisation "
                "learns the digits.",
            ),
        ),
        answer="D",
    ),
    Question(
        id="05.fastest",
        lesson="05",
        text=(
            "Two hidden layers of 64 units, each activation with the best of four learning rates "
            "and its usual initialisation (Xavier for σ and tanh, He for the others). Which "
            "reaches 95 % on the digits in the fewest epochs?"
        ),
        options=(
            Option(
                "A",
                "ReLU, clearly",
                "Two epochs, as for Leaky ReLU. So does tanh.",
            ),
            Option(
                "B",
                "tanh, clearly",
                "Two epochs. So do ReLU and Leaky ReLU.",
            ),
            Option(
                "C",
                "tanh, ReLU and Leaky ReLU alike; σ needs several times as many",
                "Two epochs each, and σ eight, from Xavier's start. From gain 4 it needs three.",
            ),
            Option("D", "σ, clearly", "It needs longest: eight epochs, from Xavier's start."),
        ),
        answer="C",
    ),
    Question(
        id="05.equal_factors",
        lesson="05",
        text=(
            "In a network of 20 layers each step back halves ‖δ‖. How large is it in layer 1, "
            "compared with layer 20?"
        ),
        options=(
            Option(
                "A",
                "About two millionths",
                "There are 19 steps from layer 20 to layer 1, and ½ to the power 19 is 2·10⁻⁶.",
            ),
            Option(
                "B",
                "One fortieth",
                "That would be one half divided by 20. Factors multiply, layer by layer.",
            ),
            Option(
                "C",
                "One half",
                "That is what one step leaves. There are 19.",
            ),
            Option(
                "D",
                "It depends on the activation function alone.",
                "The activation has its share in the factor; once the factor is known, nothing "
                "else is needed.",
            ),
        ),
        answer="A",
    ),
    Question(
        id="05.look_first",
        lesson="05",
        text=(
            "A deep network stays at chance, while a shallow one learns the same data with the "
            "same code. What do you look at first?"
        ),
        options=(
            Option(
                "A",
                "What becomes of it in ten times as many epochs",
                "If a millionth of the gradient arrives, ten times of it is next to nothing.",
            ),
            Option(
                "B",
                "Its loss with a learning rate ten times as large",
                "The last layers would take steps ten times as large as well, and they were not "
                "the ones that got none.",
            ),
            Option(
                "C",
                "The accuracy with two more layers",
                "Each layer multiplies what is left once more.",
            ),
            Option(
                "D",
                "Before training: ‖δ‖ in the first and the last layer, and how far samples differ",
                "Both cost one pass forwards and one back, and they tell whether the start lets "
                "anything through.",
            ),
        ),
        answer="D",
    ),
)
