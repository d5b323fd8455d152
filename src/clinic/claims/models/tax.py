"""Whether GST is added: the one place that says so. No table of a payer does (operations 1.11), so the clinic does."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from clinic.accounts.models import Clinic
from clinic.claims.disciplines import Discipline
from clinic.claims.models.line import Item
from clinic.ledger.models import AppendOnly


class TaxRule(AppendOnly):
    """From a day on, of a discipline; where it differs, of a kind of visit or of a practitioner (icbc_rules R42)."""

    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="tax_rules", verbose_name=_("clinic"))
    discipline = models.CharField(_("discipline"), max_length=20, choices=Discipline.choices)
    item = models.CharField(_("visit"), max_length=14, choices=Item.choices, blank=True)
    """Empty: every visit, and every missed one."""
    practitioner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="tax_rules",
        verbose_name=_("practitioner"),
    )
    """None: everybody."""
    is_taxed = models.BooleanField(_("GST is added"))
    from_day = models.DateField(_("from"))

    class Meta(AppendOnly.Meta):
        verbose_name = _("rule of GST")
        verbose_name_plural = _("rules of GST")
        ordering = ["clinic", "discipline", "from_day", "id"]

    def __str__(self) -> str:
        return f"{self.discipline} {self.item} {self.is_taxed}"
