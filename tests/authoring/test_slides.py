"""Decks of slides: what a lesson holds is there, nothing of a solution is, nothing is fetched."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from course_utils.authoring.slides import page
from course_utils.authoring.slides.deck import slides_of
from course_utils.catalog.questions import QUESTIONS
from course_utils.errors import CourseError

ROOT = Path(__file__).parents[2]
LESSONS = sorted(path.stem for path in (ROOT / "notebooks").glob("*.ipynb"))


@pytest.fixture(scope="module")
def decks(tmp_path_factory) -> dict[str, str]:
    """The deck of each lesson as text."""
    out = tmp_path_factory.mktemp("slides")
    files = page.export(ROOT, page.lessons(ROOT), out, progress=str)
    return {path.stem: path.read_text("utf-8") for path in files}


@pytest.fixture(scope="module")
def parsed(decks) -> dict[str, BeautifulSoup]:
    """The slides of each deck; the scripts and styles around them are cut off first."""
    return {
        name: BeautifulSoup(text[text.index("<main") : text.index("</main>")], "html.parser")
        for name, text in decks.items()
    }


def lesson(name: str) -> nbformat.NotebookNode:
    return nbformat.read(ROOT / "notebooks" / f"{name}.ipynb", as_version=4)


def prose(name: str) -> str:
    return "\n".join(c.source for c in lesson(name).cells if c.cell_type == "markdown")


def code(name: str) -> str:
    return "\n".join(c.source for c in lesson(name).cells if c.cell_type == "code")


def plain(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", LESSONS)
class TestADeck:
    def test_has_a_slide_for_every_section_with_its_minutes_in_class(self, parsed, name):
        minutes = dict(re.findall(r"^\| (.+?) \| \d+ min \| (\d+) min \|$", prose(name), re.M))
        wanted = re.findall(r"^## (?!What was learned)(.+)$", prose(name), re.M)
        shown = {
            plain(slide.h2.get_text()): plain(slide.get_text())
            for slide in parsed[name].select("section.section")
        }
        assert list(shown) == wanted
        assert all(
            f"{minutes[title]} minutes" in shown[title] for title in wanted if title in minutes
        )

    def test_shows_every_picture_with_its_words(self, parsed, name):
        outputs = [
            output
            for cell in lesson(name).cells
            for output in cell.get("outputs", [])
            if not re.search(
                r"^check\(", cell.source, re.M
            )  # its pictures are about a learner's own answer
        ]
        wanted = [
            o.metadata["image/png"]["alt"] for o in outputs if "image/png" in o.get("data", {})
        ]
        assert [img["alt"] for img in parsed[name].find_all("img")] == wanted

    def test_has_every_caption_and_what_it_says_to_notice(self, parsed, name):
        wanted = re.findall(r"\*\*Figure (\d\.\d+)\.\*\*", prose(name))
        shown = parsed[name].select("section[data-source^='Figure']")
        assert [slide["data-source"] for slide in shown] == [
            f"Figure {number}" for number in wanted
        ]
        assert all("Notice" in slide.select_one(".notice").get_text() for slide in shown)

    def test_asks_every_question_without_its_answer_and_answers_on_the_next_slide(
        self, parsed, name
    ):
        slides = parsed[name].find_all("section")
        asked = [re.findall(r'^(?:predict|ask)\("(.+?)"\)', code(name), re.M)][0]
        kinds = [(slide["class"][0], slide.get("data-source")) for slide in slides]
        assert [source for kind, source in kinds if kind == "answer"] != [] or not asked
        for id in asked:
            question = QUESTIONS[id]
            last = max(n for n, found in enumerate(kinds) if found == ("question", id))
            assert kinds[last + 1] == ("answer", id)
            seen = plain(slides[last].select_one(".page").get_text(" "))
            assert all(option.letter in seen for option in question.options)
            whys = [plain(option.why).replace("`", "") for option in question.options]
            assert not any(
                why in plain(slides[last].select_one(".page").get_text()) for why in whys
            )
            right = question.option(question.answer)
            revealed = plain(slides[last + 1].select_one(".page").get_text())
            assert plain(right.why).replace("`", "") in revealed

    def test_says_in_its_notes_what_to_expect_of_each_wrong_option(self, parsed, name):
        for slide in parsed[name].select("section.question"):
            question = QUESTIONS[slide["data-source"]]
            notes = plain(slide.aside.get_text())
            for option in question.options:
                if option.letter != question.answer:
                    assert plain(option.why).replace("`", "") in notes
                    assert option.misconception in notes

    def test_asks_the_network_for_nothing(self, decks, parsed, name):
        sources = {tag.get("src", "data:") for tag in parsed[name].find_all(True)}
        assert all(source.startswith("data:") for source in sources)
        assert not parsed[name].find_all(["a", "link", "iframe", "script", "object", "video"])
        around = decks[name].replace(str(parsed[name].main), "")
        # Namespaces and the line with the author's name in reveal.js are never fetched.
        assert set(re.findall(r"(?:src|href)\s*=\s*[\"']?https?:[^\"'>\s]*", around)) == set()
        assert not re.search(r"@import|url\(\s*['\"]?(?:https?:)?//", around)

    def test_leaves_no_formula_to_a_script(self, parsed, name):
        for unread in parsed[name].select("pre, code, annotation"):
            unread.decompose()
        assert "$" not in parsed[name].get_text()
        assert "\\" not in parsed[name].get_text()

    def test_gives_nothing_of_a_sheet_away(self, decks, name):
        source = ROOT / "source" / "exercises" / f"{name}.py"
        if not source.exists():
            return
        regions = re.findall(
            r"### BEGIN SOLUTION\n(.*?)### END SOLUTION", source.read_text("utf-8"), re.DOTALL
        )
        known = code(name)
        lines = {line.strip() for region in regions for line in region.splitlines()}
        secret = {line for line in lines if len(line) > 25 and line not in known}
        assert secret
        assert [line for line in secret if line in decks[name]] == []

    def test_shows_code_of_ten_lines_at_most(self, parsed, name):
        longest = max(
            (
                len(pre.get_text().splitlines())
                for pre in parsed[name].select("section.experiment pre.code")
            ),
            default=0,
        )
        assert longest <= 10

    def test_ends_with_what_was_learned_and_the_sheet(self, parsed, name):
        last = parsed[name].find_all("section")[-1]
        if name != "00_start_here":
            assert len(last.ol.find_all("li", recursive=False)) == 5
        if (ROOT / "exercises" / f"{name}.ipynb").exists():
            assert f"exercises/{name}.ipynb" in last.get_text()


class TestTheTags:
    def deck(self, tag: str) -> list:
        tagged = new_markdown_cell("### Aside\n\nA sentence.", metadata={"tags": [tag]})
        return slides_of(new_notebook(cells=[new_markdown_cell("# A\n\nB."), tagged]))

    def test_show_a_whole_text(self):
        assert "A sentence." in self.deck("slide")[1].body

    def test_say_a_text_only(self):
        (only,) = self.deck("slide-notes")
        assert "A sentence." in "".join(only.say)
        assert "A sentence." not in only.body

    def test_leave_a_cell_out(self):
        (only,) = self.deck("slide-skip")
        assert "A sentence." not in only.markup()


class TestADerivation:
    CHAIN = "$$\n\\begin{aligned}\na &= b \\\\\n&= c\n\\end{aligned}\n$$"

    def deck(self, text: str) -> BeautifulSoup:
        cells = [new_markdown_cell("# A"), new_markdown_cell(f"### The derivation\n\n{text}")]
        return BeautifulSoup(slides_of(new_notebook(cells=cells))[1].markup(), "html.parser")

    def test_shows_its_lines_one_at_a_time(self):
        rows = self.deck(f"So\n\n{self.CHAIN}").select(".chain tr")
        assert ["fragment" in row.get("class", []) for row in rows] == [False, True]

    def test_puts_the_reasons_beside_the_lines(self):
        made = self.deck(f"{self.CHAIN}\n\n1. Given.\n2. As b is c.")
        assert [reason.get_text() for reason in made.select(".page .reason")] == [
            "Given.",
            "As b is c.",
        ]
        assert made.select_one(".page ol") is None


def test_the_same_lesson_gives_the_same_bytes(decks, tmp_path):
    (again,) = page.export(ROOT, ["05_gradient_flow"], tmp_path, progress=str)
    assert again.read_text("utf-8") == decks["05_gradient_flow"]


def test_a_picture_without_words_is_refused():
    output = new_output("display_data", data={"image/png": "AAAA"})
    cells = [new_markdown_cell("# A"), new_code_cell("x", outputs=[output])]
    with pytest.raises(CourseError, match="no alternative text"):
        slides_of(new_notebook(cells=cells))


@pytest.mark.parametrize(("folder", "files"), [("reveal", 3), ("stix", 1)])
def test_what_is_carried_along_is_what_its_authors_published(folder, files):
    home = Path(page.__file__).parent / folder
    listed = re.findall(r"^([0-9a-f]{64})  (\S+)$", (home / "README.md").read_text("utf-8"), re.M)
    assert len(listed) == files
    assert (home / "LICENSE").is_file()
    for digest, name in listed:
        assert hashlib.sha256((home / name).read_bytes()).hexdigest() == digest
