"""The built notebooks as web pages that need neither a kernel nor a network."""

from __future__ import annotations

import html
import posixpath
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bs4 import BeautifulSoup
from nbconvert import HTMLExporter
from nbformat import NotebookNode

from course_utils.authoring.assemble import read_notebook
from course_utils.authoring.mathml import typeset
from course_utils.errors import CourseError
from course_utils.places import START_PAGE

COURSE = "Activation functions"
FOLDERS = ("notebooks", "exercises")
TEMPLATES = Path(__file__).parent / "template"


def export(root: Path, out: Path, progress: Callable[[str], None]) -> tuple[Path, ...]:
    """Write every lesson and sheet as HTML, in the same folders, and an index page.

    Returns
    -------
    tuple of paths, relative to ``out``

    Raises
    ------
    CourseError
        If a picture has no alternative text, a formula no MathML, a link no target, or if the
        headings skip a level.
    """
    notebooks = tuple(
        path.relative_to(root) for name in FOLDERS for path in sorted((root / name).glob("*.ipynb"))
    )
    if not notebooks:
        raise CourseError("No notebooks to export; build them first: course build")
    pages = {}
    for path in notebooks:
        progress(f"exporting {path.as_posix()}")
        pages[path.with_suffix(".html")] = page_of(read_notebook(root / path), path, notebooks)
    pages[Path("index.html")] = _index_page()
    for path, text in pages.items():
        target = out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode("utf-8"))
    return tuple(pages)


def page_of(notebook: NotebookNode, path: Path, exported: tuple[Path, ...]) -> str:
    """One notebook as a whole page; ``path`` names it in errors and anchors its links."""
    try:
        markup, _ = _Exporter().from_notebook_node(
            notebook, {"course_css": (TEMPLATES / "course" / "course.css").read_text("utf-8")}
        )
        page = BeautifulSoup(markup, "html.parser")
        for mark in page.select("a.anchor-link"):
            mark.decompose()
        typeset(page)
        _set_title(page)
        _check_headings(page)
        _rewrite_links(page, path, exported)
    except CourseError as error:
        raise CourseError(f"{path.as_posix()}: {error}") from error
    _set_focus(page)
    return str(page)


class _Exporter(HTMLExporter):
    """JupyterLab's look, our pictures, nothing loaded from elsewhere."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            template_name="course",
            extra_template_basedirs=[str(TEMPLATES)],
            exclude_input_prompt=True,
            exclude_output_prompt=True,
            language_code="en",
            **options,
        )
        self._widgets_shown = 0

    def default_filters(self) -> Any:
        yield from super().default_filters()
        yield ("picture", self._picture)

    def _picture(self, output: NotebookNode) -> str:
        """The live widget where one can live in a page, else the picture with its words."""
        metadata = output.get("metadata", {})
        widget = metadata.get("course", {}).get("widget", "")
        if live := self._live(widget):
            return live
        picture = metadata.get("image/png", {})
        if not picture.get("alt"):
            raise CourseError(
                "a picture has no alternative text; show it with figures.show(fig, alt=...)"
            )
        size = "".join(
            f' {side}="{int(picture[side])}"' for side in ("width", "height") if side in picture
        )
        source = output.data["image/png"].replace("\n", "")
        alt = html.escape(picture["alt"])
        words = _words(output.data.get("text/plain", "")) if widget else ""
        return f'<img src="data:image/png;base64,{source}" alt="{alt}"{size}>{words}'

    def _live(self, widget: str) -> str:
        from course_utils import widgets
        from course_utils.widgets.standalone import to_html

        if not widget:
            return ""
        self._widgets_shown += 1
        try:
            return to_html(getattr(widgets, widget)(), f"widget-{widget}-{self._widgets_shown}")
        except ValueError:  # more than one control: too many states to draw in advance
            return ""


def _words(text: str) -> str:
    """What a widget with several controls says beside its picture, and where it moves."""
    return f"<pre>{html.escape(text)}</pre><p><em>In JupyterLab this picture can be moved.</em></p>"


def _set_title(page: BeautifulSoup) -> None:
    heading = page.find("h1")
    if heading is None:
        raise CourseError("no heading of the first level (# …)")
    page.title.string = f"{heading.get_text(' ', strip=True)} · {COURSE}"


def _check_headings(page: BeautifulSoup) -> None:
    level = 0
    for heading in page.find_all(["h1", "h2", "h3", "h4", "h5", "h6"]):
        found = int(heading.name[1])
        if found > level + 1 or (found == 1 and level > 0):
            raise CourseError(
                f"the heading '{heading.get_text(strip=True)}' has level {found} after {level}; "
                "a page has one first level and skips none"
            )
        level = found


def _rewrite_links(page: BeautifulSoup, path: Path, exported: tuple[Path, ...]) -> None:
    """Links to notebooks lead to their pages; a link to anything else that is local is refused."""
    targets = {target.as_posix() for target in exported}
    for anchor in page.find_all("a", href=True):
        link = urlsplit(anchor["href"])
        if link.scheme or link.netloc or not link.path:
            continue
        target = posixpath.normpath(posixpath.join(path.parent.as_posix(), link.path))
        if target not in targets:
            raise CourseError(f"the link to {anchor['href']} leads to no exported page")
        anchor["href"] = link._replace(path=link.path.removesuffix(".ipynb") + ".html").geturl()


def _set_focus(page: BeautifulSoup) -> None:
    """The keyboard stops where something may need scrolling, not at every cell."""
    for element in page.select("[tabindex]"):
        if element.name == "div":
            del element["tabindex"]
    for element in page.select("pre, .course-formula"):
        element["tabindex"] = "0"


def _index_page() -> str:
    start = START_PAGE.with_suffix(".html").as_posix()
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{COURSE}</title>\n"
        f'<meta http-equiv="refresh" content="0; url={start}">\n</head>\n<body>\n<main>\n'
        f'<h1>{COURSE}</h1>\n<p><a href="{start}">Start here</a></p>\n'
        "</main>\n</body>\n</html>\n"
    )
