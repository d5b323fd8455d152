"""Adding a trial: looked at by everyone who reads the evidence, kept and withdrawn by those who treat."""

import uuid
from collections.abc import Mapping

from django.contrib import messages
from django.core.exceptions import RequestDataTooBig, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from clinic.accounts.roles import Permission
from clinic.audit.access import needs
from clinic.audit.actor import Actor
from clinic.evidence.asked import MODELS, TESTS
from clinic.trials.form_in_words import parts
from clinic.trials.kept import Kept, kept_trials
from clinic.trials.listed import listed
from clinic.trials.sent import Sent, look_at, sent_of
from clinic.trials.shown import results_of, told
from clinic.trials.signing import LONGEST_REASON, keep_trial, withdraw_trial
from concordant.evidence import Refused
from concordant.evidence.library import REVIEWED
from concordant.evidence.living import EXAMPLE, SCHEMA


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.READ_EVIDENCE)
def add(request: HttpRequest) -> HttpResponse:
    """Send a file, see what it would move; and, signed, keep it. Looking stores nothing."""
    by = Actor.of(request)
    if request.method != "POST":
        return _add(request, Sent())
    try:
        sent = sent_of(request.POST, request.FILES.get("file"))
    except RequestDataTooBig:
        return _add(request, Sent(problems={"text": _("That is too large to be read.")}), 413)
    if request.POST.get("do") == "keep" and _kept(by, sent):
        messages.success(request, _("The trial is kept. It enters the clinic’s pools from now on."))
        return redirect("evidence:kept")
    look_at(sent, by.clinic_id)
    return _add(request, sent, 422 if sent.problems else 200)


@require_safe
@needs(Permission.READ_EVIDENCE)
def example(request: HttpRequest) -> HttpResponse:
    """A file to begin with."""
    return _download(EXAMPLE, "trial.yaml", "application/yaml")


@require_safe
@needs(Permission.READ_EVIDENCE)
def schema(request: HttpRequest) -> HttpResponse:
    """The form of the file, for editors that check it while one types."""
    return _download(SCHEMA, "trial.schema.json", "application/schema+json")


@require_safe
@needs(Permission.READ_EVIDENCE)
def kept(request: HttpRequest) -> HttpResponse:
    """What this clinic keeps, what it has withdrawn, and by whom."""
    every = listed(kept_trials(Actor.of(request).clinic_id))
    context = {
        "standing": [one for one in every if not one.kept.withdrawal],
        "withdrawn": [one for one in every if one.kept.withdrawal],
    }
    return _page(request, "kept", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.READ_EVIDENCE)
def one(request: HttpRequest, entry_id: int) -> HttpResponse:
    """One kept trial with its file; withdrawn here, with a reason."""
    by = Actor.of(request)
    found = _found(by, entry_id)
    reason, key, problem = "", str(uuid.uuid4()), ""
    if request.method == "POST":
        reason = request.POST.get("reason", "").replace("\x00", "").strip()[: LONGEST_REASON + 1]
        key = request.POST.get("key", "")
        try:
            withdraw_trial(by=by, entry_id=found.entry.pk, reason=reason, idempotency_key=uuid.UUID(key))
        except ValidationError as error:
            problem = " ".join(error.messages)
        except ValueError:
            key, problem = str(uuid.uuid4()), _("This form is broken. Open it anew.")
        else:
            messages.success(request, _("The trial is withdrawn. It enters the clinic’s pools no longer."))
            return redirect("evidence:kept")
    context = {
        "it": listed((found,))[0],
        "results": results_of(found.trial) if found.trial else (),
        "reason": reason,
        "key": key,
        "problem": problem,
        "may_keep": by.may(Permission.KEEP_TRIALS),
        "longest_reason": LONGEST_REASON,
    }
    return _page(request, "one", context, 422 if problem else 200)


@require_safe
@needs(Permission.READ_EVIDENCE)
def file(request: HttpRequest, entry_id: int) -> HttpResponse:
    """The file as it was given, to the byte."""
    found = _found(Actor.of(request), entry_id)
    return _download(found.entry.text, f"{found.entry.trial_id}.yaml", "application/yaml")


def _found(by: Actor, entry_id: int) -> Kept:
    """The same "not found" whether it is of another clinic or nowhere."""
    for each in kept_trials(by.clinic_id):
        if each.entry.pk == entry_id:
            return each
    raise Http404("no such trial here")


def _kept(by: Actor, sent: Sent) -> bool:
    if sent.problems:
        return False
    try:
        keep_trial(by=by, text=sent.text, reason=sent.reason, idempotency_key=uuid.UUID(sent.key))
    except Refused as error:
        sent.problems["text"] = told(error)
    except ValidationError as error:
        sent.problems["reason"] = " ".join(error.messages)
    except ValueError:
        sent.key = str(uuid.uuid4())
        sent.problems["reason"] = _("This form is broken. Open it anew.")
    return not sent.problems


def _add(request: HttpRequest, sent: Sent, status: int = 200) -> HttpResponse:
    by = Actor.of(request)
    context = {
        "sent": sent,
        "looked": sent.looked,
        "parts": parts(),
        "models": MODELS,
        "tests": TESTS,
        "may_keep": by.may(Permission.KEEP_TRIALS),
        "longest_reason": LONGEST_REASON,
    }
    return _page(request, "add", context, status)


def _page(request: HttpRequest, name: str, context: Mapping[str, object], status: int = 200) -> HttpResponse:
    return render(request, f"trials/{name}.html", {"reviewed": REVIEWED, **context}, status=status)


def _download(text: str, name: str, kind: str) -> HttpResponse:
    answer = HttpResponse(text, content_type=f"{kind}; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
