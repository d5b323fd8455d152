"""Signing a plan, and signing an assessment alone. Both are entries of the chart."""

import uuid
from collections.abc import Mapping
from datetime import date
from typing import Any

from clinic.audit.actor import Actor
from clinic.chart.actions import Chart, sign_entry
from clinic.chart.models import Entry
from concordant.record.care import Conclusion, SignedAssessment, SignedPlan
from concordant.record.care_writer import assessment as as_assessment
from concordant.record.care_writer import plan as as_plan


def sign_plan(
    *, by: Actor, chart: Chart, plan: SignedPlan, conclusions: Mapping[str, str], idempotency_key: uuid.UUID
) -> Entry:
    """One entry: what is concluded as of this day, and what care is given for it. ``chart``: as it was checked."""
    content = {**_assessed(plan.date, conclusions, ""), "plans": [as_plan(plan)]}
    return _sign(by, chart, plan.date, content, idempotency_key)


def sign_assessment(
    *,
    by: Actor,
    chart: Chart,
    on: date,
    conclusions: Mapping[str, str],
    remark: str,
    idempotency_key: uuid.UUID,
) -> Entry:
    """What is concluded, without a plan: for a letter, or while safety holds care."""
    return _sign(by, chart, on, _assessed(on, conclusions, remark), idempotency_key)


def is_signed(by: Actor, person_id: int, idempotency_key: uuid.UUID) -> bool:
    """Whether this very form was signed before: a button that was pressed twice."""
    return Entry.objects.filter(person=person_id, author=by.user, idempotency_key=idempotency_key).exists()


def _assessed(on: date, conclusions: Mapping[str, str], remark: str) -> dict[str, Any]:
    told = tuple(_conclusion(name, status) for name, status in conclusions.items())
    return {"assessments": [as_assessment(SignedAssessment(on, conclusions=told, remark=remark))]}


def _conclusion(name: str, status: str) -> Conclusion:
    headache, _colon, code = name.rpartition(":")
    return Conclusion(headache, code, status)


def _sign(by: Actor, chart: Chart, on: date, content: dict[str, Any], key: uuid.UUID) -> Entry:
    return sign_entry(
        by=by,
        person_id=chart.person.pk,
        on=on,
        kind="plan",
        content=content,
        idempotency_key=key,
        looked_at=chart.newest_sha256,
    )
