"""Grading other people's notebooks: their code runs in a sandbox, the judge does not."""
