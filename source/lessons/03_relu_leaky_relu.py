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
# # Lesson 03. ReLU and Leaky ReLU
#
# The sigmoid and tanh are flat on both sides, and a flat function passes no gradient. The
# functions of this lesson are made of two straight lines. They are the plainest nonlinear functions
# there are, and still there is something to understand about them: what happens at the corner, how
# a unit can die, and what a small slope on the left does about it.
#
# **By the end you can**
#
# - define ReLU and Leaky ReLU, and say what stands in for the derivative at the corner;
# - tell a unit that is off from a unit that is dead, and say why dead units stay dead;
# - explain why inputs that are not centred kill units;
# - choose the slope of Leaky ReLU with evidence;
# - measure how much of a layer is silent, and how much spread it passes on;
# - recognise the relatives: PReLU, ELU, GELU, SiLU and softplus.
#
# **You need** [lesson 01](01_linear_combinations.ipynb) (affine layers, collapse),
# [lesson 02](02_sigmoid_tanh.ipynb) (slopes, the chain rule through a unit, gradients of a loss),
# and NumPy arrays.

# %% [markdown]
# | section | alone | in class |
# |---|---|---|
# | Warm-up | 5 min | 3 min |
# | 1. Two lines and a corner | 20 min | 12 min |
# | 2. What is silent, and what is passed on | 20 min | 12 min |
# | 3. Off, and dead | 25 min | 15 min |
# | 4. Why inputs that are not centred kill | 25 min | 15 min |
# | 5. Leaky ReLU, in four forms | 25 min | 14 min |
# | 6. Which slope, and what it can cure | 25 min | 16 min |
# | 7. Half of the spread | 15 min | 10 min |
# | 8. The relatives | 25 min | 14 min |
# | 9. What it costs | 10 min | 6 min |
# | What was learned | 10 min | 3 min |
# | **together** | **3 h 25 min** | **2 h** |
#
# Sections 1 to 3, 4 to 6 and 7 to 9 make three good evenings.

# %%
import matplotlib.pyplot as plt
import numpy as np

from course_utils import activations, figures, widgets
from course_utils.activations import leaky_relu, relu
from course_utils.data import split_digits
from course_utils.experiments import costs, dead_units, slopes
from course_utils.experiments.training import train
from course_utils.notebook import ask, check, glossary, hint, predict, progress, reveal, solution

# %% [markdown]
# ## Warm-up: two questions on earlier lessons
#
# Answer from memory first.

# %%
ask("01.stacked")

# %%
ask("02.slope_chain")

# %% [markdown]
# ## 1. Two lines and a corner
#
# *20 minutes*
#
# The **rectified linear unit**, ReLU for short (Nair and Hinton, 2010), passes a positive
# pre-activation on unchanged and replaces a negative one by 0:
#
# $$
# \operatorname{relu}(z) = \max(0, z)
# $$
#
# Left of 0 its slope is 0, right of 0 its slope is 1. And at 0?

# %%
predict("03.kink")

# %% [markdown]
# The figure shows ReLU and some straight lines that go through its corner. Look for lines that rise
# above the curve somewhere. Are there any?

# %%
fig, ax = plt.subplots(figsize=(5.5, 3.4), layout="constrained")
figures.draw_subgradients(ax, (0, 0.25, 0.5, 0.75, 1))
figures.show(
    fig,
    alt="ReLU, level left of 0 and rising with slope 1 right of it. Five straight lines through "
    "the corner with slopes 0, 0.25, 0.5, 0.75 and 1. None of them is above ReLU anywhere.",
)

# %% [markdown]
# **Figure 3.1.** ReLU and lines through its corner. Notice that all of them touch the curve from
# below (the slope of such a line is called a **subgradient**); a line with a slope of 1.2 would
# rise above it on the right, one with −0.2 on the left.

# %%
reveal("03.kink")

# %% [markdown]
# ### The derivation
#
# For a function without corners, the tangent at a point is the line that touches it there. At a
# corner there may be many such lines. A number g is a **subgradient** of f at 0 if the line through
# the corner with slope g is nowhere above f. The set of all of them is the **subdifferential**. For
# ReLU the condition is, for every z,
#
# $$
# \max(0, z) \ge g\,z
# $$
#
# 1. For z > 0 it says z ≥ g·z. Divide by z, which is positive: 1 ≥ g.
# 2. For z < 0 it says 0 ≥ g·z. Divide by z, which is negative, so the sign turns: 0 ≤ g.
# 3. For z = 0 it says 0 ≥ 0, which is true for every g.
#
# So g is a subgradient at the corner exactly if 0 ≤ g ≤ 1. Away from the corner there is one
# tangent, and its slope is the derivative.
#
# Programs have to return some number at 0. Nearly all of them return 0, and so does this course.
# It is a convention, not a fact, and it seldom matters: with weights drawn at random, z is exactly
# 0 hardly ever. A check by central differences sees ½ there; for such checks, stay away from the
# corner.

# %% [markdown]
# ### Checkpoint
#
# The same reasoning works for other functions with a corner at 0. Which are the smallest and the
# largest subgradient of |z|, and of the function that is z right of 0 and 0.1·z left of it?

# %%
subgradients = {
    "|z|, smallest": ...,
    "|z|, largest": ...,
    "Leaky 0.1, smallest": ...,
    "Leaky 0.1, largest": ...,
}
check("subgradients")

# %% [markdown]
# **In one line:** somebody says "ReLU cannot be trained with gradients, since it has no derivative
# at 0". What do you answer?

# %% [markdown] tags=["your-words"]
# *Double-click here and write your line.*

# %% [markdown]
# ## 2. What is silent, and what is passed on
#
# *20 minutes*
#
# "An activation function decides whether a neuron fires, and passes the signal to the next neuron."
# So it is often put. How much truth is in it? Let us count. Besides ReLU, σ and tanh we take two of
# ReLU's relatives: **Leaky ReLU**, a small multiple of z left of 0 (section 5), and **GELU**, a
# rounded ReLU (section 8).

# %%
predict("03.silence")

# %% [markdown]
# Ten thousand pre-activations, drawn from a standard normal distribution, go through one function
# after the other. How many activations are exactly 0?

# %% tags=["claim:neuron-fires"]
z = np.random.default_rng(0).normal(size=10_000)
for name in ("relu", "leaky_relu", "gelu_tanh", "sigmoid", "tanh"):
    a = activations.ACTIVATIONS[name].function(z)
    at_minus_one = activations.ACTIVATIONS[name].function(-1.0)
    print(f"{name:10s}   exact zeros {np.mean(a == 0):4.0%}   at z = -1 it is {at_minus_one:6.3f}")

# %%
reveal("03.silence")

# %% [markdown]
# Only ReLU silences anything. A function that *decides* would be a step, with the values 0 and 1,
# and none of these is one: what they pass on is a number. And it is not passed to "the next
# neuron" but to every unit of the next layer, each of which multiplies it by a weight of its own.
#
# The share of exact zeros is called **sparsity**. In a layer that has just been set up it is about
# one half, by symmetry. What does training make of it? An **epoch** is one pass over all training
# samples. Here 64 ReLU units learn the digits of lesson 01: 1797 images of 8 by 8 pixels, of which
# 360 are held out for measuring.

# %%
digits = split_digits(centring="mean")


def sparsity(network):
    return np.mean(network.pre_activations(digits.training.X)[0] <= 0)


run = train(*digits.training, (64,), held_out=digits.held_out, record={"sparsity": sparsity})
for epoch in (0, 1, 5, 20):
    silent, right = run.recorded["sparsity"][epoch], run.held_out_accuracies[epoch]
    print(f"epoch {epoch:2d}   silent {silent:.0%}   accuracy {right:.0%}")

# %% [markdown]
# Sparsity starts at one half and falls slowly; in the end well over a third of the activations are
# 0, and the next layer multiplies them by its weights in vain. (Other data, other networks and
# other rates give other shares. That some activations are 0 is sure, how many is not.)

# %%
ask("03.count_zeros")

# %% [markdown]
# ### Does ReLU keep the gradient?
#
# "In the positive region the derivative is 1, so the gradient is kept." The first half is true. Ten
# units in a row, each with the same weight w and no bias, give $\operatorname{relu}(w\,
# \operatorname{relu}(w \cdots))$. The cell measures the slope of the whole chain, once at an input
# that switches all units on, and once at one that switches them **off**, so that no pre-activation
# is positive.


# %% tags=["claim:relu-keeps-gradient"]
def chain(x, w):
    for _ in range(10):
        x = relu(w * x)
    return x


for w in (0.5, 1.0, 2.0):
    on, off = ((chain(x + 1e-5, w) - chain(x - 1e-5, w)) / 2e-5 for x in (1.0, -1.0))
    print(f"weights {w}   slope, all on {on:11.6f}   slope, off {off:.0f}")

# %% [markdown]
# ReLU contributes a factor of 1 where it is on and 0 where it is off. The weights contribute
# theirs all the same: w¹⁰ is about a thousandth for w = 0.5 and about a thousand for w = 2. So
# what is right is this: *ReLU itself does not shrink the gradient where it is on*. Whether the
# gradient is kept depends on the weights and on how many units are on.
# [Lesson 05](05_gradient_flow.ipynb) goes into it.

# %%
ask("03.mask")

# %% [markdown]
# **In one line:** a layer of 64 ReLU units has a sparsity of 50 %. Does that mean that 32 of its
# units are useless?

# %% [markdown] tags=["your-words"]
# *Double-click here and write your line.*

# %% [markdown]
# ## 3. Off, and dead
#
# *25 minutes*
#
# Two words that are often mixed up:
#
# - A unit is **off for a sample** if its pre-activation for this sample is not positive.
# - A unit is **dead** if it is off for *every* sample of the training set.
#
# To be off is ordinary, as we have just seen. Let us look at one unit, alone with forty samples. It
# should give 1 for the green squares and 0 for the brown dots; its loss is half the mean squared
# error. Move the bias down slowly and watch the last line of the table. Then turn w around, and
# at last choose another activation.
#
# But first, a prediction.

# %%
predict("03.dead_again")

# %%
widgets.one_unit()

# %% [markdown]
# **Figure 3.2.** One unit over forty samples. Left, the side on which it is on; right, the samples
# on its curve. Notice what becomes of the gradient as the bias falls: it is small around −0.25,
# where the loss is smallest, and grows with the loss at first. Then it dwindles, although the loss
# still grows, because hardly any sample is left on the green side. With none it is exactly 0.
#
# The same with a whole layer. Four units, three samples, one of the units dead:

# %% tags=["claim:dead-when-negative"]
Z = np.array([[-1.0, 2.0, 0.0, -3.0], [2.0, 1.0, -1.0, -0.5], [0.5, -1.0, -2.0, 4.0]])
delta = np.ones_like(Z) * (Z > 0)
print("off for how many samples", np.sum(Z <= 0, axis=0))
print("gradient arrives from   ", np.sum(delta, axis=0))

# %% [markdown]
# "A neuron is dead when its input is not positive" mixes up the two words. The first unit gets one
# input that is not positive, and it learns from the other two samples. Only the third unit, without
# any positive entry in its column, is left without a gradient.
#
# One more thing is easily overlooked: the column must go over the *whole* training set. A unit that
# is off for one batch of 64 may well be on in the next.

# %%
reveal("03.dead_again")

# %% [markdown]
# ### The derivation: put it in order
#
# Let a unit have the weights w and the bias b. For sample i, write $x_i$ for its input, $z_i = w
# \cdot x_i + b$ for its pre-activation, and $g_i$ for the slope of the loss with respect to its
# activation. By the chain rule the gradients with respect to w and b are
#
# $$
# \sum_{i=1}^{n} g_i\,\operatorname{relu}'(z_i)\,x_i, \qquad
# \sum_{i=1}^{n} g_i\,\operatorname{relu}'(z_i)
# $$
#
# We want to show that a dead unit in the first layer stays as it is, under plain gradient descent.
# The five lines of the argument are there, but in no good order.
#
# 1. So $\operatorname{relu}'(z_i) = 0$ for every sample i.
# 2. So a step of gradient descent changes neither w nor b.
# 3. The unit is dead: $z_i \le 0$ for every sample i.
# 4. So every $z_i$ is the same after the step, the unit is still dead, and the same holds for each
#    step that follows.
# 5. So every term of both sums is 0, and both gradients are exactly 0.

# %%
fixed_point = ...  # the five numbers in the right order, such as [1, 2, 3, 4, 5]
check("fixed_point")

# %% [markdown]
# Read the argument again and ask of each line where it could fail. In a deeper layer the inputs
# $x_i$ change as the layers below learn, so the last line fails there, and a dead unit *may* come
# back. With **momentum**, which keeps a part of the step before in each step, line 2 fails: an
# earlier gradient keeps moving the weights for a while. With **weight decay**, which makes all
# weights a little smaller at each step, it fails as well.

# %% [markdown]
# ### Checkpoint
#
# Look at the array `Z` above: rows are samples, columns are units.

# %%
dead_or_off = {"units off for the first sample": ..., "dead units": ...}
check("dead_or_off")

# %%
ask("03.off")

# %% [markdown]
# **In one line:** how would you find out how many units of a trained network are dead?

# %% [markdown] tags=["your-words"]
# *Double-click here and write your line.*

# %% [markdown]
# ## 4. Why inputs that are not centred kill
#
# *25 minutes*
#
# How does a unit get there? By one step that was too large. That depends on the learning rate, and,
# as you will see, on something else.

# %%
predict("03.killer")

# %% [markdown]
# The widget holds 64 training runs, made in advance: 64 hidden units learn the digits for 30
# epochs, in batches of 32. Leave α at 0 for now, that is ReLU. Raise the rate without **centring**,
# that is, without subtracting each pixel's mean, until it goes wrong; then centre the pixels.

# %%
widgets.learning_rate_killer()

# %% [markdown]
# **Figure 3.3.** Left, how many of the 64 units are never positive; right, the accuracy on held-out
# digits. Notice how sudden it is: with pixels as they are, a rate of 1 does little harm, and a
# rate of 2 is the end after an epoch or two.
#
# The same in a table:

# %%
runs = dead_units.stored_runs()
print("rate   as they are         centred")
for rate in dead_units.RATES[2:]:
    ends = (runs[dead_units.key(rate, centred, 0.0)] for centred in (False, True))
    cells = (f"{run.always_negative[-1]:2d} dead, {run.accuracies[-1]:4.0%}" for run in ends)
    print(f"{rate:4g}", *cells, sep="   ")

# %%
reveal("03.killer")

# %% [markdown]
# ### The derivation
#
# What does one step do to a unit? Let $\delta_i$ be the slope of the loss of sample i with respect
# to $z_i$. One step at rate η over n samples changes the weights and the bias by
#
# $$
# \Delta w = -\frac{\eta}{n}\sum_{i=1}^{n} \delta_i\,x_i, \qquad
# \Delta b = -\frac{\eta}{n}\sum_{i=1}^{n} \delta_i
# $$
#
# and so the pre-activation at *any* input x by
#
# $$
# \begin{aligned}
# \Delta z &= \Delta w \cdot x + \Delta b \\
# &= -\frac{\eta}{n}\sum_{i=1}^{n} \delta_i\,(x_i \cdot x) - \frac{\eta}{n}\sum_{i=1}^{n} \delta_i
# \\
# &= -\frac{\eta}{n}\sum_{i=1}^{n} \delta_i\,(x_i \cdot x + 1)
# \end{aligned}
# $$
#
# Now look at the bracket. If no input is negative, as with pixels, $x_i \cdot x$ is never negative,
# and the bracket is at least 1 for *every* pair of images. So a sample with a positive
# $\delta_i$ pushes z down for all images at once. Nothing pushes back except samples with a
# negative $\delta_i$.
#
# How strong is the common push? Average Δz over all images x. With m for the mean image, the mean
# of $x_i \cdot x$ over x is $x_i \cdot m$:
#
# $$
# \overline{\Delta z} = -\frac{\eta}{n}\sum_{i=1}^{n} \delta_i\,(x_i \cdot m + 1)
# $$
#
# After centring, m = 0, and all that is left is the push through the bias, with the factor 1. Let
# us see the brackets.

# %%
for centring in ("none", "mean"):
    X = split_digits(centring).training.X
    products = X @ X.T
    m = X.mean(axis=0)
    print(f"{centring}: {np.mean(products > 0):4.0%} of all products positive,", end=" ")
    print(f"mean of x·m + 1: {np.mean(X @ m) + 1:4.1f}")

# %% [markdown]
# Without centring every pair of images has a positive product, and the common push is on average
# 11.3 times what it is after centring. That is about what the table says: without centring it ends
# between the rates 1 and 2, with centring between 8 and 16. Centring does not make a large step
# small. It takes away the one direction in which all samples add up.

# %%
ask("03.add_one")

# %% [markdown]
# **In one line:** why does it help little to centre only the *pre-activations* at the start, by a
# well-chosen bias?

# %% [markdown] tags=["your-words"]
# *Double-click here and write your line.*

# %% [markdown]
# ## 5. Leaky ReLU, in four forms
#
# *25 minutes*
#
# A dead unit has no gradient because the left half of ReLU is flat. So tilt it. **Leaky ReLU**
# (Maas, Hannun and Ng, 2013) with the **negative slope** α is z right of 0 and α·z left of it.
# Common values of α are 0.01 and 0.2. (In code the argument is called `negative_slope`.)
#
# The derivative is 1 for z > 0 and α for z < 0. So whatever arrives at a negative unit is
# multiplied by α, a number that does not depend on z:

# %% tags=["claim:leaky-fixed-gradient"]
for z in (-0.1, -1.0, -100.0):
    slope = (leaky_relu(z + 1e-5, 0.01) - leaky_relu(z - 1e-5, 0.01)) / 2e-5
    print(f"z {z:6.1f}   Leaky slope {slope:.4f}   ELU slope {activations.elu_derivative(z):.4f}")

# %% [markdown]
# "Leaky ReLU lets a small fixed gradient through": right. (**ELU**, one of the relatives of section
# 8, is $e^z - 1$ left of 0. It lets through less and less, the further left z is.)

# %%
predict("03.steep")

# %% [markdown]
# ### The derivation
#
# There are four ways to write it without saying "if". Three of them hold for every α. One does not.
#
# **First form.** Start from the two halves of a number. relu(z) is z where z is positive, and
# relu(−z) is −z where z is negative; each is 0 otherwise. Multiply the negative half by α:
#
# $$
# f(z) = \operatorname{relu}(z) - \alpha\,\operatorname{relu}(-z)
# $$
#
# **Second form.** The two halves make up the number, z = relu(z) − relu(−z). So relu(−z) may be
# replaced by relu(z) − z:
#
# $$
# \begin{aligned}
# \operatorname{relu}(z) - \alpha\,\operatorname{relu}(-z)
# &= \operatorname{relu}(z) - \alpha\,(\operatorname{relu}(z) - z) \\
# &= (1-\alpha)\,\operatorname{relu}(z) + \alpha\,z
# \end{aligned}
# $$
#
# Here one sees what the slope does: it mixes ReLU with the identity.
#
# **Third form.** Half of z + |z| is z where z is positive and 0 elsewhere, so it is relu(z):
#
# $$
# \begin{aligned}
# (1-\alpha)\,\operatorname{relu}(z) + \alpha\,z
# &= (1-\alpha)\,\frac{z+|z|}{2} + \alpha\,z \\
# &= \frac{(1-\alpha)\,z + (1-\alpha)\,|z| + 2\alpha\,z}{2} \\
# &= \frac{(1+\alpha)\,z + (1-\alpha)\,|z|}{2}
# \end{aligned}
# $$
#
# Here one sees a straight line and a corner, with the strengths (1 + α)/2 and (1 − α)/2.
#
# **Fourth form.** Take the larger one of the two lines, max(αz, z). When is that right?
#
# 1. For z > 0 it must be z, so z ≥ α·z. Divide by z > 0: this means α ≤ 1.
# 2. For z < 0 it must be α·z, so α·z ≥ z. Divide by z < 0, which turns the sign: α ≤ 1 again.
#
# So the fourth form needs **α ≤ 1**. (Most books say 0 ≤ α ≤ 1, the values that anybody uses.)
# For α over 1 the smaller of the two lines would be right.

# %% [markdown]
# ### Checkpoint
#
# Leaky ReLU with α = 0.2, in the second form, A·relu(z) + B·z, and in the third, C·z + D·|z|.

# %%
leaky_forms = {"A": ..., "B": ..., "C": ..., "D": ...}
check("leaky_forms")

# %% [markdown]
# ### A line to repair
#
# When TensorFlow got its `leaky_relu` (version 1.4, 2017), its last line read
#
# ```python
# return math_ops.maximum(alpha * features, features)
# ```
#
# with a default of `alpha=0.2` and no word on which values of alpha are allowed. It is short, quick
# and right for the default. Later versions compute it in another way. Here is the same line in
# NumPy. Try it with a slope of 2, which somebody may arrive at by learning the slope.


# %% tags=["slide"]
def repaired_leaky(z, negative_slope):
    """Leaky ReLU for any slope: below 1, above 1, or negative."""
    return np.maximum(negative_slope * z, z)


print(repaired_leaky(np.array([-1.0, 1.0]), 0.1), "should be [-0.1  1. ]")
print(repaired_leaky(np.array([-1.0, 1.0]), 2.0), "should be [-2.  1.]")

# %%
reveal("03.steep")

# %% [markdown]
# Now repair it in the cell above: it should be right for *every* slope. Run the cell again, then
# this one.

# %%
check("repaired_leaky")

# %% [markdown]
# **In one line:** which of the four forms would you put into code, and why?

# %% [markdown] tags=["your-words"]
# *Double-click here and write your line.*

# %% [markdown]
# ## 6. Which slope, and what it can cure
#
# *25 minutes*
#
# Two claims are often made about Leaky ReLU. The first: α can be any number between 0 and 1.

# %%
predict("03.towards_one")

# %% [markdown]
# Two spirals, each four fifths of a turn, 400 points; two layers of 32 Leaky ReLU units, 300 steps
# over all points at once. For each α three networks were trained in advance. Move α to the left
# end, then slowly to the right one.

# %%
widgets.slope_sweep()

# %% [markdown]
# **Figure 3.4.** Left, the curve for one α; right, the accuracy reached on the training points by
# three runs for each α. Notice how wide the range is in which α does not matter at all, negative
# values included, and how suddenly it ends.
#
# A few of the values. The cell trains the networks again.

# %% tags=["claim:alpha-any-number", "nbval-ignore-output"]
for alpha in (-1.0, 0.0, 0.01, 0.5, 0.8, 0.95, 1.0):
    accuracies = [slopes.accuracy_on_spirals(alpha, seed) for seed in (0, 1)]
    print(f"alpha {alpha:5.2f}   accuracy", *(f"{accuracy:.3f}" for accuracy in accuracies))

# %%
reveal("03.towards_one")

# %% [markdown]
# At α = 1 the function is the identity, all layers collapse (lesson 01), and about 70 % is what a
# straight line can do. The third form says why it is gradual before that: the strength of the
# corner is (1 − α)/2. On its way to 1 it becomes so faint that 300 steps do not suffice to make
# use of it. So *any small number* is right if "small" is taken seriously.
#
# How far one may go depends on the task. For spirals of one and a half turns, a network with
# α = 0.5 already stays behind in these 300 steps, while one with 0.01 does not:

# %% tags=["nbval-ignore-output"]
for alpha in (0.01, 0.5, 0.8):
    print(f"alpha {alpha:4.2f}   accuracy {slopes.accuracy_on_spirals(alpha, 0, turns=1.5):.3f}")

# %% [markdown]
# ### Does it solve dying?
#
# The second claim: Leaky ReLU solves the problem of dying units. Back to the digits, not centred,
# at the deadly rate of 2. Three runs each. (The last digits may differ on your computer: at this
# rate the smallest difference in rounding grows.)

# %% tags=["claim:leaky-solves-dying", "nbval-ignore-output"]
for alpha in (0.0, 0.01):
    for seed in (0, 1, 2):
        run = dead_units.train_on_digits(2.0, centred=False, negative_slope=alpha, seed=seed)
        never, accuracy = run.always_negative[-1], run.accuracies[-1]
        print(f"alpha {alpha:4.2f}   never positive {never} of 64   accuracy {accuracy:.2f}")

# %%
fig, axes = plt.subplots(1, 2, figsize=(8, 3), layout="constrained")
chosen = {"relu": 0.0, "leaky_relu": 0.01}
pairs = {name: runs[dead_units.key(2.0, False, alpha)] for name, alpha in chosen.items()}
lines = {name: (run.always_negative, run.accuracies) for name, run in pairs.items()}
figures.draw_runs(axes, lines, dead_units.UNITS)
figures.show(
    fig,
    alt="Over 30 epochs at rate 2, pixels not centred. Left, units that are never positive: with "
    "ReLU 63 after three epochs and all 64 from the ninth on; with Leaky 0.01 more than 50 at "
    "first, later 44. Right, accuracy: ReLU stays at a tenth, Leaky climbs to over nine tenths.",
)

# %% [markdown]
# **Figure 3.5.** The same deadly rate with ReLU and with Leaky ReLU. Notice that the leaky units
# are pushed below 0 just as fast, and that a good part of them stays there.
#
# So the claim is imprecise. Leaky ReLU does not keep units from becoming negative for every image:
# over 40 of the 64 end that way. It keeps them from losing their gradient. A unit that is never
# positive still learns, slowly, and while it stays below 0 it is a linear unit. The network as a
# whole gets to over 90 %.
#
# Is more leak better, then? Go back to Figure 3.3 and set the rate to 4, not centred, α = 0.1 or
# 0.3: the numbers overflow. A dead network cannot blow up, a leaky one can. And the plain remedy,
# centring, leaves no unit behind at these rates, with or without a leak.

# %% [markdown]
# ### Checkpoint
#
# For which α is Leaky ReLU the absolute value, for which is it ReLU, and for which one do the
# layers collapse?

# %%
slope_names = {"absolute value": ..., "ReLU": ..., "collapse": ...}
check("slope_names")

# %%
ask("03.alpha_one")

# %%
ask("03.leak_cures")

# %% [markdown]
# **In one line:** the units of your network die. Name two things to try before you change the
# activation function.

# %% [markdown] tags=["your-words"]
# *Double-click here and write your line.*

# %% [markdown]
# ## 7. Half of the spread
#
# *15 minutes*
#
# A layer that silences half of its units passes on less. How much less? We measure by the **mean
# square** E[z²], the average of z² over units and samples. For z with mean 0 this is the variance.

# %%
predict("03.half")

# %% [markdown]
# Two distributions that are symmetric about 0 and have the variance 1, and one that is not
# symmetric. Compare the mean square of z with those of relu(z) and of Leaky ReLU with α = 0.5.

# %%
generator = np.random.default_rng(0)
draws = {
    "normal": generator.normal(size=10**6),
    "uniform": generator.uniform(-np.sqrt(3), np.sqrt(3), 10**6),
    "exponential - 1": generator.exponential(size=10**6) - 1,
}
print("mean square of      z  ReLU  Leaky 0.5")
for name, z in draws.items():
    squares = (np.mean(f**2) for f in (z, relu(z), leaky_relu(z, 0.5)))
    print(f"{name:16s}", "  ".join(f"{square:.2f}" for square in squares))

# %%
reveal("03.half")

# %% [markdown]
# ### The derivation
#
# For every number z, one of relu(z) and relu(−z) is |z| and the other one is 0. So
#
# $$
# \operatorname{relu}(z)^2 + \operatorname{relu}(-z)^2 = z^2
# $$
#
# Take the mean of both sides. If z is symmetric, −z has the same distribution as z, so both terms
# on the left have the same mean, and this mean is half of the mean on the right:
#
# $$
# E[\operatorname{relu}(z)^2] = \frac{1}{2}\,E[z^2]
# $$
#
# Only the symmetry was used; the exponential distribution, which has none, does not obey. For Leaky
# ReLU f the same idea gives
#
# $$
# \begin{aligned}
# f(z)^2 + f(-z)^2 &= z^2 + (\alpha z)^2 \\
# &= (1+\alpha^2)\,z^2
# \end{aligned}
# $$
#
# since of z and −z one is on the right, where it keeps its size, and one on the left, where it is
# multiplied by α. Hence
#
# $$
# E[f(z)^2] = \frac{1+\alpha^2}{2}\,E[z^2]
# $$
#
# For α = 0 this is ReLU's one half, for α = 1 everything is kept.

# %%
z = np.linspace(-3.5, 3.5, 281)
fig, ax = plt.subplots(figsize=(5.5, 2.8), layout="constrained")
figures.draw_halves(ax, z, np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi), share=0.5)
figures.show(
    fig,
    alt="A bell around 0. Its left half is hatched and marked as silenced, 50 percent; its right "
    "half is shaded and passed on.",
)

# %% [markdown]
# **Figure 3.6.** A symmetric distribution of pre-activations. Notice that the halves mirror each
# other: whatever the shape, each holds half of the mean square.
#
# What is it good for? A unit of the next layer sums n products of a weight and an activation. If
# the weights are independent, with mean 0 and variance v, the variance of the sum is n·v·E[a²]. To
# pass on as much as came in, n·v·(1 + α²)/2 must be 1. So the standard deviation to draw weights
# with is
#
# $$
# \sqrt{v} = \sqrt{\frac{2}{(1+\alpha^2)\,n}}
# $$
#
# This is **He's initialisation**, which our experiments have used all along (with α = 0); n is the
# **fan-in**, the number of inputs of a unit. [Lesson 05](05_gradient_flow.ipynb) shows how much
# depends on it.

# %% [markdown]
# ### Checkpoint
#
# z is symmetric with variance 9. What is the mean square of relu(z), and that of Leaky ReLU with
# α = 1/3? And what is He's standard deviation for ReLU units with 50 inputs?

# %%
second_moments = {"relu": ..., "leaky 1/3": ..., "std": ...}
check("second_moments")

# %% [markdown]
# **In one line:** why the *mean square* of the activations, and not their variance? (What is the
# mean of relu(z)?)

# %% [markdown] tags=["your-words"]
# *Double-click here and write your line.*

# %% [markdown]
# ## 8. The relatives
#
# *25 minutes*
#
# ReLU has many relatives. You should know these by sight:
#
# - **PReLU** (He and others, 2015) is Leaky ReLU with a slope that is learned like a weight, one
#   per unit or for all;
# - **ELU** (Clevert and others, 2016) is z right of 0 and $e^z - 1$ left of it: it levels out at −1
#   instead of falling on;
# - **SiLU** (Elfwing and others, 2018; also called swish) is z·σ(z);
# - **GELU** (Hendrycks and Gimpel, 2016) is z·Φ(z), where Φ(z) is the share of a standard normal
#   distribution that lies below z;
# - **softplus** (Dugas and others, 2001) is log(1 + e^z), which you know from lesson 02.
#
# SiLU and GELU are ReLU with a soft switch: ReLU multiplies z by 0 or 1, they multiply it by a
# number between 0 and 1.

# %%
predict("03.dip")

# %% [markdown]
# Go through the relatives. For each one, move the marker through the slope's highest and lowest
# place.

# %%
widgets.family()

# %% [markdown]
# **Figure 3.7.** One relative of ReLU over ReLU itself, and its slope. Notice which slopes go above
# 1 or below 0, and which relative is farthest from ReLU at z = 0.

# %%
reveal("03.dip")

# %% [markdown]
# ### The derivations
#
# **SiLU**, worked in full. The product rule, and σ′ = σ(1 − σ) from lesson 02:
#
# $$
# \begin{aligned}
# \frac{d}{dz}\bigl(z\,\sigma(z)\bigr) &= \sigma(z) + z\,\sigma(z)\,(1-\sigma(z)) \\
# &= \sigma(z)\,\bigl(1 + z\,(1-\sigma(z))\bigr)
# \end{aligned}
# $$
#
# **GELU.** Write φ for the density of the standard normal distribution, the bell. Φ is the area
# under the bell up to z, so the slope of Φ is the height of the bell, and the product rule gives
#
# $$
# \frac{d}{dz}\bigl(z\,\Phi(z)\bigr) = \Phi(z) + z\,\varphi(z)
# $$
#
# **Softplus.** The outer function is the logarithm, the inner one is $1+e^z$:
#
# $$
# \begin{aligned}
# \frac{d}{dz}\log(1+e^{z}) &= \frac{e^{z}}{1+e^{z}} \\
# &= \sigma(z)
# \end{aligned}
# $$
#
# So the sigmoid is the slope of softplus, as the step is the slope of ReLU: softplus is ReLU with
# its corner rounded. It is farthest from ReLU at the corner, by log 2 ≈ 0.693.
#
# All three at once, against differences:

# %%
z = np.array([-2.0, -0.5, 1.0, 3.0])
for name in ("silu", "gelu", "softplus"):
    f, derivative = activations.ACTIVATIONS[name]
    measured = (f(z + 1e-5) - f(z - 1e-5)) / 2e-5
    print(f"{name:8s}", derivative(z).round(4), "largest gap below 1e-9:", end=" ")
    print(np.max(np.abs(measured - derivative(z))) < 1e-9)

# %% [markdown]
# ### Two GELUs
#
# Φ has no formula in elementary functions. Two replacements are in use, and both are called GELU in
# programs, so always say which one you mean:
#
# $$
# g(z) = \frac{z}{2}\,\Bigl(1 + \tanh\Bigl(\sqrt{\frac{2}{\pi}}\,(z + 0.044715\,z^3)\Bigr)\Bigr)
# $$
#
# is the **tanh form**, and z·σ(1.702 z) is the **sigmoid form**. How far are they from the exact
# one?

# %%
z = np.linspace(-6, 6, 601)
exact = activations.gelu(z)
errors = {
    "tanh form − exact": activations.gelu_tanh(z) - exact,
    "sigmoid form − exact": z * activations.sigmoid(1.702 * z) - exact,
}
fig, axes = plt.subplots(1, 2, figsize=(8, 2.8), layout="constrained")
figures.draw_gelu_errors(axes, z, errors)
figures.show(
    fig,
    alt="Differences from the exact GELU over z from -6 to 6. Left, the tanh form: wiggles of at "
    "most 0.0005. Right, the sigmoid form: two dips of 0.02, around z = -2 and z = 2.",
)

# %% [markdown]
# **Figure 3.8.** What the short formulas for GELU get wrong. Notice the scales: the tanh form is
# off by 0.0005 at most, the sigmoid form by 0.02, forty times as much. Neither matters much for a
# network that was trained with it. It may matter if weights trained with one are run with the
# other.

# %% [markdown]
# ### Checkpoint
#
# The slopes at z = 0 can be had from the derivations without a computer.

# %%
family_slopes = {"GELU": ..., "SiLU": ..., "softplus": ..., "ELU": ...}
check("family_slopes")

# %% [markdown]
# **In one line:** can a SiLU unit die, in the sense of section 3?

# %% [markdown] tags=["your-words"]
# *Double-click here and write your line.*

# %% [markdown]
# ## 9. What it costs
#
# *10 minutes*
#
# "ReLU is cheap." No doubt: one comparison, no exponential. The question is how much that saves.

# %%
predict("03.cost")

# %% [markdown]
# The cell times the matrix product of a layer, 1024 inputs, 1024 units and 1024 samples, and each
# activation function on the result. It prints no numbers, because they belong to one computer and
# one moment; `seconds` holds yours, if you want to see them. (For the same reason the automatic
# checks do not compare this output.)

# %% tags=["claim:relu-cheap", "nbval-ignore-output"]
seconds = costs.seconds_per_layer(units=1024)
product = seconds.pop("matrix product")
for name, time in seconds.items():
    words = "less than half of" if time < product / 2 else "at least half of"
    print(f"{name:10s}   {words} the time of the matrix product")

# %%
reveal("03.cost")

# %% [markdown]
# Each entry of the product takes 1024 multiplications and additions; ReLU adds one comparison to
# them. So the claim is right, and the saving is small beside what a layer costs anyway, the smaller
# the wider the layer. The functions with an exponential cost several times as much as ReLU, and in
# plain NumPy, which goes through the memory once for every operation, that can be felt. Libraries
# do it all in one pass.
#
# ### Checkpoint
#
# A layer has 512 inputs and 512 units, and a batch 64 samples. How many multiplications go into
# *one* pre-activation, that of one unit for one sample?

# %%
products_per_activation = ...  # a whole number
check("products_per_activation")

# %% [markdown]
# **In one line:** when would the cost of the activation function matter after all?

# %% [markdown] tags=["your-words"]
# *Double-click here and write your line.*

# %% [markdown]
# ## What was learned
#
# *10 minutes*
#
# What has become of the sentences that one meets in introductions:
#
# - *An activation decides whether a neuron fires, and passes it to the next neuron.* Imprecise: a
#   number is passed on, to every unit of the next layer. Only ReLU silences (section 2).
# - *ReLU keeps the gradient in the positive region; its derivative is 1 or 0.* Imprecise: the
#   weights act as well, an off unit passes nothing, and at 0 there are subgradients (sections 1
#   and 2).
# - *A neuron is dead when its input is at most 0.* Imprecise: then it is off. Dead is off for every
#   sample (section 3).
# - *Leaky ReLU lets a small fixed gradient through.* Right (section 5).
# - *α can be any small number in (0, 1).* Imprecise: towards 1 it is the identity (section 6).
# - *Leaky ReLU solves dying.* Imprecise: units still end up negative everywhere, but they keep a
#   gradient. Centring prevents it (sections 4 and 6).
# - *ReLU is cheap.* Right, and small beside the matrix product (section 9).
#
# And the lesson in five lines:
#
# 1. relu(z) = max(0, z); at the corner every number from 0 to 1 is a subgradient.
# 2. Off is ordinary; dead is off for every sample, and its gradient is exactly 0.
# 3. Inputs that are all positive add up to one common push, which kills; centre them.
# 4. Leaky ReLU is relu(z) − α·relu(−z); max(αz, z) is the same only for α ≤ 1.
# 5. Of a symmetric z, ReLU passes on half of the mean square, Leaky ReLU (1 + α²)/2 of it.
#
# **Next:** the graded sheet,
# [exercises/03_relu_leaky_relu.ipynb](../exercises/03_relu_leaky_relu.ipynb). After that,
# [lesson 04](04_softmax.ipynb) turns to the output layer: softmax, for more than two classes.
#
# The last cell shows what you have done so far.

# %% tags=["nbval-ignore-output"]
progress()
