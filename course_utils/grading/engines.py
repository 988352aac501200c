"""Two ways to grade many submissions: threads on this machine, or Dask on many.

Both grade every task with a bench of ``work`` and yield results as they come. Only so many tasks
are under way at a time, so memory does not grow with the class.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, Protocol

from course_utils.errors import CourseError
from course_utils.grading.bench import Limits, Marked
from course_utils.grading.version import course_version
from course_utils.grading.work import Benches, Task, grade_there, not_graded

if TYPE_CHECKING:
    from distributed import Client

AHEAD = 2  # tasks under way for each one that runs
RETRIES = 3
SECONDS_TO_CONNECT = 10


class Engine(Protocol):
    """Runs tasks, and says under what protection; close it at the end."""

    protection: str

    def run(
        self, tasks: Iterable[Task], limits: Limits, alone: bool = False
    ) -> Iterator[tuple[Task, Marked]]:
        """Yield each task with its result, in any order; one at a time where ``alone``."""
        ...

    def close(self) -> None:
        """Let go of everything that was started."""
        ...


@dataclass
class Threads:
    """Worker threads on this machine, each with its own warmed process behind the trust line."""

    jobs: int
    trusted: bool = False

    def __post_init__(self) -> None:
        self._benches = Benches(self.trusted)
        self.protection = self._benches.protection.value
        self._executor = ThreadPoolExecutor(self.jobs)

    def run(
        self, tasks: Iterable[Task], limits: Limits, alone: bool = False
    ) -> Iterator[tuple[Task, Marked]]:
        """See Engine."""

        def submit(task: Task) -> Future[Marked]:
            return self._executor.submit(self._benches.grade, task, limits)

        return _sliding(submit, tasks, 1 if alone else AHEAD * self.jobs)

    def close(self) -> None:
        """End the threads and the processes that they keep, also in the middle of their work."""
        self._executor.shutdown(wait=False, cancel_futures=True)
        self._benches.close()


@dataclass
class Dask:
    """Dask's distributed engine: the same function on every worker of a scheduler."""

    scheduler: str
    trusted: bool = False

    def __post_init__(self) -> None:
        self._client = _client(self.scheduler)
        self.protection = "the workers' own protection"

    def run(
        self, tasks: Iterable[Task], limits: Limits, alone: bool = False
    ) -> Iterator[tuple[Task, Marked]]:
        """See Engine. A task whose worker dies goes to another, three times at most."""
        executor = self._client.get_executor(retries=RETRIES, pure=False)
        workers = sum(self._client.nthreads().values())
        if not workers:
            raise CourseError(f"the scheduler at {self.scheduler} has no workers; start some")

        def submit(task: Task) -> Future[Marked]:
            done: Future[Marked] = executor.submit(
                grade_there, task, limits, self.trusted, course_version()
            )
            return done

        return _sliding(submit, tasks, 1 if alone else AHEAD * workers)

    def close(self) -> None:
        """Leave the scheduler; it and its workers go on."""
        self._client.close()


def engine(name: str, jobs: int = 0, scheduler: str = "", trusted: bool = False) -> Engine:
    """The engine "threads" or "dask"; as many jobs as processors where none are given."""
    if name == "dask":
        if not scheduler:
            raise CourseError("--engine dask needs --scheduler tcp://HOST:PORT")
        return Dask(scheduler, trusted)
    return Threads(jobs or processors(), trusted)


def processors() -> int:
    """The processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _sliding(
    submit: Callable[[Task], Future[Marked]], tasks: Iterable[Task], most: int
) -> Iterator[tuple[Task, Marked]]:
    """Keep ``most`` tasks under way, and yield each as it ends."""
    waiting = iter(tasks)
    under_way: dict[Future[Marked], Task] = {}
    try:
        while True:
            for task in islice(waiting, most - len(under_way)):
                under_way[submit(task)] = task
            if not under_way:
                return
            done, _ = wait(under_way, return_when=FIRST_COMPLETED)
            for future in done:
                task = under_way.pop(future)
                yield task, _result(task, future)
    finally:
        for future in under_way:
            future.cancel()


def _result(task: Task, future: Future[Marked]) -> Marked:
    """What came of a task. What the person at the keyboard can mend is raised, not recorded."""
    try:
        return future.result()
    except CourseError:
        raise
    except Exception as fault:  # a worker that died, three times, or a fault of the engine
        return not_graded(task, f"{type(fault).__name__}: {fault}")


def _client(scheduler: str) -> Client:
    try:
        from distributed import Client
    except ImportError:
        raise CourseError(
            'the engine "dask" needs Dask (in the course\'s folder: pip install -e ".[cluster]")'
        ) from None
    try:
        return Client(scheduler, timeout=SECONDS_TO_CONNECT, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        text: Any = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise CourseError(f"no scheduler answers at {scheduler}: {text}") from error
