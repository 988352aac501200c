"""The catalog's names against those in sources and corpus, compared as sets."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from course_utils.authoring.build import EXERCISES, LESSONS
from course_utils.authoring.findings import Finding
from course_utils.authoring.regions import answer_names
from course_utils.authoring.source import SourceCell

CORPUS = Path("tests", "corpus")


@dataclass(frozen=True, slots=True)
class Catalog:
    """Names of exercises: by sheet ("02_sigmoid_tanh") and by lesson ("lesson_02")."""

    sheets: Mapping[str, Iterable[str]] = field(default_factory=dict)
    checkpoints: Mapping[str, Iterable[str]] = field(default_factory=dict)


def the_catalog() -> Catalog:
    """The names in the course's own catalog."""
    from course_utils.catalog import CHECKPOINTS, SHEETS

    def names(groups: Mapping[str, Iterable[object]]) -> dict[str, list[str]]:
        return {key: [exercise.name for exercise in group] for key, group in groups.items()}

    return Catalog(names(SHEETS), names(CHECKPOINTS))


def compare_source(
    root: Path, source: Path, cells: tuple[SourceCell, ...], catalog: Catalog
) -> Iterator[Finding]:
    """One source's names against the catalog's."""
    checked = {name for cell in cells for name in checked_names(cell)}
    checked -= set(catalog.sheets)  # check("02_sigmoid_tanh") marks the whole sheet
    if source.parent == LESSONS:
        key = f"lesson_{source.stem.split('_')[0]}"
        wanted = set(catalog.checkpoints.get(key, ()))
        # A lesson may also check an exercise of a sheet.
        elsewhere = {name for sheet in catalog.sheets.values() for name in sheet} - wanted
        yield from _compare(source, "check cell", wanted, checked - elsewhere, key)
    elif source.stem in catalog.sheets:
        wanted = set(catalog.sheets[source.stem])
        answers = {name for cell in cells for name in answer_names(cell)}
        corpus = CORPUS / source.stem
        files = {path.stem for path in (root / corpus).glob("*.py")} - {"__init__"}
        yield from _compare(source, "solution region", wanted, answers, source.stem)
        yield from _compare(source, "check cell", wanted, checked, source.stem)
        yield from _compare(corpus, "corpus file", wanted, files, source.stem)


def compare_sheets(sources: Iterable[Path], catalog: Catalog) -> Iterator[Finding]:
    """Sheets and lessons that only the sources or only the catalog know."""
    sources = tuple(sources)
    written = {source.stem for source in sources if source.parent == EXERCISES}
    for sheet in sorted(set(catalog.sheets) ^ written):
        path = EXERCISES / f"{sheet}.py"
        if sheet in written:
            yield Finding(path, "is no sheet of the catalog", "add it to course_utils/catalog")
        else:
            yield Finding(path, "is missing, the catalog has the sheet", "write it")
    lessons = {f"lesson_{s.stem.split('_')[0]}" for s in sources if s.parent == LESSONS}
    for key in sorted(set(catalog.checkpoints) - lessons):
        yield Finding(LESSONS, f"has no lesson for the checkpoints of {key}", "write it")


def checked_names(cell: SourceCell) -> list[str]:
    """The names in the cell's ``check("name")`` calls."""
    if cell.kind != "code" or "check(" not in cell.text:
        return []
    try:
        tree = ast.parse(cell.text)
    except SyntaxError as error:
        line = (error.lineno or 1) - 1
        raise cell.error(f"the cell is not valid Python: {error.msg}", line) from error
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args]
    return [
        call.args[0].value
        for call in calls
        if isinstance(call.func, ast.Name)
        and call.func.id == "check"
        and isinstance(call.args[0], ast.Constant)
        and isinstance(call.args[0].value, str)
    ]


def _compare(
    path: Path, what: str, wanted: set[str], found: set[str], group: str
) -> Iterator[Finding]:
    remedy = f"make it agree with {group} in course_utils/catalog"
    if missing := sorted(wanted - found):
        yield Finding(path, f"no {what} for {', '.join(missing)}", remedy)
    if unknown := sorted(found - wanted):
        listed = ", ".join(unknown)
        yield Finding(path, f"a {what} for {listed}, which the catalog does not have", remedy)
