"""2.1 to 2.3 C and D: what an attack of tension-type headache is like.

ICHD-3 (2018) 2.1, 2.2, 2.3, doi:10.1177/0333102417738202; read.
"""

from concordant.attacks.signs import Signs
from concordant.criteria import Criterion, all_of, at_least, at_most, not_


def character(signs: Signs) -> Criterion:
    """2.1 C, 2.2 C, 2.3 C: two of bilateral, pressing, mild or moderate, not worse with routine activity."""
    return at_least(
        2,
        C1=signs.bilateral,
        C2=signs.pressing,
        C3=signs.mild_or_moderate,
        C4=not_(signs.worse_with_activity),
    )


def neither_sick_nor_both_sensitive(signs: Signs) -> Criterion:
    """2.1 D, 2.2 D: no nausea, no vomiting, not sensitive to both light and sound."""
    return all_of(
        signs.no_nausea,
        not_(signs.vomiting),
        at_most(1, signs.photophobia, signs.phonophobia),
    )


def at_most_one_mild_sign(signs: Signs) -> Criterion:
    """2.3 D: no more than one of light, sound and mild nausea; no stronger nausea, no vomiting."""
    return all_of(
        at_most(1, signs.photophobia, signs.phonophobia, signs.mild_nausea),
        not_(signs.stronger_nausea),
        not_(signs.vomiting),
    )
