"""When a person can come, what they would like, and when they are away."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from clinic.chart.models import Person


class MayCome(models.Model):
    """A stretch of the week; with none a person can come whenever the clinic is open."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="may_come", verbose_name=_("person"))
    weekday = models.PositiveSmallIntegerField(_("weekday, 0 is Monday"))
    starts = models.TimeField(_("from"))
    ends = models.TimeField(_("to"))
    is_wish = models.BooleanField(_("only a wish"), default=False)

    class Meta:
        verbose_name = _("time a person can come")
        verbose_name_plural = _("times a person can come")
        ordering = ["person", "weekday", "starts"]
        constraints = [
            models.CheckConstraint(condition=Q(weekday__lte=6), name="may_come_on_a_weekday"),
            models.CheckConstraint(condition=Q(starts__lt=F("ends")), name="may_come_ends_after_it_starts"),
        ]

    def __str__(self) -> str:
        return f"{self.weekday} {self.starts:%H:%M}-{self.ends:%H:%M}"


class Away(models.Model):
    """Days on which a person cannot come."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="away", verbose_name=_("person"))
    first = models.DateField(_("from"))
    last = models.DateField(_("to, included"))

    class Meta:
        verbose_name = _("days away")
        verbose_name_plural = _("days away")
        ordering = ["person", "first"]
        constraints = [models.CheckConstraint(condition=Q(first__lte=F("last")), name="away_ends_after_it_starts")]

    def __str__(self) -> str:
        return f"{self.first} to {self.last}"
