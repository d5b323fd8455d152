"""Keeping a trial, and withdrawing one: permission, entry and audit event in one transaction."""

import uuid

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic import clock
from clinic.accounts.roles import Permission
from clinic.audit.access import allow
from clinic.audit.actor import Actor
from clinic.audit.models import AuditEvent, AuditHead
from clinic.audit.record import refusals_recorded
from clinic.audit.words import Action, Result, Subject
from clinic.ledger.models import ChainBreak, first_break
from clinic.trials.kept import kept_trials, read_new
from clinic.trials.models import TrialEntry

LONGEST_REASON = 500
MADE_UP = gettext_lazy("This is an example: no paper has its DOI. It can be looked at, and not kept.")


def keep_trial(*, by: Actor, text: str, reason: str, idempotency_key: uuid.UUID) -> TrialEntry:
    """Sign that the clinic keeps this trial. Sending the same form again answers with the same entry.

    Raises Refused for a file that is wrong, or a trial that is there already; ValidationError without a reason.
    """
    subject = Subject("trial")
    with refusals_recorded(by=by, action=Action.KEEP, subject=subject), transaction.atomic():
        allow(by, Permission.KEEP_TRIALS)
        log = AuditHead.locked(by.clinic_id)
        if earlier := _earlier(by, idempotency_key):
            return _same(earlier, text=text, reason=reason.strip())
        trial = read_new(text, kept_trials(by.clinic_id))
        if trial.is_made_up:
            raise ValidationError(MADE_UP)
        entry = _entry(by, trial.trial_id, reason, idempotency_key)
        entry.text, entry.text_sha256 = text, TrialEntry.sha256_of(text)
        return _signed(by, entry, log, Action.KEEP)


def withdraw_trial(*, by: Actor, entry_id: int, reason: str, idempotency_key: uuid.UUID) -> TrialEntry:
    """Sign that a kept trial enters the clinic's pools no longer. It stays readable, with the reason."""
    subject = Subject("trial", str(entry_id))
    with refusals_recorded(by=by, action=Action.WITHDRAW, subject=subject), transaction.atomic():
        allow(by, Permission.KEEP_TRIALS)
        log = AuditHead.locked(by.clinic_id)
        kept = TrialEntry.objects.filter(clinic_id=by.clinic_id, pk=entry_id, withdraws__isnull=True).first()
        if kept is None:
            raise Http404("no such trial here")
        if earlier := _earlier(by, idempotency_key):
            return _same(earlier, withdraws_id=kept.pk, reason=reason.strip())
        if hasattr(kept, "withdrawal"):
            raise ValidationError(_("This trial was withdrawn before."))
        entry = _entry(by, kept.trial_id, reason, idempotency_key)
        entry.withdraws = kept
        return _signed(by, entry, log, Action.WITHDRAW)


def verify_kept_trials(clinic_id: int) -> ChainBreak | None:
    """The first entry that does not hold; None when all do. The log knows which was signed last."""
    entries = list(TrialEntry.objects.filter(clinic_id=clinic_id).order_by("id"))
    if broken := first_break(entries):
        return broken
    events = AuditEvent.objects.filter(
        clinic_id=clinic_id, action__in=(Action.KEEP, Action.WITHDRAW), result=Result.DONE
    )
    last_signed = events.order_by("-id").values_list("version_after", flat=True).first()
    if (last_signed or "") != (entries[-1].sha256 if entries else ""):
        return ChainBreak(None, "its newest entries are not those that were signed last")
    return None


def _earlier(by: Actor, key: uuid.UUID) -> TrialEntry | None:
    return TrialEntry.objects.filter(clinic_id=by.clinic_id, idempotency_key=key).first()


def _same(earlier: TrialEntry, **said: object) -> TrialEntry:
    if any(getattr(earlier, name) != value for name, value in said.items()):
        raise ValidationError(_("This form was signed before with other content. Open it anew."))
    return earlier


def _entry(by: Actor, trial_id: str, reason: str, key: uuid.UUID) -> TrialEntry:
    reason = reason.strip()
    if not reason:
        raise ValidationError({"reason": _("Say where it was read, or why.")})
    if len(reason) > LONGEST_REASON:
        raise ValidationError({"reason": _("At most %d characters.") % LONGEST_REASON})
    assert by.user is not None  # nobody has no permissions, and was refused before
    return TrialEntry(
        clinic_id=by.clinic_id, recorded_at=clock.now(), author=by.user, author_role=by.user.role, trial_id=trial_id,
        reason=reason, idempotency_key=key,
    )  # fmt: skip


def _signed(by: Actor, entry: TrialEntry, log: AuditHead, action: Action) -> TrialEntry:
    newest = TrialEntry.objects.filter(clinic_id=by.clinic_id).order_by("-id").values_list("sha256", flat=True).first()
    entry.seal_after(newest or "")
    entry.save()
    told = f"{entry.trial_id}: {entry.reason}"
    subject = Subject("trial", str(entry.pk))
    log.append(by=by, action=action, subject=subject, before=newest or "", after=entry.sha256, reason=told)
    return entry
