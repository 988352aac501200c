"""Instructor guides: they agree with their lessons, their plans add up, their code runs."""

from __future__ import annotations

import contextlib
import io
import re
import shutil
import warnings
from pathlib import Path

import pytest
import yaml

from course_utils.authoring.build import LESSONS, read_cells
from course_utils.authoring.guide.outline import outline_of
from course_utils.authoring.guide.pages import PAGES, guide_page, pages, stale_pages, write_pages
from course_utils.authoring.guide.plans import plan_of
from course_utils.authoring.guide.source import GUIDES, guide_sources, read_guide
from course_utils.authoring.guide.stumbles import stumble
from course_utils.catalog import EXERCISES, SHEETS
from course_utils.catalog.questions import QUESTIONS
from course_utils.checking.engine import check
from course_utils.checking.local import local_call
from course_utils.errors import CourseError
from course_utils.places import course_root

ROOT = course_root(Path(__file__))
NAMES = [path.stem for path in sorted((ROOT / LESSONS).glob("*.py"))]
USUAL = ["50 minutes", "90 minutes", "180 minutes", "two days"]


@pytest.fixture(scope="module")
def rendered() -> dict[str, str]:
    return {path.stem: text for path, text in pages(ROOT).items()}


def lesson(name: str) -> str:
    return (ROOT / LESSONS / f"{name}.py").read_text(encoding="utf-8")


def table(name: str) -> dict[str, tuple[int, int]]:
    """The minutes of a lesson's sections, read from its source once more."""
    rows = re.findall(r"^# \| (.+?) \| (\d+) min \| (\d+) min \|$", lesson(name), re.MULTILINE)
    return {title: (int(alone), int(in_class)) for title, alone, in_class in rows}


def plan_tables(page: str) -> dict[str, list[dict[str, int]]]:
    """The tables of a page's plans: minutes by step."""
    part = page.split("\n## Plans\n")[1].split("\n## ")[0]
    found = {}
    for block in part.split("\n### ")[1:]:
        name, _, text = block.partition("\n")
        found[name.lower()] = [
            {
                step: int(minutes)
                for step, minutes in re.findall(r"^\| (.+?) \| \**(\d+)\** \|$", each, re.MULTILINE)
            }
            for each in text.split("| minutes |")[1:]
        ]
    return found


def written(name: str) -> str:
    """Everything that is written for instructors alone."""
    return (ROOT / GUIDES / f"{name}.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
class TestAGuide:
    def test_is_there_and_has_every_section_of_its_lesson(self, name, rendered):
        headings = re.findall(r"^### (.+)$", rendered[name], re.MULTILINE)
        assert [h for h in headings if h in table(name)] == list(table(name))

    def test_states_the_minutes_of_the_lesson(self, name, rendered):
        for title, (alone, in_class) in table(name).items():
            assert f"| {title} | {alone} | {in_class} |" in rendered[name]

    def test_is_of_a_lesson_whose_own_table_adds_up(self, name):
        together = re.search(r"^# \| \*\*together\*\* \| (.+) \| (.+) \|$", lesson(name), re.M)
        assert together is not None
        columns = zip(*table(name).values(), strict=True)
        for stated, column in zip(together.groups(), columns, strict=True):
            hours, minutes = (re.search(rf"(\d+) {unit}", stated) for unit in ("h", "min"))
            assert sum(column) == 60 * int(hours[1] if hours else 0) + int(
                minutes[1] if minutes else 0
            )

    def test_has_plans_that_add_up_and_use_the_minutes_of_the_lesson(self, name, rendered):
        plans = plan_tables(rendered[name])
        assert list(plans) == (["15 minutes"] if name.startswith("00") else USUAL)
        for plan, sessions in plans.items():
            length = int(plan.split()[0]) if plan != "two days" else 180
            assert len(sessions) == (2 if plan == "two days" else 1)
            for session in sessions:
                assert session.pop("**together**") == length == sum(session.values())
                for step in session.keys() & table(name).keys():
                    assert session[step] == table(name)[step][plan != "two days"]

    def test_leaves_out_nothing_in_the_long_plans_and_says_what_in_the_short_ones(
        self, name, rendered
    ):
        plans = plan_tables(rendered[name])
        for sessions in (plans[plan] for plan in ("180 minutes", "two days") if plan in plans):
            assert {step for session in sessions for step in session} >= table(name).keys()
        for line in re.findall(r"^Left out, to be done alone: (.+)$", rendered[name], re.M):
            named = {title.rstrip(".") for title in line.split("; ")}
            assert named
            assert named <= table(name).keys()

    def test_names_no_figure_question_or_section_that_is_not_there(self, name):
        text = written(name)
        every = "".join(map(lesson, NAMES))
        for number in re.findall(r"Figure (\d+\.\d+)", text):
            assert f"**Figure {number}.**" in lesson(name)
        for id in re.findall(r"`(\d\d\.\w+)`", text):
            assert re.search(rf'^(?:predict|ask)\("{id}"\)$', every, re.MULTILINE), id
        numbered = {key for title in table(name) for key in re.findall(r"^(\d+)\.", title)}
        for number in re.findall(r"(?<!lesson \d\d, )\bsection (\d+)", text):
            assert number in numbered

    def test_has_a_remedy_for_every_wrong_option_of_its_concept_questions(self, name, rendered):
        guide = read_guide(ROOT, GUIDES / f"{name}.yaml")
        concepts = [q for q in QUESTIONS.values() if q.concept and q.lesson == name[:2]]
        for question in concepts:
            assert f"### `{question.id}`" in rendered[name]
            for option in question.wrong():
                remedy = " ".join(guide.remedies[option.misconception].split())
                assert len(remedy.split()) >= 8
                assert remedy in rendered[name]

    def test_has_two_or_three_prompts_with_what_to_expect(self, name):
        guide = read_guide(ROOT, GUIDES / f"{name}.yaml")
        assert len(guide.prompts) in (2, 3)
        assert all(len(prompt.expect.split()) >= 15 for prompt in guide.prompts)

    def test_discusses_in_its_plans_what_the_class_has_already_seen(self, name):
        guide = read_guide(ROOT, GUIDES / f"{name}.yaml")
        for sessions in guide.plans.values():
            steps = [str(step) for session in sessions for step in session]
            for place, step in enumerate(steps):
                if prompt := re.match(r"discuss prompt (\d+) ", step):
                    assert guide.prompts[int(prompt[1]) - 1].after in steps[:place]

    def test_plans_exercises_of_its_own_sheet(self, name):
        for names in re.findall(r'"sheet (.+?) \d+"', written(name)):
            assert set(names.split(", ")) <= {exercise.name for exercise in SHEETS[name]}

    def test_has_a_live_coding_script_that_is_short_and_runs(self, name):
        script = read_guide(ROOT, GUIDES / f"{name}.yaml").script()
        assert len(script.splitlines()) <= 30
        with contextlib.redirect_stdout(io.StringIO()) as out, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # some steps overflow on purpose
            exec(compile(script, name, "exec"), {})
        assert out.getvalue() or "assert" in script

    def test_shows_stumbles_as_the_checker_names_them(self, name):
        for each in read_guide(ROOT, GUIDES / f"{name}.yaml").stumbles:
            exercise, _, id = each.partition(" ")
            assert stumble(each).question
            mistake = next(m for m in EXERCISES[exercise].mistakes if m.id == id)
            if EXERCISES[exercise].kind == "function":
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore")
                    verdict = check(EXERCISES[exercise], local_call(mistake.wrong))
                assert verdict.misconception == id

    def test_says_how_it_was_built(self, name, rendered):
        assert f"course build {name}" in rendered[name]
        assert f"source/guides/{name}.yaml" in rendered[name]


class TestThePages:
    def test_are_as_they_were_committed(self):
        assert list(stale_pages(ROOT)) == []

    def test_are_the_same_every_time(self, rendered):
        assert {path.stem: text for path, text in pages(ROOT).items()} == rendered

    def test_have_links_that_lead_somewhere(self, rendered):
        for page, text in rendered.items():
            for target in re.findall(r"\]\(([^)]+)\)", text):
                assert (ROOT / PAGES / target).exists() or target.endswith(
                    tuple(f"{stem}.md" for stem in rendered)
                ), f"{page}: {target}"

    def test_of_the_whole_course_add_up_to_two_days_of_six_hours(self, rendered):
        part = rendered["README"].split("## The whole course in two days")[1]
        days = [re.findall(r"\| \**(\d+)\** \|$", day, re.M) for day in part.split("| day ")[1:]]
        assert len(days) == 2
        in_class = sum(minutes for name in NAMES for _, minutes in table(name).values())
        for *steps, together in days:
            assert sum(map(int, steps)) == int(together) <= 360
        assert sum(int(day[-1]) for day in days) == in_class


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A course with one lesson and its guide, written out."""
    name = "05_gradient_flow"
    for path in (LESSONS / f"{name}.py", GUIDES / f"{name}.yaml"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / path, tmp_path / path)
    write_pages(tmp_path)
    return tmp_path


class TestDrift:
    page = PAGES / "05_gradient_flow.md"

    def test_is_not_found_where_there_is_none(self, course):
        assert list(stale_pages(course)) == []
        assert write_pages(course) == ()

    def test_shows_in_an_edited_page(self, course):
        with (course / self.page).open("a", encoding="utf-8") as file:
            file.write("one more line\n")
        assert [finding.path for finding in stale_pages(course)] == [self.page]

    def test_shows_in_a_page_that_is_missing(self, course):
        (course / self.page).unlink()
        (finding,) = stale_pages(course)
        assert (finding.path, finding.problem) == (self.page, "is missing")

    def test_shows_in_a_page_without_a_source(self, course):
        (course / PAGES / "07_more.md").touch()
        (finding,) = stale_pages(course)
        assert finding.problem == "has no source"

    def test_shows_where_the_minutes_of_a_lesson_change(self, course):
        path = course / LESSONS / "05_gradient_flow.py"
        text = path.read_text(encoding="utf-8")
        changed = text.replace("| Warm-up | 5 min | 3 min |", "| Warm-up | 5 min | 2 min |")
        assert changed != text
        path.write_text(changed, encoding="utf-8")
        assert self.page in {finding.path for finding in stale_pages(course)}


class TestARefusal:
    @pytest.fixture
    def outline(self):
        return outline_of(read_cells(ROOT, LESSONS / "05_gradient_flow.py"))

    def test_of_a_plan_that_takes_too_long(self, outline):
        with pytest.raises(CourseError, match="the steps take 73 of 50 minutes"):
            plan_of("50 minutes", [["W", 1, 2, 3, 4, 5, "break 7"]], outline)

    def test_of_a_plan_that_leaves_much_idle(self, outline):
        with pytest.raises(CourseError, match="the steps take 27 of 50 minutes"):
            plan_of("50 minutes", [["W", 1, 2]], outline)

    @pytest.mark.parametrize("step", ["9", "lunch 30", "X"])
    def test_of_a_step_that_is_none(self, outline, step):
        with pytest.raises(CourseError, match="no section"):
            plan_of("50 minutes", [["W", 1, 2, 3, step]], outline)

    def test_of_a_section_twice(self, outline):
        with pytest.raises(CourseError, match="twice"):
            plan_of("50 minutes", [["W", 1, 2, 2, 6]], outline)

    def test_of_a_plan_of_another_name(self, outline):
        with pytest.raises(CourseError, match="a plan is called"):
            plan_of("60 minutes", [["W"]], outline)

    @pytest.mark.parametrize("written", ["sigmoid S999", "nothing S1"])
    def test_of_a_stumble_that_nobody_knows(self, written):
        with pytest.raises(CourseError, match="no exercise knows"):
            stumble(written)

    @pytest.mark.parametrize("change", ["forget", "invent"])
    def test_of_remedies_that_do_not_fit_the_questions(self, course, outline, change):
        path = course / GUIDES / "05_gradient_flow.yaml"
        parts = yaml.safe_load(path.read_text(encoding="utf-8"))
        if change == "forget":
            del parts["remedies"]["R31"]
        else:
            parts["remedies"]["Z1"] = "Say something."
        path.write_text(yaml.safe_dump(parts, allow_unicode=True), encoding="utf-8")
        guide = read_guide(course, GUIDES / path.name)
        with pytest.raises(CourseError, match="R31" if change == "forget" else "Z1"):
            guide_page("05_gradient_flow", guide, outline)

    @pytest.mark.parametrize("text", ["aim: x\n", "- a list\n", "aim: [", "aim: x\nmore: y\n"])
    def test_of_a_file_of_another_form(self, tmp_path, text):
        path = GUIDES / "05_gradient_flow.yaml"
        (tmp_path / path).parent.mkdir(parents=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
        assert guide_sources(tmp_path) == (path,)
        with pytest.raises(CourseError, match=r"source/guides/05_gradient_flow\.yaml"):
            read_guide(tmp_path, path)
