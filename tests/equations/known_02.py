"""Lesson 02: what its symbols are, which equations define something, which are checked by hand."""

import checks_by_hand as hand
from points import InWords, Reading, always, between, table

LOSS = r"\ell(z,y) = -y\,\log\sigma(z) - (1-y)\,\log\bigl(1-\sigma(z)\bigr)"
ENTROPY = r"H(p) = -p\log p - (1-p)\log(1-p)"
TOTAL = r"L = \sum_i H(p_i) + w\sum_i (p_i-y_i)\,x_i + b\sum_i (p_i-y_i)"
STATIONARY = r"-\log\frac{p_i}{1-p_i} + w x_i + b = 0"
LOG_ODDS = r"\log\frac{p}{1-p} = z"
FLATTEST = r"2Ah - \frac{B}{h^2} = 0"
SAMPLES = {"p": table(3, low=0.1, high=0.9), "y": table(3), "x": table(3), "i": always(2)}

ALWAYS = Reading(
    {"p": between(0.05, 0.95), "y": between(0, 1), "s": between(0.5, 2)},
    bare={"σ": "z"},
    functions=frozenset({"H", "f", "ℓ"}),
    lengths={"i": 3},
)

BELL = r"f_k(x) = \frac{1}{s\sqrt{2\pi}}\, e^{-(x-\mu_k)^2/(2s^2)}"
LOG_ODDS_OF_BELLS = r"\log\frac{\pi_1 f_1(x)}{\pi_0 f_0(x)}"
BELLS = Reading({"π_0": between(0.1, 1), "π_1": between(0.1, 1)}, given=(BELL,))

READINGS = {
    LOG_ODDS: Reading({"z": between(-3, 3)}, solve=(("p", LOG_ODDS, 0.01, 0.99),)),
    LOG_ODDS_OF_BELLS
    + r" = \log\frac{\pi_1}{\pi_0} + \frac{(x-\mu_0)^2 - (x-\mu_1)^2}{2s^2}": BELLS,
    # What the last line is a straight line with: its slope, and its value at x = 0.
    r"w = \frac{\mu_1-\mu_0}{s^2}": BELLS.with_more(
        Reading(given=(InWords(rf"w = \frac{{d}}{{dx}} {LOG_ODDS_OF_BELLS}"),))
    ),
    r"b = \frac{\mu_0^2-\mu_1^2}{2s^2} + \log\frac{\pi_1}{\pi_0}": BELLS.with_more(
        Reading(given=(InWords(rf"b = {LOG_ODDS_OF_BELLS.replace('(x)', '(0)')}"),))
    ),
    r"H'(p) = -\log p - p\cdot\frac{1}{p} + \log(1-p) + (1-p)\cdot\frac{1}{1-p}": Reading(
        given=(ENTROPY,)
    ),
    r"H''(p) = -\frac{1}{p} - \frac{1}{1-p}": Reading(given=(ENTROPY,)),
    r"\frac{\partial L}{\partial p_i} = -\log\frac{p_i}{1-p_i} + w x_i + b": Reading(
        SAMPLES, given=(ENTROPY, TOTAL)
    ),
    r"\log\frac{p_i}{1-p_i} = w x_i + b": Reading(
        {**SAMPLES, "w": between(-1, 1), "b": between(-1, 1)},
        solve=(("p_i", STATIONARY, 0.001, 0.999),),
    ),
    r"p_i = \sigma(w x_i + b)": Reading(
        {**SAMPLES, "w": between(-1, 1), "b": between(-1, 1)},
        solve=(("p_i", STATIONARY, 0.001, 0.999),),
    ),
    r"h^3 = \frac{B}{2A}": Reading(
        {"A": between(0.5, 2), "B": between(0.5, 2)}, solve=(("h", FLATTEST, 0.1, 5),)
    ),
    r"\sigma(XW_1+b_1)\,w_2 + b_2 "
    r"= \Bigl(\frac{1}{2} + \frac{1}{2}\,\tanh\frac{XW_1+b_1}{2}\Bigr)\, w_2 + b_2": Reading(
        {"X": table(4, 2), "W_1": table(2, 3), "b_1": table(3), "w_2": table(3)}
    ),
    "On the left: overflow": Reading(given=("t = e^{-|z|}",)),
    "A loss for probabilities": Reading(given=(LOSS,)),
    r"\frac{\partial \ell}{\partial z} "
    r"= -y\,\frac{\sigma'}{\sigma} + (1-y)\,\frac{\sigma'}{1-\sigma}": Reading(given=(LOSS,)),
    r"\frac{\partial \ell}{\partial w_i} "
    r"= \frac{\partial \ell}{\partial z}\cdot\frac{\partial z}{\partial w_i}": Reading(
        {"w": table(3), "a": table(3), "i": always(2)},
        given=(
            LOSS,
            InWords(r"z = \sum_i w_i a_i + b"),
            InWords(r"\delta = \frac{\partial \ell}{\partial z}"),
        ),
    ),
    r"\prod_{l=1}^{L} \sigma'(z_l) \le \Bigl(\frac{1}{4}\Bigr)^{L}": Reading(
        {"L": always(3), "z": table(3)}
    ),
}

DEFINITIONS = {
    BELL: "the bell curve of class k",
    ENTROPY: "the entropy H",
    TOTAL: "the function L with its multipliers w and b",
    LOSS: "the cross-entropy ℓ",
    "z = w x_i + b": "the score, where the lesson recalls it",
    "z_i = w x_i + b": "the score of sample i",
    "t = e^{-|z|}": "the small exponential t",
    r"z = w_1 a_1 + \dots + w_m a_m + b": "the score of a unit fed by activations",
    r"a_l = \sigma(z_l)": "the activation of layer l",
    "z_{l+1} = w_{l+1} a_l + b_{l+1}": "the score of the next layer",
}

BY_HAND = {
    r"f'(z) \approx \frac{f(z+h) - f(z-h)}{2h}": hand.central_difference,
    r"f(z \pm h) = f(z) \pm h f'(z) + \frac{h^2}{2} f''(z) \pm \frac{h^3}{6} f'''(z) + \dots": (
        hand.taylor_to_the_third_order
    ),
    r"\frac{f(z+h)-f(z-h)}{2h} = f'(z) + \frac{h^2}{6} f'''(z) + \dots": hand.central_difference,
    r"\sum_i \bigl(\sigma(z_i)-y_i\bigr)\,x_i = 0": hand.best_fit_keeps_the_sums,
    r"\sum_i \bigl(\sigma(z_i)-y_i\bigr) = 0": hand.best_fit_keeps_the_sums,
    r"\sum_i p_i = \sum_i y_i": hand.best_fit_keeps_the_sums,
    r"\sum_i p_i x_i = \sum_i y_i x_i": hand.best_fit_keeps_the_sums,
    r"\frac{\partial a_L}{\partial z_1} = \sigma'(z_L)\,w_L\;\sigma'(z_{L-1})\,w_{L-1}\;\cdots\;"
    r"\sigma'(z_2)\,w_2\;\sigma'(z_1)": hand.slope_through_many_layers,
}

NO_CLAIM = {
    LOG_ODDS: "what is supposed; the lines below are checked where it holds",
    STATIONARY: "the condition for a maximum; the lines below are checked where it holds",
    FLATTEST: "the condition for a minimum; the line below is checked where it holds",
    "p_i = y_i": "one way to satisfy the constraints, to be excluded",
    r"z = n \log 2": "a place on the z axis, chosen",
    "y_i = 1": "a case",
    "y_i = 0": "a case",
}

EQUIVALENT: dict[str, str] = {}
