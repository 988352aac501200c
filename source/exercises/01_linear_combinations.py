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
# # Sheet 01. Linear combinations
#
# *7 exercises, 10 points each, about 75 minutes. It goes with lesson 01,
# [notebooks/01_linear_combinations.ipynb](../notebooks/01_linear_combinations.ipynb).*
#
# Each exercise has a cell for your answer and a cell that checks it. In the answer cell, replace
# the line `raise NotImplementedError(...)`, run the cell, then run the check. You may check as
# often as you like; only the last version counts.
#
# When you are stuck, these help, each in a cell of its own:
#
# - `hint("affine")` gives a hint, and a further one each time you call it;
# - `solution("affine")` shows a worked answer, and notes in your record that you looked;
# - `progress()` shows what you have done so far.
#
# Arrays come in as NumPy arrays, of whole numbers or of decimal ones. Do not change the arrays that
# you are given.

# %%
import numpy as np

from course_utils.notebook import check, hint, progress, solution

# %% [markdown]
# ## 1. `weighted_sum(x, w, b)`
#
# *5 minutes.* The score of one sample: x and w have shape (features,), b is a number. The result is
# one number, w·x + b.
#
# *Example.* x = [1, 2], w = [3, −1] and b = 0.5 give 1.5.


# %%
### BEGIN SOLUTION
def weighted_sum(x, w, b):
    """The score w·x + b of one sample; x and w of shape (features,), b a number."""
    return np.dot(x, w) + b


### END SOLUTION

# %%
check("weighted_sum")

# %% [markdown]
# ## 2. `affine(X, W, b)`
#
# *5 minutes.* A batch through a layer: X has shape (samples, inputs), W (inputs, units) and b
# (units,). The result is XW + b, of shape (samples, units).
#
# *Example.* X = [[1, 2], [3, 4], [0, 1]], W = [[1, 0, −1], [2, 1, 0]] and b = [10, 20, 30] give
#
# | sample | unit 0 | unit 1 | unit 2 |
# |---|---|---|---|
# | 0 | 15 | 22 | 29 |
# | 1 | 21 | 24 | 27 |
# | 2 | 12 | 21 | 30 |


# %%
### BEGIN SOLUTION
def affine(X, W, b):
    """XW + b; X (samples, inputs), W (inputs, units), b (units,) → (samples, units)."""
    return np.matmul(X, W) + b


### END SOLUTION

# %%
check("affine")

# %% [markdown]
# ## 3. `signed_distance(X, w, b)`
#
# *10 minutes.* How far is each sample from the line (or plane) w·x + b = 0? X has shape
# (samples, features) and w (features,), not all 0; b is a number. The result has shape (samples,),
# and is positive on the side that w points to.
#
# *Example.* With w = [3, 4] and b = −4 the point (4, 3) has the distance 4, the point (1, −1) the
# distance −1.


# %%
### BEGIN SOLUTION
def signed_distance(X, w, b):
    """The signed distance of each sample from w·x + b = 0; positive where w points to."""
    return (X @ w + b) / np.linalg.norm(w)


### END SOLUTION

# %%
check("signed_distance")

# %% [markdown]
# ## 4. `collapse(W1, b1, W2, b2)`
#
# *10 minutes.* Two affine layers with nothing between them: W1 has shape (inputs, hidden), b1
# (hidden,), W2 (hidden, units) and b2 (units,). Return W and b, in this order, such that for every
# X
#
# $$
# XW + b = (XW_1 + b_1)\,W_2 + b_2
# $$
#
# *Example.* W1 = [[1, 2], [0, 1]], b1 = [1, −1], W2 = [[1, 0], [3, 1]] and b2 = [0.5, 4] give
# W = [[7, 2], [3, 1]] and b = [−1.5, 3].


# %%
### BEGIN SOLUTION
def collapse(W1, b1, W2, b2):
    """The one layer (W, b) that equals the layer (W1, b1) followed by the layer (W2, b2)."""
    return W1 @ W2, b1 @ W2 + b2


### END SOLUTION

# %%
check("collapse")

# %% [markdown]
# ## 5. `xor_network()`
#
# *15 minutes.* Weights of a network with two hidden ReLUs that computes XOR. The function takes
# nothing and returns four things: W1 of shape (2, 2), b1 (2,), w2 (2,) and a number b2. At the four
# corners, the output
#
# $$
# \operatorname{relu}(XW_1 + b_1)\,w_2 + b_2
# $$
#
# should be 0.75 or more at [0, 1] and [1, 0], and 0.25 or less at [0, 0] and [1, 1]. Any weights
# that do so are right; there are many, also some that look quite different from those of the
# lesson.


# %%
### BEGIN SOLUTION
def xor_network():
    """Weights (W1, b1, w2, b2) with which relu(XW1 + b1)·w2 + b2 is XOR."""
    both = np.array([[1.0, -1.0], [-1.0, 1.0]])  # the hidden units see a - b and b - a
    return both, np.zeros(2), np.ones(2), 0.0


### END SOLUTION

# %%
check("xor_network")

# %% [markdown]
# ## 6. `hinge_fit(knots, values)`
#
# *20 minutes.* The polygon through given points, as a sum of hinges. The knots, of shape (n,), are
# increasing, though not always evenly spaced; values has shape (n,) too, and n is 2 or more. Return
# y0, a number, and c, of shape (n − 1,), such that between the first knot and the last
#
# $$
# y_0 + \sum_{k=0}^{n-2} c_k \operatorname{relu}(t - t_k)
# $$
#
# goes through all the points, and straight from each to the next.
#
# *Example.* Knots [0, 1, 3] and values [1, 3, 2] give y0 = 1 and c = [2, −2.5].


# %%
### BEGIN SOLUTION
def hinge_fit(knots, values):
    """The start y0 and the hinge weights c (n - 1,) of the polygon through (knots, values)."""
    slopes = np.diff(values) / np.diff(knots)
    return values[0], np.diff(slopes, prepend=0.0)


### END SOLUTION

# %%
check("hinge_fit")

# %% [markdown]
# ## 7. `xor_argument`
#
# *10 minutes.* Here are the five lines of the proof that one unit cannot compute XOR, shuffled. The
# unit says 1 where $w_1 a + w_2 b + c$ is above 0. Put the lines in order, each following from what
# stands before it: a list of the five numbers, such as `[1, 2, 3, 4, 5]`.
#
# 1. Then, at the four corners: c ≤ 0, w₂ + c > 0, w₁ + c > 0 and w₁ + w₂ + c ≤ 0.
# 2. So one and the same number is above 0 and not above 0, which is impossible.
# 3. Suppose that there are weights w₁, w₂ and a bias c with which the unit is right at all corners.
# 4. Hence there are no such weights: one unit cannot compute XOR.
# 5. Adding the second and third of these, and the first and last, gives w₁ + w₂ + 2c > 0 and
#    w₁ + w₂ + 2c ≤ 0.

# %%
### BEGIN SOLUTION
xor_argument = [3, 1, 5, 2, 4]
### END SOLUTION

# %%
check("xor_argument")

# %% [markdown]
# ## Done?
#
# The whole sheet once more, and your record. To hand the sheet in, save this notebook and give the
# file to your teacher; on your own, `course check exercises/01_linear_combinations.ipynb` in a
# terminal marks it from a fresh start.

# %%
check("01_linear_combinations")

# %% tags=["nbval-ignore-output"]
progress()
