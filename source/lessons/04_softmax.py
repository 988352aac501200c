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
# # Lesson 04. Softmax
#
# With two classes one number z is enough, and the sigmoid turns it into a probability. With more
# classes there is one number for each, and softmax turns them all into probabilities at once. This
# lesson derives softmax, computes it safely, takes it backwards, gives it its loss, and then asks
# a question that is often left out: do these probabilities come true?
#
# **By the end you can**
#
# - derive softmax from log-odds and from maximum entropy, and say how it contains the sigmoid;
# - say what a logit means, and what a temperature does;
# - compute softmax and its logarithm along any axis, for any numbers a computer can hold;
# - derive its Jacobian, and go backwards through it without writing the matrix down;
# - derive the gradient p − y of the cross-entropy, and smooth labels;
# - choose between one softmax and several sigmoids;
# - measure whether probabilities are calibrated: those of a network, and your own.
#
# **You need** [lesson 02](02_sigmoid_tanh.ipynb) (log-odds, maximum entropy, overflow,
# cross-entropy), partial derivatives, and NumPy arrays with an `axis`.

# %% [markdown]
# | section | alone | in class |
# |---|---|---|
# | Warm-up | 5 min | 3 min |
# | 1. From log-odds to softmax | 25 min | 15 min |
# | 2. Hot and cold | 20 min | 12 min |
# | 3. Why the exponential? | 25 min | 14 min |
# | 4. The numbers a computer has | 25 min | 15 min |
# | 5. How p answers to z | 20 min | 12 min |
# | 6. Backwards without the matrix | 15 min | 8 min |
# | 7. The loss that belongs to softmax | 25 min | 15 min |
# | 8. A little doubt, and more than one label | 25 min | 14 min |
# | 9. Do these probabilities come true? | 25 min | 14 min |
# | 10. And yours? | 10 min | 6 min |
# | What was learned | 10 min | 2 min |
# | **together** | **3 h 50 min** | **2 h 10 min** |
#
# Sections 1 to 3, 4 to 6 and 7 to 10 make three good evenings. Each section starts with a
# prediction; say honestly how sure you are. Section 10 comes back to that.

# %%
import matplotlib.pyplot as plt
import numpy as np

from course_utils import figures, losses, widgets
from course_utils.activations import log_softmax, logsumexp, sigmoid, softmax, softmax_jacobian
from course_utils.calibration import expected_calibration_error, reliability_bins
from course_utils.experiments import output_heads, overconfidence
from course_utils.notebook import ask, check, glossary, hint, predict, progress, reveal, solution
from course_utils.notebook.record import the_record
from course_utils.numerics import numerical_gradient, numerical_jacobian

# %% [markdown]
# ## Warm-up: two questions on earlier lessons
#
# Answer from memory first.

# %%
ask("02.odds")

# %%
ask("03.off")

# %% [markdown]
# ## 1. From log-odds to softmax
#
# *25 minutes*
#
# There are K classes, and a sample belongs to exactly one of them. A network computes one number
# for each class, $z_1, \dots, z_K$, its **logits**. **Softmax** turns them into probabilities:
#
# $$
# p_i = \frac{e^{z_i}}{\sum_{j=1}^{K} e^{z_j}}
# $$
#
# Each $e^{z_i}$ is positive, and dividing by their sum makes the shares sum to 1. Before we ask
# where the formula comes from, find out how it behaves.

# %%
predict("04.add_ten")

# %% [markdown]
# All ways to share a probability of 1 among three classes fit into a triangle, the **simplex**: the
# nearer to a corner, the surer of that class. Set the three logits. Then choose "add 10 to all",
# and "double all". What does the point do?

# %%
widgets.simplex()

# %% [markdown]
# **Figure 4.1.** Three probabilities as a point and as bars. The hollow circle is where the point
# was before the change. Notice that adding 10 to all logits moves nothing at all, while doubling
# them does.

# %%
reveal("04.add_ten")

# %% [markdown]
# ### The derivation
#
# In lesson 02 one number was enough for two classes: the log-odds of class 1 against class 0. For K
# classes take one of them, say the last, to compare with. Suppose that a model gives us the
# log-odds $z_i$ of each class against the last one; then $z_K = 0$, since a class has even odds
# against itself. We look for the probabilities. For each i from 1 to K
#
# $$
# \begin{aligned}
# \log\frac{p_i}{p_K} &= z_i \\
# p_i &= p_K\,e^{z_i}
# \end{aligned}
# $$
#
# The probabilities sum to 1, and that gives the one that is still unknown:
#
# $$
# \begin{aligned}
# \sum_{j=1}^{K} p_K\,e^{z_j} &= 1 \\
# p_K &= \frac{1}{\sum_{j=1}^{K} e^{z_j}}
# \end{aligned}
# $$
#
# Put it into $p_i = p_K\,e^{z_i}$, and there is softmax. Nothing was chosen because it looks nice:
# softmax is what log-odds against a common class *mean*. With log-odds that are linear in the
# inputs, $z_i = w_i\cdot x + b_i$, this model is called multinomial logistic regression.

# %% [markdown]
# ### What a logit means
#
# In the derivation $z_K$ was 0. A network gives K free numbers instead. Is that one too many? Add
# the same c to all of them:
#
# $$
# \begin{aligned}
# \frac{e^{z_i+c}}{\sum_{j=1}^{K} e^{z_j+c}}
# &= \frac{e^{c}\,e^{z_i}}{\sum_{j=1}^{K} e^{c}\,e^{z_j}} \\
# &= \frac{e^{c}\,e^{z_i}}{e^{c}\,\sum_{j=1}^{K} e^{z_j}} \\
# &= \frac{e^{z_i}}{\sum_{j=1}^{K} e^{z_j}}
# \end{aligned}
# $$
#
# So softmax is **shift invariant**: it sees differences of logits, and nothing else. For any two
# classes
#
# $$
# \begin{aligned}
# \log\frac{p_i}{p_k} &= \log\frac{e^{z_i}}{e^{z_k}} \\
# &= z_i - z_k
# \end{aligned}
# $$
#
# which also shows the converse: two rows of logits with the same probabilities differ by one common
# number. It is often said that *logits are raw scores*. Let us look at one network's logits for one
# sample, as they are and shifted, and at what is left of them when log p is taken away.

# %% tags=["claim:logits-raw-scores"]
z = np.array([1.0, 3.0, 0.5])
for c in (0, 10, -100):
    p = softmax(z + c)
    rest = z + c - np.log(p)
    print(f"logits {z + c}   p {p.round(3)}   logit - log p {rest.round(3)}")

# %% [markdown]
# **Verdict: imprecise.** They are scores, but not of any kind: each logit is the logarithm of a
# probability, up to a constant that is the same for the whole row. A single logit of 3 says
# nothing; a logit that is 2 above another says "e² times as probable". That is why one calls them
# *unnormalised log-probabilities*.

# %%
ask("04.three_times")

# %% [markdown]
# There is no such freedom for factors. Doubling the logits squares every $e^{z_i}$. In the second
# step divide numerator and denominator by the square of the sum:
#
# $$
# \begin{aligned}
# \frac{e^{2z_i}}{\sum_{j=1}^{K} e^{2z_j}}
# &= \frac{(e^{z_i})^2}{\sum_{j=1}^{K} (e^{z_j})^2} \\
# &= \frac{p_i^2}{\sum_{j=1}^{K} p_j^2}
# \end{aligned}
# $$
#
# Squaring favours the large. So softmax is *not* scale invariant.

# %% [markdown]
# ### Checkpoint
#
# A model says: the log-odds of A against C are log 2, those of B against C are log 5. What are the
# three probabilities?

# %%
shares_from_log_odds = {"p(A)": ..., "p(B)": ..., "p(C)": ...}
check("shares_from_log_odds")

# %% [markdown]
# ### Two classes
#
# With two classes, numbered 0 and 1, softmax must agree with lesson 02. Which numbers A and B make
#
# $$
# \frac{e^{z_1}}{e^{z_0}+e^{z_1}} = \sigma(A z_1 + B z_0)
# $$
#
# true for all $z_0$ and $z_1$? And which C, if both logits are divided by 2 first, so that the
# right side becomes $\sigma\bigl(C\,(z_1-z_0)\bigr)$?

# %%
two_classes = {"A": ..., "B": ..., "C": ...}
check("two_classes")

# %% [markdown]
# So the sigmoid of z is p₁ of softmax over the logits (0, z): class 0 has its logit fixed at 0.
#
# **In one line:** a network for three classes has three logits although two would do. What could
# happen to the third number during training, without any effect on the probabilities?

# %% [markdown] tags=["your-words"]
# *Double-click here and write your line.*

# %% [markdown]
# ## 2. Hot and cold
#
# *20 minutes*
#
# Since factors matter, it is useful to have one factor to turn: softmax with a **temperature** T >
# 0 divides all logits by T first,
#
# $$
# p_i = \frac{e^{z_i/T}}{\sum_{j=1}^{K} e^{z_j/T}}
# $$

# %%
predict("04.hot")

# %% [markdown]
# The same three logits, 2, 1 and −1, at temperatures from 0.05 to 100. How much such a row leaves
# open is measured by its **entropy** $H = -\sum_i p_i\log p_i$ (where 0·log 0 counts as 0): 0 if
# one class is certain, log K if all are equal. Look at both ends.

# %%
z = np.array([2.0, 1.0, -1.0])
T = np.geomspace(0.05, 100, 120)
p = np.array([softmax(z, temperature=t) for t in T])
log_p = np.array([log_softmax(z, temperature=t) for t in T])
entropy = -(p * log_p).sum(axis=1)

# %%
fig, axes = plt.subplots(1, 2, figsize=(8, 3.2), layout="constrained")
figures.draw_temperature(axes, T, p, entropy, names=("z = 2", "z = 1", "z = −1"))
figures.show(
    fig,
    alt="Left, three probabilities over the temperature on a log axis: at 0.05 they are 1, 0 and "
    "0; with rising temperature they approach one another, and at 100 all are close to one third. "
    "Right, their entropy, which rises from 0 to log 3 and never falls.",
)

# %% [markdown]
# **Figure 4.2.** Softmax of the logits 2, 1 and −1 over the temperature. Notice that their order
# never changes, and that the entropy rises all the way.

# %%
reveal("04.hot")

# %% [markdown]
# ### The two ends
#
# Let m be the largest logit, and let it occur n times in the row (as a rule n = 1). Shift by m,
# which changes nothing:
#
# $$
# \frac{e^{z_i/T}}{\sum_{j=1}^{K} e^{z_j/T}}
# = \frac{e^{(z_i-m)/T}}{\sum_{j=1}^{K} e^{(z_j-m)/T}}
# $$
#
# - **T → 0, cold.** Where $z_j = m$ the exponential is 1. Everywhere else $(z_j-m)/T$ goes to −∞,
#   and the exponential to 0. So the n largest share the probability, 1/n each, and all others get
#   0. With n = 1 the class with the largest logit gets everything: this is **argmax**, of which
#   softmax is a soft form.
# - **T → ∞, hot.** All exponents go to 0, all exponentials to 1, and every class gets 1/K.

# %% [markdown]
# ### In between: hotter is more open
#
# The figure suggests that the entropy grows with T. Let us prove it. Write β for 1/T, S for the sum
# and L for its logarithm: $L = \log S$ with $S = \sum_j e^{\beta z_j}$. Let m now be the mean of
# the logits under p, $m = \sum_i p_i z_i$, and V their variance, $V = \sum_i p_i z_i^2 - m^2$. Two
# derivatives are needed. The first:
#
# $$
# \begin{aligned}
# \frac{dL}{d\beta} &= \frac{1}{S}\,\sum_{i=1}^{K} z_i\,e^{\beta z_i} \\
# &= \sum_{i=1}^{K} p_i z_i \\
# &= m
# \end{aligned}
# $$
#
# The second, by the quotient rule on the first line, is
#
# $$
# \begin{aligned}
# \frac{dm}{d\beta} &= \frac{1}{S}\,\sum_{i=1}^{K} z_i^2\,e^{\beta z_i}
# - \Bigl(\frac{1}{S}\,\sum_{i=1}^{K} z_i\,e^{\beta z_i}\Bigr)^2 \\
# &= \sum_{i=1}^{K} p_i z_i^2 - m^2 \\
# &= V
# \end{aligned}
# $$
#
# Now the entropy. Since $\log p_i = \beta z_i - L$,
#
# $$
# \begin{aligned}
# H &= -\sum_{i=1}^{K} p_i\,(\beta z_i - L) \\
# &= L - \beta m
# \end{aligned}
# $$
#
# and its derivative, with the product rule for βm and with dβ/dT = −1/T², is
#
# $$
# \begin{aligned}
# \frac{dH}{d\beta} &= m - (m + \beta V) \\
# &= -\beta V
# \end{aligned}
# $$
#
# $$
# \begin{aligned}
# \frac{dH}{dT} &= (-\beta V)\cdot\Bigl(-\frac{1}{T^2}\Bigr) \\
# &= \frac{V}{T^3}
# \end{aligned}
# $$
#
# A variance is never negative. So the entropy never falls as T rises, and it stays the same only if
# V = 0, that is, if all logits are equal. A check by numbers, at three temperatures:


# %%
def entropy_at(t):
    """The entropy in nats of softmax of the logits (2, 1, -1) at temperature t."""
    return -np.sum(softmax(z, temperature=t) * log_softmax(z, temperature=t))


for t in (0.5, 1.0, 3.0):
    p = softmax(z, temperature=t)
    variance = p @ z**2 - (p @ z) ** 2
    slope = (entropy_at(t + 1e-5) - entropy_at(t - 1e-5)) / 2e-5
    print(f"T {t}   slope of the entropy {slope:.5f}   V/T³ {variance / t**3:.5f}")

# %% [markdown]
# ### Checkpoint
#
# Two logits give the probabilities 0.2 and 0.8 at T = 1. What does the second one become at other
# temperatures? (A fraction such as `3 / 7` is welcome.)

# %%
two_temperatures = {"T = 2": ..., "T = 1/2": ..., "T to infinity": ...}
check("two_temperatures")

# %% [markdown]
# **In one line:** a program that writes text draws the next word from a softmax. What do you hear
# when its temperature is turned up?

# %% [markdown] tags=["your-words"]
# *Double-click here and write your line.*

# %% [markdown]
# ## 3. Why the exponential?
#
# *25 minutes*
#
# "Softmax gives values between 0 and 1 that sum to 1; hence it suits classes." You have met this
# kind of reasoning in lesson 02. There are many ways to make such shares. Here is a rival: divide
# the square of each number by the sum of the squares.

# %%
predict("04.squares")

# %%
z = np.linspace(-4, 4, 161)
rows = np.stack([z, np.zeros_like(z), np.ones_like(z)], axis=1)
soft = softmax(rows)[:, 0]
squares = z**2 / (z**2 + 0 + 1)
fig, ax = plt.subplots(figsize=(6.5, 3.4), layout="constrained")
figures.draw_rivals(ax, z, soft, squares)
figures.show(
    fig,
    alt="The share of class A over its own logit from -4 to 4. With softmax it rises all the way "
    "from near 0 to 0.94. With squares it falls from 0.94 at -4 to 0 at 0 and rises again.",
)

# %% [markdown]
# **Figure 4.3.** Two ways to make shares of three numbers. Notice the left half: with squares,
# evidence *against* class A raises its share.

# %%
reveal("04.squares")

# %% [markdown]
# Here is the claim, put to the test: softmax and two rivals, all of which give values from 0 to 1
# that sum to 1, and what each does to the logits 2, 1 and −2, as they are and with 1 added to each.

# %% tags=["claim:softmax-suits-classes"]
shares = {"softmax": np.exp, "squares": np.square, "absolute values": np.abs}
logits = np.array([2.0, 1.0, -2.0])
for name, positive in shares.items():
    as_given, shifted = positive(logits), positive(logits + 1)
    p, q = as_given / as_given.sum(), shifted / shifted.sum()
    print(f"{name:16s} {p.round(3)}   shifted {q.round(3)}   sums {p.sum():.3f} {q.sum():.3f}")
print("softmax of (0, 800) in float64:", softmax([0.0, 800.0]))

# %% [markdown]
# **Verdict: right, up to rounding, but the "hence" does not follow.** All three have such values,
# and two of them give the class with the logit −2 as much as the class with the logit 2. (For real
# numbers softmax stays strictly between 0 and 1; a float may reach both ends.) Two things are
# missing in the claim: what the values *mean*, which is the subject of this section, and that the
# classes must **exclude one another**, to which section 8 returns.
#
# ### Claim as little as possible
#
# Suppose we know only the mean of the logits under p, that is, the number $m = \sum_i p_i z_i$.
# Among all probabilities with this mean, take those that leave open as much as they can: those with
# the largest entropy. In lesson 02 you followed this argument for two classes. Now it is your turn
# to put its lines in order.
#
# 1. The $p_i$ sum to 1. So $e^{\mu-1}$ is one over $\sum_j e^{\beta z_j}$.
# 2. At a maximum the slope along each $p_i$ is 0: $-\log p_i - 1 + \mu + \beta z_i = 0$.
# 3. Put this in: $p_i = e^{\beta z_i}/\sum_j e^{\beta z_j}$, which for β > 0 is softmax at the
#    temperature T = 1/β.
# 4. Give the two conditions the multipliers μ and β, and write $-\sum_i p_i\log p_i +
#    \mu\,(\sum_i p_i - 1) + \beta\,(\sum_i p_i z_i - m)$.
# 5. Solve for $\log p_i$ and take e to the power of both sides: $p_i = e^{\mu-1}\,e^{\beta z_i}$.

# %%
boltzmann_order = [..., ..., ..., ..., ...]  # the numbers of the lines, first to last
check("boltzmann_order")

# %% [markdown]
# It is a maximum, and the only one: the second derivative of $-p\log p$ is −1/p, negative for every
# p > 0, so the entropy curves downwards in every direction. (β is positive if m is above the plain
# mean of the logits. Below it β is negative, and the small logits are favoured.)
#
# The physicists had this formula long before. In a gas at temperature T, a state with energy
# $E_i$ is taken with a probability proportional to $e^{-E_i/T}$ (with T measured in units of
# energy): the **Boltzmann distribution**. Read $z_i = -E_i$, and it is softmax; hence the word
# "temperature". The mean energy is what is known of the gas, and β is the multiplier that goes with
# it.
#
# In a classifier there is one condition per class and feature: for each class k the expected sum of
# each feature over the samples of that class should be what was observed. Each condition brings a
# multiplier, its weight, and the same five lines lead to softmax of $z_k = w_k\cdot x + b_k$. That
# is the third way to the same formula.

# %% [markdown]
# **In one line:** "softmax is used because its outputs sum to 1." What would you add?

# %% [markdown] tags=["your-words"]
# *Double-click here and write your line.*

# %% [markdown]
# ## 4. The numbers a computer has
#
# *25 minutes*
#
# Logits of 1000 are nothing out of the ordinary in a network that has gone astray, and $e^{1000}$
# is not a float. Shift invariance is the way out: subtract something before taking exponentials.
# But what?

# %%
predict("04.which_shift")

# %% [markdown]
# The batch has two rows, (0, 1, 2) and another one that you can move and stretch. Choose what is
# subtracted. Which of the four choices can you *not* break?

# %%
widgets.overflow_lens()

# %% [markdown]
# **Figure 4.4.** What goes into exp, and what comes out as probabilities, in float64. Notice the
# two ways to fail: an exponent in the right zone overflows, and a row that lies wholly in the left
# zone has a sum of 0.

# %%
reveal("04.which_shift")

# %% [markdown]
# ### The derivation
#
# Let m be the largest logit of the row itself. With the shift m every exponent $z_j - m$ is at most
# 0, so no exponential exceeds 1 and nothing overflows. And at least one exponent is exactly 0, so
# the sum is at least 1: there is no division by 0. Exponentials that **underflow**, that is, are
# too small for a float and become 0, belong to probabilities that are 0 to within rounding. With a
# shift far below m the largest exponential overflows; with a shift far above m all of them vanish.
#
# For a batch this means: every row needs *its own* maximum. In NumPy,
# `z.max(axis=-1, keepdims=True)` has one entry per row and keeps the shape (rows, 1), which lines
# up with the rows. Without `keepdims=True` the shape is (rows,), and NumPy lines it up with the
# *columns*.

# %% [markdown]
# ### A line to repair
#
# A much-read question on Stack Overflow, "How to implement the Softmax function in Python" (number
# 34968722, of 2016), contains two lines that subtract the maximum, as one should, and divide by the
# sum. For a single row of scores, which is what was asked about there, they are right. The same two
# lines stand in a great many programs, and where such a program hands them a *batch*, they go wrong
# without a word:


# %% tags=["slide"]
def repaired_softmax(logits):
    """Softmax along the rows of a matrix of logits, (samples, classes)."""
    e = np.exp(logits - np.max(logits))
    return e / e.sum()


# %%
batch = np.array([[3.0, 1.0, 0.2], [3.0, 1.0, 0.2]])
result = repaired_softmax(batch)
print(result.round(3))
print("row sums", result.sum(axis=1).round(3))

# %% [markdown]
# ### Checkpoint
#
# There are two mistakes in it. Repair both, run the cells again, and check.

# %%
check("repaired_softmax")

# %% [markdown]
# ### The smooth maximum
#
# The logarithm of the sum in softmax has a name, **log-sum-exp**:
#
# $$
# \operatorname{LSE}(z) = \log\sum_{j=1}^{K} e^{z_j}
# $$
#
# With it the logarithm of softmax becomes a difference:
#
# $$
# \begin{aligned}
# \log p_i &= \log\frac{e^{z_i}}{\sum_{j=1}^{K} e^{z_j}} \\
# &= z_i - \log\sum_{j=1}^{K} e^{z_j}
# \end{aligned}
# $$
#
# Adding c to all logits adds c to LSE:
#
# $$
# \begin{aligned}
# \log\sum_{j=1}^{K} e^{z_j+c} &= \log\Bigl(e^{c}\,\sum_{j=1}^{K} e^{z_j}\Bigr) \\
# &= c + \log\sum_{j=1}^{K} e^{z_j}
# \end{aligned}
# $$
#
# Take c = −m and bring it to the other side. The result is stable for every row:
#
# $$
# \log\sum_{j=1}^{K} e^{z_j} = m + \log\sum_{j=1}^{K} e^{z_j-m}
# $$
#
# How large is it? Of the K terms in the last sum at least one is 1, and none is larger. So the sum
# lies between 1 and K, and its logarithm between 0 and log K:
#
# $$
# \max(z_1, \dots, z_K) \le \operatorname{LSE}(z) \le \max(z_1, \dots, z_K) + \log K
# $$
#
# It is a maximum with its corner rounded off.

# %%
z = np.linspace(-3, 3, 121)
smooth = logsumexp(np.stack([z, np.zeros_like(z)], axis=1))
fig, ax = plt.subplots(figsize=(6, 3.3), layout="constrained")
figures.draw_smooth_maximum(ax, z, smooth, np.maximum(z, 0))
figures.show(
    fig,
    alt="LSE(z, 0) over z from -3 to 3, between two lines with a corner at z = 0: the maximum of z "
    "and 0 below, the same plus log 2 above. It comes ever closer to the lower one on both sides, "
    "and touches the upper one at z = 0.",
)

# %% [markdown]
# **Figure 4.5.** LSE of the two logits z and 0. Notice where it touches the upper bound: where both
# logits are equal. You know the curve: log(e^z + e^0) is softplus, the smooth ReLU.

# %% [markdown]
# Keep log p as it is for as long as you can. Where a probability underflows to 0, its logarithm is
# still an ordinary number. In a program leave the maximum out for good:
# $\log p_i = (z_i-m) - \log\sum_j e^{z_j-m}$. Whoever adds m back, and then subtracts LSE from
# $z_i$, loses everything beside very large logits, as the last two lines show: m + log 2 is rounded
# to m.

# %%
z = np.array([0.0, -500.0, -2000.0])
for logit, p, log_p in zip(z, softmax(z), log_softmax(z), strict=True):
    print(f"logit {logit:7.0f}   p {p:8.2g}   log p {log_p:9.4g}")
huge = np.array([1e17, 1e17])
print("log p of two equal logits of 1e17   ", log_softmax(huge).round(3))
print("the same by z - LSE in floats       ", huge - logsumexp(huge))

# %% [markdown]
# ### Checkpoint
#
# Two logits of 1000 each: what is their LSE? And what is log p(B) for A and B with the logits 0 and
# −2000? (`np.log` may stand in your answer.)

# %%
lse_blanks = {"LSE(1000, 1000)": ..., "log p(B)": ...}
check("lse_blanks")

# %%
ask("04.shift")

# %% [markdown]
# **In one line:** why does subtracting the *smallest* logit of a row not do?

# %% [markdown] tags=["your-words"]
# *Double-click here and write your line.*

# %% [markdown]
# ## 5. How p answers to z
#
# *20 minutes*
#
# To train a network one needs slopes. Softmax has K inputs and K outputs, so there are K² of them.

# %%
predict("04.raise_one")

# %% [markdown]
# Each cell of the table is one slope: how fast the probability of its row grows with the logit of
# its column. Move the logits. What is always true of the signs, and of the rows?

# %%
widgets.jacobian_table()

# %% [markdown]
# **Figure 4.6.** Three probabilities and the nine slopes of softmax. Notice that only the diagonal
# is positive, that the table is the same when rows and columns are exchanged, and that every row
# sums to 0.

# %%
reveal("04.raise_one")

# %% [markdown]
# ### The derivation
#
# Write S for the sum $\sum_j e^{z_j}$. Its derivative along $z_j$ is $e^{z_j}$. First the slope of
# $p_i = e^{z_i}/S$ along its *own* logit, by the quotient rule:
#
# $$
# \begin{aligned}
# \frac{\partial p_i}{\partial z_i} &= \frac{e^{z_i}\,S - e^{z_i}\,e^{z_i}}{S^2} \\
# &= \frac{e^{z_i}}{S}\cdot\frac{S - e^{z_i}}{S} \\
# &= p_i\,(1-p_i)
# \end{aligned}
# $$
#
# You know this: it is the slope of the sigmoid. Along *another* logit, j ≠ i, the numerator does
# not change:
#
# $$
# \begin{aligned}
# \frac{\partial p_i}{\partial z_j} &= -\frac{e^{z_i}\,e^{z_j}}{S^2} \\
# &= -p_i\,p_j
# \end{aligned}
# $$
#
# Both cases fit into one line with $\delta_{ij}$, which is 1 for i = j and 0 otherwise:
#
# $$
# \frac{\partial p_i}{\partial z_j} = p_i\,(\delta_{ij} - p_j)
# $$
#
# The matrix of all slopes is the **Jacobian** J. With a temperature T, each is divided by T
# besides.

# %% [markdown]
# ### Three properties
#
# **Rows sum to 0.** Add up row i:
#
# $$
# \begin{aligned}
# \sum_{j=1}^{K} p_i\,(\delta_{ij}-p_j) &= p_i - p_i\,\sum_{j=1}^{K} p_j \\
# &= 0
# \end{aligned}
# $$
#
# In other words J times a vector of ones is 0. This is shift invariance once more: a step by the
# same amount in all logits changes nothing.
#
# **J is symmetric**, since $p_i p_j = p_j p_i$. So its columns sum to 0 as well: the probabilities
# keep their sum of 1.
#
# J is **positive semidefinite**: for every vector v, the number $v^T J v$ is not negative. Multiply
# out:
#
# $$
# \begin{aligned}
# \sum_{i=1}^{K}\sum_{j=1}^{K} v_i\,p_i\,(\delta_{ij}-p_j)\,v_j
# &= \sum_{i=1}^{K} p_i v_i^2 - \sum_{i=1}^{K}\sum_{j=1}^{K} p_i v_i\,p_j v_j \\
# &= \sum_{i=1}^{K} p_i v_i^2 - \Bigl(\sum_{i=1}^{K} p_i v_i\Bigr)^2
# \end{aligned}
# $$
#
# That is the mean of v² less the square of the mean of v, with the probabilities p: a variance. So
# a step in the logits never moves p against itself, and v J v is 0 only if v is the same for all
# classes that have any probability.
#
# One often reads that softmax *is a normalisation, as the others are activation functions*, or that
# it is one more activation function in the list. Let us compare its Jacobian with that of three
# sigmoids.

# %% tags=["claim:softmax-normalisation"]
z = np.array([1.0, 0.0, -1.0])
for name, f in (("three sigmoids", sigmoid), ("softmax", softmax)):
    print(name)
    print(np.array2string(numerical_jacobian(f, z), precision=3, suppress_small=True))
error = np.abs(numerical_jacobian(softmax, z) - softmax_jacobian(z)).max()
print("numbers and formula agree to 1e-9:", error < 1e-9)

# %% [markdown]
# **Verdict: imprecise.** Sigmoid, tanh and ReLU act on one number at a time: off the diagonal their
# Jacobian is 0. Softmax is a function of the whole row, and its entries are coupled: none can move
# alone. But "normalisation" says too little as well, since dividing by a sum is only its last step;
# the exponential before it gives the values their meaning.

# %% [markdown]
# ### Checkpoint
#
# Take p = (0.5, 0.3, 0.2) for A, B and C. What are these slopes, and what is the sum of a row?

# %%
jacobian_blanks = {
    "p(A) along z(A)": ...,
    "p(A) along z(B)": ...,
    "p(B) along z(C)": ...,
    "row sum": ...,
}
check("jacobian_blanks")

# %% [markdown]
# **In one line:** a sigmoid whose output is 0.5 has its largest slope. For which p has softmax
# slopes that are all close to 0?

# %% [markdown] tags=["your-words"]
# *Double-click here and write your line.*

# %% [markdown]
# ## 6. Backwards without the matrix
#
# *15 minutes*

# %%
predict("04.full_jacobian")

# %%
samples, classes = 64, 10_000
print(f"probabilities   {samples * classes * 8 / 1e6:8.1f} MB")
print(f"Jacobians       {samples * classes**2 * 8 / 1e6:8.1f} MB")

# %%
reveal("04.full_jacobian")

# %% [markdown]
# ### The derivation
#
# On the way back one is given the slopes of the loss along the probabilities, $g_i = \partial
# \ell/\partial p_i$, and wants those along the logits. The chain rule sums over all ways from $z_j$
# to the loss:
#
# $$
# \begin{aligned}
# \sum_{i=1}^{K} g_i\,\frac{\partial p_i}{\partial z_j}
# &= \sum_{i=1}^{K} g_i\,p_i\,(\delta_{ij}-p_j) \\
# &= g_j\,p_j - p_j\,\sum_{i=1}^{K} g_i\,p_i \\
# &= p_j\,\Bigl(g_j - \sum_{i=1}^{K} p_i\,g_i\Bigr)
# \end{aligned}
# $$
#
# This is the row vector g times the matrix J, a **vector-Jacobian product**. In words: take from
# each g the mean of all g, weighted by p, and multiply by p. No matrix is needed, only two passes
# over the row. In all: K numbers instead of K².
#
# Two ways to notice a mistake in a program: the results of each row must sum to 0, and if all g are
# equal, all results must be 0.

# %% [markdown]
# ### Checkpoint
#
# Take p = (0.5, 0.3, 0.2) again, and g = (1, 0, 2). What arrives at the three logits?

# %%
vjp_blanks = {"A": ..., "B": ..., "C": ...}
check("vjp_blanks")

# %% [markdown]
# **In one line:** B has g = 0, and still its logit gets a slope that is not 0. Where does it come
# from?

# %% [markdown] tags=["your-words"]
# *Double-click here and write your line.*

# %% [markdown]
# ## 7. The loss that belongs to softmax
#
# *25 minutes*
#
# The loss is the same as for the sigmoid: the surprise, minus the logarithm of the probability that
# the model gave to the class y that was true. It is called **cross-entropy**, and with section 4 it
# can be written down without any probability:
#
# $$
# \begin{aligned}
# -\log p_y &= -\Bigl(z_y - \log\sum_{j=1}^{K} e^{z_j}\Bigr) \\
# &= \log\sum_{j=1}^{K} e^{z_j} - z_y
# \end{aligned}
# $$
#
# In short LSE(z) − z_y: the smooth maximum less the logit that ought to be the maximum. (In floats
# take the true class's log p, with the maximum left out as in section 4.) For several
# samples one takes the mean. A program that knows nothing, and says 1/K to everything, has the loss
# log K: 2.30 for ten classes. It is worth remembering, as the loss of a network at its start.
#
# Libraries offer a loss that wants *logits*, and does softmax itself. It is easily overlooked.

# %%
predict("04.twice")

# %% [markdown]
# The experiment trains the same network, 64 inputs, 32 ReLUs, 10 logits, on the digits twice: once
# rightly, and once with its probabilities given to the loss in place of logits.

# %%
runs = output_heads.softmax_once_and_twice()
floor = np.log(1 + 9 / np.e)
print("          loss          accuracy")
print("step   once   twice   once   twice")
for step in (0, 20, 50, 200):
    measured = (runs.once, runs.twice, runs.once_accuracy, runs.twice_accuracy)
    print(f"{step:4d}", *(f"{values[step]:7.2f}" for values in measured))

# %%
fig, axes = plt.subplots(1, 2, figsize=(8, 3.2), layout="constrained")
figures.draw_softmax_twice(
    axes,
    {"once": runs.once, "twice": runs.twice},
    {"once": runs.once_accuracy, "twice": runs.twice_accuracy},
    floor,
)
figures.show(
    fig,
    alt="Over 200 steps. Left, the loss: with softmax once it falls from 2.5 to 0.03, with softmax "
    "twice from 2.3 to 1.5, above a dashed line at 1.46. Right, the accuracy on held-out digits: "
    "once, above 0.95 after 20 steps; twice, much slower, and equal at the end.",
)

# %% [markdown]
# **Figure 4.7.** Training with softmax applied once, and twice. Notice that the accuracy gives the
# mistake away only at the beginning, and that the loss cannot get below the dashed line.

# %%
reveal("04.twice")

# %% [markdown]
# Where does the line come from? The second softmax is given numbers between 0 and 1 that sum to 1.
# The best it can be given is a 1 for the true class and 0 for the K − 1 others, and then it says
#
# $$
# \begin{aligned}
# -\log\frac{e^{1}}{e^{1}+(K-1)\,e^{0}} &= \log\frac{e+K-1}{e} \\
# &= \log\Bigl(1+\frac{K-1}{e}\Bigr)
# \end{aligned}
# $$
#
# This is 0.55 for three classes and 1.46 for ten. It happens in published programs as well: the
# library TFLearn repaired such a pair of softmaxes in 2017 (its pull request 562), thanks to a
# reader who looked twice. A loss that will not fall below a certain number is the sign to look for.

# %% [markdown]
# ### Checkpoint
#
# A network for *four* classes has been trained with softmax applied twice. Which loss can it not
# get below? (An expression with `np.log` and `np.e` is welcome.)

# %%
lowest_loss = ...  # in nats
check("lowest_loss")

# %% [markdown]
# ### The gradient
#
# The slope of log-sum-exp along $z_i$ is a probability:
#
# $$
# \begin{aligned}
# \frac{\partial}{\partial z_i}\,\log\sum_{j=1}^{K} e^{z_j}
# &= \frac{e^{z_i}}{\sum_{j=1}^{K} e^{z_j}} \\
# &= p_i
# \end{aligned}
# $$
#
# and that of $-z_y$ is −1 along $z_y$ and 0 along all others. Write the label as a vector with
# $y_i = 1$ for the true class and 0 for the others (**one-hot**). Then the gradient of the
# cross-entropy with respect to the logits is
#
# $$
# \frac{\partial \ell}{\partial z_i} = p_i - y_i
# $$
#
# as for the sigmoid. The same comes out the long way, through the Jacobian, and it is worth seeing
# how it cancels. Put the lines in order:
#
# 1. In their mean weighted by p the p cancel, and the $y_i$ sum to 1: $\sum_i p_i g_i = -1$.
# 2. Multiply out: $p_j - y_j$.
# 3. With the one-hot label the loss $-\log p_y$ is a sum over all classes, $-\sum_i y_i\log p_i$.
# 4. Put these slopes and this mean into the formula of section 6: $p_j\,(-y_j/p_j + 1)$.
# 5. Its slope along each $p_i$ is $g_i = -y_i/p_i$.

# %%
cancel_order = [..., ..., ..., ..., ...]  # the numbers of the lines, first to last
check("cancel_order")

# %% [markdown]
# <details><summary>The same in formulas, to compare when you have your order</summary>
#
# The mean of $g_i = -y_i/p_i$, weighted by p, is
#
# $$
# \begin{aligned}
# \sum_{i=1}^{K} p_i\,g_i &= -\sum_{i=1}^{K} y_i \\
# &= -1
# \end{aligned}
# $$
#
# and section 6 gives
#
# $$
# \begin{aligned}
# p_j\,\Bigl(g_j - \sum_{i=1}^{K} p_i\,g_i\Bigr) &= p_j\,\Bigl(-\frac{y_j}{p_j} + 1\Bigr) \\
# &= p_j - y_j
# \end{aligned}
# $$
#
# </details>
#
# The logarithm brought 1/p, and J brought p. Whoever multiplies by p(1 − p) once more has counted
# softmax twice. For the mean over n samples each row is divided by n. A check by numbers:

# %%
logits = np.array([[2.0, 1.0, -1.0], [0.0, 3.0, 0.5]])
labels = np.array([0, 2])
p_minus_y = (softmax(logits) - np.eye(3)[labels]) / 2
by_numbers = numerical_gradient(lambda z: losses.cross_entropy(z, labels), logits)
print(p_minus_y.round(4))
print("agrees with differences to 1e-9:", np.abs(p_minus_y - by_numbers).max() < 1e-9)

# %% [markdown]
# Where does it lead? Let $z_k = w_k\cdot x + b_k$. At the minimum over weights and biases, where
# there is one, the sums of $(p_k - y_k)\,x$ over all samples are 0, for every class. These are the
# conditions of section 3: as in lesson 02, maximum likelihood and maximum entropy arrive at the
# same place.
#
# ### Checkpoint
#
# One sample has p = (0.5, 0.3, 0.2), and the true class is B. What is the gradient of its loss with
# respect to the three logits?

# %%
gradient_row = {"A": ..., "B": ..., "C": ...}
check("gradient_row")

# %%
ask("04.error")

# %% [markdown]
# **In one line:** a sample is sure and wrong, p is nearly 0 for its true class. How large is its
# gradient, and why does that matter?

# %% [markdown] tags=["your-words"]
# *Double-click here and write your line.*

# %% [markdown]
# ## 8. A little doubt, and more than one label
#
# *25 minutes*
#
# For a label of 0s and 1s, the loss falls as long as the lead of the true class grows, without end.
# Weights grow with it. Some labels are wrong, too. **Label smoothing** (Szegedy, Vanhoucke, Ioffe,
# Shlens and Wojna, 2016) takes a share ε of the probability and spreads it evenly over all K
# classes, the true one included:
#
# $$
# t_i = (1-\epsilon)\,y_i + \frac{\epsilon}{K}
# $$

# %%
predict("04.smoothed")

# %% [markdown]
# One sample of ten classes. The true class leads all others by so much; the loss is $-\sum_i
# t_i\log p_i$.

# %%
lead = np.linspace(0, 12, 1201)
rows = np.stack([lead, *[np.zeros_like(lead)] * 9], axis=1)
curves = {}
for epsilon in (0.0, 0.1, 0.3):
    targets = losses.smooth_labels([0], 10, epsilon)
    curves[epsilon] = -(targets * log_softmax(rows)).sum(axis=1)
for epsilon in (0.1, 0.3):
    print(f"ε {epsilon:.1f}   lowest loss at a lead of {lead[curves[epsilon].argmin()]:.2f}")

# %%
fig, ax = plt.subplots(figsize=(6.5, 3.5), layout="constrained")
figures.draw_smoothing(ax, lead, curves)
figures.show(
    fig,
    alt="The loss over the lead of the true class, from 0 to 12, for three amounts of smoothing. "
    "Without smoothing it falls towards 0. With ε = 0.1 it is lowest near 4.5 and with ε = 0.3 "
    "near 3.2; from there both rise in a nearly straight line.",
)

# %% [markdown]
# **Figure 4.8.** The loss of a sample over the lead of its class. Notice that with smoothing there
# is a best lead, marked by a dot, and that a larger one costs.

# %%
reveal("04.smoothed")

# %% [markdown]
# ### The derivation
#
# The targets sum to 1, so the loss is LSE(z) less the weighted sum of the logits, and its gradient
# is $p_i - t_i$ by the same steps as before. It is 0 where p = t, and there, for ε > 0, the lead
# over each other class is
#
# $$
# \begin{aligned}
# \log\frac{1-\epsilon+\frac{\epsilon}{K}}{\frac{\epsilon}{K}}
# &= \log\Bigl(\frac{K\,(1-\epsilon)}{\epsilon} + 1\Bigr)
# \end{aligned}
# $$
#
# For K = 10 and ε = 0.1 this is log 91, about 4.51. Smoothing is a choice, not a law: it keeps
# logits moderate, and it tells the network to be a little less sure than it could be, on easy
# samples too.
#
# ### Checkpoint
#
# Three classes, ε = 0.3. What are the smoothed targets, and what is e to the power of the best
# lead?

# %%
smoothed_target = {
    "target of the true class": ...,
    "each other": ...,
    "e to the best lead": ...,
}
check("smoothed_target")

# %% [markdown]
# ### When classes do not exclude one another
#
# A film may be a comedy and a western; an X-ray may show two findings, or none. Such labels are
# **tags**, and this is called multi-label classification. Is softmax the right output for them?

# %%
predict("04.tags")

# %% [markdown]
# The digits again, this time with three tags: even, over 4, has a loop (0, 6, 8 and 9). One network
# ends in a softmax over the three, trained towards equal shares for the tags that are true (without
# the images that have none, since shares must sum to 1). The other ends in three sigmoids, each
# with its own binary cross-entropy, and gives a tag whose probability is over ½. An image counts as
# right if all three tags are.

# %%
print("images with            0 tags  1 tag   2 tags  3 tags    all")
for head in ("softmax", "sigmoids"):
    found = output_heads.tag_digits(head)
    shares = "   ".join(f"{share:5.2f}" for share in found.by_count)
    print(f"{head:20s}  {shares}   {found.all_right:5.2f}")

# %%
reveal("04.tags")

# %% [markdown]
# With softmax one tag can only gain what another loses. That is a good description of classes which
# exclude one another, and a wrong one of tags. K sigmoids are K questions that are answered
# separately. So ask of a task, before choosing the output: one of several, or some of several? (And
# not softmax over a *single* unit: $e^z/e^z$ is 1 for every sample.)

# %% [markdown]
# **In one line:** what is the probability that softmax gives to "none of these", and what could one
# do about it?

# %% [markdown] tags=["your-words"]
# *Double-click here and write your line.*

# %% [markdown]
# ## 9. Do these probabilities come true?
#
# *25 minutes*
#
# The outputs of softmax are positive and sum to 1. Does it follow that of all images of which a
# network is 90 % sure, 90 % are labelled rightly? If that is so, and likewise for 60 % and for
# every other number, it is **calibrated**.
#
# The experiment uses digits that have been pooled: each block of 2 × 2 pixels is replaced by its
# mean, which leaves images of 4 × 4. A network with 32 ReLUs learns from 150 of them. 300 others
# are set aside for later, and it is measured on the remaining 1347.

# %%
predict("04.sure")

# %%
digits = overconfidence.digits_logits()
accuracy, confidence, error = overconfidence.sureness(digits.test, digits.test_labels)
print(f"labelled rightly                     {accuracy:.2f}")
print(f"largest probability, on average      {confidence:.2f}")
print(f"expected calibration error           {error:.2f}")

# %%
reveal("04.sure")

# %% [markdown]
# Of a prediction, the largest probability is called its **confidence**. To compare it with what
# came true, gather the predictions into bins, here ten of equal width, and take in each bin b the
# mean confidence $c_b$ and the accuracy $a_b$. Drawn as bars, this is a **reliability diagram**.
# The mean gap over all n predictions, with $n_b$ of them in bin b, is the **expected calibration
# error**, ECE:
#
# $$
# \operatorname{ECE} = \sum_{b} \frac{n_b}{n}\,|a_b - c_b|
# $$
#
# In the diagram the network's logits are divided by a temperature, after training. Nothing else is
# changed. At which T do the bars meet the dashed line?

# %%
widgets.reliability_diagram()

# %% [markdown]
# **Figure 4.9.** The share of right labels among predictions of like confidence, and below it how
# many there are. Notice that at T = 1 nearly every bar ends below the dashed line: the network is
# too sure. (Bins with a handful of images jump about; the chart below tells which they are.)

# %%
ask("04.same_labels")

# %% [markdown]
# To choose T by eye on the images one measures on would be cheating. The 300 images set aside are
# for this: take the T with the smallest cross-entropy on them. It is one number, and it is called
# **temperature scaling** (Guo, Pleiss, Sun and Weinberger, 2017).

# %%
T = overconfidence.chosen_temperature(digits)
before = overconfidence.sureness(digits.test, digits.test_labels)
after = overconfidence.sureness(digits.test, digits.test_labels, T)
print(f"T chosen on the 300 images set aside: {T:.1f}")
for name, found in (("before", before), ("after", after)):
    numbers = f"accuracy {found.accuracy:.2f}   confidence {found.confidence:.2f}"
    print(f"{name:6s}   {numbers}   ECE {found.calibration_error:.2f}")

# %% [markdown]
# Why was it too sure? On its 150 images it soon labelled everything rightly. From then on the loss
# could only fall by making the leads larger, and that is what training went on to do: for the
# images it was shown, a justified confidence; for others, not. The temperature takes back what was
# added.
#
# Two warnings. *The error of ECE.* Gaps are counted without a sign, so chance alone makes ECE
# positive, and the more so the fewer predictions there are. Here is the corrected network again,
# measured on the first, second and third 300 of its images instead of all 1347. (Published values
# for small test sets should be read with this in mind.)

# %%
for first in (0, 300, 600):
    part = slice(first, first + 300)
    found = overconfidence.sureness(digits.test[part], digits.test_labels[part], T)
    print(f"images {first:3d} to {first + 299}   ECE {found.calibration_error:.2f}")

# %% [markdown]
# *Not every network is like this.* The full digits, 8 × 8 pixels and 1137 images to learn from,
# make a bad demonstration:

# %%
full = overconfidence.digits_logits(images=1137, side=8)
accuracy, confidence, error = overconfidence.sureness(full.test, full.test_labels)
print(f"accuracy {accuracy:.2f}   confidence {confidence:.2f}   ECE {error:.2f}")

# %% [markdown]
# Where nearly everything is right there is little to be wrong about in the confidence either. That
# softmax outputs *are* probabilities is neither true nor false in general: one has to look.

# %% [markdown]
# ### Checkpoint
#
# Ten predictions: eight with confidence 0.9, of which six are right, and two with confidence 0.6,
# both right. Each confidence has its own bin. What is the ECE?

# %%
ece_by_hand = ...
check("ece_by_hand")

# %% [markdown]
# **In one line:** a programme advertises "99 % confidence". Which question would you ask its
# makers?

# %% [markdown] tags=["your-words"]
# *Double-click here and write your line.*

# %% [markdown]
# ## 10. And yours?
#
# *10 minutes*
#
# Since lesson 01 you have been asked to predict, and to say how sure you are. What holds for
# networks holds for people: of all answers that you gave with 80 %, are 80 % right? The cell takes
# the predictions out of your record and measures them with the same code as the network. (If there
# are fewer than ten, it shows those of a learner who is made up.)

# %% tags=["nbval-ignore-output", "slide-skip"]
record = the_record()
mine = [(each.confidence, each.right) for each in record.predictions()]
print(record.trouble or f"predictions in your record: {len(mine)}")
yours = len(mine) >= 10
said, right = np.array(mine if yours else overconfidence.EXAMPLE_LEARNER, dtype=float).T
print("your own predictions" if yours else "a learner who is made up", f"({len(said)})")
print(f"right {right.mean():.2f}   confidence {said.mean():.2f}")
print(f"expected calibration error {expected_calibration_error(said, right):.2f}")

# %% tags=["nbval-ignore-output"]
found = reliability_bins(said, right)
fig, axes = plt.subplots(2, 1, figsize=(6, 4.2), height_ratios=(3, 1), layout="constrained")
bars = figures.draw_reliability(axes, bins=10, most=found.count.max() + 1, start=0.2)
figures.fill_reliability(bars, found)
figures.show(
    fig,
    alt="A reliability diagram. Answers: "
    + "; ".join(
        f"{n} given with about {c:.0%}, {a:.0%} of them right"
        for n, c, a in zip(found.count, found.confidence, found.accuracy, strict=True)
    )
    + ".",
)

# %% [markdown]
# **Figure 4.10.** What was said and what came true, in bins of 10 %. Notice on which side of the
# dashed line most of the answers are, and how few answers stand behind each bar. (A pure guess
# among four options is right in 25 %, so nobody can honestly say less, and the axis begins at 0.2.)
#
# The made-up learner was right in 60 % of 40 answers and on average 73 % sure: too sure, as people
# tend to be of answers to difficult questions (Lichtenstein, Fischhoff and Phillips, 1982). Forty
# answers are not many. In a bin of eight, by chance alone, the share that is right easily differs
# from the truth by 0.15. So do not read too much into one bar; look at the two means first.
#
# For a person there is no temperature to divide by, but there is something like it: for the next
# lessons, take the confidence that comes to mind and make it a little lower, or higher, as your
# diagram says. Then come back and run this cell again.

# %% [markdown]
# **In one line:** is a learner who always says 50 %, and is right half of the time, a good
# forecaster?

# %% [markdown] tags=["your-words"]
# *Double-click here and write your line.*

# %% [markdown]
# ## What was learned
#
# *10 minutes*
#
# What has become of the sentences that one meets in introductions:
#
# - *Logits are raw scores.* Imprecise: they are logarithms of probabilities, up to a constant that
#   the whole row shares (section 1).
# - *Softmax gives values in [0, 1] that sum to 1, hence it suits classes.* Right up to rounding,
#   and squares do so too; what counts is the meaning, and that the classes exclude one another
#   (sections 3 and 8).
# - *Softmax is a normalisation, as the others are activations.* Imprecise: it is a function of the
#   whole row, with coupled entries (section 5).
#
# And the lesson in five lines:
#
# 1. Softmax is what log-odds against a common class mean; for two classes it is the sigmoid. Adding
#    to all logits changes nothing, multiplying does: the temperature.
# 2. Subtract each row's own maximum m, do not add it back, and keep log p = z − LSE(z) for as long
#    as possible.
# 3. J has the entries $p_i(\delta_{ij}-p_j)$; backwards it is p·(g − mean of g under p),
#    without the matrix.
# 4. Cross-entropy is LSE(z) − z_y, its gradient p − y. It wants logits: softmax twice is a mistake
#    that nobody reports to you.
# 5. Summing to 1 is not coming true: measure calibration, and one temperature may repair it.
#
# **Next:** the graded sheet, [exercises/04_softmax.ipynb](../exercises/04_softmax.ipynb). After
# that, [lesson 05](05_gradient_flow.ipynb) follows the gradient p − y through many layers, and asks
# what is left of it at the first.
#
# The last cell shows what you have done so far.

# %% tags=["nbval-ignore-output"]
progress()
