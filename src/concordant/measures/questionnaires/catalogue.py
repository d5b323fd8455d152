"""Every questionnaire and rating, by id and by fact.

ID-Migraine is not built: its name is a trade mark. Its three features (disability, nausea, light) are asked as ordinary
questions of the history in own words, and the criteria of migraine read those.
"""

from __future__ import annotations

from collections.abc import Mapping

from concordant.measures.questionnaires.activities import PSFS
from concordant.measures.questionnaires.acute_treatment import MTOQ
from concordant.measures.questionnaires.body_symptoms import CSI, CSI_9
from concordant.measures.questionnaires.care_review import HURT
from concordant.measures.questionnaires.catastrophising import PCS
from concordant.measures.questionnaires.fear_of_movement import TSK_11
from concordant.measures.questionnaires.global_change import GROC, GROC_15
from concordant.measures.questionnaires.headache_activities import HADLI
from concordant.measures.questionnaires.headache_disability import HDI
from concordant.measures.questionnaires.headache_impact import HIT_6
from concordant.measures.questionnaires.health_today import EQ_5D_5L, EQ_VAS
from concordant.measures.questionnaires.midas import MIDAS
from concordant.measures.questionnaires.mood import GAD_2, PHQ_2, PHQ_4
from concordant.measures.questionnaires.neck_disability import NDI
from concordant.measures.questionnaires.nerve_pain import S_LANSS
from concordant.measures.questionnaires.own_words import (
    ACTIVITY_CONFIDENCE,
    RECOVERY_EXPECTATION,
    SLEEP_QUALITY,
    STRESS,
)
from concordant.measures.questionnaires.pain_ratings import HEADACHE_AVERAGE, HEADACHE_WORST, NECK_AVERAGE
from concordant.measures.questionnaires.promis import PROMIS
from concordant.measures.questionnaires.questionnaire import Questionnaire
from concordant.measures.questionnaires.self_efficacy import PSEQ, PSEQ_2, PSEQ_4
from concordant.measures.questionnaires.sleep import ISI, PSQI
from concordant.measures.questionnaires.stress import PSS_4

_EVERY = (
    HEADACHE_AVERAGE,
    HEADACHE_WORST,
    NECK_AVERAGE,
    PSFS,
    GROC,
    GROC_15,
    PHQ_4,
    PHQ_2,
    GAD_2,
    RECOVERY_EXPECTATION,
    SLEEP_QUALITY,
    STRESS,
    ACTIVITY_CONFIDENCE,
    NDI,
    HIT_6,
    MIDAS,
    HDI,
    HADLI,
    TSK_11,
    PCS,
    PSEQ,
    PSEQ_4,
    PSEQ_2,
    ISI,
    PSQI,
    PSS_4,
    EQ_5D_5L,
    EQ_VAS,
    PROMIS,
    HURT,
    MTOQ,
    CSI,
    CSI_9,
    S_LANSS,
)

QUESTIONNAIRES: Mapping[str, Questionnaire] = {one.id: one for one in _EVERY}
"""By the name that a case file uses."""

OF_FACT: Mapping[str, Questionnaire] = {one.fact.name: one for one in _EVERY}
"""By the name of the fact."""
