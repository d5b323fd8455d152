"""When a clinician works, on the clocks of the clinic: a shift from nine stays at nine when the clocks change."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from clinic.calendar.disciplines import Discipline


class Practice(models.Model):
    """How somebody treats: discipline, skills, turn-over and the most of a day."""

    clinician = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="practice", verbose_name=_("clinician")
    )
    discipline = models.CharField(_("discipline"), max_length=8, choices=Discipline.choices)
    skills = models.JSONField(_("skills"), default=list, blank=True)
    turnover_minutes = models.PositiveSmallIntegerField(_("turn-over after each visit, minutes"))
    max_minutes_per_day = models.PositiveSmallIntegerField(_("most hands-on minutes a day"))
    visit_minutes = models.PositiveSmallIntegerField(_("length of a visit, minutes"), default=60)

    class Meta:
        verbose_name = _("practice")
        verbose_name_plural = _("practices")

    def __str__(self) -> str:
        return f"{self.clinician} ({self.discipline})"


class WeeklyHours(models.Model):
    """One shift of a week that comes back."""

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="hours", verbose_name=_("practice"))
    weekday = models.PositiveSmallIntegerField(_("weekday, 0 is Monday"))
    starts = models.TimeField(_("from"))
    ends = models.TimeField(_("to"))
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid to, included"), null=True, blank=True)

    class Meta:
        verbose_name = _("weekly hours")
        verbose_name_plural = _("weekly hours")
        ordering = ["practice", "weekday", "starts"]
        constraints = [
            models.CheckConstraint(condition=Q(weekday__lte=6), name="hours_on_a_weekday"),
            models.CheckConstraint(condition=Q(starts__lt=F("ends")), name="hours_end_after_they_start"),
        ]

    def __str__(self) -> str:
        return f"{self.weekday} {self.starts:%H:%M}-{self.ends:%H:%M}"


class TimeOff(models.Model):
    """A break, a meeting, a holiday, an illness; also a room or a clinic that is closed."""

    class Why(models.TextChoices):
        BREAK = "break", _("Break")
        MEETING = "meeting", _("Meeting")
        AWAY = "away", _("Away")
        ILL = "ill", _("Ill")
        CLOSED = "closed", _("Closed")

    practice = models.ForeignKey(
        Practice, models.CASCADE, null=True, blank=True, related_name="off", verbose_name=_("practice")
    )
    room = models.ForeignKey(
        "calendar.Room", models.CASCADE, null=True, blank=True, related_name="off", verbose_name=_("room")
    )
    on = models.DateField(_("on"))
    starts = models.TimeField(_("from"))
    ends = models.TimeField(_("to; midnight as 00:00 means the end of the day"))
    why = models.CharField(_("why"), max_length=8, choices=Why.choices)
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("said by"))
    said_at = models.DateTimeField(_("said at"))

    class Meta:
        verbose_name = _("time off")
        verbose_name_plural = _("times off")
        ordering = ["on", "starts", "id"]
        indexes = [models.Index(fields=["on"], name="off_on_a_day")]
        constraints = [
            models.CheckConstraint(
                condition=Q(practice__isnull=False, room__isnull=True) | Q(practice__isnull=True, room__isnull=False),
                name="off_is_of_a_clinician_or_a_room",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.why} {self.on} {self.starts:%H:%M}"
