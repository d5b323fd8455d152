"""The ledger: every row moves one amount from one account to another, so that no row can be out of balance.

The rows of a clinic are a chain of seals. What each account holds is the sum of its rows, and the same sum follows from
the documents (`clinic.claims.recount`).
"""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from clinic.accounts.models import Clinic
from clinic.claims.models.line import InvoiceLine
from clinic.claims.money import MoneyField
from clinic.ledger.models import Sealed


class Account(models.TextChoices):
    PAYER = "owed by payers", _("Owed by payers")
    PATIENT = "owed by patients", _("Owed by patients")
    INCOME = "income", _("Income")
    GST = "gst", _("GST to be passed on")
    BANK = "bank", _("Money received")
    ADJUSTMENT = "let go", _("Let go of")


class Posting(Sealed):
    clinic = models.ForeignKey(
        Clinic, models.PROTECT, related_name="postings", db_index=False, verbose_name=_("clinic")
    )
    at = models.DateTimeField(_("when"))
    on = models.DateField(_("day"))
    line = models.ForeignKey(InvoiceLine, models.PROTECT, related_name="postings", verbose_name=_("line"))
    debit = models.CharField(_("to"), max_length=20, choices=Account.choices)
    credit = models.CharField(_("from"), max_length=20, choices=Account.choices)
    amount = MoneyField(_("amount"))
    document = models.CharField(_("document"), max_length=40)
    """Kind and key, such as ``invoice 12``."""

    class Meta(Sealed.Meta):
        verbose_name = _("posting")
        verbose_name_plural = _("postings")
        ordering = ["id"]
        indexes = [models.Index(fields=["clinic", "id"], name="postings_of_clinic")]
        constraints = [
            models.UniqueConstraint(fields=["clinic", "previous_sha256"], name="posting_chain_does_not_fork"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="posting_moves_something"),
            models.CheckConstraint(condition=~Q(debit=F("credit")), name="posting_moves_it_elsewhere"),
        ]

    def __str__(self) -> str:
        return f"{self.debit} < {self.credit} {self.amount}"

    def sealed_content(self) -> dict[str, Any]:
        return {
            "clinic": self.clinic_id,
            "at": self.utc(self.at),
            "on": self.on.isoformat(),
            "line": self.line_id,
            "debit": str(self.debit),
            "credit": str(self.credit),
            "amount": str(self.amount),
            "document": self.document,
        }
