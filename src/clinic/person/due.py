"""What is due for one person, small enough to be kept for the next look."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from clinic.person.look import Look
from concordant.criteria.nodes import Term
from concordant.facts.plan.episode import discharge_date
from concordant.progress.examined import was_examined
from concordant.progress.next_retest import next_retest
from concordant.safety.flag import Action

DIARY_STALE_AFTER = timedelta(days=3)
_PRESSING = (Action.EMERGENCY, Action.SAME_DAY)


@dataclass(frozen=True)
class Due:
    """Of one person on one day. Plain values: it outlives the assessment in a cache."""

    flags: tuple[tuple[Action, str], ...] = field(default=())
    """Open flags that cannot wait, strongest first."""
    not_screened: int = 0
    retest_since: date | None = None
    """The planned day of a retest that has not been."""
    examined_on: date | None = None
    """The last examination, where there was one."""
    diary_until: date | None = None
    """The last day of the diary, where it has fallen behind."""
    unreadable: bool = False
    """The entries do not add up to a chart: nobody can say what is due."""

    @property
    def urgency(self) -> tuple[int, ...]:
        """For sorting, the most pressing first."""
        strongest = self.flags[0][0].strength if self.flags else len(Action)
        return -self.unreadable, strongest, -bool(self.not_screened), -bool(self.retest_since), -bool(self.diary_until)

    def __bool__(self) -> bool:
        return bool(self.unreadable or self.flags or self.not_screened or self.retest_since or self.diary_until)


def due_of(look: Look) -> Due:
    today, safety = look.moment.day, look.assessment.safety
    in_care = not isinstance(look.record.read(Term(discharge_date)).value, date)
    retest = next_retest(look.record)
    examined = max((one.date for one in look.record.visits.values() if was_examined(one)), default=None)
    written = max((row.date for row in look.case.diary if row.date <= today), default=None)
    return Due(
        flags=tuple((one.action, one.flag.name) for one in safety.open if one.action in _PRESSING),
        not_screened=len(safety.not_screened) if in_care else 0,
        retest_since=retest.late_since if in_care and retest else None,
        examined_on=examined,
        diary_until=written if in_care and written and today - written > DIARY_STALE_AFTER else None,
    )
