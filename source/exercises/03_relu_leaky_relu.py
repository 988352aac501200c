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
# # Sheet 03. ReLU and Leaky ReLU
#
# *8 exercises, 10 points each, about 60 minutes. It goes with lesson 03,
# [notebooks/03_relu_leaky_relu.ipynb](../notebooks/03_relu_leaky_relu.ipynb).*
#
# Each exercise has a cell for your answer and a cell that checks it. In the answer cell, replace
# the line `raise NotImplementedError(...)`, run the cell, then run the check. You may check as
# often as you like; only the last version counts.
#
# When you are stuck, these help, each in a cell of its own:
#
# - `hint("relu")` gives a hint, and a further one each time you call it;
# - `solution("relu")` shows a worked answer, and notes in your record that you looked;
# - `progress()` shows what you have done so far.
#
# **Any shape** means that a plain number or an array of any shape comes in, and the same shape comes
# out. Do not change the arrays that you are given. An answer that is right for ordinary numbers, and
# overflows or is wrong for large ones, earns half the points.

# %%
import numpy as np

from course_utils.notebook import check, hint, progress, solution

# %% [markdown]
# ## 1. `relu(z)`
#
# *5 minutes.* The larger one of z and 0, entry by entry, for z of any shape. It should be right for
# infinite numbers, too: relu(−∞) = 0 and relu(∞) = ∞.
#
# | z | −2 | −0.5 | 0 | 0.5 | 2 |
# |---|---|---|---|---|---|
# | relu | 0 | 0 | 0 | 0.5 | 2 |


# %%
### BEGIN SOLUTION
def relu(z):
    """The rectified linear unit, max(0, z), entry by entry; any shape."""
    return np.maximum(z, 0)


### END SOLUTION

# %%
check("relu")

# %% [markdown]
# ## 2. `relu_backward(upstream, z)`
#
# *5 minutes.* On the way back through the network, a ReLU receives `upstream`, the gradient of the
# loss with respect to its activations, and has kept its pre-activations `z`, of the same shape.
# Return the gradient of the loss with respect to z. At z = 0 every subgradient will do.
#
# | upstream | 1 | −2 | 3 | 4 |
# |---|---|---|---|---|
# | z | −2 | −0.5 | 0.5 | 2 |
# | result | 0 | 0 | 3 | 4 |


# %%
### BEGIN SOLUTION
def relu_backward(upstream, z):
    """The gradient of the loss with respect to z, given that with respect to relu(z)."""
    is_on = np.asarray(z) > 0
    return np.asarray(upstream) * is_on


### END SOLUTION

# %%
check("relu_backward")

# %% [markdown]
# ## 3. `leaky_relu(z, negative_slope=0.01)`
#
# *10 minutes.* z where z is positive, and negative_slope·z elsewhere; z of any shape. The slope may
# be any finite number: also 0, over 1, or negative.
#
# | z | −2 | −0.5 | 0 | 0.5 | 2 |
# |---|---|---|---|---|---|
# | slope 0.1 | −0.2 | −0.05 | 0 | 0.5 | 2 |
# | slope 2 | −4 | −1 | 0 | 0.5 | 2 |


# %%
### BEGIN SOLUTION
def leaky_relu(z, negative_slope=0.01):
    """Leaky ReLU with any finite slope left of 0; any shape."""
    pre_activation = np.asarray(z, dtype=float)
    return np.where(pre_activation > 0, pre_activation, negative_slope * pre_activation)


### END SOLUTION

# %%
check("leaky_relu")

# %% [markdown]
# ## 4. `leaky_relu_derivative(z, negative_slope=0.01)`
#
# *5 minutes.* The derivative of Leaky ReLU at z, of any shape. At z = 0 every number between the
# slopes of the two sides will do.
#
# | z | −2 | −0.5 | 0.5 | 2 |
# |---|---|---|---|---|
# | slope 0.1 | 0.1 | 0.1 | 1 | 1 |


# %%
### BEGIN SOLUTION
def leaky_relu_derivative(z, negative_slope=0.01):
    """The slope of Leaky ReLU at the pre-activation z; any shape."""
    return np.where(np.asarray(z) > 0, 1.0, negative_slope)


### END SOLUTION

# %%
check("leaky_relu_derivative")

# %% [markdown]
# ## 5. `dead_units(Z)`
#
# *10 minutes.* Z holds the pre-activations of a layer for all training samples: rows are samples,
# columns are units. For each unit say whether it is dead, that is, positive for no sample. Return
# an array of True and False, one entry per unit.
#
# | unit | 0 | 1 | 2 | 3 |
# |---|---|---|---|---|
# | sample 0 | −1 | 2 | −3 | 0 |
# | sample 1 | −2 | −1 | −0.5 | −4 |
# | sample 2 | 1 | −2 | −1 | 0 |
# | dead | False | False | True | True |


# %%
### BEGIN SOLUTION
def dead_units(Z):
    """Which units (columns) are off for every sample (row); shape (units,), bool."""
    is_off = np.asarray(Z) <= 0
    return is_off.all(axis=0)


### END SOLUTION

# %%
check("dead_units")

# %% [markdown]
# ## 6. `sparsity(Z)`
#
# *5 minutes.* Z are pre-activations of any shape. What fraction of the activations is exactly 0
# after ReLU? Return one number from 0 to 1.
#
# For example, `sparsity(np.array([-2, 0, 1, 3]))` is 0.5.


# %%
### BEGIN SOLUTION
def sparsity(Z):
    """The fraction of activations that ReLU sets to exactly 0; a number."""
    return np.mean(np.asarray(Z) <= 0)


### END SOLUTION

# %%
check("sparsity")

# %% [markdown]
# ## 7. `he_std(fan_in, negative_slope=0.0)`
#
# *10 minutes.* The standard deviation with which to draw the weights of a layer of (leaky) ReLU
# units with `fan_in` inputs, so that the layer passes on the mean square that it gets.
#
# For example, `he_std(200)` is 0.1, and `he_std(50, 0.1)` is about 0.1990.


# %%
### BEGIN SOLUTION
def he_std(fan_in, negative_slope=0.0):
    """He's standard deviation for weights of (leaky) ReLU units with fan_in inputs."""
    passed_on = (1 + negative_slope**2) / 2
    return np.sqrt(1 / (passed_on * fan_in))


### END SOLUTION

# %%
check("he_std")

# %% [markdown]
# ## 8. `quiz_relu`
#
# *10 minutes.* Six questions. For each, one letter: the best answer.
#
# **off.** Over the whole training set of 1000 samples, a ReLU unit has z ≤ 0 for 999 and z = 0.2
# for one. What is true?
#
# - A: It is dead, since it is off for nearly all of them.
# - B: It is off for 999 samples, and still learns from one.
# - C: The gradient of its weights is 0.
# - D: It is dead, since in most batches of 64 it is always off.
#
# **kink.** A library returns 0 for the derivative of ReLU at z = 0. What is true?
#
# - A: That is a mistake: the derivative there is ½.
# - B: That is a mistake: the derivative there is 1.
# - C: That is a convention: every number from 0 to 1 is a subgradient there.
# - D: That is right: the derivative there is 0.
#
# **form.** Which of these is Leaky ReLU with a slope of 2 on the negative side, for every z?
#
# - A: max(2z, z)
# - B: relu(z) + 2z
# - C: relu(z) + 2·relu(−z)
# - D: relu(z) − 2·relu(−z)
#
# **alpha.** All hidden units of a network are Leaky ReLUs with α = 1. What can it compute?
#
# - A: affine functions only
# - B: everything that a ReLU network can, and it trains better, since no gradient is lost
# - C: everything that a ReLU network can, and no more
# - D: sums of absolute values
#
# **leaky.** The digits, not centred, at a learning rate of 2. With α = 0.01 over 40 of 64 units are
# negative for every image at the end, and still the network labels over 90 % rightly. With ReLU it
# is at chance. Why?
#
# - A: The units that are always negative pass no gradient; the others are enough.
# - B: Leaky ReLU does not stop units from going negative, but a gradient still gets through.
# - C: Leaky ReLU keeps units from being negative for every image.
# - D: Leaky ReLU makes the learning rate smaller.
#
# **spread.** z is symmetric about 0 and has the variance 4. What is the mean square of relu(z)?
#
# - A: 4
# - B: 1
# - C: 2
# - D: 0

# %%
### BEGIN SOLUTION
quiz_relu = {
    "off": "B",
    "kink": "C",
    "form": "D",
    "alpha": "A",
    "leaky": "B",
    "spread": "C",
}
### END SOLUTION

# %%
check("quiz_relu")

# %% [markdown]
# ## Done?
#
# The whole sheet once more, and your record. To hand the sheet in, save this notebook and give the
# file to your teacher; on your own, `course check exercises/03_relu_leaky_relu.ipynb` in a terminal
# marks it from a fresh start.

# %%
check("03_relu_leaky_relu")

# %% tags=["nbval-ignore-output"]
progress()
