"""The clinic's own terms: its prices, its membership, its taxes. What nobody has said is not known, never guessed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from concordant.payers import FeeRow, FeeTable, Item, fee_table


@dataclass(frozen=True, slots=True)
class Membership:
    """A stretch of days in the Recovery Network, the last one included; no last day: still a member."""

    first: date
    last: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the clinic is a member on the day."""
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """What the clinic asks for a visit from a day on, before tax."""

    discipline: str
    """As treatments name it."""
    item: Item
    minutes: int | None = None
    """None: whatever its length."""
    since: date
    amount: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Tax:
    """Whether tax is added to the visits of a discipline, from a day on (R42)."""

    discipline: str
    since: date
    is_added: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicTerms:
    """What a clinic has agreed and asks."""

    memberships: tuple[Membership, ...] | None = None
    """Days in the Recovery Network; empty: never a member; None: nobody has said."""
    prices: tuple[Price, ...] = ()
    taxes: tuple[Tax, ...] = ()
    vendors: Mapping[str, str] = field(default_factory=dict)
    """Payee (the clinic, or the licence of a practitioner) -> vendor number (R33)."""
    fees: tuple[FeeRow, ...] = ()
    """Amounts that the clinic was told by ICBC and this package does not know; each with its source."""
    contract: tuple[FeeRow, ...] = ()
    """What WorkSafeBC pays by its contract with the clinic (W02); each with its source."""

    def member_on(self, day: date) -> bool | None:
        """Whether the clinic is in the Recovery Network on a day; None where nobody has said."""
        return None if self.memberships is None else any(one.holds(day) for one in self.memberships)

    def taxed(self, discipline: str, on: date) -> bool | None:
        """Whether tax is added on a day; None where nobody has said."""
        said = [one for one in self.taxes if one.discipline == discipline and one.since <= on]
        return max(said, key=lambda one: one.since).is_added if said else None

    def price(self, discipline: str, item: Item, minutes: int | None, on: date) -> Decimal | None:
        """The price on a day; None where none is listed, or where it depends on a length that is not known."""
        listed = [one for one in self.prices if (one.discipline, one.item) == (discipline, item) and one.since <= on]
        exact = [one for one in listed if one.minutes is not None and one.minutes == minutes]
        fitting = exact or [one for one in listed if one.minutes is None]
        return max(fitting, key=lambda one: one.since).amount if fitting else None

    @property
    def fee_table(self) -> FeeTable:
        """The published fees, with the rows of the clinic."""
        return fee_table().with_rows(self.fees)

    @property
    def contract_rates(self) -> FeeTable:
        """What WorkSafeBC pays, as far as the clinic has said it: nothing is published."""
        return FeeTable(self.contract)
