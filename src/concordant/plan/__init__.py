"""From facts to a proposed plan of care that a clinician signs (treatment 0 to 6). Never more than a proposal."""

from concordant.plan.book import BOOK, plan_rules
from concordant.plan.interventions import EXCLUDED, INTERVENTIONS, Excluded, Intervention
from concordant.plan.phases import Phase
from concordant.plan.plan import Item, Plan
from concordant.plan.planner import plan_for
from concordant.plan.profile import Profile
from concordant.plan.results import results_of

__all__ = [
    "BOOK",
    "EXCLUDED",
    "INTERVENTIONS",
    "Excluded",
    "Intervention",
    "Item",
    "Phase",
    "Plan",
    "Profile",
    "plan_for",
    "plan_rules",
    "results_of",
]
