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
# # Start here
#
# This is a course on **activation functions**, the small curves that stand between the layers of a
# neural network: where they come from, how to compute them well, and which of the many things said
# about them are true. You will predict, try out, derive and program, in that order.
#
# This page takes about 15 minutes. It shows how the course works, checks that everything it needs
# is there, and lets you meet the checker.

# %% [markdown]
# | section | alone | in class |
# |---|---|---|
# | 1. How to use a notebook | 2 min | 1 min |
# | 2. Is everything there? | 3 min | 3 min |
# | 3. How a lesson works | 1 min | 1 min |
# | 4. Meet the checker | 4 min | 5 min |
# | 5. Your progress | 1 min | 1 min |
# | 6. When a notebook is in a muddle | 3 min | 3 min |
# | 7. The lessons | 1 min | 1 min |
# | **together** | **15 min** | **15 min** |

# %% [markdown]
# ## 1. How to use a notebook
#
# A notebook is made of **cells**: some hold text, like this one, some hold code. To run a cell,
# click into it and press **Shift+Enter**; its result appears below it and the next cell is
# selected. Run the cells of a lesson from top to bottom, because later ones use what earlier ones
# have made.
#
# Try it with the next cell.

# %%
print("Hello. This cell has been run.")

# %% [markdown]
# ## 2. Is everything there?
#
# The next cell looks for the parts that the course needs. If one is missing, it says what to do.

# %%
from importlib.util import find_spec

needed = ("course_utils", "numpy", "matplotlib", "PIL", "ipywidgets", "anywidget", "platformdirs")
missing = [name for name in needed if find_spec(name) is None]
if missing:
    print(f"Missing: {', '.join(missing)}.")
    print("In a terminal, in the course's folder, run:  python -m pip install -e .")
    print("Then choose Kernel > Restart Kernel in the menu, and run this cell again.")
else:
    print("Everything that the course needs is there.")

# %% [markdown]
# If it still says "Missing" after that, this notebook probably runs in another Python than the one
# you installed into. Close it and start JupyterLab with the command `course lab`; it uses the right
# one. The command `course doctor` tells you in detail what works on your machine.
#
# Now look for a picture and a slider below the next cell. Does the picture follow when you move the
# slider?

# %%
from course_utils import widgets

widgets.odds_ladder()

# %% [markdown]
# If you see the picture and no slider, choose **Run > Run All Cells** once. If there is still no
# slider, the course works all the same: each such picture comes with a sentence and a table that
# say what it shows.

# %% [markdown]
# ## 3. How a lesson works
#
# Lessons go round in a small circle, again and again:
#
# 1. **Predict.** You are asked what will happen, and how sure you are. Commit to an answer, also
#    when you are unsure. (You can skip; nothing is lost.)
# 2. **Try.** A picture that you can move, or an experiment, gives the answer.
# 3. **Compare.** What had you said, what is right, and why?
# 4. **Derive.** The reasons, line by line. Have pencil and paper at hand: a derivation that you
#    have written yourself stays.
# 5. **Check.** A short exercise, a **checkpoint**, marked at once.
# 6. **Say it.** One line in your own words.
#
# After each lesson comes a **sheet**, a notebook of graded exercises.

# %% [markdown]
# ## 4. Meet the checker
#
# Here is an exercise: `double(x)` should return twice x. Someone has left it unfinished. Run the
# cell, and then the check below it.


# %%
def double(x):
    """Return twice x."""
    return x


# %%
from course_utils.notebook import ask, check, hint, progress, solution

check("double")

# %% [markdown]
# The checker says what it saw, shows one case in which your answer differs, and asks a question.
# Change `return x` so that it returns twice x, run the cell again, then run the check again.
#
# The checker tries many inputs: numbers, arrays, very large and very small values. It never loses
# patience, and trying something out costs you nothing. When you are stuck, ask for a hint. Each
# call of `hint` goes one step further.

# %%
hint("double")

# %% [markdown]
# On the graded sheets there is also `solution("name")`, which shows a worked answer. Your record
# then notes that you looked.
#
# Two questions, to see whether you and the checker understand one another. Choose an option; you
# are told at once whether it is right, and why.

# %%
ask("00.not_run")

# %%
ask("00.passed")

# %% [markdown]
# ## 5. Your progress
#
# What you predict, try and solve is kept in a small file on your own computer, and nowhere else.
# The next cell shows what is in it so far, where the file is, and how to begin afresh. (If your class
# uses the live view, your teacher gives you a line with `join`. It says what is sent from then on,
# never your code, and `leave()` ends it.)

# %% tags=["nbval-ignore-output"]
progress()

# %% [markdown]
# ## 6. When a notebook is in a muddle
#
# - **Strange results?** Choose **Kernel > Restart Kernel and Run All Cells**. This clears
#   everything that cells have left behind, and runs them in order. Your answers stay.
# - **A cell that does not end?** Choose **Kernel > Interrupt Kernel**.
# - **Start a sheet afresh?** In a terminal, `course reset 02_sigmoid_tanh` puts an untouched sheet
#   in the place of yours and keeps yours beside it. Your record is not touched.
# - **Start a lesson afresh?** First make a copy of yours (in the file list, right-click,
#   **Duplicate**). Then take the original from the place you got the course from, and put it over
#   yours.

# %%
ask("00.order")

# %% [markdown]
# ## 7. The lessons
#
# | lesson | sheet |
# |---|---|
# | [01 Linear combinations](01_linear_combinations.ipynb) | [sheet 01](../exercises/01_linear_combinations.ipynb) |
# | [02 Sigmoid and tanh](02_sigmoid_tanh.ipynb) | [sheet 02](../exercises/02_sigmoid_tanh.ipynb) |
# | [03 ReLU and Leaky ReLU](03_relu_leaky_relu.ipynb) | [sheet 03](../exercises/03_relu_leaky_relu.ipynb) |
# | [04 Softmax](04_softmax.ipynb) | [sheet 04](../exercises/04_softmax.ipynb) |
# | [05 Gradient flow and initialisation](05_gradient_flow.ipynb) | [sheet 05](../exercises/05_gradient_flow.ipynb) |
# | [06 Claims on trial](06_claims_on_trial.ipynb) | none: it is the last |
#
# **Begin with [lesson 01](01_linear_combinations.ipynb).** The lessons build on one another; each
# can be done alone by those who know the ones before it.

# %% [markdown]
# ## 8. The words of the course
#
# Each term is set in bold where it is introduced, with its meaning beside it. To look one up later,
# write for instance `glossary("batch")` in a cell of its own, in any lesson. Here are all of them,
# lesson by lesson; open a line to see its terms.

# %%
from course_utils.notebook import glossary

glossary()
