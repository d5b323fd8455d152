"""What programs may ask: the dictionary, a chart, its assessment, and signing a statement."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.responses import Status
from ninja.security import SessionAuth

from clinic.api.shapes import ON_A_PAGE, AssessmentOut, EntryOut, FactOut, Problems, entry_in, facts_out
from clinic.audit.access import allow
from clinic.audit.actor import Actor
from clinic.audit.record import refusals_recorded
from clinic.audit.words import Action, Subject
from clinic.chart.actions import export_chart, open_chart, sign_entry
from clinic.chart.rooms import permission_for
from clinic.forms.days import today
from clinic.forms.known import headaches_of
from clinic.person.case import case_of
from clinic.person.moment import EARLIEST
from concordant.answer import answer
from concordant.assessment import assess
from concordant.criteria import RuleConflict
from concordant.facts import DICTIONARY, Dictionary
from concordant.record.merge import check_fragment
from concordant.record.problems import CaseFileError, Problem
from concordant.record.schema import case_file_schema
from concordant.record.write import write_plain

TITLE = "Concordant"
VERSION = "1"
SIGNED_ON_A_PAGE = "is signed on the page of the plan, where it is checked against the chart as it is then"


def build(dictionary: Dictionary = DICTIONARY) -> NinjaAPI:
    """The interface of a dictionary. Its description is a file; no page is served that would fetch scripts."""
    api = NinjaAPI(title=TITLE, version=VERSION, urls_namespace="api", docs_url=None, auth=SessionAuth())
    _answers_of_errors(api)
    _dictionary(api, dictionary)
    _chart(api, dictionary)
    return api


def _answers_of_errors(api: NinjaAPI) -> None:
    @api.exception_handler(PermissionDenied)
    def refused(request: HttpRequest, exc: PermissionDenied) -> HttpResponse:
        return api.create_response(request, {"detail": "not allowed"}, status=403)

    @api.exception_handler(CaseFileError)
    def unreadable(request: HttpRequest, exc: CaseFileError) -> HttpResponse:
        return _problems((one.path, one.message) for one in exc.problems)

    @api.exception_handler(ValidationError)
    def refused_by_the_chart(request: HttpRequest, exc: ValidationError) -> HttpResponse:
        by_field: dict[str, list[str]] = exc.message_dict if hasattr(exc, "error_dict") else {"": exc.messages}
        return _problems((name, message) for name, messages in by_field.items() for message in messages)

    @api.exception_handler(RuleConflict)
    def contradicting_rules(request: HttpRequest, exc: RuleConflict) -> HttpResponse:
        told = f"the rules contradict each other, so nothing is said: {exc.args[0]}"
        return api.create_response(request, {"detail": told}, status=500)

    def _problems(problems: Iterable[tuple[str, str]]) -> HttpResponse:
        rows = [{"path": path, "message": message} for path, message in problems]
        return api.create_response(HttpRequest(), {"problems": rows}, status=422)


def _dictionary(api: NinjaAPI, dictionary: Dictionary) -> None:
    @api.get("/facts", response=list[FactOut], summary="Every fact that can be known")
    def facts(request: HttpRequest) -> Any:
        return facts_out(dictionary)

    @api.get("/schema", response=dict[str, Any], summary="JSON Schema of the case file")
    def schema(request: HttpRequest) -> Any:
        return case_file_schema(dictionary)


def _chart(api: NinjaAPI, dictionary: Dictionary) -> None:
    @api.get("/people/{key:person_id}/case", response=dict[str, Any], summary="The chart as a case file")
    def case(request: HttpRequest, person_id: int) -> Any:
        return write_plain(case_of(export_chart(by=Actor.of(request), person_id=person_id, reason="API")))

    @api.get("/people/{key:person_id}/assessment", response=AssessmentOut, summary="What follows from the chart")
    def assessment(request: HttpRequest, person_id: int, as_of: date | None = None) -> Any:
        if as_of is not None and as_of < EARLIEST:
            raise CaseFileError([Problem("as_of", f"{as_of} is not allowed; allowed: from {EARLIEST} on")])
        chart = open_chart(by=Actor.of(request), person_id=person_id)
        return answer(assess(case_of(chart), as_of or today()))

    def sign(request: HttpRequest, person_id: int, entry: Any) -> Any:
        by = Actor.of(request)
        with refusals_recorded(by=by, action=Action.SIGN, subject=Subject("chart", str(person_id))):
            allow(by, permission_for(entry.kind))
        if held := [Problem(one, SIGNED_ON_A_PAGE) for one in ON_A_PAGE if one in entry.content]:
            raise CaseFileError(held)
        check_fragment(entry.content, headaches=headaches_of(by, person_id), dictionary=dictionary)
        signed = sign_entry(
            by=by,
            person_id=person_id,
            on=entry.on,
            kind=entry.kind,
            content=entry.content,
            idempotency_key=entry.key,
        )
        return Status(201, signed)

    # The shape of an entry is made from the dictionary, so it cannot be written as a type.
    sign.__annotations__["entry"] = entry_in(dictionary)
    api.post(
        "/people/{key:person_id}/entries",
        response={201: EntryOut, 422: Problems},
        summary="Sign a statement: a fragment of a case file",
    )(sign)


api = build()
