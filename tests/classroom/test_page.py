"""The instructor's page in a real browser: what it shows, by which keys, how large."""

from __future__ import annotations

import csv
import io

import pytest
from a_class import a_check, a_class, an_hour, an_id, students, until
from axe_playwright_python.sync_playwright import Axe
from chromium import open_browser

from course_utils.catalog import SHEETS

SIZE = {"width": 1280, "height": 720}
SMALLEST = 20  # px: at 1280 × 720 on a screen 2 m wide these letters are 3 cm high


@pytest.fixture(scope="module")
def browser():
    with open_browser() as browser:
        yield browser


@pytest.fixture
def page(browser, the_class):
    """The page as the address printed at start opens it; any complaint of the browser fails."""
    opened = browser.new_page(viewport=SIZE)
    complaints: list[str] = []
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.goto(f"{the_class.url}/?token={the_class.token}")
    opened.wait_for_selector(".bar")
    yield opened
    opened.close()
    assert complaints == []


def report(the_class, key, *events):
    assert the_class.post("/events", {"events": list(events)}, key).status == 200


def hand(raised=True):
    return {"id": an_id(), "kind": "hand", "age": 0, "raised": raised}


def answer(question, letter):
    return {"id": an_id(), "kind": "answer", "age": 0, "question": question, "letter": letter}


class TestThePage:
    def test_takes_the_token_out_of_its_address(self, page, the_class):
        assert page.url == f"{the_class.url}/"
        page.reload()
        page.wait_for_selector(".bar")

    def test_shows_every_sheet_and_exercise_with_numbers(self, page, the_class):
        keys = [the_class.member() for _ in range(3)]
        report(the_class, keys[0], a_check("passed"))
        report(the_class, keys[1], a_check())
        cell = page.locator("#cells li", has=page.get_by_text("softmax", exact=True))
        cell.get_by_text("1 passed").wait_for()
        words = " ".join(cell.locator(".counts").inner_text().split())
        assert words == "1 passed, 33 %; 1 failing, 33 %; 1 not tried, 33 %;"
        assert page.locator("#cells section").count() == len(SHEETS)

    def test_names_the_misconceptions_with_how_many(self, page, the_class):
        for _ in range(3):
            report(the_class, the_class.member(), a_check(exercise="sigmoid", misconception="S1"))
        entry = page.locator("#mistakes li")
        entry.wait_for()
        assert " ".join(entry.inner_text().split()) == (
            "3 people sigmoid: the exponent has the wrong sign: σ falls instead of rising (S1)"
        )

    def test_shows_a_poll_and_its_answer_on_demand(self, page, the_class):
        for letter in "ACC":
            report(the_class, the_class.member(), answer("01.double_w", letter))
        page.get_by_text("3 people answered").wait_for()
        bars = page.locator("#poll li")
        assert [text.split() for text in bars.all_inner_texts()] == [
            ["A", "1"], ["B", "0"], ["C", "2"], ["D", "0"],
        ]  # fmt: skip
        page.get_by_label("texts and answer").check()
        assert bars.nth(2).inner_text().split()[2] == "✓"
        assert "2 of 3 have it right by now" in page.locator("#poll").inner_text()

    def test_shows_who_is_stuck_and_names_nobody_else(self, page, the_class):
        the_class.member("Grace Hopper")
        key = the_class.member("Ada <img src=x onerror=alert(1)>")
        report(the_class, key, hand())
        page.get_by_text("We are stuck: 1").wait_for()
        assert "Ada <img src=x onerror=alert(1)>" in page.locator("#hands").inner_text()
        assert page.locator("#hands img").count() == 0
        assert "Grace" not in page.content()
        report(the_class, key, hand(False))
        page.get_by_text("We are stuck: nobody").wait_for()

    def test_is_worked_by_keyboard(self, page, the_class):
        """Tab visits every control, in order; the arrow keys choose a sheet and move the moment."""
        report(the_class, the_class.member(), a_check(age=0), answer("01.double_w", "A"))
        page.get_by_text("1 person joined").wait_for()
        visited = []
        for _ in range(5):
            page.keyboard.press("Tab")
            visited.append(
                page.evaluate("document.activeElement.id || document.activeElement.href")
            )
        assert visited[:4] == ["sheet", "question", "answers", "moment"]
        assert visited[4].endswith("/export.csv"), "nothing to go back to while it is live"
        page.locator("#sheet").focus()
        page.keyboard.press("ArrowDown")
        page.locator("main.one").wait_for()
        assert page.locator("#cells th").first.inner_text() == "weighted_sum"

    def test_replays_the_hour(self, page, the_class):
        the_class.store.clock = lambda: 1_700_000_000.0
        key = the_class.member()
        report(the_class, key, a_check())
        the_class.store.clock = lambda: 1_700_003_600.0
        report(the_class, key, a_check("passed"))
        cell = page.locator("#cells li", has=page.get_by_text("softmax", exact=True))
        cell.get_by_text("1 passed").wait_for()
        page.locator("#moment").focus()
        page.keyboard.press("Home")
        cell.get_by_text("1 failing").wait_for()
        assert page.locator("h1").inner_text().startswith("The class at ")
        report(the_class, the_class.member(), a_check("passed"))
        page.get_by_role("button", name="Back to now").press("Enter")
        cell.get_by_text("2 passed").wait_for()

    def test_saves_the_record_as_csv(self, page, the_class):
        report(the_class, the_class.member("Ada"), a_check())
        with page.expect_download() as saved:
            page.get_by_role("link", name="Save as CSV").click()
        rows = list(csv.DictReader(io.StringIO(saved.value.path().read_text(encoding="utf-8"))))
        assert [(row["kind"], row["subject"], row["name"]) for row in rows] == [
            ("join", "", ""),
            ("check", "softmax", ""),
        ]


@pytest.fixture(scope="module")
def busy(tmp_path_factory):
    with a_class(tmp_path_factory.mktemp("busy") / "class.sqlite") as running:
        senders = students(running.url, running.code, 20)
        for seed, sheet in enumerate(("02_sigmoid_tanh", "04_softmax")):
            an_hour(senders, sheet, seed)
        until(lambda: all(s.joined and not s._waiting for s in senders))
        yield running
        for sender in senders:
            sender.stop(5)


class TestWithTwentyStudents:
    @pytest.fixture(params=["light", "dark"])
    def shown(self, browser, busy, request):
        page = browser.new_page(viewport=SIZE, color_scheme=request.param)
        page.goto(f"{busy.url}/?token={busy.token}")
        page.get_by_text("20 people joined").wait_for()
        yield page
        page.close()

    @pytest.mark.parametrize("sheet", ["all", "02_sigmoid_tanh"])
    def test_axe_finds_nothing(self, shown, sheet):
        shown.select_option("#sheet", sheet)
        shown.check("#answers")
        found = Axe().run(shown).response["violations"]
        assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found] == []

    @pytest.mark.parametrize("sheet", ["all", "02_sigmoid_tanh"])
    def test_no_letter_is_too_small_and_the_sheets_fit_on_the_screen(self, shown, sheet):
        shown.select_option("#sheet", sheet)
        sizes = shown.evaluate(
            "[...document.querySelectorAll('body *')].filter((e) => e.innerText?.trim())"
            ".map((e) => parseFloat(getComputedStyle(e).fontSize))"
        )
        assert min(sizes) >= SMALLEST
        bottom = shown.locator("#cells").bounding_box()
        footer = shown.locator("footer").bounding_box()
        assert bottom["y"] + bottom["height"] <= footer["y"]
        assert shown.evaluate("document.documentElement.scrollWidth") <= SIZE["width"]

    def test_passed_and_failing_differ_without_colour(self, shown):
        shown.select_option("#sheet", "02_sigmoid_tanh")
        passed = shown.locator(".is-passed").first.evaluate(IMAGE)
        failing = shown.locator(".is-failing").first.evaluate(IMAGE)
        assert passed == "none"
        assert failing.startswith("repeating-linear-gradient")


IMAGE = "(element) => getComputedStyle(element).backgroundImage"
