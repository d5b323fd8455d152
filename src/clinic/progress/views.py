"""How one person responds to care: the decision with its reasons, every measure, the expected course."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from clinic.accounts.roles import Permission
from clinic.audit.access import needs
from clinic.audit.actor import Actor
from clinic.chart.actions import open_chart
from clinic.forms.ways import frame_of
from clinic.person.band import band_of
from clinic.person.dated import as_of_a_day, frame_of_day, query_of
from clinic.person.look import look_at
from clinic.person.moment import Moment
from clinic.progress.decision import decision_of
from clinic.progress.expected import expected_of
from clinic.progress.headache_days import headache_days_of
from clinic.progress.measured import measured_of
from clinic.progress.retest import retest_of


@require_safe
@needs(Permission.OPEN_CHART)
@as_of_a_day
def progress(request: HttpRequest, person_id: int, moment: Moment) -> HttpResponse:
    """The newest retest that is known on the day."""
    by = Actor.of(request)
    look = look_at(open_chart(by=by, person_id=person_id), moment)
    return render(
        request,
        "progress/page.html",
        {
            **frame_of(by, look.chart, look.moment),
            **frame_of_day(look.moment),
            "look": look,
            "band": band_of(look),
            "retest": retest_of(look),
            "decision": decision_of(look, query_of(moment)),
            "days": headache_days_of(look),
            "measured": measured_of(look),
            "expected": expected_of(look),
        },
    )
