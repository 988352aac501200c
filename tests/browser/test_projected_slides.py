"""Decks of slides as a class sees them: nothing is cut off, nothing is small, no network."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from chromium import open_browser
from lab_server import ROOT

from course_utils.authoring.slides import page as slides

VIEW = {"width": 1280, "height": 720}
LESSONS = slides.lessons(ROOT)
DECK = "05_gradient_flow"
SMALLEST = 24  # pixels
KINDS = ("title", "question", "figure", "text", "experiment")
# Slide by slide, complete: the lowest and rightmost point of what is on it, and small letters.
MEASURE = """(smallest) => [...document.querySelectorAll(".slides section")].flatMap((slide, n) => {
  Reveal.slide(n, 0, 99);
  const box = slide.getBoundingClientRect();
  const seen = [...slide.querySelectorAll(".page *")].filter(
    (part) => !part.matches(".body") && part.getBoundingClientRect().width > 0);
  const low = Math.max(...seen.map((part) => part.getBoundingClientRect().bottom - box.top));
  const right = Math.max(...seen.map((part) => part.getBoundingClientRect().right - box.left));
  const small = seen.filter((part) => !part.closest("math, sup, sub") &&
    [...part.childNodes].some((child) => child.nodeType === 3 && child.data.trim()) &&
    parseFloat(getComputedStyle(part).fontSize) < smallest);
  const picture = slide.querySelector(".figure img, img");
  const tiny = picture && picture.getBoundingClientRect().height < 300;
  const wrong = [low > 700 && `ends at ${low}`, right > 1280 && `reaches to ${right}`,
    small.length && `small: ${small[0].outerHTML.slice(0, 80)}`, tiny && "the picture is small"];
  return wrong.filter(Boolean).map((what) => `slide ${n + 1}, ${what}`);
})"""


@pytest.fixture(scope="module")
def decks(tmp_path_factory):
    """The files of all decks by lesson."""
    folder = tmp_path_factory.mktemp("slides")
    return {path.stem: path for path in slides.export(ROOT, LESSONS, folder, progress=str)}


@pytest.fixture(scope="module")
def browser():
    with open_browser() as browser:
        yield browser


@pytest.fixture
def open_deck(decks, browser):
    """Opens a deck from its file, as a double click would."""
    context = browser.new_context(viewport=VIEW)

    def open_it(name: str, query: str = ""):
        page = context.new_page()
        page.asked_for = []
        page.on("request", lambda request: page.asked_for.append(request.url))
        page.goto(decks[name].as_uri() + query)
        page.wait_for_function("window.Reveal?.isReady()")
        return page

    yield open_it
    context.close()


@pytest.mark.parametrize("name", LESSONS)
def test_everything_fits_on_its_slide_and_can_be_read_from_the_back(open_deck, name):
    page = open_deck(name)
    assert page.evaluate(MEASURE, SMALLEST) == []
    fetched = [url for url in page.asked_for if not url.startswith(("file:", "data:"))]
    assert fetched == []


def test_the_keyboard_leads_through_the_steps_of_a_derivation(open_deck):
    page = open_deck(DECK)
    first = page.evaluate(
        "[...document.querySelectorAll('.slides section')]"
        ".findIndex((slide) => slide.querySelector('tr.fragment'))"
    )
    page.evaluate("(n) => Reveal.slide(n)", first)
    hidden = page.locator("section.present tr.fragment").first
    before = hidden.evaluate("row => getComputedStyle(row).visibility")
    page.keyboard.press("ArrowRight")
    after = hidden.evaluate("row => getComputedStyle(row).visibility")
    assert (before, after) == ("hidden", "visible")
    assert page.evaluate("Reveal.getIndices().h") == first
    page.keyboard.press("End")
    assert page.evaluate("Reveal.isLastSlide()")


def test_axe_finds_nothing_serious(open_deck):
    page = open_deck(DECK)
    for kind in KINDS:
        number = page.evaluate(
            "(kind) => [...document.querySelectorAll('.slides section')]"
            ".findIndex((slide) => slide.classList.contains(kind))",
            kind,
        )
        page.evaluate("(n) => Reveal.slide(n, 0, 99)", number)
        found = Axe().run(page).response["violations"]
        serious = [v for v in found if v["impact"] in {"serious", "critical"}]
        assert not serious, [(kind, v["id"], v["nodes"][0]["html"][:200]) for v in serious]


def test_the_notes_open_in_a_window_of_their_own_without_a_server(open_deck):
    page = open_deck(DECK)
    with page.expect_popup() as opened:
        page.keyboard.press("s")
    notes = opened.value.locator(".speaker-controls-notes .value")
    notes.get_by_text("A deep network is a long chain of layers.").wait_for()
    page.keyboard.press("ArrowRight")
    notes.get_by_text("make three good evenings").wait_for()


def test_each_slide_is_one_page_in_print(open_deck):
    page = open_deck(DECK, "?print-pdf")
    page.locator(".pdf-page").first.wait_for()
    made = page.pdf(prefer_css_page_size=True, print_background=True)
    slides_there = page.locator(".slides section").count()
    assert len(re.findall(rb"/Type\s*/Page\b", made)) == slides_there > 50
    hidden = page.locator("tr.fragment").evaluate_all(
        "all => all.filter((row) => getComputedStyle(row).visibility === 'hidden').length"
    )
    assert hidden == 0
