"""The time after care: what to keep up, what to watch, when to come back. From the signed plan and their own words."""

import math
from dataclasses import dataclass
from datetime import date

from clinic.home.programme import Programme, Shown
from clinic.learning.known import known_of
from clinic.person.look import Look
from concordant.criteria.nodes import Term
from concordant.facts.outcomes.change import relapse_threshold_days_per_28d
from concordant.facts.plan.episode import discharge_date
from concordant.plan.at_home import plans_on
from concordant.teaching import Paragraph
from concordant.teaching.later import early_signs
from concordant.teaching.pages.self_management import FLARE


@dataclass(frozen=True)
class Later:
    goal: str
    """In the person's own words; empty where none is written down."""
    signed_on: date | None
    """The day of the newest plan that this is made from."""
    keep_up: tuple[Shown, ...]
    early_signs: tuple[str, ...]
    come_back_at: int | None
    """So many headache days in four weeks, or more; None before discharge, when nobody can say."""
    is_discharged: bool
    first_steps: Paragraph = FLARE


def later_of(look: Look, programme: Programme) -> Later:
    limit = look.record.read(Term(relapse_threshold_days_per_28d)).value
    return Later(
        goal=look.case.episode.goal or "",
        signed_on=max((one.date for one in plans_on(look.record.plans, programme.on)), default=None),
        keep_up=programme.items,
        early_signs=tuple(dict.fromkeys(sign for known in known_of(look) for sign in early_signs(known))),
        come_back_at=math.ceil(limit) if isinstance(limit, int | float) else None,
        is_discharged=look.record.read(Term(discharge_date)).known,
    )
