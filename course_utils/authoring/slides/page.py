"""Slides as one file that needs no network: reveal.js, the styles, the pictures, all inside."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from bs4 import BeautifulSoup

from course_utils.authoring.assemble import read_notebook
from course_utils.authoring.mathml import typeset
from course_utils.authoring.slides.deck import slides_of
from course_utils.authoring.slides.slide import Slide
from course_utils.errors import CourseError

HERE = Path(__file__).parent
LESSONS = Path("notebooks")
COURSE = "Activation functions"
# transition and fragments: nothing moves; ?print-pdf puts each slide, complete, on one page.
SETTINGS = """\
Reveal.initialize({
  width: 1280, height: 720, margin: 0, center: false, hash: true, slideNumber: "c/t",
  transition: "none", backgroundTransition: "none", pdfSeparateFragments: false,
  plugins: [RevealNotes],
});
"""


def lessons(root: Path) -> tuple[str, ...]:
    """The names of the built lessons."""
    return tuple(path.stem for path in sorted((root / LESSONS).glob("*.ipynb")))


def export(
    root: Path, names: Sequence[str], out: Path, progress: Callable[[str], None]
) -> list[Path]:
    """Write a deck for each lesson; returns the files.

    Raises
    ------
    CourseError
        If a picture has no alternative text, or a formula no MathML.
    """
    out.mkdir(parents=True, exist_ok=True)
    written = []
    for name in names:
        path = LESSONS / f"{name}.ipynb"
        progress(f"making slides of {path.as_posix()}")
        try:
            page = page_of(slides_of(read_notebook(root / path)))
        except CourseError as error:
            raise CourseError(f"{path.as_posix()}: {error}") from error
        written.append(out / f"{name}.html")
        written[-1].write_bytes(page.encode("utf-8"))
    return written


def page_of(slides: Iterable[Slide]) -> str:
    """The whole deck."""
    slides = list(slides)
    soup = BeautifulSoup("".join(slide.markup() for slide in slides), "html.parser")
    typeset(soup)
    for name in soup.find_all("mo", string=str.isalpha):  # Var, relu: names, which want no space
        name.name, name["mathvariant"] = "mi", "normal"
    title = re.sub(r"<[^>]*>", "", slides[0].title)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title} · {COURSE} · slides</title>\n"
        f"<style>\n{_asset('reveal/reveal.css')}\n{_font()}\n{_asset('deck.css')}</style>\n</head>\n<body>\n"
        f'<main>\n<div class="reveal">\n<div class="slides">\n{soup}\n</div>\n</div>\n</main>\n'
        f"<script>\n{_asset('reveal/reveal.js')}\n</script>\n"
        f"<script>\n{_asset('reveal/notes.js')}\n</script>\n"
        f"<script>\n{SETTINGS}</script>\n</body>\n</html>\n"
    )


def _font() -> str:
    """The font of the formulas, inside the page."""
    data = base64.b64encode((HERE / "stix" / "stix-two-math.woff2").read_bytes()).decode("ascii")
    source = f'url("data:font/woff2;base64,{data}") format("woff2")'
    return f'@font-face {{ font-family: "Formulas"; src: {source}; }}'


def _asset(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")
