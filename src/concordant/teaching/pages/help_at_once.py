"""When to seek help at once: the signs that the safety screen asks about, as a person would notice them.

The two lists follow the actions of the flags. A sign that is an emergency in one flag and less in another stands in the
first list, as nobody at home can weigh it; one that is an emergency only beside another sign may stand in the second
while that other stands in the first. A test holds both lists to the flags.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from concordant.facts import Fact
from concordant.facts.history.aura import aura_positive, aura_spread_minutes
from concordant.facts.history.injury import head_injury_occurred, whiplash_occurred
from concordant.facts.safety.history import (
    bladder_bowel_change,
    cancer_active,
    cough_sneeze_exertion_trigger,
    fever,
    hand_clumsiness,
    immune_compromise,
    jaw_claudication,
    new_neck_pain,
    orthostatic_pattern,
    pain_severe_and_continuous_for_days,
    pain_unlike_any_other,
    painful_red_eye,
    pattern_change,
    pregnant_or_postpartum,
    scalp_tenderness,
    seizure_new,
    self_harm_thoughts,
    severe_stiff_neck_pain,
    systemic_symptoms,
    time_to_peak_seconds,
    transient_visual_obscurations,
    visual_loss_or_amaurosis,
)
from concordant.facts.safety.signs import (
    ataxia_or_unsteady,
    gait_deviation,
    horner_signs,
    lhermitte,
    meningism,
    neuro_deficit_new,
    worsening_neuro_function,
)
from concordant.facts.safety.trauma import alert_gcs_15, dangerous_mechanisms, limb_paraesthesia
from concordant.facts.safety.vascular import five_d, pulsatile_tinnitus, three_n, uci_symptoms
from concordant.safety.older_age import ARTERITIS_AGE
from concordant.safety.snnoop10 import THUNDERCLAP_SECONDS
from concordant.teaching.page import Page
from concordant.teaching.paragraph import of, say
from concordant.teaching.sources import IFOMPT, SNNOOP10


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign in plain words, and the facts of the screen that it speaks of."""

    words: str
    facts: tuple[Fact[Any], ...]


def _sign(words: str, *facts: Fact[Any]) -> Sign:
    return Sign(words, facts)


NOW = (
    _sign(
        "A headache that comes all at once and is at its worst within {seconds} seconds.",
        time_to_peak_seconds,
        cough_sneeze_exertion_trigger,
    ),
    _sign(
        "The worst headache or neck pain you have had, or one unlike any before.",
        pain_unlike_any_other,
        pain_severe_and_continuous_for_days,
    ),
    _sign("A face, arm or leg that is weak or numb.", neuro_deficit_new, three_n),
    _sign("Slurred speech, or trouble swallowing.", five_d),
    _sign("Double vision, or sight that is lost, even for a short time.", five_d, visual_loss_or_amaurosis),
    _sign("An eyelid that droops, or one pupil that is small.", horner_signs),
    _sign("Feeling dizzy and unsteady, or a sudden drop to the ground.", five_d, ataxia_or_unsteady, uci_symptoms),
    _sign("A whooshing sound in the ear with each pulse, with new pain.", pulsatile_tinnitus),
    _sign("A fit. Or being very sleepy or mixed up.", seizure_new, alert_gcs_15),
    _sign("A fever with a very stiff neck.", fever, severe_stiff_neck_pain, meningism),
    _sign("New trouble with your bladder or bowels.", bladder_bowel_change),
    _sign("A shock down your back or arms when you bend your neck.", lhermitte),
    _sign(
        "Bad neck pain, or tingling arms or legs, after a crash, a fall or a blow.",
        whiplash_occurred,
        head_injury_occurred,
        dangerous_mechanisms,
        limb_paraesthesia,
    ),
)
"""Emergency."""

TODAY = (
    _sign("A fever, or weight loss with no clear reason.", fever, systemic_symptoms),
    _sign(
        "A new headache at {age} or older, with a sore scalp or a jaw that hurts when you chew.",
        scalp_tenderness,
        jaw_claudication,
    ),
    _sign("A painful red eye.", painful_red_eye),
    _sign("Sight that greys out for a few seconds.", transient_visual_obscurations),
    _sign("A headache that is worse when you lie down.", orthostatic_pattern),
    _sign(
        "Clumsy hands, a stiff or odd walk, or weakness that grows.",
        hand_clumsiness,
        gait_deviation,
        worsening_neuro_function,
    ),
    _sign("Blind spots or numb skin that come on all of a sudden.", aura_spread_minutes, aura_positive),
    _sign(
        "A new or changed headache when you are pregnant or have just had a baby.",
        pregnant_or_postpartum,
        pattern_change,
    ),
    _sign(
        "A headache when you have cancer, or new neck pain when your body is weak against germs.",
        cancer_active,
        immune_compromise,
        new_neck_pain,
    ),
)
"""On the same day."""

CALL_NOW = say(
    "Call an ambulance now, or go to the emergency room, if you have any of these:",
    *(each.words for each in NOW),
    seconds=of(THUNDERCLAP_SECONDS),
)

help_at_once = Page(
    "help_at_once",
    "When to get help at once",
    (
        say("Most headaches are not a danger. A few need help fast. So know these signs."),
        CALL_NOW,
        say("See a doctor today if you have any of these:", *(each.words for each in TODAY), age=of(ARTERITIS_AGE)),
        say("Do no neck exercises until you have been seen. Then tell us what was found."),
        say("If you think of harming yourself, call a crisis line or your doctor today. You can tell us too."),
        say("Not sure? Then call. It is fine to ask and be told that all is well."),
    ),
    (SNNOOP10, IFOMPT),
)

SAID_APART: tuple[Fact[Any], ...] = (self_harm_thoughts,)
"""What has a paragraph of its own."""
