"""The exported pages as a reader without a kernel or a network meets them, in a real browser."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

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


IS_THERE = "id => document.getElementById(decodeURIComponent(id)) !== null"


def follow(page, address: str) -> list[str]:
    """Open a page and, as a browser resolves them, the targets of its links that are local."""
    page.goto(address)
    found = page.eval_on_selector_all("a[href]", "all => all.map((link) => link.href)")
    return [target for target in found if urlsplit(target).scheme == "file"]


def test_every_link_leads_to_an_exported_page_and_to_a_place_in_it(pages, browser):
    """From the index on, every page of the export is reached, and none outside it."""
    page = browser.new_page()
    index = (pages / "index.html").as_uri()
    page.goto(index)
    page.wait_for_url("**/notebooks/00_start_here.html")  # the index leads on by itself
    waiting, seen, lost = [page.url], {index}, []
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        place, heading = urldefrag(address)
        if not Path(unquote(urlsplit(place).path)).is_relative_to(pages):
            lost.append(address)
            continue
        waiting += follow(page, place)
        if heading and not page.evaluate(IS_THERE, heading):
            lost.append(address)
    page.close()
    assert lost == []
    reached = {Path(unquote(urlsplit(urldefrag(address)[0]).path)) for address in seen}
    assert reached == set(pages.rglob("*.html"))


def test_a_reader_clicks_from_lesson_to_sheet_and_back(pages, browser):
    page = browser.new_page()
    page.goto((pages / "notebooks" / "02_sigmoid_tanh.html").as_uri())
    page.get_by_role("link", name="exercises/02_sigmoid_tanh.ipynb").click()
    page.wait_for_url("**/exercises/02_sigmoid_tanh.html")
    assert page.get_by_role("heading", level=1).inner_text().startswith("Sheet 02")
    page.get_by_role("link", name="notebooks/02_sigmoid_tanh.ipynb").click()
    page.wait_for_url("**/notebooks/02_sigmoid_tanh.html")
    assert page.get_by_role("heading", level=1).inner_text().startswith("Lesson 02")
    page.close()
