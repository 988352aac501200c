"""What fits on a slide: items of known height, put on as few slides as hold them.

Heights are estimates in pixels, on a slide of 1280 by 720; tests measure them in a browser.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

ROOM = 535  # below the title
WIDTH = 1160
TEXT = 28  # pixels; as in deck.css, with the two below
SMALL = 24
LINE = 1.35
CODE_COLUMNS = 82
CODE_LINE = 31


@dataclass(frozen=True)
class Item:
    """An element of a slide's body.

    ``around`` are the tags that it shares with its neighbours, such as ``<ol>`` and ``</ol>``;
    ``step``: it may wait for a key; ``keep``: it stays on the slide of the next item;
    ``goes_on``: it is another line of the chain before it.
    """

    tag: str
    content: str
    height: float
    classes: str = ""
    around: tuple[str, str] = ("", "")
    step: bool = False
    keep: bool = False
    goes_on: bool = False


def bodies(items: Iterable[Item], room: int = ROOM) -> list[str]:
    """The bodies of as many slides as the items need."""
    pages: list[list[Item]] = [[]]
    used = 0.0
    groups = _kept_together(items)
    for number, group in enumerate(groups):
        height = sum(item.height for item in group)
        if pages[-1] and used + max(height, _whole(groups[number:], room)) > room:
            pages.append([])
            used = 0.0
        pages[-1] += group
        used += height
    return [_body(page) for page in pages if page]


def _whole(groups: list[list[Item]], room: int) -> float:
    """The height of the chain that begins here, if a slide can hold it; a chain is one idea."""
    first, *others = groups
    chain = first[-1].around
    if not (first[-1].step and chain[0]) or (len(first) == 1 and first[0].goes_on):
        return 0
    rest = itertools.takewhile(lambda group: group[0].goes_on, others)
    height = sum(item.height for group in (first, *rest) for item in group)
    return height if height <= room else 0


def _kept_together(items: Iterable[Item]) -> list[list[Item]]:
    groups: list[list[Item]] = [[]]
    for item in items:
        groups[-1].append(item)
        if not item.keep:
            groups.append([])
    return [group for group in groups if group]


def _body(page: list[Item]) -> str:
    """The page's markup; each group but the first appears at a press of a key, if it may wait."""
    body, around = "", ("", "")
    for number, group in enumerate(_kept_together(page)):
        waits = number > 0 and all(item.step for item in group)
        for item in group:
            if item.around != around:
                body += around[1] + item.around[0]
                around = item.around
            body += _element(item, number if waits else 0)
    return body + around[1]


def _element(item: Item, moment: int) -> str:
    classes = " ".join(filter(None, (item.classes, "fragment" if moment else "")))
    attributes = f' class="{classes}"' if classes else ""
    attributes += f' data-fragment-index="{moment}"' if moment else ""
    return f"<{item.tag}{attributes}>{item.content}</{item.tag}>"


def text_height(markup: str, size: int = TEXT, width: int = WIDTH) -> float:
    """How many pixels a paragraph takes."""
    return text_lines(markup, size, width) * size * LINE + size / 2


def text_lines(markup: str, size: int = TEXT, width: int = WIDTH) -> int:
    """How many lines a paragraph takes."""
    plain = re.sub(r"\\[A-Za-z]+|<[^>]*>|&\w+;|[{}$^_]", "", markup)
    return max(1, math.ceil(len(plain) * size * 0.5 / width))


def code_lines(text: str) -> int:
    """How many lines a piece of code or printed text takes, long ones broken."""
    return sum(max(1, math.ceil(len(line) / CODE_COLUMNS)) for line in text.splitlines())
