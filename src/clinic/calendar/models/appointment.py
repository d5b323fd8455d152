"""An appointment: one person, one clinician, one room. The database lets no two of them share an hour."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from clinic.accounts.models import Clinic
from clinic.calendar.disciplines import Discipline
from clinic.calendar.models.room import Room
from clinic.calendar.models.series import PrescribedVisit
from clinic.chart.models import Person
from clinic.ledger.models import AppendOnly


class Status(models.TextChoices):
    """The way of an appointment through the day (operations 4.1)."""

    REQUESTED = "requested", _("Requested")
    BOOKED = "booked", _("Booked")
    CONFIRMED = "confirmed", _("Confirmed")
    ARRIVED = "arrived", _("Arrived")
    IN_ROOM = "in_room", _("In the room")
    DONE = "done", _("Done")
    CANCELLED = "cancelled", _("Cancelled")
    LATE_CANCELLED = "late_cancelled", _("Cancelled late")
    NO_SHOW = "no_show", _("Did not come")


ENDED = (Status.CANCELLED, Status.LATE_CANCELLED, Status.NO_SHOW)
"""They hold no hour any more."""
BEFORE_ARRIVAL = (Status.REQUESTED, Status.BOOKED, Status.CONFIRMED)
"""Nobody has come yet."""
THERE = (Status.ARRIVED, Status.IN_ROOM, Status.DONE)
"""Somebody has come."""


class Appointment(models.Model):
    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="appointments", verbose_name=_("clinic"))
    person = models.ForeignKey(Person, models.PROTECT, related_name="appointments", verbose_name=_("person"))
    clinician = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="appointments", verbose_name=_("clinician")
    )
    room = models.ForeignKey(Room, models.PROTECT, related_name="appointments", verbose_name=_("room"))
    discipline = models.CharField(_("discipline"), max_length=8, choices=Discipline.choices)
    kind = models.CharField(_("kind"), max_length=10, choices=PrescribedVisit.Kind.choices)
    prescribed = models.ForeignKey(
        PrescribedVisit, models.PROTECT, null=True, blank=True, related_name="appointments", verbose_name=_("of series")
    )
    starts_at = models.DateTimeField(_("starts at"))
    ends_at = models.DateTimeField(_("ends at"))
    """The person's time."""
    free_at = models.DateTimeField(_("clinician and room are free at"))
    """The end with the turn-over."""
    told_day = models.DateField(_("day that was told"), null=True, editable=False)
    told_hour = models.TimeField(_("hour that was told"), null=True, editable=False)
    """On the clocks of the clinic, when the visit was placed here: what people wrote down. The moment may come to stand
    for another hour, where a law changes the clocks; this stays. None for a row that no action placed."""
    status = models.CharField(_("status"), max_length=14, choices=Status.choices, default=Status.BOOKED)
    override_reason = models.CharField(_("why against a rule"), max_length=200, blank=True)
    """Where a soft rule was set aside; the hard ones cannot be."""
    version = models.PositiveIntegerField(_("version"), default=1)
    """Counts the changes: who changes an older one than stands is told so."""

    class Meta:
        verbose_name = _("appointment")
        verbose_name_plural = _("appointments")
        ordering = ["starts_at", "id"]
        indexes = [
            models.Index(fields=["clinic", "starts_at"], name="appointments_of_clinic"),
            models.Index(fields=["person", "starts_at"], name="appointments_of_person"),
            models.Index(fields=["clinician", "starts_at"], name="appointments_of_clinician"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_at__lt=F("ends_at")) & Q(ends_at__lte=F("free_at")), name="appointment_has_a_length"
            ),
            models.UniqueConstraint(
                fields=["prescribed"],
                condition=~Q(status__in=["cancelled", "late_cancelled", "no_show"]),
                name="prescribed_visit_booked_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.starts_at:%Y-%m-%d %H:%M} {self.discipline} ({self.pk})"

    def tell(self, zone: ZoneInfo) -> None:
        """It is placed where it stands now: keep what the clocks say of that."""
        local = self.starts_at.astimezone(zone)
        self.told_day, self.told_hour = local.date(), local.time()

    @property
    def told(self) -> datetime | None:
        """The hour that people were told, without a zone."""
        if self.told_day is None or self.told_hour is None:
            return None
        return datetime.combine(self.told_day, self.told_hour)

    @property
    def stands(self) -> bool:
        """It holds its hour."""
        return self.status not in ENDED


class AppointmentChange(AppendOnly):
    """What happened to an appointment, when, by whom and why. Written once."""

    appointment = models.ForeignKey(Appointment, models.PROTECT, related_name="changes", verbose_name=_("appointment"))
    at = models.DateTimeField(_("when"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("by"))
    what = models.CharField(_("what"), max_length=14)
    """``booked``, ``moved`` or the new status."""
    before = models.JSONField(_("before"), default=dict)
    after = models.JSONField(_("after"), default=dict)
    reason = models.CharField(_("reason"), max_length=200, blank=True)

    class Meta(AppendOnly.Meta):
        verbose_name = _("change of an appointment")
        verbose_name_plural = _("changes of appointments")
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.appointment_id} {self.what}"
