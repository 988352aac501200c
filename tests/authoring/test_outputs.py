"""What a run may leave in a notebook."""

from __future__ import annotations

import base64
import io

import pytest
from nbformat.v4 import new_output
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from course_utils.authoring.outputs import clean_outputs, complaint, without_text_chunks


def stream(text: str, name: str = "stdout"):
    return new_output("stream", name=name, text=text)


def shown(**data: str):
    kinds = {"plain": "text/plain", "html": "text/html", "png": "image/png"}
    kinds["view"] = "application/vnd.jupyter.widget-view+json"
    return new_output("display_data", data={kinds[kind]: value for kind, value in data.items()})


@pytest.fixture
def png() -> bytes:
    """Four pixels and a text chunk that names a program."""
    notes = PngInfo()
    notes.add_text("Software", "drawing program 1.2.3")
    file = io.BytesIO()
    Image.new("RGB", (2, 2), "red").save(file, "PNG", pnginfo=notes)
    return file.getvalue()


class TestPictures:
    def test_lose_their_text(self, png):
        assert b"drawing program" in png
        assert b"drawing program" not in without_text_chunks(png)

    def test_keep_their_pixels(self, png):
        before, after = (
            Image.open(io.BytesIO(data)).tobytes() for data in (png, without_text_chunks(png))
        )
        assert before == after

    def test_are_cleaned_where_they_stand_in_an_output(self, png):
        output = shown(png=base64.b64encode(png).decode())
        (cleaned,) = clean_outputs([output])
        assert base64.b64decode(cleaned.data["image/png"]) == without_text_chunks(png)


class TestWidgets:
    def test_leave_their_picture_and_their_words(self):
        (cleaned,) = clean_outputs([shown(view="{}", plain="a slider")])
        assert dict(cleaned.data) == {"text/plain": "a slider"}

    def test_leave_nothing_where_they_had_no_other_form(self):
        assert clean_outputs([shown(view="{}")]) == []


class TestStreams:
    def test_that_follow_each_other_are_joined(self):
        joined = clean_outputs([stream("a\n"), stream("b\n")])
        assert [output.text for output in joined] == ["a\nb\n"]

    def test_of_different_names_stay_apart(self):
        assert len(clean_outputs([stream("a"), stream("b", "stderr")])) == 2

    def test_with_something_between_stay_apart(self):
        assert len(clean_outputs([stream("a"), shown(plain="x"), stream("b")])) == 3


class TestAComplaint:
    @pytest.mark.parametrize(
        "text",
        [
            "<matplotlib.lines.Line2D at 0x7f8a1c2d3e40>",
            "/tmp/ipykernel_4711/123.py:1: RuntimeWarning",
            "saved in /" + "home/someone/file",
            "C:" + "\\Users\\someone",
        ],
    )
    def test_is_made_about_what_differs_between_machines(self, text):
        assert complaint([shown(plain=text)])
        assert complaint([stream(text)])

    @pytest.mark.parametrize(
        "text", ["0x10", "a/home/b", "see https://example.org/home/x", "1/tmp"]
    )
    def test_is_not_made_about_anything_else(self, text):
        assert complaint([shown(plain=text), stream(text)]) == ""
