"""The audit log: one chain of events for each clinic, and where each chain ends."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from clinic import clock
from clinic.accounts.roles import ROLES
from clinic.audit.actor import Actor
from clinic.audit.words import Action, Result, Subject
from clinic.ledger.models import Sealed


class AuditEvent(Sealed):
    """One event. It points at nothing, so that no deletion elsewhere can reach it or be held up by it."""

    at = models.DateTimeField(_("when"))
    clinic_id = models.BigIntegerField(_("clinic"))
    who_id = models.BigIntegerField(_("account"), null=True)
    who_name = models.CharField(_("who"), max_length=310, blank=True)
    who_role = models.CharField(_("role"), max_length=20, blank=True)
    action = models.CharField(_("action"), max_length=20, choices=Action)
    result = models.CharField(_("result"), max_length=10, choices=Result, default=Result.DONE)
    subject_kind = models.CharField(_("what"), max_length=40, blank=True)
    subject_id = models.CharField(_("which"), max_length=40, blank=True)
    person_id = models.BigIntegerField(_("person"), null=True)
    chart_number = models.CharField(_("chart"), max_length=20, blank=True)
    version_before = models.CharField(_("version before"), max_length=64, blank=True)
    version_after = models.CharField(_("version after"), max_length=64, blank=True)
    reason = models.TextField(_("reason"), blank=True)
    address = models.CharField(_("address"), max_length=45, blank=True)
    device = models.CharField(_("device"), max_length=200, blank=True)

    class Meta(Sealed.Meta):
        verbose_name = _("audit event")
        verbose_name_plural = _("audit events")
        ordering = ["id"]
        indexes = [
            models.Index(fields=["clinic_id", "id"], name="audit_of_clinic"),
            models.Index(fields=["person_id", "id"], name="audit_of_person"),
        ]
        constraints = [
            # Two events cannot both follow the same one, whatever the locks did.
            models.UniqueConstraint(fields=["clinic_id", "previous_sha256"], name="audit_chain_does_not_fork")
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.who_name} {self.action} {self.result}"

    @property
    def role_name(self) -> str:
        """The role in words; its key when the role is no longer known."""
        role = ROLES.get(self.who_role)
        return str(role.name) if role else self.who_role

    def sealed_content(self) -> dict[str, Any]:
        return {
            **{field: getattr(self, field) for field in _SEALED_AS_THEY_ARE},
            "at": self.utc(self.at),
        }


_SEALED_AS_THEY_ARE = tuple(
    field.name
    for field in AuditEvent._meta.concrete_fields
    if field.name not in {"id", "at", "sha256", "previous_sha256"}
)


class AuditHead(models.Model):
    """The end of one clinic's chain. Its lock makes one writer of the clinic until the transaction ends.

    That makes every chain of the clinic, of entries too, grow one link at a time. Knowing the newest hash
    apart from the events shows when events are missing at the end.
    """

    clinic_id = models.BigIntegerField(primary_key=True)
    sha256 = models.CharField(max_length=64, blank=True)

    class Meta:
        verbose_name = _("end of the audit log")
        verbose_name_plural = _("ends of the audit log")

    def __str__(self) -> str:
        return f"{self.clinic_id}: {self.sha256}"

    @classmethod
    def locked(cls, clinic_id: int) -> "AuditHead":
        """Take the clinic's turn to write. On SQLite the transaction itself (IMMEDIATE) is the turn."""
        head, _created = cls.objects.select_for_update().get_or_create(clinic_id=clinic_id)
        return head

    def append(
        self,
        *,
        by: Actor,
        action: Action,
        subject: Subject,
        before: str = "",
        after: str = "",
        reason: str = "",
        result: Result = Result.DONE,
    ) -> AuditEvent:
        """Add one event to the chain. Needs the lock."""
        event = self._next(by, action, subject, before, after, reason, result)
        event.save()
        self.save(update_fields=["sha256"])
        return event

    def append_each(self, *, by: Actor, action: Action, subjects: Iterable[Subject], reason: str = "") -> None:
        """The same, done to several at once: an event for each, in two statements. Needs the lock."""
        events = [self._next(by, action, subject, "", "", reason, Result.DONE) for subject in subjects]
        if events:
            AuditEvent.objects.bulk_create(events)
            self.save(update_fields=["sha256"])

    def _next(
        self, by: Actor, action: Action, subject: Subject, before: str, after: str, reason: str, result: Result
    ) -> AuditEvent:
        """Sealed after the newest; it is for the caller to save both."""
        event = AuditEvent(
            at=clock.now(),
            clinic_id=self.clinic_id,
            who_id=by.user.pk if by.user else None,
            who_name=by.user.display_name if by.user else "",
            who_role=by.user.role if by.user else "",
            action=action,
            result=result,
            subject_kind=subject.kind,
            subject_id=subject.id,
            person_id=subject.person_id,
            chart_number=subject.chart_number,
            version_before=before,
            version_after=after,
            reason=reason,
            address=by.address,
            device=by.device,
        )
        event.seal_after(self.sha256)
        self.sha256 = event.sha256
        return event
