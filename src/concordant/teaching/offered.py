"""For whom a page is: the indications of treatment 1.4 and 1.5, over facts. An unknown fact offers nothing."""

from __future__ import annotations

from dataclasses import dataclass

from concordant.criteria import Criterion, all_of, any_of, at_or_above, in_a_headache, one_of, yes
from concordant.facts.diary.counts import any_acute_med_days_per_30d
from concordant.facts.examination.general import nociplastic_features
from concordant.facts.examination.sustained_tests import posture_correction_eases, sustained_posture_provokes
from concordant.facts.history.person import desk_hours_per_day, work_posture_provokes
from concordant.facts.outcomes.change import any_headache_verdict
from concordant.facts.outcomes.questionnaires import csi_score, isi_score, pcs_score
from concordant.facts.outcomes.ratings import goal_met
from concordant.facts.plan.status import moh_status, neck_driven
from concordant.language import said
from concordant.measures.questionnaires import catastrophising
from concordant.measures.questionnaires.body_symptoms import CSI
from concordant.measures.questionnaires.questionnaire import Questionnaire
from concordant.measures.questionnaires.sleep import ISI
from concordant.safety.snnoop10 import FEWEST_LIMIT_DAYS
from concordant.settings import whole

DESK_HOURS = whole(
    "desk_hours_for_posture_page",
    4,
    unit="h/d",
    low=1,
    high=12,
    says="From so many hours at a desk a day a work posture that provokes makes work posture a topic.",
    source="treatment 1.4, ergonomics",
)


@dataclass(frozen=True, slots=True)
class Offer:
    """To whom a page is offered, and why in the words of the person."""

    when: Criterion
    english_why: str

    @property
    def why(self) -> str:
        """In the language of the moment."""
        return said(self.english_why)


def _band(questionnaire: Questionnaire, key: str) -> float:
    """The lowest total of a band."""
    return next(each.low for each in questionnaire.bands if each.key == key)


NECK_HEADACHE = Offer(
    in_a_headache(yes(neck_driven)), "What was found so far fits a headache in which your neck plays a part."
)
"""Stricter than ``education_core``, which is for everybody: nobody reads here of a headache that is not theirs."""

PAIN_SCIENCE = Offer(
    any_of(
        at_or_above(pcs_score, catastrophising.HIGH),
        at_or_above(csi_score, _band(CSI, "moderate")),
        yes(nociplastic_features),
    ),
    "Your answers or tests show that pain takes up a lot of room in your life now.",
)
"""Treatment 1.4, ``pne``."""

SLEEP = Offer(
    at_or_above(isi_score, _band(ISI, "subthreshold")), "Your answers on the sleep form show some trouble with sleep."
)
"""Treatment 1.4, ``sleep_plan``."""

POSTURE = Offer(
    any_of(
        all_of(at_or_above(desk_hours_per_day, DESK_HOURS), yes(work_posture_provokes)),
        all_of(yes(sustained_posture_provokes), yes(posture_correction_eases)),
    ),
    "Staying in one position for long seems to bring on your pain.",
)
"""Treatment 1.4, ``ergonomics``, or 1.3, ``postural_correction``. A head held forward is no reason by itself."""

MEDICINE_DAYS = Offer(
    any_of(
        one_of(moh_status, "definite"),
        at_or_above(any_acute_med_days_per_30d, FEWEST_LIMIT_DAYS),
    ),
    "You take medicine for headache on many days.",
)
"""Treatment 1.5: the definite status refers; the caution from the lowest day limit on informs."""

SELF_MANAGEMENT = Offer(
    any_of(one_of(any_headache_verdict, "improved_important"), yes(goal_met)),
    "Your headaches are much better than at the start, or you have met your goal.",
)
"""Treatment 1.4, ``self_management_plan``."""
