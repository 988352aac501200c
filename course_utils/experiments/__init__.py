"""Experiments of the lessons that take more than a few lines: computations only, no drawing."""
