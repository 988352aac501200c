# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Sheet 02. Sigmoid and tanh
#
# *10 exercises, 10 points each, about 95 minutes. It goes with lesson 02,
# [notebooks/02_sigmoid_tanh.ipynb](../notebooks/02_sigmoid_tanh.ipynb).*
#
# Each exercise has a cell for your answer and a cell that checks it. In the answer cell, replace
# the line `raise NotImplementedError(...)`, run the cell, then run the check. You may check as
# often as you like; only the last version counts.
#
# When you are stuck, these help, each in a cell of its own:
#
# - `hint("sigmoid")` gives a hint, and a further one each time you call it;
# - `solution("sigmoid")` shows a worked answer, and notes in your record that you looked;
# - `progress()` shows what you have done so far.
#
# All exercises ask for **any shape** unless they say otherwise: a plain number, a list of numbers
# or an array of any shape comes in, and the same shape comes out. Do not change the arrays that you
# are given.
#
# Some exercises ask for a **stable** answer: right for every float, up to 10³⁰⁰, and without
# overflow. An answer that is right for ordinary numbers and not for extreme ones earns half the
# points, and the checker says where it breaks. In every exercise the same holds for an answer whose
# values are right but which overflows, or divides by zero, on the way (for numbers up to a million).

# %%
import numpy as np

from course_utils.notebook import check, hint, progress, solution

# %% [markdown]
# ## 1. `odds_to_probability(odds)`
#
# *5 minutes.* Odds say how many times something happens for each time that it does not. Turn them
# into a probability: the share of *all* times. The odds are 0 or more, of any shape.
#
# | odds | 0 | 1 | 3 |
# |---|---|---|---|
# | probability | 0 | 0.5 | 0.75 |


# %%
### BEGIN SOLUTION
def odds_to_probability(odds):
    """The probability of something whose odds are given; odds >= 0, any shape."""
    times_for = np.asarray(odds, dtype=float)
    return times_for / (1 + times_for)


### END SOLUTION

# %%
check("odds_to_probability")

# %% [markdown]
# ## 2. `logit(p)`
#
# *10 minutes.* The way up the ladder: from a probability, 0 < p < 1, of any shape, to its log-odds
#
# $$
# \operatorname{logit}(p) = \log\frac{p}{1-p}
# $$
#
# (natural logarithm). It should be accurate also for very small p, down to 10⁻³⁰⁰.
#
# | p | 0.5 | 0.75 | 0.1 | 1e-300 |
# |---|---|---|---|---|
# | logit | 0 | 1.0986 | −2.1972 | −690.7755 |


# %%
### BEGIN SOLUTION
def logit(p):
    """The log-odds, in nats, of a probability; 0 < p < 1, any shape."""
    probability = np.asarray(p, dtype=float)
    return np.log(probability / (1 - probability))


### END SOLUTION

# %%
check("logit")

# %% [markdown]
# ## 3. `sigmoid(z)`
#
# *15 minutes.* The way down the ladder, for z of any shape:
#
# $$
# \sigma(z) = \frac{1}{1+e^{-z}}
# $$
#
# **Stable**: it should be right, and without overflow, for every z. In the left tail, small values
# should keep their digits.
#
# | z | −1000 | −30 | −2 | 0 | 2 | 1000 |
# |---|---|---|---|---|---|---|
# | σ(z) | 0 | 9.3576e-14 | 0.1192 | 0.5 | 0.8808 | 1 |


# %%
### BEGIN SOLUTION
def sigmoid(z):
    """The logistic sigmoid, 1 / (1 + e^(-z)); z of any shape, stable."""
    tiny = np.exp(-np.abs(z))  # never above 1, so nothing can overflow
    return np.where(np.less(z, 0), tiny, 1.0) / (1.0 + tiny)


### END SOLUTION

# %%
check("sigmoid")

# %% [markdown]
# ## 4. `sigmoid_derivative(z)`
#
# *5 minutes.* The slope of σ at the pre-activation z, of any shape. **Stable**, as before. You may
# call your own `sigmoid`.
#
# | z | −2 | 0 | 2 |
# |---|---|---|---|
# | σ′(z) | 0.1050 | 0.25 | 0.1050 |


# %%
### BEGIN SOLUTION
def sigmoid_derivative(z):
    """The derivative of the sigmoid at the pre-activation z; any shape, stable."""
    return sigmoid(z) * sigmoid(np.negative(z))


### END SOLUTION

# %%
check("sigmoid_derivative")

# %% [markdown]
# ## 5. `tanh_from_sigmoid(z)`
#
# *10 minutes.* tanh z for z of any shape, computed by way of your `sigmoid` (and not by `np.tanh`:
# that would pass the check and teach you nothing). **Stable**; an absolute error of 10⁻¹² is
# allowed.
#
# | z | −2 | 0 | 0.5 | 2 |
# |---|---|---|---|---|
# | tanh z | −0.9640 | 0 | 0.4621 | 0.9640 |


# %%
### BEGIN SOLUTION
def tanh_from_sigmoid(z):
    """The hyperbolic tangent by way of the sigmoid; z of any shape, stable."""
    squeezed = 2 * np.asarray(z, dtype=float)
    return 2 * sigmoid(squeezed) - 1


### END SOLUTION

# %%
check("tanh_from_sigmoid")

# %% [markdown]
# ## 6. `tanh_derivative(z)`
#
# *5 minutes.* The slope of tanh at the pre-activation z, of any shape. Here `np.tanh` is welcome.
#
# | z | −2 | 0 | 0.5 |
# |---|---|---|---|
# | tanh′ z | 0.0707 | 1 | 0.7864 |


# %%
### BEGIN SOLUTION
def tanh_derivative(z):
    """The derivative of tanh at the pre-activation z; any shape."""
    return 1 - np.tanh(z) ** 2


### END SOLUTION

# %%
check("tanh_derivative")

# %% [markdown]
# ## 7. `to_tanh_layer(W1, b1, w2, b2)`
#
# *15 minutes.* You are given the weights of a network with one hidden layer of sigmoids,
#
# $$
# \sigma(XW_1+b_1)\,w_2 + b_2
# $$
#
# with X of shape (samples, inputs), W1 (inputs, units), b1 (units,), w2 (units,) and b2 a number.
# Return four things, V1, c1, v2 and c2 of the same shapes, such that for every X
#
# $$
# \tanh(XV_1+c_1)\,v_2 + c_2
# $$
#
# is the same function. Lesson 02, section 6, ends just before the last step. Any weights that give
# the same function are right.
#
# *Example.* The network σ(2x)·4 + 1, with W1 = [[2]], b1 = [0], w2 = [4], b2 = 1, is 1.4768 at
# x = −1, 3 at x = 0 and 4.5232 at x = 1. Yours has to give the same three numbers.


# %%
### BEGIN SOLUTION
def to_tanh_layer(W1, b1, w2, b2):
    """Weights (V1, c1, v2, c2) of the tanh network that equals the given sigmoid network."""
    W1, b1, w2 = (np.asarray(weights, dtype=float) for weights in (W1, b1, w2))
    return W1 / 2, b1 / 2, w2 / 2, b2 + w2.sum() / 2


### END SOLUTION

# %%
check("to_tanh_layer")

# %% [markdown]
# ## 8. `binary_cross_entropy(logits, targets)`
#
# *15 minutes.* The **mean** over the samples of
#
# $$
# \ell(z,y) = -y\,\log\sigma(z) - (1-y)\,\log\bigl(1-\sigma(z)\bigr)
# $$
#
# in nats. Both arguments have shape (samples,); the logits are z, *not* probabilities, and the
# targets lie between 0 and 1. The result is one number. **Stable**: the formula as it stands is
# not.
#
# | logits | targets | result |
# |---|---|---|
# | [0] | [1] | 0.6931 |
# | [2, −1] | [1, 0] | 0.2201 |
# | [40] | [0] | 40 |


# %%
### BEGIN SOLUTION
def binary_cross_entropy(logits, targets):
    """The mean binary cross-entropy, in nats; logits and targets (samples,), stable."""
    z, y = np.asarray(logits, dtype=float), np.asarray(targets, dtype=float)
    surprises = np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))
    return surprises.mean()


### END SOLUTION

# %%
check("binary_cross_entropy")

# %% [markdown]
# ## 9. `predict_label(logits)`
#
# *5 minutes.* The label 1 where the *probability* is over ½, else 0; logits of any shape. (At
# exactly ½ either label is right.)
#
# | logit | −0.3 | 0.2 | 0.8 |
# |---|---|---|---|
# | label | 0 | 1 | 1 |


# %%
### BEGIN SOLUTION
def predict_label(logits):
    """The label, 1 where the probability is over one half and else 0; any shape."""
    return np.greater(logits, 0).astype(int)


### END SOLUTION

# %%
check("predict_label")

# %% [markdown]
# ## 10. `quiz_sigmoid`
#
# *10 minutes.* Six questions. For each, one letter: the best answer. No computer needed; a little
# paper may help.
#
# **range.** A network ends in f(z) = ½(1 + sin z), so all its outputs lie between 0 and 1. May an
# output be read as the probability of class 1?
#
# - A: Yes. A number between 0 and 1 is a probability.
# - B: Yes, if the ends 0 and 1 are never quite reached.
# - C: Not for that reason. Something must tie the output to how often class 1 occurs.
# - D: No. Only formulas with the exponential function give probabilities.
#
# **slope.** A sigmoid unit has stored its activation a = 0.9 and forgotten z. What is the slope of
# σ at that z?
#
# - A: 0.09
# - B: 0.206
# - C: 0.9
# - D: It cannot be known without z.
#
# **labels.** A classifier returns the logits −0.3, 0.2, 0.4 and 0.8 for four samples. Which samples
# does it label 1?
#
# - A: only the last
# - B: the last three
# - C: none
# - D: all four
#
# **tanh.** In a network with one hidden layer and an affine output, every σ is replaced by tanh,
# and all weights and biases may be chosen anew. What can it now compute that it could not before?
#
# - A: functions with negative values
# - B: functions with a wider range of values
# - C: functions that are symmetric about 0
# - D: nothing new
#
# **forty.** In float64, σ(40) comes out as exactly 1.0. What is true?
#
# - A: The code has a mistake, since σ is always below 1.
# - B: σ(40) is exactly 1.
# - C: σ(40) is below 1, and no float64 lies nearer to it than 1.0 does.
# - D: In float32 it would have stayed below 1.
#
# **loss.** A model's output is p = σ(z) = 0.001 and the target is 1. How large, apart from the
# sign, is the gradient of the loss with respect to z: for cross-entropy, and for half the squared
# error ½(p − y)²?
#
# - A: close to 1 for both
# - B: close to 1 for cross-entropy, about 0.001 for the squared error
# - C: close to 0 for both
# - D: about 0.001 for cross-entropy, close to 1 for the squared error

# %%
### BEGIN SOLUTION
quiz_sigmoid = {
    "range": "C",
    "slope": "A",
    "labels": "B",
    "tanh": "D",
    "forty": "C",
    "loss": "B",
}
### END SOLUTION

# %%
check("quiz_sigmoid")

# %% [markdown]
# ## Done?
#
# The whole sheet once more, and your record. To hand the sheet in, save this notebook and give the
# file to your teacher; on your own, `course check exercises/02_sigmoid_tanh.ipynb` in a terminal
# marks it from a fresh start.

# %%
check("02_sigmoid_tanh")

# %% tags=["nbval-ignore-output"]
progress()
