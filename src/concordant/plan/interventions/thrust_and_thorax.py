"""Thrust, and joint techniques for the thoracic spine (treatment 1.1). Thrust is second line, by choice."""

from __future__ import annotations

from concordant.criteria import all_of, any_of, at_or_above, no, one_of, yes
from concordant.facts.examination.general import irritability
from concordant.facts.examination.motor_control import thoracic_hypomobile
from concordant.facts.examination.palpation import concordant_c1_c2, concordant_c2_c3
from concordant.facts.history.pattern import headache_age_weeks
from concordant.facts.outcomes.change import ndi_verdict
from concordant.facts.outcomes.questionnaires import ndi_percent
from concordant.facts.plan.consent import prefers_manipulation, therapist_manipulation_authorised
from concordant.facts.plan.episode import mobilisation_response
from concordant.facts.plan.status import neck_driven
from concordant.plan.ending import ends, flare, headache_better, no_headache_change, sessions
from concordant.plan.interventions.cautions import Weight, marks
from concordant.plan.interventions.dose import Dose, of
from concordant.plan.interventions.intervention import Discipline, Evidence, Intervention, Section, Step
from concordant.plan.phases import Phase
from concordant.settings import Standing, number, whole

ACUTE_WEEKS = number(
    "plan_acute_weeks",
    6,
    unit="weeks",
    high=52,
    says="A headache younger than so many weeks is acute: motion is offered, thrust to the neck is not.",
    source="treatment 1.1, 1.3; JOSPT 2017 (doi:10.2519/jospt.2017.0302)",
    standing=Standing.RECALLED,
)
THORACIC_NDI = number(
    "plan_thoracic_thrust_ndi_percent",
    20,
    unit="%",
    high=100,
    says="From this neck disability index on, thrust to the thorax may be offered.",
    source="treatment 1.1",
)
THRUST_SESSIONS = whole(
    "plan_thrust_sessions",
    6,
    low=1,
    high=18,
    says="After so many sessions with thrust it ends.",
    source="treatment 1.1 (assumption)",
)
THRUST_SESSIONS_WITHOUT_CHANGE = whole(
    "plan_thrust_sessions_without_change",
    3,
    low=1,
    high=18,
    says="After so many sessions with thrust to the neck without change beyond error it ends.",
    source="treatment 1.1 (assumption)",
)

_PHYSIO = (Discipline.PHYSIOTHERAPIST,)
_wished = all_of(yes(prefers_manipulation), yes(therapist_manipulation_authorised))

cervical_manipulation = Intervention(
    id="cervical_manipulation",
    name="Cervical thrust manipulation (HVLA)",
    section=Section.JOINT,
    disciplines=_PHYSIO,
    phases=(Phase.RESTORE,),
    target="C1/2 or C2/3",
    indication=all_of(
        yes(neck_driven),
        any_of(yes(concordant_c1_c2), yes(concordant_c2_c3)),
        one_of(irritability, "low"),
        at_or_above(headache_age_weeks, ACUTE_WEEKS),
        one_of(mobilisation_response, "plateau"),
        yes(prefers_manipulation),
        yes(therapist_manipulation_authorised),
    ),
    dose=Dose(thrusts=of(1, 2), per_week=of(1, 2), weeks=of(3, 4), sessions_max=6, notes=("retest after 3 sessions",)),
    progress=Step(headache_better, "stop thrust, go to the strengthen phase"),
    regress=Step(flare, "mobilisation only"),
    stop=ends(
        flare,
        sessions("cervical_manipulation", THRUST_SESSIONS),
        all_of(sessions("cervical_manipulation", THRUST_SESSIONS_WITHOUT_CHANGE), no_headache_change),
    ),
    marks=marks("cervical_manipulation", "thrust"),
    evidence=Evidence(
        "SMT vs other manual therapy, short term, 7 trials: intensity MD -10.88/100 (95% CI -17.94 to -3.82), "
        "frequency SMD -0.35 (-0.66 to -0.04), disability MD -13.31/100 (-18.07 to -8.56); no effect at intermediate "
        "term (-9.77, -24.21 to 4.68). 18 vs 0 SMT visits: -3.3 headache days/4 weeks (p=.004) at 12 weeks; about 1 "
        "day less per 6 extra visits. Harm: serious events estimated 1 per 2 million manipulations to 13 per 10,000 "
        "patients.",
        "low to moderate, short term only; harm estimates very uncertain",
        (
            "10.1002/ejp.1632",
            "10.1016/j.spinee.2018.02.019",
            "10.1186/s12891-016-0912-3",
            "10.1186/s12998-017-0168-5",
            "10.2519/jospt.2022.11147",
        ),
        "read: Fernandez 2020, Haas 2018, Dunning 2016, Swait 2017 abstracts; most sessions is an assumption",
        ("spinal-manipulation", "limited-in-time"),
    ),
    technique="thrust",
    segment="C1 to C3",
)

thoracic_mobilisation = Intervention(
    id="thoracic_mobilisation",
    name="Thoracic mobilisation and extension exercise",
    section=Section.JOINT,
    disciplines=_PHYSIO,
    phases=(Phase.RELIEF, Phase.RESTORE),
    target="T1 to T6",
    indication=yes(thoracic_hypomobile),
    dose=Dose(
        sets=of(3),
        duration_s=of(30, 60),
        per_week=of(1, 2),
        weeks=of(2, 4),
        notes=("at home: 10 extensions over a roll, 2 per day",),
    ),
    progress=Step(no(thoracic_hypomobile), "keep home exercise only"),
    regress=Step(flare, "grade I to II"),
    stop=ends(no(thoracic_hypomobile)),
    # No passive pressure on the thorax with weak bone: stricter than diagnosis 4.9 on purpose (treatment 0.4).
    marks=marks("thoracic_mobilisation", "mid_range", stopped={"ci_bone": Weight.KNOWN_ABSENT}),
    evidence=Evidence(
        "Not studied alone in cervicogenic headache.",
        "indirect (neck pain)",
        ("10.2519/jospt.2017.0302",),
        "read: JOSPT 2017 recommendations (cervicothoracic manipulation or mobilisation, chronic, grade B); dose "
        "assumption",
        ("limited-in-time",),
    ),
    technique="mid_range",
    segment="T1 to T6",
)

thoracic_manipulation = Intervention(
    id="thoracic_manipulation",
    name="Thoracic thrust manipulation",
    section=Section.JOINT,
    disciplines=_PHYSIO,
    phases=(Phase.RELIEF, Phase.RESTORE),
    target="T1 to T6",
    indication=all_of(yes(thoracic_hypomobile), at_or_above(ndi_percent, THORACIC_NDI), _wished),
    dose=Dose(thrusts=of(1, 2), per_week=of(1, 2), weeks=of(4), sessions_max=6, notes=("1 to 2 thrusts per level",)),
    progress=Step(one_of(ndi_verdict, "improved", "improved_important"), "stop thrust"),
    regress=Step(flare, "thoracic mobilisation"),
    stop=ends(flare, sessions("thoracic_manipulation", THRUST_SESSIONS)),
    # All rows of thrust, also vascular V1, radicular and age at onset (conflicts C07).
    marks=marks("thoracic_manipulation", "thrust"),
    evidence=Evidence(
        "6 sessions vs no treatment at 4 weeks (n=48): headache disability HDI MD 7.39 (95% CI -4.39 to 19.18), not "
        "significant; NDI MD 6.90 (0.05 to 13.75); rated much better OR 38.0 (6.6 to 220).",
        "1 crossover RCT; helps the neck, not the headache",
        ("10.1080/10669817.2021.1947663",),
        "read: McDevitt 2022 abstract",
        ("limited-in-time",),
    ),
    technique="thrust",
    segment="T1 to T6",
)

THRUST_AND_THORAX = (cervical_manipulation, thoracic_mobilisation, thoracic_manipulation)
