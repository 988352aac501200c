"""The walls of the house: who may import whom, and what never happens anywhere."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
PACKAGE = PROJECT / "course_utils"

MATHEMATICS = (
    "activations",
    "arrays",
    "data",
    "calibration",
    "experiments",
    "layers",
    "losses",
    "numerics",
)
ROOMS = {
    **dict.fromkeys(MATHEMATICS, "mathematics"),
    **dict.fromkeys(("", "cells", "errors", "places", "words"), "common"),
    **{
        name: name
        for name in (
            "authoring",
            "catalog",
            "checking",
            "classroom",
            "cli",
            "doctor",
            "figures",
            "grading",
            "lab",
            "notebook",
            "widgets",
        )
    },
    "__main__": "cli",
}
# Who may know whom, besides itself. `common` is where folders are and the one-line error.
KNOWS = {
    "common": set(),
    "mathematics": set(),
    "checking": set(),
    "catalog": {"checking", "mathematics"},
    "figures": {"mathematics"},
    "widgets": {"figures", "mathematics"},
    "notebook": {"checking", "catalog", "figures", "widgets", "common"},
    "grading": {"checking", "catalog", "inside", "common"},
    "inside": set(),  # the sandbox: what runs there finds nothing of the course
    "classroom": {"checking", "catalog", "common"},
    "authoring": {"catalog", "checking", "widgets", "common"},
    "lab": {"common"},
    "doctor": {"notebook", "grading", "common"},
    "cli": {"grading", "authoring", "classroom", "notebook", "lab", "doctor", "common"},
}
# Known only within functions, because they load matplotlib or are needed on request only.
ON_FIRST_USE = {
    ("notebook", "figures"),
    ("notebook", "widgets"),
    ("authoring", "widgets"),
    ("doctor", "notebook"),
    ("doctor", "grading"),
    *(("cli", room) for room in KNOWS["cli"] - {"common"}),
}
# What a room may load from outside the standard library; rooms that are not here may load anything.
LOADS = {
    "common": set(),
    "mathematics": {"numpy"},
    "checking": {"numpy"},
    "catalog": {"numpy"},
    "inside": {"numpy", "IPython", "matplotlib", "traitlets"},
    "classroom": {"anyio", "starlette", "uvicorn"},
}
NEVER_IN_GRADING = {"matplotlib", "ipywidgets", "IPython"}


@dataclass(frozen=True)
class Import:
    """One module that a file names; ``late`` where importing the file does not load it."""

    module: str
    line: int
    late: bool


def python_files() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def shown(path: Path) -> str:
    return path.relative_to(PROJECT).as_posix()


def room_of(module: str) -> str:
    """The room of a module of ours, such as "course_utils.checking.engine"."""
    if module.startswith("course_utils.grading.inside"):
        return "inside"
    return ROOMS.get([*module.split("."), ""][1], "in no room")


def module_name(path: Path) -> str:
    parts = path.relative_to(PROJECT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def exists(module: str) -> bool:
    place = PROJECT.joinpath(*module.split("."))
    return place.is_dir() or place.with_suffix(".py").is_file()


def imports(path: Path) -> list[Import]:
    return list(_imports(ast.parse(path.read_text(encoding="utf-8")), path, late=False))


def _imports(node: ast.AST, path: Path, late: bool) -> Iterator[Import]:
    if isinstance(node, ast.Import):
        yield from (Import(alias.name, node.lineno, late) for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        base = _base(node, path)
        for alias in node.names:
            inner = f"{base}.{alias.name}"
            is_module = inner.startswith("course_utils.") and exists(inner)
            yield Import(inner if is_module else base, node.lineno, late)
    within = late or isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda))
    within = within or (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING")
    for child in ast.iter_child_nodes(node):
        yield from _imports(child, path, within)


def _base(node: ast.ImportFrom, path: Path) -> str:
    if not node.level:
        return node.module or ""
    package = path.parent.relative_to(PROJECT).parts
    above = package[: len(package) - node.level + 1]
    return ".".join([*above, *filter(None, [node.module])])


@pytest.fixture(scope="module")
def crossings() -> list[tuple[str, str, str, bool]]:
    """(place, from room, to room, late) for each import from one room of ours into another."""
    return [
        (
            f"{shown(path)}:{found.line}",
            room_of(module_name(path)),
            room_of(found.module),
            found.late,
        )
        for path in python_files()
        for found in imports(path)
        if found.module.split(".")[0] == "course_utils"
        and room_of(module_name(path)) in KNOWS
        and room_of(found.module) != room_of(module_name(path))
    ]


class TestRooms:
    def test_know_only_whom_they_may_know(self, crossings):
        wrong = [
            f"{at}: {who} → {whom}" for at, who, whom, _ in crossings if whom not in KNOWS[who]
        ]
        assert wrong == []

    def test_load_plotting_and_widgets_on_first_use_only(self, crossings):
        wrong = [
            f"{at}: {who} → {whom}"
            for at, who, whom, late in crossings
            if (who, whom) in ON_FIRST_USE and not late
        ]
        assert wrong == []

    def test_that_compute_and_judge_load_numpy_at_most(self):
        wrong = []
        for path in python_files():
            allowed = LOADS.get(room_of(module_name(path)))
            if allowed is None:
                continue
            allowed = allowed | {"course_utils"} | sys.stdlib_module_names
            wrong += [
                f"{shown(path)}:{found.line}: {found.module}"
                for found in imports(path)
                if found.module.split(".")[0] not in allowed
            ]
        assert wrong == []

    def test_that_grade_load_nothing_that_draws(self):
        wrong = [
            f"{shown(path)}:{found.line}: {found.module}"
            for path in python_files()
            if room_of(module_name(path)) == "grading"
            for found in imports(path)
            if found.module.split(".")[0] in NEVER_IN_GRADING
        ]
        assert wrong == []

    def test_are_all_in_the_table(self):
        assert [shown(p) for p in python_files() if room_of(module_name(p)) not in KNOWS] == []


class TestImporting:
    @pytest.mark.parametrize("path", python_files(), ids=shown)
    def test_a_module_does_nothing(self, path):
        """At top level there are only imports, definitions, values and the docstring."""
        body = ast.parse(path.read_text(encoding="utf-8")).body
        acting = [f"{shown(path)}:{node.lineno}" for node in body if not _is_still(node)]
        assert acting == []

    @pytest.mark.parametrize(
        ("module", "kept_out"),
        [
            ("course_utils", ("numpy", "matplotlib", "IPython", "anywidget")),
            ("course_utils.cli", ("numpy", "matplotlib", "IPython", "nbformat", "uvicorn")),
            ("course_utils.notebook", ("matplotlib", "anywidget", "ipywidgets")),
            ("course_utils.catalog", ("matplotlib", "anywidget", "IPython")),
        ],
    )
    def test_does_not_load_what_is_slow(self, module, kept_out):
        code = f"import sys, {module}; print(*(set({kept_out!r}) & set(sys.modules)))"
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=PROJECT
        )
        assert done.stdout.split() == []


def _is_still(node: ast.stmt) -> bool:
    if isinstance(node, ast.If):
        return ast.unparse(node.test) in ("TYPE_CHECKING", "__name__ == '__main__'")
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    kinds = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return isinstance(node, (*kinds, ast.Assign, ast.AnnAssign))


class TestOnlyTheCommandLine:
    @pytest.mark.parametrize("name", ["print", "sys.exit", "exit", "quit"])
    def test_prints_or_ends_the_program(self, name):
        calls = [
            f"{shown(path)}:{node.lineno}"
            for path in python_files()
            if path.parent.name != "cli"
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Call) and ast.unparse(node.func) == name
        ]
        assert calls == []


# Written so that they do not match themselves.
MACHINE = re.compile(
    r"(?<![\w.])/(?:home|Users)/\w+|(?<![\w.])/root[/]|\b[A-Z]:\\+Users\\|(?<![\w.])/w"
    r"ork/(?:main|shared)"
)
REGISTRY = re.compile(r"index[-]url|//[^/\s]+/(?:\S+/)?simple[/]?(?=[\s\"']|$)|[a]rtifactory")
NOT_TEXT = (".npz", ".png", ".jpg", ".ico", ".woff2")


def repository_files() -> list[Path]:
    """Every file that is tracked, or would be with `git add`."""
    if shutil.which("git") is None or not (PROJECT / ".git").exists():
        pytest.skip("only a git clone says which files belong to the repository")
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        capture_output=True,
        check=True,
        cwd=PROJECT,
    ).stdout.decode("utf-8")
    paths = [PROJECT / name for name in listed.split("\0") if name]
    return [path for path in paths if path.is_file() and path.suffix not in NOT_TEXT]


class TestTheRepository:
    @pytest.mark.parametrize("pattern", [MACHINE, REGISTRY], ids=["machine", "registry"])
    def test_names_no_place_of_the_machine_it_was_written_on(self, pattern):
        found = [
            f"{shown(path)}:{number}: {match.group()}"
            for path in repository_files()
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
            if (match := pattern.search(line))
        ]
        assert found == []

    def test_has_unix_line_endings(self):
        assert [shown(path) for path in repository_files() if b"\r\n" in path.read_bytes()] == []
