"""Answers that lie, and processes that forge what the judge reads: no point is earned by it."""

from __future__ import annotations

import numpy as np
import pytest
from attacks import attacked, loot, next_one_is_well, statuses
from test_hostile import named

from course_utils.catalog import SHEETS
from course_utils.checking import once
from course_utils.checking.exercise import Between, Either

LIES = {
    "always equal": "class Lie:\n    __eq__ = __ge__ = __le__ = lambda *a: True\n"
    "    __hash__ = None\ndef sigmoid(z):\n    return Lie()",
    "an array that says it is equal": "class Lie(np.ndarray):\n"
    "    def __eq__(self, other):\n        return np.ones(self.shape, bool)\n"
    "    def __array_function__(self, *a, **k):\n        return True\n"
    "    def __array_ufunc__(self, *a, **k):\n        return np.float64(0)\n"
    "def sigmoid(z):\n    return np.zeros(np.shape(z)).view(Lie)",
    "__array__ that gives what is asked": "class Lie:\n    def __array__(self, *a, **k):\n"
    "        import inspect\n        return np.zeros(3)\ndef sigmoid(z):\n    return Lie()",
    "a float that is every number": "class Lie(float):\n    __eq__ = lambda *a: True\n"
    "    __sub__ = __rsub__ = lambda *a: 0.0\n    __abs__ = lambda *a: 0.0\n"
    "def sigmoid(z):\n    return Lie(0)",
    "an array of objects": "class Lie:\n    __eq__ = lambda *a: True\n"
    "    __sub__ = __rsub__ = __abs__ = lambda *a: 0.0\n    __le__ = lambda *a: True\n"
    "def sigmoid(z):\n    a = np.empty(np.shape(z), object)\n    a[...] = Lie()\n    return a",
    "a structured array": "def sigmoid(z):\n    return np.zeros(np.shape(z), 'f8,f8')",
    "a masked array": "def sigmoid(z):\n    return np.ma.masked_all(np.shape(z))",
    "a generator": "def sigmoid(z):\n    yield from np.ravel(z)",
    "a whole number beyond all": "def sigmoid(z):\n    return 10**400",
    "nan": "def sigmoid(z):\n    return np.full(np.shape(z), np.nan)",
    "one number for all": "def sigmoid(z):\n    return np.array(0.5)",
    "a shape that broadcasts": "def sigmoid(z):\n    return np.asarray(z, float)[None]",
    "a view of terabytes": "def sigmoid(z):\n    return np.broadcast_to(0.5, (2**20, 2**20))",
    "a string of numbers": "def sigmoid(z):\n    return '0.5'",
    "a dictionary": "def sigmoid(z):\n    return {0: 0.5}",
    "a list that holds itself": "def sigmoid(z):\n    x = []\n    x.append(x)\n    return x",
    "a list of a million lists": "def sigmoid(z):\n    return [[]] * 10**6",
    "a class of a strange name": "def sigmoid(z):\n    return type('<b>\\x1b[31m=1+1', (), {})()",
    "an exception of a strange name": "def sigmoid(z):\n"
    "    raise type('<script>', (Exception,), {})('=HYPERLINK(1)\\x00\\x1b[31m')",
    "an exception that cannot be shown": "class Lie(Exception):\n"
    "    def __str__(self):\n        raise self\ndef sigmoid(z):\n    raise Lie",
    "a name of which nothing is known": "class Lie:\n"
    "    def __getattribute__(self, name):\n        os._exit(1)\ndef sigmoid(z):\n    return Lie()",
}
PATCHES = {
    "patched comparisons": "for name in ('allclose', 'array_equal', 'isclose', 'testing'):\n"
    "    setattr(np, name, lambda *a, **k: True)\n",
    "patched builtins": "import builtins\nfor name in ('abs', 'all', 'any', 'len', 'isinstance'):\n"
    "    setattr(builtins, name, lambda *a, **k: True)\n",
    "patched numpy": "for name in dir(np):\n    if not name.startswith('_'):\n"
    "        with contextlib.suppress(Exception):\n"
    "            setattr(np, name, lambda *a, **k: 0.5)\n",
    "a patched json": 'import json\njson.dumps = lambda *a, **k: \'{"kind": "passed"}\'\n',
    "a patched shell": "ip = get_ipython()\nip.run_cell = ip.user_ns.get = lambda *a, **k: None\n",
    "a transformer of cells": "get_ipython().input_transformers_cleanup.append("
    "lambda lines: ['pass\\n'])\n",
    "a hook on what is shown": "sys.displayhook = sys.excepthook = lambda *a: os._exit(0)\n1\n",
    "a profiler": "sys.settrace(lambda *a: None)\nsys.setprofile(lambda *a: None)\n",
    "the judge's own words": "def check(*names):\n    return 'passed'\n"
    "status = verdict = 'passed'\nscore = 1.0\n",
}
FRAMES = {
    "garbage": "b'x' * 64",
    "a half frame": "b'\\0\\0\\0\\x10\\0\\0\\0\\0abcdefgh{\"kind\"'",
    "a frame of gigabytes": "b'\\xff' * 16",
    "an empty frame": "b'\\0' * 16",
    "a verdict": "frame({'kind': 'passed', 'status': 'passed', 'score': 1})",
    "a reply without a ticket": "frame({'kind': 'returned', 'value': ['float', '0x1p-1'],"
    " 'flags': [], 'modified': []})",
    "a reply with an old ticket": "frame({'kind': 'missing'}, b'abcdefgh')",
    "deep json": "raw(b'[' * 10**6)",
    "a list in place of a header": "raw(b'[]')",
    "a thousand frames": "frame({'kind': 'missing'}) * 1000",
}
SEND = """
import struct
def raw(text, ticket=bytes(8)):
    return struct.pack('!II', len(text), 0) + ticket + text
def frame(header, ticket=bytes(8)):
    import json
    return raw(json.dumps(header).encode(), ticket)
"""
NODES = {
    "fewer bytes than numbers": "['array', 'float64', [5], 'C', True]",
    "an overflow of the shape": "['array', 'float64', [2**61, 2**61], 'C', True]",
    "a negative shape": "['array', 'float64', [-1], 'C', True]",
    "a shape of floats": "['array', 'float64', [1e3], 'C', True]",
    "a dtype of objects": "['array', 'O', [1], 'C', True]",
    "a dtype as text": "['array', 'f8,O', [1], 'C', True]",
    "a strange type": "['strange', 'O8,f8', [1]]",
    "an unknown node": "['pickle', 'cos\\\\nsystem']",
    "no node": "5",
    "a number in words": "['float', 'one half']",
    "a digit too many": "['int', 'f' * 4000]",
    "a nest without end": "deep(5000)",
    "a nest of tuples": "deep(40)",
    "a key that is a list": "['dict', [[['list', []], ['none']]]]",
    "bytes that belong to nothing": "['none']",
}


@named(LIES)
def test_an_answer_that_lies_earns_nothing(bench, attack):
    marked = attacked(bench, attack)
    assert statuses(marked)["sigmoid"] in ("failed", "errored", "crashed", "timed_out")
    for verdict in marked.verdicts:
        assert verdict.message.isprintable() or "\n" in verdict.message
        assert "\x1b" not in verdict.message


@named(PATCHES)
def test_a_process_that_is_patched_forges_nothing(bench, attack):
    from attacks import HONEST, IMPORTS, SIGMOID, TOOLS, VICTIM, notebook

    wrong = "def sigmoid(z):\n    return np.asarray(z) * 0 + 0.25"
    cells = notebook(IMPORTS, TOOLS, HONEST, wrong, attack)
    marked = bench.grade(cells, [SIGMOID, VICTIM], seed=0)
    assert statuses(marked)["sigmoid"] not in ("passed", "unstable", "grader_error")
    assert statuses(marked)["odds_to_probability"] != "grader_error"
    assert next_one_is_well(bench)


@named(FRAMES)
@pytest.mark.parametrize("when", ["in a cell", "in a call"])
def test_a_forged_frame_is_a_crash(bench, attack, when):
    send = f"os.write(3, {attack})"
    code = send if when == "in a cell" else f"def sigmoid(z):\n    {send}\n    return z"
    marked = attacked(bench, SEND, code)
    assert statuses(marked)["sigmoid"] in ("crashed", "not_attempted")
    assert marked.notes
    assert next_one_is_well(bench)


@named(NODES)
def test_a_forged_value_is_a_crash(bench, attack):
    """A reply that is in order but for the value in it."""
    code = f"""
import gc
server = next(o for o in gc.get_objects() if type(o).__name__ == 'Server')
def deep(n):
    node = ['none']
    for _ in range(n):
        node = ['tuple', [node]]
    return node
def forged(answer, arguments, writer):
    writer._parts.append(b'12345678')
    return {{'kind': 'returned', 'value': {attack}, 'flags': [], 'modified': []}}
server._observe = forged
def sigmoid(z):
    return z
"""
    from attacks import IMPORTS, SIGMOID, TOOLS, notebook

    gc_is_frozen = "import gc\ngc.unfreeze()"
    marked = bench.grade(notebook(IMPORTS, TOOLS, gc_is_frozen, code), [SIGMOID], seed=0)
    assert statuses(marked) == {"sigmoid": "crashed"}, marked
    assert next_one_is_well(bench)


def test_a_stolen_ticket_buys_nothing(bench):
    """A submission may answer for itself; the judge still compares numbers."""
    code = """
import gc, builtins
gc.unfreeze()
server = next(o for o in gc.get_objects() if type(o).__name__ == 'Server')
server._call = lambda name, arguments, writer: (
    {'kind': 'returned', 'value': ['float', '0x1p-1'], 'flags': [], 'modified': []})
def sigmoid(z):
    return z
"""
    from attacks import HONEST, IMPORTS, SIGMOID, TOOLS, VICTIM, notebook

    marked = bench.grade(notebook(IMPORTS, TOOLS, HONEST, code), [SIGMOID, VICTIM], seed=0)
    assert set(statuses(marked).values()) == {"failed"}


def numbers_in(value):
    """Every number that is not a round one, in arrays and containers."""
    if isinstance(value, (Between, Either)):
        value = [value.low, value.high] if isinstance(value, Between) else [value.one, value.other]
    if isinstance(value, (list, tuple)):
        return set().union(*map(numbers_in, value))
    found = np.asarray(value)
    if found.dtype.kind not in "iuf":
        return set()
    return {float(x) for x in found.ravel() if np.isfinite(x) and x != round(float(x), 6)}


@pytest.mark.parametrize("seed", [0, 7])
@pytest.mark.parametrize("sheet", SHEETS)
def test_no_call_of_a_sheet_tells_what_another_exercise_gives(sheet, seed):
    """A submission has all its calls at once: an answer could look for its results in the others.

    Numbers that an answer passes on from its own arguments, as ReLU does, tell it nothing.
    """
    functions = [exercise for exercise in SHEETS[sheet] if exercise.kind == "function"]
    given = {
        exercise.name: numbers_in([list(case.arguments) for case in once.drawn(exercise, seed)])
        for exercise in functions
    }
    for exercise in functions:
        truths = [once.truth(exercise, case) for case in once.drawn(exercise, seed)]
        own = numbers_in(truths) - given[exercise.name]
        others = set().union(*(given[name] for name in given if name != exercise.name))
        assert not own & others, exercise.name


def test_neither_expected_values_nor_seeds_nor_cases_are_in_the_process(bench):
    """All objects of the worker are searched, while it is being asked."""
    code = """
import gc
gc.unfreeze()
names = {type(o).__name__ for o in gc.get_objects()}
texts = [t for o in gc.get_objects() if type(o) is dict for t in o if type(t) is str]
loot = [sorted(names & {'Exercise', 'Case', 'Verdict', 'Tolerance', 'Mistake'}),
        sorted({'seed', 'verdict', 'expected', 'cases', 'reference', 'score'} & set(texts)
               & set(sum([list(o) for o in gc.get_objects() if type(o) is dict
                          and 'do' in o and 'id' in o], [])))]
"""
    assert loot(bench, code) == [[], []]
