"""Migraine aura."""

from concordant.facts.fact import Fact, Room, Scope, Supplier
from concordant.facts.kinds import Choices, Flag, Quantity, Range

aura_attack_count = Fact(
    "aura_attack_count",
    Quantity(low=0, whole=True),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Attacks with aura so far",
    ask="An aura is a passing change in sight, feeling, speech or movement. How many attacks with an aura have you had so far?",
    meaning="Attacks with aura so far",
    section="diagnosis 1.5, 1.6",
    unit="attacks",
)

aura_first_age_years = Fact(
    "aura_first_age_years",
    Quantity(low=0, high=120, whole=True),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Age at first aura",
    ask="How old were you when you had your first aura?",
    meaning="Completed years at the first aura ever; a first aura at 50 or over is a red flag",
    section="diagnosis 1.5",
    unit="y",
)

aura_symptom_types = Fact(
    "aura_symptom_types",
    Choices(
        {
            "visual": "Changes in sight",
            "sensory": "Tingling or numb skin",
            "speech_language": "Trouble speaking or finding words",
            "motor": "Weak arm, leg or face",
            "brainstem": "Spinning, double vision, slurred speech or unsteady movement",
            "retinal": "Changes in the sight of one eye only",
        }
    ),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Aura symptom types",
    ask="What kinds of aura have you had? Choose all that fit.",
    meaning="Kinds of aura symptom",
    section="diagnosis 1.5",
)

aura_fully_reversible = Fact(
    "aura_fully_reversible",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Aura fully reversible",
    ask="Does each part of the aura go away fully?",
    meaning="Each aura symptom goes away fully",
    section="diagnosis 1.5",
)

aura_spread_minutes = Fact(
    "aura_spread_minutes",
    Quantity(low=0),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Aura spread time",
    ask="How many minutes does a part of the aura take to spread?",
    meaning="Time over which an aura symptom spreads",
    section="diagnosis 1.5",
    unit="min",
)

aura_symptoms_in_succession = Fact(
    "aura_symptoms_in_succession",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Aura symptoms in succession",
    ask="Do the parts of the aura come one after the other? Say yes if two or more do.",
    meaning="Two or more aura symptoms follow one another",
    section="diagnosis 1.5",
)

aura_symptom_minutes = Fact(
    "aura_symptom_minutes",
    Range(),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Aura symptom duration",
    ask="How many minutes does each part of the aura last? Give the shortest and the longest.",
    meaning="Length of each single aura symptom (motor symptoms may last up to 72 h)",
    section="diagnosis 1.5",
    unit="min",
)

aura_unilateral = Fact(
    "aura_unilateral",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Unilateral aura",
    ask="Is some part of the aura on one side only? Say yes as well if you have trouble finding words.",
    meaning="At least one aura symptom is one-sided; aphasia always counts as one-sided",
    section="diagnosis 1.5",
)

aura_positive = Fact(
    "aura_positive",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Positive aura symptoms",
    ask="Does the aura add something, such as sparkles or pins and needles?",
    meaning="At least one positive symptom (sparkles, pins and needles)",
    section="diagnosis 1.5",
)

aura_to_headache_minutes = Fact(
    "aura_to_headache_minutes",
    Quantity(low=0, null=True),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Aura-to-headache interval",
    ask="How many minutes pass from the aura to the headache? Put 0 if they come together. If no headache comes, say so.",
    meaning="Gap from aura to headache; 0 if together; null if no headache",
    section="diagnosis 1.5",
    unit="min",
)
