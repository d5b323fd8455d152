"""A line is proposed for every signed visit, and one that was proposed follows what has become of its visit."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q
from django.http import Http404

from clinic.accounts.roles import Permission
from clinic.audit.access import allow
from clinic.audit.actor import Actor
from clinic.audit.words import Action, Subject
from clinic.chart.actions.reach import people_in_reach
from clinic.chart.models import Entry, Person
from clinic.claims.actions.put_down import put_down
from clinic.claims.book import open_book
from clinic.claims.models import InvoiceLine, State
from clinic.claims.terms import terms_of
from clinic.claims.wants import wants_of
from clinic.notes.lateness import KIND


@dataclass(frozen=True)
class Month:
    year: int
    month: int

    @property
    def first(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def after(self) -> date:
        """The first day of the next."""
        return date(self.year + self.month // 12, self.month % 12 + 1, 1)

    def __contains__(self, day: date) -> bool:
        return self.first <= day < self.after

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"


@dataclass(frozen=True)
class Proposed:
    """What a proposal did."""

    new: tuple[InvoiceLine, ...]
    withdrawn: int
    looked_at: int
    """People."""
    credited: int
    """Lines that were credited, of visits that are signed: nobody is asked for them."""


def propose_lines(*, by: Actor, month: Month, person_id: int | None = None) -> Proposed:
    """Of a month: of everybody, or of one person. Again, it changes only what has changed; two at once make one.

    Charts are drawn upon, and none is opened: whose they were stands in the log.
    """
    allow(by, Permission.KEEP_CLAIMS)
    people = _people(by, month, person_id)
    wants = wants_of(people, terms_of(by.clinic_id))
    with open_book(by, Action.PROPOSE_BILLS, Subject("month", str(month))) as book:
        wants = wants.look_again()  # somebody may have signed or sent something meanwhile
        made, withdrawn = put_down(book, wants, lambda day: day in month)
        charts = ", ".join(one.chart_number for one in people)
        book.record(Action.PROPOSE_BILLS, Subject("month", str(month)), f"{len(made)} lines, from: {charts}")
    credited = sum(
        one.state == State.CREDITED and one.service_date in month and bool(wants.since(one))
        for one in wants.heads.values()
    )
    return Proposed(tuple(made), withdrawn, len(people), credited)


def _people(by: Actor, month: Month, person_id: int | None) -> list[Person]:
    """Who was treated in the month, and who has a line of it: that visit may be gone."""
    of_person = OuterRef("pk")
    treated = Entry.objects.filter(person=of_person, kind=KIND, on__gte=month.first, on__lt=month.after)
    billed = InvoiceLine.objects.filter(person=of_person, service_date__gte=month.first, service_date__lt=month.after)
    people = people_in_reach(by).select_related("clinic").order_by("id")
    if person_id is not None:
        people = people.filter(pk=person_id)
        if not people.exists():
            raise Http404("no such person here")
    return list(people.filter(Q(Exists(treated)) | Q(Exists(billed))))
