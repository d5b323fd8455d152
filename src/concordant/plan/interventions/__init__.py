"""Every treatment of the clinic as a declaration, and the passive machines that it does not offer (treatment 1, 2)."""

from concordant.plan.interventions.catalogue import BY_ID, INTERVENTIONS
from concordant.plan.interventions.cautions import Mark, Weight
from concordant.plan.interventions.dose import Amount, Dose
from concordant.plan.interventions.excluded import EXCLUDED, Excluded
from concordant.plan.interventions.intervention import Discipline, Evidence, Intervention, Section, Step

__all__ = [
    "BY_ID",
    "EXCLUDED",
    "INTERVENTIONS",
    "Amount",
    "Discipline",
    "Dose",
    "Evidence",
    "Excluded",
    "Intervention",
    "Mark",
    "Section",
    "Step",
    "Weight",
]
