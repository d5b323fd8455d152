"""What is seen while treating."""

from concordant.facts.fact import Fact, Room, Scope, Supplier
from concordant.facts.kinds import Choice, Choices, Flag, Quantity

snag_pain_free = Fact(
    "snag_pain_free",
    Flag(),
    room=Room.PLAN,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="SNAG pain-free",
    ask="Whether the joint glide while you moved your neck caused no pain at all.",
    meaning="The SNAG was done with zero pain",
    section="treatment 1.1",
)

headache_eased_during_glide = Fact(
    "headache_eased_during_glide",
    Flag(),
    room=Room.PLAN,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Headache eased during sustained glide",
    ask="Whether your headache eased while the neck joint was held in a glide.",
    meaning="Headache eased during the sustained glide",
    section="treatment 1.1",
)

dizziness_during_exercise = Fact(
    "dizziness_during_exercise",
    Flag(),
    room=Room.PLAN,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Dizziness during exercise",
    ask="Whether you felt dizzy as you did this exercise.",
    meaning="Dizziness during the exercise being judged",
    section="treatment 1.3",
)

dizziness_on_pressure = Fact(
    "dizziness_on_pressure",
    Flag(),
    room=Room.PLAN,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Dizziness on soft tissue pressure",
    ask="Whether you felt dizzy when the muscles were pressed.",
    meaning="Dizziness on soft tissue pressure",
    section="treatment 1.2",
)

adverse_needle_event = Fact(
    "adverse_needle_event",
    Flag(),
    room=Room.PLAN,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Adverse event with needling",
    ask="Whether work with needles had an unwanted effect.",
    meaning="Adverse event with needling",
    section="treatment 1.2",
)

resistance_reps_last_set = Fact(
    "resistance_reps_last_set",
    Quantity(low=0, whole=True),
    room=Room.PLAN,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Resistance training, repetitions in last set",
    ask="How many times you could do it in your last set of strength work for the neck.",
    meaning="Repetitions in the last set of neck and upper-body resistance training, as told or seen at the visit",
    section="treatment 1.3",
    unit="count",
    usual=(0, 50),
)

technique_quality = Fact(
    "technique_quality",
    Choice(
        {
            "good": "Good",
            "fair": "Fair",
            "poor": "Poor",
        }
    ),
    room=Room.PLAN,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Home exercise technique",
    ask="How well you did your home exercise when we watched it at the visit.",
    meaning="Quality of the home exercise as seen at the visit",
    section="treatment 5.3",
)

adherence_barrier = Fact(
    "adherence_barrier",
    Choices(
        {
            "time": "Not enough time",
            "pain": "Pain",
            "forgot": "I forget",
            "belief": "Not sure that it helps",
            "skill": "Not sure how to do it",
            "access": "No place or equipment for it",
        }
    ),
    room=Room.PLAN,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="Barriers to home programme",
    ask="What gets in the way of your home exercises? Pick all that fit.",
    meaning="Barriers to the home programme",
    section="treatment 5.3",
)
