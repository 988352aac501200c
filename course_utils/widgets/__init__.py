"""Widgets: controls that move what `course_utils.figures` has drawn once.

Each function returns a Panel, to be left as the last line of a cell: `widgets.odds_ladder()`.
"""

from .depth_folder import depth_folder
from .family import family
from .float_lens import float_lens
from .front import Panel
from .hinge_builder import hinge_builder
from .jacobian_table import jacobian_table
from .learning_rate_killer import learning_rate_killer
from .line_and_normal import line_and_normal
from .odds_ladder import odds_ladder
from .one_unit import one_unit
from .overflow_lens import overflow_lens
from .reliability_diagram import reliability_diagram
from .sigmoid_slope import sigmoid_slope
from .sigmoid_tanh_explorer import sigmoid_tanh_explorer
from .signal_thermometer import signal_thermometer
from .simplex import simplex
from .slope_sweep import slope_sweep
from .wrong_and_confident import wrong_and_confident
from .xor_by_hand import xor_by_hand

__all__ = [
    "Panel",
    "depth_folder",
    "family",
    "float_lens",
    "hinge_builder",
    "jacobian_table",
    "learning_rate_killer",
    "line_and_normal",
    "odds_ladder",
    "one_unit",
    "overflow_lens",
    "reliability_diagram",
    "sigmoid_slope",
    "sigmoid_tanh_explorer",
    "signal_thermometer",
    "simplex",
    "slope_sweep",
    "wrong_and_confident",
    "xor_by_hand",
]
