"""People with a claim, written as case files."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from concordant.coverage import ClinicTerms, Coverage, Membership, coverage_of
from concordant.record.read import read_plain
from concordant.record.record import Record

CRASH = date(2025, 6, 2)
"""Monday; the window ends on 25 August."""
MEMBER = ClinicTerms(memberships=(Membership(date(2025, 3, 22)),))
NOT_ELSEWHERE = {"visits_elsewhere_count": {"physiotherapy": 0, "massage_therapy": 0}}


def visit(day: int, discipline: str = "physiotherapist", crash: date = CRASH, **more: Any) -> dict[str, Any]:
    """A treatment so many days after the crash."""
    return {"date": (crash + timedelta(days=day)).isoformat(), "discipline": discipline, **more}


def record(
    *visits: dict[str, Any],
    day: int = 30,
    crash: date | None = CRASH,
    payer: str | None = "icbc",
    plans: list[dict[str, Any]] | None = None,
    **facts: Any,
) -> Record:
    """Somebody as of so many days after the crash."""
    since = crash or CRASH
    episode: dict[str, Any] = {"started": min(since, CRASH, since + timedelta(days=day)).isoformat()}
    if payer is not None:
        episode["payer"] = {"kind": payer} | ({"accident_date": crash.isoformat()} if crash else {})
    told = {**NOT_ELSEWHERE, **facts}
    case = {
        "concordant": 1,
        "person": {"id": "p", "born": "1980-01-01"},
        "episode": episode,
        "facts": {name: value for name, value in told.items() if value is not None},
        "headaches": [{"id": "A", "facts": {}}],
        "treatments": list(visits),
        "plans": plans or [],
    }
    return Record(read_plain(case), since + timedelta(days=day))


def covered(*visits: dict[str, Any], terms: ClinicTerms = MEMBER, **more: Any) -> Coverage:
    """The coverage of such a person."""
    found = record(*visits, **more)
    return coverage_of(found, found.as_of, terms)


def approved(
    start: int, end: int, visits: int, *, status: str = "approved", discipline: str = "physiotherapy"
) -> dict[str, Any]:
    """The facts of a plan, by days after the crash."""
    return {
        "treatment_plan_status": {discipline: status},
        "treatment_plan_visits": {discipline: visits},
        "treatment_plan_start_date": {discipline: (CRASH + timedelta(days=start)).isoformat()},
        "treatment_plan_end_date": {discipline: (CRASH + timedelta(days=end)).isoformat()},
    }
