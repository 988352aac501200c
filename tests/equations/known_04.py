"""Lesson 04: what its symbols are, which equations define something, which are checked by hand."""

from points import InWords, Reading, always, between, chances, table, whole

ONE = r"\sum_{j=1}^{K} p_K\,e^{z_j} = 1"
AGAINST_LAST = r"\log\frac{p_i}{p_K} = z_i"
STATIONARY = r"-\log p_i - 1 + \mu + \beta z_i = 0"
SOFTMAX = r"p_i = \frac{e^{z_i}}{\sum_{j=1}^{K} e^{z_j}}"


def kronecker(i: int, j: int) -> int:
    return int(i == j)


ALWAYS = Reading(
    {
        **{"K": always(4), "z": table(4), "v": table(4), "g": table(4), "T": between(0.3, 3)},
        **{"i": whole(1, 4), "j": whole(1, 4), "k": whole(1, 4), "δ": always(kronecker)},
    },
    given=(
        SOFTMAX,
        InWords(r"S = \sum_{j=1}^{K} e^{z_j}"),
    ),
    lengths={"i": 4, "j": 4},
)
HOT = Reading(
    given=(
        r"S = \sum_j e^{\beta z_j}",
        r"L = \log S",
        r"m = \sum_i p_i z_i",
        r"V = \sum_i p_i z_i^2 - m^2",
        r"H = -\sum_i p_i\log p_i",
        InWords(r"\beta = \frac{1}{T}"),
        r"p_i = e^{\beta z_i}/\sum_j e^{\beta z_j}",
    ),
)
# A one-hot label is mostly 0, where a slip hides; any shares of the classes do as well.
LABEL = Reading({"y": chances(4)}, given=(InWords(r"\ell = -\sum_i y_i \log p_i"),))
CASES = {"p_K": between(0.1, 1)}

READINGS = {
    AGAINST_LAST: Reading(CASES, solve=(("p_i", AGAINST_LAST, 1e-4, 100),)),
    r"p_i = p_K\,e^{z_i}": Reading(CASES, solve=(("p_i", AGAINST_LAST, 1e-4, 100),)),
    r"p_K = \frac{1}{\sum_{j=1}^{K} e^{z_j}}": Reading(solve=(("p_K", ONE, 1e-4, 10),)),
    # The answers to the checkpoint below: A = 1 and B = −1.
    r"\frac{e^{z_1}}{e^{z_0}+e^{z_1}} = \sigma(A z_1 + B z_0)": Reading(
        {"A": always(1), "B": always(-1), "z_0": between(-3, 3)}
    ),
    "In between: hotter is more open": HOT,
    r"p_i = e^{\mu-1}\,e^{\beta z_i}": Reading(solve=(("p_i", STATIONARY, 1e-12, 1e8),)),
    r"p_i = e^{\beta z_i}/\sum_j e^{\beta z_j}": Reading(
        {"β": between(0.2, 1)},
        given=(r"p_i = e^{\mu-1}\,e^{\beta z_i}",),
        solve=(("μ", r"\sum_j p_j = 1", -5, 3),),
    ),
    r"\frac{\partial p_i}{\partial z_j} = -\frac{e^{z_i}\,e^{z_j}}{S^2}": Reading(
        where=(r"j \ne i",)
    ),
    "7. The loss that belongs to softmax": Reading({"y": whole(1, 4)}),
    r"\frac{\partial \ell}{\partial z_i} = p_i - y_i": LABEL,
    r"\sum_{i=1}^{K} p_i\,g_i = -\sum_{i=1}^{K} y_i": LABEL.with_more(
        Reading(given=("g_i = -y_i/p_i",))
    ),
    r"\sum_i p_i g_i = -1": LABEL.with_more(Reading(given=("g_i = -y_i/p_i",))),
    r"p_j\,\Bigl(g_j - \sum_{i=1}^{K} p_i\,g_i\Bigr) = p_j\,\Bigl(-\frac{y_j}{p_j} + 1\Bigr)": (
        LABEL.with_more(Reading(given=("g_i = -y_i/p_i",)))
    ),
    "g_i = -y_i/p_i": LABEL.with_more(
        Reading(given=(InWords(r"g_i = \frac{\partial \ell}{\partial p_i}"),))
    ),
    r"\log\frac{1-\epsilon+\frac{\epsilon}{K}}{\frac{\epsilon}{K}} "
    r"= \log\Bigl(\frac{K\,(1-\epsilon)}{\epsilon} + 1\Bigr)": Reading({"ϵ": between(0.01, 0.99)}),
}

DEFINITIONS = {
    SOFTMAX: "softmax",
    r"p_i = \frac{e^{z_i/T}}{\sum_{j=1}^{K} e^{z_j/T}}": "softmax with a temperature T",
    r"z_i = w_i\cdot x + b_i": "a linear logit",
    r"z_k = w_k\cdot x + b_k": "a linear logit",
    r"S = \sum_j e^{\beta z_j}": "the sum S",
    r"L = \log S": "its logarithm L",
    r"m = \sum_i p_i z_i": "the mean m of the logits",
    r"V = \sum_i p_i z_i^2 - m^2": "the variance V of the logits",
    r"H = -\sum_i p_i\log p_i": "the entropy H",
    "z_i = -E_i": "the energy of a state",
    r"g_i = \partial \ell/\partial p_i": "the slopes g along the probabilities",
    r"t_i = (1-\epsilon)\,y_i + \frac{\epsilon}{K}": "the smoothed target",
    r"\operatorname{ECE} = \sum_{b} \frac{n_b}{n}\,|a_b - c_b|": "the expected calibration error",
}

BY_HAND: dict = {}

NO_CLAIM = {
    AGAINST_LAST: "what is supposed; the line below is checked where it holds",
    ONE: "the condition that chances sum to 1; the line below is checked where it holds",
    STATIONARY: "the condition for a maximum; what follows is checked where it holds",
    "z_K = 0": "follows from what is supposed: the log-odds of a class against itself",
    "z_j = m": "a case",
    "y_i = 1": "a case",
}

EQUIVALENT: dict[str, str] = {}
