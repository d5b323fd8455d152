"""Mood, worry, sleep and sensitivity, as the plan reads them (treatment 1.4, 1.5, 3.2). They offer, never label."""

from __future__ import annotations

from concordant.criteria import Criterion, at_or_above, below
from concordant.facts.outcomes.questionnaires import csi_score, gad2_score, isi_score, pcs_score, phq2_score
from concordant.measures.questionnaires.catastrophising import HIGH
from concordant.measures.questionnaires.mood import SCREENS_POSITIVE
from concordant.settings import Standing, number

SENSITIVE_CSI = number(
    "plan_sensitive_csi",
    40,
    low=1,
    high=100,
    says="From so many points of the central sensitisation inventory on, a person is treated as sensitive.",
    source="treatment 0.4, 1.4, 3.2",
    standing=Standing.RECALLED,
)
INSOMNIA_BELOW_CLINICAL = 8
"""Insomnia severity index: below it no insomnia (outcomes 2.2)."""
INSOMNIA_CLINICAL = 15
"""Insomnia severity index: from it on clinical insomnia (outcomes 2.2)."""

low_mood: Criterion = at_or_above(phq2_score, SCREENS_POSITIVE)
no_low_mood: Criterion = below(phq2_score, SCREENS_POSITIVE)
worry: Criterion = at_or_above(gad2_score, SCREENS_POSITIVE)
no_worry: Criterion = below(gad2_score, SCREENS_POSITIVE)
catastrophising: Criterion = at_or_above(pcs_score, HIGH)
no_catastrophising: Criterion = below(pcs_score, HIGH)
sensitive: Criterion = at_or_above(csi_score, SENSITIVE_CSI)
not_sensitive: Criterion = below(csi_score, SENSITIVE_CSI)
poor_sleep: Criterion = at_or_above(isi_score, INSOMNIA_BELOW_CLINICAL)
good_sleep: Criterion = below(isi_score, INSOMNIA_BELOW_CLINICAL)
insomnia: Criterion = at_or_above(isi_score, INSOMNIA_CLINICAL)
