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
# # Sheet 05. Gradient flow and initialisation
#
# *5 exercises, 10 points each, about 75 minutes. It goes with lesson 05,
# [notebooks/05_gradient_flow.ipynb](../notebooks/05_gradient_flow.ipynb).*
#
# Each exercise has a cell for your answer and a cell that checks it. In the answer cell, replace
# the line `raise NotImplementedError(...)`, run the cell, then run the check. You may check as
# often as you like; only the last version counts.
#
# When you are stuck, these help, each in a cell of its own:
#
# - `hint("backward")` gives a hint, and a further one each time you call it;
# - `solution("backward")` shows a worked answer, and notes in your record that you looked;
# - `progress()` shows what you have done so far.
#
# Rows are samples everywhere. Do not change the arrays that you are given. An answer that is right
# for ordinary numbers, and overflows or is wrong for large ones, earns half the points.

# %%
import numpy as np

from course_utils.experiments.deep_sigmoid import accuracy_with_gain
from course_utils.notebook import check, hint, progress, solution

# %% [markdown]
# ## 1. `xavier_std(fan_in, fan_out)`
#
# *5 minutes.* The standard deviation of Xavier's initialisation for a layer with fan_in inputs and
# fan_out units. The result is a number.
#
# | fan_in | fan_out | result |
# |---|---|---|
# | 100 | 100 | 0.1 |
# | 3 | 5 | 0.5 |


# %%
### BEGIN SOLUTION
def xavier_std(fan_in, fan_out):
    """Standard deviation of Xavier's initial weights, from the numbers of inputs and units."""
    mean_size = (fan_in + fan_out) / 2
    return 1 / np.sqrt(mean_size)


### END SOLUTION

# %%
check("xavier_std")

# %% [markdown]
# ## 2. `forward(X, W1, b1, W2, b2)`
#
# *10 minutes.* A network with one hidden layer of ReLUs, for a batch:
#
# $$
# \operatorname{relu}(XW_1+b_1)\,W_2 + b_2
# $$
#
# X has the shape (samples, inputs), W1 (inputs, units), b1 (units,), W2 (units, classes) and b2
# (classes,). The result are the logits, (samples, classes).
#
# *Example.* For X = [[1, −1]], W1 = [[1, 0], [0, 1]], b1 = [0, 0.5], W2 = [[1, 2], [3, 4]] and b2 =
# [0, 1] the hidden activations are [1, 0] and the logits [[1, 3]].


# %%
### BEGIN SOLUTION
def forward(X, W1, b1, W2, b2):
    """Logits (samples, classes) of a network with one hidden layer of ReLUs."""
    hidden = np.maximum(X @ W1 + b1, 0)
    return hidden @ W2 + b2


### END SOLUTION

# %%
check("forward")

# %% [markdown]
# ## 3. `backward(X, labels, W1, b1, W2, b2)`
#
# *25 minutes.* The gradients of the **mean** softmax cross-entropy of the network above. labels is
# an integer array of shape (samples,) with the right class of each sample. Return four arrays, dW1,
# db1, dW2 and db2, in this order, each of the shape of its parameter.
#
# One way: compute forwards once more and keep the pre-activations of the hidden layer; start with
# the gradient with respect to the logits (lesson 04); then go back layer by layer (lesson 05,
# section 4). Where a pre-activation is exactly 0, any slope from 0 to 1 is right.
#
# *Example.* For the network of exercise 2 and the label 1 the probabilities are [[0.1192, 0.8808]],
# and db2 = [0.1192, −0.1192], dW2 = [[0.1192, −0.1192], [0, 0]], db1 = [−0.1192, 0], dW1 =
# [[−0.1192, 0], [0.1192, 0]].


# %%
### BEGIN SOLUTION
def backward(X, labels, W1, b1, W2, b2):
    """Gradients (dW1, db1, dW2, db2) of the mean softmax cross-entropy of forward."""
    z = X @ W1 + b1
    hidden = np.maximum(z, 0)
    logits = hidden @ W2 + b2

    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    error = powers / powers.sum(axis=1, keepdims=True)  # the probabilities p ...
    error[np.arange(len(labels)), labels] -= 1  # ... minus y
    error /= len(labels)

    below = (error @ W2.T) * (z > 0)
    return X.T @ below, below.sum(axis=0), hidden.T @ error, error.sum(axis=0)


### END SOLUTION

# %%
check("backward")

# %% [markdown]
# ## 4. `delta_norms(Ws, Zs, delta, activation)`
#
# *20 minutes.* How large is δ in each layer of a deep network?
#
# - Ws is a list of L weight matrices, each (units, units);
# - Zs is a list of the L pre-activations, each (samples, units). Layer l takes H, computes Zs[l] =
#   H Ws[l] and passes on f(Zs[l]);
# - delta is the gradient of the loss with respect to the *output* f(Zs[L − 1]) of the last layer,
#   (samples, units);
# - activation, the name of f, is `"sigmoid"`, `"tanh"` or `"relu"`.
#
# Return the L norms of the gradients with respect to Zs[0], Zs[1], …, the **first layer first**.
# The norm is the Frobenius norm, the root of the sum of all squares: `np.linalg.norm`.
#
# *Example.* One sample, two layers with one unit each: Ws = [[[2]], [[3]]], Zs = [[[1]], [[2]]],
# delta = [[5]]. For `"relu"` all slopes are 1: the result is [15, 5]. For `"tanh"` it is [0.4451,
# 0.3533].


# %%
### BEGIN SOLUTION
def delta_norms(Ws, Zs, delta, activation):
    """Frobenius norms of the loss's gradient with respect to each Z, first layer first."""
    norms = []
    for W, Z in zip(reversed(Ws), reversed(Zs), strict=True):
        if activation == "relu":
            slope = Z > 0
        elif activation == "tanh":
            slope = 1 - np.tanh(Z) ** 2
        else:
            slope = (1 - np.tanh(Z / 2) ** 2) / 4  # the sigmoid is a tanh on another ruler
        at_z = delta * slope
        norms.insert(0, np.linalg.norm(at_z))
        delta = at_z @ W.T
    return np.array(norms)


### END SOLUTION

# %%
check("delta_norms")

# %% [markdown]
# ## 5. `repaired_gain`
#
# *15 minutes.* The network of lesson 05, section 6: eight layers of weights, sigmoids in all hidden
# layers, 20 epochs on the digits. Its hidden weights start with the standard deviation `gain *
# xavier_std`. With gain 1 it stays at chance. Choose a gain with which it reaches at least 95 % on
# the test images, at any of its epochs and in the mean of three runs. Any such number is right.
#
# `accuracy_with_gain(gain)` trains it and returns this accuracy; it takes a second or two. Before
# you try: which gain would you expect, and why should a much larger one not be better?

# %%
### BEGIN SOLUTION
repaired_gain = 4  # makes up for the slope of a quarter
### END SOLUTION

# %%
check("repaired_gain")

# %% [markdown]
# ## Done?
#
# The whole sheet once more, and your record. To hand the sheet in, save this notebook and give the
# file to your teacher; on your own, `course check exercises/05_gradient_flow.ipynb` in a terminal
# marks it from a fresh start.

# %%
check("05_gradient_flow")

# %% tags=["nbval-ignore-output"]
progress()
