"""What the desk was told about a claim, laid beside what the chart says, as the case that coverage is read from."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from clinic.claims.by_day import Counting, same_claim
from clinic.claims.claim_facts import OF_A_CLAIM, said_in
from clinic.claims.models import Claim
from clinic.claims.work import Work
from clinic.notes.lateness import KIND
from clinic.person.case import entry_id
from concordant.facts import UNKNOWN
from concordant.facts.coverage.claim import visits_elsewhere_count
from concordant.payers import CLAIMED
from concordant.record.case import Case, Payer, Stated, Treatment
from concordant.record.merge import check_fragment
from concordant.record.record import Record

BY = "front_desk"


def record_of(work: Work, as_of: date, on: date | None = None) -> Record:
    """The person under the claim that counts on a day (None: ``as_of``). Raises CaseFileError."""
    return record_under(work, work.under(on or as_of), as_of)


def record_under(work: Work, under: Counting | None, as_of: date) -> Record:
    """With the visits and the facts of this claim alone; None: the chart as it is. Raises CaseFileError where the
    chart, or what was told, does not add up."""
    return Record(work.case if under is None else _under(work, under, as_of), as_of)


def payer_in_chart(work: Work) -> Payer | None:
    """Who pays as the chart alone has it. Raises CaseFileError."""
    return work.case.episode.payer


def differs(work: Work, said: Payer | None) -> bool:
    """Whether the chart names another accident, number or payer than every claim of the desk. What only one of them
    names is no difference."""
    return said is not None and bool(work.counting) and all(_differs(one.claim, said) for one in work.counting)


def _differs(claim: Claim, said: Payer) -> bool:
    own = (claim.payer, claim.accident_on, claim.number)
    pairs = zip(own, (said.kind, said.accident_date, said.claim), strict=True)
    return any(here and there and here != there for here, there in pairs)


def brought_in(work: Work, under: Counting) -> Mapping[str, tuple[date, ...]]:
    """Days of treatment that came in with a case file, by discipline as claims name it: the record holds them, so they
    are not counted a second time where somebody tells of them. Raises CaseFileError."""
    notes = {one.pk for one in work.chart.entries if one.kind == KIND}
    days = {
        (CLAIMED[one.discipline], one.date)
        for one in work.case.treatments
        if one.discipline in CLAIMED and _counts(work, under, one) and entry_id(one.place) not in notes
    }
    found: dict[str, tuple[date, ...]] = {}
    for discipline, day in sorted(days):
        found[discipline] = (*found.get(discipline, ()), day)
    return found


def _counts(work: Work, under: Counting, one: Treatment) -> bool:
    accident = under.claim.accident_on
    return one.took_place and _holds(work, under, one.date) and (accident is None or accident <= one.date)


def _holds(work: Work, under: Counting, day: date) -> bool:
    return any(one.holds(day) for one in same_claim(work.counting, under))


def _under(work: Work, under: Counting, as_of: date) -> Case:
    case, claim = work.case, under.claim
    started = case.episode.started or date.min
    told_on = min(claim.said_at.astimezone(work.chart.person.clinic.zone).date(), as_of)
    said: dict[str, list[Stated]] = {
        name: [one for one in each if name not in OF_A_CLAIM or _holds(work, under, one.on or started)]
        for name, each in case.facts.items()
    }
    brought = brought_in(work, under)
    for table in said_in(under.rows):
        known = {name: value for name, value in table.items() if value is not None}
        told = check_fragment({"facts": _beyond(known, brought)}).facts
        for name in table:
            each = told.get(name, (Stated(UNKNOWN),))
            said.setdefault(name, []).extend(replace(one, on=one.on or told_on, by=BY) for one in each)
    return replace(
        case,
        episode=replace(case.episode, payer=_payer(claim)),
        facts={name: tuple(sorted(each, key=lambda one: one.on or date.min)) for name, each in said.items() if each},
        treatments=tuple(one for one in case.treatments if _holds(work, under, one.date)),
    )


def _payer(claim: Claim) -> Payer | None:
    said = {
        "kind": claim.payer,
        "accident_date": claim.accident_on.isoformat() if claim.accident_on else None,
        "claim": claim.number or None,
    }
    return check_fragment({"episode": {"payer": {name: one for name, one in said.items() if one}}}).episode.payer


def _beyond(table: dict[str, Any], brought: Mapping[str, tuple[date, ...]]) -> dict[str, Any]:
    """The person tells of all visits elsewhere: those that the record holds are counted there."""
    told = table.get(visits_elsewhere_count.name)
    if not isinstance(told, dict):
        return table
    return {
        **table,
        visits_elsewhere_count.name: {one: max(n - len(brought.get(one, ())), 0) for one, n in told.items()},
    }
