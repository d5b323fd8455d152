"""Signs of muscle, nerve and skin that speak for one diagnosis or another."""

from concordant.facts.fact import Fact, Room, Scope, Supplier
from concordant.facts.kinds import Choice, Flag

cas_miosis_or_ptosis = Fact(
    "cas_miosis_or_ptosis",
    Choice(
        {
            "none": "Neither seen",
            "ipsilateral": "On the headache side",
            "other_side_or_both": "On the other side, or both sides",
            "unknown": "Not known",
        }
    ),
    room=Room.EXAMINATION,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.EXAMINER,
    label="Small pupil or drooping lid",
    ask="Whether a pupil looks small or an eyelid droops, and on which side.",
    meaning="Small pupil and/or drooping lid. Lasting, or with new neck pain: treat as Horner sign (red flag)",
    section="diagnosis 1.10, 1.12",
)

skin_roll_positive = Fact(
    "skin_roll_positive",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Skin-roll test positive",
    ask="Whether the skin over your neck or shoulder is sore or thick when it is rolled.",
    meaning="Skin-roll test painful or thickened over the neck/shoulder",
    section="diagnosis 2.3",
)

facet_tenderness = Fact(
    "facet_tenderness",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Facet joint tenderness",
    ask="Whether the small joints of your neck are sore when pressed.",
    meaning="Facet joint tenderness",
    section="diagnosis 2.3",
    derived_from="proposed from palpation_pain_nrs",
)

trigger_points_reproducible = Fact(
    "trigger_points_reproducible",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Reproducible neck trigger points",
    ask="Whether sore spots in your neck muscles can be found again and again.",
    meaning="Reproducible trigger points in neck muscles",
    section="diagnosis 1.20",
    derived_from="proposed from the trigger_point_* facts",
)

neck_muscle_tenderness = Fact(
    "neck_muscle_tenderness",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Neck muscle tenderness",
    ask="Whether the neck muscle that may cause the pain is sore when pressed.",
    meaning="Pressure on the implicated neck muscle is tender",
    section="diagnosis 1.20, 2.3",
    derived_from="proposed from the trigger_point_* facts",
)

trigger_point_release_abolishes = Fact(
    "trigger_point_release_abolishes",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Pain gone after trigger-point treatment",
    ask="Whether rubbing or injecting the sore spot takes this pain away for a time.",
    meaning="Trigger-point massage or injection abolishes the pain for a time",
    section="diagnosis 1.20",
    per_headache=True,
)

pericranial_tenderness = Fact(
    "pericranial_tenderness",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Pericranial tenderness",
    ask="Whether the muscles around your head are more sore than usual when pressed.",
    meaning="Increased tenderness of pericranial muscles on manual palpation",
    section="diagnosis 1.8",
)

dystonia_signs = Fact(
    "dystonia_signs",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Signs of cervical dystonia",
    ask="Whether muscles that work too hard twist or pull your head or neck.",
    meaning="Abnormal movement or posture of head/neck from muscle hyperactivity",
    section="diagnosis 1.18",
)

pain_matches_dystonic_muscle = Fact(
    "pain_matches_dystonic_muscle",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Pain site matches dystonic muscle",
    ask="Whether this pain is in the same place as the overactive muscle.",
    meaning="Pain site equals site of the dystonic muscle",
    section="diagnosis 1.18",
    per_headache=True,
)

pain_in_occipital_nerve_territory = Fact(
    "pain_in_occipital_nerve_territory",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Pain in occipital nerve territory",
    ask="Whether this pain is in the area served by the nerves at the back of the head.",
    meaning="Pain in the territory of greater, lesser and/or third occipital nerve",
    section="diagnosis 1.21",
    per_headache=True,
)

scalp_dysaesthesia_or_allodynia = Fact(
    "scalp_dysaesthesia_or_allodynia",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Scalp dysaesthesia or allodynia",
    ask="Whether a light touch on your scalp or hair hurts or feels unpleasant.",
    meaning="Unpleasant or painful feeling on light touch of scalp or hair",
    section="diagnosis 1.21",
)

occipital_nerve_tender = Fact(
    "occipital_nerve_tender",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Occipital nerve tenderness",
    ask="Whether the nerve that may cause the pain is sore when pressed.",
    meaning="Tender over the affected nerve branch",
    section="diagnosis 1.21",
)

gon_or_c2_trigger_point = Fact(
    "gon_or_c2_trigger_point",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Trigger point: occipital nerve exit or C2",
    ask="Whether there is a trigger spot where a nerve comes out at the back of the head. It also counts in the area of the second neck nerve.",
    meaning="Trigger point at the exit of the greater occipital nerve or in C2 territory",
    section="diagnosis 1.21",
)
