"""The form of a question in a browser: keys, names for screen readers, focus."""

from __future__ import annotations

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from chromium import open_browser

from course_utils.catalog.questions import Option, Question
from course_utils.notebook import forms
from course_utils.notebook.form import HERE

QUESTION = Question(
    "02.q", "02", "How?", tuple(Option(x, f"like `{x}` <i>", "why") for x in "ABCD"), "B"
)
MODEL = """
const heard = {}; window.sent = [];
const state = {spec: %s, reply: {html: "", locked: false, letter: "", confidence: 0}};
const model = {get: (name) => state[name], send: (message) => window.sent.push(message),
               on: (name, f) => (heard[name] = f), off: () => null};
window.answer = (reply) => { state.reply = reply; heard["change:reply"](); };
form.render({model, el: document.querySelector("main")});
"""


@pytest.fixture(scope="module")
def browser():
    with open_browser() as opened:
        yield opened


@pytest.fixture
def page(browser):
    """A page that holds the form and nothing else."""
    spec = forms._spec(QUESTION, "Predict:", 25, commit="Commit", skip="Skip")
    source = (HERE / "form.js").read_text(encoding="utf-8")
    script = source.replace("export default", "const form =") + MODEL % json.dumps(spec)
    style = (HERE / "form.css").read_text(encoding="utf-8")
    opened = browser.new_page(viewport={"width": 700, "height": 500})
    head = f"<title>form</title><style>{style}</style>"
    opened.set_content(
        f"<!doctype html><html lang=en><head>{head}</head><body><main><h1>A question</h1></main>"
        f"<script type=module>{script}</script></body></html>"
    )
    opened.wait_for_selector("button")
    yield opened
    opened.close()


def test_it_is_answered_with_the_keyboard_alone(page):
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("sent") == [{"button": "commit", "letter": "B", "confidence": 40}]


def test_it_has_no_accessibility_violation(page):
    assert Axe().run(page).response["violations"] == []


def test_its_controls_have_names_and_values_in_words(page):
    slider = page.get_by_role("slider", name="How sure are you?")
    assert slider.get_attribute("aria-valuetext") == "25 %, a guess"
    assert page.get_by_role("group", name="Predict: How?").count() == 1
    assert page.get_by_role("radio", name="B. like B <i>").count() == 1


def test_after_committing_it_is_locked_and_the_focus_stays_in_it(page):
    page.get_by_role("button", name="Commit").focus()
    reply = {"html": "<p>Committed.</p>", "locked": True, "letter": "C", "confidence": 70}
    page.evaluate("reply => answer(reply)", reply)
    assert page.get_by_role("radio", name="C. like C <i>").is_checked()
    assert page.get_by_role("radio").first.is_disabled()
    assert page.get_by_role("button").count() == 0
    assert page.evaluate("document.activeElement.textContent") == "Committed."


def test_jupyterlab_leaves_its_keys_alone(page):
    controls = page.locator("input, button")
    kept = page.locator("[data-lm-suppress-shortcuts=true]")
    assert controls.count() == kept.count() == 7
