"""How a person wants to be reminded of their diary, and when."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from clinic import clock
from clinic.chart.models import Person
from clinic.reminders.secrets import a_key, hash_of

LAST_HOUR = 23


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
    feed_sha256 = models.CharField(
        _("hash of the secret of the feed"), max_length=64, unique=True, null=True, blank=True
    )
    """The secret itself is shown once and kept nowhere. None where there is no feed: an address that was withdrawn
    leads nowhere for good."""
    stop_sha256 = models.CharField(_("hash of an early stop link"), max_length=64, unique=True, null=True, blank=True)
    """Of mails sent before stop links were signed (clinic.reminders.secrets); they work on."""
    sent_on = models.DateField(_("day of the last mail"), null=True, blank=True)

    class Meta:
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        constraints = [
            models.CheckConstraint(condition=models.Q(hour__lte=LAST_HOUR), name="reminder_at_an_hour"),
        ]

    def __str__(self) -> str:
        return f"{self.way} {self.hour} ({self.pk})"

    def choose(self, way: Way, hour: int) -> str:
        """Said anew: a feed keeps its address while it stays a feed. The secret of a new feed, to be shown now or
        never; empty where none was made."""
        self.way, self.hour, self.chosen_at = way, hour, clock.now()
        key = a_key() if way == Way.FEED and not self.feed_sha256 else ""
        if key or way != Way.FEED:
            self.feed_sha256 = hash_of(key) if key else None
        self.save()
        return key

    def renew(self) -> str:
        """Another secret for the feed, to be shown now or never: the one before leads nowhere from here on."""
        key = a_key()
        self.feed_sha256 = hash_of(key)
        self.save()
        return key

    def stop(self) -> None:
        """By the link in a mail, or by closing the account."""
        self.way, self.feed_sha256 = Way.NONE, None
        self.save()
