"""Services that bring one submission at a time, and what every place that grades asks pip for."""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from importlib.metadata import packages_distributions, requires
from pathlib import Path

import jsonschema
import pytest
import yaml
from click.testing import CliRunner, Result
from filled_sheets import ROOT
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from sample_class import FOLDER, SIGMOID

from course_utils.catalog import SHEETS
from course_utils.cli import course

SERVICES = ROOT / "docs" / "grading"
WORKFLOW = yaml.safe_load((SERVICES / "github-actions.yml").read_text(encoding="utf-8"))
STEPS = {step.get("name", ""): step for step in WORKFLOW["jobs"]["grade"]["steps"]}
COURSE = Path(sys.executable).with_name("course")


def run(*arguments: object) -> Result:
    return CliRunner().invoke(course, [str(each) for each in arguments])


# The format as Gradescope documents it ("Autograder Specifications", "Output Format").
SCHEMA = {
    "type": "object",
    "properties": {
        "score": {"type": "number", "minimum": 0},
        "execution_time": {"type": "number"},
        "output": {"type": "string"},
        "output_format": {"enum": ["text", "html", "simple_format", "md", "ansi"]},
        "test_output_format": {"type": "string"},
        "test_name_format": {"type": "string"},
        "visibility": {"enum": ["hidden", "after_due_date", "after_published", "visible"]},
        "stdout_visibility": {"enum": ["hidden", "after_due_date", "after_published", "visible"]},
        "extra_data": {"type": "object"},
        "tests": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "properties": {
                    "score": {"type": "number", "minimum": 0},
                    "max_score": {"type": "number", "minimum": 0},
                    "status": {"enum": ["passed", "failed"]},
                    "name": {"type": "string"},
                    "name_format": {"type": "string"},
                    "number": {"type": "string"},
                    "output": {"type": "string"},
                    "output_format": {"enum": ["text", "html", "simple_format", "md", "ansi"]},
                    "tags": {"type": "array", "items": {"type": "string"}},
                    "visibility": {
                        "enum": ["hidden", "after_due_date", "after_published", "visible"]
                    },
                    "extra_data": {"type": "object"},
                },
                "additionalProperties": False,
            },
        },
        "leaderboard": {"type": "array"},
    },
    "required": ["tests"],
    "additionalProperties": False,
}


class TestOneSubmission:
    @pytest.mark.parametrize(("student", "score", "code"), [("ada", 100, 0), ("ben", 80, 3)])
    def test_gives_results_that_gradescope_can_read(self, tmp_path, student, score, code):
        results = tmp_path / "results.json"
        notebook = FOLDER / student / f"{SIGMOID}.ipynb"
        assert run("grade-one", notebook, "--results", results).exit_code == code
        found = json.loads(results.read_text(encoding="utf-8"))
        jsonschema.validate(found, SCHEMA)
        assert found["score"] == score
        assert len(found["tests"]) == len(SHEETS[SIGMOID])
        failed = [test for test in found["tests"] if test["status"] == "failed"]
        assert all("Read again: lesson 02" in test["output"] for test in failed)

    def test_of_an_unreadable_file_is_graded_too(self, tmp_path):
        results = tmp_path / "results.json"
        done = run("grade-one", FOLDER / "jo" / f"{SIGMOID}.ipynb", "--results", results)
        assert done.exit_code == 3
        jsonschema.validate(json.loads(results.read_text(encoding="utf-8")), SCHEMA)

    @pytest.mark.parametrize("arguments", [("nowhere.ipynb",), (__file__,)])
    def test_that_cannot_be_found_or_told_is_one_line(self, arguments):
        result = run("grade-one", *arguments)
        assert result.exit_code == 1
        assert result.stderr.startswith("Error: ")


@pytest.mark.skipif(shutil.which("bash") is None, reason="the scripts are for bash")
class TestGradescope:
    @pytest.fixture
    def root(self, tmp_path: Path) -> Path:
        """What Gradescope calls /autograder."""
        for name in ("submission", "results"):
            (tmp_path / name).mkdir()
        return tmp_path

    def graded(self, root: Path) -> dict:
        environment = {**os.environ, "AUTOGRADER": str(root), "COURSE": str(COURSE)}
        command = ["bash", str(SERVICES / "run_autograder")]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return json.loads((root / "results" / "results.json").read_text(encoding="utf-8"))

    def test_runs_the_script_for_a_submission(self, root):
        shutil.copy(FOLDER / "ben" / f"{SIGMOID}.ipynb", root / "submission")
        found = self.graded(root)
        jsonschema.validate(found, SCHEMA)
        assert found["score"] == 80

    def test_is_not_led_astray_by_copies_that_nobody_meant(self, root):
        for folder, name in ((".ipynb_checkpoints", "a.ipynb"), ("__MACOSX", "._a.ipynb")):
            (root / "submission" / folder).mkdir()
            (root / "submission" / folder / name).write_text("{}")
        (root / "submission" / "exercises").mkdir()
        shutil.copy(FOLDER / "ada" / f"{SIGMOID}.ipynb", root / "submission" / "exercises")
        assert self.graded(root)["score"] == 100

    def test_is_told_where_there_is_no_notebook(self, root):
        assert self.graded(root)["score"] == 0

    def test_has_a_setup_that_parses(self):
        assert subprocess.run(["bash", "-n", SERVICES / "setup.sh"], check=False).returncode == 0


@pytest.mark.skipif(shutil.which("bash") is None, reason="GitHub's runners use bash")
@pytest.mark.parametrize(("student", "code"), [("ada", 0), ("ben", 3), ("jo", 3), ("", 1)])
def test_githubs_step_ends_as_it_says(tmp_path, student, code):
    """Right, wrong and damaged; and nothing there that could be graded."""
    (tmp_path / "exercises").mkdir()
    if student:
        shutil.copy(FOLDER / student / f"{SIGMOID}.ipynb", tmp_path / "exercises")
    path = os.pathsep.join([str(COURSE.parent), os.environ["PATH"]])
    done = subprocess.run(
        ["bash", "-e", "-c", STEPS["Grade the sheet"]["run"]],
        cwd=tmp_path,
        env={**os.environ, **WORKFLOW["env"], "PATH": path},
        capture_output=True,
        check=False,
    )
    assert done.returncode == code, done.stderr
    kept = tmp_path / STEPS["Keep the results"]["with"]["path"]
    assert kept.is_file() == bool(student)


def test_the_container_is_made_of_what_there_is():
    copied = re.findall(r"^COPY (.+) \S+$", (SERVICES / "Dockerfile").read_text(), re.M)
    names = {name for line in copied for name in line.split()}
    assert {"pyproject.toml", "README.md", "LICENSE", "constraints.txt", "course_utils"} <= names
    assert all((ROOT / name).exists() for name in names)


def imported() -> set[str]:
    """The distributions that the code of the grader imports, wherever it does so."""
    known = packages_distributions()
    found: set[str] = set()
    for path in (ROOT / "course_utils" / "grading").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                found.add(str(node.module))
    others = {name.partition(".")[0] for name in found} - sys.stdlib_module_names - {"course_utils"}
    return {canonicalize_name(known[name][0]) for name in others}


def brought(extras: Iterable[str]) -> set[str]:
    """What pip installs with the course and these package sets, by the metadata of each."""
    seen: set[tuple[str, str]] = set()
    waiting = [("activation-functions-course", extra) for extra in ("", *extras)]
    while waiting:
        name, extra = each = waiting.pop()
        if each not in seen:
            seen.add(each)
            for needed in map(Requirement, requires(name) or ()):
                if needed.marker is None or needed.marker.evaluate({"extra": extra}):
                    further = canonicalize_name(needed.name)
                    waiting += [(further, each) for each in ("", *needed.extras)]
    return {name for name, _ in seen}


# Where pip is asked for what grading needs, and whether what follows uses Dask.
PLACES = {
    "README.md": False,
    "docs/grading.md": True,
    "docs/grading/Dockerfile": False,
    "docs/grading/setup.sh": False,
    "docs/grading/github-actions.yml": False,
}


@pytest.mark.parametrize("place", PLACES)
def test_whoever_is_to_grade_asks_pip_for_all_that_grading_needs(place):
    text = (ROOT / place).read_text(encoding="utf-8")
    if place == "README.md":
        text = text[text.index("<!-- grading commands -->") : text.index("## The command")]
    needed = imported() - (set() if PLACES[place] else {"distributed"})
    assert {"pyseccomp", "jinja2", "numpy"} <= needed
    asked = re.findall(r'pip"? install (.+)', text)
    assert asked
    for words in asked:
        extras = re.findall(r"\[([\w,]+)\]", words)
        assert needed <= brought(name for group in extras for name in group.split(",")), words
        # The course is in no registry: whoever took its name there would be installed instead.
        assert "activation-functions-course[" not in words.split(" @ ")[0]
