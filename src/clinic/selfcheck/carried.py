"""The answers of a self-check travel in its own form, signed and with an end: no cookie, no session, no row.

Only the page in the person's browser holds them. The signature keeps anybody from handing somebody a half-filled check
of their own making; the end keeps a page that was left open from going on days later.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta

from django.core import signing

from concordant.facts import UNKNOWN, Value
from concordant.facts.kinds import NotAllowed
from concordant.selfcheck import question

LASTS = timedelta(hours=1)
_SALT = "clinic.selfcheck"


class Ended(Exception):
    """What was carried is too old, or is not as this application signed it."""


@dataclass(frozen=True)
class Carried:
    """What was answered so far, in the order of answering, and a question that is asked again."""

    answers: Mapping[str, Value] = field(default_factory=dict)
    again: str = ""
    rough: Mapping[str, str] = field(default_factory=dict)
    """Of a day that was given as a month or a year: which."""

    def with_answer(self, name: str, value: Value, rough: str = "") -> "Carried":
        """A changed answer keeps its place."""
        others = {one: known_to for one, known_to in self.rough.items() if one != name}
        return Carried({**self.answers, name: value}, rough=others | ({name: rough} if rough else {}))

    def back(self) -> "Carried":
        """One question earlier; that question is asked again."""
        if self.again or not self.answers:
            return replace(self, again="")
        return replace(self, again=list(self.answers)[-1])

    def asking(self, name: str) -> "Carried":
        """The same answers, with one of them asked again."""
        return replace(self, again=name if name in self.answers else "")

    def signed(self) -> str:
        """As it stands in the form."""
        said = [[name, _written(name, value)] for name, value in self.answers.items()]
        return signing.dumps([said, self.again, dict(self.rough)], salt=_SALT, compress=True)


def carried_in(text: str) -> Carried:
    """What a form carried. Raises Ended."""
    try:
        said, again, rough = signing.loads(text, salt=_SALT, max_age=LASTS)
        return Carried({name: _read(name, raw) for name, raw in said}, again, rough)
    except (signing.BadSignature, NotAllowed, KeyError, ValueError) as error:
        # The dictionary may have changed between two versions of the application.
        raise Ended from error


def _written(name: str, value: Value) -> object:
    return None if value is UNKNOWN else question(name).kind.write(value)


def _read(name: str, raw: object) -> Value:
    return UNKNOWN if raw is None else question(name).kind.read(raw)
