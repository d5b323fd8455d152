"""SNNOOP10: the fifteen red flags of secondary headache.

Do 2019, doi:10.1212/WNL.0000000000006697. The list is published; the actions, the 60 seconds of O1 and the 90
days that make a headache "recent" are product rules (diagnosis 4.2) and need clinical sign-off.
"""

from concordant.criteria import (
    all_of,
    any_of,
    at_or_above,
    at_or_below,
    below,
    between,
    in_a_headache,
    in_an_injury,
    meets,
    no,
    not_,
    one_of,
    yes,
)
from concordant.facts.diary.counts import any_acute_med_days_per_30d
from concordant.facts.history.injury import days_injury_to_headache
from concordant.facts.history.pattern import headache_age_days
from concordant.facts.safety.history import (
    cancer_active,
    cancer_history,
    cough_sneeze_exertion_trigger,
    fever,
    immune_compromise,
    new_drug_at_onset,
    orthostatic_pattern,
    painful_red_eye,
    pattern_change,
    pregnant_or_postpartum,
    progressive_worsening,
    seizure_new,
    systemic_symptoms,
    time_to_peak_seconds,
    transient_visual_obscurations,
    visual_loss_or_amaurosis,
)
from concordant.facts.safety.signs import atypical_presentation, meningism, neuro_deficit_new, papilloedema
from concordant.facts.safety.trauma import alert_gcs_15
from concordant.safety.flag import flag
from concordant.safety.injury import an_injury_happened
from concordant.safety.older_age import late_onset, late_onset_with_arteritis_items
from concordant.settings import whole

SOURCE = "SNNOOP10, Do 2019, doi:10.1212/WNL.0000000000006697; action: product rule"

THUNDERCLAP_SECONDS = whole(
    "thunderclap_seconds",
    60,
    unit="s",
    high=3600,
    says="A headache that peaks within so many seconds counts as sudden (SNNOOP10 O1).",
    source="diagnosis 4.2 O1",
)
RECENT_DAYS = whole(
    "recent_headache_days",
    90,
    unit="d",
    low=1,
    high=365,
    says="A headache that began less than so many days ago counts as recent (SNNOOP10 P1, P6, P9).",
    source="diagnosis 4.2 P1",
)
FEWEST_LIMIT_DAYS = 10
"""The lowest day limit of any class of acute medicine in 8.2."""

_sudden = in_a_headache(at_or_below(time_to_peak_seconds, THUNDERCLAP_SECONDS))
_recent = in_a_headache(below(headache_age_days, RECENT_DAYS))
_new_or_changed = any_of(_recent, in_a_headache(yes(pattern_change)))

systemic = flag(
    "snnoop_s",
    "Systemic symptoms or fever",
    SOURCE,
    emergency=any_of(yes(meningism), all_of(yes(fever), no(alert_gcs_15))),
    same_day=any_of(yes(fever), meets(systemic_symptoms, "weight_loss")),
)

neoplasm = flag(
    "snnoop_n1",
    "Cancer now or in the past",
    SOURCE,
    same_day=yes(cancer_active),
    urgent=yes(cancer_history),
)

neurological = flag(
    "snnoop_n2",
    "New neurological deficit, lowered consciousness or seizure",
    SOURCE,
    emergency=any_of(yes(neuro_deficit_new), no(alert_gcs_15), yes(seizure_new)),
)

sudden_onset = flag("snnoop_o1", "Sudden onset (thunderclap)", SOURCE, emergency=_sudden)

older_age = flag(
    "snnoop_o2",
    "First headache of this kind at 50 or over",
    SOURCE,
    same_day=late_onset_with_arteritis_items,
    urgent=late_onset,
)

pattern_changed = flag(
    "snnoop_p1",
    "Recent new headache without an injury, or a changed pattern",
    SOURCE,
    urgent=in_a_headache(
        any_of(
            yes(pattern_change),
            all_of(
                below(headache_age_days, RECENT_DAYS),
                # After a crash the headache is handled by P8 instead.
                not_(in_an_injury(between(days_injury_to_headache, 0, RECENT_DAYS))),
            ),
        )
    ),
)

positional = flag(
    "snnoop_p2",
    "Headache that depends on standing or lying",
    SOURCE,
    same_day=in_a_headache(one_of(orthostatic_pattern, "worse_lying")),
    urgent=in_a_headache(one_of(orthostatic_pattern, "worse_upright_better_lying")),
)

exertional = flag(
    "snnoop_p3",
    "Headache set off by coughing, sneezing or exercise",
    SOURCE,
    emergency=in_a_headache(
        all_of(yes(cough_sneeze_exertion_trigger), at_or_below(time_to_peak_seconds, THUNDERCLAP_SECONDS))
    ),
    urgent=in_a_headache(yes(cough_sneeze_exertion_trigger)),
)

papilloedema_or_obscurations = flag(
    "snnoop_p4",
    "Swollen optic discs, or vision that greys out",
    SOURCE,
    emergency=yes(papilloedema),
    same_day=yes(transient_visual_obscurations),
)

progressive = flag(
    "snnoop_p5",
    "Steadily worse, or like no known headache",
    SOURCE,
    urgent=in_a_headache(any_of(yes(progressive_worsening), yes(atypical_presentation))),
)

_pregnant = one_of(pregnant_or_postpartum, "pregnant", "postpartum_6_weeks")

pregnancy = flag(
    "snnoop_p6",
    "Pregnancy, or the first six weeks after birth",
    SOURCE,
    same_day=all_of(_pregnant, _new_or_changed),
    caution=_pregnant,
)

painful_eye = flag(
    "snnoop_p7",
    "Painful red eye",
    SOURCE,
    emergency=all_of(yes(painful_red_eye), yes(visual_loss_or_amaurosis)),
    same_day=yes(painful_red_eye),
)

after_injury = flag(
    "snnoop_p8",
    "After an injury: run the Canadian C-spine rule (last 12 weeks), vascular and fracture screens",
    SOURCE,
    caution=in_an_injury(an_injury_happened),
)

immune = flag(
    "snnoop_p9",
    "Weakened immune system",
    SOURCE,
    same_day=all_of(yes(immune_compromise), yes(fever)),
    urgent=all_of(yes(immune_compromise), _recent),
)

painkillers = flag(
    "snnoop_p10",
    "Frequent acute medicines, or a new medicine at the onset",
    SOURCE,
    caution=any_of(
        at_or_above(any_acute_med_days_per_30d, FEWEST_LIMIT_DAYS),
        in_a_headache(yes(new_drug_at_onset)),
    ),
)

SNNOOP10 = (
    systemic,
    neoplasm,
    neurological,
    sudden_onset,
    older_age,
    pattern_changed,
    positional,
    exertional,
    papilloedema_or_obscurations,
    progressive,
    pregnancy,
    painful_eye,
    after_injury,
    immune,
    painkillers,
)
