"""Pure drawing: every `draw_*` draws on the axes it is given and returns its artists.

`show(figure, alt="...")` displays a finished figure together with the words that stand for it.
Importing this package loads matplotlib's artists but changes no setting.
"""

from .curves import (
    draw_activation,
    draw_explorer,
    draw_saturation,
    draw_yours_against_expected,
)
from .precision import draw_float_lens, draw_gradient_check, draw_rounding
from .probability import draw_entropy, draw_log_odds_of_gaussians, draw_odds_ladder
from .show import show
from .training import (
    draw_losses_on_logit,
    draw_product_of_slopes,
    draw_sign_agreement,
    draw_training_curves,
    draw_wrong_and_confident,
    draw_zigzag,
)

__all__ = [
    "draw_activation",
    "draw_entropy",
    "draw_explorer",
    "draw_float_lens",
    "draw_gradient_check",
    "draw_log_odds_of_gaussians",
    "draw_losses_on_logit",
    "draw_odds_ladder",
    "draw_product_of_slopes",
    "draw_rounding",
    "draw_saturation",
    "draw_sign_agreement",
    "draw_training_curves",
    "draw_wrong_and_confident",
    "draw_yours_against_expected",
    "draw_zigzag",
    "show",
]
