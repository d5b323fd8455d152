"""Exercise of low load: motion, control, posture, sense of position, aerobic (treatment 1.3).

Order of building: activate (stage 1), coordinate (co-contraction, extensors, scapula), endure (stage 2), strengthen,
use in life. Work of low load may start in week 1.
"""

from __future__ import annotations

from concordant.criteria import all_of, any_of, at_or_above, below, no, not_, yes
from concordant.facts.examination.active_range import arom_limited
from concordant.facts.examination.flexion_rotation import frt_restricted
from concordant.facts.examination.motor_control import ccft_substitution
from concordant.facts.examination.sensorimotor import (
    dizziness_neck_related,
    gaze_stability_impaired,
    jpe_max_absolute_error_deg,
    spnt_positive,
)
from concordant.facts.examination.sustained_tests import posture_correction_eases, sustained_posture_provokes
from concordant.facts.history.pattern import headache_age_weeks
from concordant.facts.history.person import mvpa_minutes_per_week, trauma_history
from concordant.facts.plan.visit import dizziness_during_exercise
from concordant.facts.safety.results import exertional_headache_new
from concordant.measures.physical.joint_position_error import CUT_OFF_DEG
from concordant.plan.ending import ends, flare
from concordant.plan.flexor_control import coordinated, impaired
from concordant.plan.interventions.cautions import UNRESISTED, marks, only_marks
from concordant.plan.interventions.dose import Dose, of
from concordant.plan.interventions.intervention import Discipline, Evidence, Intervention, Section, Step
from concordant.plan.interventions.thrust_and_thorax import ACUTE_WEEKS
from concordant.plan.phases import Phase
from concordant.settings import number

MODERATE_MINUTES = number(
    "plan_aerobic_minutes",
    150,
    unit="min",
    high=1000,
    says="Below so many minutes of moderate or vigorous activity a week aerobic exercise is offered.",
    source="treatment 1.3",
)
MORE_MINUTES = number(
    "plan_aerobic_more_minutes",
    90,
    unit="min",
    high=1000,
    says="From so many minutes a week on, aerobic exercise goes up.",
    source="treatment 1.3 (assumption)",
)

BOTH = (Discipline.PHYSIOTHERAPIST, Discipline.HOME)
_HEAD_MOTION = tuple(row for row in UNRESISTED if row not in ("ci_vestibular", "ci_concussion"))
_off_balance = yes(dizziness_during_exercise)

active_mobility = Intervention(
    id="active_mobility",
    name="Supervised active neck mobility",
    section=Section.EXERCISE,
    disciplines=BOTH,
    phases=(Phase.RELIEF, Phase.RESTORE),
    target="cervical rotation, flexion, retraction",
    indication=any_of(yes(arom_limited), yes(frt_restricted), below(headache_age_weeks, ACUTE_WEEKS)),
    dose=Dose(
        sets=of(1),
        reps=of(10),
        per_day=of(3),
        highest_rise_nrs=2,
        notes=("rotation to both sides, flexion, side-bend",),
    ),
    progress=Step(no(arom_limited), "once a day"),
    regress=Step(flare, "half range"),
    stop=ends(all_of(no(arom_limited), no(frt_restricted))),
    marks=marks("active_mobility", "neck_load", spared=UNRESISTED),
    evidence=Evidence(
        "Acute whiplash grade II: median pain reduction 50.5/100 (active programme) vs 39.2 (passive) vs 28.8 (act as "
        "usual) at 2 months.",
        "JOSPT grade B, acute neck pain with headache",
        ("10.2519/jospt.2017.0302", "10.1186/1754-9493-3-2"),
        "read: JOSPT 2017 recommendations; PMC2635353; reps assumption",
        ("neck-exercise",),
    ),
    technique="neck_load",
)

dcf_stage1 = Intervention(
    id="dcf_stage1",
    name="Deep cervical flexor training, stage 1 (low load, pressure biofeedback)",
    section=Section.EXERCISE,
    disciplines=BOTH,
    phases=(Phase.RELIEF, Phase.RESTORE),
    target="longus capitis, longus colli",
    indication=impaired,
    dose=Dose(
        sets=of(1),
        reps=of(10),
        hold_s=of(10),
        per_day=of(2),
        weeks=of(6),
        supervised_per_week=of(1, 2),
        load="highest level held without substitution, from 22 mmHg, step 2",
    ),
    progress=Step(all_of(coordinated, no(ccft_substitution)), "stage 2 and co-contraction"),
    regress=Step(any_of(flare, yes(ccft_substitution)), "one 2 mmHg step down, or eye-led nod in sitting"),
    stop=ends(coordinated),
    marks=marks("dcf_stage1", "neck_load", spared=UNRESISTED),
    evidence=Evidence(
        "Jull 2002 (n=200): low-load exercise cut headache frequency and intensity vs control, kept at 12 months; "
        "combined with manual therapy 10% more people had relief (difference not significant). 1 trial: intensity "
        "-1.51/10 (95% CI -2.52 to -0.50) vs no treatment at 12 months.",
        "moderate for exercise; OPTIMa: consider",
        ("10.1097/00007632-200209010-00004", "10.1002/ejp.1374", "10.1002/pmrj.12856"),
        "effect read: Jull 2002 abstract; the clinic's article quoting Demont 2023; 10 x 10 s twice daily read in "
        "secondary pages; 24 mmHg read as poor-performance cut in a trial abstract page",
        ("neck-exercise",),
    ),
    technique="neck_load",
)

postural_correction = Intervention(
    id="postural_correction",
    name="Postural correction and movement breaks",
    section=Section.EXERCISE,
    disciplines=BOTH,
    phases=(Phase.RELIEF, Phase.RESTORE, Phase.STRENGTHEN),
    target="sustained head and trunk posture",
    indication=all_of(yes(sustained_posture_provokes), yes(posture_correction_eases)),
    dose=Dose(hold_s=of(10), every_minutes=of(20), weeks=of(4), break_s=of(30)),
    progress=Step(no(sustained_posture_provokes), "stop cueing"),
    regress=Step(flare, "support (back rest) instead of active correction"),
    stop=no(sustained_posture_provokes),
    marks=only_marks("postural_correction", "!ci_red_flag", "ci_no_consent"),
    evidence=Evidence(
        "RCT n=72, 4 weeks: HIT-6 change 14.95 (SD 7.91), headache intensity 2.58 (1.24) with postural exercise; 13.83 "
        "(6.21) and 2.29 (1.23) with mobilisation; both better than control (p<.001), like each other.",
        "1 RCT, PEDro 7/10",
        ("10.1080/09593985.2022.2037032",),
        "read: Rani and Kaur 2023 abstract; every 20 min assumption. Forward head posture alone is not an indication",
        ("posture",),
    ),
)

sensorimotor_training = Intervention(
    id="sensorimotor_training",
    name="Joint position sense and head-neck coordination training",
    section=Section.EXERCISE,
    disciplines=BOTH,
    phases=(Phase.RESTORE, Phase.STRENGTHEN),
    target="cervical proprioception",
    indication=any_of(
        yes(dizziness_neck_related),
        all_of(yes(trauma_history), at_or_above(jpe_max_absolute_error_deg, CUT_OFF_DEG)),
    ),
    dose=Dose(
        sets=of(3), reps=of(10), per_day=of(2), weeks=of(6), sessions=of(12), notes=("with a head-mounted laser",)
    ),
    progress=Step(below(jpe_max_absolute_error_deg, CUT_OFF_DEG), "standing, unstable surface"),
    regress=Step(_off_balance, "sitting, slower"),
    stop=ends(all_of(below(jpe_max_absolute_error_deg, CUT_OFF_DEG), no(dizziness_neck_related))),
    marks=marks("sensorimotor_training", "neck_load", spared=_HEAD_MOTION),
    evidence=Evidence(
        "Chronic neck pain: pain SMD 0.48 (95% CI 0.07 to 0.89) vs no treatment, short term; no difference vs other "
        "care on most outcomes. No headache estimate.",
        "low (indirect)",
        ("10.26773/mjssm.250302", "10.1186/s12891-018-1964-3"),
        "read: 2025 meta-analysis and 2018 protocol abstracts (2 visits a week for 6 weeks); 4.5 deg: examination 3.8, "
        "where its error is larger than the cut-off, so used only with dizziness or after trauma",
    ),
    technique="neck_load",
)

gaze_stability = Intervention(
    id="gaze_stability",
    name="Gaze stability and smooth pursuit training",
    section=Section.EXERCISE,
    disciplines=BOTH,
    phases=(Phase.RESTORE, Phase.STRENGTHEN),
    target="cervico-ocular control",
    indication=any_of(yes(gaze_stability_impaired), yes(spnt_positive)),
    dose=Dose(sets=of(3), duration_s=of(30), per_day=of(2), weeks=of(4, 6)),
    progress=Step(no(gaze_stability_impaired), "faster, busy background"),
    regress=Step(_off_balance, "slower, plain background"),
    stop=ends(all_of(no(gaze_stability_impaired), no(spnt_positive))),
    marks=marks("gaze_stability", "neck_load", spared=_HEAD_MOTION),
    evidence=Evidence(
        "",
        "none found for cervicogenic headache",
        ("10.1186/s12891-018-1964-3",),
        "dose recalled; part of the protocol trial's oculomotor arm (read)",
    ),
    technique="neck_load",
)

aerobic_exercise = Intervention(
    id="aerobic_exercise",
    name="Aerobic exercise",
    section=Section.EXERCISE,
    disciplines=BOTH,
    phases=(Phase.RESTORE, Phase.STRENGTHEN, Phase.SELF_MANAGE),
    target="general fitness, pain modulation",
    indication=below(mvpa_minutes_per_week, MODERATE_MINUTES),
    dose=Dose(minutes=of(20, 30), per_week=of(3), weeks=of(6, 52), load="moderate, able to talk"),
    progress=Step(
        all_of(at_or_above(mvpa_minutes_per_week, MORE_MINUTES), not_(flare)), "add 10 minutes a week up to 150"
    ),
    regress=Step(flare, "walking 10 minutes"),
    stop=ends(yes(exertional_headache_new)),
    marks=only_marks(
        "aerobic_exercise",
        "!ci_red_flag",
        "ci_vascular",
        "ci_infection",
        "ci_cardiac",
        "ci_no_consent",
        "~ci_urgent",
        "~ci_concussion",
        "~ci_72h",
    ),
    evidence=Evidence(
        "Added to neck exercise for 6 weeks (n=139): success at 6 months 77.4% vs 40%; pain 6.73 to 1.89 vs 6.65 to "
        "3.32; cervicogenic headache reduced more (p=.003).",
        "1 RCT (neck pain, cervicogenic headache as an outcome)",
        ("10.1177/0269215520912000",),
        "effect read: Daher 2020 abstract; minutes and intensity assumption",
    ),
)
