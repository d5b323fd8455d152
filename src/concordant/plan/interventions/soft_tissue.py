"""Massage, release and needling (treatment 1.2): limited in number, tied to a finding, paired with exercise."""

from __future__ import annotations

from concordant.criteria import Criterion, above, all_of, any_of, at_or_above, no, one_of, yes
from concordant.facts.examination.motor_control import periscapular_tight, thoracic_hypomobile
from concordant.facts.examination.trigger_points import (
    trigger_point_levator_scapulae_concordant,
    trigger_point_sternocleidomastoid_concordant,
    trigger_point_suboccipital_concordant,
    trigger_point_upper_trapezius_concordant,
)
from concordant.facts.plan.consent import accepts_needles, rmt_unavailable, therapist_needling_authorised
from concordant.facts.plan.episode import soft_tissue_response, soft_tissue_sessions_done, weeks_in_care
from concordant.facts.plan.visit import adverse_needle_event, dizziness_on_pressure
from concordant.plan.ending import ends, flare, flares_again, headache_better, no_headache_change, sessions
from concordant.plan.interventions.cautions import Weight, marks
from concordant.plan.interventions.dose import Dose, of
from concordant.plan.interventions.intervention import Discipline, Evidence, Intervention, Section, Step
from concordant.plan.phases import Phase
from concordant.settings import whole

_SOURCE = "treatment 1.2 (assumption)"

MASSAGE_SESSIONS_PLATEAU = whole(
    "plan_massage_sessions_plateau",
    6,
    low=1,
    high=25,
    says="After so many soft-tissue sessions without further gain they end.",
    source=_SOURCE,
)
MASSAGE_SESSIONS_SPACED = whole(
    "plan_massage_sessions_spaced",
    4,
    low=1,
    high=25,
    says="After so many soft-tissue sessions with a better headache one a week is enough.",
    source=_SOURCE,
)
MASSAGE_WEEKS = whole(
    "plan_massage_weeks",
    8,
    unit="weeks",
    low=1,
    high=52,
    says="After so many weeks in care massage of the upper trapezius ends.",
    source=_SOURCE,
)
SESSIONS_BEFORE_NEEDLES = whole(
    "plan_sessions_before_needles",
    3,
    low=1,
    high=25,
    says="Needling is offered only after so many soft-tissue sessions without further gain.",
    source=_SOURCE,
)
NEEDLE_SESSIONS = whole(
    "plan_needle_sessions",
    4,
    low=1,
    high=12,
    says="After so many sessions needling ends.",
    source=_SOURCE,
)
NEEDLE_SESSIONS_WITHOUT_CHANGE = whole(
    "plan_needle_sessions_without_change",
    2,
    low=1,
    high=12,
    says="After so many sessions without change beyond error needling ends.",
    source=_SOURCE,
)

_BOTH = (Discipline.RMT, Discipline.PHYSIOTHERAPIST)
_EARLY = (Phase.RELIEF, Phase.RESTORE)
_suboccipital = trigger_point_suboccipital_concordant
_trapezius = trigger_point_upper_trapezius_concordant
_scm = trigger_point_sternocleidomastoid_concordant


def _plateau(after: int) -> Criterion:
    return all_of(at_or_above(soft_tissue_sessions_done, after), one_of(soft_tissue_response, "plateau"))


suboccipital_release = Intervention(
    id="suboccipital_release",
    name="Suboccipital release (sustained pressure, inhibition)",
    section=Section.SOFT_TISSUE,
    disciplines=_BOTH,
    phases=_EARLY,
    target="rectus capitis posterior major and minor, obliquus capitis",
    indication=yes(_suboccipital),
    dose=Dose(minutes=of(5, 10), per_week=of(1, 2), weeks=of(2, 4), notes=("supine",)),
    progress=Step(no(_suboccipital), "home release with two balls, 5 minutes a day"),
    regress=Step(flare, "half pressure, 3 minutes"),
    stop=ends(flares_again, no(_suboccipital), _plateau(MASSAGE_SESSIONS_PLATEAU)),
    marks=marks(
        "suboccipital_release",
        "soft_tissue",
        stopped={"ci_urgent": Weight.ABSENT, "ci_instability": Weight.ABSENT},
    ),
    evidence=Evidence(
        "Chronic neck pain (n=96): release alone or with upper cervical manipulation improved equally; no "
        "between-group difference. Network meta-analysis in cervicogenic headache: soft tissue + exercise vs control, "
        "short-term intensity MD -3.01 (95% CI -5.1 to -0.92).",
        "low (indirect; network estimate)",
        ("10.3390/ijerph18168636", "10.1093/ptj/pzad154"),
        "read: Arjona 2021 and Jung 2024 abstracts; minutes recalled",
        ("limited-in-time",),
    ),
    technique="soft_tissue",
)

rmt_upper_trapezius_levator = Intervention(
    id="rmt_upper_trapezius_levator",
    name="Massage: upper trapezius and levator scapulae",
    section=Section.SOFT_TISSUE,
    disciplines=_BOTH,
    phases=_EARLY,
    target="upper trapezius, levator scapulae",
    indication=any_of(yes(_trapezius), yes(trigger_point_levator_scapulae_concordant)),
    dose=Dose(minutes=of(60), per_week=of(2, 3), weeks=of(4), sessions_max=12),
    progress=Step(
        all_of(at_or_above(soft_tissue_sessions_done, MASSAGE_SESSIONS_SPACED), headache_better), "1 per week"
    ),
    regress=Step(flare, "lighter, 30 minutes"),
    stop=ends(flares_again, _plateau(MASSAGE_SESSIONS_PLATEAU), above(weeks_in_care, MASSAGE_WEEKS)),
    marks=marks("rmt_upper_trapezius_levator", "soft_tissue"),
    evidence=Evidence(
        "Chronic neck pain (n=228), chance of meaningful NDI gain vs wait list: 60 min twice weekly RR 3.41 (p=.04), "
        "three times RR 4.98 (p=.005); pain RR 2.30 and 2.73. 30-minute visits were no better than wait list.",
        "low (CCGI: weak recommendation, low quality; Cochrane 2024: 33 trials, 82% selection bias, contribution "
        "uncertain)",
        ("10.1370/afm.1602", "10.1016/j.jmpt.2016.08.007", "10.1002/14651858.CD004871.pub5"),
        "read: Sherman 2014 abstract; CCGI 2016 recommendations; Cochrane 2024 abstract opening; DOI "
        "10.1016/j.jmpt.2016.08.007 recalled",
        ("limited-in-time",),
    ),
    technique="soft_tissue",
)

rmt_scm = Intervention(
    id="rmt_scm",
    name="Massage and trigger-point pressure: sternocleidomastoid",
    section=Section.SOFT_TISSUE,
    disciplines=_BOTH,
    phases=_EARLY,
    target="sternocleidomastoid",
    indication=yes(_scm),
    dose=Dose(
        minutes=of(5, 10),
        per_week=of(1, 2),
        weeks=of(2, 3),
        notes=("pincer pressure to the taut band, then passive stretch", "never on the carotid pulse"),
    ),
    progress=Step(no(_scm), "stop"),
    regress=Step(flare, "stretch only"),
    stop=ends(flares_again, no(_scm), yes(dizziness_on_pressure)),
    marks=marks("rmt_scm", "soft_tissue", stopped={"ci_urgent": Weight.ABSENT, "ci_vascular_v1": Weight.ABSENT}),
    evidence=Evidence(
        "Pilot RCT n=20 vs simulated therapy: headache and neck pain lower, deep-flexor performance, motion and "
        "pressure thresholds better 1 week later (all p<.001, SMD > 0.84).",
        "very low (pilot)",
        ("10.1016/j.jmpt.2013.05.022",),
        "read: Bodes-Pardo 2013 abstract; session count not seen; minutes assumption",
        ("limited-in-time",),
    ),
    technique="soft_tissue",
)

rmt_thoracic = Intervention(
    id="rmt_thoracic",
    name="Massage: thoracic paraspinals, rhomboids, pectorals",
    section=Section.SOFT_TISSUE,
    disciplines=(Discipline.RMT,),
    phases=_EARLY,
    target="thoracic and periscapular muscle",
    indication=any_of(yes(thoracic_hypomobile), yes(periscapular_tight)),
    dose=Dose(minutes=of(15, 20), per_week=of(1), weeks=of(2, 4), notes=("inside the visit of the massage therapist",)),
    progress=Step(no(thoracic_hypomobile), "stop"),
    regress=Step(flare, "lighter"),
    stop=ends(no(thoracic_hypomobile)),
    marks=marks("rmt_thoracic", "soft_tissue"),
    evidence=Evidence(
        "",
        "none found for cervicogenic headache",
        ("10.1002/14651858.CD004871.pub5",),
        "indication from the clinic's article; dose assumption",
        ("limited-in-time",),
    ),
    technique="soft_tissue",
)

dry_needling = Intervention(
    id="dry_needling",
    name="Dry needling, manual only",
    section=Section.SOFT_TISSUE,
    disciplines=(Discipline.PHYSIOTHERAPIST,),
    phases=_EARLY,
    target="suboccipital, upper trapezius",
    indication=all_of(
        any_of(yes(_suboccipital), yes(_trapezius)),
        yes(accepts_needles),
        yes(therapist_needling_authorised),
        any_of(_plateau(SESSIONS_BEFORE_NEEDLES), yes(rmt_unavailable)),
    ),
    dose=Dose(needles=of(1, 4), per_week=of(1), weeks=of(3), sessions_max=4, notes=("no electrical stimulation",)),
    progress=Step(all_of(no(_suboccipital), no(_trapezius)), "stop, exercise only"),
    regress=Step(flare, "return to manual release"),
    stop=ends(
        yes(adverse_needle_event),
        sessions("dry_needling", NEEDLE_SESSIONS),
        all_of(sessions("dry_needling", NEEDLE_SESSIONS_WITHOUT_CHANGE), no_headache_change),
    ),
    marks=marks("dry_needling", "needling"),
    evidence=Evidence(
        "Network estimates vs control, short term: needling + exercise, headache frequency MD -2.92 (95% CI -4.73 to "
        "-1.11); manipulation + needling, intensity MD -4.87 (-8.51 to -1.24).",
        "very low to low (Pourahmadi 2021: very low; France 2014: insufficient to advocate strongly)",
        ("10.1093/ptj/pzad154", "10.1093/ptj/pzab068", "10.1093/pm/pnab312", "10.1016/j.spinee.2020.10.008"),
        "read: Jung 2024, Pourahmadi 2021 (part), France 2014 abstracts. The best trial (Dunning 2021) used 2 Hz "
        "electrical needling plus manipulation: not this clinic's technique; dose assumption",
        ("dry-needling", "limited-in-time"),
    ),
    technique="needling",
)

SOFT_TISSUE = (suboccipital_release, rmt_upper_trapezius_levator, rmt_scm, rmt_thoracic, dry_needling)
