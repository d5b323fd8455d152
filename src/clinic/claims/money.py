"""Money: Canadian dollars as exact decimals with two places, kept by the database as whole cents.

SQLite would keep a decimal as a binary fraction, in which 0.10 is not a tenth; whole cents add up exactly everywhere.
"""

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

CENT = Decimal("0.01")
ZERO = Decimal("0.00")
MOST = Decimal("99999999.99")
"""Of one amount: ten digits. No bill of a clinic comes near it."""
_LONGEST_TEXT = 20


class NotMoney(ValueError):
    """What was given is no exact amount of money."""


def money(value: object) -> Decimal:
    """An amount with two places. Raises NotMoney for floats, for parts of a cent and for what no bill can hold."""
    if isinstance(value, bool) or not isinstance(value, Decimal | int | str):
        raise NotMoney(f"{value!r} is no exact amount")
    if isinstance(value, str) and (len(value) > _LONGEST_TEXT or not value.isascii()):
        raise NotMoney("no amount")
    try:
        amount = Decimal(value)
    except InvalidOperation:
        raise NotMoney(f"{value!r} is no amount") from None
    if not amount.is_finite() or abs(amount) > MOST:
        raise NotMoney(f"{value!r} is not an amount that can be billed")
    exact = amount.quantize(CENT)
    if exact != amount:
        raise NotMoney(f"{value!r} has parts of a cent")
    return exact + ZERO  # no negative zero


def typed(text: str) -> Decimal:
    """What somebody typed: more than nothing, with two places at most. Raises ValidationError."""
    # Decimal itself would take 1e5, 1_000 and digits of other scripts.
    told = text.strip().removeprefix("$").strip()
    whole, _dot, cents = told.partition(".")
    plain = whole.isascii() and whole.isdecimal() and (not _dot or (cents.isascii() and cents.isdecimal()))
    try:
        amount = money(told) if plain else ZERO
    except NotMoney:
        amount = ZERO
    if amount <= 0:
        raise ValidationError(_("Write an amount of dollars and cents, such as 95.00."))
    return amount


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
        except NotMoney as error:
            raise ValidationError(str(error)) from None

    def get_prep_value(self, value: Any) -> int | None:
        return None if value is None else int(money(value).scaleb(2))
