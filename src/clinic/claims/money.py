"""Money: Canadian dollars as exact decimals with two places, kept by the database as whole cents.

SQLite would keep a decimal as a binary fraction, in which 0.10 is not a tenth; whole cents add up exactly everywhere.
What an amount is, and the largest there is, says `concordant.payers.money` for all.
"""

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from concordant.payers import NoAmount
from concordant.payers.money import CENT
from concordant.payers.money import amount as money

__all__ = ["ZERO", "MoneyField", "money", "typed"]

ZERO = Decimal("0.00")


def typed(text: str) -> Decimal:
    """What somebody typed: more than nothing, with two places at most. Raises ValidationError."""
    try:
        found = money(text.strip().removeprefix("$").strip())
    except NoAmount:
        found = ZERO
    if found == ZERO:
        raise ValidationError(_("Write an amount of dollars and cents, such as 95.00."))
    return found


if TYPE_CHECKING:
    _Field = models.DecimalField  # what a reader of a model sees
else:
    _Field = models.Field


class MoneyField(_Field):
    """A decimal in Python, whole cents in the database. A float is refused before it gets there."""

    description = "Dollars and cents"

    def get_internal_type(self) -> str:
        return "BigIntegerField"

    def from_db_value(self, value: int | Decimal | None, *_context: object) -> Decimal | None:
        # PostgreSQL adds whole numbers up to a decimal.
        return None if value is None else Decimal(value).scaleb(-2).quantize(CENT)

    def to_python(self, value: Any) -> Decimal | None:
        if value is None:
            return None
        try:
            return money(value)
        except NoAmount as error:
            raise ValidationError(str(error)) from None

    def get_prep_value(self, value: Any) -> int | None:
        return None if value is None else int(money(value).scaleb(2))
