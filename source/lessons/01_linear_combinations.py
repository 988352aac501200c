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
# # Lesson 01. Linear combinations
#
# This is a course on activation functions, the small curves between the layers of a network. To see
# what they are good for, we first look at what a network is without them: sums of weighted numbers,
# and nothing else. How far do such sums reach, where do they end, and how little has to be added to
# get beyond?
#
# **By the end you can**
#
# - compute w·x + b for one sample and for a batch, and say which shape everything has;
# - read w as the normal of a line and b as its offset, and compute signed distances;
# - show that any number of affine layers without anything between them is one affine layer;
# - prove that one unit cannot compute XOR, and build it from two ReLUs;
# - write any piecewise-linear curve as a sum of hinges, and say how well such a sum follows a
#   curve;
# - say with numbers when a linear model is enough.
#
# **You need** NumPy arrays, vectors in the plane, and derivatives. If this is your first notebook
# of the course, [begin here](00_start_here.ipynb).

# %% [markdown]
# | section | alone | in class |
# |---|---|---|
# | 1. A batch through a layer | 20 min | 12 min |
# | 2. A score is a shadow | 15 min | 10 min |
# | 3. A line and its normal | 25 min | 15 min |
# | 4. Two layers are one | 20 min | 12 min |
# | 5. XOR by hand | 25 min | 15 min |
# | 6. Curves out of hinges | 25 min | 15 min |
# | 7. Depth folds | 20 min | 12 min |
# | 8. When is a line enough? | 20 min | 10 min |
# | What was learned | 10 min | 3 min |
# | **together** | **3 h** | **1 h 44 min** |
#
# Sections 1 to 3, 4 and 5, and 6 to 8 make three good evenings. Each section starts with a
# prediction. Commit to one before you read on, also when you are unsure: a wrong guess that you
# made yourself is worth more than a right answer that you read.

# %%
import matplotlib.pyplot as plt
import numpy as np

from course_utils import figures, widgets
from course_utils.activations import relu
from course_utils.data import spirals, split_digits
from course_utils.experiments.pieces import largest_error, random_piece_counts
from course_utils.experiments.training import train
from course_utils.notebook import ask, check, glossary, hint, predict, progress, reveal, solution

# %% [markdown]
# ## 1. A batch through a layer
#
# *20 minutes*
#
# A **sample** is described by numbers, its **features** $x_1, \dots, x_n$: the length and width of
# a leaf, or the pixels of an image. A **unit** has a **weight** for each feature and one more
# number, its **bias** b. It multiplies each feature by its weight, adds up, and adds the bias once:
#
# $$
# z = w_1 x_1 + w_2 x_2 + \dots + w_n x_n + b
# $$
#
# The sum of products is a **linear combination** of the features, written w·x and called the
# **dot product** of w and x. With the bias, z is called **affine** in x. We shall call z the unit's
# **score**, and later, when an activation function comes after it, its **pre-activation**.
#
# Several units that look at the same features form a **layer**, and several samples that pass
# through it together form a **batch**. Layers one after the other make a **network**.

# %%
predict("01.layer_shapes")

# %% [markdown]
# In this course rows are samples. A batch X has the shape (samples, inputs), the weights W have the
# shape (inputs, units), one *column* for each unit, and the biases b have the shape (units,). Then
# all scores of all samples are one matrix product: look at the shapes.

# %%
X = np.array([[1.0, 2.0, 0.0], [0.0, 1.0, 3.0]])
W = np.array([[2.0, 0.0, 1.0, -1.0], [1.0, 1.0, 0.0, 0.0], [0.0, 2.0, 0.0, 1.0]])
b = np.array([0.0, -5.0, 0.5, 1.0])
Z = X @ W + b
print(f"X {X.shape}   W {W.shape}   b {b.shape}   Z {Z.shape}")
print(Z)

# %% [markdown]
# In `X @ W` the entry in row i and column k is the dot product of row i of X, a sample, and column
# k of W, a unit. The 3 in the middle of (2, 3) and (3, 4) is the number of features: over it is
# summed, and it disappears. Adding b, of shape (4,), adds it to every row: each unit has its own
# bias, the same for all samples.
#
# Check one entry by hand, Z[1, 1]: sample 1 is (0, 1, 3), unit 1 has the weights (0, 1, 2) and the
# bias −5. So 0·0 + 1·1 + 3·2 − 5 = 2.

# %%
reveal("01.layer_shapes")

# %% [markdown]
# ### Checkpoint
#
# Now X = [[1, 2], [4, 0], [0, −1]], W = [[1, −1, 0, 2], [0, 2, 1, 1]] and b = [5, 10, 0, −1].
# Replace each `...` by a number, by hand. Run the cell, and the checker answers at once. When you
# are stuck, run `hint("batch_by_hand")` in a cell of its own; each call gives a little more.

# %%
batch_by_hand = {"rows of Z": ..., "columns of Z": ..., "Z[0, 1]": ...}
check("batch_by_hand")

# %% [markdown]
# ### A line to repair
#
# Not everyone stores weights this way round. PyTorch's `torch.nn.Linear` keeps them as (units,
# inputs), one *row* for each unit, and its documentation says $y = xA^T + b$. Both ways are good;
# what goes wrong is the passage from one to the other. Here somebody has loaded such weights V, was
# told by NumPy that the shapes do not fit, and has made them fit.


# %% tags=["slide"]
def repaired_layer(X, V, b):
    """XW + b, for weights V that are stored as (units, inputs)."""
    return X @ V.reshape(X.shape[1], -1) + b


# %%
V = np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])  # 3 units, 2 inputs
print("sample (1, 0):", repaired_layer(np.array([[1.0, 0.0]]), V, np.zeros(3)))
print("it should be the first weight of each unit:", V[:, 0])

# %% [markdown]
# Nothing crashes, and the shape of the result is right. The numbers are not.
#
# ### Checkpoint
#
# Repair `repaired_layer`. Then run its cell, the comparison and this check again.

# %%
check("repaired_layer")

# %% [markdown]
# **In one line:** why can a test of *shapes* not find this mistake, and what kind of test does?

# %% [markdown] tags=["your-words"]
# *Double-click here and write your line.*

# %% [markdown]
# ## 2. A score is a shadow
#
# *15 minutes*
#
# What does w·x tell about w and x? Take two features, so that both are arrows in the plane. The
# length of an arrow is its **norm**, by Pythagoras
#
# $$
# \|w\| = \sqrt{w_1^2 + w_2^2}
# $$

# %%
predict("01.best_direction")

# %% [markdown]
# ### The derivation
#
# Describe both arrows by length and angle: w has the length r and the angle α, so
# $w_1 = r\cos\alpha$ and $w_2 = r\sin\alpha$; x has the length s and the angle β. Then
# $w_1 x_1 + w_2 x_2$ is
#
# $$
# \begin{aligned}
# r\cos\alpha\cdot s\cos\beta + r\sin\alpha\cdot s\sin\beta
# &= r s\,(\cos\alpha\cos\beta + \sin\alpha\sin\beta) \\
# &= r s\cos(\alpha-\beta)
# \end{aligned}
# $$
#
# The last step is the addition formula of the cosine. Write θ for the angle between the arrows;
# then
#
# **w·x = ‖w‖ ‖x‖ cos θ.**
#
# (With more features the same holds, because two arrows always lie in a common plane. An arrow of
# length 0 has no direction, but then both sides are 0.) Now ‖x‖ cos θ is the length of the
# **projection** of x onto w: the shadow that x throws on the direction of w when the light falls at
# right angles to it. It counts as negative when x points away from w. So a unit does not look at
# the whole of x. It looks at its shadow in one direction, and multiplies it by ‖w‖.

# %%
w, x = np.array([4.0, 1.0]), np.array([2.0, 3.0])
fig, ax = plt.subplots(figsize=(5, 3.6), layout="constrained")
figures.draw_projection(ax, w, x)
figures.show(
    fig,
    alt="Two arrows from the origin, w = (4, 1) and x = (2, 3). From the tip of x a line falls at "
    "a right angle onto w; the thick part of w before its foot is the shadow of x.",
)

# %% [markdown]
# **Figure 1.1.** The shadow of x on the direction of w (thick). Notice that moving the tip
# of x along the thin line, at a right angle to w, changes neither the shadow nor the score.
#
# The same in numbers: the shadow computed from the angle, and the score divided by ‖w‖.

# %%
theta = np.arctan2(x[1], x[0]) - np.arctan2(w[1], w[0])
print(f"‖x‖ cos θ   {np.linalg.norm(x) * np.cos(theta):.4f}")
print(f"w·x / ‖w‖   {w @ x / np.linalg.norm(w):.4f}")
for vector in ((1.0, 0.0), (0.0, 1.0), (0.6, 0.8), (0.8, -0.6)):
    print(f"w = (3, 4), x = {vector}: w·x = {np.dot((3, 4), vector):.1f}")

# %%
reveal("01.best_direction")

# %% [markdown]
# ### Checkpoint
#
# Let w = (3, 4) and x = (2, 1). What are the score w·x (without a bias), the norm ‖w‖, and the
# length of the shadow of x on the direction of w?

# %%
shadow = {"w·x": ..., "‖w‖": ..., "shadow": ...}
check("shadow")

# %% [markdown]
# **In one line:** two quite different samples get exactly the same score from a unit. What do they
# have in common?

# %% [markdown] tags=["your-words"]
# *Double-click here and write your line.*

# %% [markdown]
# ## 3. A line and its normal
#
# *25 minutes*
#
# A unit can decide between two classes: it says "class 1" where z > 0, and "class 0" elsewhere. The
# border between the two are the places with
#
# $$
# w_1 x_1 + w_2 x_2 + b = 0
# $$
#
# With two features that is a line (with three a plane, with more a **hyperplane**), unless all
# weights are 0. How does it lie?

# %%
ask("01.normal")

# %% [markdown]
# An arrow at a right angle to a line is called its **normal**. So w is not the direction of the
# line; it is its normal, and it points to the side where the score is positive.

# %%
predict("01.double_w")

# %% [markdown]
# Turn w, stretch it, change b. Then switch "w and b" to *both doubled*. What moves in the plane,
# what on the right, and what nowhere?

# %%
widgets.line_and_normal()

# %% [markdown]
# **Figure 1.2.** Left, the line of a unit with its normal w (arrow) and the distances of five
# points (dotted); right, the score of each point and its distance. Notice that doubling both w and
# b moves no line: the scores double, and the distances stay.

# %%
reveal("01.double_w")

# %% [markdown]
# ### The derivation
#
# How far is a point x from the line? Go from the line to x along the normal: start at the foot p,
# a point *on* the line, and walk the distance d in the direction of w. The arrow w/‖w‖ has the
# length 1, so with r for ‖w‖
#
# $$
# x_1 = p_1 + d\,\frac{w_1}{r}, \qquad x_2 = p_2 + d\,\frac{w_2}{r}
# $$
#
# Count d as negative if we walk against w: d is the **signed distance**. The score of x is
#
# $$
# w_1\Bigl(p_1 + d\,\frac{w_1}{r}\Bigr) + w_2\Bigl(p_2 + d\,\frac{w_2}{r}\Bigr) + b
# = (w_1 p_1 + w_2 p_2 + b) + d\,\frac{w_1^2 + w_2^2}{r}
# $$
#
# The first bracket is 0, because p lies on the line. And what is left is d‖w‖:
#
# $$
# \begin{aligned}
# d\,\frac{w_1^2 + w_2^2}{\sqrt{w_1^2 + w_2^2}} &= d\,\sqrt{w_1^2 + w_2^2}
# \end{aligned}
# $$
#
# So **z = d‖w‖, and d = (w·x + b)/‖w‖.** The score is the signed distance, measured in units that w
# sets: a longer w makes a larger number out of the same distance.
#
# Two consequences. At the origin z = b, so the origin has the signed distance b/‖w‖: that is what
# the bias does, it shifts the line along its normal. And with any number c > 0, the weights cw and
# the bias cb have the same line and the same distances, since c cancels:
#
# $$
# \frac{c w_1 x_1 + c w_2 x_2 + c b}{\sqrt{c^2 w_1^2 + c^2 w_2^2}}
# = \frac{w_1 x_1 + w_2 x_2 + b}{\sqrt{w_1^2 + w_2^2}}
# $$
#
# The scores are multiplied by c. (With a negative c the line stays as well, but the two sides are
# swapped.) In [lesson 02](02_sigmoid_tanh.ipynb) a score says how likely a class is, and then c is
# how sure the unit is.

# %% [markdown]
# ### Checkpoint
#
# A unit has w = (3, 4) and b = −10. Give the signed distances of (0, 0) and (6, 3). Then double w
# and b, and give the score and the signed distance of (6, 3) once more.

# %%
line_facts = {
    "distance of (0, 0)": ...,
    "distance of (6, 3)": ...,
    "score of (6, 3), doubled": ...,
    "distance of (6, 3), doubled": ...,
}
check("line_facts")

# %%
ask("01.double_both")

# %% [markdown]
# **In one line:** two units have the same line, but the scores of one are ten times those of the
# other. In what do they agree, and in what not?

# %% [markdown] tags=["your-words"]
# *Double-click here and write your line.*

# %% [markdown]
# ## 4. Two layers are one
#
# *20 minutes*
#
# One unit draws one line. Networks have many units, in many layers. Surely more layers can do more?

# %%
predict("01.three_layers")

# %% [markdown]
# We take such a network and walk from the input (−5, −5) to (5, 5). Once there is nothing between
# the layers, and once each hidden layer's scores go through **ReLU**, relu(z) = max(0, z), the
# function that lesson 03 is about: it lets positive numbers pass and turns negative ones into 0.

# %%
generator = np.random.default_rng(0)
W1, W2, W3 = (generator.normal(size=shape) / 5 for shape in ((2, 50), (50, 50), (50, 1)))
b1, b2, b3 = (generator.normal(size=units) for units in (50, 50, 1))
t = np.linspace(-5, 5, 401)
walk = np.column_stack([t, t])
plain = (walk @ W1 + b1) @ W2 @ W3 + b2 @ W3 + b3
bent = relu(relu(walk @ W1 + b1) @ W2 + b2) @ W3 + b3

# %%
fig, ax = plt.subplots(figsize=(6.5, 3.2), layout="constrained")
curves = {"nothing between": plain[:, 0], "ReLU between": bent[:, 0]}
figures.draw_straight_walk(ax, t, curves)
figures.show(
    fig,
    alt="Output of two networks with the same weights along a straight walk through their inputs. "
    "With nothing between the layers it is a straight line; with ReLU between them it bends.",
)

# %% [markdown]
# **Figure 1.3.** Three layers with the same random weights, along the same walk. Notice that
# without anything between the layers 101 units draw a perfectly straight line.

# %%
reveal("01.three_layers")

# %% [markdown]
# ### The derivation
#
# Multiply out. The matrix product is distributive and associative (though not commutative: the
# order of the factors must be kept):
#
# $$
# \begin{aligned}
# (XW_1 + b_1)\,W_2 + b_2 &= XW_1W_2 + b_1W_2 + b_2 \\
# &= X\,(W_1W_2) + (b_1W_2 + b_2)
# \end{aligned}
# $$
#
# That is one affine layer, with the weights $W = W_1W_2$ and the biases $b = b_1W_2 + b_2$. Notice
# that the first biases pass through the second weights.
#
# *And three layers, or a hundred?* By induction: suppose that any L affine layers are one. Then of
# L + 1 layers the first L are one, and this one and the last are two, which are one by the
# calculation above. For L = 1 there is nothing to show. So **any number of affine layers, with
# nothing between them, is a single affine layer.**
#
# The layers are not even harmless: with $W_1$ of shape (10, 2) and $W_2$ of shape (2, 10), the
# product has at most two independent columns, and the two layers can do *less* than one.

# %% [markdown]
# ### "Linear": in what?
#
# It is often said that a linear combination can only express linear relations. Let us be careful.

# %%
ask("01.linear_in")

# %% [markdown]
# The cell has two parts. First it collapses the three layers from above into one, and compares.
# Then it gives a single unit the features x and x², and measures how its score rises from one x to
# the next.

# %% tags=["claim:linear-only-linear"]
W, b = W1 @ W2 @ W3, (b1 @ W2 + b2) @ W3 + b3
print("three layers, one layer, the same up to rounding:", np.allclose(walk @ W + b, plain))
x = np.arange(5.0)
score = np.column_stack([x, x**2]) @ np.array([1.0, 2.0])
print("score at x = 0 to 4:", score)
print("rise at each step:  ", np.diff(score))

# %% [markdown]
# The verdict: right, with care. Affine layers express affine relations *in their inputs*, however
# many there are. But the inputs are ours to choose, and a model that is linear in its weights need
# not be linear in x. Choosing good features by hand is hard work, though. The rest of this course
# is about networks that make their own.

# %% [markdown]
# ### Checkpoint
#
# The first layer has one unit, h = 2x + 1, and the second one unit, z = 3h − 5. Which single unit
# z = Wx + b does the same?

# %%
collapsed_pair = {"W": ..., "b": ...}
check("collapsed_pair")

# %%
ask("01.stacked")

# %% [markdown]
# **In one line:** a friend adds ten more linear layers to a linear model and the training gets
# better. Why can it not be that the model has become able to express more?

# %% [markdown] tags=["your-words"]
# *Double-click here and write your line.*

# %% [markdown]
# ## 5. XOR by hand
#
# *25 minutes*
#
# Here is the smallest task that a line cannot do. **XOR** ("exclusive or") takes two inputs a and b
# that are 0 or 1, and is 1 where exactly one of them is.
#
# | a | b | XOR |
# |---|---|---|
# | 0 | 0 | 0 |
# | 0 | 1 | 1 |
# | 1 | 0 | 1 |
# | 1 | 1 | 0 |

# %%
predict("01.xor_best")

# %% [markdown]
# Set the weights by hand. As it starts, the second unit has the weight v = 0, so there is only one
# unit. How many corners can you get right? Then give v another value; does it help? Only then
# switch the bend to ReLU, and look for all four.

# %%
widgets.xor_by_hand()

# %% [markdown]
# **Figure 1.4.** Left, the corners of XOR (squares are to be 1, circles 0) and what the network
# says around them, with the lines of its two units; right, its output at each corner, crossed out
# where it is wrong. Notice that one unit, and two units without a bend, never get beyond three.

# %%
reveal("01.xor_best")

# %% [markdown]
# ### The derivation: one unit cannot
#
# Suppose that there were weights $w_1$ and $w_2$ and a bias, here called c, with which one unit is
# right at all four corners. Then at (0, 0), (0, 1), (1, 0) and (1, 1), in this order,
#
# $$
# c \le 0, \qquad w_2 + c > 0, \qquad w_1 + c > 0, \qquad w_1 + w_2 + c \le 0
# $$
#
# Add the two in the middle, and add the first and the last:
#
# $$
# w_1 + w_2 + A c > 0, \qquad w_1 + w_2 + B c \le 0
# $$
#
# ### Checkpoint
#
# Which numbers are A and B?

# %%
xor_sums = {"A": ..., "B": ...}
check("xor_sums")

# %% [markdown]
# If you have found them, you have the proof: one and the same number would have to be above 0 and
# not above 0. So no such weights exist, however long one looks. The sheet will ask you to put the
# whole argument in order.
#
# ### The derivation: two ReLUs can
#
# The two ones of XOR lie between its two zeros: in the sum s = a + b, XOR is 0 at s = 0, 1 at s = 1
# and 0 at s = 2. So we need a curve over s that goes up and comes down again. A straight line does
# not, but ReLUs have a bend each: they are **hinges**, level up to some place and rising from
# there. Start with relu(s), which rises from 0 with slope 1, and add a second one that bends the
# curve down:
#
# $$
# f(s) = \operatorname{relu}(s) + v\,\operatorname{relu}(s - k)
# $$
#
# ### Checkpoint
#
# Where must the second ReLU begin, and which weight v must it have, so that f(0) = 0, f(1) = 1 and
# f(2) = 0?

# %%
two_bends = {"k": ..., "v": ...}
check("two_bends")

# %% [markdown]
# The figure shows two such hinges and their sum.

# %%
s = np.linspace(-0.5, 2.5, 301)
parts = {"relu(s)": relu(s), "−2 relu(s − 1)": -2 * relu(s - 1)}
fig, ax = plt.subplots(figsize=(6.5, 3.2), layout="constrained")
figures.draw_hinges(ax, s, parts, sum(parts.values()), over="s = a + b")
figures.show(
    fig,
    alt="Over s from -0.5 to 2.5: relu(s) rises from 0 with slope 1, -2 relu(s - 1) falls from 1 "
    "on with slope -2; their sum is a tent, 0 at s = 0, 1 at s = 1, 0 at s = 2.",
)

# %% [markdown]
# **Figure 1.5.** XOR as a curve over s = a + b: two hinges, thin, and their sum. Notice that the
# second hinge has to do two things, undo the slope 1 and make it −1.
#
# **XOR = relu(a + b) − 2 relu(a + b − 1)** for inputs of 0 and 1. As a network: both hidden units
# have the weights (1, 1), their biases are 0 and −1, and the output weights are 1 and −2.

# %%
corners = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
hidden = relu(corners @ np.ones((2, 2)) + np.array([0, -1]))
print(hidden @ np.array([1, -2]))

# %% [markdown]
# **In one line:** what does a hidden layer with ReLU do for XOR that a hidden layer without it
# could not do?

# %% [markdown] tags=["your-words"]
# *Double-click here and write your line.*

# %% [markdown]
# ## 6. Curves out of hinges
#
# *25 minutes*
#
# Two ReLUs made a tent. What can more of them make? A ReLU of a single input, relu(t − k), is level
# up to k and rises with slope 1 from there: a **hinge**. Multiplied by c, it has the slope c.
#
# ### The derivation: any polygon is a sum of hinges
#
# We are given **knots** $t_0 < t_1 < \dots < t_n$ and a value $y_k$ at each, joined by straight
# pieces. Piece k runs from $t_k$ to $t_{k+1}$ and has the slope
#
# $$
# m_k = \frac{y_{k+1} - y_k}{t_{k+1} - t_k}
# $$
#
# We look for $y_0$ and the weights $c_0, c_1, \dots$ of hinges that begin at the knots:
#
# $$
# g(t) = y_0 + c_0 \operatorname{relu}(t - t_0) + c_1 \operatorname{relu}(t - t_1) + \dots
# $$
#
# At $t_0$ every hinge is still 0, so the start is right: $g(t_0) = y_0$. On piece k the hinges 0 to
# k have begun and the others have not, so the slope of g there is $c_0 + c_1 + \dots + c_k$. It has
# to be $m_k$. For the first piece that says $c_0 = m_0$. And from one piece to the next exactly one
# hinge is added, so it must bring the *change* of slope:
#
# $$
# c_0 = m_0, \qquad c_k = m_k - m_{k-1}
# $$
#
# On piece 2, for instance, the sum of the weights is as it should be:
#
# $$
# m_0 + (m_1 - m_0) + (m_2 - m_1) = m_2
# $$
#
# Right start and right slopes everywhere: g is the polygon.

# %% [markdown]
# ### Checkpoint
#
# The knots are 0, 1, 2 and 4, and the values there 1, 2, 0 and 3. Find the start and the weights.

# %%
four_knots = {"y0": ..., "c0": ..., "c1": ..., "c2": ...}
check("four_knots")

# %% [markdown]
# ### How close to a curve?
#
# Every polygon, then, is a hidden layer of ReLUs. And a smooth curve can be followed by a polygon.

# %%
predict("01.twice_the_hinges")

# %% [markdown]
# The widget follows the sine with evenly spaced hinges. Move from 4 to 8, to 16, to 32: what
# happens to the largest error each time?

# %%
widgets.hinge_builder()

# %% [markdown]
# **Figure 1.6.** Left, the sine (wide) and a sum of hinges, with the largest gap between them;
# right, the largest error against the number of hinges, and the line h²/8, where h is the distance
# of the knots. Notice that the error keeps below the line, and closer to it the more hinges there
# are.

# %%
for hinges in (4, 8, 16, 32, 64):
    h = 2 * np.pi / hinges
    error = largest_error(np.sin, 0, 2 * np.pi, hinges)
    print(f"{hinges:2d} hinges   largest error {error:.4f}   h²/8 {h**2 / 8:.4f}")

# %%
reveal("01.twice_the_hinges")

# %% [markdown]
# ### The derivation: h²/8
#
# Look at one piece, from u to v, with h = v − u. Let f be the curve and p the straight piece, which
# agrees with f at u and at v. How large is f(x) − p(x) for an x between them?
#
# Compare with a parabola that is also 0 at u and v. Choose the number K such that
#
# $$
# g(t) = f(t) - p(t) - K\,(t-u)(t-v)
# $$
#
# is 0 at t = x as well. Then g has three zeros: u, x and v. Between two zeros of a smooth function
# its slope is 0 somewhere (it must turn round), so g′ has two zeros, and between these g″ has one,
# at some place ξ. Now p is straight, so p″ = 0, and the second derivative of (t − u)(t − v) is 2.
# So f″(ξ) − 2K = 0, or K = f″(ξ)/2. Put t = x into g(x) = 0:
#
# $$
# f(x) - p(x) = \frac{1}{2}\, f''(\xi)\,(x-u)(x-v)
# $$
#
# How large can the product be? Its distance from h²/4 is a square:
#
# $$
# \begin{aligned}
# \frac{(v-u)^2}{4} - (x-u)(v-x) &= x^2 - (u+v)\,x + \frac{(u+v)^2}{4} \\
# &= \Bigl(x - \frac{u+v}{2}\Bigr)^2
# \end{aligned}
# $$
#
# So (x − u)(v − x) is at most h²/4, and exactly that in the middle. If |f″| is nowhere larger than
# M, the error is at most ½·M·h²/4:
#
# $$
# |f(x) - p(x)| \le \frac{h^2}{8}\,M
# $$
#
# Half the width, a quarter of the error. For the sine M = 1. Where M is finite, enough hinges bring
# the error below any number we like. (That much is true of every continuous curve on an interval
# with both its ends, smooth or not; only the rate may be worse.)

# %% [markdown]
# ### Checkpoint
#
# How many pieces of equal width does the bound h²/8·M ask for, to follow the sine from 0 to 2π with
# an error of at most 0.001?

# %%
pieces_for_a_thousandth = ...
check("pieces_for_a_thousandth")

# %% [markdown]
# ### Is any bend good enough?
#
# "With a nonlinear function between the layers, a network can learn nonlinear relations." Let us
# try the simplest one, f(z) = z². With one unit it even computes XOR: (a − b)² is 0, 1, 1, 0. Now
# give a hidden layer 50 units with random weights, choose the best output weights (by least
# squares), and let it follow sin 2x between −3 and 3. The **rank** says how many really different
# curves the 50 units and the bias have to offer.

# %% tags=["claim:so-nonlinear"]
x = np.linspace(-3, 3, 200)
w, b = np.random.default_rng(0).normal(size=(2, 50))
z = np.outer(x, w) + b
for name, hidden in (("z", z), ("z²", z**2), ("relu(z)", relu(z))):
    features = np.column_stack([hidden, np.ones_like(x)])
    best, _, rank, _ = np.linalg.lstsq(features, np.sin(2 * x), rcond=1e-10)
    error = np.abs(features @ best - np.sin(2 * x)).max()
    print(f"{name:8s} largest error {error:.2f}   rank {rank if rank < 20 else 'over 20'}")

# %% [markdown]
# Fifty squares are no better than none. The reason is one line of algebra: each unit contributes
#
# $$
# v\,(w x + b)^2 = v w^2 x^2 + 2 v w b\,x + v b^2
# $$
#
# a parabola, and a sum of parabolas is a parabola. The verdict on the sentence: something nonlinear
# is *necessary*, by section 4, and not *sufficient*. Hinges suffice, because they bend in different
# places and so do not add up to one of their own kind.
#
# **In one line:** why does a sum of hinges need the *changes* of slope as weights, and not the
# slopes?

# %% [markdown] tags=["your-words"]
# *Double-click here and write your line.*

# %% [markdown]
# ## 7. Depth folds
#
# *20 minutes*
#
# In one layer, n ReLUs of one input give at most n bends, so n + 1 straight pieces: each new piece
# costs one ReLU. Is that all they can do?

# %%
predict("01.fold")

# %%
widgets.depth_folder()

# %% [markdown]
# **Figure 1.7.** Left, the output of the last layer over x, and in grey that of the layer before;
# right, the pieces. Notice that each layer of two ReLUs takes every straight piece and makes two of
# it.

# %%
reveal("01.fold")

# %% [markdown]
# ### The derivation
#
# The two ReLUs of a layer make the **tent map**
#
# $$
# T(x) = 2\operatorname{relu}(x) - 4\operatorname{relu}\Bigl(x - \frac{1}{2}\Bigr)
# $$
#
# For x between 0 and ½ it is 2x. For x between ½ and 1 it is
#
# $$
# 2x - 4\Bigl(x - \frac{1}{2}\Bigr) = 2 - 2x
# $$
#
# So T runs from 0 up to 1 and back to 0. It folds the interval in the middle and stretches it to
# its old length.
#
# Now suppose that after L layers the output is a zigzag of $2^L$ straight pieces, each running all
# the way between 0 and 1. Every piece passes through ½ once, in its middle. The next tent sends the
# part below ½ up to 1 and the part above ½ down again, so of each piece it makes two, and each of
# these runs all the way between 0 and 1. That makes $2\cdot 2^L = 2^{L+1}$ pieces. For L = 1 it is
# the tent itself. By induction, **L layers of two ReLUs make $2^L$ pieces** between 0 and 1.
#
# It is an ordinary network: the sum 2a₁ − 4a₂ at the end of one layer is affine, and by section 4
# it merges with the weights at the start of the next.

# %% [markdown]
# ### Checkpoint
#
# We want a curve of at least 1000 straight pieces. How many folding layers does it take, and how
# many ReLUs in all? And how many ReLUs in a single layer, at least?

# %%
a_thousand_pieces = {"layers": ..., "folding ReLUs": ..., "ReLUs in one layer": ...}
check("a_thousand_pieces")

# %% [markdown]
# ### Does it happen by itself?
#
# "Deep networks have exponentially many pieces": we have just built one. But we chose its weights.

# %%
predict("01.random_depth")

# %% [markdown]
# The experiment takes 200 random networks of each kind, follows each exactly from x = −3 to 3, and
# counts its pieces. (The weights are normal with the variance 2/inputs, the biases standard
# normal.)

# %%
shapes = {"24": [24], "12 + 12": [12, 12], "8 + 8 + 8": [8] * 3, "six of 4": [4] * 6}
counts = {name: random_piece_counts(layers) for name, layers in shapes.items()}
for name, found in counts.items():
    print(f"{name:10s} mean {np.mean(found):4.1f}   least {min(found):2d}   most {max(found)}")

# %%
fig, ax = plt.subplots(figsize=(6.5, 3.8), layout="constrained")
figures.draw_piece_counts(ax, counts)
figures.show(
    fig,
    alt="Straight pieces of 200 random networks of 24 ReLUs, for four ways of stacking them. The "
    "mean falls from 21.7 for one layer over 20.5 and 19.3 to 10.6 for six layers of four, while "
    "the spread grows.",
)

# %% [markdown]
# **Figure 1.8.** How many of 200 random networks have how many pieces, for four ways of stacking 24
# ReLUs; the upright line is the mean. Notice that depth does not raise the mean: it lowers it, and
# scatters the networks more widely.

# %%
reveal("01.random_depth")

# %% [markdown]
# So depth makes a great many pieces *possible*; random weights do not find them. That training
# finds more than chance does is another question, and counting pieces is not the only way in which
# depth can help.
#
# **In one line:** a page says "ten layers of two units give 1024 pieces". Which word would you add?

# %% [markdown] tags=["your-words"]
# *Double-click here and write your line.*

# %% [markdown]
# ## 8. When is a line enough?
#
# *20 minutes*
#
# "Most real problems are nonlinear", it is said, and then follows a picture of two spirals. Let us
# look at both: the spirals, and a real problem.
#
# The spirals are 400 points in the plane, 200 of each class, which wind around the middle. Two
# networks learn to tell the classes apart: one that is affine from beginning to end, and one with
# two layers of 32 ReLUs. (How networks learn is a subject of later lessons. Here it is enough that
# both go through the data 60 times and adjust their weights a little each time.) The **accuracy**
# is the share of points that are labelled correctly.

# %%
X, y = spirals()
linear = train(X, y, hidden=(), rate=0.3, momentum=0.9, epochs=60)
bent = train(X, y, hidden=(32, 32), rate=0.3, momentum=0.9, epochs=60)
print(f"linear     accuracy {linear.accuracies[-1]:.2f}")
print(f"2×32 ReLU  accuracy {bent.accuracies[-1]:.2f}")

# %%
side = np.linspace(-1.3, 1.3, 131)
places = np.stack(np.meshgrid(side, side), axis=-1).reshape(-1, 2)
fig, axes = plt.subplots(1, 2, figsize=(8, 3.8), layout="constrained")
for ax, title, run in zip(axes, ("linear", "two layers of 32 ReLUs"), (linear, bent), strict=True):
    labels = run.network.logits(places).argmax(axis=1).reshape(131, 131)
    figures.draw_regions(ax, X, y, side, side, labels, title)
figures.show(
    fig,
    alt="Two interleaved spirals of points. Left, a straight border cuts through both, and about "
    "a third of the points lie on the wrong side. Right, a border of many short straight pieces "
    "winds between the spirals and separates them.",
)

# %% [markdown]
# **Figure 1.9.** What each network says about every place of the plane. Notice that the winding
# border on the right consists of straight pieces: the second layer bends what the hinges of the
# first have made.
#
# But spirals are made to be hard, and how hard depends on how far they wind. Look how the linear
# accuracy falls with the number of turns, down to little more than a coin toss:

# %%
for turns in (0.25, 0.5, 0.75, 1.0):
    X, y = spirals(turns=turns)
    runs = [train(X, y, h, rate=0.3, momentum=0.9, epochs=60) for h in ((), (32, 32))]
    shown = "   ReLU ".join(f"{run.accuracies[-1]:.2f}" for run in runs)
    print(f"{turns:4.2f} turns   linear {shown}")

# %% [markdown]
# At a quarter of a turn a line does everything, and it is the same kind of data. "Nonlinear" is
# not a yes or a no.
#
# Now a real problem: 1797 handwritten digits, each an image of 8 by 8 pixels, and ten classes. The
# digit is read off by the largest of ten scores. 1437 images are for training, and 360 others are
# **held out**, kept away from training, to measure on.

# %%
predict("01.digits_gain")

# %% [markdown]
# Five times the images are divided anew into training and held-out ones. Compare the two columns,
# and also the lines with each other.

# %% tags=["claim:most-problems-nonlinear"]
accuracies = []
for seed in range(5):
    training, held_out = split_digits(centring="standard", seed=seed)
    runs = [train(*training, h, momentum=0.9, held_out=held_out, seed=seed) for h in ((), (64,))]
    accuracies.append([run.held_out_accuracies[-1] for run in runs])
    print(f"division {seed}   linear {accuracies[-1][0]:.2f}   64 ReLUs {accuracies[-1][1]:.2f}")
linear, bent = np.mean(accuracies, axis=0)
print(f"mean         linear {linear:.2f}   64 ReLUs {bent:.2f}")

# %%
reveal("01.digits_gain")

# %% [markdown]
# The hidden layer gains about one image in a hundred. From one division to the next the accuracy
# varies by more than that. On this problem a linear model is very nearly enough, and it is smaller,
# faster to train and easier to explain.
#
# Why? No two digits wind around each other as the spirals do: images of the same digit resemble
# each other, and lie close together in a space of 64 dimensions. And a plane there has 64 numbers
# to adjust, where a line among the spirals has two (the scale of w and b does not count).
#
# The verdict on "most real problems are nonlinear": nobody has counted, and it is not one question.
# Ask *how much* is gained on *these* data, and measure it. **Always train the linear model first.**
# It costs minutes, and tells you what the rest is worth.

# %%
ask("01.small_gain")

# %% [markdown]
# **In one line:** a colleague reports 97 % with a deep network. Which number do you ask for next?

# %% [markdown] tags=["your-words"]
# *Double-click here and write your line.*

# %% [markdown]
# ## What was learned
#
# *10 minutes*
#
# Here are sentences that you will meet in many introductions, and what has become of them.
#
# - *A linear combination can only express linear relations.* Right, with care: affine layers stay
#   affine in their inputs, but linear in the weights need not be linear in x (section 4).
# - *So networks with a nonlinear function can learn nonlinear relations.* Necessary, and not
#   sufficient: z² in one hidden layer gives parabolas only (section 6).
# - *Most real problems are nonlinear.* Unquantified. Spirals need bends; for the digits a line is
#   nearly enough (section 8).
#
# And the lesson in five lines:
#
# 1. Z = XW + b: rows are samples, columns are units, and the inputs are summed over.
# 2. w is the normal of the line w·x + b = 0, and (w·x + b)/‖w‖ the signed distance from it.
# 3. Affine layers with nothing between them are one: $(XW_1+b_1)W_2+b_2 = X(W_1W_2)+(b_1W_2+b_2)$.
# 4. One unit cannot compute XOR; relu(a + b) − 2 relu(a + b − 1) does. Sums of hinges are polygons,
#    and follow a smooth curve f to within h²/8 times the largest |f″|.
# 5. Depth can fold, $2^L$ pieces with 2L ReLUs, but random weights do not. And often a line is
#    enough: measure.
#
# **Next:** the graded sheet,
# [exercises/01_linear_combinations.ipynb](../exercises/01_linear_combinations.ipynb). There you
# write the functions of this lesson yourself. After that,
# [lesson 02](02_sigmoid_tanh.ipynb) puts the first activation function behind the score, and makes
# a probability of it.
#
# The last cell shows what you have done so far.

# %% tags=["nbval-ignore-output"]
progress()
