"""A lesson as slides: a reveal.js deck made from its built notebook, in one file."""
