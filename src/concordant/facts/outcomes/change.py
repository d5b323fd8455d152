"""Change between two visits or windows, against measurement error."""

from concordant.facts.fact import Fact, Room, Scope, Supplier
from concordant.facts.kinds import Choice, Choices, Flag, Quantity

VERDICTS = {
    "improved_important": "Better by an amount that matters",
    "improved": "Better",
    "within_error": "No certain change",
    "worse": "Worse",
    "unknown": "Not known yet",
}

CHANGE_CLASSES = {
    "improved_important": "Better: beyond error and important",
    "improved": "Better: beyond error, size not yet important",
    "important_but_uncertain": "Important in size, but may be error",
    "within_error": "No clear change",
    "worse": "Worse: beyond error",
    "not_assessable": "Cannot be judged",
    "unknown": "Not known",
}

CONFOUNDERS = {
    "new_preventive_drug": "I began a new medicine to prevent headaches",
    "overuse_withdrawal": "I stopped or cut back headache medicine I took too often",
    "nerve_block_or_injection": "I had a nerve block or an injection",
    "pregnancy_change": "A pregnancy began or ended",
    "bout_ended": "A run of attacks (a bout) came to an end",
    "within_12_weeks_of_injury": "It was within 12 weeks of an injury",
    "other": "Something else",
}

cervical_change_class = Fact(
    "cervical_change_class",
    Choice(
        {
            "resolved": "All neck tests back to normal",
            "improved": "Better, more than test error",
            "within_error": "No clear change",
            "worse": "Worse, more than test error",
            "unknown": "Not known",
        }
    ),
    room=Room.OUTCOMES,
    scope=Scope.COURSE,
    supplied_by=Supplier.COMPUTED,
    label="Cervical impairment change",
    ask="How your neck tests changed between two visits.",
    meaning="Change of cervical impairment between two visits, judged against measurement error. No importance limit exists for these measures, so improved_important is not used",
    section="diagnosis 1.1, 3.4",
    derived_from="arom_*_deg; frt_rotation_deg; c0_c2_rotation_deg; ccft_activation_mmhg; palpation_familiar_headache, against the real-change thresholds of examination 7 (diagnosis 3.4)",
)

headache_change_class = Fact(
    "headache_change_class",
    Choice(
        {
            "resolved": "No days with this headache",
            "improved_important": "Better: beyond chance and important",
            "improved": "Better: beyond chance, size not yet important",
            "important_but_uncertain": "Important in size, but may be chance",
            "within_error": "No clear change",
            "worse": "Worse",
            "unknown": "Not known",
        }
    ),
    room=Room.OUTCOMES,
    scope=Scope.COURSE,
    supplied_by=Supplier.COMPUTED,
    label="Headache days change",
    ask="How your days with this headache changed from one diary period to the next.",
    meaning="Change of this headache's days between two windows: chance and importance together (words of retest 1.4)",
    section="diagnosis 1.1, 3.4",
    per_headache=True,
    derived_from="headache_today of this headache in two windows; headache_fall_probability (retest 3.5; used by diagnosis 3.4)",
)

change_confounders = Fact(
    "change_confounders",
    Choices(CONFOUNDERS),
    room=Room.OUTCOMES,
    scope=Scope.COURSE,
    supplied_by=Supplier.PATIENT,
    label="Other reasons for change",
    ask="Did anything else happen in this time that could have changed this headache?",
    meaning="Other reasons for change during the interval",
    section="diagnosis 3.4",
    per_headache=True,
)

confounders_so_far = Fact(
    "confounders_so_far",
    Choices(CONFOUNDERS),
    room=Room.OUTCOMES,
    scope=Scope.COURSE,
    supplied_by=Supplier.COMPUTED,
    label="Other reasons for change since treatment began",
    ask="Everything else that could have changed this headache since your treatment began.",
    meaning="All other reasons for change from the start of treatment to this retest",
    section="diagnosis 3.4",
    per_headache=True,
    derived_from="change_confounders of every visit since treatment began; block_done; injury_date (diagnosis 3.4)",
)

days_in_treatment = Fact(
    "days_in_treatment",
    Quantity(low=0),
    room=Room.OUTCOMES,
    scope=Scope.COURSE,
    supplied_by=Supplier.COMPUTED,
    label="Days in treatment at this retest",
    ask="How many days have passed from your first treatment to this check.",
    meaning="Days from the first treatment (where none is recorded, the first visit) to this retest",
    section="diagnosis 3.4",
    unit="d",
    derived_from="dates of treatments and visits (diagnosis 3.4)",
)

neck_improved_days = Fact(
    "neck_improved_days",
    Quantity(low=0),
    room=Room.OUTCOMES,
    scope=Scope.COURSE,
    supplied_by=Supplier.COMPUTED,
    label="Days for which the neck has been better",
    ask="How long your neck tests have stayed better.",
    meaning="Days from the retest that first showed the neck improved or resolved, without a retest that said otherwise, to this one; 0 at the first such retest and where the neck is not better",
    section="diagnosis 3.4",
    unit="d",
    derived_from="cervical_change_class of every retest so far (diagnosis 3.4)",
)

headache_improved_days = Fact(
    "headache_improved_days",
    Quantity(low=0),
    room=Room.OUTCOMES,
    scope=Scope.COURSE,
    supplied_by=Supplier.COMPUTED,
    label="Days for which this headache has been better",
    ask="How long this headache has stayed better.",
    meaning="The same for this headache: improved beyond chance and important, or resolved",
    section="diagnosis 3.4",
    unit="d",
    per_headache=True,
    derived_from="headache_change_class of every retest so far (diagnosis 3.4)",
)

improvement_order = Fact(
    "improvement_order",
    Choice(
        {
            "in_parallel": "Together, or the headache at the next retest",
            "headache_first": "The headache well before the neck",
            "neck_first": "The neck well before the headache",
        }
    ),
    room=Room.OUTCOMES,
    scope=Scope.COURSE,
    supplied_by=Supplier.COMPUTED,
    label="Order of improvement",
    ask="Whether your neck and this headache got better at the same time.",
    meaning="Which of neck and headache was first seen better, of the improvements that stand at this retest",
    section="diagnosis 3.4",
    per_headache=True,
    derived_from="cervical_change_class; headache_change_class of every retest so far (diagnosis 3.4)",
)

diary_completeness = Fact(
    "diary_completeness",
    Quantity(low=0, high=1),
    room=Room.OUTCOMES,
    scope=Scope.COURSE,
    supplied_by=Supplier.COMPUTED,
    label="Diary completeness",
    ask="What share of your diary days is filled in.",
    meaning="Diary days filled in divided by days in the window",
    section="diagnosis 3.4",
    unit="fraction",
    derived_from="days with a row / days in the window (diagnosis 0.5)",
)

frt_plateau = Fact(
    "frt_plateau",
    Flag(),
    room=Room.OUTCOMES,
    scope=Scope.COURSE,
    supplied_by=Supplier.COMPUTED,
    label="Flexion-rotation test plateau",
    ask="Whether the head turn test showed no real change at two checks in a row.",
    meaning="No real change of the flexion-rotation test at two retests in a row",
    section="treatment 3.1",
    derived_from="frt_verdict == within_error at the last two retests",
)

medication_overuse_alert = Fact(
    "medication_overuse_alert",
    Choice(
        {
            "none": "No warning",
            "warn": "Early warning",
            "alert": "Alert",
        }
    ),
    room=Room.OUTCOMES,
    scope=Scope.PERSON,
    supplied_by=Supplier.COMPUTED,
    label="Medication overuse warning",
    ask="A note to look at how often you take headache medicine. It is not a diagnosis.",
    meaning="Medication warning before the diagnosis is settled",
    section="outcomes 1.1; retest 9",
    derived_from="acute_med_days_per_30d; non_opioid_days_per_30d; any_acute_med_days_per_30d over successive windows (limits: diagnosis 1.17; windows: outcomes 1.1)",
)

headache_fall_probability = Fact(
    "headache_fall_probability",
    Quantity(low=0, high=1),
    room=Room.OUTCOMES,
    scope=Scope.COURSE,
    supplied_by=Supplier.COMPUTED,
    label="Probability of fewer days, this headache",
    ask="How likely it is that you now have this headache on fewer days, from 0 (not at all) to 1 (sure).",
    meaning="Probability that the rate of days with this headache really fell: P(better)",
    section="retest 3.5",
    unit="fraction",
    per_headache=True,
    derived_from="headache_today of this headache in two windows (retest 3.5)",
)

any_headache_fall_probability = Fact(
    "any_headache_fall_probability",
    Quantity(low=0, high=1),
    room=Room.OUTCOMES,
    scope=Scope.COURSE,
    supplied_by=Supplier.COMPUTED,
    label="Probability of fewer days, any headache",
    ask="How likely it is that you now have a headache on fewer days, from 0 (not at all) to 1 (sure).",
    meaning="The same for days with any headache",
    section="retest 3.5",
    unit="fraction",
    derived_from="headache_today in two windows (retest 3.5)",
)

any_headache_fall_probability_56d = Fact(
    "any_headache_fall_probability_56d",
    Quantity(low=0, high=1),
    room=Room.OUTCOMES,
    scope=Scope.COURSE,
    supplied_by=Supplier.COMPUTED,
    label="Probability of fewer days, any headache, last 56 days",
    ask="How likely it is that you had a headache on fewer days over the last 8 weeks, from 0 (not at all) to 1 (sure).",
    meaning="Probability that the rate of days with any headache really fell, with the last 56 days before the retest as the follow-up window",
    section="retest 3.6, 9",
    unit="fraction",
    derived_from="headache_today at baseline and over 56 days before the retest (retest 3.5, 3.6)",
)

any_headache_baseline_days_per_28d = Fact(
    "any_headache_baseline_days_per_28d",
    Quantity(low=0, high=28),
    room=Room.OUTCOMES,
    scope=Scope.EPISODE,
    supplied_by=Supplier.COMPUTED,
    label="Days with any headache at baseline",
    ask="On how many days in 28 you had a headache before your treatment began.",
    meaning="Days with any headache per 28 days in the baseline window, the last before the first treatment",
    section="retest 3.6, 9; outcomes 1.7",
    unit="d/28 d",
    derived_from="headache_today in the baseline window; dates of treatments and visits (outcomes 1.7)",
)

any_headache_days_ratio = Fact(
    "any_headache_days_ratio",
    Quantity(low=0),
    room=Room.OUTCOMES,
    scope=Scope.COURSE,
    supplied_by=Supplier.COMPUTED,
    label="Days with any headache, now against baseline",
    ask="Your headache days now, divided by those before your treatment began.",
    meaning="Days with any headache per answered day in the window before this retest, divided by those at baseline; 0.5 is half as many",
    section="retest 9; prognosis 4",
    unit="x (ratio)",
    derived_from="headache_today in two windows (outcomes 1.7)",
)

headache_intensity_verdict = Fact(
    "headache_intensity_verdict",
    Choice(VERDICTS),
    room=Room.OUTCOMES,
    scope=Scope.COURSE,
    supplied_by=Supplier.COMPUTED,
    label="Progress, headache intensity",
    ask="How strong your headaches are now, compared with before.",
    meaning="Progress verdict on headache intensity. Weak evidence over months (ICC 0.48 at 3 months), so it decides nothing",
    section="retest 9; outcomes 2.3",
    derived_from="nprs_headache_average_7d (thresholds: outcomes 2.3)",
)

any_headache_change_robust = Fact(
    "any_headache_change_robust",
    Flag(),
    room=Room.OUTCOMES,
    scope=Scope.COURSE,
    supplied_by=Supplier.COMPUTED,
    label="Result holds if missing days count as worst",
    ask="Whether the result stays the same when each missing diary day is counted as bad.",
    meaning="Same category when missing days are counted at their worst",
    section="outcomes 1.5",
    derived_from="any_headache_days_per_28d with its low and high bounds (outcomes 1.5)",
)

any_headache_change_class = Fact(
    "any_headache_change_class",
    Choice(CHANGE_CLASSES),
    room=Room.OUTCOMES,
    scope=Scope.COURSE,
    supplied_by=Supplier.COMPUTED,
    label="Change of days with any headache",
    ask="How your days with any headache changed from one diary period to the next.",
    meaning="Change of the days with any headache between two windows, in the finer words of retest 1.4. not_assessable is an answer: the windows cannot show a change (few days at baseline, mixed sources, a window with too few answers)",
    section="retest 1.4, 3.5, 8",
    derived_from="headache_today in two windows; any_headache_fall_probability (retest 3.5)",
)

function_change_class = Fact(
    "function_change_class",
    Choice(CHANGE_CLASSES),
    room=Room.OUTCOMES,
    scope=Scope.COURSE,
    supplied_by=Supplier.COMPUTED,
    label="Change of function",
    ask="How your daily life and tasks changed between two visits.",
    meaning="Change of function in the finer words of retest 1.4: the neck disability index if there is one, else the activities. not_assessable is an answer: floor or ceiling, versions that differ, too many missing items",
    section="retest 1.4, 8",
    derived_from="ndi_score, else psfs_score, of two visits (thresholds: outcomes 2.3)",
)

any_headache_verdict = Fact(
    "any_headache_verdict",
    Choice(VERDICTS),
    room=Room.OUTCOMES,
    scope=Scope.COURSE,
    supplied_by=Supplier.COMPUTED,
    label="Progress, days with any headache",
    ask="How your number of days with any headache has changed.",
    meaning="Progress verdict on days with any headache, as in the case file's answer; important but uncertain counts as within_error",
    section="retest 1.5, 3.5; treatment 1.1, 1.2, 1.4, 1.5, 3.1",
    derived_from="any_headache_change_class (words: retest 1.5)",
)

ndi_verdict = Fact(
    "ndi_verdict",
    Choice(VERDICTS),
    room=Room.OUTCOMES,
    scope=Scope.COURSE,
    supplied_by=Supplier.COMPUTED,
    label="Progress, Neck Disability Index",
    ask="How your score on the form about your neck and daily life has changed.",
    meaning="Progress verdict on the neck disability index",
    section="retest 1.4, 1.5; treatment 1.1",
    derived_from="ndi_score (thresholds: outcomes 2.3)",
)

psfs_verdict = Fact(
    "psfs_verdict",
    Choice(VERDICTS),
    room=Room.OUTCOMES,
    scope=Scope.COURSE,
    supplied_by=Supplier.COMPUTED,
    label="Progress, patient-specific activities",
    ask="How the tasks you chose as hard for you have changed.",
    meaning="Progress verdict on the patient-specific activities",
    section="retest 1.4, 1.5",
    derived_from="psfs_score (thresholds: outcomes 2.3)",
)

function_verdict = Fact(
    "function_verdict",
    Choice(VERDICTS),
    room=Room.OUTCOMES,
    scope=Scope.COURSE,
    supplied_by=Supplier.COMPUTED,
    label="Progress, function",
    ask="How your daily life and tasks have changed.",
    meaning="Function: the index if there is one, else the activities",
    section="retest 8",
    derived_from="function_change_class (words: retest 1.5)",
)

frt_verdict = Fact(
    "frt_verdict",
    Choice(
        {
            "improved_important": "Better by an amount that matters (not used)",
            "improved": "Better",
            "within_error": "No certain change",
            "worse": "Worse",
            "unknown": "Not known yet",
        }
    ),
    room=Room.OUTCOMES,
    scope=Scope.COURSE,
    supplied_by=Supplier.COMPUTED,
    label="Progress, flexion-rotation test",
    ask="How far your head turns with the chin tucked down, now compared with before.",
    meaning="Progress verdict on the flexion-rotation test. No importance limit is known, so improved_important is not used",
    section="retest 1.5; treatment 1.1",
    derived_from="frt_rotation_deg (threshold: examination 7)",
)

trajectory_band = Fact(
    "trajectory_band",
    Choice(
        {
            "on_track": "On track",
            "watch": "Watch closely",
            "behind": "Behind the expected course",
        }
    ),
    room=Room.OUTCOMES,
    scope=Scope.COURSE,
    supplied_by=Supplier.COMPUTED,
    label="Course against expected",
    ask="How your headache days compare with the course we expected.",
    meaning="Headache days against the expected course",
    section="prognosis 4",
    derived_from="any_headache_days_per_28d at the time / at baseline; dates of treatments and visits (limits: prognosis 4)",
)

rated_better_at_one_month = Fact(
    "rated_better_at_one_month",
    Flag(),
    room=Room.OUTCOMES,
    scope=Scope.EPISODE,
    supplied_by=Supplier.COMPUTED,
    label="Rated better at one month",
    ask="Whether you said that you were better after the first four weeks or so.",
    meaning="The global rating of change at about four weeks of treatment says better (limit: retest 8)",
    section="prognosis 5; outcomes 2.2",
    derived_from="groc_score at about four weeks after the first treatment (prognosis 5)",
)

response_status = Fact(
    "response_status",
    Choice(
        {
            "red": "Warning sign: act on this first",
            "worse": "Worse",
            "responding_strong": "Responding strongly",
            "responding": "Responding",
            "possible": "Possibly responding",
            "discordant": "Measures disagree",
            "no_change": "No change",
            "unknown": "Not known yet",
        }
    ),
    room=Room.OUTCOMES,
    scope=Scope.COURSE,
    supplied_by=Supplier.COMPUTED,
    label="Overall response to care",
    ask="How you are doing, based on all your measures taken as one.",
    meaning="One status from all measures",
    section="retest 8",
    derived_from="any_headache_change_class; function_change_class; groc_score; the red flags (retest 8)",
)

nausea_or_photophobia_day_share = Fact(
    "nausea_or_photophobia_day_share",
    Quantity(low=0, high=1),
    room=Room.OUTCOMES,
    scope=Scope.PERSON,
    supplied_by=Supplier.COMPUTED,
    label="Share of days, nausea or photophobia",
    ask="The share of your headache days on which you felt sick or light bothered you.",
    meaning="Share of headache days with nausea or light sensitivity; opens a migraine review",
    section="retest 9",
    unit="fraction",
    derived_from="headache_today; nausea_today; photophobia_today, 28-day window (limit: retest 9)",
)

relapse_since_discharge = Fact(
    "relapse_since_discharge",
    Flag(),
    room=Room.OUTCOMES,
    scope=Scope.EPISODE,
    supplied_by=Supplier.COMPUTED,
    label="Relapse since discharge",
    ask="Whether your headache days have come back since your care ended.",
    meaning="The daily watch has given its alarm since discharge, and headache days are up by more than their error",
    section="retest 6, 9",
    derived_from="headache_today since discharge_date; any_headache_days_per_28d; relapse_threshold_days_per_28d (retest 6, 9)",
)

relapse_threshold_days_per_28d = Fact(
    "relapse_threshold_days_per_28d",
    Quantity(low=0, high=28),
    room=Room.OUTCOMES,
    scope=Scope.EPISODE,
    supplied_by=Supplier.COMPUTED,
    label="Relapse limit, headache days per 28 days",
    ask="The number of headache days in 28 days that would count as a setback, set when your care ended.",
    meaning="Headache days that count as relapse, set at discharge",
    section="treatment 1.4, 3.1; retest 9",
    unit="d/28 d",
    derived_from="discharge_date; any_headache_days_per_28d at discharge + its measurement error (retest 3.4)",
)
