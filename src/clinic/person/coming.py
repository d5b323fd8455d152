"""What comes next for the person: what to fill in, and when the next check is planned."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from clinic.person.look import Look
from clinic.person.plainly import asked
from concordant.change.assumptions import WINDOW
from concordant.criteria.nodes import Term
from concordant.facts import Fact, Kind
from concordant.facts.plan.episode import discharge_date
from concordant.measures.questionnaires import due, upcoming
from concordant.record.derive.change import SCORED_DAYS
from concordant.record.derive.treatment_start import start_of_treatment


@dataclass(frozen=True)
class Coming:
    """Nothing here is a decision: only the plan of checks that is the same for everybody."""

    to_fill_in: tuple[str, ...]
    check_on: date | None
    diary_days: int = SCORED_DAYS
    diary_window: int = WINDOW


def coming_of(look: Look) -> Coming:
    baseline = start_of_treatment(look.record)
    if baseline is None:
        return Coming((), None)
    left = look.record.read(Term(discharge_date)).value
    discharge = left if isinstance(left, date) else None
    today = look.moment.day
    now = due(today, baseline=baseline, discharge=discharge)
    after = upcoming(today, baseline=baseline, discharge=discharge)
    return Coming(
        tuple(asked(fact) for fact in _unanswered(look, now.facts, now.since)) if now else (),
        after[0] if after else None,
    )


def _unanswered(look: Look, facts: Iterable[Fact[Kind]], since: date) -> Iterable[Fact[Kind]]:
    answered = {one.fact for one in look.record.outcomes if one.date >= since}
    for name, findings in look.record.findings().items():
        if any(said.on is not None and said.on >= since for _, _, said in findings):
            answered.add(name)
    return (fact for fact in facts if fact.name not in answered)
