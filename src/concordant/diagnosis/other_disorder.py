"""1.5 B and 2.4 B: does not meet the criteria for any other headache disorder.

Not met where another is definite. Open while another is met but for its closing criterion, which is an examiner's
word away from being definite, and while 11.2.1 is well under way (its B and one of C1 to C4 met): a working
diagnosis is not overtaken by a probable one. Otherwise met: with every other disorder in the book some are always
open, and a criterion that waited for all of them would never be decided. The examiner's confirmation guards the
rest. Product rule over ICHD-3 G5 and G6 (diagnosis 1.7, 1.9, 3.6).
"""

from __future__ import annotations

from collections.abc import Iterable

from concordant.criteria import Criterion, all_of, any_of, named, not_, surely, verdict
from concordant.diagnosis.diagnosis import Diagnosis, Family

CODED_BESIDE = ("8.2",)
"""Coded together with the older headache, whatever that is (G10)."""

WORKING = "11.2.1"
"""The one diagnosis that may stand as a working diagnosis (diagnosis 3.6)."""


def no_other_disorder(diagnoses: Iterable[Diagnosis]) -> Criterion:
    """None of these that is more than probable is met, or would be but for its closing criterion."""
    rivals = (one for one in diagnoses if one.family is not Family.PROBABLE and one.code not in CODED_BESIDE)
    return named(
        "meets no other headache disorder",
        not_(any_of(*(all_of(surely(_near(rival)), verdict(rival.code)) for rival in rivals))),
        source="ICHD-3 G5, G6; product rule",
    )


def _near(rival: Diagnosis) -> Criterion:
    if rival.code != WORKING:
        return verdict(rival.features_key)
    letters = {part.letter: part.criterion for part in rival.features.parts}
    return all_of(letters["B"], any_of(*(part.criterion for part in letters["C"].parts)))
