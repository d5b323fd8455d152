"""What asks for something of its own at any time, beside the table (retest 9).

Questionnaires that are not asked at every retest are read from their newest entry: those parts are rules of their
own (``newest ...``), which the book asks without naming a visit.
"""

from __future__ import annotations

from dataclasses import dataclass

from concordant.criteria import Criterion, all_of, any_of, at_or_above, at_or_below, no, one_of, verdict, yes
from concordant.facts.examination.flexion_rotation import frt_restricted
from concordant.facts.examination.judgement import crom_reduced
from concordant.facts.outcomes.change import (
    any_headache_change_class,
    cervical_change_class,
    frt_verdict,
    headache_intensity_verdict,
    medication_overuse_alert,
    nausea_or_photophobia_day_share,
    relapse_since_discharge,
)
from concordant.facts.outcomes.questionnaires import gad2_score, pcs_score, phq2_score, pseq2_score
from concordant.measures.questionnaires.catastrophising import HIGH as MUCH_WORRY
from concordant.measures.questionnaires.mood import SCREENS_POSITIVE
from concordant.progress.decisions.decision import Action
from concordant.progress.decisions.table import adherent
from concordant.progress.decisions.time_points import from_week_4
from concordant.progress.response import RESPONSE, Status, rates_worse
from concordant.settings import number, whole
from concordant.settings.declared import Standing

MIGRAINE_LIKE_SHARE = number(
    "migraine_like_day_share",
    0.5,
    unit="fraction",
    high=1,
    says="Nausea or light sensitivity on at least this share of headache days opens a migraine review.",
    source="retest 9",
)
LOW_CONFIDENCE_POINTS = whole(
    "pseq2_low_points",
    5,
    unit="points",
    high=12,
    says="A PSEQ-2 at or below this, without response, asks for pain education or psychology.",
    source="retest 9",
    standing=Standing.RECALLED,
)
_PAIN_BELIEFS, _MOOD = "newest pain beliefs", "newest mood screen"

NEWEST: dict[str, Criterion] = {
    _PAIN_BELIEFS: any_of(at_or_above(pcs_score, MUCH_WORRY), at_or_below(pseq2_score, LOW_CONFIDENCE_POINTS)),
    _MOOD: any_of(at_or_above(phq2_score, SCREENS_POSITIVE), at_or_above(gad2_score, SCREENS_POSITIVE)),
}


@dataclass(frozen=True, slots=True)
class Trigger:
    """One finding that asks for something of its own."""

    id: str
    name: str
    action: Action
    says: str
    when: Criterion
    source: str = "product rule, retest 9"

    @property
    def key(self) -> str:
        """Its key in the rule book."""
        return f"trigger {self.id}"


_neck_normal_again = any_of(
    all_of(one_of(frt_verdict, "improved"), no(frt_restricted)),
    all_of(one_of(cervical_change_class, "improved"), no(crom_reduced)),
    one_of(cervical_change_class, "resolved"),
)

medicine_overused = Trigger(
    "medicine",
    "Acute medication on too many days",
    Action.REFER,
    "Tell the family physician or prescriber. Physical care alone may fail until the overuse stops.",
    one_of(medication_overuse_alert, "alert"),
)
migraine_like = Trigger(
    "migraine",
    "Nausea or light sensitivity on half of the headache days",
    Action.RE_EXAMINE,
    "Review for migraine beside this headache; ask how the acute medicine works; tell the family physician.",
    at_or_above(nausea_or_photophobia_day_share, MIGRAINE_LIKE_SHARE),
)
mood = Trigger(
    "mood",
    "Screen for low mood or anxiety positive",
    Action.REFER,
    "Talk with the person, ask the safety question, offer a referral. A screen is no diagnosis.",
    verdict(_MOOD),
)
pain_beliefs = Trigger(
    "pain beliefs",
    "No change, and much worry about pain or little confidence",
    Action.ADJUST,
    "Add education about pain, or psychology.",
    all_of(RESPONSE[Status.NO_CHANGE], verdict(_PAIN_BELIEFS)),
)
neck_better_headache_not = Trigger(
    "neck better, headache not",
    "The neck is back to normal and the headache days are not fewer",
    Action.RE_EXAMINE,
    "The neck is probably not the main driver now: diagnose anew.",
    all_of(_neck_normal_again, one_of(any_headache_change_class, "within_error", "worse")),
)
intensity_stays = Trigger(
    "days fall, intensity does not",
    "Fewer headache days, as strong as before",
    Action.PROGRESS,
    "Accept this: in Haas 2018 days halved while intensity did not change by an amount that matters.",
    all_of(
        one_of(any_headache_change_class, "improved_important", "improved"),
        one_of(headache_intensity_verdict, "within_error"),
    ),
    "retest 9; Haas 2018, doi:10.1016/j.spinee.2018.02.019",
)
feels_worse = Trigger(
    "feels worse",
    "Says worse, while no measure is",
    Action.HOLD,
    "Ask what got worse, and retest earlier.",
    rates_worse,
    "product rule, conflicts C38",
)
non_response = Trigger(
    "non-response",
    "No response although the home programme is done",
    Action.RE_EXAMINE,
    "One in four does not respond, and nobody knows beforehand who. Look at the diagnosis again.",
    all_of(any_of(RESPONSE[Status.NO_CHANGE], RESPONSE[Status.WORSE]), adherent, from_week_4),
    "product rule, retest 9, prognosis 6; one in four: Jull & Stanton 2005",
)

relapse = Trigger(
    "relapse",
    "Headache days are back since discharge",
    Action.RE_EXAMINE,
    "Re-examine: relapse. One or two booster visits; check the exercises; look for what brought it on.",
    yes(relapse_since_discharge),
    "product rule, retest 6, 9, prognosis 7: alarm of the daily watch, and days up by their error; or the person asks",
)

TRIGGERS: tuple[Trigger, ...] = (
    medicine_overused,
    migraine_like,
    mood,
    pain_beliefs,
    neck_better_headache_not,
    intensity_stays,
    feels_worse,
    non_response,
    relapse,
)
"""In the order of the reference; the last three from elsewhere in it."""
