"""What is left of one discipline as of the day, and the light that the front desk sees (operations 4.2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from concordant.coverage.ledger import Ledger
from concordant.coverage.plans import ApprovedPlan
from concordant.payers import strict_end, window_end
from concordant.payers.running_out import FEW_DAYS, FEW_VISITS


class Light(StrEnum):
    """Covered; soon over, or to be asked; not covered."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """One discipline of a claim."""

    used_here: int
    """Visits that the claim pays, or may pay."""
    used_elsewhere: int | None
    """None: nobody has said."""
    left: int | None
    """Of the window, else of the plan; None: not known."""
    left_at_most: int | None
    """What is left if nothing was used elsewhere; None: not known either."""
    limit: int | None
    """Visits of the window, or of the plan."""
    until: date | None
    """The last day of the window, or of the plan."""
    window_end: date | None
    strict_end: date | None
    """A stricter count of the weeks ends here; from this day on visits are warned of."""
    plan: ApprovedPlan | None
    """The approved plan that runs, or that comes next."""

    def light(self, as_of: date) -> Light:
        """Red where surely nothing is left, amber where it is little or not known."""
        if self.left_at_most == 0 or (self.until is not None and self.until < as_of):
            return Light.RED
        if self.left is None or self.until is None or self.left <= FEW_VISITS:
            return Light.AMBER
        return Light.AMBER if (self.until - as_of).days <= FEW_DAYS else Light.GREEN


def budget_of(ledger: Ledger, discipline: str) -> Budget:
    """What a claim leaves for one discipline."""
    own = [one for one in ledger.judged if one.sitting.discipline == discipline and one.sitting.held]
    elsewhere = ledger.elsewhere(discipline)
    end, strict = None, None
    if ledger.payer == "icbc" and ledger.accident is not None and ledger.most(discipline) is not None:
        end, strict = window_end(ledger.accident), strict_end(ledger.accident)
    left, at_most = _of_window(ledger, discipline, elsewhere)
    limit, until = ledger.most(discipline), end
    plan = _running(ledger, discipline)
    if plan is not None and at_most == 0:
        limit, until = plan.visits, plan.end
        spent = plan.visits is not None and plan.visits - ledger.used_in(plan, discipline)
        left = at_most = None if plan.visits is None else max(int(spent), 0)
    return Budget(
        used_here=sum(one.counts for one in own),
        used_elsewhere=elsewhere,
        left=left,
        left_at_most=at_most,
        limit=limit,
        until=until,
        window_end=end,
        strict_end=strict,
        plan=plan,
    )


def _of_window(ledger: Ledger, discipline: str, elsewhere: int | None) -> tuple[int | None, int | None]:
    """Visits left of the window, and the most that can be; neither is known where the rules of the claim are not."""
    if ledger.payer == "worksafebc":
        return 0, 0
    most, accident = ledger.most(discipline), ledger.accident
    if most is None or accident is None:
        return None, None
    if ledger.record.as_of > window_end(accident):
        return 0, 0
    at_most = max(most - ledger.used_in_window(discipline), 0)
    if elsewhere is not None:
        at_most = max(at_most - elsewhere, 0)
        return at_most, at_most
    return (0 if at_most == 0 else None), at_most


def _running(ledger: Ledger, discipline: str) -> ApprovedPlan | None:
    """The newest approved plan that is not over."""
    day = ledger.record.as_of
    found = [one for one in ledger.plans(discipline) if one.end is None or one.end >= day]
    running = [one for one in found if one.start is None or one.start <= day]
    nearest = running or found
    return nearest[-1] if nearest else None
