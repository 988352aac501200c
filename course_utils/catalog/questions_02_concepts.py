"""The concept questions of lesson 02: odds, what makes a probability, slopes, and losses."""

from __future__ import annotations

from course_utils.catalog.questions import Option, concept

QUESTIONS = (
    concept(
        "02.odds",
        "The log-odds of class 1 grow by log 3. What happens to its odds?",
        Option("A", "They grow by 3.", "A sum of logarithms is the logarithm of a product.", "SQ4"),
        Option(
            "B",
            "They are multiplied by log 3.",
            "e undoes the logarithm: the factor is e^(log 3).",
            "SQ5",
        ),
        Option(
            "C",
            "They are multiplied by 3.",
            "Steps on the scale of log-odds are factors on the scale of odds: e^(z + log 3) is "
            "3·e^z.",
        ),
        Option(
            "D",
            "That depends on the log-odds there were before.",
            "For the probability it does. For the odds it does not.",
            "SQ6",
        ),
        answer="C",
    ),
    concept(
        "02.why_probability",
        "Which is a good reason to read σ(w·x + b) as the probability of class 1?",
        Option(
            "A",
            "Its values lie between 0 and 1.",
            "So do those of ½(1 + sin z), which falls again while the evidence z grows. The range"
            " is needed, and is not enough.",
            "S26",
        ),
        Option(
            "B",
            "We suppose that the log-odds are w·x + b, and know data for which it holds.",
            "What z means makes it a probability. Whether the supposition fits the data at hand "
            "is a question to be put to the data: lesson 04 does so.",
        ),
        Option(
            "C",
            "It never quite reaches 0 or 1.",
            "Nor does ½ + 0.4·sin z. Leaving out the ends gives no meaning to the middle.",
            "S26",
        ),
        Option(
            "D",
            "It is smooth and increasing.",
            "So is ½ + arctan(z)/π. Many curves are, and they disagree about the value.",
            "S26",
        ),
        answer="B",
    ),
    concept(
        "02.twin",
        "tanh and σ are the same curve on different rulers. Which line is right?",
        Option(
            "A",
            "tanh z = 2σ(z) − 1",
            "The heights fit and the width does not: at z = 1 this gives 0.462, and tanh 1 is "
            "0.762.",
            "S20",
        ),
        Option(
            "B",
            "tanh z = 4σ(z) − 2",
            "The slope at 0 is right, but this runs from −2 to 2.",
            "SQ2",
        ),
        Option("C", "tanh z = σ(2z) − ½", "This runs from −½ to ½ only.", "SQ1"),
        Option(
            "D",
            "tanh z = 2σ(2z) − 1",
            "Stretched to the heights −1 to 1 and squeezed to half the width. So its slope at 0 "
            "is 2·2 = 4 times that of σ: 1 instead of ¼.",
        ),
        answer="D",
    ),
    concept(
        "02.slope_chain",
        "A signal goes backwards through ten sigmoids, one after the other, and we leave the "
        "weights aside. By which factor is it scaled at most?",
        Option(
            "A",
            "(1/4)¹⁰, about a millionth.",
            "σ′ is at most ¼, at z = 0, so ten of them are at most (1/4)¹⁰ = 9.5e-7.",
        ),
        Option(
            "B",
            "(1/2)¹⁰, about a thousandth.",
            "½ is the height of σ at 0. Its slope there is ¼.",
            "G13",
        ),
        Option(
            "C",
            "1: at its best a sigmoid passes the signal on unchanged.",
            "That holds for tanh, whose slope at 0 is 1. The sigmoid's is at most ¼.",
            "G6",
        ),
        Option("D", "10/4: the slopes add up.", "By the chain rule slopes multiply.", "SQ3"),
        answer="A",
    ),
    concept(
        "02.confident_wrong",
        "A unit with a sigmoid gives p = 0.001 to a sample of class 1. How large is the gradient "
        "with respect to z, for cross-entropy and for half the squared error?",
        Option(
            "A",
            "Both are about −1: the error is about 1.",
            "For the squared error the slope of σ is still to be multiplied in: −1·0.001.",
            "SQ7",
        ),
        Option(
            "B",
            "Both are about −0.001: σ is saturated.",
            "σ is. But the slope of the cross-entropy is about −1000 there, and the product is −1.",
            "SQ8",
        ),
        Option(
            "C",
            "About −0.001 for cross-entropy, about −1 for the squared error.",
            "The other way round. The square looks severe, but it is multiplied by the slope of "
            "σ, and in the cross-entropy that slope has cancelled.",
            "SQ9",
        ),
        Option(
            "D",
            "About −1 for cross-entropy, about −0.001 for half the squared error.",
            "p − y is −0.999, and (p − y)·p(1 − p) is −0.000998. Where the unit is most wrong, "
            "the squared error hardly lets it learn.",
        ),
        answer="D",
    ),
)
