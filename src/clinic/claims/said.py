"""What the desk was told about a claim, laid beside what the chart says, as the case that coverage is read from."""

from datetime import date
from typing import Any

from clinic import clock
from clinic.chart.actions import Chart
from clinic.chart.models import Entry
from clinic.claims.models import Claim
from clinic.claims.work import Work
from clinic.forms.known import chart_with
from clinic.person.case import case_of
from concordant.record.case import Case, Payer
from concordant.record.record import Record

BY = "front_desk"


def record_of(work: Work, as_of: date) -> Record:
    """:func:`case_with_claims` as of a day. Raises CaseFileError where it does not add up."""
    return Record(case_with_claims(work), as_of)


def case_with_claims(work: Work) -> Case:
    """The chart with every claim as it was written down. Raises CaseFileError where it does not add up."""
    return case_of(chart_with(work.chart, *(_as_entry(one, work.chart) for one in work.claims)))


def payer_in_chart(work: Work) -> Payer | None:
    """Who pays as the chart alone has it. Raises CaseFileError."""
    return case_of(work.chart).episode.payer


def differs(work: Work, said: Payer | None) -> bool:
    """Whether the chart names another accident, number or payer than the claim that stands. What only one of them
    names is no difference."""
    if said is None or work.claim is None:
        return False
    own = (work.claim.payer, work.claim.accident_on, work.claim.number)
    pairs = zip(own, (said.kind, said.accident_date, said.claim), strict=True)
    return any(here and there and here != there for here, there in pairs)


def _as_entry(claim: Claim, chart: Chart) -> Entry:
    zone = chart.person.clinic.zone
    return Entry(
        on=claim.said_at.astimezone(zone).date(),
        content=content_of(claim),
        recorded_at=min(claim.said_at, clock.now()),
        author_role=BY,
    )


def content_of(claim: Claim) -> dict[str, Any]:
    """As a fragment of a case file."""
    payer = {
        "kind": claim.payer,
        "accident_date": claim.accident_on.isoformat() if claim.accident_on else None,
        "claim": claim.number or None,
    }
    facts = {name: said for name, said in claim.visits.items() if said}
    if claim.checked_on:
        facts["claim_number_checked_date"] = claim.checked_on.isoformat()
    content: dict[str, Any] = {"episode": {"payer": {name: said for name, said in payer.items() if said}}}
    return {**content, "facts": facts} if facts else content
