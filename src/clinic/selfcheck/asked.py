"""One question as a page asks it, and what was answered."""

import calendar
from dataclasses import dataclass
from datetime import date

from django.utils.dates import MONTHS
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic.forms.controls import NOT_ASKED, Control, Data, Options, control_for, first
from concordant.facts import UNKNOWN, Value
from concordant.facts.kinds import Choice, Choices, Day, Flag, NotAllowed, Table
from concordant.selfcheck import Question

NAME = "answer"
NOTHING = gettext_lazy("Choose an answer. If you do not know, say so.")
OLDEST = 120
"""Years; nobody lives longer, as the dictionary has it of an age."""


@dataclass(frozen=True)
class Asked:
    """A question with its inputs. Where there are few answers, each is a button: one tap, and no script."""

    question: Question
    problem: str | Promise = ""

    @property
    def control(self) -> Control:
        return control_for(self.question.kind)

    @property
    def buttons(self) -> Options:
        """The answers of a question that has one of a few."""
        if isinstance(self.question.kind, Flag | Choice):
            return [(word, said) for word, said in self.control.options() if word != "unknown"]
        return []

    @property
    def boxes(self) -> Options:
        """What can be ticked, without "none of these", which is a button."""
        if isinstance(self.question.kind, Choices):
            return [(word, said) for word, said in self.control.options() if word != "none"]
        return []

    @property
    def is_day(self) -> bool:
        return isinstance(self.question.kind, Day)

    @property
    def months(self) -> list[tuple[int, str | Promise]]:
        return list(MONTHS.items())

    @property
    def numbers(self) -> list[tuple[str, str | Promise, Control]]:
        """The inputs for numbers: name, label, control."""
        if isinstance(self.question.kind, Table):
            return self.control.parts(NAME, {})
        if self.buttons or self.boxes or self.is_day:
            return []
        return [(NAME, "", self.control)]


def answered(question: Question, data: Data, today: date) -> Value:
    """The answer that was sent. Raises NotAllowed with what to do."""
    if data.get("unknown"):
        return UNKNOWN
    if data.get("none") and isinstance(question.kind, Choices):
        return frozenset()
    if isinstance(question.kind, Day):
        return _latest_day(data, today)
    said = control_for(question.kind).value(data, NAME)
    if said is NOT_ASKED:
        raise NotAllowed(str(NOTHING))
    try:
        return question.kind.read(said)
    except NotAllowed as error:
        raise NotAllowed(_("This has to be %(allowed)s.") % {"allowed": error}) from error


def rough(question: Question, data: Data) -> str:
    """Of a day that was given as a month or a year: which; empty where the day itself was given."""
    if data.get("unknown") or not isinstance(question.kind, Day):
        return ""
    month, day = (first(data, f"{NAME}.{part}").strip() for part in ("month", "day"))
    return "year" if not month else "month" if not day else ""


def _latest_day(data: Data, today: date) -> date:
    """The day, as well as it is known: of a year or a month the last day that has come.

    For every flag that reads one, later is the more careful: a newer headache or injury, somebody older at its onset.
    """
    year, month, day = (first(data, f"{NAME}.{part}").strip() for part in ("year", "month", "day"))
    if not year:
        raise NotAllowed(str(NOTHING))
    try:
        begun = date(int(year), int(month or 1), int(day or 1) if month else 1)
    except ValueError as error:
        raise NotAllowed(_("There is no such day.")) from error
    if begun > today:
        raise NotAllowed(_("This day has not come yet."))
    if begun.year < today.year - OLDEST:
        raise NotAllowed(_("This is too long ago."))
    if not month:
        return min(today, date(begun.year, 12, 31))
    if not day:
        return min(today, begun.replace(day=calendar.monthrange(begun.year, begun.month)[1]))
    return begun
