"""What is in the sandbox: the files of this folder run beside a submission and are read by it.

They import the standard library, NumPy and IPython, and nothing of the course.
"""
