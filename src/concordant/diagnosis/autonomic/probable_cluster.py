"""3.5.1 Probable cluster headache: all but one of A to D of 3.1, and no other headache disorder (recalled wording).

A definite diagnosis comes first (G5), and of two probable ones the earlier chapter (G6). What is still open does not
hold it back: it asks for a referral, which should not wait until everything else is settled.
"""

from concordant.criteria import all_but_one, all_of
from concordant.diagnosis.autonomic.cluster import cluster_attacks
from concordant.diagnosis.closing import no_definite, not_better_explained
from concordant.diagnosis.diagnosis import Diagnosis, Family, Known, Role

OTHERS = (
    *("11.2.1", "11.2.3", "5.1", "5.2", "5.3", "5.4", "6.4.1", "6.5.1.1", "6.5.1.2", "7.2", "13.4"),
    *("1.1", "1.2", "1.3", "1.5", "2.1", "2.2", "2.3", "2.4", "3.1", "3.2", "3.4", "4.7", "4.8", "4.10"),
)

probable_cluster_headache = Diagnosis(
    code="3.5.1",
    name="Probable cluster headache",
    family=Family.PROBABLE,
    role=Role.SUSPECT,
    features=all_of(
        A=all_but_one(**{f"3.1.{letter}": criterion for letter, criterion in cluster_attacks.items()}),
        B=no_definite(*OTHERS),
    ),
    closing_letter="C",
    closing=not_better_explained(),
    source="ICHD-3 (2018) 3.5.1, doi:10.1177/0333102417738202",
    note="Refer as for cluster headache.",
    known=Known.RECALLED,
)
