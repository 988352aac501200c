"""The text of each answer, reduced to a hash, so that identical wrong ones can be found."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence

from course_utils.cells import code_sources
from course_utils.errors import CourseError
from course_utils.grading.submissions import BINDS

COMMENT = re.compile(r"#.*$", re.MULTILINE)
DOCSTRING = re.compile(r'("""|\'\'\').*?\1', re.DOTALL)
SPACE = re.compile(r"\s+")


def answer_hashes(data: bytes, names: Iterable[str]) -> Mapping[str, str]:
    """For each exercise the hash of the last cell that binds it, without comments and spacing.

    Only the text is looked at. "" where no cell binds the name, or the notebook cannot be read.
    """
    try:
        cells = code_sources(data)
    except CourseError:
        cells = []
    return {name: _hash(_last(cells, name)) for name in names}


def _last(cells: Sequence[str], name: str) -> str:
    binds = re.compile(BINDS.format(name=re.escape(name)), re.MULTILINE)
    return next((cell for cell in reversed(cells) if binds.search(cell)), "")


def _hash(text: str) -> str:
    bare = SPACE.sub("", COMMENT.sub("", DOCSTRING.sub("", text)))
    return hashlib.sha256(bare.encode("utf-8", "replace")).hexdigest()[:16] if bare else ""
