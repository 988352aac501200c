"""The live view under load: python tests/benchmarks/classroom.py [--seconds 60] [--kill]

A server in a process of its own, on this machine; 300 notebooks that report every 5 s, each with
the sender that learners have; 50 pages looking on. First everyone tries every exercise, all at once
(which the server slows down), so that what it knows has its full size before the memory is looked
at. Nothing may be lost or counted twice, and a report must be on every page within 2 s. With --kill
the server is killed half-way and started again 3 s later on the same record.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "classroom"))

from a_class import students, until

from course_utils.catalog import SHEETS
from course_utils.classroom.store import Store
from course_utils.notebook.sending import Sender

STUDENTS, VIEWERS, EVERY, SEED = 300, 50, 5.0, 0
PORT, CODE = 18765, "LOAD-TEST"


class Server:
    """``course classroom serve`` in a process of its own."""

    def __init__(self, db: Path) -> None:
        self.command = [sys.executable, "-m", "course_utils", "classroom", "serve"]
        self.command += ["--port", str(PORT), "--db", str(db), "--code", CODE]
        self.start()

    def start(self) -> None:
        """Start it, for the first time or again."""
        self.process = subprocess.Popen(
            self.command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        self.token = self.process.stdout.readline().split("token=")[1].strip()

    def end(self, how: int) -> None:
        """Send it a signal and wait for its end."""
        self.process.send_signal(how)
        self.process.wait()

    def memory(self) -> float:
        """Megabytes of its memory that are in use."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0]) / 1024

    def processor(self) -> float:
        """Seconds of processor time that it has used."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Viewer(threading.Thread):
    """A page that looks on; comes back when the stream breaks off, as browsers do."""

    def __init__(self, token: str) -> None:
        super().__init__(daemon=True)
        self.token, self.view, self.messages = token, {}, 0
        self.start()

    def run(self) -> None:
        headers = {"Authorization": f"Bearer {self.token}"}
        asked = urllib.request.Request(f"http://127.0.0.1:{PORT}/live", headers=headers)
        while True:
            try:
                with urllib.request.urlopen(asked, timeout=30) as stream:
                    for line in stream:
                        if line.startswith(b"data: "):
                            self.view = json.loads(line[6:])
                            self.messages += 1
            except OSError:
                time.sleep(1)


def everything_at_once(senders: list[Sender]) -> int:
    """Every student reports every exercise; how many reports that were, once they are kept."""
    names = [exercise.name for sheet in SHEETS.values() for exercise in sheet]
    for sender in senders:
        for name in names:
            sender.put("check", exercise=name, status="errored", misconception="")
    until(lambda: not any(sender._waiting for sender in senders), 300)
    return len(names) * len(senders)


def report_for(senders: list[Sender], seconds: float, costs: list[float]) -> None:
    """Every student reports every EVERY seconds, one after the other."""
    draw = random.Random(SEED)
    exercises = [exercise for sheet in SHEETS.values() for exercise in sheet]
    begin = time.monotonic()
    for number in range(int(seconds / EVERY) * len(senders)):
        time.sleep(max(0.0, begin + number * EVERY / len(senders) - time.monotonic()))
        exercise = draw.choice(exercises)
        ids = [mistake.id for mistake in exercise.mistakes] or [""]
        what = draw.choice([("passed", ""), ("failed", draw.choice(ids))])
        before = time.perf_counter()
        senders[number % len(senders)].put(
            "check", exercise=exercise.name, status=what[0], misconception=what[1]
        )
        costs.append(time.perf_counter() - before)


def delays(probe: Sender, viewers: list[Viewer], stop: threading.Event) -> list[float]:
    """How long a raised or lowered hand takes to be on all pages, again and again."""
    found, raised = [], False
    while not stop.wait(2.0):
        raised = not raised
        begin = time.monotonic()
        probe.put("hand", raised=raised)
        until(lambda up=raised: all(bool(v.view.get("hands")) is up for v in viewers), 60)
        found.append(time.monotonic() - begin)
    return found


def main() -> None:
    """Run it and print the figures."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--seconds", type=float, default=60.0)
    arguments.add_argument("--kill", action="store_true")
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        db = Path(folder) / "class.sqlite"
        server = Server(db)
        url = f"http://127.0.0.1:{PORT}"
        senders = students(url, CODE, STUDENTS)
        (probe,) = students(url, CODE, 1)
        until(lambda: all(sender.joined for sender in [*senders, probe]), 120)
        viewers = [Viewer(server.token) for _ in range(VIEWERS)]
        until(lambda: all(viewer.view for viewer in viewers), 60)

        begin = time.monotonic()
        before = everything_at_once(senders)
        print(f"{before} reports at once were kept after {time.monotonic() - begin:.0f} s")
        costs: list[float] = []
        found: list[float] = []
        stop, memory = threading.Event(), [server.memory()]
        reporting = threading.Thread(target=report_for, args=(senders, chosen.seconds, costs))
        probing = threading.Thread(target=lambda: found.extend(delays(probe, viewers, stop)))
        used, begin = server.processor(), time.monotonic()
        reporting.start()
        probing.start()
        killed = not chosen.kill
        while reporting.is_alive():
            reporting.join(EVERY)
            if not killed and time.monotonic() - begin > chosen.seconds / 2:
                killed = True
                server.end(signal.SIGKILL)
                time.sleep(3)
                server.start()
                used, memory = 0.0, []
            memory.append(server.memory())
        took = time.monotonic() - begin
        until(lambda: not any(sender._waiting for sender in senders), 120)
        share = (server.processor() - used) / took
        stop.set()
        probing.join()
        until(lambda: all(total(viewer.view) == total(viewers[0].view) for viewer in viewers), 10)
        server.end(signal.SIGINT)
        kept = [event for event in Store(db).events() if event.kind == "check"]

        per_student = Counter(event.member for event in kept)
        print(f"students {STUDENTS}, pages {VIEWERS}, seconds {took:.0f}, killed {chosen.kill}")
        print(
            f"reports made {len(costs)}, kept {len(kept) - before}, of {len(per_student)} students"
        )
        print(f"messages to pages {sum(viewer.messages for viewer in viewers)}")
        print(
            f"on all pages after: median {statistics.median(found):.2f} s, max {max(found):.2f} s"
        )
        costs.sort()
        middle, high = costs[len(costs) // 2], costs[int(len(costs) * 0.99)]
        print(f"handing in a report: median {middle * 1e6:.0f} µs, 99 % {high * 1e6:.0f} µs")
        print("memory in MB, every 5 s: " + " ".join(f"{used:.1f}" for used in memory))
        print(
            f"processor: {100 * share:.0f} % of one core; record: {db.stat().st_size / 1e6:.1f} MB"
        )
        lost = len(kept) != before + len(costs)
        sys.exit("reports were lost or counted twice" if lost else 0)


def total(view: dict) -> int:
    """How many exercises have been tried, summed over people."""
    return sum(cell["passed"] + cell["failing"] for cell in view.get("exercises", {}).values())


if __name__ == "__main__":
    main()
