"""Lesson 05: what its symbols are, which equations define something, which are checked by hand."""

import checks_by_hand as hand
from points import InWords, Reading, smooth, symmetric, table, whole

UNIT = r"u_j = \sum_i h_i\,w_{ij} + b_j"
CHAIN_RULE = (
    r"\frac{\partial \ell}{\partial z_i} = \sum_j \frac{\partial \ell}{\partial u_j}\cdot "
    r"\frac{\partial u_j}{\partial h_i}\cdot\frac{\partial h_i}{\partial z_i}"
)

ALWAYS = Reading(bare={"σ": "z"}, functions=frozenset({"f", "q"}))

READINGS = {
    r"z^2 = (w_1 h_1 + w_2 h_2)^2": Reading(given=(InWords("z = w_1 h_1 + w_2 h_2"),)),
    r"\operatorname{E}[\operatorname{relu}(z)^2] = \frac{1}{2}\,\operatorname{E}[z^2]": Reading(
        likely={"z": symmetric()}
    ),
    r"h^2 = \operatorname{relu}(z)^2 + \alpha^2\,\operatorname{relu}(-z)^2": Reading(
        given=(InWords(r"h = \operatorname{relu}(z) - \alpha\,\operatorname{relu}(-z)"),)
    ),
    # Any loss and any activation will do: f and q are functions without a pattern.
    CHAIN_RULE: Reading(
        {
            **{"f": smooth, "q": smooth, "w": table(3, 4), "b": table(4), "z": table(3)},
            **{"i": whole(1, 3)},
        },
        given=(
            UNIT,
            "h_i = f(z_i)",
            InWords(r"\ell = \sum_j j\,q(u_j)"),
            InWords(r"\delta_j = \frac{\partial \ell}{\partial u_j}"),
        ),
        lengths={"i": 3, "j": 4},
    ),
}

DEFINITIONS = {
    UNIT: "the pre-activation of an upper unit",
    "h_i = f(z_i)": "the activation of a lower unit",
    r"z = w_1h_1 + \dots + w_nh_n": "the pre-activation of a unit",
    r"\operatorname{Var}(w) = \frac{2}{n_{in}+n_{out}}": "Xavier's initialisation, a choice",
    "t = 2s - 1": "how the output s of a sigmoid replaces the output t of a tanh",
}

BY_HAND = {
    r"\operatorname{Var}(z) = n\,\operatorname{Var}(w)\,\operatorname{E}[h^2]": (
        hand.variance_of_a_sum_of_products
    ),
    r"\operatorname{Var}(w) = \frac{2}{n}": hand.he_keeps_the_variance,
    r"\delta_l = (\delta_{l+1}\,W_{l+1}^{T}) \odot f'(z_l)": hand.step_back_through_a_layer,
    r"\|\delta_1\| \le \Bigl(\frac{1}{4}\Bigr)^{L-1}\,\|W_2\|\,\|W_3\|\cdots\|W_L\|\,"
    r"\|\delta_L\|": hand.bound_through_many_layers,
    r"\|\delta_l\| \le \frac{1}{4}\,\|W_{l+1}\|\,\|\delta_{l+1}\|": hand.bound_through_many_layers,
    r"\operatorname{E}[\delta_l^2] = n\,\operatorname{Var}(w)\,\operatorname{E}[f'(z)^2]\; "
    r"\operatorname{E}[\delta_{l+1}^2]": hand.mean_square_of_a_step_back,
}

NO_CLAIM = {
    r"n\,\operatorname{Var}(w) = 1": "what is asked of the weights near z = 0",
}

EQUIVALENT: dict[str, str] = {}
