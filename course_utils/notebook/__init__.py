"""What a learner calls: check, hint, solution, predict, ask, reveal, progress, glossary, join."""

from course_utils.notebook.checks import check
from course_utils.notebook.classroom import join, leave, stuck
from course_utils.notebook.forms import ask, predict, reveal
from course_utils.notebook.helping import hint, solution
from course_utils.notebook.overview import progress
from course_utils.notebook.terms import glossary

__all__ = [
    "ask",
    "check",
    "glossary",
    "hint",
    "join",
    "leave",
    "predict",
    "progress",
    "reveal",
    "solution",
    "stuck",
]
