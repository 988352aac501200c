"""What hostile submissions do: none forges a point, hurts another, outlives the run."""

from __future__ import annotations

import pytest
from attacks import SHORT, attacked, next_one_is_well, statuses

from course_utils.catalog import SHEETS

LOOPS = {
    "a loop in a cell": "sigmoid = 3\nwhile True:\n    pass",
    "a sleep in a cell": "import time\ntime.sleep(1e6)",
    "a loop in a function": "def sigmoid(z):\n    while True:\n        pass",
    "a sleep in a function": "import time\ndef sigmoid(z):\n    time.sleep(1e6)",
    "a loop that swallows interrupts": """
def sigmoid(z):
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass
""",
    "a cell that ignores interrupts": """
signal.signal(signal.SIGINT, signal.SIG_IGN)
while True:
    pass
""",
    "a loop in the C library": "10**10**8 % 7\nsum(range(10**12))",
    "a lock that is never released": "import threading\nthreading.Lock().acquire()\n"
    "lock = threading.Lock()\nlock.acquire()\nlock.acquire()",
    "await for ever": "import asyncio\nawait asyncio.sleep(1e6)",
    "a wait for input": "def sigmoid(z):\n    return input()",
    "a loop when the shape is asked": """
class Slow(np.ndarray):
    @property
    def shape(self):
        while True:
            pass
def sigmoid(z):
    return np.asarray(z, float).view(Slow)
""",
}
ENDS = {
    "os._exit in a cell": "os._exit(0)",
    "os._exit in a function": "def sigmoid(z):\n    os._exit(0)",
    "sys.exit in a cell": "sys.exit(0)",
    "sys.exit in a function": "def sigmoid(z):\n    sys.exit(0)",
    "exit as a word": "exit",
    "a segmentation fault in a cell": "ctypes.string_at(0)",
    "a segmentation fault in a function": "def sigmoid(z):\n    ctypes.string_at(0)",
    "abort": "def sigmoid(z):\n    os.abort()",
    "deep recursion": "sys.setrecursionlimit(10**9)\ndef sigmoid(z):\n    return sigmoid(z)",
    "deep recursion in the parser": "sigmoid = eval('(' * 10**6 + ')' * 10**6)",
    "deep recursion in a repr": "x = []\nfor _ in range(10**6):\n    x = [x]\nrepr(x)\nsigmoid = x",
    "its channel closed": "def sigmoid(z):\n    os.closerange(0, 64)",
    "a foreign kind of system call": "def sigmoid(z):\n    libc.syscall(0x40000000 + 39)",
}
BOMBS = {
    "arrays": "x = [np.ones(10**7) for _ in range(1000)]",
    "one array of many terabytes": "np.ones(2**45)",
    "bytes in a function": "def sigmoid(z):\n    return bytearray(2**40)",
    "a list that grows": "x = []\nwhile True:\n    x.append(' ' * 10**6)",
    "mmap": "x = [mmap.mmap(-1, 2**28) for _ in range(100)]\n"
    "for m in x:\n    m.write(b'x' * 2**28)",
    "memfd": "f = os.memfd_create('x')\nos.ftruncate(f, 2**40)\nos.write(f, b'x' * 2**20)",
    "shared memory": "from multiprocessing.shared_memory import SharedMemory\n"
    "x = SharedMemory(create=True, size=2**30)",
    "one large file": "with open('x', 'wb') as f:\n    for _ in range(1000):\n"
    "        f.write(b'x' * 2**20)",
    "many files": "for k in range(10**6):\n    open(f'x{k}', 'w').close()",
    "many full files": "for k in range(1000):\n    open(f'x{k}', 'wb').write(b'x' * 2**20)",
    "many folders": "for k in range(10**6):\n    os.mkdir('x')\n    os.chdir('x')",
    "many descriptors": "x = [os.open('/dev/null', 0) for _ in range(10**5)]",
    "threads": "for _ in range(10**4):\n"
    "    threading.Thread(target=threading.Event().wait).start()",
    "threads that calculate": "def work():\n    while True:\n        pass\n"
    "for _ in range(20):\n    threading.Thread(target=work).start()",
    "a flood of output": "while True:\n    print('x' * 10**4)",
    "a line of 200 MB": "print('x' * (200 * 2**20))",
    "a flood past Python": "while True:\n    os.write(1, b'x' * 65536)",
    "a flood of warnings": "import warnings\nwhile True:\n    warnings.warn('x' * 10**4)",
    "a message of 100 MB": "raise ValueError('x' * 10**8)",
    "a fork bomb": "while True:\n    os.fork()",
    "a daemon": "if os.fork() == 0:\n    os.setsid()\n    while True:\n        pass",
    "a subprocess": "subprocess.Popen(['/bin/sleep', '1000'])",
    "a process by another way": "import multiprocessing\n"
    "multiprocessing.Process(target=sum, args=([],)).start()",
}
KILLS = {
    "its parent": "os.kill(os.getppid(), 9)",
    "its group": "os.killpg(0, 9)",
    "everyone": "os.kill(-1, 9)",
    "everyone, one by one": "for pid in range(1, 40000):\n"
    "    with contextlib.suppress(OSError):\n        os.kill(pid, 9)",
    "the judge, by the owner of a descriptor": "import fcntl\nr, w = os.pipe()\n"
    "fcntl.fcntl(r, fcntl.F_SETOWN, os.getppid())",
    "a neighbour by its priority": "os.setpriority(os.PRIO_USER, 0, 19)",
    "a neighbour by its limits": "resource.prlimit(os.getppid(), resource.RLIMIT_CPU, (1, 1))",
}


def named(cases):
    return pytest.mark.parametrize("attack", cases.values(), ids=cases)


class TestEnds:
    """One attack ends within the time of its cell or call, and one second."""

    @named(LOOPS)
    def test_a_submission_that_does_not_end(self, bench, attack):
        marked = attacked(bench, attack)
        assert statuses(marked)["sigmoid"] != "passed"
        assert marked.seconds < SHORT.cell + 1
        assert next_one_is_well(bench)

    @named(ENDS)
    def test_a_submission_that_ends_itself(self, bench, attack):
        marked = attacked(bench, attack)
        assert statuses(marked)["sigmoid"] != "passed"
        assert marked.seconds < SHORT.cell + 1
        assert next_one_is_well(bench)

    @named(BOMBS)
    def test_a_submission_that_takes_everything(self, bench, attack):
        marked = attacked(bench, attack)
        assert statuses(marked)["sigmoid"] != "passed"
        assert marked.seconds < SHORT.cell + 1
        assert next_one_is_well(bench)

    @named(KILLS)
    def test_a_submission_that_kills(self, bench, attack):
        attacked(bench, f"attempt = tried(lambda: exec({attack!r}, globals()))")
        assert next_one_is_well(bench)

    def test_cells_that_kill_the_process_exhaust_its_restarts(self, bench):
        cells = [f"if {k} + 1:\n    os._exit({k})" for k in range(SHORT.restarts + 2)]
        marked = bench.grade(*_sheet(*cells), seed=0)
        assert set(statuses(marked).values()) == {"crashed"}
        assert "again too often" in marked.verdicts[0].message

    def test_answers_that_kill_the_process_cost_themselves_alone(self, bench):
        """Each ends it twice, together and alone, so that the message names the call."""
        from attacks import HONEST, IMPORTS, RIGHT, SIGMOID, TOOLS, VICTIM, notebook

        others = [e for e in SHEETS[SIGMOID.sheet] if e not in (SIGMOID, VICTIM)][:6]
        deadly = [f"def {each.name}(*given):\n    os._exit(3)" for each in others]
        data = notebook(IMPORTS, TOOLS, *deadly, HONEST, RIGHT)
        marked = bench.grade(data, [*others, SIGMOID, VICTIM], seed=0)
        assert list(statuses(marked).values()) == ["crashed"] * 6 + ["passed"] * 2

    def test_many_cells_that_loop_exhaust_the_time_of_the_sheet(self, bench):
        marked = bench.grade(*_sheet(*["while True:\n    pass"] * 20), seed=0)
        assert set(statuses(marked).values()) == {"timed_out"}
        assert marked.seconds < SHORT.sheet + 1


def _sheet(*cells):
    from attacks import HONEST, IMPORTS, RIGHT, SIGMOID, TOOLS, VICTIM, notebook

    return notebook(IMPORTS, TOOLS, *cells, HONEST, RIGHT), [SIGMOID, VICTIM]
