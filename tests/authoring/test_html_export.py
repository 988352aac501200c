"""Exported pages: they stand alone, say what their pictures show, and lead to each other."""

from __future__ import annotations

import base64
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from course_utils.authoring.html import export, page_of
from course_utils.errors import CourseError

PATH = Path("notebooks", "07_demo.ipynb")
OTHER = Path("exercises", "07_demo.ipynb")
PNG = base64.b64encode(b"not really a picture").decode()


@pytest.fixture(scope="module")
def exported(built_once, tmp_path_factory) -> Path:
    """The small course as pages."""
    out = tmp_path_factory.mktemp("html")
    export(built_once, out, progress=lambda line: None)
    return out


@pytest.fixture(scope="module")
def lesson(exported) -> BeautifulSoup:
    return BeautifulSoup((exported / PATH.with_suffix(".html")).read_text("utf-8"), "html.parser")


def picture(**metadata: object) -> NotebookNode:
    return new_output("display_data", data={"image/png": PNG}, metadata=metadata)


def page(*texts: str, outputs: tuple[NotebookNode, ...] = ()) -> BeautifulSoup:
    cells = [new_markdown_cell(text) for text in texts]
    cells.append(new_code_cell("x", execution_count=1, outputs=list(outputs)))
    return BeautifulSoup(page_of(new_notebook(cells=cells), PATH, (PATH, OTHER)), "html.parser")


class TestAnExport:
    def test_has_a_page_for_each_lesson_and_sheet_and_an_index(self, exported):
        pages = {path.relative_to(exported).as_posix() for path in exported.rglob("*.html")}
        assert pages == {"index.html", "notebooks/07_demo.html", "exercises/07_demo.html"}

    def test_gives_no_solutions_away(self, exported):
        for path in exported.rglob("*.html"):
            assert "the second of them" not in path.read_text("utf-8")

    def test_asks_the_network_for_nothing(self, lesson):
        assert not lesson.find_all(["script", "link", "iframe"])
        assert all(image["src"].startswith("data:") for image in lesson.find_all("img"))
        styles = "".join(style.get_text() for style in lesson.find_all("style"))
        assert not re.search(r"@import|url\(\s*['\"]?(?:https?:)?//", styles)

    def test_needs_notebooks(self, tmp_path):
        with pytest.raises(CourseError, match="course build"):
            export(tmp_path, tmp_path / "out", progress=lambda line: None)


class TestAPage:
    def test_says_its_language_and_its_title(self, lesson):
        assert lesson.html["lang"] == "en"
        assert lesson.title.get_text() == "Doubling · Activation functions"

    def test_has_the_words_of_each_picture(self, lesson):
        assert [image["alt"] for image in lesson.find_all("img")] == ["A line from 0 to 2."]

    def test_shows_its_formulas_without_a_script(self, lesson):
        assert len(lesson.find_all("math")) == 3
        assert "$" not in lesson.main.get_text()

    def test_leads_to_other_pages(self, lesson):
        assert [a["href"] for a in lesson.main.find_all("a")] == ["../exercises/07_demo.html"]

    def test_keeps_the_fragment_and_foreign_addresses_of_links(self):
        made = page(
            "# A\n\n[b](../exercises/07_demo.ipynb#c) [d](https://example.org/e.ipynb) [f](#A)"
        )
        assert [a["href"] for a in made.main.find_all("a")] == [
            "../exercises/07_demo.html#c",
            "https://example.org/e.ipynb",
            "#A",
        ]

    def test_has_headings_that_can_be_linked_to(self):
        assert page("# A title")("h1")[0]["id"] == "A-title"

    def test_lets_the_keyboard_scroll_code_but_does_not_stop_at_each_cell(self, lesson):
        stops = {element.name for element in lesson.select("[tabindex]")}
        assert stops == {"pre", "span"}  # the span is a displayed formula


class TestAPageIsRefused:
    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("text only", "no heading of the first level"),
            ("# A\n\n### C", "'C' has level 3 after 1"),
            ("# A\n\n# B", "'B' has level 1 after 1"),
            ("# A\n\n[b](../solutions/07_demo.ipynb)", "leads to no exported page"),
            ("# A\n\n$\\nosuchthing$", "has no MathML"),
        ],
    )
    def test_for_what_a_reader_would_stumble_over(self, text, words):
        with pytest.raises(CourseError, match=words) as caught:
            page(text)
        assert str(caught.value).startswith("notebooks/07_demo.ipynb: ")

    def test_for_a_picture_without_words(self):
        with pytest.raises(CourseError, match="no alternative text"):
            page("# A", outputs=(picture(),))


class TestAWidget:
    """`odds_ladder` has one control, `float_lens` several."""

    def test_with_one_control_lives_in_the_page(self):
        made = page("# A", outputs=(picture(course={"widget": "odds_ladder"}),))
        assert made.find("script", type="module")
        assert made.find(id="widget-odds_ladder-1").find("img")["alt"]

    def test_shown_twice_has_two_ids(self):
        shown = picture(course={"widget": "odds_ladder"})
        ids = [div["id"] for div in page("# A", outputs=(shown, shown)).select("[id^=widget-]")]
        assert ids == ["widget-odds_ladder-1", "widget-odds_ladder-2"]

    def test_with_several_controls_leaves_its_picture(self):
        metadata = {"course": {"widget": "float_lens"}, "image/png": {"alt": "Two bars."}}
        made = page("# A", outputs=(picture(**metadata),))
        assert made.find("script") is None
        assert made.find("img")["alt"] == "Two bars."
        assert "In JupyterLab this picture can be moved." in made.text
