"""Exercise that builds control, endurance and strength (treatment 1.3). High load waits for flexor control."""

from __future__ import annotations

from concordant.criteria import above, all_of, any_of, at_or_above, no, not_, one_of, yes
from concordant.facts.examination.general import irritability
from concordant.facts.examination.motor_control import (
    chin_loses_nod,
    dnf_endurance_below_norm,
    extensor_control_impaired,
    scapular_control_impaired,
)
from concordant.facts.plan.episode import isometric_tolerated, weeks_in_care
from concordant.facts.plan.visit import resistance_reps_last_set
from concordant.plan.ending import ends, flare, flares_too_often
from concordant.plan.flexor_control import coordinated, not_yet_strong, strong
from concordant.plan.interventions.cautions import ONLY_HEAD_MOTION, Mark, marks
from concordant.plan.interventions.dose import Dose, of
from concordant.plan.interventions.exercise import BOTH
from concordant.plan.interventions.intervention import Evidence, Intervention, Section, Step
from concordant.plan.phases import Phase
from concordant.settings import whole

EXERCISE_WEEKS = whole(
    "plan_exercise_weeks",
    10,
    unit="weeks",
    low=1,
    high=52,
    says="After so many weeks in care co-contraction ends, and scapular training where its test is normal.",
    source="treatment 1.3 (assumption)",
)
LAST_SET_REPS = whole(
    "plan_last_set_reps",
    15,
    low=1,
    high=100,
    says="With so many repetitions in the last set the load of resistance training goes up.",
    source="treatment 1.3 (band 1 x 15 read in a summary page)",
)


def _marks(intervention: str) -> tuple[Mark, ...]:
    return marks(intervention, "neck_load", spared=ONLY_HEAD_MOTION)


_STRENGTH_LATER = (Phase.RESTORE, Phase.STRENGTHEN)

dcf_stage2 = Intervention(
    id="dcf_stage2",
    name="Deep cervical flexor training, stage 2 (endurance head lift)",
    section=Section.EXERCISE,
    disciplines=BOTH,
    phases=_STRENGTH_LATER,
    target="deep and superficial flexors together",
    indication=all_of(coordinated, yes(dnf_endurance_below_norm)),
    dose=Dose(
        sets=of(3),
        reps=of(10, 20),
        hold_s=of(2, 5),
        per_week=of(5),
        weeks=of(4, 6),
        load="head weight, start inclined",
    ),
    progress=Step(no(dnf_endurance_below_norm), "resistance training"),
    regress=Step(any_of(flare, yes(chin_loses_nod)), "more incline or stage 1"),
    stop=ends(no(dnf_endurance_below_norm)),
    marks=_marks("dcf_stage2"),
    evidence=Evidence(
        "Endurance arm (n about 60, supine head lifts 3 x 20): headache -58% at 12 months vs -37% stretching alone "
        "(within-group).",
        "1 RCT (women, office workers)",
        ("10.2340/16501977-0527",),
        "effect read: Ylinen 2010 abstract; 3 x 20 and 5 days a week read in a summary page",
        ("neck-exercise",),
    ),
    technique="neck_load",
)

co_contraction = Intervention(
    id="co_contraction",
    name="Co-contraction of flexors and extensors (self-resisted rotation)",
    section=Section.EXERCISE,
    disciplines=BOTH,
    phases=(Phase.RESTORE,),
    target="longus colli with semispinalis and multifidus",
    indication=coordinated,
    dose=Dose(sets=of(1), reps=of(10), hold_s=of(5), per_day=of(2), weeks=of(2, 4), load="10 to 20 % effort"),
    progress=Step(yes(isometric_tolerated), "isometric strengthening"),
    regress=Step(flare, "stage 1"),
    stop=ends(above(weeks_in_care, EXERCISE_WEEKS)),
    marks=_marks("co_contraction"),
    evidence=Evidence(
        "Part of the Jull programme; no separate estimate.",
        "part of a multi-part programme",
        ("10.1097/00007632-200209010-00004",),
        "recalled: Jull protocol; dose recalled",
        ("neck-exercise",),
    ),
    technique="neck_load",
)

extensor_training = Intervention(
    id="extensor_training",
    name="Cervical extensor control (nod, rotate, curl in four-point)",
    section=Section.EXERCISE,
    disciplines=BOTH,
    phases=(Phase.RESTORE,),
    target="suboccipital extensors, semispinalis, multifidus",
    indication=yes(extensor_control_impaired),
    dose=Dose(sets=of(3), reps=of(5, 10), per_day=of(1), weeks=of(4), notes=("prone on elbows, then four-point",)),
    progress=Step(no(extensor_control_impaired), "resistance training"),
    regress=Step(flare, "prone on elbows"),
    stop=ends(no(extensor_control_impaired)),
    marks=_marks("extensor_training"),
    evidence=Evidence(
        "Part of low-load craniocervical and cervicoscapular programmes.",
        "consensus",
        ("10.1002/ejp.1374",),
        "recalled: Jull and Falla programmes",
        ("neck-exercise",),
    ),
    technique="neck_load",
)

scapular_training = Intervention(
    id="scapular_training",
    name="Scapular stabiliser training",
    section=Section.EXERCISE,
    disciplines=BOTH,
    phases=_STRENGTH_LATER,
    target="lower and middle trapezius, serratus anterior",
    indication=yes(scapular_control_impaired),
    dose=Dose(
        sets=of(3),
        reps=of(10, 12),
        per_week=of(3),
        weeks=of(6),
        load="light, then 12 to 15 repetition maximum",
        notes=("setting 10 x 10 s twice a day",),
    ),
    progress=Step(no(scapular_control_impaired), "loaded rows and presses"),
    regress=Step(flare, "setting only"),
    stop=ends(all_of(no(scapular_control_impaired), above(weeks_in_care, EXERCISE_WEEKS))),
    marks=_marks("scapular_training"),
    evidence=Evidence(
        "Cervicoscapular low-load endurance is inside the recommended programme; no separate estimate in cervicogenic "
        "headache seen.",
        "JOSPT grade B (chronic, shoulder girdle and neck)",
        ("10.1002/ejp.1374", "10.2519/jospt.2017.0302"),
        "read: recommendations; dose assumption",
        ("neck-exercise",),
    ),
    technique="neck_load",
)

neck_strength_isometric = Intervention(
    id="neck_strength_isometric",
    name="Neck isometric strengthening",
    section=Section.EXERCISE,
    disciplines=BOTH,
    phases=(Phase.STRENGTHEN,),
    target="all neck muscles",
    indication=all_of(
        coordinated,
        one_of(irritability, "low", "moderate"),
        any_of(not_yet_strong, no(isometric_tolerated)),
    ),
    dose=Dose(
        sets=of(2, 3),
        reps=of(5, 10),
        hold_s=of(5, 10),
        per_week=of(3),
        weeks=of(4),
        load="20 to 50 % effort",
        notes=("4 directions",),
    ),
    progress=Step(all_of(yes(isometric_tolerated), strong), "resistance training"),
    regress=Step(flare, "co-contraction"),
    stop=ends(flares_too_often),
    marks=_marks("neck_strength_isometric"),
    evidence=Evidence(
        "See progressive resistance training.",
        "1 RCT",
        ("10.2340/16501977-0527",),
        "read: Ylinen 2010 abstract; load steps assumption",
        ("neck-exercise",),
    ),
    technique="neck_load",
)

neck_strength_resistance = Intervention(
    id="neck_strength_resistance",
    name="Progressive neck and upper-body resistance training",
    section=Section.EXERCISE,
    disciplines=BOTH,
    phases=(Phase.STRENGTHEN, Phase.SELF_MANAGE),
    target="neck, shoulder girdle",
    indication=all_of(strong, one_of(irritability, "low"), yes(isometric_tolerated)),
    dose=Dose(
        sets=of(1, 3),
        reps=of(15),
        per_week=of(3),
        weeks=of(12, 52),
        load="band in 4 directions, dumbbells at 15 repetition maximum",
    ),
    progress=Step(all_of(at_or_above(resistance_reps_last_set, LAST_SET_REPS), not_(flare)), "5 % more load"),
    regress=Step(flare, "20 % less load"),
    stop=ends(flares_too_often),
    marks=_marks("neck_strength_resistance"),
    evidence=Evidence(
        "12 months: headache -69% (strength) vs -58% (endurance) vs -37% (stretching), within-group. Women with "
        "chronic headache, 6 months home programme: 4.5 to 2.4 headache days/week vs 4.4 to 3.0 control (p=.017); "
        "intensity not different; NDI -1.6 points (95% CI -3.1 to -0.2).",
        "moderate for neck pain in office workers; 1 RCT each for headache",
        ("10.2340/16501977-0527", "10.1177/02692155231170687", "10.1093/ptj/pzx101"),
        "read: Ylinen 2010, 2023 women trial (10.1177/02692155231170687), Chen 2018 abstracts; band 1 x 15 read in a "
        "summary page; 5% step assumption",
        ("neck-exercise",),
    ),
    technique="neck_load",
)
