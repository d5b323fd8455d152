"""Writing down who is billed for a person, and the terms on which the clinic bills."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from clinic.audit.actor import Actor
from clinic.audit.words import Action, Subject
from clinic.chart.actions.reach import people_in_reach, reach, subject_of
from clinic.claims.book import open_book
from clinic.claims.by_day import claims_by_day
from clinic.claims.models import Claim, FeeLimit, Licence, Membership, Payer, Price, TaxRule, VendorNumber
from concordant.payers import fee_table


def keep_claim(*, by: Actor, person_id: int, claim: Claim, seen: int | None = None) -> Claim:
    """One more row; the same again writes nothing.

    With ``since`` and without ``mends`` it is another claim, which counts from that day on. Else it says a claim anew:
    the one that it mends, or the last one without such a word. ``seen``: the newest row of the person when it was
    written, 0 for none; raises ValidationError where there is a newer one.
    """
    with open_book(by, Action.SAY_CLAIM, Subject("chart", str(person_id))) as book:
        person = reach(by, person_id, people_in_reach(by))
        claim.person, claim.said_at, claim.said_by = person, book.now, book.user
        rows = list(Claim.objects.filter(person=person).order_by("id"))
        standing = [one.claim for one in claims_by_day(rows)]
        if claim.mends is None and claim.since is None and standing:
            claim.mends = standing[-1]
        if claim.mends is not None and claim.since is None:
            claim.since = claim.mends.since
        claim.full_clean()
        for one in standing:
            if _said(one) == _said(claim):
                return one
        newest = rows[-1].pk if rows else 0
        if (seen is not None and seen != newest) or (claim.mends is not None and claim.mends not in standing):
            raise ValidationError(_("Somebody has just written this down anew. Look at it again before you change it."))
        claim.save()
        # The numbers themselves are not repeated in the log.
        book.record(Action.SAY_CLAIM, subject_of(person, "claim", claim.pk))
        return claim


def say_terms(*, by: Actor, row: Membership | VendorNumber | Price | Licence | FeeLimit | TaxRule) -> Any:
    """One more row of the clinic's terms. Who is named in it belongs to the clinic.

    Raises ValidationError for a fee limit of a day for which the insurer has published one.
    """
    with open_book(by, Action.SAY_TERMS, Subject("terms", row._meta.model_name or "")) as book:
        row.clinic_id = by.clinic_id
        row.full_clean()
        if isinstance(row, FeeLimit) and row.payer == Payer.ICBC:
            _require_gap(row)
        for name in ("payee", "practitioner"):
            named = getattr(row, name, None)
            if named is not None and named.clinic_id != by.clinic_id:
                raise ValueError(f"{name} is of another clinic")
        row.save()
        book.record(Action.SAY_TERMS, Subject("terms", str(row.pk)), f"{row._meta.verbose_name} from {row.from_day}")
        return row


def _require_gap(row: FeeLimit) -> None:
    found = fee_table().published(row.discipline, row.item, row.from_day)
    if found is not None:
        told = {"amount": found.amount, "day": f"{found.effective_from:%-d %b %Y}", "source": found.source}
        said = _("The published limit of this day is %(amount)s, from %(day)s on (%(source)s). It stands.")
        raise ValidationError({"amount": said % told})


def _said(claim: Claim) -> dict[str, Any]:
    left_out = {"id", "said_at", "said_by", "mends"}
    return {one.attname: getattr(claim, one.attname) for one in Claim._meta.concrete_fields if one.name not in left_out}
