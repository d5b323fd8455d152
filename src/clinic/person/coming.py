"""What comes next for the person: what to fill in, and when the next check is planned."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from clinic.person.look import Look
from clinic.person.plainly import asked
from concordant.change.assumptions import WINDOW
from concordant.facts import Fact, Kind
from concordant.progress.next_retest import next_retest
from concordant.record.derive.change import SCORED_DAYS


@dataclass(frozen=True)
class Coming:
    """Nothing here is a decision: only the plan of checks that is the same for everybody."""

    to_fill_in: tuple[str, ...]
    check_on: date | None
    late_since: date | None = None
    """The planned day of a check that has not been."""
    diary_days: int = SCORED_DAYS
    diary_window: int = WINDOW


def coming_of(look: Look) -> Coming:
    retest = next_retest(look.record)
    if retest is None:
        return Coming((), None)
    now = retest.asked
    open_now = tuple(asked(fact) for fact in _unanswered(look, now.facts, now.since)) if now else ()
    return Coming(open_now, retest.on, retest.late_since)


def _unanswered(look: Look, facts: Iterable[Fact[Kind]], since: date) -> Iterable[Fact[Kind]]:
    answered = {one.fact for one in look.record.outcomes if one.date >= since}
    for name, findings in look.record.findings().items():
        if any(said.on is not None and said.on >= since for _, _, said in findings):
            answered.add(name)
    return (fact for fact in facts if fact.name not in answered)
