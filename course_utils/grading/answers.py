"""The text of each answer, reduced to a hash, so that identical wrong ones can be found."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence

from course_utils.cells import binds

COMMENT = re.compile(r"#.*$", re.MULTILINE)
DOCSTRING = re.compile(r'("""|\'\'\').*?\1', re.DOTALL)
SPACE = re.compile(r"\s+")


def answer_hashes(cells: Sequence[str], names: Iterable[str]) -> Mapping[str, str]:
    """For each exercise the hash of the last cell that binds it, without comments and spacing.

    Only the text is looked at. "" where no cell binds the name.
    """
    return {name: _hash(_last(cells, name)) for name in names}


def _last(cells: Sequence[str], name: str) -> str:
    binding = binds(name)
    return next((c for c in reversed(cells) if name in c and binding.search(c)), "")


def _hash(text: str) -> str:
    bare = SPACE.sub("", COMMENT.sub("", DOCSTRING.sub("", text)))
    return hashlib.sha256(bare.encode("utf-8", "replace")).hexdigest()[:16] if bare else ""
