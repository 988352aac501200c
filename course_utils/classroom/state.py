"""Where the class stands: what the events come to, at this moment or at an earlier one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from sys import intern
from typing import Any, NamedTuple

from course_utils.classroom.store import Kept

RECENT = 15 * 60.0  # seconds for which a misconception counts as one of the moment


class Check(NamedTuple):
    """The latest check of an exercise; its texts are interned, as there are many of few."""

    status: str
    misconception: str
    time: float


@dataclass(slots=True)
class Person:
    """The latest that is known of one member."""

    name: str = ""
    present: bool = True
    hand: float | None = None  # when it was raised
    checks: dict[str, Check] = field(default_factory=dict)  # the latest of each exercise
    first: dict[str, str] = field(default_factory=dict)  # the first letter given to each question
    latest: dict[str, str] = field(default_factory=dict)


class Classroom:
    """The people of a class and where each stands; ``version`` grows with every event."""

    def __init__(self, events: Iterable[Kept] = ()) -> None:
        self.people: dict[int, Person] = {}
        self.asked: dict[str, float] = {}  # when each question was last answered
        self.version = 0
        for event in events:
            self.apply(event)

    def apply(self, event: Kept) -> None:
        """Take in one event; those of one member come in their order."""
        person = self.people.setdefault(event.member, Person())
        person.present = event.kind != "leave"
        if event.kind == "join":
            person.name = event.value
        elif event.kind == "leave":
            person.hand = None
        elif event.kind == "hand":
            raised = event.time if person.hand is None else person.hand
            person.hand = raised if event.value == "up" else None
        elif event.kind == "check":
            check = Check(intern(event.value), intern(event.misconception), event.time)
            person.checks[intern(event.subject)] = check
        elif event.kind == "answer":
            person.first.setdefault(event.subject, event.value)
            person.latest[event.subject] = event.value
            self.asked[event.subject] = max(event.time, self.asked.get(event.subject, 0.0))
        self.version += 1

    def view(self, now: float) -> dict[str, Any]:
        """What the page shows: counts, and names only where a hand is raised."""
        people = self.people.values()
        hands = sorted((p.hand, p.name) for p in people if p.hand is not None)
        return {
            "now": now,
            "joined": len(people),
            "left": sum(not person.present for person in people),
            "hands": [{"name": name, "since": since} for since, name in hands],
            "exercises": self._exercises(),
            "mistakes": self._mistakes(now),
            "polls": self._polls(),
        }

    def _exercises(self) -> dict[str, dict[str, int]]:
        counts: dict[str, dict[str, int]] = {}
        for person in self.people.values():
            for exercise, check in person.checks.items():
                cell = counts.setdefault(exercise, {"passed": 0, "failing": 0})
                cell["passed" if check.status == "passed" else "failing"] += 1
        return counts

    def _mistakes(self, now: float) -> list[dict[str, Any]]:
        found = Counter(
            (exercise, check.misconception)
            for person in self.people.values()
            for exercise, check in person.checks.items()
            if check.misconception and now - check.time <= RECENT
        )
        ranked = sorted(found.items(), key=lambda item: (-item[1], item[0]))
        return [{"exercise": e, "id": id, "people": count} for (e, id), count in ranked]

    def _polls(self) -> list[dict[str, Any]]:
        """The questions that were answered, the latest first; the first letters are the poll."""
        return [
            {
                "question": question,
                "letters": Counter(p.first[question] for p in self._who_answered(question)),
                "now": Counter(p.latest[question] for p in self._who_answered(question)),
            }
            for question, _ in sorted(self.asked.items(), key=lambda item: -item[1])
        ]

    def _who_answered(self, question: str) -> list[Person]:
        return [person for person in self.people.values() if question in person.first]
