"""What goes out and comes in: invoices, credit notes, payments, and what is let go of. Nothing of it is deleted."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clinic.accounts.models import Clinic
from clinic.chart.models import Person
from clinic.claims.models.claim import Claim, Payer
from clinic.claims.models.line import InvoiceLine, Route
from clinic.claims.money import MoneyField
from clinic.ledger.models import AppendOnly


class Invoice(AppendOnly):
    """One sheet to one payer: one person, one discipline, one practitioner. Its numbers have no gaps."""

    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="invoices", verbose_name=_("clinic"))
    number = models.PositiveIntegerField(_("number"))
    person = models.ForeignKey(Person, models.PROTECT, related_name="invoices", verbose_name=_("person"))
    claim = models.ForeignKey(
        Claim, models.PROTECT, null=True, blank=True, related_name="invoices", verbose_name=_("claim")
    )
    payer = models.CharField(_("payer"), max_length=12, choices=Payer.choices)
    route = models.CharField(_("way"), max_length=10, choices=Route.choices)
    vendor_number = models.CharField(_("vendor number"), max_length=20, blank=True)
    college = models.CharField(_("college"), max_length=120, blank=True)
    licence_number = models.CharField(_("licence number"), max_length=40, blank=True)
    """Of the practitioner on the day of sending, as it was told."""
    batch = models.UUIDField(_("key of the form that was sent"))
    sent_at = models.DateTimeField(_("sent at"))
    sent_on = models.DateField(_("sent on"))

    class Meta(AppendOnly.Meta):
        verbose_name = _("invoice")
        verbose_name_plural = _("invoices")
        ordering = ["clinic", "number"]
        indexes = [models.Index(fields=["clinic", "batch"], name="invoices_of_batch")]
        constraints = [models.UniqueConstraint(fields=["clinic", "number"], name="invoice_number_once")]

    def __str__(self) -> str:
        return f"{self.number}"


class InvoicedLine(AppendOnly):
    """A line stands on one invoice, and never on a second."""

    invoice = models.ForeignKey(Invoice, models.PROTECT, related_name="lines", verbose_name=_("invoice"))
    line = models.OneToOneField(InvoiceLine, models.PROTECT, related_name="invoiced", verbose_name=_("line"))

    class Meta(AppendOnly.Meta):
        verbose_name = _("line of an invoice")
        verbose_name_plural = _("lines of invoices")
        ordering = ["invoice", "id"]

    def __str__(self) -> str:
        return f"{self.invoice_id}: {self.line_id}"


class CreditNote(AppendOnly):
    """Takes a whole line back. A line is credited once."""

    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="credit_notes", verbose_name=_("clinic"))
    number = models.PositiveIntegerField(_("number"))
    line = models.OneToOneField(InvoiceLine, models.PROTECT, related_name="credit", verbose_name=_("line"))
    net = MoneyField(_("amount before tax"))
    gst = MoneyField(_("GST"))
    reason = models.CharField(_("reason"), max_length=400)
    at = models.DateTimeField(_("when"))
    on = models.DateField(_("day"))

    class Meta(AppendOnly.Meta):
        verbose_name = _("credit note")
        verbose_name_plural = _("credit notes")
        ordering = ["clinic", "number"]
        constraints = [
            models.UniqueConstraint(fields=["clinic", "number"], name="credit_note_number_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="credit_note_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.number}"


class Payment(AppendOnly):
    """Money for one line, that came in or was given back. What comes in one sum has one key."""

    class Way(models.TextChoices):
        STATEMENT = "statement", _("Payment statement of the insurer")
        CARD = "card", _("Card")
        CASH = "cash", _("Cash")
        TRANSFER = "transfer", _("Bank transfer")
        MOVED = "moved", _("Moved from the line that this one replaces")

    line = models.ForeignKey(InvoiceLine, models.PROTECT, related_name="payments", verbose_name=_("line"))
    amount = MoneyField(_("amount"))
    is_refund = models.BooleanField(_("given back"), default=False)
    way = models.CharField(_("way"), max_length=10, choices=Way.choices)
    reference = models.CharField(_("reference"), max_length=80, blank=True)
    batch = models.UUIDField(_("key of the form that was sent"))
    at = models.DateTimeField(_("when"))
    on = models.DateField(_("day"))

    class Meta(AppendOnly.Meta):
        verbose_name = _("payment")
        verbose_name_plural = _("payments")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="payment_is_something"),
            models.UniqueConstraint(fields=["batch", "line"], name="payment_once_for_one_form"),
        ]

    def __str__(self) -> str:
        return f"{self.line_id} {self.amount}"


class Adjustment(AppendOnly):
    """What is let go of: the payer pays less, and nobody is asked for the rest."""

    line = models.ForeignKey(InvoiceLine, models.PROTECT, related_name="adjustments", verbose_name=_("line"))
    amount = MoneyField(_("amount"))
    reason = models.CharField(_("reason"), max_length=400)
    batch = models.UUIDField(_("key of the form that was sent"))
    at = models.DateTimeField(_("when"))
    on = models.DateField(_("day"))

    class Meta(AppendOnly.Meta):
        verbose_name = _("adjustment")
        verbose_name_plural = _("adjustments")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="adjustment_is_something"),
            models.UniqueConstraint(fields=["batch", "line"], name="adjustment_once_for_one_form"),
        ]

    def __str__(self) -> str:
        return f"{self.line_id} {self.amount}"
