"""What the form of a letter sent, kept as it was typed."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic.chart.models import Person
from clinic.letters.models import SignedLetter
from concordant.letters.kind import Kind
from concordant.letters.people import Addressee, Clinic, Patient, Signer
from concordant.letters.request import MoreVisits, Request

LONGEST = 4000
LONGEST_LINE = 400
MOST_LINES = 8
PLACE = "text:"
"""Before the place of a paragraph in the name of its field."""
BLOCKS = {"to": gettext_lazy("Addressee"), "letterhead": gettext_lazy("Letterhead")}
LINES = {
    "registration": gettext_lazy("Your registration"),
    "number": gettext_lazy("Number of the person"),
    "phoned": gettext_lazy("Telephone"),
}
TEXTS = {"remark": gettext_lazy("In your own words"), "more": gettext_lazy("Why")}
DISCIPLINES = ("physiotherapy", "massage_therapy", "kinesiology")


@dataclass
class Sent:
    """One form; a form that was not sent yet holds what was signed last."""

    data: Mapping[str, list[str]]
    problems: list[str] = field(default_factory=list)

    def text(self, name: str) -> str:
        return self._typed(name)[:LONGEST]

    def _typed(self, name: str) -> str:
        said = (self.data.get(name) or [""])[0]
        return said.replace("\x00", "").replace("\r\n", "\n").strip()

    def line(self, name: str) -> str:
        return " ".join(self.text(name).split())[:LONGEST_LINE]

    def lines(self, name: str) -> tuple[str, ...]:
        """What stands in a field of several lines; blank ones are left out."""
        said = (" ".join(one.split())[:LONGEST_LINE] for one in self.text(name).split("\n"))
        return tuple(one for one in said if one)[:MOST_LINES]

    def cut(self) -> list[str]:
        """What has no room in the letter: nothing is left out of it unseen."""
        lost = _("The rest was left out; look at it again.")
        told = []
        for name, label in BLOCKS.items():
            typed = [one for one in map(str.split, self._typed(name).split("\n")) if one]
            if len(typed) > MOST_LINES or any(len(" ".join(one)) > LONGEST_LINE for one in typed):
                most = _("%(lines)s lines of %(longest)s characters at most")
                told.append(f"{label}: {most % {'lines': MOST_LINES, 'longest': LONGEST_LINE}}. {lost}")
        for names, longest in ((LINES, LONGEST_LINE), (TEXTS, LONGEST)):
            for name, label in names.items():
                typed_text = self._typed(name) if names is TEXTS else " ".join(self._typed(name).split())
                if len(typed_text) > longest:
                    told.append(f"{label}: {_('%s characters at most') % longest}. {lost}")
        return told

    @property
    def key(self) -> uuid.UUID | None:
        try:
            return uuid.UUID(self.text("key"))
        except ValueError:
            return None

    @property
    def edits(self) -> dict[str, str]:
        """Place -> text, of every paragraph that the form showed. Too long a one is refused by the draft, never cut."""
        return {name.removeprefix(PLACE): self._typed(name) for name in self.data if name.startswith(PLACE)}

    def request(self, kind: Kind, person: Person, signer: str, profession: str, written: date) -> Request:
        """Who writes to whom about whom. What is not there yet is named by the letter."""
        name, *address = self.lines("to") or ("",)
        clinic, *letterhead = self.lines("letterhead") or ("",)
        return Request(
            clinic=Clinic(clinic, tuple(letterhead)),
            patient=Patient(f"{person.given_name} {person.family_name}", self.line("number")),
            to=Addressee(name, tuple(address)),
            signer=Signer(signer, profession, self.line("registration")),
            written=written,
            remark=self.text("remark"),
            phoned=self.line("phoned"),
            more=self._more() if kind.id == "extension" else None,
        )

    def _more(self) -> MoreVisits:
        visits = {}
        for one in DISCIPLINES:
            number = self._count(f"visits:{one}")
            if number:
                visits[one] = number
        return MoreVisits(visits, self._count("weeks"), self.text("more"))

    def _count(self, name: str) -> int | None:
        text = self.line(name)
        return int(text) if text.isascii() and text.isdigit() and len(text) <= 3 else None


def asked_for(address: QueryDict) -> dict[str, list[str]]:
    """How many visits in how many weeks a link to the form proposes; whoever signs may ask for others."""
    names = (*(f"visits:{one}" for one in DISCIPLINES), "weeks")
    return {name: address.getlist(name)[:1] for name in names if name in address}


def to_begin_with(kind: Kind, person: Person, author_id: int) -> Sent:
    """What was signed last: the letterhead of the clinic, one's own registration, whom this person's letters go to."""
    letters = SignedLetter.objects.filter(person__clinic_id=person.clinic_id).order_by("-id")
    of_clinic = letters.values_list("letterhead", flat=True).first()
    own = letters.filter(author_id=author_id).values_list("registration", flat=True).first()
    to = letters.filter(person=person, kind=kind.id).values_list("addressee", flat=True).first()
    return Sent(
        {
            "letterhead": [of_clinic or person.clinic.name],
            "registration": [own or ""],
            "to": [to or ""],
            "number": [f"Chart {person.chart_number}"],
        }
    )
