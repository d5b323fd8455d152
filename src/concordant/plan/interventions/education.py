"""Education, lifestyle and self-management (treatment 1.4)."""

from __future__ import annotations

from concordant.criteria import all_of, any_of, at_or_above, at_or_below, below, no, one_of, yes
from concordant.facts.diary.counts import any_headache_days_per_28d
from concordant.facts.examination.general import nociplastic_features
from concordant.facts.history.pattern import stress_triggers_headache
from concordant.facts.history.person import desk_hours_per_day, work_posture_provokes
from concordant.facts.outcomes.change import any_headache_verdict, relapse_since_discharge
from concordant.facts.outcomes.ratings import goal_met, usual_stress_nrs
from concordant.facts.plan.episode import weeks_in_care, weeks_since_discharge
from concordant.plan.distress import (
    catastrophising,
    good_sleep,
    insomnia,
    no_catastrophising,
    not_sensitive,
    poor_sleep,
    sensitive,
    worry,
)
from concordant.plan.ending import sessions
from concordant.plan.interventions.cautions import only_marks
from concordant.plan.interventions.dose import Dose, of
from concordant.plan.interventions.intervention import Discipline, Evidence, Intervention, Section, Step
from concordant.plan.phases import COURSE, Phase
from concordant.settings import number, whole

_SOURCE = "treatment 1.4 (assumption)"

STRESSED_NRS = number(
    "plan_stressed_nrs",
    6,
    high=10,
    says="From so many points of 10 of usual stress on, relaxation is offered.",
    source=_SOURCE,
)
DESK_HOURS = number(
    "plan_desk_hours",
    4,
    unit="h",
    high=24,
    says="From so many hours a day at a desk on, the workplace is looked at.",
    source=_SOURCE,
)
WORKPLACE_VISIT_WEEKS = whole(
    "plan_workplace_visit_weeks",
    6,
    unit="weeks",
    low=1,
    high=52,
    says="Where work posture still provokes after so many weeks in care, the workplace is visited.",
    source=_SOURCE,
)
PAIN_EDUCATION_SESSIONS = whole(
    "plan_pain_education_sessions",
    6,
    low=1,
    high=25,
    says="After so many sessions pain education ends.",
    source=_SOURCE,
)
PAIN_EDUCATION_WITHOUT_CHANGE = whole(
    "plan_pain_education_without_change",
    4,
    low=1,
    high=25,
    says="After so many sessions with catastrophising as before, psychology is proposed.",
    source=_SOURCE,
)
FOLLOWED_WEEKS = whole(
    "plan_followed_weeks",
    52,
    unit="weeks",
    low=1,
    high=260,
    says="So many weeks after discharge the episode may be closed.",
    source=_SOURCE,
)
CLOSED_DAYS = number(
    "plan_closed_days",
    4,
    unit="d",
    high=28,
    says="Up to so many headache days in 28 the episode may be closed.",
    source=_SOURCE,
)

_PHYSIO = (Discipline.PHYSIOTHERAPIST,)
_WITH_HOME = (Discipline.PHYSIOTHERAPIST, Discipline.HOME)
_TO_STRENGTHEN = (Phase.RELIEF, Phase.RESTORE, Phase.STRENGTHEN)

education_core = Intervention(
    id="education_core",
    name="Structured education, reassurance, stay active",
    section=Section.EDUCATION,
    disciplines=(Discipline.PHYSIOTHERAPIST, Discipline.RMT),
    phases=COURSE,
    target="beliefs, activity",
    indication=None,
    dose=Dose(minutes=of(10), notes=("at each visit", "with a leaflet")),
    progress=Step(yes(goal_met), "hand over to the self-management plan"),
    regress=None,
    stop=None,
    marks=(),
    evidence=Evidence(
        "No effect of its own in trials of cervicogenic headache. Chronic whiplash: 20 exercise sessions were no "
        "better than 1 advice session: pain difference 0.0 (95% CI -0.7 to 0.7) at 14 weeks, "
        "-0.1 (-0.8 to 0.6) at 12 months.",
        "guideline consensus; PROMISE trial n=172",
        ("10.1002/ejp.1374", "10.2519/jospt.2017.0302", "10.1016/S0140-6736(14)60457-8"),
        "read: OPTIMa 2019 abstract; JOSPT 2017 recommendations; PROMISE abstract",
        ("education-self-management",),
    ),
)

pne = Intervention(
    id="pne",
    name="Pain neuroscience education",
    section=Section.EDUCATION,
    disciplines=_PHYSIO,
    phases=(Phase.RELIEF, Phase.RESTORE),
    target="pain beliefs, fear, sensitisation",
    indication=any_of(catastrophising, sensitive, yes(nociplastic_features)),
    dose=Dose(sessions=of(3, 4), minutes=of(30), weeks=of(2, 4), notes=("always with exercise",)),
    progress=Step(all_of(no_catastrophising, not_sensitive), "short refreshers"),
    regress=Step(all_of(catastrophising, sessions("pne", PAIN_EDUCATION_WITHOUT_CHANGE)), "referral to psychology"),
    stop=sessions("pne", PAIN_EDUCATION_SESSIONS),
    marks=only_marks("pne", "ci_red_flag", "ci_no_consent"),
    evidence=Evidence(
        "Chronic neck pain, 7 RCTs, n=479: pain g -0.73 (95% CI -1.34 to -0.12), I2 89%; kinesiophobia g -0.44 (-0.74 "
        "to -0.15). Cervicogenic headache, n=30, 4 sessions added to 10 physiotherapy sessions: pain and disability "
        "better (time by group p<.001). Alone: no clear effect (umbrella review).",
        "low",
        ("10.1002/ejp.2182", "PMC10704151", "10.5812/mejrh-136156"),
        "read: Lin 2024 abstract, PMC10704151 abstract, abstract of the trial in cervicogenic headache; DOI "
        "10.5812/mejrh-136156 recalled; PCS 24 from Scott 2014 (subacute whiplash); CSI 40 recalled",
    ),
)

ergonomics = Intervention(
    id="ergonomics",
    name="Workstation and task review",
    section=Section.EDUCATION,
    disciplines=_PHYSIO,
    phases=_TO_STRENGTHEN,
    target="work posture, screen, breaks",
    indication=all_of(at_or_above(desk_hours_per_day, DESK_HOURS), yes(work_posture_provokes)),
    dose=Dose(sessions=of(1), minutes=of(20), review_weeks=of(4)),
    progress=Step(no(work_posture_provokes), "close"),
    regress=Step(
        all_of(yes(work_posture_provokes), at_or_above(weeks_in_care, WORKPLACE_VISIT_WEEKS)),
        "workplace visit or occupational therapist",
    ),
    stop=no(work_posture_provokes),
    marks=only_marks("ergonomics", "ci_no_consent"),
    evidence=Evidence(
        "Office workers, neck pain: ergonomics alone low-quality support; adding neck exercise for 12 weeks: -0.53 "
        "(95% CI -0.84 to -0.22) vs -0.17 (-0.47 to 0.13) on 0-9; not kept at 12 months. No headache estimate.",
        "low",
        ("10.1093/ptj/pzx101", "10.1186/s12891-021-03945-y"),
        "read: Chen 2018 and 2021 trial abstracts; dose assumption",
        ("posture",),
    ),
)

sleep_plan = Intervention(
    id="sleep_plan",
    name="Sleep plan; CBT-I referral when insomnia is clinical",
    section=Section.EDUCATION,
    disciplines=_WITH_HOME,
    phases=_TO_STRENGTHEN,
    target="sleep",
    indication=poor_sleep,
    dose=Dose(
        sessions=of(2), minutes=of(15), weeks=of(4), notes=("referral for CBT-I from an insomnia severity of 15 on",)
    ),
    progress=Step(good_sleep, "close"),
    regress=Step(insomnia, "CBT-I and family doctor"),
    stop=good_sleep,
    marks=(),
    evidence=Evidence(
        "Migraine and tension-type headache, 4 studies: headache frequency and sleep improved; intensity conflicting. "
        "No trial in cervicogenic headache found.",
        "low (indirect)",
        ("10.1038/s41598-019-42785-8",),
        "read: Sullivan 2019 abstract; ISI bands of outcomes 2.2",
    ),
)

relaxation = Intervention(
    id="relaxation",
    name="Relaxation and stress management",
    section=Section.EDUCATION,
    disciplines=_WITH_HOME,
    phases=COURSE,
    target="arousal, muscle tension",
    indication=any_of(at_or_above(usual_stress_nrs, STRESSED_NRS), yes(stress_triggers_headache)),
    dose=Dose(
        minutes=of(10),
        per_day=of(1),
        weeks=of(6),
        notes=("slow breathing or progressive muscle relaxation",),
    ),
    progress=Step(below(usual_stress_nrs, STRESSED_NRS), "as needed"),
    regress=Step(worry, "referral to psychology"),
    stop=None,
    marks=only_marks("relaxation", "ci_no_consent"),
    evidence=Evidence(
        "Primary headache, psychological treatment vs control: headache days pooled MD -0.70 (95% CI -1.22 to -0.18). "
        "Chronic tension-type headache: OPTIMa supports relaxation with stress coping. No trial in cervicogenic "
        "headache found.",
        "low (indirect)",
        ("10.1186/s10194-019-0965-4", "10.1007/s00586-016-4376-9"),
        "read: 2019 meta-analysis abstract, OPTIMa 2016 review abstract; stress cut 6 and dose assumption",
    ),
)

self_management_plan = Intervention(
    id="self_management_plan",
    name="Written self-management and relapse plan",
    section=Section.EDUCATION,
    disciplines=_WITH_HOME,
    phases=(Phase.STRENGTHEN, Phase.SELF_MANAGE),
    target="independence",
    indication=any_of(one_of(any_headache_verdict, "improved_important"), yes(goal_met)),
    dose=Dose(sessions=of(1), minutes=of(20), review_months=(1, 3, 6, 12)),
    progress=Step(
        all_of(at_or_above(weeks_since_discharge, FOLLOWED_WEEKS), at_or_below(any_headache_days_per_28d, CLOSED_DAYS)),
        "close episode",
    ),
    regress=Step(yes(relapse_since_discharge), "booster visit, re-enter phase by rule"),
    stop=None,
    marks=(),
    evidence=Evidence(
        "Refresher (booster) sessions and graded activity help adherence; no estimate in cervicogenic headache.",
        "low to moderate (chronic musculoskeletal pain)",
        ("10.1002/14651858.CD005956.pub2", "10.1002/ejp.1374"),
        "read: Cochrane 2010 abstract opening; Nicolson 2017 abstract; CCGI care pathway",
        ("education-self-management",),
    ),
)

EDUCATION = (pne, ergonomics, sleep_plan, relaxation, self_management_plan)
"""All but the core, which comes first of everything."""
