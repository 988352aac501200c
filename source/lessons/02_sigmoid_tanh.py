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
# # Lesson 02. Sigmoid and tanh
#
# A unit computes a number, z = w·x + b, its **pre-activation**. An activation function turns it
# into the unit's output, the **activation**. This lesson is about two such functions: the sigmoid,
# whose output can be read as a probability, and **tanh**, which turns out to be the same curve
# drawn on another ruler.
#
# **By the end you can**
#
# - derive the sigmoid in two ways: from log-odds, and from maximum entropy;
# - derive its slope, and check a slope by numbers;
# - turn a network of sigmoids into a network of tanhs, and back;
# - compute the sigmoid and its loss for any number a computer can hold;
# - explain saturation, zero-centring, and why a sigmoid output is trained with cross-entropy
#   rather than squared error.
#
# **You need** [lesson 01](01_linear_combinations.ipynb) (w·x + b, for one sample and for a batch),
# the derivative of the exponential and the logarithm, the chain rule, and NumPy arrays.

# %% [markdown]
# | section | alone | in class |
# |---|---|---|
# | Warm-up | 5 min | 3 min |
# | 1. From odds to the sigmoid | 20 min | 12 min |
# | 2. Why a straight line? Two bells | 15 min | 10 min |
# | 3. Why a straight line? Claim as little as possible | 20 min | 12 min |
# | 4. The slope | 20 min | 12 min |
# | 5. Checking a slope by numbers, and a line to repair | 20 min | 12 min |
# | 6. tanh is a sigmoid on another ruler | 20 min | 14 min |
# | 7. The numbers a computer has | 25 min | 15 min |
# | 8. Which loss? | 25 min | 15 min |
# | 9. In the middle of a network | 20 min | 12 min |
# | What was learned | 10 min | 3 min |
# | **together** | **3 h 20 min** | **2 h** |
#
# There is no need to do it in one sitting: sections 1 to 3, 4 to 6 and 7 to 9 make three good
# evenings. Each section starts with a prediction. Commit to one before you read on, also when you
# are unsure: a wrong guess that you made yourself is worth more than a right answer that you read.

# %%
import matplotlib.pyplot as plt
import numpy as np

from course_utils import figures, losses, widgets
from course_utils.activations import sigmoid, sigmoid_derivative
from course_utils.data import centred, load_breast_cancer, split
from course_utils.experiments.gradient_check import difference_errors
from course_utils.experiments.sign_agreement import descent_path, share_of_one_sign
from course_utils.experiments.training import train
from course_utils.experiments.wrong_start import train_from_wrong_starts
from course_utils.notebook import ask, check, glossary, hint, predict, progress, reveal, solution

# %% [markdown]
# ## Warm-up: two questions on lesson 01
#
# Answer from memory. Looking it up now would make it easier, and would help you less.

# %%
ask("01.double_both")

# %%
ask("01.linear_in")

# %% [markdown]
# ## 1. From odds to the sigmoid
#
# *20 minutes*
#
# A unit gives us a number z that may lie anywhere between −∞ and ∞. We want to know how likely it
# is that the sample belongs to class 1, and that is a number p between 0 and 1. How do we get from
# the one to the other?
#
# There are three ways to say how likely something is.
#
# - Its **probability** p is the share of cases in which it happens: 3 out of 4 is p = 0.75.
# - Its **odds** are p/(1 − p): how many times it happens for each time that it does not. For
#   p = 0.75 the odds are 3, "three to one". Odds run from 0 to ∞.
# - Its **log-odds** are the natural logarithm of the odds: log 3 ≈ 1.099. They run from −∞ to ∞,
#   as z does. Another name for them is **logit**.
#
# So let us suppose that z, the unit's number, *is* the log-odds of class 1. First, a prediction.

# %%
predict("02.logit_step")

# %% [markdown]
# Now move along the ladder. Look at the three scales: which of them takes equal steps, and which
# one is multiplied by the same number at each step?

# %%
widgets.odds_ladder()

# %% [markdown]
# **Figure 2.1.** One chance on three scales. Notice that equal steps of the log-odds multiply the
# odds by a constant, while the probability moves much near ½ and hardly at all near 0 and 1.
#
# The same in numbers. Compare the rises from line to line: what do the odds do, and what does the
# probability do?

# %%
for z in range(6):
    odds = np.exp(z)
    print(f"log-odds {z}   odds {odds:6.2f}   probability {odds / (1 + odds):.3f}")

# %%
reveal("02.logit_step")

# %% [markdown]
# ### The derivation
#
# We are given z = log(p/(1 − p)) and look for p. Read each line as "the line above, and then …";
# the reasons stand below.
#
# $$
# \begin{aligned}
# \log\frac{p}{1-p} &= z \\
# \frac{p}{1-p} &= e^{z} \\
# p &= e^{z}\,(1-p) \\
# p + e^{z}\,p &= e^{z} \\
# p &= \frac{e^{z}}{1+e^{z}} \\
# p &= \frac{1}{1+e^{-z}}
# \end{aligned}
# $$
#
# 1. This is what we supposed.
# 2. Take e to the power of both sides: exp undoes log. The left side is the odds.
# 3. Multiply by 1 − p, which is not 0.
# 4. Multiply out, and bring $e^z p$ to the left.
# 5. The left side is $p\,(1+e^z)$. Divide by $1+e^z$, which is never 0.
# 6. Divide numerator and denominator by $e^z$.
#
# Every step can be undone, so for each z there is exactly one such p. The function that takes z to
# p is the **sigmoid**, or logistic function, written σ:
#
# $$
# \sigma(z) = \frac{1}{1+e^{-z}}
# $$
#
# and log(p/(1 − p)) undoes it. We did not choose this formula because its curve looks nice: it is
# the only one that makes z the log-odds.

# %% [markdown]
# ### Swapping the classes
#
# Which class we call 1 is up to us. If we swap the names, p becomes 1 − p, the odds become one
# over the odds, and the log-odds change their sign. The sigmoid had better agree:
#
# $$
# \begin{aligned}
# \sigma(-z) &= \frac{1}{1+e^{z}} \\
# &= \frac{(1+e^{z}) - e^{z}}{1+e^{z}} \\
# &= 1 - \frac{e^{z}}{1+e^{z}} \\
# &= 1 - \sigma(z)
# \end{aligned}
# $$
#
# The last step uses line 5 of the derivation above. We shall use **σ(−z) = 1 − σ(z)** again and
# again.

# %% [markdown]
# ### Checkpoint
#
# Replace each `...` by a number. Run the cell, and the checker answers at once. When you are
# stuck, run `hint("ladder_rungs")` in a cell of its own; each call gives a little more.

# %%
ladder_rungs = {
    "odds at p = 0.8": ...,
    "p at odds 1/3": ...,
    "z at p = 0.5": ...,
}
check("ladder_rungs")

# %%
ask("02.odds")

# %% [markdown]
# **In one line:** why is it better to suppose that w·x + b is the log-odds than to suppose that
# w·x + b is p itself?

# %% [markdown] tags=["your-words"]
# *Double-click here and write your line.*

# %% [markdown]
# ## 2. Why a straight line? Two bells
#
# *15 minutes*
#
# We have supposed that the log-odds are w·x + b, a straight line in x. A supposition needs a
# reason. Here is one kind of data for which it is exactly true, and in the next section comes a
# reason that does not depend on the kind of data.
#
# Take one feature x, say a length. Samples of class 0 scatter around a mean μ₀, samples of class 1
# around μ₁, both as a Gaussian bell with standard deviation s.

# %%
predict("02.gaussian_log_odds")

# %% [markdown]
# The cell computes both bells, for μ₀ = 1, μ₁ = 4 and s = 1.5, and the logarithm of their ratio.

# %%
x = np.linspace(-4, 9, 300)
area = 1.5 * np.sqrt(2 * np.pi)
class_0 = np.exp(-((x - 1) ** 2) / (2 * 1.5**2)) / area
class_1 = np.exp(-((x - 4) ** 2) / (2 * 1.5**2)) / area
log_odds = np.log(class_1 / class_0)

# %%
fig, axes = plt.subplots(1, 2, figsize=(8, 3), layout="constrained")
figures.draw_log_odds_of_gaussians(axes, x, class_0, class_1, log_odds)
figures.show(
    fig,
    alt="Left, two bells of equal width, class 0 around 1 and class 1 around 4. Right, the "
    "log-odds of class 1 over x: a rising straight line that is 0 halfway between the means.",
)

# %% [markdown]
# **Figure 2.2.** Left, how the samples of each class are spread; right, the log-odds that a sample
# at x belongs to class 1. Notice that the line crosses 0 exactly where the two bells cross.

# %%
reveal("02.gaussian_log_odds")

# %% [markdown]
# ### The derivation
#
# The bell of class k has the height
#
# $$
# f_k(x) = \frac{1}{s\sqrt{2\pi}}\, e^{-(x-\mu_k)^2/(2s^2)}
# $$
#
# and class k makes up the share $\pi_k$ of all samples. Among the samples at x, the odds of class 1
# are $\pi_1 f_1(x)$ to $\pi_0 f_0(x)$. (This is Bayes' rule: the common denominator cancels in the
# odds.) Take the logarithm. The factor in front of the two exponentials is the same for both and
# cancels:
#
# $$
# \begin{aligned}
# \log\frac{\pi_1 f_1(x)}{\pi_0 f_0(x)}
# &= \log\frac{\pi_1}{\pi_0} + \frac{(x-\mu_0)^2 - (x-\mu_1)^2}{2s^2} \\
# &= \log\frac{\pi_1}{\pi_0} + \frac{x^2 - 2x\mu_0 + \mu_0^2 - x^2 + 2x\mu_1 - \mu_1^2}{2s^2} \\
# &= \log\frac{\pi_1}{\pi_0} + \frac{2x(\mu_1-\mu_0) + \mu_0^2 - \mu_1^2}{2s^2} \\
# &= \frac{\mu_1-\mu_0}{s^2}\,x + \frac{\mu_0^2-\mu_1^2}{2s^2} + \log\frac{\pi_1}{\pi_0}
# \end{aligned}
# $$
#
# The x² went away because both bells have the same s. What is left is a line w·x + b with
#
# $$
# w = \frac{\mu_1-\mu_0}{s^2}, \qquad
# b = \frac{\mu_0^2-\mu_1^2}{2s^2} + \log\frac{\pi_1}{\pi_0}
# $$
#
# With several features the same steps give the same result, as long as both classes share one
# covariance matrix. With different widths the x² stays: the log-odds are a parabola, and far out on
# *both* sides the class with the wider bell becomes the likelier one. A unit can still learn this,
# if it is given x² as another input.

# %% [markdown]
# ### Checkpoint
#
# Both classes are equally frequent, μ₀ = 1, μ₁ = 4, and both bells have the standard deviation
# s = 2. What are w and b? A fraction such as `3 / 8` is welcome.

# %%
gaussian_line = {"w": ..., "b": ...}
check("gaussian_line")

# %% [markdown]
# **In one line:** the two classes move closer together. What happens to w, and what does that say
# about how sure one can be?

# %% [markdown] tags=["your-words"]
# *Double-click here and write your line.*

# %% [markdown]
# ## 3. Why a straight line? Claim as little as possible
#
# *20 minutes*
#
# Suppose now that we know nothing about bells. We have samples $x_1, \dots, x_n$ with labels
# $y_1, \dots, y_n$, each 0 or 1, and want to give each sample a probability $p_i$. We ask only that
# two totals come out right:
#
# - the expected number of ones: $\sum_i p_i = \sum_i y_i$;
# - the expected sum of the feature over the ones: $\sum_i p_i x_i = \sum_i y_i x_i$.
#
# As a rule very many choices of $p_1, \dots, p_n$ meet both conditions. Which should we take? The
# one that claims least beyond them. How much a probability p leaves open is measured by its
# **entropy**
#
# $$
# H(p) = -p\log p - (1-p)\log(1-p)
# $$
#
# It is 0 at p = 0 and p = 1, where nothing is open, and largest at p = ½, where it is log 2 (its
# unit is the nat). So: among all choices with the right totals, take the one with the largest
# summed entropy. This is the **principle of maximum entropy**.

# %%
predict("02.least_claim")

# %% [markdown]
# Three samples at x = −1, 0, 1. Adding t·(1, −2, 1) to their probabilities changes neither total:
# 1 − 2 + 1 = 0, and 1·(−1) − 2·0 + 1·1 = 0. Look at the last column.

# %%
x = np.array([-1.0, 0.0, 1.0])
direction = np.array([1.0, -2.0, 1.0])
for t in (-0.10, -0.05, 0.00, 0.05, 0.10):
    p = sigmoid(x) + t * direction
    entropy = -np.sum(p * np.log(p) + (1 - p) * np.log(1 - p))
    print(f"t {t:5.2f}   Σp {p.sum():.3f}   Σpx {p @ x:.3f}   entropy {entropy:.4f}")

# %%
reveal("02.least_claim")

# %% [markdown]
# ### The derivation
#
# First the derivative of the entropy of one sample, by the product rule:
#
# $$
# \begin{aligned}
# H'(p) &= -\log p - p\cdot\frac{1}{p} + \log(1-p) + (1-p)\cdot\frac{1}{1-p} \\
# &= -\log p - 1 + \log(1-p) + 1 \\
# &= -\log\frac{p}{1-p}
# \end{aligned}
# $$
#
# The slope of the entropy is minus the log-odds. That is the whole secret; what follows is
# bookkeeping. We maximise $\sum_i H(p_i)$ under two conditions with **Lagrange multipliers**: at a
# maximum under conditions, the slopes of what we maximise are a combination of the slopes of the
# conditions. Give the conditions the multipliers w and b and write
#
# $$
# L = \sum_i H(p_i) + w\sum_i (p_i-y_i)\,x_i + b\sum_i (p_i-y_i)
# $$
#
# Then the slope of L with respect to each $p_i$ must be 0:
#
# $$
# \begin{aligned}
# \frac{\partial L}{\partial p_i} &= -\log\frac{p_i}{1-p_i} + w x_i + b = 0 \\
# \log\frac{p_i}{1-p_i} &= w x_i + b \\
# p_i &= \sigma(w x_i + b)
# \end{aligned}
# $$
#
# Nobody put a straight line in. The log-odds are linear in x because the *conditions* are linear
# in p and x.
#
# The figure shows what happens for a single sample. Its share of L is H(p) + z·p, apart from a
# constant, where $z = w x_i + b$. The entropy pulls p towards ½, the multipliers pull with strength
# z towards 0 or 1, and the two balance at one p.

# %%
p = np.linspace(0.001, 0.999, 300)
multipliers = np.array([-2.0, 0.0, 2.0])
entropy = -p * np.log(p) - (1 - p) * np.log(1 - p)
objectives = entropy + multipliers[:, None] * p
fig, ax = plt.subplots(figsize=(6.5, 3.6), layout="constrained")
figures.draw_entropy(ax, p, objectives, multipliers, sigmoid(multipliers))
figures.show(
    fig,
    alt="Three arches over p: H(p) + z p for z = -2, 0 and 2. Their tops lie at p = 0.12, 0.5 "
    "and 0.88, the values of the sigmoid at z.",
)

# %% [markdown]
# **Figure 2.3.** The entropy of one sample plus a pull z·p, for three values of z. Notice where the
# tops are: at σ(−2) = 0.12, σ(0) = 0.5 and σ(2) = 0.88.

# %% [markdown]
# Two things are left to say, and an exact derivation says them.
#
# *Is it a maximum, and the only one?* The second derivative of the entropy is
#
# $$
# \begin{aligned}
# H''(p) &= -\frac{1}{p} - \frac{1}{1-p} \\
# &= -\frac{1}{p\,(1-p)}
# \end{aligned}
# $$
#
# which is negative for every p, so the sum is strictly concave: it curves downwards in every
# direction. The choices allowed by linear conditions form a flat set, and on a flat set a strictly
# concave function has at most one point with slope 0, its maximum. This is what you saw for the
# three samples.
#
# *Are there always such w and b?* Not quite. If a threshold on x separates the classes, the
# conditions leave no choice but $p_i = y_i$ for every sample off the threshold, and the line that
# leads there would be infinitely steep. In all other cases there is exactly one such w and b. (We
# take it that x is not the same number for all samples.)
#
# With more features there is one condition, and so one weight, for each.

# %%
ask("02.multiplier")

# %% [markdown]
# You now have two reasons to read σ(w·x + b) as a probability. A third is often given, and it is
# not one.

# %%
ask("02.why_probability")

# %% [markdown]
# Put it to the test. A hundred thousand samples come from two equally frequent classes, as bells
# around −1 and 1 with standard deviation 1; by section 2 the log-odds at x are 2x. Take all samples
# with log-odds near z. Which share of them belongs to class 1, and which of the two formulas said
# so?

# %% tags=["claim:sigmoid-probability"]
rng = np.random.default_rng(0)
y = rng.integers(0, 2, 100_000)
log_odds = 2 * rng.normal(2 * y - 1, 1)
for z in (-2, -1, 0, 1, 2):
    share = np.mean(y[np.abs(log_odds - z) < 0.25])
    sine = (1 + np.sin(z)) / 2
    print(f"z {z:2d}   class 1 {share:.2f}   σ(z) {sigmoid(z):.2f}   ½(1 + sin z) {sine:.2f}")

# %% [markdown]
# Both have values between 0 and 1, and one of them came true. What makes σ(z) a probability is that
# z is the log-odds.

# %% [markdown]
# **In one line:** somebody tells you that the sigmoid is used "because it squashes any number into
# the interval from 0 to 1". What would you add?

# %% [markdown] tags=["your-words"]
# *Double-click here and write your line.*

# %% [markdown]
# ## 4. The slope
#
# *20 minutes*
#
# A network learns by following slopes backwards, from the **loss**, a number that says how wrong
# its answer is, to the weights. So the slope of σ decides how much of an error signal gets through
# a sigmoid unit.

# %%
predict("02.steepest")

# %% [markdown]
# Move the marker. Watch the tangent, and read its slope: where is it largest, and what is left of
# it at z = 5?

# %%
widgets.sigmoid_slope()

# %% [markdown]
# **Figure 2.4.** Left, the sigmoid with its tangent at the marker; right, the slope of the tangent.
# Notice that far out on either side the tangent lies level: there, a change of z changes the output
# hardly at all.

# %%
reveal("02.steepest")

# %% [markdown]
# ### The derivation
#
# Write $\sigma(z) = (1+e^{-z})^{-1}$ and use the chain rule twice, once for the power and once for
# the exponent; the two minus signs cancel.
#
# $$
# \begin{aligned}
# \sigma'(z) &= -\frac{1}{(1+e^{-z})^{2}}\cdot e^{-z}\cdot(-1) \\
# &= \frac{e^{-z}}{(1+e^{-z})^{2}} \\
# &= \frac{1}{1+e^{-z}}\cdot\frac{e^{-z}}{1+e^{-z}} \\
# &= \sigma(z)\cdot\frac{(1+e^{-z})-1}{1+e^{-z}} \\
# &= \sigma(z)\,\bigl(1-\sigma(z)\bigr)
# \end{aligned}
# $$
#
# The slope can be computed from the output alone: once a = σ(z) is known, the slope is a(1 − a).
#
# *How large can it get?* Its distance from ¼ is a square:
#
# $$
# \begin{aligned}
# \frac{1}{4} - \sigma\,(1-\sigma) &= \frac{1}{4} - \sigma + \sigma^2 \\
# &= \Bigl(\frac{1}{2} - \sigma\Bigr)^2
# \end{aligned}
# $$
#
# A square is never negative, so σ′ is nowhere larger than ¼, and equals ¼ only where σ = ½, at
# z = 0. On both sides it falls off quickly. See how quickly:

# %%
for z in (0, 2, 5, 10):
    print(f"z {z:2d}   σ {sigmoid(z):.5f}   slope {sigmoid_derivative(z):.5f}")

# %% [markdown]
# At z = 5 the slope is 38 times smaller than at 0, and at z = 10 it is 5500 times smaller. A unit
# that works out there is called **saturated**: its output is nearly 0 or nearly 1, and almost
# nothing that happens to z can be seen from outside.

# %% [markdown]
# ### Checkpoint

# %%
slope_peak = ...  # the largest value that σ′ takes
check("slope_peak")

# %% [markdown]
# **In one line:** during training a network has already computed a = σ(z) on the way forward.
# What does the formula a(1 − a) save it on the way back?

# %% [markdown] tags=["your-words"]
# *Double-click here and write your line.*

# %% [markdown]
# ## 5. Checking a slope by numbers, and a line to repair
#
# *20 minutes*
#
# A derivation can contain a slip, and so can the code that is written from it. There is a check
# that needs no algebra: move z a little to both sides and see how much f changes,
#
# $$
# f'(z) \approx \frac{f(z+h) - f(z-h)}{2h}
# $$
#
# This is the **central difference**. How little is "a little"?

# %%
predict("02.best_h")

# %% [markdown]
# The experiment compares this estimate of σ′ with the exact slope at 81 places between −4 and 4,
# for steps h from 1 down to 10⁻¹². It keeps the median of the **relative errors** |estimate −
# σ′|/σ′, once for float64 (numbers with about 16 digits) and once for float32 (about 7 digits).

# %%
steps = 10.0 ** np.arange(-12, 1)
errors = {name: difference_errors(name, steps) for name in ("float64", "float32")}
for name, error in errors.items():
    h, smallest = np.log10(steps[error.argmin()]), np.log10(error.min())
    print(f"{name}: best h 1e{h:.0f}, median error there about 1e{smallest:.0f}")

# %%
fig, ax = plt.subplots(figsize=(7, 3.8), layout="constrained")
figures.draw_gradient_check(ax, steps, errors)
figures.show(
    fig,
    alt="Error of the central difference against the step h, both axes logarithmic. Each curve "
    "falls and rises again: float64 is lowest at h = 1e-5 with an error near 1e-11, float32 at h = "
    "1e-2 with an error near 1e-5. From 1e-2 on both rise along the same line. For h of 1e-7 or "
    "less float32 stays level at an error of 1.",
)

# %% [markdown]
# **Figure 2.5.** The error of the central difference against the step. Notice that each curve has
# a best step, that a much smaller step makes matters worse, and that float32 wants a step a
# thousand times larger than float64. (At its far left float32 has an error of 100 %: z + h and
# z − h have become the same number, and the estimate is 0.)

# %%
reveal("02.best_h")

# %% [markdown]
# ### The derivation
#
# Two errors work against each other. The first is that the curve bends. By Taylor's formula
#
# $$
# f(z \pm h) = f(z) \pm h f'(z) + \frac{h^2}{2} f''(z) \pm \frac{h^3}{6} f'''(z) + \dots
# $$
#
# In the difference f(z + h) − f(z − h) the terms with f and f″ cancel. Divide by 2h:
#
# $$
# \frac{f(z+h)-f(z-h)}{2h} = f'(z) + \frac{h^2}{6} f'''(z) + \dots
# $$
#
# So bending costs about A·h², with A = |f‴|/6. The second error is rounding. A **float**, a
# number as a computer keeps it, holds f(z) only up to a relative error of ε/2, where ε is the
# **machine epsilon**: 2·10⁻¹⁶ in float64 and 10⁻⁷ in float32. Two such errors, divided by 2h, cost
# up to B/h, with B = ε|f|/2. The sum of both costs is smallest where its slope is 0:
#
# $$
# \begin{aligned}
# \frac{d}{dh}\Bigl(A h^2 + \frac{B}{h}\Bigr) &= 2Ah - \frac{B}{h^2} = 0 \\
# h^3 &= \frac{B}{2A}
# \end{aligned}
# $$
#
# A is a moderate number here and B is ε times a moderate number. So the best h is of the order of
# $\varepsilon^{1/3}$, and the error there is of the order of $\varepsilon^{2/3}$.

# %%
for name in ("float64", "float32"):
    eps = np.finfo(name).eps
    print(f"{name}: ε {eps:.0e}   ε^(1/3) {eps ** (1 / 3):.0e}   ε^(2/3) {eps ** (2 / 3):.0e}")

# %% [markdown]
# Compare with the best steps and errors found above: they agree to within a factor of about 3.
# The rule to take home: **check slopes in float64, with h near 10⁻⁵, and look at the relative
# error.** Where the unit is not saturated, a relative error below 10⁻⁷ is what a right derivative
# gives; one of 10⁻² means that there is a mistake. Far out, where the slope itself is tiny, the
# rounding of the difference weighs more.

# %% [markdown]
# ### A line to repair
#
# A much-read tutorial, Andrew Trask's *A Neural Network in 11 Lines of Python* (2015), has a helper
# whose derivative branch says `return x*(1-x)`. In that program the line is right, because the
# helper is called there with the *output* of the sigmoid. The line has been copied into many
# programs since, and it goes wrong wherever it is called with the input z instead. Nothing
# crashes; the network learns badly, or not at all.
#
# The cell below makes this mistake.


# %% tags=["slide"]
def repaired_slope(z):
    """The derivative of the sigmoid with respect to the pre-activation z."""
    return z * (1 - z)


# %%
for z in (-2.0, 0.0, 2.0):
    estimate = (sigmoid(z + 1e-5) - sigmoid(z - 1e-5)) / 2e-5
    print(f"z {z:4.1f}   central difference {estimate:.4f}   the line {repaired_slope(z):7.4f}")

# %% [markdown]
# ### Checkpoint
#
# Find the mistake in `repaired_slope` and repair it (you may use `sigmoid`). Then run its cell, the
# table and this check again.

# %%
check("repaired_slope")

# %% [markdown]
# **In one line:** x(1 − x) is the right slope for one kind of x. Which kind, and which name for the
# argument would have prevented the mistake?

# %% [markdown] tags=["your-words"]
# *Double-click here and write your line.*

# %% [markdown]
# ## 6. tanh is a sigmoid on another ruler
#
# *20 minutes*
#
# The **hyperbolic tangent** is
#
# $$
# \tanh z = \frac{e^{z}-e^{-z}}{e^{z}+e^{-z}}
# $$
#
# It runs from −1 to 1 and is 0 at 0. It is often introduced as "the hyperbolic version of the
# sigmoid", as if the sigmoid came in an ordinary version and a hyperbolic one.

# %%
predict("02.tanh_shape")

# %% [markdown]
# Here are σ, tanh and a third curve, the morph (dotted). Its slider carries σ over to tanh in two
# steps; it stands at the end of the first. What does each step do to the curve, and to its slope?

# %%
widgets.sigmoid_tanh_explorer()

# %% [markdown]
# **Figure 2.6.** From σ to tanh in two steps. Notice that neither step changes the kind of curve:
# it is the same curve, drawn on other rulers.

# %%
reveal("02.tanh_shape")

# %% [markdown]
# ### The derivation, with blanks
#
# Multiply numerator and denominator by $e^{-z}$, then make the denominator appear in the numerator:
#
# $$
# \begin{aligned}
# \tanh z &= \frac{e^{z}-e^{-z}}{e^{z}+e^{-z}} \\
# &= \frac{1-e^{-2z}}{1+e^{-2z}} \\
# &= \frac{2-(1+e^{-2z})}{1+e^{-2z}} \\
# &= \frac{2}{1+e^{-2z}} - 1
# \end{aligned}
# $$
#
# The next line is yours. Which numbers A, B and C turn this into a sigmoid,
# tanh z = A·σ(Bz) + C? And which number D does the chain rule then give in
# tanh′ z = D·σ′(Bz)?

# %%
tanh_blanks = {"A": ..., "B": ..., "C": ..., "D": ...}
check("tanh_blanks")

# %% [markdown]
# With the blanks filled, the result is
#
# $$
# \tanh z = 2\,\sigma(2z) - 1, \qquad \tanh' z = 4\,\sigma'(2z)
# $$
#
# There is another way to write the slope. Call t = tanh z. Then the first result says
# σ(2z) = (1 + t)/2, so 1 − σ(2z) = (1 − t)/2, and
#
# $$
# \begin{aligned}
# \tanh' z &= 4\,\sigma(2z)\,\bigl(1-\sigma(2z)\bigr) \\
# &= 4\cdot\frac{1+\tanh z}{2}\cdot\frac{1-\tanh z}{2} \\
# &= (1+\tanh z)\,(1-\tanh z) \\
# &= 1-\tanh^2 z
# \end{aligned}
# $$
#
# Again the output alone gives the slope. At z = 0 the slope is 1, four times that of σ.
#
# And by numbers: do the two sides agree, from −30 to 30?

# %% tags=["claim:tanh-hyperbolic-sigmoid"]
z = np.linspace(-30, 30, 601)
twin = 2 * sigmoid(2 * z) - 1
print("the same to 1e-15:", np.abs(np.tanh(z) - twin).max() < 1e-15)
print(f"at z = 1: tanh {np.tanh(1):.6f}   2 σ(2) - 1 {2 * sigmoid(2.0) - 1:.6f}")

# %% [markdown]
# ### Whole layers
#
# Put z = u/2 into tanh z = 2σ(2z) − 1 and solve for σ:
#
# $$
# \sigma(u) = \frac{1}{2} + \frac{1}{2}\,\tanh\frac{u}{2}
# $$
#
# Now take a network with one hidden layer of sigmoids, with weights W₁ and biases b₁, and an affine
# output with weights w₂ and a bias b₂. Replace each sigmoid by the right-hand side:
#
# $$
# \sigma(XW_1+b_1)\,w_2 + b_2
# = \Bigl(\frac{1}{2} + \frac{1}{2}\,\tanh\frac{XW_1+b_1}{2}\Bigr)\, w_2 + b_2
# $$
#
# On the right stands a network of tanhs. It remains to multiply out and to collect what belongs to
# the hidden weights, to the hidden biases, to the output weights and to the output bias. First let
# us see that both sides agree, for random weights, and three samples.

# %% tags=["claim:tanh-widens-range"]
rng = np.random.default_rng(0)
X, W1, b1, w2, b2 = (rng.normal(size=size) for size in ((3, 2), (2, 4), 4, 4, ()))
print("network of sigmoids", (sigmoid(X @ W1 + b1) @ w2 + b2).round(6))
print("network of tanhs   ", ((0.5 + 0.5 * np.tanh((X @ W1 + b1) / 2)) @ w2 + b2).round(6))
print(f"slopes at 0: σ {sigmoid_derivative(0.0):.2f}, tanh {1 - np.tanh(0.0) ** 2:.2f}")

# %% [markdown]
# So the two kinds of network compute **exactly the same functions**. It is often said that tanh
# "widens the range" in the hidden layers. So it does, but the weights that follow can undo any
# widening. What differs is how training goes, and section 9 comes back to that.

# %% [markdown]
# ### Checkpoint
#
# Try it with one input and one hidden unit. Write the network σ(6x − 2)·10 + 1 in the form
# tanh(V₁x + c₁)·v₂ + c₂. (On the graded sheet you do it for whole layers.)

# %%
tanh_twin = {"V1": ..., "c1": ..., "v2": ..., "c2": ...}
check("tanh_twin")

# %%
ask("02.twin")

# %% [markdown]
# **In one line:** a friend replaces every hidden σ by tanh and says that the network "can now
# produce negative values, which it could not before". What is right about this, and what is not?

# %% [markdown] tags=["your-words"]
# *Double-click here and write your line.*

# %% [markdown]
# ## 7. The numbers a computer has
#
# *25 minutes*
#
# So far z was a real number. A computer has floating-point numbers, **floats**, each with a fixed
# number of binary digits. NumPy's usual kind, float64, keeps 53 binary digits (about 16 decimal
# ones); float32 keeps 24 (about 7) and float16 keeps 11 (about 3).

# %%
predict("02.sigma_forty")

# %% [markdown]
# Choose a kind of float and move z. Compare the two ways to compute σ, on either side of 0. Where
# does the formula $1/(1+e^{-z})$, typed as it stands, run into trouble?

# %%
widgets.float_lens()

# %% [markdown]
# **Figure 2.7.** What a computer returns for σ(z), by the formula as it stands (naive) and by a
# **stable** one, which is right for every float. Notice that two different things happen: far to
# the right the value becomes exactly 1, whichever formula is used; far to the left the naive
# formula **overflows**: its exponential is larger than any float.

# %%
reveal("02.sigma_forty")

# %% [markdown]
# ### On the right: rounding to 1
#
# The sigmoid maps the real numbers into the open interval from 0 to 1. Floats cannot keep that
# promise. With n binary digits, $1+e^{-z}$ is rounded to 1 as soon as $e^{-z}$ is at most $2^{-n}$,
# half the distance from 1 to the next float; and this is so from $z = n \log 2$ on. The cell walks
# up in hundredths, and reports the first z at which $1/(1+e^{-z})$ equals 1.

# %% tags=["claim:sigmoid-range"]
for name, digits in (("float16", 11), ("float32", 24), ("float64", 53)):
    z = np.arange(4000).astype(name) / np.array(100, name)
    first = z[1 / (1 + np.exp(-z)) == 1][0]
    print(f"{name}: first 1 at z = {first:.1f}   {digits} log 2 = {digits * np.log(2):.2f}")

# %% [markdown]
# On the left nothing of the kind happens for a long time, because floats lie very close together
# near 0: in float64 σ(z) becomes 0 only below z ≈ −745. This is why the small one of p and 1 − p is
# the one to keep. The cell computes 1 − σ(40) in two ways that are equal for real numbers.

# %%
print(f"1 - σ(40)   {1 - sigmoid(40.0):.2e}")
print(f"    σ(-40)  {sigmoid(-40.0):.2e}")

# %% [markdown]
# The first has lost everything, the second nothing. Better still is to keep the logit z itself for
# as long as possible.
#
# ### On the left: overflow
#
# The largest float64 is about $1.8\cdot 10^{308}$, so $e^u$ **overflows** to infinity (`inf`) for
# u > 709.8. In float32 this happens for u > 88.7, in float16 already for u > 11.1.
#
# - At z = −1000, $1/(1+e^{-z})$ computes 1/(1 + inf) = 0. The value is right, and NumPy warns.
# - At z = 1000, $e^z/(1+e^z)$, the same function, computes inf/inf. That is `nan`, "not a number",
#   and every number that it touches afterwards becomes nan too.
#
# The cure is to use each form where its exponent is not positive. Let $t = e^{-|z|}$, which lies
# between 0 and 1 whatever z is. Then
#
# $$
# \sigma(z) = \frac{1}{1+t} \quad\text{for } z \ge 0, \qquad
# \sigma(z) = \frac{t}{1+t} \quad\text{for } z < 0
# $$
#
# A computation that gives the right value without overflow, whatever float it is given, is called
# **stable**.

# %% [markdown]
# ### The logarithm of σ
#
# Training needs log σ(z). Computing σ first and taking its logarithm afterwards is not stable:
# where σ(z) has become 0, the logarithm is −∞. So put the formula in before computing anything:
#
# $$
# \begin{aligned}
# \log\sigma(z) &= \log\frac{1}{1+e^{-z}} \\
# &= -\log(1+e^{-z}) \\
# &= -\operatorname{softplus}(-z)
# \end{aligned}
# $$
#
# where **softplus** is the function $\operatorname{softplus}(u) = \log(1+e^u)$. For u > 0 take the
# large factor out before it can overflow:
#
# $$
# \begin{aligned}
# \log(1+e^{u}) &= \log\bigl(e^{u}\,(e^{-u}+1)\bigr) \\
# &= u + \log(1+e^{-u})
# \end{aligned}
# $$
#
# The two cases, u > 0 and u ≤ 0, fit into one line in which no exponent is positive:
#
# $$
# \operatorname{softplus}(u) = \max(u,0) + \log(1+e^{-|u|})
# $$
#
# For the last term NumPy has `np.log1p(t)`. It computes log(1 + t) without forming 1 + t, so that a
# tiny t is not lost.

# %% [markdown]
# ### A loss for probabilities
#
# A model says p = σ(z), and the target y is 1 or 0. The **binary cross-entropy**, or
# **cross-entropy** for short, is the surprise: minus the logarithm of the probability that the
# model had given to what then happened. It is −log p for y = 1 and −log(1 − p) for y = 0. In one
# formula, with the logit instead of p:
#
# $$
# \ell(z,y) = -y\,\log\sigma(z) - (1-y)\,\log\bigl(1-\sigma(z)\bigr)
# $$
#
# Use 1 − σ(z) = σ(−z), and then the formula for log σ twice:
#
# $$
# \begin{aligned}
# \ell(z,y) &= -y\,\log\sigma(z) - (1-y)\,\log\sigma(-z) \\
# &= y\,\operatorname{softplus}(-z) + (1-y)\,\operatorname{softplus}(z) \\
# &= \operatorname{softplus}(z)
# - y\,\bigl(\operatorname{softplus}(z)-\operatorname{softplus}(-z)\bigr) \\
# &= \operatorname{softplus}(z) - zy \\
# &= \max(z,0) - zy + \log(1+e^{-|z|})
# \end{aligned}
# $$
#
# The fourth line uses softplus(z) − softplus(−z) = z, which holds because
#
# $$
# \begin{aligned}
# \log(1+e^{z}) - \log(1+e^{-z}) &= \log\frac{1+e^{z}}{1+e^{-z}} \\
# &= \log\frac{e^{z}\,(e^{-z}+1)}{1+e^{-z}} \\
# &= z
# \end{aligned}
# $$
#
# The last line for ℓ is the one to put into code. It is stable for every z.

# %% [markdown]
# Here is a sample with z = 40 and target 0: the model is sure, and wrong. See what three ways of
# computing its loss say. (The first two are common in published programs.)

# %%
p = sigmoid(40.0)
with np.errstate(divide="ignore"):
    print(f"-log(1 - p)                     {-np.log(1 - p):.2f}")
print(f"the same, p at most 1 - 1e-7    {-np.log(1 - np.minimum(p, 1 - 1e-7)):.2f}")
print(f"from the logit, stable          {losses.binary_cross_entropy([40.0], [0.0]):.2f}")

# %% [markdown]
# The first loss is infinite. The second is finite, and wrong: however wrong the model gets, it
# stays at 16.12, so it has slope 0 and nothing is learned from the worst mistakes. The third is
# right.

# %% [markdown]
# ### Checkpoint

# %%
surprise = ...  # the binary cross-entropy, in nats, at z = -800 with target y = 1
check("surprise")

# %% [markdown]
# **In one line:** why do libraries offer a loss that takes *logits* rather than probabilities?

# %% [markdown] tags=["your-words"]
# *Double-click here and write your line.*

# %% [markdown]
# ## 8. Which loss?
#
# *25 minutes*
#
# For a sigmoid output there is a tempting alternative to cross-entropy: the **squared error**
# (σ(z) − y)², or half of it. It too is 0 for a right and sure answer, and grows with the distance.
# Does it matter which one we take?
#
# Training goes by the slopes of the loss with respect to all weights, which together are called its
# **gradient**. Each step moves the weights against the gradient, multiplied by a small number, the
# **learning rate** or step size. This is **gradient descent**.

# %%
predict("02.wrong_start")

# %% [markdown]
# The data are real: 569 breast tumours with 30 measurements of each, malignant or benign. A single
# sigmoid unit learns from 455 of them; its accuracy, the share it labels correctly, is measured on
# the other 114. First a unit is trained in the ordinary way; call its weights w\*. Then training
# starts afresh from −c·w\*: exactly the wrong way round, and the surer of itself the larger c is.
# Set c, and compare how the two losses find their way back.

# %%
widgets.wrong_and_confident()

# %% [markdown]
# **Figure 2.8.** Training from a wrong and confident start: left the loss, right the accuracy.
# Notice what becomes of squared error between c = 1 and c = 3, while cross-entropy finds its way
# back each time.

# %%
reveal("02.wrong_start")

# %% [markdown]
# ### The derivation
#
# How does each loss respond to z? For cross-entropy write σ for σ(z) and use σ′ = σ(1 − σ):
#
# $$
# \begin{aligned}
# \frac{\partial \ell}{\partial z}
# &= -y\,\frac{\sigma'}{\sigma} + (1-y)\,\frac{\sigma'}{1-\sigma} \\
# &= -y\,(1-\sigma) + (1-y)\,\sigma \\
# &= \sigma - y
# \end{aligned}
# $$
#
# The slope σ′ has gone. The logarithm in the loss brought 1/σ and 1/(1 − σ), and these cancel
# exactly the factor that makes a sigmoid flat. For squared error we take the usual half in front,
# so that the 2 of the square does not follow us around:
#
# $$
# \begin{aligned}
# \frac{\partial}{\partial z}\,\frac{1}{2}\,(\sigma-y)^2 &= (\sigma-y)\,\sigma' \\
# &= (\sigma-y)\,\sigma\,(1-\sigma)
# \end{aligned}
# $$
#
# Here nothing cancels σ(1 − σ), and for a sure answer this factor is almost 0, whether the answer
# is right or wrong.

# %%
z = np.linspace(-8, 4, 200)
bce = [losses.binary_cross_entropy([v], [1.0]) for v in z]
mse = [losses.squared_error_after_sigmoid([v], [1.0]) for v in z]
bce_slope = [losses.binary_cross_entropy_gradient([v], [1.0])[0] for v in z]
mse_slope = [losses.squared_error_after_sigmoid_gradient([v], [1.0])[0] for v in z]

# %%
fig, axes = plt.subplots(1, 2, figsize=(8, 3.2), layout="constrained")
figures.draw_losses_on_logit(axes, z, bce, mse, bce_slope, mse_slope)
figures.show(
    fig,
    alt="Two panels over the logit z from -8 to 4, target 1. Left, the losses: cross-entropy "
    "falls steadily from 8 to 0, half the squared error is level near one half on the far left, "
    "then falls. Right, their gradients: cross-entropy's is close to -1 on the far left, the "
    "other is close to 0 there and never below -0.15.",
)

# %% [markdown]
# **Figure 2.9.** The two losses for a sample with target 1, and their gradients. Notice the far
# left, where the answer is sure and wrong: there cross-entropy pulls with full force, and squared
# error hardly at all.
#
# The same gradients at three places, each surer and more wrong than the one before:

# %%
for v in (-2.0, -5.0, -10.0):
    cross_entropy = losses.binary_cross_entropy_gradient([v], [1.0])[0]
    squared_error = losses.squared_error_after_sigmoid_gradient([v], [1.0])[0]
    print(f"z {v:5.1f}   cross-entropy {cross_entropy:8.5f}   squared error {squared_error:8.5f}")

# %% [markdown]
# Is squared error always worse, then? Ask the tumours. The table shows the accuracy after 200 steps
# of size 1, started from −c·w\*. With so few tumours held out, much depends on which ones they are;
# so we divide them five times, and print the lowest and the highest accuracy. In the first line,
# c = 0, the unit starts at zero weights: it is not wrong, only undecided.

# %%
scales = (0, 1, 3, 10)
runs = [train_from_wrong_starts(scales, seed=division) for division in range(5)]
bce = np.array([run.bce_accuracy[-1] for run in runs])
mse = np.array([run.mse_accuracy[-1] for run in runs])
for c, *found in zip(scales, bce.min(0), bce.max(0), mse.min(0), mse.max(0), strict=True):
    line = "c {:2d}   cross-entropy {:.2f} to {:.2f}   squared error {:.2f} to {:.2f}"
    print(line.format(c, *found))

# %% [markdown]
# From a neutral start there is no difference to speak of. At c = 1 squared error is behind; at
# c = 3 and c = 10 it still labels nearly every tumour wrongly after 200 steps. How much of this is
# the step size? Here is squared error again, with smaller and larger steps; these are means over
# the five divisions.

# %%
for rate in (0.1, 0.3, 1.0, 3.0, 10.0):
    runs = [train_from_wrong_starts((1, 3, 10), rate=rate, seed=seed) for seed in range(5)]
    mse = np.mean([run.mse_accuracy[-1] for run in runs], axis=0)
    print("step size {:4.1f}   c 1: {:.2f}   c 3: {:.2f}   c 10: {:.2f}".format(rate, *mse))

# %% [markdown]
# So how far it gets in 200 steps depends on their size: the surer the wrong start, the larger they
# must be, and from c = 10 not even steps of size 10 get it out. The honest verdict is: squared
# error is not useless, but it cannot be relied upon to get out of a bad place.

# %% [markdown]
# ### Where this loss comes from
#
# If the samples are independent, the probability that the model gives to *all* labels together is a
# product, with the factor $p_i$ where $y_i = 1$ and $1-p_i$ where $y_i = 0$. Minus its logarithm is
# the sum of the losses $\ell(z_i, y_i)$. So to minimise cross-entropy is to maximise the
# probability of what was observed: **maximum likelihood**.
#
# And a circle closes. At the minimum the gradients with respect to w and b are 0. With
# $z_i = w x_i + b$ this means
#
# $$
# \sum_i \bigl(\sigma(z_i)-y_i\bigr)\,x_i = 0, \qquad
# \sum_i \bigl(\sigma(z_i)-y_i\bigr) = 0
# $$
#
# These are the two totals of section 3. The choice that claims least beyond the totals, and the
# sigmoid unit under which the data are most probable, are the same.

# %% [markdown]
# ### Checkpoint
#
# A sample has the target y = 1, and the model says σ(z) = 0.1. What is the gradient with respect to
# z, for cross-entropy, and for half the squared error ½(σ(z) − y)²?

# %%
gradient_pair = {"cross-entropy": ..., "squared error": ...}
check("gradient_pair")

# %%
ask("02.confident_wrong")

# %% [markdown]
# **In one line:** a saturated unit has almost no slope. Why can a saturated *output* unit still
# learn, if its loss is cross-entropy?

# %% [markdown] tags=["your-words"]
# *Double-click here and write your line.*

# %% [markdown]
# ## 9. In the middle of a network
#
# *20 minutes*
#
# At the output, cross-entropy cancels the flatness of σ. In the hidden layers there is no such
# partner. Two properties of σ make themselves felt there: its outputs are all positive, and its
# slope is at most ¼.

# %%
predict("02.one_sign")

# %% [markdown]
# The experiment takes 200 random networks on the tumour data, with layers of 16, 8 and 1 units. For
# each unit of the second layer it looks at the gradients of its 16 incoming weights, and asks
# whether all 16 have the same sign.

# %%
for activation in ("sigmoid", "tanh"):
    for batch in (1, 64):
        share = share_of_one_sign(activation, batch)
        print(f"{activation:8s} batch of {batch:2d}   one sign in {share:.0%} of the cases")

# %%
reveal("02.one_sign")

# %% [markdown]
# ### The derivation
#
# A unit takes the activations $a_1, \dots, a_m$ of the layer before it and computes $z = w_1 a_1 +
# \dots + w_m a_m + b$. Let **δ** stand for the slope of the loss with respect to z. By the chain
# rule
#
# $$
# \begin{aligned}
# \frac{\partial \ell}{\partial w_i}
# &= \frac{\partial \ell}{\partial z}\cdot\frac{\partial z}{\partial w_i} \\
# &= \delta\,a_i
# \end{aligned}
# $$
#
# δ is the same for all weights of the unit. If every $a_i$ is positive, as behind a sigmoid, every
# one of these gradients has the sign of δ: for one sample, the weights can only all go up together
# or all go down together. Averaged over a batch, samples with different signs of δ are mixed, so
# the rule no longer holds strictly; the experiment shows how much of it is left. Outputs of tanh
# are **zero-centred**: they lie on both sides of 0, and the rule does not apply.
#
# What does it cost? Here two weights learn from one sample at a time. They start in the upper left
# and the best values are in the lower right.

# %%
fig, ax = plt.subplots(figsize=(5, 4.2), layout="constrained")
paths = {name: descent_path(name, steps=30) for name in ("sigmoid", "tanh")}
figures.draw_zigzag(ax, paths, target=(1, -1))
figures.show(
    fig,
    alt="Paths of two weights over 30 steps, from (-1, 1) towards the best values (1, -1). Behind "
    "a sigmoid every step goes either up and right or down and left, and the path is still near "
    "its start. Behind a tanh the path arrives.",
)

# %% [markdown]
# **Figure 2.10.** Thirty steps of gradient descent on two weights, the inputs passed through σ or
# through tanh. Notice the directions: behind σ every single step goes up and right or down and
# left, although the goal lies down and right. The path has to zigzag.

# %% [markdown]
# ### Through many layers
#
# Now the slope. Take the plainest deep network, with one unit in each layer:
# $a_l = \sigma(z_l)$ and $z_{l+1} = w_{l+1} a_l + b_{l+1}$. The chain rule gives, from the last
# activation back to the first pre-activation,
#
# $$
# \frac{\partial a_L}{\partial z_1}
# = \sigma'(z_L)\,w_L\;\sigma'(z_{L-1})\,w_{L-1}\;\cdots\;\sigma'(z_2)\,w_2\;\sigma'(z_1)
# $$
#
# Each of the L slopes is at most ¼ and none is negative, so
#
# $$
# \prod_{l=1}^{L} \sigma'(z_l) \le \Bigl(\frac{1}{4}\Bigr)^{L}
# $$
#
# This is the **vanishing gradient**, weights aside. Weights larger than 4 could make up for it, but
# large weights tend to make z large, and there the slope is far below ¼. For tanh the same bound is
# 1: nothing is lost at z = 0, though a saturated tanh is flat as well. How weights and slopes play
# together is the subject of [lesson 05](05_gradient_flow.ipynb).

# %%
layers = np.arange(1, 16)
z = np.random.default_rng(0).normal(size=(20, layers.size))
products = np.cumprod(sigmoid_derivative(z), axis=1)
fig, ax = plt.subplots(figsize=(6.5, 3.6), layout="constrained")
figures.draw_product_of_slopes(ax, layers, 0.25**layers, products)
figures.show(
    fig,
    alt="Product of sigmoid slopes against the number of layers, the vertical axis logarithmic. "
    "The bound, one quarter to the power L, falls in a straight line to about 1e-9 at 15 layers. "
    "Twenty sampled products lie below it.",
)

# %% [markdown]
# **Figure 2.11.** The bound $(1/4)^L$ (dashed), and twenty products of slopes at random z, normally
# distributed with standard deviation 1. Notice that the bound is the *best* case.

# %% [markdown]
# ### At home at the output
#
# "The sigmoid is for binary classification." All networks below tell malignant tumours from benign
# ones, and all end in the same output: two classes, the probability of one of them a σ. They differ
# in the layers between. Each line is the accuracy on 169 tumours that are held out; 63 % is what
# one reaches by always giving the same answer.

# %% tags=["claim:sigmoid-binary"]
tumours = load_breast_cancer()
(X, y), held_out = centred(split(tumours.X, tumours.y, 169), "standard")
for hidden in (0, 1, 8):
    for activation in ("sigmoid", "tanh"):
        run = train(X, y, (16,) * hidden, activation, held_out=held_out, start="xavier")
        right = run.held_out_accuracies[-1]
        print(f"{hidden} hidden layers of {activation:7s}   accuracy {right:.2f}")

# %% [markdown]
# At the output alone, the sigmoid does everything that there is to do on these data. Eight layers
# of it in between, and nothing is learned; eight layers of tanh do little harm. So the sentence is
# right of the *output* layer, and of hidden layers it is not. (Lesson 05 finds a start with which
# many layers of sigmoids learn after all.)

# %% [markdown]
# ### Checkpoint

# %%
layers_to_a_millionth = ...  # the smallest number L of layers with (1/4)^L at most 1e-6
check("layers_to_a_millionth")

# %%
ask("02.slope_chain")

# %% [markdown]
# **In one line:** your colleague wants to replace σ by tanh in the hidden layers "because tanh can
# compute more". Which two better reasons can you offer?

# %% [markdown] tags=["your-words"]
# *Double-click here and write your line.*

# %% [markdown]
# ## What was learned
#
# *10 minutes*
#
# Here are sentences that you will meet in many introductions, and what has become of them.
#
# - *The sigmoid maps into (0, 1).* Right for real numbers. Floats reach 1 exactly, at z ≈ 37 in
#   float64 and z ≈ 17 in float32 (section 7).
# - *Its output lies in (0, 1), so it is a probability.* Does not follow: ½(1 + sin z) has such
#   values too. The log-odds are the reason (sections 2 and 3).
# - *The sigmoid is for binary classification.* Right as an output layer. In hidden layers it has
#   drawbacks (sections 4 and 9).
# - *tanh is the hyperbolic version of the sigmoid.* Wrong: tanh z = 2σ(2z) − 1, the same curve on
#   another ruler (section 6).
# - *tanh widens the range for the hidden layers.* Imprecise: networks of either kind compute the
#   same functions. What helps is that tanh is centred on 0 and has slope 1 there instead of ¼
#   (sections 6 and 9).
#
# And the lesson in five lines:
#
# 1. If z is the log-odds of class 1, its probability is $\sigma(z) = 1/(1+e^{-z})$; two equal bells
#    and maximum entropy both lead there.
# 2. σ′ = σ(1 − σ) is at most ¼, and almost 0 for a saturated unit.
# 3. tanh z = 2σ(2z) − 1: networks of one are networks of the other.
# 4. Work with logits: log σ(z) = −softplus(−z), and no exponent needs to be positive.
# 5. Cross-entropy has the gradient σ − y; squared error multiplies it by σ(1 − σ) and goes deaf
#    when the unit is sure and wrong.
#
# **Next:** the graded sheet, [exercises/02_sigmoid_tanh.ipynb](../exercises/02_sigmoid_tanh.ipynb).
# There you write the functions of this lesson yourself. After that,
# [lesson 03](03_relu_leaky_relu.ipynb) looks at ReLU, whose slope is 1 wherever it is not 0.
#
# The last cell shows what you have done so far.

# %% tags=["nbval-ignore-output"]
progress()
