"""Joint techniques for the neck (treatment 1.1).

Motion in flexion and the concordant segment are tested again after each set of manual work. No change in two visits:
change the technique, not the count.
"""

from __future__ import annotations

from concordant.criteria import (
    Criterion,
    above,
    all_of,
    any_of,
    at_or_above,
    below,
    between,
    no,
    one_of,
    yes,
)
from concordant.facts.diary.counts import any_headache_days_per_28d
from concordant.facts.examination.flexion_rotation import (
    frt_restricted,
    frt_rotation_difference_deg,
    frt_within_session_gain_deg,
)
from concordant.facts.examination.general import irritability
from concordant.facts.examination.palpation import concordant_c0_c1, concordant_c1_c2, concordant_c2_c3
from concordant.facts.examination.session import headache_now
from concordant.facts.outcomes.change import frt_verdict
from concordant.facts.plan.episode import snag_attempts
from concordant.facts.plan.status import neck_driven
from concordant.facts.plan.visit import headache_eased_during_glide, snag_pain_free
from concordant.plan.ending import (
    SESSIONS_WITHOUT_CHANGE,
    ends,
    flare,
    flares_again,
    no_headache_change,
    sessions,
)
from concordant.plan.interventions.cautions import marks
from concordant.plan.interventions.dose import Dose, of
from concordant.plan.interventions.intervention import Discipline, Evidence, Intervention, Section, Step
from concordant.plan.phases import Phase
from concordant.settings import number, whole

SNAG_GAIN_DEG = number(
    "plan_snag_gain_deg",
    10,
    unit="deg",
    high=45,
    says="A gain of the flexion-rotation test within a session counts above so many degrees.",
    source="treatment 0.1, 5: mean of a placebo glide + 1 SD (doi:10.2519/jospt.2007.2379); our derivation",
)
SIDES_ALIKE_DEG = number(
    "plan_snag_sides_alike_deg",
    10,
    unit="deg",
    high=45,
    says="Below this difference between sides the self-SNAG goes down to maintenance.",
    source="treatment 1.1 (assumption)",
)
SNAG_ATTEMPTS = whole(
    "plan_snag_attempts",
    3,
    low=1,
    high=20,
    says="After so many attempts that were not free of pain the SNAG is given up.",
    source="treatment 1.1 (assumption)",
)

calm = one_of(irritability, "low")
calm_enough = one_of(irritability, "low", "moderate")
PHYSIO = (Discipline.PHYSIOTHERAPIST,)
EARLY = (Phase.RELIEF, Phase.RESTORE)

_MANUAL_THERAPY = ("10.1002/pmrj.12856", "10.1097/00007632-200209010-00004")
_GENTLER = Step(flare, "grade I to II")


def _segment(
    identity: str, name: str, target: str, segment: str, concordant: Criterion, gone: Criterion
) -> Intervention:
    return Intervention(
        id=identity,
        name=name,
        section=Section.JOINT,
        disciplines=PHYSIO,
        phases=EARLY,
        target=target,
        indication=all_of(yes(neck_driven), concordant),
        dose=Dose(
            sets=of(3),
            duration_s=of(30, 60),
            per_week=of(2),
            weeks=of(2, 4),
            sessions_max=8,
            load="grade I to IV by irritability",
        ),
        progress=Step(calm, "one grade up"),
        regress=_GENTLER,
        stop=ends(flares_again, gone, all_of(sessions(identity, SESSIONS_WITHOUT_CHANGE), no_headache_change)),
        marks=marks(identity, "mid_range"),
        evidence=Evidence(
            "As C1/2 passive mobilisation; no segment-specific trial found.",
            "indirect",
            _MANUAL_THERAPY,
            "read: Jull 2002 abstract and the clinic's article; dose assumption",
            ("manual-therapy-early", "limited-in-time"),
        ),
        technique="mid_range",
        segment=segment,
    )


c1_c2_mobilisation = Intervention(
    id="c1_c2_mobilisation",
    name="C1/2 passive mobilisation, Maitland grade I to IV",
    section=Section.JOINT,
    disciplines=PHYSIO,
    phases=EARLY,
    target="lateral atlanto-axial joint",
    indication=all_of(yes(neck_driven), yes(frt_restricted), yes(concordant_c1_c2)),
    dose=Dose(
        sets=of(3),
        duration_s=of(30, 60),
        per_week=of(2),
        weeks=of(2, 4),
        sessions_max=8,
        load="grade I to II if irritability is high, III to IV if stiffness dominates",
    ),
    progress=Step(all_of(calm, yes(frt_restricted)), "one grade up or nearer end of range"),
    regress=Step(any_of(flare, one_of(irritability, "high")), "grade I to II"),
    stop=ends(
        flares_again,
        all_of(no(frt_restricted), no(concordant_c1_c2)),
        all_of(sessions("c1_c2_mobilisation", SESSIONS_WITHOUT_CHANGE), one_of(frt_verdict, "within_error")),
    ),
    marks=marks("c1_c2_mobilisation", "mid_range"),
    evidence=Evidence(
        "Manual therapy vs sham, short term: -0.93 headaches/week (95% CI -1.40 to -0.46). Vs no treatment: -1.23/week "
        "(-1.55 to -0.91) and intensity -1.63/10 (-2.15 to -1.10).",
        "moderate, short term (as the clinic's article reports Demont 2023)",
        (*_MANUAL_THERAPY, "10.1016/j.jphys.2024.06.002", "10.2519/jospt.2017.0302"),
        "effect read: the clinic's article quoting Demont 2023; Jull 2002 abstract; set length recalled; weekly "
        "frequency from trials (Haas 3/week, Dunning up to 8 in 4 weeks, read)",
        ("manual-therapy-early", "limited-in-time"),
    ),
    technique="mid_range",
    segment="C1/2",
)

c0_c1_mobilisation = _segment(
    "c0_c1_mobilisation",
    "C0/1 passive mobilisation",
    "atlanto-occipital joint",
    "C0/1",
    yes(concordant_c0_c1),
    no(concordant_c0_c1),
)
c2_c3_mobilisation = _segment(
    "c2_c3_mobilisation",
    "C2/3 passive mobilisation",
    "C2/3 zygapophyseal joint",
    "C2/3",
    yes(concordant_c2_c3),
    no(concordant_c2_c3),
)

snag_c1_c2 = Intervention(
    id="snag_c1_c2",
    name="C1/2 SNAG, therapist applied (rotation)",
    section=Section.JOINT,
    disciplines=PHYSIO,
    phases=EARLY,
    target="C1/2 rotation",
    indication=all_of(yes(neck_driven), yes(frt_restricted), calm_enough),
    dose=Dose(
        sets=of(1, 3),
        reps=of(6, 10),
        hold_s=of(3),
        highest_pain_nrs=0,
        per_week=of(2),
        weeks=of(4),
        sessions_max=8,
    ),
    progress=Step(
        all_of(yes(snag_pain_free), above(frt_within_session_gain_deg, SNAG_GAIN_DEG)), "teach the self-SNAG"
    ),
    regress=Step(no(snag_pain_free), "change glide direction, else stop"),
    stop=ends(flares_again, all_of(no(snag_pain_free), at_or_above(snag_attempts, SNAG_ATTEMPTS)), no(frt_restricted)),
    marks=marks("snag_c1_c2", "end_range"),
    evidence=Evidence(
        "Mulligan therapy + exercise vs exercise alone (n=99, 3 arms): 2 fewer headache days/month (95% CI 2 to 3) at "
        "4 weeks, 4 fewer (3 to 4) at 26 weeks; sham + exercise was like exercise alone.",
        "one RCT (PEDro high); review of 8 RCTs, n=357, mean PEDro 6.6/10",
        ("10.1016/j.jphys.2024.06.002", "10.1186/s40945-022-00144-3", "10.2519/jospt.2007.2379"),
        "effect read: Satpute 2024 abstract; 8 sessions in 4 weeks read (PMC8366674); reps and hold recalled. Read in "
        "PMC8366674: the flexion-rotation test at baseline did not predict response",
        ("snag-mobilisation", "limited-in-time"),
    ),
    technique="end_range",
    segment="C1/2",
)

self_snag_c1_c2 = Intervention(
    id="self_snag_c1_c2",
    name="C1/2 self-SNAG with strap",
    section=Section.JOINT,
    disciplines=(Discipline.HOME,),
    phases=(Phase.RELIEF, Phase.RESTORE, Phase.STRENGTHEN, Phase.SELF_MANAGE),
    target="C1/2 rotation",
    indication=all_of(yes(neck_driven), yes(frt_restricted), calm_enough),
    dose=Dose(
        sets=of(1),
        reps=of(2),
        hold_s=of(3),
        per_day=of(2),
        highest_pain_nrs=0,
        weeks=of(4, 52),
        notes=("taught by the physiotherapist",),
    ),
    progress=Step(
        all_of(no(frt_restricted), below(frt_rotation_difference_deg, SIDES_ALIKE_DEG)), "twice weekly maintenance"
    ),
    regress=Step(no(snag_pain_free), "stop at home, review technique"),
    stop=ends(no(snag_pain_free), all_of(no(frt_restricted), between(any_headache_days_per_28d, 0, 0))),
    marks=marks("self_snag_c1_c2", "end_range"),
    evidence=Evidence(
        "Flexion-rotation test +15 deg (SD 9) after the first session vs +5 (SD 5) placebo, n=32; headache index lower "
        "than placebo at 4 weeks and 12 months (values not seen).",
        "1 small double-blind RCT; JOSPT grade C (acute and subacute)",
        ("10.2519/jospt.2007.2379", "10.2519/jospt.2017.0302"),
        "effect, twice-daily use and 12-month follow-up read: Hall 2007 abstract; 2 reps and 3 s recalled",
        ("snag-mobilisation",),
    ),
    technique="end_range",
    segment="C1/2",
)

headache_snag = Intervention(
    id="headache_snag",
    name="Headache SNAG (sustained upper cervical glide)",
    section=Section.JOINT,
    disciplines=PHYSIO,
    phases=(Phase.RELIEF,),
    target="C0 to C2, during headache",
    indication=all_of(yes(neck_driven), yes(headache_now)),
    dose=Dose(sets=of(1), reps=of(6, 10), hold_s=of(10), highest_pain_nrs=0, per_week=of(2), weeks=of(2, 4)),
    progress=Step(yes(headache_eased_during_glide), "teach the headache SNAG for home"),
    regress=Step(no(headache_eased_during_glide), "reverse glide once, else stop"),
    stop=ends(flares_again, no(headache_eased_during_glide)),
    marks=marks("headache_snag", "mid_range"),
    evidence=Evidence(
        "Headache SNAG + C1/2 SNAG together beat either alone on NDI, HIT-6, flexion-rotation and dizziness (n=48, 3 "
        "groups; values not seen).",
        "1 small RCT",
        ("PMC6451950", "10.1186/s40945-022-00144-3"),
        "effect read: PMC6451950 abstract; reps and hold recalled",
        ("snag-mobilisation", "limited-in-time"),
    ),
    technique="mid_range",
    segment="C0 to C2",
)

JOINT = (c1_c2_mobilisation, c0_c1_mobilisation, c2_c3_mobilisation, snag_c1_c2, self_snag_c1_c2, headache_snag)
