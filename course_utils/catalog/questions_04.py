"""The questions of lesson 04: the predictions."""

from __future__ import annotations

from course_utils.catalog.questions import Option, Question

QUESTIONS = (
    Question(
        id="04.add_ten",
        lesson="04",
        text=(
            "Softmax has made probabilities of three logits. Now 10 is added to each of the three "
            "logits. What happens to the probabilities?"
        ),
        options=(
            Option(
                "A",
                "All three grow.",
                "Three numbers that sum to 1 cannot all grow.",
                "X37",
            ),
            Option(
                "B",
                "They move closer together: against 10, the differences are small.",
                "So it would be with shares z/Σz. Softmax looks at differences, not at ratios.",
                "X37",
            ),
            Option(
                "C",
                "Nothing.",
                "Every e^z is multiplied by the same e^10, which cancels.",
            ),
            Option(
                "D",
                "The largest grows and the others shrink.",
                "So it may be when all are doubled. Here no difference of logits has changed.",
            ),
        ),
        answer="C",
    ),
    Question(
        id="04.hot",
        lesson="04",
        text="All logits are divided by 100 before softmax. What becomes of three probabilities?",
        options=(
            Option(
                "A",
                "Nothing: the factor cancels.",
                "A common summand cancels, a common factor does not.",
                "X21",
            ),
            Option(
                "B",
                "All come close to 1/3.",
                "The differences of the logits shrink towards 0, and so do the log-odds.",
            ),
            Option(
                "C",
                "The largest comes close to 1.",
                "That is what multiplying by 100 does: hot is flat, cold is sharp.",
                "X20",
            ),
            Option(
                "D",
                "Each is divided by 100.",
                "Then they would no longer sum to 1.",
                "X21",
            ),
        ),
        answer="B",
    ),
    Question(
        id="04.squares",
        lesson="04",
        text=(
            "Another way to make shares of three numbers: divide each square by the sum of the "
            "squares. B has the number 0, C has 1, and A's falls from 0 to −3. What happens to the "
            "share of A?"
        ),
        options=(
            Option(
                "A",
                "It grows, to 90 %.",
                "Squares forget the sign: (−3)² = 9, and 9/(9 + 0 + 1) is 0.9. So evidence "
                "against A would count for it.",
            ),
            Option("B", "It shrinks towards 0.", "So it does with softmax."),
            Option("C", "It stays at 0.", "It is 0 only where the number itself is 0."),
            Option("D", "It becomes negative.", "Squares are never negative, so shares are not."),
        ),
        answer="A",
    ),
    Question(
        id="04.which_shift",
        lesson="04",
        text=(
            "A batch has two rows of logits, (0, 1) and (800, 801). Before exp, the largest number "
            "of the whole batch is subtracted from all. What comes out, in float64?"
        ),
        options=(
            Option(
                "A",
                "Both rows are right.",
                "Row 1 becomes (−801, −800). What is e^(−800) in float64?",
                "X6",
            ),
            Option(
                "B",
                "Row 1 is right, row 2 overflows.",
                "So it is without any shift. Here row 2 becomes (−1, 0).",
                "X6",
            ),
            Option(
                "C",
                "Row 2 is right, row 1 is 0/0: not a number.",
                "e^(−800) and e^(−801) are too small for a float64 and become 0, and so does "
                "their sum.",
            ),
            Option(
                "D",
                "Neither row is right.",
                "Row 2 becomes (−1, 0), which is harmless.",
            ),
        ),
        answer="C",
    ),
    Question(
        id="04.raise_one",
        lesson="04",
        text=(
            "Three classes have the probabilities A 0.6, B 0.3, C 0.1. The logit of A rises a "
            "little; those of B and C stay. What do p(B) and p(C) do?"
        ),
        options=(
            Option(
                "A",
                "Nothing: their logits have not changed.",
                "The three must still sum to 1, and p(A) has grown.",
                "X23",
            ),
            Option(
                "B",
                "Both fall by the same amount.",
                "Then p(C) would soon be negative.",
            ),
            Option(
                "C",
                "Both fall, p(B) three times as much as p(C).",
                "The slopes are −0.6·0.3 and −0.6·0.1: each gives up the same share of what it "
                "has, and their ratio stays as it was.",
            ),
            Option(
                "D",
                "Both fall, p(C) more than p(B): it is the weakest.",
                "z(B) − z(C) has not changed, so p(B)/p(C) stays. What must they give up then?",
            ),
        ),
        answer="C",
    ),
    Question(
        id="04.full_jacobian",
        lesson="04",
        text=(
            "A model chooses among 10,000 words, for a batch of 64 samples. How much memory do the "
            "64 Jacobians take, in float64 (8 bytes for each number)?"
        ),
        options=(
            Option("A", "5 MB", "That is the memory for the probabilities: 64·10⁴ numbers."),
            Option("B", "51 MB", "A Jacobian has one entry for every pair of classes."),
            Option("C", "800 MB", "That is a single one of the 64: 10⁸ numbers."),
            Option(
                "D",
                "51 GB",
                "64·10⁴·10⁴ numbers of 8 bytes. Luckily nobody has to write them down.",
            ),
        ),
        answer="D",
    ),
    Question(
        id="04.twice",
        lesson="04",
        text=(
            "By mistake softmax is applied in the network, and once more in the loss. What will "
            "be seen when it is trained on the ten digits?"
        ),
        options=(
            Option(
                "A",
                "It learns, more slowly, and the loss stays above 1.4.",
                "The inputs of the second softmax lie between 0 and 1, so it can never be sure. "
                "The labels come out almost as before, and nobody looks twice.",
            ),
            Option(
                "B",
                "Nothing: softmax of probabilities gives the probabilities back.",
                "Softmax of (1, 0, 0) is (0.58, 0.21, 0.21).",
                "X18",
            ),
            Option(
                "C",
                "An error about shapes or about the range.",
                "Probabilities are numbers like any others, and any numbers may be logits.",
                "X18",
            ),
            Option(
                "D",
                "Nothing is learned: the accuracy stays at one tenth.",
                "The loss still falls when the true class gets more probability, so the gradient "
                "still points the right way.",
            ),
        ),
        answer="A",
    ),
    Question(
        id="04.smoothed",
        lesson="04",
        text=(
            "Labels are smoothed with ε = 0.1: the true class of ten gets 0.91, each other 0.01. "
            "The logit of the true class leads further and further. What does the loss do?"
        ),
        options=(
            Option("A", "It falls towards 0.", "So it does for labels that are not smoothed."),
            Option(
                "B",
                "It falls, then rises.",
                "The best answer is p = 0.91, at a lead of log 91, about 4.5. Whoever is surer "
                "pays for the 0.01 of the others.",
            ),
            Option(
                "C",
                "It falls towards 0.1.",
                "ε is a share of probability, not a loss. And does the loss keep falling?",
            ),
            Option(
                "D",
                "It rises from the start.",
                "With no lead p is 0.1, and the target is 0.91: leading pays at first.",
            ),
        ),
        answer="B",
    ),
    Question(
        id="04.tags",
        lesson="04",
        text=(
            "Digits are to be tagged: even, over 4, has a loop. For a 1 or a 3 no tag is true. "
            "Three logits go through one softmax, and every tag is given whose probability is "
            "over half of the largest. How many images of 1 and 3 come out right?"
        ),
        options=(
            Option("A", "nearly all", "Which tag can be left out if the three shares sum to 1?"),
            Option(
                "B",
                "about half",
                "The largest of three shares is always over half of itself.",
                "X38",
            ),
            Option("C", "about a third", "Chance does not come into it here."),
            Option(
                "D",
                "none",
                "The shares sum to 1, so the largest is at least 1/3, and its tag is always given. "
                "Softmax cannot say: nothing of all this.",
            ),
        ),
        answer="D",
    ),
    Question(
        id="04.sure",
        lesson="04",
        text=(
            "A small network has learned the ten digits, pooled to 4 × 4 pixels, from 150 images. "
            "Of new images it labels 83 % rightly. How large is the largest probability of its "
            "softmax, on average over the new images?"
        ),
        options=(
            Option(
                "A",
                "about 0.73: it has seen few images, and is careful",
                "Its training rewarded no care: on its 150 images it is right nearly always.",
                "X36",
            ),
            Option(
                "B",
                "about 0.83: the probabilities are probabilities",
                "They sum to 1. Whether they come true is another matter.",
                "X36",
            ),
            Option(
                "C",
                "about 0.93",
                "It is right in 83 % and says 93 %. In training, a larger lead always paid.",
            ),
            Option(
                "D",
                "above 0.999",
                "On the training images it comes close to that. New images look less clear to it.",
            ),
        ),
        answer="C",
    ),
)
