"""The pages of the evidence. Nothing here opens a chart, and nothing that is sent is stored."""

from collections.abc import Mapping
from urllib.parse import urlencode

from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from clinic.accounts.roles import Permission
from clinic.audit.access import needs
from clinic.audit.actor import Actor
from clinic.evidence import library_table
from clinic.evidence.advised import every_advice, in_full
from clinic.evidence.answered import FromLibrary, FromRows, from_library, from_rows
from clinic.evidence.asked import MODELS, TESTS, UNITS, USUAL_MODEL, USUAL_TEST, Asked, checked
from clinic.evidence.chosen import choices, ready_sets
from clinic.evidence.figures import figures
from clinic.evidence.own_pools import own_pools
from clinic.evidence.published import published
from clinic.evidence.said import refusal
from clinic.query import number_of, text_of
from clinic.trials.kept import library_of
from concordant.evidence import Refused
from concordant.evidence.library import REVIEWED, caution
from concordant.evidence.library import advice as advice_of
from concordant.evidence.library.claims import LOW_RISK_OF_BIAS
from concordant.evidence.rows import MEASURES


@require_safe
@needs(Permission.READ_EVIDENCE)
def index(request: HttpRequest) -> HttpResponse:
    """The four figures of the article, all advice, every published pool."""
    context = {"figures": figures(), "caution": caution(), "advised": every_advice(), "published": published()}
    return _page(request, "index", context)


@require_safe
@needs(Permission.READ_EVIDENCE)
def advice(request: HttpRequest, advice_id: str) -> HttpResponse:
    """One piece of advice, and the clinic's own pools behind it under the model that the address asks for."""
    try:
        one = advice_of(advice_id)
    except Refused as error:
        raise Http404 from error
    asked = {
        "model": text_of(request, "model", 20) or USUAL_MODEL,
        "test": text_of(request, "test", 20) or USUAL_TEST,
    }
    problems = {}
    try:
        model, test = checked(**asked)
    except Refused as error:
        problems[error.column] = refusal(error)
        model, test = checked(USUAL_MODEL, USUAL_TEST)
    it, pools = in_full(one), own_pools(one.id, model, test, library_of(Actor.of(request).clinic_id))
    context = {
        "it": it,
        "pools": pools,
        "in_numbers": it.in_numbers(pools),
        "caution": caution() if any(each.id == LOW_RISK_OF_BIAS for each in one.rests_on) else "",
        "asked": asked,
        "problems": problems,
        "models": MODELS,
        "tests": TESTS,
        "chosen": bool(request.GET),
    }
    return _page(request, "advice", context, 422 if problems else 200)


@require_safe
@needs(Permission.READ_EVIDENCE)
def trials(request: HttpRequest) -> HttpResponse:
    """The trial library, a page at a time."""
    asked = library_table.asked_of(request.GET)
    found = library_table.found(asked)
    pages = max(1, -(-len(found) // library_table.A_PAGE))
    page = min(max(number_of(request, "page") or 1, 1), pages)
    first = (page - 1) * library_table.A_PAGE
    query = urlencode({name: value for name, value in asked.items() if value})
    context = {
        "rows": library_table.shown(found[first : first + library_table.A_PAGE]),
        "count": len(found),
        "filters": library_table.filters(asked),
        "page": page,
        "pages": pages,
        "query": f"&{query}" if query else "",
        "pool_query": query,
    }
    return _page(request, "trials", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.READ_EVIDENCE)
def pool(request: HttpRequest) -> HttpResponse:
    """A set of the library by its address, so that it can be linked; or rows that are sent, and forgotten."""
    if request.method != "POST":
        answer = from_library(Asked.of(request.GET))
        return _pool(request, answer, FromRows(), answer.result, 422 if answer.problems else 200)
    try:
        sent = from_rows(request.POST, request.FILES.get("file"))
    except RequestDataTooBig:
        sent, status = FromRows(problems={"text": _("That is too large to be read.")}), 413
    else:
        status = 422 if sent.problems else 200
    return _pool(request, FromLibrary(Asked()), sent, sent.result, status)


def _pool(request: HttpRequest, library: FromLibrary, sent: FromRows, result: object, status: int) -> HttpResponse:
    context = {
        "library": library,
        "asked": library.asked,
        "sent": sent,
        "result": result,
        "choices": choices(),
        "ready": ready_sets(),
        "models": MODELS,
        "tests": TESTS,
        "units": UNITS,
        "measures": MEASURES,
    }
    return _page(request, "pool", context, status)


def _page(request: HttpRequest, name: str, context: Mapping[str, object], status: int = 200) -> HttpResponse:
    """For whoever opens no charts the technical parts are folded."""
    frame = {"reviewed": REVIEWED, "folded": not Actor.of(request).may(Permission.OPEN_CHART)}
    return render(request, f"evidence/{name}.html", {**frame, **context}, status=status)
