"""Nerve tension, irritability and other findings on the whole."""

from concordant.facts.fact import Fact, Room, Scope, Sides, Supplier
from concordant.facts.kinds import Choice, Flag

RESULTS = {
    "positive": "Positive",
    "negative": "Negative",
    "not_done": "Not done",
    "unsafe_to_test": "Not safe to test",
}

spurling_test = Fact(
    "spurling_test",
    Choice(RESULTS),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Spurling test",
    ask="What a gentle press on your tilted head showed. It is only used if you have arm symptoms.",
    meaning="Spurling test (only with arm symptoms)",
    section="examination 3.14",
    sides=Sides.LEFT_RIGHT,
)

ulnt1_test = Fact(
    "ulnt1_test",
    Choice(RESULTS),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Upper-limb neurodynamic test 1",
    ask="What a gentle stretch of your arm nerves showed. It is only used if you have arm symptoms.",
    meaning="Upper-limb neurodynamic test 1 (only with arm symptoms)",
    section="examination 3.14",
    sides=Sides.LEFT_RIGHT,
)

irritability = Fact(
    "irritability",
    Choice(
        {
            "low": "Low",
            "moderate": "Moderate",
            "high": "High",
        }
    ),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Symptom irritability",
    ask="How easily your pain flares up and how long it stays up, as your examiner sees it.",
    meaning="Examiner's judgement; suggest high when a small load raises pain by 2 or more for over 60 minutes",
    section="treatment 0.4, 1.1, 1.3, 3.1",
)

nociplastic_features = Fact(
    "nociplastic_features",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Nociplastic features",
    ask="Whether there are signs that your pain system is more sensitive.",
    meaning="Clinician sees nociplastic features",
    section="treatment 1.4",
)

widespread_allodynia = Fact(
    "widespread_allodynia",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Widespread allodynia",
    ask="Whether light touch hurts in many parts of your body.",
    meaning="Widespread allodynia",
    section="treatment 0.4",
)

generalised_hypermobility = Fact(
    "generalised_hypermobility",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Generalised joint hypermobility",
    ask="Whether many of your joints bend more than is usual.",
    meaning="Generalised joint hypermobility",
    section="treatment 0.4",
)
