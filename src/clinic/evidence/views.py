"""The pages of the evidence. Nothing here opens a chart, and nothing that is sent is stored."""

from typing import Any
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
from clinic.evidence.asked import MODELS, TESTS, UNITS, USUAL_MODEL, USUAL_TEST, Asked, checked
from clinic.evidence.chosen import Candidate, candidates, choices, pooled_set, ready_sets
from clinic.evidence.figures import figures
from clinic.evidence.published import of_rows, published
from clinic.evidence.results import Result, result_of
from clinic.evidence.said import refusal
from clinic.evidence.uploaded import text_of, trials_of
from clinic.query import number_of
from concordant.evidence import Refused
from concordant.evidence.library import REVIEWED, all_advice, caution, trials_named
from concordant.evidence.library import advice as advice_of
from concordant.evidence.rows import MEASURES


@require_safe
@needs(Permission.READ_EVIDENCE)
def index(request: HttpRequest) -> HttpResponse:
    """The four figures of the article, all advice, every published pool."""
    context = {
        "figures": figures(),
        "caution": caution(),
        "advice": all_advice(),
        "published": published(),
        "reviewed": REVIEWED,
        "folded": not Actor.of(request).may(Permission.OPEN_CHART),
    }
    return render(request, "evidence/index.html", context)
