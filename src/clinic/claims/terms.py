"""The clinic's terms of billing as they stood on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import zip_longest
from typing import Any, Protocol, TypeVar

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce

from clinic.accounts.models import Clinic
from clinic.claims.models import FeeLimit, Licence, Membership, Payer, Price, TaxRule, VendorNumber, Withdrawal
from clinic.claims.models.withdrawal import KINDS, standing
from concordant.coverage import ClinicTerms
from concordant.coverage import terms as library
from concordant.payers import TREATS, FeeRow, Item


class _Dated(Protocol):
    from_day: date


D = TypeVar("D", bound=_Dated)


def _standing(rows: Iterable[D], on: date) -> D | None:
    """The newest row whose day has come; of two of one day the one that was said last."""
    begun = [row for row in rows if row.from_day <= on]
    return max(enumerate(begun), key=lambda one: (one[1].from_day, one[0]))[1] if begun else None


@dataclass(frozen=True)
class Terms:
    """Everything at once: there are a few dozen rows, and a month of lines asks for them again and again."""

    memberships: tuple[Membership, ...]
    vendor_numbers: tuple[VendorNumber, ...]
    prices: tuple[Price, ...]
    licences: tuple[Licence, ...]
    fee_limits: tuple[FeeLimit, ...]
    tax_rules: tuple[TaxRule, ...]

    def is_member(self, on: date) -> bool | None:
        """None where the clinic has not said."""
        row = _standing(self.memberships, on)
        return row.is_member if row else None

    def vendor_number(self, practitioner_id: int | None, on: date) -> str:
        """The practitioner's own where there is one, else the clinic's; empty without any."""
        own = [one for one in self.vendor_numbers if one.payee_id == practitioner_id and practitioner_id is not None]
        row = _standing(own, on) or _standing((one for one in self.vendor_numbers if one.payee_id is None), on)
        return row.number if row else ""

    def price(self, discipline: str, item: str, minutes: int | None, on: date) -> Price | None:
        """Of this very length, else of any; None where none is listed for it."""
        of_kind = [one for one in self.prices if (one.discipline, one.item) == (discipline, item)]
        exact = _standing((one for one in of_kind if minutes is not None and one.minutes == minutes), on)
        return exact or _standing((one for one in of_kind if one.minutes is None), on)

    def most_asked(self, discipline: str, on: date) -> Decimal | None:
        """The highest price of a further visit, whatever its length: more is never asked for a missed one."""
        of_kind = [one for one in self.prices if (one.discipline, one.item) == (discipline, Price.Kind.STANDARD)]
        lengths = {one.minutes for one in of_kind}
        found = [_standing((one for one in of_kind if one.minutes == length), on) for length in lengths]
        return max((one.amount for one in found if one is not None), default=None)

    def licence(self, practitioner_id: int | None, discipline: str, on: date) -> Licence | None:
        """That was valid on the day."""
        row = _standing(
            (one for one in self.licences if one.practitioner_id == practitioner_id and one.discipline == discipline),
            on,
        )
        return row if row is not None and (row.to_day is None or on <= row.to_day) else None

    def is_taxed(self, discipline: str, item: str, practitioner_id: int | None, on: date) -> bool | None:
        """Whether GST is added: as said of the practitioner, else of everybody; of this kind of visit, else of all.
        None where nobody has said (icbc_rules R42)."""
        for who in dict.fromkeys((practitioner_id, None)):
            for what in (item, ""):
                wanted = (discipline, what, who)
                row = _standing(
                    (one for one in self.tax_rules if (one.discipline, one.item, one.practitioner_id) == wanted), on
                )
                if row is not None:
                    return row.is_taxed
        return None

    def is_taxed_by_anybody(self, discipline: str, item: str, on: date) -> bool | None:
        """Where it is not known who will give the treatment: None too where that would decide."""
        people = {None, *(one.practitioner_id for one in self.tax_rules if one.discipline == discipline)}
        said = {self.is_taxed(discipline, item, one, on) for one in people}
        return said.pop() if len(said) == 1 else None

    def for_library(self) -> ClinicTerms:
        """As coverage is worked out from them, all of it before tax."""
        return ClinicTerms(
            memberships=_stretches(self.memberships),
            prices=tuple(
                library.Price(
                    discipline=TREATS[one.discipline],
                    item=Item(one.item),
                    minutes=one.minutes,
                    since=one.from_day,
                    amount=one.amount,
                )
                # Of two rows of one day the one that was said last.
                for one in {(one.discipline, one.item, one.minutes, one.from_day): one for one in self.prices}.values()
            ),
            fees=self._fees(Payer.ICBC),
            contract=self._fees(Payer.WORKSAFEBC),
        )

    def _fees(self, payer: Payer) -> tuple[FeeRow, ...]:
        """What one insurer pays, as the clinic was told; of two rows of one day the one that was said last."""
        own = [one for one in self.fee_limits if one.payer == payer]
        return tuple(
            FeeRow(
                effective_from=one.from_day,
                effective_to=one.to_day,
                discipline=one.discipline,
                item=one.item,
                amount=one.amount,
                how_known="told to the clinic",
                source=one.source,
            )
            for one in {(one.discipline, one.item, one.from_day): one for one in own}.values()
        )


def _stretches(rows: Iterable[Membership]) -> tuple[library.Membership, ...] | None:
    days = sorted({one.from_day: one.is_member for one in rows}.items())
    ends = [day - timedelta(days=1) for day, _is_member in days[1:]]
    found = zip_longest(days, ends)
    return tuple(library.Membership(day, end) for (day, is_member), end in found if is_member) if days else None


def newest_terms(clinic_id: int) -> tuple[int, ...]:
    """The newest row of each kind, without reading them: what was worked out with the terms holds as long as this is
    the same. One statement."""
    kinds: tuple[Any, ...] = (*KINDS.values(), Withdrawal)
    newest = [kind._default_manager.filter(clinic=OuterRef("pk")).order_by("-id").values("id")[:1] for kind in kinds]
    row = Clinic.objects.filter(pk=clinic_id).values_list(*(Coalesce(Subquery(one), 0) for one in newest))
    return tuple(row.get())


def terms_of(clinic_id: int) -> Terms:
    return Terms(
        memberships=tuple(standing("member", clinic_id)),
        vendor_numbers=tuple(standing("vendor", clinic_id)),
        prices=tuple(standing("price", clinic_id)),
        licences=tuple(standing("licence", clinic_id)),
        fee_limits=tuple(standing("fee", clinic_id)),
        tax_rules=tuple(standing("gst", clinic_id)),
    )
