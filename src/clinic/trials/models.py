"""A trial that a clinic keeps beside the reviewed library, and its withdrawal. Both are signed, neither is changed."""

import hashlib
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clinic.accounts.models import Clinic
from clinic.ledger.models import Sealed


class TrialEntry(Sealed):
    """One signed statement: this trial is kept, or that one is withdrawn. It concerns no person."""

    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="+", db_index=False, verbose_name=_("clinic"))
    recorded_at = models.DateTimeField(_("recorded at"))
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("author"))
    author_role = models.CharField(_("role of the author"), max_length=20)
    trial_id = models.CharField(_("trial"), max_length=40)
    text = models.TextField(_("file, as it was given"), blank=True)
    text_sha256 = models.CharField(_("SHA-256 of the file"), max_length=64, blank=True)
    withdraws = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="withdrawal", verbose_name=_("withdraws")
    )
    reason = models.TextField(_("reason"))
    idempotency_key = models.UUIDField(_("key of the form that was sent"))

    class Meta(Sealed.Meta):
        verbose_name = _("kept trial")
        verbose_name_plural = _("kept trials")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["clinic", "idempotency_key"], name="trial_once_for_one_form"),
            models.UniqueConstraint(fields=["clinic", "previous_sha256"], name="trial_chain_does_not_fork"),
            models.CheckConstraint(condition=~Q(reason=""), name="trial_has_reason"),
            models.CheckConstraint(
                condition=Q(withdraws__isnull=True) & ~Q(text="") | Q(withdraws__isnull=False) & Q(text=""),
                name="trial_is_kept_or_withdrawn",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.trial_id} ({self.pk})"

    @staticmethod
    def sha256_of(text: str) -> str:
        """As ``sha256sum`` says of the file."""
        return hashlib.sha256(text.encode()).hexdigest()

    def sealed_content(self) -> dict[str, Any]:
        return {
            "clinic": self.clinic_id,
            "recorded_at": self.utc(self.recorded_at),
            "author": self.author_id,
            "author_role": self.author_role,
            "trial_id": self.trial_id,
            "text": self.text,
            "text_sha256": self.text_sha256,
            "withdraws": self.withdraws_id,
            "reason": self.reason,
            "idempotency_key": str(self.idempotency_key),
        }
