"""A Jupyter course on the activation functions of neural networks.

Importing the package loads nothing heavy. What a notebook needs it imports by room, for example
``from course_utils.notebook import check`` or ``from course_utils.activations import sigmoid``.
"""

__version__ = "0.1.0"
