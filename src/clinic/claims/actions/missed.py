"""A visit that was missed or cancelled late is the patient's to pay, if the clinic asks for anything (R13, H12)."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from clinic.audit.actor import Actor
from clinic.audit.words import Action, Subject
from clinic.chart.actions.reach import people_in_reach, reach, subject_of
from clinic.chart.models import Person
from clinic.claims.appointments import require_missed
from clinic.claims.book import open_book
from clinic.claims.disciplines import Discipline
from clinic.claims.models import InvoiceLine, Item, Payer, Route, State
from clinic.claims.models.line import MISSED, OVER
from clinic.claims.money import ZERO, money
from clinic.claims.terms import terms_of
from concordant.payers import gst


def no_show_fee(
    *, by: Actor, person_id: int, on: date, discipline: Discipline, item: Item, amount: Decimal,
    appointment: int | None = None,
) -> InvoiceLine:  # fmt: skip
    """Up to the price of the visit (operations 4.1, B17), before tax, ready to be sent. Where the discipline is taxed
    its tax is added, and nothing is written where nobody has said whether it is (icbc_rules R42).

    The same visit asked for again answers with the same line. Raises ValidationError for more than its price, for a
    visit that is still to come, for an appointment that this person did not miss, and where another fee of that day and
    discipline stands.
    """
    exact = money(amount)
    if item not in MISSED:
        raise ValidationError({"item": _("This is for missed visits.")})
    with open_book(by, Action.PROPOSE_BILLS, Subject("chart", str(person_id))) as book:
        person = reach(by, person_id, people_in_reach(by))
        earlier = clinician = None
        if appointment is not None:
            clinician = require_missed(person, appointment)
            rows = InvoiceLine.objects.of_clinic(by.clinic_id).filter(appointment=appointment, replaced_by=None)
            earlier = rows.with_state().first()
            if earlier is not None and earlier.person_id != person.pk:
                raise ValidationError(_("This missed visit was somebody else’s."))
            if earlier is not None and earlier.state not in OVER:
                return earlier
        if standing := _fee_of_day(person, discipline, on, appointment):
            if appointment is None and (standing.item, standing.net) == (item, exact):
                return standing
            raise ValidationError(_("A fee for a missed visit of this day stands already. Credit it first."))
        if on > book.today:
            raise ValidationError({"on": _("This visit is still to come.")})
        terms = terms_of(by.clinic_id)
        most = terms.most_asked(discipline, on)
        if most is None:
            raise ValidationError({"amount": _("The price list has no price for this visit. Write it down first.")})
        if not ZERO < exact <= most:
            raise ValidationError({"amount": _("Between 0.01 and the price of the visit, %s.") % most})
        is_taxed = terms.is_taxed(discipline, item, clinician, on)
        if is_taxed is None:
            raise ValidationError(
                {"amount": _("Whether GST is added to it is not on record. Say so under “Terms” first.")}
            )
        line = InvoiceLine(
            clinic_id=by.clinic_id,
            person=person,
            payer=Payer.PATIENT,
            for_patient=True,
            discipline=discipline,
            service_date=on,
            item=item,
            net=exact,
            gst=gst(exact) if is_taxed else ZERO,
            appointment=appointment,
            route=Route.PATIENT,
            because=["R13"],
            replaces=earlier,
            proposed_at=book.now,
        )
        line.save()
        book.move(line, State.CHECKED)
        book.record(Action.PROPOSE_BILLS, subject_of(person, "line", line.pk), f"{item}: {exact} + {line.gst}")
        return line


def _fee_of_day(person: Person, discipline: Discipline, on: date, appointment: int | None) -> Any:
    """One that stands and may be of the same visit: two that name two appointments are of two."""
    rows = InvoiceLine.objects.filter(person=person, discipline=discipline, service_date=on, item__in=MISSED)
    if appointment is not None:
        rows = rows.filter(appointment=None)
    return rows.with_state().exclude(state__in=OVER).order_by("id").first()
