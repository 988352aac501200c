"""The pages below solutions/guides: one guide per lesson, the misconceptions, and a start page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jinja2

from course_utils.authoring.build import LESSONS, read_cells
from course_utils.authoring.findings import Finding
from course_utils.authoring.guide.outline import Outline, Section, outline_of
from course_utils.authoring.guide.plans import plan_of
from course_utils.authoring.guide.source import GuideSource, guide_sources, read_guide
from course_utils.authoring.guide.stumbles import stumble
from course_utils.catalog import CHECKPOINTS, EXERCISES, SHEETS
from course_utils.catalog.misconceptions import wrong_ideas
from course_utils.catalog.questions import QUESTIONS, Option, Question
from course_utils.catalog.trials import TRIALS
from course_utils.errors import CourseError

PAGES = Path("solutions", "guides")
LONGEST_DAY = 360


def pages(root: Path) -> dict[Path, str]:
    """Every page by its path relative to the root; none where no guide has been written."""
    found = {}
    outlines = {}
    for path in guide_sources(root):
        outlines[path.stem] = outline_of(read_cells(root, LESSONS / f"{path.stem}.py"))
        guide = read_guide(root, path)
        found[PAGES / f"{path.stem}.md"] = guide_page(path.stem, guide, outlines[path.stem])
    if outlines:
        found[PAGES / "README.md"] = start_page(outlines)
        found[PAGES / "misconceptions.md"] = _render("misconceptions", rows=list(_rows()))
    return found


def write_pages(root: Path) -> tuple[Path, ...]:
    """Write every page that differs, and return the paths of those."""
    changed = []
    for path, text in pages(root).items():
        file = root / path
        if not file.is_file() or file.read_text(encoding="utf-8") != text:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
            changed.append(path)
    return tuple(changed)


def stale_pages(root: Path) -> Iterator[Finding]:
    """The pages that differ from what their sources say, are missing, or have no source."""
    wanted = pages(root)
    for path, text in wanted.items():
        file = root / path
        if not file.is_file():
            yield Finding(path, "is missing", "run: course build")
        elif file.read_text(encoding="utf-8") != text:
            yield Finding(path, "differs from its sources", "run: course build")
    for file in sorted((root / PAGES).glob("*")):
        if file.relative_to(root) not in wanted:
            yield Finding(file.relative_to(root), "has no source", "delete it")


def guide_page(name: str, guide: GuideSource, outline: Outline) -> str:
    """The guide of one lesson, such as "02_sigmoid_tanh"."""
    concepts = [id for id, q in QUESTIONS.items() if q.concept and q.lesson == name[:2]]
    _refuse_loose_ends(name, guide, concepts)
    checkpoints = {exercise.name for exercise in CHECKPOINTS[f"lesson_{name[:2]}"]}
    return _render(
        "guide",
        name=name,
        guide=guide,
        outline=outline,
        plans=[plan_of(plan, steps, outline) for plan, steps in guide.plans.items()],
        concepts=concepts,
        sheet=SHEETS.get(name, ()),
        stumbles=[stumble(written) for written in guide.stumbles],
        trials=[trial for trial in TRIALS if trial.name in checkpoints],
        questions=QUESTIONS,
        exercises=EXERCISES,
        ideas=wrong_ideas(),
        remedy=lambda question, option: _remedy(guide, question, option),
    )


def _remedy(guide: GuideSource, question: Question, option: Option) -> str:
    """What to do about an option, told once where several options share their misconception."""
    for earlier in question.wrong():
        if earlier is option:
            return _line(guide.remedies[option.misconception])
        if earlier.misconception == option.misconception:
            return f"as for {earlier.letter}."
    raise CourseError(f"{question.id}: {option.letter} is right and needs no remedy")


def _refuse_loose_ends(name: str, guide: GuideSource, concepts: list[str]) -> None:
    """CourseError where a wrong option has no remedy, or a remedy belongs to none."""
    needed = {option.misconception for id in concepts for option in QUESTIONS[id].wrong()}
    if loose := sorted(needed ^ guide.remedies.keys()):
        raise CourseError(
            f"source/guides/{name}.yaml: {', '.join(loose)} in remedies or in the lesson's "
            "concept questions, but not in both"
        )


def start_page(outlines: dict[str, Outline]) -> str:
    """The list of guides, and the whole course in two days: as much as fits on the first."""

    def total(pace: str) -> int:
        return sum(outline.minutes(pace) for outline in outlines.values())

    def minutes(day: list[str]) -> int:
        return sum(outlines[name].minutes("in_class") for name in day)

    first: list[str] = []
    for name in outlines:
        if minutes([*first, name]) > LONGEST_DAY:
            break
        first.append(name)
    days = [first, [name for name in outlines if name not in first]]
    if minutes(days[1]) > LONGEST_DAY:
        raise CourseError("the whole course no longer fits into two days of six hours")
    return _render("README", outlines=outlines, total=total, days=days, minutes=minutes)


def _rows() -> Iterator[dict[str, str]]:
    for id, idea in wrong_ideas().items():
        places = {
            exercise.name: mistake.question
            for exercise in EXERCISES.values()
            for mistake in reversed(exercise.mistakes)
            if mistake.id == id
        }
        asked = [q.id for q in QUESTIONS.values() if id in {o.misconception for o in q.options}]
        yield {
            "id": id,
            "idea": idea,
            "where": ", ".join(f"`{name}`" for name in (*places, *asked)),
            "question": next(iter(places.values()), ""),
        }


@cache
def _templates() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent),
        undefined=jinja2.StrictUndefined,
        keep_trailing_newline=False,
        autoescape=False,  # Markdown, read by people; nothing in it comes from outside
    )
    environment.filters |= {
        "answer": _answer,
        "cell": lambda text: text.replace("|", "\\|"),
        "contents": _contents,
        "points": lambda points: f"{points:g}",
        "line": _line,
        "stop": lambda text: text if text[-1] in ".?!" else f"{text}.",
    }
    return environment


def _render(template: str, **context: Any) -> str:
    environment = _templates()
    if "minutes" in context:
        environment.filters["minutes"] = context["minutes"]
    text = environment.get_template(f"{template}.md.j2").render(**context)
    lines = (line.rstrip() for line in text.splitlines())
    return "\n".join(lines).strip() + "\n"


def _line(text: str) -> str:
    return " ".join(text.split())


def _answer(question: Question) -> str:
    return f"{question.answer}. {question.option(question.answer).text}"


def _contents(section: Section) -> str:
    """What a section holds, in a few words."""
    parts = [f"Figure {figure.number}" for figure in section.figures]
    counted = (
        (section.predictions, "prediction"),
        (section.checkpoints, "checkpoint"),
        (section.questions, "question"),
    )
    parts += [f"{len(ids)} {word}{'s' * (len(ids) > 1)}" for ids, word in counted if ids]
    return ", ".join(parts)
