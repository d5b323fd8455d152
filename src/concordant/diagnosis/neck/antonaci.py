"""Antonaci 2001: seven pooled criteria; five of seven make a "probable" cervicogenic headache (diagnosis 2.2).

doi:10.1046/j.0333-1024.2001.00207.x; that five are enough was read in the abstract, the list of seven is recalled.
"""

from concordant.criteria import all_of, any_of, at_least, yes
from concordant.diagnosis.neck.block import abolished_by_block
from concordant.diagnosis.neck.chisg import (
    attack_related,
    moderate_and_not_throbbing,
    neck_involvement,
    one_sided_without_shift,
    varying_or_fluctuating,
)
from concordant.facts.history.pattern import pain_starts_in_neck, spreads_back_to_front
from concordant.facts.history.person import head_or_neck_trauma_history

SOURCE = "Antonaci 2001, doi:10.1046/j.0333-1024.2001.00207.x; the list of seven is recalled"
KEY = "Antonaci 2001"
LEAST = 5

_seven = {
    "1": one_sided_without_shift,
    "2": neck_involvement,
    "3": varying_or_fluctuating,
    "4": moderate_and_not_throbbing,
    "5": all_of(yes(pain_starts_in_neck), yes(spreads_back_to_front)),
    "6": any_of(abolished_by_block, yes(head_or_neck_trauma_history)),
    "7": attack_related,
}

antonaci_probable = at_least(LEAST, **_seven)
