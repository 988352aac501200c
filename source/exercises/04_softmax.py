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
# # Sheet 04. Softmax
#
# *9 exercises, 10 points each, about 100 minutes. It goes with lesson 04,
# [notebooks/04_softmax.ipynb](../notebooks/04_softmax.ipynb).*
#
# Each exercise has a cell for your answer and a cell that checks it. In the answer cell, replace
# the line `raise NotImplementedError(...)`, run the cell, then run the check. You may check as
# often as you like; only the last version counts.
#
# When you are stuck, these help, each in a cell of its own:
#
# - `hint("softmax")` gives a hint, and a further one each time you call it;
# - `solution("softmax")` shows a worked answer, and notes in your record that you looked;
# - `progress()` shows what you have done so far.
#
# **Logits** are the numbers that go into softmax, one per class; **probabilities** come out. A
# **stable** answer is right for logits up to 10³⁰⁰, in rows of any spread, and without overflow. An
# answer that is right for ordinary numbers and not for extreme ones earns half the points. Do not
# change the arrays that you are given.

# %%
import numpy as np

from course_utils.notebook import check, hint, progress, solution

# %% [markdown]
# ## 1. `softmax(logits, axis=-1, temperature=1.0)`
#
# *20 minutes.* The classes of one sample lie along `axis`; the array has one dimension or more.
# With T the temperature,
#
# $$
# p_i = \frac{e^{z_i/T}}{\sum_{j=1}^{K} e^{z_j/T}}
# $$
#
# **Stable.** The same shape comes out, and the probabilities sum to 1 along the axis.
#
# | logits | probabilities |
# |---|---|
# | [0, 1, 2] | [0.0900, 0.2447, 0.6652] |
# | [1000, 1001] | [0.2689, 0.7311] |
# | [0, 1, 2] at T = 2 | [0.1863, 0.3072, 0.5065] |


# %%
### BEGIN SOLUTION
def softmax(logits, axis=-1, temperature=1.0):
    """Probabilities along an axis, at a temperature; the same shape as the logits, stable."""
    below_largest = (logits - np.max(logits, axis=axis, keepdims=True)) / temperature
    weights = np.exp(below_largest)
    return weights / np.sum(weights, axis=axis, keepdims=True)


### END SOLUTION

# %%
check("softmax")

# %% [markdown]
# ## 2. `logsumexp(logits, axis=-1)`
#
# *10 minutes.* The smooth maximum along an axis, which is gone afterwards:
#
# $$
# \operatorname{LSE}(z) = \log \sum_{j=1}^{K} e^{z_j}
# $$
#
# **Stable.** For [0, 0] it is log 2 = 0.6931, for [1000, 1000] it is 1000.6931.


# %%
### BEGIN SOLUTION
def logsumexp(logits, axis=-1):
    """The logarithm of the sum of exponentials along an axis, which is removed; stable."""
    largest = np.max(logits, axis=axis, keepdims=True)
    rest = np.log(np.sum(np.exp(logits - largest), axis=axis))
    return np.squeeze(largest, axis=axis) + rest


### END SOLUTION

# %%
check("logsumexp")

# %% [markdown]
# ## 3. `log_softmax(logits, axis=-1)`
#
# *10 minutes.* The logarithms of the probabilities, of the same shape. **Stable**: finite also where
# the probability itself is too small for a float. For [0, −800] they are 0 and −800.


# %%
### BEGIN SOLUTION
def log_softmax(logits, axis=-1):
    """The logarithm of softmax along an axis; the same shape as the logits, stable."""
    below_largest = logits - np.max(logits, axis=axis, keepdims=True)
    return below_largest - np.log(np.sum(np.exp(below_largest), axis=axis, keepdims=True))


### END SOLUTION

# %%
check("log_softmax")

# %% [markdown]
# ## 4. `softmax_jacobian(logits)`
#
# *10 minutes.* For one row of logits, of shape (classes,), the matrix of the derivatives
#
# $$
# \frac{\partial p_i}{\partial z_j} = p_i(\delta_{ij} - p_j)
# $$
#
# of shape (classes, classes), where δ is 1 for i = j and 0 otherwise. For [0, 0] it is
# [[0.25, −0.25], [−0.25, 0.25]].


# %%
### BEGIN SOLUTION
def softmax_jacobian(logits):
    """The derivatives of the probabilities by the logits of one row: (classes, classes)."""
    p = softmax(logits)
    return np.diag(p) - np.outer(p, p)


### END SOLUTION

# %%
check("softmax_jacobian")

# %% [markdown]
# ## 5. `softmax_vjp(probabilities, upstream)`
#
# *15 minutes.* Backwards through softmax: for every sample the upstream gradient g times the
# Jacobian. Both arrays have the shape (samples, classes), and so has the result. The check also
# tries 10,000 classes, where the matrix itself would have a hundred million entries: multiply out
# first. For p = [0.2, 0.3, 0.5] and g = [1, 0, 2] the result is [−0.04, −0.36, 0.40].


# %%
### BEGIN SOLUTION
def softmax_vjp(probabilities, upstream):
    """The upstream gradient times the Jacobian of softmax, sample by sample."""
    average = np.sum(probabilities * upstream, axis=1, keepdims=True)
    return probabilities * (upstream - average)


### END SOLUTION

# %%
check("softmax_vjp")

# %% [markdown]
# ## 6. `cross_entropy(logits, labels)`
#
# *15 minutes.* The mean over the samples of −log p, with p the probability of each sample's own
# class; natural logarithm. The logits have the shape (samples, classes), the labels are whole
# numbers of shape (samples,). **Stable.** For logits [[0, 1, 2], [3, 1, 1]] and labels [2, 0] it
# is 0.3236.


# %%
### BEGIN SOLUTION
def cross_entropy(logits, labels):
    """The mean cross-entropy in nats, from logits (samples, classes) and labels (samples,)."""
    own_class = log_softmax(logits)[np.arange(len(labels)), labels]
    return -np.mean(own_class)


### END SOLUTION

# %%
check("cross_entropy")

# %% [markdown]
# ## 7. `cross_entropy_gradient(logits, labels)`
#
# *10 minutes.* The gradient of that mean with respect to the logits, of their shape. **Stable.**
# For one sample with logits [0, 0] and label 1 it is [[0.5, −0.5]].


# %%
### BEGIN SOLUTION
def cross_entropy_gradient(logits, labels):
    """The gradient of the mean cross-entropy with respect to the logits."""
    samples = len(labels)
    gradient = softmax(logits)
    gradient[np.arange(samples), labels] -= 1
    return gradient / samples


### END SOLUTION

# %%
check("cross_entropy_gradient")

# %% [markdown]
# ## 8. `smooth_labels(labels, classes, epsilon)`
#
# *5 minutes.* Labels with a little doubt: (1 − ε) times one-hot, plus ε/classes everywhere; labels
# of shape (samples,) become (samples, classes). For label 1 of 2 classes and ε = 0.2 the row is
# [0.1, 0.9].


# %%
### BEGIN SOLUTION
def smooth_labels(labels, classes, epsilon):
    """Smoothed targets (samples, classes) from whole-number labels; 0 <= epsilon < 1."""
    one_hot = np.eye(classes)[labels]
    return (1 - epsilon) * one_hot + epsilon / classes


### END SOLUTION

# %%
check("smooth_labels")

# %% [markdown]
# ## 9. `output_heads`
#
# *5 minutes.* Which function belongs on the output of a network? It must be able to give every
# possible value, and no impossible one. Choose for each task one of `"sigmoid"` (a single unit),
# `"softmax"`, `"sigmoids"` (one for each of several units), `"identity"` and `"softplus"`.
#
# - **tumour**: malignant or benign; the network has one output unit
# - **digit**: which of the ten digits an image shows
# - **film**: which of twenty genres a film has, often several
# - **temperature**: tomorrow's temperature in °C, in a town with winters
# - **waiting**: the mean waiting time at a counter in minutes, always over 0
# - **word**: the next word of a sentence, out of 50,000
# - **xray**: which of fourteen findings an X-ray shows: none, one or several
# - **balance**: a shop's profit or loss next month, in euros
# - **spread**: the standard deviation that goes with a forecast

# %%
### BEGIN SOLUTION
output_heads = {
    "tumour": "sigmoid",
    "digit": "softmax",
    "film": "sigmoids",
    "temperature": "identity",
    "waiting": "softplus",
    "word": "softmax",
    "xray": "sigmoids",
    "balance": "identity",
    "spread": "softplus",
}
### END SOLUTION

# %%
check("output_heads")

# %% [markdown]
# ## Done?
#
# The whole sheet once more, and your record. To hand the sheet in, save this notebook and give the
# file to your teacher; on your own, `course check exercises/04_softmax.ipynb` in a terminal marks
# it from a fresh start.

# %%
check("04_softmax")

# %% tags=["nbval-ignore-output"]
progress()
