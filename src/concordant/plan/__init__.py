"""From facts to a proposed plan of care that a clinician signs (treatment 0 to 6). Never more than a proposal."""

from concordant.plan.against_signed import Difference, ItemDifference, Kind, StepNow
from concordant.plan.book import BOOK, plan_rules
from concordant.plan.disagreement import DISAGREEMENTS, Disagreement
from concordant.plan.goals import Goals, Target
from concordant.plan.interventions import EXCLUDED, INTERVENTIONS, Excluded, Intervention
from concordant.plan.interventions.dose import plain_dose
from concordant.plan.phases import Phase
from concordant.plan.plan import Item, Plan
from concordant.plan.planner import plan_for
from concordant.plan.profile import Profile
from concordant.plan.proposal import Proposal, propose
from concordant.plan.results import results_of
from concordant.plan.signing import Obstacle, Signing, may_sign
from concordant.plan.topics import Topics
from concordant.plan.visits import Retest, Visits
from concordant.plan.waiting import Waiting

__all__ = [
    "BOOK",
    "DISAGREEMENTS",
    "EXCLUDED",
    "INTERVENTIONS",
    "Difference",
    "Disagreement",
    "Excluded",
    "Goals",
    "Intervention",
    "Item",
    "ItemDifference",
    "Kind",
    "Obstacle",
    "Phase",
    "Plan",
    "Profile",
    "Proposal",
    "Retest",
    "Signing",
    "StepNow",
    "Target",
    "Topics",
    "Visits",
    "Waiting",
    "may_sign",
    "plain_dose",
    "plan_for",
    "plan_rules",
    "propose",
    "results_of",
]
