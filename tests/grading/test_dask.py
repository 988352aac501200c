"""Many machines: the same function on Dask's workers; one that dies costs nothing."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from filled_sheets import ROOT, as_bytes, filled
from sample_class import SOFTMAX, answers

from course_utils.checking.verdict import Status
from course_utils.errors import CourseError
from course_utils.grading import work
from course_utils.grading.bench import Limits
from course_utils.grading.engines import Dask, Threads
from course_utils.grading.version import course_version
from course_utils.grading.work import Task, grade_there

HOW_MANY = 24
SECONDS_TO_START = 60.0


def start(*command: str, folder: Path) -> subprocess.Popen:
    """One of Dask's own programs, on the loopback address."""
    return subprocess.Popen(
        [sys.executable, "-m", *command],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


@pytest.fixture
def cluster(tmp_path):
    """A scheduler and two workers, each a process of its own; gives its address and the workers."""
    found = tmp_path / "scheduler.json"
    scheduler = start(
        *("distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0"),
        *("--no-dashboard", "--scheduler-file", str(found)),
        folder=tmp_path,
    )
    deadline = time.monotonic() + SECONDS_TO_START
    while not found.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    workers = [
        start(
            *("distributed.cli.dask_worker", "--scheduler-file", str(found), "--nthreads", "1"),
            *("--host", "127.0.0.1", "--no-dashboard", "--no-nanny", "--name", name),
            *("--local-directory", str(tmp_path)),
            folder=tmp_path,
        )
        for name in ("one", "two")
    ]
    import json

    yield json.loads(found.read_text(encoding="utf-8"))["address"], workers
    for process in (*workers, scheduler):
        process.kill()
        process.wait()


def tasks() -> list[Task]:
    data = as_bytes(filled(SOFTMAX, answers(SOFTMAX)))
    return [Task(number, SOFTMAX, data + b" " * number, 0) for number in range(HOW_MANY)]


class TestTwoWorkers:
    def test_of_which_one_is_killed_give_every_result_once(self, cluster):
        address, workers = cluster
        engine = Dask(address)
        try:
            engine._client.wait_for_workers(2, timeout=SECONDS_TO_START)
            seen: Counter[int] = Counter()
            for task, marked in engine.run(tasks(), Limits()):
                seen[task.number] += 1
                assert {verdict.status for verdict in marked.verdicts} == {Status.PASSED}
                if len(seen) == HOW_MANY // 4:
                    workers[0].kill()
            assert seen == Counter(range(HOW_MANY))
        finally:
            engine.close()


class TestVerdicts:
    def test_are_those_of_the_threads(self, cluster):
        address, _ = cluster
        listed = tasks()[:3]
        found = []
        for engine in (Dask(address), Threads(1)):
            try:
                if isinstance(engine, Dask):
                    engine._client.wait_for_workers(1, timeout=SECONDS_TO_START)
                done = {task.number: marked for task, marked in engine.run(listed, Limits())}
                found.append({number: marked.verdicts for number, marked in done.items()})
            finally:
                engine.close()
        assert found[0] == found[1]


class TestAWorker:
    def test_without_protection_refuses_its_tasks(self, monkeypatch):
        monkeypatch.setattr(work, "missing", lambda kind: "it needs Linux")
        work._benches_there.cache_clear()
        with pytest.raises(CourseError, match="cannot be kept apart"):
            grade_there(tasks()[0], Limits(), False, course_version())

    def test_with_another_version_refuses_its_tasks(self):
        with pytest.raises(CourseError, match="install the same one"):
            grade_there(tasks()[0], Limits(), False, "0.0.1+other")


class TestASchedulerThatIsNotThere:
    def test_is_one_clear_line(self, monkeypatch):
        from course_utils.grading import engines

        monkeypatch.setattr(engines, "SECONDS_TO_CONNECT", 1)
        with pytest.raises(CourseError, match="no scheduler answers at tcp:"):
            Dask("tcp://127.0.0.1:9")
