"""A picture of the learner's function against the reference, below a card that says they differ."""

from __future__ import annotations

from typing import Any

from course_utils.checking.curves import Curves, alternative, visible_curves
from course_utils.checking.exercise import Exercise
from course_utils.checking.local import local_call
from course_utils.notebook.quiet import captured

SECONDS = 1.0


def show_against_expected(exercise: Exercise, answer: Any) -> None:
    """Display the picture, where the two curves can be told apart in one."""
    curves = curves_of(exercise, answer)
    if curves is None:
        return
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    from course_utils import figures

    figure = Figure(figsize=(5.0, 2.6))
    FigureCanvasAgg(figure)
    figures.draw_yours_against_expected(
        figure.subplots(), *curves, exercise.name, exercise.parameters[0]
    )
    figures.show(figure, alt=alternative(exercise, *curves))


def curves_of(exercise: Exercise, answer: Any) -> Curves | None:
    """Inputs, the learner's values and the reference's, where a picture would show a difference."""
    with captured():
        return visible_curves(exercise, local_call(answer, SECONDS))
