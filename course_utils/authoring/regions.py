"""Solution regions: what the learner's stub keeps of a solution, and what must never be shown."""

from __future__ import annotations

import ast
import io
import tokenize
from dataclasses import dataclass

from course_utils.authoring.source import SourceCell

BEGIN = "### BEGIN SOLUTION"
END = "### END SOLUTION"
RULE = (
    "A region is a line '### BEGIN SOLUTION', whole definitions or assignments, and a line "
    "'### END SOLUTION', all at the left margin of a code cell."
)


@dataclass(frozen=True, slots=True)
class _Part:
    """Consecutive lines of a cell, inside or outside a region; ``offset`` counts from 0."""

    inside: bool
    offset: int
    lines: tuple[str, ...]


def solution_text(cell: SourceCell) -> str:
    """The cell as the solutions show it: everything but the markers."""
    return "\n".join(line for part in _parts(cell) for line in part.lines).rstrip("\n")


def stub_text(cell: SourceCell) -> str:
    """The cell as the learner gets it: each region reduced to its names and signatures."""
    lines: list[str] = []
    for part in _parts(cell):
        lines += _stub_lines(cell, part) if part.inside else part.lines
    return "\n".join(lines).rstrip("\n")


def answer_names(cell: SourceCell) -> tuple[str, ...]:
    """The names that the cell's regions bind, in order: its exercises."""
    return tuple(
        name
        for part in _parts(cell)
        if part.inside
        for statement in _answers(cell, part)
        for name in _bound_names(statement)
    )


def secret_lines(cell: SourceCell) -> frozenset[str]:
    """The region's lines, stripped, that the stub does not keep."""
    secret: set[str] = set()
    for part in _parts(cell):
        if part.inside:
            kept = {line.strip() for line in _stub_lines(cell, part)}
            secret |= {line.strip() for line in part.lines} - kept - {""}
    return frozenset(secret)


def has_marker(cell: SourceCell) -> bool:
    """Whether any line of the cell is a marker of a region."""
    return any(line.strip() in (BEGIN, END) for line in cell.text.splitlines())


def _parts(cell: SourceCell) -> list[_Part]:
    if not has_marker(cell):
        return [_Part(False, 0, tuple(cell.text.split("\n")))]
    if cell.kind != "code":
        raise cell.error(f"a solution region in a {cell.kind} cell. {RULE}")
    parts: list[_Part] = []
    start, inside = 0, False
    lines = cell.text.split("\n")
    for offset, line in enumerate(lines):
        if line.strip() not in (BEGIN, END):
            continue
        if line.rstrip() not in (BEGIN, END):
            raise cell.error(f"an indented '{line.strip()}'. {RULE}", offset)
        if (line.rstrip() == BEGIN) == inside:
            wanted = END if inside else BEGIN
            raise cell.error(f"'{line.rstrip()}' where '{wanted}' was expected. {RULE}", offset)
        parts.append(_Part(inside, start, tuple(lines[start:offset])))
        start, inside = offset + 1, not inside
    if inside:
        raise cell.error(f"'{BEGIN}' without '{END}'. {RULE}", start - 1)
    parts.append(_Part(False, start, tuple(lines[start:])))
    return [part for part in parts if part.lines]


def _answers(cell: SourceCell, part: _Part) -> list[ast.stmt]:
    """The region's public definitions and assignments; names with an underscore are helpers."""
    try:
        statements = ast.parse("\n".join(part.lines)).body
    except SyntaxError as error:
        raise cell.error(
            f"the solution region is not valid Python: {error.msg}",
            part.offset + (error.lineno or 1) - 1,
        ) from error
    answers = [statement for statement in statements if _bound_names(statement)]
    if not answers:
        raise cell.error(f"a solution region that defines nothing public. {RULE}", part.offset)
    return answers


def _bound_names(statement: ast.stmt) -> list[str]:
    if isinstance(statement, ast.FunctionDef):
        names = [statement.name]
    elif isinstance(statement, (ast.Assign, ast.AnnAssign)):
        targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
        names = [
            node.id
            for target in targets
            for node in ast.walk(target)
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
        ]
    else:
        names = []
    return [name for name in names if not name.startswith("_")]


def _stub_lines(cell: SourceCell, part: _Part) -> list[str]:
    blocks = []
    for statement in _answers(cell, part):
        if isinstance(statement, ast.FunctionDef):
            blocks.append(_function_stub(statement, part.lines))
        else:
            blocks.append(_value_stub(statement, part.lines))
    lines = blocks[0]
    for block in blocks[1:]:
        lines += ["", "", *block]
    return lines


def _function_stub(function: ast.FunctionDef, lines: tuple[str, ...]) -> list[str]:
    """The function's own signature and docstring, and a line that raises."""
    kept = _signature(lines, function.lineno - 1)
    first = function.body[0]
    indent = "    "
    if ast.get_docstring(function, clean=False) is not None:
        if first.lineno == function.lineno:
            kept.append(indent + ast.unparse(first))
        else:
            indent = " " * first.col_offset
            kept += lines[first.lineno - 1 : first.end_lineno]
    message = f"{function.name}: replace this line with your answer"
    return [*kept, f'{indent}raise NotImplementedError("{message}")']


def _signature(lines: tuple[str, ...], start: int) -> list[str]:
    """The lines from ``def`` to the colon that ends the signature."""
    text = "\n".join(lines[start:]) + "\n"
    depth = 0
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type != tokenize.OP:
            continue
        depth += (token.string in "([{") - (token.string in ")]}")
        if token.string == ":" and depth == 0:
            row, column = token.end
            signature = text.split("\n")[:row]
            signature[-1] = signature[-1][:column]
            return signature
    raise AssertionError("a parsed function has a colon")


def _value_stub(statement: ast.stmt, lines: tuple[str, ...]) -> list[str]:
    """The same names, bound to ``...``; a dict keeps its keys."""
    if isinstance(statement, ast.AnnAssign):
        left = f"{ast.unparse(statement.target)}: {ast.unparse(statement.annotation)}"
        targets = [statement.target]
    else:
        targets = statement.targets
        left = " = ".join(ast.unparse(target).strip("()") for target in targets)
    value = statement.value
    if isinstance(value, ast.Dict) and value.keys and None not in value.keys:
        source = "\n".join(lines)
        keys = [ast.get_source_segment(source, key) for key in value.keys if key is not None]
        return [f"{left} = {{", *(f"    {key}: ...," for key in keys), "}"]
    if isinstance(targets[0], ast.Tuple):
        return [f"{left} = {', '.join(['...'] * len(targets[0].elts))}"]
    return [f"{left} = ..."]
