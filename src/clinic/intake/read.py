"""What the clinician sees of an intake: what was said, what is still missing, and a self-check that waits."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clinic.accounts.roles import Permission
from clinic.audit.access import needs
from clinic.audit.actor import Actor
from clinic.chart.actions import open_chart
from clinic.chart.told import INTAKE, asked_in_intake
from clinic.drafts.models import Draft
from clinic.forms.ways import frame_of
from clinic.intake.asked import check_of, kept_for, let_go, take_over
from clinic.intake.review import said_in
from clinic.person.contradictions import contradictions_of
from clinic.person.look import Look, look_at
from clinic.person.moment import moment_of
from clinic.person.where_asked import Question, question
from concordant.criteria import Truth
from concordant.criteria.asking import facts_to_ask
from concordant.facts import DICTIONARY


@dataclass(frozen=True)
class Missing:
    """Of one headache: what its open criteria ask of the person, most asked for first."""

    headache: str
    ask: tuple[Question, ...]


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.OPEN_CHART)
def of_person(request: HttpRequest, person_id: int) -> HttpResponse:
    """What the person said of themselves, and what nobody has said yet."""
    by = Actor.of(request)
    chart = open_chart(by=by, person_id=person_id)
    kept = kept_for(by, chart.person)
    if request.method == "POST":
        chosen = next((one for one in kept if request.POST.get("kept") == str(one.pk)), None)
        if chosen is None:
            raise Http404("no such self-check here")
        try:
            if request.POST.get("do") == "let go":
                let_go(by, chosen, "let go by the clinician")
                messages.success(request, _("Deleted. Nothing of it is kept."))
            else:
                take_over(by, chart, chosen)
                messages.success(request, _("Signed: the person’s own word of that day."))
        except ValidationError as error:
            for message in error.messages:
                messages.error(request, message)
        return redirect("intake:of_person", person_id)
    moment = moment_of("", timezone.get_current_timezone())
    look = look_at(chart, moment)
    sent = [entry for entry in chart.in_force() if entry.kind == INTAKE]
    context = {
        **frame_of(by, chart, moment),
        "sent": [{"entry": one, "said": said_in(one.content)} for one in reversed(sent)],
        "kept": [(one, check_of(one).in_words) for one in kept],
        "begun": Draft.objects.filter(person=chart.person, kind=INTAKE).order_by("-kept_at").first(),
        "missing": missing_of(look),
        "contradictions": contradictions_of(look),
        "may_take_over": by.may(Permission.RECORD_HISTORY),
    }
    return render(request, "intake/of_person.html", context)


def missing_of(look: Look) -> list[Missing]:
    """What the open criteria of each headache ask that the person can tell; what most of them ask for comes first."""
    found = []
    for headache in look.assessment.headaches:
        wanted: dict[str, int] = {}
        for reading in look.assessment.of_headache(headache):
            if reading.trace.truth is Truth.UNKNOWN:
                for name in dict.fromkeys(name.partition("[")[0] for name in facts_to_ask(reading.trace)):
                    wanted[name] = wanted.get(name, 0) + 1
        asked = [name for name in sorted(wanted, key=lambda name: -wanted[name]) if asked_in_intake(DICTIONARY[name])]
        if asked:
            found.append(Missing(headache, tuple(question(name, look, headache) for name in asked)))
    return found
