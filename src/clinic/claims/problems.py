"""What stands against a line. A problem is kept as data, and put into words when somebody reads it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from clinic.claims.problem_words import WORDS

Problem = dict[str, str]
"""``code``, and ``detail`` and ``line`` where there is more to say, and another line to look at."""

AFTER = (
    "gone_after",
    "note_after",
    "payer_after",
    "accident_after",
    "number_after",
    "insurer_after",
    "terms_after",
    "cover_after",
)
"""A bill that is out no longer is right: no money is taken for it unseen."""
WARNINGS = ("elsewhere_that_day",)
"""Said before a line goes, and nothing that holds it back."""
ACCEPTABLE = ("window", "budget", "plan")
"""No fault of the line: the insurer does not cover the visit. It may go once the patient has agreed to pay."""


@dataclass(frozen=True)
class Told:
    """A problem in words."""

    code: str
    says: str
    todo: str
    detail: str
    line: int | None
    """The line that it is about, where that is another."""


def problem(code: str, detail: str = "", line: int | None = None) -> Problem:
    """As it is kept."""
    assert code in WORDS, code
    said = {"code": code, "detail": detail, "line": "" if line is None else str(line)}
    return {name: value for name, value in said.items() if value}


def left(problems: Iterable[Problem], *, is_accepted: bool) -> list[Problem]:
    """What still stands against a line after the patient has agreed to pay it, or has not."""
    return [one for one in problems if not (is_accepted and one["code"] in ACCEPTABLE)]


def is_held(problems: Iterable[Mapping[str, str]]) -> bool:
    """Whether a line has to wait."""
    return any(one["code"] not in WARNINGS for one in problems)


def told(problems: Iterable[Mapping[str, str]] | None) -> list[Told]:
    """Each problem in words; one that a later version has no words for is shown by its code."""
    found = []
    for one in problems or ():
        says, todo = WORDS.get(one["code"], (one["code"], ""))
        line = int(one["line"]) if "line" in one else None
        found.append(Told(one["code"], str(says), str(todo), one.get("detail", ""), line))
    return found
