"""Every rule of the plan under its key, with the rules of safety and of retests that it leans on."""

from __future__ import annotations

from concordant.criteria import Book, Criterion
from concordant.plan.interventions.catalogue import INTERVENTIONS
from concordant.plan.interventions.cautions import PLAN_ROWS
from concordant.plan.phases import EXITS, HELD, MAY_GO_BACK, held, may_go_back
from concordant.plan.profile import RULES
from concordant.progress import progress_rules
from concordant.safety import safety_rules


def plan_rules() -> dict[str, Criterion]:
    """Phases, profiles, cautions of the plan alone, and when each treatment is offered, changed and ended."""
    found: dict[str, Criterion] = {HELD: held, MAY_GO_BACK: may_go_back}
    found |= {phase.key: rule for phase, rule in EXITS.items()}
    found |= {profile.key: rule for profile, rule in RULES.items()}
    found |= {row.key: row.when for row in PLAN_ROWS if row.when is not None}
    for one in INTERVENTIONS:
        found |= dict(one.rules())
        found |= {mark.key: mark.row.when for mark in one.marks if mark.of_item and mark.row.when is not None}
    return found


BOOK = Book(safety_rules() | progress_rules() | plan_rules())
