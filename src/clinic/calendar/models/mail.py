"""Mails that remind of a visit: what was sent, and who wants none."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from clinic.calendar.models.appointment import Appointment
from clinic.chart.models import Person


class VisitMail(models.Model):
    """How somebody is reminded of visits. Made with the first mail; they are reminded until they say otherwise."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="visit_mail", verbose_name=_("person"))
    stop_sha256 = models.CharField(_("hash of an early stop link"), max_length=64, unique=True, null=True, blank=True)
    """Of mails sent before stop links were signed (clinic.reminders.secrets); they work on."""
    stopped_at = models.DateTimeField(_("wants none since"), null=True, blank=True)

    class Meta:
        verbose_name = _("mails about visits")
        verbose_name_plural = _("mails about visits")

    def __str__(self) -> str:
        return f"{self.person_id}"


class SentReminder(models.Model):
    """One mail about one hour of one appointment. A visit that was moved is told anew."""

    appointment = models.ForeignKey(
        Appointment, models.CASCADE, related_name="reminders", verbose_name=_("appointment")
    )
    starts_at = models.DateTimeField(_("the hour that it told"))
    is_extra = models.BooleanField(_("the earlier one of a first visit"), default=False)
    sent_at = models.DateTimeField(_("sent at"))

    class Meta:
        verbose_name = _("sent reminder")
        verbose_name_plural = _("sent reminders")
        constraints = [
            models.UniqueConstraint(fields=["appointment", "starts_at", "is_extra"], name="visit_reminded_once"),
        ]

    def __str__(self) -> str:
        return f"{self.appointment_id} {self.sent_at:%Y-%m-%d %H:%M}"
