"""A figure or a widget's picture, as large as a slide allows."""

from __future__ import annotations

import html

from nbformat import NotebookNode

from course_utils.authoring.slides.slide import Slide
from course_utils.errors import CourseError


def figure(output: NotebookNode, title: str) -> Slide:
    """The slide of one picture; its caption comes later."""
    metadata = output.get("metadata", {})
    alt = metadata.get("image/png", {}).get("alt")
    if not alt:
        raise CourseError(f"a picture below '{title}' has no alternative text")
    data = output.data["image/png"].replace("\n", "")
    image = f'<img src="data:image/png;base64,{data}" alt="{html.escape(alt)}">'
    slide = Slide(title, image, "figure")
    if widget := metadata.get("course", {}).get("widget"):
        slide.body += f'<p class="live">Live in JupyterLab: <code>widgets.{widget}()</code></p>'
        slide.say = [f"<pre>{html.escape(output.data.get('text/plain', ''), quote=False)}</pre>"]
    return slide
