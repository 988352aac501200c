"""The exported pages as a reader without a kernel or a network meets them, in a real browser."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from chromium import open_browser
from lab_server import ROOT

from course_utils.authoring.html import export

SERIOUS = {"serious", "critical"}


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("html")
    export(ROOT, folder, progress=str)
    return folder


@pytest.fixture(scope="module")
def browser():
    with open_browser() as browser:
        yield browser


@pytest.mark.parametrize("name", sorted(p.stem for p in (ROOT / "notebooks").glob("*.ipynb")))
def test_axe_finds_nothing_serious(pages, browser, name):
    page = browser.new_page()
    page.goto((pages / "notebooks" / f"{name}.html").as_uri())
    found = [v for v in Axe().run(page).response["violations"] if v["impact"] in SERIOUS]
    page.close()
    assert not found, [(v["id"], v["help"], v["nodes"][0]["html"][:200]) for v in found]


def test_every_picture_has_a_text_alternative(pages, browser):
    page = browser.new_page()
    page.goto((pages / "notebooks" / "02_sigmoid_tanh.html").as_uri())
    alternatives = page.eval_on_selector_all("img", "all => all.map((img) => img.alt)")
    page.close()
    assert len(alternatives) > 5
    assert all(len(text) > 20 for text in alternatives), alternatives


def test_a_one_parameter_widget_lives_on(pages, browser):
    page = browser.new_page()
    page.goto((pages / "notebooks" / "02_sigmoid_tanh.html").as_uri())
    slider = page.locator("input[type=range]").first
    picture = page.locator(".course-panel img").first
    before = picture.get_attribute("src"), picture.get_attribute("alt")
    slider.focus()
    slider.press("ArrowRight")
    after = picture.get_attribute("src"), picture.get_attribute("alt")
    page.close()
    assert before[0] != after[0]
    assert before[1] != after[1]
