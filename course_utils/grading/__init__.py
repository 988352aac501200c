"""Grading other people's notebooks: the untrusted code runs in a sandbox, the judge does not."""
