"""The concept questions of lesson 00: what a notebook and the checker do, and do not."""

from __future__ import annotations

from course_utils.catalog.questions import Option, concept

QUESTIONS = (
    concept(
        "00.not_run",
        "You have corrected `double` in its cell and saved the notebook. The check below still "
        "shows the old complaint. Why?",
        Option(
            "A",
            "The checker remembers the first answer.",
            "It remembers no answer: each check calls the function that exists at that moment.",
            "NQ1",
        ),
        Option(
            "B",
            "The file on the disk is out of date.",
            "It has just been saved. But the checker never looks at the file.",
            "NQ2",
        ),
        Option(
            "C",
            "The cell with `double` has not been run again, or the check has not.",
            "Python knows what was run, not what is written. Run the cell, then the check.",
        ),
        Option(
            "D",
            "Saving runs the cells, but the check stands too far down.",
            "Saving runs nothing. Cells are run by you, one by one or all together.",
            "NQ3",
        ),
        answer="C",
    ),
    concept(
        "00.passed",
        "The checker says that your answer passes. What do you know now?",
        Option(
            "A",
            "It was right for every input that was tried, ordinary and extreme.",
            "That is much, because the inputs were chosen with the usual mistakes in mind. It is "
            "evidence, and not a proof.",
        ),
        Option(
            "B",
            "It is proved right for all inputs.",
            "No finite number of tries proves that. A derivation does, and the lessons give it.",
            "NQ4",
        ),
        Option(
            "C",
            "It is written like the model answer.",
            "Nobody has looked at how it is written. Only what it returns is compared.",
            "NQ5",
        ),
        Option(
            "D",
            "It gives about the right numbers on the example in the text above it.",
            "Many more inputs than that were tried, and compared to at least nine digits.",
            "NQ6",
        ),
        answer="A",
    ),
    concept(
        "00.order",
        "You run a cell with `x = 2`, then delete this cell. `print(x)` in the next cell still "
        "prints 2. Now you choose Restart Kernel and Run All Cells. What does `print(x)` do?",
        Option(
            "A",
            "It prints 2 again.",
            "The 2 was kept in the memory of the kernel, and the restart has emptied it.",
            "NQ7",
        ),
        Option(
            "B",
            "It stops with an error: `x` is not defined.",
            "After a restart only what is written exists. That is why it is worth doing before "
            "you hand a notebook in.",
        ),
        Option(
            "C",
            "It prints 0, because x is empty now.",
            "A name that was never bound has no value at all in Python, not even 0.",
            "NQ8",
        ),
        Option(
            "D",
            "Nothing: JupyterLab has noticed that a cell is missing.",
            "A notebook does not know which cell needs which. You can delete whatever you like.",
            "NQ9",
        ),
        answer="B",
    ),
)
