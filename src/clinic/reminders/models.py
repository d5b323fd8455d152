"""How a person wants to be reminded of their diary, and when."""

import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _

from clinic import clock
from clinic.chart.models import Person

LAST_HOUR = 23
KEY_BYTES = 32
"""Nobody guesses 256 bits; who holds such an address needs no sign-in."""


class Way(models.TextChoices):
    """How the reminder comes."""

    NONE = "none", _("No reminder")
    FEED = "feed", _("In my own calendar")
    MAIL = "mail", _("By e-mail")


class Reminder(models.Model):
    """A wish, not a part of the chart: it changes when the person says so. Without a row: no reminder."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="reminder", verbose_name=_("person"))
    way = models.CharField(_("way"), max_length=4, choices=Way.choices, default=Way.NONE)
    hour = models.PositiveSmallIntegerField(_("hour, on the clocks of the clinic"), default=20)
    chosen_at = models.DateTimeField(_("chosen at"))
    feed_key = models.CharField(_("secret of the feed"), max_length=64, unique=True, null=True, blank=True)
    """None where there is no feed: an address that was withdrawn leads nowhere for good."""
    stop_key = models.CharField(_("secret of the stop link"), max_length=64, unique=True)
    sent_on = models.DateField(_("day of the last mail"), null=True, blank=True)

    class Meta:
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        constraints = [
            models.CheckConstraint(condition=models.Q(hour__lte=LAST_HOUR), name="reminder_at_an_hour"),
        ]

    def __str__(self) -> str:
        return f"{self.way} {self.hour} ({self.pk})"

    def choose(self, way: Way, hour: int) -> None:
        """Said anew: a feed keeps its address while it stays a feed."""
        self.way, self.hour, self.chosen_at = way, hour, clock.now()
        self.feed_key = (self.feed_key or a_key()) if way == Way.FEED else None
        self.stop_key = self.stop_key or a_key()
        self.save()

    def renew(self) -> None:
        """Another address for the feed: the one before leads nowhere from here on."""
        if self.way == Way.FEED:
            self.feed_key = a_key()
            self.save()

    def stop(self) -> None:
        """By the link in a mail, or by closing the account."""
        self.way, self.feed_key = Way.NONE, None
        self.save()


def a_key() -> str:
    return secrets.token_urlsafe(KEY_BYTES)
