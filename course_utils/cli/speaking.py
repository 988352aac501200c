"""What every command says in the same way."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

import click


def suggest(word: str, known: Iterable[str]) -> str:
    """Words that lead from a mistyped name to one that there is."""
    known = list(known)
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.4)
    if near:
        return f"Did you mean '{near[0]}'?"
    return f"There are: {', '.join(known)}."


def progress(line: str) -> None:
    """Say what is going on, on stderr."""
    click.echo(line, err=True)
