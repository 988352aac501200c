"""Widgets: controls that move what `course_utils.figures` has drawn once.

Each function returns a Panel, to be left as the last line of a cell: `widgets.odds_ladder()`.
"""

from .float_lens import float_lens
from .front import Panel
from .odds_ladder import odds_ladder
from .sigmoid_tanh_explorer import sigmoid_tanh_explorer
from .wrong_and_confident import wrong_and_confident

__all__ = ["Panel", "float_lens", "odds_ladder", "sigmoid_tanh_explorer", "wrong_and_confident"]
