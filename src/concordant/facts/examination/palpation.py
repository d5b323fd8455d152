"""Segmental palpation C0-C4 and the concordant sign."""

from concordant.facts.fact import Fact, Room, Scope, Sides, Supplier
from concordant.facts.kinds import Choice, Flag, Quantity

palpation_resistance = Fact(
    "palpation_resistance",
    Choice(
        {
            "normal": "Normal",
            "stiff": "Stiff",
            "lax": "Loose (lax)",
        }
    ),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Segmental resistance",
    ask="How stiff or loose this part of your neck feels to the examiner.",
    meaning="Resistance felt at the segment",
    section="examination 3.3",
    sides=Sides.LEFT_RIGHT,
    segmental=True,
)

palpation_pain_nrs = Fact(
    "palpation_pain_nrs",
    Quantity(low=0, high=10, whole=True),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Local pain on segmental pressure",
    ask="How much it hurts in that spot when this part of the neck is pressed, from 0 to 10.",
    meaning="Local pain on pressure",
    section="examination 3.3",
    unit="NRS",
    sides=Sides.LEFT_RIGHT,
    segmental=True,
)

palpation_head_pain = Fact(
    "palpation_head_pain",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Head pain on segmental pressure",
    ask="Whether pressing here brings on any head pain.",
    meaning="Pressure brought on any head pain, familiar or not",
    section="examination 3.3",
    sides=Sides.LEFT_RIGHT,
    segmental=True,
    per_headache=True,
)

palpation_familiar_headache = Fact(
    "palpation_familiar_headache",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Familiar headache on segmental pressure",
    ask="Whether pressing here brings on your own usual headache.",
    meaning="Concordant sign: pressure brought on the person's own headache",
    section="examination 3.3; diagnosis 3.5",
    sides=Sides.LEFT_RIGHT,
    segmental=True,
    per_headache=True,
)

palpation_headache_resolves = Fact(
    "palpation_headache_resolves",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Provoked head pain resolves",
    ask="Whether the head pain from pressing here went away.",
    meaning="The head pain brought on went away (the second half of the concordant sign; no criterion)",
    section="examination 3.3; diagnosis 3.5",
    sides=Sides.LEFT_RIGHT,
    segmental=True,
    per_headache=True,
)

palpation_resolution_seconds = Fact(
    "palpation_resolution_seconds",
    Quantity(low=0),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Time to resolution after palpation",
    ask="How many seconds it took for that head pain to go away.",
    meaning="Time until it went away",
    section="examination 3.3",
    unit="s",
    sides=Sides.LEFT_RIGHT,
    segmental=True,
    per_headache=True,
)

palpation_joint_dysfunction = Fact(
    "palpation_joint_dysfunction",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.COMPUTED,
    label="Painful joint dysfunction (segment)",
    ask="Whether this neck joint is both stiff and sore.",
    meaning="Painful joint dysfunction at the segment",
    section="examination 3.3",
    sides=Sides.LEFT_RIGHT,
    segmental=True,
    derived_from="palpation_resistance == stiff and palpation_pain_nrs at or above the limit of examination 3.3",
)

concordant_c0_c1 = Fact(
    "concordant_c0_c1",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.COMPUTED,
    label="Concordant sign C0-C1",
    ask="Whether your usual headache comes on when this neck joint is pressed, left or right. It is the top one.",
    meaning="Familiar headache from C0-C1, either side",
    section="treatment 1.1",
    per_headache=True,
    derived_from="palpation_familiar_headache[C0-C1], any side",
)

concordant_c1_c2 = Fact(
    "concordant_c1_c2",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.COMPUTED,
    label="Concordant sign C1-C2",
    ask="Whether your usual headache comes on when this neck joint is pressed, left or right. It is the second from the top.",
    meaning="Familiar headache from C1-C2, either side",
    section="treatment 1.1",
    per_headache=True,
    derived_from="palpation_familiar_headache[C1-C2], any side",
)

concordant_c2_c3 = Fact(
    "concordant_c2_c3",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.COMPUTED,
    label="Concordant sign C2-C3",
    ask="Whether your usual headache comes on when this neck joint is pressed, left or right. It is the third from the top.",
    meaning="Familiar headache from C2-C3, either side",
    section="treatment 1.1",
    per_headache=True,
    derived_from="palpation_familiar_headache[C2-C3], any side",
)

concordant_any = Fact(
    "concordant_any",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.COMPUTED,
    label="Concordant sign, any of C0-C3",
    ask="Whether pressing any of the top three neck joints brings on your usual headache.",
    meaning="Familiar headache from any of C0-C1, C1-C2, C2-C3",
    section="treatment 1.5",
    per_headache=True,
    derived_from="concordant_c0_c1 or concordant_c1_c2 or concordant_c2_c3",
)
