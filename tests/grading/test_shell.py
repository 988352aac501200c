"""A cell of plain Python takes a short way through the shell, and comes out where others do."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from course_utils.grading import starting

SEQUENCES = {
    "a value": ["3 + 4", "a = _ + 1", "_, a, Out, In, len(_ih)"],
    "several values": ["1", "2", "3", "found = _, __, ___, _1, _2, _oh"],
    "a value that is none": ["None", "found = '_' in dir(), Out"],
    "a semicolon": ["5;", "found = _"],
    "an assignment of underscore": ["_ = 9", "4", "found = _"],
    "nothing": ["", "   ", "\n\n", "# only a comment", "a = 1", "found = len(In)"],
    "a docstring alone": ["'''words'''", "found = _"],
    "functions and classes": ["def f(x):\n    return x\nclass C:\n    y = f(2)\nC.y"],
    "decorators and defaults": [
        "import functools\n@functools.cache\ndef f(x=[]):\n    return x\nf()"
    ],
    "a recursion": ["def f(n):\n    return n and n * f(n - 1) or 1", "f(5)"],
    "comprehensions see names": ["k = 3", "[k * i for i in range(3)]", "{i: k for i in _}"],
    "a walrus": ["(n := 10)", "n + _"],
    "global and nonlocal": ["x = 1\ndef f():\n    global x\n    x += 1\nf()\nx"],
    "annotations of the future": [
        "from __future__ import annotations",
        "def f(x: not_defined): ...\nf.__annotations__",
    ],
    "an annotation alone": ["x: int", "x: int = 3\n__annotations__"],
    "an error in the middle": ["a = 1\nb = 1 / 0\nc = 2", "found = 'c' in dir(), a"],
    "an error of the learner's own": ["class E(Exception): pass\nraise E('words')", "found = 1"],
    "an error in a function": ["def f():\n    return undefined\nf()", "x = 2"],
    "an exit": ["import sys\nsys.exit(3)", "raise SystemExit", "exit()", "found = 1"],
    "an interrupt": ["raise KeyboardInterrupt", "found = 1"],
    "a syntax error": ["a = = 1", "def f(z) return z", "found = 1"],
    "an indentation error": ["if True:\nx = 1", "found = 1"],
    "a return outside": ["a = 1\nreturn 5", "found = 'a' in dir()"],
    "a break outside": ["b = 1\nbreak", "found = 'b' in dir()"],
    "a null byte": ["x = '\0'", "found = 1"],
    "a magic": ["%matplotlib inline", "%time x = 3", "x"],
    "a cell magic": ["%%time\ny = 4", "%%capture out\nprint(5)", "y, out.stdout"],
    "a magic assigned": ["w = %pwd", "type(w)"],
    "a shell command": ["!ls", "files = !ls", "found = 1"],
    "help": ["len?", "?len", "found = 1"],
    "a prompt copied": ["In [1]: x = 5", "found = 'x' in dir()"],
    "a python prompt copied": [">>> x = 5\n>>> y = 6", "x, y"],
    "indented as a whole": ["    x = 5\n    y = 6", "x, y"],
    "a percent sign in a string": ["s = '''\n%matplotlib inline\n!ls\n'''", "s"],
    "a percent sign that continues": ["a = 7\nb = (a\n% 4)\nb"],
    "await": [
        "import asyncio\nawait asyncio.sleep(0)",
        "async def f():\n    return 3",
        "await f()",
    ],
    "await in a comprehension": ["async def f(n):\n    return n", "[await f(k) for k in range(3)]"],
    "get_ipython and display": ["get_ipython() is not None", "display(3)", "found = 1"],
    "the main module": [
        "__name__",
        "import sys\nsys.modules['__main__'].x = 5",
        "found = 'x' in dir()",
    ],
    "inspection": ["def f(z):\n    return z  # words\nimport inspect\ninspect.getsource(f)"],
    "a traceback's line": ["import linecache\ndef f():\n    return 1 / 0\nf()"],
    "warnings": ["import warnings\nwarnings.warn('a')", "warnings.warn('a')", "found = 1"],
    "printing": ["print(1)\nimport sys\nsys.stderr.write('2')", "found = 1"],
    "names of builtins": ["sum = 3\nsum", "list = [1]\nlist"],
    "deleted names": ["a = 1\ndel a", "found = 'a' in dir()"],
    "a hook on the display": [
        "import sys\nkept = []\nsys.displayhook = kept.append\n4",
        "5",
        "kept",
    ],
    "a transformer of trees": [
        "import ast\nclass Doubles(ast.NodeTransformer):\n    def visit_Constant(self, node):\n"
        "        return ast.Constant(node.value * 2)\n"
        "get_ipython().ast_transformers.append(Doubles())",
        "found = 21",
    ],
    "a transformer of lines": [
        "get_ipython().input_transformers_cleanup.append(lambda lines: ['found = 5\\n'])",
        "found = 4",
    ],
    "an event": [
        "seen = []\nget_ipython().events.register('pre_run_cell', lambda info: seen.append(1))",
        "found = 1",
        "found = len(seen)",
    ],
    "pickling": ["import pickle\nclass C: pass\ntype(pickle.loads(pickle.dumps(C()))) is C"],
    "dataclasses": ["from dataclasses import dataclass\n@dataclass\nclass P:\n    x: int = 3\nP()"],
}
PROGRAM = """
import json, pathlib, re, tempfile
from inside import shell as shells
from inside.stand_in import install
install()
if SLOW:
    shells.Shell.run_plain = lambda self, source: False
shell = shells.warm_shell(pathlib.Path(tempfile.mkdtemp()))
ours = set(shell.user_ns)
taken = shells.Shell.run_plain
ways = []
shells.Shell.run_plain = lambda self, source: ways.append(taken(self, source)) or ways[-1]
callbacks = {event: list(listed) for event, listed in shell.events.callbacks.items()}
lines = list(shell.input_transformers_cleanup)
address = re.compile(" at 0x[0-9a-f]+")
told = {}
for name, cells in SEQUENCES.items():
    before = len(ways)
    ended = [shells.run_cell(shell, cell) for cell in cells]
    bound = {k: v for k, v in shell.user_ns.items() if k not in ours or k in ("_", "__")}
    names = {k: address.sub("", repr(v)) for k, v in bound.items()}
    told[name] = [ended, names, shell.execution_count, ways[before:]]
    shell.reset(new_session=True)
    shell.ast_transformers.clear()
    shell.input_transformers_cleanup[:] = lines
    for event, listed in callbacks.items():
        shell.events.callbacks[event][:] = listed
with open(RESULT, "w") as file:
    json.dump(told, file)
"""


def told(slow: bool, place) -> dict[str, list]:
    """What every sequence came to, in a process of its own."""
    boot = starting.command("alone")[-1].split("from inside.alone")[0]
    result = place / f"{slow}.json"
    given = f"SLOW, SEQUENCES, RESULT = {slow}, {SEQUENCES!r}, {str(result)!r}\n"
    program = f"{boot}\n{given}{PROGRAM}"
    subprocess.run([sys.executable, "-s", "-c", program], check=True, timeout=120)
    return json.loads(result.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    place = tmp_path_factory.mktemp("shells")
    return told(False, place), told(True, place)


@pytest.mark.parametrize("name", SEQUENCES)
def test_both_ways_come_out_the_same(both, name):
    short, long = (each[name] for each in both)
    assert short[:3] == long[:3]


def test_most_cells_take_the_short_way_and_none_is_run_twice(both):
    short = [way for *_, ways in both[0].values() for way in ways]
    assert sum(short) > 0.6 * len(short)
    assert not any(way for *_, ways in both[1].values() for way in ways)
