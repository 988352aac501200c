"""The front end in a browser: keys, words, and no obstacle that axe can find."""

import json

import chromium
import pytest
from axe_playwright_python.sync_playwright import Axe

from course_utils import widgets
from course_utils.widgets.controls import Button, Checkbox, Choice, Range, specification
from course_utils.widgets.front import HERE
from course_utils.widgets.standalone import to_html

PAGE = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>T</title></head><body>'
CONTROLS = (
    Range("z", "logit z", 1.0, -2.0, 2.0, 0.5, unit="nats"),
    Range("size", "size", 10.0, stops=(1.0, 10.0, 100.0), decimals=0),
    Choice("curve", "curve", ("sigmoid", "tanh"), "sigmoid"),
    Choice("precision", "precision", ("float32", "float64"), "float64", kind="radio"),
    Checkbox("shown", "show the slope"),
    Button("doubled", "double it"),
)
MODEL = """
const state = {spec: SPEC, values: SPEC.start};
const listeners = {};
const describe = () => ({png: "data:,", alt: "values " + JSON.stringify(state.values),
  sentence: JSON.stringify(state.values), table: {caption: "T", head: ["a"], rows: []}});
state.frame = describe();
window.model = {
  get: (name) => state[name],
  set: (name, value) => { state[name] = value; },
  on: (event, call) => { listeners[event] = call; },
  save_changes: () => {
    state.frame = describe(); listeners["change:values"](); listeners["change:frame"](); },
};
render({model: window.model, el: document.querySelector("main")});
"""


@pytest.fixture(scope="module")
def browser():
    with chromium.open_browser() as browser:
        yield browser


@pytest.fixture
def page(browser):
    """A page without a network, that fails the test when its script fails."""
    context = browser.new_context(viewport={"width": 900, "height": 600}, offline=True)
    page = context.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(error))
    yield page
    context.close()
    assert errors == []


@pytest.fixture
def every_control(page):
    """The front end with one control of each kind and a stand-in for the kernel."""
    spec = {
        "title": "A demonstration",
        "controls": [specification(control) for control in CONTROLS],
        "start": {control.name: control.start for control in CONTROLS},
        "width": 560,
        "height": 300,
    }
    front = (HERE / "front.js").read_text(encoding="utf-8")
    style = (HERE / "front.css").read_text(encoding="utf-8")
    script = MODEL.replace("SPEC", json.dumps(spec))
    page.set_content(
        f"{PAGE}<style>{style}</style><main></main><script type=module>{front}{script}</script>"
    )
    return page


def values(page):
    return page.evaluate("window.model.get('values')")


class TestKeyboard:
    def test_arrows_move_a_slider_by_a_step(self, every_control):
        every_control.get_by_label("logit z").press("ArrowRight")
        assert values(every_control)["z"] == 1.5

    def test_a_slider_of_stops_goes_from_stop_to_stop(self, every_control):
        every_control.get_by_label("size").press("ArrowRight")
        assert values(every_control)["size"] == 100

    def test_every_control_is_reached_and_used_by_keys_alone(self, every_control):
        for key in ("Tab", "End", "Tab", "Home", "Tab", "ArrowDown", "Tab", "ArrowUp"):
            every_control.keyboard.press(key)
        for key in ("Tab", "Space", "Tab", "Enter", "Enter"):
            every_control.keyboard.press(key)
        assert values(every_control) == {
            "z": 2,
            "size": 1,
            "curve": "tanh",
            "precision": "float32",
            "shown": True,
            "doubled": 2,
        }
        for key in ("Tab", "Enter"):
            every_control.keyboard.press(key)
        assert values(every_control) == every_control.evaluate("window.model.get('spec').start")

    def test_every_control_keeps_its_keys_from_jupyterlab(self, every_control):
        for control in every_control.locator("input, select, button").all():
            assert control.get_attribute("data-lm-suppress-shortcuts") == "true"

    def test_focus_can_be_seen(self, every_control):
        every_control.keyboard.press("Tab")
        outline = every_control.evaluate("getComputedStyle(document.activeElement).outlineWidth")
        assert outline == "2px"


class TestWords:
    def test_a_slider_says_its_value_with_its_unit(self, every_control):
        slider = every_control.get_by_label("logit z")
        slider.press("Home")
        assert slider.get_attribute("aria-valuetext") == "−2.0 nats"

    def test_the_sentence_is_spoken_once_after_the_controls_have_come_to_rest(self, every_control):
        every_control.evaluate(
            """() => { window.said = []; new MutationObserver(() => window.said.push(
            document.querySelector(".course-said").textContent)).observe(
            document.querySelector(".course-said"), {childList: true}); }"""
        )
        every_control.get_by_label("logit z").evaluate(
            """(slider) => { for (let step = 0; step < 4; step++) {
            slider.stepDown(); slider.dispatchEvent(new Event("input", {bubbles: true})); } }"""
        )
        every_control.wait_for_function("window.said.length > 0")
        shown = every_control.locator(".course-sentence").text_content()
        assert every_control.evaluate("window.said") == [shown]
        assert every_control.locator("[aria-live=polite]").count() == 1

    def test_axe_finds_nothing_with_a_control_of_each_kind(self, every_control):
        assert violations(every_control) == []


def violations(page):
    """What axe objects to in the widgets, page structure apart."""
    found = Axe().run(page, context=".course-panel").response["violations"]
    return [(rule["id"], node["html"]) for rule in found for node in rule["nodes"]]


@pytest.fixture(scope="module")
def html():
    return to_html(widgets.odds_ladder(), "ladder")


class TestStandalone:
    def test_is_drawn_again_by_the_arrow_keys(self, page, html):
        page.set_content(PAGE + html)
        image, slider = page.locator("#ladder img"), page.locator("#ladder input")
        before = image.get_attribute("src"), image.get_attribute("alt")
        slider.press("ArrowRight")
        assert image.get_attribute("src") != before[0]
        assert image.get_attribute("alt") != before[1]
        assert "log-odds 0.2" in page.locator("#ladder .course-sentence").text_content()
        assert page.locator("#ladder tbody td").first.text_content() == "0.2"
        assert image.evaluate("image => image.decode().then(() => image.naturalWidth)") > 500

    def test_reset_goes_back_to_the_start(self, page, html):
        page.set_content(PAGE + html)
        first = page.locator("#ladder img").get_attribute("src")
        page.locator("#ladder input").press("End")
        page.get_by_role("button", name="Reset").click()
        assert page.locator("#ladder img").get_attribute("src") == first

    def test_two_in_one_page_move_apart(self, page, html):
        page.set_content(PAGE + html + html.replace('"ladder"', '"other"'))
        page.locator("#other input").press("End")
        assert page.locator("#ladder output").text_content() == "0.0 nats"
        assert page.locator("#other output").text_content() == "6.0 nats"

    def test_is_readable_where_scripts_do_not_run(self, browser, html):
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.set_content(PAGE + html)
        assert page.locator("#ladder img").get_attribute("alt").startswith("Three scales")
        assert "the odds are 1 to 1" in page.locator("#ladder").text_content()
        context.close()

    def test_axe_finds_nothing(self, page, html):
        page.set_content(PAGE + html)
        assert violations(page) == []

    def test_needs_nothing_from_elsewhere(self, html):
        assert "http" not in html

    def test_refuses_an_id_that_is_none(self):
        with pytest.raises(ValueError, match="is not an id"):
            to_html(widgets.odds_ladder(), 'x"><script>')
