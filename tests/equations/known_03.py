"""Lesson 03: what its symbols are, which equations define something, which are checked by hand."""

from points import InWords, Reading, always, between, symmetric, table

LEAKY = r"f(z) = \operatorname{relu}(z) - \alpha\,\operatorname{relu}(-z)"
BATCH = Reading(
    {
        **{"n": always(3), "δ": table(3), "w": table(2), "x": table(2)},
        **{"x_1": table(2), "x_2": table(2), "x_3": table(2)},
    },
    given=(
        r"\Delta w = -\frac{\eta}{n}\sum_{i=1}^{n} \delta_i\,x_i",
        r"\Delta b = -\frac{\eta}{n}\sum_{i=1}^{n} \delta_i",
        InWords(r"\Delta z = (w + \Delta w) \cdot x + (b + \Delta b) - (w \cdot x + b)"),
        InWords(r"\overline{\Delta z} = \frac{1}{n}\sum_{k=1}^{n} (\Delta w \cdot x_k + \Delta b)"),
        InWords(r"m = \frac{1}{n}\sum_{k=1}^{n} x_k"),
    ),
)

ALWAYS = Reading(functions=frozenset({"f", "g"}))

READINGS = {
    # At 0 itself the value is the convention of section 1.
    r"\operatorname{relu}'(z_i) = 0": Reading(where=("z_i < 0",)),
    r"\max(0, z) \ge g\,z": Reading({"g": between(0, 1)}),
    # Both a sample x_i and the x that is looked at: rows of a table, and a vector of its own.
    r"\Delta z = \Delta w \cdot x + \Delta b": BATCH,
    r"\overline{\Delta z} = -\frac{\eta}{n}\sum_{i=1}^{n} \delta_i\,(x_i \cdot m + 1)": BATCH,
    r"f(z)^2 + f(-z)^2 = z^2 + (\alpha z)^2": Reading(given=(LEAKY,)),
    r"E[\operatorname{relu}(z)^2] = \frac{1}{2}\,E[z^2]": Reading(likely={"z": symmetric()}),
    r"E[f(z)^2] = \frac{1+\alpha^2}{2}\,E[z^2]": Reading(given=(LEAKY,), likely={"z": symmetric()}),
    r"\sqrt{v} = \sqrt{\frac{2}{(1+\alpha^2)\,n}}": Reading(
        {"n": always(7)}, solve=(("v", r"n\,v\,\frac{1+\alpha^2}{2} = 1", 0.001, 2),)
    ),
}

DEFINITIONS: dict[str, str] = {
    LEAKY: "Leaky ReLU",
    r"\Delta w = -\frac{\eta}{n}\sum_{i=1}^{n} \delta_i\,x_i": "the step of the weights",
    r"\Delta b = -\frac{\eta}{n}\sum_{i=1}^{n} \delta_i": "the step of the bias",
    r"g(z) = \frac{z}{2}\,\Bigl(1 + \tanh\Bigl(\sqrt{\frac{2}{\pi}}\,"
    r"(z + 0.044715\,z^3)\Bigr)\Bigr)": "the approximation to GELU by tanh",
    r"z_i = w \cdot x_i + b": "the score of sample i",
}

BY_HAND: dict = {}

NO_CLAIM = {
    r"\sum_{i=1}^{n} g_i\,\operatorname{relu}'(z_i)\,x_i, \qquad "
    r"\sum_{i=1}^{n} g_i\,\operatorname{relu}'(z_i)": "two expressions, without a relation",
    r"z_i \le 0": "a case",
}

EQUIVALENT = {r"\operatorname{relu}(z_i) = 0": "true as well: left of 0 both are 0"}
