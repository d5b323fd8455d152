"""How much rests on one trial: without each in turn, its influence, and the result as trials came in."""

from concordant.evidence.sensitivity.cumulative import cumulative
from concordant.evidence.sensitivity.influence import Influence, influence
from concordant.evidence.sensitivity.leave_one_out import leave_one_out

__all__ = ["Influence", "cumulative", "influence", "leave_one_out"]
