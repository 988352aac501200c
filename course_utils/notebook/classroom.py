"""``join``, ``leave`` and ``stuck``: taking part in the live view of a class, where you want to.

Nothing is sent before ``join`` and nothing after ``leave``. What is sent: the name you choose, the
exercise and the status of each check, the id of a known mistake, the letter that you give to a
question, and a raised hand. Never code, never values. See ``sending`` for how it is sent.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from course_utils.checking.verdict import Verdict
from course_utils.notebook import cards
from course_utils.notebook.answers import MisuseError
from course_utils.notebook.cards import Card
from course_utils.notebook.record import the_record
from course_utils.notebook.showing import show_safely
from course_utils.words import one_line

if TYPE_CHECKING:
    from course_utils.notebook.sending import Membership, Sender

PATIENCE = 3.0  # seconds that join waits for a first answer
FAREWELL = 1.0  # seconds that leave waits for the last reports to go
LONGEST_NAME = 40
SENT = "Sent from now on: exercise, status, mistake id, letters of answers; never code or values."
MANNERS = ("Amber", "Brisk", "Calm", "Eager", "Gentle", "Keen", "Lucid", "Merry", "Nimble")
ANIMALS = ("Badger", "Crane", "Falcon", "Hare", "Heron", "Lynx", "Otter", "Robin", "Wren")

_senders: list[Sender] = []  # the one class that this kernel takes part in, or none


def join(url: Any = None, code: Any = None, name: Any = None) -> None:
    """Take part in the live view of a class: your teacher sees how many are where.

    Parameters
    ----------
    url, code : str
        What your teacher shows: ``join("http://192.168.1.20:8765", "ABCD-EFGH")``.
    name : str
        What you want to be called. It is shown only while you say that you are ``stuck``. Without
        one you get a made-up name.

    Notes
    -----
    It holds for this notebook, until ``leave()`` or the end of its kernel. Join with the same
    address in another notebook and you are still one person there.
    """
    show_safely("join", lambda: _join(url, code, name))


def leave() -> None:
    """Stop taking part: from now on nothing is sent."""
    show_safely("leave", _leave)


def stuck(raised: Any = True) -> None:
    """Raise your hand in the live view, under your chosen name; ``stuck(False)`` lowers it."""
    show_safely("stuck", lambda: _stuck(raised))


def report_check(verdict: Verdict) -> None:
    """Pass on the status of a check, where a class was joined."""
    what = {"exercise": verdict.exercise, "status": verdict.status.value}
    _report("check", **what, misconception=verdict.misconception)


def report_answer(question: str, letter: str) -> None:
    """Pass on the letter given to a question, where a class was joined."""
    _report("answer", question=question, letter=letter)


def _report(kind: str, **what: Any) -> None:
    for sender in _senders:
        sender.put(kind, **what)


def _join(url: Any, code: Any, name: Any) -> Card:
    from course_utils.notebook.sending import Sender

    membership = _membership(_address(url), _text(code, "code", 'join("http://…", "CODE")'), name)
    if not any(s.membership == membership and not s.refusal for s in _senders):
        _stop()
        _senders.append(Sender(membership))
        _senders[0].start()
    sender = _senders[0]
    sender.first.wait(PATIENCE)
    if sender.refusal:
        _senders.clear()
        return cards.note(f"Not joined: {one_line(sender.refusal, 120)}.")
    the_record().add(
        "join", membership.url, code=membership.code, key=membership.key, called=membership.name
    )
    if sender.joined:
        return cards.note(f"Joined as {membership.name}. {SENT} `leave()` stops it.")
    return cards.note(
        f"{membership.url} does not answer as yet; you will be joined as {membership.name} as soon "
        "as it does, and can work on meanwhile. `leave()` stops it."
    )


def _leave() -> Card:
    if not _senders:
        return cards.note("You take part in no class; nothing is being sent.")
    everything = _stop()
    left = "" if everything else " What could not be sent yet was thrown away."
    return cards.note(f"You have left the class; nothing more is sent.{left}")


def _stop() -> bool:
    """End the sender, if there is one; whether everything had been sent."""
    everything = True
    while _senders:
        sender = _senders.pop()
        sender.put("leave")
        everything = sender.stop(FAREWELL)
    return everything


def _stuck(raised: Any) -> Card:
    if not isinstance(raised, bool):
        raise MisuseError("stuck() raises your hand, stuck(False) lowers it.")
    if not _senders:
        raise MisuseError("Join a class first; hint and solution help everywhere.")
    if _senders[0].refusal:
        raise MisuseError(f"The class says: {one_line(_senders[0].refusal, 120)}. Join again.")
    _report("hand", raised=raised)
    if raised:
        return cards.note(f"Your hand is raised, as {_senders[0].membership.name}.")
    return cards.note("Your hand is lowered.")


def _membership(url: str, code: str, name: Any) -> Membership:
    """Who this learner is in that class: the same person as before, where there was a before."""
    from course_utils.notebook.sending import Membership

    before = [e.detail for e in the_record().events("join", url) if e.detail.get("code") == code]
    known = before[-1] if before else {}
    key, called = known.get("key"), known.get("called")
    if name is not None:
        called = one_line(_text(name, "name", 'name="Ada"'), LONGEST_NAME)
    if not isinstance(called, str) or not called:
        called = f"{secrets.choice(MANNERS)} {secrets.choice(ANIMALS)} {secrets.randbelow(90) + 10}"
    if not isinstance(key, str) or not key:
        key = secrets.token_hex(16)
    return Membership(url, code, key, called)


def _address(url: Any) -> str:
    """The address of a server, without a path; "192.168.1.20:8765" alone will do."""
    text = _text(url, "address", 'join("http://192.168.1.20:8765", "CODE")')
    parts = urlsplit(text if "://" in text else f"http://{text}")
    try:
        usable = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        usable = False
    if not usable or "@" in parts.netloc or not parts.netloc.isascii():
        raise MisuseError(f'join: "{one_line(text, 60)}" is not an address such as http://…:8765.')
    return f"{parts.scheme}://{parts.netloc}"


def _text(given: Any, what: str, example: str) -> str:
    if not isinstance(given, str) or not given.strip():
        raise MisuseError(f"join needs the {what} in quotes, as in {example}.")
    return given.strip()
