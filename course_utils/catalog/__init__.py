"""The catalog: every exercise by name, every sheet in its order, and the bank of questions.

One module per sheet and one per lesson's checkpoints; the modules hold values, this file only
joins them.
"""

from __future__ import annotations

from course_utils.catalog import checkpoints_00, checkpoints_02, sigmoid_tanh
from course_utils.checking.exercise import Exercise

SHEETS: dict[str, tuple[Exercise, ...]] = {"02_sigmoid_tanh": sigmoid_tanh.EXERCISES}
CHECKPOINTS: dict[str, tuple[Exercise, ...]] = {
    "lesson_00": checkpoints_00.EXERCISES,
    "lesson_02": checkpoints_02.EXERCISES,
}
EXERCISES: dict[str, Exercise] = {
    exercise.name: exercise
    for group in (*SHEETS.values(), *CHECKPOINTS.values())
    for exercise in group
}
