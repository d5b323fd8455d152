"""Who it is: age, week of care, goal and payer, as known on the day of the view."""

from dataclasses import dataclass
from datetime import date

from clinic.person.look import Look
from concordant.criteria.nodes import Term
from concordant.criteria.saying import value_in_words
from concordant.facts.coverage.claim import payer_kind
from concordant.facts.history.person import age_years


@dataclass(frozen=True)
class Band:
    name: str
    age: str
    week: int | None
    started: date | None
    goal: str
    payer: str
    accident: date | None


def band_of(look: Look) -> Band:
    person, episode = look.chart.person, look.case.episode
    age = look.record.read(Term(age_years))
    started = episode.started if episode.started and episode.started <= look.moment.day else None
    return Band(
        name=person.name,
        age=value_in_words(Term(age_years), age.value) if age.known else "",
        week=(look.moment.day - started).days // 7 + 1 if started else None,
        started=started,
        goal=episode.goal or "",
        payer=payer_kind.kind.say(episode.payer.kind) if episode.payer else "",
        accident=episode.payer.accident_date if episode.payer else None,
    )
