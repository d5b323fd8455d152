"""What was billed, paid and let go of, what is owed, and what has to be given back: summed here, from the ledger alone.

Every page reads these sums. What is owed on one line and what has to be given back on another are two numbers: money of
a line that was taken back pays no other line until somebody has it do so.
"""

from collections.abc import Iterable
from dataclasses import astuple, dataclass
from decimal import Decimal
from typing import Any, Self

from django.db.models import Q, Sum

from clinic.claims.models import Account, Posting
from clinic.claims.money import ZERO

EARNED = (Account.INCOME, Account.GST)


@dataclass(frozen=True)
class Sums:
    """Of one line, or of several that were added up. Always: billed - taken back - let go - paid is what is owed less
    what has to be given back."""

    billed: Decimal = ZERO
    """With tax."""
    taken_back: Decimal = ZERO
    """By credit notes."""
    let_go: Decimal = ZERO
    paid: Decimal = ZERO
    """What came in, less what was given back or moved to another line."""
    owed: Decimal = ZERO
    to_give_back: Decimal = ZERO

    @classmethod
    def of_line(cls, billed: Decimal, taken_back: Decimal, let_go: Decimal, paid: Decimal) -> Self:
        left = billed - taken_back - let_go - paid
        return cls(billed, taken_back, let_go, paid, max(left, ZERO), max(-left, ZERO))

    def __add__(self, other: Self) -> Self:
        return type(self)(*(one + more for one, more in zip(astuple(self), astuple(other), strict=True)))

    @property
    def kept(self) -> Decimal:
        """What was paid and stays paid."""
        return self.paid - self.to_give_back

    @property
    def is_receipt(self) -> bool:
        """Something was paid and stays paid, and nothing more is asked for."""
        return self.kept > ZERO and self.owed == ZERO

    @property
    def is_over(self) -> bool:
        """Nothing is left of it, and nothing was paid that stays paid."""
        return self.kept == self.owed == ZERO


def sums_of(lines: Iterable[Any]) -> dict[int, Sums]:
    """Line -> its sums. A line that was never sent has none. One statement."""
    return _sums(Posting.objects.filter(line__in=[one.pk for one in lines]))


def sums_of_clinic(clinic_id: int, **only: Any) -> dict[int, Sums]:
    """Of every line of a clinic that was ever sent."""
    return _sums(Posting.objects.filter(clinic_id=clinic_id, **only))


def added(sums: Iterable[Sums]) -> Sums:
    """Of several lines."""
    return sum(sums, Sums())


def open_amounts(lines: Iterable[Any]) -> dict[int, Decimal]:
    """Line -> what is still owed on it; less than nothing where the clinic has to give back. For a single line alone:
    such amounts are never added up."""
    return {line: one.owed - one.to_give_back for line, one in sums_of(lines).items()}


def open_of_clinic(clinic_id: int, **only: Any) -> dict[int, Decimal]:
    """Of every line on which something is owed or to be given back."""
    found = {line: one.owed - one.to_give_back for line, one in sums_of_clinic(clinic_id, **only).items()}
    return {line: amount for line, amount in found.items() if amount != ZERO}


def _sums(postings: Any) -> dict[int, Sums]:
    """Each posting has what is owed on one of its sides: the other sides say all that there is to say."""
    rows = (
        postings.order_by()
        .values("line")
        .annotate(
            billed=Sum("amount", filter=Q(credit__in=EARNED)),
            taken_back=Sum("amount", filter=Q(debit__in=EARNED)),
            let_go=Sum("amount", filter=Q(debit=Account.ADJUSTMENT)),
            asked_again=Sum("amount", filter=Q(credit=Account.ADJUSTMENT)),
            came_in=Sum("amount", filter=Q(debit=Account.BANK)),
            went_out=Sum("amount", filter=Q(credit=Account.BANK)),
        )
    )
    found = {}
    for row in rows:
        line = row.pop("line")
        held = {name: amount or ZERO for name, amount in row.items()}
        let_go, paid = held["let_go"] - held["asked_again"], held["came_in"] - held["went_out"]
        found[line] = Sums.of_line(held["billed"], held["taken_back"], let_go, paid)
    return found
