"""Files that are no notebooks, or not quite: each gets a clear verdict, none a traceback."""

from __future__ import annotations

import json

import pytest
from attacks import HONEST, IMPORTS, SIGMOID, VICTIM, next_one_is_well, notebook, statuses

UNREADABLE = {
    "nothing": (b"", "is empty"),
    "white space": (b" \n", "is empty"),
    "bytes that are no text": (b"\xff\xfe\x00", "not UTF-8"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(100), "not UTF-8"),
    "a page": (b"<!DOCTYPE html><html>", "does not hold JSON"),
    "half a notebook": (notebook(IMPORTS, HONEST)[:-20], "does not hold JSON"),
    "deep JSON": (b"[" * 10**6, "does not hold JSON"),
    "deep JSON in a cell": (b'{"cells": ' + b"[" * 10**6 + b"]" * 10**6 + b"}", "JSON"),
    "a number of a million digits": (b'{"cells": ' + b"9" * 10**6 + b"}", "JSON"),
    "a list": (b"[]", "no cells"),
    "a number": (b"5", "no cells"),
    "six megabytes": (b" " * (6 * 2**20), "larger than 5 MiB"),
}


@pytest.mark.parametrize(("data", "says"), UNREADABLE.values(), ids=UNREADABLE)
def test_a_file_that_cannot_be_read_costs_its_points_and_says_why(bench, data, says):
    marked = bench.grade(data, [SIGMOID, VICTIM], seed=0)
    assert set(statuses(marked).values()) == {"errored"}
    assert all(says in verdict.message for verdict in marked.verdicts)


ODD = {
    "no cells": {"cells": []},
    "cells that are none": {"cells": [3, None, "x", {}, {"cell_type": "code"}]},
    "cells in an object": {"cells": {"a": 1}},
    "a source that is none": {"cells": [{"cell_type": "code", "source": {"a": 1}}]},
    "lone surrogates": {"cells": [{"cell_type": "code", "source": "x = '\ud800'"}]},
    "null bytes": {"cells": [{"cell_type": "code", "source": "x = 1\0"}]},
    "a cell of four megabytes": {"cells": [{"cell_type": "code", "source": "x" * 4 * 10**6}]},
    "ten thousand cells": {"cells": [{"cell_type": "code", "source": ""}] * 10_000},
}


@pytest.mark.parametrize("content", ODD.values(), ids=ODD)
def test_a_notebook_without_an_answer_is_not_attempted(bench, content):
    marked = bench.grade(json.dumps(content).encode(), [SIGMOID, VICTIM], seed=0)
    assert set(statuses(marked).values()) == {"not_attempted"}, marked
    assert next_one_is_well(bench)
