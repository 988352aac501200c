"""show: one output with a picture, its words, and nothing left open."""

import io

import matplotlib.pyplot as plt
import pytest
from IPython.utils.capture import capture_output
from PIL import Image

from course_utils.figures import show
from course_utils.figures.show import picture


@pytest.fixture
def figure():
    figure, ax = plt.subplots(figsize=(4, 2))
    ax.plot([0, 1])
    yield figure
    plt.close(figure)


def test_the_output_holds_the_picture_and_its_words(figure):
    data, metadata = picture(figure, "A line\n  rises.")._repr_mimebundle_()
    assert set(data) == {"image/png", "text/plain"}
    assert data["text/plain"] == "A line rises."
    assert metadata["image/png"]["alt"] == "A line rises."


def test_the_picture_is_twice_as_fine_as_it_is_shown(figure):
    finished = picture(figure, "A line.")
    with Image.open(io.BytesIO(finished.png)) as image:
        assert image.width == pytest.approx(2 * finished.width, abs=1)
        assert len(image.convert("RGB").getcolors()) <= 128


def test_the_same_figure_gives_the_same_bytes(figure):
    assert picture(figure, "A line.").png == picture(figure, "A line.").png


def test_show_closes_the_figure(figure):
    with capture_output():
        show(figure, alt="A line.")
    assert not plt.fignum_exists(figure.number)


@pytest.mark.parametrize("alt", ["", "  \n"])
def test_a_figure_without_words_is_refused(figure, alt):
    with pytest.raises(ValueError, match="alt is empty"):
        show(figure, alt=alt)
