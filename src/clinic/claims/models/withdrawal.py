"""A row of the terms that was wrong from the beginning: it stays to be read, and decides nothing any more."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from clinic.accounts.models import Clinic
from clinic.claims.models.tax import TaxRule
from clinic.claims.models.terms import FeeLimit, Licence, Membership, Price, VendorNumber
from clinic.ledger.models import AppendOnly

KINDS: Mapping[str, type[Price | FeeLimit | TaxRule | Licence | VendorNumber | Membership]] = MappingProxyType(
    {
        "price": Price,
        "fee": FeeLimit,
        "gst": TaxRule,
        "licence": Licence,
        "vendor": VendorNumber,
        "member": Membership,
    }
)
"""Of all the terms."""


class Withdrawal(AppendOnly):
    """Of one row, once, with the reason. To say it anew, another row is added."""

    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="withdrawals", verbose_name=_("clinic"))
    kind = models.CharField(_("kind"), max_length=10, choices=[(one, one) for one in KINDS])
    row = models.BigIntegerField(_("row"))
    """Its key, in the table of its kind."""
    reason = models.CharField(_("reason"), max_length=400)
    at = models.DateTimeField(_("when"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))

    class Meta(AppendOnly.Meta):
        verbose_name = _("withdrawal of a row of the terms")
        verbose_name_plural = _("withdrawals of rows of the terms")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "row"], name="row_withdrawn_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="withdrawal_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.row}"


def standing(kind: str, clinic_id: int) -> Any:
    """The rows of a clinic that were not withdrawn, as they were written down one after the other."""
    withdrawn = Withdrawal.objects.filter(kind=kind, row=OuterRef("pk"))
    return KINDS[kind]._default_manager.filter(~Exists(withdrawn), clinic_id=clinic_id).order_by("id")
