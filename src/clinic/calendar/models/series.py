"""A prescribed series: what a signed plan asks for, visit by visit. What has no appointment yet is waiting."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from clinic.calendar.disciplines import Discipline
from clinic.chart.models import Entry, Person


class Series(models.Model):
    """One wish for a series of visits."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="series", verbose_name=_("person"))
    plan = models.ForeignKey(
        Entry, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("signed plan")
    )
    starts = models.DateField(_("first day"))
    requested_at = models.DateTimeField(_("asked for at"))
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("asked for by")
    )
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)
    """A new plan takes its place, or care ended: its unbooked visits wait no more."""

    class Meta:
        verbose_name = _("series")
        verbose_name_plural = _("series")
        ordering = ["requested_at", "id"]

    def __str__(self) -> str:
        return f"{self.person_id} {self.starts}"


class PrescribedVisit(models.Model):
    """One visit of a series, with the days that it may use."""

    class Kind(models.TextChoices):
        INITIAL = "initial", _("First visit")
        TREATMENT = "treatment", _("Treatment")
        RETEST = "retest", _("Retest")

    series = models.ForeignKey(Series, models.CASCADE, related_name="visits", verbose_name=_("series"))
    rank = models.PositiveSmallIntegerField(_("place in the plan"))
    discipline = models.CharField(_("discipline"), max_length=8, choices=Discipline.choices)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    minutes = models.PositiveSmallIntegerField(_("minutes"))
    earliest = models.DateField(_("earliest day"))
    latest = models.DateField(_("latest day"))
    urgent_by = models.DateField(_("urgent by"), null=True, blank=True)
    needs = models.JSONField(_("skills needed"), default=list, blank=True)
    before = models.OneToOneField(
        "self", models.CASCADE, null=True, blank=True, related_name="after", verbose_name=_("comes before")
    )
    """Of a massage: the physiotherapy visit of the same day that it belongs before."""

    class Meta:
        verbose_name = _("prescribed visit")
        verbose_name_plural = _("prescribed visits")
        ordering = ["series", "rank"]
        constraints = [
            models.UniqueConstraint(fields=["series", "rank"], name="prescribed_visit_has_its_place"),
            models.CheckConstraint(condition=Q(earliest__lte=F("latest")), name="prescribed_visit_has_days"),
        ]

    def __str__(self) -> str:
        return f"{self.series_id}/{self.rank} {self.discipline}"
