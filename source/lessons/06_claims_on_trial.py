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
# # Lesson 06. Claims on trial
#
# Certain sentences about activation functions are found in nearly every introduction, in much the
# same words. Some are right, some are right with a condition, and some have been copied from one
# text into the next without anybody trying them. You have met most of them in the lessons before.
# Here you are the judge: you hear each claim, choose the experiment that decides it, run it, and
# give your verdict.
#
# **By the end you can**
#
# - say of a claim whether it is right, lacks a condition, is imprecise, goes too far, or is wrong;
# - choose the experiment that would have come out otherwise, had the claim been true (or false);
# - choose an output head for a task, and an activation with its start for a network, and say on
#   what evidence;
# - write assertions that tell wrong softmaxes from right ones.
#
# **You need** [lesson 01](01_linear_combinations.ipynb), [lesson 02](02_sigmoid_tanh.ipynb),
# [lesson 03](03_relu_leaky_relu.ipynb), [lesson 04](04_softmax.ipynb) and
# [lesson 05](05_gradient_flow.ipynb). Under each trial you find the section of the lesson where each
# claim was tried.

# %% [markdown]
# | section | alone | in class |
# |---|---|---|
# | Warm-up | 5 min | 3 min |
# | 1. How a trial is held | 15 min | 8 min |
# | 2. Lines and bends | 25 min | 14 min |
# | 3. Sigmoid and tanh | 25 min | 14 min |
# | 4. ReLU and gradients | 20 min | 12 min |
# | 5. Dead units and leaks | 20 min | 12 min |
# | 6. Softmax | 20 min | 12 min |
# | 7. The decision sheet | 20 min | 12 min |
# | 8. Break the checker | 25 min | 15 min |
# | What was learned | 10 min | 5 min |
# | **together** | **3 h 5 min** | **1 h 47 min** |
#
# Sections 1 to 3, 4 to 6, and 7 and 8 make three good evenings. In class, a trial can be held by
# two groups: one defends the claim, one attacks it, and the exhibits decide.

# %%
import matplotlib.pyplot as plt
import numpy as np

from course_utils import activations, figures, numerics
from course_utils.activations import leaky_relu, relu, sigmoid, softmax
from course_utils.data import centred, load_breast_cancer, spirals, split, split_digits
from course_utils.experiments import costs, dead_units, overconfidence, slopes
from course_utils.experiments.digits_runs import digits_accuracies, epochs_to_reach
from course_utils.experiments.pieces import fold, pieces
from course_utils.experiments.training import train
from course_utils.notebook import ask, check, glossary, hint, predict, progress, reveal, solution

# %% [markdown]
# ## Warm-up: two questions on earlier lessons
#
# Answer from memory. Both answers will be evidence today.

# %%
ask("05.he")

# %%
ask("04.shift")

# %% [markdown]
# ## 1. How a trial is held
#
# *15 minutes*
#
# There are five verdicts.
#
# | verdict | give it if the sentence is |
# |---|---|
# | right | true as it stands |
# | needs a condition | true once a condition is named that the sentence leaves out |
# | imprecise | close to the truth, but a word in it does not fit what happens |
# | goes too far | true in its beginning, and concludes more than follows from it |
# | wrong | false as it stands, and no single word repairs it |
#
# Between two neighbours of these one can often argue, and where both can be defended both are
# accepted. What cannot be argued away is the evidence. So each verdict names an **exhibit**: an
# experiment that would have come out otherwise if the verdict were not right.
#
# Here is a trial to watch. The claim: "ReLU has no derivative at 0, so a network of ReLUs cannot be
# trained by gradients."

# %%
predict("06.exact_zeros")

# %% [markdown]
# If the missing derivative were an obstacle, training would have to meet it. So count how often a
# pre-activation is exactly 0, and look whether the network learns.


# %% tags=["claim:relu-no-derivative"]
def exact_zeros(network):
    return int(np.sum(network.pre_activations(digits.training.X)[0] == 0))


digits = split_digits(centring="mean")
run = train(
    *digits.training, (64,), held_out=digits.held_out, record={"zeros": exact_zeros}, epochs=5
)
print("exact zeros, before training and after each epoch:", run.recorded["zeros"])
print(
    f"accuracy on held-out digits: {run.held_out_accuracies[0]:.2f}, then {run.held_out_accuracies[-1]:.2f}"
)

# %%
reveal("06.exact_zeros")

# %% [markdown]
# - *The beginning is true:* at 0 there is a corner, and no derivative.
# - *The conclusion is not:* the network learned, and at no count did a unit stand at the corner. If
#   one does, any number from 0 to 1 will do ([lesson 03, section 1](03_relu_leaky_relu.ipynb)).
# - **Verdict: goes too far.** What to say instead: *at a corner a subgradient serves, and one is
#   hardly ever needed.*
#
# A verdict comes in these four parts: what is true, what is not, one of the five words, and one
# line to say instead. The checker marks the word and the exhibit. The line is yours, and under each
# trial you can unfold ours and compare.

# %%
ask("06.deciding")

# %% [markdown]
# **In one line:** what would you have had to see in the exhibit, to call the claim right?

# %% [markdown] tags=["your-words"]
# *Double-click here and write your line.*

# %% [markdown]
# ## 2. Lines and bends
#
# *25 minutes*
#
# 1. "A linear combination can only express linear relations."
# 2. "Most real problems are nonlinear."
# 3. "An activation function decides whether a neuron fires, and passes the signal to the next neuron."
# 4. "Between the layers stands a nonlinear function, so the network can learn nonlinear relations."
# 5. "One hidden layer can approximate any continuous function, so depth is not needed."
#
# (The first half of claim 5 is a theorem: Cybenko, 1989, and Hornik, Stinchcombe and White, 1989,
# proved it for functions such as the sigmoid, on closed bounded regions.)
#
# Read the claims first, and say to yourself what an experiment would have to show. Then run the
# exhibits that you need.

# %%
predict("06.pieces")

# %% [markdown]
# **Exhibit A.** Two layers without a bend between them, and a unit that is given x and x².

# %%
rng = np.random.default_rng(0)
X, W1, b1, W2, b2 = (rng.normal(size=size) for size in ((5, 2), (2, 8), 8, (8, 1), 1))
print("two layers are one:", np.allclose((X @ W1 + b1) @ W2 + b2, X @ (W1 @ W2) + (b1 @ W2 + b2)))
x = np.arange(5.0)
score = np.column_stack([x, x**2]) @ np.array([1.0, 2.0])
print("score at x = 0 to 4:", score, "  rises:", np.diff(score))

# %% [markdown]
# **Exhibit B.** A linear model and one with ReLUs (two layers of 32 on spirals of one turn, one layer
# of 64 on the digits).

# %%
standard = split_digits(centring="standard", seed=0)
for name, two, one in (("linear", (), ()), ("ReLUs", (32, 32), (64,))):
    on_spirals = train(*spirals(turns=1.0), two, rate=0.3, momentum=0.9, epochs=60)
    on_digits = train(*standard.training, one, momentum=0.9, held_out=standard.held_out)
    accuracies = on_spirals.accuracies[-1], on_digits.held_out_accuracies[-1]
    print(f"{name:6s}   spirals {accuracies[0]:.2f}   digits, held out {accuracies[1]:.2f}")

# %% [markdown]
# **Exhibit C.** Ten thousand random pre-activations: how many activations are exactly 0, and what
# is passed on for z = −1?

# %%
z = np.random.default_rng(0).normal(size=10_000)
for name in ("relu", "sigmoid", "tanh"):
    f = activations.ACTIVATIONS[name].function
    print(f"{name:7s}   exact zeros {np.mean(f(z) == 0):4.0%}   f(-1) = {f(-1.0):6.3f}")

# %% [markdown]
# **Exhibit D.** Fifty random units of each kind follow sin 2x as well as they can.

# %%
x = np.linspace(-3, 3, 200)
w, b = np.random.default_rng(0).normal(size=(2, 50))
z = np.outer(x, w) + b
for name, hidden in (("z", z), ("z²", z**2), ("relu(z)", relu(z))):
    table = np.column_stack([hidden, np.ones_like(x)])
    best = np.linalg.lstsq(table, np.sin(2 * x), rcond=1e-10)[0]
    print(f"{name:8s} largest error {np.abs(table @ best - np.sin(2 * x)).max():.2f}")

# %% [markdown]
# **Exhibit E.** The straight pieces of two curves, each made by twenty ReLUs: ten layers that fold,
# and one flat layer with alternating signs.

# %% tags=["claim:one-layer-suffices"]
x = np.linspace(0, 1, 2**14 + 1)
flat = relu(x[:, None] - x[700:14_700:700]) @ (-1.0) ** np.arange(20)
print("ten layers of two ReLUs:", pieces(x, fold(x, layers=10)), "pieces")
print("one layer of twenty:    ", pieces(x, flat), "pieces")

# %%
reveal("06.pieces")

# %% [markdown]
# ### Checkpoint: your verdicts
#
# For each claim a pair: the verdict, and the letter of the exhibit that decides, as in
# `1: ("imprecise", "B")`.

# %%
trial_bends = {1: ..., 2: ..., 3: ..., 4: ..., 5: ...}
check("trial_bends")

# %% [markdown]
# **In one line:** choose the claim that you would most like to see corrected, and write what to say
# instead.

# %% [markdown] tags=["your-words"]
# *Double-click here and write your line.*

# %% [markdown]
# <details><summary>Our verdicts and our lines, to compare when you have yours</summary>
#
# | claim | verdict | say instead | evidence |
# |---|---|---|---|
# | 1 | needs a condition (also: imprecise) | Affine layers are affine in their inputs, however many there are; the inputs may be bent themselves, as x² is. | [lesson 01, section 4](01_linear_combinations.ipynb) |
# | 2 | goes too far (also: imprecise) | Nobody has counted, and it is a matter of degree: ask how much a bend gains on these data, and measure it. | [lesson 01, section 8](01_linear_combinations.ipynb) |
# | 3 | imprecise (also: wrong) | Only a step decides; the others pass on a number, and every unit of the next layer gets it. | [lesson 03, section 2](03_relu_leaky_relu.ipynb) |
# | 4 | goes too far (also: needs a condition, imprecise) | Something nonlinear is necessary and not sufficient: sums of squares are parabolas, sums of hinges are not tied to one shape. | [lesson 01, section 6](01_linear_combinations.ipynb) |
# | 5 | goes too far (also: needs a condition) | It can, with units enough. Ten folding layers of two ReLUs make 1024 pieces, for which one layer needs 1023 units. | exhibit E |
#
# (One theorem stands behind claims 4 and 5: of the continuous activations, exactly those that are
# not polynomials let one hidden layer approximate every continuous function on a closed bounded
# region; Leshno, Lin, Pinkus and Schocken, 1993. z² is a polynomial.)
#
# </details>

# %% [markdown]
# ## 3. Sigmoid and tanh
#
# *25 minutes*
#
# 1. "The sigmoid maps every number into the open interval (0, 1)."
# 2. "The sigmoid is for binary classification."
# 3. "The sigmoid's output lies between 0 and 1, so it is a probability."
# 4. "tanh is the hyperbolic version of the sigmoid."
# 5. "tanh widens the range in the hidden layers."

# %%
predict("06.deep_sigmoid")

# %% [markdown]
# **Exhibit A.** The sigmoid of three numbers, as two kinds of float have it. (σ(−z) is what is left
# to 1.)

# %%
for z in (10.0, 18.0, 40.0):
    single, double = sigmoid(np.float32(z)), sigmoid(z)
    print(
        f"z {z:2.0f}   1 - σ(z) in float32 {1 - single:.0e}, in float64 {1 - double:.0e}   σ(-z) {sigmoid(-z):.0e}"
    )

# %% [markdown]
# **Exhibit B.** Malignant or benign? All networks end in a σ. Between lie none or eight layers, of
# σ or of tanh. (63 % is what saying always the same gives.)

# %%
tumours = load_breast_cancer()
(X, y), held_out = centred(split(tumours.X, tumours.y, 169), "standard")
for hidden, activation in ((0, "sigmoid"), (8, "sigmoid"), (8, "tanh")):
    run = train(X, y, (16,) * hidden, activation, held_out=held_out, start="xavier")
    print(f"{hidden} hidden layers of {activation:7s}   accuracy {run.held_out_accuracies[-1]:.2f}")

# %%
reveal("06.deep_sigmoid")

# %% [markdown]
# **Exhibit C.** Two classes, for which the log-odds z are known. Which share of the samples near z
# belongs to class 1, and what did two formulas with values between 0 and 1 say?

# %%
rng = np.random.default_rng(1)
y = rng.integers(0, 2, 100_000)
log_odds = 2 * rng.normal(2 * y - 1, 1)
for z in (-2, 0, 2, 4):
    share = np.mean(y[np.abs(log_odds - z) < 0.25])
    print(
        f"z {z:2d}   class 1 {share:.2f}   σ(z) {sigmoid(z):.2f}   ½(1 + sin z) {(1 + np.sin(z)) / 2:.2f}"
    )

# %% [markdown]
# **Exhibit D.** The table of tanh z beside that of 2σ(2z) − 1.

# %%
for z in (-2.0, 0.5, 1.0, 3.0):
    print(f"z {z:4.1f}   tanh z {np.tanh(z):9.6f}   2σ(2z) - 1 {2 * sigmoid(2 * z) - 1:9.6f}")

# %% [markdown]
# **Exhibit E.** A network of eight sigmoids, and one of eight tanhs with half its hidden weights and
# another output layer. Their outputs for four samples, and the slopes of the two functions at 0.

# %%
rng = np.random.default_rng(1)
X, W, b, v = (rng.normal(size=size) for size in ((4, 3), (3, 8), 8, 8))
print("sigmoids", (sigmoid(X @ W + b) @ v).round(6))
print("tanhs   ", ((0.5 + 0.5 * np.tanh((X @ W + b) / 2)) @ v).round(6))
print(
    "slopes at 0:",
    [float(round(numerics.central_difference(f, 0.0), 2)) for f in (sigmoid, np.tanh)],
)

# %% [markdown]
# ### Checkpoint: your verdicts

# %%
trial_curves = {1: ..., 2: ..., 3: ..., 4: ..., 5: ...}
check("trial_curves")

# %% [markdown]
# **In one line:** claims 3 and 4 both fail, in different ways. What is the difference?

# %% [markdown] tags=["your-words"]
# *Double-click here and write your line.*

# %% [markdown]
# <details><summary>Our verdicts and our lines, to compare when you have yours</summary>
#
# | claim | verdict | say instead | evidence |
# |---|---|---|---|
# | 1 | needs a condition | True of real numbers; a float reaches 1 exactly, at z ≈ 37 in float64 and z ≈ 17 in float32. | [lesson 02, section 7](02_sigmoid_tanh.ipynb) |
# | 2 | needs a condition (also: imprecise) | As the output layer: there it turns log-odds into a probability. In deep hidden layers it holds the gradient back. | [lesson 02, section 9](02_sigmoid_tanh.ipynb) |
# | 3 | goes too far | The interval does not make it one: ½(1 + sin z) lies there too. It is one if z is the log-odds, and that can be checked against what happens. | [lesson 02, section 3](02_sigmoid_tanh.ipynb) |
# | 4 | wrong (also: imprecise) | They are one curve on two rulers: tanh z = 2σ(2z) − 1. Neither is more hyperbolic than the other. | [lesson 02, section 6](02_sigmoid_tanh.ipynb) |
# | 5 | imprecise (also: goes too far) | The next weights undo any widening. What helps is that tanh is centred on 0 and has slope 1 there instead of ¼. | [lesson 02, section 6](02_sigmoid_tanh.ipynb) |
#
# </details>

# %% [markdown]
# ## 4. ReLU and gradients
#
# *20 minutes*
#
# 1. "ReLU keeps the gradient in the positive region, because its derivative is 1 there and 0 elsewhere."
# 2. "ReLU effectively avoids vanishing gradients."
# 3. "ReLU is cheap to compute."
# 4. "Networks with ReLU converge faster to the optimal solution."

# %%
predict("06.ten_units")

# %% [markdown]
# **Exhibit A.** Ten units in a row, all on: how much of a change at the beginning arrives at the
# end?


# %%
def chain(x, w):
    for _ in range(10):
        x = relu(w * x)
    return x


for w in (0.5, 0.9, 1.0, 2.0):
    print(f"weights {w}   slope {(chain(1.00001, w) - chain(0.99999, w)) / 0.00002:9.4f}")

# %%
reveal("06.ten_units")

# %% [markdown]
# **Exhibit B.** The digits, seven hidden layers of ReLU, ten epochs, two starts.

# %%
for name, gain in (("standard deviation 0.01", 0.08), ("He", np.sqrt(2))):
    run = digits_accuracies("relu", 7, gain, rate=0.1, epochs=10)
    print(f"{name:24s} accuracy {run[-1]:.2f}")

# %% [markdown]
# **Exhibit C.** The time of an activation function beside that of the matrix product before it.
# (Another computer may say something else; the automatic checks do not compare this output.)

# %% tags=["nbval-ignore-output"]
seconds = costs.seconds_per_layer(units=1024)
for name in ("relu", "tanh"):
    words = (
        "less than half of" if seconds[name] < seconds["matrix product"] / 2 else "at least half of"
    )
    print(f"{name:5s} takes {words} the time of the matrix product")
print("ReLU takes less than tanh:", seconds["relu"] < seconds["tanh"])

# %% [markdown]
# **Exhibit D.** Two hidden layers of 64 units on the digits: epochs until 95 % are right, the middle
# one of three runs, at two learning rates.

# %%
for name, gain in (("tanh", 1.0), ("relu", np.sqrt(2))):
    needed = [epochs_to_reach(0.95, name, 2, gain, rate, most=8) for rate in (0.1, 0.3)]
    print(f"{name:5s} epochs at rate 0.1: {needed[0]}   at rate 0.3: {needed[1]}")

# %% [markdown]
# ### Checkpoint: your verdicts

# %%
trial_rectifiers = {1: ..., 2: ..., 3: ..., 4: ...}
check("trial_rectifiers")

# %%
ask("06.one_run")

# %% [markdown]
# **In one line:** which two things would a fair sentence about the speed of ReLU have to name?

# %% [markdown] tags=["your-words"]
# *Double-click here and write your line.*

# %% [markdown]
# <details><summary>Our verdicts and our lines, to compare when you have yours</summary>
#
# | claim | verdict | say instead | evidence |
# |---|---|---|---|
# | 1 | imprecise (also: needs a condition, goes too far) | ReLU's own factor is 1 or 0 (at 0, any number between); the weights multiply as well, and a unit that is off passes nothing. | [lesson 03, section 2](03_relu_leaky_relu.ipynb) |
# | 2 | goes too far (also: needs a condition, imprecise) | It removes one cause. Activation and initialisation decide together: with small weights deep ReLU networks stay at chance. | [lesson 05, section 8](05_gradient_flow.ipynb) |
# | 3 | right | Cheap, and a small part of the cost: the matrix product before it takes far longer. | [lesson 03, section 9](03_relu_leaky_relu.ipynb) |
# | 4 | wrong (also: goes too far) | There is no «the» optimal solution, and the speed depends on the start and the rate: tanh was as fast. | [lesson 05, section 8](05_gradient_flow.ipynb) |
#
# </details>

# %% [markdown]
# ## 5. Dead units and leaks
#
# *20 minutes*
#
# 1. "A ReLU neuron is dead when its input is zero or negative."
# 2. "Leaky ReLU lets a small fixed gradient through where ReLU lets none."
# 3. "The slope α of Leaky ReLU can be any small number between 0 and 1."
# 4. "Leaky ReLU solves the problem of dying units."

# %%
predict("06.never_positive")

# %% [markdown]
# **Exhibit A.** Pre-activations of three units (columns) for three samples (rows).

# %%
Z = np.array([[-1.0, 2.0, -3.0], [2.0, 1.0, -0.5], [0.5, -1.0, -2.0]])
print("off for how many samples:          ", np.sum(Z <= 0, axis=0))
print("gradients arrive from how many:    ", np.sum(Z > 0, axis=0))

# %% [markdown]
# **Exhibit B.** The slope of Leaky ReLU with α = 0.01, and that of ReLU, by central differences.

# %%
for z in (-100.0, -0.1, 3.0):
    slopes_here = [numerics.central_difference(f, z) for f in (lambda z: leaky_relu(z, 0.01), relu)]
    print(f"z {z:6.1f}   Leaky {slopes_here[0]:.4f}   ReLU {slopes_here[1]:.4f}")

# %% [markdown]
# **Exhibit C.** The spirals of lesson 03: accuracy for seven slopes, the middle one of three runs.
# (These runs were made in advance, as were those of exhibit D.)

# %%
accuracies = np.median(slopes.stored_accuracies(), axis=1)
for alpha in (-1.0, -0.5, 0.0, 0.1, 0.5, 0.95, 1.0):
    print(f"α {alpha:5.2f}   accuracy {accuracies[slopes.SLOPES.index(alpha)]:.2f}")

# %% [markdown]
# **Exhibit D.** Digits that are not centred, at the deadly rate 2: units that are positive for no
# image, after 30 epochs.

# %%
for alpha in (0.0, 0.01):
    run = dead_units.stored_runs()[dead_units.key(2.0, False, alpha)]
    print(
        f"α {alpha:4.2f}   never positive {run.always_negative[-1]} of 64   accuracy {run.accuracies[-1]:.2f}"
    )

# %%
reveal("06.never_positive")

# %% [markdown]
# ### Checkpoint: your verdicts

# %%
trial_leaks = {1: ..., 2: ..., 3: ..., 4: ...}
check("trial_leaks")

# %% [markdown]
# **In one line:** rewrite claim 4 so that it becomes right.

# %% [markdown] tags=["your-words"]
# *Double-click here and write your line.*

# %% [markdown]
# <details><summary>Our verdicts and our lines, to compare when you have yours</summary>
#
# | claim | verdict | say instead | evidence |
# |---|---|---|---|
# | 1 | imprecise (also: wrong, needs a condition) | Then it is off, for this sample. It is dead if it is off for every sample of the training set. | [lesson 03, section 3](03_relu_leaky_relu.ipynb) |
# | 2 | right | Left of 0 its slope is α, wherever z lies. | [lesson 03, section 5](03_relu_leaky_relu.ipynb) |
# | 3 | imprecise (also: needs a condition, goes too far) | Any number well below 1: towards 1 the function becomes the identity and the layers collapse. Negative slopes work too. | [lesson 03, section 6](03_relu_leaky_relu.ipynb) |
# | 4 | imprecise (also: goes too far, needs a condition) | Units still end up negative for every sample, though they keep a gradient. Centred inputs keep them from getting there. | [lesson 03, section 6](03_relu_leaky_relu.ipynb) |
#
# </details>

# %% [markdown]
# ## 6. Softmax
#
# *20 minutes*
#
# 1. "Logits are raw scores."
# 2. "Softmax gives values from 0 to 1 that sum to 1, and hence suits classes."
# 3. "Softmax is a normalisation, as the others are activation functions."
# 4. "The largest output of softmax is the chance that the network is right."

# %%
predict("06.confidence")

# %% [markdown]
# **Exhibit A.** Three logits, shifted, and what is left of them when log p is taken away.

# %%
for c in (0.0, 10.0, -100.0):
    z = np.array([2.0, 1.0, -2.0]) + c
    print(f"logits {z}   logits - log p {(z - np.log(softmax(z))).round(4)}")

# %% [markdown]
# **Exhibit B.** Two ways to make values from 0 to 1 that sum to 1.

# %%
z = np.array([2.0, 1.0, -2.0])
for name, positive in (("softmax", np.exp(z)), ("squares", z**2)):
    p = positive / positive.sum()
    print(f"{name}   {p.round(3)}   sum {p.sum():.3f}")

# %% [markdown]
# **Exhibit C.** How each output (row) answers to each logit (column).

# %%
z = np.array([2.0, 1.0, -2.0])
for name, f in (("three tanhs", np.tanh), ("softmax", softmax)):
    print(name)
    print(np.array2string(numerics.numerical_jacobian(f, z), precision=3, suppress_small=True))

# %% [markdown]
# **Exhibit D.** The network of lesson 04 that saw 150 pooled digits, on 1347 others; then with its
# logits divided by a temperature that was chosen on 300 more.

# %% tags=["claim:confidence-is-chance"]
found = overconfidence.digits_logits()
for T in (1.0, overconfidence.chosen_temperature(found)):
    accuracy, confidence, _ = overconfidence.sureness(found.test, found.test_labels, T)
    print(f"T {T:.1f}   right {accuracy:.2f}   largest output, on average {confidence:.2f}")

# %%
reveal("06.confidence")

# %% [markdown]
# ### Checkpoint: your verdicts

# %%
trial_classes = {1: ..., 2: ..., 3: ..., 4: ...}
check("trial_classes")

# %% [markdown]
# **In one line:** what would you want to know before you believe a network that says "99 %"?

# %% [markdown] tags=["your-words"]
# *Double-click here and write your line.*

# %% [markdown]
# <details><summary>Our verdicts and our lines, to compare when you have yours</summary>
#
# | claim | verdict | say instead | evidence |
# |---|---|---|---|
# | 1 | imprecise | They are logarithms of probabilities, up to one constant that the whole row shares. | [lesson 04, section 1](04_softmax.ipynb) |
# | 2 | goes too far (also: needs a condition) | Up to rounding it does, and so do squares over their sum. What counts is what the values mean, and that the classes exclude one another. | [lesson 04, section 3](04_softmax.ipynb) |
# | 3 | imprecise (also: wrong) | It is a function of the whole row, with coupled entries; dividing by the sum is only its last step. | [lesson 04, section 5](04_softmax.ipynb) |
# | 4 | goes too far (also: needs a condition, imprecise) | Only if the network is calibrated, which has to be measured, and can often be repaired by one temperature. | exhibit D |
#
# </details>

# %% [markdown]
# ## 7. The decision sheet
#
# *20 minutes*
#
# One claim of the course is left: "ReLU may still be preferred; choose the activation by task and
# data." It is hard to disagree with, and it does not say how. So let us collect what the lessons
# have found, on one sheet.

# %%
predict("06.shallow")

# %% [markdown]
# Two networks on the digits, with two and with seven hidden layers of 64 units. Each activation
# has once its own start (Xavier for tanh, He for the other two) and once weights of standard
# deviation 0.01. Ten epochs at the rate 0.3.

# %% tags=["claim:relu-still-preferred"]
own = {"tanh": 1.0, "relu": np.sqrt(2), "leaky_relu": np.sqrt(2)}
panels = {"2 hidden layers": {}, "7 hidden layers": {}}
for (title, rows), depth in zip(panels.items(), (2, 7), strict=True):
    for name, gain in own.items():
        starts = {"own start": gain, "std 0.01": 0.08}
        runs = {s: digits_accuracies(name, depth, g, 0.3, epochs=10) for s, g in starts.items()}
        rows[name] = {start: run[-1] for start, run in runs.items()}
        print(f"{title}   {name:10s}", *(f"  {start} {a:.2f}" for start, a in rows[name].items()))

# %%
fig, axes = plt.subplots(1, 2, figsize=(8, 2.8), layout="constrained")
figures.draw_starts(axes, panels)
figures.show(
    fig,
    alt="Accuracy after ten epochs for tanh, ReLU and Leaky ReLU, filled marks for the own start "
    "and hollow marks for standard deviation 0.01. With two hidden layers all six lie between 0.95 "
    "and 0.98. With seven, the filled marks do too and the hollow ones lie at chance, 0.1.",
)

# %% [markdown]
# **Figure 6.1.** Three activations, each with its own start (filled) and with a start that is too
# small (hollow). Notice that the three differ little from one another in either network, and
# that in the deep one the start decides everything.

# %%
reveal("06.shallow")

# %% [markdown]
# **Verdict: right.** With their own starts you may choose any of the three. What the sentence leaves
# open is the rest of this section.
#
# ### From the task to the output head
#
# First the values that each head can give at all:

# %%
for name, head in (
    ("identity", np.asarray),
    ("softplus", activations.softplus),
    ("sigmoid", sigmoid),
    ("softmax over one logit", lambda z: softmax(z[:, None])[:, 0]),
):
    values = head(np.array([-50.0, 0.0, 50.0]))
    print(f"{name:23s} of -50, 0, 50: ", *(f"{value:8.2g}" for value in values))

# %% [markdown]
# | the task | evidence |
# |---|---|
# | will this patient come back, yes or no | [lesson 02, section 1](02_sigmoid_tanh.ipynb): log-odds become a probability |
# | which of ten digits is it | [lesson 04, section 1](04_softmax.ipynb): classes that exclude one another |
# | which of these three tags are true of it | [lesson 04, section 8](04_softmax.ipynb): the tagged digits |
# | how many degrees warmer or colder | the table above: which head gives values of either sign? |
# | how many metres long | the table above: which head gives every positive value, and no other? |
#
# ### Checkpoint
#
# Put one of "sigmoid", "softmax", "sigmoids", "identity" and "softplus" in each line.

# %%
output_lines = {
    "will this patient come back, yes or no": ...,
    "which of ten digits is it": ...,
    "which of these three tags are true of it": ...,
    "how many degrees warmer or colder": ...,
    "how many metres long": ...,
}
check("output_lines")

# %% [markdown]
# ### From depth and data to activation and start
#
# | what you have | evidence |
# |---|---|
# | new data, nothing tried yet | [lesson 01, section 8](01_linear_combinations.ipynb): digits and spirals |
# | two hidden layers, no reason to prefer one | figure 6.1, left |
# | ReLU, many layers | [lesson 05, section 3](05_gradient_flow.ipynb): half of the mean square |
# | Leaky ReLU with a large slope | [lesson 05, section 3](05_gradient_flow.ipynb): the checkpoint |
# | tanh, many layers | [lesson 05, section 2](05_gradient_flow.ipynb): slope 1 near 0 |
# | σ, eight layers | [lesson 05, section 6](05_gradient_flow.ipynb): the repaired network |
# | inputs all positive, units die | [lesson 03, section 4](03_relu_leaky_relu.ipynb): the common push |
#
# ### Checkpoint
#
# To choose from: "Xavier", "He", "He, divided by 1 + α²" (the variance, that is), "Xavier, gain 4",
# "centre the inputs", "linear model first", "any, and measure".

# %%
hidden_lines = {
    "new data, nothing tried yet": ...,
    "two hidden layers, no reason to prefer one": ...,
    "ReLU, many layers": ...,
    "Leaky ReLU with a large slope": ...,
    "tanh, many layers": ...,
    "σ, eight layers": ...,
    "inputs all positive, units die": ...,
}
check("hidden_lines")

# %% [markdown]
# **In one line:** which line of the sheet would you have filled in otherwise before this course?

# %% [markdown] tags=["your-words"]
# *Double-click here and write your line.*

# %% [markdown]
# <details><summary>The decision sheet, filled in</summary>
#
# | the task or what you have | choose | evidence |
# |---|---|---|
# | will this patient come back, yes or no | sigmoid | [lesson 02, section 1](02_sigmoid_tanh.ipynb) |
# | which of ten digits is it | softmax | [lesson 04, section 1](04_softmax.ipynb) |
# | which of these three tags are true of it | sigmoids | [lesson 04, section 8](04_softmax.ipynb) |
# | how many degrees warmer or colder | identity | the table above |
# | how many metres long | softplus | the table above |
# | new data, nothing tried yet | linear model first | [lesson 01, section 8](01_linear_combinations.ipynb) |
# | two hidden layers, no reason to prefer one | any, and measure | figure 6.1, left |
# | ReLU, many layers | He | [lesson 05, section 3](05_gradient_flow.ipynb) |
# | Leaky ReLU with a large slope | He, divided by 1 + α² | [lesson 05, section 3](05_gradient_flow.ipynb) |
# | tanh, many layers | Xavier | [lesson 05, section 2](05_gradient_flow.ipynb) |
# | σ, eight layers | Xavier, gain 4 | [lesson 05, section 6](05_gradient_flow.ipynb) |
# | inputs all positive, units die | centre the inputs | [lesson 03, section 4](03_relu_leaky_relu.ipynb) |
#
# A unit that has died stays dead; what helps it is named before it dies: centred inputs, a lower
# rate, or a leak.
#
# </details>

# %% [markdown]
# ## 8. Break the checker
#
# *25 minutes*
#
# All through the course a checker has judged your code. Now judge code yourself: write assertions
# that tell wrong softmaxes from right ones. They are run on 24 wrong softmaxes and on 7 right ones.
# An assertion **rejects** a softmax if it raises an error, and your mark is the share of the wrong
# ones that you reject. This is how one measures tests in general: change the program a little, and
# count how many of the changes the tests notice. It is called the **mutation score**.
#
# What a right softmax promises is the contract of sheet 04:
#
# - `softmax(logits, axis=-1, temperature=1.0)`, for an array with at least one entry, of any number
#   of dimensions from 1 on, of whole numbers, float32 or float64;
# - the result has the shape of the logits, and holds the probabilities along that axis, to a
#   relative accuracy of 10⁻⁶ (10⁻⁵ for float32) wherever they are above 10⁻³⁰;
# - it may be an array or nested lists (`np.asarray` reads both), of float32 if the logits are;
# - it is right for logits up to ±10³⁰⁰, before and after the division by the temperature, without
#   an overflow, invalid or divide warning on the way (`np.errstate` makes errors of these), where
#   underflow to 0 is no fault;
# - the caller's array is left as it was.
#
# What it does not promise must not be asked for: if you reject one right softmax, the mark is 0, and
# you are told which it was and by which line.
#
# Here is a first attempt: the three properties that come to mind first.


# %%
def my_assertions(softmax):
    z = np.array([[0.0, 1.0, 2.0], [3.0, 1.0, 1.0]])
    p = np.asarray(softmax(z))
    assert p.shape == z.shape
    assert np.all((p >= 0) & (p <= 1))
    assert np.allclose(p.sum(axis=1), 1)


# %%
predict("06.usual_three")

# %% tags=["nbval-ignore-output"]
check("my_assertions")

# %%
reveal("06.usual_three")

# %% [markdown]
# Each time the message describes one softmax that got through, by what it does with some input, and
# not by its code. Add to `my_assertions` what would have noticed it, run its cell, and check again.
# (An exception that a wrong softmax raises by itself counts as rejected, as it would in any test
# runner.)
#
# When you think that you are done, consider which of your assertions could go without a loss: good
# tests are few.

# %%
ask("06.assertions")

# %% [markdown]
# **In one line:** which kind of assertion rejected the most, and why do properties such as "rows sum
# to 1" reject so little?

# %% [markdown] tags=["your-words"]
# *Double-click here and write your line.*

# %% [markdown]
# ## What was learned
#
# *10 minutes*
#
# The lesson in five lines:
#
# 1. A claim is judged by an experiment that would have come out otherwise, had the claim been true.
# 2. Most popular sentences are neither right nor wrong: a condition is missing, a word does not fit,
#    or more is concluded than follows.
# 3. The output head follows from the task: which values, and do the classes exclude one another?
# 4. In shallow networks most activations do. In deep ones activation and start are one choice.
# 5. Tests that ask for values, at awkward shapes and magnitudes, see what properties overlook.
#
# This was the last lesson. You can now read a sentence about activation functions, in a book, a
# talk or an answer on the internet, and ask: what would I have to run? If you find a claim that this
# course has not tried, or one of ours that does not hold, we should like to hear of it.
#
# **Next:** whatever is still open on the sheets. The last cell shows what you have done.

# %% tags=["nbval-ignore-output"]
progress()
