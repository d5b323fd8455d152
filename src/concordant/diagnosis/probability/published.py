"""Published proportions behind the probability: one object for each, with its row, source and how it is known.

Brought over from the table of test accuracy (examination 6), only the rows that the engine uses. A pooled row
stands for its parts, so the single studies of FRT-POOL (A01, A02, A04, A06) are not here.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Proportion:
    """A proportion as a Beta distribution."""

    row: str
    """Row of the table of test accuracy, or of the priors of decision 0014."""
    says: str
    a: float
    b: float
    source: str
    how_known: str
    """read, recalled or derived (how); as in the table."""

    @property
    def mean(self) -> float:
        """Mean of the Beta distribution."""
        return self.a / (self.a + self.b)


def counted(row: str, says: str, k: float, n: float, source: str, how_known: str) -> Proportion:
    """k of n, by Jeffreys' prior: Beta(k + 0.5, n - k + 0.5) (examination 6 rule 6)."""
    return Proportion(row, says, k + 0.5, n - k + 0.5, source, how_known)


DEMONT = "Demont 2022, doi:10.1016/j.msksp.2022.102640"
JULL = "Jull 2007, doi:10.1111/j.1468-2982.2007.01345.x"
CUMMINS = "Cummins 2022, doi:10.1080/10669817.2022.2099181"
LEONE = "Leone 1993, doi:10.1111/j.1526-4610.1993.hed3307381.x"
VINCENT = "Vincent 1999, doi:10.1177/0333102499019S2503"
COWAN = "Cowan 2022, PMC9378575"
DONG = "Dong 2014, doi:10.1186/1129-2377-15-40"
SCHNEIDER = "Schneider 2014, doi:10.1016/j.apmr.2014.02.026"
WATSON = "Watson 2012, doi:10.1111/j.1526-4610.2012.02169.x"

FRT_SENSITIVITY = Proportion("FRT-POOL", "positive in cervicogenic headache", 36.3, 7.8, DEMONT, "derived: Beta fit")
FRT_SPECIFICITY = Proportion("FRT-POOL", "negative in other headache", 44.7, 9.7, DEMONT, "derived: Beta fit")

CLUSTER_SENSITIVITY = counted("CLUSTER-JULL", "positive in cervicogenic headache", 18, 18, JULL, "derived: 100 % of 18")

CONCORDANT_SENSITIVITY = Proportion(
    "CONC-CUMMINS", "positive in cervicogenic headache", 15.6, 4.4, CUMMINS, "read: 0.78 of 20"
)

# Of 1,169 people: 66 % migraine, 21 % tension-type, 13 % not well defined.
SIDE_LOCKED_MIGRAINE = Proportion("A35", "side-locked in migraine", 0.17 * 772, 0.83 * 772, LEONE, "read: 17 %")
SIDE_LOCKED_TENSION = Proportion("A36", "side-locked in tension-type", 0.04 * 245, 0.96 * 245, LEONE, "read: 4 %")
SIDE_LOCKED_OTHER = Proportion(
    "A36", "side-locked in headache not well defined", 0.28 * 152, 0.72 * 152, LEONE, "read: 28 %"
)

MIGRAINE_CRITERIA_CERVICOGENIC = counted("A38", "cervicogenic, meets migraine criteria", 10, 33, VINCENT, "derived")
MIGRAINE_CRITERIA_MIGRAINE = counted("Cowan", "migraine, found by rules", 118, 131, COWAN, "read")
MIGRAINE_CRITERIA_NOT = counted("Cowan", "no migraine, found by rules", 3, 71, COWAN, "derived: 71 - 68")

TENSION_CRITERIA_CERVICOGENIC = counted("A39", "cervicogenic, meets tension-type criteria", 1, 33, VINCENT, "derived")
TENSION_CRITERIA_TENSION = counted("Dong", "tension-type, found by rules", 157, 180, DONG, "read")

TENDER_SENSITIVITY = 0.94
"""Row A20, read: segmental tenderness in facet pain; no specificity is used (examination 6)."""
NOT_TENDER_RATIO = 0.08
NOT_TENDER_LOW, NOT_TENDER_HIGH = 0.03, 0.24
"""Row A20: negative likelihood ratio of segmental tenderness for facet pain and its 95 % interval, read."""
