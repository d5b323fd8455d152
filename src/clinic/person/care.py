"""What we do: the treatments so far, by discipline."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from clinic.accounts.roles import role_in_words
from clinic.person.look import Look


@dataclass(frozen=True)
class Care:
    discipline: str
    count: int
    first: date
    last: date


def care_of(look: Look) -> tuple[Care, ...]:
    days: dict[str, list[date]] = defaultdict(list)
    for treatment in look.record.treatments:
        days[treatment.discipline].append(treatment.date)
    return tuple(
        Care(role_in_words(one).capitalize(), len(when), min(when), max(when)) for one, when in sorted(days.items())
    )
