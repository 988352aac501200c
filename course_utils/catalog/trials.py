"""The trials of lesson 06: which claims are tried together, on which experiments, and how judged.

The answer to a trial is a dict: the number of a claim → (verdict, letter of the exhibit).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from course_utils.catalog.claims import VERDICTS, Claim, by_slug
from course_utils.catalog.claims_bends import BENDS, CURVES
from course_utils.catalog.claims_elsewhere import CHOICE, CONFIDENCE, CORNER, DEPTH
from course_utils.catalog.claims_relu import LEAKS, RECTIFIERS
from course_utils.catalog.claims_softmax import CLASSES
from course_utils.catalog.values import letter, short_text, value_exercise
from course_utils.checking.compare import article
from course_utils.checking.engine import blank
from course_utils.checking.exercise import Exercise, Mistake
from course_utils.checking.verdict import Difference

LESSON = "lesson_06"
ELSEWHERE = (
    "Is it a word that does not fit, a condition left out, or a conclusion that does not follow?"
)
WHICH_EXHIBIT = "Which exhibit would have come out otherwise, had the claim been true?"


@dataclass(frozen=True, slots=True)
class Trial:
    """Claims that are judged together: claim 1 is the first; ``exhibits`` says what each shows."""

    name: str
    title: str
    claims: tuple[Claim, ...]
    exhibits: Mapping[str, str]

    def exercise(self) -> Exercise:
        return value_exercise(
            self.name,
            LESSON,
            self.title,
            self.judge,
            mistakes=tuple(self._mistakes()),
            hints=(
                "Begin with the exhibits: for each, say in a few words what came out.",
                "A right verdict on «so» and «hence» looks at the step, not at its two ends.",
                f"Where each was tried before: {self._places()}.",
            ),
        )

    def _places(self) -> str:
        """Claim by claim, the section of a lesson where it was tried."""
        return "; ".join(f"{n} in {claim.place}" for n, claim in enumerate(self.claims, 1))

    def judge(self, value: Any) -> Difference | None:
        """Count the claims that are decided, and name the first that is not."""
        if type(value) is not dict:
            kind = article(type(value).__name__)
            return Difference(
                "dtype", f"A dict claim → (verdict, exhibit) is asked for, not {kind}."
            )
        numbers = range(1, len(self.claims) + 1)
        strange = [short_text(key) for key in value if key not in numbers]
        if strange:
            return Difference(
                "shape", f"There is no claim {strange[0]}; they are 1 to {numbers[-1]}."
            )
        faults = {n: fault for n in numbers if (fault := self.fault(n, value.get(n)))}
        wrong = [n for n, fault in faults.items() if fault != "blank"]
        if wrong:
            decided = len(self.claims) - len(faults)
            counted = f"{decided} of {len(self.claims)} claims are decided."
            return Difference("values", f"{counted} {self._observed(wrong[0], value[wrong[0]])}")
        if faults:
            return Difference("values", f"Still to judge: {', '.join(map(str, faults))}.")
        return None

    def fault(self, number: int, entry: Any) -> str:
        """What is wrong with the judgement of one claim: "" for nothing, else a word or a verdict.

        "blank", "form" (no pair, or words that are not on the lists), "exhibit" (right verdict, on
        evidence that does not decide), or the verdict that was given in its place.
        """
        claim = self.claims[number - 1]
        if blank(entry):
            return "blank"
        verdict, exhibit = _read(entry)
        if verdict not in VERDICTS or exhibit not in self.exhibits:
            return "form"
        if verdict not in (claim.verdict, *claim.arguable):
            return verdict
        return "" if exhibit in claim.exhibits else "exhibit"

    def _observed(self, number: int, entry: Any) -> str:
        fault, (verdict, exhibit) = self.fault(number, entry), _read(entry)
        if fault == "form":
            return f"Claim {number}: {self._form(entry)}"
        if fault == "exhibit":
            return (
                f"Claim {number}: the verdict can be defended, but not with exhibit {exhibit}, "
                f"which shows {self.exhibits[exhibit]}."
            )
        return f"Claim {number}: «{verdict}» is not what the exhibits say."

    def _form(self, entry: Any) -> str:
        """What a judgement should look like, beginning with the part that does not."""
        verdict, exhibit = _read(entry)
        words, letters = ", ".join(VERDICTS), ", ".join(self.exhibits)
        if exhibit in self.exhibits:
            return f"{short_text(entry[0])} is not one of the verdicts {words}."
        if verdict in VERDICTS:
            return f"{short_text(entry[1])} is not one of the letters {letters}."
        return (
            f"a pair is asked for, one of the verdicts {words}, and one of the letters {letters}."
        )

    def _mistakes(self) -> list[Mistake]:
        found = []
        for number, claim in enumerate(self.claims, 1):
            for verdict in VERDICTS:
                if verdict not in (claim.verdict, *claim.arguable):
                    question = question_for(claim, verdict)
                    id = f"{claim.slug}: {verdict}"
                    found.append(Mistake(id, self._first_fault(number, verdict), question))
            id = f"{claim.slug}: exhibit"
            found.append(Mistake(id, self._first_fault(number, "exhibit"), WHICH_EXHIBIT))
        return found

    def _first_fault(self, number: int, fault: str) -> Callable[[Any], bool]:
        """Whether the first claim that is judged otherwise is this one, in this way."""

        def is_it(value: Any) -> bool:
            if type(value) is not dict or not set(value) <= set(range(1, len(self.claims) + 1)):
                return False
            given = ((n, self.fault(n, value[n])) for n in sorted(value))
            first = next(((n, f) for n, f in given if f not in ("", "blank")), None)
            return first == (number, fault)

        return is_it


def question_for(claim: Claim, verdict: str) -> str:
    """What was observed and one question, for those who give this verdict in place of ours."""
    if verdict == "right" or claim.verdict == "wrong":
        return claim.accepted
    if verdict == "wrong" or claim.verdict == "right":
        return claim.rejected
    return ELSEWHERE


def _read(entry: Any) -> tuple[str, str]:
    """The verdict and the exhibit's letter as given; empty where there is no pair of texts."""
    if type(entry) not in (tuple, list) or len(entry) != 2:
        return "", ""
    verdict, exhibit = (letter(part) or "" for part in entry)
    return verdict.lower(), exhibit


TRIALS: tuple[Trial, ...] = (
    Trial(
        "trial_bends",
        "Lines and bends",
        (*BENDS, DEPTH),
        {
            "A": "what layers without a bend add up to, and a unit that is given x²",
            "B": "how much a hidden layer gains on two sets of data",
            "C": "how many activations are 0",
            "D": "how well fifty units of each kind follow a sine",
            "E": "how many pieces deep and flat networks make",
        },
    ),
    Trial(
        "trial_curves",
        "Sigmoid and tanh",
        CURVES,
        {
            "A": "what floats make of the sigmoid far out",
            "B": "the same task with sigmoids in one place and another",
            "C": "how often what two formulas said came true",
            "D": "two formulas for one curve",
            "E": "two networks, one of sigmoids and one of tanhs",
        },
    ),
    Trial(
        "trial_rectifiers",
        "ReLU and gradients",
        RECTIFIERS,
        {
            "A": "what a chain of ten units that are on does to a gradient",
            "B": "eight layers of ReLU from two starts",
            "C": "the time of an activation beside that of a matrix product",
            "D": "how many epochs tanh and ReLU need",
        },
    ),
    Trial(
        "trial_leaks",
        "Dead units and leaks",
        LEAKS,
        {
            "A": "for which samples units are off, and where a gradient arrives",
            "B": "the slope of Leaky ReLU in three places",
            "C": "the accuracy for slopes from −1 to 1",
            "D": "how many units are never positive, with and without a leak",
        },
    ),
    Trial(
        "trial_classes",
        "Softmax",
        (*CLASSES, CONFIDENCE),
        {
            "A": "what is left of logits when log p is taken away",
            "B": "what other functions than softmax make of three logits",
            "C": "how each output answers to each logit",
            "D": "how sure a network is, and how often it is right",
        },
    ),
)

CLAIMS = by_slug([CORNER, *(claim for trial in TRIALS for claim in trial.claims), CHOICE])
