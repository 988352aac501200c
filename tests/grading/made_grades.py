"""A class that was graded, without anything being run: verdicts as the engine gives them."""

from __future__ import annotations

from course_utils.catalog import SHEETS
from course_utils.checking.verdict import Difference, Status, Verdict
from course_utils.grading.record import Graded, GradeRecord, Key
from course_utils.grading.submissions import Student

SHEET = "02_sigmoid_tanh"
SCORES = {Status.PASSED: 1.0, Status.UNSTABLE: 0.5, Status.GRADER_ERROR: None}
REVERSED = Difference(
    "values",
    "expected 0.119203, got 0.880797",
    index=(0,),
    arguments="z = [-2, 0, 2]",
    expected="0.119203",
    got="0.880797",
    idea="simple numbers",
)


def grades(status: Status, sheet: str = SHEET, **first: object) -> list[Graded]:
    """Every exercise of a sheet with one status; ``first`` changes the verdict on one."""
    verdicts = [
        Verdict(each.name, status, SCORES.get(status, 0.0), f"{each.name} says so.")
        for each in SHEETS[sheet]
    ]
    if first:
        name = str(first.pop("exercise", verdicts[0].exercise))
        changed = Verdict(name, **{"status": status, "score": 0.0, "message": "", **first})
        verdicts = [changed if v.exercise == name else v for v in verdicts]
    points = {each.name: each.points for each in SHEETS[sheet]}
    return [Graded(v, points[v.exercise], answer=f"text of {v.exercise}") for v in verdicts]


def add(record: GradeRecord, student: Student | str, rows: list[Graded], sheet=SHEET, sha="a"):
    """Put an attempt on the record."""
    student = Student(student, student) if isinstance(student, str) else student
    key = Key(student.key, sheet, sha, 0, "0.1.0+test")
    return record.add(student, key, f"{student.key}/{sheet}.ipynb", "namespaces", (), rows)
