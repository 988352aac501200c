"""The learner's record: what it keeps, and that no state of its file ever stops a check."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys

import pytest
from answers_tried import stable_sigmoid

from course_utils.notebook import check
from course_utils.notebook.record import Prediction, Record, default_path, the_record


@pytest.fixture
def path(tmp_path):
    return tmp_path / "own" / "record.sqlite"


@pytest.fixture
def record(path):
    kept = Record(path)
    yield kept
    kept.close()


class TestKeeping:
    def test_an_event_is_there_for_the_next_session(self, path, record):
        record.add("attempt", "sigmoid", status="passed")
        (event,) = Record(path).events()
        assert (event.kind, event.name, event.detail) == (
            "attempt",
            "sigmoid",
            {"status": "passed"},
        )
        assert event.time.endswith("+00:00")

    def test_events_are_found_by_kind_and_by_name_in_their_order(self, record):
        for kind, name in (("hint", "logit"), ("hint", "tanh"), ("skip", "tanh"), ("hint", "tanh")):
            record.add(kind, name)
        assert [(e.kind, e.name) for e in record.events("hint", "tanh")] == [("hint", "tanh")] * 2
        assert [e.kind for e in record.events(name="tanh")] == ["hint", "skip", "hint"]

    def test_unsolved_attempts_are_counted_since_the_last_pass(self, record):
        for status in ("failed", "passed", "unstable", "errored"):
            record.add("attempt", "sigmoid", status=status)
        assert record.unsolved_attempts("sigmoid") == 2

    def test_the_first_prediction_counts(self, record):
        record.add("prediction", "02.a", letter="B", confidence=0.75, right=False)
        record.add("prediction", "02.a", letter="C", confidence=1.0, right=True)
        record.add("prediction", "02.b", letter="A", confidence=0.5, right=True)
        assert record.predictions() == [
            Prediction("02.a", "B", 0.75, False),
            Prediction("02.b", "A", 0.5, True),
        ]

    @pytest.mark.parametrize("confidence", [1.7, -0.2, float("nan"), True, "0.5", None])
    def test_a_confidence_that_is_none_is_left_out(self, record, confidence):
        record.add("prediction", "02.a", letter="A", confidence=confidence, right=True)
        record.add("prediction", "02.b", letter="B", confidence=1.0, right=True)
        assert [made.question for made in record.predictions()] == ["02.b"]

    def test_an_entry_that_makes_no_sense_is_passed_over(self, path, record):
        record.add("prediction", "02.a", letter="B", confidence=0.75, right=True)
        with sqlite3.connect(path) as other:
            other.execute("INSERT INTO events VALUES ('', 'prediction', '02.b', '{not json')")
            other.execute("INSERT INTO events VALUES ('', 'prediction', '02.c', NULL)")
        assert [made.question for made in record.predictions()] == ["02.a"]

    def test_memory_keeps_it_for_the_session_only(self):
        record = Record(":memory:")
        assert record.add("hint", "sigmoid") == ""
        assert len(record.events("hint")) == 1

    def test_several_kernels_may_write_at_once(self, path):
        code = (
            "import sys; from course_utils.notebook.record import Record\n"
            "record = Record(sys.argv[1])\n"
            "print({record.add('hint', 'sigmoid', step=k) for k in range(50)})"
        )
        kernels = [
            subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE)
            for _ in range(3)
        ]
        assert [kernel.communicate()[0].strip() for kernel in kernels] == [b"{''}"] * 3
        assert len(Record(path).events("hint")) == 150


class TestWhereItIs:
    def test_is_said_by_the_environment(self, monkeypatch, path):
        monkeypatch.setenv("COURSE_RECORD", str(path))
        assert default_path() == path

    def test_is_the_users_own_data_folder_otherwise(self, monkeypatch):
        monkeypatch.delenv("COURSE_RECORD")
        assert default_path().parent.name == "activation-functions-course"


def damage_beginning(path):
    path.write_bytes(b"not a database" + os.urandom(4000))


def damage_middle(path):
    content = bytearray(path.read_bytes())
    content[100:] = os.urandom(len(content) - 100)
    path.write_bytes(content)


class TestADamagedFile:
    @pytest.mark.parametrize("damage", [damage_beginning, damage_middle])
    def test_is_set_aside_and_named_in_one_line(self, path, damage):
        first = Record(path)
        first.add("hint", "sigmoid")
        first.close()
        damage(path)
        line = Record(path).add("hint", "sigmoid")
        assert "was damaged; it was set aside as record.damaged-1.sqlite" in line
        assert "\n" not in line
        assert len(Record(path).events()) == 1
        assert path.with_name("record.damaged-1.sqlite").exists()

    def test_does_not_overwrite_one_set_aside_before(self, path):
        for _ in range(2):
            path.parent.mkdir(exist_ok=True)
            damage_beginning(path)
            record = Record(path)
            record.add("hint", "sigmoid")
            record.close()
        assert path.with_name("record.damaged-2.sqlite").exists()

    def test_that_was_deleted_meanwhile_is_begun_anew(self, path, record):
        record.add("hint", "sigmoid")
        shutil.rmtree(path.parent)
        assert record.add("hint", "logit") == ""
        assert [e.name for e in Record(path).events()] == ["logit"]


class TestAFileThatCannotBeUsed:
    """One clear line, and the events of the session are still known."""

    def line(self, record):
        line = record.add("hint", "sigmoid", step=1)
        assert line.startswith("Not recorded: the record is ")
        assert "\n" not in line
        assert [event.detail for event in record.events("hint")] == [{"step": 1}]
        return line

    def test_because_another_program_holds_it(self, path, record):
        Record(path).add("hint", "logit")
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        line = record.add("hint", "sigmoid")
        other.close()
        assert "another program is holding it" in line

    def test_because_it_lies_under_a_file(self, tmp_path):
        (tmp_path / "file").write_text("")
        assert "cannot be opened" in self.line(Record(tmp_path / "file" / "record.sqlite"))

    def test_because_it_is_a_folder(self, tmp_path):
        assert "cannot be opened" in self.line(Record(tmp_path))

    def test_because_it_may_not_be_written(self, tmp_path, monkeypatch):
        def read_only(target, **options):
            return connect(f"file:{target}?mode=ro", uri=True, **options)

        target = tmp_path / "r.sqlite"
        before = Record(target)
        before.add("skip", "02.a")
        before.close()
        connect = sqlite3.connect
        monkeypatch.setattr(sqlite3, "connect", read_only)
        assert "may not be written" in self.line(Record(target))

    def test_because_the_disk_is_full(self, record):
        record.add("skip", "02.a")
        record._connection.execute("PRAGMA max_page_count = 2")
        line = record.add("hint", "x" * 100_000)
        assert "the disk is full" in line

    def test_because_it_is_another_programs(self, path):
        path.parent.mkdir()
        with sqlite3.connect(path) as other:
            other.execute("CREATE TABLE bookmarks (url TEXT)")
        assert "belongs to another program" in self.line(Record(path))

    def test_because_a_newer_course_wrote_it(self, path):
        path.parent.mkdir()
        with sqlite3.connect(path) as other:
            other.execute("PRAGMA user_version = 99")
        assert "newer version of the course" in self.line(Record(path))

    def test_does_not_stop_a_check(self, shown, tmp_path, monkeypatch):
        monkeypatch.setenv("COURSE_RECORD", str(tmp_path))
        sigmoid = stable_sigmoid  # noqa: F841
        check("sigmoid")
        assert shown.text.startswith("[✓] Passed: sigmoid")
        assert "Not recorded: " in shown.text


class TestTheLearnersRecord:
    def test_is_one_object_per_file(self):
        assert the_record() is the_record()

    def test_keeps_the_attempts_of_a_check(self, shown):
        sigmoid = stable_sigmoid  # noqa: F841
        check("sigmoid")
        assert [e.detail for e in the_record().events("attempt")] == [{"status": "passed"}]
