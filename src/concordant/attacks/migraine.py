"""1.1 C and D: what a migraine attack is like.

ICHD-3 (2018) 1.1, doi:10.1177/0333102417738202; read in the Danish Headache Society programme,
doi:10.1186/s10194-021-01228-4, Table 3.
"""

from concordant.attacks.signs import Signs
from concordant.criteria import Criterion, all_of, any_of, at_least


def character(signs: Signs) -> Criterion:
    """1.1 C: two of one-sided, pulsating, at least moderate, worse with routine activity."""
    return at_least(
        2,
        C1=signs.one_sided,
        C2=signs.pulsating,
        C3=signs.moderate_or_worse,
        C4=signs.worse_with_activity,
    )


def accompaniment(signs: Signs) -> Criterion:
    """1.1 D: nausea or vomiting, or sensitive to both light and sound."""
    return any_of(
        D1=any_of(signs.nausea, signs.vomiting),
        D2=all_of(signs.photophobia, signs.phonophobia),
    )
