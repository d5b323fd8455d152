"""One signed statement about one person: a fragment of a case file, true on a day, recorded at a moment."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clinic.chart.models.person import Person
from clinic.ledger.models import Sealed


class Entry(Sealed):
    """Never changed. What turns out wrong is said anew by a later entry that names this one and why."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="entries", db_index=False, verbose_name=_("person"))
    on = models.DateField(_("true on"))
    recorded_at = models.DateTimeField(_("recorded at"))
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("author"))
    author_role = models.CharField(_("role of the author"), max_length=20)
    kind = models.CharField(_("kind"), max_length=20)
    content = models.JSONField(_("content"))
    corrects = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="corrections",
        db_index=False,
        verbose_name=_("corrects"),
    )
    reason = models.TextField(_("reason"), blank=True)
    idempotency_key = models.UUIDField(_("key of the form that was sent"))

    class Meta(Sealed.Meta):
        verbose_name = _("entry")
        verbose_name_plural = _("entries")
        ordering = ["id"]
        indexes = [models.Index(fields=["person", "id"], name="entries_of_person")]
        constraints = [
            models.UniqueConstraint(fields=["person", "idempotency_key"], name="entry_once_for_one_form"),
            models.UniqueConstraint(fields=["person", "previous_sha256"], name="entry_chain_does_not_fork"),
            # A correction that is wrong too is corrected itself: there is always one newest word.
            models.UniqueConstraint(fields=["corrects"], name="entry_corrected_once"),
            models.CheckConstraint(condition=Q(corrects__isnull=True) | ~Q(reason=""), name="correction_has_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.on} ({self.pk})"

    def sealed_content(self) -> dict[str, Any]:
        return {
            "person": self.person_id,
            "on": self.on.isoformat(),
            "recorded_at": self.utc(self.recorded_at),
            "author": self.author_id,
            "author_role": self.author_role,
            "kind": self.kind,
            "content": self.content,
            "corrects": self.corrects_id,
            "reason": self.reason,
            "idempotency_key": str(self.idempotency_key),
        }
