"""Sustained pressure and sustained posture: reproduction and resolution."""

from concordant.facts.fact import Fact, Room, Scope, Sides, Supplier
from concordant.facts.kinds import Choice, Flag, Quantity

sustained_pressure_head_pain = Fact(
    "sustained_pressure_head_pain",
    Choice(
        {
            "none": "No head pain",
            "unfamiliar": "Head pain, but not the usual headache",
            "familiar": "The usual headache",
        }
    ),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Watson test, head pain",
    ask="What steady pressure on this part of your neck brought on.",
    meaning="Watson test: what sustained pressure brought on (C0-C1 and C2-C3)",
    section="examination 3.12",
    sides=Sides.LEFT_RIGHT,
    segmental=True,
    per_headache=True,
)

sustained_pressure_start_nrs = Fact(
    "sustained_pressure_start_nrs",
    Quantity(low=0, high=10, whole=True),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Watson test, pain at start",
    ask="How strong your head pain was at the start of the pressure, from 0 to 10.",
    meaning="Head pain at the start of the pressure",
    section="examination 3.12",
    unit="NRS",
    sides=Sides.LEFT_RIGHT,
    segmental=True,
)

sustained_pressure_end_nrs = Fact(
    "sustained_pressure_end_nrs",
    Quantity(low=0, high=10, whole=True),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Watson test, pain at end",
    ask="How strong your head pain was at the end of the pressure, from 0 to 10.",
    meaning="Head pain at the end of the pressure",
    section="examination 3.12",
    unit="NRS",
    sides=Sides.LEFT_RIGHT,
    segmental=True,
)

sustained_pressure_resolution_seconds = Fact(
    "sustained_pressure_resolution_seconds",
    Quantity(low=0),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Watson test, time to fade",
    ask="How many seconds your head pain took to fade while the pressure went on.",
    meaning="Time until the head pain faded while pressure stayed",
    section="examination 3.12",
    unit="s",
    sides=Sides.LEFT_RIGHT,
    segmental=True,
)

sustained_pressure_positive = Fact(
    "sustained_pressure_positive",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.COMPUTED,
    label="Watson test positive",
    ask="Whether steady pressure brought on your usual headache. The pain must also fade in time.",
    meaning="Reproduction and resolution: familiar pain that fades within the time limit",
    section="examination 3.12",
    sides=Sides.LEFT_RIGHT,
    segmental=True,
    per_headache=True,
    derived_from="sustained_pressure_head_pain == familiar; sustained_pressure_resolution_seconds (limit: examination 3.12)",
)

sustained_posture_familiar_headache = Fact(
    "sustained_posture_familiar_headache",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Sustained posture: familiar headache",
    ask="Whether holding the posture in the test brought on your usual headache.",
    meaning="The held posture brought on the familiar headache",
    section="examination 3.13",
    per_headache=True,
)

sustained_posture_onset_seconds = Fact(
    "sustained_posture_onset_seconds",
    Quantity(low=0, high=600),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Sustained posture: time to onset",
    ask="How many seconds you held the posture before the headache came on. Longer is better.",
    meaning="Time until the headache came on in the held posture; longer is better",
    section="examination 2, 3.13",
    unit="s",
    usual=(5, 300),
)

sustained_posture_peak_nrs = Fact(
    "sustained_posture_peak_nrs",
    Quantity(low=0, high=10, whole=True),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Sustained posture: peak headache",
    ask="How strong the headache was at its worst while you held the posture, from 0 to 10.",
    meaning="Worst headache in the held posture",
    section="examination 3.13",
    unit="NRS",
)

sustained_posture_neutral_nrs = Fact(
    "sustained_posture_neutral_nrs",
    Quantity(low=0, high=10, whole=True),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Sustained posture: 5 min after neutral",
    ask="How strong the headache was 5 minutes after your neck came back to the middle, from 0 to 10.",
    meaning="Headache 5 min after return to neutral",
    section="examination 3.13",
    unit="NRS",
)

sustained_posture_settle_seconds = Fact(
    "sustained_posture_settle_seconds",
    Quantity(low=0),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Sustained posture: time to settle",
    ask="How many seconds the headache took to settle once your neck came back to the middle.",
    meaning="Time until the headache settled in neutral",
    section="examination 3.13",
    unit="s",
)

sustained_posture_test_positive = Fact(
    "sustained_posture_test_positive",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.COMPUTED,
    label="Sustained-posture test positive",
    ask="Whether the held posture brought on your usual headache. It must also settle once your neck is back in the middle.",
    meaning="Held posture brings on the familiar headache and neutral settles it",
    section="examination 3.13",
    per_headache=True,
    derived_from="sustained_posture_familiar_headache; sustained_posture_peak_nrs; sustained_posture_neutral_nrs (limits: examination 3.13)",
)

sustained_posture_provokes = Fact(
    "sustained_posture_provokes",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Sustained posture provokes headache",
    ask="Whether staying in one posture brings on this headache, in daily life or in a sitting test.",
    meaning="A sustained posture brings on the usual headache, by history or by a 30 min sitting test",
    section="treatment 1.3",
    per_headache=True,
    derived_from="proposed from sustained_posture_test_positive; provoked_by_neck_movement_or_posture",
)

posture_correction_eases = Fact(
    "posture_correction_eases",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Posture correction changes symptoms",
    ask="Whether what you feel changes at once when your posture is guided by hand.",
    meaning="Correcting the posture by hand changes symptoms at once",
    section="treatment 1.3",
)
