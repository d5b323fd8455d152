"""A row that a device sent, as it was sent."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from clinic.chart.models import Person
from clinic.ledger.models import AppendOnly


class SentRow(AppendOnly):
    """Never changed. What the chart says of a day follows from all of its rows; of two that differ both are here."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="+", db_index=False, verbose_name=_("person"))
    key = models.UUIDField(_("key of the row"))
    kind = models.CharField(_("kind"), max_length=10)
    day = models.DateField(_("day"))
    item = models.CharField(_("treatment"), max_length=100, blank=True)
    says = models.JSONField(_("what it says"))
    based_on = models.JSONField(_("keys of what its writer knew of"))
    written_at = models.DateTimeField(_("written at"))
    zone_min = models.SmallIntegerField(_("minutes east of Greenwich where it was written"), default=0)
    device = models.UUIDField(_("device"), null=True)
    """None where the chart's own form was signed: what stood there was taken up as a version of the day."""
    clock_written = models.CharField(_("written, by the clock of the device"), max_length=40, blank=True)
    clock_sent = models.CharField(_("sent, by the clock of the device"), max_length=40, blank=True)
    received_at = models.DateTimeField(_("received at"))
    seal = models.CharField(_("SHA-256 of the row as it was sent"), max_length=64, blank=True)

    class Meta(AppendOnly.Meta):
        verbose_name = _("sent row")
        verbose_name_plural = _("sent rows")
        ordering = ["id"]
        indexes = [models.Index(fields=["person", "day", "kind"], name="sent_rows_of_day")]
        constraints = [models.UniqueConstraint(fields=["person", "key"], name="sent_row_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.day} ({self.pk})"
