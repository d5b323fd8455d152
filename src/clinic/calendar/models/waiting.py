"""Who waits for an earlier or any hour, and what was offered to them."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from clinic.calendar.disciplines import Discipline
from clinic.calendar.models.room import Room
from clinic.calendar.models.series import PrescribedVisit
from clinic.chart.models import Person


class Waiting(models.Model):
    """A wish that stands until it is filled or taken back. A prescribed visit without an hour waits by itself."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="waiting", verbose_name=_("person"))
    prescribed = models.OneToOneField(
        PrescribedVisit, models.CASCADE, null=True, blank=True, related_name="waiting", verbose_name=_("of series")
    )
    discipline = models.CharField(_("discipline"), max_length=8, choices=Discipline.choices)
    minutes = models.PositiveSmallIntegerField(_("minutes"))
    since = models.DateTimeField(_("since"))
    until = models.DateField(_("no use after"), null=True, blank=True)
    reasons = models.JSONField(_("why it has no hour"), default=list)
    """As booking gave them."""
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)

    class Meta:
        verbose_name = _("waiting")
        verbose_name_plural = _("waiting list")
        ordering = ["since", "id"]

    def __str__(self) -> str:
        return f"{self.person_id} {self.discipline}"


class Offer(models.Model):
    """An hour that was offered. To three at a time; the first yes has it; it ends after half an hour."""

    waiting = models.ForeignKey(Waiting, models.CASCADE, related_name="offers", verbose_name=_("waiting"))
    clinician = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("clinician")
    )
    room = models.ForeignKey(Room, models.PROTECT, related_name="+", verbose_name=_("room"))
    starts_at = models.DateTimeField(_("starts at"))
    offered_at = models.DateTimeField(_("offered at"))
    ends_at = models.DateTimeField(_("open until"))
    answer = models.CharField(
        _("answer"),
        max_length=7,
        blank=True,
        choices=[("yes", _("Yes")), ("no", _("No")), ("late", _("Somebody was faster"))],
    )

    class Meta:
        verbose_name = _("offer")
        verbose_name_plural = _("offers")
        ordering = ["offered_at", "id"]

    def __str__(self) -> str:
        return f"{self.waiting_id} {self.starts_at}"
