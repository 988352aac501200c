"""Pure drawing: every `draw_*` draws on the axes it is given and returns its artists.

`show(figure, alt="...")` displays a finished figure together with the words that stand for it.
Importing this package loads matplotlib's artists but changes no setting.
"""

from .curves import (
    draw_activation,
    draw_explorer,
    draw_saturation,
    draw_tangent,
    draw_yours_against_expected,
)
from .geometry import (
    draw_line_and_normal,
    draw_projection,
    draw_regions,
    draw_straight_walk,
    draw_xor,
)
from .gradient_flow import (
    draw_accuracy_by_gain,
    draw_gradient_norms,
    draw_signal_thermometer,
    draw_spread_by_gain,
)
from .hinges import draw_depth_folder, draw_hinge_builder, draw_hinges, draw_piece_counts
from .normalising import (
    draw_overflow_lens,
    draw_smooth_maximum,
    draw_smoothing,
    draw_softmax_twice,
)
from .precision import draw_float_lens, draw_gradient_check, draw_rounding
from .probability import draw_entropy, draw_log_odds_of_gaussians, draw_odds_ladder
from .rectifiers import (
    draw_family,
    draw_gelu_errors,
    draw_halves,
    draw_killer,
    draw_runs,
    draw_slope_and_data,
    draw_subgradients,
    draw_unit_over_cloud,
)
from .reliability import draw_reliability, fill_reliability
from .show import show
from .simplex import draw_jacobian, draw_rivals, draw_simplex, draw_temperature
from .starts import draw_starts
from .training import (
    draw_losses_on_logit,
    draw_product_of_slopes,
    draw_sign_agreement,
    draw_training_curves,
    draw_wrong_and_confident,
    draw_zigzag,
)

__all__ = [
    "draw_accuracy_by_gain",
    "draw_activation",
    "draw_depth_folder",
    "draw_entropy",
    "draw_explorer",
    "draw_family",
    "draw_float_lens",
    "draw_gelu_errors",
    "draw_gradient_check",
    "draw_gradient_norms",
    "draw_halves",
    "draw_hinge_builder",
    "draw_hinges",
    "draw_jacobian",
    "draw_killer",
    "draw_line_and_normal",
    "draw_log_odds_of_gaussians",
    "draw_losses_on_logit",
    "draw_odds_ladder",
    "draw_overflow_lens",
    "draw_piece_counts",
    "draw_product_of_slopes",
    "draw_projection",
    "draw_regions",
    "draw_reliability",
    "draw_rivals",
    "draw_rounding",
    "draw_runs",
    "draw_saturation",
    "draw_sign_agreement",
    "draw_signal_thermometer",
    "draw_simplex",
    "draw_slope_and_data",
    "draw_smooth_maximum",
    "draw_smoothing",
    "draw_softmax_twice",
    "draw_spread_by_gain",
    "draw_starts",
    "draw_straight_walk",
    "draw_subgradients",
    "draw_tangent",
    "draw_temperature",
    "draw_training_curves",
    "draw_unit_over_cloud",
    "draw_wrong_and_confident",
    "draw_xor",
    "draw_yours_against_expected",
    "draw_zigzag",
    "fill_reliability",
    "show",
]
