"""A form that its author has not signed yet."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from clinic.chart.models import Person


class Draft(models.Model):
    """No entry: no rule, no export and nobody but its author reads it. It goes when the form is signed.

    Not append-only, and not in the log: nothing was stated yet. That its author opened the chart is in the log. No time
    limit and no other deletion takes it away: that is done by hand, and stands in the log.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="+", db_index=False, verbose_name=_("person"))
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False, verbose_name=_("author")
    )
    kind = models.CharField(_("kind"), max_length=20)
    key = models.UUIDField(_("key of the form"))
    window = models.UUIDField(_("window that kept it last"))
    revision = models.PositiveIntegerField(_("how often it was kept"))
    data = models.JSONField(_("what was typed"))
    kept_at = models.DateTimeField(_("kept at"))

    class Meta:
        verbose_name = _("draft")
        verbose_name_plural = _("drafts")
        ordering = ["-kept_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["person", "author", "kind", "key"], name="draft_once_for_a_form")
        ]

    def __str__(self) -> str:
        return f"{self.kind} ({self.pk})"
