"""The page of a plan: looked at by whoever treats, signed by a physiotherapist."""

import uuid

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clinic.accounts.roles import Permission
from clinic.audit.access import allow, needs
from clinic.audit.actor import Actor
from clinic.audit.record import refusals_recorded
from clinic.audit.words import Action
from clinic.chart.actions import open_chart
from clinic.chart.actions.reach import subject_of
from clinic.forms.page import data_of
from clinic.forms.ways import frame_of
from clinic.person.band import band_of
from clinic.person.dated import as_of_a_day, frame_of_day, query_of
from clinic.person.look import Look, look_at
from clinic.person.moment import Moment
from clinic.plan.concluding import offered_diagnoses
from clinic.plan.sent import Sent, phase_set
from clinic.plan.shown import shown
from clinic.plan.signing import is_signed, sign_assessment, sign_plan
from clinic.plan.words import PHASES
from clinic.query import text_of
from concordant.plan import Proposal, propose
from concordant.plan.phases import COURSE
from concordant.plan.signing import Obstacle, may_sign

_METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(_METHODS)
@needs(Permission.OPEN_CHART)
@as_of_a_day
def plan(request: HttpRequest, person_id: int, moment: Moment) -> HttpResponse:
    """What is proposed for one headache against what stands signed; and, sent, the new plan."""
    by = Actor.of(request)
    look = look_at(open_chart(by=by, person_id=person_id), moment)
    if not look.assessment.headaches:
        return _page(request, by, look, None)
    sent = Sent(data_of(request)) if request.method == "POST" else None
    headache = sent.text("headache") if sent else text_of(request, "headache", 80)
    proposal = _proposal(look, headache, _phase(request, sent))
    if sent is None or sent.text("do") != "sign":
        return _page(request, by, look, proposal, sent)
    _require_signing(by, look)
    if sent.key is not None and is_signed(by, person_id, sent.key):
        messages.info(request, _("This form is signed already. To change the plan, open it anew."))
        return redirect("chart:person", person_id)
    wanted = sent.plan(proposal, moment.day)
    conclusions = sent.conclusions(offered_diagnoses(look))
    obstacles = may_sign(wanted, proposal.signing)
    if sent.text("stands") != _standing(proposal):
        sent.problems.setdefault("", []).append(
            _("Another plan was signed meanwhile. Look at it below, and sign again if this one is to stand.")
        )
    if sent.key is None:
        sent.problems.setdefault("", []).append(_("This form is broken. Open it anew."))
    if not obstacles and not sent.problems and sent.key is not None:
        try:
            sign_plan(by=by, chart=look.chart, plan=wanted, conclusions=conclusions, idempotency_key=sent.key)
        except ValidationError as error:
            sent.problems.setdefault("", []).extend(error.messages)
        else:
            messages.success(request, _("The plan is signed."))
            return redirect("chart:person", person_id)
    return _page(request, by, look, proposal, sent, obstacles, status=422)


@require_http_methods(["POST"])
@needs(Permission.SIGN_PLAN)
@as_of_a_day
def assessment(request: HttpRequest, person_id: int, moment: Moment) -> HttpResponse:
    """Sign what is concluded as of today, without a plan."""
    by = Actor.of(request)
    look = look_at(open_chart(by=by, person_id=person_id), moment)
    _require_signing(by, look)
    sent = Sent(data_of(request))
    conclusions = sent.conclusions(offered_diagnoses(look))
    if sent.key is None or sent.problems:
        messages.error(request, " ".join(sent.general) or _("This form is broken. Open it anew."))
        return redirect("plan:page", person_id)
    try:
        sign_assessment(
            by=by,
            chart=look.chart,
            on=moment.day,
            conclusions=conclusions,
            remark=sent.text("remark"),
            idempotency_key=sent.key,
        )
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("plan:page", person_id)
    messages.success(request, _("The assessment is signed."))
    return redirect("chart:person", person_id)


def _require_signing(by: Actor, look: Look) -> None:
    """What was known on an earlier day may be looked at, and is signed by nobody: a flag may have come up since."""
    with refusals_recorded(by=by, action=Action.SIGN, subject=subject_of(look.chart.person)):
        allow(by, Permission.SIGN_PLAN)
        if not look.moment.is_today:
            raise PermissionDenied("signs only what is known today")


def _proposal(look: Look, headache: str, phase: str) -> Proposal:
    assessment = look.assessment
    if not headache:
        found = assessment.proposals[0]
    elif headache in look.record.headaches:
        found = assessment.proposal(headache)
    else:
        raise Http404("no such headache")
    chosen = phase_set(phase)
    if chosen is None or chosen is found.plan.phase.phase:
        return found
    return propose(look.record, assessment.safety, assessment.diagnoses, found.headache, phase=chosen)


def _phase(request: HttpRequest, sent: Sent | None) -> str:
    return sent.text("phase") if sent else text_of(request, "phase", 20)


def _standing(proposal: Proposal) -> str:
    """Which plan stood when the form was shown."""
    return proposal.signed.place if proposal.signed else ""


def _page(
    request: HttpRequest,
    by: Actor,
    look: Look,
    proposal: Proposal | None,
    sent: Sent | None = None,
    obstacles: tuple[Obstacle, ...] = (),
    *,
    status: int = 200,
) -> HttpResponse:
    query = query_of(look.moment)
    context = {
        **frame_of(by, look.chart, look.moment),
        **frame_of_day(look.moment),
        "look": look,
        "band": band_of(look),
        "sent": sent,
        "key": sent.text("key") if sent and sent.key else str(uuid.uuid4()),
        "may_sign": by.may(Permission.SIGN_PLAN) and look.moment.is_today,
        "phases": [(one.value, PHASES[one.value]) for one in COURSE],
    }
    if proposal is not None:
        signed = look.entry_at(proposal.signed.place) if proposal.signed else None
        context |= {
            "shown": shown(look, proposal, sent, obstacles, query),
            "proposal": proposal,
            "signed_entry": signed,
            "stands": _standing(proposal),
            "others": [one for one in look.assessment.headaches if one != proposal.headache],
            "headache_name": look.record.headaches[proposal.headache].name,
        }
    return render(request, "plan/page.html", context, status=status)
