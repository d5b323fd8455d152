"""G7 of ICHD-3 for chapter 3: a new headache with a definite cause is coded by its cause.

11.2.1 is not among the causes: it gives way to 3.1, 3.2 and 3.4 (diagnosis 3.2). Somebody who had headaches before
may have both (G8).
"""

from concordant.criteria import all_of, definite, named, no, not_
from concordant.diagnosis.winners import AUTONOMIC_CAUSES
from concordant.facts.history.person import preexisting_headache

no_new_headache_with_another_cause = named(
    "not a new headache attributed to an injury, an artery or low CSF pressure",
    not_(all_of(definite(*AUTONOMIC_CAUSES), no(preexisting_headache))),
    source="ICHD-3 G7, G8",
)
