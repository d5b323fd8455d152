"""Series that are worked out together, and the ways to book them."""

from datetime import datetime, timedelta

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from clinic.accounts.models import Clinic
from clinic.calendar.models.series import Series

SILENT_AFTER = timedelta(seconds=30)
"""Its process says every second that it is there."""


class Continuity(models.Model):
    """What a clinic gives for people to be treated by their own clinician. Without a row: placed visits come first."""

    clinic = models.OneToOneField(Clinic, models.CASCADE, related_name="continuity", verbose_name=_("clinic"))
    visits = models.DecimalField(
        _("visits away from one's own clinician that weigh as much as one without an hour"),
        max_digits=4,
        decimal_places=1,
        validators=[MinValueValidator(1), MaxValueValidator(20)],
    )

    class Meta:
        verbose_name = _("continuity")
        verbose_name_plural = _("continuity")

    def __str__(self) -> str:
        return f"{self.clinic_id}: {self.visits}"


class ListProposal(models.Model):
    """One at a time in a clinic. It is gone once it was booked or dropped: what was booked stands in the calendar."""

    clinic = models.OneToOneField(Clinic, models.CASCADE, related_name="list_proposal", verbose_name=_("clinic"))
    series = models.ManyToManyField(Series, related_name="+", verbose_name=_("series"))
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("asked by"))
    asked_at = models.DateTimeField(_("asked at"))
    visits = models.PositiveIntegerField(_("visits that it asks for"), null=True, blank=True)
    fingerprint = models.CharField(_("fingerprint of what was worked out"), max_length=64, blank=True)
    shortages = models.JSONField(_("hours that cannot be enough"), default=list)
    """Sentences."""
    heard_at = models.DateTimeField(_("last heard of"))
    stop_asked_at = models.DateTimeField(_("stop asked at"), null=True, blank=True)
    ended_at = models.DateTimeField(_("worked out at"), null=True, blank=True)

    class Meta:
        verbose_name = _("proposal for a list")
        verbose_name_plural = _("proposals for lists")

    def __str__(self) -> str:
        return f"{self.clinic_id} {self.asked_at:%Y-%m-%d %H:%M}"

    def is_cut_off(self, now: datetime) -> bool:
        """Its process ended before it was done."""
        return self.ended_at is None and self.heard_at < now - SILENT_AFTER


class ListWay(models.Model):
    """One way to book them: the best so far, and in the end the answer."""

    proposal = models.ForeignKey(ListProposal, models.CASCADE, related_name="ways", verbose_name=_("proposal"))
    number = models.PositiveSmallIntegerField(_("number"))
    continuity = models.DecimalField(_("continuity"), max_digits=4, decimal_places=1, null=True, blank=True)
    """As in :class:`Continuity`; empty where placed visits come first."""
    seconds = models.FloatField(_("seconds so far"), default=0)
    unplaced = models.PositiveIntegerField(_("visits without an hour"), null=True, blank=True)
    bound = models.PositiveIntegerField(_("proven: at least so many"), null=True, blank=True)
    answer = models.JSONField(_("hours and reasons"), null=True, blank=True)
    """``placed``: visit, clinician, room, hour; ``waiting``: visit, reasons; by keys."""
    figures = models.JSONField(_("figures"), default=dict, blank=True)
    """The report of the library (:class:`concordant.booking.report.Report`)."""

    class Meta:
        verbose_name = _("way to book a list")
        verbose_name_plural = _("ways to book a list")
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["proposal", "number"], name="way_has_its_number")]

    def __str__(self) -> str:
        return f"{self.proposal_id}/{self.number}"
