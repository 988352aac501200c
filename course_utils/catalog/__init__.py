"""The catalog: every exercise by name, every sheet in its order, and the bank of questions.

One module per sheet and one per lesson's checkpoints; the modules hold values, this file only
joins them.
"""

from __future__ import annotations

from course_utils.catalog import (
    checkpoints_00,
    checkpoints_01,
    checkpoints_02,
    checkpoints_03,
    checkpoints_04,
    checkpoints_05,
    checkpoints_06,
    gradient_flow,
    linear_combinations,
    relu_leaky_relu,
    sigmoid_tanh,
    softmax,
)
from course_utils.checking.exercise import Exercise

SHEETS: dict[str, tuple[Exercise, ...]] = {
    "01_linear_combinations": linear_combinations.EXERCISES,
    "02_sigmoid_tanh": sigmoid_tanh.EXERCISES,
    "03_relu_leaky_relu": relu_leaky_relu.EXERCISES,
    "04_softmax": softmax.EXERCISES,
    "05_gradient_flow": gradient_flow.EXERCISES,
}
CHECKPOINTS: dict[str, tuple[Exercise, ...]] = {
    "lesson_00": checkpoints_00.EXERCISES,
    "lesson_01": checkpoints_01.EXERCISES,
    "lesson_02": checkpoints_02.EXERCISES,
    "lesson_03": checkpoints_03.EXERCISES,
    "lesson_04": checkpoints_04.EXERCISES,
    "lesson_05": checkpoints_05.EXERCISES,
    "lesson_06": checkpoints_06.EXERCISES,
}
EXERCISES: dict[str, Exercise] = {
    exercise.name: exercise
    for group in (*SHEETS.values(), *CHECKPOINTS.values())
    for exercise in group
}
