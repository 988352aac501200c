"""Mechanical mutants of a function: its source with one operator, constant or name changed."""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator
from typing import Any

OPERATORS = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.Pow: ast.Mult,
    ast.Gt: ast.Lt,
    ast.GtE: ast.Lt,
    ast.Lt: ast.GtE,
    ast.LtE: ast.Gt,
}
NAMES = {
    "exp": "expm1",
    "log": "log1p",
    "log1p": "log",
    "maximum": "minimum",
    "abs": "negative",
    "mean": "sum",
    "tanh": "sin",
    "where": "minimum",
}


def mutants(source: str, name: str, namespace: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Each mutant of the function ``name`` in a source, with a word on what was changed."""
    tree = ast.parse(source)
    lines = source.splitlines()
    for position, node in enumerate(ast.walk(tree)):
        for what, change in _changes(node):
            mutated = copy.deepcopy(tree)
            change(list(ast.walk(mutated))[position])
            fresh = dict(namespace)
            code = compile(ast.fix_missing_locations(mutated), f"<mutant {what}>", "exec")
            exec(code, fresh)
            yield f"{what} in {lines[node.lineno - 1].strip()}", fresh[name]


def _changes(node: ast.AST) -> Iterator[tuple[str, Callable[[Any], None]]]:
    if isinstance(node, ast.BinOp) and type(node.op) in OPERATORS:
        other = OPERATORS[type(node.op)]
        yield f"{type(node.op).__name__} to {other.__name__}", lambda n: setattr(n, "op", other())
    if isinstance(node, ast.Compare) and type(node.ops[0]) in OPERATORS:
        other = OPERATORS[type(node.ops[0])]
        yield (
            f"{type(node.ops[0]).__name__} to {other.__name__}",
            lambda n: setattr(n, "ops", [other()]),
        )
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        yield "minus dropped", lambda n: setattr(n, "op", ast.UAdd())
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        yield f"{node.value} to {node.value + 1}", lambda n: setattr(n, "value", n.value + 1)
    if isinstance(node, ast.Attribute) and node.attr in NAMES:
        yield f"{node.attr} to {NAMES[node.attr]}", lambda n: setattr(n, "attr", NAMES[n.attr])
