"""Letters: which may be written, writing one, and those that were signed."""

import hashlib
import uuid
from collections.abc import Mapping
from datetime import date

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from clinic.accounts.roles import Permission
from clinic.audit.access import needs
from clinic.audit.actor import Actor
from clinic.chart.actions import open_chart
from clinic.chart.models import Person
from clinic.forms.days import today
from clinic.forms.page import data_of
from clinic.forms.ways import frame_of
from clinic.letters.models import SignedLetter
from clinic.letters.sent import DISCIPLINES, Sent, asked_for, to_begin_with
from clinic.letters.shown import changed_since, edits_of, name_of, offered, pieces, preview
from clinic.letters.signing import open_letter, sign_letter
from clinic.person.band import band_of
from clinic.person.dated import as_of_a_day, frame_of_day, query_of
from clinic.person.look import Look, look_at
from clinic.person.moment import Moment, moment_of
from concordant.letters.draft import Draft, NotEditable
from concordant.letters.keeping import to_json
from concordant.letters.kind import Kind
from concordant.letters.kinds import KINDS
from concordant.letters.letter import Letter
from concordant.letters.needed import Basis
from concordant.letters.refused import LetterRefused
from concordant.letters.request import Request
from concordant.letters.typesetting import pdf
from concordant.safety import Action

_METHODS = ["GET", "HEAD", "POST"]
_HOLD = (Action.EMERGENCY, Action.SAME_DAY)


@require_safe
@needs(Permission.OPEN_CHART)
@as_of_a_day
def letters(request: HttpRequest, person_id: int, moment: Moment) -> HttpResponse:
    """What may be written, what each still needs, and what was signed."""
    by = Actor.of(request)
    look = look_at(open_chart(by=by, person_id=person_id), moment)
    person = look.chart.person
    requests = {one.id: _request(by, one, person, Sent({})) for one in KINDS.values()}
    signed = SignedLetter.objects.filter(person=person).select_related("author").order_by("-id")
    context = {
        "offered": tuple(offered(look.assessment, requests)),
        "kept": [(one, name_of(one.kind)) for one in signed.defer("document", "draft")],
        "may_sign": by.may(Permission.SIGN_LETTER),
    }
    return _page(request, by, look, "list", context)


@require_http_methods(_METHODS)
@needs(Permission.SIGN_LETTER)
@as_of_a_day
def write(request: HttpRequest, person_id: int, moment: Moment, kind: str) -> HttpResponse:
    """One letter: whom it goes to, its text to be edited, how it looks, and the signature."""
    by = Actor.of(request)
    chosen = KINDS.get(kind)
    if chosen is None:
        raise Http404("no such kind of letter")
    look = look_at(open_chart(by=by, person_id=person_id), moment)
    person = look.chart.person
    assert by.user is not None
    if request.method != "POST":
        begins = to_begin_with(chosen, person, by.user.pk)
        return _form(request, by, look, chosen, Sent({**begins.data, **asked_for(request.GET)}))
    sent = Sent(data_of(request))
    try:
        letter = _letter(by, look, chosen, sent)
    except LetterRefused:
        return _form(request, by, look, chosen, sent, status=422)
    sent.problems += sent.cut()
    if sent.problems:
        return _form(request, by, look, chosen, sent, letter, status=422)
    do = sent.text("do")
    if do not in ("pages", "sign"):
        return _form(request, by, look, chosen, sent, letter)
    if sent.text("written") != _mark(chosen, letter):
        sent.problems.append(changed_since())
        return _form(request, by, look, chosen, sent, letter, status=422)
    try:
        draft = Draft(chosen.id, letter, sent.edits)
        if do == "pages":
            return _document(pdf(preview(draft.letter)), f"preview-{chosen.id}.pdf")
        if sent.key is None:
            sent.problems.append(_("This form is broken. Open it anew."))
            return _form(request, by, look, chosen, sent, letter, status=422)
        sign_letter(
            by=by,
            chart=look.chart,
            draft=draft,
            as_of=moment.day,
            registration=sent.line("registration"),
            letterhead="\n".join(sent.lines("letterhead")),
            addressee="\n".join(sent.lines("to")),
            idempotency_key=sent.key,
        )
    except NotEditable as error:
        sent.problems.extend(error.problems)
    except LetterRefused as error:
        sent.problems.extend(error.missing)
    except ValidationError as error:
        sent.problems.extend(error.messages)
    else:
        messages.success(request, _("The letter is signed and kept."))
        return redirect("letters:list", person_id)
    return _form(request, by, look, chosen, sent, letter, status=422)


@require_safe
@needs(Permission.OPEN_CHART)
@as_of_a_day
def kept(request: HttpRequest, person_id: int, moment: Moment, letter_id: int) -> HttpResponse:
    """What stands behind a signed letter: what was changed in it, and the fingerprint of its bytes."""
    by = Actor.of(request)
    look = look_at(open_chart(by=by, person_id=person_id), moment)
    found = SignedLetter.objects.filter(person=look.chart.person, pk=letter_id).select_related("author").first()
    if found is None:
        raise Http404("no such letter here")
    context = {"it": found, "name": name_of(found.kind), "edits": edits_of(found), "holds": found.holds}
    return _page(request, by, look, "kept", context)


@require_safe
@needs(Permission.OPEN_CHART)
def document(request: HttpRequest, person_id: int, letter_id: int) -> HttpResponse:
    """The very bytes that were signed; others are not given out as a letter, and its page says so."""
    found = open_letter(by=Actor.of(request), person_id=person_id, letter_id=letter_id)
    if not found.holds:
        return redirect("letters:kept", person_id, letter_id)
    name = f"{found.kind}-{found.as_of.isoformat()}-{found.pk}.pdf"
    return _document(bytes(found.document), name)


def _request(by: Actor, kind: Kind, person: Person, sent: Sent) -> Request:
    assert by.user is not None
    profession = by.user.place.name if by.user.place else ""
    return sent.request(kind, person, by.user.display_name, str(profession), today())


def _letter(by: Actor, look: Look, kind: Kind, sent: Sent) -> Letter:
    """As the rules write it. Raises LetterRefused, here also for what came to light after its day."""
    missing = _missing(by, look, kind, sent)
    if missing:
        raise LetterRefused(*missing)
    return kind.letter(look.assessment, _request(by, kind, look.chart.person, sent))


def _missing(by: Actor, look: Look, kind: Kind, sent: Sent) -> tuple[str, ...]:
    found = kind.missing(look.assessment, _request(by, kind, look.chart.person, sent))
    if look.moment.is_today:
        return found
    if kind.basis is Basis.NAMED_SIGNER:
        return (*found, _("An emergency is told as of today."))
    now = look_at(look.chart, moment_of("", look.chart.person.clinic.zone))
    if now.assessment.safety.action in _HOLD:
        return (*found, _("A warning sign has come up since. Sign the assessment anew, as of today."))
    return found


def _signed_earlier(look: Look, kind: Kind) -> date | None:
    """A day as of which the assessment is signed, where it is not today's."""
    if kind.basis is not Basis.ASSESSMENT or not look.record.assessments:
        return None
    day = look.record.assessments[-1].date
    return day if day != look.moment.day else None


def _mark(kind: Kind, letter: Letter) -> str:
    """Of the letter as it was shown: the words that are sent belong to its paragraphs and to no others."""
    return hashlib.sha256(to_json(Draft(kind.id, letter)).encode()).hexdigest()


def _form(
    request: HttpRequest,
    by: Actor,
    look: Look,
    kind: Kind,
    sent: Sent,
    letter: Letter | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    context = {
        "kind": kind,
        "sent": sent,
        "missing": _missing(by, look, kind, sent) if letter is None else (),
        "is_asked": request.method == "POST",
        "letter": letter,
        "pieces": pieces(letter, sent.edits) if letter else (),
        "written": _mark(kind, letter) if letter else "",
        "key": sent.text("key") if sent.key else str(uuid.uuid4()),
        "to": "\n".join(sent.lines("to")),
        "letterhead": "\n".join(sent.lines("letterhead")),
        "registration": sent.line("registration"),
        "number": sent.line("number"),
        "remark": sent.text("remark"),
        "phoned": sent.line("phoned"),
        "more": [(one, one.replace("_", " "), sent.line(f"visits:{one}")) for one in DISCIPLINES],
        "weeks": sent.line("weeks"),
        "reason": sent.text("more"),
        "signed_earlier": _signed_earlier(look, kind),
    }
    return _page(request, by, look, "write", context, status)


def _page(
    request: HttpRequest, by: Actor, look: Look, name: str, context: Mapping[str, object], status: int = 200
) -> HttpResponse:
    frame = {**frame_of(by, look.chart, look.moment), **frame_of_day(look.moment), "look": look, "band": band_of(look)}
    return render(request, f"letters/{name}.html", {**frame, "back": query_of(look.moment), **context}, status=status)


def _document(data: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(data, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{name}"'
    answer["Cache-Control"] = "no-store"
    return answer
