"""Single ratings in own words."""

from concordant.facts.fact import Fact, Room, Scope, Supplier
from concordant.facts.kinds import Choice, Flag, Quantity, Words

acceptable_state = Fact(
    "acceptable_state",
    Flag(),
    room=Room.OUTCOMES,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="Acceptable symptom state",
    ask="Think of how you are doing now. Is this good enough for you?",
    meaning="Person calls the present state acceptable (PASS question)",
    section="outcomes 2.4; retest 9",
)

nprs_headache_average_7d = Fact(
    "nprs_headache_average_7d",
    Quantity(low=0, high=10),
    room=Room.OUTCOMES,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="Average headache, last 7 days (asked)",
    ask="How strong was your headache on average over the last 7 days? Give a number from 0 to 10. 0 is no pain and 10 is the most pain you can think of.",
    meaning="Headache, average of the last 7 days, asked. Not the diary mean",
    section="outcomes 2.1, 2.4",
    unit="NRS",
)

nprs_headache_worst_7d = Fact(
    "nprs_headache_worst_7d",
    Quantity(low=0, high=10, whole=True),
    room=Room.OUTCOMES,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="Worst headache, last 7 days (asked)",
    ask="How strong was your headache at its worst in the last 7 days? Give a number from 0 to 10. 0 is no pain and 10 is the most pain you can think of.",
    meaning="Headache, worst of the last 7 days, asked",
    section="outcomes 2.1, 2.4",
    unit="NRS",
)

nprs_neck_average_7d = Fact(
    "nprs_neck_average_7d",
    Quantity(low=0, high=10, whole=True),
    room=Room.OUTCOMES,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="Average neck pain, last 7 days (asked)",
    ask="How strong was your neck pain on average over the last 7 days? Give a number from 0 to 10. 0 is no pain and 10 is the most pain you can think of.",
    meaning="Neck pain, average of the last 7 days, asked",
    section="outcomes 2.1, 2.4",
    unit="NRS",
)

recovery_expectation_nrs = Fact(
    "recovery_expectation_nrs",
    Quantity(low=0, high=10, whole=True),
    room=Room.OUTCOMES,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="Recovery expectation",
    ask="How far do you expect to recover? Give a number from 0 to 10. 0 is not at all and 10 is fully.",
    meaning="Expects to recover, 10 = fully; own wording, trend only",
    section="outcomes 2.4; prognosis 5",
    unit="NRS",
)

usual_sleep_quality_nrs = Fact(
    "usual_sleep_quality_nrs",
    Quantity(low=0, high=10, whole=True),
    room=Room.OUTCOMES,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="Recent sleep quality",
    ask="How good has your sleep been of late? Give a number from 0 to 10. 10 is the best.",
    meaning="Sleep of late, 10 = best; own wording, trend only",
    section="outcomes 2.4",
    unit="NRS",
)

usual_stress_nrs = Fact(
    "usual_stress_nrs",
    Quantity(low=0, high=10, whole=True),
    room=Room.OUTCOMES,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="Recent stress",
    ask="How much stress have you had of late? Give a number from 0 to 10. 10 is the most.",
    meaning="Stress of late, 10 = most; own wording, trend only",
    section="outcomes 2.4; treatment 1.4",
    unit="NRS",
)

activity_confidence_nrs = Fact(
    "activity_confidence_nrs",
    Quantity(low=0, high=10, whole=True),
    room=Room.OUTCOMES,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="Confidence to stay active",
    ask="How sure are you that you can stay active? Give a number from 0 to 10. 10 is the most sure.",
    meaning="Confidence to stay active, 10 = most; own wording, trend only",
    section="outcomes 2.4",
    unit="NRS",
)

ptsd_screen_positive = Fact(
    "ptsd_screen_positive",
    Flag(),
    room=Room.OUTCOMES,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="Trauma stress screen positive",
    ask="Did your answers to the short check on stress after a trauma come out as positive?",
    meaning="Trauma stress screen positive, after trauma",
    section="treatment 1.5, 3.2",
)

self_rated_recovery = Fact(
    "self_rated_recovery",
    Words(),
    room=Room.OUTCOMES,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="Self-rated recovery",
    ask="In your own words, how is your recovery going?",
    meaning="Answer to: how well do you feel you are recovering? The answer words of the original were not seen",
    section="treatment 3.1",
)

goal_met = Fact(
    "goal_met",
    Flag(),
    room=Room.OUTCOMES,
    scope=Scope.EPISODE,
    supplied_by=Supplier.PATIENT,
    label="Patient goal reached",
    ask="Have you reached the goal you set for your care?",
    meaning="Patient's own goal reached, rated at retest",
    section="treatment 1.4, 3.1",
)

worsening_duration = Fact(
    "worsening_duration",
    Choice(
        {
            "within_48_hours": "It settled within 2 days",
            "days": "Longer than 2 days, a week at most",
            "over_a_week": "Longer than a week",
        }
    ),
    room=Room.OUTCOMES,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="How long a worsening lasted",
    ask="You got worse. How long did that last, or how long has it lasted so far?",
    meaning="How long the worsening found at this visit lasted or has lasted so far; within_48_hours only where it has settled",
    section="retest 9",
)
