"""Lesson and sheet 02 in a real JupyterLab: run, move a slider, get it wrong, then right.

Screenshots are kept in build/screenshots.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from chromium import open_browser
from lab_server import ROOT, Notebook, course_lab

SCREENSHOTS = ROOT / "build" / "screenshots"
VIEW = {"width": 1280, "height": 720}
LESSON = "notebooks/02_sigmoid_tanh.ipynb"
SHEET = "exercises/02_sigmoid_tanh.ipynb"

WRONG = "def sigmoid(z):\n    return 1 / (1 + np.exp(z))"
UNSTABLE = "def sigmoid(z):\n    return 1 / (1 + np.exp(-z))"
RIGHT = """def sigmoid(z):
    t = np.exp(-np.abs(z))
    return np.where(np.asarray(z) < 0, t, 1) / (1 + t)"""


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    with course_lab(tmp_path_factory.mktemp("lab")) as address, open_browser() as browser:
        page = browser.new_page(viewport=VIEW)
        page.address = address
        yield page


def keep(page, name: str) -> Path:
    path = SCREENSHOTS / f"{name}.png"
    page.screenshot(path=path)
    return path


def test_the_course_opens_at_its_start_page(page):
    page.goto(page.address)
    page.wait_for_function("window.jupyterapp?.shell?.currentWidget?.content?.model?.cells?.length")
    page.wait_for_timeout(1500)
    keep(page, "start_page")
    assert page.url.endswith("/lab/tree/notebooks/00_start_here.ipynb")


@pytest.fixture(scope="module")
def lesson(page):
    lesson = Notebook(page, page.address, LESSON)
    lesson.run_all()
    return lesson


class TestLesson:
    def test_runs_from_the_top_without_an_error(self, lesson, page):
        assert lesson.errors() == []
        keep(page, "lesson_end")

    def test_an_arrow_key_moves_a_slider_and_its_picture(self, lesson, page):
        index = next(i for i, s in enumerate(lesson.sources()) if s == "widgets.odds_ladder()")
        cell = lesson.show(index)
        panel = cell.locator(".course-panel")
        panel.wait_for(state="visible", timeout=20_000)
        slider, picture = panel.locator("input[type=range]").first, panel.locator("img")
        slider.focus()
        before = picture.get_attribute("src"), picture.get_attribute("alt"), slider.input_value()
        keep(page, "widget_before")
        slider.press("ArrowRight")
        slider.press("ArrowRight")
        changed = "([image, old]) => image.src !== old"
        page.wait_for_function(changed, arg=[picture.element_handle(), before[0]])
        after = picture.get_attribute("src"), picture.get_attribute("alt"), slider.input_value()
        keep(page, "widget_after")
        assert all(a != b for a, b in zip(before, after, strict=True))
        assert lesson.active_index() == index, "JupyterLab took the arrow key"

    def test_every_widget_fits_the_screen(self, lesson, page):
        names = re.findall(r"^widgets\.(\w+)\(\)$", "\n".join(lesson.sources()), re.MULTILINE)
        assert len(names) >= 5
        for name in names:
            index = next(i for i, s in enumerate(lesson.sources()) if s == f"widgets.{name}()")
            panel = lesson.show(index).locator(".course-panel")
            panel.wait_for(state="visible", timeout=20_000)
            page.wait_for_timeout(300)
            keep(page, f"widget_{name}")
            assert panel.bounding_box()["height"] < 600, name


class TestLinks:
    """A click opens the other notebook in a tab of its own."""

    @pytest.mark.parametrize(("start", "end"), [(LESSON, SHEET), (SHEET, LESSON)])
    def test_lead_from_lesson_to_sheet_and_back(self, page, start, end):
        notebook = Notebook(page, page.address, start)
        sources = notebook.sources()
        index = next(i for i, s in enumerate(sources) if f"(../{end})" in s)
        notebook.show(index).get_by_role("link", name=end).click()
        opened = "(path) => window.jupyterapp.shell.currentWidget?.context?.path === path"
        page.wait_for_function(opened, arg=end, timeout=20_000)


class TestSheet:
    def test_wrong_then_unstable_then_right(self, page):
        sheet = Notebook(page, page.address, SHEET)
        sources = sheet.sources()
        sheet.run(next(i for i, s in enumerate(sources) if s.startswith(("import", "from"))))
        answer = next(i for i, s in enumerate(sources) if s.startswith("def sigmoid(z)"))
        check = sources.index('check("sigmoid")')
        for source, word, name in [
            (WRONG, "Not right yet", "check_failed"),
            (UNSTABLE, "not stable", "check_unstable"),
            (RIGHT, "Passed", "check_passed"),
        ]:
            sheet.write_and_run(answer, source)
            sheet.run(check)
            output = sheet.show(check).locator(".jp-OutputArea").first
            output.get_by_text(word, exact=False).first.wait_for(timeout=20_000)
            keep(page, name)
            sheet.theme("JupyterLab Dark")
            keep(page, f"{name}_dark")
            sheet.theme("JupyterLab Light")
