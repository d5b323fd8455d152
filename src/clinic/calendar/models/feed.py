"""The address of somebody's own calendar feed: a secret that can be withdrawn."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class CalendarFeed(models.Model):
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="calendar_feed", verbose_name=_("account")
    )
    key_sha256 = models.CharField(_("hash of the secret"), max_length=64, unique=True)
    """The secret itself is shown once and kept nowhere: who reads the database, or a copy of it, reads no feed."""
    made_for = models.CharField(_("clinic and role that it was made for"), max_length=60, default="", editable=False)
    """In another clinic, or in another role, the address leads nowhere."""
    made_at = models.DateTimeField(_("made at"))
    read_on = models.DateField(_("day of the last reading"), null=True, editable=False)

    class Meta:
        verbose_name = _("calendar feed")
        verbose_name_plural = _("calendar feeds")

    def __str__(self) -> str:
        return f"{self.user_id}"
