"""Physical tests and questionnaires as declarations: how each is done, and how its numbers are read, on plain values.

One file for each test stands in ``measures/physical``; this room knows nothing of a record, so that whatever reads one
may use it.
"""

from concordant.measures.against_norm import AgainstNorm, against_norm
from concordant.measures.catalogue import MEASURES, PROCEDURES, procedure_of, trial_kind
from concordant.measures.comparable import Comparability, comparable
from concordant.measures.deficit import Deficit, deficit
from concordant.measures.gates import Access, Today, access, must_stop
from concordant.measures.joining import Disagreement, Joined, joined, trials_disagree
from concordant.measures.measure import Better, Measure
from concordant.measures.measurement import Measurement
from concordant.measures.procedure import Lock, Procedure
from concordant.measures.real_change import Change, Verdict, real_change

__all__ = [
    "MEASURES",
    "PROCEDURES",
    "Access",
    "AgainstNorm",
    "Better",
    "Change",
    "Comparability",
    "Deficit",
    "Disagreement",
    "Joined",
    "Lock",
    "Measure",
    "Measurement",
    "Procedure",
    "Today",
    "Verdict",
    "access",
    "against_norm",
    "comparable",
    "deficit",
    "joined",
    "must_stop",
    "procedure_of",
    "real_change",
    "trial_kind",
    "trials_disagree",
]
