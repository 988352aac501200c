"""The bench: one notebook after the other, whatever happens."""

from __future__ import annotations

import os
import signal
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest
from attacks import HONEST, IMPORTS, RIGHT, SHORT, SIGMOID, VICTIM, loot, notebook, statuses

from course_utils.catalog import EXERCISES
from course_utils.grading import replies
from course_utils.grading.bench import Bench, Limits
from course_utils.grading.protection import Protection, best
from course_utils.grading.workers import Worker
from course_utils.grading.zygotes import SandboxError, Unprotected

SHEET = notebook(IMPORTS, HONEST, RIGHT)
BOTH = [SIGMOID, VICTIM]


@pytest.fixture(scope="module")
def bench():
    with Bench(best(), SHORT) as bench:
        yield bench


@pytest.fixture(scope="module")
def plain():
    with Bench(Protection.NONE, SHORT) as bench:
        yield bench


class TestWithoutProtection:
    """Trusted files on any platform: a plain process for each."""

    def test_a_right_sheet_passes(self, plain):
        marked = plain.grade(SHEET, BOTH, seed=0)
        assert set(statuses(marked).values()) == {"passed"}, marked
        assert marked.protection == "none"

    @pytest.mark.parametrize(
        ("cell", "status"),
        [
            ("def sigmoid(z):\n    while True:\n        pass", "timed_out"),
            ("import os\ndef sigmoid(z):\n    os._exit(3)", "crashed"),
            ("while True:\n    pass\nsigmoid = 3", "timed_out"),
            ("import os\nos._exit(3)\nsigmoid = 3", "crashed"),
            ("import os\nos.write(1, b'x' * 999)\nsigmoid = 3", "errored"),
        ],
    )
    def test_a_cell_costs_what_it_defines(self, plain, cell, status):
        found = statuses(plain.grade(notebook(IMPORTS, HONEST, cell), BOTH, seed=0))
        assert found == {"sigmoid": status, "odds_to_probability": "passed"}


class TestAVerdict:
    def test_names_the_cell_that_did_not_finish(self, bench):
        marked = bench.grade(notebook(IMPORTS, "1 / 0\nsigmoid = 3"), [SIGMOID], seed=0)
        assert marked.verdicts[0].message == (
            "sigmoid could not be marked: code cell 2, which defines it, stopped with "
            "ZeroDivisionError: division by zero."
        )
        assert marked.notes == ("Code cell 2 stopped with ZeroDivisionError: division by zero.",)

    def test_shows_the_learners_own_line(self, bench):
        cell = "def sigmoid(z):\n    y = 1\n    return y / 0"
        marked = bench.grade(notebook(IMPORTS, cell), [SIGMOID], seed=0)
        assert "(line 3: return y / 0)" in marked.verdicts[0].message

    def test_of_a_wrong_function_comes_with_its_curve(self, bench):
        cell = "def sigmoid(z):\n    return 1 / (1 + np.exp(np.asarray(z, float)))"
        marked = bench.grade(notebook(IMPORTS, cell), [SIGMOID], seed=0)
        z, yours, expected = marked.curves["sigmoid"]
        assert yours[0] == pytest.approx(expected[-1])
        assert z[0] == SIGMOID.curve[0]

    def test_is_the_same_again(self, bench):
        cell = "def sigmoid(z):\n    return np.random.normal(size=np.shape(z))"
        data = notebook(IMPORTS, cell)
        assert bench.grade(data, [SIGMOID], seed=5) == bench.grade(data, [SIGMOID], seed=5)

    def test_tells_an_answer_that_calls_the_course(self, bench):
        cell = "from course_utils import activations\ndef sigmoid(z):\n"
        cell += "    return activations.sigmoid(z)"
        marked = bench.grade(notebook(IMPORTS, cell), [SIGMOID], seed=0)
        assert "write the answer with NumPy" in marked.verdicts[0].message
        assert marked.verdicts[0].status.value == "errored"

    def test_sees_a_changed_argument_and_an_overflow(self, bench):
        changes = "def sigmoid(z):\n    z *= 1.0\n    z += 1\n    return z"
        marked = bench.grade(notebook(IMPORTS, changes), [SIGMOID], seed=0)
        assert statuses(marked)["sigmoid"] == "failed"
        naive = "def sigmoid(z):\n    return 1 / (1 + np.exp(-np.asarray(z, float)))"
        marked = bench.grade(notebook(IMPORTS, naive), [SIGMOID], seed=0)
        assert statuses(marked)["sigmoid"] == "unstable"
        assert "overflow" in marked.verdicts[0].message


def processes(bench):
    """Of the bench's zygotes."""
    return [zygote._process for zygote in bench._sandbox._zygotes.values()]


def killed(bench):
    """Everything in the bench's sandbox, at once."""
    for process in processes(bench):
        inner = psutil.Process(process.pid).children(recursive=True)
        for each in (process, *inner):
            each.send_signal(signal.SIGKILL)
        process.wait()


class TestTheShortWay:
    """What nearly every submission takes; the long one is taken where something goes wrong."""

    def test_crosses_the_line_once_and_back(self, bench, monkeypatch):
        asked = []
        all_at_once = Worker.ask_all

        def counted(worker, requests, seconds):
            asked.append(len(requests))
            return all_at_once(worker, requests, seconds)

        monkeypatch.setattr(Worker, "ask_all", counted)
        monkeypatch.setattr(Worker, "ask", None)
        assert set(statuses(bench.grade(SHEET, BOTH, seed=0)).values()) == {"passed"}
        assert asked == [5]  # three cells and two answers

    def test_judges_answers_that_do_the_same_once(self, bench, monkeypatch):
        first = bench.grade(SHEET, BOTH, seed=3)
        monkeypatch.setattr(replies, "verdict_on", None)
        other = notebook(IMPORTS, HONEST + "# otherwise written", RIGHT)
        assert bench.grade(other, BOTH, seed=3).verdicts == first.verdicts
        wrong = "def sigmoid(z):\n    return np.asarray(z) * 3.25"
        marked = bench.grade(notebook(IMPORTS, wrong), [SIGMOID], seed=3)
        assert statuses(marked) == {"sigmoid": "failed"}  # judged the long way, which still works

    @pytest.mark.parametrize(
        "slow", ["import time\ntime.sleep(0.3)", "x = 'x' * 70_000" + "#" * 70_000]
    )
    def test_is_left_where_it_is_too_slow_or_too_much(self, bench, slow):
        marked = bench.grade(notebook(IMPORTS, slow, HONEST, RIGHT), BOTH, seed=0)
        assert set(statuses(marked).values()) == {"passed"}
        assert marked.notes == ()

    def test_is_left_where_the_replies_are_large_together(self, bench, monkeypatch):
        """Each would fit into a frame; the judge is not made to hold all of them at once."""
        came = []
        all_at_once = Worker.ask_all

        def counted(worker, requests, seconds):
            came.append(all_at_once(worker, requests, 60))
            return came[-1]

        monkeypatch.setattr(Worker, "ask_all", counted)
        large = ("logit", "sigmoid_derivative", "tanh_derivative", "predict_label")
        cells = [f"def {name}(*z):\n    return np.zeros(24_000)" for name in large]
        exercises = [*BOTH, *(EXERCISES[name] for name in large)]
        marked = bench.grade(notebook(IMPORTS, *cells, HONEST, RIGHT), exercises, seed=0)
        assert list(statuses(marked).values()) == ["passed"] * 2 + ["failed"] * 4
        assert came[0] is None
        assert all(len(replies) == 1 for replies in came[1:])


class TestAFaultOfOurs:
    def test_a_sandbox_that_was_killed_is_started_again(self, bench):
        killed(bench)
        assert set(statuses(bench.grade(SHEET, BOTH, seed=0)).values()) == {"passed"}

    @pytest.mark.parametrize(("together", "status"), [(30.0, "passed"), (0.0, "grader_error")])
    def test_a_sandbox_that_is_killed_meanwhile_costs_nobody_a_point(self, together, status):
        """Calls that were done together are done again; one that was done alone is not judged."""
        waits = "import time\ndef slow(z):\n    time.sleep(0.1)\n    return quick(z)\n"
        sheet = notebook(IMPORTS, RIGHT, waits + "quick, sigmoid = sigmoid, slow", HONEST)
        with Bench(best(), Limits(call=30, together=0, calls=together)) as bench:
            end = threading.Timer(1.0, lambda: killed(bench))
            end.start()
            marked = bench.grade(sheet, BOTH, seed=0)
        assert statuses(marked) == {"sigmoid": status, "odds_to_probability": "passed"}

    def test_one_that_cannot_be_started_costs_nobody_a_point(self, monkeypatch):
        def broken(_):
            raise SandboxError("no room")

        with Bench(Protection.NONE, SHORT) as bench:
            monkeypatch.setattr(Unprotected, "worker", broken)
            marked = bench.grade(SHEET, BOTH, seed=0)
        assert set(statuses(marked).values()) == {"grader_error"}
        assert [verdict.score for verdict in marked.verdicts] == [None, None]


def test_nothing_outlives_the_bench():
    draws = notebook(IMPORTS, "import matplotlib.pyplot as plt\nwhile True:\n    pass")
    with Bench(best(), SHORT) as bench:
        bench.grade(notebook(IMPORTS, "while True:\n    pass"), BOTH, seed=0)
        bench.grade(draws, BOTH, seed=0)
        started = processes(bench)
    assert len(started) == 2
    for process in started:
        assert process.poll() is not None
        with pytest.raises(ProcessLookupError):
            os.kill(process.pid, 0)


def test_a_judge_that_is_killed_leaves_no_folder_behind():
    """Under landlock the worker's folder is on the disk; its zygote outlives the judge just so."""
    with Bench(Protection.LANDLOCK, SHORT) as bench:
        (zygote,) = bench._sandbox._zygotes.values()
        assert Path(zygote._own).is_dir()
        zygote._control.close()  # which is what the zygote sees of a kill
        zygote._process.wait(timeout=20)
        assert not Path(zygote._own).exists()


@pytest.mark.parametrize("kind", [Protection.NAMESPACES, Protection.LANDLOCK])
def test_a_file_that_cannot_be_had_is_said_in_the_learners_own_line(kind):
    """Neither the machine's folders nor names drawn at random stand in what a learner reads."""
    line = "with tempfile.NamedTemporaryFile(dir='/usr') as file:"
    cell = f"import tempfile\ndef sigmoid(z):\n    {line}\n        return z"
    with Bench(kind, SHORT) as bench:
        marked = bench.grade(notebook(IMPORTS, cell), [SIGMOID], seed=0)
    said = marked.verdicts[0].message
    assert "out of reach while a sheet is graded" in said
    assert f"(line 3: {line})" in said
    assert "/usr/tmp" not in said


def test_a_closed_bench_starts_nothing_any_more():
    with Bench(best(), SHORT) as bench:
        pass
    assert set(statuses(bench.grade(SHEET, BOTH, seed=0)).values()) == {"grader_error"}
    assert all(process.poll() is not None for process in processes(bench))


def test_many_submissions_at_once_do_not_meet(bench):
    """Each binds a number of its own, which nobody else sees."""
    with ThreadPoolExecutor(8) as threads:
        codes = [f"import time\nmine = {k}\ntime.sleep(0.05)\nloot = mine" for k in range(24)]
        assert list(threads.map(lambda code: loot(bench, code), codes)) == list(range(24))


def test_a_second_try_has_three_times_as_long():
    limits = Limits().scaled(3)
    assert (limits.cell, limits.call, limits.cpu) == (9.0, 3.0, 60)
    assert limits.memory == Limits().memory


def test_a_cell_that_draws_has_longer():
    limits = Limits()
    assert limits.for_cell("plt.plot(x)") == 5.0
    assert limits.for_cell("x = 1") == 3.0


def test_a_check_of_the_learners_own_is_run(bench):
    """Cells that only call the course's check are passed over, but not if the name is theirs."""
    own = "def check(name):\n    globals()[name] = right"
    right = RIGHT.replace("sigmoid", "right")
    marked = bench.grade(notebook(IMPORTS, right, own, 'check("sigmoid")'), [SIGMOID], seed=0)
    assert statuses(marked) == {"sigmoid": "passed"}
