"""Referral, co-management and work (treatment 1.5)."""

from __future__ import annotations

from concordant.criteria import all_of, any_of, at_or_above, at_or_below, below, not_, one_of, yes
from concordant.facts.diary.counts import (
    any_acute_med_days_per_30d,
    any_headache_days_per_30d,
    headache_intensity_nrs_mean_7d,
    migraine_criteria_days_per_30d,
    non_opioid_days_per_30d,
    overuse_months_longest,
    ten_day_limit_med_days_per_30d,
)
from concordant.facts.examination.palpation import concordant_any
from concordant.facts.history.block import block_done
from concordant.facts.history.person import work_status
from concordant.facts.outcomes.change import any_headache_verdict
from concordant.facts.outcomes.ratings import ptsd_screen_positive
from concordant.facts.plan.episode import (
    adherence_percent_28d,
    counselling_started,
    physiotherapy_visits_done,
    primary_headache_treated,
    weeks_in_care,
)
from concordant.facts.plan.status import (
    block_positive,
    cluster_status,
    migraine_status,
    moh_status,
    neck_driven,
    probable_cluster_status,
    probable_migraine_status,
)
from concordant.facts.safety.history import self_harm_thoughts
from concordant.plan.distress import low_mood, no_low_mood, no_worry, worry
from concordant.plan.ending import flare
from concordant.plan.interventions.cautions import only_marks
from concordant.plan.interventions.dose import Dose, of
from concordant.plan.interventions.intervention import Discipline, Evidence, Intervention, Section, Step
from concordant.plan.phases import COURSE, Phase
from concordant.progress.decisions.table import INTERPRETABLE_ADHERENCE
from concordant.settings import Standing, number, whole

OVERUSE_HEADACHE_DAYS = number(
    "plan_overuse_letter_headache_days",
    15,
    unit="d",
    high=30,
    says="From so many headache days in 30 on, medication on many days calls for a letter.",
    source="treatment 1.5: short form of ICHD-3 8.2, which owns the diagnosis",
    standing=Standing.RECALLED,
)
OVERUSE_MONTHS = number(
    "plan_overuse_letter_months",
    3,
    low=1,
    high=24,
    says="After so many months of medication on many days there is a letter.",
    source="treatment 1.5; conflicts C11",
)
NON_OPIOID_DAYS = number(
    "plan_overuse_letter_non_opioid_days",
    15,
    unit="d",
    high=30,
    says="Non-opioid analgesics on so many days in 30 call for a letter.",
    source="treatment 1.5: short form of ICHD-3 8.2",
    standing=Standing.RECALLED,
)
TEN_DAY_DAYS = number(
    "plan_overuse_letter_ten_day_days",
    10,
    unit="d",
    high=30,
    says="Triptans, opioids and the like on so many days in 30 call for a letter.",
    source="treatment 1.5: short form of ICHD-3 8.2",
    standing=Standing.RECALLED,
)
OVERUSE_OVER_NON_OPIOID_DAYS = number(
    "plan_overuse_over_non_opioid_days",
    10,
    unit="d",
    high=30,
    says="Below so many days in 30 with non-opioid analgesics the letter about medication is no longer needed.",
    source="treatment 1.5 (assumption)",
)
OVERUSE_OVER_TEN_DAY_DAYS = number(
    "plan_overuse_over_ten_day_days",
    8,
    unit="d",
    high=30,
    says="Below so many days in 30 with triptans, opioids and the like the letter is no longer needed.",
    source="treatment 1.5 (assumption)",
)
MEDICINE_DAYS_FEW = number(
    "plan_medicine_days_few",
    10,
    unit="d",
    high=30,
    says="Below so many days in 30 with acute medication the neck programme is judged again from a new baseline.",
    source="treatment 1.5 (assumption)",
)
MEDICINE_DAYS_MANY = number(
    "plan_medicine_days_many",
    15,
    unit="d",
    high=30,
    says="From so many days in 30 with acute medication on, there is a second letter.",
    source="treatment 1.5 (assumption)",
)
MIGRAINE_DAYS = number(
    "plan_migraine_referral_days",
    4,
    unit="d",
    high=30,
    says="From so many migraine days in 30 on, the family doctor is asked about prevention.",
    source="treatment 1.5",
    standing=Standing.RECALLED,
)
BLOCK_WEEKS = whole(
    "plan_block_weeks",
    8,
    unit="weeks",
    low=1,
    high=104,
    says="A diagnostic block is proposed only after so many weeks in care.",
    source="treatment 1.5 (assumption)",
)
BLOCK_VISITS = whole(
    "plan_block_visits",
    10,
    low=1,
    high=50,
    says="A diagnostic block is proposed only after so many physiotherapy visits.",
    source="treatment 1.5 (assumption)",
)
WORK_MORE_NRS = number(
    "plan_work_more_nrs",
    5,
    high=10,
    says="Up to this mean headache intensity of 7 days hours of work go up.",
    source="treatment 1.5 (assumption)",
)

_PHYSIO = (Discipline.PHYSIOTHERAPIST,)
_TO_STRENGTHEN = (Phase.RELIEF, Phase.RESTORE, Phase.STRENGTHEN)

moh_referral = Intervention(
    id="moh_referral",
    name="Medication-overuse advice and referral to family doctor",
    section=Section.REFERRAL,
    disciplines=(Discipline.PHYSIOTHERAPIST, Discipline.RMT),
    phases=COURSE,
    target="acute medication days",
    indication=any_of(
        one_of(moh_status, "definite"),
        all_of(
            at_or_above(any_headache_days_per_30d, OVERUSE_HEADACHE_DAYS),
            at_or_above(overuse_months_longest, OVERUSE_MONTHS),
            any_of(
                at_or_above(non_opioid_days_per_30d, NON_OPIOID_DAYS),
                at_or_above(ten_day_limit_med_days_per_30d, TEN_DAY_DAYS),
            ),
        ),
    ),
    dose=Dose(sessions=of(1), minutes=of(10), review_days=of(28), notes=("with a letter", "diary review")),
    progress=Step(
        below(any_acute_med_days_per_30d, MEDICINE_DAYS_FEW),
        "judge the neck programme again from a fresh 28-day baseline",
    ),
    regress=Step(at_or_above(any_acute_med_days_per_30d, MEDICINE_DAYS_MANY), "second letter"),
    stop=all_of(
        below(non_opioid_days_per_30d, OVERUSE_OVER_NON_OPIOID_DAYS),
        below(ten_day_limit_med_days_per_30d, OVERUSE_OVER_TEN_DAY_DAYS),
    ),
    marks=(),
    evidence=Evidence(
        "Brief intervention by family doctors vs usual care: 7.3 fewer headache days/month (95% CI 3.2 to 11.3) and "
        "7.9 fewer medication days (3.2 to 12.5) at 3 months; 5.9 fewer headache days (1.1 to 10.8) at 6 months; "
        "chronic headache resolved 50% vs 6%.",
        "cluster RCT n=60 (not graded)",
        ("10.1136/jnnp-2014-308548", "10.1007/s00415-015-7975-1", "10.1111/ene.14268"),
        "effect read: BIMOH abstracts; overuse thresholds recalled from ICHD-3 8.2; DOI 10.1111/ene.14268 recalled",
    ),
)

primary_headache_referral = Intervention(
    id="primary_headache_referral",
    name="Co-management of migraine or other primary headache",
    section=Section.REFERRAL,
    disciplines=_PHYSIO,
    phases=COURSE,
    target="co-existing headache",
    indication=any_of(
        all_of(
            any_of(one_of(migraine_status, "definite"), one_of(probable_migraine_status, "definite")),
            at_or_above(migraine_criteria_days_per_30d, MIGRAINE_DAYS),
        ),
        one_of(cluster_status, "definite"),
        one_of(probable_cluster_status, "definite"),
    ),
    dose=Dose(sessions=of(1), notes=("with a letter",)),
    progress=Step(yes(primary_headache_treated), "continue neck plan"),
    regress=None,
    stop=yes(primary_headache_treated),
    marks=(),
    evidence=Evidence(
        "",
        "guideline consensus",
        ("10.1002/ejp.1374", "10.1186/s10194-021-01228-4"),
        "read: OPTIMa 2019 abstract (rule out migraine first); 4 days/month threshold recalled (usual point to discuss "
        "prevention)",
    ),
)

psych_referral = Intervention(
    id="psych_referral",
    name="Counselling or psychology referral",
    section=Section.REFERRAL,
    disciplines=_PHYSIO,
    phases=_TO_STRENGTHEN,
    target="mood, trauma stress, coping",
    indication=any_of(low_mood, worry, yes(ptsd_screen_positive)),
    dose=Dose(notes=("sessions as the counsellor sets them", "with a letter")),
    progress=Step(all_of(no_low_mood, no_worry), "close"),
    regress=Step(yes(self_harm_thoughts), "same-day contact with family doctor or crisis line"),
    stop=yes(counselling_started),
    marks=(),
    evidence=Evidence(
        "Primary headache: psychological treatment vs control, headache days pooled MD -0.70 (95% CI -1.22 to -0.18); "
        "responder RR 3.13 (2.24 to 4.37). No trial in cervicogenic headache found.",
        "indirect (primary headache)",
        ("10.1186/s10194-019-0965-4", "10.1177/2049463715578291"),
        "read: 2019 meta-analysis (10.1186/s10194-019-0965-4) and Harris 2015 abstracts; cut-off 3 on each half of the "
        "PHQ-4: outcomes 2.2",
    ),
)

diagnostic_block_referral = Intervention(
    id="diagnostic_block_referral",
    name="Referral for diagnostic block or specialist opinion",
    section=Section.REFERRAL,
    disciplines=_PHYSIO,
    phases=(Phase.RESTORE, Phase.STRENGTHEN),
    target="C2/3 medial branch, C1/2 joint",
    indication=all_of(
        yes(neck_driven),
        yes(concordant_any),
        at_or_above(weeks_in_care, BLOCK_WEEKS),
        at_or_above(physiotherapy_visits_done, BLOCK_VISITS),
        one_of(any_headache_verdict, "within_error", "worse"),
        at_or_above(adherence_percent_28d, INTERPRETABLE_ADHERENCE),
    ),
    dose=Dose(sessions=of(1), notes=("with a letter",)),
    progress=Step(yes(block_positive), "specialist plan plus strengthen phase"),
    regress=None,
    stop=yes(block_done),
    marks=(),
    evidence=Evidence(
        "",
        "consensus; assumption on timing",
        ("10.1002/ejp.1374",),
        "read: CCGI care pathway (refer when not recovered) and the clinic's article; the 8-week and 10-visit gates "
        "are assumptions",
    ),
)

return_to_work = Intervention(
    id="return_to_work",
    name="Graded return to work",
    section=Section.REFERRAL,
    disciplines=_PHYSIO,
    phases=_TO_STRENGTHEN,
    target="work role",
    indication=one_of(work_status, "off", "modified"),
    dose=Dose(review_days=of(14), notes=("written limits", "first step: modified duties")),
    progress=Step(
        all_of(at_or_below(headache_intensity_nrs_mean_7d, WORK_MORE_NRS), not_(flare)),
        "add 1 to 2 hours a day each week",
    ),
    regress=Step(flare, "hold at last tolerated level for 1 week"),
    stop=one_of(work_status, "full"),
    marks=only_marks("return_to_work", "ci_red_flag"),
    evidence=Evidence(
        "Acute whiplash grade II: median disability 14 days with active or passive physiotherapy vs 49 days with "
        "act-as-usual advice (historical arm). Workplace programmes: 4-component programme cut sick leave in 1 trial, "
        "OR 0.56 (CI not seen).",
        "low; 1 moderate-quality comparison on sick leave",
        ("10.1186/1754-9493-3-2", "10.1002/14651858.CD008160.pub2"),
        "read: PMC2635353 text; Cochrane 2011 abstract; Colorado cervical spine guideline 2014 summary (no DOI); step "
        "size is an assumption",
    ),
)

REFERRAL = (moh_referral, primary_headache_referral, psych_referral, diagnostic_block_referral, return_to_work)
