"""The one small exercise of the start page, to meet the checker. It is not graded."""

from __future__ import annotations

import numpy as np

from course_utils.catalog.drawing import elementwise_cases
from course_utils.checking.exercise import Exercise, Mistake

LESSON = "lesson_00"

EXERCISES: tuple[Exercise, ...] = (
    Exercise(
        "double",
        LESSON,
        "Twice a number",
        0,
        ("x",),
        lambda generator: elementwise_cases(
            generator, (3.0, 0.5, -2.0), (-5, 5), whole=(1, 2, 5), numbers=(3, 0.5)
        ),
        lambda x: 2 * np.asarray(x, np.float64),
        elementwise=True,
        curve=(-3, 3),
        mistakes=(
            Mistake("C1", lambda x: x, "It came back unchanged. What is twice 3?"),
            Mistake(
                "C2", lambda x: x**2, "The square equals the double at 0 and 2 only. And at 3?"
            ),
            Mistake("C3", lambda x: x / 2, "That is half of it. Which operation undoes halving?"),
        ),
        hints=(
            "Twice a number is the number multiplied by two.",
            "For x = 3 the answer is 6.",
            "In Python multiplication is written with a star: `2 * x`.",
        ),
    ),
)
