"""Lesson 01: what its symbols are, which equations define something, which are checked by hand."""

import checks_by_hand as hand
from points import InWords, Reading, always, between, table

ALWAYS = Reading(functions=frozenset({"f", "g", "p", "T"}))

READINGS = {
    "2. A score is a shadow": Reading({"w": table(2)}),
    # For a negative c the distance changes its sign: the lesson says "any number c > 0".
    r"\frac{c w_1 x_1 + c w_2 x_2 + c b}{\sqrt{c^2 w_1^2 + c^2 w_2^2}} "
    r"= \frac{w_1 x_1 + w_2 x_2 + b}{\sqrt{w_1^2 + w_2^2}}": Reading({"c": between(0.1, 3)}),
    r"(XW_1 + b_1)\,W_2 + b_2 = XW_1W_2 + b_1W_2 + b_2": Reading(
        {"X": table(4, 2), "W_1": table(2, 3), "b_1": table(3), "W_2": table(3, 2), "b_2": table(2)}
    ),
    "What was learned": Reading(
        {"X": table(4, 2), "W_1": table(2, 3), "b_1": table(3), "W_2": table(3, 2), "b_2": table(2)}
    ),
    # The answers to the checkpoint below: A = 2 and B = 1.
    "w_1 + w_2 + A c > 0": Reading({"A": always(2)}, where=("w_2 + c > 0", "w_1 + c > 0")),
    r"w_1 + w_2 + B c \le 0": Reading({"B": always(1)}, where=(r"c \le 0", r"w_1 + w_2 + c \le 0")),
    r"g(t_0) = y_0": Reading(
        {"k": always(0)},
        given=(InWords(r"g(t) = y_0 + \sum_{k=0}^{3} c_k\,\operatorname{relu}(t - t_k)"),),
        where=("t_0 < t_1", "t_1 < t_2", "t_2 < t_3"),
    ),
}

DEFINITIONS = {
    r"z = w_1 x_1 + w_2 x_2 + \dots + w_n x_n + b": "the score z of a unit",
    r"x_1 = p_1 + d\,\frac{w_1}{r}": "the signed distance d of a point from its foot p",
    r"x_2 = p_2 + d\,\frac{w_2}{r}": "the signed distance d of a point from its foot p",
    r"f(s) = \operatorname{relu}(s) + v\,\operatorname{relu}(s - k)": "the curve for XOR",
    r"m_k = \frac{y_{k+1} - y_k}{t_{k+1} - t_k}": "the slope of piece k",
    r"g(t) = y_0 + c_0 \operatorname{relu}(t - t_0) + c_1 \operatorname{relu}(t - t_1) + \dots": (
        "the sum of hinges g"
    ),
    r"g(t) = f(t) - p(t) - K\,(t-u)(t-v)": "the comparison g with a parabola",
    r"T(x) = 2\operatorname{relu}(x) - 4\operatorname{relu}\Bigl(x - \frac{1}{2}\Bigr)": (
        "the tent map T"
    ),
    r"w_1 = r\cos\alpha": "the arrow w by length and angle",
    r"w_2 = r\sin\alpha": "the arrow w by length and angle",
    "y = xA^T + b": "the layer of a library, quoted",
    "W = W_1W_2": "the weights of the one layer",
    "b = b_1W_2 + b_2": "the biases of the one layer",
}

BY_HAND = {
    "c_0 = m_0": hand.polygon_is_a_sum_of_hinges,
    "c_k = m_k - m_{k-1}": hand.polygon_is_a_sum_of_hinges,
    r"f(x) - p(x) = \frac{1}{2}\, f''(\xi)\,(x-u)(x-v)": hand.chord_error_has_its_xi,
    r"|f(x) - p(x)| \le \frac{h^2}{8}\,M": hand.chord_error_is_bounded,
}

NO_CLAIM = {
    "w_1 x_1 + w_2 x_2 + b = 0": "the condition for a point to lie on the line",
    r"c \le 0": "supposed of one unit for XOR, to be contradicted",
    "w_2 + c > 0": "supposed of one unit for XOR, to be contradicted",
    "w_1 + c > 0": "supposed of one unit for XOR, to be contradicted",
    r"w_1 + w_2 + c \le 0": "supposed of one unit for XOR, to be contradicted",
    "t_0 < t_1": "the order of the knots, supposed",
    r"t_1 < \dots": "the order of the knots, supposed",
    r"\dots < t_n": "the order of the knots, supposed",
}

EQUIVALENT: dict[str, str] = {}
